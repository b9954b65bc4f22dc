//! Trees that contradict themselves or the text's own brackets.
//!
//! `accepted a Help for Small Firms (HSF) request from the county`: the brackets say where the name ends, so the noun
//! behind them is the head of the phrase and the name stands before it like any compound. A parser that has seen few
//! such phrases hangs the noun somewhere below the name, and the request would be lost. The engine gives what its
//! weights say; what typography knows better is mended here, in the stage that reads meaning. So is a particle that the
//! parser gives an object (`hand [in [keys]]`): it cannot be both, and the object is the verb's.

use super::abbreviation::long_form_start;
use super::casing::is_capitalised;
use super::lexicon::{Lexicon, lemma};
use crate::language::{EntityTag, Sentence};

/// Mends all sentences of an article.
pub fn mend_trees(sentences: &mut [Sentence], lexicon: &Lexicon) {
    for sentence in sentences {
        mend_particles(sentence);
        mend_appositions(sentence);
        mend_joined_appositions(sentence);
        mend_neighbours(sentence);
        mend_who(sentence);
        mend_whose(sentence);
        mend_titles(sentence, lexicon);
        for open in 1..sentence.tokens.len().saturating_sub(3) {
            if let Some(phrase) = Phrase::at(sentence, open) {
                phrase.mend(sentence);
            }
        }
    }
}

/// The object of a particle is its verb's.
fn mend_particles(sentence: &mut Sentence) {
    for index in 0..sentence.tokens.len() {
        let particle = sentence.tokens[index].head;
        if sentence.tokens[index].dep == "pobj" && sentence.tokens[particle].dep == "prt" {
            let verb = sentence.tokens[particle].head;
            let token = &mut sentence.tokens[index];
            (token.head, token.dep) = (verb, "dobj");
        }
    }
}

/// `The governor of Ohio, Jane Doe,` is the governor, not Ohio: a person in apposition to a place or body behind `of`
/// names the noun in front of it.
fn mend_appositions(sentence: &mut Sentence) {
    let is_person = |sentence: &Sentence, token: usize| sentence.tokens[token].entity.is_any(&["PERSON"]);
    for index in 0..sentence.tokens.len() {
        let name = sentence.tokens[index].head;
        let preposition = sentence.tokens[name].head;
        let noun = sentence.tokens[preposition].head;
        let misplaced = sentence.tokens[index].dep == "appos"
            && is_person(sentence, index)
            && !is_person(sentence, name)
            && sentence.tokens[name].tag.starts_with("NNP")
            && sentence.tokens[name].dep == "pobj"
            && matches!(&*sentence.tokens[preposition].lemma, "of" | "for" | "at")
            && matches!(sentence.tokens[noun].tag, "NN" | "NNP")
            && noun < preposition;
        if misplaced {
            sentence.tokens[index].head = noun;
        }
    }
}

/// `Minister of Health Ana Moreno`: the parser takes the person for what the title's preposition governs; she is whom the
/// whole title stands in front of, like any apposition.
fn mend_titles(sentence: &mut Sentence, lexicon: &Lexicon) {
    for index in 2..sentence.tokens.len() {
        let tokens = &sentence.tokens;
        let preposition = tokens[index].head;
        let title = tokens[preposition].head;
        let recognised = (preposition + 1..=index)
            .rev()
            .find(|&first| matches!(tokens[first].entity, EntityTag::Begin("PERSON")));
        // Where nobody recognises the person: a name has two words as a rule, and is no common noun.
        let office =
            lexicon.noun_class(sentence, 0, title).is_some_and(|(class, _)| lexicon.is_office(class));
        let unknown = lexicon.word_class(&lemma(&tokens[index])).is_none();
        let begins = recognised
            .or_else(|| {
                index.checked_sub(1).filter(|_| office && unknown && !tokens[index].entity.is_any(&["GPE"]))
            })
            .filter(|&first| first > preposition + 1);
        let Some(first) = begins else { continue };
        let compound = |token: usize| tokens[token].head == index && tokens[token].tag.starts_with("NNP");
        let last_of_title = first - 1;
        let is_title = tokens[index].dep == "pobj"
            && matches!(&*tokens[preposition].lemma, "of" | "for")
            && (tokens[title].tag.starts_with("NNP") || office && is_capitalised(&tokens[title].text))
            && title + 1 == preposition
            && tokens[last_of_title].tag.starts_with("NNP")
            && (first..index).all(compound)
            && (last_of_title..=index).contains(&tokens[last_of_title].head);
        if !is_title {
            continue;
        }
        for token in &mut sentence.tokens[preposition + 1..last_of_title] {
            if token.head == index {
                token.head = last_of_title;
            }
        }
        let object = &mut sentence.tokens[last_of_title];
        (object.head, object.dep) = (preposition, "pobj");
        let person = &mut sentence.tokens[index];
        (person.head, person.dep) = (title, "appos");
    }
}

