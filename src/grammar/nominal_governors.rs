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
        let is_mistaken = is_called_false && self.words.mistaken.contains(&lemma_of(tree.token(predicate)));
        let is_called_a_lie = is_object && self.is_called_a_lie(head);
        let stance = match is_claim && (is_mistaken || is_called_a_lie) {
            true => Some(Stance::Denial),
            false => self.stance(predicate),
        };
        // "No case to support charges."
        if is_object && self.is_of_no_case(head) {
            self.reading.asserted = false;
        }
        if is_object && self.is_undone(current, head) {
            self.reading.asserted = false;
        }
        match stance {
            // "rejected reports that …": what is reported is denied with the reports.
            Some(Stance::Denial) if (is_object || is_called_false) && is_claim => {
                if is_negated(tree, head) {
                    self.reading.asserted = false;
                } else {
                    self.reading.negative = !self.reading.negative;
                }
                return Next::Up(head);
            }
            Some(Stance::Open) if is_object && self.is_granted(current, predicate) => {}
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
        if tree.dep(current) == Dependency::Nsubj && self.is_yet_to_come(head, predicate) {
            self.reading.asserted = false;
        }
        if is_object && is_negated(tree, head) {
            self.reading.negative = !self.reading.negative;
        }
        Next::Stop
    }

    /// "Charges could come on Monday", "an arrest will follow", "an indictment is imminent": what is said of the event is that it is
    /// still to come.
    fn is_yet_to_come(&self, verb: usize, predicate: usize) -> bool {
        let tree = self.tree;
        let lemma = lemma_of(tree.token(verb));
        let is_unreal = |word: usize| {
            tree.dep(word) == Dependency::Acomp && self.words.not_real.contains(&lemma_of(tree.token(word)))
        };
        let adjective = tree.child(verb, &[Dependency::Acomp]).unwrap_or(predicate);
        self.words.ahead.contains(&lemma)
            || self.words.coming_about.contains(&lemma) && is_open_here(tree, verb, self.words)
            || is_unreal(adjective)
    }

    /// "Fought the charges", "responsible for the killing of two men": the noun tells of what there was.
    fn is_granted(&self, event: usize, governor: usize) -> bool {
        let tree = self.tree;
        let is_definite = tree.child(event, &[Dependency::Poss]).is_some()
            || tree.child(event, &[Dependency::Det]).is_some_and(|the| &*lemma_of(tree.token(the)) == "the");
        is_definite && !tree.is_verb(event) && self.words.granting.contains(&lemma_of(tree.token(governor)))
    }

    /// "Had her conviction quashed".
    fn is_undone(&self, noun: usize, verb: usize) -> bool {
        let tree = self.tree;
        let undone = |&child: &usize| {
            matches!(
                tree.dep(child),
                Dependency::Advcl | Dependency::Acl | Dependency::Ccomp | Dependency::Oprd
            ) && tree.token(child).tag == FineTag::Vbn
                && child > noun
                && self.stance(child) == Some(Stance::Averted)
        };
        &*lemma_of(tree.token(verb)) == "have"
            && tree.children(verb).iter().chain(tree.children(noun)).any(undone)
    }

    /// "Cleared the man of killing", "kept the man from killing": parsers may hang the preposition on the object; and that of
    /// "filed a request for his arrest", "issued a warrant for" on the verb.
    fn governor_of_preposition(&self, preposition: usize, name: &str, governor: usize) -> usize {
        let tree = self.tree;
        let is_open =
            |&noun: &usize| tree.dep(noun) == Dependency::Dobj && self.stance(noun) == Some(Stance::Open);
        if let Some(noun) = preposition.checked_sub(1).filter(is_open) {
            return noun;
        }
        let object = tree.first_of_list(governor);
        let verb = tree.head(object).filter(|_| tree.dep(object) == Dependency::Dobj);
        let listed = |&verb: &usize| {
            let lemma = lemma_of(tree.token(verb));
            self.words.stance_with(&lemma, name).is_some()
                || name == "of" && self.words.charging.contains(&lemma)
        };
        verb.filter(listed).unwrap_or(governor)
    }

    /// The verdict on a deed: "jailed for", "found guilty of", and in "quashed the conviction of the clerk for killing him" the
    /// noun, on whatever the parser hangs the deed.
    fn verdict(&self, governor: usize, preposition: usize) -> Option<usize> {
        let tree = self.tree;
        let for_deed = matches!(&*lemma_of(tree.token(preposition)), "of" | "for" | "on" | "over");
        let is_before = |&noun: &usize| {
            noun < preposition && matches!(tree.dep(noun), Dependency::Dobj | Dependency::NsubjPass)
        };
        let object = tree.children(governor).iter().copied().filter(is_before);
        // "The conviction of [the clerk for killing him]".
        let above = tree.ancestors(governor).take(2);
        std::iter::once(governor)
            .chain(object)
            .chain(above.filter(|&noun| !tree.is_verb(noun)))
            .find(|&word| self.is_verdict(word))
            .filter(|_| for_deed)
    }

    pub(super) fn preposition(&mut self, current: usize, preposition: usize) -> Next {
        let tree = self.tree;
        let name = lemma_of(tree.token(preposition));
        let Some(governor) = tree.head(preposition) else { return Next::Stop };
        let governor = self.governor_of_preposition(preposition, &name, governor);
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
        // "Is no longer under investigation".
        if lemma == "be" && !tree.is_verb(current) && matches!(&*name, "under" | "in" | "on") {
            self.reading.negative ^= is_negated(tree, governor);
            self.reading.asserted &= !is_open_here(tree, governor, self.words);
            return Next::Stop;
        }
        // "Dismissed as nonsense reports that …".
        if name == "as" && self.stance(governor) == Some(Stance::Denial) && self.is_claim(current) {
            self.reading.negative = !self.reading.negative;
            return Next::Up(governor);
        }
        // "Apologised for saying that …".
        if self.words.taking_back.contains(&lemma)
            && matches!(self.stance(current), Some(Stance::Report | Stance::Alleged))
        {
            self.reading.asserted = false;
            return Next::Stop;
        }
        // "Wrongly jailed for killing him", "never convicted of it".
        if let Some(verdict) = self.verdict(governor, preposition) {
            let above = self.reading_of(verdict);
            self.reading.asserted &= above.asserted && !above.negative;
            return Next::Stop;
        }
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
            // "Could have been justified in shooting him."
            Some(Stance::Presupposed) if tree.is_verb(current) => {
                let verb = tree.head(governor).filter(|_| tree.dep(governor) == Dependency::Acomp);
                self.reading.asserted &= !is_open_here(tree, verb.unwrap_or(governor), self.words);
                Next::Stop
            }
            Some(Stance::Open) if wished && self.is_granted(current, governor) => Next::Stop,
            // "A decision concerning her arrest".
            Some(Stance::Implied) if !tree.is_verb(governor) && !tree.is_verb(current) => {
                let is_topic = matches!(&*name, "about" | "concern" | "on" | "over" | "regard");
                self.reading.asserted &= !is_topic;
                Next::Stop
            }
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
