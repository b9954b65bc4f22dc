//! Reading as the other stages see it: files and folders in, articles and failures out, whatever is in them.

mod files;

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use files::folder;
use flate2::{Compression, write::GzEncoder};
use newsgraph::ontology::Ontology;
use newsgraph::read::{
    Article, PageWords, PassageKind, ReadOptions, Reading, TextSource, jsonl_records, read_inputs,
};
use proptest::prelude::*;

fn page_words() -> &'static PageWords {
    static WORDS: OnceLock<PageWords> = OnceLock::new();
    WORDS.get_or_init(|| Ontology::taught_by(&[]).expect("the vocabulary is sound").words.page)
}

fn read(inputs: &[PathBuf]) -> Reading {
    read_inputs(inputs, &ReadOptions::new(page_words()))
}

fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::fast());
    encoder.write_all(bytes).expect("writing to memory");
    encoder.finish().expect("writing to memory")
}

/// The names relative to the folder, so that tests can compare them.
fn names(reading: &Reading, folder: &Path) -> Vec<String> {
    let start = format!("{}/", folder.display());
    reading.articles.iter().map(|article| article.path.replace(&start, "")).collect()
}

/// The text of a span counted in characters.
fn span(article: &Article, begin: usize, end: usize) -> String {
    article.text.chars().skip(begin).take(end - begin).collect()
}

fn passages(article: &Article) -> Vec<(PassageKind, String)> {
    article.passages.iter().map(|passage| (passage.kind, span(article, passage.begin, passage.end))).collect()
}

#[test]
fn folders_are_searched_in_one_order_and_files_read_once() {
    let records = gzip(b"{\"text\": \"The ferry sank.\"}\n{\"text\": \"Nobody was hurt.\"}\n");
    let folder = folder(&[
        ("b.txt", b"The mayor resigned."),
        ("deep/er/a.TXT", b"The deputy stayed."),
        ("feed.jsonl.gz", &records),
        ("notes.md", b"Not an article."),
        (".hidden.txt", b"Not an article either."),
        ("output/report.html", b"<p>What was built before.</p>"),
        ("output/statements.jsonl", b"{}"),
        ("output/graph.nq", b""),
    ]);
    let [all, file, inner] = ["", "b.txt", "deep"].map(|name| folder.path().join(name));
    let forwards = read(&[all.clone(), file.clone(), inner.clone()]);
    assert_eq!(forwards, read(&[inner, file, all]));
    assert_eq!(forwards.failures, []);
    assert_eq!(
        names(&forwards, folder.path()),
        ["b.txt", "deep/er/a.TXT", "feed.jsonl.gz:1", "feed.jsonl.gz:2"]
    );
}

#[test]
fn a_named_file_is_read_whatever_its_ending() {
    let folder = folder(&[
        ("notes.md", b"The mayor resigned."),
        ("feed", b"  {\"text\": \"The ferry sank.\", \"publisher\": \"Orrin Herald\"}"),
        ("saved", b"<!DOCTYPE html><title>Ferry</title><p>The ferry <b>Morwenna</b> sank on Tuesday.</p>"),
    ]);
    let inputs: Vec<PathBuf> =
        ["notes.md", "feed", "saved"].iter().map(|name| folder.path().join(name)).collect();
    let reading = read(&inputs);
    assert_eq!(reading.failures, []);
    assert_eq!(names(&reading, folder.path()), ["feed:1", "notes.md", "saved"]);
    assert_eq!(reading.articles[0].publisher.as_deref(), Some("Orrin Herald"));
    assert!(reading.articles[2].text.ends_with("The ferry Morwenna sank on Tuesday."));
}

#[test]
fn every_bad_input_is_named_with_its_reason_and_the_rest_is_read() {
    let noise: Vec<u8> = (0..4000_u32).map(|i| (i.wrapping_mul(2_654_435_761) >> 13) as u8).collect();
    let folder = folder(&[
        ("good.txt", b"The mayor resigned."),
        ("empty.txt", b" \n"),
        ("noise.txt", &noise),
        ("feed.jsonl", b"{\"text\": \"The ferry sank.\"}\n{\"text\": \n"),
        ("torn.txt.gz", &gzip(b"The ferry sank.")[..12]),
        ("plain.txt.gz", b"The ferry sank."),
        ("nothing/readme.md", b"Nothing to read here."),
    ]);
    let inputs = ["", "missing.txt", "nothing"].map(|name| folder.path().join(name));
    let reading = read(&inputs);
    assert_eq!(names(&reading, folder.path()), ["feed.jsonl:1", "good.txt"]);
    let start = format!("{}/", folder.path().display());
    let lines: Vec<String> =
        reading.failures.iter().map(|failure| failure.to_string().replace(&start, "")).collect();
    let expected = [
        "empty.txt: has no text",
        "feed.jsonl:2: is not an article record",
        "missing.txt: no such file",
        "noise.txt: is not a text file",
        "nothing: no articles in this folder",
        "plain.txt.gz: could not be unpacked",
        "torn.txt.gz: could not be unpacked",
    ];
    assert_eq!(lines.len(), expected.len(), "{lines:#?}");
    for (line, expected) in lines.iter().zip(expected) {
        assert!(
            line.starts_with(expected) && !line.contains('\n'),
            "{line:?} should start with {expected:?}"
        );
    }
}

