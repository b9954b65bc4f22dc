//! Names that the user may have meant.

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
            let distance = edit_distance(&typed, &lower);
            (distance <= 1 + typed.chars().count() / 4).then_some((distance, name))
        })
        .collect();
    near.sort();
    near.dedup();
    near.into_iter().map(|(_, name)| name).take(MOST).collect()
}

/// Levenshtein distance in characters, by the algorithm of Wagner and Fischer with one row kept.
fn edit_distance(a: &str, b: &str) -> usize {
    let b: Vec<char> = b.chars().collect();
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.chars().enumerate() {
        let mut diagonal = std::mem::replace(&mut row[0], i + 1);
        for (j, y) in b.iter().enumerate() {
            let substituted = diagonal + usize::from(x != *y);
            diagonal = row[j + 1];
            row[j + 1] = substituted.min(row[j] + 1).min(diagonal + 1);
        }
    }
    row[b.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn distances_are_those_of_the_textbook() {
        assert_eq!(edit_distance("kitten", "sitting"), 3);
        assert_eq!(edit_distance("", "é"), 1);
    }

    #[test]
    fn slips_and_parts_of_names_are_near() {
        let known = ["Nordholm Lines", "Harbour Board", "Ida Lund"];
        assert_eq!(near_names("Nordholn Lines", known), ["Nordholm Lines"]);
        assert_eq!(near_names("lund", known), ["Ida Lund"]);
        assert!(near_names("Quebec", known).is_empty());
    }
}
