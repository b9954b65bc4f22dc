//! The way back to the ontology: which classes and relations a graph declares. It is as much of the ontology that the
//! graph was built with as its story needs, so that nobody needs to name the ontology's files again.

use crate::confidence::Confidence;
use crate::ontology::{
    Class, ClassId, Location, Ontology, Range, Relation, RelationId, Reporting, Uniqueness,
};
use crate::vocabulary as v;
use crate::vocabulary::local_name;

use super::about::About;
use super::dataset::Dataset;
use super::section::Section;

/// The classes and relations that the graph declares, in its default graph.
pub fn ontology(dataset: &Dataset) -> Ontology {
    let triples = dataset.default_graph();
    let declared: Vec<About<'_>> = triples
        .subjects()
        .take_while(|subject| subject.section <= Section::Vocabulary)
        .map(|subject| About::new(dataset, subject))
        .collect();
    let of_type = |class| declared.iter().filter(move |about| about.has_type(class));
    let iris: Vec<&str> = of_type(v::OWL_CLASS).map(|about| about.iri()).collect();
    let classes = of_type(v::OWL_CLASS).map(|about| class(about.iri(), *about, &iris)).collect();
    let mut relations: Vec<Relation> = [v::OWL_OBJECT_PROPERTY, v::OWL_DATATYPE_PROPERTY]
        .into_iter()
        .flat_map(|kind| of_type(kind).map(|about| relation(about.iri(), *about, &iris)))
        .collect();
    relations.sort_by(|a, b| a.iri.cmp(&b.iri));
    let places: Vec<String> = relations.iter().map(|relation| relation.iri.clone()).collect();
    for relation in &mut relations {
        let about = declared.iter().find(|about| about.iri() == relation.iri);
        let others = |property| -> Vec<RelationId> {
            let named = about.map(|about| about.all(property)).unwrap_or_default();
            named
                .iter()
                .filter_map(|iri| places.iter().position(|known| known == iri))
                .map(RelationId)
                .collect()
        };
        relation.reporting.contrary_to = others(v::NG_CONTRARY_TO);
        relation.reporting.counts_with = others(v::NG_COUNTS_WITH);
        relation.reporting.answers = others(v::NG_ANSWERS);
    }
    Ontology { classes, relations, ..Ontology::default() }
}

fn class(iri: &str, about: About<'_>, iris: &[&str]) -> Class {
    Class {
        iri: iri.to_owned(),
        name: local_name(iri).to_owned(),
        label: about.one(v::RDFS_LABEL).unwrap_or_default().to_owned(),
        parents: numbers(&about.all(v::RDFS_SUB_CLASS_OF), iris),
        ..Class::default()
    }
}

fn relation(iri: &str, about: About<'_>, iris: &[&str]) -> Relation {
    let kinds = about.all(v::RDF_TYPE);
    let is = |kind: &str| kinds.contains(&kind);
    let range = match about.one(v::SCHEMA_RANGE_INCLUDES) {
        Some(datatype) if is(v::OWL_DATATYPE_PROPERTY) => Range::Literal { datatype: datatype.to_owned() },
        _ => Range::Entities(numbers(&about.all(v::SCHEMA_RANGE_INCLUDES), iris)),
    };
    Relation {
        iri: iri.to_owned(),
        name: local_name(iri).to_owned(),
        label: about.one(v::RDFS_LABEL).unwrap_or_default().to_owned(),
        definition: about.one(v::SKOS_DEFINITION).map(str::to_owned),
        domain: numbers(&about.all(v::SCHEMA_DOMAIN_INCLUDES), iris),
        range,
        symmetric: is(v::OWL_SYMMETRIC_PROPERTY),
        functional: about.one(v::NG_FUNCTIONAL).is_some(),
        uniqueness: match about.one(v::NG_INVERSE_FUNCTIONAL) {
            Some(_) => Uniqueness::Everywhere,
            None => Uniqueness::Nowhere,
        },
        lasts: about.one(v::NG_LASTS).is_some(),
        reporting: Reporting {
            once: about.one(v::NG_ONCE).is_some(),
            cumulative: about.one(v::NG_CUMULATIVE).is_some(),
            sole_doer: about.one(v::NG_SOLE_DOER).is_some(),
            ..Reporting::default()
        },
        least_confidence: about
            .one(v::NG_LEAST_CONFIDENCE)
            .and_then(|least| least.parse().ok())
            .unwrap_or(Confidence::NONE),
        goes_before: Vec::new(),
        excludes: Vec::new(),
        examples: Vec::new(),
        counterexamples: Vec::new(),
        location: Location::default(),
    }
}

fn numbers(classes: &[&str], iris: &[&str]) -> Vec<ClassId> {
    classes.iter().filter_map(|class| iris.iter().position(|iri| iri == class)).map(ClassId).collect()
}
