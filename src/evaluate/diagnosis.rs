//! One text read by itself, as if it stood in an article: what is found in it, and what nearly is. Writers of an
//! ontology ask this of their own examples (`ontology check`) and of sentences that gave nothing (`explain --sentence`).

use std::collections::BTreeSet;

use crate::attribution::Cues;
use crate::document::Document;
use crate::extract::{ExtractedStatement, extract};
use crate::grammar::{Link, ParsedSentence, SentenceId};
use crate::language::Sentence;
use crate::mentions::{Mentions, OntologyIndex, class_of, find_mentions};
use crate::ontology::{ClassId, RelationId, Role};
use crate::read::{Article, Passage, PassageKind};
use crate::relations::{Extractor, Lack, Match, NearMiss, Part, Pattern};

/// The statements of a text that is an article of its own; `cues` are the words that attribute.
pub fn read_alone(
    text: &str,
    sentences: &[Sentence],
    lexicon: &OntologyIndex<'_>,
    extractor: &Extractor,
    cues: &Cues,
) -> Vec<ExtractedStatement> {
    let article = article_of(text);
    let document = document(&article, sentences, lexicon);
    extract(&document, lexicon, extractor, cues, None).statements
}

/// What the other examples of a relation find in the text of this one (relation and example by their indices), with
/// the sentence of each.
pub fn read_without(
    text: &str,
    sentences: &[Sentence],
    lexicon: &OntologyIndex<'_>,
    extractor: &Extractor,
    example: (RelationId, usize),
) -> Vec<(SentenceId, Match)> {
    let article = article_of(text);
    let document = document(&article, sentences, lexicon);
    let found = sentences.iter().enumerate().flat_map(|(index, sentence)| {
        let class_of = |token: usize| class_of(&document, lexicon, SentenceId(index).token(token));
        let found = extractor.find_without(lexicon, &ParsedSentence::new(sentence), &class_of, example);
        found.into_iter().map(move |found| (SentenceId(index), found))
    });
    found.collect()
}

/// A pattern that nearly fits, in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Miss {
    /// Local name of the relation.
    pub relation: String,
    /// The word at which the pattern was tried.
    pub word: String,
    /// The marked example that taught the pattern.
    pub example: String,
    /// What it lacks.
    pub reasons: Vec<String>,
}

/// The relations that a text nearly states, the nearest first, at most `most`.
pub fn near_misses(
    text: &str,
    sentences: &[Sentence],
    lexicon: &OntologyIndex<'_>,
    extractor: &Extractor,
    most: usize,
) -> Vec<Miss> {
    let article = article_of(text);
    let document = document(&article, sentences, lexicon);
    let statements = extract(&document, lexicon, extractor, &Cues::new(lexicon.ontology), None).statements;
    let mut misses: Vec<Miss> = Vec::new();
    for (index, sentence) in sentences.iter().enumerate() {
        let class_of = |token: usize| class_of(&document, lexicon, SentenceId(index).token(token));
        let here = statements.iter().filter(|statement| statement.sentence.0 == index);
        let found: BTreeSet<RelationId> = here.map(|statement| statement.relation).collect();
        let explainer = Explainer { sentence, lexicon, extractor, class_of: &class_of };
        let near = extractor.near_misses(lexicon, &ParsedSentence::new(sentence), &class_of, &found);
        misses.extend(near.iter().take(most).map(|miss| explainer.told(miss)));
    }
    misses.truncate(most);
    misses
}

/// What keeps a relation's patterns from fitting a text that is to state it, in words; nothing where no pattern comes near.
/// Of equally near ones, those of `example` (relation and example by their indices) are told.
pub fn lacks(
    text: &str,
    sentences: &[Sentence],
    lexicon: &OntologyIndex<'_>,
    extractor: &Extractor,
    (relation, example): (RelationId, usize),
) -> Vec<String> {
    let article = article_of(text);
    let document = document(&article, sentences, lexicon);
    let others: BTreeSet<RelationId> =
        lexicon.ontology.relation_ids().filter(|&other| other != relation).collect();
    let told = sentences.iter().enumerate().flat_map(|(index, sentence)| {
        let class_of = |token: usize| class_of(&document, lexicon, SentenceId(index).token(token));
        let near = extractor.near_misses(lexicon, &ParsedSentence::new(sentence), &class_of, &others);
        let explainer = Explainer { sentence, lexicon, extractor, class_of: &class_of };
        let of = |miss: &NearMiss| {
            (extractor.patterns()[miss.pattern].example != example, explainer.told(miss).reasons)
        };
        near.iter().map(of).collect::<Vec<_>>()
    });
    told.min_by_key(|(is_other, _)| *is_other).map(|(_, reasons)| reasons).unwrap_or_default()
}

/// A text as an article of one paragraph, of which nothing else is known.
pub fn article_of(text: &str) -> Article {
    let passage = Passage { kind: PassageKind::Paragraph, begin: 0, end: text.chars().count() };
    Article { path: "-".to_owned(), text: text.to_owned(), passages: vec![passage], ..Article::default() }
}

