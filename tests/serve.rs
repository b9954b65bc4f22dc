//! `newsgraph serve` from outside: the program itself, over TCP, as other programs and browsers meet it.

mod serving;

use std::process::Command;
use std::time::{Duration, Instant};

use serde_json::Value;

use serving::{Server, folder, json, newsgraph};

const JSON: &str = "application/sparql-results+json";
const ASK: &str = "/sparql?query=ASK%7B%3Fs%20%3Fp%20%3Fo%7D";

/// The address of a query.
fn asking(query: &str) -> String {
    let encoded: String = query.bytes().map(|byte| format!("%{byte:02X}")).collect();
    format!("/sparql?query={encoded}")
}

#[test]
fn a_query_comes_in_three_ways_and_is_answered_in_the_form_that_is_wanted() {
    let server = Server::start(&[]);
    let query = "SELECT ?l { ?s a ng:Person ; rdfs:label ?l } ORDER BY ?l LIMIT 3";
    let by_get = server.get(&asking(query), JSON);
    assert_eq!((by_get.status, by_get.header("content-type")), (200, Some(JSON)));
    assert_eq!(json(&by_get)["results"]["bindings"].as_array().unwrap().len(), 3);
    let post = |content_type: &str, body: &str| {
        server.send("POST", "/sparql", &[("Content-Type", content_type), ("Accept", JSON)], body.as_bytes())
    };
    assert_eq!(post("application/sparql-query", query).body, by_get.body);
    let form = asking(query).split_once('?').unwrap().1.to_owned();
    assert_eq!(post("application/x-www-form-urlencoded", &form).body, by_get.body);
    for (accept, content_type, begins) in [
        ("application/sparql-results+xml", "application/sparql-results+xml", "<?xml"),
        ("text/csv", "text/csv; charset=utf-8", "l\r\n"),
        ("text/tab-separated-values", "text/tab-separated-values; charset=utf-8", "?l\n"),
        ("text/csv;q=0.3, application/json;q=0.4", "application/json", "{"),
        ("*/*", JSON, "{"),
    ] {
        let answer = server.get(&asking(query), accept);
        assert_eq!((answer.status, answer.header("content-type")), (200, Some(content_type)), "{accept}");
        assert!(answer.text().starts_with(begins), "{accept}: {}", answer.text());
    }
    for (accept, begins) in [
        ("text/turtle", "@"),
        ("application/n-triples", "<"),
        ("application/rdf+xml", "<?xml"),
        ("application/ld+json", "{"),
        ("application/trig", "@"),
        ("application/n-quads", "<"),
    ] {
        let answer = server.get(&asking("CONSTRUCT { ?s a ?t } { ?s a ?t } LIMIT 5"), accept);
        assert_eq!(answer.status, 200, "{accept}");
        assert!(answer.text().starts_with(begins), "{accept}: {}", answer.text());
    }
    assert_eq!(json(&server.get(ASK, JSON))["boolean"], Value::Bool(true));
    let head = server.send("HEAD", ASK, &[], b"");
    assert_eq!((head.status, head.body.len()), (200, 0));
    assert!(head.header("content-length").is_some_and(|length| length != "0"));
}

