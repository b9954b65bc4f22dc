//! How a statement stands to what it says: what may count as a fact, and what must not be taken for one.

use crate::story::{Polarity, Statement};

/// What a sentence says of its statement, in as many kinds as all formats can keep apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Standing {
    /// Affirmed as a fact: only such a statement becomes a plain edge.
    Fact,
    /// Denied as a fact.
    Denied,
    /// Affirmed or denied, but as possible, planned, alleged or asked for.
    NotAsserted,
}

impl Standing {
    /// How this statement stands.
    pub fn of(statement: &Statement) -> Self {
        match (statement.asserted, statement.polarity) {
            (true, Polarity::Positive) => Self::Fact,
            (true, Polarity::Negative) => Self::Denied,
            (false, _) => Self::NotAsserted,
        }
    }

    /// Words with what keeps them from being taken for a fact: `charged with (denied)`.
    pub fn mark(self, words: &str) -> String {
        match self {
            Self::Fact => words.to_owned(),
            Self::Denied => format!("{words} (denied)"),
            Self::NotAsserted => format!("{words} (not asserted)"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample;

    #[test]
    fn only_what_is_affirmed_and_asserted_is_a_fact() {
        let mut statement = sample::story().statements[0].clone();
        let mut standing = |polarity, asserted| {
            (statement.polarity, statement.asserted) = (polarity, asserted);
            Standing::of(&statement).mark("sued")
        };
        assert_eq!(standing(Polarity::Positive, true), "sued");
        assert_eq!(standing(Polarity::Negative, true), "sued (denied)");
        assert_eq!(standing(Polarity::Positive, false), "sued (not asserted)");
        assert_eq!(standing(Polarity::Negative, false), "sued (not asserted)");
    }
}
