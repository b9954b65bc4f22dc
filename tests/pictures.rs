//! Pictures and reports of invented stories: well-formed, safe, the same every time. To look at them:
//! `PICTURES=/tmp/pictures cargo test --test pictures`.

mod invented;

use std::io::Write;
use std::process::{Command, Stdio};

use newsgraph::export::{dot, png, report, svg};

const MARKUP: &str = "<script>alert(1)";

/// Writes what a test drew where somebody wants to look at it.
fn keep(name: &str, bytes: &[u8]) {
    if let Some(folder) = std::env::var_os("PICTURES") {
        let folder = std::path::Path::new(&folder);
        std::fs::create_dir_all(folder).unwrap();
        std::fs::write(folder.join(name), bytes).unwrap();
    }
}

fn written(write: impl FnOnce(&mut Vec<u8>) -> std::io::Result<()>) -> Vec<u8> {
    let mut bytes = Vec::new();
    write(&mut bytes).unwrap();
    bytes
}

fn text(write: impl FnOnce(&mut Vec<u8>) -> std::io::Result<()>) -> String {
    String::from_utf8(written(write)).unwrap()
}

#[test]
fn pictures_of_all_sizes_are_drawn() {
    let ontology = invented::ontology();
    for size in [0, 1, 5, 15, 30, 40, 80, 300] {
        let story = invented::story(size);
        let picture = svg::Picture::new(&story, &ontology);
        let file = picture.file();
        let pixels = png::write(&file).unwrap();
        assert!(pixels.starts_with(b"\x89PNG"));
        keep(&format!("{size}.svg"), file.as_bytes());
        keep(&format!("{size}.png"), &pixels);
        keep(&format!("{size}.dot"), &written(|out| dot::write(&story, &ontology, dot::Clusters::None, out)));
        keep(&format!("{size}.html"), &written(|out| report::write_with(&picture, &story, &ontology, out)));
        assert_eq!(file.contains("most connected of"), size == 300, "a cut is told");
    }
}

#[test]
fn the_same_story_gives_the_same_bytes() {
    let (story, ontology) = (invented::story(20), invented::ontology());
    let picture = svg::write(&story, &ontology);
    assert_eq!(picture, svg::write(&story, &ontology));
    assert_eq!(png::write(&picture).unwrap(), png::write(&picture).unwrap());
    let dot = || written(|out| dot::write(&story, &ontology, dot::Clusters::None, out));
    assert_eq!(dot(), dot());
    let page = || written(|out| report::write(&story, &ontology, out));
    assert_eq!(page(), page());
}

#[test]
fn hostile_words_stay_words() {
    let (story, ontology) = (invented::hostile(), invented::ontology());
    let picture = svg::write(&story, &ontology);
    png::write(&picture).expect("the SVG is well-formed");
    let page = text(|out| report::write(&story, &ontology, out));
    keep("hostile.html", page.as_bytes());
    keep("hostile.svg", picture.as_bytes());
    for text in [&picture, &page] {
        assert!(!text.contains(MARKUP));
        assert!(!text.contains("href=\"javascript"));
        assert!(!text.contains('\0') && !text.contains('\u{2028}'));
    }
    assert_eq!(page.matches("<script").count(), 1, "only the report's own script");
}

#[test]
fn graphviz_accepts_the_dot_file() {
    let ontology = invented::ontology();
    for story in [invented::story(15), invented::hostile(), invented::story(0)] {
        let dot = text(|out| dot::write(&story, &ontology, dot::Clusters::None, out));
        let command = Command::new("dot")
            .arg("-Tsvg")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn();
        let Ok(mut graphviz) = command else {
            eprintln!("Graphviz is not installed: nothing tested");
            return;
        };
        let mut input = graphviz.stdin.take().unwrap();
        let text = dot.clone();
        let writing = std::thread::spawn(move || input.write_all(text.as_bytes()));
        let output = graphviz.wait_with_output().unwrap();
        writing.join().unwrap().unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        assert!(!String::from_utf8_lossy(&output.stdout).contains(MARKUP));
    }
}

#[test]
fn the_report_shows_every_statement_with_its_marks() {
    let (story, ontology) = (invented::story(15), invented::ontology());
    let page = text(|out| report::write(&story, &ontology, out));
    assert_eq!(page.matches("class=\"statement ").count(), story.statements.len());
    assert_eq!(page.matches("<mark class=\"trigger\"").count(), story.statements.len());
    assert_eq!(page.matches("class=\"entity\"").count(), story.entities.len());
    assert!(page.contains("href=\"https://example.org/news/0?a=1&amp;b=&quot;2&quot;\""));
}
