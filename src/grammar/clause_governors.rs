//! Governors of clauses: what a verb, noun or adjective says of the clause under it.

use crate::language::{CoarseTag, Dependency, FineTag};

use super::clause_form::{
    is_bare_participle, is_past, is_perfect_or_state, is_right_after, is_time_to_come, is_yet,
};
use super::governors::{Next, Reader};
use super::lemma::lemma_of;
use super::modality::{has_negative_determiner, is_need, is_negated, is_open_here, is_scant, is_wrongly};
use super::stance::Stance;

impl Reader<'_> {
    /// "It was not the captain who left": what stands there of the noun holds for its clause.
    pub(super) fn weigh_cleft(&mut self, noun: usize) {
        let tree = self.tree;
        let be = tree.head(noun).filter(|_| tree.dep(noun) == Dependency::Attr);
        let it =
            |&be: &usize| tree.subject(be).is_some_and(|subject| &*lemma_of(tree.token(subject)) == "it");
        if let Some(be) = be.filter(it) {
            self.reading.negative ^= is_negated(tree, be);
            self.reading.asserted &= !is_open_here(tree, be, self.words);
        }
    }

    /// Whether something is laid to a noun's charge in a clause before this one.
    pub(super) fn is_accused(&self, noun: usize, clause: usize) -> bool {
        let tree = self.tree;
        tree.children(noun).iter().any(|&child| {
            child < clause
                && tree.dep(child) == Dependency::Acl
                && self.words.charging.contains(&lemma_of(tree.token(child)))
        })
    }

    /// A purpose ("to help") or a condition leaves open, and so does a time to come ("will leave when she wins"); every
    /// other adverbial clause is presupposed.
    pub(super) fn adverbial(&mut self, current: usize) -> Next {
        let tree = self.tree;
        let head = tree.token(current).head;
        let stance = self.stance(head);
        let governed = match stance {
            // "Went on to say", "came to be sent": parsers take it for a purpose.
            Some(Stance::Implied) => tree.is_to_infinitive(current) && is_right_after(tree, current, head),
            // "Held off suing".
            Some(Stance::Averted | Stance::Denial) => {
                is_bare_participle(tree, current) && is_right_after(tree, current, head)
            }
            // "It was wrong for them to go."
            _ => {
                tree.is_to_infinitive(current)
                    && self.stance(self.predicate(head).1) == Some(Stance::Presupposed)
            }
        };
        if governed {
            return self.govern(head, current);
        }
        if tree.is_to_infinitive(current) {
            self.reading.asserted = false;
            // "no longer needed to support": what is no longer needed does not go on.
            if is_need(&lemma_of(tree.token(head))) && is_negated(tree, head) {
                self.reading.asserted = true;
                self.reading.negative = !self.reading.negative;
            }
        } else if is_time_to_come(tree, current)
            && (is_open_here(tree, head, self.words) || tree.is_to_infinitive(head))
        {
            self.reading.asserted = false;
        } else if is_bare_participle(tree, current) && head < current {
            self.reading.asserted &= self.reading_of(head).asserted;
        }
        Next::Stop
    }

    /// What the governing word says of its clause.
    pub(super) fn govern(&mut self, head: usize, current: usize) -> Next {
        let tree = self.tree;
        let (verb, governor) = self.predicate(head);
        let bare =
            tree.token(current).tag == FineTag::Vb && tree.child(current, &[Dependency::Nsubj]).is_none();
        let infinitive = bare || tree.is_to_infinitive(current);
        let stance = self.stance_towards(governor, infinitive);
        // "There is no suggestion that she lied": whoever says so says that she did not.
        if !tree.is_verb(governor) && has_negative_determiner(tree, governor) {
            // "It is no lie that she left."
            if stance == Some(Stance::Denial) {
                return Next::Stop;
            }
            self.reading.negative = !self.reading.negative;
            self.reading.asserted &= stance != Some(Stance::Open);
            return Next::Stop;
        }
        // "There is little doubt that she left"; but little evidence is none to go by.
        if !tree.is_verb(governor) && is_scant(tree, governor) {
            self.reading.asserted &= stance == Some(Stance::Denial);
            return Next::Stop;
        }
        // "I want to stress that nobody was hurt": the wish is to say it, and it is said.
        if self.is_done_by_saying(current) && self.is_own_wish(head) {
            return Next::Stop;
        }
        let negated = is_negated(tree, verb) ^ (verb != governor && is_negated(tree, governor));
        let open = is_open_here(tree, verb, self.words);
        match stance {
            // "He is reported to have fled" reports that he did; "was told to flee" does not.
            Some(Stance::Report) if infinitive => {
                self.reading.asserted &= tree.is_passive(verb) && is_perfect_or_state(tree, current);
            }
            Some(Stance::Report | Stance::Alleged | Stance::Denial) => {
                self.tell(stance, governor, negated, open);
                return Next::Up(verb);
            }
            // "It was wrong to go": they went. "It is wrong to go" says nothing of the sort.
            // "The paper was wrong to say that she left."
            Some(Stance::Presupposed) if self.is_mistaken_saying(governor, current) => {
                self.reading.asserted = false;
                return Next::Stop;
            }
            Some(Stance::Presupposed) if !infinitive || is_past(tree, verb) => {
                self.reading.asserted &= !open;
                return Next::Stop;
            }
            Some(Stance::Presupposed) => self.reading.asserted = false,
            Some(Stance::Averted) => self.reading.negative ^= !negated,
            Some(Stance::Implied) => self.reading.negative ^= negated,
            // Who does not want to go does not go, as far as it is for him to say.
            Some(Stance::Open) => {
                self.reading.negative ^= negated;
                self.reading.asserted &= negated && is_need(&lemma_of(tree.token(governor)));
            }
            None if infinitive => self.weigh_infinitive(governor, current),
            None => {}
        }
        self.reading.asserted &= !(open || infinitive && self.is_ahead(governor));
        Next::Up(verb)
    }

    /// What a word says of a clause: together with the "to" of the clause, or with the word that belongs to it.
    fn stance_towards(&self, governor: usize, infinitive: bool) -> Option<Stance> {
        let tree = self.tree;
        let lemma = lemma_of(tree.token(governor));
        let with_to = infinitive.then(|| self.words.stance_with(&lemma, "to")).flatten();
        let is_charge =
            tree.token(governor).pos == CoarseTag::Noun && self.words.is_allegation(tree, governor);
        let stance =
            with_to.or_else(|| is_charge.then_some(Stance::Alleged)).or_else(|| self.stance(governor));
        // "A report claims" reports.
        let is_report = |teller: usize| self.stance(teller) == Some(Stance::Report);
        let by_report = tree.child(governor, &[Dependency::Nsubj]).is_some_and(is_report);
        match stance {
            Some(Stance::Alleged) if by_report => Some(Stance::Report),
            None | Some(Stance::Implied) if !infinitive && self.is_rumoured(governor) => {
                Some(Stance::Alleged)
            }
            Some(Stance::Report | Stance::Implied) if !infinitive && self.is_before_court(governor) => {
                Some(Stance::Alleged)
            }
            _ => stance,
        }
    }

    /// What it makes of a clause that somebody says so, or that it is not so.
    fn tell(&mut self, stance: Option<Stance>, governor: usize, negated: bool, open: bool) {
        if self.tree.subject(governor).is_some_and(|teller| self.is_superseded(teller)) {
            self.reading.asserted = false;
        }
        // "Wrongly said that she left."
        if is_wrongly(self.tree, governor, self.words) && !negated {
            self.reading.negative ^= stance != Some(Stance::Denial);
            return;
        }
        match stance {
            // Who does not think so thinks that it is not so.
            Some(Stance::Alleged) => {
                self.reading.negative ^= negated;
                self.reading.asserted &= self.is_denied(governor);
            }
            Some(Stance::Denial) if !negated => self.reading.negative = !self.reading.negative,
            Some(Stance::Denial) => self.reading.asserted = false,
            _ => self.reading.asserted &= !negated && !open,
        }
    }

    /// An infinitive under a word that says nothing of it; but "has yet to go" denies and "had to go" confirms.
    fn weigh_infinitive(&mut self, governor: usize, current: usize) {
        let tree = self.tree;
        let has = &*lemma_of(tree.token(governor)) == "have";
        if has && is_yet(tree, &[governor, current]) {
            self.reading.negative = !self.reading.negative;
        } else {
            self.reading.asserted &= has && is_past(tree, governor);
        }
    }

    /// "Is going to leave", "is to leave".
    fn is_ahead(&self, governor: usize) -> bool {
        let token = self.tree.token(governor);
        let lemma = lemma_of(token);
        lemma == "be" || lemma == "go" && token.tag == FineTag::Vbg
    }

    /// The verb above a clause, and the word that says something of the clause: with "be" the adjective ("it is untrue
    /// that", "was wrong to").
    pub(super) fn predicate(&self, head: usize) -> (usize, usize) {
        let tree = self.tree;
        if tree.dep(head) == Dependency::Acomp {
            return (tree.head(head).unwrap_or(head), head);
        }
        let adjective = tree.child(head, &[Dependency::Acomp]).filter(|&word| self.stance(word).is_some());
        // "It is a lie that she left."
        let untruth = || {
            tree.child(head, &[Dependency::Attr]).filter(|&noun| self.stance(noun) == Some(Stance::Denial))
        };
        (head, adjective.or_else(untruth).unwrap_or(head))
    }

    /// Whether it happens by somebody's saying that he wants to do it: to stress, to thank.
    fn is_done_by_saying(&self, verb: usize) -> bool {
        self.stance(verb) == Some(Stance::Report)
            || self.words.performing.contains(&lemma_of(self.tree.token(verb)))
    }

    /// Whether somebody wishes something of himself in his own words ("I want to …", "we would like to …").
    pub(super) fn is_own_wish(&self, verb: usize) -> bool {
        let tree = self.tree;
        let own = |subject: usize| matches!(&*tree.token(subject).text.to_lowercase(), "i" | "we");
        matches!(&*lemma_of(tree.token(verb)), "want" | "wish" | "like")
            && tree.child(verb, &[Dependency::Nsubj]).is_some_and(own)
            && !is_negated(tree, verb)
    }
}
