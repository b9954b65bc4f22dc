//! An accusation, and the word of the accused against it: "the firm rejected the claim" belongs to the claim.

use std::collections::BTreeSet;

use crate::events::is_name;
use crate::ontology::RelationId;
use crate::story::{Polarity, Statement};

use super::disagreement::{Disagreement, DisagreementKind};
use super::ground::{Ground, content_words, grouped, is_person, source};

/// Letters in which two forms of one word agree (falsifying, falsified).
const STEM: usize = 5;

/// One disagreement for all that is answered of one who is accused of one thing.
pub fn find<'a>(ground: &Ground<'a>) -> Vec<Disagreement<'a>> {
    let answers: Vec<&Statement> = ground
        .affirmed()
        .filter(|one| ground.is(one, |relation| !relation.reporting.answers.is_empty()))
        .collect();
    let is_accusation = |one: &&Statement| one.polarity == Polarity::Positive;
    let accusations = grouped(ground.story.statements.iter().filter(is_accusation), |one| {
        Some((one.relation_iri.clone(), ground.parties(one)))
    });
    let mut found = Vec::new();
    for accusations in accusations.values() {
        let answers_it = |answer: &&&Statement| accusations.iter().any(|one| is_answer(ground, answer, one));
        let answers: Vec<&Statement> = answers.iter().filter(answers_it).copied().collect();
        let is_answered = |one: &&&Statement| answers.iter().any(|answer| is_answer(ground, answer, one));
        let accusations: Vec<&Statement> = accusations.iter().filter(is_answered).copied().collect();
        if !accusations.is_empty() {
            let sides = vec![("accused".to_owned(), accusations), ("rejected".to_owned(), answers)];
            found.extend(ground.disagreement(DisagreementKind::Accusation, sides));
        }
    }
    found
}

fn is_answer(ground: &Ground<'_>, answer: &Statement, accusation: &Statement) -> bool {
    let relations: Option<&Vec<RelationId>> =
        ground.relation(answer).map(|relation| &relation.reporting.answers);
    let tied = relations.is_some_and(|relations| {
        relations.iter().any(|&one| *ground.ontology.relation(one).iri == *accusation.relation_iri)
    });
    tied && is_by_the_accused(answer, accusation)
        && source(answer) != source(accusation)
        && ground.same_affair(answer, accusation)
        && rejects(ground, answer, accusation)
}

/// Whether the one who answers is the one who is accused: the same entity, or a body whose longer name begins with the shorter one
/// ("Granby Minerals", "Granby"), which two articles on one affair may not have told to be one.
fn is_by_the_accused(answer: &Statement, accusation: &Statement) -> bool {
    let (Some(one), Some(other)) = (&answer.subject, &accusation.subject) else { return false };
    let (shorter, longer) = if one.label.len() < other.label.len() { (one, other) } else { (other, one) };
    let begins = || longer.label.strip_prefix(&*shorter.label).is_some_and(|rest| rest.starts_with(' '));
    one.id == other.id || is_name(shorter) && !is_person(longer) && begins()
}

/// Whether what is rejected is the accusation: by its words, or by none at all ("the allegations") where both stand in one article.
fn rejects(ground: &Ground<'_>, answer: &Statement, accusation: &Statement) -> bool {
    let (Some(rejected), Some(accused)) = (&answer.object, &accusation.object) else { return false };
    let bare = &ground.ontology.words.reports.bare_claims;
    let rejected = content_words(rejected.label());
    let is_bare =
        |word: &String| bare.contains(word) || word.strip_suffix('s').is_some_and(|one| bare.contains(one));
    let said: BTreeSet<&String> = rejected.iter().filter(|word| !is_bare(word)).collect();
    if said.is_empty() {
        return answer.document.id == accusation.document.id;
    }
    let stem = |word: &str| word.chars().take(STEM).collect::<String>();
    let wanted: BTreeSet<String> = content_words(accused.label()).iter().map(|word| stem(word)).collect();
    let shared = said.iter().filter(|word| wanted.contains(&stem(word))).count();
    shared > 0 && 2 * shared >= wanted.len()
}
