//! The file of decisions, line by line.

use std::collections::BTreeMap;
use std::fmt;

use crate::vocabulary::local_name;

use super::name_selector::NameSelector;

/// All decisions, in order of the file.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Decisions {
    names: Vec<NameDecision>,
    statements: Vec<StatementDecision>,
}

/// Who is who.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NameDecision {
    pub verdict: Verdict,
    pub one: NameSelector,
    pub other: NameSelector,
    /// Counted from 1.
    pub line: usize,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    Same,
    Different,
}

/// Whether a sentence says what a statement says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StatementDecision {
    pub ruling: Ruling,
    /// The last part of the statement's IRI.
    pub statement: String,
    /// Counted from 1.
    pub line: usize,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ruling {
    Accept,
    Reject,
}

/// A line that cannot be read, or that contradicts others.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("line {line}: {message}")]
pub struct DecisionError {
    /// Counted from 1.
    pub line: usize,
    /// What is wrong and what to write instead.
    pub message: String,
}

impl Decisions {
    /// Reads the text of a file.
    ///
    /// # Errors
    ///
    /// The first line that is no decision, no comment and not empty; or the first that accepts what another one rejects.
    pub fn parse(text: &str) -> Result<Self, DecisionError> {
        let mut decisions = Self::default();
        for (index, line) in text.trim_start_matches('\u{feff}').lines().enumerate() {
            if !line.trim().is_empty() && !line.starts_with('#') {
                decisions.read(line, index + 1)?;
            }
        }
        decisions.check_rulings()?;
        Ok(decisions)
    }

    /// Who is who, in the order of the file.
    pub fn names(&self) -> impl Iterator<Item = &NameDecision> {
        self.names.iter()
    }

    /// What is read rightly and what is not, in the order of the file.
    pub fn statements(&self) -> impl Iterator<Item = &StatementDecision> {
        self.statements.iter()
    }

    /// Pairs whose names are different in this article. IRIs are not among them: they mean entities, which are two already, and
    /// change nothing in how an article is read.
    pub fn apart_in<'a>(
        &'a self,
        path: &'a str,
    ) -> impl Iterator<Item = (&'a NameSelector, &'a NameSelector)> {
        let different = self.names.iter().filter(|decision| decision.verdict == Verdict::Different);
        different
            .filter(move |decision| decision.one.is_in(path) && decision.other.is_in(path))
            .filter(|decision| !decision.one.is_iri() && !decision.other.is_iri())
            .map(|decision| (&decision.one, &decision.other))
    }

    fn read(&mut self, line: &str, number: usize) -> Result<(), DecisionError> {
        let verdict = line.split_whitespace().next().unwrap_or_default();
        match verdict {
            "same" => self.names.push(NameDecision::parse(Verdict::Same, line, number)?),
            "different" => self.names.push(NameDecision::parse(Verdict::Different, line, number)?),
            "accept" => self.statements.push(StatementDecision::parse(Ruling::Accept, line, number)?),
            "reject" => self.statements.push(StatementDecision::parse(Ruling::Reject, line, number)?),
            unknown => {
                let message = format!(
                    "“{unknown}” is no decision; write “same” or “different” before two names, or “accept” or “reject” \
                     before a statement"
                );
                return Err(DecisionError { line: number, message });
            }
        }
        Ok(())
    }

    fn check_rulings(&self) -> Result<(), DecisionError> {
        let mut first: BTreeMap<&str, &StatementDecision> = BTreeMap::new();
        for decision in &self.statements {
            let earlier = *first.entry(&decision.statement).or_insert(decision);
            if earlier.ruling != decision.ruling {
                let message = format!(
                    "“{decision}” contradicts line {} (“{earlier}”); delete one of the two lines",
                    earlier.line
                );
                return Err(DecisionError { line: decision.line, message });
            }
        }
        Ok(())
    }
}

impl NameDecision {
    fn parse(verdict: Verdict, line: &str, number: usize) -> Result<Self, DecisionError> {
        let fields: Vec<&str> = line.split('\t').map(str::trim).filter(|field| !field.is_empty()).collect();
        let [_, one, other] = fields.as_slice() else {
            let message = format!(
                "{} fields instead of 3; write “same” or “different”, a name and another name, with a tab between them",
                fields.len()
            );
            return Err(DecisionError { line: number, message });
        };
        Ok(Self { verdict, one: NameSelector::parse(one), other: NameSelector::parse(other), line: number })
    }
}

