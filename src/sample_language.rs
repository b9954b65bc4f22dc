//! The engine and the built-in ontology for tests beside the code: both are loaded once, however many tests ask for them.

use std::sync::OnceLock;

use crate::grammar::Tree;
use crate::language::{Engine, Sentence};
use crate::mentions::{Mention, Mentions, OntologyIndex, find_mentions};
use crate::ontology::{ClassId, Ontology, RelationId};
use crate::tree_repair::{mend_trees, reread};

/// The engine.
pub fn engine() -> &'static Engine {
    static ENGINE: OnceLock<Engine> = OnceLock::new();
    ENGINE.get_or_init(Engine::load)
}

/// The built-in ontology.
pub fn ontology() -> &'static Ontology {
    static ONTOLOGY: OnceLock<Ontology> = OnceLock::new();
    ONTOLOGY.get_or_init(|| Ontology::embedded().expect("the built-in ontology"))
}

/// The built-in ontology, indexed by words.
pub fn lexicon() -> &'static OntologyIndex<'static> {
    static LEXICON: OnceLock<OntologyIndex<'static>> = OnceLock::new();
    LEXICON.get_or_init(|| OntologyIndex::new(ontology()))
}

/// The sentences of a text, their trees as the engine gives them.
pub fn parse(text: &str) -> Vec<Sentence> {
    engine().analyse(&[text]).into_iter().flatten().collect()
}

/// The sentences of a text with mended trees, as the pipeline reads them.
pub fn mended(text: &str) -> Vec<Sentence> {
    let mut sentences = parse(text);
    reread(&mut sentences, engine(), lexicon());
    mend_trees(&mut sentences, lexicon());
    sentences
}

/// The mentions of a text, with its sentences.
pub fn mentions(text: &str) -> (Vec<Sentence>, Mentions) {
    let sentences = mended(text);
    let mentions = find_mentions(&sentences, lexicon());
    (sentences, mentions)
}

/// The built-in relation of this name.
pub fn relation(name: &str) -> RelationId {
    let is_it = |id: &RelationId| ontology().relation(*id).name == name;
    ontology().relation_ids().find(is_it).unwrap_or_else(|| panic!("the ontology has no {name}"))
}

/// The first mention that reads so.
pub fn find<'a>(mentions: &'a Mentions, text: &str) -> &'a Mention {
    mentions.iter().map(|(_, mention)| mention).find(|mention| mention.text == text).unwrap_or_else(|| {
        let found: Vec<&str> = mentions.iter().map(|(_, mention)| mention.text.as_str()).collect();
        panic!("{text} is not among {found:?}")
    })
}

/// The index of the first token that reads so.
pub fn token(sentence: &Sentence, word: &str) -> usize {
    let found = sentence.tokens.iter().position(|token| &*token.text == word);
    found.unwrap_or_else(|| panic!("{word} is not in the sentence"))
}

/// The words in a verb's subject position.
pub fn subjects(text: &str, verb: &str) -> Vec<String> {
    let sentences = parse(text);
    let tree = Tree::new(&sentences[0]);
    let subjects = tree.surface_subjects(token(&sentences[0], verb)).into_iter();
    subjects.map(|subject| tree.token(subject).text.to_string()).collect()
}

/// The local name of a class.
pub fn name_of(class: Option<ClassId>) -> Option<&'static str> {
    class.map(|class| ontology().class(class).name.as_str())
}
