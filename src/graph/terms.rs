//! RDF terms from arbitrary text. An article may hold anything, a user's IRI may be none: these functions always
//! yield terms that every RDF 1.1 syntax can carry, so that all exports hold the same triples.

use oxigraph::model::{Literal, NamedNode};
use percent_encoding::percent_encode_byte;

use crate::confidence::Confidence;
use crate::vocabulary as v;

/// What may stand in an IRI but not everywhere in one.
const DELIMITERS: &[char] = &['%', ':', '/', '?', '#', '[', ']', '@'];

/// The named node of this IRI. Characters that no IRI may hold are percent-encoded; what is no absolute IRI even
/// then becomes one below `urn:newsgraph:`.
pub fn iri(text: &str) -> NamedNode {
    absolute_iri(text)
        .unwrap_or_else(|| NamedNode::new_unchecked(format!("urn:newsgraph:{}", encoded(text, DELIMITERS))))
}

/// The named node of this IRI, or nothing where it is not absolute.
pub fn absolute_iri(text: &str) -> Option<NamedNode> {
    [&[][..], &['%', '[', ']']].into_iter().find_map(|also| NamedNode::new(encoded(text, also)).ok())
}

/// A name as the last part of an IRI in this namespace.
pub fn in_namespace(namespace: &str, name: &str) -> NamedNode {
    iri(&format!("{namespace}{}", encoded(name, DELIMITERS)))
}

/// A plain string. Characters that XML 1.0 cannot carry become U+FFFD, one for one, so that offsets stay true.
pub fn string(text: &str) -> Literal {
    Literal::new_simple_literal(carriable(text))
}

/// A literal of this datatype, whose lexical form is kept as it is.
pub fn typed(text: &str, datatype: &str) -> Literal {
    Literal::new_typed_literal(carriable(text), iri(datatype))
}

pub fn boolean(value: bool) -> Literal {
    of_known_type(if value { "true" } else { "false" }, v::XSD_BOOLEAN)
}

pub fn confidence(value: Confidence) -> Literal {
    of_known_type(&value.to_string(), v::XSD_DECIMAL)
}

pub fn offset(value: usize) -> Literal {
    of_known_type(&value.to_string(), v::XSD_NON_NEGATIVE_INTEGER)
}

/// A number as `xsd:decimal`; nothing for an infinite one.
pub fn decimal(value: f64) -> Option<Literal> {
    value.is_finite().then(|| of_known_type(&value.to_string(), v::XSD_DECIMAL))
}

/// A date or time in ISO 8601 with the datatype that its shape asks for; any other text is a plain string.
pub fn date(text: &str) -> Literal {
    let shape: String = text.chars().map(|c| if c.is_ascii_digit() { '0' } else { c }).collect();
    let field = |range: std::ops::Range<usize>| text.get(range).and_then(|digits| digits.parse::<u8>().ok());
    let month_is_real = || field(5..7).is_some_and(|month| (1..=12).contains(&month));
    match shape.as_str() {
        "0000" => of_known_type(text, v::XSD_G_YEAR),
        "0000-00" if month_is_real() => of_known_type(text, v::XSD_G_YEAR_MONTH),
        "0000-00-00" if text.parse::<jiff::civil::Date>().is_ok() => of_known_type(text, v::XSD_DATE),
        _ if shape.starts_with("0000-00-00T00:00:00") && text.parse::<jiff::civil::DateTime>().is_ok() => {
            of_known_type(text, v::XSD_DATE_TIME)
        }
        _ if shape.starts_with("0000-00-00T00:00:00") && text.parse::<jiff::Timestamp>().is_ok() => {
            of_known_type(text, v::XSD_DATE_TIME)
        }
        _ => string(text),
    }
}

/// A literal of a datatype of the vocabulary, whose IRI needs no examination.
fn of_known_type(text: &str, datatype: &'static str) -> Literal {
    Literal::new_typed_literal(text, NamedNode::new_unchecked(datatype))
}

fn carriable(text: &str) -> String {
    if text.chars().all(is_carriable) {
        return text.to_owned();
    }
    text.chars().map(|c| if is_carriable(c) { c } else { char::REPLACEMENT_CHARACTER }).collect()
}

