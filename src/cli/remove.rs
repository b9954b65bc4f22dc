//! `newsgraph remove`: articles out of a graph. The folder then holds what a build of the others would write.

use std::path::PathBuf;

use anyhow::bail;
use clap::Args;

use crate::files::deciding::DecisionArguments;
use crate::remembered::Record;
use crate::resolve::ArticleFacts;
use crate::story::DocumentRecord;

use super::failure::Outcome;
use super::write_told::write_told;
use crate::living::{Living, Told};

/// Remove articles from a graph: what only they tell goes with them.
#[derive(Debug, Args)]
pub struct RemoveArguments {
    /// Path as it was given to `build`, address on the web, headline or IRI of an article; a file of many articles and a folder
    /// stand for all in them
    #[arg(required = true, value_name = "ARTICLE")]
    articles: Vec<String>,
    /// Folder of the graph, as `build` wrote it
    #[arg(short, long, value_name = "DIR", default_value = "output")]
    output: PathBuf,
    #[command(flatten)]
    decisions: DecisionArguments,
}

pub fn run(arguments: &RemoveArguments) -> anyhow::Result<Outcome> {
    let folder = arguments.output.display();
    let Living { memory, pipeline, detail, lock: _lock } =
        Living::open(&arguments.output, &arguments.decisions)?;
    let all = Living::recall(&memory.records().collect::<Vec<_>>())?;
    for wanted in &arguments.articles {
        if !all.iter().any(|(_, facts)| is_called(&facts.document, wanted)) {
            bail!(
                "no article in {folder} is called {wanted}: give its path, address, headline or IRI, as \
                 `newsgraph query 'SELECT ?article ?title {{ ?article schema:headline ?title }}'` lists them"
            );
        }
    }
    let goes =
        |document: &DocumentRecord| arguments.articles.iter().any(|wanted| is_called(document, wanted));
    let staying: Vec<(Record, ArticleFacts)> =
        all.into_iter().filter(|(_, facts)| !goes(&facts.document)).collect();
    if staying.is_empty() {
        bail!("nothing would be left of the graph in {folder}: delete the folder, if that is what you want");
    }
    let mut told = Told::new(memory.settings);
    told.extend(staying);
    write_told(&pipeline, told, detail, &arguments.decisions, &arguments.output)
}

/// Whether the user may mean this article, or a file or folder that it is in.
fn is_called(document: &DocumentRecord, wanted: &str) -> bool {
    let names = [Some(&*document.id), document.url.as_deref(), document.title.as_deref()];
    let within = document.path.strip_prefix(wanted.trim_end_matches('/'));
    names.contains(&Some(wanted))
        || within.is_some_and(|rest| rest.is_empty() || rest.starts_with([':', '/', '\\']))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_article_is_called_by_its_path_its_address_its_headline_and_its_file_or_folder() {
        let document = DocumentRecord {
            id: "https://a.example/article/1".into(),
            path: "news/feed.jsonl:12".to_owned(),
            url: Some("https://orrin.example/ferry".to_owned()),
            title: Some("Ferry sinks".to_owned()),
            publisher: None,
            date: None,
        };
        let called = ["news/feed.jsonl:12", "news/feed.jsonl", "news", "news/", "Ferry sinks"];
        assert!(called.iter().all(|wanted| is_called(&document, wanted)));
        assert!(is_called(&document, "https://a.example/article/1"));
        let others = ["news/feed", "news/feed.jsonl:1", "new", "ferry", "Orrin"];
        assert!(!others.iter().any(|wanted| is_called(&document, wanted)));
    }
}
