//! Trees that contradict themselves or the text's own brackets.
//!
//! The engine gives what its weights say; what typography and the kinds of the words know better is mended here, in the
//! stage that reads meaning: one file for every part of a tree that parsers guess at.

mod amounts;
mod appositions;
mod bare_titles;
mod brackets;
mod clauses;
mod complementisers;
mod contractions;
mod contrasts;
mod deeds;
mod editorial;
mod finite;
mod full_names;
mod given_names;
mod headline_case;
mod headlines;
#[cfg(test)]
mod headlines_tests;
mod hyphenated;
mod interruptions;
mod joined_clauses;
mod lengths;
mod lists;
mod named_things;
mod of_phrases;
mod offices;
mod percentages;
mod relatives;
mod rereading;
mod stolen_subjects;
mod titles_of_works;

pub use headline_case::RunningWords;

use crate::grammar::{child, children, leftmost};
use crate::language::{CoarseTag, Dependency, Engine, EntityType, FineTag, Sentence};
use crate::mentions::OntologyIndex;

/// Reads sentences once more whose words mislead the tagger: names that are words, contractions
/// left whole, an editor's brackets, titles without an article, and headlines.
pub fn reread(sentences: &mut [Sentence], engine: &Engine, lexicon: &OntologyIndex) {
    given_names::reread(sentences, engine, lexicon);
    contractions::reread(sentences, engine);
    editorial::reread(sentences, engine);
    bare_titles::reread(sentences, engine);
    headlines::reread(sentences, engine, lexicon);
}

/// Mends all sentences of an article.
pub fn mend_trees(sentences: &mut [Sentence], lexicon: &OntologyIndex) {
    for sentence in sentences {
        full_names::mend(sentence, lexicon);
        titles_of_works::mend(sentence);
        percentages::mend(sentence);
        mend_particles(sentence);
        mend_participles(sentence);
        mend_complements(sentence);
        mend_adjectives(sentence);
        mend_adverbials(sentence);
        let mendings: [&dyn Fn(&mut Sentence); 17] = [
            &|sentence| hyphenated::mend(sentence, lexicon),
            &|sentence| complementisers::mend(sentence),
            &|sentence| appositions::mend(sentence, lexicon),
            &|sentence| of_phrases::mend(sentence, lexicon),
            &|sentence| named_things::mend(sentence, lexicon),
            &|sentence| lists::mend(sentence),
            &|sentence| contrasts::mend(sentence),
            &|sentence| interruptions::mend(sentence),
            &|sentence| relatives::mend(sentence),
            &|sentence| stolen_subjects::mend(sentence),
            &|sentence| clauses::mend(sentence),
            &|sentence| joined_clauses::mend(sentence),
            &|sentence| deeds::mend(sentence, lexicon),
            &|sentence| lengths::mend(sentence),
            &|sentence| amounts::mend(sentence),
            &|sentence| offices::mend(sentence, lexicon),
            &|sentence| brackets::mend(sentence),
        ];
        for mending in mendings {
            unless_circular(sentence, mending);
        }
    }
}

/// Takes a mending back after which words would hang on each other in a circle: such a tree has no top, and whoever climbs it
/// never arrives.
fn unless_circular(sentence: &mut Sentence, mend: impl Fn(&mut Sentence)) {
    let before: Vec<(usize, Dependency)> =
        sentence.tokens.iter().map(|token| (token.head, token.dep)).collect();
    mend(sentence);
    if is_circular(sentence) {
        for (token, (head, dep)) in sentence.tokens.iter_mut().zip(before) {
            (token.head, token.dep) = (head, dep);
        }
    }
}

fn is_circular(sentence: &Sentence) -> bool {
    let tokens = &sentence.tokens;
    // From which word the way up began that first came here; ways that arrived are marked alike, so none is gone twice.
    let mut gone_from: Vec<Option<usize>> = vec![None; tokens.len()];
    for start in 0..tokens.len() {
        let mut above = start;
        while gone_from[above].is_none() {
            gone_from[above] = Some(start);
            above = tokens[above].head;
        }
        if gone_from[above] == Some(start) && tokens[above].head != above {
            return true;
        }
    }
    false
}

/// A particle that the parser gives an object (`hand [in [keys]]`) cannot be both, and the object is the verb's.
fn mend_particles(sentence: &mut Sentence) {
    for index in 0..sentence.tokens.len() {
        let particle = sentence.tokens[index].head;
        if sentence.tokens[index].dep == Dependency::Pobj && sentence.tokens[particle].dep == Dependency::Prt
        {
            let verb = sentence.tokens[particle].head;
            let token = &mut sentence.tokens[index];
            (token.head, token.dep) = (verb, Dependency::Dobj);
        }
    }
}

/// `The union called a strike`: what an active verb calls has an object beside its name, and with no object the noun is it.
fn mend_complements(sentence: &mut Sentence) {
    for noun in 1..sentence.tokens.len() {
        let verb = sentence.tokens[noun].head;
        let has = |labels: &[Dependency]| child(sentence, verb, labels).is_some();
        let is_called = sentence.tokens[noun].dep == Dependency::Oprd
            && sentence.tokens[noun].pos == CoarseTag::Noun
            && verb < noun
            && &*sentence.tokens[verb].lemma == "call"
            && child(sentence, noun, &[Dependency::Det]).is_some();
        if is_called && !has(&[Dependency::Dobj, Dependency::NsubjPass, Dependency::AuxPass]) {
            sentence.tokens[noun].dep = Dependency::Dobj;
        }
    }
}

