//! Which names that nobody knows may fill the slots of a user's relations. Names are what articles are full of, and no
//! ontology lists them all; what a class says of itself decides which of them pass, and its author sees that nowhere else.

use std::collections::{BTreeMap, BTreeSet};

use crate::mentions::{OntologyIndex, UnlistedNames};
use crate::ontology::{ClassId, Role};

/// A class, where it is wanted, and which unknown names stand there.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct SlotNames {
    /// Local name of the class.
    pub class: String,
    /// Where it is wanted, sorted: (`subject`, name of the relation).
    pub slots: BTreeSet<(&'static str, String)>,
    /// Which names pass.
    pub names: UnknownNames,
}

/// Which names that nobody knows pass for a member's.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum UnknownNames {
    /// Any: the class says nothing of what its members are called.
    Any,
    /// All but full names of people: the class lists nouns.
    NoPerson,
    /// Those that the engine takes for one or for nothing: the class lists its members.
    Listed,
    /// Those that the engine takes for one or for nothing: it knows the class by itself.
    Recognised,
    /// These, and names of places and single words: bodies are called as places are.
    Body,
    /// Those that the engine takes for one or for nothing, and single words, whatever is written: it knows full names of people.
    Person,
    /// These, and single words that are no given name: the engine takes many a small place for somebody or for a body.
    Place,
}

/// The classes that the user's relations name, sorted.
pub fn slot_names(lexicon: &OntologyIndex<'_>) -> Vec<SlotNames> {
    let mut slots: BTreeMap<ClassId, BTreeSet<(&'static str, String)>> = BTreeMap::new();
    for relation in lexicon.ontology.relations.iter().filter(|relation| relation.is_taught()) {
        for (role, name) in [(Role::Subject, "subject"), (Role::Object, "object")] {
            for &class in relation.classes_of(&role).unwrap_or_default() {
                slots.entry(class).or_default().insert((name, relation.name.clone()));
            }
        }
    }
    let told = slots.into_iter().map(|(class, slots)| SlotNames {
        class: lexicon.ontology.class(class).name.clone(),
        slots,
        names: unknown_names(lexicon, class),
    });
    let mut told: Vec<SlotNames> = told.collect();
    told.sort();
    told
}

fn unknown_names(lexicon: &OntologyIndex<'_>, class: ClassId) -> UnknownNames {
    match lexicon.unlisted_names(&[class]) {
        _ if lexicon.wants_unknowable(&[class]) => UnknownNames::Any,
        UnlistedNames::Any => UnknownNames::Any,
        UnlistedNames::OneWord => UnknownNames::NoPerson,
        UnlistedNames::None if lexicon.is_person(class) => UnknownNames::Person,
        UnlistedNames::None if lexicon.is_taught(class) => UnknownNames::Listed,
        UnlistedNames::None if lexicon.is_body(class) => UnknownNames::Body,
        UnlistedNames::None if lexicon.is_place(class) => UnknownNames::Place,
        UnlistedNames::None => UnknownNames::Recognised,
    }
}

impl SlotNames {
    /// Which names pass, and what to write if others shall.
    pub fn told(&self) -> String {
        let class = &self.class;
        match self.names {
            UnknownNames::Any => format!(
                "any, even a person's, as {class} lists no nouns; write its ng:noun if full names of people shall not"
            ),
            UnknownNames::NoPerson => {
                format!("all but full names of people; leave out the nouns of {class} if these shall, too")
            }
            UnknownNames::Listed => format!(
                "only what the engine takes for one, or for nothing, as {class} lists its members; list the others, or none"
            ),
            UnknownNames::Person => {
                "what the engine takes for one or for nothing, and one word that it takes for something else"
                    .to_owned()
            }
            UnknownNames::Place => format!(
                "what the engine takes for one or for nothing, and one word that it takes for a body or somebody; if any \
                 shall, write a class of your own below {class}, without nouns and names"
            ),
            UnknownNames::Body => format!(
                "what the engine takes for one, for a place or for nothing, and as an object one word that it takes for \
                 somebody; if any shall, write a class of your own below {class}, without nouns and names"
            ),
            UnknownNames::Recognised => format!(
                "only what the engine takes for one, or for nothing; if any shall, write a class of your own below \
                 {class}, without nouns and names"
            ),
        }
    }

    /// Where the class is wanted: `subject of joined, signed; object of paid`.
    pub fn places(&self) -> String {
        let of = |role: &'static str| {
            let here = self.slots.iter().filter(|(name, _)| *name == role);
            let relations: Vec<&str> = here.map(|(_, relation)| relation.as_str()).collect();
            (!relations.is_empty()).then(|| format!("{role} of {}", relations.join(", ")))
        };
        let places: Vec<String> = ["subject", "object"].into_iter().filter_map(of).collect();
        places.join("; ")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ontology::Ontology;

    #[test]
    fn what_a_class_says_of_itself_decides_which_names_pass() {
        let text = "@prefix ex: <http://example.org/> .
@prefix ng: <https://w3id.org/newsgraph/ontology#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
ex:Ship rdfs:subClassOf ng:Entity ; ng:noun \"ship\" .
ex:Port rdfs:subClassOf ng:Entity .
ex:Sea rdfs:subClassOf ng:Place .
ex:north a ex:Sea ; rdfs:label \"North Sea\" .
ex:left rdfs:domain ex:Ship ; rdfs:range ex:Port .
ex:crossed rdfs:domain ex:Ship ; rdfs:range ex:Sea .
ex:owned rdfs:domain ng:Organisation ; rdfs:range ex:Ship .";
        let ontology = Ontology::taught_by(&[("t.ttl", text)]).unwrap();
        let found = slot_names(&OntologyIndex::new(&ontology));
        let told: Vec<(&str, String, UnknownNames)> =
            found.iter().map(|slot| (slot.class.as_str(), slot.places(), slot.names)).collect();
        let ship = "subject of crossed, left; object of owned".to_owned();
        assert_eq!(
            told,
            [
                ("Organisation", "subject of owned".to_owned(), UnknownNames::Body),
                ("Port", "object of left".to_owned(), UnknownNames::Any),
                ("Sea", "object of crossed".to_owned(), UnknownNames::Listed),
                ("Ship", ship, UnknownNames::NoPerson),
            ]
        );
    }
}
