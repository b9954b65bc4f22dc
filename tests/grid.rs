//! Every relation through every construction: an example teaches one form of words, and the same words in another form
//! must be understood as well. Each file in `tests/grid` holds one construction.
//!
//! A line with `#` names it. A sentence is followed by the statements that are wanted of it, each a line `> relation |
//! subject | object`, with `-` for an argument that is left unsaid, and `| negative` or `| not asserted` where it is not
//! told as a fact; `?` in place of `>` marks what a reader may or may not draw. The snapshot shows each cell, and
//! `docs/grid.md` the counts: `WRITE_DOCUMENTATION=1 INSTA_UPDATE=always cargo test --test grid` writes both.

use std::fs;
use std::path::{Path, PathBuf};

use newsgraph::pipeline::Pipeline;
use newsgraph::read::{PageWords, jsonl_records};
use newsgraph::story::{Argument, EntityReference, Polarity, Statement};

/// A sentence and what is to be found in it.
struct Case {
    text: String,
    cells: Vec<Cell>,
}

/// A statement that is wanted, or allowed.
struct Cell {
    line: String,
    wanted: bool,
    relation: String,
    subject: Option<String>,
    object: Option<String>,
    polarity: Polarity,
    asserted: bool,
}

/// How many statements of one construction are wanted, are found, and are false.
#[derive(Default)]
struct Count {
    wanted: usize,
    found: usize,
    false_finds: usize,
}

impl Cell {
    fn of(line: &str, wanted: bool) -> Self {
        let fields: Vec<&str> = line.split(" | ").map(str::trim).collect();
        let argument = |place: usize| Some(fields[place].to_owned()).filter(|said| said != "-");
        let says = |word: &str| fields[3..].contains(&word);
        Self {
            line: line.to_owned(),
            wanted,
            relation: fields[0].to_owned(),
            subject: argument(1),
            object: argument(2),
            polarity: if says("negative") { Polarity::Negative } else { Polarity::Positive },
            asserted: !says("not asserted"),
        }
    }

    fn is(&self, found: &Statement) -> bool {
        let object = match &found.object {
            None => Vec::new(),
            Some(Argument::Entity(entity)) => names(entity),
            Some(Argument::Literal(literal)) => vec![literal.mention.clone()],
        };
        *self.relation == *found.relation
            && fits(self.subject.as_deref(), &found.subject.as_ref().map_or(Vec::new(), names))
            && fits(self.object.as_deref(), &object)
            && self.polarity == found.polarity
            && self.asserted == found.asserted
    }
}

fn names(entity: &EntityReference) -> Vec<String> {
    vec![entity.mention.clone(), entity.label.to_string()]
}

/// Whether the argument is the one that is wanted: all words of the shorter phrase are words of the longer.
fn fits(wanted: Option<&str>, found: &[String]) -> bool {
    let Some(wanted) = wanted else { return found.is_empty() };
    found.iter().any(|found| {
        let (wanted, found) = (words(wanted), words(found));
        let holds = |long: &[String], short: &[String]| short.iter().all(|word| long.contains(word));
        !found.is_empty() && (holds(&found, &wanted) || holds(&wanted, &found))
    })
}

/// The words of a phrase but for articles.
fn words(phrase: &str) -> Vec<String> {
    let lower = phrase.to_lowercase();
    let words = lower.split(|character: char| !character.is_alphanumeric());
    words.filter(|word| !matches!(*word, "" | "the" | "a" | "an" | "s")).map(str::to_owned).collect()
}

/// The title of a file and its cases.
fn read(file: &str) -> (&str, Vec<Case>) {
    let mut title = "";
    let mut cases: Vec<Case> = Vec::new();
    for line in file.lines().filter(|line| !line.trim().is_empty()) {
        let cells = cases.last_mut().map(|case| &mut case.cells);
        match (line.split_once(' '), cells) {
            (Some(("#", rest)), _) => title = rest,
            (Some((mark @ (">" | "?"), rest)), Some(cells)) => cells.push(Cell::of(rest, mark == ">")),
            _ => cases.push(Case { text: line.to_owned(), cells: Vec::new() }),
        }
    }
    (title, cases)
}

