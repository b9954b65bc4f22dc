//! The example that comes nearest to a statement which the scorer proposed and no example taught: readers of it want to see
//! what it was taken for.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use crate::document::Document;
use crate::extract::ExtractedStatement;
use crate::grammar::ParsedSentence;
use crate::language::{CoarseTag, Sentence};
use crate::mentions::{Mentions, OntologyIndex, class_of};
use crate::ontology::{Example, Ontology, Relation, RelationId};
use crate::relations::{Extractor, Lack, NearMiss};

/// The marked example of its relation that a statement is nearest to: the one that lacks least at the word that states it, else
/// at another word; else the one with most of its words in the sentence. `None` where no example shares a word with it.
pub fn nearest_example<'a>(
    document: &Document<'_, Mentions>,
    statement: &ExtractedStatement,
    lexicon: &'a OntologyIndex<'_>,
    extractor: &Extractor,
) -> Option<&'a str> {
    let sentence = document.sentence(statement.sentence);
    let class_of = |token: usize| class_of(document, lexicon, statement.sentence.token(token));
    let others: BTreeSet<RelationId> =
        lexicon.ontology.relation_ids().filter(|&relation| relation != statement.relation).collect();
    let misses = extractor.near_misses(lexicon, &ParsedSentence::new(sentence), &class_of, &others);
    // Elsewhere an "is" with other words around it says nothing.
    let is_near =
        |miss: &&NearMiss| miss.token == statement.trigger || !miss.lacks.contains(&Lack::OtherWording);
    let nearest = misses.iter().filter(is_near).min_by_key(|miss| miss.token != statement.trigger);
    let examples = &lexicon.ontology.relation(statement.relation).examples;
    let by_pattern = nearest.and_then(|miss| examples.get(extractor.patterns()[miss.pattern].example));
    by_pattern
        .or_else(|| most_shared(examples, sentence).map(|(_, example)| example))
        .map(|example| example.marked.as_str())
}

/// The relation and the marked example of whose own words most stand in one of the sentences; of equals the first. `None`
/// where no example shares a word with them.
pub fn shared_example<'a>(
    sentences: &[Sentence],
    ontology: &'a Ontology,
) -> Option<(&'a Relation, &'a Example)> {
    let nearest = |relation: &'a Relation| {
        let examples = &relation.examples;
        let shared = sentences.iter().filter_map(|sentence| most_shared(examples, sentence));
        shared.max_by_key(|(count, _)| *count).map(|(count, example)| (count, relation, example))
    };
    // The last of equals is the one that is kept.
    let nearest = ontology.relations.iter().rev().filter_map(nearest).max_by_key(|(count, ..)| *count);
    nearest.map(|(_, relation, example)| (relation, example))
}

/// The example of whose own words most stand in the sentence, the first of equals, and how many do.
fn most_shared<'a>(examples: &'a [Example], sentence: &Sentence) -> Option<(usize, &'a Example)> {
    let tells =
        |pos: CoarseTag| matches!(pos, CoarseTag::Verb | CoarseTag::Noun | CoarseTag::Adj | CoarseTag::Adv);
    let telling = sentence.tokens.iter().filter(|token| tells(token.pos));
    let words: BTreeSet<String> =
        telling.flat_map(|token| [token.text.to_lowercase(), token.lemma.to_lowercase()]).collect();
    let shared = |example: &Example| own_words(example).intersection(&words).count();
    let counted =
        examples.iter().enumerate().map(|(place, example)| (shared(example), Reverse(place), example));
    let most = counted.max_by_key(|&(count, place, _)| (count, place));
    most.filter(|(count, ..)| *count > 0).map(|(count, _, example)| (count, example))
}

/// The words outside an example's marks, in small letters.
fn own_words(example: &Example) -> BTreeSet<String> {
    let is_marked = |place: usize| example.spans.iter().any(|span| (span.begin..span.end).contains(&place));
    let characters = example.text.chars().enumerate();
    let own: String = characters.map(|(place, letter)| if is_marked(place) { ' ' } else { letter }).collect();
    own.split(|letter: char| !letter.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::grammar::{Factuality, SentenceId};
    use crate::read::Article;
    use crate::sample_language::{engine, mentions, token};

    const TAUGHT: &str = "@prefix ex: <http://example.org/> .
@prefix ng: <https://w3id.org/newsgraph/ontology#> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
ex:supplied a owl:ObjectProperty ; rdfs:domain ng:Agent ; rdfs:range ng:Agent ;
    skos:example \"[subject: The firm] supplied [object: the council] with salt.\"@en ,
        \"[subject: The firm] signed a contract to deliver salt to [object: the council].\"@en .";

    /// The example that is nearest to a statement at this word.
    fn nearest(text: &str, trigger: &str) -> Option<String> {
        let ontology = Ontology::taught_by(&[("t.ttl", TAUGHT)]).unwrap();
        let lexicon = OntologyIndex::new(&ontology);
        let extractor = Extractor::learn(&lexicon, |texts| engine().analyse(texts));
        let (sentences, mentions) = mentions(text);
        let article = Article::default();
        let supplied = ontology.relation_ids().find(|&id| ontology.relation(id).name == "supplied").unwrap();
        let sure = crate::confidence::Confidence::FULL;
        let trigger = token(&sentences[0], trigger);
        let statement = ExtractedStatement::without_pattern(
            SentenceId(0),
            supplied,
            trigger,
            [None, None],
            Factuality { negative: false, asserted: true },
            sure,
        );
        let document = Document::new(&article, |_| sentences).with_mentions(mentions);
        let nearest = nearest_example(&document, &statement, &lexicon, &extractor);
        nearest.map(str::to_owned)
    }

    #[test]
    fn the_example_that_lacks_least_is_nearest_else_the_one_that_shares_most_words() {
        let supplied = Some("[subject: The firm] supplied [object: the council] with salt.");
        let signed = Some("[subject: The firm] signed a contract to deliver salt to [object: the council].");
        assert_eq!(nearest("The army supplied the hospital board.", "supplied").as_deref(), supplied);
        assert_eq!(nearest("The army has a contract with the board.", "has").as_deref(), signed);
        assert_eq!(nearest("The army left.", "left"), None);
    }
}
