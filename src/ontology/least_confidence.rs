//! `ng:leastConfidence`: how sure a statement must be to make a plain edge of its relation. Where several files set it,
//! the last one counts, so that a file of one's own overrules what newsgraph's relations come with.

use crate::confidence::Confidence;
use crate::vocabulary as v;

use super::error::Problem;
use super::facts::Facts;
use super::location::Location;
use super::locator::local_name;
use super::relation::Relation;

/// What this relation asks for; whatever is no number from 0 to 1 is a problem.
pub(super) fn least_confidence(facts: &Facts, relation: &str, problems: &mut Vec<Problem>) -> Confidence {
    let mut least = Confidence::NONE;
    let mut refuse = |value: &str, location: &Location| {
        let name = local_name(relation);
        let message = format!(
            "{value} cannot be the ng:leastConfidence of {name}: write a number from 0 to 1, such as 0.85"
        );
        problems.push(Problem { location: location.clone(), column: None, message });
    };
    for (text, location) in facts.texts(relation, v::NG_LEAST_CONFIDENCE) {
        match text.parse() {
            Ok(confidence) => least = confidence,
            Err(_) => refuse(&format!("“{text}”"), location),
        }
    }
    for node in facts.nodes(relation, v::NG_LEAST_CONFIDENCE) {
        refuse(&format!("<{node}>"), &facts.location(relation));
    }
    least
}

/// Where it is said of what is no relation, it would be without effect, and nobody would know.
pub(super) fn misplaced(facts: &Facts, relations: &[Relation]) -> Vec<Problem> {
    let is_relation = |subject: &str| relations.iter().any(|relation| relation.iri == subject);
    facts
        .subjects()
        .filter(|subject| !is_relation(subject))
        .filter_map(|subject| {
            let (_, location) = facts.texts(subject, v::NG_LEAST_CONFIDENCE).next()?;
            let message = format!(
                "ng:leastConfidence is said of {}, which is no relation here: mend the name, or load the file that \
                 declares it, too",
                local_name(subject)
            );
            Some(Problem { location: location.clone(), column: None, message })
        })
        .collect()
}
