//! Polarity and assertedness: whether a statement is said to hold, said not to hold, or left open.
//!
//! From the trigger the way goes up the tree, governor by governor, and each may change the reading: a modal, a
//! negation, a condition, a wish, a refusal. A clause that is presupposed (a relative clause, "after …", "because
//! …") is untouched by what governs it, so the way ends there. This follows De Facto (Saurí & Pustejovsky 2012,
//! "Are you sure that this happened?"), reduced to the values that the graph keeps.

use crate::language::{Dependency, FineTag};

use super::factuality_words::FactualityWords;
use super::lemma::lemma_of;
use super::modality::{
    has_negative_determiner, is_condition, is_contrasted, is_inverted_condition, is_negated, is_open_here,
    is_question,
};
use super::stance::Stance;
use super::tree::Tree;

/// How a statement is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Factuality {
    pub negative: bool,
    pub asserted: bool,
}

/// Reads the factuality of the event at `trigger`, whose arguments are headed by `arguments`; `words` tells what
/// other words say of it.
pub fn factuality(
    tree: &Tree<'_>,
    trigger: usize,
    arguments: &[usize],
    words: &FactualityWords,
) -> Factuality {
    let mut reader = Reader { tree, words, reading: Factuality { negative: false, asserted: true } };
    let mut current = trigger;
    reader.weigh_own_words(current, arguments);
    for _ in 0..tree.sentence.tokens.len() {
        let Some(head) = tree.head(current) else { break };
        match reader.climb(current, head) {
            Next::Stop => break,
            Next::Up(next) => current = next,
        }
    }
    if is_question(tree) {
        reader.reading.asserted = false;
    }
    reader.reading
}

/// The factuality of what two phrases say of each other without a word between them ("President Ana Moreno"): it is
/// presupposed, whatever is said of them.
pub fn presupposed(tree: &Tree<'_>, arguments: &[usize]) -> Factuality {
    let negative = arguments.iter().any(|&argument| has_negative_determiner(tree, argument));
    Factuality { negative, asserted: true }
}

struct Reader<'a> {
    tree: &'a Tree<'a>,
    words: &'a FactualityWords,
    reading: Factuality,
}

enum Next {
    Stop,
    Up(usize),
}

impl Reader<'_> {
    fn stance(&self, word: usize) -> Option<Stance> {
        self.words.stances.get(&lemma_of(self.tree.token(word))).copied()
    }

    /// Negations, modals and adverbs at the event's own word.
    fn weigh_own_words(&mut self, word: usize, arguments: &[usize]) {
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

    fn climb(&mut self, current: usize, head: usize) -> Next {
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
    fn join(&mut self, current: usize, head: usize) -> Next {
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
    fn adverbial(&mut self, current: usize) -> Next {
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
    fn govern(&mut self, head: usize, current: usize) -> Next {
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
    fn is_own_wish(&self, verb: usize) -> bool {
        let tree = self.tree;
        let own = |subject: usize| matches!(&*tree.token(subject).text.to_lowercase(), "i" | "we");
        matches!(&*lemma_of(tree.token(verb)), "want" | "wish" | "like")
            && tree.child(verb, &[Dependency::Nsubj]).is_some_and(own)
            && !is_negated(tree, verb)
    }

    /// An event named by a noun: real unless what governs it wishes, plans or prevents it.
    fn nominal(&mut self, current: usize, head: usize) -> Next {
        let tree = self.tree;
        if tree.is_verb(current) {
            return Next::Up(head);
        }
        if !tree.is_verb(head) {
            return Next::Stop;
        }
        let is_object = matches!(tree.dep(current), Dependency::Dobj | Dependency::NsubjPass);
        let is_claim = self.stance(current) == Some(Stance::Report);
        match self.stance(head) {
            // "rejected reports that …": what is reported is denied with the reports.
            Some(Stance::Denial) if is_object && is_claim => {
                if is_negated(tree, head) {
                    self.reading.asserted = false;
                } else {
                    self.reading.negative = !self.reading.negative;
                }
                return Next::Up(head);
            }
            Some(Stance::Open) if is_object => self.reading.asserted = false,
            Some(Stance::Averted) if is_object => self.reading.asserted = false,
            _ => {}
        }
        if is_object && is_open_here(tree, head, self.words) {
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

    fn preposition(&mut self, current: usize, preposition: usize) -> Next {
        let tree = self.tree;
        let name = lemma_of(tree.token(preposition));
        let Some(governor) = tree.head(preposition) else { return Next::Stop };
        if name == "without" {
            self.reading.negative = !self.reading.negative;
            return Next::Stop;
        }
        // "spoke of her being charged", but "after her being charged": the one is a thought, the other a time or reason.
        let is_thought = matches!(name.as_str(), "of" | "about" | "from" | "for" | "against" | "to" | "on");
        let is_told = tree.token(current).tag == FineTag::Vbg
            && tree.child(current, &[Dependency::Nsubj, Dependency::NsubjPass]).is_some();
        if is_thought && is_told {
            self.reading.asserted = false;
            return Next::Stop;
        }
        let lemma = lemma_of(tree.token(governor));
        // "Accused of his murder"; but "charged with fraud over his death" leaves no doubt that he died.
        let is_alleged = tree.is_verb(current) || matches!(name.as_str(), "of" | "with" | "for");
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
        let stance = self.words.stances.get(&lemma).copied();
        let wished =
            matches!(name.as_str(), "for" | "to" | "on" | "of" | "about" | "against" | "from" | "with");
        match stance {
            Some(Stance::Open) if wished => {
                self.reading.asserted = false;
                Next::Stop
            }
            // "has not stopped the firm from buying it".
            Some(Stance::Averted) if wished && tree.is_verb(current) => {
                self.reading.negative ^= !is_negated(tree, governor);
                self.reading.asserted &= !is_open_here(tree, governor, self.words);
                Next::Up(governor)
            }
            Some(Stance::Denial) if wished && tree.is_verb(current) => {
                self.reading.negative = !self.reading.negative;
                Next::Up(governor)
            }
            _ => Next::Stop,
        }
    }
}

/// Whether an infinitive tells of what is behind or lasts ("to have fled", "to be ill", "to hold a share").
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
