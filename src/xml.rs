//! Text into XML and HTML. Articles are other people's words: they must come out as text, never as markup or script.
//!
//! One escaper with two faces, because files for programs must carry a text unchanged and pages for people must not be
//! turned round by what stands in it. (`quick-xml`'s `escape` was not taken: it lets through the control characters that
//! XML 1.0 forbids, and line breaks that parsers change.)

use crate::graph::terms::is_carriable;

/// For elements and attributes of files that programs read: a parser has the text unchanged, but for the characters
/// that XML 1.0 cannot carry, which become U+FFFD. A bare carriage return would be read back as a line feed.
pub fn exact(text: &str) -> String {
    escaped(text, |c| match c {
        '\t' => Some("&#9;"),
        '\n' => Some("&#10;"),
        '\r' => Some("&#13;"),
        _ => None,
    })
}

/// For elements and quoted attributes of pages and pictures. All controls become U+FFFD or blanks; those of writing
/// direction go, because they would turn round what stands beside the text.
pub fn readable(text: &str) -> String {
    escaped(text, |c| match c {
        '\'' => Some("&#39;"),
        // Line and paragraph separators break lines in scripts and some editors, never in a reader's eyes.
        '\r' | '\u{2028}' | '\u{2029}' => Some(" "),
        '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => Some(""),
        '\u{7f}'..='\u{9f}' => Some("\u{fffd}"),
        _ => None,
    })
}

/// The text with what `special` puts in the place of a character, else with references for markup.
fn escaped(text: &str, special: impl Fn(char) -> Option<&'static str>) -> String {
    let mut escaped = String::with_capacity(text.len() + text.len() / 8);
    for c in text.chars() {
        match special(c).or_else(|| reference(c)) {
            Some(other) => escaped.push_str(other),
            None => escaped.push(c),
        }
    }
    escaped
}

fn reference(c: char) -> Option<&'static str> {
    match c {
        '&' => Some("&amp;"),
        '<' => Some("&lt;"),
        '>' => Some("&gt;"),
        '"' => Some("&quot;"),
        c if !is_carriable(c) => Some("\u{fffd}"),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markup_and_controls_come_out_as_text() {
        assert_eq!(
            readable("<script>\"a\" & 'b'\u{2028}\u{1}\u{202e}\u{85}"),
            "&lt;script&gt;&quot;a&quot; &amp; &#39;b&#39; \u{fffd}\u{fffd}"
        );
    }

    #[test]
    fn programs_read_back_every_character_that_xml_can_carry() {
        let text = "<a b=\"c\"> & 'd'\t\r\n\u{85}\u{202e}é";
        let document = format!("<x y=\"{0}\">{0}</x>", exact(text));
        let parsed = roxmltree::Document::parse(&document).unwrap();
        assert_eq!(parsed.root_element().text(), Some(text));
        assert_eq!(parsed.root_element().attribute("y"), Some(text));
        assert_eq!(exact("\0\u{ffff}"), "\u{fffd}\u{fffd}");
    }
}
