//! Answers, and when two are the same: rows in any order unless the expected ones are numbered, blank nodes by what they stand for,
//! numbers by their value, since W3C leaves open how they are spelled.

use std::collections::{BTreeMap, HashMap};

use oxigraph::model::dataset::CanonicalizationAlgorithm;
use oxigraph::model::{Graph, Literal, Term};
use oxigraph::sparql::QueryResults;
use oxigraph::sparql::results::{
    QueryResultsFormat, QueryResultsParser, QueryResultsSerializer, ReaderQueryResultsParserOutput,
};

use super::suite::{bytes, graph, node, values};

const RESULTS: &str = "http://www.w3.org/2001/sw/DataAccess/tests/result-set#";
const XSD: &str = "http://www.w3.org/2001/XMLSchema#";

/// Variables with their values.
type Row = BTreeMap<String, Term>;

#[derive(Debug)]
pub enum Answer {
    Truth(bool),
    Rows(Vec<Row>),
    /// Rows whose order counts.
    Numbered(Vec<Row>),
    Triples(Box<Graph>),
}

impl Answer {
    /// What was answered.
    pub fn of(results: QueryResults<'_>) -> Result<Self, String> {
        Ok(match results {
            QueryResults::Boolean(truth) => Self::Truth(truth),
            QueryResults::Graph(triples) => {
                let triples: Result<Graph, _> = triples.collect();
                Self::Triples(Box::new(triples.map_err(|error| error.to_string())?))
            }
            QueryResults::Solutions(solutions) => {
                let row = |solution: oxigraph::sparql::QuerySolution| {
                    solution.iter().map(|(name, term)| (name.as_str().to_owned(), plain(term))).collect()
                };
                let rows: Result<Vec<Row>, _> = solutions.map(|solution| solution.map(row)).collect();
                Self::Rows(rows.map_err(|error| error.to_string())?)
            }
        })
    }

    /// What stands in a file of results, or of RDF.
    pub fn expected(file: &str) -> Result<Self, String> {
        let ending = file.rsplit('.').next().unwrap_or_default();
        let Some(format) = QueryResultsFormat::from_extension(ending) else {
            return Ok(Self::of_graph(graph(file)));
        };
        let bytes = bytes(file);
        let parsed = QueryResultsParser::from_format(format).for_reader(bytes.as_slice());
        Ok(match parsed.map_err(|error| error.to_string())? {
            ReaderQueryResultsParserOutput::Boolean(truth) => Self::Truth(truth),
            ReaderQueryResultsParserOutput::Solutions(solutions) => {
                let row = |solution: oxigraph::sparql::QuerySolution| {
                    solution.iter().map(|(name, term)| (name.as_str().to_owned(), plain(term))).collect()
                };
                let rows: Result<Vec<Row>, _> = solutions.map(|solution| solution.map(row)).collect();
                Self::Rows(rows.map_err(|error| error.to_string())?)
            }
        })
    }

    /// SPARQL 1.0 writes rows as RDF, too.
    fn of_graph(graph: Graph) -> Self {
        let set = graph.iter().find(|triple| triple.object.to_string() == format!("<{RESULTS}ResultSet>"));
        let Some(set) = set.map(|triple| triple.subject.into_owned()) else {
            return Self::Triples(Box::new(graph));
        };
        if let Some(truth) = values(&graph, set.as_ref(), RESULTS, "boolean").first() {
            return Self::Truth(text(truth) == "true");
        }
        let mut rows: Vec<(Option<usize>, Row)> = values(&graph, set.as_ref(), RESULTS, "solution")
            .into_iter()
            .map(|solution| {
                let solution = node(solution);
                let of = |local| values(&graph, solution.as_ref(), RESULTS, local);
                let index = of("index").first().and_then(|index| text(index).parse().ok());
                let cell = |binding: Term| {
                    let binding = node(binding);
                    let one = |local| values(&graph, binding.as_ref(), RESULTS, local).remove(0);
                    (text(&one("variable")), plain(&one("value")))
                };
                (index, of("binding").into_iter().map(cell).collect())
            })
            .collect();
        rows.sort_by_key(|(index, _)| *index);
        let is_numbered = !rows.is_empty() && rows.iter().all(|(index, _)| index.is_some());
        let rows = rows.into_iter().map(|(_, row)| row).collect();
        if is_numbered { Self::Numbered(rows) } else { Self::Rows(rows) }
    }

