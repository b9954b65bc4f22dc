//! A sorted set of quads: what all RDF exports are written from, so that their bytes depend on nothing but content.
//! (An Oxigraph store would rewrite lexical forms, `4.0` to `4`, and hand its quads out unsorted.)

use std::cmp::Ordering;
use std::collections::BTreeMap;

use oxigraph::model::{GraphNameRef, NamedOrBlankNodeRef, Quad, TermRef, TripleRef};

use super::vocabulary as v;

/// Quads without duplicates, sorted for readers: by graph (the default graph first), by kind of subject
/// ([`Section`]), by subject; types and labels before other properties.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Dataset {
    quads: Vec<Quad>,
    sections: BTreeMap<String, Section>,
}

/// The kinds of subjects, in the order in which a reader wants them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Section {
    Dataset,
    Vocabulary,
    /// Entities with the plain edges between them; also whatever has no type that is known here.
    Entity,
    Article,
    Statement,
    Attribution,
    Text,
}

impl Section {
    /// A heading for files that have comments.
    pub fn heading(self) -> &'static str {
        match self {
            Self::Dataset => "This graph",
            Self::Vocabulary => "Classes and relations used",
            Self::Entity => {
                "Entities and the plain edges between them: stated as facts by at least one sentence"
            }
            Self::Article => "Articles",
            Self::Statement => "Statements: what each sentence says, asserted or not, affirmed or denied",
            Self::Attribution => "Attributions: who said what",
            Self::Text => "Sentences, mentions and other stretches of text",
        }
    }

    fn of_type(class: &str) -> Option<Self> {
        match class {
            v::VOID_DATASET => Some(Self::Dataset),
            v::OWL_CLASS | v::OWL_OBJECT_PROPERTY | v::OWL_DATATYPE_PROPERTY => Some(Self::Vocabulary),
            v::SCHEMA_NEWS_ARTICLE => Some(Self::Article),
            v::NG_STATEMENT => Some(Self::Statement),
            v::NG_ATTRIBUTION => Some(Self::Attribution),
            v::NIF_STRING | v::NIF_SENTENCE | v::NIF_PHRASE => Some(Self::Text),
            _ => None,
        }
    }
}

impl FromIterator<Quad> for Dataset {
    fn from_iter<I: IntoIterator<Item = Quad>>(quads: I) -> Self {
        let mut quads: Vec<Quad> = quads.into_iter().collect();
        let sections = sections(&quads);
        // A stable sort, which takes linear time where a file is read back that was written in this order.
        quads.sort_by(|a, b| {
            let graphs = graph_name(a.graph_name.as_ref()).cmp(&graph_name(b.graph_name.as_ref()));
            graphs.then_with(|| compare(&sections, a.as_ref().into(), b.as_ref().into()))
        });
        quads.dedup();
        Self { quads, sections }
    }
}

impl Dataset {
    pub fn quads(&self) -> &[Quad] {
        &self.quads
    }

    /// The triples of all graphs together, without duplicates, in the same order of sections, subjects, properties.
    pub fn triples(&self) -> Vec<TripleRef<'_>> {
        let mut triples: Vec<TripleRef<'_>> = self.quads.iter().map(|quad| quad.as_ref().into()).collect();
        triples.sort_by(|a, b| compare(&self.sections, *a, *b));
        triples.dedup();
        triples
    }

    /// The triples of each graph, the default graph (no name) first.
    pub fn graphs(&self) -> impl Iterator<Item = (Option<&str>, Vec<TripleRef<'_>>)> {
        self.quads.chunk_by(|a, b| a.graph_name == b.graph_name).map(|quads| {
            let name = graph_name(quads[0].graph_name.as_ref());
            (name, quads.iter().map(|quad| quad.as_ref().into()).collect())
        })
    }

    /// The kind of this subject.
    pub fn section(&self, subject: &str) -> Section {
        self.sections.get(subject).copied().unwrap_or(Section::Entity)
    }
}

/// The IRI of a subject; blank nodes, which newsgraph never writes, go by their label.
pub fn name(subject: NamedOrBlankNodeRef<'_>) -> &str {
    match subject {
        NamedOrBlankNodeRef::NamedNode(node) => node.as_str(),
        NamedOrBlankNodeRef::BlankNode(node) => node.as_str(),
    }
}

/// The IRI of a named graph, or nothing for the default graph.
pub fn graph_name(graph: GraphNameRef<'_>) -> Option<&str> {
    match graph {
        GraphNameRef::NamedNode(node) => Some(node.as_str()),
        GraphNameRef::BlankNode(node) => Some(node.as_str()),
        GraphNameRef::DefaultGraph => None,
    }
}

fn sections(quads: &[Quad]) -> BTreeMap<String, Section> {
    let mut sections = BTreeMap::new();
    for quad in quads.iter().filter(|quad| quad.predicate.as_str() == v::RDF_TYPE) {
        let TermRef::NamedNode(class) = quad.object.as_ref() else { continue };
        if let Some(section) = Section::of_type(class.as_str()) {
            let known = sections.entry(name(quad.subject.as_ref()).to_owned()).or_insert(section);
            *known = section.min(*known);
        }
    }
    sections
}

/// The order of triples for readers: by kind of subject, subject, property, then objects, literals before IRIs.
fn compare(sections: &BTreeMap<String, Section>, a: TripleRef<'_>, b: TripleRef<'_>) -> Ordering {
    let (subject_a, subject_b) = (name(a.subject), name(b.subject));
    let section = |subject: &str| sections.get(subject).copied().unwrap_or(Section::Entity);
    let by_subject = || section(subject_a).cmp(&section(subject_b)).then_with(|| subject_a.cmp(subject_b));
    let (property_a, property_b) = (a.predicate.as_str(), b.predicate.as_str());
    (if subject_a == subject_b { Ordering::Equal } else { by_subject() })
        .then_with(|| predicate_rank(property_a).cmp(&predicate_rank(property_b)))
        .then_with(|| property_a.cmp(property_b))
        .then_with(|| object_key(a.object).cmp(&object_key(b.object)))
}

/// Kind, text, datatype and language of an object.
fn object_key(object: TermRef<'_>) -> (u8, &str, &str, &str) {
    match object {
        TermRef::Literal(literal) => {
            (0, literal.value(), literal.datatype().as_str(), literal.language().unwrap_or_default())
        }
        TermRef::NamedNode(node) => (1, node.as_str(), "", ""),
        TermRef::BlankNode(node) => (2, node.as_str(), "", ""),
    }
}

/// What a thing is and is called comes before what else is known of it.
fn predicate_rank(predicate: &str) -> u8 {
    match predicate {
        v::RDF_TYPE => 0,
        v::RDFS_LABEL | v::RDF_SUBJECT => 1,
        v::SKOS_ALT_LABEL | v::RDF_PREDICATE => 2,
        v::RDF_OBJECT => 3,
        _ => 4,
    }
}
