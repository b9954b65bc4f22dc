//! Agreement over an article: the same name is the same kind of thing in all its sentences.
//!
//! The recogniser judges each sentence alone and is often wrong where the sentence says little. Here all occurrences of a name
//! vote; what the text itself says (`a courier known as Falcon`, `Mr Smith`, `Harwell, a village`) outvotes statistics.

use std::collections::{BTreeMap, BTreeSet};

use crate::grammar::{SentenceId, TokenPosition, children};
use crate::language::{CoarseTag, Dependency, Derivations, EntityType, FineTag, Sentence, Token};
use crate::ontology::ClassId;

use super::mention::{Mention, MentionKind};
use super::ontology_index::OntologyIndex;

/// One who knows outvotes any number of guesses in an article of common length.
const KNOWN: usize = 1000;
const SAID: usize = 20;
/// A given name and a surname look alike wherever they stand.
const LOOKS_LIKE: usize = 2;
const GUESSED: usize = 1;

/// The recogniser's type for countries and towns.
const PLACE: EntityType = EntityType::Gpe;

/// Gives every name the class that most speaks for over the article; also that of a surname to the person's.
pub fn agree(sentences: &[Sentence], mentions: &mut [Mention], lexicon: &OntologyIndex) {
    let mut votes: BTreeMap<String, BTreeMap<ClassId, usize>> = BTreeMap::new();
    for mention in mentions.iter().filter(|mention| mention.kind == MentionKind::Name) {
        let said = bearer_class(&sentences[mention.sentence.0], mention, lexicon);
        let known = mention.individual.is_some() || mention.honorific.is_some();
        let own = votes.entry(key(mention)).or_default();
        if let Some(class) = mention.class {
            *own.entry(class).or_default() += if known { KNOWN } else { GUESSED };
        }
        if let Some(person) = lexicon.person().filter(|_| looks_like_person(mention, lexicon)) {
            *own.entry(person).or_default() += LOOKS_LIKE;
        }
        let said = said.filter(|_| !is_said_of_both(&sentences[mention.sentence.0], mention, lexicon));
        // "The bonobo Kobe" may be spoken of as "him".
        let like_somebody =
            !mention.text.contains(' ') && mention.class.is_some_and(|class| lexicon.is_person(class));
        let said = said.filter(|&class| !(like_somebody && lexicon.is_taught_thing(class)));
        if let Some(class) = said {
            *own.entry(class).or_default() += SAID;
        }
    }
    vote_for_short_names(sentences, mentions, lexicon, &mut votes);
    let winners: BTreeMap<&String, ClassId> =
        votes.iter().filter_map(|(name, classes)| Some((name, winner(classes)?))).collect();
    let surnames = surnames(&winners, lexicon);
    let bodies = bodies_before_people(sentences, mentions, lexicon);
    for mention in mentions.iter_mut().filter(|mention| mention.kind == MentionKind::Name) {
        let name = key(mention);
        if bodies.contains(&name) {
            mention.class = if mention.honorific.is_some() { lexicon.person() } else { lexicon.body() };
            continue;
        }
        let surname = lexicon.person().filter(|_| mention.individual.is_none() && surnames.contains(&name));
        mention.class = surname.or_else(|| winners.get(&name).copied());
    }
    agree_in_lists(sentences, mentions);
}

/// `Ford` where the text has spoken of a body of that name before it names a Martin Ford or a Mr Ford: whoever bears the name of
/// a company is not the company.
fn bodies_before_people(
    sentences: &[Sentence],
    mentions: &[Mention],
    lexicon: &OntologyIndex,
) -> BTreeSet<String> {
    let mut people: BTreeMap<String, SentenceId> = BTreeMap::new();
    let names = || mentions.iter().filter(|mention| mention.kind == MentionKind::Name);
    let person = |mention: &Mention| {
        looks_like_person(mention, lexicon) || mention.class.is_some_and(|class| lexicon.is_person(class))
    };
    for mention in
        names().filter(|mention| mention.text.contains(' ') && person(mention) || mention.honorific.is_some())
    {
        let name = key(mention);
        let surname = name.rsplit(' ').next().unwrap_or_default().to_owned();
        let first = people.entry(surname).or_insert(mention.sentence);
        *first = mention.sentence.min(*first);
    }
    // Whether the text speaks of a body, mention by mention.
    let mut bare: BTreeMap<String, Vec<bool>> = BTreeMap::new();
    for mention in names().filter(|mention| mention.honorific.is_none() && mention.individual.is_none()) {
        let name = key(mention);
        if people.get(&name).is_some_and(|first| mention.sentence < *first) {
            let body = mention.class.is_some_and(|class| lexicon.is_body(class));
            let its = |token: &Token| matches!(&*token.text, "it" | "its");
            let its = sentences[mention.sentence.0].tokens[mention.span.end..].iter().any(its);
            bare.entry(name).or_default().push(body || its);
        }
    }
    bare.into_iter().filter(|(_, bodies)| bodies.iter().all(|&body| body)).map(|(name, _)| name).collect()
}