/// `The member for Hull Bay, who wrote`: no place is ever a `who`, and a body hardly, so it is the noun in front of it.
fn mend_who(sentence: &mut Sentence) {
    for verb in 0..sentence.tokens.len() {
        let tokens = &sentence.tokens;
        let who =
            |child: usize| tokens[child].tag == "WP" && matches!(tokens[child].dep, "nsubj" | "nsubjpass");
        if tokens[verb].dep != "relcl" || !sentence.children(verb).any(who) {
            continue;
        }
        let place = tokens[verb].head;
        let preposition = tokens[place].head;
        let noun = tokens[preposition].head;
        let is_place = |token: usize| tokens[token].entity.is_any(&["GPE", "LOC", "FAC", "ORG"]);
        let hangs = tokens[place].dep == "pobj" && tokens[preposition].dep == "prep";
        if hangs && is_place(place) && !is_place(noun) && matches!(tokens[noun].pos, "NOUN" | "PROPN") {
            sentence.tokens[verb].head = noun;
        }
    }
}

/// `Ann Reed, whose brother was shot, told the court`: the parser gives the first verb to Ann and the brother to nobody. Who
/// is told of with `whose` is the subject of the next verb, and Ann that of the one behind it.
fn mend_whose(sentence: &mut Sentence) {
    for noun in 1..sentence.tokens.len() {
        let tokens = &sentence.tokens;
        let owner = tokens[noun].head;
        let verb = tokens[owner].head;
        let whose = |child: usize| tokens[child].tag == "WP$" && tokens[child].dep == "poss";
        let is_subject = matches!(tokens[owner].dep, "nsubj" | "nsubjpass");
        let told =
            tokens[noun].dep == "appos" && owner < noun && noun < verb && sentence.children(noun).any(whose);
        if !told || !is_subject {
            continue;
        }
        let finite = |verb: usize| matches!(tokens[verb].tag, "VBD" | "VBZ" | "VBP");
        let own = |verb: usize| {
            sentence.children(verb).any(|child| matches!(tokens[child].dep, "nsubj" | "nsubjpass"))
        };
        let main = sentence
            .children(verb)
            .find(|&child| child > verb && tokens[child].dep == "conj" && finite(child) && !own(child));
        let Some(main) = main else { continue };
        let (head, dep, role) = (tokens[verb].head, tokens[verb].dep, tokens[owner].dep);
        let tokens = &mut sentence.tokens;
        (tokens[main].head, tokens[main].dep) = (if head == verb { main } else { head }, dep);
        (tokens[noun].head, tokens[noun].dep) = (verb, role);
        (tokens[owner].head, tokens[owner].dep) = (main, "nsubj");
        (tokens[verb].head, tokens[verb].dep) = (owner, "relcl");
    }
}

/// `Set up by the lawyer Helen Moss`: a person right behind a noun, without a comma, is that noun's, and no other's further
/// up.
fn mend_neighbours(sentence: &mut Sentence) {
    for first in 1..sentence.tokens.len() {
        let tokens = &sentence.tokens;
        if !matches!(tokens[first].entity, EntityTag::Begin("PERSON")) || tokens[first - 1].tag != "NN" {
            continue;
        }
        let inside = |index: &usize| tokens[*index].entity == EntityTag::Inside("PERSON");
        let end = first + 1 + (first + 1..tokens.len()).take_while(inside).count();
        let head = (first..end).find(|&index| !(first..end).contains(&tokens[index].head));
        if let Some(head) = head.filter(|&head| tokens[head].dep == "appos" && tokens[head].head + 1 < first)
        {
            sentence.tokens[head].head = first - 1;
        }
    }
}

