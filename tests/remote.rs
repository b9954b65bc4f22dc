//! `export --to` and `query --endpoint` from outside, against a small store that keeps what it is sent, and against
//! newsgraph's own server.

mod serving;

use std::collections::BTreeMap;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::process::Output;
use std::sync::{Arc, Mutex};

use serving::{Server, folder, newsgraph};

/// Graphs by their names, as lines; and how often the store is to fail first.
#[derive(Default)]
struct Kept {
    graphs: BTreeMap<String, String>,
    failures: usize,
    /// Forgets a line of every graph that it is sent.
    is_careless: bool,
}

/// A store that speaks as much of the two protocols as newsgraph needs.
struct TestStore {
    address: String,
    kept: Arc<Mutex<Kept>>,
}

impl TestStore {
    fn start(kept: Kept) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = listener.local_addr().unwrap().to_string();
        let kept = Arc::new(Mutex::new(kept));
        let inside = Arc::clone(&kept);
        std::thread::spawn(move || {
            listener.incoming().flatten().for_each(|stream| answer(stream, &mut inside.lock().unwrap()));
        });
        Self { address, kept }
    }

    fn graphs(&self) -> BTreeMap<String, String> {
        self.kept.lock().unwrap().graphs.clone()
    }
}

fn answer(mut stream: TcpStream, kept: &mut Kept) {
    let mut reader = BufReader::new(stream.try_clone().unwrap());
    let mut line = String::new();
    if reader.read_line(&mut line).unwrap_or(0) == 0 {
        return;
    }
    let (mut length, mut header) = (0, String::new());
    while reader.read_line(&mut header).unwrap() > 2 {
        if let Some(value) = header.to_lowercase().strip_prefix("content-length:") {
            length = value.trim().parse().unwrap();
        }
        header.clear();
    }
    let mut body = vec![0; length];
    reader.read_exact(&mut body).unwrap();
    let body = String::from_utf8(body).unwrap();
    let (method, path) = (line.split(' ').next().unwrap(), line.split(' ').nth(1).unwrap());
    let (status, media_type, text) = if kept.failures > 0 {
        kept.failures -= 1;
        (503, "text/plain", "later".to_owned())
    } else {
        kept.answer(method, path, body)
    };
    let head = format!("HTTP/1.1 {status} X\r\nContent-Type: {media_type}\r\nConnection: close\r\n");
    let _ = write!(stream, "{head}Content-Length: {}\r\n\r\n{text}", text.len());
}

