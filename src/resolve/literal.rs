//! Literals out of words: the value in the lexical form of its datatype, where the words have one.

use crate::mentions::value;
use crate::story::Literal;

const XSD: &str = "http://www.w3.org/2001/XMLSchema#";
/// Where the ontology says no more than that it is a literal.
const ANY_LITERAL: &str = "http://www.w3.org/2000/01/rdf-schema#Literal";
/// A date in ISO 8601 of any precision: `xsd:date` knows whole days only, and a day that no text tells is not made up.
const DATE_OF_ANY_PRECISION: &str = "https://schema.org/Date";

/// The words as a literal of this datatype; as they stand where they are no value of it.
pub fn literal(mention: String, datatype: &str) -> Literal {
    let date = value::date(&mention);
    let is_day = |date: &String| date.len() == "2001-07-20".len();
    let (value, datatype) = match datatype.strip_prefix(XSD) {
        Some("decimal" | "integer" | "double" | "float") => (value::decimal(&mention), datatype.to_owned()),
        Some("gYear") => (date.map(|date| date[..4].to_owned()), datatype.to_owned()),
        local if local == Some("date") || datatype == ANY_LITERAL => match date {
            Some(date) if is_day(&date) => (Some(date), format!("{XSD}date")),
            Some(date) => (Some(date), DATE_OF_ANY_PRECISION.to_owned()),
            None => (None, datatype.to_owned()),
        },
        _ => (None, datatype.to_owned()),
    };
    Literal { value: value.unwrap_or_else(|| mention.clone()).into(), datatype, mention }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(words: &str, datatype: &str) -> (String, String) {
        let literal = literal(words.to_owned(), datatype);
        let local = literal.datatype.rsplit(['#', '/']).next().unwrap_or_default().to_owned();
        (literal.value.to_string(), local)
    }

    fn pair(value: &str, datatype: &str) -> (String, String) {
        (value.to_owned(), datatype.to_owned())
    }

    #[test]
    fn values_take_the_form_of_their_datatype() {
        assert_eq!(read("March 4, 1931", &format!("{XSD}date")), pair("1931-03-04", "date"));
        assert_eq!(read("March 1931", &format!("{XSD}date")), pair("1931-03", "Date"));
        assert_eq!(read("4 March 1931", &format!("{XSD}gYear")), pair("1931", "gYear"));
        assert_eq!(read("1931", ANY_LITERAL), pair("1931", "Date"));
        assert_eq!(read("1,240", &format!("{XSD}decimal")), pair("1240", "decimal"));
    }

    #[test]
    fn words_without_a_value_stay_as_they_are() {
        assert_eq!(read("last spring", &format!("{XSD}date")), pair("last spring", "date"));
        assert_eq!(read("1931", &format!("{XSD}string")), pair("1931", "string"));
        assert_eq!(read("a dozen", ANY_LITERAL), pair("a dozen", "Literal"));
        assert_eq!(read("1931", "https://example.org/#vintage"), pair("1931", "vintage"));
    }
}