/// `Ana Moreno and Tom Berg, the envoy,`: one thing behind two joined names is said of the nearer one.
fn mend_joined_appositions(sentence: &mut Sentence) {
    for index in 0..sentence.tokens.len() {
        let token = &sentence.tokens[index];
        if token.dep != "appos" || !matches!(token.tag, "NN" | "NNP") {
            continue;
        }
        let is_joined_name = |name: usize, child: usize| {
            let token = &sentence.tokens[child];
            token.dep == "conj" && token.pos == "PROPN" && name < child && child < index
        };
        let mut name = token.head;
        if sentence.tokens[name].pos != "PROPN" {
            continue;
        }
        while let Some(next) = sentence.children(name).rfind(|&child| is_joined_name(name, child)) {
            name = next;
        }
        sentence.tokens[index].head = name;
    }
}

/// A long name, its abbreviation in brackets, and a noun behind them.
struct Phrase {
    /// First token of the name.
    first: usize,
    /// The opening bracket.
    open: usize,
    /// The token of the name that all its others hang on.
    top: usize,
    noun: usize,
}

impl Phrase {
    fn at(sentence: &Sentence, open: usize) -> Option<Self> {
        let tokens = &sentence.tokens;
        let brackets = &*tokens[open].text == "(" && &*tokens[open + 2].text == ")";
        if !brackets || tokens[open + 3].tag != "NN" && tokens[open + 3].tag != "NNS" {
            return None;
        }
        let first = long_form_start(sentence, open, &tokens[open + 1].text)?;
        let nouns = tokens[open + 3..].iter().take_while(|token| matches!(token.tag, "NN" | "NNS")).count();
        let noun = open + 2 + nouns;
        let outside = |token: &usize| tokens[*token].head < first || tokens[*token].head > noun;
        let top = (first..open).find(|token| outside(token) || tokens[*token].head == *token)?;
        let below_the_name = tokens[noun].head != noun && (first..open).contains(&tokens[noun].head);
        below_the_name.then_some(Self { first, open, top, noun })
    }

    fn mend(&self, sentence: &mut Sentence) {
        let &Self { first, open, top, noun } = self;
        let tokens = &mut sentence.tokens;
        let governor = tokens[noun].head;
        let preposition = (tokens[noun].dep == "pobj").then_some(governor);
        let top_was = (tokens[top].head, tokens[top].dep);
        for index in (first..open + 3).filter(|&index| index != top) {
            let inside = (first..open).contains(&tokens[index].head);
            if inside {
                continue;
            }
            match preposition.filter(|&preposition| preposition < index && index < open) {
                Some(preposition) => (tokens[index].head, tokens[index].dep) = (preposition, "pobj"),
                None => tokens[index].head = top,
            }
        }
        for token in tokens[..first].iter_mut().filter(|token| token.head == top) {
            token.head = noun;
        }
        for token in tokens[noun + 1..].iter_mut().filter(|token| token.head == top) {
            token.head = noun;
        }
        (tokens[top].head, tokens[top].dep) = (noun, "compound");
        tokens[noun].dep = top_was.1;
        tokens[noun].head = if top_was.0 == top { noun } else { top_was.0 };
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::Engine;
    use crate::ontology::Ontology;

    fn heads(text: &str, words: &[&str]) -> Vec<String> {
        let mut sentences = Engine::load().analyse(&[text]).remove(0);
        let ontology = Ontology::embedded().expect("the built-in ontology");
        mend_trees(&mut sentences, &Lexicon::new(&ontology));
        let tokens = &sentences[0].tokens;
        let head = |word: &&str| {
            let token = tokens.iter().find(|token| &*token.text == *word).expect("the word is in the text");
            format!("{word} {} {}", token.dep, tokens[token.head].text)
        };
        words.iter().map(head).collect()
    }

    #[test]
    fn the_noun_behind_the_brackets_is_the_head() {
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
                "We have accepted a Military Aid to the Civil Authorities (MACA) request from the Home Office.",
                &["Aid", "to", "request", "from"],
            ),
            ["Aid compound request", "to prep Aid", "request dobj accepted", "from prep request"],
        );
    }

    #[test]
    fn a_particle_has_no_object() {
        assert_eq!(
            heads("Hundreds of Gwent armed drivers hand in keys as owner on leave", &["in", "keys"]),
            ["in prt hand", "keys dobj hand"],
        );
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
