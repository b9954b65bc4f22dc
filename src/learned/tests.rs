//! Learning from a small invented corpus, in which the sentences say more than the relations that they are marked with.

use crate::grammar::surface;
use crate::language::Engine;
use crate::ontology::Ontology;
use crate::sample_language::engine;

use super::corpus::learned_relations;
use super::learn;
use super::model::{Found, Model};

const PAINTERS: [&str; 6] =
    ["Odile Marchetti", "Bram Verhoeven", "Ines Calloway", "Tomasz Wilk", "Greta Lindqvist", "Pavel Horak"];
const PAINTINGS: [&str; 8] = [
    "The Salt Harvest",
    "Ferry at Dawn",
    "Winter Orchard",
    "The Glass Bridge",
    "Three Lanterns",
    "Market in Rain",
    "The Blue Cellar",
    "Evening Tide",
];
const TOWNS: [&str; 5] = ["Rotterdam", "Lisbon", "Prague", "Bergen", "Antwerp"];

fn painting(index: usize) -> &'static str {
    PAINTINGS[index % PAINTINGS.len()]
}

fn painter(index: usize) -> &'static str {
    PAINTERS[index % PAINTERS.len()]
}

/// Sentences of a catalogue, `count` for each relation, as an ontology.
fn catalogue(count: usize) -> Ontology {
    let made: Vec<String> = (0..count)
        .map(|index| {
            let (work, maker, year) = (painting(index), painter(index), 1880 + index);
            let town = TOWNS[index % TOWNS.len()];
            match index % 4 {
                0 => format!(
                    "[subject: {work}] is a large oil painting made in {year} by the artist [object: {maker}], shown \
                     for many years in the old town hall of {town}."
                ),
                1 => format!(
                    "After two long winters in {town}, [object: {maker}] finished [subject: {work}] in {year} and sold \
                     it to a merchant of the same city."
                ),
                2 => format!(
                    "[subject: {work}], which was painted by [object: {maker}] in {year}, hangs today in a small \
                     museum beside the river in {town}."
                ),
                _ => format!(
                    "The museum in {town} bought [subject: {work}] by [object: {maker}] at an auction in {year} for a \
                     price that nobody has ever told."
                ),
            }
        })
        .collect();
    let shown: Vec<String> = (0..count)
        .map(|index| {
            let (work, maker, town) = (painting(index + 3), painter(index), TOWNS[(index + 2) % TOWNS.len()]);
            match index % 2 {
                0 => format!(
                    "For more than a decade [subject: {work}] by {maker} has been on display in [object: {town}], where \
                     thousands of people come to see it every summer."
                ),
                _ => format!(
                    "Together with two other works by {maker}, [subject: {work}] can be seen in the new gallery in \
                     [object: {town}] until the end of the year."
                ),
            }
        })
        .collect();
    let examples = |sentences: &[String]| {
        sentences.iter().map(|sentence| format!("\"{sentence}\"")).collect::<Vec<_>>().join(" ,\n")
    };
    let source = format!(
        "@prefix ng: <https://w3id.org/newsgraph/ontology#> . @prefix t: <https://example.org/art#> .
         @prefix owl: <http://www.w3.org/2002/07/owl#> . @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
         @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
         t:Painting a owl:Class .
         t:made_by a owl:ObjectProperty ; rdfs:domain t:Painting ; rdfs:range ng:Person ; skos:example {} .
         t:shown_in a owl:ObjectProperty ; rdfs:domain t:Painting ; rdfs:range ng:Place ; skos:example {} .",
        examples(&made),
        examples(&shown)
    );
    Ontology::taught_by(&[("art.ttl", &source)]).expect("the catalogue is an ontology")
}

fn model_of(engine: &Engine, ontology: &Ontology) -> Model {
    learn(ontology, |texts: &[&str]| engine.analyse(texts))
}

