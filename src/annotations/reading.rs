//! Which format a file of annotations is in: its ending tells tables from JSON, its keys tell programs from each other.

use super::annotation::{Fault, Marked, Place};
use super::{json, table};

/// The annotations of a file and its faults. The ending of `name` decides: `.csv` and `.tsv` are tables, `.json`, `.jsonl` and
/// `.ndjson` are JSON.
///
/// # Errors
/// Returns what to do where the file as a whole is of no known format.
pub fn read(name: &str, text: &str) -> Result<Marked, Fault> {
    let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending).to_lowercase();
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    match ending.as_str() {
        "csv" => table::read(text, b','),
        "tsv" | "tab" => table::read(text, b'\t'),
        "json" | "jsonl" | "ndjson" => json::read(text),
        _ => {
            let message = "not a known format of annotations; give the file one of these endings: .csv, .tsv, .json, .jsonl";
            Err(Fault { place: Place::Line(1), message: message.to_owned() })
        }
    }
}
