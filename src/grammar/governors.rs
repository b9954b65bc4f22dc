//! What the words above an event say of it: each governor on the way up the tree may deny it, leave it open, confirm it,
//! or end the way.

use crate::language::{CoarseTag, Dependency, FineTag};

use super::clause_form::{
    asks_how, has_complementiser, is_bare_participle, is_future, is_imperative, is_rather_than,
    is_singled_out, is_subjunctive,
};
use super::factuality_words::FactualityWords;
use super::lemma::lemma_of;
use super::modality::{
    has_negative_determiner, is_condition, is_contrasted, is_inverted_condition, is_near_miss, is_negated,
    is_open_here, is_uncertain, is_wrongly,
};
use super::stance::{Factuality, Stance};
use super::tree::Tree;

pub(super) struct Reader<'a> {
    pub tree: &'a Tree<'a>,
    pub words: &'a FactualityWords,
    /// The word of the event that is read.
    pub event: usize,
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
        if is_negated(tree, word) && !self.denies_only_how(word, arguments)
            || arguments.iter().any(|&argument| has_negative_determiner(tree, argument))
        {
            self.reading.negative = !self.reading.negative;
        }
        if arguments.iter().any(|&argument| is_contrasted(tree, word, argument))
            && !self.denies_only_how(word, arguments)
        {
            self.reading.negative = !self.reading.negative;
        }
        if has_negative_determiner(tree, word) {
            self.reading.negative = !self.reading.negative;
        }
        self.reading.negative ^= is_near_miss(tree, word, self.words);
        // "Chief to step down" is a headline's future, "Sack the chief" an order.
        let unreal = is_open_here(tree, word, self.words)
            || is_future(tree, word)
            || is_subjunctive(tree, word)
            || tree.head(word).is_none() && (tree.is_to_infinitive(word) || is_imperative(tree, word))
            || self.is_told_beside(word)
            || self.is_expected(word)
            || self.is_only_aimed_at(word, arguments)
            || self.is_one_of_two(word)
            || arguments.iter().any(|&argument| self.is_either(word, argument))
            || self.is_verdict(word) && is_wrongly(tree, word, self.words);
        self.reading.asserted &= !unreal;
    }

    pub(super) fn is_verdict(&self, word: usize) -> bool {
        self.words.verdicts.contains(&lemma_of(self.tree.token(word)))
    }

    /// Whether somebody's mere claim stands inside the clause: "The clerk, prosecutors allege, took it"; parsers also take
    /// the verb of "Prosecutors allege Ana Berg took it" for a part of the name.
    fn is_told_beside(&self, word: usize) -> bool {
        let tree = self.tree;
        let alleges = |&child: &usize| self.stance(child) == Some(Stance::Alleged);
        let inserted = tree.children(word).iter().filter(|&&child| tree.dep(child) == Dependency::Parataxis);
        let in_name = tree.subject(word).into_iter().flat_map(|subject| tree.children(subject));
        let in_name = in_name
            .filter(|&&child| tree.token(child).tag.is_finite_verb() && tree.dep(child).is_noun_modifier());
        inserted.chain(in_name).any(alleges)
    }

    /// "The charges expected to be filed": what is wished or planned of a noun comes right after it.
    fn is_expected(&self, word: usize) -> bool {
        let tree = self.tree;
        let expected = |&child: &usize| {
            tree.dep(child) == Dependency::Acl
                && tree.token(child).tag == FineTag::Vbn
                && self.stance(child) == Some(Stance::Open)
        };
        tree.token(word).pos == CoarseTag::Noun && tree.children(word).iter().any(expected)
    }

    /// "Shot at the guard", "was shot at": whoever is aimed at need not be hit. "Shot at a bus stop" is another matter.
    fn is_only_aimed_at(&self, word: usize, arguments: &[usize]) -> bool {
        let tree = self.tree;
        let aims = |&child: &usize| {
            let words = format!("{} {}", lemma_of(tree.token(word)), lemma_of(tree.token(child)));
            let object = tree.child(child, &[Dependency::Pobj]);
            child == word + 1
                && self.words.impending.contains(&words)
                && object.is_none_or(|object| arguments.contains(&object))
        };
        tree.is_verb(word) && tree.children(word).iter().any(aims)
    }

    fn is_or(&self, child: usize) -> bool {
        self.tree.dep(child) == Dependency::Cc && &*lemma_of(self.tree.token(child)) == "or"
    }

    /// "Has been indicted for or found guilty of it": which of the two it was is not said. Whoever "did not see or hear it" did neither.
    fn is_one_of_two(&self, word: usize) -> bool {
        let tree = self.tree;
        let joined = |first: usize, second: usize| {
            tree.is_verb(first)
                && tree.is_verb(second)
                && tree.subject(second).is_none()
                && !is_negated(tree, first)
                && (tree.children(first).iter().chain(tree.children(second)))
                    .any(|&child| self.is_or(child) && (first..second).contains(&child))
        };
        let above = tree.head(word).filter(|_| tree.dep(word) == Dependency::Conj);
        let mut below = tree.children(word).iter().filter(|&&child| tree.dep(child) == Dependency::Conj);
        above.is_some_and(|first| joined(first, word)) || below.any(|&second| joined(word, second))
    }

    /// "Either Flint or Yule killed him": which of them is not said. Whoever "met neither Flint nor Yule", or did not meet "Flint or Yule",
    /// met none of them.
    fn is_either(&self, word: usize, argument: usize) -> bool {
        let tree = self.tree;
        let has_or = |noun: usize| tree.children(noun).iter().any(|&child| self.is_or(child));
        let is_name = |noun: usize| tree.token(noun).pos == CoarseTag::Propn;
        let first = tree.head(argument).filter(|_| tree.dep(argument) == Dependency::Conj);
        let joined = tree.child(argument, &[Dependency::Conj]).filter(|&other| is_name(other));
        let either = match (first, joined) {
            (Some(first), _) => is_name(first) && has_or(first),
            (None, Some(_)) => has_or(argument),
            (None, None) => false,
        };
        either && is_name(argument) && !is_negated(tree, word)
    }

    /// Whether nobody's deed is the subject of what may be, or is in general.
    fn is_only_thought_of(&self, deed: usize, verb: usize) -> bool {
        let tree = self.tree;
        let is_general = matches!(tree.token(verb).tag, FineTag::Vbz | FineTag::Vbp)
            || is_open_here(tree, verb, self.words);
        tree.token(deed).tag == FineTag::Vbg && tree.subject(deed).is_none() && is_general
    }

    /// Whether a noun names what somebody wishes or claims.
    fn is_only_thought(&self, noun: usize) -> bool {
        matches!(self.stance(noun), Some(Stance::Open | Stance::Alleged)) && !self.tree.is_verb(noun)
    }

    /// Follows the governors from a word upwards to the first that ends the way.
    pub(super) fn climb_from(&mut self, word: usize) {
        let mut current = word;
        for _ in 0..self.tree.sentence.tokens.len() {
            self.reading.asserted &= !self.is_told_by_accusing_text(current);
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
            Dependency::Relcl | Dependency::Acl if self.is_content(current, head) => {
                self.govern(head, current)
            }
            Dependency::Relcl => {
                self.weigh_cleft(head);
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
            Dependency::Acl => {
                // "Accused of shooting three, killing two."
                self.reading.asserted &=
                    !(is_bare_participle(tree, current) && self.is_accused(head, current));
                Next::Stop
            }
            Dependency::Xcomp | Dependency::Ccomp if is_inverted_condition(tree, head) => Next::Stop,
            // "She was charged; the senator was not": two sentences, whatever the parser makes of them.
            Dependency::Ccomp if self.is_before_semicolon(current, head) => Next::Stop,
            // "Knows why they left": that they did is taken for granted.
            Dependency::Ccomp | Dependency::Pcomp | Dependency::Csubj if asks_how(tree, current) => {
                Next::Stop
            }
            // "Suing the state would be hard": nobody has.
            Dependency::Csubj if self.is_only_thought_of(current, head) => {
                self.reading.asserted = false;
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
            // "An arrest warrant", "a murder allegation".
            Dependency::Compound => {
                self.reading.asserted &= !self.is_only_thought(head);
                Next::Stop
            }
            _ => Next::Stop,
        }
    }

    /// Whether a semicolon parts a clause from the verb after it that it hangs on.
    fn is_before_semicolon(&self, clause: usize, head: usize) -> bool {
        let tree = self.tree;
        clause < head
            && (clause..head).any(|token| &*tree.token(token).text == ";" && tree.head(token) == Some(head))
    }

    /// The second of two joined words shares what governs the first, and its auxiliaries where it has none.
    pub(super) fn join(&mut self, current: usize, head: usize) -> Next {
        let tree = self.tree;
        let own = tree
            .child(current, &[Dependency::Nsubj, Dependency::NsubjPass, Dependency::Aux, Dependency::AuxPass])
            .is_some();
        // A finite verb needs no auxiliary: "will stay in force but warned that …".
        let finite = tree.token(current).tag.is_finite_verb();
        // "Rather than support it".
        if is_rather_than(tree, current) {
            self.reading.negative = !self.reading.negative;
            return Next::Up(head);
        }
        // "Is unable to go and stays": the second is joined to "is", whatever the parser says.
        if finite && tree.is_to_infinitive(head) {
            return Next::Stop;
        }
        if tree.is_verb(current) && !own && !finite {
            if is_open_here(tree, head, self.words) || tree.head(head).is_none() && is_imperative(tree, head)
            {
                self.reading.asserted = false;
            }
        } else if tree.is_verb(current) && !own && is_uncertain(tree, head, self.words) {
            // "Allegedly shot and killed them".
            self.reading.asserted = false;
        }
        Next::Up(head)
    }

    /// How the event at another word of the sentence is meant.
    pub(super) fn reading_of(&self, word: usize) -> Factuality {
        let reading = Factuality { negative: false, asserted: true };
        let mut reader = Reader { tree: self.tree, words: self.words, event: word, reading };
        reader.weigh_own_words(word, &[]);
        reader.climb_from(word);
        reader.reading
    }
}
