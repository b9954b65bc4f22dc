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

/// What is so of a class or of any class below it.
#[derive(Clone, Copy, Default)]
struct Within {
    named: bool,
    told_by_nouns: bool,
    any_noun: bool,
    /// Not all of them take any noun and no other.
    particular: bool,
    has_individuals: bool,
}

impl Within {
    /// For each class, by what is so of each class below it.
    fn of_all(ontology: &Ontology, above: &[Vec<ClassId>]) -> Vec<Self> {
        let mut all = vec![Self::default(); ontology.classes.len()];
        for (class, above) in ontology.classes.iter().zip(above) {
            let told_by_nouns = !class.nouns.is_empty() || !class.nouns_like.is_empty();
            let is_anything = class.nouns.iter().all(|noun| noun == ANY_NOUN) && class.nouns_like.is_empty();
            for higher in above {
                let within = &mut all[higher.0];
                within.named |= !class.entity_types.is_empty();
                within.told_by_nouns |= told_by_nouns;
                within.any_noun |= class.nouns.iter().any(|noun| noun == ANY_NOUN);
                within.particular |= !is_anything;
            }
        }
        for class in ontology.individuals.iter().flat_map(|known| &known.classes) {
            above[class.0].iter().for_each(|higher| all[higher.0].has_individuals = true);
        }
        all
    }
}

impl Kind {
    pub fn of_all(ontology: &Ontology, entity_types: &HashMap<EntityType, ClassId>) -> Vec<Self> {
        let above: Vec<Vec<ClassId>> = ontology.class_ids().map(|class| ontology.above(class)).collect();
        let within = Within::of_all(ontology, &above);
        let (person, body) = (entity_types.get(&PERSON).copied(), entity_types.get(&BODY).copied());
        let office = ontology.class_named(OFFICE);
        let kind = |class: ClassId| {
            let (above, within) = (&above[class.0], within[class.0]);
            let below = |other: Option<ClassId>| other.is_some_and(|other| above.contains(&other));
            let has_names = above.iter().any(|&other| !ontology.class(other).entity_types.is_empty());
            let has_named_members = has_names || within.named;
            let taught = ontology.class(class).is_taught();
            Self {
                has_names,
                is_unknowable: !has_named_members && !within.particular,
                unlisted_names: match taught && !within.has_individuals && !below(person) {
                    false => UnlistedNames::None,
                    true if !within.told_by_nouns => UnlistedNames::Any,
                    true => UnlistedNames::OneWord,
                },
                has_named_members,
                takes_unknown_nouns: within.any_noun || (!has_names && !within.told_by_nouns),
                person: below(person),
                body: below(body),
                office: below(office),
            }
        };
        ontology.class_ids().map(kind).collect()
    }
}
