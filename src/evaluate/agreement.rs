//! When two names mean the same, and when a quotation stands in a sentence: by their words, so that articles, case,
//! punctuation and kinds of quotation marks make no difference.

use crate::story::{EntityReference, Statement};

/// Words that change nothing in a name.
const DROPPED: &[&str] =
    &["the", "a", "an", "his", "her", "their", "its", "our", "some", "any", "this", "that", "s"];

/// The words of a name that count, lower case.
fn words(name: &str) -> Vec<String> {
    name.to_lowercase()
        .split(|c: char| !(c.is_alphanumeric() || c == '_' || c == '&'))
        .filter(|word| !word.is_empty() && !DROPPED.contains(word))
        .map(str::to_owned)
        .collect()
}

/// Whether the words of one name are, in this order and without a gap, among those of one of the accepted names, or
/// the other way round.
pub fn is_same(name: &str, accepted: &[String]) -> bool {
    let name = words(name);
    accepted.iter().map(|other| words(other)).any(|other| {
        let (short, long) = if name.len() <= other.len() { (&name, &other) } else { (&other, &name) };
        !short.is_empty() && long.windows(short.len()).any(|window| window == short.as_slice())
    })
}

/// Lower case, plain quotation marks, single spaces.
pub fn flat(text: &str) -> String {
    let plain = text.to_lowercase().replace(['’', '‘'], "'").replace(['“', '”'], "\"");
    plain.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The names of an entity in a statement: its label, and the words that stand for it in the sentence.
pub fn names(reference: Option<&EntityReference>) -> Vec<&str> {
    reference.map(|entity| non_empty([&entity.label, &entity.mention])).unwrap_or_default()
}

/// The names of what stands in the object's place.
pub fn object_names(statement: &Statement) -> Vec<&str> {
    let object = statement.object.as_ref();
    object.map(|object| non_empty([object.label(), object.mention()])).unwrap_or_default()
}

fn non_empty(names: [&str; 2]) -> Vec<&str> {
    names.into_iter().filter(|name| !name.is_empty()).collect()
}

/// Whether one of the names is accepted; an empty list accepts anything.
pub fn agrees(names: &[&str], accepted: &[String]) -> bool {
    accepted.is_empty() || names.iter().any(|name| is_same(name, accepted))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_agree_by_their_words() {
        let accepted = ["Saltmere Harbour Board".to_owned()];
        for name in ["the harbour board", "Harbour-Board", "the Saltmere Harbour Board's chair"] {
            assert!(is_same(name, &accepted), "{name}");
        }
        for name in ["Saltmere Board", "the", "", "harbour boards"] {
            assert!(!is_same(name, &accepted), "{name}");
        }
        assert!(agrees(&[], &[]));
        assert!(!agrees(&[], &accepted));
    }

    #[test]
    fn flat_text_has_plain_marks_and_spaces() {
        assert_eq!(flat("He  said:\n“It’s Over”"), "he said: \"it's over\"");
    }
}
