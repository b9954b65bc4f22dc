//! Coreference on invented texts in which nobody is quoted, for the tests of this stage.

use std::sync::OnceLock;

use crate::document::Document;
use crate::extract::Extraction;
use crate::mentions::{Mentions, OntologyIndex, find_mentions};
use crate::ontology::Ontology;
use crate::read::Article;
use crate::sample_language::parse;
use crate::tree_repair::mend_trees;

use super::{Chain, Chains, CoreferenceInput, coreference};

const ONTOLOGY: &str = r#"
@prefix id: <https://w3id.org/newsgraph/id/> .
@prefix ng: <https://w3id.org/newsgraph/ontology#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
id:coastguard-agency a ng:Organisation ;
    rdfs:label "Coastguard Agency"@en ;
    skos:altLabel "Beacon House"@en .
id:chile a ng:GeopoliticalEntity ;
    rdfs:label "Chile"@en ;
    ng:demonym "Chilean" .
"#;

/// The test's ontology, indexed by words.
pub fn lexicon() -> &'static OntologyIndex<'static> {
    static ONTOLOGY_VALUE: OnceLock<Ontology> = OnceLock::new();
    static LEXICON: OnceLock<OntologyIndex<'static>> = OnceLock::new();
    LEXICON.get_or_init(|| {
        let parsed = || Ontology::taught_by(&[("test.ttl", ONTOLOGY)]).expect("the test ontology");
        OntologyIndex::new(ONTOLOGY_VALUE.get_or_init(parsed))
    })
}

/// The mentions and chains of a text in which nobody is quoted.
pub fn read(text: &str) -> (Mentions, Chains) {
    let article = Article { text: text.to_owned(), ..Article::default() };
    let mut sentences = parse(text);
    mend_trees(&mut sentences, lexicon());
    let mentions = find_mentions(&sentences, lexicon());
    let document = Document::new(&article, |_| sentences).with_mentions(mentions);
    let document = document.with_extraction(Extraction::default());
    let chains = coreference(&CoreferenceInput::new(&document, lexicon(), &[]));
    (document.mentions, chains)
}

/// The chains of a text.
pub fn chains(text: &str) -> Chains {
    read(text).1
}

/// The chain that has a mention beginning at the first occurrence of these words.
pub fn chain_of<'a>(chains: &'a Chains, text: &str, words: &str) -> &'a Chain {
    let byte = text.find(words).expect("the words are in the text");
    let begin = text[..byte].chars().count();
    let holds = |chain: &&Chain| chain.places.iter().any(|place| place.begin == begin);
    chains.iter().map(|(_, chain)| chain).find(holds).expect(words)
}

/// Whether the names or descriptions that begin with these words are one.
pub fn same(text: &str, one: &str, other: &str) -> bool {
    let chains = chains(text);
    chain_of(&chains, text, one) == chain_of(&chains, text, other)
}

/// Whether the first mention that reads like one and the first that reads like the other are one; pronouns, too.
pub fn together(text: &str, one: &str, other: &str) -> bool {
    let (mentions, chains) = read(text);
    let of = |words: &str| {
        let found = mentions.iter().find(|(_, mention)| mention.text == words);
        chains.of(found.unwrap_or_else(|| panic!("{words} is no mention of {text}")).0)
    };
    of(one) == of(other)
}
