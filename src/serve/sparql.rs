//! SPARQL 1.1 Protocol: the query of a request, in each of the three ways in which one can be sent.

use hyper::Method;
use hyper::StatusCode;
use oxigraph::model::NamedNode;

use super::form::Form;
use super::problem::Problem;

/// What may be asked of `/sparql`.
pub const METHODS: &str = "GET, HEAD, POST, OPTIONS";

/// A query, and the graphs that it is to see whatever it says itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asked {
    pub query: String,
    pub default_graphs: Vec<NamedNode>,
    pub named_graphs: Vec<NamedNode>,
}

/// What a request asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Operation {
    Query(Asked),
    /// No query: what this endpoint can do.
    Describe,
}

/// Reads a request: the form behind the `?` of its address, its `Content-Type` and its body.
///
/// # Errors
/// Returns a problem where it is no query.
pub fn operation(
    method: &Method,
    address: &Form,
    content_type: &str,
    body: &[u8],
) -> Result<Operation, Problem> {
    match *method {
        Method::GET | Method::HEAD => match address.one("query")? {
            Some(query) => asked(query.to_owned(), address),
            None if address.one("update")?.is_some() => Err(read_only()),
            None => Ok(Operation::Describe),
        },
        Method::POST => {
            match content_type.split(';').next().unwrap_or_default().trim().to_ascii_lowercase().as_str() {
                "application/sparql-query" => asked(text(body)?.to_owned(), address),
                "application/x-www-form-urlencoded" => {
                    let form = Form::read(text(body)?)?;
                    match form.one("query")? {
                        Some(query) => asked(query.to_owned(), &form),
                        None if form.one("update")?.is_some() => Err(read_only()),
                        None => Err(Problem::bad_request("query is missing in the form")),
                    }
                }
                "application/sparql-update" => Err(read_only()),
                _ => Err(Problem::new(
                    StatusCode::UNSUPPORTED_MEDIA_TYPE,
                    "send the query as application/sparql-query, or as query=… of application/x-www-form-urlencoded",
                )),
            }
        }
        _ => Err(Problem::method(METHODS)),
    }
}

/// Nobody changes a graph by SPARQL.
pub fn read_only() -> Problem {
    Problem::forbidden(
        "this endpoint is read only: what a graph says comes from its articles (newsgraph add, remove) and from decisions about \
         them (newsgraph review, or serve --edit), never from SPARQL Update",
    )
}

fn asked(query: String, form: &Form) -> Result<Operation, Problem> {
    let graphs = |name: &str| {
        let node = |iri: &str| {
            NamedNode::new(iri)
                .map_err(|error| Problem::bad_request(format!("{name}={iri:?} is no absolute IRI: {error}")))
        };
        form.all(name).map(node).collect::<Result<Vec<_>, Problem>>()
    };
    let (default_graphs, named_graphs) = (graphs("default-graph-uri")?, graphs("named-graph-uri")?);
    Ok(Operation::Query(Asked { query, default_graphs, named_graphs }))
}

fn text(body: &[u8]) -> Result<&str, Problem> {
    str::from_utf8(body).map_err(|error| {
        Problem::bad_request(format!("the body is no UTF-8 from its byte {} on", error.valid_up_to()))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(method: &Method, address: &str, content_type: &str, body: &str) -> Result<Operation, StatusCode> {
        operation(method, &Form::read(address).unwrap(), content_type, body.as_bytes())
            .map_err(|problem| problem.status)
    }

    fn query(text: &str) -> Result<Operation, StatusCode> {
        Ok(Operation::Query(Asked { query: text.to_owned(), default_graphs: vec![], named_graphs: vec![] }))
    }

    #[test]
    fn a_query_comes_in_three_ways() {
        assert_eq!(of(&Method::GET, "query=ASK+%7B%7D", "", ""), query("ASK {}"));
        let form = "application/x-www-form-urlencoded; charset=UTF-8";
        assert_eq!(of(&Method::POST, "", form, "query=ASK+%7B%7D"), query("ASK {}"));
        assert_eq!(of(&Method::POST, "", "Application/SPARQL-query", "ASK {}"), query("ASK {}"));
        assert_eq!(of(&Method::GET, "", "", ""), Ok(Operation::Describe));
    }

    #[test]
    fn graphs_are_named_beside_it() {
        let address = "query=x&default-graph-uri=http://a.example/1&default-graph-uri=http://a.example/2\
                       &named-graph-uri=http://a.example/3";
        let Ok(Operation::Query(asked)) = of(&Method::GET, address, "", "") else { panic!("a query") };
        assert_eq!((asked.default_graphs.len(), asked.named_graphs.len()), (2, 1));
        let relative = "query=x&named-graph-uri=3";
        assert_eq!(of(&Method::GET, relative, "", ""), Err(StatusCode::BAD_REQUEST));
    }

    #[test]
    fn everything_else_is_refused_by_its_status() {
        let form = "application/x-www-form-urlencoded";
        for (method, content_type, body, status) in [
            (Method::PUT, "", "", 405),
            (Method::POST, "text/plain", "ASK {}", 415),
            (Method::POST, "application/sparql-update", "CLEAR ALL", 403),
            (Method::POST, form, "update=CLEAR+ALL", 403),
            (Method::POST, form, "", 400),
            (Method::POST, form, "query=a&query=b", 400),
        ] {
            let refused = of(&method, "", content_type, body).unwrap_err();
            assert_eq!(refused.as_u16(), status, "{method} {content_type} {body}");
        }
    }
}
