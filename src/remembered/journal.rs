//! What a build that still runs has read, entry after entry: whatever is cut off at the end costs the last entry only.
//!
//! An entry is its length in eight bytes, its checksum, and the settings with the record.

use sha2::{Digest, Sha256};

use super::record::Record;
use super::settings::Settings;

const LENGTH: usize = 8;
/// Enough to tell a write that was cut off from a whole one.
const CHECKSUM: usize = 8;

/// The bytes to be appended for a record.
///
/// # Errors
/// Returns an error where a value cannot be written, of which no case is known.
pub fn entry(settings: &Settings, record: &Record) -> postcard::Result<Vec<u8>> {
    let content = postcard::to_stdvec(&(settings, record))?;
    let length = (content.len() as u64).to_le_bytes();
    Ok([&length[..], &Sha256::digest(&content)[..CHECKSUM], &content].concat())
}

/// The records of a journal that were made with these settings, up to the first entry that is damaged.
pub fn records_of(mut bytes: &[u8], settings: &Settings) -> Vec<Record> {
    let mut records = Vec::new();
    while let Some((content, rest)) = first(bytes) {
        bytes = rest;
        match postcard::from_bytes::<(Settings, Record)>(content) {
            Ok((made_with, record)) if made_with == *settings => records.push(record),
            _ => {}
        }
    }
    records
}

/// The content of the first entry, if it is whole, and what comes after it.
fn first(bytes: &[u8]) -> Option<(&[u8], &[u8])> {
    let (length, rest) = bytes.split_at_checked(LENGTH)?;
    let length = usize::try_from(u64::from_le_bytes(length.try_into().ok()?)).ok()?;
    let (checksum, rest) = rest.split_at_checked(CHECKSUM)?;
    let (content, rest) = rest.split_at_checked(length)?;
    (Sha256::digest(content)[..CHECKSUM] == *checksum).then_some((content, rest))
}

#[cfg(test)]
mod tests {
    use crate::Pipeline;
    use crate::decisions::Decisions;
    use crate::remembered::ArticleKey;

    use super::*;

    #[test]
    fn what_was_cut_off_costs_the_last_entry_only() {
        let pipeline = Pipeline::builder().quick(true).build().unwrap();
        let record = |path: &str| {
            let article = pipeline.article(path, "Ida Lund spoke.").unwrap();
            let key = ArticleKey::of(&article, &Decisions::default());
            let facts = pipeline.facts(&article, &pipeline.lexicon()).unwrap().facts;
            Record::new(key, &facts, &Decisions::default()).unwrap()
        };
        let settings = Settings::new(Vec::new(), String::new(), "https://a.example/", true);
        let other = Settings::new(Vec::new(), "1".to_owned(), "https://a.example/", true);
        let (one, two) = (record("a.txt"), record("b.txt"));
        let written =
            [entry(&settings, &one).unwrap(), entry(&other, &one).unwrap(), entry(&settings, &two).unwrap()]
                .concat();
        assert_eq!(records_of(&written, &settings), [one.clone(), two]);
        assert_eq!(records_of(&written[..written.len() - 1], &settings), [one]);
        assert_eq!(records_of(b"", &settings), []);
        assert_eq!(records_of(&[255; 40], &settings), []);
    }
}
