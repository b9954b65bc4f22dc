//! What the descriptions of invented stories point back to.

use crate::coreference::sample_chains::{same, together};

#[test]
fn an_offence_is_the_same_wherever_it_is_told_and_so_are_soldiers_but_not_two_soldiers() {
    let text = "Tom Hale was charged with fraud. Peter Vane denied fraud.";
    assert!(same(text, "fraud. Peter", "fraud."));
    assert!(same("Soldiers searched the barn. Soldiers left.", "Soldiers searched", "Soldiers left"));
    let two = "Two soldiers fled. Two soldiers slept.";
    assert!(!same(two, "Two soldiers fled", "Two soldiers slept"));
}

#[test]
fn the_holder_of_an_office_is_the_only_one_named_who_holds_it() {
    let text = "Finance Minister Clara Moss resigned. The minister gave no reason. A minister wept.";
    assert!(same(text, "Clara Moss", "The minister"));
    assert!(!same(text, "Clara Moss", "A minister"));
    let two = "Finance Minister Clara Moss met Transport Minister Tom Hale. The minister left.";
    assert!(!same(two, "Clara Moss", "The minister"));
    assert!(!same(two, "Tom Hale", "The minister"));
}

#[test]
fn the_thing_is_what_was_called_so_before_if_there_is_but_one() {
    let text = "An old bus and a new bus crashed. The bus burned. The new bus was towed.";
    assert!(same(text, "a new bus", "The new bus"));
    assert!(!same(text, "An old bus", "The bus burned"));
    assert!(!same(text, "a new bus", "The bus burned"));
}

#[test]
fn a_body_is_meant_by_the_noun_in_its_name_or_as_the_only_one_near() {
    let council = "The Harbour Council met on Monday. The council rejected the plan.";
    assert!(same(council, "Harbour Council", "The council"));
    let company = "Nordholm Lines was sued by the crew. The company denied it.";
    assert!(same(company, "Nordholm Lines", "The company"));
    let two = "Nordholm Lines sued Keswick Laboratories. The company denied it.";
    assert!(!same(two, "Nordholm Lines", "The company"));
}

#[test]
fn a_new_noun_for_a_person_means_the_subject_of_the_sentence_before() {
    assert!(together("Tom Hale was hit by a van. The carpenter died.", "Tom Hale", "The carpenter"));
    let later = "Tom Hale was hit by a van. Rain fell. The carpenter died.";
    assert!(!together(later, "Tom Hale", "The carpenter"));
}

#[test]
fn a_former_mayor_or_a_deputy_is_not_the_mayor() {
    for (text, office, name) in [
        ("Governor Miles Reed left on Monday. The former governor was jailed.", "The former", "Miles Reed"),
        ("Vice President Oscar Vane left. The president was jailed.", "The president", "Oscar Vane"),
        ("Former mayor Roy Hale left. The mayor was jailed.", "The mayor", "Roy Hale"),
    ] {
        assert!(!same(text, office, name), "{text}");
    }
    assert!(same("Former mayor Roy Hale left. The former mayor was jailed.", "The former", "Roy Hale"));
}
