//! Why two phrases are taken to speak of the same: every merge can be questioned, so every merge has a reason.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::story::SAME_NAME;

/// What proves, or makes more than likely, that a phrase means somebody or something spoken of elsewhere.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Reason {
    /// Both are labels of one individual of the ontology.
    KnownIndividual,
    SameName,
    /// The article explains the abbreviation in brackets.
    Abbreviation,
    /// The initials of the only longer name of the article that they fit.
    Initials,
    /// The same name with a slip or with its words turned about.
    SpellingVariant,
    /// Surname, first name or first words, and only one longer name fits.
    ShortName,
    /// Apposition, title, `X is the …`, `known as`.
    SaidToBe,
    /// The same words for what is the same wherever it is spoken of (an offence, an office, soldiers).
    SameWords,
    /// The only holder of the office who is named.
    OnlyHolder,
    /// A definite description of what was spoken of before.
    PointsBack,
    Pronoun,
    /// An unnamed person and a named one take the same part in an event that only one can take.
    SharedEvent {
        relation: String,
        other: String,
    },
    /// Somebody unnamed to whom a thing happened, and the article goes on to name the only one to whom it did.
    OnlyOneNamed {
        relation: String,
    },
    /// The user's decision, with the line of the file that states it.
    Decision {
        line: usize,
    },
}

impl fmt::Display for Reason {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let text = match self {
            Self::KnownIndividual => "both are names of one individual that the ontology knows",
            Self::SameName => SAME_NAME,
            Self::Abbreviation => "an abbreviation that the article explains",
            Self::Initials => "the initials of the only name that they fit",
            Self::SpellingVariant => "the same name written in another way",
            Self::ShortName => "a shorter name that fits nobody else",
            Self::SaidToBe => "the sentence says that they are the same",
            Self::SameWords => "the same words for what is the same everywhere",
            Self::OnlyHolder => "the only one named who holds the office",
            Self::PointsBack => "a description that points back to what was spoken of before",
            Self::Pronoun => "a pronoun",
            Self::SharedEvent { relation, other } => {
                return write!(
                    formatter,
                    "inferred: the same event ({relation}: {other}), for which the articles on this affair name \
                     nobody else"
                );
            }
            Self::OnlyOneNamed { relation } => {
                return write!(
                    formatter,
                    "inferred: the article tells of one event ({relation}), and names the one it happened to further on"
                );
            }
            Self::Decision { line } => return write!(formatter, "decided by the user (line {line})"),
        };
        formatter.write_str(text)
    }
}
