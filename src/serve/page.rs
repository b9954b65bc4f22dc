//! The explorer's page: files that are built into the program, whatever their number; the build script lists them.

use hyper::header::{CONTENT_SECURITY_POLICY, HeaderValue};
use hyper::{HeaderMap, Response};

use super::payload::Payload;

/// Path and text of every file of the page.
const FILES: &[(&str, &str)] = include!(concat!(env!("OUT_DIR"), "/page.rs"));

/// Nothing is loaded from elsewhere, and no script stands in the page itself: what an article holds can do nothing in it.
const POLICY: &str =
    "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; object-src 'none'";
/// A picture that is looked at by itself has its own colours and links, and no scripts.
const PICTURE_POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; font-src data:; frame-ancestors 'none'; sandbox allow-popups";

/// The file at a path of the server, and its media type.
pub fn file(path: &str) -> Option<(&'static str, Payload)> {
    let path = if path == "/" { "/index.html" } else { path };
    let (name, text) = FILES.iter().find(|(name, _)| *name == path)?;
    let media_type = match name.rsplit('.').next() {
        Some("html") => "text/html; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        _ => "image/svg+xml",
    };
    Some((media_type, Payload::from(*text)))
}

/// Headers that keep browsers from doing with an answer what it is not meant for.
pub fn protect(response: &mut Response<Payload>) {
    let headers: &mut HeaderMap = response.headers_mut();
    let is_picture =
        headers.get("content-type").is_some_and(|value| value.as_bytes().starts_with(b"image/svg"));
    let policy = if is_picture { PICTURE_POLICY } else { POLICY };
    headers.insert(CONTENT_SECURITY_POLICY, HeaderValue::from_static(policy));
    headers.insert("x-content-type-options", HeaderValue::from_static("nosniff"));
    headers.insert("referrer-policy", HeaderValue::from_static("no-referrer"));
    headers.insert("cross-origin-opener-policy", HeaderValue::from_static("same-origin"));
    headers.entry("cache-control").or_insert(HeaderValue::from_static("no-cache"));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_page_needs_nothing_from_elsewhere_and_has_no_script_of_its_own() {
        let (media_type, _) = file("/").unwrap();
        assert!(media_type.starts_with("text/html"));
        let (_, page) = FILES.iter().find(|(name, _)| *name == "/index.html").unwrap();
        assert!(!page.contains("http://") && !page.contains("https://"));
        assert!(!page.contains("<style") && !page.contains(" onclick=") && !page.contains("<script>"));
        assert!(file("/explorer.js").is_some() && file("/../mod.rs").is_none());
    }
}
