//! `newsgraph export`: the graph, or the part of it about one entity, in one format.

use std::fs::File;
use std::io::{self, BufWriter, IsTerminal, Write};
use std::path::{Path, PathBuf};

use anyhow::Context;
use clap::{Args, ValueEnum};

use super::folder::GraphFolder;
use super::scope::Scope;
use super::{Outcome, UsageError};
use crate::export::{
    RdfSyntax, csv, csv_nodes, cypher, dot, followthemoney, gexf, graphml, png, report, spool, svg, turtle12,
    write_file, write_rdf, write_rdf_file,
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
    let output = arguments.output.as_deref();
    match arguments.format.rdf() {
        Some(syntax) => write_graph(&dataset, &namespaces, syntax, output)?,
        None => {
            let bytes = match arguments.format {
                // Neither of the parsers that read exports back knows triple terms yet.
                ExportFormat::Turtle12 => {
                    let mut text = Vec::new();
                    turtle12(&dataset, &namespaces, &mut text)?;
                    text
                }
                format => rendered(&story, &ontology, format)?,
            };
            match output {
                Some(path) => write_file(path, &bytes)?,
                None => write_to_standard_output(&bytes)?,
            }
        }
    }
    Ok(Outcome::Complete)
}

/// Writes RDF and reads it back, before a file is in its place or anything is on standard output.
fn write_graph(
    dataset: &Dataset,
    namespaces: &Namespaces,
    syntax: RdfSyntax,
    output: Option<&Path>,
) -> anyhow::Result<()> {
    let write = |out: &mut BufWriter<&File>| write_rdf(dataset, namespaces, syntax, out);
    match output {
        Some(path) => write_rdf_file(path, syntax, write)?,
        None => {
            let mut sound = spool(Path::new("standard output"), syntax, write)?;
            let mut output = io::stdout().lock();
            io::copy(&mut sound, &mut output)?;
            output.flush()?;
        }
    }
    Ok(())
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
