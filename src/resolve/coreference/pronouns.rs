//! Coreference of pronouns, by the tree: relatives go with the noun they describe, reflexives with their subject, `I` with
//! who speaks, and `he`, `she`, `it`, `they` with the nearest fitting mention in the order of Hobbs (1978): the own
//! sentence first, subjects before others, then the sentences before.

use crate::grammar::{
    Number, Pronoun, PronounKind, SentenceId, ancestors, child, children, path_to_root, phrase_start,
    pronoun, subject, subject_above,
};
use crate::language::{CoarseTag, Dependency, EntityType, FineTag, Sentence};
use crate::mentions::{Mention, MentionId, MentionKind};
use crate::resolve::reason::Reason;

use super::clusters::Clusters;
use super::input::CoreferenceInput;

/// How many sentences back people may be meant, and anything else.
const REACH_OF_PEOPLE: usize = 3;
const REACH_OF_OTHERS: usize = 1;

/// Joins the pronouns, in the order of the article, so that each can build on those before.
pub fn join(input: &CoreferenceInput, clusters: &mut Clusters) {
    for (id, mention) in
        input.document.mentions.iter().filter(|(_, mention)| mention.kind == MentionKind::Pronoun)
    {
        let sentence = input.document.sentence(mention.sentence);
        let Some(pronoun) = pronoun::read(&sentence.tokens[mention.head]) else { continue };
        let at = |token: Option<usize>| {
            token.and_then(|token| input.document.mentions.headed_by(mention.sentence.token(token)))
        };
        let antecedent = match pronoun.kind {
            PronounKind::Relative => at(described_noun(sentence, mention.head)),
            PronounKind::Reflexive => at(subject_above(sentence, mention.head)),
            PronounKind::Speaker => input.speaker_of(mention.position()),
            PronounKind::Third => third_person(input, clusters, id, pronoun),
            // "All that he said", "each of the drivers": what follows says who is meant.
            PronounKind::Distributive if children(sentence, mention.head).next().is_some() => None,
            PronounKind::Distributive => third_person(input, clusters, id, pronoun),
            PronounKind::Listener | PronounKind::Demonstrative => None,
        };
        let Some(antecedent) = antecedent else { continue };
        let joined = clusters.join(antecedent, id, Reason::Pronoun);
        if let Some(gender) = pronoun.gender.filter(|_| joined) {
            clusters.set_gender(id, gender);
        }
    }
}

/// The noun that a relative clause belongs to.
fn described_noun(sentence: &Sentence, pronoun: usize) -> Option<usize> {
    let clause =
        path_to_root(sentence, pronoun).find(|&token| sentence.tokens[token].dep == Dependency::Relcl)?;
    Some(sentence.tokens[clause].head).filter(|&noun| noun < pronoun)
}

fn third_person(
    input: &CoreferenceInput,
    clusters: &Clusters,
    id: MentionId,
    pronoun: Pronoun,
) -> Option<MentionId> {
    let mention = &input.document.mentions[id];
    if stands_for_nothing(input.document.sentence(mention.sentence), mention.head) {
        return None;
    }
    let speaker = input.speaker_of(mention.position());
    if pronoun.person
        && let Some(client) = client_of_speaker(input, clusters, mention, pronoun)
    {
        return Some(client);
    }
    let readings: &[Reading] = match (pronoun.person, pronoun.number) {
        (true, _) => &[Reading::Person],
        (false, Number::Plural) => &[Reading::Many, Reading::Body],
        (false, _) => &[Reading::Body],
    };
    if pronoun.number == Number::Singular
        && !pronoun.person
        && let Some(topic) = thing_spoken_of(input, clusters, mention)
    {
        return Some(topic);
    }
    readings.iter().find_map(|reading| {
        let fits = |other: MentionId| {
            // "The mayor has agreed," he said: the speaker is none of those whom he speaks of.
            let own_words = input.speaker_of(input.document.mentions[other].position());
            if own_words == Some(id) {
                return false;
            }
            let said_by = speaker.is_some_and(|speaker| clusters.together(speaker, other));
            // "She denies it": what is denied is a matter, no body that the text happens to mention.
            let acts = acts(input.document.sentence(mention.sentence), mention.head);
            !said_by
                && (acts || *reading != Reading::Body || clusters.group(other).named)
                && reading.allows(input, clusters, other, pronoun)
                && !shares_clause(input, mention, &input.document.mentions[other])
        };
        let reach = if *reading == Reading::Body { REACH_OF_OTHERS } else { REACH_OF_PEOPLE };
        let asked = asked_to_act(input.document.sentence(mention.sentence), mention.head)
            .and_then(|token| input.document.mentions.headed_by(mention.sentence.token(token)))
            .filter(|&other| other < id && fits(other));
        asked.or_else(|| {
            mention.sentence.and_before(reach).find_map(|sentence| {
                let candidates = in_sentence(input, sentence).filter(|&other| other < id && fits(other));
                candidates.min_by_key(|&other| rank(input, clusters, other))
            })
        })
    })
}

