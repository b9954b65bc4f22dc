//! The commands that look into a built graph, on one small invented affair: built once for all tests from two articles
//! of two outlets that do not agree.

use std::fs;
use std::path::Path;
use std::sync::LazyLock;

use assert_cmd::Command;
use predicates::prelude::*;
use predicates::str::contains;
use tempfile::TempDir;

const ARTICLES: &str = r#"{"text": "Police arrested Martin Orrell in Bristol on Tuesday evening. Orrell was charged with fraud the following day. The council deployed 40 engineers to the mill on Monday. He will appear at Hull Crown Court by the end of the year.", "title": "Mill owner arrested", "publisher": "Dale Courier", "date": "2022-09-08"}
{"text": "Martin Orrell was not charged with fraud, his lawyer Ada Finch said. The council deployed 25 engineers to the mill on Monday. Two protesters were arrested outside the town hall on Friday. Carla Nunn was sentenced to three years in prison at Hull Crown Court on 3 March.", "title": "Lawyer speaks out", "publisher": "Fell Post", "date": "2022-09-09"}
"#;

/// A folder with the articles and the graph made of them in `output`.
static AFFAIR: LazyLock<TempDir> = LazyLock::new(|| {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("affair.jsonl"), ARTICLES).unwrap();
    newsgraph(folder.path()).args(["build", "affair.jsonl"]).assert().success();
    folder
});

fn newsgraph(folder: &Path) -> Command {
    let mut command = Command::cargo_bin("newsgraph").unwrap();
    command.current_dir(folder);
    command
}

/// The command on the affair's graph.
fn on_affair(arguments: &[&str]) -> assert_cmd::assert::Assert {
    newsgraph(AFFAIR.path()).args(arguments).assert()
}

#[test]
fn times_are_counted_from_the_articles_date_and_places_are_found() {
    let query = "SELECT ?time ?value ?first ?place WHERE {
        ?s a ng:Statement ; ng:time ?time ; ng:timeValue ?value ; sem:hasEarliestBeginTimeStamp ?first .
        OPTIONAL { ?s ng:place/rdfs:label ?place } } ORDER BY ?first ?value";
    on_affair(&["query", query, "--format", "csv"]).success().stdout(
        contains("Tuesday evening,2022-09-06TEV,2022-09-06,Bristol")
            .and(contains("the following day,2022-09-07,2022-09-07,"))
            .and(contains("Monday,2022-09-05,2022-09-05,"))
            .and(contains("by the end of the year,2022,2022-01-01,"))
            .and(contains("Friday,2022-09-09,2022-09-09,town hall"))
            .and(contains("3 March,2022-03-03,2022-03-03,Hull Crown Court")),
    );
}

/// A gold line for the first article's charge, with further keys.
fn gold_line(document: &str, more: &str) -> String {
    format!(
        "{{\"document\": \"{document}\", \"quote\": \"Orrell was charged with fraud\", \"relation\": \
         \"charged_with\", \"subject\": [\"Martin Orrell\"], \"object\": [\"fraud\"]{more}}}\n"
    )
}

#[test]
fn a_gold_file_measures_the_graph() {
    let folder = AFFAIR.path();
    let missed = "{\"document\": \"affair.jsonl:1\", \"quote\": \"the mill\", \"relation\": \"sued\"}\n";
    fs::write(folder.join("gold.jsonl"), gold_line("affair.jsonl:1", "") + missed).unwrap();
    on_affair(&["evaluate", "gold.jsonl", "--errors", "--relation", "charged_with", "--relation", "sued"])
        .success()
        .stdout(
            contains("charged_with  1     1      0         0      1.000      1.000   1.000")
                .and(contains("all           2     1      0         0      1.000      0.500   0.667"))
                .and(contains("polarity          1 of 1  1.000"))
                .and(contains("missed  affair.jsonl:1: ? sued ? «the mill»")),
        );
    on_affair(&["evaluate", "gold.jsonl", "--errors", "--format", "json"])
        .success()
        .stdout(contains("\"recall\": 0.5").and(contains("\"wrong\": [")));
}

#[test]
fn a_broken_gold_file_is_named_with_its_line() {
    let folder = AFFAIR.path();
    for (name, line, told) in [
        ("typo.jsonl", gold_line("a", ", \"polarty\": \"negative\""), "typo.jsonl:2: column"),
        ("empty.jsonl", gold_line("", ""), "empty.jsonl:2: `document` is empty"),
    ] {
        fs::write(folder.join(name), format!("\n{line}")).unwrap();
        on_affair(&["evaluate", name]).code(1).stderr(contains(told));
    }
    fs::write(folder.join("none.jsonl"), "\n").unwrap();
    on_affair(&["evaluate", "none.jsonl"]).code(1).stderr(contains("none.jsonl has no statements"));
}

#[test]
fn an_entity_is_explained_by_its_sentences() {
    on_affair(&["explain", "Orrell"]).success().stdout(
        contains("Martin Orrell  id:martin-orrell\n  is          ng:Person\n  also named  Orrell\n")
            .and(contains(
                "sentence    [subject: Orrell] was [trigger: charged] with [object: fraud] the following",
            ))
            .and(contains(
                "article     Dale Courier, 2022-09-08, “Mill owner arrested” (affair.jsonl:1, characters",
            ))
            .and(contains("when        the following day = 2022-09-07"))
            .and(contains("says        Ada Finch"))
            .and(contains("matched     Police arrested [subject: the man].")),
    );
    on_affair(&["explain", "Martin Orel"]).code(1).stderr(contains("did you mean Martin Orrell"));
}

