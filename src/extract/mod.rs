//! From sentences to statements: which phrases are mentions, and who did what to whom.

pub mod abbreviation;
pub mod agreement;
pub mod apposition;
mod aside;
mod attribution;
mod capitals;
mod casing;
mod circumstances;
mod diagnosis;
mod factuality;
mod function_words;
mod gazetteer;
mod headline_case;
pub mod label;
pub(crate) mod learned;
mod leave_one_out;
mod lexicon;
mod mention;
mod mention_finder;
mod mention_maker;
#[cfg(test)]
mod mention_tests;
mod modality;
mod names;
mod patterns;
pub mod phrase;
pub mod pronoun;
pub mod quantity;
mod quotation;
mod recogniser;
mod rehearsal;
mod statement;
pub mod time;
pub mod title;
mod tree_repair;
pub mod value;
mod wording;

pub use attribution::{
    ExtractedAttribution, Part as AttributionPart, TokenPosition, innermost, innermost_quotation,
};
pub use diagnosis::{Miss, near_misses};
pub use factuality::{Factuality, factuality};
pub use headline_case::RunningWords;
pub use leave_one_out::Reach;
pub use lexicon::{Lexicon, UnlistedNames, lemma};
pub use mention::{Determination, Mention, MentionId, MentionKind, Mentions, Number};
pub use mention_finder::find_mentions;
pub use patterns::{Extractor, LearningError, Match, ParsedSentence, Pattern, nominal_forms};
pub use quantity::Quantity;
pub use quotation::{Quotation, quotations};
pub use recogniser::is_time;
pub use rehearsal::{Finding, Rehearsal, rehearse};
pub use statement::{ExtractedStatement, Extraction, ParsedArticle, extract};
pub use time::TimeValue;
pub use tree_repair::mend_trees;
