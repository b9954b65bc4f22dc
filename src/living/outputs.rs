//! What `build` and `assemble` write: every file of the output folder, and a summary of it.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::io::Write;
use std::path::{Path, PathBuf};

use anyhow::Context;
use rayon::prelude::*;

use crate::export::dot::Clusters;
use crate::export::{RdfSyntax, StagedFile, Staging, WrittenFile, dot, jsonl, png, report, svg, write_rdf};
use crate::files::graph_files::{ATTRIBUTIONS, GRAPH, STATEMENTS};
use crate::files::index_file;
use crate::files::index_file::INDEX;
use crate::files::memory_file::MEMORY;
use crate::graph;
use crate::graph::{Dataset, Namespaces, Standing};
use crate::ontology::Ontology;
use crate::remembered::Memory;
use crate::story::{Detail, Mint, Story};

use crate::terminal::table;

/// Where the output goes, and the namespace of the IRIs in it.
#[derive(Debug, clap::Args)]
pub struct OutputArguments {
    /// Folder to write into
    #[arg(short, long, value_name = "DIR", default_value = "output")]
    pub output: PathBuf,
    /// Namespace of minted IRIs
    #[arg(long, value_name = "IRI", default_value = crate::story::DEFAULT_BASE, value_parser = base)]
    pub base: String,
    /// Also say of each phrase where it stands, by properties of its own, as of each sentence
    #[arg(long)]
    full: bool,
}

impl OutputArguments {
    pub fn mint(&self) -> Mint {
        Mint::new(&self.base)
    }

    pub fn detail(&self) -> Detail {
        if self.full { Detail::Full } else { Detail::Lean }
    }
}

fn base(text: &str) -> Result<String, String> {
    let is_sound = graph::terms::absolute_iri(text).is_some_and(|iri| iri.as_str() == text);
    if is_sound && text.ends_with(['/', '#']) {
        Ok(text.to_owned())
    } else {
        Err("give an absolute IRI that ends in / or #, such as https://example.org/id/".to_owned())
    }
}

/// What a story holds and where it was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Report {
    documents: usize,
    /// Those that are no copies of each other.
    independent: usize,
    entities: usize,
    attributions: usize,
    /// Relation → its counts.
    relations: BTreeMap<String, Counts>,
    files: Vec<WrittenFile>,
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
struct Counts {
    facts: usize,
    doubtful: usize,
    denied: usize,
    unasserted: usize,
}

/// Writes all files of an output folder, or none; `memory` is what was read of the articles. Where there is none, as of a graph
/// that was made of statements, none stays: what was read before would contradict the graph.
pub fn write_outputs(
    story: &Story,
    ontology: &Ontology,
    mint: &Mint,
    memory: Option<&Memory>,
    folder: &Path,
) -> anyhow::Result<Report> {
    let staging = Staging::open(folder)?;
    let dataset = graph::dataset(story, ontology, mint);
    let (graphs, others) = rayon::join(
        || write_graphs(&dataset, &staging),
        || {
            let (lists, pictures) = rayon::join(
                || write_lists(story, ontology, &staging),
                || write_pictures(story, ontology, &staging),
            );
            anyhow::Ok(lists?.into_iter().chain(pictures?))
        },
    );
    let mut files: Vec<StagedFile> = graphs?.into_iter().chain(others?).collect();
    let remembered = memory.map(Memory::to_bytes).transpose()?;
    if let Some(bytes) = &remembered {
        files.push(staging.add(MEMORY, |out| out.write_all(bytes))?);
    }
    let gone: &[&str] = if remembered.is_none() { &[MEMORY] } else { &[] };
    // It tells of the others, and comes into its place when they are in theirs.
    files.push(staging.add(INDEX, |out| index_file::write(&dataset, staging.path(), out))?);
    Ok(Report::new(story, ontology, staging.commit(files, gone)?))
}

fn write_graphs(dataset: &Dataset, staging: &Staging) -> anyhow::Result<Vec<StagedFile>> {
    let namespaces = Namespaces::of(dataset);
    let write =
        |name, syntax| Ok(staging.add_rdf(name, syntax, |out| write_rdf(dataset, &namespaces, syntax, out))?);
    in_parallel(&[
        &|| write("graph.ttl", RdfSyntax::Turtle),
        &|| write("graph.trig", RdfSyntax::TriG),
        &|| write(GRAPH, RdfSyntax::NQuads),
    ])
}

fn write_lists(story: &Story, ontology: &Ontology, staging: &Staging) -> anyhow::Result<Vec<StagedFile>> {
    in_parallel(&[
        &|| Ok(staging.add(STATEMENTS, |out| jsonl(&story.statements, out))?),
        &|| Ok(staging.add(ATTRIBUTIONS, |out| jsonl(&story.attributions, out))?),
        &|| Ok(staging.add("graph.dot", |out| dot::write(story, ontology, Clusters::None, out))?),
    ])
}

/// All that is drawn shares one layout.
fn write_pictures(story: &Story, ontology: &Ontology, staging: &Staging) -> anyhow::Result<Vec<StagedFile>> {
    let picture = svg::Picture::new(story, ontology);
    let drawn = picture.file();
    in_parallel(&[
        &|| Ok(staging.add("graph.svg", |out| out.write_all(drawn.as_bytes()))?),
        &|| {
            let image = png::write(&drawn).context("cannot draw graph.png")?;
            Ok(staging.add("graph.png", |out| out.write_all(&image))?)
        },
        &|| Ok(staging.add("report.html", |out| report::write_with(&picture, story, ontology, out))?),
    ])
}

