//! Captions of pictures, known by the label before them or by the credit after them; both are left out of the
//! passage, as neither states anything.

use super::page_words::PageWords;
use super::role::{Role, bare, is_name};
use super::unit::{Unit, ends_sentence};

/// The source of a picture: `Ada Finch/AFP`, `(Reuters)`, `Getty Images`.
pub(super) fn is_credit(text: &str, words: &PageWords) -> bool {
    let name = text.trim_matches(['(', ')', '[', ']', '.', ' ']);
    let short = name.split_whitespace().nth(8).is_none();
    let names_agency = |part: &str| words.picture_sources.contains(&bare(part));
    let listed = !ends_sentence(text) && name.split(',').any(names_agency);
    short && (listed || name.split(['/', '|']).any(names_agency))
}

/// A caption that says so itself: `Image caption, …`, `Media caption: …`.
pub(super) fn labelled<'a>(unit: &Unit<'a>, plain: &str, words: &PageWords) -> Option<Role<'a>> {
    let label = words.caption_labels.iter().find(|label| plain.starts_with(label.as_str()))?;
    if plain == label {
        return Some(Role::CaptionLabel);
    }
    // The labels are ASCII, but the page may have spread them over lines or odd spaces.
    let marks = [',', ':', '-', '–', '—', '.', '|'];
    let after = unit.text.find(marks).filter(|&at| unit.text[..at].chars().count() <= label.len() + 2)?;
    let mark = unit.text[after..].chars().next().map_or(0, char::len_utf8);
    let caption = unit.part(after + mark..unit.text.len());
    let caption = without_credit(&caption, words).unwrap_or(caption);
    Some(if caption.words().nth(3).is_some() { Role::Caption(caption) } else { Role::Furniture })
}

/// A caption known by the credit at its end: `The ferry in March (Ada Finch/AFP)`.
pub(super) fn credited<'a>(unit: &Unit<'a>, words: &PageWords) -> Option<Role<'a>> {
    let caption = without_credit(unit, words)?;
    let is_sentence = caption.words().nth(3).is_some() || !is_name(&caption);
    Some(if is_sentence { Role::Caption(caption) } else { Role::Furniture })
}

/// The unit without the picture credit at its end, if it has one.
fn without_credit<'a>(unit: &Unit<'a>, words: &PageWords) -> Option<Unit<'a>> {
    let text = unit.text;
    let bracket = text.ends_with([')', ']']).then(|| text.rfind(['(', '['])).flatten();
    let bracket = bracket
        .filter(|&at| is_credit(&text[at..], words) || text[at..].to_ascii_lowercase().contains("photo"));
    let marked = || {
        let places = words.credit_labels.iter().filter_map(|label| text.rfind(label.as_str()));
        places.filter(|&at| text[at..].split_whitespace().nth(9).is_none()).min()
    };
    let at = bracket.or_else(marked).filter(|&at| at > 0)?;
    Some(unit.part(0..at))
}

#[cfg(test)]
mod tests {
    use super::super::furniture::role;
    use super::*;
    use crate::page::test_words::page_words;

    fn role_of(text: &str) -> Role<'_> {
        role(&Unit { text, begin: 0, after_gap: true }, &page_words())
    }

    #[test]
    fn captions_lose_label_and_credit() {
        for (line, caption) in [
            (
                "Media caption, A former captain says the ferry was unsafe",
                "A former captain says the ferry was unsafe",
            ),
            (
                "The ferry Morwenna left Orrin in March (Ada Finch/PA)",
                "The ferry Morwenna left Orrin in March",
            ),
            (
                "Protesters outside the town hall. Photograph: Ada Finch/AFP",
                "Protesters outside the town hall.",
            ),
            ("Protesters march (AP)", "Protesters march"),
        ] {
            let Role::Caption(unit) = role_of(line) else { panic!("{line} is {:?}", role_of(line)) };
            assert_eq!(unit.text, caption);
        }
        assert_eq!(role_of("Image caption"), Role::CaptionLabel);
        assert_eq!(role_of("Ada Finch (PA)"), Role::Furniture);
    }
}
