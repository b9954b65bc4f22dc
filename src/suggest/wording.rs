//! A construction as a marked example: the verb in the past, what belongs to it, and plain nouns in the place of the arguments.
//!
//! The forms are those of the corpus: where it does not have a verb's past, the example is in another tense.

use std::collections::BTreeMap;

use crate::grammar::{Link, is_negated, lemma_of};
use crate::grammar::{ParsedSentence, Tree};
use crate::language::{CoarseTag, Dependency, FineTag};
use crate::ontology::{Example, Location, Role, RoleSpan};

use super::candidate::Order;
use super::construction::{Complement, Construction, Instance, is_plain};

/// A name for the place of examples that no file has.
pub const PROPOSED: &str = "(proposed)";

/// How often the words of a corpus have which forms.
#[derive(Debug, Default)]
pub struct Forms {
    /// Lemma and tag → form → count.
    verbs: BTreeMap<(String, FineTag), BTreeMap<String, usize>>,
    /// Verb and the word that belongs to it → the word with its determiner → count.
    complements: BTreeMap<(String, Complement), BTreeMap<String, usize>>,
}

/// Plain nouns with their determiners for the two arguments of an example.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Phrases {
    /// In small letters: "the firm".
    pub subject: String,
    pub object: String,
}

impl Forms {
    /// Takes in the verbs of a sentence.
    pub fn add_verbs(&mut self, sentence: &ParsedSentence<'_>) {
        for token in (0..sentence.graph.len()).map(|index| sentence.tree.token(index)) {
            let form = token.text.to_lowercase();
            if token.pos.is_verb() && matches!(token.tag, FineTag::Vbd | FineTag::Vbn) && is_plain(&form) {
                let forms = self.verbs.entry((lemma_of(token), token.tag)).or_default();
                *forms.entry(form).or_default() += 1;
            }
        }
    }

    /// Takes in the word that belongs to a wording.
    pub fn add_complement(&mut self, instance: &Instance, tree: &Tree<'_>) {
        let (Some(complement), Some(token)) = (&instance.construction.complement, instance.complement) else {
            return;
        };
        let word = tree.token(token).text.to_lowercase();
        if !is_plain(&word) || is_negated(tree, token) {
            return;
        }
        let determiner =
            tree.child(token, &[Dependency::Det, Dependency::Poss]).map(|child| tree.token(child));
        let determiner = match determiner {
            Some(determiner) if determiner.pos == CoarseTag::Pron => "its ".to_owned(),
            Some(determiner) if matches!(&*determiner.text, "a" | "an" | "the") => {
                format!("{} ", determiner.text)
            }
            _ => String::new(),
        };
        // "A large part": what stood between is left out.
        let determiner = match (determiner.as_str(), word.starts_with(['a', 'e', 'i', 'o', 'u'])) {
            ("a ", true) => "an ".to_owned(),
            ("an ", false) => "a ".to_owned(),
            _ => determiner,
        };
        let key = (instance.construction.verb.clone(), complement.clone());
        *self.complements.entry(key).or_default().entry(format!("{determiner}{word}")).or_default() += 1;
    }

    /// The example that teaches the construction; `None` where it cannot be written.
    pub fn example(&self, construction: &Construction, order: Order, phrases: &Phrases) -> Option<Example> {
        let mut writing = Writing::default();
        let (front, back) = match order {
            Order::SubjectFirst => ((Role::Subject, &phrases.subject), (Role::Object, &phrases.object)),
            Order::ObjectFirst => ((Role::Object, &phrases.object), (Role::Subject, &phrases.subject)),
        };
        writing.mark(front.0, &capitalised(front.1));
        writing.word(&self.verb(construction)?);
        construction.particles.iter().for_each(|particle| writing.word(particle));
        if let Some(complement) = &construction.complement {
            let key = (construction.verb.clone(), complement.clone());
            writing.word(most_frequent(self.complements.get(&key)?)?);
        }
        match &construction.back {
            None => {}
            Some(Link::Object) => writing.mark(back.0, back.1),
            Some(Link::Preposition(name)) => {
                writing.word(name);
                writing.mark(back.0, back.1);
            }
            Some(_) => return None,
        }
        Some(writing.finish())
    }