#[test]
fn what_is_wrong_is_told_by_its_status_and_in_words() {
    let server = Server::start(&[]);
    let refused =
        |method: &str, path: &str, headers: &[(&str, &str)], body: &str, status: u16, word: &str| {
            let answer = server.send(method, path, headers, body.as_bytes());
            assert_eq!(answer.status, status, "{method} {path}: {}", answer.text());
            assert!(answer.text().contains(word), "{method} {path}: {}", answer.text());
        };
    refused("GET", &asking("SELECT ?a {\n ?a ng:x } }"), &[], "", 400, "line 2, column 10: cannot go on");
    refused("GET", &asking("SELECT * { SERVICE SILENT <http://a.example/> {} }"), &[], "", 403, "SERVICE");
    refused("GET", &asking("SELECT * { SERVICE <http://a.example/> {} }"), &[], "", 403, "SERVICE");
    refused("GET", &asking("CLEAR ALL"), &[], "", 403, "read only");
    refused("GET", "/sparql?query=a&query=b", &[], "", 400, "more than once");
    refused("GET", &format!("{ASK}&default-graph-uri=x"), &[], "", 400, "no absolute IRI");
    refused("GET", ASK, &[("Accept", "image/png")], "", 406, "application/sparql-results+json");
    refused("DELETE", "/sparql", &[], "", 405, "GET, HEAD, POST");
    refused("PUT", "/graphs?default", &[], "", 405, "GET, HEAD");
    refused("POST", "/sparql", &[("Content-Type", "text/plain")], "ASK {}", 415, "application/sparql-query");
    refused(
        "POST",
        "/sparql",
        &[("Content-Type", "application/sparql-update")],
        "CLEAR ALL",
        403,
        "articles",
    );
    refused("GET", &format!("/sparql?query={}", "x".repeat(40_000)), &[], "", 414, "POST");
    refused("GET", "/nowhere", &[], "", 404, "nothing at /nowhere");
    refused("GET", "/entity?iri=http://a.example/x", &[], "", 404, "says nothing");
    refused("GET", "/api/picture", &[], "", 400, "about is missing");
    refused("GET", "/health", &[("Host", "evil.example")], "", 421, "localhost");
    let deep = format!("ASK {{ FILTER ({}1{}) }}", "(".repeat(400), ")".repeat(400));
    refused("GET", &asking(&deep), &[], "", 400, "brackets");
}

/// Queries that would go on for hours, each in another operator; some of them touch no quad while they do.
const ENDLESS: [&str; 10] = [
    "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }",
    "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i FILTER (CONCAT(STR(?a), STR(?d), STR(?g)) = 'x') }",
    "SELECT DISTINCT ?b ?e { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }",
    "SELECT ?b (COUNT(?d) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i } GROUP BY ?b",
    "SELECT (COUNT(*) AS ?n) { ?a ?b ?c OPTIONAL { ?d ?e ?f OPTIONAL { ?g ?h ?i } } }",
    "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i MINUS { ?a ng:x ?y . ?d ng:z ?w } }",
    "SELECT (COUNT(*) AS ?n) { ?a ?b ?c FILTER NOT EXISTS { ?d ?e ?f . ?g ?h ?i FILTER (CONCAT(STR(?a), STR(?d), STR(?g)) = 'x') } }",
    "SELECT (COUNT(*) AS ?n) { ?a (!ng:x)* ?b . ?c (!ng:x)* ?d . ?e (!ng:x)* ?f }",
    "SELECT (MAX(CONCAT(STR(?a), STR(?d))) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }",
    "CONSTRUCT { ?a ?e ?i } { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i FILTER (CONCAT(STR(?a), STR(?d), STR(?g)) = 'x') }",
];

#[test]
fn whose_time_is_up_is_stopped_in_every_operator() {
    let server = Server::start(&["--timeout", "1"]);
    let values: String = (0..1000).map(|number| format!(" {number}")).collect();
    let without_quads = format!(
        "SELECT * {{ VALUES ?a {{{values} }} VALUES ?b {{{values} }} VALUES ?c {{{values} }} VALUES ?d {{{values} }} \
         FILTER (?a + ?b + ?c + ?d < 0) }}"
    );
    for query in ENDLESS.into_iter().chain([&*without_quads]) {
        let begun = Instant::now();
        let headers = [("Content-Type", "application/sparql-query")];
        let answer = server.send("POST", "/sparql", &headers, query.as_bytes());
        assert_eq!(answer.status, 503, "{query}: {}", answer.text());
        assert!(answer.text().contains("--timeout") && answer.header("retry-after").is_some());
        assert!(begun.elapsed() < Duration::from_secs(5), "{query}: {:?}", begun.elapsed());
    }
    server.is_idle_within(Duration::from_secs(5));
}

