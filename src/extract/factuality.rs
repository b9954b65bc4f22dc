//! Polarity and assertedness: whether a statement is said to hold, said not to hold, or left open.
//!
//! From the trigger the way goes up the tree, governor by governor, and each may change the reading: a modal, a
//! negation, a condition, a wish, a refusal. A clause that is presupposed (a relative clause, "after …", "because
//! …") is untouched by what governs it, so the way ends there. This follows De Facto (Saurí & Pustejovsky 2012,
//! "Are you sure that this happened?"), reduced to the values that the graph keeps.

use super::patterns::Tree;
use super::patterns::lemma_of;
use super::stance::{self, Stance};

/// How a statement is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Factuality {
    pub negative: bool,
    pub asserted: bool,
}

/// Reads the factuality of the event at `trigger`, whose arguments are headed by `arguments`.
pub fn factuality(tree: &Tree<'_>, trigger: usize, arguments: &[usize]) -> Factuality {
    let mut reading = Factuality { negative: false, asserted: true };
    let mut current = trigger;
    reading.weigh_own_words(tree, current, arguments);
    for _ in 0..tree.sentence.tokens.len() {
        let Some(head) = tree.head(current) else { break };
        match reading.climb(tree, current, head) {
            Next::Stop => break,
            Next::Up(next) => current = next,
        }
    }
    if is_question(tree) {
        reading.asserted = false;
    }
    reading
}

enum Next {
    Stop,
    Up(usize),
}

impl Factuality {
    /// Negations, modals and adverbs at the event's own word.
    fn weigh_own_words(&mut self, tree: &Tree<'_>, word: usize, arguments: &[usize]) {
        if is_negated(tree, word) || arguments.iter().any(|&argument| has_negative_determiner(tree, argument))
        {
            self.negative = !self.negative;
        }
        if has_negative_determiner(tree, word) {
            self.negative = !self.negative;
        }
        if is_open_here(tree, word) {
            self.asserted = false;
        }
    }

    fn climb(&mut self, tree: &Tree<'_>, current: usize, head: usize) -> Next {
        if tree.is_verb(current) && is_condition(tree, current) {
            self.asserted = false;
            return Next::Stop;
        }
        match tree.dep(current) {
            "conj" => self.join(tree, current, head),
            "relcl" => Next::Stop,
            "advcl" => self.adverbial(tree, current),
            "acl" if tree.token(current).tag == "VB" || has_complementiser(tree, current) => {
                self.govern(tree, head, current)
            }
            "acl" => Next::Stop,
            "xcomp" | "ccomp" if is_inverted_condition(tree, head) => Next::Stop,
            "xcomp" | "ccomp" | "csubj" | "oprd" => self.govern(tree, head, current),
            "pcomp" | "pobj" => self.preposition(tree, current, head),
            "dobj" | "nsubjpass" | "attr" | "nsubj" | "appos" | "dep" => self.nominal(tree, current, head),
            "prep" | "agent" | "dative" => Next::Up(head),
            "acomp" => Next::Up(head),
            _ => Next::Stop,
        }
    }

    /// The second of two joined words shares what governs the first, and its auxiliaries where it has none.
    fn join(&mut self, tree: &Tree<'_>, current: usize, head: usize) -> Next {
        let own = tree.child(current, &["nsubj", "nsubjpass", "aux", "auxpass"]).is_some();
        // A finite verb needs no auxiliary: "will be kept under review but added that …".
        let finite = matches!(tree.token(current).tag, "VBD" | "VBZ" | "VBP");
        if tree.is_verb(current) && !own && !finite {
            if is_negated(tree, head)
                && tree.child(head, &["neg"]).is_some()
                && tree.token(current).tag == "VB"
            {
                self.negative = !self.negative;
            }
            if is_open_here(tree, head) {
                self.asserted = false;
            }
        }
        Next::Up(head)
    }

    /// A purpose ("to help") or a condition leaves open; every other adverbial clause is presupposed.
    fn adverbial(&mut self, tree: &Tree<'_>, current: usize) -> Next {
        let to = tree
            .children(current)
            .iter()
            .any(|&child| tree.dep(child) == "aux" && lemma_of(tree.token(child)) == "to");
        if to {
            self.asserted = false;
            let head = tree.token(current).head;
            // "no longer needed to support": what is no longer needed does not go on.
            if is_need(&lemma_of(tree.token(head))) && is_negated(tree, head) {
                self.asserted = true;
                self.negative = !self.negative;
            }
        }
        Next::Stop
    }

    /// What the governing word says of its clause.
    fn govern(&mut self, tree: &Tree<'_>, head: usize, current: usize) -> Next {
        let lemma = lemma_of(tree.token(head));
        let infinitive = tree.token(current).tag == "VB" && tree.child(current, &["nsubj"]).is_none();
        let negated = is_negated(tree, head);
        match stance::stance(&lemma) {
            Some(Stance::Report) if infinitive => self.asserted = false,
            Some(Stance::Report) => {
                if negated || is_open_here(tree, head) {
                    self.asserted = false;
                }
                return Next::Up(head);
            }
            Some(Stance::Denial) => {
                if negated {
                    self.asserted = false;
                } else {
                    self.negative = !self.negative;
                }
                return Next::Up(head);
            }
            Some(Stance::Averted) => self.negative ^= !negated,
            Some(Stance::Open) if negated && is_need(&lemma) => self.negative = !self.negative,
            Some(Stance::Open) => self.asserted = false,
            Some(Stance::Implied) => self.negative ^= negated,
            None if infinitive => self.asserted = false,
            None => {}
        }
        // "is going to leave", "is to leave".
        if infinitive && (lemma == "be" || (lemma == "go" && tree.token(head).tag == "VBG")) {
            self.asserted = false;
        }
        if is_open_here(tree, head) {
            self.asserted = false;
        }
        Next::Up(head)
    }

