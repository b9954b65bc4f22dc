//! What every format is read into.

use super::super::given::Given;

/// One article of a file, or why it is none.
#[derive(Debug)]
pub(crate) struct Found {
    /// Its number in the file: of the line, the row, the record or the message, from 1; none where the file is one article.
    pub place: Option<usize>,
    pub given: Result<Given, String>,
}

impl Found {
    /// The one article of a file.
    pub fn alone(given: Result<Given, String>) -> Self {
        Self { place: None, given }
    }

    /// One of many.
    pub fn at(place: usize, given: Result<Given, String>) -> Self {
        Self { place: Some(place), given }
    }
}

/// Numbers the articles of a file that has one as a rule; one alone needs no number.
pub(crate) fn numbered(articles: Vec<Result<Given, String>>) -> Vec<Found> {
    let many = articles.len() > 1;
    let number = |index: usize| many.then_some(index + 1);
    articles.into_iter().enumerate().map(|(index, given)| Found { place: number(index), given }).collect()
}
