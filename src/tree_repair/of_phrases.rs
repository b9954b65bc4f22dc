//! Whose deed it is where one person is told by another: `Wife of MP Dennis Orr was charged`, `Mother of a man killed by police`.
//!
//! The parser takes the name for what everything before it belongs to, and a participle for what the first noun suffered. Both
//! put one person's deed or harm on another, which is the worst that a reader of news can do.

use crate::grammar::{children, leftmost, lemma, rightmost};
use crate::language::{Dependency, FineTag, Sentence};
use crate::mentions::OntologyIndex;

/// Mends a sentence.
pub fn mend(sentence: &mut Sentence, lexicon: &OntologyIndex) {
    for index in 0..sentence.tokens.len() {
        free_first_noun(sentence, index, lexicon);
        name_title(sentence, index, lexicon);
        give_participle(sentence, index, lexicon);
    }
}

/// `Wife` modifies `Orr` in the parser's eyes, and `of MP` stands between them: no noun modifies across a preposition of its
/// own. The wife is who is spoken of, and the name belongs to the preposition, where the word before it is its title: `Minister
/// of Health Ana Moreno` is one person.
fn free_first_noun(sentence: &mut Sentence, noun: usize, lexicon: &OntologyIndex) {
    let tokens = &sentence.tokens;
    let name = tokens[noun].head;
    let is_modifier = tokens[noun].dep.is_noun_modifier() && is_common(sentence, noun);
    if !is_modifier || name <= noun || !tokens[name].tag.is_proper_noun() {
        return;
    }
    let Some(preposition) = children(sentence, noun).find(|&child| is_of(sentence, child)) else { return };
    let object = children(sentence, preposition).find(|&child| tokens[child].dep == Dependency::Pobj);
    let Some(object) = object.filter(|&object| object < name) else { return };
    let parts: Vec<usize> = children(sentence, name).filter(|&child| child < name && child != noun).collect();
    let is_one_phrase = (object + 1..name).all(|token| parts.contains(&token));
    if preposition != noun + 1 || !is_one_phrase || !is_title(sentence, object, lexicon) {
        return;
    }
    let (head, dep) = (tokens[name].head, tokens[name].dep);
    let head = if head == name { noun } else { head };
    let tokens = &mut sentence.tokens;
    (tokens[noun].head, tokens[noun].dep) = (head, dep);
    (tokens[name].head, tokens[name].dep) = (preposition, Dependency::Pobj);
    (tokens[object].head, tokens[object].dep) = (name, Dependency::Compound);
    for token in &mut tokens[name + 1..] {
        // What comes after the name is told of her.
        if token.head == name && token.dep != Dependency::Appos {
            token.head = noun;
        }
    }
}

/// `Killer [of MP] Joan Astley` in the parser's eyes: a name right after the title that a preposition takes is the title's, not
/// another name of the killer.
fn name_title(sentence: &mut Sentence, name: usize, lexicon: &OntologyIndex) {
    let tokens = &sentence.tokens;
    let noun = tokens[name].head;
    if tokens[name].dep != Dependency::Appos || !tokens[name].tag.is_proper_noun() || noun >= name {
        return;
    }
    let Some(title) = leftmost(sentence, name).checked_sub(1) else { return };
    let preposition = tokens[title].head;
    let is_its = tokens[title].dep == Dependency::Pobj && is_of(sentence, preposition);
    if is_its && tokens[preposition].head == noun && is_title(sentence, title, lexicon) {
        let tokens = &mut sentence.tokens;
        (tokens[name].head, tokens[name].dep) = (preposition, Dependency::Pobj);
        (tokens[title].head, tokens[title].dep) = (name, Dependency::Compound);
    }
}

fn is_title(sentence: &Sentence, noun: usize, lexicon: &OntologyIndex) -> bool {
    let class = lexicon.word_class(&lemma(&sentence.tokens[noun]));
    lexicon.names_post(sentence, noun, noun) || class.is_some_and(|class| lexicon.is_person(class))
}

/// In `mother of a man killed by police` the man was killed: a participle right after a person belongs to that person, not to
/// the one who is told by him.
fn give_participle(sentence: &mut Sentence, participle: usize, lexicon: &OntologyIndex) {
    let tokens = &sentence.tokens;
    let (noun, token) = (tokens[participle].head, &tokens[participle]);
    if token.dep != Dependency::Acl || token.tag != FineTag::Vbn || noun >= participle {
        return;
    }
    let is_person = |token: usize| {
        is_common(sentence, token)
            && lexicon.word_class(&lemma(&tokens[token])).is_some_and(|class| lexicon.is_person(class))
    };
    let nearest = children(sentence, noun)
        .filter(|&child| child < participle && is_of(sentence, child))
        .flat_map(|preposition| children(sentence, preposition))
        .find(|&object| rightmost(sentence, object) + 1 == participle && is_person(object));
    if let Some(nearest) = nearest.filter(|_| is_person(noun)) {
        sentence.tokens[participle].head = nearest;
    }
}

fn is_common(sentence: &Sentence, token: usize) -> bool {
    let token = &sentence.tokens[token];
    matches!(token.tag, FineTag::Nn | FineTag::Nns) || token.begin == sentence.tokens[0].begin
}

fn is_of(sentence: &Sentence, token: usize) -> bool {
    let token = &sentence.tokens[token];
    token.dep == Dependency::Prep && &*token.lemma == "of"
}

#[cfg(test)]
mod tests {
    use crate::tree_repair::tests::heads;

    #[test]
    fn whoever_is_told_by_a_name_is_not_the_one_named() {
        for (text, first, verb, name) in [
            ("Wife of MP Dennis Orr charged with theft", "Wife", "charged", "Orr"),
            ("Wife of MP Dennis Orr was charged with theft.", "Wife", "charged", "Orr"),
        ] {
            let expected = [format!("{first} nsubjpass {verb}"), format!("{name} pobj of")];
            assert_eq!(heads(text, &[first, name]), expected, "{text}");
        }
    }

    #[test]
    fn a_name_after_a_title_is_not_whoever_is_told_by_it() {
        let text = "Killer of MP Joan Astley jailed for life";
        assert_eq!(heads(text, &["Astley", "MP"]), ["Astley pobj of", "MP compound Astley"]);
    }

    #[test]
    fn a_participle_belongs_to_the_nearest_person() {
        assert_eq!(heads("Mother of a man killed by police sued the city.", &["killed"]), ["killed acl man"]);
        assert_eq!(
            heads("Man attacked by actor Dolan Pryce convicted of fraud", &["Man", "attacked", "Pryce"]),
            ["Man nsubjpass convicted", "attacked acl Man", "Pryce pobj by"],
        );
    }
}
