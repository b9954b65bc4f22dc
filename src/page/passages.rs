//! The story told from the page around it: which spans of a source text are headline, paragraph or caption.
//!
//! Lines are judged twice: first each by its own words ([`furniture::role`]), then by its neighbours, for what only
//! the page as a whole can tell (the headline, its repetitions, the outlet's name, a name above a caption).

use super::article::{Passage, PassageKind};
use super::date::PublicationDate;
use super::dateline::without_dateline;
use super::furniture;
use super::lines::units;
use super::page_words::PageWords;
use super::role::{Role, is_name};
use super::unit::{Unit, ends_sentence, invisible, without_closers};

/// What a page's text says of itself.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Story {
    pub title: Option<String>,
    pub publisher: Option<String>,
    pub date: Option<PublicationDate>,
    /// Whether the text is menus and prompts and nothing else; then all of it is told.
    pub only_furniture: bool,
    /// In order, without overlap; empty only if the text is.
    pub passages: Vec<Passage>,
}

/// A headline stands among the first units of a page.
const HEAD_UNITS: usize = 12;

/// Longer lines, in words, are no headlines.
const HEADLINE_WORDS: usize = 30;

/// Characters of the longest passage that is read as a whole: the language engine holds all of it at once, and no paragraph is so
/// long.
const LONGEST_PASSAGE: usize = 30_000;

/// Finds the story in a text; `title` is the headline where it is known already.
pub(crate) fn tell(source: &str, title: Option<&str>, words: &PageWords) -> Story {
    let units = units(source, words);
    let mut roles: Vec<Role> = units.iter().map(|unit| furniture::role(unit, words)).collect();
    name_captions(&units, &mut roles);
    let only_furniture = !roles.iter().any(|role| matches!(role, Role::Story | Role::Caption(_)));
    if only_furniture {
        // Nothing but furniture: better all of it than nothing.
        roles.fill(Role::Story);
    }
    let headline = headline(&units, &roles, title, words);
    if let Some(index) = headline {
        roles[index] = Role::Story;
        drop_repetitions(&units, &mut roles, index);
    }
    let publisher = publisher(&units, &mut roles, headline, words);
    let passages = units.iter().zip(&roles).enumerate().filter_map(|(index, (unit, role))| {
        let (kind, unit) = match role {
            Role::Story if headline == Some(index) => (PassageKind::Headline, *unit),
            Role::Story => (PassageKind::Paragraph, without_dateline(unit)),
            Role::Caption(caption) => (PassageKind::Caption, *caption),
            _ => return None,
        };
        Some((kind, unit))
    });
    let passages = passages.flat_map(|(kind, unit)| parts(kind, &unit));
    Story {
        title: headline.map(|index| units[index].words().collect::<Vec<_>>().join(" ")),
        publisher,
        date: publication_date(&units, &roles, words),
        only_furniture,
        passages: passages.collect(),
    }
}

/// The unit as a passage, or, where a text has no paragraphs, its parts, each cut after a sentence or at least after a word.
fn parts(kind: PassageKind, unit: &Unit) -> Vec<Passage> {
    let mut passages = Vec::new();
    let (mut rest, mut begin) = (unit.text, unit.begin);
    while let Some((limit, _)) = rest.char_indices().nth(LONGEST_PASSAGE) {
        let spaces = || rest[..limit].char_indices().rev().filter(|(_, c)| c.is_whitespace());
        let after_sentence = spaces().find(|(at, _)| ends_sentence(&rest[..*at]));
        let cut = after_sentence.or_else(|| spaces().next()).map(|(at, _)| at).filter(|&at| at > limit / 2);
        let (part, later) = rest.split_at(cut.unwrap_or(limit));
        let end = begin + part.chars().count();
        passages.push(Passage { kind, begin, end });
        rest = later.trim_start_matches(invisible);
        begin = end + later[..later.len() - rest.len()].chars().count();
    }
    if !rest.is_empty() {
        passages.push(Passage { kind, begin, end: begin + rest.chars().count() });
    }
    passages
}

/// Applies what stands before a caption: its label on a line of its own, or the name of who is in the picture.
fn name_captions<'a>(units: &[Unit<'a>], roles: &mut [Role<'a>]) {
    for index in 1..units.len() {
        if roles[index - 1] == Role::CaptionLabel && roles[index] == Role::Story {
            roles[index] = Role::Caption(units[index]);
        }
        let captioned = matches!(roles[index], Role::Caption(_));
        if captioned && roles[index - 1] == Role::Story && is_name(&units[index - 1]) {
            roles[index - 1] = Role::Furniture;
        }
    }
}

