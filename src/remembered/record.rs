//! One article's facts as bytes, under a key that another article, or the same in other words, does not have.

use std::io;
use std::io::Read;

use flate2::Compression;
use flate2::read::{DeflateDecoder, DeflateEncoder};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::decisions::Decisions;
use crate::read::{Article, PassageKind, TextSource};
use crate::resolve::ArticleFacts;

/// Bytes that the facts of one article may unpack to; no article that could be read comes near.
const MOST_BYTES: u64 = 1 << 30;

/// A digest of all that an article's facts depend on beside the [`Settings`](super::Settings).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct ArticleKey([u8; 32]);

impl ArticleKey {
    /// The key of an article of which the user has decided this.
    pub fn of(article: &Article, decisions: &Decisions) -> Self {
        // Each field is named, so that one that is added cannot be forgotten here.
        let Article { path, url, title, publisher, author, date, text, text_source, passages } = article;
        let mut digest = Sha256::new();
        add(&mut digest, Some(path));
        for field in [url, title, publisher, author] {
            add(&mut digest, field.as_deref());
        }
        add(&mut digest, date.as_ref().map(|date| date.text.as_str()));
        add(&mut digest, Some(text));
        add(&mut digest, Some(if *text_source == TextSource::Given { "given" } else { "taken out" }));
        for passage in passages {
            let kind = match passage.kind {
                PassageKind::Headline => "headline",
                PassageKind::Paragraph => "paragraph",
                PassageKind::Caption => "caption",
            };
            add(&mut digest, Some(&format!("{kind} {} {}", passage.begin, passage.end)));
        }
        add(&mut digest, Some(&apart(decisions, path)));
        Self(digest.finalize().into())
    }
}

/// Whom the user keeps apart in an article, as text.
fn apart(decisions: &Decisions, path: &str) -> String {
    decisions.apart_in(path).map(|pair| format!("{pair:?}\n")).collect()
}

/// The length first, so that no two lists of texts run together; what is not there differs from what is empty.
fn add(digest: &mut Sha256, text: Option<&str>) {
    digest.update(text.map_or(u64::MAX, |text| text.len() as u64).to_le_bytes());
    digest.update(text.unwrap_or_default());
}

/// What was read of one article.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Record {
    /// What the facts were read of.
    pub key: ArticleKey,
    /// Where the article was found.
    pub path: String,
    /// Whom the user keeps apart in it, as text.
    apart: String,
    /// The facts, packed.
    facts: Vec<u8>,
}

impl Record {
    /// What was read of an article.
    ///
    /// # Errors
    /// Returns an error where the facts cannot be written, of which no case is known.
    pub fn new(key: ArticleKey, facts: &ArticleFacts, decisions: &Decisions) -> io::Result<Self> {
        let bytes = postcard::to_stdvec(facts).map_err(io::Error::other)?;
        let mut packed = Vec::new();
        DeflateEncoder::new(bytes.as_slice(), Compression::fast()).read_to_end(&mut packed)?;
        let path = facts.document.path.clone();
        Ok(Self { key, apart: apart(decisions, &path), path, facts: packed })
    }

    /// The facts; none where the bytes are damaged.
    pub fn facts(&self) -> Option<ArticleFacts> {
        let mut bytes = Vec::new();
        DeflateDecoder::new(self.facts.as_slice()).take(MOST_BYTES).read_to_end(&mut bytes).ok()?;
        postcard::from_bytes(&bytes).ok()
    }

    /// Whether the user keeps the same people apart in it now as when it was read.
    pub fn is_as_decided(&self, decisions: &Decisions) -> bool {
        self.apart == apart(decisions, &self.path)
    }
}
