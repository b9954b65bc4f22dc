//! Mentions of invented sentences, from text to phrases.

use crate::sample_language::{find, name_of};

use super::mention::{Mention, MentionKind, Mentions};

fn mentions(text: &str) -> Mentions {
    crate::sample_language::mentions(text).1
}

fn class(mention: &Mention) -> Option<&'static str> {
    name_of(mention.class)
}

#[test]
fn titles_and_honorifics_are_no_part_of_names() {
    let found = mentions("Harbour Commissioner Sir Alan Reed met Mrs Holt.");
    let reed = find(&found, "Alan Reed");
    assert_eq!(
        (reed.kind, class(reed), reed.honorific.as_deref()),
        (MentionKind::Name, Some("Person"), Some("Sir"))
    );
    assert_eq!(class(find(&found, "Harbour Commissioner")), Some("OfficeHolder"));
    assert_eq!(find(&found, "Holt").honorific.as_deref(), Some("Mrs"));
}

#[test]
fn amounts_stand_for_what_they_count() {
    let found = mentions("Scores of dock workers joined up to 300 bus drivers.");
    let workers = find(&found, "Scores of dock workers");
    assert_eq!((workers.label.as_str(), class(workers)), ("dock workers", Some("Person")));
    assert_eq!(workers.quantity.as_ref().map(|amount| amount.text.as_str()), Some("Scores"));
    let drivers = find(&found, "300 bus drivers");
    assert_eq!(drivers.label, "bus drivers");
    assert_eq!(drivers.quantity.as_ref().and_then(|amount| amount.max), Some(300.0));
}

#[test]
fn modifiers_can_be_arguments() {
    let found = mentions("A murder charge was brought against the dancer.");
    assert_eq!(class(find(&found, "murder")), Some("Offence"));
}

#[test]
fn headline_capitals_make_no_names() {
    let found = mentions("Hundreds Of Angry Drivers Hand In Their Keys As Harbour Closes");
    let names: Vec<&str> = found
        .iter()
        .filter(|(_, mention)| mention.kind == MentionKind::Name)
        .map(|(_, mention)| mention.text.as_str())
        .collect();
    assert!(names.is_empty(), "{names:?}");
}

#[test]
fn brackets_explain_abbreviations() {
    let found = mentions("The inquiry was led by the Board for Harbour Safety (BHS) in May.");
    assert_eq!(find(&found, "Board for Harbour Safety").kind, MentionKind::Name);
    assert_eq!(class(find(&found, "BHS")), class(find(&found, "Board for Harbour Safety")));
}

#[test]
fn an_office_that_acts_means_its_holder() {
    let found = mentions("The mayor resigned. Ben Holt became mayor.");
    assert_eq!(class(find(&found, "The mayor")), Some("Person"));
    assert_eq!(class(find(&found, "mayor")), Some("OfficeHolder"));
}

#[test]
fn nobody_is_called_by_what_belongs_to_somebody() {
    let found =
        mentions("Paul Hatch appeared before Grimsby Magistrates’ Court with Margaret Court on Monday.");
    assert_eq!(class(find(&found, "Grimsby Magistrates’ Court")), Some("Court"));
    assert_eq!(class(find(&found, "Margaret Court")), Some("Person"));
}
