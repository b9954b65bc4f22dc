//! The wordings of a corpus that are worth a trial: for each relation those constructions that mean nearly what its examples
//! mean, have their words, or join pairs that are known to stand in the relation.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use rayon::prelude::*;

use crate::encoder::Encoder;
use crate::grammar::{Link, ParsedSentence};
use crate::language::{Engine, Sentence};
use crate::mentions::OntologyIndex;
use crate::ontology::{Example, Ontology, Range, Relation, RelationId, Role};
use crate::relations::{learned_relations, role_fits};

use super::candidate::{Agreement, Candidate, Kinship, Nearness, Order, Part, Parts};
use super::construction::Construction;
use super::corpus::Corpus;
use super::nearness::{Known, Meaning, Words, common, meanings};
use super::survey::{Place, Survey};
use super::wording::{Forms, Phrases};

/// Candidates of a relation that are tried.
const MOST_TRIED: usize = 60;
/// Likeness from which on a construction is worth a trial with nothing else to speak for it, and where it has a word of an
/// example.
const LEAST_LIKENESS: [f64; 2] = [0.45, 0.25];
/// Known pairs that speak for a construction whose arguments have other parts than in the examples.
const LEAST_PAIRS: usize = 2;
/// How much liker another relation's examples may be.
const MOST_BEHIND: f64 = 0.1;

/// What mining stands on.
pub struct Miner<'a> {
    pub corpus: &'a Corpus,
    pub lexicon: &'a OntologyIndex<'a>,
    pub engine: &'a Engine,
    pub encoder: &'a Encoder,
}

