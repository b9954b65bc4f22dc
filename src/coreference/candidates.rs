//! Which earlier phrases a pronoun of the third person can mean, and which of them is likelier meant.

use crate::grammar::{
    Number, Pronoun, PronounKind, SentenceId, Tree, ancestors, phrase_start, pronoun, subject,
};
use crate::language::{Dependency, EntityType, Sentence};
use crate::mentions::{Mention, MentionId, MentionKind};

use super::clusters::Clusters;
use super::input::CoreferenceInput;
use super::rivals::{is_told_by, is_weak_rival, is_what_another_is_called, role};
use super::unknown_people::{has_given_name, may_be_meant};

/// How many sentences back people may be meant, and anything else.
const REACH_OF_PEOPLE: usize = 3;
const REACH_OF_OTHERS: usize = 1;

/// What a pronoun of the third person can mean in one of its readings.
pub struct Candidates<'a> {
    pub input: &'a CoreferenceInput<'a>,
    pub clusters: &'a Clusters<'a>,
    pub id: MentionId,
    pub pronoun: Pronoun,
    pub reading: Reading,
}

impl Candidates<'_> {
    fn mention(&self, id: MentionId) -> &Mention {
        &self.input.document.mentions[id]
    }

    fn dependency(&self, id: MentionId) -> Dependency {
        let mention = self.mention(id);
        self.input.document.sentence(mention.sentence).tokens[mention.head].dep
    }

    pub fn fits(&self, other: MentionId) -> bool {
        let mention = self.mention(self.id);
        let speaker = self.input.quoted_source(mention.position());
        // "The mayor has agreed," he said: the speaker is none of those whom he speaks of.
        if self.input.speaker_of(self.mention(other).position()) == Some(self.id) {
            return false;
        }
        let said_by = || {
            speaker.is_some_and(|speaker| {
                self.clusters.together(speaker, other)
                    || self.meant_after(speaker).is_some_and(|meant| self.clusters.together(meant, other))
            })
        };
        // "She denies it": what is denied is a matter, no body that the text happens to mention.
        let acts = acts(self.input.document.sentence(mention.sentence), mention.head);
        !is_what_another_is_called(self.input, self.clusters, other)
            && (acts || self.reading != Reading::Body || self.clusters.group(other).named)
            && self.reading.allows(self.input, self.clusters, other, self.pronoun)
            && !shares_clause(self.input, mention, self.mention(other))
            // Whom the speaker means is looked for last, since that is another search.
            && !said_by()
    }

    /// Whom a pronoun after this one means, such as `he` in "They beat him," he said.
    fn meant_after(&self, speaker: MentionId) -> Option<MentionId> {
        let mention = self.mention(speaker);
        let pronoun = pronoun::read(&self.input.document.sentence(mention.sentence).tokens[mention.head]);
        let pronoun = pronoun.filter(|pronoun| pronoun.kind == PronounKind::Third && pronoun.person)?;
        if speaker < self.id || mention.kind != MentionKind::Pronoun {
            return None;
        }
        let speaker = Candidates { id: speaker, pronoun, reading: Reading::Person, ..*self };
        speaker.likeliest().map(|(meant, _)| meant)
    }

    /// What fits in a sentence before the pronoun.
    pub fn in_sentence(&self, sentence: SentenceId) -> Vec<MentionId> {
        in_sentence(self.input, sentence).filter(|&other| other < self.id && self.fits(other)).collect()
    }

    /// The likeliest of the nearest sentence that has any, and whether another could be meant as well.
    pub fn likeliest(&self) -> Option<(MentionId, bool)> {
        let mention = self.mention(self.id);
        let reach = if self.reading == Reading::Body { REACH_OF_OTHERS } else { REACH_OF_PEOPLE };
        let found = mention.sentence.and_before(reach).map(|sentence| (sentence, self.in_sentence(sentence)));
        let Some((sentence, found)) = found.into_iter().find(|(_, found)| !found.is_empty()) else {
            return self.only_unknown().map(|only| (only, false));
        };
        let rank = |&other: &MentionId| rank(self.input, self.clusters, mention, other);
        let best = found.iter().copied().min_by_key(rank)?;
        let mut rivals = found;
        if sentence == mention.sentence && is_told_by(self.input, self.clusters, mention, best) {
            rivals.extend(
                mention.sentence.previous().map(|before| self.in_sentence(before)).unwrap_or_default(),
            );
        }
        rivals.retain(|&other| {
            let is_weak = || is_weak_rival(self.input, self.clusters, mention, best, other);
            !self.clusters.together(best, other) && !self.is_doer_beside(best, other) && !is_weak()
        });
        // "A man shot Tom Hale. He died": who did it and to whom it was done are as likely. Whoever was `he` before stays it.
        let is_victim = |other: &MentionId| {
            self.reading == Reading::Person
                && self.mention(best).kind != MentionKind::Pronoun
                && sentence < mention.sentence
                && self.dependency(best) == Dependency::Nsubj
                && self.dependency(*other) == Dependency::Dobj
                && self.governor(best) == self.governor(*other)
        };
        if rivals.iter().any(is_victim) {
            return None;
        }
        let others = || {
            let near = mention.sentence.and_before(reach).filter(|&near| near >= sentence);
            near.flat_map(|near| self.unknown_in(near)).any(|other| !self.clusters.together(best, other))
        };
        Some((best, !rivals.is_empty() || self.clusters.unsure.is_doubtful(best) || others()))
    }

    /// The names in a sentence that may be of people whom the pronoun means, though nobody knows them for people.
    fn unknown_in(&self, sentence: SentenceId) -> Vec<MentionId> {
        let mention = self.mention(self.id);
        let fits = |&other: &MentionId| {
            self.reading == Reading::Person
                && other < self.id
                && may_be_meant(self.input, self.clusters, other, self.pronoun)
                && !shares_clause(self.input, mention, self.mention(other))
        };
        in_sentence(self.input, sentence).filter(fits).collect()
    }

    /// The only one near whom the pronoun may mean, where the article has spoken of nobody else.
    fn only_unknown(&self) -> Option<MentionId> {
        let sentence = self.mention(self.id).sentence;
        let near = sentence.and_before(REACH_OF_PEOPLE).flat_map(|near| self.unknown_in(near));
        let first =
            near.into_iter().next().filter(|&first| has_given_name(self.input, first, self.pronoun))?;
        let rival = |&other: &MentionId| {
            !self.clusters.together(first, other)
                && (Reading::Person.allows(self.input, self.clusters, other, self.pronoun)
                    || may_be_meant(self.input, self.clusters, other, self.pronoun))
        };
        let alone = (0..self.id.0).map(MentionId).find(rival).is_none();
        alone.then_some(first)
    }

    /// The sentence and the word that a phrase hangs on.
    fn governor(&self, id: MentionId) -> (SentenceId, usize) {
        let mention = self.mention(id);
        (mention.sentence, self.input.document.sentence(mention.sentence).tokens[mention.head].head)
    }

    /// "Tom Hale was arrested by an officer. He was charged": both passives speak of the same one.
    fn is_doer_beside(&self, best: MentionId, other: MentionId) -> bool {
        let passive = |id: MentionId| self.dependency(id) == Dependency::NsubjPass;
        let (id, by) = self.governor(other);
        let agent = self.input.document.sentence(id).tokens[by].dep == Dependency::Agent;
        passive(self.id) && passive(best) && agent
    }
}

