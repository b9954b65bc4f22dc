//! What the user has decided about who is who: a file that overrides newsgraph's own judgement and survives rebuilds.
//!
//! One decision a line, fields separated by tabs, so that a spreadsheet can write it:
//!
//! ```text
//! # who is who in the harbour affair
//! same        Northline          Northline Shipping
//! different   J. Smith @ a.txt   John Smith @ b.txt
//! ```
//!
//! A name may be any that an article uses, a label or an IRI; `@` and the end of a path restrict it to one article.

use crate::mentions::OntologyIndex;

use super::name_key::name_key;

/// All decisions, in order of the file.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Decisions {
    list: Vec<Decision>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decision {
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

/// Somebody or something by a name, everywhere or in one article.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NameSelector {
    name: String,
    article: Option<String>,
}

/// A line that cannot be read.
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
    /// The first line that is no decision, no comment and not empty.
    pub fn parse(text: &str) -> Result<Self, DecisionError> {
        let lines = text.trim_start_matches('\u{feff}').lines().enumerate();
        let lines = lines.map(|(index, line)| (index + 1, line.trim_end()));
        let meant = lines.filter(|(_, line)| !line.trim().is_empty() && !line.starts_with('#'));
        let list: Result<_, _> = meant.map(|(number, line)| Decision::parse(line, number)).collect();
        Ok(Self { list: list? })
    }

    /// The decisions, in the order of the file.
    pub fn iter(&self) -> impl Iterator<Item = &Decision> {
        self.list.iter()
    }

    /// Pairs that are different in this article.
    pub fn apart_in<'a>(
        &'a self,
        path: &'a str,
    ) -> impl Iterator<Item = (&'a NameSelector, &'a NameSelector)> {
        let different = self.list.iter().filter(|decision| decision.verdict == Verdict::Different);
        different
            .filter(move |decision| decision.one.is_in(path) && decision.other.is_in(path))
            .map(|decision| (&decision.one, &decision.other))
    }
}

impl Decision {
    fn parse(line: &str, number: usize) -> Result<Self, DecisionError> {
        let error = |message: String| DecisionError { line: number, message };
        let fields: Vec<&str> = line.split('\t').map(str::trim).filter(|field| !field.is_empty()).collect();
        let [verdict, one, other] = fields.as_slice() else {
            return Err(error(format!(
                "{} fields instead of 3; write “same” or “different”, a name and another name, with a tab between them",
                fields.len()
            )));
        };
        let verdict = match *verdict {
            "same" => Verdict::Same,
            "different" => Verdict::Different,
            unknown => return Err(error(format!("“{unknown}” is no decision; write “same” or “different”"))),
        };
        Ok(Self { verdict, one: NameSelector::parse(one), other: NameSelector::parse(other), line: number })
    }
}

impl NameSelector {
    fn parse(field: &str) -> Self {
        match field.rsplit_once(" @ ") {
            Some((name, article)) => Self { name: name.to_owned(), article: Some(article.trim().to_owned()) },
            None => Self { name: field.to_owned(), article: None },
        }
    }

    /// Whether the name holds in the article with this path.
    pub fn is_in(&self, path: &str) -> bool {
        self.article.as_ref().is_none_or(|article| path.ends_with(article.as_str()))
    }

    /// Whether somebody with this name or IRI is meant.
    pub fn is_called(&self, name: &str, lexicon: &OntologyIndex) -> bool {
        key(&self.name, lexicon) == key(name, lexicon)
    }
}

/// A name without what makes no difference: case, full stops, legal forms, an article before it.
fn key(name: &str, lexicon: &OntologyIndex) -> String {
    let key = name_key(name.trim(), lexicon);
    match key.split_once(' ') {
        Some(("the" | "a" | "an", rest)) => rest.to_owned(),
        _ => key,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ontology::Ontology;

    #[test]
    fn decisions_are_read_line_by_line() {
        let text = "# who is who\n\nsame\tNorthline\tthe Northline Shipping\ndifferent\tJ. Smith @ a.txt\tJohn Smith\n";
        let ontology = Ontology::taught_by(&[]).expect("the vocabulary is sound");
        let lexicon = OntologyIndex::new(&ontology);
        let decisions = Decisions::parse(text).expect("every line is sound");
        let [same, different] = decisions.list.as_slice() else { panic!("two decisions") };
        assert_eq!((same.verdict, same.line), (Verdict::Same, 3));
        assert!(same.other.is_called("Northline shipping", &lexicon) && same.one.is_in("any.txt"));
        assert!(different.one.is_called("J Smith", &lexicon) && different.one.is_in("stories/a.txt"));
        assert!(!different.one.is_in("b.txt"));
    }

    #[test]
    fn a_broken_line_is_named() {
        let error = |text| Decisions::parse(text).expect_err("it is broken").to_string();
        assert!(error("same\tA\tB\nsame\tA\n").starts_with("line 2: 2 fields"));
        assert!(error("equal\tA\tB").contains("“equal” is no decision"));
    }
}