/// `Kept in a cage since May, the fox`: no word that has its own form for the participle is a base form.
fn mend_participles(sentence: &mut Sentence) {
    for token in &mut sentence.tokens {
        let participle = token.tag == FineTag::Vb
            && token.dep == Dependency::Advcl
            && !token.text.eq_ignore_ascii_case(&token.lemma)
            && !token.text.ends_with("ing");
        if participle {
            token.tag = FineTag::Vbn;
        }
    }
}

/// `Tested positive for malaria`: an adjective alone after its verb is what the subject is, not an object or the way of it.
fn mend_adjectives(sentence: &mut Sentence) {
    for index in 1..sentence.tokens.len() {
        let token = &sentence.tokens[index];
        let is_alone = token.head + 1 == index
            && !sentence.tokens.iter().any(|other| other.head == index && other.dep == Dependency::Det);
        if token.tag == FineTag::Jj
            && matches!(token.dep, Dependency::Dobj | Dependency::Advmod)
            && sentence.tokens[token.head].pos == CoarseTag::Verb
            && is_alone
        {
            sentence.tokens[index].dep = Dependency::Acomp;
        }
    }
}

/// `Acquitted Art Brogan`: a person right after a verb is no circumstance of it.
fn mend_adverbials(sentence: &mut Sentence) {
    for index in 1..sentence.tokens.len() {
        let token = &sentence.tokens[index];
        let verb = token.head;
        let has_object =
            || children(sentence, verb).any(|child| sentence.tokens[child].dep == Dependency::Dobj);
        let is_misplaced = token.dep == Dependency::Npadvmod
            && token.entity.is_any(&[EntityType::Person])
            && sentence.tokens[verb].pos == CoarseTag::Verb
            && sentence.tokens[verb].tag.is_finite_verb()
            && leftmost(sentence, index) == verb + 1;
        if is_misplaced && !has_object() {
            sentence.tokens[index].dep = Dependency::Dobj;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::is_circular;
    use crate::sample_language::mended;

    pub fn heads(text: &str, words: &[&str]) -> Vec<String> {
        let sentences = mended(text);
        let tokens = &sentences[0].tokens;
        let head = |word: &&str| {
            let token = tokens.iter().find(|token| &*token.text == *word).expect("the word is in the text");
            format!("{word} {} {}", token.dep, tokens[token.head].text)
        };
        words.iter().map(head).collect()
    }

    #[test]
    fn the_noun_after_the_brackets_is_the_head() {
        assert_eq!(
            heads(
                "The council approved a Help for Small Firms (HSF) grant for the bakery.",
                &["a", "Help", "for", "Firms", "grant", "HSF"],
            ),
            [
                "a det grant",
                "Help compound grant",
                "for prep Help",
                "Firms pobj for",
                "grant dobj approved",
                "HSF appos Firms"
            ],
        );
        assert_eq!(
            heads(
                "They have approved a Coastal Aid to the Island Harbours (CAIH) request from the Port Office.",
                &["Aid", "to", "request", "from"],
            ),
            ["Aid compound request", "to prep Aid", "request dobj approved", "from prep request"],
        );
    }

    #[test]
    fn a_mending_that_would_close_a_circle_is_taken_back() {
        let sentences = mended("The woman who ex-minister Mireille Duarte has sued was charged with fraud.");
        assert!(!is_circular(&sentences[0]));
    }

    #[test]
    fn a_particle_has_no_object() {
        assert_eq!(
            heads("Hundreds of Gwent armed drivers hand in keys as owner on leave", &["in", "keys"]),
            ["in prt hand", "keys dobj hand"],
        );
    }

    #[test]
    fn an_adjective_after_its_verb_is_a_complement() {
        assert_eq!(heads("Ana tested positive for malaria.", &["positive"]), ["positive acomp tested"]);
    }

    #[test]
    fn a_person_right_after_a_verb_is_its_object() {
        assert_eq!(heads("The jury acquitted Art Brogan.", &["Brogan"]), ["Brogan dobj acquitted"]);
    }

    #[test]
    fn a_person_beside_a_body_names_who_stands_before_it() {
        assert_eq!(
            heads("The chief executive of Brightwater, Helen Moss, has stepped down.", &["Moss"]),
            ["Moss appos executive"],
        );
    }

    #[test]
    fn a_title_with_a_preposition_stands_in_front_of_its_person() {
        assert_eq!(
            heads(
                "They met Director of Public Prosecutions Helen Moss on Monday.",
                &["Director", "Public", "Prosecutions", "Helen", "Moss"]
            ),
            [
                "Director dobj met",
                "Public compound Prosecutions",
                "Prosecutions pobj of",
                "Helen compound Moss",
                "Moss appos Director"
            ],
        );
    }

    #[test]
    fn a_name_that_already_stands_before_the_noun_stays() {
        assert_eq!(
            heads("She works as a Harbour Rescue Service (HRS) officer.", &["officer", "Service"]),
            ["officer pobj as", "Service nmod officer"],
        );
    }
}
