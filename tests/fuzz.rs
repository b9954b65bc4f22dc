//! Inputs that nobody would write, by the thousand: whatever comes, newsgraph answers or refuses, and never panics. Each target is a
//! plain function from bytes, text or sentences; `FUZZ_CASES` says how many inputs each of them gets (docs/robustness.md tells how
//! many were tried).

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;
use std::sync::mpsc::{RecvTimeoutError, channel};
use std::time::Duration;

use newsgraph::graph::{QueryableGraph, index_bytes, read_nquads};
use newsgraph::index::{Bounds, Index, interruptible};
use newsgraph::ontology::Ontology;
use newsgraph::read::{FieldName, PageWords, ReadOptions, jsonl_records, read_inputs, read_json};
use newsgraph::story::Statement;
use newsgraph::{Article, Pipeline};
use oxigraph::sparql::QueryResults;
use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};

/// Inputs that a target gets in an ordinary run of the tests.
const CASES: u32 = 150;

static PIPELINE: LazyLock<Pipeline> = LazyLock::new(|| Pipeline::builder().build().expect("sound"));

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The files of a folder, in order.
fn files(folder: &str) -> Vec<PathBuf> {
    let all = walkdir::WalkDir::new(root().join(folder)).sort_by_file_name().into_iter().map(Result::unwrap);
    all.filter(|entry| entry.file_type().is_file()).map(walkdir::DirEntry::into_path).collect()
}

/// One change of an input: what is done, where, and with what; all are taken modulo what is there.
type Change = (u8, usize, usize, u8);

fn changes() -> impl Strategy<Value = (usize, Vec<Change>)> {
    (any::<usize>(), prop::collection::vec((any::<u8>(), any::<usize>(), any::<usize>(), any::<u8>()), 1..9))
}

