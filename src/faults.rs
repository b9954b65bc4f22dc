//! What reading articles may cost: an article at which newsgraph has a fault is left out and named, and the others are read all the
//! same; so is a sentence named that is too long to be read as one.

use crate::language::LONGEST_SENTENCE;
use crate::quiet::quietly;
use crate::read::{Article, Failure};
use crate::resolve::ArticleFacts;

/// What was told of articles while they were read.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct Failures {
    /// Articles that are left out.
    pub faults: Vec<Failure>,
    /// Sentences that were read in pieces.
    pub long_sentences: Vec<Failure>,
}

/// What an article tells, and which of its sentences were read in pieces.
pub(crate) struct ToldByArticle {
    pub facts: ArticleFacts,
    pub long_sentences: Vec<Failure>,
}

impl Failures {
    /// What an article tells, where it tells something; the rest is kept here.
    pub(crate) fn sort_out(&mut self, told: Result<ToldByArticle, Failure>) -> Option<ToldByArticle> {
        match told {
            Ok(mut told) => {
                self.long_sentences.append(&mut told.long_sentences);
                Some(told)
            }
            Err(fault) => {
                self.faults.push(fault);
                None
            }
        }
    }
}

/// What was found in an article.
///
/// # Errors
/// Returns a failure that names the article, where newsgraph has a fault at it.
pub(crate) fn or_fault<T>(article: &Article, work: impl FnOnce() -> T) -> Result<T, Failure> {
    quietly(work).map_err(|fault| {
        let reason =
            format!("is left out, for newsgraph has a fault here; please report it with the text ({fault})");
        Failure { path: article.path.clone(), line: None, reason }
    })
}

/// Tells that a sentence, which begins at this character, was read in pieces.
pub(crate) fn long_sentence(article: &Article, begin: usize) -> Failure {
    let reason = format!(
        "the sentence at character {begin} has more than {LONGEST_SENTENCE} words and is read in pieces; what is told across \
         them is not found"
    );
    Failure { path: article.path.clone(), line: None, reason }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fault_in_an_article_names_it_and_ends_nothing_else() {
        let article = Article { path: "news/a.txt".to_owned(), ..Article::default() };
        let failure = or_fault(&article, || -> u8 { panic!("no such head") }).unwrap_err().to_string();
        assert!(failure.starts_with("news/a.txt: is left out"), "{failure}");
        assert!(failure.contains("faults.rs:") && failure.contains("no such head"), "{failure}");
        assert_eq!(or_fault(&article, || 3), Ok(3));
    }
}
