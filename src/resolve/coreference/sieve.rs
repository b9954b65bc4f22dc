//! Coreference inside an article: which mentions stand for the same thing.
//!
//! A sieve of passes, the most precise first, each building on what those before have joined (Raghunathan et al. 2010,
//! Lee et al. 2013): names, appositions and the like, descriptions, pronouns. Where a wrong guess is likelier than a right one,
//! a phrase is left to stand for itself: in a graph, a wrongly merged node does more harm than a split one.

use super::chains::Chains;
use super::clusters::Clusters;
use super::input::Scene;
use super::{descriptions, names, pronouns, said};

/// Finds the chains of an article.
pub fn coreference(scene: &Scene) -> Chains {
    let mut clusters = Clusters::new(&scene.document.mentions, scene.lexicon, scene.apart);
    names::join_same_names(scene, &mut clusters);
    names::join_abbreviations(scene, &mut clusters);
    names::join_short_names(scene, &mut clusters);
    let holders = said::join(scene, &mut clusters);
    descriptions::join_same(scene, &mut clusters);
    descriptions::join_holders(scene, &holders, &mut clusters);
    descriptions::join_definite(scene, &mut clusters);
    pronouns::join(scene, &mut clusters);
    Chains::new(scene, clusters, &holders)
}
