//! How near a wording is in meaning to the examples of a relation: by the vectors of its words, and by words in common.
//!
//! A wording is encoded as a sentence with its arguments; the mean vector of the words outside the marks, less what all
//! wordings have in common, is what it means. The encoder is that of the scorer, which learned it from news.

use std::collections::BTreeSet;

use rayon::prelude::*;

use crate::encoder::{Encoder, Vectors};
use crate::grammar::{is_nominal_form, lemma_of};
use crate::language::{CoarseTag, Sentence, Token};
use crate::ontology::{Example, RelationId};

use super::candidate::{Kinship, Nearness, Parts};

/// Sentences that are encoded at a time.
const BATCH: usize = 64;
/// Words that wordings share without being alike.
const EMPTY: [&str; 12] =
    ["be", "have", "do", "get", "go", "make", "take", "give", "become", "come", "put", "say"];

/// What a wording means.
#[derive(Debug, Clone, PartialEq)]
pub struct Meaning {
    vector: Vec<f32>,
    /// Lemmas of the verbs, nouns and adjectives outside the marks.
    words: BTreeSet<String>,
}

/// A wording of a relation that the ontology has.
pub struct Known {
    pub relation: RelationId,
    /// Its place among the relation's examples.
    pub example: usize,
    pub meaning: Meaning,
    pub parts: Parts,
}

/// What these wordings mean.
pub fn meanings(encoder: &Encoder, wordings: &[Words]) -> Vec<Meaning> {
    let read = |batch: &[Words]| -> Vec<Meaning> {
        let pieces: Vec<_> = batch.iter().map(|words| encoder.pieces(&words.all())).collect();
        let vectors = encoder.encode(&pieces);
        let meant = batch.iter().zip(&pieces).zip(&vectors).map(|((words, pieces), vectors)| {
            let last = |word: usize| pieces.last_of_words.get(word).copied().flatten();
            let own: Vec<usize> = words.own().filter_map(last).collect();
            Meaning { vector: mean(vectors, &own), words: words.lemmas.clone() }
        });
        meant.collect()
    };
    wordings.par_chunks(BATCH).flat_map_iter(read).collect()
}

/// What all of these wordings have in common.
pub fn common(meanings: &[Meaning]) -> Vec<f32> {
    let mut sum = Vec::new();
    for meaning in meanings {
        sum.resize(meaning.vector.len(), 0.0);
        sum.iter_mut().zip(&meaning.vector).for_each(|(sum, number)| *sum += number);
    }
    let count = meanings.len().max(1) as f32;
    sum.iter_mut().for_each(|sum| *sum /= count);
    sum
}

impl Meaning {
    /// The same without what wordings have in common, and of length 1.
    pub fn less(mut self, common: &[f32]) -> Self {
        self.vector.iter_mut().zip(common).for_each(|(number, common)| *number -= common);
        let length = self.vector.iter().map(|number| number * number).sum::<f32>().sqrt();
        if length > 0.0 {
            self.vector.iter_mut().for_each(|number| *number /= length);
        }
        self
    }

    /// How near it is to the examples of a relation; `None` where the relation has none.
    pub fn nearness(&self, relation: RelationId, known: &[Known]) -> Option<Nearness> {
        let mut own: Option<(f64, &Known)> = None;
        let mut other = -1.0_f64;
        let mut kinship = Kinship::None;
        let mut parts = Parts::default();
        for wording in known {
            let likeness = self.likeness(&wording.meaning);
            if wording.relation != relation {
                other = other.max(likeness);
                continue;
            }
            parts = parts.or(wording.parts);
            kinship = kinship.max(self.kinship(&wording.meaning));
            if own.is_none_or(|(most, _)| likeness > most) {
                own = Some((likeness, wording));
            }
        }
        own.map(|(likeness, nearest)| Nearness {
            likeness,
            lead: likeness - other,
            example: nearest.example,
            parts: nearest.parts.or(parts),
            kinship,
        })
    }

    /// The cosine of two vectors that [`Meaning::less`] gave.
    pub fn likeness(&self, other: &Self) -> f64 {
        self.vector.iter().zip(&other.vector).map(|(a, b)| f64::from(a * b)).sum()
    }

    /// What its words have to do with those of another.
    fn kinship(&self, other: &Self) -> Kinship {
        let of = |one: &String, other: &String| {
            if one == other {
                Kinship::SameWord
            } else if is_nominal_form(one, other) || is_nominal_form(other, one) {
                Kinship::Derived
            } else {
                Kinship::None
            }
        };
        let pairs = self.words.iter().flat_map(|one| other.words.iter().map(move |other| of(one, other)));
        pairs.max().unwrap_or_default()
    }
}

