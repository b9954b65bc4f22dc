//! A denial that denies no deed: "did not die in vain", "was not killed for being late", "resigned not over the vote but for his
//! health". How or why it was done is denied, and that it was done is taken for granted.

use crate::language::{Dependency, FineTag};

use super::function_words::is_only;
use super::governors::Reader;
use super::lemma::lemma_of;

impl Reader<'_> {
    /// Whether the denial of a verb is one of manner or reason. What it says of an argument within that manner or reason is
    /// denied all the same: "not killed by the captain but by the mate".
    pub(super) fn denies_only_how(&self, verb: usize, arguments: &[usize]) -> bool {
        let tree = self.tree;
        let holds_argument = |phrase: usize| {
            arguments.iter().any(|&argument| tree.path_to_root(argument).any(|at| at == phrase))
        };
        tree.is_verb(verb)
            && tree.children(verb).iter().any(|&child| {
                let denied = self.is_manner(child)
                    || self.is_for_being(child)
                    || self.is_only_reason(child)
                    || self.is_set_against(verb, child);
                denied && child != verb && !holds_argument(child)
            })
    }

    /// "Deliberately", "in vain", "by accident".
    fn is_manner(&self, child: usize) -> bool {
        let tree = self.tree;
        let lemma = lemma_of(tree.token(child));
        let listed = |words: &str| self.words.manners.contains(words);
        match tree.dep(child) {
            Dependency::Advmod => listed(&lemma),
            Dependency::Prep | Dependency::Agent => tree.children(child).iter().any(|&object| {
                object == child + 1 && listed(&format!("{lemma} {}", lemma_of(tree.token(object))))
            }),
            _ => false,
        }
    }

    /// "For being late".
    fn is_for_being(&self, child: usize) -> bool {
        let tree = self.tree;
        let being = |gerund: usize| {
            tree.token(gerund).tag == FineTag::Vbg && matches!(&*lemma_of(tree.token(gerund)), "be" | "have")
        };
        tree.dep(child) == Dependency::Prep
            && &*lemma_of(tree.token(child)) == "for"
            && tree.child(child, &[Dependency::Pcomp]).is_some_and(being)
    }

    /// "Just because she was late", "only for his money".
    fn is_only_reason(&self, child: usize) -> bool {
        let tree = self.tree;
        let first = tree.leftmost(child);
        let reason = |word: usize| matches!(&*lemma_of(tree.token(word)), "because" | "for" | "over");
        let only = |word: usize| is_only(&lemma_of(tree.token(word)));
        matches!(tree.dep(child), Dependency::Advcl | Dependency::Prep)
            && (only(first) && tree.sentence.tokens.len() > first + 1 && reason(first + 1)
                || reason(first) && first.checked_sub(1).is_some_and(only))
    }

    /// "Not over the vote but for his health": a phrase that "but" sets against another of its kind.
    fn is_set_against(&self, verb: usize, child: usize) -> bool {
        let tree = self.tree;
        let is_kind = |word: usize| {
            matches!(tree.dep(word), Dependency::Prep | Dependency::Agent | Dependency::Advcl) && word > verb
        };
        let but = |word: usize| lemma_of(tree.token(word)) == "but";
        let other = |&other: &usize| {
            other > child && is_kind(other) && tree.leftmost(other).checked_sub(1).is_some_and(but)
        };
        let joined = |&other: &usize| {
            tree.dep(other) == Dependency::Conj
                && tree.children(child).iter().any(|&cc| tree.dep(cc) == Dependency::Cc && but(cc))
        };
        is_kind(child) && (tree.children(verb).iter().any(other) || tree.children(child).iter().any(joined))
    }
}

#[cfg(test)]
mod tests {
    use crate::grammar::{Tree, factuality};
    use crate::sample_language::{lexicon, parse, token};

    /// Whether the event at a word is told as not so, and whether it is told as so.
    fn reading(text: &str, trigger: &str, arguments: &[&str]) -> (bool, bool) {
        let sentences = parse(text);
        let at = |word: &str| token(&sentences[0], word);
        let words = &lexicon().words().factuality;
        let reading = factuality(
            &Tree::new(&sentences[0]),
            at(trigger),
            &arguments.iter().map(|word| at(word)).collect::<Vec<_>>(),
            words,
        );
        (reading.negative, reading.asserted)
    }

    const HOLDS: (bool, bool) = (false, true);
    const DOES_NOT_HOLD: (bool, bool) = (true, true);

    #[test]
    fn who_did_not_die_in_vain_died() {
        assert_eq!(reading("The captain did not die in vain.", "die", &["captain"]), HOLDS);
        assert_eq!(reading("The captain was not killed deliberately.", "killed", &["captain"]), HOLDS);
        assert_eq!(reading("The captain was not sacked for being late.", "sacked", &["captain"]), HOLDS);
        assert_eq!(reading("The captain did not die in the port.", "die", &["captain"]), DOES_NOT_HOLD);
        assert_eq!(reading("The captain was not killed.", "killed", &["captain"]), DOES_NOT_HOLD);
    }

    #[test]
    fn what_is_set_against_another_reason_is_only_another_reason() {
        let text = "The captain did not resign over the vote but for his health.";
        assert_eq!(reading(text, "resign", &["captain"]), HOLDS);
        let text = "The captain was not killed by the mate but by the cook.";
        assert_eq!(reading(text, "killed", &["captain", "cook"]), HOLDS);
        assert_eq!(reading(text, "killed", &["captain", "mate"]), DOES_NOT_HOLD);
        let text = "The captain was not sacked just because he was late.";
        assert_eq!(reading(text, "sacked", &["captain"]), HOLDS);
    }
}
