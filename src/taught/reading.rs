//! How the texts are read that teach: as articles are, for patterns are found in trees like those they were learned from.

use crate::language::{Engine, Sentence};
use crate::mentions::OntologyIndex;
use crate::tree_repair::mend_trees;

/// Reads texts as articles are read, with their trees mended: whoever learns from examples has to read them so.
pub fn read_as_articles(texts: &[&str], engine: &Engine, lexicon: &OntologyIndex<'_>) -> Vec<Vec<Sentence>> {
    let mut read = engine.analyse(texts);
    read.iter_mut().for_each(|sentences| mend_trees(sentences, lexicon));
    read
}