#[test]
fn whoever_hangs_up_is_not_worked_for_any_more() {
    let server = Server::start(&[]);
    let stream = server.begin("GET", &asking(ENDLESS[0]), &[], b"");
    std::thread::sleep(Duration::from_millis(300));
    drop(stream);
    server.is_idle_within(Duration::from_secs(5));
}

#[test]
fn limits_are_told_with_the_option_that_changes_them() {
    let server = Server::start(&["--max-rows", "10", "--max-body", "500", "--timeout", "2"]);
    let ten = server.get(&asking("SELECT * { ?s ?p ?o } LIMIT 10"), JSON);
    assert_eq!(ten.status, 200);
    for query in ["SELECT * { ?s ?p ?o } LIMIT 11", "CONSTRUCT { ?s ?p ?o } { ?s ?p ?o } LIMIT 11"] {
        let more = server.get(&asking(query), "*/*");
        assert_eq!(more.status, 422);
        assert!(
            more.text().contains("more than 10") && more.text().contains("--max-rows"),
            "{}",
            more.text()
        );
    }
    let long = format!("ASK {{}} # {}", "x".repeat(500));
    let headers = [("Content-Type", "application/sparql-query")];
    let too_long = server.send("POST", "/sparql", &headers, long.as_bytes());
    assert_eq!(too_long.status, 413);
    assert!(too_long.text().contains("--max-body"), "{}", too_long.text());
    // A body that is promised and does not come.
    let late = server.begin("POST", "/sparql", &[headers[0], ("Content-Length", "100")], b"ASK").finish();
    assert_eq!(late.status, 408);
}

#[test]
fn a_query_that_takes_too_much_memory_is_stopped() {
    let server = Server::start(&["--max-memory", "50"]);
    let query = "SELECT ?a ?d { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i } ORDER BY ?a";
    let answer = server.get(&asking(query), JSON);
    assert_eq!(answer.status, 422, "{}", answer.text());
    assert!(answer.text().contains("--max-memory"), "{}", answer.text());
    assert_eq!(server.get(ASK, JSON).status, 200);
}

#[test]
fn so_many_connections_and_no_more() {
    let server = Server::start(&["--max-connections", "2"]);
    let open: Vec<_> = (0..2).map(|_| server.connect()).collect();
    // They count once they are accepted, which takes its time.
    std::thread::sleep(Duration::from_millis(200));
    let refused = server.get("/health", "*/*");
    assert_eq!(refused.status, 503);
    assert!(refused.text().contains("--max-connections"), "{}", refused.text());
    drop(open);
    std::thread::sleep(Duration::from_millis(200));
    assert_eq!(server.get("/health", "*/*").status, 200);
}

#[test]
fn who_waits_for_a_place_is_served_when_there_is_one_or_told() {
    let server = Server::start(&["--max-queries", "1", "--timeout", "2"]);
    let first = server.begin("GET", &asking(ENDLESS[0]), &[], b"");
    std::thread::sleep(Duration::from_millis(1000));
    // Its second passes while the first still has one, and the place is free then.
    let second = server.begin("GET", ASK, &[], b"");
    assert_eq!(first.finish().status, 503);
    assert_eq!(second.finish().status, 200);
}

#[test]
fn graphs_are_chosen_beside_the_query() {
    let server = Server::start(&[]);
    let graphs = json(&server.get(&asking("SELECT DISTINCT ?g { GRAPH ?g { ?s ?p ?o } } ORDER BY ?g"), JSON));
    let first = graphs["results"]["bindings"][0]["g"]["value"].as_str().unwrap().to_owned();
    let count = |address: &str| {
        let answer = json(&server.get(address, JSON));
        let value = answer["results"]["bindings"][0]["n"]["value"].as_str().unwrap().to_owned();
        value.parse::<usize>().unwrap()
    };
    let all = asking("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }");
    let named = asking("SELECT (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } }");
    let within = count(&format!("{all}&default-graph-uri={first}"));
    assert!(within > 0 && within < count(&all));
    assert_eq!(count(&format!("{named}&named-graph-uri={first}")), within);
    assert_eq!(count(&format!("{all}&named-graph-uri={first}")), 0);
    let stored = server.get(&format!("/graphs?graph={first}"), "application/n-triples");
    assert_eq!((stored.status, stored.text().lines().count()), (200, within));
    let unnamed = server.get("/graphs?default", "application/n-triples");
    assert!(unnamed.text().lines().count() > 10);
    let whole = server.get("/graphs", "application/n-quads");
    assert_eq!(whole.body, std::fs::read(folder().join("output/graph.nq")).unwrap());
    assert_eq!(server.get("/graphs?graph=http://a.example/x", "*/*").status, 404);
}

