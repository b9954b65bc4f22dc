//! What every English clause is, whatever it is about: trees, the argument graph, phrases, pronouns, modality, factuality.
//! No ontology is known here; only grammar and function words.

mod apposition;
mod argument_graph;
mod casing;
mod category;
mod control;
mod entity_kinds;
mod factuality;
mod factuality_words;
mod features;
mod function_words;
mod headline_case;
mod lemma;
mod modality;
mod nominalisation;
mod parsed_sentence;
mod particles;
mod phrase;
pub(crate) mod pronoun;
mod stance;
mod subjects;
mod token_position;
mod tree;

pub use apposition::apposed_to;
pub use argument_graph::{ArgumentGraph, Link};
pub use casing::{Casing, is_capitalised, small_words};
pub use category::Category;
pub use entity_kinds::{NO_NAMES, is_no_name, is_time};
pub use factuality::{Factuality, factuality, presupposed};
pub use factuality_words::FactualityWords;
pub use features::{Gender, Number};
pub use headline_case::RunningWords;
pub use lemma::{lemma, lemma_of};
pub use modality::{is_negated, is_negation};
pub use nominalisation::nominal_forms;
pub use parsed_sentence::{ParsedSentence, is_close};
pub use particles::{is_direction, particles};
pub use phrase::{leftmost, noun_phrase, object_of, phrase_end, phrase_start, surface};
pub use pronoun::{Pronoun, PronounKind};
pub use stance::Stance;
pub use subjects::{climb, subject_above};
pub use token_position::TokenPosition;
pub use tree::Tree;
