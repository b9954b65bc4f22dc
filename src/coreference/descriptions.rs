//! Coreference of descriptions: the same words for the same concept, an office for its holder, and `the …` for what was
//! said before.

use std::collections::{BTreeMap, HashSet};

use crate::coreference::reason::Reason;
use crate::grammar::{Number, subject_above};
use crate::language::{CoarseTag, FineTag};
use crate::mentions::{Determination, Mention, MentionId, MentionKind};

use super::clusters::Clusters;
use super::content::{Content, content};
use super::headings::person_of_heading;
use super::input::CoreferenceInput;
use super::said::Holder;

/// How many sentences back a description without a repeated word may reach.
const NEAR: usize = 2;

fn all_descriptions<'a>(input: &CoreferenceInput<'a>) -> impl Iterator<Item = (MentionId, &'a Mention)> {
    let mentions = &input.document.mentions;
    mentions.iter().filter(|(_, mention)| mention.kind == MentionKind::Description)
}

/// The same words for what has no name of its own (an offence, an office) or is spoken of in general (`soldiers`, `military
/// help`). `An officer` twice may be two officers; so may be `two officers`.
pub fn join_same(input: &CoreferenceInput, clusters: &mut Clusters) {
    let mut first_of: BTreeMap<(Content, bool), MentionId> = BTreeMap::new();
    for (id, mention) in all_descriptions(input) {
        let concept = mention.class.is_some_and(|class| input.lexicon.is_concept(class));
        let own = content(input, mention);
        if concept || is_general(input, mention, &own) {
            let plural = mention.number == Number::Plural && !concept;
            clusters.join(*first_of.entry((own, plural)).or_insert(id), id, Reason::SameWords);
        }
    }
}

/// Whether the words speak of a kind, so that they mean the same wherever they stand: no counted number, nobody's own (`their
/// families` are others each time).
fn is_general(input: &CoreferenceInput, mention: &Mention, own: &Content) -> bool {
    let counted =
        mention.quantity.as_ref().is_some_and(|amount| amount.min.is_some() && amount.min == amount.max);
    let possessed =
        input.document.sentence(mention.sentence).tokens[mention.span.first].tag == FineTag::PrpPossessive;
    let kind = mention.number != Number::Singular || mention.determination == Determination::Bare;
    let number_only = input.document.sentence(mention.sentence).tokens[mention.head].pos == CoarseTag::Num
        && !mention.counts_object;
    let of_somebody = possessed && own.modifiers.is_empty();
    kind && !number_only && !counted && !of_somebody
}

/// `The home secretary` is the person who the article says is home secretary, if it names but one.
pub fn join_holders(input: &CoreferenceInput, holders: &[Holder], clusters: &mut Clusters) {
    let offices: Vec<(Content, MentionId)> = holders
        .iter()
        .map(|holder| (content(input, &input.document.mentions[holder.office]), holder.person))
        .collect();
    for (id, mention) in all_descriptions(input).filter(|(_, mention)| means_holder(input, mention)) {
        let wanted = content(input, mention);
        let mut people: Vec<MentionId> = Vec::new();
        for (_, person) in offices.iter().filter(|(office, _)| wanted.says_no_more_than(office)) {
            if !people.iter().any(|&other| clusters.together(other, *person)) {
                people.push(*person);
            }
        }
        if let [only] = people.as_slice() {
            clusters.join(*only, id, Reason::OnlyHolder);
        }
    }
}

/// Whether an office's words stand for a person here.
pub fn means_holder(input: &CoreferenceInput, mention: &Mention) -> bool {
    let sentence = input.document.sentence(mention.sentence);
    let noun = input.lexicon.noun_class(sentence, mention.span.first, mention.head);
    mention.determination != Determination::Indefinite
        && mention
            .class
            .is_some_and(|class| input.lexicon.is_person(class) && !input.lexicon.is_office(class))
        && noun.is_some_and(|(class, _)| input.lexicon.is_office(class))
}

