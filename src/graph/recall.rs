//! The way back: what a graph says of its entities and documents as plain values again, for the commands that work
//! on a built graph. Statements and attributions come back from their own files, which are quicker to read; only the
//! example that each statement matched stands nowhere but in the graph.

use std::collections::{BTreeMap, BTreeSet};

use oxigraph::model::{QuadRef, TermRef};

use super::dataset::{self, Dataset};
use super::section::Section;
use super::vocabulary as v;
use crate::ontology::{Class, ClassId, Location, Ontology, Range, Relation, Uniqueness};
use crate::resolve::{Attribution, Document, Entity, EntityMention, Merge, Span, Statement, Story};

/// The story whose graph this is, with these statements and attributions.
pub fn story(dataset: &Dataset, mut statements: Vec<Statement>, attributions: Vec<Attribution>) -> Story {
    let subjects = subjects(dataset);
    for statement in &mut statements {
        statement.example =
            subjects.get(statement.id.as_str()).and_then(|about| about.one(v::NG_MATCHED_EXAMPLE));
    }
    let mut documents: Vec<Document> =
        with_type(&subjects, v::SCHEMA_NEWS_ARTICLE).map(|(id, about)| document(id, about)).collect();
    documents.sort_by(|a, b| a.path.cmp(&b.path));
    let texts = documents
        .iter()
        .filter_map(|document| {
            Some((document.id.clone(), subjects.get(document.id.as_str())?.one(v::NIF_IS_STRING)?))
        })
        .collect();
    let mentions = mentions(&subjects);
    let entities = dataset
        .subjects()
        .filter(|(_, section)| *section == Section::Entity)
        .filter_map(|(id, _)| entity(id, subjects.get(id)?, mentions.get(id), &subjects))
        .collect();
    let merges = merges(&subjects);
    let inferences = inferences(&subjects);
    Story { documents, entities, statements, attributions, merges, inferences, texts }
}

/// The classes and relations that the graph declares: as much of the ontology that it was built with as its story
/// needs, so that nobody needs to name the ontology's files again.
pub fn ontology(dataset: &Dataset) -> Ontology {
    let subjects = subjects(dataset);
    let iris: Vec<&str> = with_type(&subjects, v::OWL_CLASS).map(|(iri, _)| iri).collect();
    let classes = with_type(&subjects, v::OWL_CLASS).map(|(iri, about)| class(iri, about, &iris)).collect();
    let mut relations: Vec<Relation> = [v::OWL_OBJECT_PROPERTY, v::OWL_DATATYPE_PROPERTY]
        .iter()
        .flat_map(|kind| with_type(&subjects, kind).map(|(iri, about)| relation(iri, about, &iris)))
        .collect();
    relations.sort_by(|a, b| a.iri.cmp(&b.iri));
    Ontology { classes, relations, ..Ontology::default() }
}

fn class(iri: &str, about: &About<'_>, iris: &[&str]) -> Class {
    Class {
        iri: iri.to_owned(),
        name: local_name(iri).to_owned(),
        label: about.one(v::RDFS_LABEL).unwrap_or_default(),
        parents: numbers(&about.all(v::RDFS_SUB_CLASS_OF), iris),
        ..Class::default()
    }
}

fn relation(iri: &str, about: &About<'_>, iris: &[&str]) -> Relation {
    let kinds = about.all(v::RDF_TYPE);
    let is = |kind: &str| kinds.iter().any(|known| known == kind);
    let range = match about.one(v::SCHEMA_RANGE_INCLUDES) {
        Some(datatype) if is(v::OWL_DATATYPE_PROPERTY) => Range::Literal { datatype },
        _ => Range::Entities(numbers(&about.all(v::SCHEMA_RANGE_INCLUDES), iris)),
    };
    Relation {
        iri: iri.to_owned(),
        name: local_name(iri).to_owned(),
        label: about.one(v::RDFS_LABEL).unwrap_or_default(),
        definition: about.one(v::SKOS_DEFINITION),
        domain: numbers(&about.all(v::SCHEMA_DOMAIN_INCLUDES), iris),
        range,
        symmetric: is(v::OWL_SYMMETRIC_PROPERTY),
        functional: about.one(v::NG_FUNCTIONAL).is_some(),
        uniqueness: match about.one(v::NG_INVERSE_FUNCTIONAL) {
            Some(_) => Uniqueness::Everywhere,
            None => Uniqueness::Nowhere,
        },
        lasts: false,
        examples: Vec::new(),
        counterexamples: Vec::new(),
        location: Location::default(),
    }
}

fn numbers(classes: &[String], iris: &[&str]) -> Vec<ClassId> {
    classes.iter().filter_map(|class| iris.iter().position(|iri| iri == class)).map(ClassId).collect()
}

fn local_name(iri: &str) -> &str {
    iri.rsplit(['#', '/']).next().unwrap_or(iri)
}

/// All that is said of one subject: predicate and object.
#[derive(Default)]
struct About<'a>(Vec<(&'a str, TermRef<'a>)>);

impl About<'_> {
    fn all(&self, predicate: &str) -> Vec<String> {
        let matching = self.0.iter().filter(|(known, _)| *known == predicate);
        let mut texts: Vec<String> = matching.map(|(_, object)| text(*object)).collect();
        texts.sort();
        texts.dedup();
        texts
    }

    fn one(&self, predicate: &str) -> Option<String> {
        self.0.iter().find(|(known, _)| *known == predicate).map(|(_, object)| text(*object))
    }

    fn offset(&self, predicate: &str) -> Option<usize> {
        self.one(predicate)?.parse().ok()
    }
}

