//! How a statement stands to what it says: what may count as a fact, and what must not be taken for one.

use crate::confidence::Confidence;
use crate::ontology::Ontology;
use crate::story::{Polarity, Statement, TimeExpression};

/// What a sentence says of its statement, in as many kinds as all formats can keep apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Standing {
    /// Affirmed as a fact: only such a statement becomes a plain edge.
    Fact,
    /// The same, but not as surely as its relation asks.
    Doubtful,
    /// Denied as a fact.
    Denied,
    /// A lasting state that is over: a former minister's office.
    Past,
    /// Affirmed or denied, but as possible, planned, alleged or asked for.
    NotAsserted,
}

impl Standing {
    /// How this statement stands, by what the ontology asks of its relation.
    pub fn of(statement: &Statement, ontology: &Ontology) -> Self {
        let relation = ontology.relation_with_iri(&statement.relation_iri);
        let least = relation.map_or(Confidence::NONE, |relation| relation.least_confidence);
        match (statement.asserted, statement.polarity) {
            (true, Polarity::Positive) if statement.confidence < least => Self::Doubtful,
            (true, Polarity::Positive) => Self::Fact,
            (true, Polarity::Negative) => Self::Denied,
            (false, Polarity::Positive) if is_over(statement, ontology) => Self::Past,
            (false, _) => Self::NotAsserted,
        }
    }

    /// Words with what keeps them from being taken for a fact: `charged with (denied)`.
    pub fn mark(self, words: &str) -> String {
        match self {
            Self::Fact => words.to_owned(),
            Self::Doubtful => format!("{words} (doubtful)"),
            Self::Denied => format!("{words} (denied)"),
            Self::Past => format!("{words} (past)"),
            Self::NotAsserted => format!("{words} (not asserted)"),
        }
    }
}

/// Whether the words for the time of a lasting state say that it is no more (`former`, `ex-`).
fn is_over(statement: &Statement, ontology: &Ontology) -> bool {
    let lasts = ontology.relation_with_iri(&statement.relation_iri).is_some_and(|relation| relation.lasts);
    let over = &ontology.words.factuality.no_longer;
    let says = |time: &TimeExpression| over.contains(&time.text.to_lowercase());
    lasts && statement.time.as_ref().is_some_and(says)
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
            Standing::of(&statement, &sample::ontology()).mark("sued")
        };
        assert_eq!(standing(Polarity::Positive, true), "sued");
        assert_eq!(standing(Polarity::Negative, true), "sued (denied)");
        assert_eq!(standing(Polarity::Positive, false), "sued (not asserted)");
        assert_eq!(standing(Polarity::Negative, false), "sued (not asserted)");
    }

    #[test]
    fn a_former_office_is_past_and_not_in_doubt() {
        let (mut statement, mut ontology) = (sample::story().statements[0].clone(), sample::ontology());
        ontology.words.factuality.no_longer.insert("former".to_owned());
        ontology.relations.iter_mut().for_each(|relation| relation.lasts = true);
        statement.asserted = false;
        statement.time = Some(TimeExpression { text: "Former".to_owned(), value: None });
        assert_eq!(Standing::of(&statement, &ontology).mark("mayor of"), "mayor of (past)");
        statement.time = None;
        assert_eq!(Standing::of(&statement, &ontology), Standing::NotAsserted);
    }

    #[test]
    fn a_fact_must_be_as_sure_as_its_relation_asks() {
        let (mut statement, mut ontology) = (sample::story().statements[0].clone(), sample::ontology());
        let mut standing = |confidence, least| {
            statement.confidence = Confidence::of_hundredths(confidence);
            for relation in &mut ontology.relations {
                relation.least_confidence = Confidence::of_hundredths(least);
            }
            Standing::of(&statement, &ontology)
        };
        assert_eq!(standing(90, 90), Standing::Fact);
        assert_eq!(standing(89, 90), Standing::Doubtful);
        assert_eq!(standing(0, 0), Standing::Fact);
        statement.polarity = Polarity::Negative;
        assert_eq!(Standing::of(&statement, &ontology), Standing::Denied);
    }
}
