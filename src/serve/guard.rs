//! Who may ask. A server of one's own machine has no password, so a page from elsewhere must not reach it through the browser
//! of whoever looks at that page: by a name of its own that it lets point to this machine, or by asking across origins.

use std::net::Ipv4Addr;

use hyper::StatusCode;
use hyper::header::HOST;
use hyper::http::request::Parts;
use hyper::http::uri::Authority;

use super::problem::Problem;

/// What is asked of every request.
#[derive(Debug, Clone, Copy)]
pub struct Guard {
    /// Whether only this machine can reach the server.
    pub is_local: bool,
}

impl Guard {
    /// Refuses requests that another name than this machine's own has led here.
    ///
    /// # Errors
    /// Returns a problem that names the host.
    pub fn check(self, request: &Parts) -> Result<(), Problem> {
        let named = request.headers.get(HOST).and_then(|host| host.to_str().ok());
        let Some(host) = named else { return Err(Problem::bad_request("the request has no Host")) };
        let in_address = request.uri.authority().map(Authority::as_str);
        let is_own = |host: &str| !self.is_local || is_this_machine(name(host));
        if is_own(host) && in_address.is_none_or(is_own) {
            return Ok(());
        }
        let message = format!(
            "{host:?} is no name of this machine, and the server answers this machine only; open it as localhost or 127.0.0.1"
        );
        Err(Problem::new(StatusCode::MISDIRECTED_REQUEST, message))
    }
}

/// A host without its port.
fn name(host: &str) -> &str {
    match host.rsplit_once(':') {
        Some((name, port)) if !port.contains(']') => name,
        _ => host,
    }
}

fn is_this_machine(name: &str) -> bool {
    let name = name.to_ascii_lowercase();
    name == "localhost"
        || name.ends_with(".localhost")
        || name == "[::1]"
        || name.parse::<Ipv4Addr>().is_ok_and(|address| address.is_loopback())
}

#[cfg(test)]
mod tests {
    use hyper::Request;

    use super::*;

    fn is_refused(host: &str, is_local: bool) -> bool {
        let (request, ()) = Request::get("/sparql").header(HOST, host).body(()).unwrap().into_parts();
        Guard { is_local }.check(&request).is_err()
    }

    #[test]
    fn only_names_of_this_machine_lead_to_a_local_server() {
        for host in ["localhost", "localhost:7878", "LOCALHOST:1", "127.0.0.1:80", "127.3.2.1", "[::1]:7878"]
        {
            assert!(!is_refused(host, true), "{host}");
        }
        for host in ["evil.example", "evil.example:7878", "localhost.evil.example", "192.168.0.7", "[::2]:1"]
        {
            assert!(is_refused(host, true), "{host}");
            assert!(!is_refused(host, false), "{host}");
        }
        let (request, ()) = Request::get("/").body(()).unwrap().into_parts();
        assert!(Guard { is_local: false }.check(&request).is_err());
        let absolute = Request::get("http://evil.example/").header(HOST, "localhost");
        let (request, ()) = absolute.body(()).unwrap().into_parts();
        assert!(Guard { is_local: true }.check(&request).is_err());
    }
}
