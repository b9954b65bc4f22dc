//! Governors that are nouns and prepositions: "the claim that …", "without …", "a plan to …".

use crate::language::{Dependency, FineTag};

use super::function_words::is_support_verb;
use super::governors::{Next, Reader};
use super::lemma::lemma_of;
use super::modality::{is_negated, is_open_here};
use super::stance::Stance;

impl Reader<'_> {
    /// An event named by a noun: real unless what governs it wishes, plans or prevents it.
    pub(super) fn nominal(&mut self, current: usize, head: usize) -> Next {
        let tree = self.tree;
        if tree.is_verb(current) {
            return Next::Up(head);
        }
        if !tree.is_verb(head) {
            return Next::Stop;
        }
        let is_object = matches!(tree.dep(current), Dependency::Dobj | Dependency::NsubjPass);
        // "Declined to bring charges": what is said of the verb holds for the deed.
        if is_object && is_support_verb(&lemma_of(tree.token(head))) {
            let above = self.reading_of(head);
            self.reading.negative ^= above.negative;
            self.reading.asserted &= above.asserted;
            return Next::Stop;
        }
        let is_claim = self.is_claim(current);
        // "The claim that … is false."
        let (_, predicate) = self.predicate(head);
        let is_called_false = predicate != head && tree.dep(current) == Dependency::Nsubj;
        match self.stance(predicate) {
            // "rejected reports that …": what is reported is denied with the reports.
            Some(Stance::Denial) if (is_object || is_called_false) && is_claim => {
                if is_negated(tree, head) {
                    self.reading.asserted = false;
                } else {
                    self.reading.negative = !self.reading.negative;
                }
                return Next::Up(head);
            }
            Some(Stance::Open | Stance::Averted | Stance::Alleged) if is_object => {
                self.reading.asserted = false;
            }
            _ => {}
        }
        let is_there = matches!(tree.dep(current), Dependency::Attr | Dependency::Nsubj)
            && tree.child(head, &[Dependency::Expl]).is_some();
        if (is_object || is_there) && is_open_here(tree, head, self.words) {
            self.reading.asserted = false;
        }
        // "An inquiry is to be held."
        let to_be =
            tree.child(head, &[Dependency::Xcomp]).is_some_and(|clause| tree.is_to_infinitive(clause));
        if tree.dep(current) == Dependency::Nsubj && &*lemma_of(tree.token(head)) == "be" && to_be {
            self.reading.asserted = false;
        }
        // "Her appointment would make history."
        let would =
            |child: &usize| tree.dep(*child) == Dependency::Aux && &*lemma_of(tree.token(*child)) == "would";
        if tree.dep(current) == Dependency::Nsubj && tree.children(head).iter().any(would) {
            self.reading.asserted = false;
        }
        if is_object && is_negated(tree, head) {
            self.reading.negative = !self.reading.negative;
        }
        Next::Stop
    }

    /// "Cleared the man of killing", "kept the man from killing": parsers may hang the preposition on the object.
    fn verb_of_preposition(&self, preposition: &str, governor: usize) -> usize {
        let tree = self.tree;
        let verb = tree.head(governor).filter(|_| tree.dep(governor) == Dependency::Dobj);
        let listed = |&verb: &usize| {
            let lemma = lemma_of(tree.token(verb));
            self.words.stance_with(&lemma, preposition).is_some()
                || preposition == "of" && self.words.charging.contains(&lemma)
        };
        verb.filter(listed).unwrap_or(governor)
    }

    /// Whether a noun names what somebody tells: "reports", or "charges that he fled", but not "charges".
    fn is_claim(&self, noun: usize) -> bool {
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
        let is_denied_by = |word: usize| self.stance(word) == Some(Stance::Denial) && !is_negated(tree, head);
        match tree.dep(noun) {
            Dependency::Dobj | Dependency::NsubjPass => is_denied_by(head),
            Dependency::Nsubj => is_denied_by(self.predicate(head).1),
            _ => false,
        }
    }

    pub(super) fn preposition(&mut self, current: usize, preposition: usize) -> Next {
        let tree = self.tree;
        let name = lemma_of(tree.token(preposition));
        let Some(governor) = tree.head(preposition) else { return Next::Stop };
        let governor = self.verb_of_preposition(&name, governor);
        let instead = |child: usize| &*lemma_of(tree.token(child)) == "instead";
        if name == "without"
            || name == "of" && tree.child(preposition, &[Dependency::Advmod]).is_some_and(instead)
        {
            self.reading.negative = !self.reading.negative;
            return Next::Stop;
        }
        // "spoke of her being charged", but "after her being charged": the one is a thought, the other a time or reason.
        let is_thought = matches!(name.as_str(), "of" | "about" | "from" | "for" | "against" | "to" | "on");
        let is_told = tree.token(current).tag == FineTag::Vbg && tree.subject(current).is_some();
        if is_thought && is_told {
            self.reading.asserted = false;
            return Next::Stop;
        }
        let lemma = lemma_of(tree.token(governor));
        // "Accused of his murder"; but "charged with fraud over his death" leaves no doubt that he died.
        let is_alleged = matches!(name.as_str(), "of" | "with" | "for")
            || tree.is_verb(current) && matches!(name.as_str(), "on" | "over" | "about");
        if self.words.charging.contains(&lemma) && is_alleged {
            self.reading.asserted = false;
            return Next::Stop;
        }
        // "Pleaded guilty to taking it": he owns to it.
        let owns = |&child: &usize| {
            let words = format!("{lemma} {}", lemma_of(tree.token(child)));
            self.words.owning.contains(&words) && !is_negated(tree, child)
        };
        if !is_negated(tree, governor) && tree.children(governor).iter().any(owns) {
            return Next::Up(governor);
        }
        let stance = self.words.stance_with(&lemma, &name).or_else(|| self.stance(governor));
        let wished =
            matches!(name.as_str(), "for" | "to" | "on" | "of" | "about" | "against" | "from" | "with");
        match stance {
            Some(Stance::Open) if wished => {
                self.reading.asserted = false;
                Next::Stop
            }
            // "On suspicion of taking it".
            Some(Stance::Alleged) if wished => {
                self.reading.asserted &= self.is_denied(governor);
                Next::Up(governor)
            }
            // "has not stopped the firm from buying it".
            Some(Stance::Averted) if wished && tree.is_verb(current) => {
                self.reading.negative ^= !is_negated(tree, governor);
                self.reading.asserted &= !is_open_here(tree, governor, self.words);
                Next::Up(governor)
            }
            // "Cleared of murder".
            Some(Stance::Denial) if wished && !tree.is_verb(current) => {
                self.reading.asserted = false;
                Next::Stop
            }
            Some(Stance::Denial) if wished => {
                if is_negated(tree, governor) {
                    self.reading.asserted = false;
                } else {
                    self.reading.negative = !self.reading.negative;
                }
                Next::Up(governor)
            }
            _ => Next::Stop,
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::grammar::{Factuality, Tree, factuality};
    use crate::sample_language::{lexicon, parse, token};

    const HOLDS: Factuality = Factuality { negative: false, asserted: true };
    const DOES_NOT_HOLD: Factuality = Factuality { negative: true, asserted: true };

    fn reading(text: &str, trigger: &str) -> Factuality {
        let sentences = parse(text);
        let trigger = token(&sentences[0], trigger);
        factuality(&Tree::new(&sentences[0]), trigger, &[], &lexicon().words().factuality)
    }

    #[test]
    fn an_event_is_real_unless_its_verb_plans_or_prevents_it() {
        assert_eq!(reading("The mayor opened an inquiry.", "inquiry"), HOLDS);
        assert!(!reading("The mayor promised an inquiry.", "inquiry").asserted);
        assert!(!reading("The mayor called for an inquiry.", "inquiry").asserted);
        assert!(!reading("The mayor prevented an attack.", "attack").asserted);
    }

    #[test]
    fn what_would_please_or_is_to_be_held_is_open() {
        assert!(!reading("Her appointment would please the crew.", "appointment").asserted);
        assert!(!reading("An inquiry is to be held.", "inquiry").asserted);
    }

    #[test]
    fn whoever_rejects_a_report_denies_what_it_says() {
        assert_eq!(reading("The mayor rejected reports that the crew had fled.", "fled"), DOES_NOT_HOLD);
    }

    #[test]
    fn without_denies_and_so_does_what_stops_somebody_from_it() {
        assert_eq!(reading("Sailors left the port without paying the fee.", "paying"), DOES_NOT_HOLD);
        assert_eq!(reading("The law stopped the firm from buying the pier.", "buying"), DOES_NOT_HOLD);
        assert_eq!(reading("The law has not stopped the firm from buying the pier.", "buying"), HOLDS);
    }

    #[test]
    fn what_somebody_is_accused_of_is_open() {
        assert!(!reading("The clerk was accused of stealing a boat.", "stealing").asserted);
    }
}
