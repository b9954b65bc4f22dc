//! All that is remembered of a folder's articles, and its bytes: a signature, the settings and the records, a checksum.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::record::{ArticleKey, Record};
use super::settings::Settings;

/// Tells this file from others, and its first notation from later ones.
const SIGNATURE: &[u8] = b"newsgraph articles 1\n";
const CHECKSUM: usize = 32;

/// What is remembered of a folder's articles, and what it was made with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Memory {
    /// What the facts were made with.
    pub settings: Settings,
    records: BTreeMap<ArticleKey, Record>,
}

/// What stands in the file.
#[derive(Serialize, Deserialize)]
struct Content {
    settings: Settings,
    records: Vec<Record>,
}

/// Why bytes are no memory.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum MemoryError {
    /// Another notation, or no file of newsgraph.
    #[error("is of another version of newsgraph")]
    Foreign,
    /// The checksum differs, or the end is missing.
    #[error("is damaged")]
    Damaged,
}

impl Memory {
    /// Remembers nothing yet.
    pub fn new(settings: Settings) -> Self {
        Self { settings, records: BTreeMap::new() }
    }

    /// What was read of the article with this key.
    pub fn get(&self, key: ArticleKey) -> Option<&Record> {
        self.records.get(&key)
    }

    /// Remembers an article.
    pub fn insert(&mut self, record: Record) {
        self.records.insert(record.key, record);
    }

    /// All records, in the order of their keys.
    pub fn records(&self) -> impl Iterator<Item = &Record> {
        self.records.values()
    }

    /// The same memory gives the same bytes.
    ///
    /// # Errors
    /// Returns an error where a value cannot be written, of which no case is known.
    pub fn to_bytes(&self) -> postcard::Result<Vec<u8>> {
        let records = self.records.values().cloned().collect();
        let content = postcard::to_stdvec(&Content { settings: self.settings.clone(), records })?;
        Ok([SIGNATURE, &Sha256::digest(&content), &content].concat())
    }

    /// What [`Self::to_bytes`] wrote.
    ///
    /// # Errors
    /// Returns an error where the bytes are others.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, MemoryError> {
        let rest = bytes.strip_prefix(SIGNATURE).ok_or(MemoryError::Foreign)?;
        let (checksum, content) = rest.split_at_checked(CHECKSUM).ok_or(MemoryError::Damaged)?;
        if Sha256::digest(content)[..] != *checksum {
            return Err(MemoryError::Damaged);
        }
        let Content { settings, records } =
            postcard::from_bytes(content).map_err(|_| MemoryError::Damaged)?;
        Ok(Self { settings, records: records.into_iter().map(|record| (record.key, record)).collect() })
    }
}

#[cfg(test)]
mod tests {
    use crate::Pipeline;
    use crate::decisions::Decisions;

    use super::*;

    #[test]
    fn facts_come_back_as_they_were_and_damage_is_told() {
        let pipeline = Pipeline::builder().quick(true).build().unwrap();
        let text = "Ida Lund, 41, was charged with fraud in Hull on Monday. She denied it.";
        let article = pipeline.article("a.txt", text).unwrap();
        let decisions = Decisions::default();
        let key = ArticleKey::of(&article, &decisions);
        let facts = pipeline.facts(&article, &pipeline.lexicon()).unwrap().facts;
        let written = postcard::to_stdvec(&facts).unwrap();
        let mut memory = Memory::new(Settings::new(Vec::new(), String::new(), "https://a.example/", true));
        memory.insert(Record::new(key, &facts, &decisions).unwrap());
        let bytes = memory.to_bytes().unwrap();
        let again = Memory::from_bytes(&bytes).unwrap();
        assert_eq!(again, memory);
        let record = again.get(key).unwrap();
        assert!(record.path == "a.txt" && record.is_as_decided(&decisions));
        assert_eq!(postcard::to_stdvec(&record.facts().unwrap()).unwrap(), written);
        let story = |facts| pipeline.story_of(vec![facts], &pipeline.lexicon());
        assert_eq!(story(record.facts().unwrap()), story(facts));

        let mut damaged = bytes.clone();
        *damaged.last_mut().unwrap() ^= 1;
        assert_eq!(Memory::from_bytes(&damaged).unwrap_err(), MemoryError::Damaged);
        assert_eq!(Memory::from_bytes(&bytes[..30]).unwrap_err(), MemoryError::Damaged);
        assert_eq!(Memory::from_bytes(b"PK").unwrap_err(), MemoryError::Foreign);
    }

    #[test]
    fn another_text_and_another_decision_have_another_key() {
        let pipeline = Pipeline::builder().quick(true).build().unwrap();
        let key = |path: &str, text: &str, decisions: &str| {
            let article = pipeline.article(path, text).unwrap();
            ArticleKey::of(&article, &Decisions::parse(decisions).unwrap())
        };
        let first = key("a.txt", "Ida Lund spoke.", "");
        assert_eq!(first, key("a.txt", "Ida Lund spoke.", "same\tIda Lund\tI. Lund"));
        for other in [
            key("b.txt", "Ida Lund spoke.", ""),
            key("a.txt", "Ida Lunds spoke.", ""),
            key("a.txt", "Ida Lund spoke.", "different\tIda Lund\tLund"),
        ] {
            assert_ne!(first, other);
        }
    }
}
