//! What a user's files must and must not become; the default ontology is held to the same.

use std::collections::BTreeMap;

use crate::confidence::Confidence;
use crate::grammar::Stance;
use crate::vocabulary::NG;

use super::*;

const PREFIXES: &str = "@prefix ng: <https://w3id.org/newsgraph/ontology#> .
@prefix ex: <http://example.org/> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
";

fn taught(turtle: &str) -> Ontology {
    let text = format!("{PREFIXES}{turtle}");
    Ontology::taught_by(&[("mine.ttl", &text)]).unwrap_or_else(|error| panic!("{error}"))
}

fn refused(name: &str, text: &str) -> Problem {
    Ontology::taught_by(&[(name, text)]).unwrap_err().problems.remove(0)
}

#[test]
fn a_relation_goes_before_those_that_it_names() {
    let turtle = "ex:dammed rdfs:domain ng:Person ; ng:goesBefore ex:built ; ng:excludes ex:built .\nex:built rdfs:domain ng:Person .";
    let ontology = taught(turtle);
    let [narrow, wide] = ["dammed", "built"].map(|name| ontology.relation_named(name).unwrap());
    assert_eq!(
        narrow.goes_before.iter().map(|&id| &ontology.relation(id).name).collect::<Vec<_>>(),
        ["built"]
    );
    assert!(wide.goes_before.is_empty());
    assert_eq!((narrow.excludes.len(), wide.excludes.len()), (1, 1));
    let problem =
        refused("mine.ttl", &format!("{PREFIXES}ex:dammed rdfs:domain ng:Person ; ng:goesBefore ex:bilt ."));
    assert_eq!(problem.location.line, 7);
    assert!(
        problem.message.starts_with("dammed ng:goesBefore bilt, which is no relation here"),
        "{}",
        problem.message
    );
}

fn class_names(ontology: &Ontology, ids: &[ClassId]) -> Vec<String> {
    ids.iter().map(|&id| ontology.class(id).name.clone()).collect()
}

#[test]
fn a_relation_has_classes_examples_and_its_place() {
    let ontology = taught(
        "ex:dammed a owl:ObjectProperty ;
    rdfs:domain ng:Organisation, ng:Person ; rdfs:range [ owl:unionOf ( ex:River ex:Lake ) ] ;
    skos:example \"[subject: The company] dammed [object: the river].\"@en ;
    ng:counterexample \"[subject: He] damned [object: it].\" .",
    );
    let relation = ontology.relation_named("dammed").unwrap();
    assert_eq!(class_names(&ontology, &relation.domain), ["Organisation", "Person"]);
    let Range::Entities(range) = &relation.range else { panic!("{:?}", relation.range) };
    assert_eq!(class_names(&ontology, range), ["Lake", "River"]);
    assert_eq!(relation.examples[0].text, "The company dammed the river.");
    assert_eq!(relation.examples[0].location.to_string(), "mine.ttl:9");
    assert_eq!(relation.counterexamples[0].location.line, 10);
    assert_eq!(relation.location.line, 7);
}

#[test]
fn of_several_files_the_last_says_how_sure_a_statement_must_be() {
    let relation = format!("{PREFIXES}ex:dammed rdfs:domain ng:Person ; ng:leastConfidence 0.9 .");
    let overruled = format!("{PREFIXES}ex:dammed ng:leastConfidence \"0.5\"^^xsd:decimal .");
    let least = |sources: &[Source<'_>]| {
        let ontology = Ontology::taught_by(sources).unwrap_or_else(|error| panic!("{error}"));
        ontology.relation_named("dammed").unwrap().least_confidence.to_string()
    };
    assert_eq!(least(&[("a.ttl", &relation)]), "0.9");
    assert_eq!(least(&[("a.ttl", &relation), ("b.ttl", &overruled)]), "0.5");
    assert_eq!(least(&[("b.ttl", &overruled), ("a.ttl", &relation)]), "0.9");
    assert_eq!(taught("ex:dammed rdfs:domain ng:Person .").relations[0].least_confidence, Confidence::NONE);
}

