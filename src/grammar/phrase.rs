//! Phrases in a dependency tree: which tokens belong to a noun.

use crate::language::{Dependency, FineTag, Sentence};

use super::token_span::TokenSpan;
use super::tree::{child, children, path_to_root};

/// Labels of the words before a noun that belong to its phrase.
const BEFORE: &[Dependency] = &[
    Dependency::Det,
    Dependency::Predet,
    Dependency::Amod,
    Dependency::Compound,
    Dependency::Nmod,
    Dependency::Poss,
    Dependency::Nummod,
    Dependency::Quantmod,
    Dependency::Advmod,
    Dependency::Npadvmod,
    Dependency::Neg,
    Dependency::Punct,
    Dependency::Case,
];

/// The noun phrase of a head: the words before it that depend on it, and short `of …` phrases after it, in titles also `for …`. Relative
/// clauses, appositions, conjuncts and participles stay outside, because they make statements of their own.
pub fn noun_phrase(sentence: &Sentence, head: usize) -> TokenSpan {
    TokenSpan::new(phrase_start(sentence, head), phrase_end(sentence, head))
}

/// First token of the phrase.
pub fn phrase_start(sentence: &Sentence, head: usize) -> usize {
    let tokens = &sentence.tokens;
    let mut first = head;
    while first > 0 && belongs_before(sentence, first - 1, head) {
        first -= 1;
    }
    while first < head && tokens[first].dep == Dependency::Punct {
        first += 1;
    }
    first
}

/// One past the last token: the head itself, or the end of an `of` phrase right after it.
pub fn phrase_end(sentence: &Sentence, head: usize) -> usize {
    let tokens = &sentence.tokens;
    let mut end = head + 1;
    let mut current = head;
    loop {
        let Some(preposition) = tokens.get(end).filter(|preposition| preposition.head == current) else {
            return end;
        };
        // "Minister for Trade" is a post like "Secretary of State".
        let titled = tokens[current].tag == FineTag::Nnp && preposition.text.eq_ignore_ascii_case("for");
        if !(titled || preposition.text.eq_ignore_ascii_case("of")) {
            return end;
        }
        let preposition = end;
        let Some(object) = child(sentence, preposition, &[Dependency::Pobj]) else { return end };
        if phrase_start(sentence, object) != preposition + 1 || titled && !tokens[object].tag.is_proper_noun()
        {
            return end;
        }
        end = object + 1;
        current = object;
    }
}

/// The noun after `of`, where the phrase goes on with one (`scores` → `officers`).
pub fn object_of(sentence: &Sentence, head: usize) -> Option<usize> {
    let is_of = |&child: &usize| child > head && sentence.tokens[child].text.eq_ignore_ascii_case("of");
    child(sentence, children(sentence, head).find(is_of)?, &[Dependency::Pobj])
}

/// Whether `token` stands before `head` as a part of its phrase, where all words between them do: climbing from it ends at `head`,
/// through a label of [`BEFORE`], and through no clause on the way.
fn belongs_before(sentence: &Sentence, token: usize, head: usize) -> bool {
    for index in path_to_root(sentence, token) {
        // From a word between them the way goes on as its own did.
        if token < index && index < head {
            return true;
        }
        let word = &sentence.tokens[index];
        if word.head == head {
            return BEFORE.contains(&word.dep);
        }
        if matches!(word.dep, Dependency::Relcl | Dependency::Appos | Dependency::Advcl | Dependency::Root) {
            return false;
        }
    }
    false
}
