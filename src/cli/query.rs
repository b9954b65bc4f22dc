//! `newsgraph query`: SPARQL on a built graph.

use std::borrow::Cow;
use std::io::{BufWriter, Read, Write};
use std::path::PathBuf;
use std::{fs, io};

use anyhow::Context;
use clap::{Args, ValueEnum};
use oxigraph::model::{Literal, Term};
use oxigraph::sparql::results::{QueryResultsFormat, QueryResultsSerializer};
use oxigraph::sparql::{QueryResults, QuerySolutionIter, QueryTripleIter};

use crate::export::{RdfSyntax, write_rdf};
use crate::files::folder::GraphFolder;
use crate::graph::{Namespaces, QueryError, QueryableGraph, constructed};
use crate::harmless;
use crate::remote;
use crate::serve::refuse_complexity;
use crate::story::DEFAULT_BASE;

use super::failure::{Outcome, UsageError};
use super::query_bounds::QueryBounds;
use super::{shipped_queries, unknown_terms};
use crate::terminal::table;

/// Ask a built graph in SPARQL, or by the name of a shipped query.
#[derive(Debug, Args)]
#[command(after_help = "\
Prefixes such as ng:, id:, rdfs:, skos:, prov:, nif: and schema: need no declaration. A query without FROM sees all
graphs as one; GRAPH ?article { … } tells the articles apart.

Examples:
  newsgraph query --list
  newsgraph query charged
  newsgraph query 'SELECT ?who ?offence { ?who ng:charged_with ?offence }' --format csv")]
pub struct QueryArguments {
    /// SPARQL text, or the name of a shipped query
    #[arg(required_unless_present_any = ["file", "list"])]
    query: Option<String>,
    /// Read the query from a file, or from standard input with `-`
    #[arg(short, long, value_name = "FILE.rq", conflicts_with_all = ["query", "list"])]
    file: Option<PathBuf>,
    /// Show the names of the shipped queries and what they ask
    #[arg(long, conflicts_with = "query")]
    list: bool,
    /// How to write the answer
    #[arg(long, value_enum, default_value_t = AnswerFormat::Table)]
    format: AnswerFormat,
    /// Ask the SPARQL endpoint at this address instead
    #[arg(long, value_name = "URL", conflicts_with_all = ["folder", "list"])]
    endpoint: Option<String>,
    #[command(flatten)]
    graph: GraphFolder,
    #[command(flatten)]
    bounds: QueryBounds,
}

/// How an answer is written; a CONSTRUCT's or DESCRIBE's, being a graph, as Turtle, JSON-LD or RDF/XML.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum AnswerFormat {
    Table,
    Json,
    Csv,
    Tsv,
    Xml,
}

pub fn run(arguments: QueryArguments) -> anyhow::Result<Outcome> {
    if arguments.list {
        harmless::stdout().write_all(shipped_queries::list().as_bytes())?;
    } else if let Some(endpoint) = &arguments.endpoint {
        let namespaces = Namespaces::new(DEFAULT_BASE);
        let answer = remote::ask(endpoint, &query_text(&arguments)?, &namespaces)?;
        write_answer(&mut output(arguments.format), answer, arguments.format, &namespaces)?;
    } else {
        let query = query_text(&arguments)?;
        refuse_complexity(&query).map_err(|problem| UsageError(problem.message.into_owned()))?;
        arguments.bounds.within(move || answer(&arguments, &query))?;
    }
    Ok(Outcome::Complete)
}

/// Asks a built graph.
fn answer(arguments: &QueryArguments, query: &str) -> anyhow::Result<()> {
    let file = arguments.graph.index()?;
    let index = file.index()?;
    let graph = QueryableGraph::new(&index)?;
    let answer = graph.evaluate(query).map_err(user_error)?;
    for warning in unknown_terms::warnings(query, &graph) {
        writeln!(harmless::stderr(), "newsgraph: {warning}")?;
    }
    write_answer(&mut output(arguments.format), answer, arguments.format, graph.namespaces())
}

/// Where an answer goes: a table is for people.
fn output(format: AnswerFormat) -> BufWriter<Box<dyn Write>> {
    BufWriter::new(match format {
        AnswerFormat::Table => Box::new(harmless::stdout()),
        _ => harmless::data(),
    })
}

fn query_text(arguments: &QueryArguments) -> anyhow::Result<String> {
    match (&arguments.file, &arguments.query) {
        (Some(path), _) if path.as_os_str() == "-" => {
            let mut query = String::new();
            io::stdin().read_to_string(&mut query).context("cannot read a query from standard input")?;
            Ok(query)
        }
        (Some(path), _) => {
            fs::read_to_string(path).with_context(|| format!("cannot read the query {}", path.display()))
        }
        (None, query) => shipped_queries::text(query.as_deref().unwrap_or_default()),
    }
}