fn mean(vectors: &Vectors, pieces: &[usize]) -> Vec<f32> {
    let mut sum = vec![0.0; vectors.numbers().len() / vectors.len().max(1)];
    for &piece in pieces {
        sum.iter_mut().zip(vectors.get(piece)).for_each(|(sum, number)| *sum += number);
    }
    let count = pieces.len().max(1) as f32;
    sum.iter_mut().for_each(|sum| *sum /= count);
    sum
}

/// The words of an example.
pub struct Words {
    /// Each with whether it stands outside the marks.
    words: Vec<(String, bool)>,
    lemmas: BTreeSet<String>,
}

impl Words {
    /// Those of an example with its parsed sentences.
    pub fn of(example: &Example, sentences: &[Sentence]) -> Self {
        let tokens = || sentences.iter().flat_map(|sentence| &sentence.tokens);
        let is_own = |token: &Token| !is_marked(example, token.begin) && token.pos != CoarseTag::Punct;
        let words = tokens().map(|token| (token.text.to_string(), is_own(token))).collect();
        let tells = |pos: CoarseTag| matches!(pos, CoarseTag::Verb | CoarseTag::Noun | CoarseTag::Adj);
        let lemmas = tokens().filter(|token| tells(token.pos) && is_own(token)).map(lemma_of);
        Self { words, lemmas: telling(lemmas) }
    }

    /// Those of an example that was made of plain words, whose lemmas are known.
    pub fn of_plain(example: &Example, lemmas: impl Iterator<Item = String>) -> Self {
        let mut begin = 0;
        let mut words = Vec::new();
        for word in example.text.trim_end_matches('.').split(' ') {
            words.push((word.to_owned(), !is_marked(example, begin)));
            begin += word.chars().count() + 1;
        }
        words.push((".".to_owned(), false));
        Self { words, lemmas: telling(lemmas) }
    }

    fn all(&self) -> Vec<&str> {
        self.words.iter().map(|(word, _)| word.as_str()).collect()
    }

    fn own(&self) -> impl Iterator<Item = usize> + '_ {
        self.words.iter().enumerate().filter(|(_, (_, own))| *own).map(|(place, _)| place)
    }
}

fn is_marked(example: &Example, begin: usize) -> bool {
    example.spans.iter().any(|span| (span.begin..span.end).contains(&begin))
}

fn telling(lemmas: impl Iterator<Item = String>) -> BTreeSet<String> {
    lemmas.filter(|lemma| !EMPTY.contains(&lemma.as_str())).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ontology::Ontology;
    use crate::sample_language::engine;
    use crate::scorer::Scorer;

    const TAUGHT: &str = "@prefix ex: <http://example.org/> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
ex:a_bought a owl:ObjectProperty ;
    skos:example \"[subject: The firm] bought [object: an airline].\"@en .
ex:b_praised a owl:ObjectProperty ;
    skos:example \"[subject: The judge] praised [object: the nurses].\"@en .
ex:c_tried a owl:ObjectProperty ;
    skos:example \"[subject: The firm] purchased [object: an airline].\"@en ,
        \"[subject: The judge] has praise for [object: the nurses].\"@en ,
        \"[subject: The crew] painted [object: the boat].\"@en .";

    #[test]
    fn what_means_the_same_is_near_and_nouns_of_a_verb_are_its_kin() {
        let ontology = Ontology::taught_by(&[("t.ttl", TAUGHT)]).unwrap();
        let examples: Vec<&Example> =
            ontology.relations.iter().flat_map(|relation| &relation.examples).collect();
        let words = |example: &&Example| Words::of(example, &engine().analyse(&[&example.text])[0]);
        let words: Vec<Words> = examples.iter().map(words).collect();
        let meant = meanings(Scorer::built_in().encoder(), &words);
        let common = common(&meant);
        let meant: Vec<Meaning> = meant.into_iter().map(|meaning| meaning.less(&common)).collect();
        let known = |relation: usize| Known {
            relation: RelationId(relation),
            example: 0,
            meaning: meant[relation].clone(),
            parts: Parts::default(),
        };
        let known = [known(0), known(1)];
        let near = |wording: usize, relation| meant[wording].nearness(RelationId(relation), &known).unwrap();
        assert!(near(2, 0).lead > 0.3 && near(2, 1).lead < -0.3, "purchased is bought");
        assert_eq!((near(2, 0).kinship, near(3, 1).kinship), (Kinship::None, Kinship::SameWord));
        assert!(near(3, 1).likeness > 0.3, "{:?}", near(3, 1));
        assert!(near(4, 0).likeness < 0.3 && near(4, 1).likeness < 0.3, "painting is neither");
        assert!(meant[2].nearness(RelationId(7), &known).is_none());
    }
}
