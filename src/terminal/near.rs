//! Names that the user may have meant.

use strsim::levenshtein;

/// Longest list of suggestions.
const MOST: usize = 3;

/// The known names nearest to what was typed, best first; none where nothing is near.
pub fn near_names<'a>(typed: &str, known: impl IntoIterator<Item = &'a str>) -> Vec<&'a str> {
    let typed = typed.to_lowercase();
    let mut near: Vec<(usize, &str)> = known
        .into_iter()
        .filter_map(|name| {
            let lower = name.to_lowercase();
            if lower.contains(&typed) || (typed.contains(&lower) && lower.chars().count() > 2) {
                return Some((1, name));
            }
            let distance = levenshtein(&typed, &lower);
            (distance <= 1 + typed.chars().count() / 4).then_some((distance, name))
        })
        .collect();
    near.sort();
    near.dedup();
    near.into_iter().map(|(_, name)| name).take(MOST).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slips_and_parts_of_names_are_near() {
        let known = ["Nordholm Lines", "Harbour Board", "Ida Lund"];
        assert_eq!(near_names("Nordholn Lines", known), ["Nordholm Lines"]);
        assert_eq!(near_names("lund", known), ["Ida Lund"]);
        assert!(near_names("Quebec", known).is_empty());
    }
}
