//! Courtesy titles and ranks in front of names. They say that a person is meant and often whether he or she.

use crate::grammar::Gender;

const FEMININE: &[&str] =
    &["mrs", "ms", "miss", "dame", "lady", "baroness", "countess", "duchess", "princess", "madame"];
const MASCULINE: &[&str] = &["mr", "sir", "lord", "baron", "earl", "duke", "prince", "monsieur"];
const EITHER: &[&str] = &[
    "mx",
    "dr",
    "prof",
    "professor",
    "rev",
    "reverend",
    "pc",
    "wpc",
    "dc",
    "dci",
    "det",
    "insp",
    "sgt",
    "cpl",
    "capt",
    "lt",
    "maj",
    "cmdr",
    "col",
    "gen",
    "adm",
    "sen",
    "rep",
    "gov",
    "hon",
    "cllr",
    "coun",
    "pte",
    "supt",
    "brig",
    "ald",
    "fr",
    "msgr",
];
/// Letters behind a name that are no part of it.
const BEHIND: &[&str] = &["mp", "msp", "qc", "kc", "jr", "sr", "obe", "mbe", "cbe", "phd", "md", "esq"];

/// Whether this word is a title that stands in front of a name.
pub fn is_honorific(word: &str) -> bool {
    let word = bare(word);
    [FEMININE, MASCULINE, EITHER].iter().any(|list| list.contains(&&*word))
}

/// Whether these are letters that stand behind a name.
pub fn is_behind_name(word: &str) -> bool {
    BEHIND.contains(&&*bare(word))
}

/// The gender that a title gives.
pub fn gender(title: &str) -> Option<Gender> {
    let words: Vec<String> = title.split(' ').map(bare).collect();
    let any = |list: &[&str]| words.iter().any(|word| list.contains(&&**word));
    if any(FEMININE) {
        Some(Gender::Feminine)
    } else if any(MASCULINE) {
        Some(Gender::Masculine)
    } else {
        None
    }
}

fn bare(word: &str) -> String {
    word.trim_end_matches('.').to_lowercase()
}
