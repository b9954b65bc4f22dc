//! `newsgraph export`: the graph, or the part of it about one entity, in one format.

use std::fs::File;
use std::io;
use std::io::{BufWriter, IsTerminal, Write};
use std::path::{Path, PathBuf};

use anyhow::Context;
use clap::{Args, ValueEnum};

use crate::export::dot::Clusters;
use crate::export::{
    RdfSyntax, csv, csv_nodes, cypher, dot, followthemoney, gexf, graphml, png, report, spool, svg, turtle12,
    write_file, write_rdf, write_rdf_file,
};
use crate::files::folder::GraphFolder;
use crate::files::graph_ontology::ontology_of;
use crate::graph;
use crate::graph::{Dataset, Namespaces};
use crate::harmless;
use crate::ontology::Ontology;
use crate::story::{Mint, Story};

use super::export_to::StoreArguments;
use super::failure::{Outcome, UsageError};
use super::graphviz::{Engine, Image};
use super::scope::Scope;

/// Write the graph, or the part of it about one entity, in one format.
#[derive(Debug, Args)]
pub struct ExportArguments {
    /// What to write
    #[arg(long, value_enum, required_unless_present = "to")]
    format: Option<ExportFormat>,
    #[command(flatten)]
    scope: Scope,
    /// How many statements away from that entity others may be
    #[arg(long, value_name = "N", default_value_t = 1, requires = "about")]
    hops: usize,
    /// Let Graphviz lay out the picture (svg and png), if it is installed
    #[arg(long, value_enum)]
    engine: Option<Engine>,
    /// Frame the entities of each class together (dot, and pictures with --engine dot)
    #[arg(long)]
    clusters: bool,
    /// File to write, in place of standard output
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
    #[command(flatten)]
    store: StoreArguments,
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

    fn image(self) -> Option<Image> {
        match self {
            Self::Svg => Some(Image::Svg),
            Self::Png => Some(Image::Png),
            _ => None,
        }
    }
}

pub fn run(arguments: ExportArguments) -> anyhow::Result<Outcome> {
    arguments.check()?;
    if arguments.store.is_given() {
        arguments.store.send(&arguments.dataset()?.0)?;
        return Ok(Outcome::Complete);
    }
    let output = arguments.output.as_deref();
    match (arguments.format().rdf(), arguments.format()) {
        (Some(syntax), _) => {
            let (dataset, namespaces) = arguments.dataset()?;
            write_graph(&dataset, &namespaces, syntax, output)?;
        }
        // Neither of the parsers that read exports back knows triple terms yet.
        (None, ExportFormat::Turtle12) => {
            let (dataset, namespaces) = arguments.dataset()?;
            write_document(output, |mut out| turtle12(&dataset, &namespaces, &mut out))?;
        }
        (None, ExportFormat::Csv) if arguments.scope.is_all() => {
            let story = Story { statements: arguments.graph.statements()?, ..Story::default() };
            write_document(output, |out| csv(&story, out))?;
        }
        (None, format) => {
            let (story, ontology, _) = arguments.story()?;
            match format.image() {
                Some(image) => write_picture(&arguments.picture(&story, &ontology, image)?, output)?,
                None => write_document(output, |out| arguments.write_story(&story, &ontology, out))?,
            }
        }
    }
    Ok(Outcome::Complete)
}

impl ExportArguments {
    /// Refuses options that would have no effect.
    fn check(&self) -> Result<(), UsageError> {
        let picture = self.format().image().is_some();
        if self.engine.is_some() && !picture {
            return Err(UsageError("--engine lays out pictures: use it with --format svg or png".to_owned()));
        }
        let framed = self.format() == ExportFormat::Dot || picture && self.engine == Some(Engine::Dot);
        if self.clusters && !framed {
            return Err(UsageError(
                "--clusters are drawn by Graphviz's dot: use it with --format dot, or with --engine dot and --format svg \
                 or png"
                    .to_owned(),
            ));
        }
        Ok(())
    }

    /// Where nothing is said of it, nothing is written but into a store.
    fn format(&self) -> ExportFormat {
        self.format.unwrap_or(ExportFormat::Nquads)
    }

    fn clusters(&self) -> Clusters {
        if self.clusters { Clusters::ByClass } else { Clusters::None }
    }

    /// The quads to write. Those of the whole graph are in its file; its story need not be told for them.
    fn dataset(&self) -> anyhow::Result<(Dataset, Namespaces)> {
        if self.scope.is_all() {
            let dataset = self.graph.dataset()?;
            let namespaces = Namespaces::of(&dataset);
            return Ok((dataset, namespaces));
        }
        let (story, ontology, namespaces) = self.story()?;
        let dataset = graph::dataset(&story, &ontology, &Mint::new(namespaces.base()));
        Ok((dataset, namespaces))
    }

    /// The story to write; of the graph that it was recalled from, nothing is kept in memory.
    fn story(&self) -> anyhow::Result<(Story, Ontology, Namespaces)> {
        let (dataset, story) = self.scope.part(&self.graph, self.hops, GraphFolder::story)?;
        Ok((story, ontology_of(&dataset)?, Namespaces::of(&dataset)))
    }

    /// The picture as the engine that is asked for draws it, else as newsgraph does.
    fn picture(&self, story: &Story, ontology: &Ontology, image: Image) -> anyhow::Result<Vec<u8>> {
        match (self.engine, image) {
            (Some(engine), _) => {
                let mut graph = Vec::new();
                dot::write(story, ontology, self.clusters(), &mut graph)?;
                engine.draw(&graph, image)
            }
            (None, image) => {
                let drawn = svg::Picture::about(story, ontology, self.scope.about()).file();
                match image {
                    Image::Svg => Ok(drawn.into_bytes()),
                    Image::Png => png::write(&drawn).context("cannot draw the picture"),
                }
            }
        }
    }

    /// Writes a story in a format that is neither RDF nor a picture.
    fn write_story(&self, story: &Story, ontology: &Ontology, out: &mut dyn Write) -> io::Result<()> {
        match self.format() {
            ExportFormat::Dot => dot::write(story, ontology, self.clusters(), out),
            ExportFormat::Html => report::write(story, ontology, out),
            ExportFormat::Graphml => graphml(story, ontology, out),
            ExportFormat::Gexf => gexf(story, ontology, out),
            ExportFormat::Cypher => cypher(story, ontology, out),
            ExportFormat::Ftm => followthemoney(story, ontology, out),
            ExportFormat::CsvNodes => csv_nodes(story, out),
            _ => csv(story, out),
        }
    }
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
            let mut output = harmless::data();
            io::copy(&mut sound, &mut output)?;
            output.flush()?;
        }
    }
    Ok(())
}

/// Bytes of a picture are no use on a terminal.
fn write_picture(image: &[u8], output: Option<&Path>) -> anyhow::Result<()> {
    if output.is_none() && io::stdout().is_terminal() && std::str::from_utf8(image).is_err() {
        return Err(UsageError(
            "a picture cannot be shown on a terminal; name a file with -o FILE".to_owned(),
        )
        .into());
    }
    write_document(output, |out| out.write_all(image))
}

/// Writes what is not read back, as it goes.
fn write_document(
    output: Option<&Path>,
    write: impl FnOnce(&mut dyn Write) -> io::Result<()>,
) -> anyhow::Result<()> {
    match output {
        Some(path) => write_file(path, write)?,
        None => {
            let mut out = BufWriter::new(harmless::data());
            write(&mut out)?;
            out.flush()?;
        }
    }
    Ok(())
}
