//! What a finite verb is joined to: in `was accused of leaking secrets and faces charges` it is he who faces them, and facing them is
//! nothing that he was accused of. Parsers join it to the gerund beside it.

use crate::grammar::ancestors;
use crate::language::{Dependency, FineTag, Sentence};

use super::finite::is_finite;

pub fn mend(sentence: &mut Sentence) {
    for verb in 1..sentence.tokens.len() {
        let tokens = &sentence.tokens;
        let first = tokens[verb].head;
        let is_gerund = tokens[first].tag == FineTag::Vbg && tokens[first].dep == Dependency::Pcomp;
        if tokens[verb].dep != Dependency::Conj
            || !tokens[verb].tag.is_finite_verb()
            || !is_gerund
            || first > verb
        {
            continue;
        }
        let above = ancestors(sentence, first).find(|&above| is_finite(sentence, above));
        if let Some(above) = above {
            sentence.tokens[verb].head = above;
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::tree_repair::tests::heads;

    #[test]
    fn a_finite_verb_is_not_joined_to_a_gerund() {
        let faces = |text| heads(text, &["faces"]);
        let text = "Ann Reed was accused of leaking secrets and faces charges of fraud.";
        assert_eq!(faces(text), ["faces conj accused"]);
    }
}