/// Whether XML 1.0 can carry a character, be it as a reference.
pub fn is_carriable(c: char) -> bool {
    match c {
        '\t' | '\n' | '\r' => true,
        '\u{FFFE}' | '\u{FFFF}' => false,
        other => other >= ' ',
    }
}

/// Percent-encodes what IRIs forbid (RFC 3987; section 4.1 for marks of direction), all that is blank (some readers end
/// an IRI there), and the characters in `also`.
fn encoded(text: &str, also: &[char]) -> String {
    let forbidden = |c: char| {
        c <= ' '
            || c.is_whitespace()
            || matches!(c, '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
            || ('\u{7F}'..='\u{9F}').contains(&c)
            || matches!(c, '<' | '>' | '"' | '{' | '}' | '|' | '\\' | '^' | '`')
            || ('\u{E000}'..='\u{F8FF}').contains(&c)
            || ('\u{FDD0}'..='\u{FDEF}').contains(&c)
            || c >= '\u{FFF0}' && (u32::from(c) & 0xFFFF >= 0xFFF0 || c >= '\u{E0000}')
            || also.contains(&c)
    };
    if !text.contains(forbidden) {
        return text.to_owned();
    }
    let mut encoded = String::with_capacity(text.len());
    for c in text.chars() {
        if forbidden(c) {
            let mut bytes = [0; 4];
            encoded.extend(c.encode_utf8(&mut bytes).bytes().map(percent_encode_byte));
        } else {
            encoded.push(c);
        }
    }
    encoded
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn dates_get_the_datatype_of_their_shape() {
        for (text, datatype) in [
            ("2031", v::XSD_G_YEAR),
            ("2031-04", v::XSD_G_YEAR_MONTH),
            ("2031-13", v::XSD_STRING),
            ("2031-02-28", v::XSD_DATE),
            ("2031-02-30", v::XSD_STRING),
            ("2031-02-28T10:00:00Z", v::XSD_DATE_TIME),
            ("2031-02-28T10:00:00", v::XSD_DATE_TIME),
            ("last night", v::XSD_STRING),
        ] {
            assert_eq!(date(text).datatype().as_str(), datatype, "{text}");
        }
    }

    #[test]
    fn no_iri_holds_blanks_or_marks_of_direction() {
        let found = absolute_iri("https://news.example/\u{2028}a\u{202E}b c").unwrap();
        assert_eq!(found.as_str(), "https://news.example/%E2%80%A8a%E2%80%AEb%20c");
        assert_eq!(absolute_iri("https://news.example/%20é").unwrap().as_str(), "https://news.example/%20é");
    }

    #[test]
    fn decimals_have_no_exponent() {
        assert_eq!(decimal(300.0), Some(typed("300", v::XSD_DECIMAL)));
        assert_eq!(decimal(2.5), Some(typed("2.5", v::XSD_DECIMAL)));
        assert_eq!(decimal(1e20), Some(typed("100000000000000000000", v::XSD_DECIMAL)));
        assert_eq!(decimal(f64::INFINITY), None);
    }

    #[test]
    fn a_local_name_cannot_leave_its_namespace() {
        assert_eq!(in_namespace(v::NG, "../a b").as_str(), format!("{}..%2Fa%20b", v::NG));
    }

    #[test]
    fn the_datatypes_of_the_vocabulary_are_iris_as_they_stand() {
        let literals = [boolean(true), offset(1), date("2031"), date("2031-04"), date("2031-04-01")];
        for literal in literals.into_iter().chain([date("2031-04-01T10:00:00")]).chain(decimal(1.5)) {
            let datatype = literal.datatype().as_str();
            assert_eq!(absolute_iri(datatype).unwrap().as_str(), datatype);
        }
    }

    proptest! {
        #[test]
        fn any_text_becomes_an_absolute_iri(text in ".*") {
            prop_assert!(NamedNode::new(iri(&text).as_str()).is_ok());
            prop_assert!(NamedNode::new(in_namespace(v::NG, &text).as_str()).is_ok());
        }

        #[test]
        fn literals_keep_their_length(text in any::<String>()) {
            prop_assert_eq!(string(&text).value().chars().count(), text.chars().count());
        }
    }
}
