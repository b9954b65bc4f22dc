//! What the words above an event say of it: each governor on the way up the tree may deny it, leave it open, confirm it,
//! or end the way.

use crate::language::{CoarseTag, Dependency, FineTag};

use super::clause_form::{
    asks_how, has_complementiser, is_bare_participle, is_future, is_imperative, is_past, is_perfect_or_state,
    is_right_after, is_singled_out, is_time_to_come, is_yet,
};
use super::factuality_words::FactualityWords;
use super::lemma::lemma_of;
use super::modality::{
    has_negative_determiner, is_condition, is_contrasted, is_inverted_condition, is_near_miss, is_need,
    is_negated, is_open_here, is_uncertain,
};
use super::stance::{Factuality, Stance};
use super::tree::Tree;

pub(super) struct Reader<'a> {
    pub tree: &'a Tree<'a>,
    pub words: &'a FactualityWords,
    pub reading: Factuality,
}

pub(super) enum Next {
    Stop,
    Up(usize),
}

impl Reader<'_> {
    pub(super) fn stance(&self, word: usize) -> Option<Stance> {
        self.words.stance(self.tree, word)
    }

    /// Negations, modals and adverbs at the event's own word.
    pub(super) fn weigh_own_words(&mut self, word: usize, arguments: &[usize]) {
        let tree = self.tree;
        if is_negated(tree, word) || arguments.iter().any(|&argument| has_negative_determiner(tree, argument))
        {
            self.reading.negative = !self.reading.negative;
        }
        if arguments.iter().any(|&argument| is_contrasted(tree, word, argument)) {
            self.reading.negative = !self.reading.negative;
        }
        if has_negative_determiner(tree, word) {
            self.reading.negative = !self.reading.negative;
        }
        self.reading.negative ^= is_near_miss(tree, word, self.words);
        // "Chief to step down" is a headline's future, "Sack the chief" an order.
        let unreal = is_open_here(tree, word, self.words)
            || is_future(tree, word)
            || tree.head(word).is_none() && (tree.is_to_infinitive(word) || is_imperative(tree, word))
            || self.is_told_beside(word);
        self.reading.asserted &= !unreal;
    }

    /// Whether somebody's mere claim stands inside the clause: "The clerk, prosecutors allege, took it"; parsers also take
    /// the verb of "Prosecutors allege Ana Berg took it" for a part of the name.
    fn is_told_beside(&self, word: usize) -> bool {
        let tree = self.tree;
        let alleges = |&child: &usize| self.stance(child) == Some(Stance::Alleged);
        let inserted = tree.children(word).iter().filter(|&&child| tree.dep(child) == Dependency::Parataxis);
        let in_name = tree.subject(word).into_iter().flat_map(|subject| tree.children(subject));
        let in_name = in_name.filter(|&&child| tree.token(child).tag.is_finite_verb());
        inserted.chain(in_name).any(alleges)
    }

    /// Follows the governors from a word upwards to the first that ends the way.
    pub(super) fn climb_from(&mut self, word: usize) {
        let mut current = word;
        for _ in 0..self.tree.sentence.tokens.len() {
            let Some(head) = self.tree.head(current) else { break };
            match self.climb(current, head) {
                Next::Stop => break,
                Next::Up(next) => current = next,
            }
        }
    }

    pub(super) fn climb(&mut self, current: usize, head: usize) -> Next {
        let tree = self.tree;
        if tree.is_verb(current) && is_condition(tree, current) {
            self.reading.asserted = false;
            return Next::Stop;
        }
        // "It felt like they were leaving."
        if tree.child(current, &[Dependency::Mark]).is_some_and(|mark| lemma_of(tree.token(mark)) == "like") {
            self.reading.asserted = false;
        }
        match tree.dep(current) {
            Dependency::Conj => self.join(current, head),
            Dependency::Relcl | Dependency::Acl
                if tree.is_to_infinitive(current) && is_singled_out(tree, head) =>
            {
                Next::Stop
            }
            Dependency::Relcl => {
                // "time for the council to act".
                self.reading.asserted &= !tree.is_to_infinitive(current);
                Next::Stop
            }
            Dependency::Advcl => self.adverbial(current),
            Dependency::Acl
                if tree.token(current).tag == FineTag::Vb || has_complementiser(tree, current) =>
            {
                self.govern(head, current)
            }
            Dependency::Acl => Next::Stop,
            Dependency::Xcomp | Dependency::Ccomp if is_inverted_condition(tree, head) => Next::Stop,
            // "Knows why they left": that they did is taken for granted.
            Dependency::Ccomp | Dependency::Pcomp | Dependency::Csubj if asks_how(tree, current) => {
                Next::Stop
            }
            Dependency::Xcomp | Dependency::Ccomp | Dependency::Csubj | Dependency::Oprd => {
                self.govern(head, current)
            }
            Dependency::Pcomp | Dependency::Pobj => self.preposition(current, head),
            Dependency::Dobj
            | Dependency::NsubjPass
            | Dependency::Attr
            | Dependency::Nsubj
            | Dependency::Appos
            | Dependency::Dep => self.nominal(current, head),
            Dependency::Prep | Dependency::Agent | Dependency::Dative => Next::Up(head),
            Dependency::Acomp => Next::Up(head),
            _ => Next::Stop,
        }
    }

    /// The second of two joined words shares what governs the first, and its auxiliaries where it has none.
    pub(super) fn join(&mut self, current: usize, head: usize) -> Next {
        let tree = self.tree;
        let own = tree
            .child(current, &[Dependency::Nsubj, Dependency::NsubjPass, Dependency::Aux, Dependency::AuxPass])
            .is_some();
        // A finite verb needs no auxiliary: "will stay in force but warned that …".
        let finite = tree.token(current).tag.is_finite_verb();
        if tree.is_verb(current) && !own && !finite {
            if is_negated(tree, head)
                && tree.child(head, &[Dependency::Neg]).is_some()
                && tree.token(current).tag == FineTag::Vb
            {
                self.reading.negative = !self.reading.negative;
            }
            if is_open_here(tree, head, self.words) {
                self.reading.asserted = false;
            }
        } else if tree.is_verb(current) && !own && is_uncertain(tree, head, self.words) {
            // "Allegedly shot and killed them".
            self.reading.asserted = false;
        }
        Next::Up(head)
    }

    /// A purpose ("to help") or a condition leaves open, and so does a time to come ("will leave when she wins"); every
    /// other adverbial clause is presupposed.
    pub(super) fn adverbial(&mut self, current: usize) -> Next {
        let tree = self.tree;
        let head = tree.token(current).head;
        let stance = self.stance(head);
        let governed = match stance {
            // "Went on to say", "came to be sent": parsers take it for a purpose.
            Some(Stance::Implied) => is_right_after(tree, current, head),
            // "Held off suing".
            Some(Stance::Averted | Stance::Denial) => {
                tree.token(current).tag == FineTag::Vbg && tree.child(current, &[Dependency::Mark]).is_none()
            }
            _ => false,
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
        } else if is_time_to_come(tree, current) && is_open_here(tree, head, self.words) {
            self.reading.asserted = false;
        } else if is_bare_participle(tree, current) && head < current {
            self.reading.asserted &= self.reading_of(head).asserted;
        }
        Next::Stop
    }

    /// How the event at another word of the sentence is meant.
    fn reading_of(&self, word: usize) -> Factuality {
        let reading = Factuality { negative: false, asserted: true };
        let mut reader = Reader { tree: self.tree, words: self.words, reading };
        reader.weigh_own_words(word, &[]);
        reader.climb_from(word);
        reader.reading
    }

    /// What the governing word says of its clause.
    pub(super) fn govern(&mut self, head: usize, current: usize) -> Next {
        let tree = self.tree;
        let (verb, governor) = self.predicate(head);
        let lemma = lemma_of(tree.token(governor));
        let infinitive =
            tree.token(current).tag == FineTag::Vb && tree.child(current, &[Dependency::Nsubj]).is_none();
        let negated = is_negated(tree, verb) ^ (verb != governor && is_negated(tree, governor));
        let stance = match infinitive.then(|| self.words.stance_with(&lemma, "to")).flatten() {
            None if tree.token(governor).pos == CoarseTag::Noun
                && self.words.is_allegation(tree, governor) =>
            {
                Some(Stance::Alleged)
            }
            None => self.stance(governor),
            together => together,
        };
        // "There is no suggestion that she lied": whoever says so says that she did not.
        if !tree.is_verb(governor) && has_negative_determiner(tree, governor) {
            self.reading.negative = !self.reading.negative;
            self.reading.asserted &= stance != Some(Stance::Open);
            return Next::Stop;
        }
        // "I want to stress that nobody was hurt": the wish is to say it, and it is said.
        if self.is_done_by_saying(current) && self.is_own_wish(head) {
            return Next::Stop;
        }
        match stance {
            // "He is reported to have fled" reports that he did; "was told to flee" does not.
            Some(Stance::Report)
                if infinitive && tree.is_passive(verb) && is_perfect_or_state(tree, current) => {}
            Some(Stance::Report) if infinitive => self.reading.asserted = false,
            Some(Stance::Report) => {
                if negated || is_open_here(tree, verb, self.words) {
                    self.reading.asserted = false;
                }
                return Next::Up(verb);
            }
            // Who does not think so thinks that it is not so.
            Some(Stance::Alleged) => {
                self.reading.negative ^= negated;
                self.reading.asserted &= self.is_denied(governor);
                return Next::Up(verb);
            }
            Some(Stance::Denial) => {
                if negated {
                    self.reading.asserted = false;
                } else {
                    self.reading.negative = !self.reading.negative;
                }
                return Next::Up(verb);
            }
            Some(Stance::Presupposed) if !infinitive => {
                self.reading.asserted &= !is_open_here(tree, verb, self.words);
                return Next::Stop;
            }
            // "It was wrong to go": they went. "It is wrong to go" says nothing of the sort.
            Some(Stance::Presupposed) if is_past(tree, verb) => return Next::Stop,
            Some(Stance::Presupposed) => self.reading.asserted = false,
            Some(Stance::Averted) => self.reading.negative ^= !negated,
            Some(Stance::Open) if negated && is_need(&lemma) => {
                self.reading.negative = !self.reading.negative;
            }
            // Who does not want to go does not go, as far as it is for him to say.
            Some(Stance::Open) => {
                self.reading.negative ^= negated;
                self.reading.asserted = false;
            }
            Some(Stance::Implied) => self.reading.negative ^= negated,
            // "Has yet to go", "had to go".
            None if infinitive && lemma == "have" && is_yet(tree, &[head, current]) => {
                self.reading.negative = !self.reading.negative;
            }
            None if infinitive && lemma == "have" && is_past(tree, verb) => {}
            None if infinitive => self.reading.asserted = false,
            None => {}
        }
        // "is going to leave", "is to leave".
        if infinitive && (lemma == "be" || (lemma == "go" && tree.token(governor).tag == FineTag::Vbg)) {
            self.reading.asserted = false;
        }
        if is_open_here(tree, verb, self.words) {
            self.reading.asserted = false;
        }
        Next::Up(verb)
    }

    /// The verb above a clause, and the word that says something of the clause: with "be" the adjective ("it is untrue
    /// that", "was wrong to").
    pub(super) fn predicate(&self, head: usize) -> (usize, usize) {
        let tree = self.tree;
        if tree.dep(head) == Dependency::Acomp {
            return (tree.head(head).unwrap_or(head), head);
        }
        let adjective = tree.child(head, &[Dependency::Acomp]);
        (head, adjective.filter(|&adjective| self.stance(adjective).is_some()).unwrap_or(head))
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

#[cfg(test)]
#[path = "governors_tests.rs"]
mod tests;
