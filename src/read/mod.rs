//! From files to articles: finding inputs, decoding bytes, telling the story from the page around it.

mod article;

pub use article::{Article, Passage, PassageKind};
