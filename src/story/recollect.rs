//! What a built graph knows beside its statements, for a story that was assembled of some of them: all names, identifiers and
//! mentions of its entities, why phrases were merged, what was inferred, the texts. Who sifts statements by hand loses none of it.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::values::{Entity, Story};

/// Adds what `known`, the story of an older graph, tells of the documents of a story. What nothing is said of any more goes,
/// unless it has a name. Where lines of statements were given another label by hand, that counts.
pub fn recollect(story: &mut Story, known: Story) {
    let documents: BTreeSet<Arc<str>> = story.documents.iter().map(|document| document.id.clone()).collect();
    let statements: BTreeSet<Arc<str>> = story.statements.iter().map(|one| one.id.clone()).collect();
    let mut entities: BTreeMap<Arc<str>, Entity> =
        std::mem::take(&mut story.entities).into_iter().map(|entity| (entity.id.clone(), entity)).collect();
    for mut entity in known.entities {
        entity.mentions.retain(|mention| documents.contains(&mention.document));
        match entities.get_mut(&entity.id) {
            Some(assembled) => complete(assembled, entity),
            None if is_name(&entity.label) && !entity.mentions.is_empty() => {
                entities.insert(entity.id.clone(), entity);
            }
            None => {}
        }
    }
    let merges = known.merges.into_iter();
    story.merges.extend(
        merges.filter(|merge| documents.contains(&merge.document) && entities.contains_key(&merge.entity)),
    );
    story.merges.sort();
    story.merges.dedup();
    story.entities = entities.into_values().collect();
    story.inferences.extend(known.inferences.into_iter().filter(|(id, _)| statements.contains(id)));
    story.accepted.extend(known.accepted.into_iter().filter(|id| statements.contains(id)));
    story.texts.extend(known.texts.into_iter().filter(|(id, _)| documents.contains(id)));
    story.copies.extend(known.copies.into_iter().filter(|(id, _)| documents.contains(id)));
    story.detail = story.detail.max(known.detail);
    story.authors.extend(known.authors.into_iter().filter(|(id, _)| documents.contains(id)));
}

/// Puts what is known of an entity into what statements tell of it.
fn complete(assembled: &mut Entity, known: Entity) {
    let is_used = assembled.label == known.label
        || assembled.alternative_labels.iter().any(|label| *label == *known.label);
    let mut labels: BTreeSet<String> = assembled.alternative_labels.drain(..).collect();
    labels.extend(known.alternative_labels);
    labels.extend([assembled.label.to_string(), known.label.to_string()]);
    if is_used {
        assembled.label = known.label;
    }
    labels.remove(&*assembled.label);
    assembled.alternative_labels = labels.into_iter().collect();
    if assembled.types.is_empty() {
        assembled.types = known.types;
    }
    assembled.same_as.extend(known.same_as);
    assembled.same_as.sort();
    assembled.same_as.dedup();
    assembled.mentions.extend(known.mentions);
    assembled.mentions.sort();
    assembled.mentions.dedup();
}

fn is_name(label: &str) -> bool {
    label.contains(char::is_uppercase)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample;
    use crate::story::assemble;

    #[test]
    fn names_and_reasons_of_an_older_graph_are_kept() {
        let mut known = sample::story();
        known.entities[0].alternative_labels = vec!["Another Name".to_owned()];
        known.entities[0].same_as = vec!["http://b.example/1".to_owned()];
        let (id, label) = (known.entities[0].id.clone(), known.entities[0].label.clone());
        let mut story = assemble(known.statements.clone(), known.attributions.clone(), str::to_owned);
        recollect(&mut story, known.clone());
        let entity = story.entities.iter().find(|entity| entity.id == id).unwrap();
        assert_eq!(
            (&entity.label, entity.alternative_labels.as_slice()),
            (&label, &["Another Name".to_owned()][..])
        );
        assert_eq!(entity.same_as, ["http://b.example/1"]);
        assert_eq!((&story.merges, &story.texts), (&known.merges, &known.texts));
    }

    #[test]
    fn a_label_that_was_changed_by_hand_counts() {
        let known = sample::story();
        let mut statements = known.statements.clone();
        let renamed = |one: &mut crate::story::EntityReference| {
            if *one.label == *"Ida Lund" {
                one.label = "Ida Lund-Berg".into();
            }
        };
        for statement in &mut statements {
            statement.subject.iter_mut().for_each(renamed);
            statement.attributed_to.iter_mut().for_each(renamed);
        }
        let mut story = assemble(statements, Vec::new(), str::to_owned);
        recollect(&mut story, known);
        let entity = story.entities.iter().find(|entity| *entity.label == *"Ida Lund-Berg").unwrap();
        assert!(entity.alternative_labels.contains(&"Ida Lund".to_owned()));
    }
}
