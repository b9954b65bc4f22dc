//! A part of a story: what is said about one entity and its neighbours, or by some relations only.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::confidence::Confidence;
use crate::story::{Statement, Story};

/// What to keep of a story.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Selection {
    /// IRI of the entity to start from, and how many statements away from it others may be.
    pub about: Option<(Arc<str>, usize)>,
    /// Local names of relations; empty for all.
    pub relations: BTreeSet<String>,
    /// How sure statements must be, if not all will do.
    pub least_confidence: Option<Confidence>,
}

impl Selection {
    /// Whether it keeps everything.
    pub fn is_all(&self) -> bool {
        self.about.is_none() && self.relations.is_empty() && self.least_confidence.is_none()
    }

    /// The selected statements with the entities, attributions and documents that belong to them.
    pub fn of(&self, mut story: Story) -> Story {
        story.statements.retain(|statement| self.keeps(statement));
        match &self.about {
            None => story.attributions.retain(|_| self.relations.is_empty()),
            Some((start, hops)) => {
                let near = neighbourhood(&story.statements, start, *hops);
                story.statements.retain(|statement| touches(statement, &near));
                story.attributions.retain(|attribution| {
                    self.relations.is_empty()
                        && attribution.source.as_ref().is_some_and(|source| near.contains(&source.id))
                });
            }
        }
        self.keep_what_is_used(&mut story);
        story
    }

    /// Whether a statement has one of the relations, and is sure enough.
    fn keeps(&self, statement: &Statement) -> bool {
        let related = self.relations.is_empty() || self.relations.contains(&*statement.relation);
        related && self.least_confidence.is_none_or(|least| statement.confidence >= least)
    }

    fn keep_what_is_used(&self, story: &mut Story) {
        let references = story.statements.iter().flat_map(Statement::references).map(|entity| &entity.id);
        let sources =
            story.attributions.iter().filter_map(|attribution| Some(&attribution.source.as_ref()?.id));
        let start = self.about.iter().map(|(start, _)| start);
        let entities: BTreeSet<Arc<str>> = references.chain(sources).chain(start).cloned().collect();
        story.entities.retain(|entity| entities.contains(&entity.id));

        story.merges.retain(|merge| entities.contains(&merge.entity));
        let statements: BTreeSet<&str> =
            story.statements.iter().map(|statement| statement.id.as_ref()).collect();
        story.inferences.retain(|statement, _| statements.contains(statement.as_ref()));
        story.accepted.retain(|statement| statements.contains(statement.as_ref()));

        let of_statements = story.statements.iter().map(|statement| &statement.document.id);
        let of_attributions = story.attributions.iter().map(|attribution| &attribution.document.id);
        let of_mentions =
            story.entities.iter().flat_map(|entity| &entity.mentions).map(|mention| &mention.document);
        let documents: BTreeSet<Arc<str>> =
            of_statements.chain(of_attributions).chain(of_mentions).cloned().collect();
        story.documents.retain(|document| documents.contains(&document.id));
        story.texts.retain(|document, _| documents.contains(document));
        story.authors.retain(|document, _| documents.contains(document));
    }
}

/// The entities whose own statements belong to the selection: all that are nearer than `hops` statements.
fn neighbourhood(statements: &[Statement], start: &Arc<str>, hops: usize) -> BTreeSet<Arc<str>> {
    let mut near = BTreeSet::new();
    let mut frontier = BTreeSet::from([start.clone()]);
    for _ in 0..hops {
        let reached: BTreeSet<Arc<str>> = statements
            .iter()
            .filter(|statement| touches(statement, &frontier))
            .flat_map(Statement::references)
            .map(|entity| entity.id.clone())
            .collect();
        near.append(&mut frontier);
        frontier = reached.difference(&near).cloned().collect();
        if frontier.is_empty() {
            break;
        }
    }
    near
}

fn touches(statement: &Statement, entities: &BTreeSet<Arc<str>>) -> bool {
    statement.references().any(|entity| entities.contains(&entity.id))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample;
    use crate::story::Mint;

    fn about(label: &str, hops: usize) -> Story {
        let selection =
            Selection { about: Some((Mint::default().entity(label).into(), hops)), ..Selection::default() };
        selection.of(sample::story())
    }

    #[test]
    fn hops_widen_the_circle() {
        assert_eq!(about("negligence", 0).statements.len(), 0);
        assert_eq!(about("negligence", 1).statements.len(), 2);
        assert_eq!(about("negligence", 2).statements.len(), 3);
        assert_eq!(about("negligence", 3).statements.len(), 4);
        assert_eq!(about("negligence", usize::MAX), about("negligence", 3));
    }

    #[test]
    fn only_entities_that_are_spoken_of_stay() {
        let story = about("negligence", 1);
        let labels: Vec<&str> = story.entities.iter().map(|entity| entity.label.as_ref()).collect();
        assert_eq!(labels, ["negligence", "Nordholm Lines"]);
        assert!(story.attributions.is_empty());
        assert_eq!(about("Ida Lund", 1).attributions.len(), 1);
    }

    #[test]
    fn relations_are_a_filter() {
        let relations = BTreeSet::from(["deployed".to_owned()]);
        let selection = Selection { relations, ..Selection::default() };
        assert_eq!(selection.of(sample::story()).statements.len(), 1);
        assert!(Selection::default().is_all());
        assert_eq!(Selection::default().of(sample::story()).statements, sample::story().statements);
    }

    #[test]
    fn so_is_confidence_and_what_is_said_by_whom_stays() {
        let at_least = |hundredths| {
            let least_confidence = Some(Confidence::of_hundredths(hundredths));
            let selection = Selection { least_confidence, ..Selection::default() };
            assert!(!selection.is_all());
            let mut story = sample::story();
            story.statements[0].confidence = Confidence::of_hundredths(60);
            let part = selection.of(story);
            (part.statements.len(), part.attributions.len())
        };
        assert_eq!([at_least(60), at_least(61), at_least(98)], [(4, 1), (3, 1), (0, 1)]);
    }
}
