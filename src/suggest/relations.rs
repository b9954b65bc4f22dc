//! Relations that a corpus is full of and no ontology tells of: constructions that join many pairs of the same two classes, those
//! of like meaning taken together.

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;

use crate::confidence::Confidence;
use crate::grammar::lemma_of;
use crate::language::{CoarseTag, Engine, EntityTag};
use crate::mentions::OntologyIndex;
use crate::ontology::{ClassId, Ontology, Range, Relation, RelationId, Role, Uniqueness};
use crate::scorer::Scorer;

use super::candidate::{Candidate, Nearness, Order};
use super::construction::{Construction, is_plain};
use super::corpus::{Corpus, CorpusSentence};
use super::mining::{Place, Survey};
use super::nearness::{Meaning, Words, common, meanings};
use super::ranking::{Quote, quotes};
use super::trial::{Find, Finds, finds};
use super::wording::{Forms, Phrases};

/// Pairs that a construction must join to be worth a relation.
const LEAST_PAIRS: usize = 3;
/// Of its places, the share that must have arguments of known classes.
const LEAST_KNOWN: f64 = 0.4;
/// Of the known classes, the share that domain or range must cover.
const LEAST_COVERED: f64 = 0.7;
/// Of its places, the share that a relation may claim.
const MOST_CLAIMED: f64 = 0.3;
/// Likeness from which on two wordings are of one relation.
const LEAST_ALIKE: f64 = 0.6;
/// Relations that are proposed at most, before they are tried.
const MOST_TRIED: usize = 60;
/// Examples of each.
const EXAMPLES: usize = 3;

/// A relation that could be taught.
#[derive(Debug, Clone, PartialEq)]
pub struct NewRelation {
    /// A name that the ontology does not have: `played_for`.
    pub name: String,
    pub domain: ClassId,
    pub range: ClassId,
    /// Statements of the corpus that its examples find.
    pub statements: usize,
    /// Marked examples.
    pub examples: Vec<String>,
    pub quotes: Vec<Quote>,
}

/// A construction that joins two classes.
struct Joint<'a> {
    construction: &'a Construction,
    domain: ClassId,
    range: ClassId,
    pairs: usize,
    worth: f64,
    meaning: Meaning,
    /// Where it stands.
    sentences: BTreeSet<usize>,
    /// Plain nouns of the corpus for its arguments, the most frequent first.
    nouns: [Vec<String>; 2],
}

/// The relations that the corpus is full of, the most frequent first.
pub fn new_relations(corpus: &Corpus, lexicon: &OntologyIndex<'_>, engine: &Engine) -> Vec<NewRelation> {
    let survey = Survey::of(corpus);
    let groups = groups(joints(corpus, lexicon, &survey));
    let mut ontology = lexicon.ontology.clone();
    let mut candidates = Vec::new();
    for group in &groups {
        let relation = RelationId(ontology.relations.len());
        let examples = examples(group, relation, &survey.forms);
        let name = unused_name(group[0].construction, &examples, &ontology);
        ontology.relations.push(blank(name, group[0].domain, group[0].range));
        candidates.extend(examples);
    }
    let found = finds(&candidates, corpus, &ontology, engine);
    let mut tried: BTreeMap<RelationId, Vec<(&Candidate, Finds)>> = BTreeMap::new();
    for (candidate, finds) in candidates.iter().zip(found).filter(|(_, finds)| finds.are_as_meant()) {
        tried.entry(candidate.relation).or_default().push((candidate, finds));
    }
    let mut proposed: Vec<NewRelation> = tried
        .into_iter()
        .filter(|(_, tried)| tried.len() == EXAMPLES)
        .map(|(relation, tried)| proposal(ontology.relation(relation), &tried, corpus))
        .collect();
    proposed.sort_by(|a, b| (b.statements, &a.name).cmp(&(a.statements, &b.name)));
    proposed
}

fn proposal(relation: &Relation, tried: &[(&Candidate, Finds)], corpus: &Corpus) -> NewRelation {
    let finds: BTreeSet<Find> = tried.iter().flat_map(|(_, finds)| finds.new.iter().copied()).collect();
    let finds: Vec<Find> = finds.into_iter().collect();
    let first = |role: Role| relation.classes_of(&role).and_then(|classes| classes.first().copied());
    NewRelation {
        name: relation.name.clone(),
        domain: first(Role::Subject).unwrap_or(ClassId(0)),
        range: first(Role::Object).unwrap_or(ClassId(0)),
        statements: finds.len(),
        examples: tried.iter().map(|(candidate, _)| candidate.example.marked.clone()).collect(),
        quotes: quotes(&finds, corpus),
    }
}

