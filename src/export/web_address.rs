//! Which addresses from outside may become links.

/// The address, without blanks around it, if a browser may follow it: `http` or `https` only, so that no `javascript:`
/// becomes a link.
pub fn web_address(url: &str) -> Option<&str> {
    let url = url.trim();
    let scheme = url.split_once("://")?.0;
    let known = scheme.eq_ignore_ascii_case("http") || scheme.eq_ignore_ascii_case("https");
    (known && !url.chars().any(|c| c.is_control() || c.is_whitespace())).then_some(url)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_web_addresses_become_links() {
        assert_eq!(web_address(" HTTPS://example.org/a?b=1 "), Some("HTTPS://example.org/a?b=1"));
        for bad in
            ["javascript:alert(1)", "java\nscript://x", "data:text/html,x", "//example.org", "http://a b", ""]
        {
            assert_eq!(web_address(bad), None, "{bad}");
        }
    }
}