/// `The …`: what was called so before, else the name that holds the word, else what the passage is about.
pub fn join_definite(input: &CoreferenceInput, clusters: &mut Clusters) {
    let mut by_noun: BTreeMap<String, Vec<(MentionId, Content)>> = BTreeMap::new();
    for (id, mention) in all_descriptions(input) {
        let own = content(input, mention);
        let joined = clusters.group(id).members.first().is_some_and(|&first| first < id);
        if is_anaphoric(input, mention) && !joined {
            let before = by_noun.get(&own.noun).map_or(&[][..], Vec::as_slice);
            // "The informant, Clara Moss," has a name already.
            let unsaid = before.is_empty() && !clusters.group(id).named;
            let of_heading = person_of_heading(input, mention).filter(|&person| {
                mention.class.is_some_and(|class| input.lexicon.is_person(class))
                    && clusters.compatible(person, id)
            });
            let antecedent =
                of_heading.or_else(|| called_so(input, clusters, id, &own, before)).or_else(|| {
                    let named = || name_with_noun(input, clusters, id, &own);
                    let near = || only_body_near(input, clusters, id, &own);
                    let spoken_of = || person_spoken_of(input, clusters, id, &own);
                    unsaid.then(|| named().or_else(near).or_else(spoken_of)).flatten()
                });
            // "The 43-year-old" is who was said to be 43, and nobody where two are.
            let antecedent = match clusters.group(id).age {
                Some(age) => of_age(input, clusters, id, age),
                None => antecedent,
            };
            if let Some(antecedent) = antecedent {
                clusters.join(antecedent, id, Reason::PointsBack);
            }
        }
        by_noun.entry(own.noun.clone()).or_default().push((id, own));
    }
}

/// Whether the words point back: a definite article or demonstrative, nothing counted, no `of …` that tells which.
fn is_anaphoric(input: &CoreferenceInput, mention: &Mention) -> bool {
    let token = &input.document.sentence(mention.sentence).tokens[mention.span.first];
    mention.determination == Determination::Definite && token.tag == FineTag::Dt && mention.quantity.is_none()
}

/// The only one of that age who has been spoken of.
fn of_age(input: &CoreferenceInput, clusters: &Clusters, id: MentionId, age: u8) -> Option<MentionId> {
    let is_so_old =
        |&other: &MentionId| clusters.group(other).age == Some(age) && clusters.compatible(other, id);
    let before = (0..id.0).map(MentionId).filter(is_so_old);
    let spoken = before.filter(|&other| input.document.mentions[other].kind != MentionKind::Pronoun);
    <[MentionId; 1]>::try_from(distinct(clusters, spoken)).ok().map(|[only]| only)
}

/// An earlier phrase with the same noun that says at least as much; of several, the only near one.
fn called_so(
    input: &CoreferenceInput,
    clusters: &Clusters,
    id: MentionId,
    own: &Content,
    before: &[(MentionId, Content)],
) -> Option<MentionId> {
    let mention = &input.document.mentions[id];
    let fits = |other: MentionId, content: &Content| {
        own.says_no_more_than(content)
            && input.document.mentions[other].number == mention.number
            && clusters.compatible(other, id)
    };
    let is_near = |other| mention.sentence.distance(input.document.mentions[other].sentence) <= NEAR;
    // The last phrase of each that fits, from the last one on; where several do, only near ones count.
    let (mut seen, mut found) = (HashSet::new(), Vec::new());
    for (other, content) in before.iter().rev() {
        if found.len() > 1 && !is_near(*other) {
            break;
        }
        let group = clusters.number(*other);
        if !seen.contains(&group) && fits(*other, content) {
            seen.insert(group);
            found.push(*other);
        }
    }
    if found.len() > 1 {
        found.retain(|&other| is_near(other));
    }
    <[MentionId; 1]>::try_from(found).ok().map(|[only]| only)
}

