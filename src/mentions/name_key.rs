//! Names without what makes no difference between them.

use super::ontology_index::OntologyIndex;

/// A name without the differences that mean nothing: case, full stops, hyphens, quotation marks, spaces between initials, and
/// what registers add to the names of companies.
pub fn name_key(name: &str, lexicon: &OntologyIndex) -> String {
    let forms = &lexicon.words().legal_forms;
    let plain = name.to_lowercase().replace(['’', '‘'], "'").replace(['‐', '‑', '-'], " ");
    let plain = plain.replace(['.', '“', '”', '"', '«', '»'], "");
    let mut key = String::with_capacity(plain.len());
    let mut after_initial = false;
    for word in plain.split(' ').map(unquoted).filter(|word| !word.is_empty()) {
        let initial = word.chars().count() == 1 && word.chars().all(char::is_alphabetic);
        let goes_on = initial && after_initial;
        if !key.is_empty() && !goes_on {
            key.push(' ');
        }
        key.push_str(word);
        after_initial = initial;
    }
    let without_form = |key: &str| {
        let (bare, last) = key.rsplit_once(' ')?;
        forms.contains(last).then(|| bare.trim_end_matches(',').to_owned())
    };
    while let Some(bare) = without_form(&key) {
        key = bare;
    }
    key
}

/// The words of a body's name with the noun that says what it is before the others, whichever way about they are said.
pub fn turned_key(name: &str, lexicon: &OntologyIndex) -> Option<String> {
    let key = name_key(name, lexicon);
    let mut words: Vec<&str> = key.split(' ').filter(|word| !matches!(*word, "of" | "for" | "the")).collect();
    let turned = |word: &str| lexicon.words().turned_names.contains(word);
    if turned(words.last()?) {
        words.rotate_right(1);
    }
    (words.len() > 1 && turned(words[0])).then(|| words.join(" "))
}

/// A word without the quotation marks that close around it and the comma before a `Jr.`
fn unquoted(word: &str) -> &str {
    let word = word.trim_end_matches(',');
    word.strip_prefix('\'').map_or(word, |inner| inner.strip_suffix('\'').unwrap_or(inner))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample_language::lexicon;

    #[test]
    fn what_makes_no_difference_is_not_in_the_key() {
        for (one, other) in [
            ("Kang Jong-un", "Kang Jong Un"),
            ("J. K. Marsh", "J.K. Marsh"),
            ("U.S. Navy", "US Navy"),
            ("Bo “Fast” Marsh", "Bo \"Fast\" Marsh"),
            ("Bo ‘Fast’ Marsh", "Bo 'Fast' Marsh"),
            ("Nordholm Lines, Ltd.", "Nordholm Lines"),
            ("Tom Hale, Jr.", "Tom Hale Jr"),
            ("Workers’ Union", "Workers' Union"),
        ] {
            assert_eq!(name_key(one, lexicon()), name_key(other, lexicon()), "{one}");
        }
    }

    #[test]
    fn what_makes_another_name_stays() {
        for (one, other) in
            [("Tom Hale Jr.", "Tom Hale"), ("A Hale", "B Hale"), ("Workers' Union", "Worker Union")]
        {
            assert_ne!(name_key(one, lexicon()), name_key(other, lexicon()), "{one}");
        }
    }
}
