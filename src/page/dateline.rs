//! Where a report was written: `SALTMERE, Devon, May 3 (Meridian Wire) — The ferry …`. The place and the agency before the
//! dash belong to no sentence; a parser would make them the subject of the first one.

use super::unit::Unit;

/// Longer beginnings, in characters, are sentences.
const LONGEST: usize = 70;

/// Dashes that close a dateline; a hyphen only where white space stands around it.
const DASHES: [&str; 5] = ["—", "–", " -- ", "--", " - "];

/// The paragraph without the dateline before it.
pub(super) fn without_dateline<'a>(unit: &Unit<'a>) -> Unit<'a> {
    let end = DASHES.iter().filter_map(|dash| Some((unit.text.find(dash)?, dash.len()))).min();
    match end {
        Some((at, length)) if is_dateline(&unit.text[..at]) => {
            let rest = unit.part(at + length..unit.text.len());
            let begins_sentence = rest.text.starts_with(|character: char| !character.is_lowercase());
            if begins_sentence { rest } else { *unit }
        }
        _ => *unit,
    }
}

/// A place in capitals, or names alone with an agency in brackets at the end; then region, date and agency.
fn is_dateline(text: &str) -> bool {
    let text = text.trim();
    let Some(first) = text.split([' ', ',']).next().filter(|first| !first.is_empty()) else { return false };
    let letters = first.chars().filter(|character| character.is_alphabetic()).count();
    let shouted = letters >= 3 && !first.contains(char::is_lowercase);
    let named = |word: &str| {
        let bare = word.trim_start_matches('(');
        bare.starts_with(|character: char| character.is_uppercase() || character.is_ascii_digit())
            || matches!(word, "de" | "of" | "the" | "la" | "el" | "/" | "and")
    };
    text.chars().count() <= LONGEST
        && (shouted || text.ends_with(')'))
        && text.split([' ', ',']).filter(|word| !word.is_empty()).all(named)
        && !text.contains(['"', '“', '!', '?', ':'])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rest(text: &str) -> &str {
        without_dateline(&Unit { text, begin: 0, after_gap: true }).text
    }

    #[test]
    fn place_date_and_agency_are_left_out() {
        for dateline in [
            "SALTMERE — ",
            "SALTMERE, Devon (MW) — ",
            "NEW ORRIN, May 3 (Meridian Wire) - ",
            "PORT-AU-PRINCE, Haiti — ",
            "Saltmere (MW) – ",
            "SALTMERE, May 3, 2031 -- ",
        ] {
            assert_eq!(rest(&format!("{dateline}The ferry sank.")), "The ferry sank.", "{dateline}");
        }
    }

    #[test]
    fn sentences_stay_whole() {
        for text in [
            "The ferry - an old one - sank.",
            "BBC News has seen the letter — all of it.",
            "NATO — the alliance — agreed.",
            "Two days later — it rained.",
            "Joan Ferris — the mayor — resigned.",
            "SALTMERE —",
        ] {
            assert_eq!(rest(text), text);
        }
    }

    #[test]
    fn offsets_still_point_into_the_source() {
        let unit = without_dateline(&Unit { text: "SALTMÈRE — Nobody came.", begin: 7, after_gap: true });
        assert_eq!(unit.begin, 7 + 11);
    }
}
