//! What can be wrong with an ontology file. All findings of a run are told at once, each with its place and with
//! what to do, because whoever writes examples mends many of them in one sitting.

use std::fmt;

use super::location::Location;

/// Why an ontology could not be loaded: at least one problem, in order of the sources.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OntologyError {
    /// In order of the sources.
    pub problems: Vec<Problem>,
}

/// One thing that is wrong at one place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// The file and line that are to be changed.
    pub location: Location,
    /// Counted from 1, where the parser knows it.
    pub column: Option<usize>,
    /// What is wrong and what to do instead.
    pub message: String,
}

impl fmt::Display for Problem {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}", self.location)?;
        if let Some(column) = self.column {
            write!(formatter, ":{column}")?;
        }
        write!(formatter, ": {}", self.message)
    }
}

impl fmt::Display for OntologyError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, problem) in self.problems.iter().enumerate() {
            let separator = if index == 0 { "" } else { "\n" };
            write!(formatter, "{separator}{problem}")?;
        }
        Ok(())
    }
}

impl std::error::Error for OntologyError {}
