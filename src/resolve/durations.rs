//! Lengths of time out of words, as `xsd:duration` has them.

use crate::mentions::value::exactly;

/// The length of time that the words state, as `xsd:duration` has it (`three days`, `three-day`: `P3D`; `two hours and ten
/// minutes`: `PT2H10M`), in whole numbers.
pub fn duration(text: &str) -> Option<String> {
    let text = text.replace('-', " ");
    let parts: Vec<(f64, Unit)> = text.split(" and ").map(part_of_duration).collect::<Option<_>>()?;
    let descends = parts.windows(2).all(|pair| pair[0].1 < pair[1].1);
    descends.then(|| {
        let (days, hours): (Vec<_>, Vec<_>) = parts.iter().partition(|(_, unit)| *unit < Unit::Hour);
        let written = |parts: Vec<&(f64, Unit)>| -> String {
            parts.into_iter().map(|(amount, unit)| unit.written(*amount)).collect()
        };
        let (days, hours) = (written(days), written(hours));
        if hours.is_empty() { format!("P{days}") } else { format!("P{days}T{hours}") }
    })
}

/// Whether a word for a length of time is among the words.
pub fn names_unit_of_time(text: &str) -> bool {
    const UNITS: [&str; 12] = [
        "year",
        "month",
        "week",
        "day",
        "hour",
        "minute",
        "second",
        "night",
        "decade",
        "century",
        "season",
        "fortnight",
    ];
    let mut words = text.split(|letter: char| !letter.is_alphabetic());
    words.any(|word| UNITS.contains(&word.to_lowercase().trim_end_matches('s')))
}

/// A unit of time, the longest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Unit {
    Year,
    Month,
    Week,
    Day,
    Hour,
    Minute,
    Second,
}

impl Unit {
    fn written(self, amount: f64) -> String {
        match self {
            Self::Year => format!("{amount}Y"),
            Self::Month | Self::Minute => format!("{amount}M"),
            Self::Week => format!("{}D", 7.0 * amount),
            Self::Day => format!("{amount}D"),
            Self::Hour => format!("{amount}H"),
            Self::Second => format!("{amount}S"),
        }
    }
}

fn part_of_duration(text: &str) -> Option<(f64, Unit)> {
    let words: Vec<&str> = text.split_whitespace().collect();
    let (unit, amount) = words.split_last()?;
    let amount = match *amount {
        ["a" | "A" | "an" | "An"] => 1.0,
        _ => exactly(&amount.join(" "))?,
    };
    let unit = match unit.trim_end_matches('s') {
        "year" => Unit::Year,
        "month" => Unit::Month,
        "week" => Unit::Week,
        "day" => Unit::Day,
        "hour" => Unit::Hour,
        "minute" => Unit::Minute,
        "second" => Unit::Second,
        _ => return None,
    };
    (amount.fract() == 0.0).then_some((amount, unit))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths_of_time_have_a_unit() {
        let read = |text: &str| duration(text).unwrap_or_default();
        assert_eq!([read("three days"), read("18 months"), read("two weeks")], ["P3D", "P18M", "P14D"]);
        assert_eq!([read("nine hours"), read("an hour"), read("90 minutes")], ["PT9H", "PT1H", "PT90M"]);
        assert_eq!([read("four - year"), read("four hours and ten minutes")], ["P4Y", "PT4H10M"]);
        assert_eq!(read("two years and three months"), "P2Y3M");
        for text in ["", "days", "ten minutes and four hours", "about three days", "1.5 hours", "three goals"]
        {
            assert_eq!(duration(text), None, "{text}");
        }
    }
}
