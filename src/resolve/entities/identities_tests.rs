//! Which unnamed people of invented articles are named elsewhere.

use std::sync::OnceLock;

use crate::ontology::Ontology;
use crate::pipeline::Pipeline;
use crate::read::{Article, Passage, PassageKind};
use crate::story::Story;

/// A charge tells who it is in one affair, a shot tells it everywhere.
const ONTOLOGY: &str = r#"
@prefix ex: <http://a.example/> .
@prefix ng: <https://w3id.org/newsgraph/ontology#> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
ex:charged a owl:ObjectProperty, ng:IdentifyingProperty ;
    rdfs:domain ng:Person ; rdfs:range ng:Offence ;
    skos:example "Prosecutors charged [subject: the nurse] with [object: theft]."@en .
ex:shot a owl:ObjectProperty, owl:InverseFunctionalProperty ;
    rdfs:domain ng:Person ; rdfs:range ng:Person ;
    skos:example "[subject: The hunter] shot [object: the walker]."@en, "[object: The walker] was shot."@en .
ex:met a owl:ObjectProperty ; skos:example "[subject: The nurse] met [object: the cook]."@en .
"#;

fn story(texts: &[&str]) -> Story {
    static PIPELINE: OnceLock<Pipeline> = OnceLock::new();
    let pipeline = PIPELINE.get_or_init(|| {
        let ontology = Ontology::taught_by(&[("test.ttl", ONTOLOGY)]).expect("the test ontology");
        Pipeline::builder().ontology(ontology).build().expect("it is sound")
    });
    let articles = texts.iter().enumerate().map(|(number, text)| article(&format!("{number}.txt"), text));
    pipeline.story(articles.collect())
}

fn article(path: &str, text: &str) -> Article {
    let whole = Passage { kind: PassageKind::Paragraph, begin: 0, end: text.chars().count() };
    Article { path: path.to_owned(), text: text.to_owned(), passages: vec![whole], ..Article::default() }
}

/// Who is charged, statement by statement.
fn charged(texts: &[&str]) -> Vec<String> {
    let statements =
        story(texts).statements.into_iter().filter(|statement| &*statement.relation == "charged");
    statements.filter_map(|statement| Some(statement.subject?.label.to_string())).collect()
}

const NAMED: &str = "Peter Vane was charged with arson in Lisbon. Clara Moss met Tom Hale in Lisbon.";

#[test]
fn an_unnamed_person_is_the_one_named_for_the_same_event_in_another_article_on_the_affair() {
    let unnamed = "A man was charged with arson in Lisbon. Tom Hale met Clara Moss in Lisbon.";
    assert_eq!(charged(&[unnamed, NAMED]), ["Peter Vane", "Peter Vane"]);
    let merges = story(&[unnamed, NAMED]).merges;
    let reason =
        merges.iter().find(|merge| &*merge.place.text == "A man").map(|merge| merge.reason.to_string());
    assert!(reason.is_some_and(|reason| reason.contains("the same event (charged: arson)")), "{merges:?}");
}

#[test]
fn articles_that_share_no_names_speak_of_two_affairs() {
    let unnamed = "A man was charged with arson in Porto. Ann Reed met Alan Holt in Porto.";
    assert_eq!(charged(&[unnamed, NAMED]), ["man", "Peter Vane"]);
}

#[test]
fn two_who_are_named_for_the_event_leave_it_open() {
    let unnamed = "A man was charged with arson in Lisbon. Tom Hale met Clara Moss in Lisbon.";
    let other = "Alan Holt was charged with arson in Lisbon. Clara Moss met Tom Hale in Lisbon.";
    assert_eq!(charged(&[unnamed, NAMED, other]), ["man", "Peter Vane", "Alan Holt"]);
}

#[test]
fn words_that_contradict_speak_of_two_people() {
    let woman = "A woman was charged with arson in Lisbon. Tom Hale met Clara Moss in Lisbon.";
    assert_eq!(charged(&[woman, NAMED]), ["woman", "Peter Vane"]);
}

#[test]
fn whom_an_article_goes_on_to_name_is_the_one_it_began_with() {
    let shot = |text: &str| -> Vec<String> {
        let labels = |story: &Story| story.entities.iter().map(|entity| entity.label.to_string()).collect();
        labels(&story(&[text]))
    };
    let found = shot("A man was shot on Monday. Police arrived. Peter Vane was shot in Lisbon.");
    assert!(found.contains(&"Peter Vane".to_owned()) && !found.contains(&"man".to_owned()), "{found:?}");
    let found = shot("Peter Vane was shot in Lisbon. Police arrived. A man was shot on Monday.");
    assert!(found.contains(&"man".to_owned()), "the named one comes first: {found:?}");
}

#[test]
fn what_happened_to_somebody_at_another_time_happened_to_another() {
    let labels = |text: &str| -> Vec<String> {
        story(&[text]).entities.iter().map(|entity| entity.label.to_string()).collect()
    };
    for text in [
        "At least one man was shot in Lisbon. Police arrived. Peter Vane was shot in Lisbon.",
        "A man was shot on Monday. Police arrived. Peter Vane, who had been shot in April, spoke to the crowd.",
        "A man was shot on Monday. Police arrived. Peter Vane was shot in April.",
    ] {
        assert_eq!(labels(text).iter().filter(|&label| label == "man").count(), 1, "{text}");
    }
}
