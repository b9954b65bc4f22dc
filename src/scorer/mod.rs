//! How likely a pair of words states a relation: what a network trained on real news makes of the sentence, of its tree,
//! and of the patterns that match in it. It gives every statement of the default relations its confidence, and
//! proposes statements that no pattern matches.

mod arguments;
mod bilinear;
mod built_in;
mod evidence;
mod features;
mod inputs;
mod judgement;
mod network;
mod pointer;
mod question;
mod reasons;
mod tables;
mod ties;

pub use evidence::PatternMatch;
pub use judgement::{Judgement, Scored, Scorer};
pub use question::Question;
pub use reasons::{Ground, Reasons};
