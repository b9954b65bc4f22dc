//! A readable page of an ontology, as Markdown: what can be found, in which words, and what not.

use std::fmt::Write;

use crate::confidence::Confidence;

use super::example::Example;
use super::ids::ClassId;
use super::model::Ontology;
use super::relation::{Range, Relation};

/// The page; classes first, then relations, both in the ontology's order.
pub fn page(ontology: &Ontology) -> String {
    let mut page = String::from("# Ontology\n\n## Classes\n\n");
    for class in &ontology.classes {
        let parents = names(ontology, &class.parents);
        let below = if parents.is_empty() { String::new() } else { format!(", a kind of {parents}") };
        line(&mut page, &format!("- **{}** ({}){below}", class.name, class.label));
    }
    page.push_str("\n## Relations\n");
    for relation in &ontology.relations {
        describe(&mut page, ontology, relation);
    }
    page
}

fn describe(page: &mut String, ontology: &Ontology, relation: &Relation) {
    let range = match &relation.range {
        Range::Entities(classes) => any_of(ontology, classes),
        Range::Literal { datatype } => format!("<{datatype}>"),
    };
    line(page, &format!("\n### {}\n", relation.name));
    line(page, &format!("{} → {range}", any_of(ontology, &relation.domain)));
    if let Some(definition) = &relation.definition {
        line(page, &format!("\n{definition}"));
    }
    if relation.least_confidence > Confidence::NONE {
        let least = relation.least_confidence;
        line(page, &format!("\nA plain edge only where a statement’s confidence is {least} or more."));
    }
    list(page, "Taught by", &relation.examples);
    list(page, "Not to be taken for", &relation.counterexamples);
}

fn list(page: &mut String, title: &str, examples: &[Example]) {
    if examples.is_empty() {
        return;
    }
    line(page, &format!("\n{title}:\n"));
    for example in examples {
        line(page, &format!("- {}", example.marked));
    }
}

fn any_of(ontology: &Ontology, classes: &[ClassId]) -> String {
    if classes.is_empty() { "anything".to_owned() } else { names(ontology, classes) }
}

fn names(ontology: &Ontology, classes: &[ClassId]) -> String {
    let names: Vec<&str> = classes.iter().map(|&class| ontology.class(class).name.as_str()).collect();
    names.join(", ")
}

fn line(page: &mut String, text: &str) {
    // Writing to a string cannot fail.
    let _ = writeln!(page, "{text}");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_relation_is_shown_with_its_classes_and_examples() {
        let turtle = "@prefix ex: <http://example.org/> .
@prefix ng: <https://w3id.org/newsgraph/ontology#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
ex:fed rdfs:domain ng:Person ; skos:definition \"Gave food.\" ; ng:leastConfidence 0.9 ; skos:example \"[subject: She] fed [object: it].\" .";
        let ontology = Ontology::taught_by(&[("a.ttl", turtle)]).unwrap();
        let page = page(&ontology);
        let relation = "### fed\n\nPerson → anything\n\nGave food.\n\nA plain edge only where a statement’s confidence is 0.9 or more.\n\nTaught by:\n\n- [subject: She] fed [object: it].\n";
        assert!(page.ends_with(relation), "{page}");
        assert!(page.contains("- **Person** (person), a kind of Agent\n"), "{page}");
    }
}