/// What a pronoun of the third person may mean.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reading {
    /// `he`, `she`: one person.
    Person,
    /// `they`: several people.
    Many,
    /// `it`, and `they` where nobody else is there: a body with a name.
    Body,
}

impl Reading {
    pub fn allows(
        self,
        input: &CoreferenceInput,
        clusters: &Clusters,
        id: MentionId,
        pronoun: Pronoun,
    ) -> bool {
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
                // Taggers take many a surname for a plural: "Hines".
                let is_several =
                    number == Number::Plural && input.document.mentions[id].kind != MentionKind::Name;
                anchored && is_person && genders && group.number != Number::Plural && !is_several
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
pub fn acts(sentence: &Sentence, head: usize) -> bool {
    matches!(sentence.tokens[head].dep, Dependency::Nsubj | Dependency::NsubjPass | Dependency::Poss)
}

pub fn in_sentence<'a>(
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

/// Who is likelier meant: whose saying or thinking the pronoun stands under, then who is spoken of by the same voice, then
/// subjects, then what has a name, then what comes first.
pub fn rank(
    input: &CoreferenceInput,
    clusters: &Clusters,
    pronoun: &Mention,
    id: MentionId,
) -> (bool, bool, usize, bool, usize) {
    let mention = &input.document.mentions[id];
    let above = || subject_above_clause(input.document.sentence(pronoun.sentence), pronoun.head);
    let governs = mention.sentence == pronoun.sentence && above() == Some(mention.head);
    let voice = |mention: &Mention| input.speaker_of(mention.position());
    let same_voice = match (voice(pronoun), voice(mention)) {
        (Some(one), Some(other)) => clusters.together(one, other),
        (one, other) => one.is_none() && other.is_none(),
    };
    (!governs, !same_voice, role(input, mention), !clusters.group(id).named, mention.head)
}

/// The subject of the next clause above that of a subject or possessive.
fn subject_above_clause(sentence: &Sentence, pronoun: usize) -> Option<usize> {
    let tokens = &sentence.tokens;
    let verbs = ancestors(sentence, pronoun).filter(|&above| tokens[above].pos.is_verb());
    verbs
        .filter_map(|verb| subject(sentence, verb))
        .find(|&subject| subject != pronoun)
        .filter(|_| acts(sentence, pronoun))
}

/// Whether both stand in one clause as its arguments (`Ann saw her`: not Ann), or one stands in the other.
pub fn shares_clause(input: &CoreferenceInput, pronoun: &Mention, candidate: &Mention) -> bool {
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
    // "The judge's decision to sentence him": the judge is no more the sentenced than in "the judge sentenced him".
    let verb = governor(pronoun.head);
    let object = !possessive && !tokens[pronoun.head].dep.is_subject() && tokens[verb].pos.is_verb();
    let does_it = || Tree::new(sentence).surface_subjects(verb).contains(&candidate.head);
    inside
        || !possessive && verb == governor(candidate.head)
        || object && does_it()
        || phrase_start(sentence, candidate.head) > pronoun.head
}