#[cfg(unix)]
#[test]
fn a_link_in_a_circle_is_named_and_not_followed() {
    let folder = folder(&[("stories/a.txt", b"The mayor resigned.")]);
    std::os::unix::fs::symlink(folder.path(), folder.path().join("stories/back")).expect("a link");
    std::os::unix::fs::symlink("a.txt", folder.path().join("stories/again.txt")).expect("a link");
    let reading = read(&[folder.path().to_owned()]);
    assert_eq!(names(&reading, folder.path()), ["stories/a.txt"]);
    assert_eq!(reading.failures.len(), 1);
    assert!(reading.failures[0].to_string().contains("stories/back: a link that leads back to"));
}

const PAGE: &str = "Skip to content
Home » Ferry company fined over harbour collision

Ferry company fined over harbour collision

Image source, AFP

By Ada Finch & Tom Reed

Orrin News

Published 5 March 2024

The Northern Ferry Company was fined £40,000 on Tuesday.

Lena Moss
Harbour master Lena Moss told the court of two warnings (Tom Reed/PA)

Media caption, A former captain says the ferry was never safe

The company, which owns
four ferries, will appeal.

Share this

View the latest
digital issue
";

#[test]
fn the_story_is_told_from_the_page_around_it() {
    let folder = folder(&[("page.txt", PAGE.as_bytes())]);
    let reading = read(&[folder.path().to_owned()]);
    let [article] = &reading.articles[..] else { panic!("one article, not {reading:?}") };
    assert_eq!(article.text, PAGE);
    assert_eq!(article.title.as_deref(), Some("Ferry company fined over harbour collision"));
    assert_eq!(article.publisher.as_deref(), Some("Orrin News"));
    assert_eq!(article.date.as_ref().map(|date| date.text.as_str()), Some("2024-03-05"));
    let expected = [
        (PassageKind::Headline, "Ferry company fined over harbour collision"),
        (PassageKind::Paragraph, "The Northern Ferry Company was fined £40,000 on Tuesday."),
        (PassageKind::Caption, "Harbour master Lena Moss told the court of two warnings"),
        (PassageKind::Caption, "A former captain says the ferry was never safe"),
        (PassageKind::Paragraph, "The company, which owns\nfour ferries, will appeal."),
    ];
    assert_eq!(passages(article), expected.map(|(kind, text)| (kind, text.to_owned())));
}

#[test]
fn a_saved_page_gives_article_and_metadata() {
    let paragraph = "<p>The Northern Ferry Company was fined on Tuesday, a court in Orrin said, after its ferry \
                     hit the harbour wall in January and eleven passengers, three of them children, were hurt.</p>";
    let page = format!(
        "<!DOCTYPE html><html><head><title>Ferry company fined | Orrin Herald</title>\
         <meta property='article:published_time' content='2024-03-05T09:30:00+00:00'>\
         <link rel='canonical' href='https://example.org/ferry'></head><body>\
         <nav><ul><li><a href='/'>Home</a></li><li><a href='/sport'>Sport</a></li></ul></nav>\
         <article><h1>Ferry company fined</h1>{}</article><footer>All rights reserved</footer></body></html>",
        paragraph.repeat(6)
    );
    let folder = folder(&[("page.html", page.as_bytes())]);
    let reading = read(&[folder.path().to_owned()]);
    let [article] = &reading.articles[..] else { panic!("one article, not {reading:?}") };
    assert_eq!(article.url.as_deref(), Some("https://example.org/ferry"));
    assert_eq!(article.title.as_deref(), Some("Ferry company fined"));
    assert_eq!(article.publisher.as_deref(), Some("Orrin Herald"));
    assert_eq!(article.date.as_ref().map(|date| date.text.as_str()), Some("2024-03-05T09:30:00+00:00"));
    let passages = passages(article);
    assert_eq!(passages.len(), 7, "{passages:#?}");
    assert_eq!(passages[0], (PassageKind::Headline, "Ferry company fined".to_owned()));
    assert!(passages[1].1.starts_with("The Northern") && passages[1].1.ends_with("were hurt."));
}