#[test]
fn an_endpoint_without_a_query_describes_itself() {
    let server = Server::start(&[]);
    let described = server.get("/sparql", "text/turtle");
    for word in ["sd:Service", "sd:UnionDefaultGraph", "sd:SPARQL11Query", "formats:SPARQL_Results_JSON"] {
        assert!(described.text().contains(word), "{}", described.text());
    }
}

#[test]
fn iris_lead_to_data_and_browsers_to_the_page() {
    let server = Server::start(&[]);
    let found = json(&server.get("/api/find?q=royal%20navy&limit=1", "*/*"));
    let iri = found["entities"][0]["iri"].as_str().unwrap();
    let path = format!("/id/{}", iri.rsplit('/').next().unwrap());
    let to_page = server.get(&path, "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8");
    assert_eq!((to_page.status, to_page.header("vary")), (303, Some("Accept")));
    assert_eq!(to_page.header("location"), Some(&*format!("/#/entity?iri={iri}")));
    let to_data = server.get(&path, "text/turtle");
    assert_eq!(to_data.status, 303);
    let data = server.get(to_data.header("location").unwrap(), "text/turtle");
    assert_eq!(data.status, 200);
    let command =
        newsgraph(&["export", "--about", iri, "--format", "turtle"]).current_dir(folder()).output().unwrap();
    assert_eq!(data.body, command.stdout);
    let linked = server.get(&format!("/entity?iri={iri}"), "application/ld+json");
    assert!(json(&linked).is_object() || json(&linked).is_array());
    let statement = json(&server.get(&asking("SELECT ?s { ?s a ng:Statement } LIMIT 1"), JSON));
    let statement = statement["results"]["bindings"][0]["s"]["value"].as_str().unwrap();
    let of_statement = server.get(&format!("/entity?iri={statement}"), "text/turtle");
    assert!(of_statement.text().contains("ng:polarity"), "{}", of_statement.text());
    assert_eq!(server.get("/id/no-such-thing", "text/turtle").status, 404);
}

#[test]
fn the_page_gets_what_commands_write() {
    let server = Server::start(&[]);
    let command = |arguments: &[&str]| -> Value {
        let output = newsgraph(arguments).current_dir(folder()).output().unwrap();
        serde_json::from_slice(&output.stdout).unwrap()
    };
    let get = |path: &str| {
        let answer = server.get(path, "*/*");
        assert_eq!((answer.status, answer.header("content-type")), (200, Some("application/json")), "{path}");
        json(&answer)
    };
    let found = get("/api/find?q=navy");
    assert_eq!(found["entities"], command(&["find", "navy", "--format", "json"]));
    let iri = found["entities"][0]["iri"].as_str().unwrap().to_owned();
    for list in ["conflicts", "timeline"] {
        assert_eq!(get(&format!("/api/{list}")), command(&[list, "--format", "json"]));
        let about = get(&format!("/api/{list}?about={iri}"));
        assert_eq!(about, command(&[list, "--about", &iri, "--format", "json"]), "{list}");
    }
    let everything = get("/api/find?q=&limit=2");
    assert_eq!(everything["entities"].as_array().unwrap().len(), 2);
    let queries = get("/api/queries");
    assert!(queries.as_array().unwrap().iter().all(|query| {
        ["name", "text", "description"]
            .iter()
            .all(|key| query[key].as_str().is_some_and(|text| !text.is_empty()))
    }));
    let about = get("/api/about");
    assert_eq!((&about["title"], &about["edit"]), (&Value::from("output"), &Value::Bool(false)));
    assert_eq!(about["entities"], everything["total"]);
    let lines = std::fs::read_to_string(folder().join("output/statements.jsonl")).unwrap().lines().count();
    assert_eq!(about["statements"], lines);
    let picture = server.get(&format!("/api/picture?about={iri}"), "image/svg+xml");
    assert_eq!(picture.header("content-type"), Some("image/svg+xml"));
    assert!(
        picture.text().contains("<svg")
            && picture
                .text()
                .contains(found["entities"][0]["label"].as_str().unwrap().split(' ').next().unwrap())
    );
    assert!(picture.header("content-security-policy").unwrap().contains("sandbox"));
}

