//! A dependency tree as the readers of it need it: children by head, and what a verb form shows of its voice.

use crate::language::{Dependency, FineTag, Sentence, Token};

/// A sentence with the children of every token, found once.
pub struct Tree<'a> {
    pub sentence: &'a Sentence,
    children: Vec<Vec<usize>>,
}

impl<'a> Tree<'a> {
    pub fn new(sentence: &'a Sentence) -> Self {
        let mut children = vec![Vec::new(); sentence.tokens.len()];
        for (index, token) in sentence.tokens.iter().enumerate() {
            if token.head != index {
                children[token.head].push(index);
            }
        }
        Self { sentence, children }
    }

    pub fn token(&self, index: usize) -> &'a Token {
        &self.sentence.tokens[index]
    }

    pub fn children(&self, index: usize) -> &[usize] {
        &self.children[index]
    }

    pub fn dep(&self, index: usize) -> Dependency {
        self.token(index).dep
    }

    /// The first child with one of these labels.
    pub fn child(&self, index: usize, labels: &[Dependency]) -> Option<usize> {
        self.children(index).iter().copied().find(|&child| labels.contains(&self.dep(child)))
    }

    pub fn head(&self, index: usize) -> Option<usize> {
        Some(self.token(index).head).filter(|&head| head != index)
    }

    pub fn is_verb(&self, index: usize) -> bool {
        self.token(index).pos.is_verb()
    }

    /// Whether a verb is marked by "to".
    pub fn is_to_infinitive(&self, verb: usize) -> bool {
        self.children(verb)
            .iter()
            .any(|&child| self.dep(child) == Dependency::Aux && self.token(child).tag == FineTag::To)
    }

    /// Whether a verb form stands in the passive: by its own auxiliary, as a participle after a noun, or as the
    /// second of two participles that share one auxiliary ("was arrested and charged").
    pub fn is_passive(&self, index: usize) -> bool {
        if self
            .child(
                index,
                &[Dependency::AuxPass, Dependency::NsubjPass, Dependency::CsubjPass, Dependency::Agent],
            )
            .is_some()
        {
            return true;
        }
        if self.token(index).tag != FineTag::Vbn
            || self.child(index, &[Dependency::Aux, Dependency::Nsubj]).is_some()
        {
            return false;
        }
        match self.dep(index) {
            Dependency::Acl | Dependency::Amod | Dependency::Advcl | Dependency::Relcl => true,
            Dependency::Conj => self
                .head(index)
                .is_some_and(|head| self.token(head).tag == FineTag::Vbn && self.is_passive(head)),
            _ => false,
        }
    }

    /// Whether it is the participle of a word like "Leeds-based", which stands before the noun that it describes.
    pub fn is_compound_participle(&self, index: usize) -> bool {
        let hyphen = index.checked_sub(1).is_some_and(|before| self.token(before).tag == FineTag::Hyph);
        hyphen && self.token(index).tag == FineTag::Vbn && self.dep(index) == Dependency::Amod
    }

    pub fn is_relativiser(&self, index: usize) -> bool {
        let token = self.token(index);
        matches!(token.tag, FineTag::Wdt | FineTag::Wp | FineTag::WpPossessive)
            || (token.tag == FineTag::In && token.lemma.as_ref() == "that")
    }
}