impl Miner<'_> {
    /// What is worth a trial of these relations, in their order, the most promising first.
    pub fn candidates(&self, relations: &[RelationId]) -> Vec<Candidate> {
        let survey = Survey::of(self.corpus);
        let frequent = survey.most_frequent();
        let (known, meant) = self.meanings(&survey, &frequent);
        let pairs = self.corpus.known_pairs();
        let mut joined: BTreeMap<(Arc<str>, Arc<str>), BTreeSet<RelationId>> = BTreeMap::new();
        for (relation, subject, object) in pairs {
            joined.entry((subject, object)).or_default().insert(relation);
        }
        let of = |&relation: &RelationId| {
            let mut found: Vec<(f64, Candidate)> = frequent
                .par_iter()
                .zip(&meant)
                .filter_map(|((construction, places), meant)| {
                    let nearness = meant.as_ref()?.nearness(relation, &known)?;
                    self.candidate(relation, construction, places, nearness, &survey.forms, &joined)
                })
                .collect();
            found.sort_by(|(a, _), (b, _)| b.total_cmp(a));
            found.truncate(MOST_TRIED);
            found.into_iter().map(|(_, candidate)| candidate)
        };
        relations.iter().flat_map(of).collect()
    }

    /// What the ontology's examples mean, and what the constructions do; `None` of one that cannot be written.
    fn meanings(
        &self,
        survey: &Survey,
        frequent: &[(&Construction, &[Place])],
    ) -> (Vec<Known>, Vec<Option<Meaning>>) {
        let ontology = self.lexicon.ontology;
        let taught: Vec<(RelationId, usize)> = minable(ontology)
            .into_iter()
            .flat_map(|id| (0..ontology.relation(id).examples.len()).map(move |example| (id, example)))
            .collect();
        let example = |&(id, index): &(RelationId, usize)| &ontology.relation(id).examples[index];
        let texts: Vec<&str> = taught.iter().map(|place| example(place).text.as_str()).collect();
        let parsed = self.engine.analyse(&texts);
        let mut words: Vec<Words> = taught
            .iter()
            .zip(&parsed)
            .map(|(place, sentences)| Words::of(example(place), sentences))
            .collect();
        let plain = Phrases { subject: "the group".to_owned(), object: "the plan".to_owned() };
        let written: Vec<Option<Words>> = frequent
            .iter()
            .map(|(construction, _)| {
                let example = survey.forms.example(construction, Order::SubjectFirst, &plain)?;
                let complement = construction.complement.iter().map(|word| word.lemma.clone());
                Some(Words::of_plain(&example, complement.chain([construction.verb.clone()])))
            })
            .collect();
        let can_be_written: Vec<bool> = written.iter().map(Option::is_some).collect();
        words.extend(written.into_iter().flatten());
        let meant = meanings(self.encoder, &words);
        let common = common(&meant);
        let mut meant = meant.into_iter().map(|meaning| meaning.less(&common));
        let known = taught.iter().zip(&parsed).zip(meant.by_ref());
        let known = known.map(|((&(relation, index), sentences), meaning)| Known {
            relation,
            example: index,
            meaning,
            parts: parts_in_example(example(&(relation, index)), sentences),
        });
        let known = known.collect();
        let found = can_be_written.into_iter().map(|written| if written { meant.next() } else { None });
        (known, found.collect())
    }

    /// The construction as a wording of the relation, if it is worth a trial, with how promising it is.
    fn candidate(
        &self,
        relation: RelationId,
        construction: &Construction,
        places: &[Place],
        nearness: Nearness,
        forms: &Forms,
        joined: &BTreeMap<(Arc<str>, Arc<str>), BTreeSet<RelationId>>,
    ) -> Option<(f64, Candidate)> {
        let taught = self.lexicon.ontology.relation(relation);
        let is_joined = |place: &Place, order: Order| {
            let sentence = &self.corpus.sentences[place.sentence];
            let key = |token: Option<usize>| sentence.keys[token?].clone();
            let (subject, object) = sides(place, order);
            let pair = key(subject).zip(key(object));
            pair.and_then(|pair| joined.get(&pair)).is_some_and(|joined| joined.contains(&relation))
        };
        let is_near = nearness.likeness >= LEAST_LIKENESS[usize::from(nearness.kinship > Kinship::None)]
            && nearness.lead >= -MOST_BEHIND;
        let orders = [Order::SubjectFirst, Order::ObjectFirst].into_iter().filter_map(|order| {
            let fitting = places.iter().filter(|place| self.fits(taught, construction, place, order)).count();
            let bootstrapped = places.iter().filter(|place| is_joined(place, order)).count();
            let agreement = parts(construction, order).agreement(nearness.parts);
            let speaks_for = is_near && agreement == Agreement::Same
                || bootstrapped > 0 && agreement != Agreement::Other
                || bootstrapped >= LEAST_PAIRS;
            if fitting == 0 || !speaks_for {
                return None;
            }
            let example = forms.example(construction, order, &phrases(taught, construction, order)?)?;
            // What was refused once is not asked again.
            if taught.counterexamples.iter().any(|refused| refused.marked == example.marked) {
                return None;
            }
            let promise =
                nearness.likeness + 0.2 * (bootstrapped.min(3) as f64) + 0.05 * (1.0 + fitting as f64).ln();
            let sure = places.iter().filter(|place| self.is_of_classes(taught, place, order)).count();
            let class_fit = sure as f64 / places.len() as f64;
            let sentences = places.iter().map(|place| place.sentence).collect();
            let nearness = nearness.clone();
            Some((promise, Candidate { relation, example, sentences, nearness, class_fit }))
        });
        orders.max_by(|(a, _), (b, _)| a.total_cmp(b))
    }

    /// Whether the arguments may stand in the relation.
    fn fits(&self, relation: &Relation, construction: &Construction, place: &Place, order: Order) -> bool {
        let sentence = &self.corpus.sentences[place.sentence];
        let back = construction.back.as_ref();
        let is_where = |token: usize| {
            place.back == Some(token)
                && back.is_some_and(tells_where)
                && sentence.classes[token].is_some_and(|class| self.lexicon.is_place(class))
        };
        let wants_places = |role: &Role| {
            let wanted = relation.classes_of(role).unwrap_or_default();
            !wanted.is_empty() && wanted.iter().all(|&class| self.lexicon.is_place(class))
        };
        let fits = |role: Role, token: Option<usize>| {
            token.is_none_or(|token| {
                let word = &sentence.sentence.tokens[token];
                role_fits(self.lexicon, relation, &role, sentence.classes[token], word)
                    && (!is_where(token) || wants_places(&role))
            })
        };
        let (subject, object) = sides(place, order);
        fits(Role::Subject, subject) && fits(Role::Object, object)
    }

    /// Whether the arguments are known to be of the classes that the relation wants.
    fn is_of_classes(&self, relation: &Relation, place: &Place, order: Order) -> bool {
        let classes = &self.corpus.sentences[place.sentence].classes;
        let is_of = |role: Role, token: Option<usize>| {
            let wanted = relation.classes_of(&role).unwrap_or_default();
            let is_any = |class| self.lexicon.ontology.is_any(class, wanted);
            token.is_none_or(|token| wanted.is_empty() || classes[token].is_some_and(is_any))
        };
        let (subject, object) = sides(place, order);
        is_of(Role::Subject, subject) && is_of(Role::Object, object)
    }
}

