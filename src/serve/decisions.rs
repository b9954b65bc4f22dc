//! Decisions in the browser: written into `decisions.tsv` as `review` writes them, and the graph made anew of what is remembered
//! of its articles, as `add` and `remove` do. Only who has the link that the server printed may decide: a page from
//! elsewhere does not know its token, and may not send it.

use std::fs;
use std::path::Path;
use std::sync::{Mutex, PoisonError};

use anyhow::Context;
use hyper::StatusCode;
use hyper::header::{CONTENT_TYPE, HOST, ORIGIN};
use hyper::http::request::Parts;
use serde::Deserialize;
use serde_json::{Value, json};

use crate::decisions::DecisionError;
use crate::files::asked::AskedGraph;
use crate::files::deciding::DecisionArguments;
use crate::files::decision_file::DecisionFile;
use crate::files::graph_ontology::ontology_of;
use crate::graph::GraphPart;
use crate::living::Living;
use crate::ontology::Ontology;
use crate::story::Statement;
use crate::vocabulary::local_name;

use super::problem::Problem;
use super::served::{Graph, Served};

/// The header that bears the token.
const TOKEN: &str = "x-newsgraph-token";

/// Where decisions are made.
pub struct Desk {
    token: String,
    /// What was added since the server began, the last of it last: so much can be taken back.
    added: Mutex<Vec<String>>,
}

/// What the user wants.
pub enum Wish {
    List,
    Decide(Vec<u8>),
    TakeBack,
}

/// A decision as the page sends it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Sent {
    verdict: Verdict,
    statement: Option<String>,
    a: Option<String>,
    b: Option<String>,
    #[serde(default)]
    reason: String,
}

#[derive(Clone, Copy, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Verdict {
    Accept,
    Reject,
    Same,
    Different,
}

impl Verdict {
    fn word(self) -> &'static str {
        match self {
            Self::Accept => "accept",
            Self::Reject => "reject",
            Self::Same => "same",
            Self::Different => "different",
        }
    }
}

impl Desk {
    /// A desk with a token that nobody can guess.
    ///
    /// # Errors
    /// Returns an error where the system has no random numbers.
    pub fn new() -> anyhow::Result<Self> {
        let mut bytes = [0; 16];
        getrandom::fill(&mut bytes).map_err(|error| anyhow::anyhow!("no random numbers: {error}"))?;
        let token = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
        Ok(Self { token, added: Mutex::default() })
    }

    pub fn token(&self) -> &str {
        &self.token
    }

    /// Refuses whoever may not decide.
    ///
    /// # Errors
    /// Returns a problem that says what is missing.
    pub fn check(&self, request: &Parts, is_sending: bool) -> Result<(), Problem> {
        let header = |name: &str| request.headers.get(name).and_then(|value| value.to_str().ok());
        let (origin, host) = (header(ORIGIN.as_str()), header(HOST.as_str()).unwrap_or_default());
        if origin.is_some_and(|origin| origin != format!("http://{host}")) {
            return Err(Problem::forbidden("pages from elsewhere decide nothing here"));
        }
        if header(TOKEN) != Some(&*self.token) {
            let message = "the token is missing or wrong, so nothing is decided";
            return Err(Problem::forbidden(message));
        }
        let media_type = header(CONTENT_TYPE.as_str()).and_then(|value| value.split(';').next());
        if is_sending && media_type.map(str::trim) != Some("application/json") {
            let message = "send the decision as application/json";
            return Err(Problem::new(StatusCode::UNSUPPORTED_MEDIA_TYPE, message));
        }
        Ok(())
    }

    /// Does what the user wants.
    ///
    /// # Errors
    /// Returns a problem where it cannot be done; nothing has changed then.
    pub fn answer(&self, served: &Served, wish: Wish) -> Result<Value, Problem> {
        // One after the other: each reads the file, writes it and makes the graph anew.
        let mut added = self.added.lock().unwrap_or_else(PoisonError::into_inner);
        let graph = served.graph()?;
        let ontology = ontology(&graph)?;
        let file =
            DecisionFile { path: DecisionArguments::default().path(served.folder()), ontology: &ontology };
        match wish {
            Wish::List => list(&file),
            Wish::Decide(body) => {
                let sent: Sent = serde_json::from_slice(&body).map_err(|error| {
                    Problem::bad_request(format!(
                        "{error}; send {{\"verdict\": \"accept|reject\", \"statement\": IRI, \"reason\": …}} or {{\"verdict\": \
                         \"same|different\", \"a\": IRI, \"b\": IRI, \"reason\": …}}"
                    ))
                })?;
                let (comment, line) = sent.lines(&graph)?;
                added.push(file.add(&comment, &line).map_err(refused)?);
                Ok(made_anew(served.folder(), &line))
            }
            Wish::TakeBack => {
                let last = added.last().ok_or_else(|| {
                    Problem::new(StatusCode::CONFLICT, "nothing was decided since the server began")
                })?;
                file.take_back(last)
                    .map_err(|error| Problem::new(StatusCode::CONFLICT, format!("{error:#}")))?;
                let line = last.lines().last().unwrap_or_default().to_owned();
                added.pop();
                Ok(made_anew(served.folder(), &line))
            }
        }
    }
}

