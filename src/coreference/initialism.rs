//! Which names an initialism may stand for: `the European Union … the EU`, `Harbour Workers Union … HWU`.

/// Whether a word is made of the initials of a longer name. Small words may count or not (`DoJ`), and a country's own
/// initialism before the name need not (`U.S. Customs and Border Protection`: `CBP`).
pub fn stands_for(short: &str, long: &str) -> bool {
    const LONGEST: usize = 7;
    let Some(letters) = letters(short).filter(|letters| letters.len() <= LONGEST) else { return false };
    let words: Vec<&str> = long.split([' ', '-']).filter(|word| word.contains(char::is_alphabetic)).collect();
    let capitals = content(&words).iter().all(|word| word.starts_with(char::is_uppercase));
    let spells = |words: &[&str]| {
        words.len() == letters.len()
            && words.iter().zip(&letters).all(|(word, letter)| word.to_lowercase().starts_with(*letter))
    };
    let prefixed = words.first().is_some_and(|first| self::letters(first).is_some());
    capitals
        && (spells(&words)
            || spells(&content(&words))
            || prefixed && words.len() > 3 && spells(&content(&words[1..])))
}

fn content<'a>(words: &[&'a str]) -> Vec<&'a str> {
    words.iter().copied().filter(|word| !is_small(word)).collect()
}

/// Whether a word looks like one.
pub fn is_initialism(word: &str) -> bool {
    letters(word).is_some()
}

/// The letters of an initialism in lower case: all capitals but for small words' (`EU`, `U.N.`, `DoJ`), or a word of four
/// letters and more, as some houses write them (`Unesco`).
fn letters(word: &str) -> Option<Vec<char>> {
    let letters: Vec<char> = word.chars().filter(|&c| c != '.').collect();
    let all = letters.iter().all(|c| c.is_alphabetic());
    let capitals = letters.iter().filter(|c| c.is_uppercase()).count();
    let written_as_word = letters.len() > 3 && capitals == 1 && letters[0].is_uppercase();
    let initials =
        capitals >= 2 && letters.len() <= capitals + 1 && letters.last().is_some_and(|c| c.is_uppercase());
    (all && letters.len() > 1 && (initials || written_as_word))
        .then(|| letters.iter().flat_map(|c| c.to_lowercase()).collect())
}

fn is_small(word: &str) -> bool {
    matches!(word, "of" | "for" | "and" | "the" | "to" | "on" | "in" | "at" | "against" | "with" | "de" | "&")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn initials_stand_for_the_name_they_begin() {
        for (short, long) in [
            ("EU", "European Union"),
            ("U.N.", "United Nations"),
            ("HWU", "Harbour Workers Union"),
            ("BDA", "Board of Dock Affairs"),
            ("DoJ", "Department of Justice"),
            ("CBP", "U.S. Customs and Border Protection"),
            ("KPA", "Kerian People's Army"),
            ("Ipoa", "Independent Policing Oversight Authority"),
            ("NLF", "North-Land Front"),
        ] {
            assert!(stands_for(short, long), "{short}, {long}");
        }
    }

    #[test]
    fn other_words_do_not() {
        for (short, long) in [
            ("EU", "Eastern Front"),
            ("EU", "European Customs Union"),
            ("Ida", "Island Dock Authority"),
            ("Mark", "Marsh Area Road Keepers of Dale"),
            ("HWU", "harbour workers union"),
            ("A", "Anna"),
            ("US", "us soldiers"),
            ("MP", "Marchshire Police Federation"),
        ] {
            assert!(!stands_for(short, long), "{short}, {long}");
        }
    }
}
