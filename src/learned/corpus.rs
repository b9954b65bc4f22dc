//! The examples of learned relations as a corpus: each sentence once, with all pairs that examples mark in it.

use std::collections::BTreeMap;

use crate::grammar::{PronounKind, TokenSpan, pronoun};
use crate::language::Sentence;
use crate::ontology::{Example, Ontology, Relation, RelationId, Role};

/// Fewer sentences of a corpus than this, all relations together, teach exact patterns and nothing else: the relations
/// are learned side by side, and what one marks is a counterexample for the others.
const LEAST_EXAMPLES: usize = 20;
/// Words outside the marks, in the middle one of a relation's examples, from which on they are sentences of a corpus.
/// An author who writes an example for its wording needs hardly more than five.
const CORPUS_WORDS: usize = 10;
/// The same where sentences are marked fully: nobody who writes an example for its wording marks it for other relations, too.
const FULLY_MARKED_WORDS: usize = 6;
/// Fewer examples than this teach nothing there.
const LEAST_OF_FULL: usize = 2;
/// The share of sentences with several marked pairs from which on a corpus counts as marked fully.
const OFTEN_SEVERAL: f32 = 0.3;

/// What a corpus marks in its sentences.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Marking {
    /// One pair or so: others may be as true.
    Silver,
    /// All that they state, so that other pairs are false.
    Full,
}

impl Marking {
    pub fn of(corpus: &[Taught]) -> Self {
        Self::by_counts(corpus.iter().map(|taught| taught.gold.len()))
    }

    /// By how many pairs are marked in each sentence.
    fn by_counts(counts: impl Iterator<Item = usize>) -> Self {
        let (several, all) =
            counts.fold((0, 0), |(several, all), count| (several + usize::from(count > 1), all + 1));
        if several as f32 > OFTEN_SEVERAL * all as f32 { Self::Full } else { Self::Silver }
    }
}

/// A pair that an example marks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Gold {
    pub relation: RelationId,
    pub subject: TokenSpan,
    pub object: TokenSpan,
}

/// A sentence of the examples with its marked pairs.
#[derive(Debug, Clone)]
pub struct Taught {
    pub sentence: Sentence,
    pub gold: Vec<Gold>,
}

/// The relations that are learned from a corpus: those whose examples say much more than the relation, if
/// they are many.
pub fn learned_relations(ontology: &Ontology) -> Vec<RelationId> {
    let (words, least) = match marking(ontology) {
        Marking::Silver => (CORPUS_WORDS, 1),
        Marking::Full => (FULLY_MARKED_WORDS, LEAST_OF_FULL),
    };
    let is_corpus = |relation: &Relation| relation.examples.len() >= least && is_from_corpus(relation, words);
    let from_corpus: Vec<RelationId> =
        ontology.relation_ids().filter(|&id| is_corpus(ontology.relation(id))).collect();
    let examples: usize = from_corpus.iter().map(|&id| ontology.relation(id).examples.len()).sum();
    if examples >= LEAST_EXAMPLES { from_corpus } else { Vec::new() }
}

/// How the examples of all relations are marked.
fn marking(ontology: &Ontology) -> Marking {
    let mut marks: BTreeMap<&str, usize> = BTreeMap::new();
    for example in ontology.relations.iter().flat_map(|relation| &relation.examples) {
        *marks.entry(&example.text).or_default() += 1;
    }
    Marking::by_counts(marks.values().copied())
}

/// Whether a relation's examples are sentences of a corpus and not written for their wording.
fn is_from_corpus(relation: &Relation, words: usize) -> bool {
    let mut lengths: Vec<usize> = relation.examples.iter().map(words_outside).collect();
    lengths.sort_unstable();
    lengths.get(lengths.len() / 2).is_some_and(|&middle| middle >= words)
}

/// How many words of an example stand outside its marks.
fn words_outside(example: &Example) -> usize {
    let inside = |at: usize| example.spans.iter().any(|span| (span.begin..span.end).contains(&at));
    let outside: String =
        example.text.chars().enumerate().map(|(at, c)| if inside(at) { ' ' } else { c }).collect();
    outside.split_whitespace().count()
}

/// All sentences that the examples of `relations` are taken from, sorted by their text. `analyse` is the language engine.
pub fn corpus(
    ontology: &Ontology,
    relations: &[RelationId],
    analyse: impl Fn(&[&str]) -> Vec<Vec<Sentence>>,
) -> Vec<Taught> {
    let mut by_text: BTreeMap<&str, Vec<(RelationId, &Example)>> = BTreeMap::new();
    for &relation in relations {
        for example in &ontology.relation(relation).examples {
            by_text.entry(&example.text).or_default().push((relation, example));
        }
    }
    let texts: Vec<&str> = by_text.keys().copied().collect();
    let analysed = analyse(&texts);
    let taught = by_text.values().zip(analysed).flat_map(|(examples, sentences)| {
        sentences.into_iter().filter_map(|sentence| taught(sentence, examples))
    });
    taught.collect()
}

/// The sentence with the pairs that stand in it, if any do.
fn taught(sentence: Sentence, examples: &[(RelationId, &Example)]) -> Option<Taught> {
    let mut pairs: Vec<Gold> = Vec::new();
    for (relation, example) in examples {
        let span = |role: Role| {
            let marked = example.spans.iter().find(|span| span.role == role)?;
            let here = sentence.begin() <= marked.begin && marked.end <= sentence.end();
            TokenSpan::of_characters(&sentence, marked.begin, marked.end).filter(|_| here)
        };
        let before =
            |role: Role| example.spans.iter().any(|span| span.role == role && span.end <= sentence.begin());
        let object = span(Role::Object);
        let subject =
            span(Role::Subject).or_else(|| pronoun_for(&sentence, object?).filter(|_| before(Role::Subject)));
        if let (Some(subject), Some(object)) = (subject, object) {
            let gold = Gold { relation: *relation, subject, object };
            if !subject.overlaps(object) && !pairs.contains(&gold) {
                pairs.push(gold);
            }
        }
    }
    (!pairs.is_empty()).then_some(Taught { sentence, gold: pairs })
}

/// The pronoun that stands for what an earlier sentence names ("The college was founded in 1960. [It] has 700 students."): the
/// first one, before the object.
fn pronoun_for(sentence: &Sentence, object: TokenSpan) -> Option<TokenSpan> {
    (0..object.first).map(TokenSpan::of_token).find(|&word| is_third_person(sentence, word))
}

/// Whether a span is a pronoun like "it" or "his".
pub fn is_third_person(sentence: &Sentence, span: TokenSpan) -> bool {
    let read = pronoun::read(&sentence.tokens[span.first]);
    span.tokens().len() == 1 && read.is_some_and(|pronoun| pronoun.kind == PronounKind::Third)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample_language::parse;

    #[test]
    fn a_corpus_with_several_pairs_in_its_sentences_is_marked_fully() {
        assert_eq!(Marking::by_counts([1, 1, 1, 2].into_iter()), Marking::Silver);
        assert_eq!(Marking::by_counts([1, 3, 1, 2].into_iter()), Marking::Full);
        assert_eq!(Marking::by_counts(std::iter::empty()), Marking::Silver);
    }

    #[test]
    fn what_an_earlier_sentence_names_is_a_pronoun_here() {
        let sentence = &parse("It has 700 students.")[0];
        let pronoun = |first: usize| pronoun_for(sentence, TokenSpan::of_token(first));
        assert_eq!(pronoun(2), Some(TokenSpan::of_token(0)));
        assert_eq!(pronoun(0), None);
    }
}
