//! The base form of a word, as rules and patterns compare it.

use crate::language::{FineTag, Token};

/// The lemma as patterns compare it.
pub fn lemma_of(token: &Token) -> String {
    let lower = token.lemma.to_lowercase();
    if drops_its_e(token, &lower) { lower + "e" } else { lower }
}

/// The lemma in lower case; the engine leaves the plural of proper nouns as it is (`Ministers`).
pub fn lemma(token: &Token) -> String {
    let lower = lemma_of(token);
    let lower = if lower.contains('’') { lower.replace('’', "'") } else { lower };
    match lower.strip_suffix('s') {
        Some(stem) if token.tag == FineTag::Nnps && stem.len() > 2 => stem.to_owned(),
        _ => lower,
    }
}

/// Whether a verb's base form has an `e` that the engine has lost with the ending: it says that `hoped` comes of `hop` and `fined`
/// of `fin`, which would be `hopped` and `finned`, as short words double their last letter before an ending; and that `rides`
/// comes of `rid`, which would be `rids`.
fn drops_its_e(token: &Token, lemma: &str) -> bool {
    let is_present = token.tag == FineTag::Vbz;
    if !is_present && !matches!(token.tag, FineTag::Vbd | FineTag::Vbn | FineTag::Vbg) {
        return false;
    }
    let is_vowel = |letter: u8| b"aeiou".contains(&letter);
    let [.., before, vowel, last] = lemma.as_bytes() else { return false };
    let is_short = !is_vowel(*before)
        && is_vowel(*vowel)
        && !is_vowel(*last)
        && !b"hwxy".contains(last)
        && lemma.bytes().filter(|&letter| is_vowel(letter) || letter == b'y').count() == 1;
    let ending = token.text.get(lemma.len()..).unwrap_or_default();
    let has_ending = if is_present {
        ending == "es" && !lemma.ends_with(['s', 'z'])
    } else {
        matches!(ending, "ed" | "ing")
    };
    is_short && token.text.to_lowercase().starts_with(lemma) && has_ending
}

#[cfg(test)]
mod tests {
    use super::lemma_of;
    use crate::sample_language::{parse, token};

    #[test]
    fn short_verbs_that_double_nothing_end_in_e() {
        let text = "They hoped that he was fined, rated the play, which was staged in May, and stopped fining him; they visited, banned and boxed.";
        let sentence = &parse(text)[0];
        let lemma = |word: &str| lemma_of(&sentence.tokens[token(sentence, word)]);
        let words = ["hoped", "fined", "rated", "staged", "stopped", "fining", "visited", "banned", "boxed"];
        let lemmas = ["hope", "fine", "rate", "stage", "stop", "fine", "visit", "ban", "box"];
        assert_eq!(words.map(lemma), lemmas.map(str::to_owned));
        let sentence = &parse("She rides for the team, hopes for more, boxes well and passes.")[0];
        let lemma = |word: &str| lemma_of(&sentence.tokens[token(sentence, word)]);
        assert_eq!(
            ["rides", "hopes", "boxes", "passes"].map(lemma),
            ["ride", "hope", "box", "pass"].map(str::to_owned)
        );
    }
}
