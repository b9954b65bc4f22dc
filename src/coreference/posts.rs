//! Whose office it is: the body or country that the words of an office name, or that stands beside its holder's name. One president is
//! not another: an office that names nobody belongs to whoever holds it.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::language::{Dependency, FineTag};
use crate::mentions::{Mention, MentionKind, label};
use crate::ontology::{ClassId, IndividualId};

use super::input::CoreferenceInput;
use super::said::is_office;

/// Words in the longest adjective of a country (`Papua New Guinean`).
const LONGEST_ADJECTIVE: usize = 3;

/// An office as such.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Post {
    /// `president of Chile`, whichever way it is said; `president` where nobody says of what.
    pub label: String,
    /// Whether the article tells whose it is.
    pub owned: bool,
}

/// The post that a description names, be it somebody's or not.
pub fn post(input: &CoreferenceInput, mention: &Mention) -> Option<Post> {
    let is_post = |class| input.lexicon.is_office(class);
    if mention.kind != MentionKind::Description || !mention.post.or(mention.class).is_some_and(is_post) {
        return None;
    }
    let owner = owner_inside(input, mention).or_else(|| beside(input, mention));
    let past = &input.lexicon.words().factuality.no_longer;
    let Some(owner) = owner else {
        let rest = mention.label.split_once(' ').filter(|(first, _)| past.contains(&first.to_lowercase()));
        let label = rest.map_or(mention.label.as_str(), |(_, rest)| rest).to_owned();
        return Some(Post { label, owned: false });
    };
    let words = rest_of_phrase(input, mention, &owner.tokens).filter(|words| !words.is_empty());
    let of_owner = |words: Vec<String>| format!("{} of {}", words.join(" "), owner.name);
    Some(Post { label: words.map_or_else(|| mention.label.clone(), of_owner), owned: true })
}

/// Whose an office is: by what name, and the tokens that tell it.
struct Owner {
    key: String,
    name: String,
    tokens: std::ops::Range<usize>,
}

impl Owner {
    fn known(input: &CoreferenceInput, individual: IndividualId, tokens: std::ops::Range<usize>) -> Self {
        let name = input.lexicon.ontology.individual(individual).label.clone();
        Self { key: format!("#{}", individual.0), name, tokens }
    }

    /// The bearer of a name in the text.
    fn named(input: &CoreferenceInput, name: &Mention) -> Self {
        let tokens = name.span.tokens();
        match name.individual {
            Some(individual) => Self::known(input, individual, tokens),
            None => Self { key: name.text.to_lowercase(), name: name.text.clone(), tokens },
        }
    }
}

/// The first name or adjective of a country in the phrase itself: `Chilean president`, `the mayor of Linz`.
fn owner_inside(input: &CoreferenceInput, mention: &Mention) -> Option<Owner> {
    let sentence = input.document.sentence(mention.sentence);
    let apart =
        |tokens: &std::ops::Range<usize>| tokens.end <= mention.span.end && !tokens.contains(&mention.head);
    let named = |token: usize| {
        let id = input.document.mentions.headed_by(mention.sentence.token(token))?;
        let name = &input.document.mentions[id];
        (name.kind == MentionKind::Name && name.span.first >= mention.span.first)
            .then(|| Owner::named(input, name))
    };
    let by_adjective = |token: usize| {
        let (end, country) = input.lexicon.countries.of_demonym(sentence, token)?;
        Some(Owner::known(input, country, token..end))
    };
    let found = |token: usize| by_adjective(token).or_else(|| named(token));
    let owners: Vec<Owner> =
        mention.span.tokens().filter_map(found).filter(|owner| apart(&owner.tokens)).collect();
    // `LA PAZ – Chilean president`: the nearest one before the noun, else the first after it.
    let before = owners.iter().filter(|owner| owner.tokens.end <= mention.head).count();
    owners.into_iter().nth(before.saturating_sub(1))
}

