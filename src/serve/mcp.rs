//! The graph for assistants: the Model Context Protocol over standard input and output, one JSON-RPC message a line. The part of
//! it that offers tools is so small that a library would be more than all of this.

use std::io;
use std::io::{BufRead, Write};
use std::path::PathBuf;
use std::sync::mpsc;
use std::thread;

use anyhow::{Context, anyhow};
use serde::Deserialize;
use serde_json::{Value, json};

use crate::index::{Bounds, Stopped, interruptible};

use super::limits::Limits;
use super::served::Served;
use super::server::STACK;
use super::tools;

/// Versions of the protocol in which tools are as they are here, the newest first.
const VERSIONS: [&str; 4] = ["2025-11-25", "2025-06-18", "2025-03-26", "2024-11-05"];

const INSTRUCTIONS: &str = "A knowledge graph of news articles. Every statement in it stands on a sentence of an article, and may be \
                            denied, planned, or only what somebody claims: say so, and name the article, when you use it. Begin \
                            with `find`.";

const PARSE_ERROR: i32 = -32_700;
const INVALID_REQUEST: i32 = -32_600;
const NO_SUCH_METHOD: i32 = -32_601;
const INVALID_PARAMETERS: i32 = -32_602;

#[derive(Deserialize)]
struct Message {
    id: Option<Value>,
    method: Option<String>,
    #[serde(default)]
    params: Value,
}

/// What a request is answered with, if not with a result.
struct Refusal(i32, String);

/// Answers messages until standard input ends.
///
/// # Errors
/// Returns an error where the folder has no graph, or input or output fails.
pub fn run(folder: PathBuf, limits: Limits) -> anyhow::Result<()> {
    let served = Served::new(folder);
    served.graph()?;
    // Queries are read on this thread, and may go deep.
    let listening = thread::Builder::new().stack_size(STACK).spawn(move || listen(&served, limits))?;
    listening.join().map_err(|_| anyhow!("newsgraph has a fault here"))?
}

fn listen(served: &Served, limits: Limits) -> anyhow::Result<()> {
    for line in io::stdin().lock().lines() {
        let line = line.context("cannot read messages from standard input")?;
        if line.trim().is_empty() {
            continue;
        }
        if let Some(answer) = answer(&line, served, limits) {
            let mut out = io::stdout().lock();
            writeln!(out, "{answer}")?;
            out.flush()?;
        }
    }
    Ok(())
}

/// The answer to a message, where it wants one.
fn answer(line: &str, served: &Served, limits: Limits) -> Option<Value> {
    let message = match serde_json::from_str::<Message>(line) {
        Ok(message) => message,
        Err(error) => {
            let code = if error.is_data() { INVALID_REQUEST } else { PARSE_ERROR };
            return Some(refused(Value::Null, Refusal(code, error.to_string())));
        }
    };
    // Notifications have no id, and answers of the client no method.
    let (id, method) = (message.id?, message.method?);
    Some(match result(&method, &message.params, served, limits) {
        Ok(result) => json!({"jsonrpc": "2.0", "id": id, "result": result}),
        Err(refusal) => refused(id, refusal),
    })
}

fn refused(id: Value, Refusal(code, message): Refusal) -> Value {
    json!({"jsonrpc": "2.0", "id": id, "error": {"code": code, "message": message}})
}

fn result(method: &str, parameters: &Value, served: &Served, limits: Limits) -> Result<Value, Refusal> {
    match method {
        "initialize" => {
            let wanted = parameters["protocolVersion"].as_str().unwrap_or_default();
            let version = VERSIONS.iter().find(|version| **version == wanted).unwrap_or(&VERSIONS[0]);
            Ok(json!({
                "protocolVersion": version,
                "capabilities": {"tools": {}},
                "serverInfo": {"name": "newsgraph", "version": env!("CARGO_PKG_VERSION")},
                "instructions": INSTRUCTIONS,
            }))
        }
        "ping" => Ok(json!({})),
        "tools/list" => Ok(json!({"tools": tools::list()})),
        "tools/call" => {
            let name = parameters["name"].as_str().unwrap_or_default();
            let unknown = || Refusal(INVALID_PARAMETERS, format!("there is no tool {name:?}"));
            let tool = tools::Tool::named(name).ok_or_else(unknown)?;
            let arguments = parameters["arguments"].clone();
            let (text, is_error) = match called(tool, &arguments, served, limits) {
                Ok(text) => (text, false),
                Err(why) => (why, true),
            };
            Ok(json!({"content": [{"type": "text", "text": text}], "isError": is_error}))
        }
        other => Err(Refusal(NO_SUCH_METHOD, format!("{other} is not supported"))),
    }
}

/// What a tool answers within its time, or why it does not.
fn called(tool: tools::Tool, arguments: &Value, served: &Served, limits: Limits) -> Result<String, String> {
    let bounds = Bounds::of_memory(limits.memory());
    let (done, is_done) = mpsc::channel::<()>();
    let bounds_of_timer = bounds.clone();
    thread::spawn(move || {
        // Either the tool has answered and its end of the channel is gone, or the time is up.
        if is_done.recv_timeout(limits.time()) == Err(mpsc::RecvTimeoutError::Timeout) {
            bounds_of_timer.stop();
        }
    });
    let answered = interruptible(&bounds, || tool.answer(arguments, served, limits));
    drop(done);
    match answered {
        Ok(answer) => answer.map_err(|problem| problem.message.into_owned()),
        Err(Stopped::Wanted) => Err(format!(
            "no answer within {} seconds, so the work was stopped; ask for less, for instance with LIMIT",
            limits.time().as_secs()
        )),
        Err(Stopped::Memory) => Err("to answer this would take too much memory; ask for less".to_owned()),
    }
}
