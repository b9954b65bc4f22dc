//! Completing statements by the event that they share: where the ontology says that something happens to somebody
//! once (`owl:InverseFunctionalProperty`: one killer a victim), a statement that leaves out who did it speaks of the
//! same event as the one that tells.

use std::collections::BTreeMap;

use crate::ontology::Ontology;

use super::{Argument, EntityReference, Mint, Polarity, Statement};

/// What an event is known by: the relation and its object.
type Event = (String, String);

/// Fills in the subjects that are left out, where the story names exactly one for the event. Such a subject has an
/// empty mention, because no words of the sentence stand for it.
pub(super) fn complete(statements: &mut [Statement], ontology: &Ontology, mint: &Mint) {
    let mut known: BTreeMap<Event, Option<EntityReference>> = BTreeMap::new();
    for statement in statements.iter().filter(|statement| is_fact(statement)) {
        if let (Some(event), Some(subject)) = (event(statement, ontology), &statement.subject) {
            known
                .entry(event)
                .and_modify(|one| *one = one.take().filter(|one| one.id == subject.id))
                .or_insert_with(|| Some(subject.clone()));
        }
    }
    for statement in
        statements.iter_mut().filter(|statement| statement.subject.is_none() && is_fact(statement))
    {
        let subject = event(statement, ontology).and_then(|event| known.get(&event)?.clone());
        if let Some(subject) = subject {
            statement.subject = Some(EntityReference { mention: String::new(), ..subject });
            statement.id = mint.statement(statement);
        }
    }
}

fn is_fact(statement: &Statement) -> bool {
    statement.asserted && statement.polarity == Polarity::Positive
}

fn event(statement: &Statement, ontology: &Ontology) -> Option<Event> {
    let once = ontology.relation_named(&statement.relation)?.happens_once;
    match &statement.object {
        Some(Argument::Entity(object)) if once => Some((statement.relation_iri.clone(), object.id.clone())),
        _ => None,
    }
}
