//! What the endpoint can do, as SPARQL 1.1 Service Description has it: the answer where no query is asked.

use oxigraph::model::{GraphName, Literal, NamedNode, Quad, Term};
use oxigraph::sparql::results::QueryResultsFormat;

use crate::graph::{Dataset, Namespaces};
use crate::vocabulary as v;

const SD: &str = "http://www.w3.org/ns/sparql-service-description#";
const FORMATS: &str = "http://www.w3.org/ns/formats/";
const VOID_TRIPLES: &str = "http://rdfs.org/ns/void#triples";

/// The description of the endpoint at this address, whose graph has so many quads. Its nodes have names, as all of newsgraph's.
pub fn describe(endpoint: &str, quads: usize) -> Dataset {
    let part = |name: &str| format!("{endpoint}#{name}");
    let sd = |name: &str| Term::from(node(format!("{SD}{name}")));
    let mut description = Description(Vec::new());
    description.say(endpoint, v::RDF_TYPE.to_owned(), sd("Service"));
    description.say(endpoint, format!("{SD}endpoint"), node(endpoint.to_owned()));
    description.say(endpoint, format!("{SD}supportedLanguage"), sd("SPARQL11Query"));
    description.say(endpoint, format!("{SD}feature"), sd("UnionDefaultGraph"));
    let results =
        [QueryResultsFormat::Json, QueryResultsFormat::Xml, QueryResultsFormat::Csv, QueryResultsFormat::Tsv];
    let graphs = ["Turtle", "N-Triples", "RDF_XML", "JSON-LD", "TriG", "N-Quads"];
    let graphs = graphs.map(|name| format!("{FORMATS}{name}"));
    for format in results.map(|format| format.iri().to_owned()).into_iter().chain(graphs) {
        description.say(endpoint, format!("{SD}resultFormat"), node(format));
    }
    let (dataset, graph) = (part("dataset"), part("default-graph"));
    description.say(endpoint, format!("{SD}defaultDataset"), node(dataset.clone()));
    description.say(&dataset, v::RDF_TYPE.to_owned(), sd("Dataset"));
    description.say(&dataset, format!("{SD}defaultGraph"), node(graph.clone()));
    description.say(&graph, v::RDF_TYPE.to_owned(), sd("Graph"));
    let count = Literal::new_typed_literal(quads.to_string(), node(v::XSD_NON_NEGATIVE_INTEGER.to_owned()));
    description.say(&graph, VOID_TRIPLES.to_owned(), count);
    description.0.into_iter().collect()
}

/// The prefixes that make it readable.
pub fn namespaces(of_graph: Namespaces) -> Namespaces {
    of_graph.with("sd", SD).with("formats", FORMATS)
}

struct Description(Vec<Quad>);

impl Description {
    fn say(&mut self, subject: &str, predicate: String, object: impl Into<Term>) {
        let subject = node(subject.to_owned());
        self.0.push(Quad::new(subject, node(predicate), object, GraphName::DefaultGraph));
    }
}

fn node(iri: String) -> NamedNode {
    NamedNode::new_unchecked(iri)
}
