//! The one reader of dependency trees: the ways down to children, up to the root and out to the ends of a subtree, and
//! what a verb form shows of its voice.
//!
//! [`Tree`] finds the children of all tokens once, for those who read much of a sentence. The functions beside it take
//! the same steps over a bare [`Sentence`], for those who ask of one token only. No way is longer than the sentence has
//! tokens, so that a broken tree, in which heads form a circle, hangs nobody.

use std::iter::successors;

use crate::language::{CoarseTag, Dependency, FineTag, Sentence, Token};

/// Labels of a verb's subjects.
const SUBJECTS: &[Dependency] = &[Dependency::Nsubj, Dependency::NsubjPass];

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

    /// The first subject of a verb, active or passive.
    pub fn subject(&self, verb: usize) -> Option<usize> {
        self.child(verb, SUBJECTS)
    }

    /// The token that this one hangs on; `None` for a root.
    pub fn head(&self, index: usize) -> Option<usize> {
        head(self.sentence, index)
    }

    /// The tokens above this one, from its head to the root.
    pub fn ancestors(&self, index: usize) -> impl Iterator<Item = usize> + use<'a> {
        ancestors(self.sentence, index)
    }

    /// This token, then those above it, to the root.
    pub fn path_to_root(&self, index: usize) -> impl Iterator<Item = usize> + use<'a> {
        path_to_root(self.sentence, index)
    }

    /// The first member of the list that a word belongs to ("at the court and the [Old Bailey]"), or the word itself.
    pub fn first_of_list(&self, word: usize) -> usize {
        let joined_to = |&member: &usize| self.head(member).filter(|_| self.dep(member) == Dependency::Conj);
        successors(Some(word), joined_to).take(self.sentence.tokens.len()).last().unwrap_or(word)
    }

    /// All tokens under `root`, with it, in order, without the branches at `without`.
    pub fn subtree(&self, root: usize, without: &[usize]) -> Vec<usize> {
        let mut tokens = vec![root];
        for next in 0..self.sentence.tokens.len() {
            let Some(&token) = tokens.get(next) else { break };
            tokens.extend(self.children(token).iter().filter(|child| !without.contains(child)));
        }
        tokens.sort_unstable();
        tokens
    }

    /// The first token of everything before a word that hangs on it.
    pub fn leftmost(&self, word: usize) -> usize {
        leftmost(self.sentence, word)
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
        if self.token(index).tag != FineTag::Vbn || self.child(index, &[Dependency::Aux]).is_some() {
            return false;
        }
        if self.child(index, &[Dependency::Nsubj]).is_some() {
            return self.is_headline() && self.lacks_object(index) && self.dep(index) == Dependency::Root;
        }
        match self.dep(index) {
            Dependency::Acl | Dependency::Amod | Dependency::Advcl | Dependency::Relcl => true,
            Dependency::Conj => self
                .head(index)
                .is_some_and(|head| self.token(head).tag == FineTag::Vbn && self.is_passive(head)),
            _ => false,
        }
    }

    /// Whether the sentence is a headline or a caption: no mark ends it.
    pub fn is_headline(&self) -> bool {
        self.sentence.tokens.last().is_some_and(|last| last.pos != CoarseTag::Punct)
    }

    /// Whether a verb has neither an object nor a clause for one.
    pub fn lacks_object(&self, verb: usize) -> bool {
        let objects = [Dependency::Dobj, Dependency::Ccomp, Dependency::Attr, Dependency::Acomp];
        self.child(verb, &objects).is_none()
    }

    /// Whether a verb in the past tense may be a participle: "Banker charged with fraud" is a headline.
    pub fn may_be_participle(&self, verb: usize) -> bool {
        self.token(verb).tag == FineTag::Vbd
            && self.is_headline()
            && self.lacks_object(verb)
            && self.dep(verb) == Dependency::Root
            && self.child(verb, &[Dependency::Aux, Dependency::Neg]).is_none()
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

/// The tokens that hang on this one, in order.
pub fn children(sentence: &Sentence, token: usize) -> impl DoubleEndedIterator<Item = usize> + '_ {
    (0..sentence.tokens.len()).filter(move |&child| head(sentence, child) == Some(token))
}

