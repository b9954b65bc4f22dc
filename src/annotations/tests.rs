//! The whole way from a file of annotations to Turtle.

use crate::ontology::Ontology;
use crate::sample_language::engine;

use super::{Lesson, read, teach};

const TAUGHT: &str = "@prefix ex: <http://example.org/> .
@prefix ng: <https://w3id.org/newsgraph/ontology#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
ex:sued rdfs:label \"took to court\"@en ; rdfs:domain ng:Agent ; rdfs:range ng:Agent ;
    skos:example \"[subject: The firm] sued [object: the bank].\"@en .";

fn lesson(name: &str, text: &str) -> Lesson {
    let ontology = Ontology::taught_by(&[("t.ttl", TAUGHT)]).unwrap();
    teach(read(name, text).unwrap(), &ontology, |texts| engine().analyse(texts))
}

#[test]
fn true_rows_become_examples_and_false_ones_counterexamples() {
    let taught = lesson(
        "a.csv",
        "sentence,relation,subject,object,label
The baker took the mill to court.,took to court,The baker,the mill,true
The firm sued the bank.,sued,The firm,the bank,true
\"It rained. The baker \"\"wooed\"\" the miller.\",http://example.org/sued,The baker,the miller,false
",
    );
    assert_eq!((taught.examples, taught.counterexamples, taught.known), (1, 1, 1));
    assert_eq!(taught.faults, []);
    let body = taught.turtle.split_once("\n<").map(|(_, body)| body);
    assert_eq!(
        body,
        Some(
            "http://example.org/sued>\n    skos:example \"[subject: The baker] took [object: the mill] to court.\"@en ;\n    \
             ng:counterexample \"[subject: The baker] \\\"wooed\\\" [object: the miller].\"@en .\n"
        )
    );
    Ontology::taught_by(&[("t.ttl", TAUGHT), ("a.ttl", &taught.turtle)]).unwrap();
}

#[test]
fn what_cannot_be_used_is_told_with_its_line() {
    let taught = lesson(
        "a.csv",
        "sentence,relation,subject,object,label
The baker sued the mill.,sued,The miller,the mill,true
The baker sued the mill.,swed,The baker,the mill,true
The baker sued the mill.,sued,The baker sued,sued the mill,true
The mill sued the mill.,sued,The mill,mill,true
The baker rested. The mill sued.,sued,The baker,The mill,true
The baker sued the mill.,sued,,,true
The baker [x: sued] the mill.,sued,The baker,the mill,true
The baker sued the mill.,sued,The baker,the mill,true
The baker sued the mill.,sued,The baker,the mill,false
",
    );
    let told: Vec<String> =
        taught.faults.iter().map(|fault| format!("{}: {}", fault.place, fault.message)).collect();
    let wanted = [
        "2: the subject “The miller” does not stand in the sentence",
        "3: the ontology has no relation “swed”; it has sued",
        "4: subject “The baker sued” and object “sued the mill” overlap",
        "5: the object “mill” stands 2 times",
        "6: subject and object stand in different sentences",
        "7: neither a subject nor an object",
        "8: its own square brackets",
        "10: “[subject: The baker] sued [object: the mill].” is marked both",
    ];
    assert_eq!(told.len(), wanted.len(), "{told:#?}");
    for (told, wanted) in told.iter().zip(wanted) {
        assert!(told.starts_with(wanted), "{told}");
    }
}
