//! From a request to its answer.

use std::net::IpAddr;
use std::sync::Arc;
use std::time::Instant;

use http_body_util::{BodyExt, LengthLimitError, Limited};
use hyper::body::{Body, Incoming};
use hyper::header::{
    ACCESS_CONTROL_ALLOW_HEADERS, ACCESS_CONTROL_ALLOW_METHODS, ACCESS_CONTROL_ALLOW_ORIGIN,
    ACCESS_CONTROL_MAX_AGE, CONTENT_TYPE, HeaderValue, LOCATION, VARY,
};
use hyper::http::request::Parts;
use hyper::{Method, Request, Response, StatusCode};
use tokio::task::spawn_blocking;
use tokio::time::timeout;

use super::decisions::{Desk, Wish};
use super::evaluation::{Answer, answer};
use super::form::Form;
use super::graph_store::written;
use super::guard::Guard;
use super::limits::{LONGEST_ADDRESS, Limits};
use super::log::Entry;
use super::negotiation::Accept;
use super::payload::Payload;
use super::problem::Problem;
use super::served::{Graph, Served};
use super::sparql::{Operation, operation};
use super::work::Workshop;
use super::{api, article, entity, graph_store, page, service_description, sparql, work};

/// What answers requests.
pub struct Routes {
    pub served: Served,
    pub limits: Limits,
    pub workshop: Workshop,
    pub guard: Guard,
    /// Pages of which origin may read answers.
    pub origin: Option<HeaderValue>,
    /// Where decisions are made, if they may be.
    pub desk: Option<Arc<Desk>>,
}

/// What can be read, each at a path of its own.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Reading {
    Find,
    Article,
    Conflicts,
    Timeline,
    Picture,
    Queries,
    About,
    Entity,
    /// What has the rest of the path for the last part of its IRI.
    Thing(String),
    Graphs,
}

impl Reading {
    fn at(path: &str) -> Option<Self> {
        Some(match path {
            "/api/find" => Self::Find,
            "/api/article" => Self::Article,
            "/api/conflicts" => Self::Conflicts,
            "/api/timeline" => Self::Timeline,
            "/api/picture" => Self::Picture,
            "/api/queries" => Self::Queries,
            "/api/about" => Self::About,
            "/entity" => Self::Entity,
            "/graphs" => Self::Graphs,
            _ => Self::Thing(path.strip_prefix("/id/").filter(|rest| !rest.is_empty())?.to_owned()),
        })
    }

    fn answer(&self, graph: &Graph, form: &Form, accept: &Accept, edit: bool) -> Result<Reply, Problem> {
        Ok(match self {
            Self::Find => Reply::Plain(api::find(graph, form)?),
            Self::Article => Reply::Plain(article::text(graph, form)?),
            Self::Conflicts => Reply::Plain(api::conflicts(graph, form)?),
            Self::Timeline => Reply::Plain(api::timeline(graph, form)?),
            Self::Picture => Reply::Plain(api::picture(graph, form)?),
            Self::Queries => Reply::Plain(api::queries()?),
            Self::About => Reply::Plain(api::about(graph, edit)?),
            Self::Entity => Reply::Negotiated(entity::describe(graph, form.needed("iri")?, accept)?),
            Self::Thing(rest) => Reply::Elsewhere(entity::place(graph, rest, accept)?),
            Self::Graphs => Reply::Negotiated(graph_store::graph(graph, form, accept)?),
        })
    }
}

/// An answer, and what it depends on.
enum Reply {
    Plain(Answer),
    /// It has other forms for others.
    Negotiated(Answer),
    Elsewhere(String),
}

