//! Cuts a text's tree into sentences and leaves the white space tokens out, which the networks need and nobody else.

use std::ops::Range;

use super::labels::Dependency;
use super::sentence::{Sentence, Token};
use super::tree::Tree;

/// The sentences of one text. `finish` makes a token from its number and its head's number in the sentence; sentences of
/// white space alone are left out.
pub fn split(
    tree: &Tree,
    is_space: impl Fn(usize) -> bool,
    mut finish: impl FnMut(usize, usize) -> Token,
) -> Vec<Sentence> {
    sentence_ranges(&tree.sentence_starts)
        .map(|range| sentence(range, tree, &is_space, &mut finish))
        .filter(|sentence| !sentence.tokens.is_empty())
        .collect()
}

fn sentence_ranges(starts: &[bool]) -> impl Iterator<Item = Range<usize>> + '_ {
    let mut begin = 0;
    (1..=starts.len()).filter(|&end| end == starts.len() || starts[end]).map(move |end| {
        let range = begin..end;
        begin = end;
        range
    })
}

/// The sentence without its white space; a token whose head is white space gets that token's head.
fn sentence(
    range: Range<usize>,
    tree: &Tree,
    is_space: impl Fn(usize) -> bool,
    mut finish: impl FnMut(usize, usize) -> Token,
) -> Sentence {
    let mut numbers = vec![None; range.len()];
    let mut count = 0;
    for index in range.clone().filter(|&index| !is_space(index)) {
        numbers[index - range.start] = Some(count);
        count += 1;
    }
    let number = |index: usize| index.checked_sub(range.start).and_then(|place| *numbers.get(place)?);
    let mut tokens = Vec::with_capacity(count);
    for index in range.clone() {
        let Some(own) = number(index) else { continue };
        let mut head = tree.heads[index];
        for _ in range.clone() {
            if !range.contains(&head) || !is_space(head) {
                break;
            }
            head = tree.heads[head];
        }
        let head = number(head).unwrap_or(own);
        let mut token = finish(index, head);
        if head == own {
            token.dep = Dependency::Root;
        }
        tokens.push(token);
    }
    Sentence { tokens }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::{CoarseTag, EntityTag, FineTag};

    fn token(head: usize) -> Token {
        Token {
            text: "x".into(),
            lemma: "x".into(),
            tag: FineTag::Nn,
            pos: CoarseTag::Noun,
            head,
            dep: Dependency::Dep,
            entity: EntityTag::Outside,
            begin: 0,
            end: 1,
        }
    }

    #[test]
    fn a_head_of_white_space_is_passed_over() {
        let tree = Tree {
            heads: vec![1, 2, 2, 3, 3],
            labels: vec![Dependency::Dep; 5],
            sentence_starts: vec![true, false, false, true, false],
        };
        let sentences = split(&tree, |index| index == 1 || index == 3, |_, head| token(head));
        let heads: Vec<Vec<usize>> = sentences
            .iter()
            .map(|sentence| sentence.tokens.iter().map(|token| token.head).collect())
            .collect();
        assert_eq!(heads, [vec![1, 1], vec![0]]);
        assert_eq!(sentences[1].tokens[0].dep, Dependency::Root);
    }
}
