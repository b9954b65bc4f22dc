//! Words in single quotation marks before a noun: in `‘Cruel’ nurse jailed` the second mark looks like that of an owner, and the nurse
//! would belong to somebody called Cruel.

use crate::language::{CoarseTag, Dependency, EntityTag, FineTag, Sentence};

pub fn mend(sentence: &mut Sentence) {
    for mark in 2..sentence.tokens.len() {
        if let Some(open) = opening(sentence, mark) {
            close(sentence, open, mark);
        }
    }
}

/// The mark that opens what this possessive ending closes: no space after it, and none before the end, nor another end.
fn opening(sentence: &Sentence, mark: usize) -> Option<usize> {
    let tokens = &sentence.tokens;
    let is_mark = |index: usize| matches!(&*tokens[index].text, "'" | "’" | "‘" | "`");
    if tokens[mark].tag != FineTag::Pos || !is_mark(mark) {
        return None;
    }
    let open = (0..mark).rev().find(|&index| is_mark(index))?;
    let opens = tokens[open].tag != FineTag::Pos
        && tokens[open].end == tokens[open + 1].begin
        && (open == 0 || tokens[open - 1].end < tokens[open].begin);
    let is_only = !(mark + 1..tokens.len()).any(is_mark);
    (opens && is_only && open + 1 < mark).then_some(open)
}

/// Makes what stands between two marks a label of the noun after them.
fn close(sentence: &mut Sentence, open: usize, mark: usize) {
    let label = mark - 1;
    let noun = sentence.tokens[label].head;
    if sentence.tokens[label].dep == Dependency::Poss && noun > mark {
        let token = &mut sentence.tokens[label];
        token.dep = if token.pos == CoarseTag::Adj { Dependency::Amod } else { Dependency::Compound };
        let token = &mut sentence.tokens[mark];
        (token.head, token.dep) = (noun, Dependency::Punct);
        (token.tag, token.pos) = (FineTag::ClosingQuote, CoarseTag::Punct);
        for token in &mut sentence.tokens[open..=mark] {
            token.entity = EntityTag::Outside;
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::tree_repair::tests::heads;

    #[test]
    fn labels_own_nothing() {
        for line in
            ["‘Cruel’ methods of the nurse", "`Cruel' methods of the nurse", "'Cruel' methods of the nurse"]
        {
            let read = heads(line, &["Cruel"]);
            assert!(
                read[0] == "Cruel compound methods" || read[0] == "Cruel amod methods",
                "{line}: {read:?}"
            );
        }
        assert_eq!(heads("The drivers' strike ended.", &["drivers"]), ["drivers poss strike"]);
    }
}
