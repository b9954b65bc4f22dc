//! The constructions of a corpus that join many pairs of the same two classes, and that no relation claims.

use std::collections::BTreeSet;

use rayon::prelude::*;

use crate::grammar::lemma_of;
use crate::mentions::OntologyIndex;
use crate::ontology::{ClassId, Ontology, Role};
use crate::scorer::Scorer;

use super::candidate::Order;
use super::construction::Construction;
use super::corpus::Corpus;
use super::nearness::{Meaning, Words, common, meanings};
use super::plain_nouns::PlainNouns;
use super::survey::{Place, Survey};
use super::wording::Phrases;

/// Pairs that a construction must join to be worth a relation.
const LEAST_PAIRS: usize = 3;
/// Of its places, the share that must have arguments of known classes.
const LEAST_KNOWN: f64 = 0.4;
/// Of the known classes, the share that domain or range must cover.
const LEAST_COVERED: f64 = 0.7;
/// Of its places, the share that a relation may claim.
const MOST_CLAIMED: f64 = 0.3;
/// A construction that joins two classes.
pub struct Joint<'a> {
    pub construction: &'a Construction,
    pub domain: ClassId,
    pub range: ClassId,
    pub pairs: usize,
    pub worth: f64,
    pub meaning: Meaning,
    /// Where it stands.
    pub sentences: BTreeSet<usize>,
    /// Plain nouns of the corpus for its arguments, the most frequent first.
    pub nouns: [Vec<String>; 2],
}

/// The constructions that join two classes often enough, the best first; each with so many nouns for its arguments.
pub fn joints<'a>(
    corpus: &Corpus,
    lexicon: &OntologyIndex<'_>,
    survey: &'a Survey,
    nouns: usize,
) -> Vec<Joint<'a>> {
    let frequent = survey.most_frequent();
    let told: BTreeSet<&str> = lexicon
        .ontology
        .attitudes
        .iter()
        .flat_map(|attitude| attitude.verbs.iter().map(String::as_str))
        .collect();
    let worth_it: Vec<_> = frequent
        .par_iter()
        .filter(|(construction, _)| construction.back.is_some() && !told.contains(construction.verb.as_str()))
        .filter_map(|(construction, places)| {
            let (domain, range, pairs, worth) = joined(corpus, lexicon, places)?;
            Some((*construction, *places, domain, range, pairs, worth))
        })
        .collect();
    let neutral = Phrases { subject: "the group".to_owned(), object: "the plan".to_owned() };
    let written: Vec<_> = worth_it
        .into_iter()
        .filter_map(|joint| {
            let example = survey.forms.example(joint.0, Order::SubjectFirst, &neutral)?;
            Some((Words::of_plain(&example, std::iter::once(joint.0.verb.clone())), joint))
        })
        .collect();
    let (words, joints): (Vec<Words>, Vec<_>) = written.into_iter().unzip();
    let meant = meanings(Scorer::built_in().encoder(), &words);
    let common = common(&meant);
    let whole = meant.into_iter().map(|meaning| meaning.less(&common)).zip(joints);
    let plain = PlainNouns::of(corpus, lexicon.ontology);
    let mut joints: Vec<Joint<'a>> = whole
        .map(|(meaning, (construction, places, domain, range, pairs, worth))| Joint {
            construction,
            domain,
            range,
            pairs,
            worth,
            meaning,
            sentences: places.iter().map(|place| place.sentence).collect(),
            nouns: [
                plain.of_class(nouns, domain, fronts(places)),
                plain.of_class(nouns, range, backs(places)),
            ],
        })
        .collect();
    joints.sort_by(|a, b| b.worth.total_cmp(&a.worth).then_with(|| a.construction.cmp(b.construction)));
    joints
}

fn fronts(places: &[Place]) -> impl Iterator<Item = (usize, usize)> + '_ {
    places.iter().map(|place| (place.sentence, place.front))
}

fn backs(places: &[Place]) -> impl Iterator<Item = (usize, usize)> + '_ {
    places.iter().filter_map(|place| Some((place.sentence, place.back?)))
}

/// Which classes a construction joins, how many pairs of them, and how much it is worth; `None` where they are too few or too
/// mixed, or relations claim them.
fn joined(
    corpus: &Corpus,
    lexicon: &OntologyIndex<'_>,
    places: &[Place],
) -> Option<(ClassId, ClassId, usize, f64)> {
    let share = |count: usize| count as f64 / places.len() as f64;
    let sentence = |place: &Place| &corpus.sentences[place.sentence];
    let is_claimed = |place: &&Place| {
        sentence(place).found.iter().any(|found| claims(found.trigger, &found.binding.roles, place))
    };
    if share(places.iter().filter(is_claimed).count()) > MOST_CLAIMED {
        return None;
    }
    let classes = |place: &Place| {
        let classes = &sentence(place).classes;
        classes[place.front].zip(classes[place.back?])
    };
    let known: Vec<(ClassId, ClassId)> = places.iter().filter_map(classes).collect();
    let (fronts, backs): (Vec<ClassId>, Vec<ClassId>) = known.iter().copied().unzip();
    let (domain, range) = (covering(lexicon.ontology, &fronts)?, covering(lexicon.ontology, &backs)?);
    let is_of = |&(front, back): &(ClassId, ClassId)| {
        lexicon.ontology.is_a(front, domain) && lexicon.ontology.is_a(back, range)
    };
    let fit = known.iter().filter(|pair| is_of(pair)).count();
    let words = |place: &Place| {
        let tokens = &sentence(place).sentence.tokens;
        Some((lemma_of(&tokens[place.front]), lemma_of(&tokens[place.back?])))
    };
    let fitting = places.iter().filter(|place| classes(place).is_some_and(|pair| is_of(&pair)));
    let pairs = fitting.filter_map(words).collect::<BTreeSet<_>>().len();
    (pairs >= LEAST_PAIRS && share(fit) >= LEAST_KNOWN)
        .then(|| (domain, range, pairs, pairs as f64 * share(fit)))
}

/// Whether a statement is told by this verb, or of these two.
fn claims(trigger: usize, roles: &[(Role, usize)], place: &Place) -> bool {
    let takes = |token: usize| roles.iter().any(|(_, filler)| *filler == token);
    trigger == place.verb || takes(place.front) && place.back.is_some_and(takes)
}

/// The narrowest class that covers most of these.
fn covering(ontology: &Ontology, known: &[ClassId]) -> Option<ClassId> {
    let covers = |class: ClassId| known.iter().filter(|&&known| ontology.is_a(known, class)).count();
    // What is said of anything is no relation's domain.
    let is_root = |class: ClassId| ontology.class(class).parents.is_empty();
    let breadth = |class: ClassId| ontology.class_ids().filter(|&other| ontology.is_a(other, class)).count();
    let enough = known.len() as f64 * LEAST_COVERED;
    let wide = ontology
        .class_ids()
        .filter(|&class| !is_root(class) && !known.is_empty() && covers(class) as f64 >= enough);
    wide.min_by_key(|&class| (breadth(class), class))
}
