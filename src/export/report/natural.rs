//! The order in which people look for names: letter case does not count, and `unit 9` comes before `unit 10`.

/// A piece of a name: a number comes before a word, and by its value.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Piece {
    /// Digits without leading zeros; the longer is the greater.
    Number(usize, String),
    /// What stands between numbers, in lower case.
    Word(String),
}

/// What names are sorted by.
pub fn natural_key(name: &str) -> Vec<Piece> {
    let mut pieces: Vec<(bool, String)> = Vec::new();
    for c in name.chars().flat_map(char::to_lowercase) {
        let digit = c.is_ascii_digit();
        match pieces.last_mut() {
            Some((of_digits, piece)) if *of_digits == digit => piece.push(c),
            _ => pieces.push((digit, c.to_string())),
        }
    }
    let piece = |(digits, text): (bool, String)| {
        if !digits {
            return Piece::Word(text);
        }
        let number = text.trim_start_matches('0').to_owned();
        Piece::Number(number.len(), number)
    };
    pieces.into_iter().map(piece).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_count_by_their_value() {
        let mut names = ["Unit 10", "unit 9", "Unit 010b", "Ärger", "Unit"];
        names.sort_by_key(|name| natural_key(name));
        assert_eq!(names, ["Unit", "unit 9", "Unit 10", "Unit 010b", "Ärger"]);
    }
}
