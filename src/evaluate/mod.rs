//! How good an extraction is, held against statements that people marked by hand; and what each stage finds.

#![warn(missing_docs)]

mod agreement;
mod diagnosis;
mod example_case;
mod gold;
mod layers;
mod leave_one_out;
mod nearest;
mod ontology_check;
mod score;
mod scorer_rows;
mod slot_names;

pub use diagnosis::{Miss, article_of, near_misses};
pub use gold::GoldStatement;
pub use layers::layers;
pub use leave_one_out::{Carry, LeaveOneOut};
pub use nearest::{nearest_example, shared_example};
pub use ontology_check::{Finding, OntologyCheck, check_ontology};
pub use score::{Aspect, Counts, Evaluation, evaluate, file_name};
pub use scorer_rows::{article_rows, example_rows};
pub use slot_names::{SlotNames, UnknownNames};