impl Routes {
    /// Answers a request, whatever it is, and writes its line of the log.
    pub async fn respond(self: Arc<Self>, client: IpAddr, request: Request<Incoming>) -> Response<Payload> {
        let begun = Instant::now();
        let (head, body) = request.into_parts();
        let mut response = match self.answered(&head, body).await {
            Ok(response) => response,
            Err(problem) => refusal(problem),
        };
        page::protect(&mut response);
        if let Some(origin) = &self.origin {
            response.headers_mut().insert(ACCESS_CONTROL_ALLOW_ORIGIN, origin.clone());
        }
        Entry {
            client,
            method: &head.method,
            path: head.uri.path(),
            status: response.status(),
            bytes: response.body().length(),
            took: begun.elapsed(),
        }
        .write();
        response
    }

    async fn answered(self: &Arc<Self>, head: &Parts, body: Incoming) -> Result<Response<Payload>, Problem> {
        let length = head.uri.path_and_query().map_or(0, |address| address.as_str().len());
        if length > LONGEST_ADDRESS {
            let message = format!(
                "the address has {length} bytes, and may have {LONGEST_ADDRESS}; send a long query with POST"
            );
            return Err(Problem::new(StatusCode::URI_TOO_LONG, message).closing());
        }
        self.guard.check(head)?;
        let path = head.uri.path();
        let is_reading = matches!(head.method, Method::GET | Method::HEAD);
        match path {
            _ if head.method == Method::OPTIONS => Ok(self.options(path)),
            "/sparql" => self.sparql(head, body).await,
            "/api/decisions" | "/api/decisions/last" => self.decisions(head, body).await,
            _ if !is_reading => Err(Problem::method(graph_store::METHODS).closing()),
            "/health" => Ok(response(("text/plain; charset=utf-8".to_owned(), "ok\n".into()))),
            _ => self.read(head).await,
        }
    }

    /// What a browser asks before it lets a page from elsewhere send a query.
    fn options(&self, path: &str) -> Response<Payload> {
        let methods = if path == "/sparql" { sparql::METHODS } else { graph_store::METHODS };
        let mut response = Response::new(Payload::from(""));
        *response.status_mut() = StatusCode::NO_CONTENT;
        let headers = response.headers_mut();
        headers.insert("allow", HeaderValue::from_static(methods));
        if self.origin.is_some() {
            headers.insert(ACCESS_CONTROL_ALLOW_METHODS, HeaderValue::from_static(methods));
            headers.insert(ACCESS_CONTROL_ALLOW_HEADERS, HeaderValue::from_static("Accept, Content-Type"));
            headers.insert(ACCESS_CONTROL_MAX_AGE, HeaderValue::from_static("600"));
        }
        response
    }

    async fn read(self: &Arc<Self>, head: &Parts) -> Result<Response<Payload>, Problem> {
        let path = head.uri.path();
        if let Some((media_type, file)) = page::file(path) {
            return Ok(response((media_type.to_owned(), file)));
        }
        let nothing = || Problem::not_found(format!("there is nothing at {path}; the page is at /"));
        let reading = Reading::at(path).ok_or_else(nothing)?;
        let form = Form::read(head.uri.query().unwrap_or_default())?;
        let accept = Accept::of(&head.headers);
        let routes = Arc::clone(self);
        let work = move || reading.answer(&*routes.served.graph()?, &form, &accept, routes.desk.is_some());
        Ok(match self.workshop.run(work).await? {
            Reply::Plain(answer) => response(answer),
            Reply::Negotiated(answer) => negotiated(answer),
            Reply::Elsewhere(place) => see_other(&place),
        })
    }

