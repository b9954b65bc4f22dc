//! Leaving out what nothing is said of. An article has a phrase for a hundred things ("a piece of paper", "closed
//! doors"), and a graph of them all hides the dozen that matter. Kept is whoever has a name, whatever takes part in a
//! statement or attribution, and what the ontology lists by its nouns (offences, offices).

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::mentions::OntologyIndex;
use crate::resolve::entities::EntityTable;
use crate::story::{Entity, Statement, Story};

/// Drops the other entities of a story, with what was told of their merging.
pub fn keep_relevant(story: &mut Story, table: &EntityTable, lexicon: &OntologyIndex<'_>) {
    let mut kept: BTreeSet<Arc<str>> =
        story.statements.iter().flat_map(Statement::references).map(|one| one.id.clone()).collect();
    kept.extend(story.attributions.iter().filter_map(|one| Some(one.source.as_ref()?.id.clone())));
    let is_named = |entity: &Entity| table.position(&entity.id).is_some_and(|at| table.profiles[at].named);
    story.entities.retain(|entity| {
        let keeps = kept.contains(&entity.id) || is_named(entity) || is_listed(entity, lexicon);
        if keeps {
            kept.insert(entity.id.clone());
        }
        keeps
    });
    story.merges.retain(|merge| kept.contains(&merge.entity));
}

/// Whether it is of a class whose members the ontology lists as nouns and nobody knows by name.
fn is_listed(entity: &Entity, lexicon: &OntologyIndex<'_>) -> bool {
    let ontology = lexicon.ontology;
    let class = entity.types.first().and_then(|class| ontology.class_named(class));
    class.is_some_and(|class| !lexicon.has_named_members(class) && !ontology.class(class).nouns.is_empty())
}
