//! `They`, `both`, `the pair` and `the two men` for people who are named one by one. No chain stands for several, so what is
//! said of such words is said of each of those whom they mean.

use crate::grammar::{Number, Pronoun, PronounKind, SentenceId, children};
use crate::language::{CoarseTag, Dependency};
use crate::mentions::{Determination, Mention, MentionId, MentionKind, quantity};

use super::candidates::{Candidates, Reading, in_sentence, shares_clause};
use super::clusters::Clusters;
use super::input::CoreferenceInput;
use super::rivals::role;

/// How many sentences back they may be named.
const REACH: usize = 2;

/// Whom words for several mean.
pub enum Meant {
    /// These; doubtful where others could be meant as well.
    Several { members: Vec<MentionId>, doubtful: bool },
    /// Nobody can tell which of those who are named.
    Nobody,
    /// Nobody is named one by one nearby.
    Untold,
}

/// Whom a pronoun means, if it means people who are named one by one.
pub fn meant_by_pronoun(
    input: &CoreferenceInput,
    clusters: &Clusters,
    id: MentionId,
    pronoun: Pronoun,
) -> Meant {
    let mention = &input.document.mentions[id];
    let both = mention.text.eq_ignore_ascii_case("both");
    if pronoun.number != Number::Plural
        || !matches!(pronoun.kind, PronounKind::Third | PronounKind::Distributive)
    {
        return Meant::Untold;
    }
    let of_reading = |reading| Candidates { input, clusters, id, pronoun, reading };
    for sentence in mention.sentence.and_before(REACH) {
        let lists = lists(input, clusters, sentence, id);
        let fitting: Vec<Vec<MentionId>> =
            lists.into_iter().filter(|list| !both || list.len() == 2).collect();
        let listed = |other: &MentionId| fitting.iter().any(|list| list.contains(other));
        let mut groups = of_reading(Reading::Many).in_sentence(sentence);
        let is_person = |group: &MentionId| {
            let class = clusters.group(*group).class;
            class.is_some_and(|class| input.lexicon.is_person(class))
        };
        groups.retain(|group| !both && !listed(group) && (is_person(group) || !is_acted_on(input, mention)));
        if fitting.is_empty() && groups.is_empty() {
            continue;
        }
        let role_of = |id: MentionId| role(input, &input.document.mentions[id]);
        let rival = groups.iter().map(|&group| role_of(group)).min();
        return match <[Vec<MentionId>; 1]>::try_from(fitting) {
            Ok([members]) if rival.is_none_or(|rival| role_of(members[0]) < rival) => {
                let bodies = || !of_reading(Reading::Body).in_sentence(sentence).is_empty();
                let doubtful = !groups.is_empty() || !both && !is_acted_on(input, mention) && bodies();
                Meant::Several { members, doubtful }
            }
            Ok(_) => Meant::Untold,
            Err(lists) if lists.is_empty() => Meant::Untold,
            Err(_) => Meant::Nobody,
        };
    }
    Meant::Untold
}

/// Whether people are named one by one near a word for several, so that they could be meant by it.
pub fn are_named_near(input: &CoreferenceInput, clusters: &Clusters, id: MentionId) -> bool {
    let sentences = input.document.mentions[id].sentence.and_before(REACH);
    sentences.into_iter().any(|sentence| !lists(input, clusters, sentence, id).is_empty())
}

/// Joins `the pair`, `the two` and `both men` to those who are named one by one before them.
pub fn join_descriptions(input: &CoreferenceInput, clusters: &mut Clusters) {
    let mentions = &input.document.mentions;
    for (id, mention) in mentions.iter().filter(|(_, mention)| mention.kind == MentionKind::Description) {
        let joined = clusters.group(id).members.len() > 1;
        let Some(count) = count(input, mention).filter(|_| !joined) else { continue };
        let near = mention.sentence.and_before(REACH).map(|sentence| {
            let mut lists = lists(input, clusters, sentence, id);
            lists.retain(|list| list.len() == count);
            lists
        });
        let near = near.into_iter().find(|lists| !lists.is_empty()).unwrap_or_default();
        if let Ok([members]) = <[Vec<MentionId>; 1]>::try_from(near) {
            clusters.unsure.stands_for(id, members, false);
        }
    }
}

