//! A plain text: the article whose source text it is.

use super::article::Article;
use super::given::{EMPTY, Given};
use super::page_words::PageWords;
use super::passages;

/// Finds the story in a text; what is given with it counts more than what the text says of itself.
///
/// # Errors
/// One clause, if the text is empty.
pub(super) fn article(
    path: String,
    text: String,
    given: Given,
    words: &PageWords,
) -> Result<Article, String> {
    let story = passages::tell(&text, given.title.as_deref(), words);
    if story.passages.is_empty() {
        return Err(EMPTY.to_owned());
    }
    Ok(Article {
        path,
        url: given.url,
        title: given.title.or(story.title),
        publisher: given.publisher.or(story.publisher),
        date: given.date.or(story.date),
        text,
        text_source: given.text_source,
        passages: story.passages,
    })
}
