//! A folder is a test case: an article or several (and, where the case is about one, an ontology) and the statements
//! that newsgraph reads in them, one a line, of several articles also what was merged and why. `UPDATE_CASES=1 cargo test --test cases` writes the expected files again; what
//! changed is then for a person to judge.

use std::fs;
use std::path::{Path, PathBuf};

use newsgraph::ontology::Ontology;
use newsgraph::pipeline::Pipeline;
use newsgraph::read::{ReadOptions, read_inputs};
use newsgraph::story::{Argument, EntityReference, Polarity, Statement};

#[test]
fn every_case_reads_as_expected() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases");
    let mut cases: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    cases.sort();
    assert!(!cases.is_empty());
    let built_in = Pipeline::builder().quick(true).build().unwrap();
    for case in cases {
        let read = match fs::read_to_string(case.join("ontology.ttl")) {
            Ok(taught) => {
                let ontology = Ontology::taught_by(&[("ontology.ttl", &taught)]).unwrap();
                statements(&Pipeline::builder().ontology(ontology).build().unwrap(), &case)
            }
            Err(_) => statements(&built_in, &case),
        };
        let expected = case.join("expected.txt");
        if std::env::var_os("UPDATE_CASES").is_some() {
            fs::write(&expected, &read).unwrap();
        }
        assert_eq!(read, fs::read_to_string(&expected).unwrap(), "{}", case.display());
    }
}

fn statements(pipeline: &Pipeline, case: &Path) -> String {
    let mut articles: Vec<PathBuf> = fs::read_dir(case).unwrap().map(|entry| entry.unwrap().path()).collect();
    articles.retain(|path| path.file_name().unwrap().to_string_lossy().starts_with("article"));
    articles.sort();
    let reading = read_inputs(&articles, &ReadOptions::new(&pipeline.ontology().words.page));
    assert!(reading.failures.is_empty(), "{:?}", reading.failures);
    let story = pipeline.story(reading.articles);
    let mut read: String = story.statements.iter().map(|statement| line(statement) + "\n").collect();
    for merge in story.merges.iter().filter(|_| articles.len() > 1) {
        let label =
            story.entities.iter().find(|entity| entity.id == merge.entity).map(|entity| &entity.label);
        read += &format!("“{}” means {}: {}\n", merge.place.text, label.unwrap(), merge.reason);
    }
    read
}

/// `subject | relation | object`, then how it is said, by whom, how many.
fn line(statement: &Statement) -> String {
    let name = |entity: &Option<EntityReference>| {
        entity.as_ref().map_or("–".to_owned(), |entity| entity.label.to_string())
    };
    let object = match &statement.object {
        None => "–".to_owned(),
        Some(Argument::Entity(entity)) => entity.label.to_string(),
        Some(Argument::Literal(literal)) => literal.value.to_string(),
    };
    let mut line = format!("{} | {} | {object}", name(&statement.subject), statement.relation);
    if statement.polarity == Polarity::Negative {
        line += " | denied";
    }
    if !statement.asserted {
        line += " | not asserted";
    }
    if statement.attributed_to.is_some() {
        line += &format!(" | says {}", name(&statement.attributed_to));
    }
    if let Some(quantity) = &statement.quantity {
        line += &format!(" | {}", quantity.text);
    }
    line
}