#[test]
fn datatype_properties_have_literal_ranges() {
    let ontology = taught(
        "ex:opened a owl:DatatypeProperty ; rdfs:range xsd:date .
         ex:motto a owl:DatatypeProperty .",
    );
    let range = |name| ontology.relation_named(name).unwrap().range.clone();
    let literal = |datatype: &str| Range::Literal { datatype: datatype.to_owned() };
    assert_eq!(range("opened"), literal("http://www.w3.org/2001/XMLSchema#date"));
    assert_eq!(range("motto"), literal("http://www.w3.org/2000/01/rdf-schema#Literal"));
}

#[test]
fn properties_of_statements_and_qualifiers_are_no_relations() {
    let ontology = taught(
        "ex:weapon a owl:ObjectProperty ; rdfs:subPropertyOf ng:qualifier .
         ex:hit a owl:ObjectProperty ; skos:example \"[subject: He] hit it with [weapon: a stick].\" .",
    );
    let names: Vec<&str> = ontology.relations.iter().map(|relation| relation.name.as_str()).collect();
    assert_eq!(names, ["hit"]);
    assert!(ontology.qualifiers.iter().any(|qualifier| qualifier.iri == "http://example.org/weapon"));
    assert!(ontology.qualifiers.iter().any(|qualifier| qualifier.name == "victim"));
}

#[test]
fn other_names_of_a_class_are_the_class() {
    let ontology = taught(
        "@prefix schema: <https://schema.org/> .
         ex:wrote a owl:ObjectProperty ; rdfs:domain schema:Person ; rdfs:range ex:Book .
         ex:Author a owl:Class ; owl:equivalentClass ng:Person .",
    );
    let relation = ontology.relation_named("wrote").unwrap();
    let person = ontology.class_named("Person").unwrap();
    assert_eq!(relation.domain, [person]);
    let author = ontology.class_named("Author").unwrap();
    assert!(ontology.is_a(author, person) && ontology.is_a(person, author));
    assert!(ontology.is_a(person, ontology.class_named("Agent").unwrap()));
    assert!(!ontology.is_a(person, ontology.class_named("Place").unwrap()));
}

#[test]
fn individuals_are_the_gazetteer() {
    let ontology = taught(
        "ex:yard a ng:Organisation ; rdfs:label \"Harbour Board\"@en, \"Hafenamt\"@de ;
         skos:altLabel \"the Board\", \"HB\"@en ; skos:exactMatch ex:other .",
    );
    let [board] = ontology.individuals.as_slice() else { panic!("{:?}", ontology.individuals) };
    assert_eq!(board.label, "Harbour Board");
    assert_eq!(board.alternative_labels, ["HB", "the Board"]);
    assert_eq!(board.same_as, ["http://example.org/other"]);
    assert_eq!(class_names(&ontology, &board.classes), ["Organisation"]);
}

#[test]
fn rdf_xml_and_n_triples_say_the_same_as_turtle() {
    let xml = r##"<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
  xmlns:skos="http://www.w3.org/2004/02/skos/core#" xmlns:owl="http://www.w3.org/2002/07/owl#">
  <owl:ObjectProperty rdf:about="http://example.org/fed">
    <skos:example>[subject: She] fed [object: the cat].</skos:example>
  </owl:ObjectProperty>
</rdf:RDF>"##;
    let triples = "<http://example.org/fed> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <http://www.w3.org/2002/07/owl#ObjectProperty> .
<http://example.org/fed> <http://www.w3.org/2004/02/skos/core#example> \"[subject: She] fed [object: the cat].\" .";
    for (name, text, line) in [("a.owl", xml, 4), ("a.nt", triples, 2)] {
        let ontology = Ontology::taught_by(&[(name, text)]).unwrap();
        let [relation] = ontology.relations.as_slice() else { panic!("{:?}", ontology.relations) };
        assert_eq!(relation.examples[0].text, "She fed the cat.");
        assert_eq!(relation.examples[0].location, Location { file: name.to_owned(), line });
    }
}