/// What is found in a sentence that stands alone.
fn statements(pipeline: &Pipeline, words: &PageWords, text: &str) -> Vec<Statement> {
    let record = serde_json::json!({ "text": text, "date": "2022-09-07" }).to_string();
    let article = jsonl_records(record.as_bytes(), "-", words).next().unwrap().unwrap();
    pipeline.story(vec![article]).statements
}

/// The cells of a case, one a line, and what is found beside them.
fn compare(case: &Case, found: &[Statement], count: &mut Count) -> String {
    let mut lines = case.text.clone() + "\n";
    for cell in case.cells.iter().filter(|cell| cell.wanted) {
        let is_found = found.iter().any(|statement| cell.is(statement));
        count.wanted += 1;
        count.found += usize::from(is_found);
        lines += &format!("  {} {}\n", if is_found { "found  " } else { "missing" }, cell.line);
    }
    for statement in found.iter().filter(|statement| !case.cells.iter().any(|cell| cell.is(statement))) {
        count.false_finds += 1;
        lines += &format!("  false   {}\n", shown(statement));
    }
    lines
}

fn shown(statement: &Statement) -> String {
    let mention = |entity: &EntityReference| entity.mention.clone();
    let object = statement.object.as_ref().map(|object| match object {
        Argument::Entity(entity) => mention(entity),
        Argument::Literal(literal) => literal.mention.clone(),
    });
    let subject = statement.subject.as_ref().map(mention);
    let unsaid = || "-".to_owned();
    let mut line = format!(
        "{} | {} | {}",
        statement.relation,
        subject.unwrap_or_else(unsaid),
        object.unwrap_or_else(unsaid)
    );
    if statement.polarity == Polarity::Negative {
        line += " | negative";
    }
    if !statement.asserted {
        line += " | not asserted";
    }
    line
}

/// The page of the documentation with these counts in place of its table.
fn page(old: &str, counts: &[(String, Count)]) -> String {
    let before: Vec<&str> = old.lines().take_while(|line| !line.starts_with('|')).collect();
    let mut page =
        before.join("\n") + "\n| Construction | wanted | found | false |\n| --- | --- | --- | --- |\n";
    let sum = |field: fn(&Count) -> usize| counts.iter().map(|(_, count)| field(count)).sum();
    let all = Count {
        wanted: sum(|count| count.wanted),
        found: sum(|count| count.found),
        false_finds: sum(|count| count.false_finds),
    };
    let rows = counts.iter().map(|(title, count)| (title.as_str(), count)).chain([("**all**", &all)]);
    for (title, Count { wanted, found, false_finds }) in rows {
        page += &format!("| {title} | {wanted} | {found} | {false_finds} |\n");
    }
    page
}

#[test]
fn every_construction_is_understood_as_far_as_the_page_says() {
    let project = Path::new(env!("CARGO_MANIFEST_DIR"));
    let folder = project.join("tests/grid");
    let mut files: Vec<PathBuf> = fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.retain(|file| file.extension().is_some_and(|extension| extension == "txt"));
    files.sort();
    let pipeline = Pipeline::builder().quick(true).build().unwrap();
    let page_words = &pipeline.ontology().words.page;
    let mut counts = Vec::new();
    let mut snapshot = String::new();
    for file in &files {
        let file = fs::read_to_string(file).unwrap();
        let (title, cases) = read(&file);
        let mut count = Count::default();
        snapshot += &format!("# {title}\n");
        for case in &cases {
            snapshot += &compare(case, &statements(&pipeline, page_words, &case.text), &mut count);
        }
        snapshot.push('\n');
        counts.push((title.to_owned(), count));
    }
    let documented = project.join("docs/grid.md");
    let old = fs::read_to_string(&documented).unwrap();
    let page = page(&old, &counts);
    if std::env::var_os("WRITE_DOCUMENTATION").is_some() {
        fs::write(&documented, &page).unwrap();
    } else {
        assert_eq!(page, old, "docs/grid.md shows other counts");
    }
    let mut settings = insta::Settings::new();
    settings.set_snapshot_path(folder.join("snapshots"));
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| insta::assert_snapshot!("cells", snapshot));
}
