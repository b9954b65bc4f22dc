//! What of a graph is doubtful, most harmful first, for somebody who has time to check some of it: what accuses people
//! before what does not, what would make an edge before what lacks an end, people before bodies, those of whom much is told
//! before strangers.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::confidence::Confidence;
use crate::ontology::{ClassId, Ontology};
use crate::story::{Argument, EntityReference, Statement, Story};
use crate::vocabulary::NG_PERSON;

use super::standing::Standing;

/// A statement that is not as sure as it should be.
#[derive(Debug, Clone, PartialEq)]
pub struct Doubt<'a> {
    /// What is doubtful.
    pub statement: &'a Statement,
    /// How sure it should be.
    pub least: Confidence,
    /// Whether it is said as a fact, denied, or less.
    pub standing: Standing,
    /// How many people it is about; whoever says so is not counted.
    pub people: usize,
    /// How many plain edges these people have already; where there are none, its subject.
    pub edges: usize,
    /// Whether another sentence states it as a fact, so that the graph has the edge anyway.
    pub stated_elsewhere: bool,
}

/// The statements that are less sure than their relation asks, or than `below`, without those that the user has accepted.
pub fn doubts<'a>(story: &'a Story, ontology: &Ontology, below: Confidence) -> Vec<Doubt<'a>> {
    let edges = Edges::new(story, ontology);
    let asked = |statement: &Statement| {
        let relation = ontology.relation_with_iri(&statement.relation_iri);
        relation.map_or(Confidence::NONE, |relation| relation.least_confidence)
    };
    let mut doubts: Vec<(Confidence, Doubt<'a>)> = Vec::new();
    for statement in &story.statements {
        let least = asked(statement).max(below);
        if statement.confidence < least && !story.accepted.contains(&statement.id) {
            doubts.push((asked(statement), edges.doubt(statement, least, ontology)));
        }
    }
    doubts.sort_by_cached_key(|(asked, doubt)| {
        let Doubt { statement, standing, people, edges, stated_elsewhere, .. } = doubt;
        let place = (statement.document.path.clone(), statement.sentence.begin, statement.id.clone());
        let harm = (Reverse(*asked), *standing, edge(statement).is_none(), *people == 0, *stated_elsewhere);
        (harm, Reverse(*people), Reverse(*edges), statement.confidence, place)
    });
    doubts.into_iter().map(|(_, doubt)| doubt).collect()
}

/// The plain edges of a graph.
struct Edges<'a> {
    /// Subject, relation and object, with how many sentences state it.
    stated: BTreeMap<[&'a str; 3], usize>,
    /// By IRI of the entity.
    of_entity: BTreeMap<&'a str, usize>,
}

impl<'a> Edges<'a> {
    fn new(story: &'a Story, ontology: &Ontology) -> Self {
        let mut edges = Self { stated: BTreeMap::new(), of_entity: BTreeMap::new() };
        let facts = story.statements.iter().filter(|one| Standing::of(one, ontology) == Standing::Fact);
        for edge in facts.filter_map(edge) {
            *edges.stated.entry(edge).or_default() += 1;
        }
        for [subject, _, object] in edges.stated.keys() {
            for end in BTreeSet::from([subject, object]) {
                *edges.of_entity.entry(end).or_default() += 1;
            }
        }
        edges
    }

    fn doubt<'s>(&self, statement: &'s Statement, least: Confidence, ontology: &Ontology) -> Doubt<'s> {
        let people = people(statement, ontology);
        let about: Vec<&Arc<str>> = if people.is_empty() {
            statement.subject.iter().map(|subject| &subject.id).collect()
        } else {
            people.iter().copied().collect()
        };
        let edges = about.iter().filter_map(|id| self.of_entity.get(id.as_ref())).sum();
        let standing = Standing::of(statement, ontology);
        let stated = edge(statement).and_then(|edge| self.stated.get(&edge)).copied().unwrap_or_default();
        let stated_elsewhere = stated > usize::from(standing == Standing::Fact);
        Doubt { statement, least, standing, people: people.len(), edges, stated_elsewhere }
    }
}