    async fn sparql(self: &Arc<Self>, head: &Parts, body: Incoming) -> Result<Response<Payload>, Problem> {
        let address = Form::read(head.uri.query().unwrap_or_default())?;
        let content_type =
            head.headers.get(CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
        let body = if head.method == Method::POST { self.body(body).await? } else { Vec::new() };
        let operation = operation(&head.method, &address, content_type, &body)?;
        let accept = Accept::of(&head.headers);
        let most = self.limits.max_rows;
        let host =
            head.headers.get("host").and_then(|host| host.to_str().ok()).unwrap_or("localhost").to_owned();
        let routes = Arc::clone(self);
        let work = move || {
            let graph = routes.served.graph()?;
            match operation {
                Operation::Query(asked) => answer(&graph, asked, &accept, most),
                Operation::Describe => {
                    let endpoint = format!("http://{host}/sparql");
                    let description = service_description::describe(&endpoint, graph.index()?.len());
                    written(&description, &service_description::namespaces(graph.namespaces()?), &accept)
                }
            }
        };
        self.workshop.run(work).await.map(negotiated)
    }

    /// Decisions take their time, and end what they have begun.
    async fn decisions(self: &Arc<Self>, head: &Parts, body: Incoming) -> Result<Response<Payload>, Problem> {
        let Some(desk) = &self.desk else {
            let message = "decisions are made only where the server was started with --edit";
            return Err(Problem::forbidden(message).closing());
        };
        let is_sending = head.method == Method::POST;
        desk.check(head, is_sending).map_err(Problem::closing)?;
        let wish = match (&head.method, head.uri.path()) {
            (&Method::GET, "/api/decisions") => Wish::List,
            (&Method::POST, "/api/decisions") => Wish::Decide(self.body(body).await?),
            (&Method::DELETE, "/api/decisions/last") => Wish::TakeBack,
            (_, "/api/decisions") => return Err(Problem::method("GET, POST")),
            _ => return Err(Problem::method("DELETE")),
        };
        let (routes, desk) = (Arc::clone(self), Arc::clone(desk));
        let done = spawn_blocking(move || desk.answer(&routes.served, wish)).await;
        let value = done.map_err(|_| work::fault())??;
        Ok(response(api::answer(&value)?))
    }

    /// The body of a request, if it is not too long and comes in time.
    async fn body(&self, body: Incoming) -> Result<Vec<u8>, Problem> {
        let most = self.limits.max_body;
        let too_long = || {
            let message = format!(
                "the body of the request may have {most} bytes; start the server with a larger --max-body to send more"
            );
            Problem::new(StatusCode::PAYLOAD_TOO_LARGE, message).closing()
        };
        if body.size_hint().lower() > most as u64 {
            return Err(too_long());
        }
        let read = timeout(self.limits.time(), Limited::new(body, most).collect()).await;
        match read {
            Err(_) => {
                let message =
                    format!("the request did not come within {} seconds", self.limits.time().as_secs());
                Err(Problem::new(StatusCode::REQUEST_TIMEOUT, message).closing())
            }
            Ok(Ok(body)) => Ok(body.to_bytes().into()),
            Ok(Err(error)) if error.is::<LengthLimitError>() => Err(too_long()),
            Ok(Err(error)) => Err(Problem::bad_request(format!("the body broke off: {error}")).closing()),
        }
    }
}

fn response((media_type, payload): Answer) -> Response<Payload> {
    let mut response = Response::new(payload);
    if let Ok(value) = HeaderValue::from_str(&media_type) {
        response.headers_mut().insert(CONTENT_TYPE, value);
    }
    response
}

fn negotiated(answer: Answer) -> Response<Payload> {
    let mut response = response(answer);
    response.headers_mut().insert(VARY, HeaderValue::from_static("Accept"));
    response
}

fn see_other(place: &str) -> Response<Payload> {
    let mut response = negotiated(("text/plain; charset=utf-8".to_owned(), format!("see {place}\n").into()));
    *response.status_mut() = StatusCode::SEE_OTHER;
    if let Ok(place) = HeaderValue::from_str(place) {
        response.headers_mut().insert(LOCATION, place);
    }
    response
}

pub fn refusal(problem: Problem) -> Response<Payload> {
    let text = format!("{}\n", problem.message);
    let mut response = response(("text/plain; charset=utf-8".to_owned(), text.into()));
    *response.status_mut() = problem.status;
    if let Some((name, value)) = problem.header {
        response.headers_mut().insert(name, value);
    }
    response
}
