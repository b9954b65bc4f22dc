//! Long names with their abbreviation in brackets, and a noun after them.
//!
//! `accepted a Help for Small Firms (HSF) request from the county`: the brackets say where the name ends, so the noun
//! after them is the head of the phrase and the name stands before it like any compound. A parser that has seen few
//! such phrases hangs the noun somewhere below the name, and the request would be lost.

use crate::language::{Dependency, FineTag, Sentence};
use crate::mentions::long_form_start;

pub fn mend(sentence: &mut Sentence) {
    for open in 1..sentence.tokens.len().saturating_sub(3) {
        if let Some(phrase) = Phrase::at(sentence, open) {
            phrase.mend(sentence);
        }
    }
}

/// A long name, its abbreviation in brackets, and a noun after them.
struct Phrase {
    /// First token of the name.
    first: usize,
    /// The opening bracket.
    open: usize,
    /// The token of the name that all its others hang on.
    top: usize,
    noun: usize,
}

impl Phrase {
    fn at(sentence: &Sentence, open: usize) -> Option<Self> {
        let tokens = &sentence.tokens;
        let brackets = &*tokens[open].text == "(" && &*tokens[open + 2].text == ")";
        if !brackets || tokens[open + 3].tag != FineTag::Nn && tokens[open + 3].tag != FineTag::Nns {
            return None;
        }
        let first = long_form_start(sentence, open, &tokens[open + 1].text)?;
        let nouns = tokens[open + 3..]
            .iter()
            .take_while(|token| matches!(token.tag, FineTag::Nn | FineTag::Nns))
            .count();
        let noun = open + 2 + nouns;
        let outside = |token: &usize| tokens[*token].head < first || tokens[*token].head > noun;
        let top = (first..open).find(|token| outside(token) || tokens[*token].head == *token)?;
        let below_the_name = tokens[noun].head != noun && (first..open).contains(&tokens[noun].head);
        below_the_name.then_some(Self { first, open, top, noun })
    }

    fn mend(&self, sentence: &mut Sentence) {
        let &Self { first, open, top, noun } = self;
        let tokens = &mut sentence.tokens;
        let governor = tokens[noun].head;
        let preposition = (tokens[noun].dep == Dependency::Pobj).then_some(governor);
        let top_was = (tokens[top].head, tokens[top].dep);
        for index in (first..open + 3).filter(|&index| index != top) {
            let inside = (first..open).contains(&tokens[index].head);
            if inside {
                continue;
            }
            match preposition.filter(|&preposition| preposition < index && index < open) {
                Some(preposition) => {
                    (tokens[index].head, tokens[index].dep) = (preposition, Dependency::Pobj);
                }
                None => tokens[index].head = top,
            }
        }
        for token in tokens[..first].iter_mut().filter(|token| token.head == top) {
            token.head = noun;
        }
        for token in tokens[noun + 1..].iter_mut().filter(|token| token.head == top) {
            token.head = noun;
        }
        (tokens[top].head, tokens[top].dep) = (noun, Dependency::Compound);
        tokens[noun].dep = top_was.1;
        tokens[noun].head = if top_was.0 == top { noun } else { top_was.0 };
    }
}
