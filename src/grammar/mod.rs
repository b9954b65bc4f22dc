//! What every English clause is, whatever it is about: trees, the argument graph, phrases, pronouns, modality, factuality.
//! No ontology is known here; only grammar and function words.

mod addressees;
mod apposed_names;
mod apposition;
mod argument_edges;
mod argument_graph;
mod casing;
mod category;
mod claims;
mod clause_form;
mod clause_governors;
mod control;
mod court_cases;
mod denied_manner;
mod entity_kinds;
mod factuality;
mod factuality_words;
mod far_subjects;
mod features;
mod function_words;
mod governors;
#[cfg(test)]
mod governors_tests;
mod lemma;
mod link;
mod measures;
mod modality;
mod nominal_governors;
#[cfg(test)]
mod nominal_governors_tests;
mod nominalisation;
mod owners;
mod parsed_sentence;
mod particles;
mod phrase;
pub(crate) mod pronoun;
mod stance;
mod stray_prepositions;
mod subjects;
mod token_position;
mod token_span;
mod tree;

pub use apposition::{apposed_to, stands_for_somebody};
pub use argument_graph::ArgumentGraph;
pub use casing::{Casing, is_capitalised, small_words};
pub use category::Category;
pub use entity_kinds::{NO_NAMES, is_no_name, is_time};
pub use factuality::{factuality, is_denied_claim, presupposed};
pub use factuality_words::FactualityWords;
pub use features::{Gender, Number};
pub use function_words::{is_conditional, is_of_the_past, is_unit_of_time, without_not};
pub use lemma::{lemma, lemma_of};
pub use link::{Edge, Link};
pub use modality::{has_negative_determiner, is_negated, is_negation, is_open_here, opens_alternative};
pub use nominalisation::{agent_nouns, is_nominal_form, nominal_forms};
pub use owners::has_other_owner;
pub use parsed_sentence::{ParsedSentence, is_close};
pub use particles::{is_direction, particles};
pub use phrase::{noun_phrase, object_of, phrase_end, phrase_start};
pub use pronoun::{Pronoun, PronounKind, stands_alone_for_nothing};
pub use stance::{Factuality, Stance};
pub use subjects::{number_of_verb, subject_above};
pub use token_position::{SentenceId, TokenPosition};
pub use token_span::{TokenSpan, surface};
pub use tree::{Tree, ancestors, child, children, leftmost, path_to_root, rightmost, subject};
