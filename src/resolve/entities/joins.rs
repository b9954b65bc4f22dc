//! Chains of a whole story joined to entities, each join with its reason, and none that the user has ruled out.

use std::collections::{BTreeMap, BTreeSet};

use crate::coreference::Reason;
use crate::decisions::{Decisions, NameDecision, NameSelector, Verdict};
use crate::mentions::OntologyIndex;

use crate::story::{Mint, Span, Unmet, span_iri};

use super::entity_table::Member;
use super::union::UnionFind;

/// A part in a decision that says two are different: the decision's index, and which of its two sides.
type Side = (usize, bool);

/// Which chains are one entity, so far.
pub struct Joins {
    union: UnionFind,
    /// Member → why it was joined to others.
    reasons: Vec<Option<Reason>>,
    /// Representative → the sides that its members are on.
    sides: BTreeMap<usize, Vec<Side>>,
    unmet: Vec<Unmet>,
}

impl Joins {
    /// Every chain alone, but for those that the user says are the same.
    pub fn new(members: &[Member], decisions: &Decisions, lexicon: &OntologyIndex, mint: &Mint) -> Self {
        let mut joins = Self {
            union: UnionFind::new(members.len()),
            reasons: vec![None; members.len()],
            sides: BTreeMap::new(),
            unmet: Vec::new(),
        };
        // Whoever is different must be known before anybody is made the same.
        for verdict in [Verdict::Different, Verdict::Same] {
            let all = decisions.names().enumerate().filter(|(_, decision)| decision.verdict == verdict);
            for (index, decision) in all {
                let meant = |who: &NameSelector| -> Vec<usize> {
                    (0..members.len())
                        .filter(|&member| is_meant(who, &members[member], lexicon, mint))
                        .collect()
                };
                joins.decide(index, decision, [meant(&decision.one), meant(&decision.other)]);
            }
        }
        joins
    }

    /// Keeps to a decision, whose index this is; `meant` are those whom its two names mean.
    fn decide(&mut self, index: usize, decision: &NameDecision, meant: [Vec<usize>; 2]) {
        let names = [&decision.one, &decision.other];
        let missing: Vec<String> = names
            .into_iter()
            .zip(&meant)
            .filter(|(_, meant)| meant.is_empty())
            .map(|(name, _)| format!("“{name}”"))
            .collect();
        if !missing.is_empty() {
            let message = format!(
                "nobody and nothing is called {} here; is the name spelled as in an article?",
                missing.join(" or ")
            );
            self.unmet.push(Unmet { line: decision.line, message });
        }
        let [one, other] = meant;
        match decision.verdict {
            Verdict::Same => {
                one.iter().chain(&other).copied().reduce(|first, next| {
                    self.join(first, next, Reason::Decision { line: decision.line });
                    first
                });
                let ones: BTreeSet<usize> = one.iter().map(|&member| self.find(member)).collect();
                let joined = other.iter().any(|&member| ones.contains(&self.find(member)));
                if missing.is_empty() && !joined {
                    let message =
                        format!("“{decision}” is not kept, because other lines say that they are different");
                    self.unmet.push(Unmet { line: decision.line, message });
                }
            }
            Verdict::Different => {
                for (members, side) in [(one, false), (other, true)] {
                    for member in members {
                        self.sides.entry(self.union.find(member)).or_default().push((index, side));
                    }
                }
            }
        }
    }

    /// The decisions that mean nobody, or could not be kept.
    pub fn unmet(&self) -> Vec<Unmet> {
        self.unmet.clone()
    }

    /// Joins the second member to the first, unless the user says that they are different.
    pub fn join(&mut self, first: usize, member: usize, reason: Reason) {
        let (one, other) = (self.union.find(first), self.union.find(member));
        if one == other || self.are_apart(one, other) {
            return;
        }
        self.reasons[member].get_or_insert(reason);
        self.union.join(one, other);
        let sides: Vec<Side> =
            [one, other].into_iter().filter_map(|root| self.sides.remove(&root)).flatten().collect();
        if !sides.is_empty() {
            self.sides.insert(self.union.find(one), sides);
        }
    }

    fn are_apart(&self, one: usize, other: usize) -> bool {
        let (Some(one), Some(other)) = (self.sides.get(&one), self.sides.get(&other)) else { return false };
        one.iter().any(|&(decision, side)| other.contains(&(decision, !side)))
    }

    pub fn find(&mut self, member: usize) -> usize {
        self.union.find(member)
    }

    pub fn reason(&self, member: usize) -> Option<&Reason> {
        self.reasons[member].as_ref()
    }
}

/// Whether a chain is who a decision speaks of: by any name of its article, by what the ontology calls it, or by the IRI that
/// it gives its entity.
fn is_meant(who: &NameSelector, member: &Member, lexicon: &OntologyIndex, mint: &Mint) -> bool {
    let chain = member.chain;
    let names = || chain.names.iter().chain([&chain.label]);
    if !who.is_in(member.path) {
        return false;
    }
    let known = chain.individual.map(|id| lexicon.ontology.individual(id));
    if let Some(iri) = who.iri(mint.base()) {
        let of_place = |place: &Span| {
            mint.namesake(&chain.label, &span_iri(member.document, place.begin, place.end)) == iri
        };
        return known.is_some_and(|known| known.iri == iri)
            || names().any(|name| mint.entity(name) == iri)
            || chain.places.first().is_some_and(of_place);
    }
    let known_as = known.is_some_and(|known| {
        let labels = known.alternative_labels.iter().chain([&known.label]);
        labels.into_iter().any(|label| who.is_called(label, lexicon))
    });
    known_as || names().any(|name| who.is_called(name, lexicon))
}
