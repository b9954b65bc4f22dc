//! Numbers as words and digits write them.

pub const COLLECTIVE: &[(&str, f64)] = &[
    ("dozen", 12.0),
    ("score", 20.0),
    ("ten", 10.0),
    ("hundred", 100.0),
    ("thousand", 1e3),
    ("million", 1e6),
    ("billion", 1e9),
];

pub const UNITS: &[&str] = &[
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
];

pub const TENS: &[&str] = &["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];

/// The numbers among the words, neighbours multiplied or added up (`two hundred and five`, `3.5 million`).
pub fn numbers(words: &[&str]) -> Vec<f64> {
    let mut found = Vec::new();
    let mut current: Option<f64> = None;
    for (index, word) in words.iter().enumerate() {
        if let Some(unit) =
            singular_collective(word).filter(|_| current.is_some() || follows_article(words, index))
        {
            current = Some(current.unwrap_or(1.0) * unit);
        } else if let Some(number) = plain_number(word) {
            current = match current {
                Some(sum) if sum >= 20.0 && number < sum && plain_digits(word).is_none() => {
                    Some(sum + number)
                }
                Some(sum) => {
                    found.push(sum);
                    Some(number)
                }
                None => Some(number),
            };
        } else if !(*word == "and" && current.is_some_and(|sum| sum >= 100.0)) {
            found.extend(current.take());
        }
    }
    found.extend(current);
    found
}

pub fn follows_article(words: &[&str], index: usize) -> bool {
    index.checked_sub(1).is_some_and(|before| matches!(words[before], "a" | "an" | "half"))
}

/// Whether a lower-case word is a number written out.
pub fn is_number_word(word: &str) -> bool {
    plain_number(word).is_some() && plain_digits(word).is_none()
}

pub fn plain_number(word: &str) -> Option<f64> {
    plain_digits(word).or_else(|| {
        let (tens, unit) = word.split_once('-').unwrap_or((word, ""));
        if let Some(index) = TENS.iter().position(|ten| *ten == tens) {
            return Some(
                20.0 + 10.0 * index as f64 + UNITS.iter().position(|name| *name == unit).unwrap_or(0) as f64,
            );
        }
        UNITS.iter().position(|name| *name == word).map(|index| index as f64)
    })
}

/// A number in digits, with thousands separators, a currency sign or a multiplier (`2,595`, `£4.5m`, `20%`).
pub fn plain_digits(word: &str) -> Option<f64> {
    let digits = word.trim_start_matches(['£', '$', '€']).replace(',', "");
    let bare = digits
        .trim_end_matches(|character: char| character.is_alphabetic() || matches!(character, '%' | '+'));
    let scale = match &digits[bare.len()..] {
        "" | "%" | "+" => 1.0,
        "k" => 1e3,
        "m" | "mn" => 1e6,
        "bn" | "b" => 1e9,
        "tn" => 1e12,
        _ => return None,
    };
    let is_number = bare.starts_with(|first: char| first.is_ascii_digit());
    bare.parse::<f64>().ok().filter(|number| is_number && number.is_finite()).map(|number| number * scale)
}

pub fn singular_collective(word: &str) -> Option<f64> {
    let named = |name: &str| COLLECTIVE.iter().find(|(unit, _)| *unit == name).map(|(_, size)| *size);
    plural_collective(word).or_else(|| named(word).filter(|_| word != "ten"))
}

pub fn plural_collective(word: &str) -> Option<f64> {
    let singular = word.strip_suffix('s')?;
    COLLECTIVE.iter().find(|(unit, _)| *unit == singular).map(|(_, size)| *size)
}

/// The numbers of a label, and its other words: `four years in prison` is 4, and `years in prison`.
pub fn amount_in(label: &str) -> (Vec<f64>, Vec<&str>) {
    let words: Vec<&str> = label.split_whitespace().collect();
    let is_number = |word: &&str| plain_number(word).is_some() || singular_collective(word).is_some();
    (numbers(&words), words.iter().copied().filter(|word| !is_number(word)).collect())
}