/// Writes files at the same time; of several errors, the first in this order is told.
fn in_parallel(
    tasks: &[&(dyn Fn() -> anyhow::Result<StagedFile> + Sync)],
) -> anyhow::Result<Vec<StagedFile>> {
    let files: Vec<anyhow::Result<StagedFile>> = tasks.par_iter().map(|task| task()).collect();
    files.into_iter().collect()
}

impl Report {
    fn new(story: &Story, ontology: &Ontology, files: Vec<WrittenFile>) -> Self {
        let mut relations: BTreeMap<String, Counts> = BTreeMap::new();
        for statement in &story.statements {
            let counts = relations.entry(statement.relation.to_string()).or_default();
            match Standing::of(statement, ontology) {
                Standing::Fact => counts.facts += 1,
                Standing::Doubtful => counts.doubtful += 1,
                Standing::Denied => counts.denied += 1,
                Standing::Past | Standing::NotAsserted => counts.unasserted += 1,
            }
        }
        Self {
            documents: story.documents.len(),
            independent: story.independent_documents(),
            entities: story.entities.len(),
            attributions: story.attributions.len(),
            relations,
            files,
        }
    }

    /// The summary that is printed when all is done.
    pub fn summary(&self) -> String {
        let statements: usize = self.relations.values().map(Counts::total).sum();
        let mut summary = String::new();
        if statements > 0 {
            summary += &self.relation_table();
            summary.push('\n');
        }
        let _ = writeln!(
            summary,
            "{}{}, {}, {}, {}",
            counted(self.documents, "article"),
            if self.independent == self.documents {
                String::new()
            } else {
                format!(" ({} independent)", self.independent)
            },
            counted(self.entities, "entity"),
            counted(statements, "statement"),
            counted(self.attributions, "attribution"),
        );
        for WrittenFile { path, count } in &self.files {
            let count = count.map(|count| format!("  ({})", counted(count, unit(path)))).unwrap_or_default();
            let _ = writeln!(summary, "  {}{count}", path.display());
        }
        summary
    }

    fn relation_table(&self) -> String {
        let headings = ["relation", "statements", "as facts", "doubtful", "denied", "not asserted"];
        let mut rows: Vec<(&String, &Counts)> = self.relations.iter().collect();
        rows.sort_by_key(|(relation, counts)| (std::cmp::Reverse(counts.total()), *relation));
        let rows: Vec<Vec<String>> = rows
            .into_iter()
            .map(|(relation, counts)| {
                let numbers =
                    [counts.total(), counts.facts, counts.doubtful, counts.denied, counts.unasserted];
                std::iter::once(relation.clone()).chain(numbers.map(|number| number.to_string())).collect()
            })
            .collect();
        table::table(&headings.map(str::to_owned), &rows)
    }
}

impl Counts {
    fn total(&self) -> usize {
        self.facts + self.doubtful + self.denied + self.unasserted
    }
}

/// Turtle has triples; the other syntaxes of the output folder tell graphs apart.
fn unit(path: &Path) -> &'static str {
    if path.extension().is_some_and(|extension| extension == "ttl") { "triple" } else { "quad" }
}

/// `1 article`, `2 articles`, `3 entities`.
pub fn counted(count: usize, noun: &str) -> String {
    match (count, noun.strip_suffix('y')) {
        (1, _) => format!("1 {noun}"),
        (_, Some(stem)) => format!("{count} {stem}ies"),
        (_, None) => format!("{count} {noun}s"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample;

    #[test]
    fn the_folder_holds_every_promised_file_and_the_same_bytes_each_time() {
        let folder = tempfile::tempdir().unwrap();
        let write = |name: &str| {
            let folder = folder.path().join(name);
            write_outputs(&sample::story(), &sample::ontology(), &Mint::default(), None, &folder).unwrap()
        };
        let (first, second) = (write("first"), write("second"));
        for (a, b) in first.files.iter().zip(&second.files) {
            assert_eq!(std::fs::read(&a.path).unwrap(), std::fs::read(&b.path).unwrap(), "{:?}", a.path);
        }
        for name in [
            "graph.ttl",
            "graph.trig",
            "graph.nq",
            "statements.jsonl",
            "attributions.jsonl",
            "graph.dot",
            "graph.svg",
            "graph.png",
            "report.html",
        ] {
            assert!(first.files.iter().any(|file| file.path.ends_with(name)), "{name}");
        }
    }

    #[test]
    fn the_summary_counts_facts_denials_and_the_rest() {
        let summary = Report::new(&sample::story(), &sample::ontology(), vec![]).summary();
        assert!(summary.contains("charged_with  2           1         0         1       0\n"), "{summary}");
        assert!(summary.contains("2 articles, 5 entities, 4 statements, 1 attribution\n"), "{summary}");
    }

    #[test]
    fn a_base_must_end_where_names_can_follow() {
        assert!(base("https://example.org/id/").is_ok());
        assert!(base("https://example.org/id").is_err());
        assert!(base("id/").is_err());
        assert!(base("https://example.org/a b/").is_err());
    }
}
