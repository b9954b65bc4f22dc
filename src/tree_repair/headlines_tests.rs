//! Lines that are told in the way of headlines.

use crate::language::Dependency;
use crate::sample_language::mended;
use crate::tree_repair::tests::heads;

/// The verb that a line tells, with who does it or whom it is done to; the line's last word but the verb if there is none.
fn told(line: &str) -> String {
    let tokens = &mended(line)[0].tokens;
    let verb = tokens.iter().position(|token| token.dep == Dependency::Root);
    let subject = tokens.iter().find(|token| Some(token.head) == verb && token.dep.is_subject());
    let subject = subject.map_or("-", |subject| &subject.text);
    verb.map_or_else(String::new, |verb| format!("{subject} {} {}", tokens[verb].text, tokens[verb].tag))
}

#[test]
fn nouns_between_two_phrases_may_be_verbs() {
    assert_eq!(told("Senate backs bill"), "Senate backs VBZ");
    assert_eq!(told("Judge sentences Tom Reyes to death"), "Judge sentences VBZ");
    assert_eq!(told("Police probe charity"), "Police probe VBP");
    assert_eq!(told("Prosecutors charge officer with arson"), "Prosecutors charge VBP");
    assert_eq!(told("MPs slam minister"), "MPs slam VBP");
    assert_eq!(heads("Senate backs bill", &["Senate", "bill"]), ["Senate nsubj backs", "bill dobj backs"]);
}

#[test]
fn rows_of_nouns_stay() {
    for line in [
        "Northern arms deal",
        "Police officers Ann Reed and Tom Hale",
        "Trade talks deadline",
        "Prison sentences in Kenya",
        "Bill Gates foundation",
    ] {
        assert!(!told(line).contains(" VB"), "{line}: {}", told(line));
    }
}

#[test]
fn participles_have_things_done_to_them() {
    assert_eq!(told("Coach fired after defeat"), "Coach fired VBN");
    assert_eq!(heads("Coach fired after defeat", &["Coach"]), ["Coach nsubjpass fired"]);
    // Nobody is resigned: no example says so.
    assert_eq!(heads("Coach resigned after defeat", &["Coach"]), ["Coach nsubj resigned"]);
    assert_eq!(heads("Wives of men held by police to protest", &["Wives"]), ["Wives nsubj protest"]);
    assert_eq!(heads("The guards fired after dark.", &["guards"]), ["guards nsubj fired"]);
}

#[test]
fn commas_may_join() {
    assert_eq!(
        heads("Mills, Tanaka sign pact", &["Mills", "Tanaka"]),
        ["Mills nsubj sign", "Tanaka conj Mills"]
    );
    assert_eq!(heads("Okafor, Reed told court of threats", &["Reed"]), ["Reed conj Okafor"]);
    assert_eq!(heads("Girl, 9, killed by tree", &["Girl"]), heads("Girl, 9, killed by tree.", &["Girl"]));
}
