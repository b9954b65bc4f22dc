//! Wordings that say the same.
//!
//! A user shows a relation in one wording ("appealed against"), and newspapers have five ("lodged an appeal against",
//! "challenged in court"). `ontology/paraphrases/` holds groups of such wordings, as examples of relations of their own: an
//! example of a user's that is worded like a member of a group teaches the whole group, and each narrower one (who cures
//! treats; who treats need not cure). What an example of the user's own says of a wording goes before.
//!
//! The built-in relations have examples of all that they mean, so they take no part.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::language::Sentence;
use crate::mentions::OntologyIndex;
use crate::ontology::{Ontology, RelationId, Role};

use super::argument_kind::ArgumentKind;
use super::pattern::{Node, Pattern};
use super::taught_patterns::learn_all;

/// Groups of wordings, in the order of their files.
#[derive(Debug, Default, Serialize, Deserialize)]
pub struct Paraphrases {
    groups: Vec<Group>,
}

#[derive(Debug, Serialize, Deserialize)]
struct Group {
    wordings: Vec<Wording>,
    /// Groups that imply this one, by their places; those that imply them are not repeated.
    narrower: Vec<usize>,
    /// Whether each of its wordings implies a wider group, and none of them another: who strangles kills, but poisons nobody.
    is_narrower: bool,
}

/// One wording, with the kinds of its arguments.
#[derive(Debug, Clone, Serialize, Deserialize)]
struct Wording {
    root: Node,
    kinds: Vec<(Role, ArgumentKind)>,
}

impl Wording {
    /// Whether an example tells the same fact in these words.
    fn says(&self, root: &Node, kinds: &[(Role, ArgumentKind)]) -> bool {
        let agrees = |(role, kind): &(Role, ArgumentKind)| {
            self.kinds.iter().all(|(other, own)| other != role || own.agrees(*kind))
        };
        self.root.same_shape(root) && kinds.iter().all(agrees)
    }
}

impl Paraphrases {
    /// Learns from the examples of an ontology whose relations are the groups; which one is narrower, `ng:goesBefore` tells.
    pub fn learn(
        lexicon: &OntologyIndex<'_>,
        analyse: impl Fn(&[&str]) -> Vec<Vec<Sentence>> + Sync,
    ) -> Self {
        let ontology = lexicon.ontology;
        let wordings = |group: RelationId| {
            let taught = learn_all(lexicon, group, &ontology.relation(group).examples, &analyse);
            let patterns = taught.into_iter().filter_map(|taught| taught.pattern.ok());
            let wordings = patterns.map(|pattern| Wording { root: pattern.root, kinds: pattern.kinds });
            wordings.filter(|wording| says_enough(&wording.root)).collect()
        };
        let narrower = |group: RelationId| {
            let goes_before = |other: &RelationId| ontology.relation(*other).goes_before.contains(&group);
            ontology.relation_ids().filter(goes_before).map(|other| other.0).collect()
        };
        let group = |group: RelationId| Group {
            wordings: wordings(group),
            narrower: narrower(group),
            is_narrower: !ontology.relation(group).goes_before.is_empty(),
        };
        Self { groups: ontology.relation_ids().map(group).collect() }
    }

    /// What the users' patterns imply, each as a pattern of the relation that implies it, without what a pattern of the
    /// ontology's own says already and what several of its relations would claim.
    pub fn implied(&self, ontology: &Ontology, own: &[Pattern]) -> Vec<Pattern> {
        let mut implied: Vec<Pattern> = Vec::new();
        for pattern in own {
            if !ontology.relation(pattern.relation).is_taught() || pattern.says_little {
                continue;
            }
            let is_known = |root: &Node, patterns: &[Pattern], relation: Option<RelationId>| {
                patterns.iter().any(|other| {
                    relation.is_none_or(|relation| relation == other.relation) && other.root.same_shape(root)
                })
            };
            for root in self.beside(&pattern.root, &pattern.kinds) {
                if !is_known(&root, own, None) && !is_known(&root, &implied, Some(pattern.relation)) {
                    let says_little = root.says_little();
                    implied.push(Pattern { root, says_little, paraphrase: true, ..pattern.clone() });
                }
            }
        }
        let claimed_by_others = |one: &Pattern| {
            implied.iter().any(|other| other.relation != one.relation && other.root.same_shape(&one.root))
        };
        let alone: Vec<bool> = implied.iter().map(|one| !claimed_by_others(one)).collect();
        implied.into_iter().zip(alone).filter_map(|(one, alone)| alone.then_some(one)).collect()
    }

