//! What a picture of a story shows: one node per entity, one edge per subject, relation and object. Pictures are
//! views of the statements, not of the plain edges, because what is denied or only planned must be visible as such.

use std::collections::{BTreeMap, BTreeSet};

use crate::disagreements::disagreements;
use crate::ontology::Ontology;
use crate::story::{EntityReference, Statement, Story, Witnesses};
use crate::story::{is_symmetric, relation_label, takes_object};

use super::alike::Alike;
use super::drawable::{is_node, office};
use super::grouping::{Groups, Key, Place, group};
use super::kind::Kind;

/// Nodes and edges to draw; edges name nodes by their index.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct View {
    pub nodes: Vec<Node>,
    pub edges: Vec<Edge>,
    /// Number of articles the story was read from.
    pub articles: usize,
    /// How many of them are no copies of each other.
    pub independent: usize,
    /// Number of entities that the cut to a readable size left out.
    pub left_out: usize,
    /// The entity that the story is a part about, by its name.
    pub about: Option<String>,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Node {
    pub id: String,
    pub label: String,
    /// Name of the most special class that the ontology knows; empty where none is known.
    pub class: String,
    /// What is said of the entity alone ("died"), where no second entity could be drawn.
    pub notes: Vec<Note>,
}

/// A statement about one entity: its other argument is absent or a literal.
#[derive(Debug, Clone, PartialEq)]
pub struct Note {
    pub text: String,
    pub kind: Kind,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Edge {
    pub subject: usize,
    pub object: usize,
    /// Label of the relation, without any sign of its kind.
    pub label: String,
    pub kind: Kind,
    /// Whether the relation holds in both directions alike.
    pub symmetric: bool,
    /// Number of independent witnesses that state it.
    pub articles: usize,
    pub evidence: Vec<Evidence>,
}

/// One sentence that an edge is drawn for.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Evidence {
    pub sentence: String,
    /// Publisher, date and headline as far as they are known, else the path.
    pub source: String,
    pub attributed_to: Option<String>,
    pub url: Option<String>,
    /// IRI of the statement.
    pub statement: String,
}

impl View {
    /// Everything the story's statements allow to draw, entities by IRI.
    pub fn new(story: &Story, ontology: &Ontology) -> View {
        let alike = Alike::of(story);
        let groups = group(story, ontology, &alike);
        let (mut nodes, index) = nodes(&groups, story, ontology, &alike);
        let mut edges = Vec::new();
        let drawn = Drawn { witnesses: Witnesses::of(story), disputed: disputed(story, ontology), ontology };
        for (key, statements) in &groups {
            let kind = drawn.kind(statements);
            let label = statements.first().map(|first| relation_label(first, ontology)).unwrap_or_default();
            let (entity, text) = match key {
                Key::Edge { subject, object, .. } => {
                    edges.push(drawn.edge(index[subject], index[object], statements));
                    continue;
                }
                Key::Office { entity, relation, text } if is_lasting(relation, ontology) => {
                    (entity, (*text).to_owned())
                }
                Key::Office { entity, text, .. } => (entity, format!("{label} {text}")),
                Key::Value { entity, text, .. } => (entity, format!("{label} {text}")),
                Key::Half { entity, place: Place::Object, .. } => (entity, format!("… {label}")),
                Key::Half { entity, relation, .. } if takes_object(relation, ontology) => {
                    (entity, format!("{label} …"))
                }
                Key::Half { entity, .. } => (entity, label),
            };
            nodes[index[entity]].notes.push(Note { text, kind });
        }
        let (articles, independent) = (story.documents.len(), story.independent_documents());
        View { nodes, edges, articles, independent, left_out: 0, about: None }
    }

    /// The view of only these nodes, in this order, and the edges among them.
    pub fn restrict(&self, kept: &[usize]) -> View {
        let mut place = vec![None; self.nodes.len()];
        for (new, &old) in kept.iter().enumerate() {
            place[old] = Some(new);
        }
        let edges = self.edges.iter().filter_map(|edge| {
            Some(Edge { subject: place[edge.subject]?, object: place[edge.object]?, ..edge.clone() })
        });
        View {
            nodes: kept.iter().map(|&old| self.nodes[old].clone()).collect(),
            edges: edges.collect(),
            left_out: self.left_out + self.nodes.len() - kept.len(),
            about: self.about.clone(),
            ..*self
        }
    }
}

/// The nodes that the groups need, by IRI, and where each one is.
fn nodes<'a>(
    groups: &Groups<'a>,
    story: &'a Story,
    ontology: &Ontology,
    alike: &Alike<'a>,
) -> (Vec<Node>, BTreeMap<&'a str, usize>) {
    let mut references: BTreeMap<&str, &EntityReference> = BTreeMap::new();
    for statement in groups.values().flatten() {
        let office = office(statement, ontology);
        let object = statement.object_entity().filter(|object| office != Some(object));
        for reference in statement.subject.iter().chain(object).filter(|entity| is_node(entity)) {
            references.entry(alike.drawn(reference)).or_insert(reference);
        }
    }
    let entities: BTreeMap<&str, _> =
        story.entities.iter().map(|entity| (entity.id.as_ref(), entity)).collect();
    let nodes = references.iter().map(|(id, reference)| {
        // A statements file read alone has no entities; its references carry enough to draw.
        let (label, types) = match entities.get(id) {
            Some(entity) => (&entity.label, &entity.types),
            None => (&reference.label, &reference.types),
        };
        let class = types.iter().find_map(|name| ontology.class_named(name));
        let class = class.map(|class| ontology.class(class).name.clone()).unwrap_or_default();
        Node { id: (*id).to_owned(), label: label.to_string(), class, notes: Vec::new() }
    });
    (nodes.collect(), references.keys().enumerate().map(|(index, &id)| (id, index)).collect())
}

