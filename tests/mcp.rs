//! `newsgraph serve --mcp` from outside: what an assistant's program sends and gets, line by line.

mod serving;

use std::io::{BufRead, BufReader, Write};
use std::process::{Child, ChildStdin, ChildStdout, Stdio};

use serde_json::{Value, json};

use serving::{folder, newsgraph};

struct Assistant {
    process: Child,
    input: ChildStdin,
    output: BufReader<ChildStdout>,
    number: u64,
}

impl Assistant {
    fn start(options: &[&str]) -> Self {
        let mut process = newsgraph(&["serve", "--mcp"])
            .args(options)
            .current_dir(folder())
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let input = process.stdin.take().unwrap();
        let output = BufReader::new(process.stdout.take().unwrap());
        Self { process, input, output, number: 0 }
    }

    fn line(&mut self, line: &str) -> Value {
        writeln!(self.input, "{line}").unwrap();
        let mut answer = String::new();
        self.output.read_line(&mut answer).unwrap();
        serde_json::from_str(&answer).unwrap_or_else(|error| panic!("{error}: {answer:?}"))
    }

    fn ask(&mut self, method: &str, parameters: Value) -> Value {
        self.number += 1;
        let message = json!({"jsonrpc": "2.0", "id": self.number, "method": method, "params": parameters});
        let answer = self.line(&message.to_string());
        assert_eq!((&answer["jsonrpc"], &answer["id"]), (&json!("2.0"), &json!(self.number)));
        answer
    }

    /// The text of a tool's answer, and whether it is an error.
    fn call(&mut self, tool: &str, arguments: Value) -> (String, bool) {
        let answer = self.ask("tools/call", json!({"name": tool, "arguments": arguments}));
        let result = &answer["result"];
        (result["content"][0]["text"].as_str().unwrap().to_owned(), result["isError"].as_bool().unwrap())
    }
}

#[test]
fn an_assistant_learns_what_there_is_and_asks_it() {
    let mut assistant = Assistant::start(&[]);
    let hello = assistant.ask("initialize", json!({"protocolVersion": "2025-06-18", "capabilities": {}}));
    assert_eq!(hello["result"]["protocolVersion"], "2025-06-18");
    assert_eq!(hello["result"]["serverInfo"]["name"], "newsgraph");
    // A notification is not answered: the next answer is that of the ping.
    writeln!(assistant.input, r#"{{"jsonrpc":"2.0","method":"notifications/initialized"}}"#).unwrap();
    assert_eq!(assistant.ask("ping", json!({}))["result"], json!({}));
    let tools = assistant.ask("tools/list", json!({}));
    let names: Vec<&str> = tools["result"]["tools"]
        .as_array()
        .unwrap()
        .iter()
        .map(|tool| tool["name"].as_str().unwrap())
        .collect();
    assert_eq!(names, ["find", "facts_about", "sentences_for", "disagreements", "sparql"]);

    let (found, is_error) = assistant.call("find", json!({"text": "royal nav", "limit": 1}));
    assert!(!is_error && found.contains("Royal Navy"), "{found}");
    let (facts, _) = assistant.call("facts_about", json!({"entity": "Royal Navy"}));
    let facts: Value = serde_json::from_str(&facts).unwrap();
    let first = &facts["statements"][0];
    assert!(
        first["relation"].is_string() && first["denied"].is_boolean() && first["article"]["path"].is_string()
    );
    let relation = first["relation"].as_str().unwrap();
    let (sentences, _) =
        assistant.call("sentences_for", json!({"entity": "royal navy", "relation": relation}));
    let sentences: Value = serde_json::from_str(&sentences).unwrap();
    assert!(sentences["total"].as_u64().unwrap() > 0);
    assert!(sentences["statements"].as_array().unwrap().iter().all(|one| one["relation"] == relation));
    let (disagreements, is_error) = assistant.call("disagreements", json!({}));
    assert!(!is_error && serde_json::from_str::<Value>(&disagreements).unwrap().is_array());
    let (rows, _) = assistant.call("sparql", json!({"query": "SELECT (1 AS ?n) {}"}));
    assert_eq!(rows, "n\r\n1\r\n");
    drop(assistant.input);
    assert!(assistant.process.wait().unwrap().success());
}

#[test]
fn what_is_wrong_is_told_and_does_no_harm() {
    let mut assistant = Assistant::start(&["--timeout", "1"]);
    assert_eq!(assistant.line("{")["error"]["code"], -32_700);
    assert_eq!(assistant.ask("nothing/such", json!({}))["error"]["code"], -32_601);
    assert_eq!(assistant.ask("tools/call", json!({"name": "shell"}))["error"]["code"], -32_602);
    for (tool, arguments, word) in [
        ("facts_about", json!({}), "entity is missing"),
        ("facts_about", json!({"entity": "no such name at all"}), "try `find`"),
        ("sparql", json!({"query": "SELECT ?a { ?a"}), "line 1"),
        ("sparql", json!({"query": "CLEAR ALL"}), "read only"),
        (
            "sparql",
            json!({"query": "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"}),
            "1 seconds",
        ),
    ] {
        let (text, is_error) = assistant.call(tool, arguments.clone());
        assert!(is_error && text.contains(word), "{tool} {arguments}: {text}");
    }
    assert!(assistant.ask("ping", json!({}))["result"].is_object());
    let _ = assistant.process.kill();
    let _ = assistant.process.wait();
}