#[test]
fn the_page_is_kept_from_loading_anything_from_elsewhere() {
    let server = Server::start(&[]);
    for path in ["/", "/explorer.js", "/explorer.css"] {
        let answer = server.get(path, "*/*");
        assert_eq!(answer.status, 200, "{path}");
        assert!(answer.header("content-security-policy").unwrap().starts_with("default-src 'self'"));
        assert_eq!(answer.header("x-content-type-options"), Some("nosniff"));
        assert_eq!(answer.header("referrer-policy"), Some("no-referrer"));
        assert_eq!(answer.header("access-control-allow-origin"), None);
    }
    let open = Server::start(&["--allow-origin", "https://a.example"]);
    let answer = open.get(ASK, JSON);
    assert_eq!(answer.header("access-control-allow-origin"), Some("https://a.example"));
    let before = open.send("OPTIONS", "/sparql", &[("Origin", "https://a.example")], b"");
    assert_eq!(before.status, 204);
    assert!(before.header("access-control-allow-methods").unwrap().contains("POST"));
}

#[test]
fn a_graph_that_was_made_anew_is_served_at_once() {
    let own = tempfile::tempdir().unwrap();
    let articles = own.path().join("a.txt");
    let build = |text: &str| {
        std::fs::write(&articles, text).unwrap();
        let built = newsgraph(&["build", "a.txt", "--quick"]).current_dir(own.path()).output().unwrap();
        assert!(built.status.success(), "{}", String::from_utf8_lossy(&built.stderr));
    };
    build("Police arrested Martin Orrell in Bristol on Tuesday evening.");
    let server = Server::start_in(own.path(), &[]);
    let found = |name: &str| json(&server.get(&format!("/api/find?q={name}"), "*/*"))["total"].clone();
    assert_eq!((found("orrell"), found("finch")), (1.into(), 0.into()));
    build("Police arrested Ada Finch in Bristol on Tuesday evening.");
    assert_eq!((found("orrell"), found("finch")), (0.into(), 1.into()));
}

#[test]
#[cfg(unix)]
fn it_ends_when_it_is_told_to_and_running_queries_with_it() {
    let mut server = Server::start(&[]);
    let running = server.begin("GET", &asking(ENDLESS[0]), &[], b"");
    std::thread::sleep(Duration::from_millis(300));
    let begun = Instant::now();
    assert!(Command::new("kill").arg(server.process.id().to_string()).status().unwrap().success());
    let answer = running.finish();
    assert_eq!(answer.status, 503);
    assert!(answer.text().contains("ending"), "{}", answer.text());
    assert!(server.process.wait().unwrap().success());
    assert!(begun.elapsed() < Duration::from_secs(5));
}

#[test]
fn where_there_is_no_graph_nothing_is_served() {
    let empty = tempfile::tempdir().unwrap();
    let output = newsgraph(&["serve", "--bind", "127.0.0.1:0"]).current_dir(empty.path()).output().unwrap();
    assert_eq!(output.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&output.stderr).contains("make it with `newsgraph build`"));
    let server = Server::start(&[]);
    let taken = newsgraph(&["serve", "--bind", &server.address]).current_dir(folder()).output().unwrap();
    assert!(String::from_utf8_lossy(&taken.stderr).contains("--bind"), "the place is taken");
}