/// `The council` after `Harwell Council`.
fn name_with_noun(
    input: &CoreferenceInput,
    clusters: &Clusters,
    id: MentionId,
    own: &Content,
) -> Option<MentionId> {
    let bears = |name: &Mention| {
        let lower = name.text.to_lowercase();
        let mut words = lower.split(' ').filter(|word| !word.is_empty());
        words.next_back() == Some(own.noun.as_str()) || lower.starts_with(&format!("{} of ", own.noun))
    };
    let names =
        names_before(input, id).filter(|(other, name)| bears(name) && clusters.compatible(*other, id));
    let found = distinct(clusters, names.map(|(other, _)| other));
    found.last().copied().filter(|_| found.len() == 1 && own.modifiers.is_empty())
}

/// `The force`, `the company`: the only body named nearby that does not act on it in the same clause. Any other noun tells
/// what kind of body it is, which a name that was never called so need not be: after "Lund Foods", `the court` is some court.
fn only_body_near(
    input: &CoreferenceInput,
    clusters: &Clusters,
    id: MentionId,
    own: &Content,
) -> Option<MentionId> {
    let mention = &input.document.mentions[id];
    let is_body = |class| input.lexicon.is_body(class);
    if !input.lexicon.is_said_of_any_body(&own.noun)
        || input.lexicon.is_only_one(&own.noun)
        || !own.modifiers.is_empty()
        || mention.number == Number::Plural
        || !mention.class.is_some_and(is_body)
    {
        return None;
    }
    let actor = subject_above(input.document.sentence(mention.sentence), mention.head)
        .and_then(|token| input.document.mentions.headed_by(mention.sentence.token(token)));
    let names = names_before(input, id).filter(|(other, name)| {
        let acts = actor.is_some_and(|actor| clusters.together(actor, *other));
        let near = mention.sentence.distance(name.sentence) <= NEAR;
        near && name.class.is_some_and(is_body) && !acts
    });
    let found = distinct(clusters, names.map(|(other, _)| other));
    found.first().copied().filter(|_| found.len() == 1)
}

/// News stories vary their words: `Mr Hall was hit by a van. The carpenter died`. A new noun for a person as a subject is the
/// person who was the subject of the sentence before, if nobody else is named there.
fn person_spoken_of(
    input: &CoreferenceInput,
    clusters: &Clusters,
    id: MentionId,
    own: &Content,
) -> Option<MentionId> {
    let mention = &input.document.mentions[id];
    let is_person = |mention: &Mention| mention.class.is_some_and(|class| input.lexicon.is_person(class));
    let subject =
        |mention: &Mention| input.document.sentence(mention.sentence).tokens[mention.head].dep.is_subject();
    let alone =
        own.complements == 0 && mention.number == Number::Singular && is_person(mention) && subject(mention);
    if !alone || means_holder(input, mention) {
        return None;
    }
    let people = names_before(input, id).filter(|(other, name)| {
        mention.sentence.previous() == Some(name.sentence)
            && is_person(name)
            && clusters.compatible(*other, id)
    });
    let found = distinct(clusters, people.map(|(other, _)| other));
    let acts = |&other: &MentionId| subject(&input.document.mentions[other]);
    found.first().copied().filter(|other| found.len() == 1 && acts(other))
}

fn names_before<'a>(
    input: &CoreferenceInput<'a>,
    id: MentionId,
) -> impl Iterator<Item = (MentionId, &'a Mention)> {
    let mentions = &input.document.mentions;
    (0..id.0)
        .map(MentionId)
        .map(move |id| (id, &mentions[id]))
        .filter(|(_, mention)| mention.kind == MentionKind::Name)
}

/// One mention of each group, the last one, in order of the article.
fn distinct(clusters: &Clusters, mentions: impl Iterator<Item = MentionId>) -> Vec<MentionId> {
    let mut seen = HashSet::new();
    let mut found: Vec<MentionId> = mentions.collect();
    found.reverse();
    found.retain(|&mention| seen.insert(clusters.number(mention)));
    found.reverse();
    found
}
