//! A gold file's line: what a careful reader finds in one sentence.

use serde::Deserialize;

use crate::story::Polarity;

/// One statement of a gold file. Of each argument every accepted name or phrase is listed, the best one first; an
/// empty list accepts whatever stands there, and nothing.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GoldStatement {
    /// Name of the article's file, without its folder.
    pub document: String,
    /// Words of the sentence that states it, as they stand there.
    pub quote: String,
    /// Local name of the relation.
    pub relation: String,
    /// Accepted names of the subject.
    #[serde(default)]
    pub subject: Vec<String>,
    /// Accepted names or values of the object.
    #[serde(default)]
    pub object: Vec<String>,
    /// Whether the sentence affirms or denies it; affirms where the key is missing.
    #[serde(default = "positive")]
    pub polarity: Polarity,
    /// Whether it is told as a fact; so where the key is missing.
    #[serde(default = "yes")]
    pub asserted: bool,
    /// Accepted names of whoever says so; empty where the article itself does.
    #[serde(default)]
    pub attributed_to: Vec<String>,
    /// The number words of subject or object.
    #[serde(default)]
    pub quantity: Option<String>,
    /// Whether a careful reader may or may not draw it: to find it is no error, to miss it neither.
    #[serde(default)]
    pub optional: bool,
}

fn positive() -> Polarity {
    Polarity::Positive
}

fn yes() -> bool {
    true
}

impl GoldStatement {
    /// What makes the line useless, if anything does.
    pub fn fault(&self) -> Option<&'static str> {
        [
            (&self.document, "`document` is empty; write the name of the article's file"),
            (&self.quote, "`quote` is empty; copy the words of the sentence that state it"),
            (&self.relation, "`relation` is empty; write the relation's local name, such as charged_with"),
        ]
        .into_iter()
        .find(|(value, _)| value.trim().is_empty())
        .map(|(_, fault)| fault)
    }
}
