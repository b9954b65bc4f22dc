//! Pieces of HTML that all sections of the report are made of. Text from outside goes through [`text`]; what slips by
//! is still escaped by the templates, but not cleared of what turns a line round.

use std::io::{self, Write};

use maud::{Markup, PreEscaped, html};

use crate::export::web_address::web_address;
use crate::picture::kind::Kind;
use crate::xml::readable;

/// Words from outside, for elements and attributes.
pub fn text(words: &str) -> Markup {
    PreEscaped(readable(words))
}

/// The pieces with the separator between them.
pub fn joined(separator: &str, pieces: impl IntoIterator<Item = Markup>) -> Markup {
    let pieces: Vec<String> = pieces.into_iter().map(Markup::into_string).collect();
    PreEscaped(pieces.join(separator))
}

/// The content as a link where the address is a web address, else as it is.
pub fn web_link(address: &str, content: Markup) -> Markup {
    match web_address(address) {
        Some(url) => html! { a href=(text(url)) rel="noopener noreferrer" { (content) } },
        None => content,
    }
}

/// The words for a kind of statement; nothing for what is simply stated.
pub fn badge(kind: Kind) -> Markup {
    let words = match kind {
        Kind::Stated => return Markup::default(),
        Kind::Disputed => "disputed",
        Kind::Denied => "denied",
        Kind::Doubtful => "doubtful",
        Kind::Past => "past",
        Kind::Possible => "not asserted",
    };
    html! { span class={ "badge " (kind.style_name()) } { (words) } }
}

/// Writes a piece of the page.
pub fn put(out: &mut dyn Write, markup: Markup) -> io::Result<()> {
    out.write_all(markup.into_string().as_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_comes_from_outside_cannot_leave_its_place() {
        let words = "\"><script>alert('x')</script>\u{202e}";
        let link = web_link(&format!("https://a.example/{words}"), text(words)).into_string();
        let escaped = "&quot;&gt;&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;";
        assert_eq!(
            link,
            format!("<a href=\"https://a.example/{escaped}\" rel=\"noopener noreferrer\">{escaped}</a>")
        );
        assert_eq!(web_link("javascript:alert(1)", text("<b>")).into_string(), "&lt;b&gt;");
    }
}
