//! Literals out of words: the value in the lexical form of its datatype, where the words have one.

use crate::grammar::{TokenPosition, TokenSpan};
use crate::language::Sentence;
use crate::mentions::{quantity, value};
use crate::story::Literal;

use super::article_facts::ReadDocument;
use super::durations;

const XSD: &str = "http://www.w3.org/2001/XMLSchema#";
/// Where the ontology says no more than that it is a literal.
const ANY_LITERAL: &str = "http://www.w3.org/2000/01/rdf-schema#Literal";
/// A date in ISO 8601 of any precision: `xsd:date` knows whole days only, and a day that no text tells is not made up.
const DATE_OF_ANY_PRECISION: &str = "https://schema.org/Date";

/// The literal that stands at a token: a phrase, or an expression of the recogniser's that is none.
pub fn literal_at(document: &ReadDocument<'_>, position: TokenPosition, datatype: &str) -> Literal {
    let words = match document.mentions.standing_at(position) {
        Some(mention) => document.mentions[mention].text.clone(),
        None => {
            let sentence = document.sentence(position.sentence);
            expression(sentence, position.token).text(sentence)
        }
    };
    literal(words, datatype)
}

/// The words as a literal of this datatype; a text, as they stand, where they are no value of it: what calls itself a number and
/// is none breaks whoever counts with it.
pub fn literal(mention: String, datatype: &str) -> Literal {
    let date = value::date(&mention);
    let is_day = |date: &String| date.len() == "2001-07-20".len();
    let part = |length: usize| date.as_ref().and_then(|date| date.get(..length)).map(str::to_owned);
    let of = |value: Option<String>| value.map(|value| (value, datatype.to_owned()));
    let value = match datatype.strip_prefix(XSD) {
        Some("decimal" | "double" | "float") => of(value::decimal(&mention)),
        Some("integer" | "int" | "long" | "nonNegativeInteger" | "positiveInteger") => {
            of(value::decimal(&mention).filter(|number| !number.contains('.')))
        }
        Some("gYear") => of(part("2001".len())),
        Some("gYearMonth") => of(part("2001-07".len())),
        Some("duration" | "dayTimeDuration" | "yearMonthDuration") => of(durations::duration(&mention)),
        Some("date") => date.map(dated(is_day)),
        _ if datatype == ANY_LITERAL => {
            Some(date.map_or((mention.clone(), datatype.to_owned()), dated(is_day)))
        }
        _ => of(Some(mention.clone())),
    };
    let (value, datatype) = value.unwrap_or_else(|| (mention.clone(), format!("{XSD}string")));
    Literal { value: value.into(), datatype, mention }
}

/// Whether words can be an amount of this datatype: some number, or a length of time. A `lightning strike` lasts no lightning, and
/// an `atlas of 1612` no year.
pub fn may_be_amount(literal: &Literal, is_time: bool, datatype: &str) -> bool {
    let words = &literal.mention;
    match datatype.strip_prefix(XSD) {
        Some("duration" | "dayTimeDuration" | "yearMonthDuration") => durations::names_unit_of_time(words),
        Some(
            "decimal" | "double" | "float" | "integer" | "int" | "long" | "nonNegativeInteger"
            | "positiveInteger",
        ) => is_time || words.contains(char::is_numeric) || quantity::read(words).is_some(),
        _ => true,
    }
}

/// A date with the datatype that has its precision.
fn dated(is_day: impl Fn(&String) -> bool) -> impl Fn(String) -> (String, String) {
    move |date| {
        let datatype = if is_day(&date) { format!("{XSD}date") } else { DATE_OF_ANY_PRECISION.to_owned() };
        (date, datatype)
    }
}

/// The words around a token that the recogniser takes for one expression (`20 July 2001`), else the token.
fn expression(sentence: &Sentence, token: usize) -> TokenSpan {
    let goes_on = |index: usize| sentence.tokens.get(index).is_some_and(|token| token.entity.continues());
    let mut span = TokenSpan::of_token(token);
    while span.first > 0 && goes_on(span.first) {
        span = TokenSpan::new(span.first - 1, span.end);
    }
    while goes_on(span.end) {
        span = TokenSpan::new(span.first, span.end + 1);
    }
    span
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
        assert_eq!(read("300 passengers", &format!("{XSD}integer")), pair("300", "integer"));
        assert_eq!(read("two weeks", &format!("{XSD}duration")), pair("P14D", "duration"));
        assert_eq!(read("4 March 1931", &format!("{XSD}gYearMonth")), pair("1931-03", "gYearMonth"));
    }

    #[test]
    fn what_has_no_number_is_no_amount() {
        let may_be = |words: &str, datatype: &str| {
            let datatype = format!("{XSD}{datatype}");
            may_be_amount(&literal(words.to_owned(), &datatype), false, &datatype)
        };
        assert!(may_be("about forty", "decimal") && may_be("two-day", "duration"));
        assert!(!may_be("lightning", "duration") && may_be("lightning", "string"));
        assert!(!may_be("1612", "duration") && !may_be("4 per cent", "duration"));
    }

    #[test]
    fn words_without_a_value_stay_as_they_are() {
        assert_eq!(read("last spring", &format!("{XSD}date")), pair("last spring", "string"));
        assert_eq!(read("about forty", &format!("{XSD}decimal")), pair("about forty", "string"));
        assert_eq!(read("4.5 metres", &format!("{XSD}integer")), pair("4.5 metres", "string"));
        assert_eq!(read("1931", &format!("{XSD}string")), pair("1931", "string"));
        assert_eq!(read("a dozen", ANY_LITERAL), pair("a dozen", "Literal"));
        assert_eq!(read("1931", "https://example.org/#vintage"), pair("1931", "vintage"));
    }
}
