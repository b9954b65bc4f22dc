//! Literals that must be one of a few names: what another name would mean nobody knows, so it is told with its place.

use super::error::Problem;
use super::facts::Facts;
use super::locator::local_name;

/// The values under `predicate` by their names; an unknown name is a problem.
pub(super) fn known<T: Copy>(
    facts: &Facts,
    subject: &str,
    predicate: &'static str,
    names: &[(&str, T)],
    problems: &mut Vec<Problem>,
) -> Vec<T> {
    let mut found = Vec::new();
    for (text, location) in facts.texts(subject, predicate) {
        match names.iter().find(|(name, _)| *name == text) {
            Some((_, value)) => found.push(*value),
            None => {
                let all: Vec<String> = names.iter().map(|(name, _)| format!("\"{name}\"")).collect();
                problems.push(Problem {
                    location: location.clone(),
                    column: None,
                    message: format!(
                        "\"{text}\" is not known to ng:{}; take one of {}",
                        local_name(predicate),
                        all.join(", ")
                    ),
                });
            }
        }
    }
    found
}