impl StatementDecision {
    /// What follows the statement is a note of the user's.
    fn parse(ruling: Ruling, line: &str, number: usize) -> Result<Self, DecisionError> {
        let named = line.split_whitespace().nth(1).map(|iri| local_name(iri.trim_matches(['<', '>'])));
        match named.map(|name| name.rsplit(':').next().unwrap_or(name)).filter(|name| !name.is_empty()) {
            Some(statement) => Ok(Self { ruling, statement: statement.to_owned(), line: number }),
            None => {
                let message =
                    "no statement is named; write its IRI, or the last part of it, after a tab".to_owned();
                Err(DecisionError { line: number, message })
            }
        }
    }
}

/// As a line of the file, with blanks for tabs.
impl fmt::Display for NameDecision {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let verdict = match self.verdict {
            Verdict::Same => "same",
            Verdict::Different => "different",
        };
        write!(formatter, "{verdict}  {}  {}", self.one, self.other)
    }
}

/// As a line of the file, without its note.
impl fmt::Display for StatementDecision {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}  {}", self.ruling.name(), self.statement)
    }
}

impl Ruling {
    /// The word for it in the file.
    pub fn name(self) -> &'static str {
        match self {
            Self::Accept => "accept",
            Self::Reject => "reject",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::mentions::OntologyIndex;
    use crate::ontology::Ontology;

    #[test]
    fn decisions_are_read_line_by_line() {
        let text = "# who is who\n\nsame\tNorthline\tthe Northline Shipping\ndifferent\tJ. Smith @ a.txt\tJohn Smith\n";
        let ontology = Ontology::taught_by(&[]).expect("the vocabulary is sound");
        let lexicon = OntologyIndex::new(&ontology);
        let decisions = Decisions::parse(text).expect("every line is sound");
        let [same, different] = decisions.names.as_slice() else { panic!("two decisions") };
        assert_eq!((same.verdict, same.line), (Verdict::Same, 3));
        assert!(same.other.is_called("Northline shipping", &lexicon) && same.one.is_in("any.txt"));
        assert!(different.one.is_called("J Smith", &lexicon) && different.one.is_in("stories/a.txt"));
        assert!(!different.one.is_in("b.txt"));
    }

    #[test]
    fn a_statement_is_named_by_its_iri_or_the_end_of_it() {
        let text = "\u{feff}reject\thttps://w3id.org/newsgraph/id/statement/0a\tanother Smith\r\naccept 0b\n\
                    accept\tstatement:0c\nreject\t<https://a.example/#statement/0d>\n";
        let decisions = Decisions::parse(text).expect("every line is sound");
        let read: Vec<String> = decisions.statements().map(ToString::to_string).collect();
        assert_eq!(read, ["reject  0a", "accept  0b", "accept  0c", "reject  0d"]);
    }

    #[test]
    fn names_are_kept_apart_in_articles_and_entities_are_not() {
        let text = "different\tA @ a.txt\tB\ndifferent\tid:a\tB\ndifferent\thttps://a.example/a\tid:b\n";
        let decisions = Decisions::parse(text).expect("every line is sound");
        assert_eq!((decisions.apart_in("a.txt").count(), decisions.apart_in("b.txt").count()), (1, 0));
    }

    #[test]
    fn a_broken_line_is_named() {
        let error = |text| Decisions::parse(text).expect_err("it is broken").to_string();
        assert!(error("same\tA\tB\nsame\tA\n").starts_with("line 2: 2 fields"));
        assert!(error("equal\tA\tB").contains("“equal” is no decision"));
        assert!(error("accept\t\n").starts_with("line 1: no statement is named"));
    }

    #[test]
    fn nobody_can_accept_what_is_rejected() {
        let text = "accept\t0a\n\nreject\t0b\nreject\thttps://a.example/statement/0a\tno\n";
        let error = Decisions::parse(text).expect_err("lines 1 and 4").to_string();
        assert!(error.starts_with("line 4: “reject  0a” contradicts line 1 (“accept  0a”)"), "{error}");
        assert!(Decisions::parse("accept\t0a\naccept\t0a\n").is_ok());
    }
}
