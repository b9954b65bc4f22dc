//! Which articles are on one affair: those that tell of the same people, bodies and places, within the same weeks. Descriptions mean
//! the same ("seven people", "the court") only there. Counted is who takes part in a statement or says something: what else is
//! named stands in the whole story only, and the answer must be the same for a part of it.

use std::collections::{BTreeMap, BTreeSet};

use crate::story::{DocumentRecord, Story};

use super::days::published;

/// Names that two articles on one affair share, at least.
const SHARED: usize = 3;
/// Days between two articles on one affair, at most.
const APART: i32 = 60;

/// Who is named in which article.
#[derive(Debug)]
pub struct Affairs<'a> {
    named: BTreeMap<&'a str, BTreeSet<&'a str>>,
}

impl<'a> Affairs<'a> {
    /// Those of this story.
    pub fn of(story: &'a Story) -> Self {
        let mut named: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
        let has_name = |label: &str| label.chars().any(char::is_uppercase);
        for statement in &story.statements {
            let names =
                statement.references().filter(|entity| has_name(&entity.label)).map(|entity| &*entity.id);
            named.entry(&statement.document.id).or_default().extend(names);
        }
        for attribution in &story.attributions {
            let source = attribution.source.as_ref().filter(|source| has_name(&source.label));
            named.entry(&attribution.document.id).or_default().extend(source.map(|source| &*source.id));
        }
        Self { named }
    }

    /// Whether two articles are on one affair: three names are in both, or half of the names of the one that has fewer.
    pub fn is_one(&self, one: &DocumentRecord, other: &DocumentRecord) -> bool {
        if one.id == other.id {
            return true;
        }
        let apart = published(one).zip(published(other)).map_or(0, |(one, other)| one.distance(other));
        let (Some(names), Some(others)) = (self.named.get(&*one.id), self.named.get(&*other.id)) else {
            return false;
        };
        let shared = names.intersection(others).count();
        let fewer = names.len().min(others.len());
        apart <= APART && shared > 0 && (shared >= SHARED || 2 * shared >= fewer)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample;

    #[test]
    fn articles_that_tell_of_the_same_are_on_one_affair_for_some_weeks() {
        let mut story = sample::story();
        assert!(Affairs::of(&story).is_one(&story.documents[0], &story.documents[1]));
        let years_later =
            DocumentRecord { date: Some("2034-04-02".to_owned()), ..(*story.documents[1]).clone() };
        assert!(!Affairs::of(&story).is_one(&story.documents[0], &years_later));
        story.statements.retain(|statement| statement.document.id == story.documents[0].id);
        assert!(!Affairs::of(&story).is_one(&story.documents[0], &story.documents[1]));
    }
}
