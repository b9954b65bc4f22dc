//! `--ontology`: what teaches the extractor.

use std::path::PathBuf;

use crate::language::Engine;
use crate::ontology::Ontology;
use crate::remembered::Settings;
use crate::taught::{Taught, built_in_ontology};

use super::learned;
use super::ontology_files::{read, texts};

/// Which ontology a command works with.
#[derive(Debug, clap::Args)]
pub struct OntologyArguments {
    /// RDF file, or folder of them, that teaches relations and names in place of the built-in ones; may be repeated
    #[arg(long = "ontology", value_name = "PATH")]
    pub paths: Vec<PathBuf>,
}

impl OntologyArguments {
    /// The ontology of these files, or the built-in one where none is named.
    ///
    /// # Errors
    /// Returns an error that names the file that cannot be read, or the place in it that cannot be understood.
    pub fn load(&self) -> anyhow::Result<Ontology> {
        load(&self.paths)
    }

    /// The same with what it teaches.
    ///
    /// # Errors
    /// As [`Self::load`], and I/O errors from standard error.
    pub fn taught(&self, engine: &Engine) -> anyhow::Result<Taught> {
        learned::taught(&self.paths, engine)
    }

    /// What articles are read with by this ontology.
    ///
    /// # Errors
    /// Returns an error that names the file that cannot be read.
    pub fn settings(&self, base: &str, quick: bool) -> anyhow::Result<Settings> {
        let names = self.paths.iter().map(|path| path.display().to_string()).collect();
        Ok(Settings::new(names, learned::digest(&self.paths)?, base, quick))
    }
}

/// The ontology of these files and folders, or the built-in one where none is named.
///
/// # Errors
/// Returns an error that names the file that cannot be read, or the place in it that cannot be understood.
pub fn load(paths: &[PathBuf]) -> anyhow::Result<Ontology> {
    if paths.is_empty() {
        return Ok(built_in_ontology()?);
    }
    Ok(Ontology::taught_by(&texts(&read(paths)?))?)
}