/// The words of the phrase without its owner, in small letters; `None` where more stands after the noun than that.
fn rest_of_phrase(
    input: &CoreferenceInput,
    mention: &Mention,
    owner: &std::ops::Range<usize>,
) -> Option<Vec<String>> {
    let sentence = input.document.sentence(mention.sentence);
    let past = &input.lexicon.words().factuality.no_longer;
    let first = label::start(sentence, mention.span.first, mention.head);
    let mut words = Vec::new();
    for at in (first..mention.span.end).filter(|at| !owner.contains(at)) {
        let token = &sentence.tokens[at];
        let word = token.text.to_lowercase();
        if at > mention.head
            && !matches!(token.tag, FineTag::In | FineTag::Dt | FineTag::Pos | FineTag::Comma)
        {
            return None;
        }
        if at <= mention.head && token.tag != FineTag::Pos && !past.contains(&word) {
            // "The dockers' Union boss": only a part of the name was found.
            if at < owner.start {
                return None;
            }
            // Initials stay: `CEO`.
            let initials = token.text.chars().count() > 1 && !token.text.contains(char::is_lowercase);
            words.push(if initials { token.text.to_string() } else { word });
        }
    }
    Some(words)
}

/// Who is named beside an office and its holder as the one whose office it is, as a word to compare: `French President Luc
/// Marchand`, `President Ana Moreno of Peru`.
pub fn owners_beside(input: &CoreferenceInput, mention: &Mention) -> BTreeSet<String> {
    let owner =
        Some(mention).filter(|mention| is_office(input, mention)).and_then(|mention| beside(input, mention));
    owner.map(|owner| owner.key).into_iter().collect()
}

fn beside(input: &CoreferenceInput, mention: &Mention) -> Option<Owner> {
    before(input, mention).or_else(|| after_name(input, mention))
}

/// The country whose adjective stands right before the phrase, or what is named there with an apostrophe (`Peru's President`).
fn before(input: &CoreferenceInput, mention: &Mention) -> Option<Owner> {
    let sentence = input.document.sentence(mention.sentence);
    let first = mention.span.first;
    let countries = &input.lexicon.countries;
    let adjective = |start| {
        let (end, country) = countries.of_demonym(sentence, start)?;
        (end == first).then(|| Owner::known(input, country, start..end))
    };
    let possessor = || {
        let mark = first.checked_sub(1).filter(|&mark| sentence.tokens[mark].tag == FineTag::Pos)?;
        named_owner(input, mention, mark.checked_sub(1)?)
    };
    (first.saturating_sub(LONGEST_ADJECTIVE)..first).find_map(adjective).or_else(possessor)
}

/// The place or body after `of`, on the name that this title stands before.
fn after_name(input: &CoreferenceInput, mention: &Mention) -> Option<Owner> {
    let sentence = input.document.sentence(mention.sentence);
    let title = &sentence.tokens[mention.head];
    let name = Some(title.head).filter(|_| title.dep.is_noun_modifier())?;
    let of = name + 1;
    let after = sentence.tokens.get(of)?;
    let stands =
        |token: &usize| sentence.tokens[*token].dep == Dependency::Pobj && sentence.tokens[*token].head == of;
    let object = (of + 1..sentence.tokens.len()).find(stands).filter(|_| &*after.text == "of")?;
    named_owner(input, mention, object)
}

/// The place or body whose name has its head at this token of the mention's sentence.
fn named_owner(input: &CoreferenceInput, mention: &Mention, head: usize) -> Option<Owner> {
    let id = input.document.mentions.headed_by(mention.sentence.token(head))?;
    let owner = &input.document.mentions[id];
    let has_offices = |class: ClassId| input.lexicon.is_place(class) || input.lexicon.is_body(class);
    let named = owner.kind == MentionKind::Name && owner.class.is_some_and(has_offices);
    named.then(|| Owner::named(input, owner))
}

#[cfg(test)]
mod tests {
    use crate::coreference::sample_chains::{chain_of, chains};

    fn offices(text: &str, holder: &str) -> Vec<String> {
        chain_of(&chains(text), text, holder).offices.clone()
    }

    #[test]
    fn an_office_is_of_the_country_or_body_that_its_words_or_its_holder_name() {
        let of_chile = offices("President Ana Moreno of Chile resigned on Friday.", "Ana Moreno");
        assert_eq!(of_chile.len(), 2, "{of_chile:?}");
        assert_eq!(offices("Chilean President Ana Moreno resigned on Friday.", "Ana Moreno"), of_chile);
        assert_eq!(offices("President Ana Moreno resigned on Friday.", "Ana Moreno")[0], "president|");
    }
}
