//! Given names that are words, too: `Will Tandy was arrested`, `Police held Per Holm`.
//!
//! The tagger takes `Will` for an auxiliary and `Per` for a preposition, so that an arrest becomes a plan and nobody is called Per.
//! Where capitals or the words after the name tell that it is one, the sentence is read once more with a name that is no word.

use crate::grammar::{Casing, is_capitalised};
use crate::language::{Engine, FineTag, Sentence};
use crate::mentions::OntologyIndex;

use super::rereading::{self, Change, Rereading};

/// Reads sentences with such names once more.
pub fn reread(sentences: &mut [Sentence], engine: &Engine, lexicon: &OntologyIndex) {
    rereading::reread(sentences, engine, |sentence| reading(sentence, lexicon));
}

fn reading(sentence: &Sentence, lexicon: &OntologyIndex) -> Option<Rereading> {
    let is_misread = |index: usize| {
        looks_like_word(sentence, index)
            && lexicon.gender_of_person(&sentence.tokens[index].text).is_some()
            && is_in_place_of_name(sentence, index)
    };
    let names: Vec<(usize, Change)> = (0..sentence.tokens.len().saturating_sub(1))
        .filter(|&index| is_misread(index))
        .map(|index| (index, Change::GivenName))
        .collect();
    (!names.is_empty()).then(|| Rereading::new(sentence, None, names))
}

/// Whether the tagger takes a capitalised word right before a name for an auxiliary, a preposition, a verb or an adverb.
fn looks_like_word(sentence: &Sentence, index: usize) -> bool {
    let (token, next) = (&sentence.tokens[index], &sentence.tokens[index + 1]);
    let is_word = matches!(
        token.tag,
        FineTag::Md
            | FineTag::In
            | FineTag::Vb
            | FineTag::Vbp
            | FineTag::Vbd
            | FineTag::Vbn
            | FineTag::Rb
            | FineTag::Uh
    );
    is_word
        && is_capitalised(&token.text)
        && token.text.chars().skip(1).all(char::is_lowercase)
        && next.tag.is_proper_noun()
        && is_capitalised(&next.text)
        && next.begin == token.end + 1
}

/// Inside a sentence the capital tells that it is a name. At its beginning the words after it must: `Will Tandy was`, but not
/// `Will Tandy resign?`; `Per Holm, 34,`, but not `Per Holm, it rained`.
fn is_in_place_of_name(sentence: &Sentence, index: usize) -> bool {
    let tokens = &sentence.tokens;
    let begins = index == 0 || !tokens[index - 1].text.chars().any(char::is_alphanumeric);
    if !begins {
        return Casing::of_words(tokens.iter().map(|token| &*token.text)) == Casing::Ordinary;
    }
    let end = (index + 1..tokens.len()).find(|&next| !tokens[next].tag.is_proper_noun());
    let Some(end) = end.filter(|_| tokens.last().is_some_and(|last| &*last.text != "?")) else {
        return false;
    };
    let is_age = tokens.get(end + 1).is_some_and(|token| token.tag == FineTag::Cd);
    let tag = tokens[end].tag;
    tag == FineTag::Md || tag.is_finite_verb() || tag == FineTag::Comma && is_age
}

#[cfg(test)]
mod tests {
    use crate::language::FineTag;
    use crate::sample_language::{mended, token};

    fn is_name(text: &str, word: &str) -> bool {
        let sentences = mended(text);
        sentences[0].tokens[token(&sentences[0], word)].tag == FineTag::Nnp
    }

    #[test]
    fn a_word_before_a_surname_is_a_given_name_where_the_sentence_goes_on_so() {
        assert!(is_name("Will Tandy was arrested on Monday.", "Will"));
        assert!(is_name("Police arrested Will Tandy on Monday.", "Will"));
        assert!(is_name("Per Holm was charged with fraud.", "Per"));
        assert!(is_name("Police arrested Per Holm and his brother.", "Per"));
    }

    #[test]
    fn an_auxiliary_and_a_preposition_stay_what_they_are() {
        assert!(!is_name("Will Tandy resign?", "Will"));
        assert!(!is_name("Per Reuters, the clerk was charged.", "Per"));
    }
}
