//! Disagreements and timelines as JSON: the same for the command line and for the explorer's page.

use serde_json::{Value, json};

use crate::disagreements::{Disagreement, Side};
use crate::graph::Entry;

/// Disagreements, every side with its statements.
pub fn disagreements_json(found: &[Disagreement<'_>]) -> Value {
    let side = |side: &Side<'_>| json!({"claim": side.claim, "independent": side.independent, "statements": side.statements});
    let one = |disagreement: &Disagreement<'_>| {
        let sides: Vec<Value> = disagreement.sides.iter().map(side).collect();
        json!({
            "kind": disagreement.kind,
            "about": disagreement.question(),
            "correction": disagreement.correction,
            "sides": sides,
        })
    };
    Value::from_iter(found.iter().map(one))
}

/// What happened when, each with the statement that tells it best and the IRIs of all.
pub fn timeline_json(entries: &[Entry<'_>]) -> Value {
    let one = |entry: &Entry<'_>| {
        json!({
            "first": entry.first.to_string(),
            "last": entry.last.to_string(),
            "statement": entry.statement,
            "reports": Value::from_iter(entry.reports.iter().map(|report| json!(report.id))),
        })
    };
    Value::from_iter(entries.iter().map(one))
}