fn subjects(dataset: &Dataset) -> BTreeMap<&str, About<'_>> {
    let mut subjects: BTreeMap<&str, About<'_>> = BTreeMap::new();
    for QuadRef { subject, predicate, object, .. } in dataset.quads() {
        subjects.entry(dataset::text(subject.into())).or_default().0.push((predicate.as_str(), object));
    }
    subjects
}

fn with_type<'a>(
    subjects: &'a BTreeMap<&'a str, About<'a>>,
    class: &'a str,
) -> impl Iterator<Item = (&'a str, &'a About<'a>)> {
    let has_type = move |about: &About<'_>| {
        about.0.iter().any(|&(predicate, object)| predicate == v::RDF_TYPE && text(object) == class)
    };
    subjects.iter().filter(move |(_, about)| has_type(about)).map(|(id, about)| (*id, about))
}

fn document(id: &str, about: &About<'_>) -> Document {
    Document {
        id: id.to_owned(),
        path: about.one(v::NG_SOURCE_FILE).unwrap_or_default(),
        url: about.one(v::SCHEMA_URL),
        title: about.one(v::SCHEMA_HEADLINE),
        publisher: about.one(v::SCHEMA_PUBLISHER),
        date: about.one(v::SCHEMA_DATE_PUBLISHED),
    }
}

/// An entity is what has a label and is no part of the graph's own machinery.
fn entity(
    id: &str,
    about: &About<'_>,
    mentions: Option<&Vec<EntityMention>>,
    subjects: &BTreeMap<&str, About<'_>>,
) -> Option<Entity> {
    let mut types = about.all(v::RDF_TYPE);
    types.sort_by_key(|class| std::cmp::Reverse(ancestors(class, subjects)));
    Some(Entity {
        id: id.to_owned(),
        label: about.one(v::RDFS_LABEL)?,
        alternative_labels: about.all(v::SKOS_ALT_LABEL),
        types,
        same_as: about.all(v::OWL_SAME_AS),
        mentions: mentions.cloned().unwrap_or_default(),
    })
}

/// How many classes a class is a kind of: the more, the more special.
fn ancestors(class: &str, subjects: &BTreeMap<&str, About<'_>>) -> usize {
    let mut open = vec![class.to_owned()];
    let mut seen = BTreeSet::new();
    while let Some(class) = open.pop() {
        if seen.insert(class.clone()) {
            open.extend(
                subjects.get(class.as_str()).map(|about| about.all(v::RDFS_SUB_CLASS_OF)).unwrap_or_default(),
            );
        }
    }
    seen.len() - 1
}

/// Entity → its mentions, sorted.
fn mentions(subjects: &BTreeMap<&str, About<'_>>) -> BTreeMap<String, Vec<EntityMention>> {
    let mut mentions: BTreeMap<String, Vec<EntityMention>> = BTreeMap::new();
    for about in subjects.values() {
        for entity in about.all(v::ITS_IDENTIFIES) {
            mentions.entry(entity).or_default().extend(mention(about));
        }
    }
    for mentions in mentions.values_mut() {
        mentions.sort();
    }
    mentions
}

/// Every reason why a phrase means its entity, sorted.
fn merges(subjects: &BTreeMap<&str, About<'_>>) -> Vec<Merge> {
    let mut merges = BTreeSet::new();
    for about in subjects.values() {
        let Some(EntityMention { document, begin, end, text }) = mention(about) else { continue };
        for reason in about.all(v::NG_MERGED_BECAUSE) {
            merges.extend(about.all(v::ITS_IDENTIFIES).into_iter().map(|entity| Merge {
                document: document.clone(),
                place: Span { text: text.clone(), begin, end },
                entity,
                reason: reason.clone(),
            }));
        }
    }
    merges.into_iter().collect()
}

fn inferences(subjects: &BTreeMap<&str, About<'_>>) -> BTreeMap<String, String> {
    let reason =
        |(iri, about): (&&str, &About<'_>)| Some(((*iri).to_owned(), about.one(v::NG_INFERRED_BECAUSE)?));
    subjects.iter().filter_map(reason).collect()
}

fn mention(about: &About<'_>) -> Option<EntityMention> {
    Some(EntityMention {
        document: about.one(v::NIF_REFERENCE_CONTEXT)?,
        begin: about.offset(v::NIF_BEGIN_INDEX)?,
        end: about.offset(v::NIF_END_INDEX)?,
        text: about.one(v::NIF_ANCHOR_OF)?,
    })
}

fn text(term: TermRef<'_>) -> String {
    dataset::text(term).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ontology::ClassId;
    use crate::resolve::Mint;
    use crate::sample;

    fn recalled(story: &Story, ontology: &crate::ontology::Ontology) -> Story {
        let dataset = super::super::dataset(story, ontology, &Mint::default());
        super::story(&dataset, story.statements.clone(), story.attributions.clone())
    }

    #[test]
    fn a_story_comes_back_from_its_graph() {
        let mut told = sample::story();
        // What XML cannot carry is replaced in the graph.
        told.entities.retain(|entity| entity.label != sample::HOSTILE);
        told.documents.truncate(1);
        let again = recalled(&told, &sample::ontology());
        assert_eq!(again.entities, told.entities);
        assert_eq!(again.documents, told.documents);
        assert_eq!(again.texts.keys().collect::<Vec<_>>(), told.texts.keys().collect::<Vec<_>>());
    }

    #[test]
    fn the_most_special_class_comes_first() {
        let mut told = sample::story();
        let mut ontology = sample::ontology();
        ontology.classes[1].iri = "https://w3id.org/newsgraph/ontology#ZOrganisation".to_owned();
        ontology.classes[1].parents = vec![ClassId(0)];
        let types = vec![ontology.classes[1].iri.clone(), ontology.classes[0].iri.clone()];
        told.entities[0].types = types.clone();
        assert_eq!(recalled(&told, &ontology).entities[0].types, types);
    }
}
