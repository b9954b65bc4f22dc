//! `statements.jsonl` and `attributions.jsonl`: one value a line. The order of the keys is that of the fields of
//! [`Statement`](crate::resolve::Statement) and [`Attribution`](crate::resolve::Attribution), a promise to users.

use serde::Serialize;

/// Each value on a line of its own.
///
/// # Errors
/// Where a value cannot be JSON, which no statement or attribution is.
pub fn jsonl<T: Serialize>(values: &[T]) -> serde_json::Result<String> {
    let mut lines = String::new();
    for value in values {
        lines.push_str(&serde_json::to_string(value)?);
        lines.push('\n');
    }
    Ok(lines)
}