/// The constructions that join two classes often enough, the best first.
fn joints<'a>(corpus: &Corpus, lexicon: &OntologyIndex<'_>, survey: &'a Survey) -> Vec<Joint<'a>> {
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
    let plain = PlainNouns::of(corpus);
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
                plain.of_class(domain, corpus, lexicon.ontology, fronts(places)),
                plain.of_class(range, corpus, lexicon.ontology, backs(places)),
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

/// The plain nouns of a corpus, each with its class, the most frequent first.
struct PlainNouns(Vec<(String, ClassId)>);

impl PlainNouns {
    fn of(corpus: &Corpus) -> Self {
        let tokens = corpus.sentences.iter().flat_map(|sentence| {
            (0..sentence.sentence.tokens.len()).map(move |token| plain_noun(sentence, token))
        });
        Self(by_frequency(tokens.flatten()))
    }

    /// Those of a class with their article: first those at these places, each a sentence and a token, then others.
    fn of_class(
        &self,
        class: ClassId,
        corpus: &Corpus,
        ontology: &Ontology,
        places: impl Iterator<Item = (usize, usize)>,
    ) -> Vec<String> {
        let here = places.filter_map(|(sentence, token)| plain_noun(&corpus.sentences[sentence], token));
        let all = by_frequency(here).into_iter().chain(self.0.iter().cloned());
        let mut nouns: Vec<String> = Vec::new();
        for (noun, _) in all.filter(|(_, own)| ontology.is_a(*own, class)) {
            let noun = format!("the {noun}");
            if nouns.len() < EXAMPLES && !nouns.contains(&noun) {
                nouns.push(noun);
            }
        }
        nouns.push(format!("the {}", ontology.class(class).label.to_lowercase()));
        nouns
    }
}

/// The noun at this token, if it is a plain one of a known class.
fn plain_noun(sentence: &CorpusSentence, token: usize) -> Option<(String, ClassId)> {
    let word = &sentence.sentence.tokens[token];
    let lemma = lemma_of(word);
    let plain = word.pos == CoarseTag::Noun && word.entity == EntityTag::Outside && is_plain(&lemma);
    sentence.classes[token].filter(|_| plain).map(|class| (lemma, class))
}

fn by_frequency(nouns: impl Iterator<Item = (String, ClassId)>) -> Vec<(String, ClassId)> {
    let mut counts: BTreeMap<(String, ClassId), usize> = BTreeMap::new();
    nouns.for_each(|noun| *counts.entry(noun).or_default() += 1);
    let mut sorted: Vec<_> = counts.into_iter().collect();
    sorted.sort_by(|(a, many), (b, more)| more.cmp(many).then_with(|| a.cmp(b)));
    sorted.into_iter().map(|(noun, _)| noun).collect()
}

/// Wordings of like meaning between the same classes together; the best of each group is its first.
fn groups(joints: Vec<Joint<'_>>) -> Vec<Vec<Joint<'_>>> {
    let mut groups: Vec<Vec<Joint<'_>>> = Vec::new();
    for joint in joints {
        let is_like = |group: &&mut Vec<Joint<'_>>| {
            let first = &group[0];
            let same = (first.domain, first.range, &first.construction.front)
                == (joint.domain, joint.range, &joint.construction.front);
            same && first.meaning.likeness(&joint.meaning) >= LEAST_ALIKE
        };
        let is_full = groups.len() >= MOST_TRIED;
        match groups.iter_mut().find(is_like) {
            Some(group) => group.push(joint),
            None if is_full => {}
            None => groups.push(vec![joint]),
        }
    }
    let pairs = |group: &Vec<Joint<'_>>| group.iter().map(|joint| joint.pairs).sum::<usize>();
    groups.sort_by_key(|group| std::cmp::Reverse(pairs(group)));
    groups
}

/// Examples of a group's wordings; where they are fewer than wanted, with other nouns.
fn examples(group: &[Joint<'_>], relation: RelationId, forms: &Forms) -> Vec<Candidate> {
    let mut examples: Vec<Candidate> = Vec::new();
    for round in 0..EXAMPLES {
        for joint in group {
            let noun = |side: usize| joint.nouns[side].get(round).or(joint.nouns[side].first()).cloned();
            let Some((subject, object)) = noun(0).zip(noun(1)) else { continue };
            let phrases = Phrases { subject, object };
            let Some(example) = forms.example(joint.construction, Order::SubjectFirst, &phrases) else {
                continue;
            };
            let is_told = examples.iter().any(|other| other.example.marked == example.marked);
            if examples.len() < EXAMPLES && !is_told {
                let (sentences, nearness) = (joint.sentences.clone(), Nearness::default());
                examples.push(Candidate { relation, example, sentences, nearness, class_fit: 1.0 });
            }
        }
    }
    examples
}

/// The words of the wording, joined: `took_control_of`.
fn unused_name(construction: &Construction, examples: &[Candidate], ontology: &Ontology) -> String {
    let words = |candidate: &Candidate| {
        let example = &candidate.example;
        let inside = |at: usize| example.spans.iter().any(|span| (span.begin..span.end).contains(&at));
        let own: String = example
            .text
            .chars()
            .enumerate()
            .map(|(at, letter)| if inside(at) || letter == '.' { ' ' } else { letter })
            .collect();
        let small = ["was", "is", "a", "an", "the", "its"];
        let words: Vec<&str> = own.split_whitespace().filter(|word| !small.contains(word)).collect();
        words.join("_").replace('-', "_")
    };
    let name = examples.first().map_or_else(|| construction.verb.clone(), words);
    let is_used = |name: &str| ontology.relation_named(name).is_some();
    let others = (2..).map(|number| format!("{name}_{number}"));
    std::iter::once(name.clone()).chain(others).find(|name| !is_used(name)).unwrap_or(name)
}

/// A relation of this name that nothing is known of but its classes.
fn blank(name: String, domain: ClassId, range: ClassId) -> Relation {
    Relation {
        iri: format!("urn:newsgraph:proposed:{name}"),
        label: name.replace('_', " "),
        name,
        definition: None,
        domain: vec![domain],
        range: Range::Entities(vec![range]),
        symmetric: false,
        functional: false,
        uniqueness: Uniqueness::Nowhere,
        lasts: false,
        least_confidence: Confidence::NONE,
        goes_before: Vec::new(),
        excludes: Vec::new(),
        examples: Vec::new(),
        counterexamples: Vec::new(),
        location: crate::ontology::Location::default(),
    }
}