    /// An event named by a noun: real unless what governs it wishes, plans or prevents it.
    fn nominal(&mut self, tree: &Tree<'_>, current: usize, head: usize) -> Next {
        if tree.is_verb(current) {
            return Next::Up(head);
        }
        if !tree.is_verb(head) {
            return Next::Stop;
        }
        let is_object = matches!(tree.dep(current), "dobj" | "nsubjpass");
        let is_claim = stance::stance(&lemma_of(tree.token(current))) == Some(Stance::Report);
        match stance::stance(&lemma_of(tree.token(head))) {
            // "rejected reports that …": what is reported is denied with the reports.
            Some(Stance::Denial) if is_object && is_claim => {
                if is_negated(tree, head) {
                    self.asserted = false;
                } else {
                    self.negative = !self.negative;
                }
                return Next::Up(head);
            }
            Some(Stance::Open) if is_object => self.asserted = false,
            Some(Stance::Averted) if is_object => self.asserted = false,
            _ => {}
        }
        if is_object && is_open_here(tree, head) {
            self.asserted = false;
        }
        if is_object && is_negated(tree, head) {
            self.negative = !self.negative;
        }
        Next::Stop
    }

    fn preposition(&mut self, tree: &Tree<'_>, current: usize, preposition: usize) -> Next {
        let name = lemma_of(tree.token(preposition));
        let Some(governor) = tree.head(preposition) else { return Next::Stop };
        if name == "without" {
            self.negative = !self.negative;
            return Next::Stop;
        }
        let lemma = lemma_of(tree.token(governor));
        if stance::is_accusation(&lemma) && tree.is_verb(current) {
            self.asserted = false;
            return Next::Stop;
        }
        let stance = stance::stance(&lemma);
        let wished =
            matches!(name.as_str(), "for" | "to" | "on" | "of" | "about" | "against" | "from" | "with");
        match stance {
            Some(Stance::Open) if wished => {
                self.asserted = false;
                Next::Stop
            }
            Some(Stance::Averted | Stance::Denial) if wished && tree.is_verb(current) => {
                self.negative = !self.negative;
                Next::Up(governor)
            }
            _ => Next::Stop,
        }
    }
}

/// Whether the word itself is negated: `not`, `never`, `no longer`, `neither`.
pub fn is_negated(tree: &Tree<'_>, word: usize) -> bool {
    let negations = tree
        .children(word)
        .iter()
        .filter(|&&child| match tree.dep(child) {
            "neg" => true,
            "advmod" | "preconj" | "cc" => {
                stance::is_negative_adverb(&lemma_of(tree.token(child)))
                    || tree.children(child).iter().any(|&inner| tree.dep(inner) == "neg" && child < word + 2)
            }
            "nsubj" | "nsubjpass" => stance::is_negative_determiner(&lemma_of(tree.token(child))),
            _ => false,
        })
        .count();
    negations % 2 == 1
}

fn has_negative_determiner(tree: &Tree<'_>, noun: usize) -> bool {
    tree.children(noun).iter().any(|&child| {
        matches!(tree.dep(child), "det" | "neg" | "preconj" | "amod")
            && child < noun
            && stance::is_negative_determiner(&lemma_of(tree.token(child)))
    })
}

/// A modal, an uncertain adverb or an unreal adjective right at the word, or a purpose or future in its own form.
fn is_open_here(tree: &Tree<'_>, word: usize) -> bool {
    tree.children(word).iter().any(|&child| {
        let lemma = lemma_of(tree.token(child));
        match tree.dep(child) {
            "aux" => stance::is_modal(&lemma),
            "advmod" => stance::is_uncertain_adverb(&lemma),
            "amod" | "compound" => stance::is_unreal_adjective(&lemma),
            _ => false,
        }
    })
}

/// A clause under "if", "unless", "whether", or one that asks.
fn is_condition(tree: &Tree<'_>, verb: usize) -> bool {
    tree.children(verb).iter().any(|&child| {
        matches!(tree.dep(child), "mark" | "advmod") && stance::is_conditional(&lemma_of(tree.token(child)))
    }) || is_inverted_condition(tree, verb)
}

/// "should it be needed", "had they known": the auxiliary stands before its subject, and no question is asked.
fn is_inverted_condition(tree: &Tree<'_>, verb: usize) -> bool {
    let (Some(auxiliary), Some(subject)) =
        (tree.child(verb, &["aux"]), tree.child(verb, &["nsubj", "nsubjpass"]))
    else {
        return false;
    };
    auxiliary < subject
        && matches!(tree.token(auxiliary).text.to_lowercase().as_str(), "should" | "had" | "were")
        && !is_question(tree)
}

fn has_complementiser(tree: &Tree<'_>, verb: usize) -> bool {
    tree.child(verb, &["mark"]).is_some_and(|mark| lemma_of(tree.token(mark)) == "that")
}

fn is_need(lemma: &str) -> bool {
    matches!(lemma, "need" | "require" | "expect" | "ask" | "want")
}

fn is_question(tree: &Tree<'_>) -> bool {
    tree.sentence
        .tokens
        .iter()
        .rev()
        .find(|token| !matches!(token.tag, "''" | "``" | "-RRB-"))
        .is_some_and(|token| token.text.as_ref() == "?")
}