/// How many a definite description says that it means: `the pair`, `the two`, `both men`.
fn count(input: &CoreferenceInput, mention: &Mention) -> Option<usize> {
    let sentence = input.document.sentence(mention.sentence);
    let word = |token: usize| sentence.tokens[token].text.to_lowercase();
    let first = word(mention.span.first);
    let definite =
        mention.determination == Determination::Definite || matches!(&*first, "all" | "both" | "the");
    if !definite {
        return None;
    }
    let head = &sentence.tokens[mention.head];
    let read = |token: usize| {
        let amount = quantity::read(&word(token))?;
        amount.min.filter(|_| amount.min == amount.max).map(|count| count as usize)
    };
    let is_person = || mention.class.is_some_and(|class| input.lexicon.is_person(class));
    match &*head.lemma {
        "pair" | "couple" | "duo" => Some(2),
        "trio" => Some(3),
        _ if head.pos == CoarseTag::Num
            && children(sentence, mention.head).all(|child| child < mention.head) =>
        {
            read(mention.head)
        }
        _ if first == "both" && is_person() => Some(2),
        _ if head.tag.is_plural_noun() && is_person() => {
            let number = |&child: &usize| sentence.tokens[child].dep == Dependency::Nummod;
            read(children(sentence, mention.head).find(number)?)
        }
        _ => None,
    }
}

/// Whether a pronoun stands for those to whom something is done: in "police arrested them" and "they were charged" the police
/// who acted before are hardly meant.
fn is_acted_on(input: &CoreferenceInput, mention: &Mention) -> bool {
    let dep = input.document.sentence(mention.sentence).tokens[mention.head].dep;
    matches!(dep, Dependency::NsubjPass | Dependency::Dobj | Dependency::Dative)
}

/// The people in a sentence who are joined by `and`, each list in order, and those whom an earlier `they` means.
fn lists(
    input: &CoreferenceInput,
    clusters: &Clusters,
    sentence: SentenceId,
    before: MentionId,
) -> Vec<Vec<MentionId>> {
    let mentions = &input.document.mentions;
    let pronoun = &mentions[before];
    let earlier = in_sentence(input, sentence).filter(|&id| id < before);
    let free = earlier.filter(|&id| !shares_clause(input, pronoun, &mentions[id]));
    let mut found: Vec<Vec<MentionId>> = Vec::new();
    for id in free {
        let list = clusters.unsure.several(id).map(<[MentionId]>::to_vec).or_else(|| joined_to(input, id));
        let Some(list) = list.filter(|list| list.iter().all(|&member| member < before)) else { continue };
        let same = |other: &Vec<MentionId>| {
            other.len() == list.len()
                && other.iter().zip(&list).all(|(&one, &other)| clusters.together(one, other))
        };
        if !found.iter().any(same) {
            found.push(list);
        }
    }
    found
}

/// The list of single people that begins with this one.
fn joined_to(input: &CoreferenceInput, first: MentionId) -> Option<Vec<MentionId>> {
    let mentions = &input.document.mentions;
    let id = mentions[first].sentence;
    let sentence = input.document.sentence(id);
    let tokens = &sentence.tokens;
    let is_one = |mention: &Mention| {
        mention.number != Number::Plural
            && mention.kind != MentionKind::Pronoun
            && mention
                .class
                .is_some_and(|class| input.lexicon.is_person(class) && !input.lexicon.is_office(class))
    };
    let joined = |token: usize| {
        children(sentence, token)
            .find(|&child| tokens[child].dep == Dependency::Conj && tokens[child].pos.is_noun())
    };
    if tokens[mentions[first].head].dep == Dependency::Conj {
        return None;
    }
    let heads: Vec<usize> = std::iter::successors(Some(mentions[first].head), |&token| joined(token))
        .take(tokens.len())
        .collect();
    let (begin, end) = (*heads.first()?, *heads.last()?);
    let and = (begin..end).any(|token| tokens[token].dep == Dependency::Cc && &*tokens[token].lemma == "and");
    let other = (begin..end).any(|token| {
        tokens[token].dep == Dependency::Neg
            || tokens[token].dep == Dependency::Cc && &*tokens[token].lemma != "and"
    });
    let members: Option<Vec<MentionId>> = heads
        .iter()
        .map(|&token| mentions.headed_by(id.token(token)).filter(|&member| is_one(&mentions[member])))
        .collect();
    members.filter(|members| and && !other && members.len() > 1)
}
