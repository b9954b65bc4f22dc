//! Whose a deed is that comes after the one who speaks of it: in `accused by the union of lying` the deed is what somebody is accused
//! of. Parsers hang it on the nearest noun, and the union would be one "of lying".

use crate::grammar::{child, children};
use crate::language::{Dependency, FineTag, Sentence};

pub fn mend(sentence: &mut Sentence) {
    for by in 1..sentence.tokens.len() {
        if sentence.tokens[by].dep != Dependency::Agent {
            continue;
        }
        let verb = sentence.tokens[by].head;
        let Some(agent) = child(sentence, by, &[Dependency::Pobj]) else { continue };
        let of_deed = |&phrase: &usize| {
            let deed = child(sentence, phrase, &[Dependency::Pcomp, Dependency::Pobj]);
            sentence.tokens[phrase].dep == Dependency::Prep
                && &*sentence.tokens[phrase].lemma == "of"
                && deed.is_some_and(|deed| deed == phrase + 1 && sentence.tokens[deed].tag == FineTag::Vbg)
        };
        let phrases: Vec<usize> = children(sentence, agent).filter(of_deed).collect();
        for phrase in phrases {
            sentence.tokens[phrase].head = verb;
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::tree_repair::tests::heads;

    #[test]
    fn a_deed_after_its_teller_belongs_to_the_verb() {
        let of = |text| heads(text, &["of"]);
        assert_eq!(of("The minister was accused on Wednesday by the union of lying."), ["of prep accused"]);
        assert_eq!(of("The minister was accused by the leader of the union."), ["of prep leader"]);
    }
}