impl Sent {
    /// A comment for whoever reads the file, and the decision.
    fn lines(&self, graph: &Graph) -> Result<(String, String), Problem> {
        let (word, reason) = (self.verdict.word(), self.reason.trim().replace('\t', " "));
        match (self.verdict, &self.statement, &self.a, &self.b) {
            (Verdict::Accept | Verdict::Reject, Some(iri), None, None) => {
                let statement = statement(graph, iri)?;
                let line = format!("{word}\t{}\t{reason}", local_name(&statement.id));
                Ok((told(&statement), line.trim_end().to_owned()))
            }
            (Verdict::Same | Verdict::Different, None, Some(one), Some(other)) => {
                let (of_one, of_other) = (label(graph, one)?, label(graph, other)?);
                let reason = if reason.is_empty() { String::new() } else { format!(": {reason}") };
                Ok((format!("{of_one} / {of_other}{reason}"), format!("{word}\t{one}\t{other}")))
            }
            _ => Err(Problem::bad_request(
                "accept and reject need a statement, same and different need a and b, and nothing else",
            )),
        }
    }
}

fn ontology(graph: &Graph) -> anyhow::Result<Ontology> {
    ontology_of(&GraphPart::new(&graph.index()?)?.finish())
}

fn statement(graph: &Graph, iri: &str) -> Result<Statement, Problem> {
    let unknown = || Problem::not_found(format!("the graph has no statement <{iri}>"));
    let asked = AskedGraph::new(graph.folder().path(), graph.file())?;
    let (_, story) = asked.statement(Some(iri), "")?.ok_or_else(unknown)?;
    story.statements.into_iter().next().ok_or_else(unknown)
}

fn label(graph: &Graph, iri: &str) -> Result<String, Problem> {
    let found = graph.finder()?.label(iri);
    found.map(str::to_owned).ok_or_else(|| Problem::not_found(format!("the graph has no entity <{iri}>")))
}

/// A statement on one line.
fn told(statement: &Statement) -> String {
    let subject = statement.subject.as_ref().map_or("–", |subject| &subject.label);
    let object = statement.object.as_ref().map_or("", |object| object.label());
    let (path, sentence) = (&statement.document.path, &statement.sentence.text);
    format!("{subject} {} {object} ({path}): {sentence}", statement.relation)
}

/// What contradicts other lines, or is no decision.
fn refused(error: anyhow::Error) -> Problem {
    if error.is::<DecisionError>() {
        Problem::new(StatusCode::CONFLICT, format!("not written: {error:#}"))
    } else {
        Problem::internal(&error)
    }
}

/// The decisions of the file, with its lines, and the comments above them.
fn list(file: &DecisionFile<'_>) -> Result<Value, Problem> {
    let decisions = file.decisions()?;
    let text = fs::read_to_string(&file.path).unwrap_or_default();
    let lines: Vec<&str> = text.lines().collect();
    let line = |number: usize| lines.get(number.wrapping_sub(1)).copied().unwrap_or_default();
    let comment = |number: usize| line(number.wrapping_sub(1)).strip_prefix("# ");
    let mut all: Vec<(usize, Value)> = Vec::new();
    for decision in decisions.statements() {
        let reason = line(decision.line).splitn(3, '\t').nth(2).unwrap_or_default();
        let value = json!({
            "line": decision.line, "verdict": decision.ruling.name(), "statement": decision.statement,
            "reason": reason, "comment": comment(decision.line),
        });
        all.push((decision.line, value));
    }
    for decision in decisions.names() {
        let verdict = line(decision.line).split('\t').next().unwrap_or_default();
        let value = json!({
            "line": decision.line, "verdict": verdict, "a": decision.one.to_string(),
            "b": decision.other.to_string(), "comment": comment(decision.line),
        });
        all.push((decision.line, value));
    }
    all.sort_by_key(|(line, _)| *line);
    Ok(Value::from_iter(all.into_iter().map(|(_, value)| value)))
}

/// Makes the graph anew as it is decided now. Where that cannot be done without reading articles, the decision waits for the next
/// build, and the answer says so.
fn made_anew(folder: &Path, line: &str) -> Value {
    let made = Living::open(folder, &DecisionArguments::default())
        .and_then(|living| living.write_again(folder))
        .context("the decision is kept, and takes effect with the next `newsgraph build`");
    match made {
        Ok(()) => json!({"decision": line, "refreshed": true}),
        Err(error) => json!({"decision": line, "refreshed": false, "note": format!("{error:#}")}),
    }
}

#[cfg(test)]
mod tests {
    use hyper::Request;

    use super::*;

    #[test]
    fn only_the_page_itself_decides_and_only_with_the_token() {
        let desk = Desk::new().unwrap();
        assert_ne!(desk.token(), Desk::new().unwrap().token());
        let status = |token: &str, origin: Option<&str>, media_type: &str| {
            let mut request = Request::post("/api/decisions").header(HOST, "localhost:7878");
            request = request.header(TOKEN, token).header(CONTENT_TYPE, media_type);
            if let Some(origin) = origin {
                request = request.header(ORIGIN, origin);
            }
            let (head, ()) = request.body(()).unwrap().into_parts();
            desk.check(&head, true).map_err(|problem| problem.status.as_u16())
        };
        let (own, json) = (Some("http://localhost:7878"), "application/json");
        assert_eq!(status(desk.token(), own, json), Ok(()));
        assert_eq!(status(desk.token(), None, "application/json; charset=utf-8"), Ok(()));
        assert_eq!(status(desk.token(), Some("https://evil.example"), json), Err(403));
        assert_eq!(status(desk.token(), Some("http://localhost:1"), json), Err(403));
        assert_eq!(status("guess", own, json), Err(403));
        assert_eq!(status(desk.token(), own, "text/plain"), Err(415));
    }
}
