//! Finds the mentions of an article: names first, then the descriptions and pronouns that the trees offer.

use crate::grammar::{Casing, SentenceId, small_words};
use crate::language::{FineTag, Sentence};
use crate::mentions::names::{Context, NameSpan};

use super::countries::Abroad;
use super::gazetteer::Gazetteer;
use super::maker::MentionMaker;
use super::mention::{Mention, MentionKind, Mentions};
use super::ontology_index::OntologyIndex;
use super::{agreement, names};

/// All mentions of an article. `sentences` are all sentences of it, in order, with offsets in its text.
pub fn find_mentions(sentences: &[Sentence], lexicon: &OntologyIndex) -> Mentions {
    let abroad = lexicon.countries.abroad(sentences);
    let names = article_names(sentences, lexicon, &abroad);
    let mut mentions = Vec::new();
    for (index, sentence) in sentences.iter().enumerate() {
        mentions.extend(sentence_mentions(sentence, SentenceId(index), &names[index], lexicon, &abroad));
    }
    agreement::agree(sentences, &mut mentions, lexicon);
    write_small(sentences, &mut mentions);
    Mentions::new(mentions)
}

/// In headlines, words that the article also writes small get small letters in labels.
fn write_small(sentences: &[Sentence], mentions: &mut [Mention]) {
    let small = small_words(sentences);
    let casings = Casing::of_all(sentences);
    let in_headline = |mention: &&mut Mention| casings[mention.sentence.0] != Casing::Ordinary;
    let described = |mention: &&mut Mention| mention.kind == MentionKind::Description;
    for mention in mentions.iter_mut().filter(in_headline).filter(described) {
        let words = mention.label.split(' ').map(|word| {
            let lower = word.to_lowercase();
            if small.contains(lower.as_str()) { lower } else { word.to_owned() }
        });
        mention.label = words.collect::<Vec<String>>().join(" ");
    }
}

/// The names of every sentence. Headlines come last, because only the article tells what is a name in them.
fn article_names(sentences: &[Sentence], lexicon: &OntologyIndex, abroad: &Abroad) -> Vec<Vec<NameSpan>> {
    let casings = Casing::of_all(sentences);
    let mut context = Context {
        lexicon,
        abroad,
        small: small_words(sentences),
        known: Gazetteer::default(),
        alone: names::standing_alone(sentences),
    };
    let mut names = vec![Vec::new(); sentences.len()];
    for (index, sentence) in sentences.iter().enumerate() {
        if casings[index] == Casing::Ordinary {
            names[index] = names::find(sentence, Casing::Ordinary, &context);
        }
    }
    names::tell_by_neighbours(sentences, &mut names, lexicon);
    for (index, spans) in names.iter().enumerate() {
        for name in spans.iter().filter(|name| name.individual.is_none()) {
            context.learn(&name.span.text(&sentences[index]), name.class);
        }
    }
    for (index, sentence) in sentences.iter().enumerate() {
        if casings[index] == Casing::Ordinary {
            names::add_known(sentence, &context, &mut names[index]);
        } else {
            names[index] = names::find(sentence, casings[index], &context);
        }
    }
    names
}

fn sentence_mentions(
    sentence: &Sentence,
    id: SentenceId,
    names: &[NameSpan],
    lexicon: &OntologyIndex,
    abroad: &Abroad,
) -> Vec<Mention> {
    let mut found: Vec<Mention> = Vec::new();
    let maker = MentionMaker { sentence, id, lexicon, abroad };
    let mut inside_name = vec![false; sentence.tokens.len()];
    for name in names {
        inside_name[name.span.tokens()].fill(true);
        found.push(maker.name(name));
    }
    for name in names {
        found.extend(maker.office_before(name, names));
    }
    for (head, inside) in inside_name.into_iter().enumerate() {
        let free = !inside
            && !is_honorific_word(sentence, head, lexicon)
            && !names::is_mark(sentence, head, lexicon);
        if free && !found.iter().any(|mention| mention.head == head) {
            found.extend(maker.pronoun(head).or_else(|| maker.description(head)));
        }
    }
    // Nothing is called by a full stop or a quotation mark.
    found.retain(|mention| mention.text.chars().any(char::is_alphanumeric));
    found
}

/// Courtesy titles belong to the name after them.
fn is_honorific_word(sentence: &Sentence, index: usize, lexicon: &OntologyIndex) -> bool {
    let token = &sentence.tokens[index];
    token.tag == FineTag::Nnp && lexicon.is_honorific(&token.text) && token.head > index
}