/// Whether a place that hangs by this link is where it happens.
fn tells_where(link: &Link) -> bool {
    let Link::Preposition(name) = link else { return false };
    matches!(
        name.as_str(),
        "in" | "at" | "on" | "near" | "outside" | "inside" | "around" | "across" | "throughout"
    )
}

/// Subject and object of the relation.
fn sides(place: &Place, order: Order) -> (Option<usize>, Option<usize>) {
    match order {
        Order::SubjectFirst => (Some(place.front), place.back),
        Order::ObjectFirst => (place.back, Some(place.front)),
    }
}

/// The relations that wordings can be looked for: those with patterns, between things.
pub fn minable(ontology: &Ontology) -> Vec<RelationId> {
    let learned = learned_relations(ontology);
    let is_between_things = |&id: &RelationId| matches!(ontology.relation(id).range, Range::Entities(_));
    let ids = ontology.relation_ids().filter(|id| !learned.contains(id));
    ids.filter(is_between_things).filter(|&id| !ontology.relation(id).examples.is_empty()).collect()
}

/// The arguments of the relation's first example with as many; a wording with one argument is only for relations that have such
/// an example.
fn phrases(relation: &Relation, construction: &Construction, order: Order) -> Option<Phrases> {
    let wanted: &[Role] = match (&construction.back, order) {
        (Some(_), _) => &[Role::Subject, Role::Object],
        (None, Order::SubjectFirst) => &[Role::Subject],
        (None, Order::ObjectFirst) => &[Role::Object],
    };
    let has = |example: &&Example| {
        example.spans.len() == wanted.len()
            && wanted.iter().all(|role| example.spans.iter().any(|span| span.role == *role))
    };
    let example = relation.examples.iter().find(has)?;
    let phrase = |role: Role| -> String {
        let span = example.spans.iter().find(|span| span.role == role);
        let text = |begin: usize, end: usize| example.text.chars().skip(begin).take(end - begin).collect();
        let phrase: String = span.map_or_else(String::new, |span| text(span.begin, span.end));
        // Of a phrase at the beginning only the article is known to be no name.
        let article = ["The ", "A ", "An "].iter().find(|article| phrase.starts_with(**article));
        article.map_or_else(|| phrase.clone(), |article| article.to_lowercase() + &phrase[article.len()..])
    };
    Some(Phrases { subject: phrase(Role::Subject), object: phrase(Role::Object) })
}

/// How the arguments of the relation hang in a construction.
fn parts(construction: &Construction, order: Order) -> Parts {
    let hang = (Part::of(&construction.front), construction.back.as_ref().and_then(Part::of));
    let names_source = |link: &Link| *link == Link::Preposition("from".to_owned());
    // "Drew criticism from the judge": who is named by the phrase criticised, and whoever stands before the verb was.
    let receives = construction.complement.is_some() && construction.back.as_ref().is_some_and(names_source);
    let (front, back) = if receives { (Some(Part::Undergoes), Some(Part::Acts)) } else { hang };
    match order {
        Order::SubjectFirst => Parts { subject: front, object: back },
        Order::ObjectFirst => Parts { subject: back, object: front },
    }
}

/// The same in an example.
fn parts_in_example(example: &Example, sentences: &[Sentence]) -> Parts {
    let mut parts = Parts::default();
    for sentence in sentences {
        let parsed = ParsedSentence::new(sentence);
        let verbs = (0..parsed.graph.len()).filter(|&token| parsed.tree.is_verb(token));
        for edge in verbs.flat_map(|verb| parsed.graph.edges(verb)) {
            let place = sentence.tokens[edge.target].begin;
            let span = example.spans.iter().find(|span| (span.begin..span.end).contains(&place));
            match span.map(|span| &span.role) {
                Some(Role::Subject) => parts.subject = parts.subject.or(Part::of(&edge.link)),
                Some(Role::Object) => parts.object = parts.object.or(Part::of(&edge.link)),
                _ => {}
            }
        }
    }
    parts
}
