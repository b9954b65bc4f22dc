//! Dates of publication: from the many ways pages write them to ISO 8601, so that stories can be put in order.
//!
//! Only what is unambiguous is rewritten: `04/03/2024` is a day in April in one country and in March in another,
//! so it stays as it was given.

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::fmt::temporal::{Pieces, PiecesOffset};

/// When an article was published.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PublicationDate {
    /// ISO 8601 (`2024-03-04` or `2024-03-04T10:21:00+00:00`) where it could be recognised, else as it was given.
    pub text: String,
    /// The day from which "yesterday" is counted, where the date could be recognised.
    pub day: Option<Date>,
}

impl PublicationDate {
    /// The date that a page or a record names, in any of the usual forms; white space around it does not count.
    ///
    /// ```
    /// use newsgraph::read::PublicationDate;
    ///
    /// let date = PublicationDate::new("Mon, 04 Mar 2024 10:21:00 GMT");
    /// assert_eq!(date.text, "2024-03-04T10:21:00+00:00");
    /// assert_eq!(date.day.map(|day| day.to_string()).as_deref(), Some("2024-03-04"));
    /// assert_eq!(PublicationDate::new("04/03/2024").day, None);
    /// ```
    pub fn new(given: &str) -> Self {
        let given = given.trim();
        let ways = [iso, mail, in_digits, in_numbers, ending_in_zone, written_out];
        let text = ways.iter().find_map(|read| read(given));
        Self::of(text.unwrap_or_else(|| given.to_owned()))
    }

    /// Whether it can be the date of an article: systems write year 1 or the beginning of Unix time where they have none.
    pub(crate) fn is_plausible(&self) -> bool {
        let known = |day: Date| (1600..=2999).contains(&day.year()) && day != Date::constant(1970, 1, 1);
        self.day.is_none_or(known)
    }

    /// The first calendar date in a line (`Monday 4 March 2024`, `Published: Mar. 4th, 2024`, `2024-03-04`).
    pub(crate) fn find(line: &str) -> Option<Self> {
        written_out(line).map(Self::of)
    }

    fn of(text: String) -> Self {
        let day = text.get(.."2024-03-04".len()).and_then(|day| day.parse().ok());
        Self { text, day }
    }
}

/// Seconds or thousandths of one since 1970, as databases keep them, or year to second without a mark between.
fn in_digits(given: &str) -> Option<String> {
    let digits = given.split_once('.').map_or(given, |(digits, _)| digits);
    if !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let since_1970 = match digits.len() {
        10 => Timestamp::from_second(digits.parse().ok()?).ok()?,
        13 => Timestamp::from_millisecond(digits.parse().ok()?).ok()?,
        14 => return iso(&format!("{}T{}", &digits[..8], &digits[8..])),
        16 => Timestamp::from_microsecond(digits.parse().ok()?).ok()?,
        _ => return None,
    };
    Some(since_1970.strftime("%Y-%m-%dT%H:%M:%SZ").to_string())
}

/// `25/03/2024`, `3/25/2024 10:21`: which is the day shows where one of both can be no month. With full stops (`4.3.2024`) the day
/// stands first everywhere.
fn in_numbers(given: &str) -> Option<String> {
    let date = given.split_whitespace().next()?;
    let numbers: Vec<&str> = date.trim_end_matches(',').split(['/', '.']).collect();
    let [first, second, year] = numbers[..] else { return None };
    if !numbers.iter().flat_map(|number| number.bytes()).all(|byte| byte.is_ascii_digit()) || year.len() != 4
    {
        return None;
    }
    let (a, b): (i8, i8) = (first.parse().ok()?, second.parse().ok()?);
    if date.contains('.') {
        return calendar_date(year, b, first);
    }
    match (a > 12, b > 12) {
        (true, false) => calendar_date(year, b, first),
        (false, true) => calendar_date(year, a, second),
        _ if a == b => calendar_date(year, a, second),
        _ => None,
    }
}

/// `2024-03-04 10:21:00 UTC`.
fn ending_in_zone(given: &str) -> Option<String> {
    let time = given.strip_suffix(" UTC").or_else(|| given.strip_suffix(" GMT"))?;
    iso(&format!("{}Z", time.trim_end()))
}

/// The first calendar date in a line, in ISO 8601.
fn written_out(line: &str) -> Option<String> {
    let words: Vec<&str> = line
        .split(|c: char| c.is_whitespace() || matches!(c, ',' | '|' | '(' | ')'))
        .map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()))
        .filter(|word| !word.is_empty())
        .take(40)
        .collect();
    let in_words = words.windows(3).find_map(|window| {
        let [first, second, third] = [window[0], window[1], window[2]];
        let (day, month) = match (month(first), month(second)) {
            (_, Some(month)) => (first, month),
            (Some(month), _) => (second, month),
            _ => return None,
        };
        calendar_date(third, month, day)
    });
    // `Mon Mar 04 10:21:00 +0000 2024`, `4-Mar-2024`.
    let around_time = || {
        words.windows(4).chain(words.windows(5)).find_map(|window| {
            let time = window[2].contains(':');
            let year = window[3..].iter().find(|word| time && word.len() == 4 && !word.starts_with('0'))?;
            calendar_date(year, month(window[0])?, window[1])
        })
    };
    let dashed = |word: &&str| {
        let [day, name, year] = word.split('-').collect::<Vec<_>>()[..] else { return None };
        calendar_date(year, month(name)?, day)
    };
    in_words.or_else(around_time).or_else(|| words.iter().find_map(|word| iso(word).or_else(|| dashed(word))))
}

