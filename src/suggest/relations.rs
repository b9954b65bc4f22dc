//! Relations that a corpus is full of and no ontology tells of: constructions that join many pairs of the same two classes, those
//! of like meaning taken together.

use std::collections::{BTreeMap, BTreeSet};

use crate::confidence::Confidence;
use crate::language::Engine;
use crate::mentions::OntologyIndex;
use crate::ontology::{ClassId, Ontology, Range, Relation, RelationId, Reporting, Role, Uniqueness};

use super::candidate::{Candidate, Nearness, Order};
use super::construction::Construction;
use super::corpus::Corpus;
use super::joints::{Joint, joints};
use super::ranking::{Quote, quotes};
use super::survey::Survey;
use super::trial::{Find, Finds, finds};
use super::wording::{Forms, Phrases};

/// Likeness from which on two wordings are of one relation.
const LEAST_ALIKE: f64 = 0.6;
/// Relations that are proposed at most, before they are tried.
const MOST_TRIED: usize = 60;
/// Examples of each.
const EXAMPLES: usize = 3;

/// A relation that could be taught.
#[derive(Debug, Clone, PartialEq)]
pub struct NewRelation {
    /// A name that the ontology does not have: `played_for`.
    pub name: String,
    pub domain: ClassId,
    pub range: ClassId,
    /// Statements of the corpus that its examples find.
    pub statements: usize,
    /// Marked examples.
    pub examples: Vec<String>,
    pub quotes: Vec<Quote>,
}

/// The relations that the corpus is full of, the most frequent first.
pub fn new_relations(corpus: &Corpus, lexicon: &OntologyIndex<'_>, engine: &Engine) -> Vec<NewRelation> {
    let survey = Survey::of(corpus);
    let groups = groups(joints(corpus, lexicon, &survey, EXAMPLES));
    let mut ontology = lexicon.ontology.clone();
    let mut candidates = Vec::new();
    for group in &groups {
        let relation = RelationId(ontology.relations.len());
        let examples = examples(group, relation, &survey.forms);
        let name = unused_name(group[0].construction, &examples, &ontology);
        ontology.relations.push(blank(name, group[0].domain, group[0].range));
        candidates.extend(examples);
    }
    let found = finds(&candidates, corpus, &ontology, engine);
    let mut tried: BTreeMap<RelationId, Vec<(&Candidate, Finds)>> = BTreeMap::new();
    for (candidate, finds) in candidates.iter().zip(found).filter(|(_, finds)| finds.are_as_meant()) {
        tried.entry(candidate.relation).or_default().push((candidate, finds));
    }
    let mut proposed: Vec<NewRelation> = tried
        .into_iter()
        .filter(|(_, tried)| tried.len() == EXAMPLES)
        .map(|(relation, tried)| proposal(ontology.relation(relation), &tried, corpus))
        .collect();
    proposed.sort_by(|a, b| (b.statements, &a.name).cmp(&(a.statements, &b.name)));
    proposed
}

fn proposal(relation: &Relation, tried: &[(&Candidate, Finds)], corpus: &Corpus) -> NewRelation {
    let finds: BTreeSet<Find> = tried.iter().flat_map(|(_, finds)| finds.new.iter().copied()).collect();
    let finds: Vec<Find> = finds.into_iter().collect();
    let first = |role: Role| relation.classes_of(&role).and_then(|classes| classes.first().copied());
    NewRelation {
        name: relation.name.clone(),
        domain: first(Role::Subject).unwrap_or(ClassId(0)),
        range: first(Role::Object).unwrap_or(ClassId(0)),
        statements: finds.len(),
        examples: tried.iter().map(|(candidate, _)| candidate.example.marked.clone()).collect(),
        quotes: quotes(&finds, corpus),
    }
}

/// Wordings of like meaning between the same classes together; the best of each group is its first.
fn groups(joints: Vec<Joint<'_>>) -> Vec<Vec<Joint<'_>>> {
    let mut groups: Vec<Vec<Joint<'_>>> = Vec::new();
    for joint in joints {
        let is_like = |group: &&mut Vec<Joint<'_>>| {
            let first = &group[0];
            let same = (first.domain, first.range, &first.construction.front)
                == (joint.domain, joint.range, &joint.construction.front);
            same && first.meaning.likeness(&joint.meaning) >= LEAST_ALIKE
        };
        let is_full = groups.len() >= MOST_TRIED;
        match groups.iter_mut().find(is_like) {
            Some(group) => group.push(joint),
            None if is_full => {}
            None => groups.push(vec![joint]),
        }
    }
    let pairs = |group: &Vec<Joint<'_>>| group.iter().map(|joint| joint.pairs).sum::<usize>();
    groups.sort_by_key(|group| std::cmp::Reverse(pairs(group)));
    groups
}

/// Examples of a group's wordings; where they are fewer than wanted, with other nouns.
fn examples(group: &[Joint<'_>], relation: RelationId, forms: &Forms) -> Vec<Candidate> {
    let mut examples: Vec<Candidate> = Vec::new();
    for round in 0..EXAMPLES {
        for joint in group {
            let [subjects, objects] = &joint.nouns;
            let Some(subject) = subjects.get(round).cloned() else { continue };
            let mut others = objects.iter().cycle().skip(round).take(objects.len());
            let Some(object) = others.find(|object| **object != subject).cloned() else {
                continue;
            };
            let phrases = Phrases { subject, object };
            let Some(example) = forms.example(joint.construction, Order::SubjectFirst, &phrases) else {
                continue;
            };
            let is_told = examples.iter().any(|other| other.example.marked == example.marked);
            if examples.len() < EXAMPLES && !is_told {
                let (sentences, nearness) = (joint.sentences.clone(), Nearness::default());
                examples.push(Candidate { relation, example, sentences, nearness, class_fit: 1.0 });
            }
        }
    }
    examples
}

/// The words of the wording, joined: `took_control_of`.
fn unused_name(construction: &Construction, examples: &[Candidate], ontology: &Ontology) -> String {
    let words = |candidate: &Candidate| {
        let example = &candidate.example;
        let inside = |at: usize| example.spans.iter().any(|span| (span.begin..span.end).contains(&at));
        let own: String = example
            .text
            .chars()
            .enumerate()
            .map(|(at, letter)| if inside(at) || letter == '.' { ' ' } else { letter })
            .collect();
        let small = ["was", "is", "a", "an", "the", "its"];
        let words: Vec<&str> = own.split_whitespace().filter(|word| !small.contains(word)).collect();
        words.join("_").replace('-', "_")
    };
    let name = examples.first().map_or_else(|| construction.verb.clone(), words);
    let is_used = |name: &str| ontology.relation_named(name).is_some();
    let others = (2..).map(|number| format!("{name}_{number}"));
    std::iter::once(name.clone()).chain(others).find(|name| !is_used(name)).unwrap_or(name)
}

/// A relation of this name that nothing is known of but its classes.
fn blank(name: String, domain: ClassId, range: ClassId) -> Relation {
    Relation {
        iri: format!("urn:newsgraph:proposed:{name}"),
        label: name.replace('_', " "),
        name,
        definition: None,
        domain: vec![domain],
        range: Range::Entities(vec![range]),
        symmetric: false,
        functional: false,
        uniqueness: Uniqueness::Nowhere,
        lasts: false,
        reporting: Reporting::default(),
        least_confidence: Confidence::NONE,
        goes_before: Vec::new(),
        excludes: Vec::new(),
        examples: Vec::new(),
        counterexamples: Vec::new(),
        location: crate::ontology::Location::default(),
    }
}
