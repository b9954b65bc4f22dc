//! What a line of a news page is by its own words: story, caption, byline, date, or page furniture.
//!
//! Furniture is everything that belongs to the page instead of the story: menus, share buttons, picture credits,
//! prompts to subscribe. The words are the ontology's ([`PageWords`]), so that users can add those of an outlet; where a line could be either, it
//! is story, because a menu line too many costs nothing and a lost sentence is lost.

use super::page_words::PageWords;
use super::role::{Role, bare, is_capitalised};
use super::unit::{Unit, ends_sentence};
use super::{captions, date};

/// Longer units than this, in words, are never furniture.
const FURNITURE_WORDS: usize = 60;

/// A line with a link to another story is no longer, in words.
const LINK_WORDS: usize = 30;

/// So many names are no headline.
const CHOICE_WORDS: usize = 25;

pub(super) fn role<'a>(unit: &Unit<'a>, known: &PageWords) -> Role<'a> {
    if is_choice(unit) {
        return Role::Furniture;
    }
    let words: Vec<&str> = unit.words().take(FURNITURE_WORDS + 1).collect();
    if words.len() > FURNITURE_WORDS {
        return Role::Story;
    }
    let plain = words.join(" ").replace('’', "'").to_lowercase();
    if let Some(role) = captions::labelled(unit, &plain, known) {
        return role;
    }
    if is_dateline(&words, known) {
        return Role::Dateline;
    }
    if is_byline(unit.text, known) {
        return Role::Byline;
    }
    let is_furniture = is_menu(unit.text, &words, known)
        || is_label(unit.text, &plain, known)
        || is_link(unit.text, &words, known)
        || is_prompt(&plain, known);
    if is_furniture {
        return Role::Furniture;
    }
    // A caption before its credit first: the credit alone is what is left without one.
    captions::credited(unit, known).unwrap_or(if captions::is_credit(unit.text, known) {
        Role::Furniture
    } else {
        Role::Story
    })
}

pub(super) fn is_furniture(unit: &Unit, known: &PageWords) -> bool {
    !matches!(role(unit, known), Role::Story | Role::Caption(_))
}

/// `By A & B`, `By Ada Finch, Crime Correspondent`, `Ada Finch, Crime Correspondent`.
pub(super) fn is_byline(text: &str, known: &PageWords) -> bool {
    let words: Vec<&str> = text.split_whitespace().take(17).collect();
    let Some(first) = words.first().filter(|_| words.len() <= 16) else { return false };
    if first.eq_ignore_ascii_case("by") {
        let names = &words[1..];
        let capitals = names.iter().filter(|word| is_capitalised(word)).count();
        let starts_with_name =
            names.first().is_some_and(|word| is_capitalised(word) && !is_time_word(word, known));
        return starts_with_name && capitals * 2 >= names.len() && (!ends_sentence(text) || names.len() <= 4);
    }
    // `From Ana Reyes in Madrid`.
    let from = first.eq_ignore_ascii_case("from") && (4..=7).contains(&words.len()) && !ends_sentence(text);
    if from && words.contains(&"in") && words[1..].iter().all(|word| *word == "in" || is_capitalised(word)) {
        return true;
    }
    let lower = text.to_lowercase();
    let has_role = known.writers.iter().any(|noun| lower.trim_end_matches('.').ends_with(noun.as_str()));
    has_role && words.len() <= 8 && text.contains(',') && is_title_case(&words)
}

/// A short line that is an outlet's name: `The Saltmere Star`, `Orrin News`.
pub(super) fn is_outlet(unit: &Unit, known: &PageWords) -> bool {
    let words: Vec<&str> = unit.words().take(5).collect();
    let says_so = || words.iter().any(|word| known.outlets.contains(&bare(word)));
    let has_article = || words.len() > 1 && words[0].eq_ignore_ascii_case("the");
    words.len() <= 4 && !ends_sentence(unit.text) && is_title_case(&words) && (has_article() || says_so())
}

fn is_title_case(words: &[&str]) -> bool {
    words.iter().all(|word| {
        is_capitalised(word) || matches!(*word, "the" | "of" | "and" | "&" | "in" | "for" | "|" | "-")
    })
}

fn is_time_word(word: &str, known: &PageWords) -> bool {
    let word = bare(word);
    known.publication.contains(&word) || date::month(&word).is_some()
}

/// Digits with what may hang on them in a date or time: `10:21am`, `4th`, `2024-03-04T10:21:00Z`, `3h`.
fn is_number(word: &str) -> bool {
    let word = bare(word);
    let letters = word.chars().filter(|c| c.is_alphabetic()).count();
    word.starts_with(|c: char| c.is_ascii_digit()) && letters <= 2
}

fn is_dateline(words: &[&str], known: &PageWords) -> bool {
    let spoken = |word: &&&str| !bare(word).is_empty();
    words.iter().filter(spoken).all(|word| is_number(word) || is_time_word(word, known))
        && words
            .iter()
            .any(|word| is_number(word) || matches!(bare(word).as_str(), "ago" | "today" | "yesterday"))
}

/// Words that only menus and buttons are made of, links, handles, ornaments and left-over tags.
fn is_menu(text: &str, words: &[&str], known: &PageWords) -> bool {
    let spoken: Vec<String> = words.iter().map(|word| bare(word)).filter(|word| !word.is_empty()).collect();
    if spoken.iter().all(|word| known.menus.contains(word)) {
        return true;
    }
    let is_address =
        |word: &str| word.starts_with('@') || word.starts_with("http") || word.starts_with("www.");
    if words.len() == 1 && is_address(text)
        || text.starts_with('<') && text.trim_end_matches('.').ends_with('>')
    {
        return true;
    }
    let separators = ['|', '»', '›', '·', '•', '>', '→'];
    let parts: Vec<&str> = text.split(separators).map(str::trim).filter(|part| !part.is_empty()).collect();
    let trail = parts.len() >= 2 && bare(parts[0]) == "home";
    let list = parts.len() >= 3 && parts.iter().all(|part| part.split_whitespace().nth(4).is_none());
    !ends_sentence(text) && (trail || list)
}

