//! The whole text of an article over HTTP, as the explorer asks for it.

mod serving;

use std::fs;

use serving::{Server, json, newsgraph};

const TEXT: &str = "Ada Finch sued the port of Hull.\n\nNobody answered. The weather was fine.\n";

#[test]
fn a_text_is_whole_as_long_as_its_file_says_the_same() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("a.txt");
    fs::write(&file, TEXT).unwrap();
    let built = newsgraph(&["build", "a.txt", "--quick"]).current_dir(folder.path()).output().unwrap();
    assert!(built.status.success(), "{}", String::from_utf8_lossy(&built.stderr));
    let server = Server::start_in(folder.path(), &[]);
    let query = [("Content-Type", "application/sparql-query"), ("Accept", "application/json")];
    let rows = server.send("POST", "/sparql", &query, b"SELECT ?a { ?a a schema:NewsArticle }");
    let article = json(&rows)["results"]["bindings"][0]["a"]["value"].as_str().unwrap().to_owned();
    let asked = |iri: &str| server.get(&format!("/api/article?iri={iri}"), "*/*");
    assert_eq!(json(&asked(&article))["text"], TEXT);
    fs::write(&file, "Something else was told here once.").unwrap();
    let told = json(&asked(&article));
    assert!(told["text"].is_null() && told["why"].as_str().unwrap().contains("something else"), "{told}");
    assert_eq!(asked("http://a.example/none").status, 404);
}
