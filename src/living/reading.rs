//! Reading the articles that are not remembered: with a bar, on all processors, and so that whoever interrupts it loses
//! nothing of what was read.

use std::path::Path;

use rayon::iter::Either;
use rayon::prelude::*;

use crate::faults::Failures;
use crate::files::memory_file::Journal;
use crate::pipeline::Pipeline;
use crate::read::Article;
use crate::remembered::{ArticleKey, Memory, Record, Settings};
use crate::resolve::ArticleFacts;

use crate::terminal::interruption::{Interrupted, Interruption};
use crate::terminal::progress::Progress;

/// What the articles of a graph tell, and how much of it was read just now.
pub struct Told {
    /// What is to be remembered: these articles and no others.
    pub memory: Memory,
    /// Of each article, in no particular order.
    pub facts: Vec<ArticleFacts>,
    /// How many were read, and not remembered.
    pub read: usize,
    /// What could not be read, or not as it stands.
    pub failures: Failures,
}

impl Told {
    /// Nothing yet of what is read with these settings.
    pub fn new(settings: Settings) -> Self {
        Self { memory: Memory::new(settings), facts: Vec::new(), read: 0, failures: Failures::default() }
    }

    /// Adds articles with what they tell.
    pub fn extend(&mut self, articles: impl IntoIterator<Item = (Record, ArticleFacts)>) {
        for (record, facts) in articles {
            self.memory.insert(record);
            self.facts.push(facts);
        }
    }
}

/// What these articles tell; `memory` spares the reading of those that it knows.
///
/// # Errors
/// Returns an error where the journal in `folder` cannot be written, and [`Interrupted`].
pub fn told(
    pipeline: &Pipeline,
    articles: Vec<Article>,
    memory: &Memory,
    folder: &Path,
    interruption: &Interruption,
) -> anyhow::Result<Told> {
    let decisions = pipeline.decisions();
    let keyed: Vec<(ArticleKey, Article)> =
        articles.into_par_iter().map(|article| (ArticleKey::of(&article, decisions), article)).collect();
    let (known, new): (Vec<_>, Vec<_>) =
        keyed.into_par_iter().partition_map(|(key, article)| match memory.get(key).and_then(recalled) {
            Some(known) => Either::Left(known),
            None => Either::Right((key, article)),
        });
    let mut told = Told::new(memory.settings.clone());
    told.extend(known);
    let (read, failures) = read(pipeline, new, memory, folder, interruption)?;
    told.read = read.len();
    told.extend(read);
    told.failures = failures;
    Ok(told)
}

/// A record with the facts in it; none where they are damaged.
pub fn recalled(record: &Record) -> Option<(Record, ArticleFacts)> {
    Some((record.clone(), record.facts()?))
}

fn read(
    pipeline: &Pipeline,
    articles: Vec<(ArticleKey, Article)>,
    memory: &Memory,
    folder: &Path,
    interruption: &Interruption,
) -> anyhow::Result<(Vec<(Record, ArticleFacts)>, Failures)> {
    let journal = Journal::open(folder, &memory.settings)?;
    let lexicon = pipeline.lexicon();
    let progress = Progress::over(articles.iter().map(|(_, article)| article))?;
    let read = |(key, article): (ArticleKey, Article)| {
        if interruption.is_wanted() {
            return Ok(None);
        }
        let told = pipeline.facts(&article, &lexicon);
        progress.read(&article);
        let facts = told.as_ref().ok().map(|told| &told.facts);
        let record = facts.map(|facts| Record::new(key, facts, pipeline.decisions())).transpose()?;
        record.iter().try_for_each(|record| journal.add(record))?;
        Ok(Some((record, told)))
    };
    let read: anyhow::Result<Vec<Option<_>>> = articles.into_par_iter().map(read).collect();
    progress.finish();
    let read = read?;
    let (whole, all) = (read.iter().flatten().count(), read.len());
    if whole < all {
        let message =
            format!("{whole} of {all} articles are read and remembered: the same command goes on from there");
        return Err(Interrupted(message).into());
    }
    let mut failures = Failures::default();
    let told = read.into_iter().flatten();
    let articles = told
        .filter_map(|(record, told)| failures.sort_out(told).zip(record))
        .map(|(told, record)| (record, told.facts))
        .collect();
    Ok((articles, failures))
}
