//! Many failures of one file for one reason, told once: an archive may hold thousands of pages in other languages.

use std::collections::BTreeMap;

use super::failure::Failure;
use crate::page::Article;

/// So many of one kind are named one by one.
const FEW: usize = 10;

/// What was read of one file, with its failures of one reason as one where there are many.
pub(super) fn gathered(read: Vec<Result<Article, Failure>>) -> Vec<Result<Article, Failure>> {
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for failure in read.iter().filter_map(|outcome| outcome.as_ref().err()) {
        *counts.entry(failure.reason.clone()).or_default() += 1;
    }
    counts.retain(|_, count| *count > FEW);
    let told = |outcome: Result<Article, Failure>| match outcome {
        Err(failure) => match counts.get_mut(&failure.reason) {
            None => Some(Err(failure)),
            Some(0) => None,
            Some(count) => {
                let others = std::mem::take(count) - 1;
                let reason = format!("{}; the same holds of {others} others in this file", failure.reason);
                Some(Err(Failure { reason, ..failure }))
            }
        },
        article => Some(article),
    };
    read.into_iter().filter_map(told).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn many_failures_of_one_kind_are_one() {
        let failure = |line: usize, reason: &str| {
            Err(Failure { path: "a.jsonl".to_owned(), line: Some(line), reason: reason.to_owned() })
        };
        let mut read: Vec<_> = (1..=30).map(|line| failure(line, "is in German")).collect();
        read.push(failure(31, "has no text in it"));
        read.insert(3, Ok(Article::default()));
        let told: Vec<String> = gathered(read)
            .into_iter()
            .map(|outcome| outcome.map_or_else(|failure| failure.to_string(), |_| "read".to_owned()))
            .collect();
        let expected = [
            "a.jsonl:1: is in German; the same holds of 29 others in this file",
            "read",
            "a.jsonl:31: has no text in it",
        ];
        assert_eq!(told, expected);
    }
}
