//! Claims: which words name one, and what the sentence says of it: that it is rejected, called a lie, or has been replaced.

use crate::language::Dependency;

use super::clause_form::has_complementiser;
use super::governors::Reader;
use super::lemma::lemma_of;
use super::modality::is_negated;
use super::stance::Stance;

impl Reader<'_> {
    /// "The rumour that she left them", "charges she left them": parsers take it for a relative clause, or for any clause,
    /// though nothing is missing in it.
    pub(super) fn is_content(&self, clause: usize, noun: usize) -> bool {
        let tree = self.tree;
        let has_relative = tree.children(clause).iter().any(|&child| tree.is_relativiser(child));
        let objects = tree.children(clause).iter().filter(|&&child| tree.dep(child) == Dependency::Dobj);
        let tells = matches!(self.stance(noun), Some(Stance::Report | Stance::Denial))
            || self.words.is_allegation(tree, noun);
        let is_whole = has_complementiser(tree, clause)
            || tree.token(clause).tag.is_finite_verb() && objects.count() > usize::from(has_relative);
        tells && is_whole && tree.subject(clause).is_some_and(|subject| !tree.is_relativiser(subject))
    }

    /// Whether a noun names what somebody tells: "reports", or "charges that he fled", but not "charges".
    pub(super) fn is_claim(&self, noun: usize) -> bool {
        let tree = self.tree;
        let tells = |&child: &usize| match tree.dep(child) {
            Dependency::Acl | Dependency::Ccomp | Dependency::Relcl => true,
            Dependency::Prep => tree.child(child, &[Dependency::Pcomp]).is_some(),
            _ => false,
        };
        self.stance(noun) == Some(Stance::Report)
            || self.words.is_allegation(tree, noun) && tree.children(noun).iter().any(tells)
    }

    /// Whether a claim is rejected, or called false.
    pub(super) fn is_denied(&self, noun: usize) -> bool {
        let tree = self.tree;
        let Some(head) = tree.head(noun) else { return false };
        let is_denied_by = |word: usize| {
            let calls_false = self.stance(word) == Some(Stance::Denial)
                || word != head && self.words.mistaken.contains(&lemma_of(tree.token(word)));
            calls_false && !is_negated(tree, head)
        };
        match tree.dep(noun) {
            Dependency::Dobj | Dependency::NsubjPass => is_denied_by(head) || self.is_called_a_lie(head),
            Dependency::Nsubj => is_denied_by(self.predicate(head).1),
            // "Dismissed as nonsense reports that …".
            Dependency::Pobj if &*lemma_of(tree.token(head)) == "as" => {
                let verb = tree.head(head);
                verb.is_some_and(|verb| self.stance(verb) == Some(Stance::Denial) && !is_negated(tree, verb))
            }
            _ => false,
        }
    }

    /// "Described as a lie the claim that …".
    pub(super) fn is_called_a_lie(&self, verb: usize) -> bool {
        let tree = self.tree;
        let is_lie = |&word: &usize| self.stance(word) == Some(Stance::Denial) && !tree.is_verb(word);
        tree.children(verb).iter().any(|&child| match tree.dep(child) {
            Dependency::Oprd => is_lie(&child),
            Dependency::Prep if &*lemma_of(tree.token(child)) == "as" => {
                tree.children(child).iter().any(is_lie)
            }
            _ => false,
        })
    }

    /// "The paper was wrong to say that she left."
    pub(super) fn is_mistaken_saying(&self, adjective: usize, saying: usize) -> bool {
        self.words.mistaken.contains(&lemma_of(self.tree.token(adjective)))
            && matches!(self.stance(saying), Some(Stance::Report | Stance::Alleged))
    }

    /// "An earlier version of this article said".
    pub(super) fn is_superseded(&self, teller: usize) -> bool {
        let tree = self.tree;
        let noun = lemma_of(tree.token(teller));
        let named = |&child: &usize| {
            self.words.superseded.contains(&format!("{} {noun}", tree.token(child).text.to_lowercase()))
        };
        tree.children(teller).iter().any(named)
    }
}