/// Whether a relation lasts, so that its object alone tells what somebody is.
fn is_lasting(relation: &str, ontology: &Ontology) -> bool {
    ontology.relations.iter().any(|known| known.name == relation && known.lasts)
}

/// The IRIs of the statements that sources contradict each other by.
fn disputed<'a>(story: &'a Story, ontology: &'a Ontology) -> BTreeSet<&'a str> {
    let found = disagreements(story, ontology);
    let open = found.iter().filter(|disagreement| !disagreement.correction);
    open.flat_map(|disagreement| disagreement.statements().map(|statement| &*statement.id)).collect()
}

/// What all edges of a picture are drawn by.
struct Drawn<'a> {
    witnesses: Witnesses<'a>,
    disputed: BTreeSet<&'a str>,
    ontology: &'a Ontology,
}

impl Drawn<'_> {
    /// What the statements amount to; disputed where another source says otherwise, on whatever edge.
    fn kind(&self, statements: &[&Statement]) -> Kind {
        match Kind::of(statements, self.ontology) {
            Kind::Stated if statements.iter().any(|one| self.disputed.contains(&*one.id)) => Kind::Disputed,
            kind => kind,
        }
    }

    /// Draws one edge from a group, which always holds at least the statement that opened it.
    fn edge(&self, subject: usize, object: usize, statements: &[&Statement]) -> Edge {
        let mut evidence: Vec<Evidence> =
            statements.iter().map(|statement| Evidence::new(statement)).collect();
        evidence.sort();
        evidence.dedup();
        let first = statements.first();
        Edge {
            subject,
            object,
            label: first.map(|statement| relation_label(statement, self.ontology)).unwrap_or_default(),
            kind: self.kind(statements),
            symmetric: first.is_some_and(|statement| is_symmetric(statement, self.ontology)),
            articles: self.witnesses.count(statements.iter().copied()),
            evidence,
        }
    }
}

impl Evidence {
    fn new(statement: &Statement) -> Evidence {
        let document = &statement.document;
        let known: Vec<&str> = [&document.publisher, &document.date, &document.title]
            .into_iter()
            .flatten()
            .map(|s| &**s)
            .collect();
        Evidence {
            sentence: statement.sentence.text.split_whitespace().collect::<Vec<_>>().join(" "),
            source: if known.is_empty() { document.path.clone() } else { known.join(", ") },
            attributed_to: statement.attributed_to.as_ref().map(|source| source.label.to_string()),
            url: document.url.clone(),
            statement: statement.id.to_string(),
        }
    }
}

impl Edge {
    /// The edge in words: what it says, how it is meant, and how many independent witnesses say so, if several do.
    pub fn words(&self) -> String {
        let words = self.kind.mark(&self.label);
        if self.articles > 1 { format!("{words} ×{}", self.articles) } else { words }
    }

    /// The sentences that the edge is drawn for, as hover text, each with its source; the rest is counted.
    pub fn tooltip(&self) -> String {
        const SHOWN: usize = 4;
        let mut lines: Vec<String> = self.evidence.iter().take(SHOWN).map(Evidence::line).collect();
        if self.evidence.len() > SHOWN {
            lines.push(format!("… and {} more", self.evidence.len() - SHOWN));
        }
        lines.join("\n")
    }
}

impl Evidence {
    fn line(&self) -> String {
        match &self.attributed_to {
            Some(speaker) => format!("“{}” ({}; according to {speaker})", self.sentence, self.source),
            None => format!("“{}” ({})", self.sentence, self.source),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample;

    #[test]
    fn what_is_said_and_denied_is_disputed() {
        let story = sample::story();
        let view = View::new(&story, &sample::ontology());
        let charge = view.edges.iter().find(|edge| edge.label == "charged with").expect("an edge");
        assert_eq!((charge.kind, charge.articles, charge.evidence.len()), (Kind::Disputed, 1, 2));
        assert_eq!(
            Kind::of(&[&story.statements[0]], &sample::ontology()).mark("charged with"),
            "charged with"
        );
    }

    #[test]
    fn statements_without_a_second_entity_become_notes() {
        let view = View::new(&sample::story(), &sample::ontology());
        let notes: Vec<&Note> = view.nodes.iter().flat_map(|node| &node.notes).collect();
        assert!(
            notes.iter().any(|note| note.text == "deployed …" && note.kind == Kind::Possible),
            "{notes:?}"
        );
        assert!(notes.iter().any(|note| note.text.starts_with("carried ") && note.kind == Kind::Stated));
    }

    #[test]
    fn a_restricted_view_keeps_the_edges_among_its_nodes() {
        let view = View::new(&sample::story(), &sample::ontology());
        let edge = view.edges[0].clone();
        let pair = view.restrict(&[edge.object, edge.subject]);
        assert_eq!((pair.nodes.len(), pair.left_out), (2, view.nodes.len() - 2));
        assert_eq!((pair.edges[0].subject, pair.edges[0].object), (1, 0));
        assert_eq!(view.restrict(&[edge.subject]).edges, []);
    }
}
