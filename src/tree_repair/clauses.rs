//! Where a reported clause begins: in `police said on Monday they had charged him` the day is that of saying. Parsers take
//! it for the first words of what is said, and the day of saying would become the day of the deed.

use crate::grammar::{child, children, subject};
use crate::language::{Dependency, Sentence};

pub fn mend(sentence: &mut Sentence) {
    for verb in 1..sentence.tokens.len() {
        let tokens = &sentence.tokens;
        let teller = tokens[verb].head;
        if tokens[verb].dep != Dependency::Ccomp || teller > verb || !tokens[teller].pos.is_verb() {
            continue;
        }
        let Some(beginning) = child(sentence, verb, &[Dependency::Mark]).or_else(|| subject(sentence, verb))
        else {
            continue;
        };
        // "Said that on Monday they had": the day stands inside.
        let own_mark = |mark: usize| mark < beginning;
        if children(sentence, verb).any(|child| tokens[child].dep == Dependency::Mark && own_mark(child)) {
            continue;
        }
        let phrases: Vec<usize> = children(sentence, verb)
            .filter(|&phrase| (teller + 1..beginning).contains(&phrase))
            .filter(|&phrase| matches!(tokens[phrase].dep, Dependency::Prep | Dependency::Npadvmod))
            .collect();
        // What follows a colon or a quotation mark is somebody's words.
        let is_open =
            (teller + 1..beginning).all(|index| !tokens[index].tag.is_quote() && &*tokens[index].text != ":");
        for phrase in phrases.into_iter().filter(|_| is_open) {
            sentence.tokens[phrase].head = teller;
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::tree_repair::tests::heads;

    #[test]
    fn the_day_right_after_a_verb_of_saying_is_that_of_saying() {
        for text in [
            "Police said on Monday they had charged Ann Reed.",
            "Police said on Monday they had charged Ann Reed on Friday.",
            "Police said on Monday that they had charged Ann Reed.",
        ] {
            assert_eq!(heads(text, &["on"]), ["on prep said"], "{text}");
        }
        assert_eq!(
            heads("Police said that on Monday they had charged Ann Reed.", &["on"]),
            ["on prep charged"]
        );
        assert_eq!(heads("Police said they charged Ann Reed on Monday.", &["on"]), ["on prep charged"]);
    }
}
