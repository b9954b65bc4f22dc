//! The built-in words of news pages, for this room's tests.

use std::sync::OnceLock;

use crate::ontology::Ontology;

use super::page_words::PageWords;

pub(super) fn page_words() -> &'static PageWords {
    static WORDS: OnceLock<PageWords> = OnceLock::new();
    WORDS.get_or_init(|| Ontology::taught_by(&[]).expect("the vocabulary is sound").words.page)
}
