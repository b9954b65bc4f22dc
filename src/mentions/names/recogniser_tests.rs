//! What becomes of the recogniser's names.

use crate::grammar::Casing;
use crate::language::EntityType;

use super::recogniser::add;
use super::sample_names::{claimed, context, read, recognised};
use super::span::Source;

/// The names that are made of what the recogniser has found.
fn corrected(text: &str, name: &str, kind: EntityType) -> Vec<String> {
    let sentence = recognised(text, &[(name, kind)]);
    let mut spans = Vec::new();
    add(&sentence, Casing::Ordinary, &context(&[]), &mut spans);
    read(&sentence, &spans)
}

#[test]
fn articles_titles_and_possessive_endings_are_no_part_of_a_name() {
    let org = EntityType::Org;
    let boat = corrected("The Kestrel Foundation's boat sank.", "The Kestrel Foundation's", org);
    assert_eq!(boat, ["Kestrel Foundation: Organisation"]);
    let doctor = corrected("Dr Omar Haddad treated the woman.", "Dr Omar Haddad", EntityType::Person);
    assert_eq!(doctor, ["Omar Haddad: Person"]);
}

#[test]
fn a_post_before_a_name_makes_it_a_persons_whatever_the_recogniser_says() {
    let text = "Transport Minister Nina Alder opened the bridge.";
    assert_eq!(corrected(text, "Transport Minister Nina Alder", EntityType::Org), ["Nina Alder: Person"]);
}

#[test]
fn a_slash_divides_two_names_and_the_second_has_no_class() {
    let text = "Nina Alder/Coastpress took the picture.";
    let names = corrected(text, "Nina Alder/Coastpress", EntityType::Person);
    assert_eq!(names, ["Nina Alder: Person", "Coastpress: –"]);
}

#[test]
fn the_other_half_of_a_hyphenated_name_belongs_to_it() {
    let names = corrected("Police thanked Ann Grewal-Scott.", "Ann Grewal", EntityType::Person);
    assert_eq!(names, ["Ann Grewal-Scott: Person"]);
}

#[test]
fn a_mark_at_the_end_is_no_name() {
    assert_eq!(corrected("The story was built on gossip ☂", "☂", EntityType::Org), Vec::<String>::new());
}

#[test]
fn a_longer_name_takes_the_place_of_the_known_one_inside_it() {
    let text = "The crew repaired Lisbon Bridge.";
    let sentence = recognised(text, &[("Lisbon Bridge", EntityType::Fac)]);
    let mut spans = vec![claimed(&sentence, text, "Lisbon", Source::Gazetteer)];
    add(&sentence, Casing::Ordinary, &context(&[]), &mut spans);
    assert_eq!(read(&sentence, &spans), ["Lisbon Bridge: Place"]);
}

#[test]
fn in_headlines_words_that_the_article_writes_small_are_no_name() {
    let sentence = recognised("Angry Farmers Leave", &[("Angry Farmers", EntityType::Org)]);
    let names = |small: &[&str]| {
        let mut spans = Vec::new();
        add(&sentence, Casing::Title, &context(small), &mut spans);
        read(&sentence, &spans)
    };
    assert_eq!(names(&["angry", "farmers"]), Vec::<String>::new());
    assert_eq!(names(&[]), ["Angry Farmers: Organisation"]);
}

#[test]
fn the_first_word_of_a_sentence_is_no_name_where_the_article_writes_it_small() {
    let sentence = recognised("Colossal errors were made", &[("Colossal", EntityType::Person)]);
    let names = |small: &[&str]| {
        let mut spans = Vec::new();
        add(&sentence, Casing::Ordinary, &context(small), &mut spans);
        read(&sentence, &spans)
    };
    assert_eq!(names(&["colossal"]), Vec::<String>::new());
    assert_eq!(names(&[]), ["Colossal: Person"]);
}
