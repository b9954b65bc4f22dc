//! The states and actions of the arc-eager parser with sentence breaks (Nivre 2004; spaCy's `arc_eager.pyx` and
//! `_state.pxd`).
//!
//! It is not monotonic: a word without a head may go back from the stack to the buffer once, and a left arc replaces
//! a head that a right arc gave.

use super::transition_model::Feature;

/// What an action does, in the order in which spaCy numbers the actions.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Move {
    Shift,
    Reduce,
    LeftArc,
    RightArc,
    Break,
}

/// Number of tokens that describe a state.
pub const FEATURES: usize = 8;

/// A label's number in the parser's list of actions.
pub type Label = u8;

/// Stack, buffer and the arcs so far of one text.
#[derive(Debug)]
pub struct State {
    length: usize,
    stack: Vec<usize>,
    /// Words that went back from the stack, the next one last; they come before `next`.
    returned: Vec<usize>,
    next: usize,
    arcs: Vec<Option<(usize, Label)>>,
    /// The child that each word got last on its left, and on its right.
    left_child: Vec<Option<usize>>,
    right_child: Vec<Option<usize>>,
    /// The right child that the head had before this one.
    right_sibling: Vec<Option<usize>>,
    was_returned: Vec<bool>,
    starts_sentence: Vec<bool>,
}

impl State {
    /// The state before the first action; `first_starts_sentence` as in the tokenizer's result.
    pub fn new(length: usize, first_starts_sentence: bool) -> Self {
        let mut starts_sentence = vec![false; length];
        if let Some(first) = starts_sentence.first_mut() {
            *first = first_starts_sentence;
        }
        Self {
            length,
            stack: Vec::new(),
            returned: Vec::new(),
            next: 0,
            arcs: vec![None; length],
            left_child: vec![None; length],
            right_child: vec![None; length],
            right_sibling: vec![None; length],
            was_returned: vec![false; length],
            starts_sentence,
        }
    }

    /// Whether every word has been read and has left the stack.
    pub fn is_final(&self) -> bool {
        self.stack.is_empty() && self.buffer_length() == 0
    }

    /// Head and label of each word; `None` for a root.
    pub fn into_arcs(self) -> Vec<Option<(usize, Label)>> {
        self.arcs
    }

    /// The words that describe the state, counted from `offset`.
    pub fn features(&self, offset: usize) -> [Feature; FEATURES] {
        let (first, top) = (self.buffer(0), self.stacked(0));
        [
            first,
            self.buffer(1),
            top,
            self.stacked(1),
            self.stacked(2),
            first.and_then(|word| self.left_child[word]),
            top.and_then(|word| self.left_child[word]),
            top.and_then(|word| self.right_child[word]),
        ]
        .map(|feature| feature.map(|word| word + offset))
    }

    /// Whether the action is legal in this state, as spaCy has it.
    pub fn allows(&self, action: Move) -> bool {
        match action {
            Move::Shift => {
                self.stack.is_empty()
                    || self.buffer_length() >= 2
                        && self
                            .buffer(0)
                            .is_some_and(|word| !self.starts_sentence[word] && !self.was_returned[word])
            }
            Move::Reduce => !self.stack.is_empty(),
            Move::LeftArc | Move::RightArc => {
                !self.stack.is_empty() && self.buffer(0).is_some_and(|word| !self.starts_sentence[word])
            }
            Move::Break => match (self.buffer(0), self.buffer(1)) {
                (Some(first), Some(second)) => second == first + 1 && !self.starts_sentence[second],
                _ => false,
            },
        }
    }

    /// Carries out an action that is allowed.
    pub fn apply(&mut self, action: Move, label: Label) {
        match action {
            Move::Shift => self.push(),
            Move::Reduce => self.reduce(),
            Move::LeftArc => {
                if let (Some(head), Some(child)) = (self.buffer(0), self.stack.pop()) {
                    self.detach(child);
                    self.arcs[child] = Some((head, label));
                    self.left_child[head] = Some(child);
                    self.was_returned[head] = false;
                }
            }
            Move::RightArc => {
                if let (Some(head), Some(child)) = (self.stacked(0), self.buffer(0)) {
                    self.arcs[child] = Some((head, label));
                    self.right_sibling[child] = self.right_child[head].replace(child);
                    self.push();
                }
            }
            Move::Break => {
                if let Some(word) = self.buffer(1) {
                    self.starts_sentence[word] = true;
                }
            }
        }
    }

    fn push(&mut self) {
        let word = self.returned.pop().unwrap_or_else(|| {
            self.next += 1;
            self.next - 1
        });
        self.stack.push(word);
    }

    fn reduce(&mut self) {
        let is_last = self.stack.len() == 1;
        if let Some(word) = self.stack.pop()
            && self.arcs[word].is_none()
            && !is_last
        {
            self.was_returned[word] = true;
            self.returned.push(word);
        }
    }

    /// Takes back the right arc that made `child` the last right child of the word below it on the stack.
    fn detach(&mut self, child: usize) {
        if let Some((head, _)) = self.arcs[child] {
            self.right_child[head] = self.right_sibling[child];
        }
    }

    fn stacked(&self, depth: usize) -> Option<usize> {
        self.stack.iter().rev().nth(depth).copied()
    }

    fn buffer(&self, place: usize) -> Option<usize> {
        if let Some(&word) = self.returned.iter().rev().nth(place) {
            return Some(word);
        }
        let word = self.next + place - self.returned.len();
        (word < self.length).then_some(word)
    }

    fn buffer_length(&self) -> usize {
        self.length - self.next + self.returned.len()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_without_head_returns_to_the_buffer_once() {
        let mut state = State::new(3, true);
        state.apply(Move::Shift, 0);
        state.apply(Move::Shift, 0);
        state.apply(Move::Reduce, 0);
        assert_eq!(state.features(10)[..3], [Some(11), Some(12), Some(10)]);
        assert!(!state.allows(Move::Shift));
        assert!(state.allows(Move::RightArc));
    }

    #[test]
    fn a_left_arc_replaces_a_right_arc() {
        let mut state = State::new(3, true);
        state.apply(Move::Shift, 0);
        state.apply(Move::RightArc, 7);
        state.apply(Move::LeftArc, 9);
        assert_eq!(state.right_child[0], None);
        assert_eq!(state.into_arcs()[1], Some((2, 9)));
    }

    #[test]
    fn a_break_keeps_arcs_inside_sentences() {
        let mut state = State::new(2, true);
        assert!(state.allows(Move::Break));
        state.apply(Move::Break, 0);
        assert!(!state.allows(Move::Break));
        state.apply(Move::Shift, 0);
        assert!(!state.allows(Move::RightArc) && state.allows(Move::Reduce));
    }
}
