//! Literal values out of words: dates in ISO 8601 as precise as the words are, and numbers.

use crate::read::month;

use super::quantity;

/// The date that the words state, in ISO 8601: `2001-07-20`, `2001-07` or `2001`. `None` where they hold anything else.
pub fn date(text: &str) -> Option<String> {
    let words: Vec<&str> =
        text.split(|c: char| c.is_whitespace() || c == ',').filter(|word| !word.is_empty()).collect();
    match *words.as_slice() {
        [year] => self::year(year).or_else(|| iso(year)),
        [name, year] => Some(format!("{}-{:02}", self::year(year)?, month(name)?)),
        [one, other, year] => {
            let year = self::year(year)?;
            let (month, day) = match (month(one), month(other)) {
                (Some(month), None) => (month, day(other)?),
                (None, Some(month)) => (month, day(one)?),
                _ => return None,
            };
            Some(format!("{year}-{month:02}-{day:02}"))
        }
        _ => None,
    }
}

/// The number that the words state, in digits; its unit is left out (`£3 million`, `12,500 tonnes`). `None` where they state
/// none exactly (`about ten`, `up to 40`).
pub fn decimal(text: &str) -> Option<String> {
    plain_decimal(text).or_else(|| exactly(text).map(|number| number.to_string()))
}

/// The number in digits, without separators of thousands; `None` where the words are no plain number.
fn plain_decimal(text: &str) -> Option<String> {
    let digits = text.trim().replace(',', "");
    let plain = digits.starts_with(|c: char| c.is_ascii_digit())
        && digits.ends_with(|c: char| c.is_ascii_digit())
        && digits.chars().all(|c| c.is_ascii_digit() || c == '.')
        && digits.matches('.').count() <= 1;
    plain.then_some(digits)
}

/// The number that the words state, where they state one exactly.
pub fn exactly(text: &str) -> Option<f64> {
    // At the end of a sentence the tokenizer may leave the full stop on an amount ("$4.5m.").
    let read = quantity::read(text.trim_end_matches('.'))?;
    read.min.filter(|_| read.min == read.max)
}

fn year(word: &str) -> Option<String> {
    let plausible =
        word.len() == 4 && word.bytes().all(|byte| byte.is_ascii_digit()) && ("1000".."2200").contains(&word);
    plausible.then(|| word.to_owned())
}

fn iso(word: &str) -> Option<String> {
    let parts: Vec<&str> = word.split('-').collect();
    match *parts.as_slice() {
        [year, month, day] if month.len() == 2 && day.len() == 2 => {
            let in_range =
                |part: &str, most: u8| part.parse().is_ok_and(|number: u8| (1..=most).contains(&number));
            (self::year(year).is_some() && in_range(month, 12) && in_range(day, 31)).then(|| word.to_owned())
        }
        _ => None,
    }
}

fn day(word: &str) -> Option<u8> {
    let digits = word.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    digits.parse().ok().filter(|day| (1..=31).contains(day))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_as_precise_as_their_words() {
        let read = |text: &str| date(text).unwrap_or_default();
        assert_eq!(read("20 July 2001"), "2001-07-20");
        assert_eq!(read("July 4th , 1998"), "1998-07-04");
        assert_eq!(read("Sept. 1998"), "1998-09");
        assert_eq!(read("1998"), "1998");
        assert_eq!(read("1998-03-02"), "1998-03-02");
        for text in ["", "98", "July", "40 July 1998", "the 1990s", "1998-33-02", "2001 2002"] {
            assert_eq!(date(text), None, "{text}");
        }
    }

    #[test]
    fn numbers_lose_their_separators() {
        assert_eq!(decimal("1,250"), Some("1250".to_owned()));
        assert_eq!(decimal("3.5"), Some("3.5".to_owned()));
        for text in ["", "1.2.3", "men", ".", "about five", "up to 40", "between 3 and 5"] {
            assert_eq!(decimal(text), None, "{text}");
        }
    }

    #[test]
    fn amounts_lose_their_units() {
        let read = |text: &str| decimal(text).unwrap_or_default();
        assert_eq!([read("12,500 tonnes"), read("five men"), read("20%")], ["12500", "5", "20"]);
        assert_eq!(
            [read("£3 million"), read("$4.5m."), read("3.2 billion euros")],
            ["3000000", "4500000", "3200000000"]
        );
    }
}
