//! Events that nouns name, and what stands above them.

use crate::grammar::{Factuality, Tree, factuality};
use crate::sample_language::{lexicon, parse, token};

const HOLDS: Factuality = Factuality { negative: false, asserted: true };
const DOES_NOT_HOLD: Factuality = Factuality { negative: true, asserted: true };

fn reading(text: &str, trigger: &str) -> Factuality {
    let sentences = parse(text);
    let trigger = token(&sentences[0], trigger);
    factuality(&Tree::new(&sentences[0]), trigger, &[], &lexicon().words().factuality)
}

#[test]
fn an_event_is_real_unless_its_verb_plans_or_prevents_it() {
    assert_eq!(reading("The mayor opened an inquiry.", "inquiry"), HOLDS);
    assert!(!reading("The mayor promised an inquiry.", "inquiry").asserted);
    assert!(!reading("The mayor called for an inquiry.", "inquiry").asserted);
    assert!(!reading("The mayor prevented an attack.", "attack").asserted);
}

#[test]
fn what_could_come_or_looms_has_not_happened() {
    for text in [
        "Her arrest could come on Monday.",
        "Her arrest may be coming.",
        "Her arrest will follow.",
        "Her arrest is imminent.",
        "Her arrest is likely.",
        "Her arrest looms.",
    ] {
        assert!(!reading(text, "arrest").asserted, "{text}");
    }
    assert_eq!(reading("Her arrest came on Monday.", "arrest"), HOLDS);
    assert_eq!(reading("Her arrest could hurt the party.", "arrest"), HOLDS);
}

#[test]
fn what_would_please_or_is_to_be_held_is_open() {
    assert!(!reading("Her appointment would please the crew.", "appointment").asserted);
    assert!(!reading("An inquiry is to be held.", "inquiry").asserted);
}

#[test]
fn whoever_rejects_a_report_denies_what_it_says() {
    assert_eq!(reading("The mayor rejected reports that the crew had fled.", "fled"), DOES_NOT_HOLD);
}

#[test]
fn without_denies_and_so_does_what_stops_somebody_from_it() {
    assert_eq!(reading("Sailors left the port without paying the fee.", "paying"), DOES_NOT_HOLD);
    assert_eq!(reading("The law stopped the firm from buying the pier.", "buying"), DOES_NOT_HOLD);
    assert_eq!(reading("The law has not stopped the firm from buying the pier.", "buying"), HOLDS);
}

#[test]
fn what_somebody_is_accused_of_is_open() {
    assert!(!reading("The clerk was accused of stealing a boat.", "stealing").asserted);
}
