//! Appositions: whom a name after a comma names, and what a noun after a comma is said of.

use crate::grammar::children;
use crate::language::{CoarseTag, Dependency, EntityTag, EntityType, FineTag, Sentence};
use crate::mentions::OntologyIndex;

pub fn mend(sentence: &mut Sentence, lexicon: &OntologyIndex) {
    mend_after_of(sentence);
    mend_after_posts(sentence, lexicon);
    mend_joined_appositions(sentence);
    mend_neighbours(sentence);
}

/// `The governor of Ohio, Jane Doe,` is the governor, not Ohio: a person in apposition to a place or body after `of`
/// names the noun before it.
fn mend_after_of(sentence: &mut Sentence) {
    let is_person =
        |sentence: &Sentence, token: usize| sentence.tokens[token].entity.is_any(&[EntityType::Person]);
    for index in 0..sentence.tokens.len() {
        let name = sentence.tokens[index].head;
        let preposition = sentence.tokens[name].head;
        let noun = sentence.tokens[preposition].head;
        let misplaced = sentence.tokens[index].dep == Dependency::Appos
            && is_person(sentence, index)
            && !is_person(sentence, name)
            && sentence.tokens[name].tag.is_proper_noun()
            && sentence.tokens[name].dep == Dependency::Pobj
            && matches!(&*sentence.tokens[preposition].lemma, "of" | "for" | "at")
            && sentence.tokens[noun].tag.is_singular_noun()
            && noun < preposition;
        if misplaced {
            sentence.tokens[index].head = noun;
        }
    }
}

/// `The board sacked the head of design, Jane Doe`, `the envoy in Sudan, Jane Doe,`: a person after a comma is whoever
/// holds the post before it, wherever the parser hangs the name.
fn mend_after_posts(sentence: &mut Sentence, lexicon: &OntologyIndex) {
    for first in 2..sentence.tokens.len() {
        let tokens = &sentence.tokens;
        if !matches!(tokens[first].entity, EntityTag::Begin(EntityType::Person)) {
            continue;
        }
        let titles = (1..first).rev().take_while(|&index| lexicon.is_honorific(&tokens[index].text)).count();
        let comma = first - 1 - titles;
        let name = head_of_name(sentence, first);
        if &*tokens[comma].text != ","
            || !matches!(tokens[name].dep, Dependency::Appos | Dependency::Npadvmod)
        {
            continue;
        }
        let nouns = nouns_ending_at(sentence, comma);
        let is_post =
            |noun: usize| tokens[noun].tag.is_singular_noun() && lexicon.names_post(sentence, 0, noun);
        let is_somebody = |noun: usize| {
            let class = lexicon.noun_class(sentence, noun, noun);
            tokens[noun].tag == FineTag::Nn && class.is_some_and(|(class, _)| lexicon.is_person(class))
        };
        // `The evidence of the barman, Tom Berg,`: evidence has no such name.
        let is_of_nobody = || nouns.iter().all(|&noun| !is_post(noun)) && !is_somebody(tokens[name].head);
        let nearest = nouns.first().copied().filter(|&noun| is_somebody(noun) && is_of_nobody());
        let post = nouns.iter().copied().find(|&noun| is_post(noun)).or(nearest);
        let hangs_well = nouns.iter().any(|&noun| noun == tokens[name].head && is_post(noun));
        if let Some(post) = post.filter(|_| !hangs_well) {
            (sentence.tokens[name].head, sentence.tokens[name].dep) = (post, Dependency::Appos);
        }
    }
}

/// The token of the name beginning here that all its others hang on.
fn head_of_name(sentence: &Sentence, first: usize) -> usize {
    let inside = |index: &usize| sentence.tokens[*index].entity == EntityTag::Inside(EntityType::Person);
    let end = first + 1 + (first + 1..sentence.tokens.len()).take_while(inside).count();
    (first..end).find(|&index| !(first..end).contains(&sentence.tokens[index].head)).unwrap_or(first)
}

/// The nouns of the phrase that ends at a comma, from the last one up (`Sudan`, `envoy`).
fn nouns_ending_at(sentence: &Sentence, comma: usize) -> Vec<usize> {
    let tokens = &sentence.tokens;
    let bracketed = &*tokens[comma - 1].text == ")";
    let open = (0..comma).rev().find(|&index| bracketed && &*tokens[index].text == "(").unwrap_or(comma);
    let mut nouns = Vec::new();
    let Some(mut token) = open.checked_sub(1) else { return nouns };
    while matches!(tokens[token].pos, CoarseTag::Noun | CoarseTag::Propn | CoarseTag::Adp)
        && tokens[token].dep != Dependency::Agent
    {
        if tokens[token].pos != CoarseTag::Adp {
            nouns.push(token);
        }
        if tokens[token].head >= token {
            break;
        }
        token = tokens[token].head;
    }
    nouns
}

/// `Ana Moreno and Tom Berg, the envoy,`: one thing after two joined names is said of the nearer one.
fn mend_joined_appositions(sentence: &mut Sentence) {
    for index in 0..sentence.tokens.len() {
        let token = &sentence.tokens[index];
        if token.dep != Dependency::Appos || !matches!(token.tag, FineTag::Nn | FineTag::Nnp) {
            continue;
        }
        let is_joined_name = |name: usize, child: usize| {
            let token = &sentence.tokens[child];
            token.dep == Dependency::Conj && token.pos == CoarseTag::Propn && name < child && child < index
        };
        let mut name = token.head;
        if sentence.tokens[name].pos != CoarseTag::Propn {
            continue;
        }
        while let Some(next) = children(sentence, name).rfind(|&child| is_joined_name(name, child)) {
            name = next;
        }
        sentence.tokens[index].head = name;
    }
}

/// `Set up by the lawyer Helen Moss`: a person right after a noun, without a comma, is that noun's, and no other's further
/// up.
fn mend_neighbours(sentence: &mut Sentence) {
    for first in 1..sentence.tokens.len() {
        let tokens = &sentence.tokens;
        if !matches!(tokens[first].entity, EntityTag::Begin(EntityType::Person))
            || tokens[first - 1].tag != FineTag::Nn
        {
            continue;
        }
        let name = head_of_name(sentence, first);
        if tokens[name].dep == Dependency::Appos && tokens[name].head + 1 < first {
            sentence.tokens[name].head = first - 1;
        }
    }
}
