//! Whether two sentences of an article may tell of one occasion: an arrest of today is not that of April.

use crate::story::Statement;

/// When a statement says that something happened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Occasion {
    /// Where the sentence begins, in characters of the article.
    pub begin: usize,
    time: Option<String>,
    /// "Had been arrested": before what the article tells of.
    is_earlier: bool,
}

impl Occasion {
    pub fn of(statement: &Statement) -> Self {
        let time =
            statement.time.as_ref().map(|time| time.value.clone().unwrap_or_else(|| time.text.clone()));
        Self { begin: statement.sentence.begin, time, is_earlier: is_before_the_story(statement) }
    }

    /// Whether nothing tells them apart.
    pub fn may_be(&self, other: &Self) -> bool {
        let is_one_time = self.time.is_none() || other.time.is_none() || self.time == other.time;
        is_one_time && self.is_earlier == other.is_earlier
    }
}

/// Whether "had" stands right before the words that state it.
fn is_before_the_story(statement: &Statement) -> bool {
    let length = statement.trigger.begin.saturating_sub(statement.sentence.begin);
    let before: String = statement.sentence.text.chars().take(length).collect();
    before.split_whitespace().rev().take(2).any(|word| word.eq_ignore_ascii_case("had"))
}

/// Whether a statement may be of more than the one whom it counts: "at least one man".
pub fn counts_more(statement: &Statement) -> bool {
    statement.quantity.as_ref().is_some_and(|quantity| quantity.max.is_none_or(|most| most > 1.0))
}
