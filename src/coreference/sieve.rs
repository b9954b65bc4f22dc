//! Coreference inside an article: which mentions stand for the same thing.
//!
//! A sieve of passes, the most precise first, each building on what those before have joined (Raghunathan et al. 2010,
//! Lee et al. 2013): names, appositions and the like, descriptions, pronouns. Where a wrong guess is likelier than a right one,
//! a phrase is left to stand for itself: in a graph, a wrongly merged node does more harm than a split one.

use super::chains::Chains;
use super::clusters::Clusters;
use super::input::CoreferenceInput;
use super::{ages, body_names, descriptions, names, pronouns, said, several};

/// Finds the chains of an article.
pub fn coreference(input: &CoreferenceInput) -> Chains {
    let mut clusters = Clusters::new(&input.document.mentions, input.lexicon, input.apart);
    ages::note(input, &mut clusters);
    names::join_same_names(input, &mut clusters);
    names::join_slips(input, &mut clusters);
    names::join_abbreviations(input, &mut clusters);
    body_names::join_initialisms(input, &mut clusters);
    body_names::join_variants(input, &mut clusters);
    body_names::join_halves(input, &mut clusters);
    names::join_short_names(input, &mut clusters);
    body_names::join_restated(input, &mut clusters);
    let holders = said::join(input, &mut clusters);
    descriptions::join_same(input, &mut clusters);
    descriptions::join_holders(input, &holders, &mut clusters);
    descriptions::join_definite(input, &mut clusters);
    pronouns::join(input, &mut clusters);
    several::join_descriptions(input, &mut clusters);
    Chains::new(input, clusters, &holders)
}