/// `Keswick` after `Keswick Laboratories` is the company, unless the recogniser takes it for a place somewhere.
fn vote_for_short_names(
    sentences: &[Sentence],
    mentions: &[Mention],
    lexicon: &OntologyIndex,
    votes: &mut BTreeMap<String, BTreeMap<ClassId, usize>>,
) {
    let names = || mentions.iter().filter(|mention| mention.kind == MentionKind::Name);
    let bodies: Vec<(String, ClassId)> = names()
        .filter_map(|mention| Some((key(mention), mention.class?)))
        .filter(|(name, class)| name.contains(' ') && lexicon.is_body(*class))
        .collect();
    let is_place = |mention: &Mention| {
        mention.span.tokens().any(|index| {
            sentences[mention.sentence.0].tokens[index].entity.is_any(&[
                EntityType::Gpe,
                EntityType::Loc,
                EntityType::Fac,
            ])
        })
    };
    let places: Vec<String> = names().filter(|mention| is_place(mention)).map(key).collect();
    for mention in names() {
        let name = key(mention);
        let begins = |(body, _): &&(String, ClassId)| {
            body.strip_prefix(name.as_str()).is_some_and(|rest| rest.starts_with(' '))
        };
        let body = bodies.iter().find(begins).filter(|_| !places.contains(&name));
        if let Some((_, class)) = body {
            *votes.entry(name).or_default().entry(*class).or_default() += LOOKS_LIKE;
        }
    }
}

/// A given name before one other word, which is no noun for something else (`Victoria Park`).
fn looks_like_person(mention: &Mention, lexicon: &OntologyIndex) -> bool {
    let words: Vec<&str> = mention.text.split(' ').collect();
    let [given, surname] = words.as_slice() else { return false };
    lexicon.gender_of_name(given).is_some() && lexicon.word_class(&surname.to_lowercase()).is_none()
}

/// In a list, what nobody has classed is of the class of the others (`Harwell, Didcot and Oxford`).
fn agree_in_lists(sentences: &[Sentence], mentions: &mut [Mention]) {
    let lists: Vec<TokenPosition> = mentions
        .iter()
        .map(|mention| mention.sentence.token(list_start(&sentences[mention.sentence.0], mention.head)))
        .collect();
    let mut classes: BTreeMap<TokenPosition, BTreeMap<ClassId, usize>> = BTreeMap::new();
    for (mention, list) in
        mentions.iter().zip(&lists).filter(|(mention, _)| mention.kind == MentionKind::Name)
    {
        if let Some(class) = mention.class {
            *classes.entry(*list).or_default().entry(class).or_default() += GUESSED;
        }
    }
    for (mention, list) in
        mentions.iter_mut().zip(&lists).filter(|(mention, _)| mention.kind == MentionKind::Name)
    {
        mention.class = mention.class.or_else(|| classes.get(list).and_then(winner));
    }
}

/// The first member of the list that a token stands in.
fn list_start(sentence: &Sentence, head: usize) -> usize {
    let mut first = head;
    while sentence.tokens[first].dep == Dependency::Conj && sentence.tokens[first].head < first {
        first = sentence.tokens[first].head;
    }
    first
}

/// Names are the same whatever their case, for headlines.
fn key(mention: &Mention) -> String {
    mention.text.to_lowercase()
}

/// The class with most votes, the first of equals.
fn winner(classes: &BTreeMap<ClassId, usize>) -> Option<ClassId> {
    classes.iter().max_by(|(a, votes), (b, others)| votes.cmp(others).then(b.cmp(a))).map(|(class, _)| *class)
}

/// The last words of the names of people.
fn surnames(winners: &BTreeMap<&String, ClassId>, lexicon: &OntologyIndex) -> BTreeSet<String> {
    let people = winners.iter().filter(|(_, class)| lexicon.is_person(**class));
    people.filter_map(|(name, _)| name.rsplit_once(' ').map(|(_, last)| last.to_owned())).collect()
}

/// The class of the noun that the text puts beside a name: in apposition or as `an officer known as X`.
fn bearer_class(sentence: &Sentence, mention: &Mention, lexicon: &OntologyIndex) -> Option<ClassId> {
    if is_spoken_of_as_person(sentence, mention) {
        return lexicon.person();
    }
    if is_spoken_of_as_place(sentence, mention) {
        return lexicon.entity_type(PLACE);
    }
    let bearer = naming_bearer(sentence, mention.head, lexicon)
        .or_else(|| apposed(sentence, mention.head))
        .or_else(|| office_noun(sentence, mention))?;
    let first = crate::grammar::phrase_start(sentence, bearer);
    class_of_noun(sentence, first, bearer, lexicon)
}

