//! `newsgraph serve`: a built graph for other programs and for the explorer's page, over HTTP. SPARQL 1.1 Protocol, Graph
//! Store Protocol for reading, linked data, and a small JSON interface for the page.
//!
//! The graph is asked in its index, as commands ask it, on threads of their own, so that the few that speak to clients never
//! wait for an answer. An answer is made whole, on the disk where it is large, before its first byte is sent: so every limit
//! that it meets is told by a status, and a slow reader holds up nobody. hyper alone is enough for HTTP: a dozen paths are a
//! `match`, and need no framework.

mod api;
mod article;
mod complexity;
mod decisions;
mod entity;
mod evaluation;
mod form;
mod formats;
mod graph_store;
mod guard;
mod limits;
mod log;
mod mcp;
mod negotiation;
mod page;
mod payload;
mod problem;
mod routes;
mod served;
mod server;
mod service_description;
mod sparql;
mod tools;
mod work;

pub use complexity::check as refuse_complexity;
pub use limits::Limits;
pub use mcp::run as run_for_assistants;
pub use server::{Settings, run};
