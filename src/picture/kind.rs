//! How statements that say the same stand to it together: what pictures and the report colour and word apart.

use crate::graph::Standing;
use crate::ontology::Ontology;
use crate::story::{Polarity, Statement};

/// How the statements that an edge is drawn for stand to it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// Somebody asserts it and nobody denies it.
    Stated,
    /// Somebody asserts it and somebody denies it.
    Disputed,
    /// Only denials.
    Denied,
    /// Asserted, but nowhere as surely as the relation asks.
    Doubtful,
    /// A state that was once and is over.
    Past,
    /// Only planned, possible, conditional or asked for.
    Possible,
}

impl Kind {
    pub const ALL: [Kind; 6] =
        [Kind::Stated, Kind::Disputed, Kind::Denied, Kind::Doubtful, Kind::Past, Kind::Possible];

    /// The relation's label with the words that keep a denial or a plan from being read as a fact.
    pub fn mark(self, label: &str) -> String {
        match self {
            Kind::Stated => label.to_owned(),
            Kind::Disputed => format!("{label} (disputed)"),
            Kind::Denied => format!("not {label}"),
            Kind::Doubtful => format!("{label} (doubtful)"),
            Kind::Past => format!("{label} (past)"),
            Kind::Possible => format!("{label}?"),
        }
    }

    /// What statements of the same subject, relation and object amount to together.
    pub fn of(statements: &[&Statement], ontology: &Ontology) -> Kind {
        let denied = statements.iter().any(|statement| statement.polarity == Polarity::Negative);
        let any = |standing| statements.iter().any(|one| Standing::of(one, ontology) == standing);
        match (any(Standing::Fact), denied) {
            (true, true) => Kind::Disputed,
            (true, false) => Kind::Stated,
            (false, true) => Kind::Denied,
            (false, false) if any(Standing::Doubtful) => Kind::Doubtful,
            (false, false) if any(Standing::Past) => Kind::Past,
            (false, false) => Kind::Possible,
        }
    }

    /// The name that style sheets use for it.
    pub fn style_name(self) -> &'static str {
        match self {
            Kind::Stated => "stated",
            Kind::Disputed => "disputed",
            Kind::Denied => "denied",
            Kind::Doubtful => "doubtful",
            Kind::Past => "past",
            Kind::Possible => "possible",
        }
    }
}
