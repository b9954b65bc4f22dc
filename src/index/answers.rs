//! SPARQL on an index: what Oxigraph's evaluator asks a dataset for. Two terms are one where their texts and kinds are, so
//! that a number is given back as the graph spells it.

use std::hash::{Hash, Hasher};
use std::rc::Rc;

use oxigraph::model::Term;
use spareval::{InternalQuad, QueryableDataset};

use super::damage::Damage;
use super::interruption::step;
use super::quads::{DEFAULT_GRAPH, Matches, Pattern};
use super::view::Index;

/// A term while a query is answered. Whatever is done with many of them can be stopped.
#[derive(Debug)]
pub enum AnswerTerm {
    /// One of the graph.
    Known(u32),
    /// One that the query names or makes, and no quad has.
    Other(Rc<Term>),
}

impl AnswerTerm {
    /// The number of a term that a quad may have; an error where none can.
    fn sought(term: Option<&Self>) -> Result<Option<u32>, NoQuad> {
        match term {
            None => Ok(None),
            Some(Self::Known(number)) => Ok(Some(*number)),
            Some(Self::Other(_)) => Err(NoQuad),
        }
    }
}

impl Clone for AnswerTerm {
    fn clone(&self) -> Self {
        step();
        match self {
            Self::Known(number) => Self::Known(*number),
            Self::Other(term) => Self::Other(Rc::clone(term)),
        }
    }
}

impl PartialEq for AnswerTerm {
    fn eq(&self, other: &Self) -> bool {
        step();
        match (self, other) {
            (Self::Known(number), Self::Known(other)) => number == other,
            (Self::Other(term), Self::Other(other)) => term == other,
            (Self::Known(_), Self::Other(_)) | (Self::Other(_), Self::Known(_)) => false,
        }
    }
}

impl Eq for AnswerTerm {}

impl Hash for AnswerTerm {
    fn hash<H: Hasher>(&self, state: &mut H) {
        step();
        match self {
            Self::Known(number) => state.write_u32(*number),
            Self::Other(term) => term.hash(state),
        }
    }
}

/// No quad fits a pattern with a term that no quad has.
struct NoQuad;

impl<'a> QueryableDataset<'a> for &'a Index<'a> {
    type InternalTerm = AnswerTerm;
    type Error = Damage;

    fn internal_quads_for_pattern(
        &self,
        subject: Option<&AnswerTerm>,
        predicate: Option<&AnswerTerm>,
        object: Option<&AnswerTerm>,
        graph_name: Option<Option<&AnswerTerm>>,
    ) -> impl Iterator<Item = Result<InternalQuad<AnswerTerm>, Damage>> + use<'a> {
        let pattern = || {
            Ok::<_, NoQuad>(Pattern {
                subject: AnswerTerm::sought(subject)?,
                predicate: AnswerTerm::sought(predicate)?,
                object: AnswerTerm::sought(object)?,
                graph: match graph_name {
                    Some(None) => Some(DEFAULT_GRAPH),
                    Some(name) => AnswerTerm::sought(name)?,
                    None => None,
                },
            })
        };
        let matches = pattern().map_or_else(|NoQuad| Matches::none(), |pattern| self.matches(pattern));
        matches.map(|[subject, predicate, object, graph]| {
            step();
            Ok(InternalQuad {
                subject: AnswerTerm::Known(subject),
                predicate: AnswerTerm::Known(predicate),
                object: AnswerTerm::Known(object),
                graph_name: (graph != DEFAULT_GRAPH).then_some(AnswerTerm::Known(graph)),
            })
        })
    }

    fn internal_named_graphs(&self) -> impl Iterator<Item = Result<AnswerTerm, Damage>> + use<'a> {
        self.named_graphs().map(|graph| Ok(AnswerTerm::Known(graph)))
    }

    fn internalize_term(&self, term: Term) -> Result<AnswerTerm, Damage> {
        step();
        Ok(match self.number(term.as_ref())? {
            Some(number) => AnswerTerm::Known(number),
            None => AnswerTerm::Other(Rc::new(term)),
        })
    }

    fn externalize_term(&self, term: AnswerTerm) -> Result<Term, Damage> {
        step();
        match term {
            AnswerTerm::Known(number) => Ok(self.term(number)?.into_owned()),
            AnswerTerm::Other(term) => Ok(Rc::unwrap_or_clone(term)),
        }
    }
}
