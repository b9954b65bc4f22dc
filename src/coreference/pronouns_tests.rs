//! Whom the pronouns of invented stories mean.

use crate::coreference::sample_chains::together;

#[test]
fn subjects_are_likelier_meant_than_others_where_the_gender_allows_both() {
    assert!(together("Clara Moss spoke to Anna Berger. She laughed.", "Clara Moss", "She"));
    // Who did it and to whom it was done are as likely.
    assert!(!together("Clara Moss sued Anna Berger. She laughed.", "Clara Moss", "She"));
    assert!(together("Clara Moss met Peter Vane. He laughed.", "Peter Vane", "He"));
}

#[test]
fn nobody_is_the_object_of_his_own_clause_but_by_a_reflexive() {
    assert!(!together("Clara Moss saw her.", "Clara Moss", "her"));
    assert!(together("Peter Vane blamed himself.", "Peter Vane", "himself"));
}

#[test]
fn a_relative_pronoun_is_the_noun_before_it() {
    assert!(together("The woman who sued the council has died.", "The woman", "who"));
    assert!(!together("The woman who sued the council has died.", "the council", "who"));
}

#[test]
fn it_is_a_body_or_what_was_spoken_of_and_never_a_person() {
    let body = "The Harbour Council met on Monday. It rejected the plan.";
    assert!(together(body, "Harbour Council", "It"));
    let report = "The report came out in May. It criticised both captains.";
    assert!(together(report, "The report", "It"));
    assert!(!together("Peter Vane arrived. It criticised both captains.", "Peter Vane", "It"));
}

#[test]
fn it_of_a_clause_stands_for_nothing() {
    let text = "The Harbour Council met on Monday. It emerged that the mine had closed.";
    assert!(!together(text, "Harbour Council", "It"));
}

#[test]
fn they_are_many() {
    let text = "The divers met Clara Moss. They praised her.";
    assert!(together(text, "The divers", "They"));
    assert!(together(text, "Clara Moss", "her"));
}

#[test]
fn a_lawyer_speaks_of_the_client() {
    let text = "A solicitor for Peter Vane said he denies the theft.";
    assert!(together(text, "Peter Vane", "he"));
    assert!(!together(text, "A solicitor", "he"));
}

#[test]
fn whoever_is_asked_to_leave_sat_there() {
    let text = "Tom Hale asked Peter Vane to leave the board on which he sat.";
    assert!(together(text, "Peter Vane", "he"));
}

#[test]
fn people_are_meant_from_three_sentences_before_but_not_from_further() {
    let near = "Peter Vane arrived on Monday. Rain fell. Snow fell. He slept.";
    assert!(together(near, "Peter Vane", "He"));
    let far = "Peter Vane arrived on Monday. Rain fell. Snow fell. Hail fell. He slept.";
    assert!(!together(far, "Peter Vane", "He"));
}

#[test]
fn whoever_is_said_to_be_so_old_is_meant_by_the_age_and_nobody_where_two_are() {
    let one = "Clara Moss, 43, was stopped in Lisbon. The 43-year-old was arrested.";
    assert!(together(one, "Clara Moss", "The 43-year-old"));
    let two = "Clara Moss, 43, met Anna Berger, 43. The 43-year-old was arrested.";
    assert!(!together(two, "Clara Moss", "The 43-year-old"));
    assert!(!together(two, "Anna Berger", "The 43-year-old"));
}
