//! A story as tools other than RDF's have graphs: nodes and edges with attributes. Entities and literals are nodes, an
//! edge is a statement and not a pair of nodes, so that each edge still leads to its sentence. Such an edge must have two
//! ends: where a sentence names only one ("The mayor resigned"), a node of the class `Unstated` stands at the other, one
//! for each entity and relation, so that no statement is lost and what many say still adds up. The attributes are listed
//! once, here, and every format that has such graphs writes the same.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use crate::graph::Standing;
use crate::ontology::Ontology;
use crate::story::{Argument, Statement, Story, Witnesses};
use crate::vocabulary::local_name;

/// What values an attribute has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Text,
    Integer,
    Decimal,
    Boolean,
}

/// Name and kind of every attribute of nodes beside their label.
pub const NODE_ATTRIBUTES: [(&str, Kind); 4] = [
    ("class", Kind::Text),
    ("alternative_labels", Kind::Text),
    ("same_as", Kind::Text),
    ("mentions", Kind::Integer),
];

/// Name and kind of every attribute of edges. `articles` counts those that say the same, `independent` the
/// independent witnesses among them.
pub const EDGE_ATTRIBUTES: [(&str, Kind); 15] = [
    ("relation", Kind::Text),
    ("polarity", Kind::Text),
    ("asserted", Kind::Boolean),
    ("articles", Kind::Integer),
    ("independent", Kind::Integer),
    ("attributed_to", Kind::Text),
    ("quantity", Kind::Text),
    ("time", Kind::Text),
    ("place", Kind::Text),
    ("sentence", Kind::Text),
    ("article", Kind::Text),
    ("publisher", Kind::Text),
    ("date", Kind::Text),
    ("url", Kind::Text),
    ("confidence", Kind::Decimal),
];

/// An attribute that has a value.
pub type Attribute<'a> = (&'static str, Kind, Cow<'a, str>);

/// Between the items of an attribute that is a list; names hold commas and semicolons.
const SEPARATOR: &str = " | ";

pub struct Node<'a> {
    pub id: Cow<'a, str>,
    pub label: &'a str,
    /// Local names of its classes, the most special first.
    pub classes: Vec<&'a str>,
    attributes: [Cow<'a, str>; NODE_ATTRIBUTES.len()],
}

impl Node<'_> {
    /// A value for each of [`NODE_ATTRIBUTES`], empty where there is none.
    pub fn values(&self) -> &[Cow<'_, str>] {
        &self.attributes
    }

    /// The attributes that have a value.
    pub fn attributes(&self) -> impl Iterator<Item = Attribute<'_>> {
        present(&NODE_ATTRIBUTES, &self.attributes)
    }
}

pub struct Edge<'a> {
    pub statement: &'a Statement,
    pub standing: Standing,
    pub source: Cow<'a, str>,
    pub target: Cow<'a, str>,
    attributes: [Cow<'a, str>; EDGE_ATTRIBUTES.len()],
}

impl Edge<'_> {
    /// The attributes that have a value.
    pub fn attributes(&self) -> impl Iterator<Item = Attribute<'_>> {
        present(&EDGE_ATTRIBUTES, &self.attributes)
    }

    /// The relation as a tool should show it, in which nobody takes a denial or a plan for a fact.
    pub fn label(&self) -> String {
        self.standing.mark(&self.statement.relation)
    }
}

fn present<'a, const N: usize>(
    names: &'static [(&'static str, Kind); N],
    values: &'a [Cow<'a, str>; N],
) -> impl Iterator<Item = Attribute<'a>> {
    let all = names.iter().zip(values);
    all.filter(|(_, value)| !value.is_empty())
        .map(|(&(name, kind), value)| (name, kind, value.as_ref().into()))
}