/// What the model reads in the first sentence of a text, as words.
fn read(engine: &Engine, ontology: &Ontology, model: &Model, text: &str) -> Vec<(String, String, String)> {
    let sentences = engine.analyse(&[text]).remove(0);
    let words = |found: &Found| {
        let text = |span: crate::grammar::TokenSpan| surface(&sentences[0], span.first, span.end);
        (ontology.relation(found.relation).name.clone(), text(found.subject), text(found.object))
    };
    model.find(&sentences[0]).iter().map(words).collect()
}

#[test]
fn reads_names_that_no_example_holds() {
    let engine = engine();
    let ontology = catalogue(32);
    let model = model_of(engine, &ontology);
    let found = read(
        engine,
        &ontology,
        &model,
        "The Quiet Mill is a small oil painting made in 1921 by the artist Hanna Sorel, sold last year.",
    );
    let wanted = ("made_by".to_owned(), "The Quiet Mill".to_owned(), "Hanna Sorel".to_owned());
    assert!(found.contains(&wanted), "{found:?}");
    let found = read(
        engine,
        &ontology,
        &model,
        "For more than a year Two Sparrows by Hanna Sorel has been on display in Vienna, where people come to see it.",
    );
    let wanted = ("shown_in".to_owned(), "Two Sparrows".to_owned(), "Vienna".to_owned());
    assert!(found.contains(&wanted), "{found:?}");
    assert!(
        !found.iter().any(|(relation, _, object)| relation == "made_by" && object == "Vienna"),
        "{found:?}"
    );
}

#[test]
fn silent_where_nothing_of_the_kind_is_said() {
    let engine = engine();
    let ontology = catalogue(32);
    let model = model_of(engine, &ontology);
    let found =
        read(engine, &ontology, &model, "The council of Hamburg raised the price of water on Monday.");
    assert_eq!(found, []);
    assert_eq!(model.find(&crate::language::Sentence::default()), []);
}

#[test]
fn learns_that_subjects_are_names() {
    let engine = engine();
    let model = model_of(engine, &catalogue(20));
    assert!(model.relations.iter().all(|relation| relation.names_subjects));
    let sentence = &engine.analyse(&["The picture hangs beside Ferry at Dawn."])[0][0];
    assert!(!crate::grammar::TokenSpan::new(0, 2).is_name(sentence));
    assert!(crate::grammar::TokenSpan::new(4, 7).is_name(sentence));
}

#[test]
fn learning_again_finds_the_same() {
    let engine = engine();
    let ontology = catalogue(20);
    let (one, other) = (model_of(engine, &ontology), model_of(engine, &ontology));
    let text = "Odile Marchetti finished The Long Field in 1903 and sold it to a merchant of Ghent.";
    let sentence = &engine.analyse(&[text])[0][0];
    assert_eq!(one.find(sentence), other.find(sentence));
    assert!(one.relations.iter().zip(&other.relations).all(|(one, other)| one.weights == other.weights));
}

#[test]
fn what_was_learned_is_the_same_after_a_way_through_bytes() {
    let engine = engine();
    let ontology = catalogue(12);
    let bytes = |model: &Model| postcard::to_stdvec(model).expect("written to memory");
    let model = model_of(engine, &ontology);
    let written = bytes(&model);
    assert_eq!(written, bytes(&model_of(engine, &ontology)));
    let back: Model = postcard::from_bytes(&written).expect("nothing has changed");
    assert_eq!(written, bytes(&back));
    let text = "Odile Marchetti finished The Long Field in 1903 and sold it to a merchant of Ghent.";
    let sentence = &engine.analyse(&[text])[0][0];
    assert_eq!(model.find(sentence), back.find(sentence));
}

#[test]
fn few_examples_and_short_ones_teach_patterns_only() {
    assert!(learned_relations(&catalogue(9)).is_empty());
    assert_eq!(learned_relations(&catalogue(10)).len(), 2);
    let handwritten = Ontology::embedded().expect("the built-in ontology is sound");
    assert!(handwritten.relations.iter().any(|relation| relation.examples.len() >= 20));
    assert!(learned_relations(&handwritten).is_empty());
}
