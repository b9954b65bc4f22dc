//! What members of a class are to the rules of mentions and coreference, found once for each class.

use std::collections::HashMap;

use crate::language::EntityType;
use crate::ontology::{ClassId, Ontology};

/// The recogniser's type for people; the class that has it is what `he` and `she` stand for.
pub const PERSON: EntityType = EntityType::Person;

/// Its type for bodies of people.
pub const BODY: EntityType = EntityType::Org;

/// In a class's list of nouns: any noun that no other class lists.
pub const ANY_NOUN: &str = "*";

/// The core class of posts that people hold: naming one (`the mayor said`) usually means its holder.
pub const OFFICE: &str = crate::vocabulary::NG_OFFICE;

/// What members of a class are to the rules of mentions and coreference.
#[derive(Debug, Clone, Copy)]
pub struct Kind {
    pub has_names: bool,
    pub has_named_members: bool,
    pub is_unknowable: bool,
    pub unlisted_names: UnlistedNames,
    pub takes_unknown_nouns: bool,
    pub person: bool,
    pub body: bool,
    pub office: bool,
}

/// What may be the name of a member of a class of the user's that lists no names (ships, mountains): the recogniser, which has
/// never heard of them, takes them for people, bodies or places as it comes.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum UnlistedNames {
    /// None but what the recogniser takes for one.
    #[default]
    None,
    /// Any but full names of people (`Anna Weber`): members can be told by the nouns that the class lists, too.
    OneWord,
    /// Any: the class says nothing of what its members are called.
    Any,
}

impl Kind {
    pub fn of_all(ontology: &Ontology, entity_types: &HashMap<EntityType, ClassId>) -> Vec<Self> {
        let classes = || ontology.class_ids();
        let below =
            |class: ClassId, other: Option<ClassId>| other.is_some_and(|other| ontology.is_a(class, other));
        let (person, body) = (entity_types.get(&PERSON).copied(), entity_types.get(&BODY).copied());
        let office = ontology.class_named(OFFICE);
        let named = |class: ClassId| !ontology.class(class).entity_types.is_empty();
        let kind = |class: ClassId| {
            let within = || classes().filter(|&other| ontology.is_a(other, class));
            let nouns = |class: ClassId| &ontology.class(class).nouns;
            let tells_by_nouns =
                |class: ClassId| !nouns(class).is_empty() || !ontology.class(class).nouns_like.is_empty();
            let has_names = classes().any(|other| named(other) && ontology.is_a(class, other));
            let anything = |other: ClassId| {
                nouns(other).iter().all(|noun| noun == ANY_NOUN)
                    && ontology.class(other).nouns_like.is_empty()
            };
            let has_named_members = has_names || within().any(named);
            let has_individuals = ontology
                .individuals
                .iter()
                .any(|known| known.classes.iter().any(|&other| ontology.is_a(other, class)));
            let taught = ontology.class(class).is_taught();
            Self {
                has_names,
                is_unknowable: !has_named_members && within().all(anything),
                unlisted_names: match taught && !has_individuals && !below(class, person) {
                    false => UnlistedNames::None,
                    true if !within().any(tells_by_nouns) => UnlistedNames::Any,
                    true => UnlistedNames::OneWord,
                },
                has_named_members,
                takes_unknown_nouns: within().any(|other| nouns(other).iter().any(|noun| noun == ANY_NOUN))
                    || (!has_names && !within().any(tells_by_nouns)),
                person: below(class, person),
                body: below(class, body),
                office: below(class, office),
            }
        };
        classes().map(kind).collect()
    }
}
