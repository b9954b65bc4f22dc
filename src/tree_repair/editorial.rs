//! What an editor put into a quotation: `"[Berg] took it and [she] knew"`.
//!
//! Parsers have seen few brackets and take the word in them for something beside the sentence, or for two subjects; then whoever is
//! named first in the sentence takes the deed. Without the marks it is a sentence like any other, and so it is read.

use crate::language::{CoarseTag, Engine, Sentence};

use super::rereading::{self, Change, Rereading};

/// Longer remarks in brackets are asides.
const LONGEST: usize = 4;

/// Reads sentences with such brackets once more.
pub fn reread(sentences: &mut [Sentence], engine: &Engine) {
    rereading::reread(sentences, engine, |sentence| {
        let marks: Vec<(usize, Change)> =
            (0..sentence.tokens.len()).filter_map(|open| insertion(sentence, open)).flatten().collect();
        (!marks.is_empty()).then(|| Rereading::new(sentence, None, marks))
    });
}

/// The brackets around words that stand for the speaker's own. After a noun or a pronoun (`he [Berg] took it`) they only
/// explain it.
fn insertion(sentence: &Sentence, open: usize) -> Option<[(usize, Change); 2]> {
    let tokens = &sentence.tokens;
    if &*tokens[open].text != "[" {
        return None;
    }
    let close =
        (open + 2..tokens.len().min(open + LONGEST + 2)).find(|&close| &*tokens[close].text == "]")?;
    let is_spoken = tokens[open + 1..close].iter().all(|token| token.text.starts_with(char::is_alphabetic));
    let before = open.checked_sub(1).map(|before| &tokens[before]);
    let explains = before.is_some_and(|before| before.pos.is_noun() || before.pos == CoarseTag::Pron);
    (is_spoken && !explains)
        .then_some([(open, Change::Bracket { opens: true }), (close, Change::Bracket { opens: false })])
}

#[cfg(test)]
mod tests {
    use crate::sample_language::mended;
    use crate::tree_repair::tests::heads;

    #[test]
    fn words_in_brackets_are_words_of_the_sentence() {
        let text = "She feared that if [Berg] was murdered, others were at risk.";
        assert_eq!(heads(text, &["Berg", "murdered"]), ["Berg nsubjpass murdered", "murdered advcl were"]);
        assert_eq!(heads("Her lawyer warned that [he] was arrested.", &["he"]), ["he nsubjpass arrested"]);
    }

    #[test]
    fn what_explains_a_word_stays_beside_it() {
        let marks = |text| mended(text)[0].tokens.iter().filter(|token| &*token.text == "[").count();
        assert_eq!(marks("He [Tom Berg] took it."), 1);
    }
}
