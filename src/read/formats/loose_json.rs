//! JSON as programs write it that do not hold to the standard: Python writes `NaN` for a number that is none, and halves of
//! characters where a text was cut. One such value should not cost a file of a thousand articles.

use std::borrow::Cow;

use serde_json::{Error, Value};

/// The value of a text; what no standard knows in it is nothing, or the mark for a character that is lost.
///
/// # Errors
/// Returns the parser's error of the text as it stands.
pub(super) fn value(text: &str) -> Result<Value, Error> {
    serde_json::from_str(text).or_else(|error| serde_json::from_str(&mended(text)).map_err(|_| error))
}

/// The text with `null` for `NaN` and `Infinity` outside of strings, and `\ufffd` for each half of a pair of surrogates inside.
pub(super) fn mended(text: &str) -> Cow<'_, str> {
    if !["NaN", "Infinity", "\\ud", "\\uD"].iter().any(|odd| text.contains(odd)) {
        return Cow::Borrowed(text);
    }
    let mut mended = String::with_capacity(text.len());
    let (mut rest, mut in_string) = (text, false);
    while let Some(next) = rest.chars().next() {
        let (taken, put) = match next {
            '\\' if in_string => escape(rest),
            '"' => {
                in_string = !in_string;
                (1, "\"")
            }
            _ if in_string => (next.len_utf8(), &rest[..next.len_utf8()]),
            _ => match ["NaN", "-Infinity", "Infinity"].into_iter().find(|odd| rest.starts_with(odd)) {
                Some(odd) => (odd.len(), "null"),
                None => (next.len_utf8(), &rest[..next.len_utf8()]),
            },
        };
        mended.push_str(put);
        rest = &rest[taken..];
    }
    Cow::Owned(mended)
}

/// Characters of an escape that names a code.
const LENGTH: usize = "\\ud83d".len();

/// An escape at the beginning of a text: its length, and what is to stand for it.
fn escape(text: &str) -> (usize, &str) {
    let half = |text: &str| {
        let digits = text.strip_prefix("\\u")?.get(..4)?;
        u16::from_str_radix(digits, 16).ok().filter(|code| (0xd800..0xe000).contains(code))
    };
    match (half(text), text.get(LENGTH..).and_then(half)) {
        (Some(0xd800..0xdc00), Some(0xdc00..)) => (2 * LENGTH, &text[..2 * LENGTH]),
        (Some(_), _) => (LENGTH, "\\ufffd"),
        (None, _) => {
            let length = 1 + text[1..].chars().next().map_or(0, char::len_utf8);
            (length, &text[..length])
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn what_no_standard_knows_costs_nothing_else() {
        let read =
            value(r#"{"a": NaN, "b": [-Infinity, "NaN \" \ud83d!"], "c": "\ud83d\ude00 \\ude00"}"#).unwrap();
        assert_eq!(read, json!({ "a": null, "b": [null, "NaN \" \u{fffd}!"], "c": "\u{1f600} \\ude00" }));
        assert!(value("{\"a\": NaN").is_err());
        assert_eq!(value("[1]").unwrap(), json!([1]));
        assert!(value("\\").is_err() && value("\"\\").is_err());
    }
}
