//! `newsgraph serve --edit` from outside: who may decide, what becomes of decisions, and the way back.

mod serving;

use std::fs;
use std::path::Path;

use serde_json::{Value, json};
use tempfile::TempDir;

use serving::{Answer, Server, json, newsgraph};

const TEXT: &str = "Police arrested Martin Orrell in Bristol on Tuesday evening. Orrell was charged with fraud. \
                    Ada Finch sued the council.";

fn built() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("a.txt"), TEXT).unwrap();
    let built = newsgraph(&["build", "a.txt", "--quick"]).current_dir(folder.path()).output().unwrap();
    assert!(built.status.success(), "{}", String::from_utf8_lossy(&built.stderr));
    folder
}

struct Editor {
    server: Server,
    token: String,
}

impl Editor {
    fn start(folder: &Path) -> Self {
        let server = Server::start_in(folder, &["--edit"]);
        let token = server.greeting.split("#token=").nth(1).unwrap().split(' ').next().unwrap().to_owned();
        Self { server, token }
    }

    fn send(&self, method: &str, path: &str, body: &Value) -> Answer {
        let headers = [("X-Newsgraph-Token", &*self.token), ("Content-Type", "application/json")];
        self.server.send(method, path, &headers, body.to_string().as_bytes())
    }

    fn statement(&self, relation: &str) -> Option<String> {
        let query = format!("SELECT ?s {{ ?s a ng:Statement ; ng:relation '{relation}' }}");
        let headers = [("Content-Type", "application/sparql-query")];
        let answer = json(&self.server.send("POST", "/sparql", &headers, query.as_bytes()));
        answer["results"]["bindings"][0]["s"]["value"].as_str().map(str::to_owned)
    }
}

#[test]
fn what_is_rejected_goes_and_what_is_taken_back_returns() {
    let folder = built();
    let editor = Editor::start(folder.path());
    assert_eq!(json(&editor.server.get("/api/about", "*/*"))["edit"], Value::Bool(true));
    let charged = editor.statement("charged_with").expect("somebody is charged");
    let rejected = editor.send(
        "POST",
        "/api/decisions",
        &json!({"verdict": "reject", "statement": charged, "reason": "the\tother man"}),
    );
    assert_eq!(rejected.status, 200, "{}", rejected.text());
    assert_eq!(json(&rejected)["refreshed"], Value::Bool(true), "{}", rejected.text());
    let file = folder.path().join("output/decisions.tsv");
    let local = charged.rsplit('/').next().unwrap();
    let written = fs::read_to_string(&file).unwrap();
    assert!(written.ends_with(&format!("reject\t{local}\tthe other man\n")), "{written}");
    assert!(written.starts_with("# Martin Orrell charged_with fraud"), "{written}");
    assert_eq!(editor.statement("charged_with"), None);
    let listed = editor.send("GET", "/api/decisions", &Value::Null);
    assert_eq!(json(&listed)[0]["reason"], "the other man", "{}", listed.text());
    // The graph is what a build would make of it.
    let refreshed = fs::read(folder.path().join("output/graph.nq")).unwrap();
    let again = newsgraph(&["build", "a.txt", "--quick"]).current_dir(folder.path()).output().unwrap();
    assert!(again.status.success());
    assert_eq!(fs::read(folder.path().join("output/graph.nq")).unwrap(), refreshed);

    let back = editor.send("DELETE", "/api/decisions/last", &Value::Null);
    assert_eq!(back.status, 200, "{}", back.text());
    assert_eq!(editor.statement("charged_with"), Some(charged));
    assert_eq!(fs::read_to_string(&file).unwrap(), "");
    assert_eq!(editor.send("DELETE", "/api/decisions/last", &Value::Null).status, 409);
}

#[test]
fn contradictions_are_refused_with_both_lines() {
    let folder = built();
    let editor = Editor::start(folder.path());
    let charged = editor.statement("charged_with").expect("somebody is charged");
    let decide = |body: Value| editor.send("POST", "/api/decisions", &body);
    assert_eq!(decide(json!({"verdict": "accept", "statement": charged, "reason": ""})).status, 200);
    let refused = decide(json!({"verdict": "reject", "statement": charged, "reason": ""}));
    assert_eq!(refused.status, 409);
    assert!(refused.text().contains("line 4") && refused.text().contains("line 2"), "{}", refused.text());
    let names = |verdict: &str| {
        let find = |name: &str| {
            json(&editor.server.get(&format!("/api/find?q={name}"), "*/*"))["entities"][0]["iri"].clone()
        };
        decide(json!({"verdict": verdict, "a": find("orrell"), "b": find("finch"), "reason": "why"}))
    };
    let different = names("different");
    assert_eq!(different.status, 200, "{}", different.text());
    assert_eq!(json(&different)["refreshed"], Value::Bool(true), "{}", different.text());
    assert_eq!(names("same").status, 409);
    for (body, status) in [
        (json!({"verdict": "reject", "statement": "http://a.example/x"}), 404),
        (json!({"verdict": "same", "a": "http://a.example/x", "b": "http://a.example/y"}), 404),
        (json!({"verdict": "accept", "a": "http://a.example/x"}), 400),
        (json!({"verdict": "perhaps", "statement": charged}), 400),
    ] {
        let refused = decide(body.clone());
        assert_eq!(refused.status, status, "{body}: {}", refused.text());
    }
}

#[test]
fn nobody_else_decides() {
    let folder = built();
    let editor = Editor::start(folder.path());
    let body = json!({"verdict": "accept", "statement": editor.statement("charged_with")}).to_string();
    let status = |server: &Server, headers: &[(&str, &str)]| {
        let with_type = [headers, &[("Content-Type", "application/json")]].concat();
        server.send("POST", "/api/decisions", &with_type, body.as_bytes()).status
    };
    let token = ("X-Newsgraph-Token", &*editor.token);
    assert_eq!(status(&editor.server, &[]), 403);
    assert_eq!(status(&editor.server, &[("X-Newsgraph-Token", "guess")]), 403);
    assert_eq!(status(&editor.server, &[token, ("Origin", "https://evil.example")]), 403);
    assert_eq!(status(&editor.server, &[token, ("Host", "evil.example")]), 421);
    assert!(!folder.path().join("output/decisions.tsv").exists());
    let only_read = Server::start_in(folder.path(), &[]);
    assert_eq!(status(&only_read, &[token]), 403);
}
