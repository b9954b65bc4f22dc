//! How the words above an event change what is said of it.

use crate::grammar::{Tree, factuality};
use crate::sample_language::{lexicon, parse, token};

/// How the event at a word is meant: `holds`, `does not hold` or `open`.
fn reading(text: &str, trigger: &str) -> &'static str {
    let sentences = parse(text);
    let trigger = token(&sentences[0], trigger);
    let words = &lexicon().words().factuality;
    let reading = factuality(&Tree::new(&sentences[0]), trigger, &[], words);
    match (reading.asserted, reading.negative) {
        (false, _) => "open",
        (true, true) => "does not hold",
        (true, false) => "holds",
    }
}

#[test]
fn what_is_decided_happens_what_is_refused_does_not_what_is_wanted_is_open() {
    assert_eq!(reading("The crew decided to leave the harbour.", "leave"), "holds");
    assert_eq!(reading("The crew refused to leave the harbour.", "leave"), "does not hold");
    assert_eq!(reading("The crew did not refuse to leave the harbour.", "leave"), "holds");
    assert_eq!(reading("The crew wanted to leave the harbour.", "leave"), "open");
}

#[test]
fn who_denies_says_that_it_is_not_so_and_who_does_not_deny_leaves_it_open() {
    assert_eq!(reading("The clerk said that the crew left the harbour.", "left"), "holds");
    assert_eq!(reading("The clerk denied that the crew left the harbour.", "left"), "does not hold");
    assert_eq!(reading("The clerk did not deny that the crew left the harbour.", "left"), "open");
    assert_eq!(reading("There is no suggestion that the crew left the harbour.", "left"), "does not hold");
}

#[test]
fn a_condition_is_open_and_a_relative_clause_presupposed() {
    assert_eq!(reading("If the crew left the harbour, the clerk would weep.", "left"), "open");
    assert_eq!(reading("The crew that left the harbour was not hurt.", "left"), "holds");
}

#[test]
fn being_told_to_and_being_said_to_have_is_open_but_being_reported_to_have_is_a_report() {
    assert_eq!(reading("The clerk was told to leave the harbour.", "leave"), "open");
    assert_eq!(reading("The clerk is said to have left the harbour.", "left"), "open");
    assert_eq!(reading("The clerk is reported to have left the harbour.", "left"), "holds");
}

#[test]
fn the_first_to_do_it_did_it_and_who_is_no_longer_needed_for_it_does_not() {
    assert_eq!(reading("She is the first woman to chair the board.", "chair"), "holds");
    assert_eq!(reading("The crew is no longer needed to guard the harbour.", "guard"), "does not hold");
}

#[test]
fn what_is_claimed_is_open_and_what_is_called_false_does_not_hold() {
    assert_eq!(reading("The clerk claimed that the crew left the harbour.", "left"), "open");
    assert_eq!(reading("The claim that the crew left the harbour is false.", "left"), "does not hold");
    assert_eq!(reading("It is untrue that the crew left the harbour.", "left"), "does not hold");
    assert_eq!(reading("The clerk faces charges that he left the harbour.", "left"), "open");
}

#[test]
fn what_is_regretted_judged_or_asked_about_is_presupposed() {
    assert_eq!(reading("The crew did not regret leaving the harbour.", "leaving"), "holds");
    assert_eq!(reading("It was wrong to leave the harbour.", "leave"), "holds");
    assert_eq!(reading("It is wrong to leave the harbour.", "leave"), "open");
    assert_eq!(reading("The clerk asked why the crew had left the harbour.", "left"), "holds");
}

#[test]
fn what_nearly_happened_or_was_decided_against_does_not_hold() {
    assert_eq!(reading("The crew nearly left the harbour.", "left"), "does not hold");
    assert_eq!(reading("The crew decided against leaving the harbour.", "leaving"), "does not hold");
    assert_eq!(reading("The crew has not ruled out leaving the harbour.", "leaving"), "open");
    assert_eq!(reading("The crew slept rather than leave the harbour.", "leave"), "does not hold");
}