    /// How this differs from what was expected; lax is whoever does not count equal rows.
    pub fn compare(self, expected: &Self, is_lax: bool) -> Result<(), String> {
        let is_same = match (&self, expected) {
            (Self::Truth(one), Self::Truth(other)) => one == other,
            (Self::Triples(one), Self::Triples(other)) => canonical(one) == canonical(other),
            (Self::Rows(found), Self::Numbered(expected)) => {
                found.len() == expected.len()
                    && found.iter().zip(expected).all(|(one, other)| same(one, other, &mut HashMap::new()))
            }
            (Self::Rows(found), Self::Rows(expected)) => {
                let once = |rows: &[Row]| {
                    let is_first = |&(place, row): &(usize, &Row)| !is_lax || !rows[..place].contains(row);
                    rows.iter().enumerate().filter(is_first).map(|(_, row)| row.clone()).collect::<Vec<_>>()
                };
                let (found, mut expected) = (once(found), once(expected));
                found.len() == expected.len() && all_match(&found, &mut expected, &HashMap::new())
            }
            _ => false,
        };
        if is_same { Ok(()) } else { Err(format!("found {self:?}, expected {expected:?}")) }
    }
}

/// How an answer differs from this CSV; rows and columns in any order, blank nodes by whatever name.
pub fn compare_csv(results: QueryResults<'_>, expected: &str) -> Result<(), String> {
    let QueryResults::Solutions(solutions) = results else { return Err("no rows".to_owned()) };
    let variables = solutions.variables().to_vec();
    let serializer = QueryResultsSerializer::from_format(QueryResultsFormat::Csv);
    let mut found = Vec::new();
    let mut writer = serializer.serialize_solutions_to_writer(&mut found, variables).unwrap();
    for solution in solutions {
        writer.serialize(&solution.map_err(|error| error.to_string())?).unwrap();
    }
    writer.finish().unwrap();
    let (found, expected) = (table(&found), table(expected.as_bytes()));
    if found == expected { Ok(()) } else { Err(format!("found {found:?}, expected {expected:?}")) }
}

fn table(csv: &[u8]) -> Vec<BTreeMap<String, String>> {
    let mut reader = csv::Reader::from_reader(csv);
    let header = reader.headers().unwrap().clone();
    let cell = |cell: &str| if cell.starts_with("_:") { "_:" } else { cell }.to_owned();
    let row = |row: csv::StringRecord| {
        header.iter().map(str::to_owned).zip(row.iter().map(cell)).collect::<BTreeMap<_, _>>()
    };
    let mut rows: Vec<_> = reader.records().map(|record| row(record.unwrap())).collect();
    rows.sort();
    rows
}

/// Finds for each row another one of its own, blank nodes standing for the same all through.
fn all_match(found: &[Row], expected: &mut Vec<Row>, known: &HashMap<Term, Term>) -> bool {
    let Some((first, rest)) = found.split_first() else { return expected.is_empty() };
    for place in 0..expected.len() {
        let mut nodes = known.clone();
        if same(first, &expected[place], &mut nodes) {
            let row = expected.remove(place);
            if all_match(rest, expected, &nodes) {
                return true;
            }
            expected.insert(place, row);
            // Another row that is the same word for word would lead no further.
            if nodes.len() == known.len() {
                return false;
            }
        }
    }
    false
}

fn same(one: &Row, other: &Row, nodes: &mut HashMap<Term, Term>) -> bool {
    one.len() == other.len()
        && one.iter().zip(other).all(|((name, term), (other_name, other))| {
            name == other_name
                && match (term, other) {
                    (Term::BlankNode(_), Term::BlankNode(_)) => {
                        let is_free = !nodes.values().any(|known| known == other);
                        match nodes.get(term) {
                            Some(known) => known == other,
                            None if is_free => nodes.insert(term.clone(), other.clone()).is_none(),
                            None => false,
                        }
                    }
                    _ => term == other,
                }
        })
}

fn canonical(graph: &Graph) -> Graph {
    let plain = |triple: oxigraph::model::TripleRef<'_>| oxigraph::model::Triple {
        object: plain(&triple.object.into_owned()),
        ..triple.into_owned()
    };
    let mut graph: Graph = graph.iter().map(plain).collect();
    graph.canonicalize(CanonicalizationAlgorithm::Unstable);
    graph
}

/// A number as its value, the time zone zero in one spelling, everything else as it is.
fn plain(term: &Term) -> Term {
    let Term::Literal(literal) = term else { return term.clone() };
    let Some(kind) = literal.datatype().as_str().strip_prefix(XSD) else { return term.clone() };
    let value = match kind {
        "integer" | "decimal" | "double" | "float" => {
            literal.value().parse::<f64>().ok().map(|value| value.to_string())
        }
        "date" | "dateTime" => literal.value().strip_suffix("+00:00").map(|rest| format!("{rest}Z")),
        _ => None,
    };
    value.map_or_else(
        || term.clone(),
        |value| Literal::new_typed_literal(value, literal.datatype().into_owned()).into(),
    )
}

fn text(term: &Term) -> String {
    match term {
        Term::Literal(literal) => literal.value().to_owned(),
        other => other.to_string(),
    }
}