/// The class that the noun says the name's bearer is; what holds an office is a person.
fn class_of_noun(sentence: &Sentence, first: usize, noun: usize, lexicon: &OntologyIndex) -> Option<ClassId> {
    let (class, _) = lexicon.noun_class(sentence, first, noun)?;
    if lexicon.is_office(class) {
        lexicon.person()
    } else {
        Some(class).filter(|&class| lexicon.has_names(class) || lexicon.is_taught_thing(class))
    }
}

/// The noun right before a name in its phrase (`moderator Jane Doe`, `Governor Jane Doe`).
fn office_noun(sentence: &Sentence, mention: &Mention) -> Option<usize> {
    let before = mention.span.first.checked_sub(1)?;
    let token = &sentence.tokens[before];
    (token.tag.is_singular_noun() && token.head == mention.head && token.dep.is_noun_modifier())
        .then_some(before)
}

/// Whether the noun before somebody's name may be said of a body, too: `the producer Ann Holt`.
fn is_said_of_both(sentence: &Sentence, mention: &Mention, lexicon: &OntologyIndex) -> bool {
    let noun = office_noun(sentence, mention).map(|noun| crate::grammar::lemma(&sentence.tokens[noun]));
    let doer = |noun: &String| lexicon.is_said_of_any_body(noun) && Derivations::built_in().is_agent(noun);
    mention.class.is_some_and(|class| lexicon.is_person(class)) && noun.as_ref().is_some_and(doer)
}

/// Whether something is based there (`the Harwell-based firm`, `a firm based in Harwell`).
fn is_spoken_of_as_place(sentence: &Sentence, mention: &Mention) -> bool {
    let tokens = &sentence.tokens;
    let is_based =
        |index: usize| tokens.get(index).is_some_and(|token| token.text.eq_ignore_ascii_case("based"));
    let hyphen = tokens.get(mention.span.end).is_some_and(|token| &*token.text == "-");
    hyphen && is_based(mention.span.end + 1)
        || mention.span.first >= 2
            && &*tokens[mention.span.first - 1].text == "in"
            && is_based(mention.span.first - 2)
}

/// Whether `who …` or an age stands after a name (`Jane Doe, 34, who …`).
fn is_spoken_of_as_person(sentence: &Sentence, mention: &Mention) -> bool {
    let tokens = &sentence.tokens;
    let who = |clause: usize| {
        tokens[clause].dep == Dependency::Relcl
            && children(sentence, clause).any(|child| tokens[child].text.eq_ignore_ascii_case("who"))
    };
    let age = |number: usize| {
        let years = tokens[number].text.parse::<u8>().is_ok_and(|years| (1..=110).contains(&years));
        let comma = |index: usize| tokens.get(index).is_some_and(|token| &*token.text == ",");
        years && number == mention.span.end + 1 && comma(mention.span.end) && comma(number + 1)
    };
    children(sentence, mention.head).any(|child| child >= mention.span.end && (who(child) || age(child)))
}

/// The noun that a name is given to: `an officer, known only as X`, `a charity called X`.
pub fn naming_bearer(sentence: &Sentence, name: usize, lexicon: &OntologyIndex) -> Option<usize> {
    let tokens = &sentence.tokens;
    let parent = tokens[name].head;
    let verb = match (tokens[name].dep, &*tokens[parent].lemma) {
        (Dependency::Pobj, "as") => tokens[parent].head,
        (Dependency::Oprd | Dependency::Dobj | Dependency::Attr, _) => parent,
        _ => return None,
    };
    let names = lexicon.words().naming.contains(&*tokens[verb].lemma);
    let clause = tokens[verb].dep == Dependency::Acl && tokens[verb].tag == FineTag::Vbn;
    let noun = tokens[verb].head;
    if !names || !clause {
        return None;
    }
    // A participle after a longer phrase may hang on its last noun (`the officer accused of murder, named as X`).
    let commas = (noun..verb).any(|index| &*tokens[index].text == ",");
    let outer = tokens[noun].head;
    let chain = [outer, tokens[outer].head, tokens[tokens[outer].head].head];
    let nearest_noun = chain.into_iter().find(|&index| tokens[index].pos.is_noun() && index < noun);
    if commas && tokens[noun].dep == Dependency::Pobj { nearest_noun.or(Some(noun)) } else { Some(noun) }
}

/// The common noun in apposition to a name, before or after it.
pub fn apposed(sentence: &Sentence, name: usize) -> Option<usize> {
    let tokens = &sentence.tokens;
    let after = children(sentence, name)
        .find(|&child| tokens[child].dep == Dependency::Appos && tokens[child].pos == CoarseTag::Noun);
    let before = (tokens[name].dep == Dependency::Appos && tokens[tokens[name].head].pos == CoarseTag::Noun)
        .then_some(tokens[name].head);
    after.or(before)
}
