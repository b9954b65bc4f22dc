//! How sure a statement is, and how sure a relation asks its statements to be. It stands beside [`crate::vocabulary`]
//! because every room from the ontology to the exports speaks of it.
//!
//! A whole number of hundredths, so that equal values are equal in every file and nobody takes noise for knowledge.

use std::fmt;
use std::str::FromStr;

use serde::de::Error;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// How many of a hundred statements like this one are right.
///
/// ```
/// use newsgraph::Confidence;
///
/// let confidence: Confidence = "0.970".parse()?;
/// assert_eq!(confidence.to_string(), "0.97");
/// assert!("1.2".parse::<Confidence>().is_err());
/// # Ok::<(), newsgraph::ConfidenceError>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Confidence(u8);

impl Confidence {
    /// Nobody would bet on it; as what a relation asks for: anything will do.
    pub const NONE: Self = Self(0);
    /// Sure, as what people write down by hand.
    pub const FULL: Self = Self(100);

    pub(crate) fn full() -> Self {
        Self::FULL
    }

    /// As many hundredths.
    ///
    /// # Panics
    /// If there are more than a hundred.
    pub const fn of_hundredths(hundredths: u8) -> Self {
        assert!(hundredths <= 100, "a confidence is at most 1");
        Self(hundredths)
    }

    /// The nearest hundredth to a number from 0 to 1.
    ///
    /// # Errors
    /// Returns an error for any other number, and for what is none.
    pub fn new(value: f64) -> Result<Self, ConfidenceError> {
        if (0.0..=1.0).contains(&value) {
            Ok(Self::of_probability(value))
        } else {
            Err(ConfidenceError(value.to_string()))
        }
    }

    /// The nearest hundredth to what a model computes; beyond 0 and 1, these.
    pub fn of_probability(probability: f64) -> Self {
        Self((probability.clamp(0.0, 1.0) * 100.0).round() as u8)
    }

    /// From 0 to 1.
    pub fn value(self) -> f64 {
        f64::from(self.0) / 100.0
    }
}

/// As few digits as it takes: `0.97`, `0.9`, `1`.
impl fmt::Display for Confidence {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}", self.value())
    }
}

impl FromStr for Confidence {
    type Err = ConfidenceError;

    fn from_str(text: &str) -> Result<Self, ConfidenceError> {
        let number = text.trim().parse().ok();
        number.and_then(|number| Self::new(number).ok()).ok_or_else(|| ConfidenceError(text.to_owned()))
    }
}

/// What is no confidence.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{0} is no confidence: write a number from 0 to 1, such as 0.85")]
pub struct ConfidenceError(String);

/// A number in files for people, without a point where it is whole, as the file format promises; a byte in others.
impl Serialize for Confidence {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match (serializer.is_human_readable(), self.0) {
            (false, hundredths) => serializer.serialize_u8(hundredths),
            (true, 0) => serializer.serialize_u8(0),
            (true, 100) => serializer.serialize_u8(1),
            (true, _) => serializer.serialize_f64(self.value()),
        }
    }
}

impl<'de> Deserialize<'de> for Confidence {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let value = if deserializer.is_human_readable() {
            f64::deserialize(deserializer)?
        } else {
            f64::from(u8::deserialize(deserializer)?) / 100.0
        };
        Self::new(value).map_err(D::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_hundredth_reads_back_from_text_json_and_bytes() {
        for hundredths in 0..=100 {
            let confidence = Confidence::of_hundredths(hundredths);
            assert_eq!(confidence.to_string().parse(), Ok(confidence));
            let json = serde_json::to_string(&confidence).unwrap();
            assert_eq!(json, confidence.to_string());
            assert_eq!(serde_json::from_str::<Confidence>(&json).unwrap(), confidence);
            let bytes = postcard::to_stdvec(&confidence).unwrap();
            assert_eq!((bytes.len(), postcard::from_bytes(&bytes)), (1, Ok(confidence)));
        }
    }

    #[test]
    fn it_is_written_with_as_few_digits_as_it_takes() {
        let written = [0, 5, 90, 97, 100].map(|hundredths| Confidence::of_hundredths(hundredths).to_string());
        assert_eq!(written, ["0", "0.05", "0.9", "0.97", "1"]);
        assert_eq!(Confidence::new(0.974).unwrap().to_string(), "0.97");
        assert_eq!(Confidence::of_probability(1.01), Confidence::FULL);
    }

    #[test]
    fn what_is_no_number_from_0_to_1_is_refused_with_what_to_write() {
        for text in ["1.01", "-0.1", "NaN", "inf", "80%", "high", ""] {
            let error = text.parse::<Confidence>().unwrap_err().to_string();
            assert_eq!(error, format!("{text} is no confidence: write a number from 0 to 1, such as 0.85"));
        }
        let error = serde_json::from_str::<Confidence>("1.5").unwrap_err().to_string();
        assert!(error.starts_with("1.5 is no confidence"), "{error}");
        assert!(serde_json::from_str::<Confidence>("\"0.5\"").is_err());
    }
}
