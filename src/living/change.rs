//! A graph that lives: what `build`, `add` and `remove` have in common. All three make the graph of what its articles tell, so
//! that it is the same whichever way they came into it.

use std::path::{Path, PathBuf};

use anyhow::{anyhow, bail};
use rayon::prelude::*;

use crate::files::deciding::DecisionArguments;
use crate::files::folder::GraphFolder;
use crate::files::lock::FolderLock;
use crate::files::memory_file::{forget_journal, require};
use crate::files::teaching::OntologyArguments;
use crate::language::Engine;
use crate::pipeline::Pipeline;
use crate::remembered::{Memory, Record};
use crate::resolve::ArticleFacts;
use crate::story::{Detail, Mint, Unmet};

use super::outputs::{Report, write_outputs};
use super::reading::{Told, recalled};

/// A built folder, opened to be changed.
pub struct Living {
    /// What is remembered of its articles.
    pub memory: Memory,
    /// Reads as the folder's articles were read.
    pub pipeline: Pipeline,
    /// How much its graph says.
    pub detail: Detail,
    /// Nobody else changes it meanwhile.
    pub lock: Option<FolderLock>,
}

impl Living {
    /// Opens a folder that `build` has written.
    ///
    /// # Errors
    /// Returns an error where the folder remembers no articles, or where what they were read with has changed.
    pub fn open(folder: &Path, decisions: &DecisionArguments) -> anyhow::Result<Self> {
        // Where there is no folder, there is nothing to lock.
        let lock = folder.is_dir().then(|| FolderLock::take(folder)).transpose()?;
        let memory = require(folder)?;
        let ontology =
            OntologyArguments { paths: memory.settings.ontology.iter().map(PathBuf::from).collect() };
        let settings = ontology.settings(&memory.settings.base, memory.settings.quick)?;
        if let Some(changed) = memory.settings.difference(&settings) {
            bail!(
                "{changed} has changed since {} was built, so its articles must be read again: run `newsgraph build` over all of them",
                folder.display()
            );
        }
        let engine = Engine::load();
        let taught = ontology.taught(&engine)?;
        let decisions = decisions.load(folder, &taught.ontology)?;
        if let Some(record) = memory.records().find(|record| !record.is_as_decided(&decisions)) {
            bail!(
                "what is decided of names in {} has changed since it was read: run `newsgraph build` over all articles, which \
                 reads only those again",
                record.path
            );
        }
        let pipeline = Pipeline::builder()
            .engine(engine)
            .taught(taught)
            .quick(settings.quick)
            .mint(Mint::new(&settings.base))
            .decisions(decisions)
            .build()?;
        let detail = GraphFolder::at(folder.to_owned()).detail().unwrap_or_default();
        Ok(Self { memory, pipeline, detail, lock })
    }

    /// Makes the graph anew of what is remembered of all articles, such as after decisions.
    ///
    /// # Errors
    /// Returns an error where what is remembered is damaged, or a file cannot be written.
    pub fn write_again(self, folder: &Path) -> anyhow::Result<()> {
        let Self { memory, pipeline, detail, lock: _lock } = self;
        let all = Self::recall(&memory.records().collect::<Vec<_>>())?;
        let mut told = Told::new(memory.settings);
        told.extend(all);
        write_graph(&pipeline, told, detail, folder)?;
        Ok(())
    }

    /// What the articles of these records tell.
    ///
    /// # Errors
    /// Returns an error that names the article whose facts cannot be read.
    pub fn recall(records: &[&Record]) -> anyhow::Result<Vec<(Record, ArticleFacts)>> {
        let recall = |record: &&Record| {
            let damaged =
                || anyhow!("what is remembered of {} is damaged: build the graph anew", record.path);
            recalled(record).ok_or_else(damaged)
        };
        records.par_iter().map(recall).collect()
    }
}

/// Makes the graph of what articles tell, and writes it with what is to be remembered. Returns what it holds, and the decisions
/// that found nothing in it.
///
/// # Errors
/// Returns an error where a file cannot be written.
pub fn write_graph(
    pipeline: &Pipeline,
    told: Told,
    detail: Detail,
    folder: &Path,
) -> anyhow::Result<(Report, Vec<Unmet>)> {
    let Told { memory, facts, .. } = told;
    let mut story = pipeline.story_of(facts, &pipeline.lexicon());
    story.set_detail(detail);
    let mint = Mint::new(&memory.settings.base);
    let report = write_outputs(&story, pipeline.ontology(), &mint, Some(&memory), folder)?;
    forget_journal(folder);
    Ok((report, story.unmet))
}
