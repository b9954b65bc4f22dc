//! What the user may say about how inputs are read.

use super::fields::FieldName;
use crate::page::PageWords;

/// How inputs are read.
///
/// ```
/// use newsgraph::read::{PageWords, ReadOptions, read_inputs};
///
/// let folder = tempfile::tempdir()?;
/// let file = folder.path().join("crawl.json");
/// std::fs::write(&file, r#"{"story": {"full": "The ferry sank."}, "paper": "Orrin Herald"}"#)?;
/// let fields = ["text=story.full", "publisher=paper"].map(|field| field.parse().unwrap());
/// let words = PageWords::default();
/// let reading = read_inputs(&[file], &ReadOptions { fields: &fields, ..ReadOptions::new(&words) });
/// assert_eq!(reading.articles[0].publisher.as_deref(), Some("Orrin Herald"));
/// # std::io::Result::Ok(())
/// ```
#[derive(Debug, Clone, Copy)]
pub struct ReadOptions<'a> {
    /// The words by which the story is told from the page around it.
    pub words: &'a PageWords,
    /// The user's own names of fields of records; they count before the usual ones.
    pub fields: &'a [FieldName],
    /// Read texts that are not English too.
    pub any_language: bool,
}

impl<'a> ReadOptions<'a> {
    /// The usual names of fields, and English texts only.
    pub fn new(words: &'a PageWords) -> Self {
        Self { words, fields: &[], any_language: false }
    }
}
