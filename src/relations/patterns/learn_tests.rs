//! What invented examples teach.

use crate::grammar::{Category, Link};
use crate::ontology::Role;

use super::learning_error::LearningError;
use super::pattern::{Branch, Content};
use super::sample_patterns::{pattern, try_pattern};

#[test]
fn the_word_between_the_arguments_is_the_root_and_they_are_its_slots() {
    let root = pattern("[subject: The nurses] praised [object: the cook].").root;
    assert_eq!(root.content, Content::Word { lemma: "praise".to_owned(), category: Category::Verb });
    let slot = |branch: &Branch| match &branch.node.content {
        Content::Slot { role, lemma: None } => Some((branch.link.clone(), role.clone())),
        _ => None,
    };
    let slots: Vec<_> = root.branches.iter().filter_map(slot).collect();
    assert_eq!(slots, [(Link::Subject, Role::Subject), (Link::Object, Role::Object)]);
}

#[test]
fn the_passive_teaches_what_the_active_teaches() {
    let active = pattern("[subject: The nurses] praised [object: the cook].").root;
    let passive = pattern("[object: The cook] was praised by [subject: the nurses].").root;
    assert!(active.same_shape(&passive), "{passive:?}");
}

#[test]
fn what_else_the_word_governs_belongs_to_the_wording() {
    assert_eq!(pattern("[subject: The union] put pressure on [object: the mayor].").root.words(), 2);
    assert_eq!(pattern("[subject: The firm] shut down [object: the mill].").root.particles, ["down"]);
    assert_eq!(pattern("[subject: The clerk] did not attend [object: the trial].").root.negations(), 1);
}

#[test]
fn what_stands_above_the_word_belongs_to_the_wording() {
    let stopped = pattern("[subject: The mill] stopped selling [object: flour].");
    assert!(stopped.may_begin_at("stop") && !stopped.may_begin_at("sell"));
}

#[test]
fn where_one_argument_hangs_on_the_other_a_name_wants_a_name() {
    let court = pattern("[subject: the court] in [object: Lisbon]");
    assert!(court.root.is_attachment() && court.says_little);
    assert_eq!(court.named, [Role::Object]);
}

#[test]
fn arguments_of_two_sentences_teach_nothing() {
    let told = try_pattern("[subject: The mayor] slept. [object: The clerk] wept.");
    assert_eq!(told, Err(LearningError::SeveralSentences));
}
