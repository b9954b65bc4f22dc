//! Pages that keep their story for subscribers: what is left of it would be taken for the whole.
//!
//! Many pages ask for a subscription below a story that is all there; only beside a short one does it tell of a rest.

use crate::page::PageWords;

/// Stories of more words are whole, whatever the page asks for.
const LONGEST_STUB: usize = 60;

impl PageWords {
    /// What a page says where it keeps its story for subscribers, as the ontology lists it.
    pub(super) fn paywall(&self, page: &str) -> Option<String> {
        let page = page.to_lowercase().replace('’', "'");
        let page = page.split_whitespace().collect::<Vec<_>>().join(" ");
        self.paywalls.iter().find(|prompt| page.contains(prompt.as_str())).cloned()
    }
}

/// Whether a story of so many words is but its beginning, on a page that keeps it for subscribers.
pub(super) fn is_stub(words: usize) -> bool {
    words <= LONGEST_STUB
}

/// The reason for an input that is but the beginning of its story.
pub(super) fn paywalled(prompt: &str) -> String {
    format!("shows only the beginning of its story (“{prompt}”); save it again where you may read the whole")
}
