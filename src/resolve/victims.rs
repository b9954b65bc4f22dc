//! Whom "he was murdered" means in an article that names who was.
//!
//! A pronoun goes to the nearest name that fits, and in a long story that may be a minister who spoke of the murder: then the graph
//! would say that he is dead. Whoever the article names as the victim is likelier meant than anybody who is named near by.

use std::collections::{BTreeMap, BTreeSet};

use crate::coreference::{ChainId, ChainKind};
use crate::extract::{ExtractedStatement, has_victim};
use crate::grammar::{Gender, Number, PronounKind, pronoun};
use crate::mentions::{MentionId, MentionKind, OntologyIndex};
use crate::ontology::RelationId;

use super::article_facts::ReadDocument;

/// Those to whom the article says by name that it was done, by relation.
pub struct NamedVictims(BTreeMap<RelationId, BTreeSet<ChainId>>);

/// Who is meant by the words for a victim.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Victim {
    /// Whoever these words were found to mean.
    AsRead,
    /// The one whom the article names as the victim.
    Named(ChainId),
    /// Nobody knows which of several.
    InDoubt,
}

impl NamedVictims {
    pub fn of(document: &ReadDocument<'_>, lexicon: &OntologyIndex<'_>) -> Self {
        let mut victims: BTreeMap<RelationId, BTreeSet<ChainId>> = BTreeMap::new();
        for statement in &document.extraction.statements {
            let is_victim = has_victim(lexicon.ontology.relation(statement.relation), lexicon);
            let mention =
                victim_of(document, statement).filter(|_| is_victim && !statement.factuality.negative);
            let named = mention.filter(|&mention| document.mentions[mention].kind == MentionKind::Name);
            if let Some(mention) = named {
                victims.entry(statement.relation).or_default().insert(document.chains.of(mention));
            }
        }
        Self(victims)
    }

    /// Whether the article says by name of the victim of a statement that something was done to him.
    pub fn is_named(&self, document: &ReadDocument<'_>, statement: &ExtractedStatement) -> bool {
        let chain = victim_of(document, statement).map(|mention| document.chains.of(mention));
        chain.is_some_and(|chain| self.0.values().any(|victims| victims.contains(&chain)))
    }

    /// Who is meant by the victim of a statement. A pronoun may be trusted where its own sentence says who it is.
    pub fn meant(&self, document: &ReadDocument<'_>, statement: &ExtractedStatement) -> Victim {
        let victims = self.0.get(&statement.relation);
        let pronoun = victim_of(document, statement)
            .and_then(|mention| Some((mention, gender_of_pronoun(document, mention)?)));
        let (Some(victims), Some((mention, gender))) = (victims, pronoun) else { return Victim::AsRead };
        let chain = document.chains.of(mention);
        let sure =
            document.chains.of_bearer(mention, true) == chain && is_named_beside(document, mention, chain);
        if victims.contains(&chain) || sure || document.chains[chain].kind == ChainKind::Unknown {
            return Victim::AsRead;
        }
        match victims.first().filter(|_| victims.len() == 1) {
            Some(&only) if document.chains[only].gender == Some(gender) => Victim::Named(only),
            _ => Victim::InDoubt,
        }
    }
}

fn victim_of(document: &ReadDocument<'_>, statement: &ExtractedStatement) -> Option<MentionId> {
    document.mentions.standing_at(statement.sentence.token(statement.object?))
}

/// The gender of `he`, `him`, `her`; none where the words are no such pronoun.
fn gender_of_pronoun(document: &ReadDocument<'_>, mention: MentionId) -> Option<Gender> {
    let mention = &document.mentions[mention];
    let read = pronoun::read(&document.sentence(mention.sentence).tokens[mention.head])?;
    let is_one = read.kind == PronounKind::Third && read.person && read.number == Number::Singular;
    read.gender.filter(|_| is_one && mention.kind == MentionKind::Pronoun)
}

/// Whether the sentence of a mention names whom it means.
fn is_named_beside(document: &ReadDocument<'_>, mention: MentionId, chain: ChainId) -> bool {
    let sentence = document.mentions[mention].sentence;
    let is_name = |other: MentionId| {
        let mention = &document.mentions[other];
        mention.sentence == sentence
            && mention.kind == MentionKind::Name
            && document.chains.of(other) == chain
    };
    document.mentions.iter().any(|(other, _)| is_name(other))
}
