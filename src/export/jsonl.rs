//! `statements.jsonl` and `attributions.jsonl`: one value a line. The order of the keys is that of the fields of
//! [`Statement`](crate::story::Statement) and [`Attribution`](crate::story::Attribution), a promise to users.

use std::io;
use std::io::Write;

use serde::Serialize;

/// Writes each value on a line of its own.
///
/// # Errors
/// Returns I/O errors from `out`, and an error for a value that cannot be JSON, which no statement or attribution is.
pub fn jsonl<T: Serialize>(values: &[T], out: &mut impl Write) -> io::Result<()> {
    for value in values {
        serde_json::to_writer(&mut *out, value)?;
        out.write_all(b"\n")?;
    }
    Ok(())
}
