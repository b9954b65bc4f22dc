//! The files of the folder `ontology/` that are built into the program. The build script lists them, so that none is
//! named here: which of them are read, and when, is told by their folders.

use super::source::Source;

/// All of them, sorted by name.
const FILES: &[Source<'static>] = include!(concat!(env!("OUT_DIR"), "/ontology.rs"));

/// Classes, qualifiers, the properties of statements, words for people, words that attribute or tell how a clause is
/// meant; every ontology stands on them, and may add to them.
const VOCABULARY: [&str; 3] = ["classes", "model", "words"];

/// What newsgraph knows before a user teaches it.
const DEFAULTS: [&str; 2] = ["names", "relations"];

/// A user's sources after those that every ontology stands on.
pub fn with_vocabulary<'a>(sources: &[Source<'a>]) -> Vec<Source<'a>> {
    [&in_folders(&VOCABULARY), sources].concat()
}

/// The sources of the ontology that is built in.
pub fn embedded_sources() -> Vec<Source<'static>> {
    with_vocabulary(&in_folders(&DEFAULTS))
}

/// The sources that tell what graphs say.
pub fn model_sources() -> Vec<Source<'static>> {
    in_folders(&["model"])
}

/// The sources of the wordings that say the same, as an ontology of their own.
pub fn paraphrase_sources() -> Vec<Source<'static>> {
    with_vocabulary(&in_folders(&["paraphrases"]))
}

fn in_folders(folders: &[&str]) -> Vec<Source<'static>> {
    let folder = |name: &'static str| name.split('/').nth(1).unwrap_or_default();
    FILES.iter().filter(|(name, _)| folders.contains(&folder(name))).copied().collect()
}