#[test]
fn a_page_tells_its_story_without_what_stands_around_it() {
    let opening = "The mayor of Orrin opened a new bridge on Friday and hundreds of people came to see it, officials said.";
    let pages = [
        "<p>{opening}</p><p>Police charged Bob Pym.<br><br>The court <font>convicted</font> Lee Dorn.</p>",
        "<p>{opening}</p><p>Police char&shy;ged Bob&nbsp;Pym.</p><p>The court convicted Lee&#8203; Dorn.</p>",
        "<p>{opening}</p><p>Police charged Bob Pym.<sup><a href='#n3'>3</a></sup> The court convicted Lee Dorn.[4]</p>",
        "<p>{opening}</p><p>Police charged Bob Pym.</p><div class='newsletter-box'><p>Two men died.</p></div>\
         <p>The court convicted Lee Dorn.</p>",
        "<p>{opening}</p><p>Police charged Bob Pym.</p><p>The court convicted Lee Dorn.</p><h3>Comments (2)</h3>\
         <ol><li><b>tj</b><p>Two men died, and the mayor knows it.</p></li></ol>",
        "<p>{opening}</p><p>Police charged Bob Pym.</p><h3>Related articles</h3><ul><li><a href='/a'>Two men died in \
         Orrin</a></li></ul><p>The court convicted Lee Dorn.</p>",
    ];
    for page in pages {
        let body = page.replace("{opening}", opening);
        let page =
            format!("<html><head><title>Case</title></head><body><article>{body}</article></body></html>");
        let folder = folder(&[("page.html", page.as_bytes())]);
        let reading = read(&[folder.path().to_owned()]);
        let [article] = &reading.articles[..] else { panic!("one article, not {reading:?}") };
        assert_eq!(article.text_source, TextSource::TakenOut);
        let told: Vec<String> = passages(article).into_iter().map(|(_, text)| text).collect();
        let told = told.join(" ").replace('\u{A0}', " ");
        assert!(told.ends_with("Police charged Bob Pym. The court convicted Lee Dorn."), "{told}");
    }
}

#[test]
fn a_deeply_nested_page_is_read_or_refused() {
    let nested = |levels: usize| format!("<html><body>{}The ferry sank on Tuesday.", "<div>".repeat(levels));
    let folder =
        folder(&[("deep.html", nested(900).as_bytes()), ("too_deep.html", nested(100_000).as_bytes())]);
    let reading = read(&[folder.path().to_owned()]);
    assert_eq!(names(&reading, folder.path()), ["deep.html"]);
    assert!(reading.failures[0].reason.contains("inside one another"));
}

/// Text as pages are made of: words, odd spaces, line ends and the signs that the rules look at.
fn page_text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        "[a-zA-Z]{1,9}",
        "[ \t\u{A0}\u{200B}]{1,2}",
        "(\n|\r\n|\r|\n\n|\u{2028})",
        "[.,:;|»/()\\[\\]“”’'\"*•—-]",
        "(Image caption|Home|By |\\(PA\\)|Share this|Photo:|5 March 2024|Ada Finch|é|ยป|ﬁ|İ|👩‍👩‍👧)",
        any::<char>().prop_map(String::from),
    ];
    prop::collection::vec(piece, 0..60).prop_map(|pieces| pieces.concat())
}

/// Every passage lies in the text, after the one before it, and neither starts nor ends in white space.
fn check_passages(article: &Article) -> Result<(), TestCaseError> {
    let length = article.text.chars().count();
    let mut previous = 0;
    prop_assert!(!article.passages.is_empty());
    for passage in &article.passages {
        prop_assert!(previous <= passage.begin && passage.begin < passage.end && passage.end <= length);
        let text = span(article, passage.begin, passage.end);
        prop_assert_eq!(text.trim(), &text);
        previous = passage.end;
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn passages_of_any_text_lie_in_it_in_order(text in page_text(), title in proptest::option::of("[a-zA-Z ]{1,20}")) {
        let record = serde_json::json!({ "text": text, "title": title }).to_string();
        for article in jsonl_records(record.as_bytes(), "-", page_words()).flatten() {
            prop_assert_eq!(&article.text, &text);
            check_passages(&article)?;
        }
    }

    #[test]
    fn any_bytes_are_an_article_or_a_failure(bytes in prop::collection::vec(any::<u8>(), 0..200), ending in "(txt|html|json|jsonl|csv|xml|mhtml|eml|mbox|warc|docx|pdf|txt\\.gz)") {
        let folder = folder(&[(&format!("a.{ending}"), &bytes)]);
        let reading = read(&[folder.path().to_owned()]);
        prop_assert!(!reading.articles.is_empty() || !reading.failures.is_empty());
        for article in &reading.articles {
            check_passages(article)?;
        }
    }

    #[test]
    fn a_torn_example_of_any_format_is_articles_or_failures(
        which in any::<prop::sample::Index>(),
        cut in any::<prop::sample::Index>(),
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 0..6),
    ) {
        let examples = examples();
        let (name, bytes) = which.get(examples);
        let mut bytes = bytes.clone();
        for (at, byte) in changes {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        // Half of them are whole.
        bytes.truncate(cut.index(2 * bytes.len()).max(1));
        let folder = folder(&[(name, &bytes)]);
        let reading = read(&[folder.path().to_owned()]);
        prop_assert!(!reading.articles.is_empty() || !reading.failures.is_empty());
        for article in &reading.articles {
            check_passages(article)?;
        }
    }
}

/// The examples of all formats, by name.
fn examples() -> &'static [(String, Vec<u8>)] {
    static EXAMPLES: OnceLock<Vec<(String, Vec<u8>)>> = OnceLock::new();
    EXAMPLES.get_or_init(|| {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/formats/files");
        let mut paths: Vec<PathBuf> =
            fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
        paths.sort();
        let named = |path: &PathBuf| path.file_name().unwrap().to_string_lossy().into_owned();
        paths.iter().map(|path| (named(path), fs::read(path).unwrap())).collect()
    })
}
