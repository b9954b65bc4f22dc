//! Which addresses from outside may become links, and links that open a page at a sentence.

use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};

/// Words at each end of a sentence that find it again; a longer quotation breaks where a page has a link or a note in it.
const WORDS_AT_END: usize = 4;

/// The address, without blanks around it, if a browser may follow it: `http` or `https` only, so that no `javascript:`
/// becomes a link.
pub fn web_address(url: &str) -> Option<&str> {
    let url = url.trim();
    let scheme = url.split_once("://")?.0;
    let known = scheme.eq_ignore_ascii_case("http") || scheme.eq_ignore_ascii_case("https");
    (known && !url.chars().any(|c| c.is_control() || c.is_whitespace())).then_some(url)
}

/// The address at which a browser opens a page and shows a sentence of it: a text fragment
/// (<https://wicg.github.io/scroll-to-text-fragment/>) of the first and the last words. `None` where the address is no link.
pub fn address_of_sentence(url: &str, sentence: &str) -> Option<String> {
    let url = web_address(url)?;
    let words: Vec<&str> = sentence.split_whitespace().collect();
    let encoded = |words: &[&str]| utf8_percent_encode(&words.join(" "), NON_ALPHANUMERIC).to_string();
    let text = if words.len() > 2 * WORDS_AT_END {
        format!("{},{}", encoded(&words[..WORDS_AT_END]), encoded(&words[words.len() - WORDS_AT_END..]))
    } else {
        encoded(&words)
    };
    let mark = if url.contains('#') { "" } else { "#" };
    Some(format!("{url}{mark}:~:text={text}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_is_found_by_its_first_and_last_words() {
        let of = |url: &str, sentence: &str| address_of_sentence(url, sentence);
        let short = of("https://a.example/x", "Ida Lund, 41, spoke.");
        assert_eq!(short.as_deref(), Some("https://a.example/x#:~:text=Ida%20Lund%2C%2041%2C%20spoke%2E"));
        let long = of("https://a.example/x#top", "One two three four five-and six seven eight nine.");
        let expected =
            "https://a.example/x#top:~:text=One%20two%20three%20four,six%20seven%20eight%20nine%2E";
        assert_eq!(long.as_deref(), Some(expected));
        assert_eq!(of("javascript:alert(1)", "Ida Lund spoke."), None);
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