/// A query that is no SPARQL is the user's error; any other failure is not.
fn user_error(error: QueryError) -> anyhow::Error {
    match error {
        QueryError::Syntax(_) => UsageError(error.to_string()).into(),
        other => other.into(),
    }
}

fn write_answer(
    output: &mut impl Write,
    answer: QueryResults<'_>,
    format: AnswerFormat,
    namespaces: &Namespaces,
) -> anyhow::Result<()> {
    match (answer, results_format(format)) {
        (QueryResults::Graph(triples), _) => write_graph(output, triples, format, namespaces)?,
        (QueryResults::Boolean(answer), Some(format)) => {
            QueryResultsSerializer::from_format(format).serialize_boolean_to_writer(&mut *output, answer)?;
        }
        (QueryResults::Boolean(answer), None) => writeln!(output, "{answer}")?,
        (QueryResults::Solutions(solutions), Some(format)) => write_solutions(output, solutions, format)?,
        (QueryResults::Solutions(solutions), None) => write_table(output, solutions, namespaces)?,
    }
    Ok(output.flush()?)
}

fn results_format(format: AnswerFormat) -> Option<QueryResultsFormat> {
    match format {
        AnswerFormat::Table => None,
        AnswerFormat::Json => Some(QueryResultsFormat::Json),
        AnswerFormat::Csv => Some(QueryResultsFormat::Csv),
        AnswerFormat::Tsv => Some(QueryResultsFormat::Tsv),
        AnswerFormat::Xml => Some(QueryResultsFormat::Xml),
    }
}

fn write_solutions(
    output: &mut impl Write,
    solutions: QuerySolutionIter<'_>,
    format: QueryResultsFormat,
) -> anyhow::Result<()> {
    let variables = solutions.variables().to_vec();
    let mut serializer =
        QueryResultsSerializer::from_format(format).serialize_solutions_to_writer(&mut *output, variables)?;
    for solution in solutions {
        let solution = solution?;
        if format == QueryResultsFormat::Csv {
            let guarded = solution.iter().map(|(variable, term)| (variable, unlike_formula(term)));
            let guarded: Vec<_> = guarded.collect();
            serializer.serialize(guarded.iter().map(|(variable, term)| (*variable, term.as_ref())))?;
        } else {
            serializer.serialize(&solution)?;
        }
    }
    serializer.finish()?;
    if matches!(format, QueryResultsFormat::Json | QueryResultsFormat::Xml) {
        writeln!(output)?;
    }
    Ok(())
}

/// A term that no spreadsheet runs: what begins like a formula begins with an apostrophe instead, as in `export`. Numbers are none.
fn unlike_formula(term: &Term) -> Cow<'_, Term> {
    match term {
        Term::Literal(literal)
            if literal.value().starts_with(['=', '+', '-', '@', '\t', '\r'])
                && literal.value().parse::<f64>().is_err() =>
        {
            Cow::Owned(Literal::new_simple_literal(format!("'{}", literal.value())).into())
        }
        _ => Cow::Borrowed(term),
    }
}

fn write_table(
    output: &mut impl Write,
    solutions: QuerySolutionIter<'_>,
    namespaces: &Namespaces,
) -> anyhow::Result<()> {
    let headings: Vec<String> = solutions.variables().iter().map(|name| name.as_str().to_owned()).collect();
    let mut rows = Vec::new();
    for solution in solutions {
        let solution = solution?;
        rows.push(solution.values().iter().map(|term| cell(term.as_ref(), namespaces)).collect());
    }
    output.write_all(table::table(&headings, &rows).as_bytes())?;
    let noun = if rows.len() == 1 { "row" } else { "rows" };
    Ok(writeln!(output, "({} {noun})", rows.len())?)
}

/// A term for people: IRIs shortened, literals without quotation marks and datatypes.
fn cell(term: Option<&Term>, namespaces: &Namespaces) -> String {
    match term {
        None => String::new(),
        Some(Term::NamedNode(node)) => namespaces.display(node.as_str()),
        Some(Term::BlankNode(node)) => node.to_string(),
        Some(Term::Literal(literal)) => literal.value().to_owned(),
    }
}

fn write_graph(
    output: &mut impl Write,
    triples: QueryTripleIter<'_>,
    format: AnswerFormat,
    namespaces: &Namespaces,
) -> anyhow::Result<()> {
    let syntax = match format {
        AnswerFormat::Table => RdfSyntax::Turtle,
        AnswerFormat::Json => RdfSyntax::JsonLd,
        AnswerFormat::Xml => RdfSyntax::RdfXml,
        AnswerFormat::Csv | AnswerFormat::Tsv => {
            let message = "this query yields a graph, which has no rows; choose --format table (Turtle), json \
                           (JSON-LD) or xml (RDF/XML)";
            return Err(UsageError(message.to_owned()).into());
        }
    };
    let dataset = constructed(triples)?;
    write_rdf(&dataset, namespaces, syntax, output)?;
    Ok(())
}
