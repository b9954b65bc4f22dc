//! The words by which menus, prompts, credits and captions are known; the ontology lists them, so that users can add those
//! of their outlets.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

/// Words of news pages, in lower case where nothing else is said, with straight apostrophes and without the punctuation at
/// the ends of words.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PageWords {
    /// A line of these alone is a menu, a row of buttons or a heading of the page.
    pub menus: BTreeSet<String>,
    /// Words that may stand in a line of publication beside numbers and the names of months.
    pub publication: BTreeSet<String>,
    /// Openings of lines of publication that tell of a later change.
    pub updates: BTreeSet<String>,
    /// Openings of lines that are no sentences of the story.
    pub labels: BTreeSet<String>,
    /// Openings of the lines in which agencies name who has written a story.
    pub sign_off_openings: BTreeSet<String>,
    /// Endings of such lines.
    pub sign_off_endings: BTreeSet<String>,
    /// Endings of lines that lead to other stories.
    pub link_endings: BTreeSet<String>,
    /// Words with which a card of links in the middle of a sentence ends, as they are written.
    pub card_ends: BTreeSet<String>,
    /// Openings of sentences that turn to the reader of the page.
    pub prompts: BTreeSet<String>,
    /// Pieces of words that tell what such sentences are about.
    pub prompt_topics: BTreeSet<String>,
    /// What pages say that keep their story for subscribers, a whole phrase each.
    pub paywalls: BTreeSet<String>,
    /// What stands before a caption.
    pub caption_labels: BTreeSet<String>,
    /// What stands between a caption and the name of whoever took the picture, as it is written: with its capital.
    pub credit_labels: BTreeSet<String>,
    /// Sources of pictures, as they are credited.
    pub picture_sources: BTreeSet<String>,
    /// Nouns for those who write, at the end of a line with their name.
    pub writers: BTreeSet<String>,
    /// Headings of what readers wrote, without numbers and punctuation.
    pub comment_headings: BTreeSet<String>,
    /// Headings of lists of other articles, likewise.
    pub link_headings: BTreeSet<String>,
    /// Words of which one at least stands in an outlet's name.
    pub outlets: BTreeSet<String>,
}
