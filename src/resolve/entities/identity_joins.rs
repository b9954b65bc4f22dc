//! Named people in the places of unnamed ones, in all of a story: all of them at once, for a story of thousands of articles has
//! thousands of them.

use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

use crate::coreference::Reason;
use crate::story::{Argument, Entity, EntityReference, Merge, Span, Statement, Story};

use super::phrase_entities::reference_to;

/// An unnamed entity that is a named one.
pub struct Identity {
    pub unnamed: String,
    pub named: Entity,
    pub reason: Reason,
}

/// Puts all of them in their places.
pub fn apply(identities: &[Identity], story: &mut Story) {
    let of: HashMap<&str, &Entity> =
        identities.iter().map(|identity| (identity.unnamed.as_str(), &identity.named)).collect();
    for statement in &mut story.statements {
        for reference in references(statement) {
            if let Some(named) = of.get(reference.id.as_ref()) {
                *reference = reference_to(named, &reference.mention);
            }
        }
    }
    for source in story.attributions.iter_mut().filter_map(|attribution| attribution.source.as_mut()) {
        if let Some(named) = of.get(source.id.as_ref()) {
            source.id.clone_from(&named.id);
            source.label.clone_from(&named.label);
        }
    }
    for merge in &mut story.merges {
        if let Some(named) = of.get(merge.entity.as_ref()) {
            merge.entity.clone_from(&named.id);
        }
    }
    absorb(identities, story);
}

/// Takes the unnamed out of the story's entities; the named have their mentions, with the reason.
fn absorb(identities: &[Identity], story: &mut Story) {
    let unnamed: BTreeSet<&str> = identities.iter().map(|identity| identity.unnamed.as_str()).collect();
    let (absorbed, kept): (Vec<Entity>, Vec<Entity>) = std::mem::take(&mut story.entities)
        .into_iter()
        .partition(|entity| unnamed.contains(entity.id.as_ref()));
    story.entities = kept;
    let mut absorbed: HashMap<Arc<str>, Entity> =
        absorbed.into_iter().map(|entity| (entity.id.clone(), entity)).collect();
    let place: HashMap<Arc<str>, usize> =
        story.entities.iter().enumerate().map(|(index, entity)| (entity.id.clone(), index)).collect();
    for Identity { unnamed, named, reason } in identities {
        let Some(absorbed) = absorbed.remove(unnamed.as_str()) else { continue };
        story.merges.extend(absorbed.mentions.first().map(|mention| Merge {
            document: mention.document.clone(),
            place: Span { text: mention.text.clone(), begin: mention.begin, end: mention.end },
            entity: named.id.clone(),
            reason: reason.to_string().into(),
        }));
        if let Some(&index) = place.get(&named.id) {
            let mentions = &mut story.entities[index].mentions;
            mentions.extend(absorbed.mentions);
            mentions.sort();
        }
    }
}

fn references(statement: &mut Statement) -> impl Iterator<Item = &mut EntityReference> {
    let object = statement.object.as_mut().and_then(|object| match object {
        Argument::Entity(entity) => Some(entity),
        Argument::Literal(_) => None,
    });
    [statement.subject.as_mut(), object, statement.attributed_to.as_mut(), statement.place.as_mut()]
        .into_iter()
        .flatten()
        .chain(statement.qualifiers.values_mut())
}
