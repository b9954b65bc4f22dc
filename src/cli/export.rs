//! `newsgraph export`: the graph, or the part of it about one entity, in one format.

use std::io::{self, IsTerminal, Write};
use std::path::PathBuf;

use anyhow::Context;
use clap::{Args, ValueEnum};

use super::folder::GraphFolder;
use super::scope::Scope;
use super::{Outcome, UsageError};
use crate::export::{
    RdfSyntax, csv, csv_nodes, cypher, dot, followthemoney, gexf, graphml, png, rdf_document, read_back,
    report, svg, turtle12, write_file,
};
use crate::graph::{self, Dataset, Namespaces};
use crate::ontology::Ontology;
use crate::resolve::{Mint, Story};

/// Write the graph, or the part of it about one entity, in one format.
#[derive(Debug, Args)]
pub struct ExportArguments {
    /// What to write
    #[arg(long, value_enum)]
    format: ExportFormat,
    #[command(flatten)]
    scope: Scope,
    /// How many statements away from that entity others may be
    #[arg(long, value_name = "N", default_value_t = 1, requires = "about")]
    hops: usize,
    /// File to write, in place of standard output
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
    #[command(flatten)]
    graph: GraphFolder,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum ExportFormat {
    Turtle,
    /// Turtle of RDF 1.2, statements as reifiers
    Turtle12,
    Trig,
    Nquads,
    Ntriples,
    Jsonld,
    Rdfxml,
    Dot,
    Svg,
    Png,
    Graphml,
    Gexf,
    Cypher,
    /// FollowTheMoney, one entity a line
    Ftm,
    /// One statement a row
    Csv,
    /// One entity a row, the nodes to the rows of csv
    CsvNodes,
    Html,
}

impl ExportFormat {
    fn rdf(self) -> Option<RdfSyntax> {
        match self {
            Self::Turtle => Some(RdfSyntax::Turtle),
            Self::Trig => Some(RdfSyntax::TriG),
            Self::Nquads => Some(RdfSyntax::NQuads),
            Self::Ntriples => Some(RdfSyntax::NTriples),
            Self::Jsonld => Some(RdfSyntax::JsonLd),
            Self::Rdfxml => Some(RdfSyntax::RdfXml),
            _ => None,
        }
    }
}

pub fn run(arguments: ExportArguments) -> anyhow::Result<Outcome> {
    let (dataset, story) = arguments.graph.story()?;
    let namespaces = Namespaces::of(&dataset);
    let selection = arguments.scope.selection(&story, &namespaces, arguments.hops)?;
    let ontology = graph::ontology(&dataset);
    let (dataset, story) = if selection.is_all() {
        (dataset, story)
    } else {
        let story = selection.of(story);
        (graph::dataset(&story, &ontology, &Mint::new(namespaces.base())), story)
    };
    let bytes = match (arguments.format, arguments.format.rdf()) {
        (_, Some(syntax)) => rdf(&dataset, &namespaces, syntax)?,
        // Neither of the parsers that read exports back knows triple terms yet.
        (ExportFormat::Turtle12, None) => turtle12(&dataset, &namespaces).into_bytes(),
        (_, None) => rendered(&story, &ontology, arguments.format)?,
    };
    match &arguments.output {
        Some(path) => write_file(path, &bytes)?,
        None => write_to_standard_output(&bytes)?,
    }
    Ok(Outcome::Complete)
}

fn rdf(dataset: &Dataset, namespaces: &Namespaces, syntax: RdfSyntax) -> anyhow::Result<Vec<u8>> {
    let document = rdf_document(dataset, namespaces, syntax)?;
    read_back(document.text.as_bytes(), syntax, document.count)
        .with_context(|| format!("the {syntax} is unsound; please report this as a bug"))?;
    Ok(document.text.into_bytes())
}

fn rendered(story: &Story, ontology: &Ontology, format: ExportFormat) -> anyhow::Result<Vec<u8>> {
    Ok(match format {
        ExportFormat::Dot => dot::write(story, ontology).into_bytes(),
        ExportFormat::Svg => svg::write(story, ontology).into_bytes(),
        ExportFormat::Png => png::write(&svg::write(story, ontology)).context("cannot draw the picture")?,
        ExportFormat::Html => report::write(story, ontology).into_bytes(),
        ExportFormat::Graphml => graphml(story).into_bytes(),
        ExportFormat::Gexf => gexf(story).into_bytes(),
        ExportFormat::Cypher => cypher(story).into_bytes(),
        ExportFormat::Ftm => followthemoney(story, ontology).into_bytes(),
        ExportFormat::CsvNodes => csv_nodes(story).into_bytes(),
        _ => csv(story).into_bytes(),
    })
}

/// Bytes of a picture are no use on a terminal.
fn write_to_standard_output(bytes: &[u8]) -> anyhow::Result<()> {
    let mut output = io::stdout().lock();
    if output.is_terminal() && std::str::from_utf8(bytes).is_err() {
        return Err(UsageError(
            "a picture cannot be shown on a terminal; name a file with -o FILE".to_owned(),
        )
        .into());
    }
    output.write_all(bytes)?;
    Ok(output.flush()?)
}
