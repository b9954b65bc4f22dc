//! Which names can be those of one person.

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

/// Whether two full names may be one person's: the first and the last words agree, and what is between does not
/// contradict (`John Smith`, `John Q. Smith`); initials stand for names.
pub fn same_person(a: &[String], b: &[String]) -> bool {
    let agree = |a: Option<&String>, b: Option<&String>| match (a, b) {
        (Some(a), Some(b)) => a == b || is_initial(a, b) || is_initial(b, a),
        _ => true,
    };
    if a.last() != b.last() || !agree(a.first(), b.first()) {
        return false;
    }
    let (Some(middle), Some(other)) =
        (a.get(1..a.len().saturating_sub(1)), b.get(1..b.len().saturating_sub(1)))
    else {
        return true;
    };
    middle.iter().zip(other).all(|(a, b)| agree(Some(a), Some(b)))
}

pub fn is_initial(short: &str, long: &str) -> bool {
    short.chars().count() == 1 && long.starts_with(short)
}