/// Runs a target with many inputs, each made of one of `seeds` numbers and some changes.
fn fuzz(seeds: usize, target: impl Fn(usize, &[Change])) {
    let cases = std::env::var("FUZZ_CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(CASES);
    let config = Config { cases, failure_persistence: None, max_shrink_iters: 500, ..Config::default() };
    let run = TestRunner::new(config).run(&changes(), |(seed, changes)| {
        target(seed % seeds, &changes);
        Ok(())
    });
    run.unwrap();
}

/// Bytes that formats take for something.
const PIECES: [&[u8]; 24] = [
    b"<",
    b">",
    b"\"",
    b"'",
    b"{",
    b"}",
    b"[",
    b"]",
    b"\n",
    b"\r\n",
    b"\0",
    b"\xFF",
    b"\xEF\xBB\xBF",
    b"\xFF\xFE",
    b"&",
    b";",
    b",",
    b"\t",
    b"--",
    b"0",
    b"1e999",
    b"\\u",
    b"=",
    b"\xE2\x80\xAE",
];

fn mutated(seed: &[u8], other: &[u8], changes: &[Change]) -> Vec<u8> {
    let mut bytes = seed.to_vec();
    for &(kind, at, length, piece) in changes {
        let at = at % (bytes.len() + 1);
        let end = at + length % (bytes.len() - at + 1).min(64);
        match kind % 6 {
            0 => drop(bytes.splice(at..end, PIECES[usize::from(piece) % PIECES.len()].iter().copied())),
            1 => drop(bytes.drain(at..end)),
            2 => bytes.truncate(at),
            3 if at < bytes.len() => bytes[at] ^= piece,
            4 => {
                let from = length % (other.len() + 1);
                let part = &other[from..other.len().min(from + usize::from(piece))];
                bytes.splice(at..at, part.iter().copied());
            }
            _ => {
                let part = bytes[at..end].repeat(usize::from(piece) % 40);
                bytes.splice(at..at, part);
            }
        }
    }
    bytes
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

/// What words are changed into: marks, numbers, signs that words are joined with, and words that grammar hangs on.
const WORDS: [&str; 40] = [
    "“",
    "”",
    "‘",
    "\"",
    "(",
    ")",
    "[",
    "—",
    "-",
    ",",
    ".",
    ":",
    ";",
    "…",
    "•",
    "⚽",
    "👩‍👩‍👧",
    "&",
    "£3m",
    "42",
    "1,000",
    "2031",
    "who",
    "whom",
    "that",
    "of",
    "and",
    "or",
    "not",
    "was",
    "has",
    "to",
    "by",
    "said",
    "ex-minister",
    "Mrs",
    "U.S.",
    "\u{202e}",
    "I",
    "SMITH",
];

/// A text of the sentences `seed` and one more, with words swapped, dropped, doubled, put in and in capitals.
fn sentence(seeds: &[String], seed: usize, changes: &[Change]) -> String {
    let mut words: Vec<String> = seeds[seed].split(' ').map(str::to_owned).collect();
    for &(kind, at, other, piece) in changes {
        let (at, from) = (at % (words.len() + 1), other % words.len().max(1));
        match kind % 8 {
            0 if at < words.len() => words.swap(at, from),
            1 if at < words.len() => drop(words.remove(at)),
            2 => words.insert(at, WORDS[usize::from(piece) % WORDS.len()].to_owned()),
            3 if at < words.len() => words[at] = words[at].to_uppercase(),
            4 if at < words.len() => words[at] = WORDS[usize::from(piece) % WORDS.len()].to_owned(),
            5 => words.truncate(at.max(1)),
            6 => {
                let part = words[from..words.len().min(from + 3)].to_vec();
                let again = std::iter::repeat_n(part, usize::from(piece) % 5).flatten();
                words.splice(at..at, again.collect::<Vec<_>>());
            }
            _ => {
                let spliced = seeds[other % seeds.len()].split(' ').map(str::to_owned);
                words.splice(at.., spliced.skip(usize::from(piece) % 8).collect::<Vec<_>>());
            }
        }
    }
    words.join(" ")
}

/// Invented sentences: those of the tests of every rule.
fn sentences() -> Vec<String> {
    let texts =
        files("tests/sentences").into_iter().filter(|path| path.extension().is_some_and(|it| it == "txt"));
    let lines: Vec<String> = texts
        .flat_map(|path| fs::read_to_string(path).unwrap().lines().map(str::to_owned).collect::<Vec<_>>())
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
        .collect();
    assert!(lines.len() > 500);
    lines
}

#[test]
fn sentences_of_any_words_are_read() {
    let seeds = sentences();
    fuzz(seeds.len(), |seed, changes| {
        let text = sentence(&seeds, seed, changes);
        let Ok(article) = PIPELINE.article("a.txt", &text) else { return };
        let (_, failures) = PIPELINE.story_and_failures(vec![article]);
        assert!(failures.faults.is_empty(), "{text:?}: {:?}", failures.faults);
    });
}

#[test]
fn files_of_every_format_are_read_or_refused() {
    let seeds: Vec<(PathBuf, Vec<u8>)> = files("tests/formats/files")
        .into_iter()
        .map(|path| (path.clone(), fs::read(path).unwrap()))
        .collect();
    assert!(seeds.len() > 10);
    let folder = tempfile::tempdir().unwrap();
    let words = PageWords::default();
    let options = ReadOptions::new(&words);
    fuzz(seeds.len(), |seed, changes| {
        let (path, bytes) = &seeds[seed];
        let other = &seeds[(seed + changes.len()) % seeds.len()].1;
        let file = folder.path().join(path.file_name().unwrap());
        fs::write(&file, mutated(bytes, other, changes)).unwrap();
        let reading = read_inputs(std::slice::from_ref(&file), &options);
        assert!(!reading.articles.is_empty() || !reading.failures.is_empty());
        for Article { text, passages, .. } in reading.articles {
            let length = text.chars().count();
            assert!(passages.iter().all(|passage| passage.begin < passage.end && passage.end <= length));
        }
        fs::remove_file(file).unwrap();
    });
}

#[test]
fn records_of_json_are_read_or_refused() {
    let seeds: [&[u8]; 4] = [
        br#"{"title": "Ferry sinks", "text": "Ida Lund sued Nordholm.\n\nShe won.", "date": "2031-04-05", "publisher": {"name": "Orrin"}}"#,
        br#"[{"body": "<p>Tom Hale <b>resigned</b>.</p>", "url": "https://a.example/x", "published_at": 1900000000}]"#,
        br#"{"articles": [{"content": "It rained. [+12 chars]", "source": {"id": null, "name": "A"}}, {"text": 3}]}"#,
        b"{\"text\": \"a\"}\nnonsense\n{\"text\": \"b \\ud800 c\"}\n",
    ];
    let words = PageWords::default();
    let field: FieldName = "text=body".parse().unwrap();
    let options = ReadOptions { fields: &[field], ..ReadOptions::new(&words) };
    fuzz(seeds.len(), |seed, changes| {
        let bytes = mutated(seeds[seed], seeds[(seed + 1) % seeds.len()], changes);
        read_json(&bytes, "-", &options);
        assert!(jsonl_records(&bytes[..], "-", &words).count() < 10_000);
    });
}

#[test]
fn ontologies_are_read_or_refused_with_a_place() {
    let seeds: Vec<(String, Vec<u8>)> = ["ontology/classes", "ontology/relations", "tests/robustness"]
        .iter()
        .flat_map(|folder| files(folder))
        .map(|path| (path.file_name().unwrap().to_string_lossy().into_owned(), fs::read(path).unwrap()))
        .collect();
    fuzz(seeds.len(), |seed, changes| {
        let (name, bytes) = &seeds[seed];
        let mutant = text(&mutated(bytes, &seeds[(seed + 7) % seeds.len()].1, changes));
        for name in [name.as_str(), "a.rdf", "a.jsonld"] {
            if let Err(error) = Ontology::taught_by(&[(name, &mutant)]) {
                assert!(!error.to_string().is_empty());
            }
        }
    });
}

const QUADS: &str = "<http://a.example/s> <http://a.example/p> \"o\"@en <http://a.example/g> .\n\
    <http://a.example/s> <http://a.example/q> _:b <http://a.example/g> .\n\
    _:b <http://a.example/p> \"3\"^^<http://www.w3.org/2001/XMLSchema#integer> .\n";

const QUERIES: [&str; 6] = [
    "SELECT ?a (COUNT(*) AS ?n) { ?a ?b ?c OPTIONAL { ?c ?d ?e } } GROUP BY ?a ORDER BY DESC(?n) LIMIT 5",
    "ASK { GRAPH ?g { ?s <http://a.example/p>/<http://a.example/q>* ?o } FILTER (STRLEN(STR(?o)) > 1) }",
    "CONSTRUCT { ?s a [ rdfs:label ?l ] } WHERE { ?s ?p ?l BIND (UCASE(?l) AS ?u) MINUS { ?s ?p 3 } }",
    "SELECT * { VALUES (?a ?b) { (1 UNDEF) (\"x\"@en <http://a.example/s>) } FILTER REGEX(STR(?a), \"x+\", \"i\") }",
    "DESCRIBE <http://a.example/s>",
    "SELECT (REPLACE(STR(?o), \"(a)\", \"$1\") AS ?r) { { ?s ?p ?o } UNION { ?o ?p ?s } } HAVING (?r > 0)",
];

#[test]
fn queries_are_answered_or_refused() {
    let bytes = index_bytes(&read_nquads(QUADS.as_bytes()).unwrap());
    let index = Index::open(&bytes).unwrap();
    let graph = QueryableGraph::new(&index).unwrap();
    fuzz(QUERIES.len(), |seed, changes| {
        let other = QUERIES[(seed + 1) % QUERIES.len()].as_bytes();
        let query = text(&mutated(QUERIES[seed].as_bytes(), other, changes));
        answer(&graph, &query);
    });
}

/// Reads an answer, for a second at most. Command and server refuse a query of so many brackets or so long a one, as here.
fn answer(graph: &QueryableGraph<'_>, query: &str) {
    if query.matches(['{', '(', '[', '!']).count() > 60 || query.len() > 1500 {
        return;
    }
    let read = || match graph.evaluate(query) {
        Ok(QueryResults::Solutions(solutions)) => drop(solutions.take(1000).count()),
        Ok(QueryResults::Graph(triples)) => drop(triples.take(1000).count()),
        Ok(QueryResults::Boolean(_)) | Err(_) => {}
    };
    let bounds = Bounds::default();
    let (done, waiting) = channel::<()>();
    std::thread::scope(|scope| {
        let watched = bounds.clone();
        scope.spawn(move || {
            if waiting.recv_timeout(Duration::from_secs(1)) == Err(RecvTimeoutError::Timeout) {
                watched.stop();
            }
        });
        let _ = interruptible(&bounds, read);
        drop(done);
    });
}

#[test]
fn damaged_files_of_a_graph_are_refused_or_asked() {
    let nquads = QUADS.as_bytes();
    let indexed = index_bytes(&read_nquads(nquads).unwrap());
    let statement = PIPELINE.article("a.txt", "Nordholm Lines was charged with fraud on Monday.").unwrap();
    let story = PIPELINE.story(vec![statement]);
    let line = serde_json::to_vec(&story.statements[0]).unwrap();
    fuzz(3, |seed, changes| match seed {
        0 => drop(read_nquads(&mutated(nquads, nquads, changes)[..])),
        1 => drop(serde_json::from_slice::<Statement>(&mutated(&line, &line, changes))),
        _ => {
            let damaged = mutated(&indexed, &indexed, changes);
            let Ok(index) = Index::open(&damaged) else { return };
            let Ok(graph) = QueryableGraph::new(&index) else { return };
            QUERIES.iter().for_each(|query| answer(&graph, query));
        }
    });
}