/// What the sentence before speaks of: in "The report came out in May. It criticised both captains" a subject that takes up
/// what was the subject. People are no `it`, and whoever is quoted may begin with something else.
fn thing_spoken_of(input: &CoreferenceInput, clusters: &Clusters, mention: &Mention) -> Option<MentionId> {
    let main_subject = |sentence: &Sentence| {
        let root = (0..sentence.tokens.len()).find(|&token| sentence.tokens[token].head == token)?;
        subject(sentence, root)
    };
    let before = mention.sentence.previous()?;
    let takes_up = main_subject(input.document.sentence(mention.sentence)) == Some(mention.head);
    let topic =
        input.document.mentions.headed_by(before.token(main_subject(input.document.sentence(before))?))?;
    let group = clusters.group(topic);
    let same_voice =
        input.speaker_of(input.document.mentions[topic].position()) == input.speaker_of(mention.position());
    let thing = input.document.mentions[topic].kind != MentionKind::Pronoun
        && input.document.mentions[topic].number == Number::Singular
        && input.document.mentions[topic].quantity.is_none()
        && !group.class.is_some_and(|class| input.lexicon.is_person(class) || input.lexicon.is_place(class));
    (takes_up && thing && same_voice).then_some(topic)
}

/// Whom a lawyer or a spokesman speaks of: in "a solicitor for Mr Vane said he denies it" and "Mr Vane's lawyer said he …",
/// `he` is Mr Vane.
fn client_of_speaker(
    input: &CoreferenceInput,
    clusters: &Clusters,
    mention: &Mention,
    pronoun: Pronoun,
) -> Option<MentionId> {
    let sentence = input.document.sentence(mention.sentence);
    let tokens = &sentence.tokens;
    let spoken = ancestors(sentence, mention.head).find(|&verb| tokens[verb].dep == Dependency::Ccomp)?;
    let teller = child(sentence, tokens[spoken].head, &[Dependency::Nsubj])?;
    let speaks_for_others = input.lexicon.speaks_for_others(&crate::grammar::lemma(&tokens[teller]));
    let after = children(sentence, teller)
        .filter(|&child| matches!(&*tokens[child].lemma, "for" | "of"))
        .find_map(|preposition| child(sentence, preposition, &[Dependency::Pobj]));
    let owner = || child(sentence, teller, &[Dependency::Poss]);
    let client = input.document.mentions.headed_by(mention.sentence.token(after.or_else(owner)?))?;
    let fits = speaks_for_others && Reading::Person.allows(input, clusters, client, pronoun);
    fits.then_some(client)
}

/// What a pronoun of the third person may mean.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Reading {
    /// `he`, `she`: one person.
    Person,
    /// `they`: several people.
    Many,
    /// `it`, and `they` where nobody else is there: a body with a name.
    Body,
}

impl Reading {
    fn allows(self, input: &CoreferenceInput, clusters: &Clusters, id: MentionId, pronoun: Pronoun) -> bool {
        let group = clusters.group(id);
        // A post is nobody, though its words may mean its holder.
        let is_person = group
            .class
            .is_some_and(|class| input.lexicon.is_person(class) && !input.lexicon.is_office(class));
        let of_type = |kind: EntityType| {
            let class = input.lexicon.entity_type(kind);
            group.class.zip(class).is_some_and(|(own, class)| input.lexicon.ontology.is_a(own, class))
        };
        let number = input.document.mentions[id].number;
        let anchored =
            group.members.iter().any(|&member| input.document.mentions[member].kind != MentionKind::Pronoun);
        match self {
            Self::Person => {
                let genders = group.gender.is_none() || group.gender == pronoun.gender;
                anchored && is_person && genders && group.number != Number::Plural && number != Number::Plural
            }
            Self::Many => {
                let many = number != Number::Singular && group.number != Number::Singular;
                anchored && many && (is_person || of_type(EntityType::Org) || of_type(EntityType::Norp))
            }
            Self::Body => {
                // A town that something merely happens in neither says nor does anything.
                let acts = acts(
                    input.document.sentence(input.document.mentions[id].sentence),
                    input.document.mentions[id].head,
                );
                let places = pronoun.number != Number::Plural
                    && acts
                    && (of_type(EntityType::Gpe) || of_type(EntityType::Loc));
                let named = group.named || acts && anchored;
                named && number != Number::Plural && (of_type(EntityType::Org) || places)
            }
        }
    }
}

