//! When: the time expressions of an article, and the calendar values that they stand for.
//!
//! Values have the notation of TIMEX3 (Pustejovsky et al. 2003, "TimeML: Robust specification of event and temporal
//! expressions in text"; ISO 24617-1). Finding and normalising them by rules in two steps, first what the words say,
//! then what they are counted from, follows HeidelTime (Strötgen & Gertz 2010) and SUTime (Chang & Manning 2012).
//! As HeidelTime does for news, what is relative to now is counted from the article's date; "the following day" and
//! its like from the date named last. Where the article has no date, or the direction is open, there is no value:
//! the words are kept as they stand.

mod anchoring;
mod dates;
mod direction;
mod finder;
mod mention;
mod reading;
mod reading_types;
mod value;
mod words;

pub use finder::times;
pub use mention::TimeMention;
pub use value::TimeValue;