/// The first child with one of these labels.
pub fn child(sentence: &Sentence, token: usize, labels: &[Dependency]) -> Option<usize> {
    children(sentence, token).find(|&child| labels.contains(&sentence.tokens[child].dep))
}

/// The first subject of a verb, active or passive.
pub fn subject(sentence: &Sentence, verb: usize) -> Option<usize> {
    child(sentence, verb, SUBJECTS)
}

/// The token that this one hangs on; `None` for a root.
fn head(sentence: &Sentence, token: usize) -> Option<usize> {
    Some(sentence.tokens[token].head).filter(|&head| head != token)
}

/// This token, then those above it, to the root.
pub fn path_to_root(sentence: &Sentence, token: usize) -> impl Iterator<Item = usize> + '_ {
    successors(Some(token), |&token| head(sentence, token)).take(sentence.tokens.len())
}

/// The tokens above this one, from its head to the root.
pub fn ancestors(sentence: &Sentence, token: usize) -> impl Iterator<Item = usize> + '_ {
    path_to_root(sentence, token).skip(1)
}

/// The first token of everything before a word that hangs on it.
pub fn leftmost(sentence: &Sentence, word: usize) -> usize {
    let before = |&word: &usize| children(sentence, word).next().filter(|&child| child < word);
    successors(Some(word), before).last().unwrap_or(word)
}

/// The last token of everything after a word that hangs on it.
pub fn rightmost(sentence: &Sentence, word: usize) -> usize {
    let after = |&word: &usize| children(sentence, word).next_back().filter(|&child| child > word);
    successors(Some(word), after).last().unwrap_or(word)
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use crate::language::{CoarseTag, EntityTag};

    use super::*;

    /// A sentence whose tokens have these heads.
    fn sentence(heads: &[usize]) -> Sentence {
        let word: Arc<str> = "word".into();
        let tokens = heads.iter().enumerate().map(|(index, &head)| Token {
            text: word.clone(),
            lemma: word.clone(),
            tag: FineTag::Nn,
            pos: CoarseTag::Noun,
            head,
            dep: if head == index { Dependency::Root } else { Dependency::Conj },
            entity: EntityTag::Outside,
            begin: 5 * index,
            end: 5 * index + 4,
        });
        Sentence { tokens: tokens.collect() }
    }

    #[test]
    fn ways_lead_up_down_and_to_the_ends() {
        // 3 is the root, 1 and 4 hang on it, 0 and 2 on 1, 5 on 4.
        let sentence = sentence(&[1, 3, 1, 3, 3, 4]);
        let tree = Tree::new(&sentence);
        assert_eq!(tree.path_to_root(0).collect::<Vec<_>>(), [0, 1, 3]);
        assert_eq!(tree.ancestors(0).collect::<Vec<_>>(), [1, 3]);
        assert_eq!((tree.head(0), tree.head(3)), (Some(1), None));
        assert_eq!(tree.children(3), children(&sentence, 3).collect::<Vec<_>>());
        assert_eq!(tree.subtree(3, &[1]), [3, 4, 5]);
        assert_eq!((tree.leftmost(3), rightmost(&sentence, 3)), (0, 5));
        assert_eq!(tree.first_of_list(5), 3);
    }

    #[test]
    fn a_circle_of_heads_hangs_nobody() {
        let sentence = sentence(&[1, 2, 0]);
        let tree = Tree::new(&sentence);
        assert_eq!(tree.path_to_root(0).count(), 3);
        assert!(tree.subtree(0, &[]).len() >= 3);
        assert!(tree.first_of_list(0) < 3);
        assert!(leftmost(&sentence, 2) <= rightmost(&sentence, 2));
    }
}
