//! Part of a graph, read through its index: what is said of some entities, and nothing else. It is a dataset like the
//! whole, so that all that works on graphs works on it.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::index::{DEFAULT_GRAPH, Damage, Index, Pattern};
use crate::story::{Detail, Entity, Statement, Story};
use crate::vocabulary as v;

use super::dataset::Dataset;
use super::indexing::Gathering;
use super::section::Section;
use super::terms::iri;

/// An entity by its names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Named {
    /// Its IRI.
    pub id: Arc<str>,
    /// The canonical name.
    pub label: Arc<str>,
    /// All others.
    pub alternative_labels: Vec<String>,
}

/// A part of a graph in the making.
pub struct GraphPart<'a> {
    index: &'a Index<'a>,
    gathering: Gathering<'a>,
}

impl<'a> GraphPart<'a> {
    /// The beginning of every part: what the graph says of itself, its classes and its relations.
    ///
    /// # Errors
    /// Returns an error where the index is damaged; so do all that follow.
    pub fn new(index: &'a Index<'a>) -> Result<Self, Damage> {
        let mut part = Self { index, gathering: Gathering::new(index) };
        for class in [v::VOID_DATASET, v::OWL_CLASS, v::OWL_OBJECT_PROPERTY, v::OWL_DATATYPE_PROPERTY] {
            part.instances(class)?;
        }
        Ok(part)
    }

    /// Adds all that has this class.
    fn instances(&mut self, class: &str) -> Result<(), Damage> {
        for [subject, ..] in subjects_with(self.index, v::RDF_TYPE, class)? {
            self.subject(subject, None)?;
        }
        Ok(())
    }

    /// Adds what is said of a subject, in one graph or in all.
    fn subject(&mut self, subject: u32, graph: Option<u32>) -> Result<(), Damage> {
        self.gathering.add(self.index.matches(Pattern {
            subject: Some(subject),
            graph,
            ..Pattern::default()
        }))
    }

    /// Adds entities with all places where they are named, and the articles of these places.
    #[allow(missing_docs, reason = "the errors are those of `new`")]
    pub fn entities(&mut self, ids: &BTreeSet<Arc<str>>) -> Result<(), Damage> {
        let mut articles = BTreeSet::new();
        for id in ids {
            let Some(entity) = self.index.iri(iri(id).as_str())? else { continue };
            self.subject(entity, Some(DEFAULT_GRAPH))?;
            for [phrase, _, _, graph] in subjects_with(self.index, v::ITS_IDENTIFIES, iri(id).as_str())? {
                self.subject(phrase, None)?;
                articles.insert(graph);
            }
        }
        articles.into_iter().try_for_each(|article| self.subject(article, Some(DEFAULT_GRAPH)))
    }

    /// Adds what the graph knows of statements beyond their lines.
    pub fn statements(&mut self, statements: &[Statement]) -> Result<(), Damage> {
        statements.iter().try_for_each(|statement| match self.index.iri(iri(&statement.id).as_str())? {
            Some(number) => self.subject(number, None),
            None => Ok(()),
        })
    }

    /// Adds articles.
    pub fn articles<'i>(&mut self, ids: impl Iterator<Item = &'i str>) -> Result<(), Damage> {
        let ids: BTreeSet<&str> = ids.collect();
        ids.into_iter().try_for_each(|id| match self.index.iri(iri(id).as_str())? {
            Some(number) => self.subject(number, Some(DEFAULT_GRAPH)),
            None => Ok(()),
        })
    }

    /// Adds all but what is said of stretches of texts, for commands that do not ask where entities are named.
    pub fn all_but_texts(&mut self) -> Result<(), Damage> {
        for class in [v::SCHEMA_NEWS_ARTICLE, v::NG_STATEMENT] {
            self.instances(class)?;
        }
        let labelled = subjects_of(self.index, v::RDFS_LABEL)?;
        labelled.into_iter().try_for_each(|entity| self.subject(entity, Some(DEFAULT_GRAPH)))
    }

    /// The part as a graph of its own.
    pub fn finish(self) -> Dataset {
        self.gathering.finish()
    }
}

impl Named {
    /// All entities of a story, in its order.
    pub fn of_story(story: &Story) -> Vec<Self> {
        let named = |entity: &Entity| Self {
            id: entity.id.clone(),
            label: entity.label.clone(),
            alternative_labels: entity.alternative_labels.clone(),
        };
        story.entities.iter().map(named).collect()
    }

