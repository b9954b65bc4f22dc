//! Attributions: who says, thinks or wants what. Reported speech and thought are read off the trees (a word that
//! attributes, its subject, its complement); direct speech off the quotation marks, whose source is the telling verb
//! beside them.
//!
//! Source, cue and content are the three parts of PolNeAR and PARC 3 (Pareti 2016; Newell et al. 2018), and so wide is
//! the notion: a wish or a verdict is an attribution, too. Only what is told or denied is somebody's claim
//! (`claimed`), and only claims answer for the statements inside them.

mod aside;
mod beside;
mod content;
mod cues;
mod extracted;
mod finder;
mod innermost;
mod labelled;
mod nominal;
mod quotation;
mod quoted;
mod reported;
mod single;
mod spans;
mod strays;
#[cfg(test)]
mod tests;

pub use aside::is_aside;
pub use cues::Cues;
pub use extracted::{ExtractedAttribution, Part};
pub use finder::attributions;
pub use innermost::{InnermostQuotations, innermost};
