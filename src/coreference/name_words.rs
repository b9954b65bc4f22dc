//! Which names can be those of one person.
//!
//! News writes a name in many ways: with initials or in full, with or without a nickname, `Jong Un` and `Jong-un`, and it
//! slips. But a father and a son differ by two letters, so `Jr.` always counts.

use crate::mentions::OntologyIndex;

/// The noun of a singular description's label (`the spokeswoman for the council`: `spokeswoman`).
pub fn last_noun(label: &str) -> String {
    let before_complement = [" of ", " for ", " from ", " in ", " at "]
        .into_iter()
        .fold(label, |rest, word| rest.split(word).next().unwrap_or(rest));
    before_complement.rsplit(' ').next().unwrap_or_default().to_lowercase()
}

/// The words of a name in lower case.
pub fn name_words(name: &str) -> Vec<String> {
    name.split(' ')
        .filter(|word| !word.is_empty())
        .map(|word| word.trim_end_matches('.').to_lowercase())
        .collect()
}

/// A person's name by its parts, in lower case and without full stops at the ends of words.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PersonName {
    /// Given names and surname.
    pub words: Vec<String>,
    /// What stands in quotation marks (`Dana “Bo” Keller`).
    pub nickname: Option<String>,
    /// `jr`, `iii`.
    pub generation: Option<String>,
}

impl PersonName {
    /// The parts of a name.
    pub fn of(name: &str, lexicon: &OntologyIndex) -> Self {
        let mut parts = Self::default();
        let mut quoted: Vec<String> = Vec::new();
        let mut inside = false;
        for word in name.split(' ').filter(|word| !word.is_empty()) {
            inside |= word.starts_with(is_quote);
            let bare = word.trim_matches(|c| is_quote(c) || c == ',').trim_end_matches('.').to_lowercase();
            if inside {
                quoted.push(bare);
            } else {
                parts.words.push(bare);
            }
            inside &= !word.trim_end_matches(',').ends_with(is_quote);
        }
        parts.nickname = (!quoted.is_empty()).then(|| quoted.join(" "));
        if parts.words.len() > 1 && parts.words.last().is_some_and(|last| lexicon.is_generation(last)) {
            parts.generation = parts.words.pop();
        }
        parts
    }

    /// Whether it names its bearer in full.
    pub fn is_full(&self) -> bool {
        self.words.len() > 1
    }

    /// Whether nothing in the two names says that they are those of two people.
    pub fn may_be(&self, other: &Self) -> bool {
        same_person(self, other)
    }

    /// Whether leaving the generation out would make it the name of the father or the son.
    pub fn tells_generations_apart(&self) -> bool {
        let counted = |generation: &String| generation.chars().all(|c| matches!(c, 'i' | 'v' | 'x'));
        self.generation.as_ref().is_some_and(|generation| !counted(generation))
    }
}

fn is_quote(c: char) -> bool {
    matches!(c, '"' | '“' | '”' | '‘' | '’' | '\'' | '«' | '»')
}

/// Whether two full names may be one person's: the first and the last words agree, and what is between does not
/// contradict (`John Smith`, `John Q. Smith`); initials stand for names, and a nickname for the first.
pub fn same_person(a: &PersonName, b: &PersonName) -> bool {
    let generations = match (&a.generation, &b.generation) {
        (Some(a), Some(b)) => a == b,
        _ => !a.tells_generations_apart() && !b.tells_generations_apart(),
    };
    let agree = |a: Option<&String>, b: Option<&String>| match (a, b) {
        (Some(a), Some(b)) => a == b || is_initial(a, b) || is_initial(b, a),
        _ => true,
    };
    let (one, other) = (unhyphenated(&a.words), unhyphenated(&b.words));
    let nicknamed = |name: &PersonName, words: &[String]| {
        name.nickname.is_some() && name.nickname.as_ref() == words.first()
    };
    let first = agree(one.first(), other.first()) || nicknamed(a, &other) || nicknamed(b, &one);
    let last = one.last() == other.last() || is_slip(&one, &other);
    if !generations || !first || !last {
        return false;
    }
    let (Some(middle), Some(others)) =
        (one.get(1..one.len().saturating_sub(1)), other.get(1..other.len().saturating_sub(1)))
    else {
        return true;
    };
    middle.iter().zip(others).all(|(a, b)| agree(Some(a), Some(b)))
}

/// `jong-un` as two words.
fn unhyphenated(words: &[String]) -> Vec<String> {
    words.iter().flat_map(|word| word.split('-')).map(str::to_owned).collect()
}

/// Whether one letter more in the middle of a long surname is all that makes two names with one given name differ (`Hickok`,
/// `Hickock`). `Ivanov` and `Ivanova`, `Robert` and `Roberts` differ at the end, and are two names.
pub fn is_slip(a: &[String], b: &[String]) -> bool {
    const SHORTEST: usize = 6;
    let (Some(first), Some(last), Some(other)) = (a.first(), a.last(), b.last()) else { return false };
    let (a_last, b_last): (Vec<char>, Vec<char>) = (last.chars().collect(), other.chars().collect());
    let (short, long) = if a_last.len() < b_last.len() { (a_last, b_last) } else { (b_last, a_last) };
    let same_given = a.len() > 1 && Some(first) == b.first() && first.chars().count() > 1;
    let one_more = |at: usize| short[..at] == long[..at] && short[at..] == long[at + 1..];
    same_given
        && short.len() >= SHORTEST
        && long.len() == short.len() + 1
        && short.last() == long.last()
        && (1..short.len()).any(one_more)
}

/// Whether a name is written short, by its first letter (`j`, `j.k`).
pub fn is_initial(short: &str, long: &str) -> bool {
    let letters = short.split('.').filter(|part| !part.is_empty());
    let initials = letters.clone().all(|part| part.chars().count() == 1);
    initials && letters.into_iter().next().is_some_and(|first| long.starts_with(first))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample_language::lexicon;

    fn same(a: &str, b: &str) -> bool {
        same_person(&PersonName::of(a, lexicon()), &PersonName::of(b, lexicon()))
    }

    #[test]
    fn one_persons_name_is_written_in_many_ways() {
        for (one, other) in [
            ("Peter Vane", "P. Vane"),
            ("Peter Vane", "Peter J. Vane"),
            ("Peter James Vane", "Peter J. Vane"),
            ("Robert S. Hale III", "Robert Hale"),
            ("J.K. Marsh", "Jane Marsh"),
            ("Kang Jong Un", "Kang Jong-un"),
            ("Luis “Jerry” Ortega", "Jerry Ortega"),
            ("Luis \"Jerry\" Ortega", "Luis Ortega"),
            ("Tom Hale Jr.", "Tom Hale, Jr"),
            ("Philip Brannok", "Philip Brannock"),
        ] {
            assert!(same(one, other) && same(other, one), "{one}, {other}");
        }
    }

    #[test]
    fn two_people_stay_two() {
        for (one, other) in [
            ("Peter Vane", "Paul Vane"),
            ("Peter Vane", "A. Vane"),
            ("Peter A. Vane", "Peter B. Vane"),
            ("Tom Hale Jr.", "Tom Hale Sr."),
            ("Tom Hale Jr.", "Tom Hale"),
            ("Anna Ivanov", "Anna Ivanova"),
            ("Anna Robert", "Anna Roberts"),
            ("Peter Brannok", "Philip Brannock"),
            ("Luis “Jerry” Ortega", "Marco Ortega"),
            ("Ann Hall", "Ann Hill"),
        ] {
            assert!(!same(one, other) && !same(other, one), "{one}, {other}");
        }
    }
}
