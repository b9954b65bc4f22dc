//! Headlines in title case or capitals, written as a sentence would be.
//!
//! `Hundreds Of Drivers Hand In Keys` looks like a row of names to a parser that has learned from sentences. The article
//! below tells how each of these words is written when nobody shouts; for words that it does not use, a dictionary
//! tells whether there is such a common word (truecasing, after Lita et al. 2003, with the article as the model). The
//! headline keeps its length in characters, so all offsets hold, and spans are cut out of the text as it stands.

use std::collections::HashMap;

use crate::grammar::Casing;

/// Words that are small in names (`Bank of Harlow`), as titles have them.
const SMALL_WORDS: &[&str] =
    &["After", "And", "As", "At", "By", "For", "From", "In", "Into", "Of", "On", "Over", "To", "With"];

/// How an article's running text writes its words.
#[derive(Debug, Default)]
pub struct RunningWords {
    /// By the word in small letters.
    written: HashMap<String, Writing>,
}

#[derive(Debug, Default)]
struct Writing {
    small: usize,
    /// With a capital where only a name has one: not at the beginning of a sentence.
    capital: usize,
    /// The first form with a capital.
    form: String,
}

impl RunningWords {
    /// Counts the words of running text.
    pub fn of<'t>(passages: impl Iterator<Item = &'t str>) -> Self {
        let mut running = Self::default();
        for passage in passages {
            let mut begins = true;
            for (gap, word) in words(passage) {
                begins |= gap.contains(['.', '!', '?', ':', '“', '"', '‘']);
                let writing = running.written.entry(word.to_lowercase()).or_default();
                if word.chars().next().is_some_and(char::is_lowercase) {
                    writing.small += 1;
                } else if !begins {
                    writing.capital += 1;
                    if writing.form.is_empty() {
                        writing.form = word.to_owned();
                    }
                }
                begins = false;
            }
        }
        running
    }

    /// The headline with capitals only where a sentence has them; `None` where it is written so already. It has as many
    /// characters as before. `is_common` tells whether a word in small letters is a common word of the language.
    pub fn sentence_case(&self, headline: &str, is_common: impl Fn(&str) -> bool) -> Option<String> {
        let casing = match Casing::of_words(words(headline).map(|(_, word)| word)) {
            // Too short to tell but for these.
            Casing::Ordinary if has_small_capitals(headline) => Casing::Title,
            casing => casing,
        };
        if casing == Casing::Ordinary {
            return None;
        }
        let mut result = String::with_capacity(headline.len());
        let mut rest = headline;
        for (gap, word) in words(headline) {
            let begins = result.is_empty() || gap.trim_end().ends_with(['.', '!', '?', ':', '“', '"', '‘']);
            result.push_str(gap);
            result.push_str(&same_length(word, self.rewritten(word, begins, casing, &is_common)));
            rest = &rest[gap.len() + word.len()..];
        }
        result.push_str(rest);
        Some(result)
    }

    fn rewritten(
        &self,
        word: &str,
        begins: bool,
        casing: Casing,
        is_common: impl Fn(&str) -> bool,
    ) -> String {
        let small = word.to_lowercase();
        let capital = || match casing {
            Casing::Capitals => capitalised(&small),
            _ => word.to_owned(),
        };
        match self.written.get(&small) {
            _ if begins => capital(),
            Some(writing) if writing.small >= writing.capital && writing.small > 0 => small,
            Some(writing) if writing.capital > 0 => writing.form.clone(),
            // Among words in title case, `FBI` shouts no louder than in a sentence.
            _ if casing == Casing::Title && is_abbreviation(word) => word.to_owned(),
            _ if is_common(&small) => small,
            _ => capital(),
        }
    }
}

/// Whether all words of a line have capitals, even those that are small in names.
fn has_small_capitals(line: &str) -> bool {
    let mut in_middle = words(line).skip(1).map(|(_, word)| word);
    in_middle.any(|word| SMALL_WORDS.contains(&word))
        && words(line).all(|(_, word)| word.starts_with(|first: char| !first.is_lowercase()) || word == "s")
}

/// The words of a text with what stands before each.
fn words(text: &str) -> impl Iterator<Item = (&str, &str)> {
    let mut rest = text;
    std::iter::from_fn(move || {
        let begin = rest.find(char::is_alphabetic)?;
        let length = rest[begin..].find(|c: char| !c.is_alphanumeric()).unwrap_or(rest.len() - begin);
        let found = (&rest[..begin], &rest[begin..begin + length]);
        rest = &rest[begin + length..];
        Some(found)
    })
}

fn is_abbreviation(word: &str) -> bool {
    word.chars().count() > 1 && word.chars().all(char::is_uppercase)
}

fn capitalised(small: &str) -> String {
    let mut letters = small.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// The new form, or the old one where another number of characters would move all that follows.
fn same_length(old: &str, new: String) -> String {
    if new.chars().count() == old.chars().count() { new } else { old.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    const BODY: &str = "The Gwent council’s drivers are angry. Hundreds of drivers have handed their keys to Rose \
                        Baker, of the TSO, and will be paid.";

    fn recased(headline: &str) -> Option<String> {
        let common = |word: &str| {
            matches!(word, "hand" | "in" | "by" | "keys" | "rose" | "baker" | "after" | "row" | "over")
        };
        RunningWords::of([BODY].into_iter()).sentence_case(headline, common)
    }

    #[test]
    fn the_article_tells_names_from_words() {
        assert_eq!(
            recased("Hundreds Of Gwent Council Drivers Hand In Keys To Rose Baker").as_deref(),
            Some("Hundreds of Gwent council drivers hand in keys to Rose Baker")
        );
        assert_eq!(
            recased("GWENT COUNCIL DRIVERS ‘WILL BE PAID’ BY TSO AFTER ULMARK ROW").as_deref(),
            Some("Gwent council drivers ‘Will be paid’ by TSO after Ulmark row")
        );
    }

    #[test]
    fn sentences_and_short_lines_stay() {
        assert_eq!(recased("Gwent council drivers hand in their keys to Rose Baker"), None);
        assert_eq!(recased("Rose Baker"), None);
    }

    #[test]
    fn small_words_with_capitals_make_a_headline() {
        assert_eq!(recased("Baker Row After Ulmark").as_deref(), Some("Baker row after Ulmark"));
        assert_eq!(recased("Row In IN Over Keys").as_deref(), Some("Row in IN over keys"));
        assert_eq!(recased("Baker Row at Ulmark"), None);
    }

    #[test]
    fn letters_that_change_their_length_stay() {
        let headline = "HUNDREDS OF DRIVERS İN ISTANBUL HAND İN KEYS";
        let recased = recased(headline).expect("it is in capitals");
        assert_eq!(recased.chars().count(), headline.chars().count());
    }
}