impl Kept {
    fn answer(&mut self, method: &str, path: &str, body: String) -> (u16, &'static str, String) {
        let name = path.split_once("graph=").map_or("", |(_, name)| name).to_owned();
        let lines = "application/n-triples";
        match (method, path.split('?').next().unwrap()) {
            ("GET", "/data") => match self.graphs.get(&name) {
                Some(graph) => (200, lines, graph.clone()),
                None => (404, "text/plain", String::new()),
            },
            ("PUT", "/data") => {
                let forgotten = usize::from(self.is_careless);
                let kept = body.lines().skip(forgotten).map(|line| format!("{line}\n")).collect();
                self.graphs.insert(name, kept);
                (204, lines, String::new())
            }
            ("POST", "/update") => {
                let name = body.split("GRAPH <").nth(1).map_or("", |rest| rest.split('>').next().unwrap());
                let graph = self.graphs.entry(name.to_owned()).or_default();
                match body.starts_with("DROP") {
                    true => graph.clear(),
                    false => body.lines().filter(|line| line.ends_with(" .")).for_each(|line| {
                        graph.push_str(line);
                        graph.push('\n');
                    }),
                }
                (204, lines, String::new())
            }
            ("POST", "/query") => {
                let json = "application/sparql-results+json";
                if body.contains("ASK") {
                    return (200, json, r#"{"head":{},"boolean":false}"#.to_owned());
                }
                let name = body.split("GRAPH <").nth(1).map_or("", |rest| rest.split('>').next().unwrap());
                let count = self.graphs.get(name).map_or(0, |graph| graph.lines().count());
                let value = format!(r#"{{"count":{{"type":"literal","value":"{count}"}}}}"#);
                (200, json, format!(r#"{{"head":{{"vars":["count"]}},"results":{{"bindings":[{value}]}}}}"#))
            }
            _ => (400, "text/plain", "no such thing here".to_owned()),
        }
    }
}

fn run(arguments: &[&str]) -> Output {
    newsgraph(arguments).current_dir(folder()).output().unwrap()
}

fn error(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

/// How many triples the graph's file has, each of its graphs for itself.
fn quads() -> usize {
    std::fs::read_to_string(folder().join("output/graph.nq")).unwrap().lines().count()
}

#[test]
fn a_store_gets_every_graph_and_what_is_there_is_counted() {
    let store = TestStore::start(Kept { failures: 2, ..Kept::default() });
    let to = format!("http://{}/data", store.address);
    let sent = run(&["export", "--to", &to]);
    assert!(sent.status.success(), "{}", error(&sent));
    let told = String::from_utf8_lossy(&sent.stdout).into_owned();
    assert!(told.contains(&format!("has {} triples in", quads())), "{told}");
    let first = store.graphs();
    assert_eq!(first.values().map(|graph| graph.lines().count()).sum::<usize>(), quads());
    // Again: it is its own graph without a name, and nothing is there twice.
    let again = run(&["export", "--to", &to]);
    assert!(again.status.success(), "{}", error(&again));
    assert_eq!(store.graphs(), first);
}

#[test]
fn a_store_that_only_takes_updates_gets_the_same() {
    let store = TestStore::start(Kept::default());
    let sent = run(&["export", "--to", &format!("http://{}/update", store.address), "--update"]);
    assert!(sent.status.success(), "{}", error(&sent));
    assert_eq!(store.graphs().values().map(|graph| graph.lines().count()).sum::<usize>(), quads());
}

#[test]
fn what_others_have_put_there_is_not_overwritten() {
    let others =
        BTreeMap::from([(String::new(), "<http://a.example/s> <http://a.example/p> \"o\" .\n".to_owned())]);
    let store = TestStore::start(Kept { graphs: others.clone(), ..Kept::default() });
    let to = format!("http://{}/data", store.address);
    let refused = run(&["export", "--to", &to]);
    assert_eq!(refused.status.code(), Some(1));
    assert!(error(&refused).contains("--default-graph"), "{}", error(&refused));
    let named = run(&["export", "--to", &to, "--default-graph", "http://a.example/edges"]);
    assert!(named.status.success(), "{}", error(&named));
    assert_eq!(store.graphs()[""], others[""]);
}

#[test]
fn what_does_not_arrive_is_told() {
    let careless = TestStore::start(Kept { is_careless: true, ..Kept::default() });
    let lost = run(&["export", "--to", &format!("http://{}/data", careless.address)]);
    assert_eq!(lost.status.code(), Some(1));
    assert!(error(&lost).contains("the store has"), "{}", error(&lost));
    let wrong = run(&["export", "--to", &format!("http://{}/elsewhere", careless.address)]);
    assert!(
        error(&wrong).contains("answers 400") && error(&wrong).contains("no such thing"),
        "{}",
        error(&wrong)
    );
    let nobody = run(&["query", "ASK {}", "--endpoint", "http://127.0.0.1:9/sparql"]);
    assert!(error(&nobody).contains("does not answer"), "{}", error(&nobody));
}

#[test]
fn an_endpoint_answers_as_the_graph_itself_does() {
    let server = Server::start(&[]);
    let endpoint = format!("http://{}/sparql", server.address);
    for arguments in [
        &["query", "edges", "--format", "csv"][..],
        &["query", "ASK { ?s a ng:Person }"],
        &["query", "SELECT ?n (COUNT(?s) AS ?c) { ?s rdfs:label ?n } GROUP BY ?n ORDER BY ?n LIMIT 5"],
        &["query", "SELECT ?n { ?s rdfs:label ?n } ORDER BY ?n LIMIT 5", "--format", "xml"],
        &["query", "CONSTRUCT { ?s rdfs:label ?n } { ?s rdfs:label ?n }"],
    ] {
        let lines = |output: Output| {
            assert!(output.status.success(), "{arguments:?}: {}", error(&output));
            let mut lines: Vec<String> =
                String::from_utf8_lossy(&output.stdout).lines().map(str::to_owned).collect();
            lines.sort();
            lines
        };
        let asked = run(&[arguments, &["--endpoint", &endpoint]].concat());
        assert_eq!(lines(asked), lines(run(arguments)), "{arguments:?}");
    }
    let wrong = run(&["query", "SELECT ?a { ?a", "--endpoint", &endpoint]);
    assert!(error(&wrong).contains("answers 400") && error(&wrong).contains("line 1"), "{}", error(&wrong));
}
