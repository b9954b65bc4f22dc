//! How far a command has come, on standard error; where that is no terminal, nothing is drawn.

use std::sync::atomic::{AtomicUsize, Ordering};

use indicatif::{ProgressBar, ProgressStyle};

use crate::read::Article;

/// A bar over articles: how many are read, how fast, and how long the rest will take by their length.
pub struct Progress {
    bar: ProgressBar,
    articles: usize,
    read: AtomicUsize,
}

impl Progress {
    /// A bar over these articles.
    pub fn over<'a>(articles: impl ExactSizeIterator<Item = &'a Article>) -> anyhow::Result<Self> {
        let number = articles.len();
        let bytes: usize = articles.map(|article| article.text.len()).sum();
        let bar = ProgressBar::new(bytes.try_into()?);
        let template =
            "reading {bar:30} {msg} articles, {bytes} of {total_bytes}, {bytes_per_sec}, {eta} left";
        bar.set_style(ProgressStyle::with_template(template)?);
        let progress = Self { bar, articles: number, read: AtomicUsize::new(0) };
        progress.tell(0);
        Ok(progress)
    }

    /// One more is read.
    pub fn read(&self, article: &Article) {
        self.tell(self.read.fetch_add(1, Ordering::Relaxed) + 1);
        self.bar.inc(article.text.len() as u64);
    }

    /// All is read: what is done now takes its time, too.
    pub fn then(&self, what: &'static str) -> anyhow::Result<()> {
        self.bar.set_style(ProgressStyle::with_template("{msg} {elapsed}")?);
        self.bar.set_message(what);
        Ok(())
    }

    /// Takes the bar away.
    pub fn finish(&self) {
        self.bar.finish_and_clear();
    }

    fn tell(&self, read: usize) {
        self.bar.set_message(format!("{read} of {}", self.articles));
    }
}
