//! Where patterns of invented examples fit in invented sentences.

use crate::grammar::ParsedSentence;
use crate::ontology::Role;
use crate::sample_language::parse;

use super::matching::{TaughtPrepositions, bindings};
use super::pattern::Pattern;
use super::sample_patterns::pattern;

/// Who fills subject and object, as `subject | object`, wherever the pattern fits.
fn fillers_beside(taught: &TaughtPrepositions, pattern: &Pattern, text: &str) -> Vec<String> {
    let sentences = parse(text);
    let sentence = ParsedSentence::new(&sentences[0]);
    let word = |token: Option<usize>| token.map_or("–", |token| &*sentences[0].tokens[token].text);
    let found = (0..sentences[0].tokens.len())
        .flat_map(|root| bindings(&sentence, pattern, taught, root, &|_, _| true, &|_, _| true));
    found
        .map(|binding| {
            let filler = |role| word(binding.filler(&role));
            format!("{} | {}", filler(Role::Subject), filler(Role::Object))
        })
        .collect()
}

fn fillers(example: &str, text: &str) -> Vec<String> {
    fillers_beside(&TaughtPrepositions::new(), &pattern(example), text)
}

#[test]
fn one_example_fits_every_voice() {
    let example = "[subject: The judge] cleared [object: the clerk].";
    assert_eq!(fillers(example, "The captain was cleared by the court."), ["court | captain"]);
    assert_eq!(fillers(example, "The court, having cleared the captain, rose."), ["court | captain"]);
}

#[test]
fn a_phrase_may_hang_on_the_verb_or_on_its_object() {
    let example = "[subject: The union] requested help from [object: the mayor].";
    assert_eq!(fillers(example, "The nurses requested urgent help from the army."), ["nurses | army"]);
}

#[test]
fn a_verb_fits_the_noun_for_its_event_but_not_by_a_preposition_of_its_own() {
    let requested = pattern("[subject: The mayor] requested [object: a boat].");
    let text = "The council rejected a request by the union for help.";
    assert_eq!(fillers_beside(&TaughtPrepositions::new(), &requested, text), ["union | help"]);
    let taught = TaughtPrepositions::from([("request".to_owned(), "for".to_owned())]);
    assert_eq!(fillers_beside(&taught, &requested, text), Vec::<String>::new());
}

#[test]
fn a_verb_with_another_particle_or_an_object_more_is_another_word() {
    let none = Vec::<String>::new();
    let shut = "[subject: The firm] shut [object: the mill].";
    assert_eq!(fillers(shut, "The council shut the pool."), ["council | pool"]);
    assert_eq!(fillers(shut, "The council shut down the pool."), none);
    let left = "[subject: The captain] left for [object: Lisbon].";
    assert_eq!(fillers(left, "The captain left a note for the cook."), none);
}

#[test]
fn what_the_example_denies_the_sentence_must_deny() {
    let example = "[subject: The clerk] did not attend [object: the trial].";
    assert_eq!(fillers(example, "The mayor did not attend the wedding."), ["mayor | wedding"]);
    assert_eq!(fillers(example, "The mayor attended the wedding."), Vec::<String>::new());
}

#[test]
fn a_filler_that_a_counterexample_denies_is_refused() {
    let mut cleared = pattern("[subject: The judge] cleared [object: the clerk].");
    cleared.vetoes = vec![vec![(Role::Object, "table".to_owned())]];
    let fillers = |text| fillers_beside(&TaughtPrepositions::new(), &cleared, text);
    assert_eq!(fillers("The waiter cleared the captain."), ["waiter | captain"]);
    assert_eq!(fillers("The waiter cleared the table."), Vec::<String>::new());
}