/// Whether a word stands where actors stand: as a subject, or as whose something is.
fn acts(sentence: &Sentence, head: usize) -> bool {
    matches!(sentence.tokens[head].dep, Dependency::Nsubj | Dependency::NsubjPass | Dependency::Poss)
}

fn in_sentence<'a>(
    input: &CoreferenceInput<'a>,
    sentence: SentenceId,
) -> impl Iterator<Item = MentionId> + use<'a> {
    let mentions = &input.document.mentions;
    let of = move |id: &usize| mentions[MentionId(*id)].sentence;
    let count = mentions.len();
    let first = partition(count, |index| of(&index) < sentence);
    let last = partition(count, |index| of(&index) <= sentence);
    (first..last).map(MentionId)
}

/// The first index of `0..count` that the condition does not hold for; it holds for a beginning of the range only.
fn partition(count: usize, condition: impl Fn(usize) -> bool) -> usize {
    let (mut low, mut high) = (0, count);
    while low < high {
        let middle = low + (high - low) / 2;
        if condition(middle) { low = middle + 1 } else { high = middle }
    }
    low
}

/// Who is asked, ordered or let to do what a pronoun further down speaks of: in "she asked Mr Vane to leave the board on which
/// he sat", `he` is whose leaving is spoken of.
fn asked_to_act(sentence: &Sentence, pronoun: usize) -> Option<usize> {
    let tokens = &sentence.tokens;
    let object = |verb: usize| child(sentence, verb, &[Dependency::Dobj]);
    let above = ancestors(sentence, pronoun).filter(|&index| tokens[index].pos == CoarseTag::Verb).skip(1);
    let infinitive = above
        .into_iter()
        .find(|&verb| tokens[verb].dep == Dependency::Xcomp && tokens[verb].tag == FineTag::Vb)?;
    object(tokens[infinitive].head).filter(|&object| object < infinitive)
}

/// Who is likelier meant: subjects, then what has a name, then what comes first.
fn rank(input: &CoreferenceInput, clusters: &Clusters, id: MentionId) -> (usize, bool, usize) {
    let mention = &input.document.mentions[id];
    let role = match input.document.sentence(mention.sentence).tokens[mention.head].dep {
        Dependency::Nsubj | Dependency::NsubjPass => 0,
        Dependency::Dobj | Dependency::Dative => 1,
        Dependency::Appos | Dependency::Attr | Dependency::Conj => 2,
        Dependency::Pobj | Dependency::Agent => 3,
        _ => 4,
    };
    (role, !clusters.group(id).named, mention.head)
}

/// Whether both stand in one clause as its arguments (`Ann saw her`: not Ann), or one stands in the other.
fn shares_clause(input: &CoreferenceInput, pronoun: &Mention, candidate: &Mention) -> bool {
    if pronoun.sentence != candidate.sentence {
        return false;
    }
    let sentence = input.document.sentence(pronoun.sentence);
    let tokens = &sentence.tokens;
    let inside = candidate.span.contains(pronoun.head)
        || ancestors(sentence, pronoun.head).any(|token| token == candidate.head)
            && tokens[pronoun.head].dep == Dependency::Poss;
    let possessive = tokens[pronoun.head].dep == Dependency::Poss;
    let governor = |head: usize| {
        let preposition = tokens[head].head;
        let through = tokens[head].dep == Dependency::Pobj;
        if through { tokens[preposition].head } else { preposition }
    };
    inside
        || !possessive && governor(pronoun.head) == governor(candidate.head)
        || phrase_start(sentence, candidate.head) > pronoun.head
}

/// `It is clear that …`, `it emerged that …`: the clause is meant, not a thing.
fn stands_for_nothing(sentence: &Sentence, pronoun: usize) -> bool {
    let tokens = &sentence.tokens;
    let verb = tokens[pronoun].head;
    let it = tokens[pronoun].text.eq_ignore_ascii_case("it") && tokens[pronoun].dep.is_subject();
    let clausal = |child: usize| {
        matches!(
            tokens[child].dep,
            Dependency::Ccomp | Dependency::Xcomp | Dependency::Advcl | Dependency::Acomp | Dependency::Csubj
        )
    };
    let happens = matches!(
        &*tokens[verb].lemma,
        "be" | "come" | "emerge" | "seem" | "appear" | "happen" | "follow" | "rain"
    );
    let passive = tokens[pronoun].dep == Dependency::NsubjPass;
    it && (happens && (passive || children(sentence, verb).any(clausal))
        || passive && children(sentence, verb).any(|child| tokens[child].dep == Dependency::Ccomp))
}
