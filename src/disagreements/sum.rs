//! Sums of money that two reports of one deed give, and that cannot both be right. A price is no part of a statement, so that it is read
//! off the sentence: only where each of the two has one sum of that money.

use crate::events::days;
use crate::mentions::amount_in;
use crate::story::Statement;

use super::disagreement::{Disagreement, DisagreementKind};
use super::ground::{Ground, grouped, may_be_same_time, published_together};
use super::when::{known, may_be_same_parties};

/// Shares of the greater sum by which two may differ and be one sum, rounded.
const ROUNDED: f64 = 0.1;
/// What stands before sums.
const SIGNS: [char; 4] = ['£', '$', '€', '¥'];
/// What tells that a number counts money, or what is counted in millions as money is.
const LARGE: [&str; 3] = ["million", "billion", "trillion"];

pub fn find<'a>(ground: &Ground<'a>) -> Vec<Disagreement<'a>> {
    let with_sum = ground.affirmed().filter(|one| sum(&one.sentence.text).is_some());
    let groups = grouped(with_sum, |one| Some((one.relation_iri.clone(), known(ground, one)?)));
    let sides = groups.values().map(|group| {
        let claim = |one: &Statement| sum(&one.sentence.text).map_or(String::new(), |sum| sum.words);
        ground.sides(group, claim, |one, other| is_other_sum(ground, one, other))
    });
    sides.filter_map(|sides| ground.disagreement(DisagreementKind::Quantity, sides)).collect()
}

fn is_other_sum(ground: &Ground<'_>, one: &Statement, other: &Statement) -> bool {
    let (Some(sum), Some(another)) = (sum(&one.sentence.text), sum(&other.sentence.text)) else {
        return false;
    };
    let (less, more) = (sum.value.min(another.value), sum.value.max(another.value));
    let one_deed = ground.is(one, |relation| relation.reporting.once || relation.reporting.sole_doer)
        || days(one).is_some() && days(one) == days(other);
    sum.money == another.money
        && less < more * (1.0 - ROUNDED)
        && one_deed
        && may_be_same_parties(ground, one, other)
        && may_be_same_time(one, other)
        && published_together(one, other)
        && ground.same_affair(one, other)
        && !ground.tells_of_repetition(one)
        && !ground.tells_of_repetition(other)
}

/// An amount of money.
struct Sum {
    words: String,
    value: f64,
    /// The sign or the noun of the money.
    money: String,
}

/// The only sum of a sentence; nothing where it has none, or several.
fn sum(sentence: &str) -> Option<Sum> {
    let words: Vec<&str> = sentence
        .split_whitespace()
        .map(|word| word.trim_matches(['.', ',', ';', ':', '(', ')', '"', '“', '”']))
        .collect();
    let mut sums = (0..words.len()).filter_map(|place| sum_at(&words, place));
    let only = sums.next()?;
    sums.next().is_none().then_some(only)
}

/// The sum that begins with this word: `£4.5m`, `$3 million`, `52 million crowns`.
fn sum_at(words: &[&str], place: usize) -> Option<Sum> {
    let word = words[place];
    let next = words.get(place + 1).copied().unwrap_or_default();
    let large = LARGE.contains(&next);
    let (length, money) = if let Some(sign) = word.chars().next().filter(|sign| SIGNS.contains(sign)) {
        (1 + usize::from(large), sign.to_string())
    } else if large {
        (3, (*words.get(place + 2)?).to_lowercase())
    } else {
        return None;
    };
    let words = words.get(place..place + length)?.join(" ");
    let (numbers, _) = amount_in(&words.to_lowercase());
    match numbers.as_slice() {
        [value] => Some(Sum { value: *value, money, words }),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(sentence: &str) -> Option<(f64, String)> {
        sum(sentence).map(|sum| (sum.value, sum.money))
    }

    #[test]
    fn a_sum_has_a_sign_or_is_counted_in_millions() {
        assert_eq!(read("The port paid £4.5m for the crane."), Some((4_500_000.0, "£".to_owned())));
        assert_eq!(read("It cost $3 million."), Some((3_000_000.0, "$".to_owned())));
        assert_eq!(read("It cost six million crowns, he said."), Some((6_000_000.0, "crowns".to_owned())));
        assert_eq!(read("It cost $3 million or $4 million."), None);
        assert_eq!(read("It took 12 days."), None);
    }
}
