//! Why an example teaches nothing.

use serde::{Deserialize, Serialize};

/// Why an example taught nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error, Serialize, Deserialize)]
pub enum LearningError {
    #[error("it marks neither a subject nor an object")]
    NoArgument,
    #[error("the marked arguments stand in different sentences; write one sentence an example")]
    SeveralSentences,
    #[error(
        "no word connects the marked arguments; write a plainer sentence with the word that states the relation"
    )]
    NotConnected,
}
