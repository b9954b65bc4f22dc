//! A built graph's folder, and what commands want of it.

use std::path::{Path, PathBuf};

use anyhow::bail;

use crate::export::finish;
use crate::graph;
use crate::graph::{Dataset, GraphPart};
use crate::story::{Detail, Shared, Statement};

use super::asked::Part;
use super::graph_files::{ATTRIBUTIONS, GRAPH, STATEMENTS, read_graph, read_shared};
use super::index_file;
use super::index_file::IndexFile;

/// Which built graph a command works on.
#[derive(Debug, clap::Args)]
pub struct GraphFolder {
    /// Folder of the graph, as `newsgraph build` wrote it
    #[arg(long = "graph", value_name = "DIR", default_value = "output")]
    folder: PathBuf,
}

impl GraphFolder {
    /// The one at this place.
    pub fn at(folder: PathBuf) -> Self {
        Self { folder }
    }

    /// Where it is.
    pub fn path(&self) -> &Path {
        &self.folder
    }

    /// The index of the graph, made anew where it is missing or does not fit.
    pub fn index(&self) -> anyhow::Result<IndexFile> {
        self.existing(GRAPH)?;
        index_file::fitting(&self.folder).map_or_else(|| index_file::anew(&self.folder), Ok)
    }

    /// How much the graph says.
    pub fn detail(&self) -> anyhow::Result<Detail> {
        Ok(graph::detail(&self.index()?.index()?)?)
    }

    /// All quads of the graph: out of the index where it fits, for that is quicker.
    pub fn dataset(&self) -> anyhow::Result<Dataset> {
        let graph = self.existing(GRAPH)?;
        let indexed = index_file::fitting(&self.folder)
            .and_then(|file| file.index().and_then(|index| graph::unindexed(&index)).ok());
        indexed.map_or_else(|| read_graph(&graph), Ok)
    }

    /// The graph and the story it tells.
    pub fn story(&self) -> anyhow::Result<Part> {
        self.told_by(self.dataset()?)
    }

    /// The same without the places where entities are named.
    pub fn story_without_mentions(&self) -> anyhow::Result<Part> {
        let file = self.index()?;
        let index = file.index()?;
        let mut part = GraphPart::new(&index)?;
        part.all_but_texts()?;
        self.told_by(part.finish())
    }

    fn told_by(&self, dataset: Dataset) -> anyhow::Result<Part> {
        let mut shared = Shared::default();
        let statements = read_shared(&self.existing(STATEMENTS)?, &mut shared)?;
        let attributions = read_shared(&self.existing(ATTRIBUTIONS)?, &mut shared)?;
        let story = graph::story(&dataset, statements, attributions);
        Ok((dataset, story))
    }

    /// The statements alone, for commands that need no RDF.
    pub fn statements(&self) -> anyhow::Result<Vec<Statement>> {
        read_shared(&self.existing(STATEMENTS)?, &mut Shared::default())
    }

    /// A file of the graph, when what a killed run left to be done is done.
    fn existing(&self, name: &str) -> anyhow::Result<PathBuf> {
        finish(&self.folder)?;
        let path = self.folder.join(name);
        if !path.is_file() {
            bail!(
                "there is no graph in {}: {} is missing; make it with `newsgraph build`, or name another folder \
                 with --graph DIR",
                self.folder.display(),
                path.display()
            );
        }
        Ok(path)
    }
}
