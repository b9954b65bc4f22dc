//! Completing statements by the event that they share: where the ontology says that something happens to somebody
//! once (`owl:InverseFunctionalProperty`: one killer a victim), a statement that leaves out who did it speaks of the
//! same event as the one that tells.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::confidence::Confidence;
use crate::ontology::{Ontology, Uniqueness};
use crate::story::{Argument, EntityReference, Mint, Polarity, Statement, Story};

/// What an event is known by.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Event {
    /// IRIs of the relation and of its object.
    pub relation: Arc<str>,
    pub object: Arc<str>,
    pub uniqueness: Uniqueness,
}

/// Who did it, by a sentence that tells.
#[derive(Clone)]
struct Told {
    subject: EntityReference,
    sentence: String,
    confidence: Confidence,
}

impl Told {
    /// The surer of two that name the same subject; nothing where they name two.
    fn or_surer(self, other: Self) -> Option<Self> {
        let same = self.subject.id == other.subject.id;
        same.then(|| if other.confidence > self.confidence { other } else { self })
    }
}

/// Fills in the subjects that are left out, where the story names exactly one for the event. Such a subject has an
/// empty mention, because no words of the sentence stand for it, and the story keeps the reason. What is inferred is no surer
/// than what it is inferred from.
pub fn complete(story: &mut Story, ontology: &Ontology, mint: &Mint) {
    let mut known: BTreeMap<Event, Option<Told>> = BTreeMap::new();
    for statement in story.statements.iter().filter(|statement| is_fact(statement)) {
        let event = event(statement, ontology, Uniqueness::Everywhere);
        if let (Some(event), Some(subject)) = (event, &statement.subject) {
            let told = || Told {
                subject: subject.clone(),
                sentence: statement.sentence.text.clone(),
                confidence: statement.confidence,
            };
            known
                .entry(event)
                .and_modify(|one| *one = one.take().and_then(|one| one.or_surer(told())))
                .or_insert_with(|| Some(told()));
        }
    }
    let open = |statement: &&mut Statement| statement.subject.is_none() && is_fact(statement);
    for statement in story.statements.iter_mut().filter(open) {
        let event = event(statement, ontology, Uniqueness::Everywhere);
        if let Some(Told { subject, sentence, confidence }) =
            event.and_then(|event| known.get(&event)?.clone())
        {
            statement.id = mint.completed(&statement.id, &subject.id).into();
            statement.subject = Some(EntityReference { mention: String::new(), ..subject });
            statement.confidence = statement.confidence.min(confidence);
            let reason = format!("the sentence leaves out who; inferred from “{sentence}”");
            story.inferences.insert(statement.id.clone(), reason);
        }
    }
}

/// Drops what a sentence tells of an event twice, the second time with less: beside "sued the council", a "lawsuit against
/// the council" by nobody.
pub fn drop_lesser(story: &mut Story) {
    let mut by_sentence: BTreeMap<(Arc<str>, usize, Arc<str>), Vec<usize>> = BTreeMap::new();
    for (index, statement) in story.statements.iter().enumerate() {
        let key = (statement.document.id.clone(), statement.sentence.begin, statement.relation_iri.clone());
        by_sentence.entry(key).or_default().push(index);
    }
    let lesser: BTreeSet<usize> = by_sentence
        .values()
        .flat_map(|together| {
            let outdone = |&&one: &&usize| {
                together.iter().any(|&other| says_less(&story.statements[one], &story.statements[other]))
            };
            together.iter().filter(outdone).copied().collect::<Vec<usize>>()
        })
        .collect();
    let mut index = 0;
    story.statements.retain(|_| {
        index += 1;
        !lesser.contains(&(index - 1))
    });
}

/// Whether the second statement has all arguments of the first, and one more.
fn says_less(less: &Statement, more: &Statement) -> bool {
    let sides = |statement: &Statement| {
        let object = statement.object.as_ref().map(|object| match object {
            Argument::Entity(entity) => entity.id.clone(),
            Argument::Literal(literal) => literal.value.clone(),
        });
        [statement.subject.as_ref().map(|subject| subject.id.clone()), object]
    };
    let (one, other) = (sides(less), sides(more));
    let covered = one.iter().zip(&other).all(|(a, b)| a.is_none() || a == b);
    covered && one != other && less.polarity == more.polarity && less.asserted == more.asserted
}

pub fn is_fact(statement: &Statement) -> bool {
    statement.asserted && statement.polarity == Polarity::Positive
}

/// The event that a statement tells of, if its relation is unique at least as widely.
pub fn event(statement: &Statement, ontology: &Ontology, at_least: Uniqueness) -> Option<Event> {
    let relation = ontology.relation_with_iri(&statement.relation_iri)?;
    match &statement.object {
        Some(Argument::Entity(object)) if relation.uniqueness >= at_least => Some(Event {
            relation: statement.relation_iri.clone(),
            object: object.id.clone(),
            uniqueness: relation.uniqueness,
        }),
        _ => None,
    }
}
