//! Of what kind the arguments of an example are, roughly: "the flood killed 40 people" is another fact than "the soldier killed the
//! guard", though the verb is one. Nothing is claimed of nouns that may be several things.

use serde::{Deserialize, Serialize};

use crate::grammar::is_no_name;
use crate::language::{CoarseTag, EntityType, FineTag, NounKinds, Sentence};
use crate::mentions::dictionary_form;

use super::marked_arguments::Argument;

/// What stands in a role of an example.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum ArgumentKind {
    /// People and bodies, and what acts like them (a town).
    Agent,
    /// A number, a sum, a time.
    Amount,
    /// Something that happens.
    Event,
    /// Nothing that is known, or nothing that counts: things may be bodies (`the museum`), plans may be texts.
    #[default]
    Other,
}

/// Nouns whose kinds act.
const AGENTS: [&str; 3] = ["person", "organization", "people"];
/// Nouns whose kinds happen: deeds, and what nature does.
const EVENTS: [&str; 3] = ["event", "phenomenon", "conflict"];

impl ArgumentKind {
    /// The kind of a marked argument.
    pub fn of(sentence: &Sentence, argument: &Argument) -> Self {
        let head = &sentence.tokens[argument.head];
        let has_number = || {
            argument
                .span
                .tokens()
                .any(|index| matches!(sentence.tokens[index].tag, FineTag::Cd | FineTag::Currency))
        };
        if is_no_name(head.entity) || has_number() {
            return Self::Amount;
        }
        match (head.pos, head.entity.kind()) {
            (
                CoarseTag::Propn,
                Some(EntityType::Person | EntityType::Org | EntityType::Norp | EntityType::Gpe),
            ) => Self::Agent,
            (CoarseTag::Propn, _) => Self::Other,
            _ => Self::of_noun(&dictionary_form(head)),
        }
    }

    fn of_noun(noun: &str) -> Self {
        let kinds = NounKinds::built_in();
        let is_any = |wanted: &[&str]| {
            kinds.from(noun).any(|above| wanted.iter().any(|&wanted| kinds.synset(wanted) == Some(above)))
        };
        if is_any(&AGENTS) {
            Self::Agent
        } else if is_any(&EVENTS) {
            Self::Event
        } else {
            Self::Other
        }
    }

    /// Whether two examples may tell of the same with these in one role: an amount stands only where an amount does, and what
    /// happens does not act.
    pub fn agrees(self, other: Self) -> bool {
        use ArgumentKind::{Agent, Amount, Event};
        match (self, other) {
            (Amount, other) | (other, Amount) => other == Amount,
            (Agent, Event) | (Event, Agent) => false,
            _ => true,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::ArgumentKind;

    #[test]
    fn nouns_are_of_a_kind() {
        assert_eq!(ArgumentKind::of_noun("soldier"), ArgumentKind::Agent);
        assert_eq!(ArgumentKind::of_noun("flood"), ArgumentKind::Event);
        assert_eq!(ArgumentKind::of_noun("museum"), ArgumentKind::Other);
    }

    #[test]
    fn amounts_and_events_stand_for_nobody() {
        use ArgumentKind::{Agent, Amount, Event, Other};
        assert!(Agent.agrees(Other) && Amount.agrees(Amount) && Event.agrees(Other));
        assert!(!Agent.agrees(Event) && !Other.agrees(Amount) && !Amount.agrees(Agent));
    }
}
