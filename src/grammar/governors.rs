//! What the words above an event say of it: each governor on the way up the tree may deny it, leave it open, confirm it,
//! or end the way.

use crate::language::{Dependency, FineTag};

use super::factuality_words::FactualityWords;
use super::lemma::lemma_of;
use super::modality::{
    has_negative_determiner, is_condition, is_contrasted, is_inverted_condition, is_negated, is_open_here,
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
        self.words.stances.get(&lemma_of(self.tree.token(word))).copied()
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
        if is_open_here(tree, word, self.words) {
            self.reading.asserted = false;
        }
        // "Chief to step down": a headline's future.
        if tree.head(word).is_none() && tree.is_to_infinitive(word) {
            self.reading.asserted = false;
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
        }
        Next::Up(head)
    }

    /// A purpose ("to help") or a condition leaves open; every other adverbial clause is presupposed.
    pub(super) fn adverbial(&mut self, current: usize) -> Next {
        let tree = self.tree;
        if tree.is_to_infinitive(current) {
            self.reading.asserted = false;
            let head = tree.token(current).head;
            // "no longer needed to support": what is no longer needed does not go on.
            if is_need(&lemma_of(tree.token(head))) && is_negated(tree, head) {
                self.reading.asserted = true;
                self.reading.negative = !self.reading.negative;
            }
        }
        Next::Stop
    }

    /// What the governing word says of its clause.
    pub(super) fn govern(&mut self, head: usize, current: usize) -> Next {
        let tree = self.tree;
        let lemma = lemma_of(tree.token(head));
        let infinitive =
            tree.token(current).tag == FineTag::Vb && tree.child(current, &[Dependency::Nsubj]).is_none();
        let negated = is_negated(tree, head);
        // "There is no suggestion that she lied": whoever says so says that she did not.
        if !tree.is_verb(head) && has_negative_determiner(tree, head) {
            self.reading.negative = !self.reading.negative;
            return Next::Stop;
        }
        // "I want to stress that nobody was hurt": the wish is to say it, and it is said.
        if self.stance(current) == Some(Stance::Report) && self.is_own_wish(head) {
            return Next::Stop;
        }
        match self.words.stances.get(&lemma).copied() {
            // "He is said to have fled" reports that he did; "was told to flee" does not.
            Some(Stance::Report)
                if infinitive && tree.is_passive(head) && is_perfect_or_state(tree, current) => {}
            Some(Stance::Report) if infinitive => self.reading.asserted = false,
            Some(Stance::Report) => {
                if negated || is_open_here(tree, head, self.words) {
                    self.reading.asserted = false;
                }
                return Next::Up(head);
            }
            Some(Stance::Denial) => {
                if negated {
                    self.reading.asserted = false;
                } else {
                    self.reading.negative = !self.reading.negative;
                }
                return Next::Up(head);
            }
            Some(Stance::Averted) => self.reading.negative ^= !negated,
            Some(Stance::Open) if negated && is_need(&lemma) => {
                self.reading.negative = !self.reading.negative;
            }
            Some(Stance::Open) => self.reading.asserted = false,
            Some(Stance::Implied) => self.reading.negative ^= negated,
            None if infinitive => self.reading.asserted = false,
            None => {}
        }
        // "is going to leave", "is to leave".
        if infinitive && (lemma == "be" || (lemma == "go" && tree.token(head).tag == FineTag::Vbg)) {
            self.reading.asserted = false;
        }
        if is_open_here(tree, head, self.words) {
            self.reading.asserted = false;
        }
        Next::Up(head)
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

/// Whether an infinitive tells of what is past or lasts ("to have fled", "to be ill", "to hold a share").
fn is_perfect_or_state(tree: &Tree<'_>, infinitive: usize) -> bool {
    let perfect = tree.child(infinitive, &[Dependency::Aux]).is_some()
        && tree
            .children(infinitive)
            .iter()
            .any(|&child| tree.dep(child) == Dependency::Aux && &*lemma_of(tree.token(child)) == "have");
    perfect || matches!(&*lemma_of(tree.token(infinitive)), "be" | "have")
}

/// Whether a noun tells which one did it: "the first woman to chair the board" chaired it.
fn is_singled_out(tree: &Tree<'_>, noun: usize) -> bool {
    tree.children(noun).iter().any(|&child| {
        tree.token(child).tag == FineTag::Jjs
            || matches!(
                &*lemma_of(tree.token(child)),
                "first" | "last" | "only" | "second" | "third" | "next"
            )
    })
}

fn has_complementiser(tree: &Tree<'_>, verb: usize) -> bool {
    tree.child(verb, &[Dependency::Mark]).is_some_and(|mark| lemma_of(tree.token(mark)) == "that")
}

fn is_need(lemma: &str) -> bool {
    matches!(lemma, "need" | "require" | "expect" | "ask" | "want")
}

#[cfg(test)]
mod tests {
    use crate::grammar::{Tree, factuality};
    use crate::sample_language::{lexicon, parse, token};

    /// How the event at a word is meant: `holds`, `does not hold` or `open`.
    fn reading(text: &str, trigger: &str) -> &'static str {
        let sentences = parse(text);
        let trigger = token(&sentences[0], trigger);
        let words = &lexicon().words().factuality;
        let reading = factuality(&Tree::new(&sentences[0]), trigger, &[], words);
        match (reading.asserted, reading.negative) {
            (false, _) => "open",
            (true, true) => "does not hold",
            (true, false) => "holds",
        }
    }

    #[test]
    fn what_is_decided_happens_what_is_refused_does_not_what_is_wanted_is_open() {
        assert_eq!(reading("The crew decided to leave the harbour.", "leave"), "holds");
        assert_eq!(reading("The crew refused to leave the harbour.", "leave"), "does not hold");
        assert_eq!(reading("The crew did not refuse to leave the harbour.", "leave"), "holds");
        assert_eq!(reading("The crew wanted to leave the harbour.", "leave"), "open");
    }

    #[test]
    fn who_denies_says_that_it_is_not_so_and_who_does_not_deny_leaves_it_open() {
        assert_eq!(reading("The clerk said that the crew left the harbour.", "left"), "holds");
        assert_eq!(reading("The clerk denied that the crew left the harbour.", "left"), "does not hold");
        assert_eq!(reading("The clerk did not deny that the crew left the harbour.", "left"), "open");
        assert_eq!(
            reading("There is no suggestion that the crew left the harbour.", "left"),
            "does not hold"
        );
    }

    #[test]
    fn a_condition_is_open_and_a_relative_clause_presupposed() {
        assert_eq!(reading("If the crew left the harbour, the clerk would weep.", "left"), "open");
        assert_eq!(reading("The crew that left the harbour was not hurt.", "left"), "holds");
    }

    #[test]
    fn being_told_to_is_open_but_being_said_to_have_is_a_report() {
        assert_eq!(reading("The clerk was told to leave the harbour.", "leave"), "open");
        assert_eq!(reading("The clerk is said to have left the harbour.", "left"), "holds");
    }

    #[test]
    fn the_first_to_do_it_did_it_and_who_is_no_longer_needed_for_it_does_not() {
        assert_eq!(reading("She is the first woman to chair the board.", "chair"), "holds");
        assert_eq!(reading("The crew is no longer needed to guard the harbour.", "guard"), "does not hold");
    }
}