    /// The other wordings of every group that has this one, with the roles as they stand in it.
    fn beside(&self, root: &Node, kinds: &[(Role, ArgumentKind)]) -> Vec<Node> {
        if !says_enough(root) || !root.idiomatic_roles().is_empty() {
            return Vec::new();
        }
        let mirrored = root.mirrored();
        let mirrored_kinds: Vec<_> = kinds.iter().map(|(role, kind)| (role.mirrored(), *kind)).collect();
        let mut beside = Vec::new();
        for (place, group) in self.groups.iter().enumerate().filter(|(_, group)| !group.is_narrower) {
            if group.wordings.iter().any(|wording| wording.says(root, kinds)) {
                beside.extend(self.implying(place).map(|wording| wording.root.clone()));
            }
            if group.wordings.iter().any(|wording| wording.says(&mirrored, &mirrored_kinds)) {
                beside.extend(self.implying(place).map(|wording| wording.root.mirrored()));
            }
        }
        beside.retain(|other| !other.same_shape(root));
        beside
    }

    /// All wordings of a group and of those that are narrower.
    fn implying(&self, group: usize) -> impl Iterator<Item = &Wording> {
        let mut reached = BTreeSet::from([group]);
        let mut ahead = vec![group];
        while let Some(group) = ahead.pop() {
            ahead.extend(self.groups[group].narrower.iter().filter(|&&other| reached.insert(other)));
        }
        reached.into_iter().flat_map(|group| &self.groups[group].wordings)
    }
}

/// Whether the words of a wording say what it means: not the verb "be", not two phrases side by side.
fn says_enough(root: &Node) -> bool {
    root.words() > 0 && !root.says_little() && !root.is_attachment()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::relations::patterns::sample_patterns::pattern;

    fn wording(marked: &str) -> Wording {
        let pattern = pattern(marked);
        Wording { root: pattern.root, kinds: pattern.kinds }
    }

    fn paraphrases() -> Paraphrases {
        let treated = vec![wording("[subject: The drug] treats [object: the disease].")];
        let cured = vec![
            wording("[subject: The drug] cures [object: the disease]."),
            wording("[subject: The drug] eradicates [object: the disease]."),
        ];
        let groups = vec![
            Group { wordings: treated, narrower: vec![1], is_narrower: false },
            Group { wordings: cured, narrower: Vec::new(), is_narrower: true },
        ];
        Paraphrases { groups }
    }

    /// Whether a wording is beside another.
    fn is_beside(marked: &str, other: &str) -> bool {
        let [one, other] = [marked, other].map(wording);
        paraphrases().beside(&one.root, &one.kinds).iter().any(|beside| beside.same_shape(&other.root))
    }

    #[test]
    fn what_implies_a_wording_is_beside_it_but_not_the_other_way_round() {
        let [treats, cures, eradicates] = [
            "[subject: The pill] treats [object: the cough].",
            "[subject: The pill] cures [object: the cough].",
            "[subject: The pill] eradicates [object: the cough].",
        ];
        assert!(is_beside(treats, cures) && is_beside(treats, eradicates));
        assert!(!is_beside(cures, treats) && !is_beside(cures, eradicates));
    }

    #[test]
    fn roles_may_be_marked_the_other_way_round() {
        let treated_with = "[object: The pill] treats [subject: the cough].";
        assert!(is_beside(treated_with, "[object: The pill] cured [subject: the cough]."));
    }

    #[test]
    fn an_amount_is_no_disease() {
        assert!(!is_beside(
            "[subject: The pill] cured [object: 300 patients].",
            "[subject: The pill] healed [object: 300 patients]."
        ));
    }
}