    /// The verb in the past if the corpus has its past; else in the perfect, if it has the participle; else in the present, which no
    /// verb has irregular. `None` of a passive whose participle the corpus does not have.
    fn verb(&self, construction: &Construction) -> Option<String> {
        let verb = construction.verb.as_str();
        match verb {
            "be" => return Some("is".to_owned()),
            "have" => return Some("has".to_owned()),
            _ => {}
        }
        let seen = |tag: FineTag| most_frequent(self.verbs.get(&(verb.to_owned(), tag))?);
        let (past, participle) = (seen(FineTag::Vbd), seen(FineTag::Vbn));
        // Regular verbs have one form for both.
        let regular = |form: &&str| form.ends_with("ed");
        if construction.front == Link::Object {
            return participle.or(past.filter(regular)).map(|form| format!("was {form}"));
        }
        match (past.or(participle.filter(regular)), participle) {
            (Some(past), _) => Some(past.to_owned()),
            (None, Some(participle)) => Some(format!("has {participle}")),
            (None, None) => Some(present(verb)),
        }
    }
}

fn present(verb: &str) -> String {
    let hisses = ["s", "x", "z", "ch", "sh", "o"].iter().any(|ending| verb.ends_with(ending));
    match after_consonant(verb) {
        Some(stem) => format!("{stem}ies"),
        None if hisses => format!("{verb}es"),
        None => format!("{verb}s"),
    }
}

/// What stands before a final y that becomes an i.
fn after_consonant(verb: &str) -> Option<&str> {
    verb.strip_suffix('y').filter(|stem| !stem.ends_with(['a', 'e', 'o', 'u']))
}

/// The most frequent form, the first of equals.
fn most_frequent(forms: &BTreeMap<String, usize>) -> Option<&str> {
    let most = forms.values().max()?;
    forms.iter().find(|(_, count)| *count == most).map(|(form, _)| form.as_str())
}

fn capitalised(phrase: &str) -> String {
    let mut letters = phrase.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// An example that grows word by word.
#[derive(Default)]
struct Writing {
    marked: String,
    text: String,
    spans: Vec<RoleSpan>,
}

impl Writing {
    fn word(&mut self, word: &str) {
        self.space();
        self.marked.push_str(word);
        self.text.push_str(word);
    }

    fn mark(&mut self, role: Role, phrase: &str) {
        self.space();
        let begin = self.text.chars().count();
        self.marked.push_str(&format!("[{}: {phrase}]", role.name()));
        self.text.push_str(phrase);
        self.spans.push(RoleSpan { role, begin, end: begin + phrase.chars().count() });
    }

    fn space(&mut self) {
        if !self.text.is_empty() {
            self.marked.push(' ');
            self.text.push(' ');
        }
    }

    fn finish(self) -> Example {
        let location = Location { file: PROPOSED.to_owned(), line: 1 };
        Example { marked: self.marked + ".", text: self.text + ".", spans: self.spans, location }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample_language::parse;
    use crate::suggest::construction::instances;

    /// The examples of a sentence's constructions.
    fn written(text: &str, order: Order) -> Vec<String> {
        let sentences = parse(text);
        let parsed = ParsedSentence::new(&sentences[0]);
        let mut forms = Forms::default();
        forms.add_verbs(&parsed);
        let found = instances(&parsed);
        found.iter().for_each(|instance| forms.add_complement(instance, &parsed.tree));
        let phrases = Phrases { subject: "the firm".to_owned(), object: "an airline".to_owned() };
        let example = |instance: &Instance| forms.example(&instance.construction, order, &phrases);
        found.iter().filter_map(example).map(|example| example.marked).collect()
    }

    #[test]
    fn examples_are_short_and_in_the_past() {
        let written = |text| written(text, Order::SubjectFirst);
        let bought = "[subject: The firm] bought out [object: an airline].".to_owned();
        assert!(written("The bank bought out an old rival in May.").contains(&bought));
        let control = "[subject: The firm] took control of [object: an airline].".to_owned();
        assert!(written("The bank took full control of its rival.").contains(&control));
    }

    #[test]
    fn the_object_may_stand_first() {
        let sold = "[object: An airline] was sold to [subject: the firm].".to_owned();
        let found = written("The hotel was sold to a bank.", Order::ObjectFirst);
        assert!(found.contains(&sold), "{found:?}");
    }

    #[test]
    fn verbs_that_the_corpus_shows_in_other_forms_stand_in_other_tenses() {
        assert_eq!(
            ["oppose", "carry", "reach", "play"].map(present),
            ["opposes", "carries", "reaches", "plays"]
        );
        let held = "[subject: The firm] has held [object: an airline].".to_owned();
        assert!(written("The island was held by rebels.", Order::SubjectFirst).contains(&held));
    }
}