/// The units before the first whole sentence of the story.
fn head<'u>(units: &'u [Unit<'u>], roles: &'u [Role<'u>]) -> impl Iterator<Item = usize> + Clone + 'u {
    let is_sentence = |index: &usize| {
        roles[*index] == Role::Story
            && ends_sentence(units[*index].text)
            && units[*index].words().nth(7).is_some()
    };
    (0..units.len().min(HEAD_UNITS)).take_while(move |index| !is_sentence(index))
}

/// The unit that is the headline: the one that says what the known title says, else the first line of the head
/// that is long enough for one, is no sentence and no trail of menus around a later line.
fn headline(units: &[Unit], roles: &[Role], title: Option<&str>, words: &PageWords) -> Option<usize> {
    if let Some(title) = title {
        let title: Vec<String> = key(title.split_whitespace());
        let known = units.iter().take(HEAD_UNITS).position(|unit| same_words(unit, &title));
        if known.is_some() {
            return known;
        }
    }
    let could_be = |&index: &usize| {
        let unit = &units[index];
        roles[index] == Role::Story
            && !without_closers(unit.text).ends_with('.')
            && unit.words().nth(HEADLINE_WORDS).is_none()
    };
    let candidates: Vec<usize> = head(units, roles).filter(could_be).collect();
    let decorates_other = |index: usize| {
        candidates.iter().any(|&other| other != index && is_decorated(&units[index], &units[other]))
    };
    let whole = |&index: &usize| {
        units[index].words().nth(3).is_some()
            && !furniture::is_outlet(&units[index], words)
            && !decorates_other(index)
    };
    let chosen = candidates.iter().copied().find(whole).or_else(|| candidates.first().copied())?;
    let story_follows = roles[chosen + 1..].contains(&Role::Story);
    story_follows.then_some(chosen)
}

/// Drops the headline's repetitions, plain or with a trail of menus or the outlet's name around it.
fn drop_repetitions(units: &[Unit], roles: &mut [Role], headline: usize) {
    let words = key(units[headline].words());
    for (index, unit) in units.iter().enumerate() {
        if index != headline && (same_words(unit, &words) || is_decorated(unit, &units[headline])) {
            roles[index] = Role::Furniture;
        }
    }
}

/// Words as they are compared: lower case, without the punctuation around them.
fn key<'w>(words: impl Iterator<Item = &'w str>) -> Vec<String> {
    words
        .map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase())
        .filter(|word| !word.is_empty())
        .collect()
}

fn same_words(unit: &Unit, words: &[String]) -> bool {
    // Only as many words are looked at as could be the same.
    !words.is_empty() && unit.words().nth(2 * words.len() + 2).is_none() && key(unit.words()) == words
}

/// Whether `unit` is the line `plain` with a few words and a separator before or after it (`Home » …`, `… | Outlet`).
fn is_decorated(unit: &Unit, plain: &Unit) -> bool {
    const EXTRA_WORDS: usize = 6;
    let plain: Vec<&str> = plain.words().take(HEADLINE_WORDS + 1).collect();
    let words: Vec<&str> = unit.words().take(HEADLINE_WORDS + EXTRA_WORDS + 1).collect();
    if plain.len() < 4 || words.len() <= plain.len() || words.len() > plain.len() + EXTRA_WORDS {
        return false;
    }
    let extra = words.len() - plain.len();
    let around = if words.ends_with(&plain) {
        &words[..extra]
    } else if words.starts_with(&plain) {
        &words[plain.len()..]
    } else {
        return false;
    };
    // A separator may have been garbled by a wrong decoding, so anything without a plain letter or digit is one.
    around.iter().any(|word| !word.contains(|c: char| c.is_ascii_alphanumeric()))
}

/// The outlet's name where it stands on a line of its own in the head of the page; that line is no story.
fn publisher(
    units: &[Unit],
    roles: &mut [Role],
    headline: Option<usize>,
    words: &PageWords,
) -> Option<String> {
    let found = head(units, roles).find(|&index| {
        roles[index] == Role::Story && Some(index) != headline && furniture::is_outlet(&units[index], words)
    })?;
    roles[found] = Role::Furniture;
    Some(units[found].words().collect::<Vec<_>>().join(" "))
}

/// The first date in a line of publication, one that tells of an update only if there is no other.
fn publication_date(units: &[Unit], roles: &[Role], words: &PageWords) -> Option<PublicationDate> {
    let lines = || units.iter().zip(roles).filter(|(_, role)| matches!(role, Role::Dateline | Role::Byline));
    let is_update = |unit: &Unit| {
        let text = unit.text.to_lowercase();
        words.updates.iter().any(|opening| text.starts_with(opening.as_str()))
    };
    let first_published = lines().filter(|(unit, _)| !is_update(unit));
    let mut dates = first_published.chain(lines()).map(|(unit, _)| PublicationDate::find(unit.text));
    dates.find_map(|date| date)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_without_paragraphs_is_read_in_parts_cut_after_sentences() {
        let sentence = "Zoë Moss of the Orrin Ferry Company resigned on Monday. ";
        let words = PageWords::default();
        let cut = |text: &str| -> Vec<String> {
            let characters: Vec<char> = text.chars().collect();
            let told = tell(text, None, &words).passages.into_iter();
            told.map(|passage| characters[passage.begin..passage.end].iter().collect()).collect()
        };
        let text = sentence.repeat(2000);
        let parts = cut(&text);
        assert!(parts.len() > 2, "{}", parts.len());
        assert!(
            parts.iter().all(|part| part.chars().count() <= LONGEST_PASSAGE && part.ends_with("Monday."))
        );
        assert_eq!(parts.join(" "), text.trim_end());
        let word = "é".repeat(2 * LONGEST_PASSAGE + 1);
        assert_eq!(cut(&word).concat(), word);
        assert_eq!(cut(sentence).len(), 1);
    }
}
