//! Examples that the parser takes for no sentence.
//!
//! `The gorilla bore twins.` may be read as a heap of nouns, `The trust paid for the dig.` as a trust that was paid. Their
//! author wrote sentences, though, so they have a verb. With pronouns in place of the marked arguments (`It bore them.`)
//! nothing but the wording is left, and that the parser reads well. Phrases without a full stop are meant as phrases.

use crate::language::{FineTag, Sentence};
use crate::ontology::{Example, RoleSpan};

/// The example with pronouns for its arguments, if it is a sentence in which the parser has found no finite verb.
pub fn plain_wording(example: &Example, sentences: &[Sentence]) -> Option<Example> {
    let mut tokens = sentences.iter().flat_map(|sentence| &sentence.tokens);
    let has_verb = tokens.any(|token| {
        matches!(token.tag, FineTag::Vbd | FineTag::Vbz | FineTag::Vbp | FineTag::Md | FineTag::Vb)
    });
    if has_verb || !example.text.trim_end().ends_with('.') {
        return None;
    }
    let characters: Vec<char> = example.text.chars().collect();
    let mut spans: Vec<&RoleSpan> = example.spans.iter().collect();
    spans.sort_by_key(|span| span.begin);
    let mut plain = Example { text: String::new(), spans: Vec::new(), ..example.clone() };
    let (mut length, mut copied) = (0, 0);
    for span in spans {
        let between: String = characters[copied..span.begin].iter().collect();
        let pronoun = match (span.begin == 0, is_plural(sentences, span)) {
            (true, true) => "They",
            (true, false) => "It",
            (false, true) => "them",
            (false, false) => "it",
        };
        let begin = length + span.begin - copied;
        let end = begin + pronoun.len();
        plain.text.push_str(&between);
        plain.text.push_str(pronoun);
        plain.spans.push(RoleSpan { role: span.role.clone(), begin, end });
        (length, copied) = (end, span.end);
    }
    plain.text.extend(&characters[copied..]);
    Some(plain)
}

/// Whether the last noun of a span is a plural.
fn is_plural(sentences: &[Sentence], span: &RoleSpan) -> bool {
    let tokens = sentences.iter().flat_map(|sentence| &sentence.tokens);
    let mut inside = tokens.filter(|token| span.begin <= token.begin && token.end <= span.end);
    inside.next_back().is_some_and(|token| token.tag.is_plural_noun())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ontology::Role;
    use crate::sample_language::parse;

    fn plain(text: &str, marked: [&str; 2]) -> Option<String> {
        let at = |part: &str| {
            let begin = text.find(part).expect("the part is in the text");
            (begin, begin + part.len())
        };
        let [subject, object] = marked.map(at);
        let spans = vec![
            RoleSpan { role: Role::Subject, begin: subject.0, end: subject.1 },
            RoleSpan { role: Role::Object, begin: object.0, end: object.1 },
        ];
        let example =
            Example { marked: text.to_owned(), text: text.to_owned(), spans, location: Default::default() };
        let sentences = parse(text);
        let plain = plain_wording(&example, &sentences)?;
        let characters: Vec<char> = plain.text.chars().collect();
        for span in &plain.spans {
            let word: String = characters[span.begin..span.end].iter().collect();
            assert!(["It", "They", "it", "them"].contains(&word.as_str()), "{word} in {}", plain.text);
        }
        Some(plain.text)
    }

    #[test]
    fn a_sentence_without_a_verb_gets_pronouns() {
        assert_eq!(
            plain("The gorilla bore twins.", ["The gorilla", "twins"]).as_deref(),
            Some("It bore them.")
        );
        assert_eq!(
            plain("The trust paid for the excavation.", ["The trust", "the excavation"]).as_deref(),
            Some("It paid for it."),
        );
    }

    #[test]
    fn what_the_parser_understands_stays() {
        assert_eq!(plain("The gorilla ate a banana.", ["The gorilla", "a banana"]), None);
        assert_eq!(plain("the owner of the boat", ["the owner", "the boat"]), None);
    }
}