fn document<'a>(
    article: &'a Article,
    sentences: &[Sentence],
    lexicon: &OntologyIndex<'_>,
) -> Document<'a, Mentions> {
    Document::new(article, |_| sentences.to_vec()).with_mentions(find_mentions(sentences, lexicon))
}

/// Puts a near miss into words.
struct Explainer<'a> {
    sentence: &'a Sentence,
    lexicon: &'a OntologyIndex<'a>,
    extractor: &'a Extractor,
    class_of: &'a dyn Fn(usize) -> Option<ClassId>,
}

impl Explainer<'_> {
    fn told(&self, miss: &NearMiss) -> Miss {
        let pattern = &self.extractor.patterns()[miss.pattern];
        let relation = self.lexicon.ontology.relation(pattern.relation);
        let example = relation.examples.get(pattern.example);
        Miss {
            relation: relation.name.clone(),
            word: self.word(miss.token),
            example: example.map(|example| example.marked.clone()).unwrap_or_default(),
            reasons: miss.lacks.iter().map(|lack| self.reason(lack, pattern)).collect(),
        }
    }

    fn word(&self, token: usize) -> String {
        self.sentence.tokens[token].text.to_string()
    }

    fn reason(&self, lack: &Lack, pattern: &Pattern) -> String {
        let relation = pattern.relation;
        match lack {
            Lack::Missing { link, part } => {
                let part = match part {
                    Part::Argument(role) => format!("the {}", role.name()),
                    Part::Word(word) => format!("“{word}”"),
                };
                format!("{part} is missing: nothing stands there {}", place(link))
            }
            Lack::WrongClass { role, token } => {
                let is = match (self.class_of)(*token) {
                    Some(class) => format!("of the class {}", self.lexicon.ontology.class(class).name),
                    None if pattern.says_little => {
                        "of no class that is known, and its verb says little".to_owned()
                    }
                    None => "of no class that is known".to_owned(),
                };
                let wanted = self.wanted(relation, role);
                format!("the {} “{}” is {is}, and {wanted} is wanted", role.name(), self.word(*token))
            }
            Lack::Forbidden if self.lexicon.ontology.relation(relation).counterexamples.is_empty() => {
                "the sentence has another reading that goes before it".to_owned()
            }
            Lack::Forbidden => "a counterexample forbids these words together".to_owned(),
            Lack::OtherWording => {
                "the word stands here with another particle, object or negation than in the example"
                    .to_owned()
            }
        }
    }

    fn wanted(&self, relation: RelationId, role: &Role) -> String {
        let relation = self.lexicon.ontology.relation(relation);
        let classes = relation.classes_of(role).unwrap_or_default();
        let names: Vec<&str> =
            classes.iter().map(|&class| self.lexicon.ontology.class(class).name.as_str()).collect();
        if names.is_empty() { "a noun".to_owned() } else { names.join(" or ") }
    }
}

/// Where in a sentence the argument of this link stands.
fn place(link: &Link) -> String {
    match link {
        Link::Subject => "as the one who does it".to_owned(),
        Link::Object => "as the one to whom it is done".to_owned(),
        Link::Complement => "as what somebody is or becomes".to_owned(),
        Link::Preposition(word) => format!("after “{word}”"),
        Link::Modifier => "before the noun".to_owned(),
        Link::Possessor => "as the possessor".to_owned(),
        Link::Apposition => "in apposition".to_owned(),
        Link::Clause => "as a clause that the word governs".to_owned(),
        Link::Infinitive => "as an infinitive that the word governs".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ontology::Ontology;
    use crate::sample_language::engine;

    const TAUGHT: &str = "@prefix ex: <http://example.org/> .
@prefix ng: <https://w3id.org/newsgraph/ontology#> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
ex:supplied a owl:ObjectProperty ; rdfs:domain ng:Agent ; rdfs:range ng:Agent ;
    skos:example \"[subject: The firm] supplied [object: the council] with salt.\"@en .";

    fn reasons(text: &str) -> Vec<String> {
        let ontology = Ontology::taught_by(&[("t.ttl", TAUGHT)]).unwrap();
        let lexicon = OntologyIndex::new(&ontology);
        let extractor = Extractor::learn(&lexicon, |texts| engine().analyse(texts));
        let sentences = engine().analyse(&[text]).remove(0);
        let misses = near_misses(text, &sentences, &lexicon, &extractor, 1);
        misses.into_iter().flat_map(|miss| miss.reasons).collect()
    }

    #[test]
    fn what_failed_is_told() {
        assert!(reasons("The army supplied the hospital board with salt.").is_empty());
        assert_eq!(
            reasons("The army supplied the hospital board."),
            ["“salt” is missing: nothing stands there after “with”"]
        );
        let wrong = reasons("The murder supplied the council with salt.");
        assert!(wrong[0].starts_with("the subject “murder” is of the class Offence, and Agent"), "{wrong:?}");
        assert!(reasons("The army left.").is_empty());
    }
}
