//! From what a format gives to an article: the story is told from the text, and what it says of itself fills the gaps.

use super::address::host;
use super::given::{EMPTY, Given};
use super::language;
use super::options::ReadOptions;
use super::paywall::{is_stub, paywalled};
use crate::page::PageWords;
use crate::page::tell;
use crate::page::{Article, TextSource};

/// Bytes of the longest text that is read as one article: a book of a thousand pages.
const LONGEST_TEXT: usize = 3_000_000;

/// Finds the story in a text; what is given with it counts more than what the text says of itself.
///
/// # Errors
/// One clause, if the text is empty.
pub(super) fn article(path: String, given: Given, words: &PageWords) -> Result<Article, String> {
    if given.text.len() > LONGEST_TEXT {
        return Err(format!(
            "is a text of more than {} MB, and no article is so long; part it into its articles",
            LONGEST_TEXT / 1_000_000
        ));
    }
    let story = tell(&given.text, given.title.as_deref(), words);
    if story.passages.is_empty() {
        return Err(EMPTY.to_owned());
    }
    if story.only_furniture && given.text_source == TextSource::TakenOut {
        return Err("has no story in it, only menus and prompts (a page that needs JavaScript must be saved after it has loaded)".to_owned());
    }
    let publisher = given.publisher.or(story.publisher);
    let publisher = publisher.or_else(|| host(given.url.as_deref()?));
    let title = given.title.map(|title| without_outlet(title, publisher.as_deref()));
    Ok(Article {
        path,
        title: title.or(story.title),
        publisher,
        url: given.url,
        author: given.author.map(|author| without_by(&author)),
        date: given.date.or(story.date).or(given.date_of_file),
        text: given.text,
        text_source: given.text_source,
        passages: story.passages,
    })
}

/// The same, if the story is whole, and English unless the user takes any language.
///
/// # Errors
/// One clause that says why it is not read.
pub(super) fn readable(path: String, given: Given, options: &ReadOptions) -> Result<Article, String> {
    let paywall = given.paywall.clone().or_else(|| options.words.paywall(&given.text));
    let article = article(path, given, options.words)?;
    let characters: Vec<char> = article.text.chars().collect();
    let told = article
        .passages
        .iter()
        .map(|passage| characters[passage.begin..passage.end].iter().collect::<String>());
    let story = told.collect::<Vec<String>>().join("\n");
    if let Some(prompt) = paywall.filter(|_| is_stub(story.split_whitespace().count())) {
        return Err(paywalled(&prompt));
    }
    match language::foreign(&story).filter(|_| !options.any_language) {
        Some(language) => Err(format!(
            "is in {language}, and only English is understood; --any-language reads it all the same"
        )),
        None => Ok(article),
    }
}

/// `Ferry sinks - Orrin Times`: news services hand the outlet on behind the headline, too.
fn without_outlet(title: String, outlet: Option<&str>) -> String {
    let plain = |name: &str| name.trim().trim_start_matches("The ").trim_start_matches("the ").to_lowercase();
    let parted = [" - ", " | ", " – ", " — "].iter().filter_map(|mark| title.rsplit_once(mark));
    let is_outlet = |(headline, end): &(&str, &str)| {
        outlet.is_some_and(|outlet| plain(outlet) == plain(end)) && headline.contains(' ')
    };
    let headline = parted.into_iter().find(is_outlet).map(|(headline, _)| headline.trim().to_owned());
    headline.unwrap_or(title)
}

/// `By Ada Finch`: the name.
fn without_by(author: &str) -> String {
    let by = author.get(..3).is_some_and(|start| start.eq_ignore_ascii_case("by "));
    if by { author[3..].trim().to_owned() } else { author.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::without_outlet;

    #[test]
    fn a_headline_is_told_from_the_outlet_after_it() {
        let told = |title: &str| without_outlet(title.to_owned(), Some("Orrin Times"));
        assert_eq!(told("Ferry sinks - The Orrin Times"), "Ferry sinks");
        assert_eq!(told("Ferry sinks | Orrin Times"), "Ferry sinks");
        for whole in ["Ferry sinks - four dead", "Ferry sinks", "Orrin Times"] {
            assert_eq!(told(whole), whole);
        }
    }
}