/// All entities and literals, sorted by their identifiers.
pub fn nodes(story: &Story) -> impl Iterator<Item = Node<'_>> {
    let mut nodes = BTreeMap::new();
    for entity in &story.entities {
        let classes: Vec<&str> = entity.types.iter().map(|iri| local_name(iri)).collect();
        let attributes = [
            classes.first().copied().unwrap_or_default().into(),
            entity.alternative_labels.join(SEPARATOR).into(),
            entity.same_as.join(SEPARATOR).into(),
            entity.mentions.len().to_string().into(),
        ];
        let id = Cow::from(&*entity.id);
        nodes.insert(id.clone(), Node { id, label: &entity.label, classes, attributes });
    }
    for statement in &story.statements {
        let subject = match &statement.subject {
            Some(_) => None,
            None => Some(bare(unstated_id(statement, End::Subject), &statement.relation, "Unstated")),
        };
        let object = match &statement.object {
            Some(Argument::Entity(_)) => None,
            Some(Argument::Literal(literal)) => {
                Some(bare(literal_id(&literal.value), &literal.value, "Literal"))
            }
            None => Some(bare(unstated_id(statement, End::Object), &statement.relation, "Unstated")),
        };
        nodes.extend(subject.into_iter().chain(object).map(|node| (node.id.clone(), node)));
    }
    nodes.into_values()
}

/// A node that is no entity.
fn bare<'a>(id: String, label: &'a str, class: &'static str) -> Node<'a> {
    let attributes = [class.into(), "".into(), "".into(), "".into()];
    Node { id: id.into(), label, classes: vec![class], attributes }
}

/// All statements, in the story's order.
pub fn edges<'a>(story: &'a Story, ontology: &Ontology) -> impl Iterator<Item = Edge<'a>> {
    let mut same: BTreeMap<_, Vec<&Statement>> = BTreeMap::new();
    for statement in &story.statements {
        same.entry(reading(statement)).or_default().push(statement);
    }
    let witnesses = Witnesses::of(story);
    let counted = |statements: Vec<&Statement>| {
        let articles: BTreeSet<&str> = statements.iter().map(|one| &*one.document.id).collect();
        [articles.len(), witnesses.count(statements)]
    };
    let counts: BTreeMap<_, [usize; 2]> =
        same.into_iter().map(|(reading, statements)| (reading, counted(statements))).collect();
    story.statements.iter().map(move |statement| {
        let counts = counts.get(&reading(statement)).copied().unwrap_or([1, 1]);
        edge(statement, Standing::of(statement, ontology), counts)
    })
}

/// What a statement says, whoever says it.
fn reading(statement: &Statement) -> impl Ord + use<'_> {
    let object = statement.object.as_ref().map(|object| match object {
        Argument::Entity(entity) => (&entity.id, ""),
        Argument::Literal(literal) => (&literal.value, literal.datatype.as_str()),
    });
    let subject = statement.subject.as_ref().map(|subject| &subject.id);
    (subject, &statement.relation_iri, object, statement.polarity, statement.asserted)
}

fn edge(statement: &Statement, standing: Standing, [articles, independent]: [usize; 2]) -> Edge<'_> {
    let source = match &statement.subject {
        Some(subject) => Cow::from(&*subject.id),
        None => unstated_id(statement, End::Subject).into(),
    };
    let target = match &statement.object {
        Some(Argument::Entity(entity)) => Cow::from(&*entity.id),
        Some(Argument::Literal(literal)) => literal_id(&literal.value).into(),
        None => unstated_id(statement, End::Object).into(),
    };
    let document = &statement.document;
    let optional = |text: &'_ Option<String>| Cow::from(text.clone().unwrap_or_default());
    let attributes = [
        statement.relation.as_ref().into(),
        statement.polarity.name().into(),
        if statement.asserted { "true" } else { "false" }.into(),
        articles.to_string().into(),
        independent.to_string().into(),
        statement.attributed_to.as_ref().map_or("", |speaker| &speaker.label).into(),
        statement.quantity.as_ref().map_or("", |quantity| &quantity.text).into(),
        statement.time.as_ref().map_or("", |time| time.value.as_ref().unwrap_or(&time.text)).into(),
        statement.place.as_ref().map_or("", |place| &place.label).into(),
        statement.sentence.text.as_str().into(),
        document.id.as_ref().into(),
        optional(&document.publisher),
        optional(&document.date),
        optional(&document.url),
        statement.confidence.to_string().into(),
    ];
    Edge { statement, standing, source, target, attributes }
}

