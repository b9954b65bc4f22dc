//! Descriptions that are drawn as one. "An inquiry" that six articles say the minister ordered is six entities, for nobody can prove
//! that it is one; a reader who sees six boxes learns nothing. So what has the same words, in articles on one affair, and is tied to
//! the same, is one box.

use std::collections::BTreeMap;
use std::sync::Arc;

use petgraph::unionfind::UnionFind;

use crate::events::{Affairs, is_name};
use crate::story::{DocumentRecord, EntityReference, Statement, Story};

/// A described entity by its IRI, and the article in which it stands.
type Place<'a> = (&'a str, &'a Arc<DocumentRecord>);

/// By IRI of a described entity: the IRI of the one that stands for it.
#[derive(Debug, Default)]
pub struct Alike<'a>(BTreeMap<&'a str, &'a str>);

impl<'a> Alike<'a> {
    /// What is alike in this story.
    pub fn of(story: &'a Story) -> Self {
        let affairs = Affairs::of(story);
        let mut tied: BTreeMap<(String, String), Vec<Place<'_>>> = BTreeMap::new();
        for statement in &story.statements {
            for (described, tie) in ties(statement) {
                let key = (described.label.to_lowercase(), tie);
                tied.entry(key).or_default().push((&described.id, &statement.document));
            }
        }
        let mut ids: Vec<&str> = tied.values().flatten().map(|(id, _)| *id).collect();
        ids.sort_unstable();
        ids.dedup();
        let place = |id: &str| ids.binary_search(&id).unwrap_or_default();
        let mut sets = UnionFind::<usize>::new(ids.len());
        for described in tied.values() {
            for pair in described.windows(2) {
                if affairs.is_one(pair[0].1, pair[1].1) {
                    sets.union(place(pair[0].0), place(pair[1].0));
                }
            }
        }
        let roots = sets.into_labeling();
        let mut first: BTreeMap<usize, &str> = BTreeMap::new();
        for (id, root) in ids.iter().zip(&roots) {
            first.entry(*root).or_insert(id);
        }
        Self(ids.iter().zip(&roots).map(|(id, root)| (*id, first[root])).collect())
    }

    /// The IRI that an entity is drawn under.
    pub fn drawn(&self, entity: &'a EntityReference) -> &'a str {
        self.0.get(&*entity.id).copied().unwrap_or(&entity.id)
    }
}

/// The described arguments of a statement, each with what it is tied to: the named one, the other's words, or the relation alone
/// ("seven people died").
fn ties(statement: &Statement) -> impl Iterator<Item = (&EntityReference, String)> {
    let arguments = [statement.subject.as_ref(), statement.object_entity()];
    let tie = move |place: usize| match arguments[1 - place] {
        Some(other) if is_name(other) => other.id.to_string(),
        Some(other) => format!("{} {}", statement.relation, other.label.to_lowercase()),
        None => statement.relation.to_string(),
    };
    let described = move |place: usize| Some((arguments[place].filter(|one| !is_name(one))?, tie(place)));
    (0..2).filter_map(described)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample;
    use crate::story::Argument;

    /// How many offences the charges of two articles of these years are drawn as.
    fn drawn(later: &str) -> usize {
        let mut story = sample::story();
        let charge = &mut story.statements[1];
        if let Some(Argument::Entity(object)) = &mut charge.object {
            object.id = "another".into();
        }
        charge.document =
            DocumentRecord { date: Some(later.to_owned()), ..(*charge.document).clone() }.into();
        let alike = Alike::of(&story);
        let objects = story.statements[..2].iter().filter_map(Statement::object_entity);
        objects.map(|object| alike.drawn(object)).collect::<std::collections::BTreeSet<_>>().len()
    }

    #[test]
    fn what_articles_on_one_affair_describe_alike_is_one_box() {
        assert_eq!((drawn("2031-04-05"), drawn("2035-04-05")), (1, 2));
    }
}
