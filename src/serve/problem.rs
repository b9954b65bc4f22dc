//! Why a request is not answered: a status for programs, and a sentence for whoever has to mend it.

use std::borrow::Cow;

use hyper::StatusCode;
use hyper::header::{ALLOW, CONNECTION, HeaderName, HeaderValue, RETRY_AFTER};

/// A request that is not answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    pub status: StatusCode,
    /// A sentence or some, without a line's end.
    pub message: Cow<'static, str>,
    /// What else the client is told.
    pub header: Option<(HeaderName, HeaderValue)>,
}

impl Problem {
    pub fn new(status: StatusCode, message: impl Into<Cow<'static, str>>) -> Self {
        Self { status, message: message.into(), header: None }
    }

    pub fn bad_request(message: impl Into<Cow<'static, str>>) -> Self {
        Self::new(StatusCode::BAD_REQUEST, message)
    }

    pub fn forbidden(message: impl Into<Cow<'static, str>>) -> Self {
        Self::new(StatusCode::FORBIDDEN, message)
    }

    pub fn not_found(message: impl Into<Cow<'static, str>>) -> Self {
        Self::new(StatusCode::NOT_FOUND, message)
    }

    /// The path has no such method, but these.
    pub fn method(allowed: &'static str) -> Self {
        let message = format!("this path answers {allowed} only");
        Self::new(StatusCode::METHOD_NOT_ALLOWED, message).with(ALLOW, HeaderValue::from_static(allowed))
    }

    /// None of the forms that the client takes is offered.
    pub fn not_acceptable(offered: impl Iterator<Item = &'static str>) -> Self {
        let offered: Vec<&str> = offered.collect();
        let message = format!("Accept names no form that this answer has; it has {}", offered.join(", "));
        Self::new(StatusCode::NOT_ACCEPTABLE, message)
    }

    /// Not now: perhaps later.
    pub fn unavailable(message: impl Into<Cow<'static, str>>) -> Self {
        Self::new(StatusCode::SERVICE_UNAVAILABLE, message).with(RETRY_AFTER, HeaderValue::from_static("10"))
    }

    /// A fault of newsgraph's or of its files.
    pub fn internal(error: &anyhow::Error) -> Self {
        Self::new(StatusCode::INTERNAL_SERVER_ERROR, format!("{error:#}"))
    }

    /// The client has not sent all of its request; what comes later would be read as another one.
    pub fn closing(self) -> Self {
        self.with(CONNECTION, HeaderValue::from_static("close"))
    }

    fn with(self, name: HeaderName, value: HeaderValue) -> Self {
        Self { header: Some((name, value)), ..self }
    }
}

/// Whatever goes wrong with the files of a graph is no fault of the client's.
impl<E: Into<anyhow::Error>> From<E> for Problem {
    fn from(error: E) -> Self {
        Self::internal(&error.into())
    }
}
