//! Which form of an answer a client wants most: `Accept` with its weights, the most exact range of each form counting.

use hyper::HeaderMap;
use hyper::header::ACCEPT;

/// What a client takes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Accept(Vec<Range>);

/// `text/*;q=0.5`
#[derive(Debug, Clone, PartialEq, Eq)]
struct Range {
    kind: String,
    subtype: String,
    /// In thousandths.
    weight: u16,
}

impl Accept {
    /// What the headers of a request say; whoever says nothing takes all.
    pub fn of(headers: &HeaderMap) -> Self {
        let values = headers.get_all(ACCEPT).iter().filter_map(|value| value.to_str().ok());
        Self(values.flat_map(|value| value.split(',')).filter_map(range).collect())
    }

    /// The form that is wanted most, of equals the first; nothing where none is taken.
    pub fn best<T: Copy>(&self, offers: &[(&'static str, T)]) -> Option<(&'static str, T)> {
        let weighted = offers.iter().map(|offer| (self.weight(offer.0), *offer));
        let taken = weighted.filter(|(weight, _)| *weight > 0);
        let best = taken.reduce(|best, other| if other.0 > best.0 { other } else { best });
        best.map(|(_, offer)| offer)
    }

    /// How much a form is wanted, in thousandths.
    pub fn weight(&self, media_type: &str) -> u16 {
        if self.0.is_empty() {
            return 1000;
        }
        let (kind, subtype) = media_type.split_once('/').unwrap_or((media_type, ""));
        let fitting = self.0.iter().filter_map(|range| Some((range.exactness(kind, subtype)?, range.weight)));
        fitting.max_by_key(|(exactness, weight)| (*exactness, *weight)).map_or(0, |(_, weight)| weight)
    }
}

impl Range {
    /// How exactly this names a form, where it does.
    fn exactness(&self, kind: &str, subtype: &str) -> Option<u8> {
        match (self.kind.as_str(), self.subtype.as_str()) {
            ("*", "*") => Some(0),
            (own, "*") if own == kind => Some(1),
            (own, other) if own == kind && other == subtype => Some(2),
            _ => None,
        }
    }
}

/// A range, without parameters but its weight; what is none counts for nothing.
fn range(text: &str) -> Option<Range> {
    let mut parts = text.split(';').map(str::trim);
    let (kind, subtype) = parts.next()?.split_once('/')?;
    let weight = parts.find_map(|part| part.strip_prefix("q=").or_else(|| part.strip_prefix("Q=")));
    let weight = weight.map_or(Some(1.0), |weight| weight.trim().parse::<f32>().ok())?;
    Some(Range {
        kind: kind.to_ascii_lowercase(),
        subtype: subtype.to_ascii_lowercase(),
        weight: (weight.clamp(0.0, 1.0) * 1000.0).round() as u16,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const OFFERS: [(&str, u8); 3] = [("application/json", 0), ("application/xml", 1), ("text/csv", 2)];

    fn best(accept: &[&str]) -> Option<u8> {
        let mut headers = HeaderMap::new();
        for value in accept {
            headers.append(ACCEPT, value.parse().unwrap());
        }
        Accept::of(&headers).best(&OFFERS).map(|(_, offer)| offer)
    }

    #[test]
    fn whoever_wants_nothing_else_gets_the_first() {
        for accept in [&[][..], &["*/*"], &["application/*"], &["image/png, */*;q=0.1"]] {
            assert_eq!(best(accept), Some(0), "{accept:?}");
        }
    }

    #[test]
    fn weights_decide_and_the_most_exact_range_counts() {
        assert_eq!(best(&["application/json;q=0.2, text/csv;q=0.9"]), Some(2));
        assert_eq!(best(&["text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"]), Some(1));
        assert_eq!(best(&["*/*, application/json;q=0, application/xml;q=0.5"]), Some(2));
        assert_eq!(best(&["application/json;q=0.5", "TEXT/CSV; header=present; q=0.6"]), Some(2));
    }

    #[test]
    fn what_is_not_offered_is_not_given() {
        assert_eq!(best(&["text/html"]), None);
        assert_eq!(best(&["application/json;q=0"]), None);
        assert_eq!(best(&["text/csv;q=what"]), Some(0), "no range that can be read is no range");
    }
}
