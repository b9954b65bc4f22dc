//! Text into SVG and HTML. Articles are other people's words: they must come out as text, never as markup or script.

/// Escapes text for element content and quoted attributes of XML and HTML. Characters that XML 1.0 forbids
/// (most controls) become U+FFFD, so that the output stays well-formed; controls of writing direction go, because they
/// would turn round what stands beside the text.
pub fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len() + text.len() / 8);
    for character in text.chars() {
        match character {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
            '\n' | '\t' => escaped.push(character),
            // Line and paragraph separators break lines in scripts and some editors, never in a reader's eyes.
            '\r' | '\u{2028}' | '\u{2029}' => escaped.push(' '),
            '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => {}
            '\u{0}'..='\u{1f}' | '\u{7f}'..='\u{9f}' | '\u{fffe}' | '\u{ffff}' => escaped.push('\u{fffd}'),
            _ => escaped.push(character),
        }
    }
    escaped
}

/// The address if a browser may follow it: `http` or `https` only, so that no `javascript:` becomes a link.
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
    fn markup_and_controls_come_out_as_text() {
        assert_eq!(
            escape("<script>\"a\" & 'b'\u{2028}\u{1}\u{202e}"),
            "&lt;script&gt;&quot;a&quot; &amp; &#39;b&#39; \u{fffd}"
        );
    }

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
