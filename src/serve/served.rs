//! The graph that is served: its index mapped into memory, opened anew when another build has put another one in its place, and
//! what is asked of it so often that it is kept.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, OnceLock, PoisonError};
use std::time::SystemTime;

use hyper::body::Bytes;

use crate::files::asked::{AskedGraph, Part};
use crate::files::folder::GraphFolder;
use crate::files::index_file::{INDEX, IndexFile};
use crate::graph::{Finder, Namespaces, Selection};
use crate::index::Index;

/// A folder whose graph is served, whichever it holds at the moment.
pub struct Served {
    folder: PathBuf,
    current: Mutex<Option<(Seen, Arc<Graph>)>>,
}

/// By what an index is known to be another one.
type Seen = (Option<SystemTime>, u64);

/// A graph that does not change.
pub struct Graph {
    file: IndexFile,
    folder: PathBuf,
    finder: OnceLock<Finder>,
    /// What goes through all statements, as it is sent.
    conflicts: OnceLock<Bytes>,
    timeline: OnceLock<Bytes>,
}

/// What is kept of a graph, once it was asked for.
#[derive(Debug, Clone, Copy)]
pub enum Kept {
    Conflicts,
    Timeline,
}

impl Served {
    pub fn new(folder: PathBuf) -> Self {
        Self { folder, current: Mutex::new(None) }
    }

    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// The graph as it is now. Where its index is missing, this takes as long as reading the whole graph.
    ///
    /// # Errors
    /// Returns an error where the folder has no graph.
    pub fn graph(&self) -> anyhow::Result<Arc<Graph>> {
        let seen = || {
            let metadata = fs::metadata(self.folder.join(INDEX)).ok();
            metadata.map(|metadata| (metadata.modified().ok(), metadata.len()))
        };
        let mut current = self.current.lock().unwrap_or_else(PoisonError::into_inner);
        match (&*current, seen()) {
            (Some((known, graph)), Some(now)) if *known == now => return Ok(Arc::clone(graph)),
            // It is being replaced.
            (Some((_, graph)), None) => return Ok(Arc::clone(graph)),
            _ => {}
        }
        let file = GraphFolder::at(self.folder.clone()).index()?;
        let graph = Arc::new(Graph::new(file, &self.folder));
        // Looked at after it was opened, for opening may touch it.
        *current = seen().map(|seen| (seen, Arc::clone(&graph)));
        Ok(graph)
    }
}

impl Graph {
    fn new(file: IndexFile, folder: &Path) -> Self {
        let folder = folder.to_owned();
        Self { file, folder, finder: OnceLock::new(), conflicts: OnceLock::new(), timeline: OnceLock::new() }
    }

    /// The index, to be asked.
    pub fn index(&self) -> anyhow::Result<Index<'_>> {
        Ok(self.file.index()?)
    }

    /// The bytes of its index.
    pub fn file(&self) -> &IndexFile {
        &self.file
    }

    /// A file of its folder.
    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.join(name)
    }

    pub fn folder(&self) -> GraphFolder {
        GraphFolder::at(self.folder.clone())
    }

    pub fn namespaces(&self) -> anyhow::Result<Namespaces> {
        Ok(Namespaces::of_index(&self.index()?)?)
    }

    /// Finds its entities.
    pub fn finder(&self) -> anyhow::Result<&Finder> {
        if self.finder.get().is_none() {
            // Two that come at once both make one, and one of these is kept.
            let _ = self.finder.set(Finder::new(&self.index()?)?);
        }
        self.finder.get().ok_or_else(|| anyhow::anyhow!("the names of the graph were not kept"))
    }

    /// An entity with what is said about it, as `export --about` has it.
    pub fn about(&self, iri: &str) -> anyhow::Result<Part> {
        let iri: Arc<str> = iri.into();
        let (dataset, story) = AskedGraph::new(&self.folder, &self.file)?.neighbourhood(&iri, 1)?;
        let selection = Selection { about: Some((iri, 1)), ..Selection::default() };
        Ok((dataset, selection.of(story)))
    }

    /// What was made of the whole graph before, or is made of it now.
    pub fn kept(&self, what: Kept, make: impl FnOnce() -> anyhow::Result<Vec<u8>>) -> anyhow::Result<Bytes> {
        let cell = match what {
            Kept::Conflicts => &self.conflicts,
            Kept::Timeline => &self.timeline,
        };
        match cell.get() {
            Some(known) => Ok(known.clone()),
            None => {
                let made = Bytes::from(make()?);
                Ok(cell.get_or_init(|| made).clone())
            }
        }
    }
}
