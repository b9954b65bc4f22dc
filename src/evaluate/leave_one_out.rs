//! How far the examples of a relation carry: is each one's statement found by the others alone (recall), and how often
//! is the relation read where another one's example stands (precision)? So the author sees which relation needs another
//! example, and which a counterexample. A pattern is learned from one example, so that leaving the example out means
//! leaving out its patterns; nothing is learned again.

/// How far the examples of one relation carry.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct LeaveOneOut {
    /// Local name of the relation.
    pub relation: String,
    /// How many examples the relation has.
    pub examples: usize,
    /// Examples whose statement the other examples find.
    pub found_without: usize,
    /// Examples of other relations whose statement is read as this relation.
    pub mistaken: usize,
    /// Other wordings that newsgraph knows for what the examples say.
    pub paraphrases: usize,
}

/// Whether the words that a relation was taught find it in other words, too.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Carry {
    /// No example is found by the others: each is another wording, and is found in all its forms, but in no further words.
    OwnWords,
    /// Fewer than half of the examples are found by the others.
    Partly,
    /// At least half of them are.
    Well,
}

impl Carry {
    /// In words.
    pub fn words(self) -> &'static str {
        match self {
            Self::OwnWords => "only its own words",
            Self::Partly => "in part",
            Self::Well => "well",
        }
    }
}

impl LeaveOneOut {
    /// The verdict on [`Self::recall`].
    pub fn carry(&self) -> Carry {
        match self.found_without {
            0 => Carry::OwnWords,
            found if found * 2 < self.examples => Carry::Partly,
            _ => Carry::Well,
        }
    }

    /// Share of the examples that the others find; 0 where there is no example.
    pub fn recall(&self) -> f64 {
        share(self.found_without, self.examples)
    }

    /// Share of the relation's own examples among all examples that are read as it.
    pub fn precision(&self) -> f64 {
        share(self.examples, self.examples + self.mistaken)
    }
}

fn share(part: usize, whole: usize) -> f64 {
    if whole == 0 { 0.0 } else { part as f64 / whole as f64 }
}

#[cfg(test)]
mod tests {
    use super::{Carry, LeaveOneOut};

    #[test]
    fn shares_are_of_the_relations_own_examples() {
        let reach = LeaveOneOut {
            relation: "owns".to_owned(),
            examples: 3,
            found_without: 1,
            mistaken: 1,
            paraphrases: 0,
        };
        assert!((reach.recall() - 1.0 / 3.0).abs() < 1e-9);
        assert!((reach.precision() - 0.75).abs() < 1e-9);
        assert_eq!((reach.carry(), LeaveOneOut::default().carry()), (Carry::Partly, Carry::OwnWords));
        assert!(LeaveOneOut::default().recall().abs() < 1e-9);
    }
}