fn calendar_date(year: &str, month: i8, day: &str) -> Option<String> {
    let year = year.parse().ok().filter(|year| (1600..=2999).contains(year))?;
    let day = day.trim_end_matches(|c: char| c.is_ascii_alphabetic()).parse().ok()?;
    Some(Date::new(year, month, day).ok()?.to_string())
}

/// The number of a month named in full or by its usual abbreviation.
pub fn month(word: &str) -> Option<i8> {
    const MONTHS: [&str; 12] = [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ];
    let word = word.trim_end_matches('.').to_lowercase();
    let short = word.len() == 3 || word == "sept";
    let found = MONTHS.iter().position(|month| *month == word || (short && month.starts_with(&word)))?;
    i8::try_from(found + 1).ok()
}

fn iso(given: &str) -> Option<String> {
    // Shorter strings of digits are years or numbers, not dates.
    if given.len() < 8 || !given.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let dashed = given.replacen('/', "-", 2);
    let year_first = given.as_bytes()[..4].iter().all(u8::is_ascii_digit);
    let pieces = Pieces::parse(if year_first { dashed.as_str() } else { given }).ok()?;
    let Some(time) = pieces.time() else { return Some(pieces.date().to_string()) };
    let offset = match pieces.offset() {
        None => String::new(),
        Some(PiecesOffset::Zulu) => "Z".to_owned(),
        Some(offset) => {
            let minutes = offset.to_numeric_offset().seconds() / 60;
            let sign = if minutes < 0 { '-' } else { '+' };
            format!("{sign}{:02}:{:02}", minutes.abs() / 60, minutes.abs() % 60)
        }
    };
    Some(format!("{}T{time}{offset}", pieces.date()))
}

/// The form of e-mail and of feeds (RFC 2822): `Mon, 04 Mar 2024 10:21:00 GMT`.
fn mail(given: &str) -> Option<String> {
    iso(&jiff::fmt::rfc2822::parse(given).ok()?.strftime("%Y-%m-%dT%H:%M:%S%:z").to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_become_iso() {
        for (given, expected) in [
            ("2024-03-04", "2024-03-04"),
            ("2024-03-04T10:21:00Z", "2024-03-04T10:21:00Z"),
            ("2024-03-04 00:21+0100", "2024-03-04T00:21:00+01:00"),
            ("20240304", "2024-03-04"),
            ("2024/03/04", "2024-03-04"),
            ("Mon, 04 Mar 2024 10:21:00 -0530", "2024-03-04T10:21:00-05:30"),
            ("Monday 4 March 2024", "2024-03-04"),
            ("Published: Mar. 4th, 2024, 10:21", "2024-03-04"),
            ("Sept 5 2022", "2022-09-05"),
            ("Last updated on 2022-09-05.", "2022-09-05"),
            ("1709547660", "2024-03-04T10:21:00Z"),
            ("1709547660123", "2024-03-04T10:21:00Z"),
            ("1709547660.0", "2024-03-04T10:21:00Z"),
            ("20240304102100", "2024-03-04T10:21:00"),
            ("20240304T102100Z", "2024-03-04T10:21:00Z"),
            ("20240304T102100-0500", "2024-03-04T10:21:00-05:00"),
            ("2024-03-04 10:21:00 UTC", "2024-03-04T10:21:00Z"),
            ("March 4, 2024 Monday", "2024-03-04"),
            ("Mon Mar 04 10:21:00 +0000 2024", "2024-03-04"),
            ("Mon Mar  4 10:21:00 2024", "2024-03-04"),
            ("4-Mar-2024", "2024-03-04"),
            ("25/03/2024", "2024-03-25"),
            ("3/25/2024 10:21", "2024-03-25"),
            ("25.3.2024", "2024-03-25"),
            ("04.03.2024 13:45", "2024-03-04"),
        ] {
            let date = PublicationDate::new(given);
            assert_eq!(date.text, expected);
            assert_eq!(date.day.map(|day| day.to_string()).as_deref(), Some(&expected[..10]));
        }
    }

    #[test]
    fn what_is_no_clear_date_stays() {
        for given in
            ["04/03/2024", "yesterday", "31 February 2024", "March 2024", "1234567", "", "٣ March 2024"]
        {
            assert_eq!(PublicationDate::new(given), PublicationDate { text: given.to_owned(), day: None });
        }
    }
}