fn is_label(text: &str, plain: &str, known: &PageWords) -> bool {
    let starts_with = |label: &str| {
        plain.strip_prefix(label).is_some_and(|rest| {
            let whole_word =
                label.ends_with(|c: char| !c.is_alphanumeric()) || !rest.starts_with(char::is_alphanumeric);
            whole_word
                && (!ends_sentence(text) || rest.is_empty() || label.ends_with(':') || rest.starts_with(':'))
        })
    };
    let (start, end) = (plain.trim_start_matches(['-', '—', '–', ' ']), plain.trim_end_matches('.'));
    known.labels.iter().any(|label| starts_with(label))
        || known.sign_off_openings.iter().any(|opening| start.starts_with(opening.as_str()))
        || known.sign_off_endings.iter().any(|ending| end.ends_with(ending.as_str()))
}

/// `Ferry sinks off Saltmere Read more`: a headline of another story, with what was to be clicked.
fn is_link(text: &str, words: &[&str], known: &PageWords) -> bool {
    let end = text.trim_end_matches(|c: char| !c.is_alphanumeric());
    known.link_endings.iter().any(|ending| {
        let Some(at) = end.len().checked_sub(ending.len()).filter(|&at| end.is_char_boundary(at)) else {
            return false;
        };
        let (before, link) = end.split_at(at);
        words.len() <= LINK_WORDS
            && link.eq_ignore_ascii_case(ending)
            && link.starts_with(char::is_uppercase)
            && before.ends_with(' ')
            && !ends_sentence(before)
    })
}

/// A long line of nothing but names, without a comma: what a form offers to choose from, such as all countries.
fn is_choice(unit: &Unit) -> bool {
    let is_name = |word: &str| {
        let plain = word.trim_matches(|c: char| !c.is_alphanumeric());
        plain.starts_with(char::is_uppercase) && plain.chars().any(char::is_lowercase)
            || matches!(plain, "" | "of" | "and" | "the")
    };
    let is_long = unit.words().nth(CHOICE_WORDS - 1).is_some();
    let commas = unit.words().filter(|word| word.ends_with([',', ';'])).count();
    let all = unit.words().count();
    is_long && commas * 10 <= all && unit.words().filter(|word| is_name(word)).count() * 20 >= all * 19
}

/// A whole sentence that asks the reader for something: to subscribe, to accept cookies.
fn is_prompt(plain: &str, known: &PageWords) -> bool {
    known.prompts.iter().any(|start| plain.starts_with(start.as_str()))
        && known.prompt_topics.iter().any(|topic| plain.contains(topic.as_str()))
        && !plain.contains(['"', '“', '”'])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::test_words::page_words;

    fn role_of(text: &str) -> Role<'_> {
        role(&Unit { text, begin: 0, after_gap: true }, &page_words())
    }

    #[test]
    fn furniture_is_told_apart() {
        for line in [
            "Skip to content",
            "Home News Sport Business",
            "Home » Local » Ferries",
            "Harbour | Council | Schools | Letters",
            "Share this article",
            "Read more: Ferry strike enters third week",
            "View the latest\ndigital issue",
            "Sign up to our newsletter for the best of the week in your inbox.",
            "We use cookies to give you the best experience.",
            "Image source, AFP",
            "Image by Penhallow from Unsplash",
            "(Ada Finch/PA)",
            "Getty Images",
            "https://example.org/story",
            "* * *",
            "(Reporting by Ada Finch; editing by Tom Reed)",
            "Ferry scandal: how the harbour lost Ada Finch Read more",
            "Albania Algeria Andorra Angola Argentina Armenia Australia Austria Azerbaijan Bahamas Bahrain Barbados Belarus \
             Belgium Belize Benin Bhutan Bolivia Bosnia and Herzegovina Botswana Brazil Brunei Bulgaria Burundi Cambodia",
        ] {
            assert_eq!(role_of(line), Role::Furniture, "{line}");
        }
    }

    #[test]
    fn bylines_and_dates() {
        for line in [
            "By Ada Finch & Tom Reed",
            "BY ADA FINCH",
            "By Ada Finch in Orrin",
            "Ada Finch, Crime Correspondent",
        ] {
            assert_eq!(role_of(line), Role::Byline, "{line}");
        }
        for line in [
            "Updated 3 hours ago",
            "Monday 4 March 2024 10:21 GMT",
            "Published: 5 September 2022",
            "4 min read",
        ] {
            assert_eq!(role_of(line), Role::Dateline, "{line}");
        }
    }

    #[test]
    fn story_stays_story() {
        for line in [
            "By Monday the river had risen by two metres, the council said.",
            "Read more than the first page, she told pupils.",
            "Pupils should read more",
            "“Sign up to our newsletter,” the minister joked.",
            "More is on the way.",
            "How is that possible?",
            "March was the wettest month on record.",
            "The council wrote to 300 homes | and got no answer",
            "officers facing lengthy investigations",
            "In 2019 she left the BBC.",
            "She left Reuters, AP, and radio.",
        ] {
            assert_eq!(role_of(line), Role::Story, "{line}");
        }
    }
}
