//! The phrases of an article that stand for something: names, descriptions, pronouns. What the ontology says about words is
//! indexed here, because it decides what a phrase can stand for.

mod agreement;
#[cfg(test)]
mod agreement_tests;
mod class_kinds;
mod class_of;
mod countries;
mod finder;
mod gazetteer;
mod given_names;
mod known_words;
pub(crate) mod label;
mod maker;
mod mention;
mod name_key;
mod named;
mod names;
mod nationals;
mod nicknames;
mod number_words;
mod ontology_index;
pub(crate) mod quantity;
#[cfg(test)]
mod tests;
mod unlisted;
pub(crate) mod value;

pub use agreement::naming_bearer;
pub use class_kinds::UnlistedNames;
pub use class_of::class_of;
pub use finder::find_mentions;
pub use known_words::may_be_surname;
pub use mention::{Determination, Mention, MentionId, MentionKind, Mentions};
pub use name_key::{name_key, turned_key};
pub use names::long_form_start;
pub use nicknames::nicknames;
pub use number_words::amount_in;
pub use ontology_index::{OntologyIndex, dictionary_form};
pub use quantity::{Quantity, counts_others};
pub use value::date;