#[test]
fn a_statement_is_explained_by_its_iri_or_the_last_part_of_it() {
    let statements = fs::read_to_string(AFFAIR.path().join("output/statements.jsonl")).unwrap();
    let first: serde_json::Value = serde_json::from_str(statements.lines().next().unwrap()).unwrap();
    let iri = first["id"].as_str().unwrap();
    let name = iri.rsplit('/').next().unwrap();
    for what in [iri, name, &format!("statement:{name}")] {
        on_affair(&["explain", what]).success().stdout(
            contains(format!("arrested_for –  statement:{name}\n  sentence"))
                .and(contains("charged").not())
                .and(contains("\n  for         the pattern, “arrested”")),
        );
    }
}

#[test]
fn a_sentence_that_gives_nothing_is_told_what_it_lacks() {
    on_affair(&["explain", "--sentence", "Prosecutors charged ten pounds."]).success().stdout(
        contains("nothing matches\nnearly charged_with, at “charged”\n").and(contains(
            "but         the subject “pounds” is of no class that is known, and Agent is wanted",
        )),
    );
    on_affair(&["explain", "--sentence", "Prosecutors charged the nurse."]).success().stdout(
        contains("charged_with\n  sentence    Prosecutors [trigger: charged] [subject: the nurse].")
            .and(contains("\n  for         the pattern, ")),
    );
    newsgraph(AFFAIR.path()).arg("explain").assert().code(2);
}

#[test]
fn a_statement_without_an_example_is_told_the_nearest() {
    on_affair(&["explain", "--sentence", "Rita Lund was given the post of fisheries minister."])
        .success()
        .stdout(contains("\n  nearest     [subject: Anna Weber]").and(contains("nearly holds_office").not()));
}

#[test]
fn sources_that_disagree_are_shown_with_both_sides() {
    on_affair(&["conflicts"]).success().stdout(
        contains("Martin Orrell charged_with fraud\n  affirmed\n    Dale Courier, 2022-09-08: «Orrell was")
            .and(contains("  denied\n    Fell Post, 2022-09-09, Ada Finch says: «Martin Orrell was not")),
    );
    on_affair(&["conflicts", "--relation", "arrested_for"]).success().stdout("(0 conflicts)\n");
    on_affair(&["conflicts", "--format", "json"]).success().stdout(contains("\"kind\": \"polarity\""));
}

#[test]
fn the_timeline_is_in_the_order_of_the_calendar() {
    let output = on_affair(&["timeline", "--about", "Martin Orrell"]).success().get_output().stdout.clone();
    let text = String::from_utf8(output).unwrap();
    let place = |words: &str| text.find(words).unwrap_or_else(|| panic!("{words} in {text}"));
    assert!(
        place("2022-09-06TEV  Martin Orrell  arrested_for")
            < place("2022-09-07     Martin Orrell  charged_with")
    );
    assert!(!text.contains("deployed"));
    on_affair(&["timeline", "--format", "json"]).success().stdout(contains("\"first\": \"2022-09-05\""));
}

#[test]
fn dot_frames_classes_on_request_only() {
    on_affair(&["export", "--format", "dot"]).success().stdout(contains("subgraph").not());
    on_affair(&["export", "--format", "dot", "--clusters"])
        .success()
        .stdout(contains("subgraph cluster_0 {").and(contains("label=\"Person\"")));
}

#[test]
fn options_of_pictures_are_refused_where_they_would_do_nothing() {
    for (arguments, remedy) in [
        (["--format", "csv", "--clusters"].as_slice(), "with --format dot"),
        (&["--format", "svg", "--clusters"], "--engine dot"),
        (&["--format", "svg", "--clusters", "--engine", "neato"], "--engine dot"),
        (&["--format", "dot", "--engine", "dot"], "--format svg or png"),
    ] {
        on_affair(&[&["export"], arguments].concat()).code(2).stderr(contains(remedy));
    }
}

#[test]
fn graphviz_draws_where_it_is_installed_and_is_asked_for_where_it_is_not() {
    let arguments = ["export", "--format", "svg", "--engine", "dot", "--clusters"];
    newsgraph(AFFAIR.path())
        .args(arguments)
        .env("PATH", "")
        .assert()
        .code(1)
        .stdout("")
        .stderr(contains("`dot` is not installed").and(contains("leave out --engine")));
    if std::process::Command::new("dot").arg("-V").output().is_ok() {
        on_affair(&arguments).success().stdout(contains("<svg").and(contains("Martin Orrell")));
    }
}

#[test]
fn disagreements_are_a_page_too() {
    on_affair(&["conflicts", "--format", "html"]).success().stdout(
        contains("<title>Where sources disagree</title>")
            .and(contains("Martin Orrell was not charged with fraud, his lawyer Ada Finch said."))
            .and(contains("according to Ada Finch")),
    );
}

#[test]
fn what_is_contradicted_is_not_established() {
    let query = "ASK { ?one ng:contradicts ?other . ?other ng:contradicts ?one }";
    on_affair(&["query", query]).success().stdout("true\n");
    on_affair(&["query", "established", "--format", "csv"]).success().stdout(contains("charged_with").not());
    on_affair(&["query", "claimed", "--format", "csv"]).success().stdout(contains("said_by"));
}

#[test]
fn a_query_for_terms_that_the_graph_lacks_says_so() {
    on_affair(&["query", "SELECT ?one { ?one ng:speaker ?who }"])
        .success()
        .stderr(contains("nothing in the graph has ng:speaker; did you mean ng:attributedTo?"));
    on_affair(&["query", "SELECT ?one { ?one ng:chargedwith ?what }"])
        .success()
        .stderr(contains("ng:charged_with"));
    on_affair(&["query", "SELECT ?one { ?one ng:attributedTo ?who }"]).success().stderr("");
}