#[test]
fn who_share_an_auxiliary_share_its_denial() {
    for (text, trigger) in [
        ("The clerk has not been sacked or charged.", "charged"),
        ("The guards have not hurt or robbed the clerk.", "robbed"),
        ("The clerk was heard but not sacked or charged.", "charged"),
        ("The clerk was neither sacked nor charged.", "charged"),
        ("The clerk did not help or hinder the crew.", "hinder"),
    ] {
        assert_eq!(reading(text, trigger), "does not hold", "{text}");
    }
    assert_eq!(reading("The clerk did not sign, and left.", "left"), "holds");
    assert_eq!(reading("The clerk was not sacked but charged.", "charged"), "holds");
    assert_eq!(reading("The clerk was not sacked and was charged.", "charged"), "holds");
}

#[test]
fn a_claim_may_be_called_wrong_in_many_ways() {
    for text in [
        "Reports that the crew had left the harbour were wrong.",
        "Rumours that the crew had left the harbour are fake.",
        "It is a lie that the crew had left the harbour.",
        "The Herald wrongly reported that the crew had left the harbour.",
        "The mayor dismissed as nonsense reports that the crew had left the harbour.",
        "The mayor described as a lie the claim that the crew had left the harbour.",
    ] {
        assert_eq!(reading(text, "left"), "does not hold", "{text}");
    }
    for text in [
        "The Herald apologised for saying that the crew had left the harbour.",
        "An earlier version of this article said that the crew had left the harbour.",
        "The Herald was wrong to say that the crew had left the harbour.",
        "The court overturned a ruling that the crew had left the harbour.",
    ] {
        assert_eq!(reading(text, "left"), "open", "{text}");
    }
    assert_eq!(reading("Reports that the crew had left the harbour were right.", "left"), "holds");
}

#[test]
fn a_verdict_that_fell_leaves_the_deed_open() {
    for (text, deed, wanted) in [
        ("The clerk was jailed for robbing a bank.", "robbing", "holds"),
        ("The clerk was wrongly jailed for robbing a bank.", "robbing", "open"),
        ("The clerk was wrongly jailed for robbing a bank.", "jailed", "open"),
        ("The clerk was never convicted of robbing a bank.", "robbing", "open"),
        ("The clerk's conviction for robbing a bank was quashed.", "robbing", "open"),
        ("Judges reversed the acquittal of the clerk.", "acquittal", "open"),
    ] {
        assert_eq!(reading(text, deed), wanted, "{text}");
    }
}

#[test]
fn a_warrant_is_no_arrest() {
    assert_eq!(reading("The clerk is the subject of an arrest warrant.", "arrest"), "open");
    assert_eq!(reading("The clerk is no longer under investigation.", "investigation"), "does not hold");
}

#[test]
fn what_is_fought_or_answered_for_was_there() {
    assert_eq!(reading("The mayor fought the charges against the clerk.", "charges"), "holds");
    assert_eq!(reading("The crew is responsible for the killing of two men.", "killing"), "holds");
    assert_eq!(reading("The mayor fought for an inquiry.", "inquiry"), "open");
}

#[test]
fn what_is_expected_or_to_be_decided_on_is_open() {
    assert_eq!(reading("They spoke of the charges expected to be filed on Monday.", "charges"), "open");
    assert_eq!(reading("The town awaits a decision concerning the arrest of the clerk.", "arrest"), "open");
}

#[test]
fn what_is_to_be_or_only_thought_of_is_open() {
    assert_eq!(reading("The jury recommended that the clerk be executed.", "executed"), "open");
    assert_eq!(reading("The judge upheld a recommendation that the clerk leave the town.", "leave"), "open");
    assert_eq!(reading("The judge said that the clerk was executed.", "executed"), "holds");
    assert_eq!(reading("Suing the council would be hard.", "Suing"), "open");
}