/// The edge that a statement makes where it is a fact.
fn edge(statement: &Statement) -> Option<[&str; 3]> {
    let (subject, object) = (statement.subject.as_ref()?, statement.object.as_ref()?);
    Some([&subject.id, &statement.relation_iri, object.key()])
}

/// The people among subject, object and qualifiers.
fn people<'a>(statement: &'a Statement, ontology: &Ontology) -> BTreeSet<&'a Arc<str>> {
    let is_person = |entity: &&EntityReference| {
        let mut classes = entity.types.iter().filter_map(|name| ontology.class_named(name));
        let person = ontology.classes.iter().position(|class| class.iri == NG_PERSON);
        person.is_some_and(|person| classes.any(|class| ontology.is_a(class, ClassId(person))))
    };
    let object = statement.object.as_ref().and_then(Argument::entity);
    let about = statement.subject.iter().chain(object).chain(statement.qualifiers.values());
    about.filter(is_person).map(|entity| &entity.id).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ontology::Class;
    use crate::sample;
    use crate::story::Polarity;

    /// The sample's story, where all statements are facts that are half sure.
    fn unsure() -> (Story, Ontology) {
        let (mut story, mut ontology) = (sample::story(), sample::ontology());
        for (index, statement) in story.statements.iter_mut().enumerate() {
            (statement.polarity, statement.asserted) = (Polarity::Positive, true);
            statement.confidence = Confidence::of_hundredths(50);
            statement.id = format!("http://a.example/statement/{index}").into();
        }
        let person = Class { iri: NG_PERSON.to_owned(), name: "Person".to_owned(), ..Class::default() };
        ontology.classes.push(person);
        assert_eq!(ontology.class_named("Person"), Some(ClassId(2)));
        (story, ontology)
    }

    fn order(story: &Story, ontology: &Ontology, below: u8) -> Vec<String> {
        let doubts = doubts(story, ontology, Confidence::of_hundredths(below));
        doubts.iter().map(|doubt| doubt.statement.relation.to_string()).collect()
    }

    #[test]
    fn what_accuses_comes_first_and_what_is_accepted_not_at_all() {
        let (mut story, mut ontology) = unsure();
        assert_eq!(order(&story, &ontology, 0), [""; 0]);
        assert_eq!(order(&story, &ontology, 51).len(), story.statements.len());
        ontology.relations[2].least_confidence = Confidence::of_hundredths(80);
        assert_eq!(order(&story, &ontology, 0), ["deployed"]);
        assert_eq!(order(&story, &ontology, 60)[0], "deployed");
        story.accepted = story.statements.iter().map(|one| one.id.clone()).collect();
        assert_eq!(order(&story, &ontology, 60), [""; 0]);
    }

    #[test]
    fn people_come_before_bodies_and_what_is_stated_elsewhere_comes_last() {
        let (mut story, mut ontology) = unsure();
        for relation in &mut ontology.relations {
            relation.least_confidence = Confidence::of_hundredths(80);
        }
        let last = story.statements.len() - 1;
        let subject = story.statements[last].subject.as_mut().unwrap();
        subject.types = vec!["Person".into()];
        let id = story.statements[last].id.clone();
        let found = doubts(&story, &ontology, Confidence::NONE);
        assert_eq!((&found[0].statement.id, found[0].people), (&id, 1));

        let sure = Statement {
            id: "http://a.example/statement/sure".into(),
            confidence: Confidence::FULL,
            ..story.statements[0].clone()
        };
        story.statements.push(sure);
        let found = doubts(&story, &ontology, Confidence::NONE);
        let told = edge(&story.statements[0]);
        let makes_edge = found.iter().filter(|doubt| edge(doubt.statement).is_some());
        let elsewhere: Vec<bool> = makes_edge.map(|doubt| doubt.stated_elsewhere).collect();
        assert_eq!(found.len(), elsewhere.len() + 1, "what lacks an end comes last");
        assert!(elsewhere.is_sorted() && elsewhere.contains(&true), "{elsewhere:?}");
        for doubt in &found {
            assert_eq!(doubt.stated_elsewhere, edge(doubt.statement) == told, "{doubt:?}");
        }
    }
}