#[test]
fn errors_tell_the_place_and_what_to_do() {
    let syntax =
        refused("bad.ttl", "@prefix ex: <http://example.org/> .\nex:a ex:b ex:c\nex:d ex:e ex:f .\n");
    assert_eq!((syntax.location.to_string().as_str(), syntax.column), ("bad.ttl:3", Some(1)));

    let role = format!("{PREFIXES}ex:hit a owl:ObjectProperty ;\n skos:example \"[who: He] hit it.\" .");
    let role = refused("mine.ttl", &role);
    assert_eq!(role.location.line, 8);
    assert!(role.message.contains("unknown role `who`"), "{role}");

    let format = refused("words.doc", "");
    assert!(format.to_string().starts_with("words.doc:1: not a known RDF format"), "{format}");
}

#[test]
fn the_built_in_ontology_is_sound() {
    let ontology = Ontology::embedded().unwrap_or_else(|error| panic!("{error}"));
    assert!(ontology.relations.iter().all(|relation| !relation.examples.is_empty()));
    for relation in &ontology.relations {
        assert!(relation.definition.is_some() && !relation.domain.is_empty(), "{}", relation.location);
        for example in &relation.examples {
            let marked = |role: &Role| example.spans.iter().any(|span| span.role == *role);
            assert!(marked(&Role::Subject) || marked(&Role::Object), "{}: no argument", example.location);
        }
    }
    let declared = |ids: &[ClassId]| ids.iter().all(|&id| ontology.class(id).iri.starts_with(NG));
    for relation in &ontology.relations {
        let Range::Entities(range) = &relation.range else { panic!("{}: a literal", relation.location) };
        assert!(declared(&relation.domain) && declared(range), "{}: an unknown class", relation.location);
    }
}

#[test]
fn a_built_in_relation_has_a_file_named_after_it() {
    let ontology = Ontology::embedded().unwrap_or_else(|error| panic!("{error}"));
    for relation in &ontology.relations {
        assert_eq!(relation.location.file, format!("ontology/relations/{}.ttl", relation.name));
    }
}

#[test]
fn a_noun_of_the_built_in_ontology_means_one_class() {
    let ontology = Ontology::embedded().unwrap_or_else(|error| panic!("{error}"));
    let mut classes: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for class in &ontology.classes {
        // `*` stands for all that no class lists.
        for noun in class.nouns.iter().filter(|noun| *noun != "*") {
            classes.entry(noun).or_default().push(&class.name);
        }
    }
    classes.retain(|_, names| names.len() > 1);
    assert!(classes.is_empty(), "{classes:?}");
}

#[test]
fn attitudes_and_stances_are_words_with_a_kind() {
    let ontology = taught(
        r#"ng:muttering ng:cueVerb "Mutter", "carp at" ; ng:cueNoun "mutter" ; ng:complement "clause" .
           ng:muttered ng:stance "report" ; ng:governor "mutter" ."#,
    );
    let attitude = ontology.attitudes.iter().find(|attitude| attitude.iri.ends_with("muttering")).unwrap();
    assert_eq!(attitude.verbs, ["carp at", "mutter"]);
    assert_eq!(attitude.complements, [Complement::Clause]);
    assert_eq!(ontology.words.factuality.stances.get("mutter"), Some(&Stance::Report));
}

#[test]
fn an_unknown_complement_is_told_with_its_place() {
    let broken = r#"@prefix ng: <https://w3id.org/newsgraph/ontology#> .
ng:muttering ng:cueVerb "mutter" ; ng:complement "song" ."#;
    let error = Ontology::parse(&[("mine.ttl", broken)]).unwrap_err().to_string();
    assert!(
        error.starts_with("mine.ttl:2: \"song\" is not known to ng:complement; take one of \"clause\""),
        "{error}"
    );
}

#[test]
fn an_unknown_entity_type_is_told_with_its_place() {
    let broken = "@prefix ng: <https://w3id.org/newsgraph/ontology#> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
ng:Sailor a owl:Class ;
    ng:entityType \"PERSN\" .";
    let error = Ontology::parse(&[("mine.ttl", broken)]).unwrap_err().to_string();
    assert!(
        error.starts_with("mine.ttl:4: \"PERSN\" is not known to ng:entityType; take one of \"CARDINAL\""),
        "{error}"
    );
}
