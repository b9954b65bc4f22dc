//! What somebody marked: a relation between two spans of a text, or that there is none.

use std::fmt;

/// Where something stands in a file of annotations.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Place {
    /// A line, counted from 1.
    Line(usize),
    /// An entry of a list, counted from 1, where line ends mean nothing.
    Entry(usize),
}

impl fmt::Display for Place {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Line(line) => write!(formatter, "{line}"),
            Self::Entry(entry) => write!(formatter, "entry {entry}"),
        }
    }
}

/// What cannot be used, where, and what to do.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Fault {
    /// Where it stands.
    pub place: Place,
    /// What is wrong and what to write.
    pub message: String,
}

/// A marked relation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Annotation {
    pub place: Place,
    /// A sentence, or a longer text that holds it.
    pub text: String,
    /// The name of the relation as it stands there.
    pub relation: String,
    pub subject: Option<Argument>,
    pub object: Option<Argument>,
    /// Whether the sentence states the relation; else it is a counterexample.
    pub states: bool,
}

/// How an argument is marked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Argument {
    /// By its words, which stand once in the text.
    Words(String),
    /// By its characters, counted from 0; the end is one past the last.
    Characters(usize, usize),
}

/// What a file of annotations holds.
#[derive(Debug, Default)]
pub struct Marked {
    pub(super) annotations: Vec<Annotation>,
    pub(super) faults: Vec<Fault>,
}

impl Marked {
    pub(super) fn refuse(&mut self, place: &Place, message: impl Into<String>) {
        self.faults.push(Fault { place: place.clone(), message: message.into() });
    }
}

/// What a label says of the sentence: whether it states the relation. Programs have many words for it.
pub(super) fn truth(label: &str) -> Option<bool> {
    match label.trim().to_lowercase().as_str() {
        "" | "true" | "1" | "yes" | "accept" | "positive" => Some(true),
        "false" | "0" | "no" | "reject" | "negative" => Some(false),
        _ => None,
    }
}

/// The characters before these units of UTF-16, in which programs in Java and JavaScript count.
pub(super) fn characters_before(text: &str, units: usize) -> usize {
    let mut counted = 0;
    let before = |c: &char| {
        counted += c.len_utf16();
        counted <= units
    };
    text.chars().take_while(before).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn units_of_utf_16_become_characters() {
        assert_eq!(characters_before("a𝄞b", 0), 0);
        assert_eq!(characters_before("a𝄞b", 3), 2);
        assert_eq!(characters_before("a𝄞b", 9), 3);
    }

    #[test]
    fn labels_say_yes_or_no() {
        assert_eq!([truth("True"), truth(" reject"), truth("maybe")], [Some(true), Some(false), None]);
    }
}