/// Literals of one value are one node, whatever their datatype: tools that draw graphs have none.
fn literal_id(value: &str) -> String {
    format!("literal:{value}")
}

/// An end of an edge.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum End {
    Subject,
    Object,
}

/// The node at the end that a statement does not name: the same for all that say the same of the other end.
fn unstated_id(statement: &Statement, end: End) -> String {
    let subject = statement.subject.as_ref().map(|subject| subject.id.to_string());
    let object = statement.object.as_ref().map(|object| match object {
        Argument::Entity(entity) => entity.id.to_string(),
        Argument::Literal(literal) => literal_id(&literal.value),
    });
    let (end, other) = match end {
        End::Subject => ("subject", object),
        End::Object => ("object", subject),
    };
    format!("unstated:{end}:{}:{}", statement.relation, other.as_deref().unwrap_or(&statement.id))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample;

    #[test]
    fn every_edge_joins_nodes_that_are_there() {
        let story = sample::story();
        let ids: BTreeSet<_> = nodes(&story).map(|node| node.id).collect();
        let edges: Vec<_> = edges(&story, &sample::ontology()).collect();
        assert_eq!(edges.len(), story.statements.len());
        for edge in edges {
            assert!(ids.contains(&edge.source) && ids.contains(&edge.target), "{}", edge.statement.id);
        }
    }

    #[test]
    fn what_has_no_object_or_no_subject_ends_at_a_node_of_its_own() {
        let mut story = sample::story();
        story.statements[0].subject = None;
        story.statements[1].subject = None;
        let ontology = sample::ontology();
        let ends: Vec<(String, String)> = edges(&story, &ontology)
            .map(|edge| (edge.source.into_owned(), edge.target.into_owned()))
            .collect();
        assert!(ends[0].0.starts_with("unstated:subject:charged_with:"), "{}", ends[0].0);
        assert_eq!(ends[0], ends[1]);
        assert!(ends[2].1.starts_with("unstated:object:deployed:"), "{}", ends[2].1);
        let unstated: Vec<&str> =
            nodes(&story).filter(|node| node.classes == ["Unstated"]).map(|node| node.label).collect();
        assert_eq!(unstated, ["deployed", "charged_with"]);
    }

    #[test]
    fn a_statement_without_subject_and_object_is_an_edge_too() {
        let mut story = sample::story();
        story.statements[2].subject = None;
        let ids: BTreeSet<_> = nodes(&story).map(|node| node.id).collect();
        let ontology = sample::ontology();
        let edge = edges(&story, &ontology).nth(2).expect("every statement is an edge");
        assert_ne!(edge.source, edge.target);
        assert!(ids.contains(&edge.source) && ids.contains(&edge.target));
    }

    #[test]
    fn articles_that_say_the_same_are_counted_and_a_denial_does_not_say_the_same() {
        let mut story = sample::story();
        let count = |story: &Story| -> Vec<String> {
            let articles = |edge: Edge<'_>| {
                edge.attributes().find(|(name, ..)| *name == "articles").map(|(.., value)| value.into_owned())
            };
            edges(story, &sample::ontology()).filter_map(articles).collect()
        };
        assert_eq!(count(&story), ["1", "1", "1", "1"]);
        story.statements[1].polarity = story.statements[0].polarity;
        assert_eq!(count(&story), ["2", "2", "1", "1"]);
    }

    #[test]
    fn no_label_of_an_edge_passes_a_denial_or_a_plan_for_a_fact() {
        let mut story = sample::story();
        story.statements[3].asserted = false;
        let labels: Vec<String> = edges(&story, &sample::ontology()).map(|edge| edge.label()).collect();
        assert_eq!(
            labels,
            ["charged_with", "charged_with (denied)", "deployed (not asserted)", "carried (not asserted)"]
        );
    }
}