    /// All entities of a graph, in their order: what has a label and is no part of the graph's own machinery.
    ///
    /// # Errors
    /// Returns an error where the index is damaged.
    pub fn all(index: &Index<'_>) -> Result<Vec<Self>, Damage> {
        let (label, alternative) = (index.iri(v::RDFS_LABEL)?, index.iri(v::SKOS_ALT_LABEL)?);
        let (kind, machinery) = (index.iri(v::RDF_TYPE)?, machinery(index)?);
        let mut all = Vec::new();
        for subject in subjects_of(index, v::RDFS_LABEL)? {
            let mut named =
                Self { id: index.text(subject)?.into(), label: "".into(), alternative_labels: vec![] };
            let mut is_entity = true;
            for [_, predicate, object, graph] in
                index.matches(Pattern { subject: Some(subject), ..Pattern::default() })
            {
                match Some(predicate) {
                    predicate if predicate == kind => is_entity &= !machinery.contains(&object),
                    _ if graph != DEFAULT_GRAPH => {}
                    predicate if predicate == label => named.label = index.text(object)?.into(),
                    predicate if predicate == alternative => {
                        named.alternative_labels.push(index.text(object)?.to_owned());
                    }
                    _ => {}
                }
            }
            if is_entity {
                all.push(named);
            }
        }
        Ok(all)
    }
}

/// The names of the relations that a graph's statements have.
///
/// # Errors
/// Returns an error where the index is damaged.
pub fn relations<'a>(index: &Index<'a>) -> Result<BTreeSet<&'a str>, Damage> {
    let Some(predicate) = index.iri(v::NG_RELATION)? else { return Ok(BTreeSet::new()) };
    let mut numbers: Vec<u32> = index
        .matches(Pattern { predicate: Some(predicate), ..Pattern::default() })
        .map(|[_, _, name, _]| name)
        .collect();
    numbers.dedup();
    numbers.into_iter().map(|name| index.text(name)).collect()
}

/// The IRIs of a graph's statements.
///
/// # Errors
/// Returns an error where the index is damaged.
pub fn statements<'a>(index: &Index<'a>) -> Result<Vec<&'a str>, Damage> {
    let all = subjects_with(index, v::RDF_TYPE, v::NG_STATEMENT)?;
    all.into_iter().map(|[statement, ..]| index.text(statement)).collect()
}

/// How much a graph says of its phrases: the first that is nothing else tells.
///
/// # Errors
/// Returns an error where the index is damaged.
pub fn detail(index: &Index<'_>) -> Result<Detail, Damage> {
    let (begin, kind) = (index.iri(v::NIF_BEGIN_INDEX)?, index.iri(v::RDF_TYPE)?);
    for [phrase, ..] in subjects_with(index, v::RDF_TYPE, v::NIF_PHRASE)? {
        let said = || index.matches(Pattern { subject: Some(phrase), ..Pattern::default() });
        if said().filter(|[_, predicate, ..]| Some(*predicate) == kind).count() == 1 {
            let is_full = said().any(|[_, predicate, ..]| Some(predicate) == begin);
            return Ok(if is_full { Detail::Full } else { Detail::Lean });
        }
    }
    Ok(Detail::Lean)
}

/// The classes of what is no entity.
fn machinery(index: &Index<'_>) -> Result<BTreeSet<u32>, Damage> {
    let classes = Section::CLASSES.iter().map(|(class, _)| index.iri(class));
    Ok(classes.collect::<Result<Vec<_>, _>>()?.into_iter().flatten().collect())
}

/// The quads of any graph that have this property with this value.
fn subjects_with(index: &Index<'_>, predicate: &str, object: &str) -> Result<Vec<[u32; 4]>, Damage> {
    let (Some(predicate), Some(object)) = (index.iri(predicate)?, index.iri(object)?) else {
        return Ok(Vec::new());
    };
    let pattern = Pattern { predicate: Some(predicate), object: Some(object), ..Pattern::default() };
    Ok(index.matches(pattern).collect())
}

/// What has this property in the default graph, each once, by IRI.
fn subjects_of(index: &Index<'_>, predicate: &str) -> Result<BTreeSet<u32>, Damage> {
    let Some(predicate) = index.iri(predicate)? else { return Ok(BTreeSet::new()) };
    let quads = index.matches(Pattern { predicate: Some(predicate), ..Pattern::default() });
    Ok(quads.filter(|[.., graph]| *graph == DEFAULT_GRAPH).map(|[subject, ..]| subject).collect())
}
