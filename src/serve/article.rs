//! The whole text of an article, so that what it states can be marked in place: as the graph has it, or as the file has it that the
//! article came from, where that is still there and says what was read in it.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::json;

use crate::graph::{stretches, value};
use crate::read::{PageWords, ReadOptions, read_inputs};
use crate::vocabulary as v;

use super::api::answer;
use super::evaluation::Answer;
use super::form::Form;
use super::problem::Problem;
use super::served::Graph;

/// Endings of files whose text the graph does not keep. No other file is opened, whatever a graph says.
const ENDINGS: [&str; 7] = ["txt", "text", "jsonl", "ndjson", "json", "csv", "tsv"];
/// A file is read whole for one article of it; no page waits for more than this, in bytes.
const LARGEST: u64 = 64 << 20;

/// First character, one past the last, words.
type Stretch<'a> = (usize, usize, &'a str);

/// `/api/article`: the text, or why there is none.
pub fn text(graph: &Graph, form: &Form) -> Result<Answer, Problem> {
    let iri = form.needed("iri")?;
    let index = graph.index()?;
    let Some(path) = value(&index, iri, v::NG_SOURCE_FILE)? else {
        return Err(Problem::not_found(format!("the graph has no article <{iri}>")));
    };
    let text = match value(&index, iri, v::NIF_IS_STRING)? {
        Some(kept) => Ok(kept.to_owned()),
        None => of_file(graph.folder().path(), path, &stretches(&index, iri)?),
    };
    answer(&match text {
        Ok(text) => json!({"text": text}),
        Err(why) => json!({"why": why}),
    })
}

/// The text of an article of a file, as it was read; why not, where it cannot be had.
fn of_file(folder: &Path, path: &str, stretches: &[Stretch<'_>]) -> Result<String, String> {
    // A record of a file has its number at the end: `feed.jsonl:12`.
    let record = path.rsplit_once(':').filter(|(_, number)| number.bytes().all(|byte| byte.is_ascii_digit()));
    let (name, place) = record.map_or((path, ""), |(name, _)| (name, &path[name.len()..]));
    let plain = name.strip_suffix(".gz").unwrap_or(name);
    let ending = plain.rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase());
    if !ending.is_some_and(|ending| ENDINGS.contains(&&*ending)) {
        return Err(format!("{name} is no file of text"));
    }
    let file = found(folder, name).ok_or_else(|| format!("{name} is not where it was"))?;
    if fs::metadata(&file).is_ok_and(|metadata| metadata.len() > LARGEST) {
        return Err(format!("{name} has more than {} MB", LARGEST >> 20));
    }
    let words = PageWords::default();
    let reading = read_inputs(&[file], &ReadOptions { any_language: true, ..ReadOptions::new(&words) });
    let mut articles = reading.articles.into_iter();
    let article = articles.find(|article| article.path.ends_with(place));
    article
        .map(|article| article.text)
        .filter(|text| fits(text, stretches))
        .ok_or_else(|| format!("{name} says something else than when it was read"))
}

/// Where a file is: from here, where the graph was most likely built, or from beside the folder of the graph.
fn found(folder: &Path, name: &str) -> Option<PathBuf> {
    let beside = folder.canonicalize().ok().and_then(|folder| Some(folder.parent()?.join(name)));
    [Some(PathBuf::from(name)), beside].into_iter().flatten().find(|path| path.is_file())
}

/// Whether a text has the words that the graph has, where the graph has them. Some may differ: characters that RDF cannot carry, words
/// that a page had torn apart.
fn fits(text: &str, stretches: &[Stretch<'_>]) -> bool {
    let letters: Vec<char> = text.chars().collect();
    let stands = |&&(begin, end, words): &&Stretch<'_>| {
        letters.get(begin..end).is_some_and(|found| found.iter().copied().eq(words.chars()))
    };
    let right = stretches.iter().filter(stands).count();
    right > 0 && right * 10 >= stretches.len() * 9
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "Élise Noor sued the port.\nIt said nothing.\n";

    fn folder() -> tempfile::TempDir {
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir(folder.path().join("output")).unwrap();
        fs::write(folder.path().join("a.txt"), TEXT).unwrap();
        let record = |text: &str| json!({"text": text}).to_string();
        let records = [record("A ferry sank off Hull."), record(TEXT)].join("\n");
        fs::write(folder.path().join("feed.jsonl"), records).unwrap();
        folder
    }

    #[test]
    fn the_text_of_a_file_and_of_a_record_is_found_beside_the_graph() {
        let folder = folder();
        let output = folder.path().join("output");
        let stretches = [(0, 10, "Élise Noor"), (26, 28, "It")];
        for path in ["a.txt", "feed.jsonl:2"] {
            assert_eq!(of_file(&output, path, &stretches).as_deref(), Ok(TEXT), "{path}");
        }
    }

    #[test]
    fn no_other_text_is_handed_out() {
        let folder = folder();
        let output = folder.path().join("output");
        fs::write(folder.path().join("key"), TEXT).unwrap();
        let stretches = [(0, 10, "Élise Noor")];
        let why = |path: &str, stretches: &[Stretch<'_>]| of_file(&output, path, stretches).unwrap_err();
        assert!(why("key", &stretches).contains("no file of text"));
        assert!(why("gone.txt", &stretches).contains("not where it was"));
        assert!(why("a.txt", &[(0, 10, "Another one")]).contains("something else"));
        assert!(why("feed.jsonl:1", &stretches).contains("something else"));
        // Nothing shows that it is the same file.
        assert!(why("a.txt", &[]).contains("something else"));
    }
}
