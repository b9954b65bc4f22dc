//! What the names of invented articles are agreed to be.

use crate::grammar::{SentenceId, TokenSpan};
use crate::language::{EntityType, Sentence};
use crate::ontology::ClassId;
use crate::sample_language::{lexicon, mended, name_of, token};

use super::agreement::agree;
use super::countries::Abroad;
use super::maker::MentionMaker;
use super::mention::Mention;
use super::names::{NameSpan, Source};

/// The classes of these names, one a sentence, after the article has been heard; with each the recogniser's guess.
fn agreed(text: &str, names: &[(&str, Option<EntityType>)]) -> Vec<Option<&'static str>> {
    let sentences = mended(text);
    let mut mentions: Vec<Mention> = names
        .iter()
        .enumerate()
        .map(|(place, (name, guess))| {
            let index = place.min(sentences.len() - 1);
            named(&sentences[index], index, name, guess.and_then(|kind| lexicon().entity_type(kind)))
        })
        .collect();
    agree(&sentences, &mut mentions, lexicon());
    mentions.iter().map(|mention| name_of(mention.class)).collect()
}

fn named(sentence: &Sentence, index: usize, name: &str, class: Option<ClassId>) -> Mention {
    let words: Vec<&str> = name.split(' ').collect();
    let first = token(sentence, words[0]);
    let span = TokenSpan::new(first, first + words.len());
    let name = NameSpan { span, class, individual: None, source: Source::Recogniser };
    MentionMaker { sentence, id: SentenceId(index), lexicon: lexicon(), abroad: &Abroad::default() }
        .name(&name)
}

const PERSON: Option<EntityType> = Some(EntityType::Person);
const BODY: Option<EntityType> = Some(EntityType::Org);

#[test]
fn most_occurrences_of_a_name_decide_for_all() {
    let text = "Tarnmere sank. Divers found Tarnmere. Guests praised Tarnmere.";
    let names = [("Tarnmere", BODY), ("Tarnmere", PERSON), ("Tarnmere", BODY)];
    assert_eq!(agreed(text, &names), [Some("Organisation"); 3]);
}

#[test]
fn a_courtesy_title_outvotes_every_guess() {
    let text = "Mr Tarn slept. Divers found Tarn. Guests praised Tarn.";
    assert_eq!(agreed(text, &[("Tarn", BODY); 3]), [Some("Person"); 3]);
}

#[test]
fn a_given_name_before_a_surname_outvotes_one_guess() {
    assert_eq!(agreed("Guests praised Peter Vane.", &[("Peter Vane", BODY)]), [Some("Person")]);
}

#[test]
fn a_surname_is_the_persons_and_a_bodys_first_word_the_bodys() {
    let text = "Guests praised Peter Vane. Divers thanked Vane.";
    assert_eq!(agreed(text, &[("Peter Vane", PERSON), ("Vane", BODY)]), [Some("Person"); 2]);
    let text = "Guests praised Keswick Laboratories. Divers thanked Keswick.";
    assert_eq!(
        agreed(text, &[("Keswick Laboratories", BODY), ("Keswick", PERSON)]),
        [Some("Organisation"); 2]
    );
}

#[test]
fn what_the_text_calls_a_name_outvotes_the_guess() {
    assert_eq!(agreed("A courier known as Falcon was arrested.", &[("Falcon", BODY)]), [Some("Person")]);
    assert_eq!(agreed("Tarn, 34, was arrested.", &[("Tarn", BODY)]), [Some("Person")]);
    let based = agreed("The Wexcombe-based firm sued the council.", &[("Wexcombe", BODY)]);
    assert_eq!(based, [Some("GeopoliticalEntity")]);
}

#[test]
fn in_a_list_what_nobody_has_classed_is_what_the_others_are() {
    let place = Some(EntityType::Gpe);
    let names = [("Tarnmere", place), ("Wexcombe", None), ("Lisbon", place)];
    let classes = agreed("Tarnmere, Wexcombe and Lisbon were flooded.", &names);
    assert_eq!(classes, [Some("GeopoliticalEntity"); 3]);
}

#[test]
fn a_company_named_before_a_person_who_bears_its_name_stays_one() {
    let text = "Bentley recalled its cars. Martin Bentley was arrested. Bentley denied it.";
    let names = [("Bentley", BODY), ("Martin Bentley", PERSON), ("Bentley", PERSON)];
    assert_eq!(agreed(text, &names), [Some("Organisation"), Some("Person"), Some("Organisation")]);
    let after = "Martin Bentley was arrested. Bentley denied it.";
    assert_eq!(agreed(after, &[("Martin Bentley", PERSON), ("Bentley", BODY)]), [Some("Person"); 2]);
}
