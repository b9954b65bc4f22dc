//! `--ontology`: finding and reading the files that teach the extractor.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, bail};
use walkdir::WalkDir;

use crate::ontology::{EXTENSIONS, Ontology};

/// Which ontology a command works with.
#[derive(Debug, clap::Args)]
pub struct OntologyArguments {
    /// RDF file, or folder of them, that teaches relations and names in place of the built-in ones; may be repeated
    #[arg(long = "ontology", value_name = "PATH")]
    paths: Vec<PathBuf>,
}

impl OntologyArguments {
    /// The ontology of these files, or the built-in one where none is named.
    ///
    /// # Errors
    /// Name the file that cannot be read or the place in it that cannot be understood.
    pub fn load(&self) -> anyhow::Result<Ontology> {
        load(&self.paths)
    }
}

/// The ontology of these files and folders, or the built-in one where none is named.
///
/// # Errors
/// Name the file that cannot be read or the place in it that cannot be understood.
pub fn load(paths: &[PathBuf]) -> anyhow::Result<Ontology> {
    if paths.is_empty() {
        return Ok(Ontology::embedded()?);
    }
    let mut sources = Vec::new();
    for path in paths {
        for file in files(path)? {
            let text = fs::read_to_string(&file)
                .with_context(|| format!("cannot read the ontology {}", file.display()))?;
            sources.push((file.display().to_string(), text));
        }
    }
    let sources: Vec<(&str, &str)> =
        sources.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
    Ok(Ontology::taught_by(&sources)?)
}

/// The file itself, or all RDF files in a folder and below it, sorted.
fn files(path: &Path) -> anyhow::Result<Vec<PathBuf>> {
    if !path.is_dir() {
        return Ok(vec![path.to_owned()]);
    }
    let mut files = Vec::new();
    for entry in WalkDir::new(path).sort_by_file_name() {
        let entry = entry.with_context(|| format!("cannot read the ontology folder {}", path.display()))?;
        if entry.file_type().is_file() && is_rdf(entry.path()) {
            files.push(entry.into_path());
        }
    }
    if files.is_empty() {
        bail!(
            "no RDF in the ontology folder {}: files must end in .{}",
            path.display(),
            EXTENSIONS.join(", .")
        );
    }
    Ok(files)
}

fn is_rdf(path: &Path) -> bool {
    path.extension()
        .and_then(|extension| extension.to_str())
        .is_some_and(|extension| EXTENSIONS.contains(&extension.to_lowercase().as_str()))
}
