//! Two times side by side that are no one time: `sentenced in December to three years` has a day of the deed and the length
//! of a penalty, and the recogniser takes both for one expression, of which neither could be read.

use crate::grammar::{child, is_time};
use crate::language::{Dependency, EntityTag, FineTag, Sentence};

pub fn mend(sentence: &mut Sentence) {
    for to in 1..sentence.tokens.len().saturating_sub(1) {
        if begins_length(sentence, to)
            && let Some(kind) = sentence.tokens[to + 1].entity.kind()
        {
            sentence.tokens[to].entity = EntityTag::Outside;
            sentence.tokens[to + 1].entity = EntityTag::Begin(kind);
        }
    }
}

/// `To three years` inside a time, as a phrase of a verb before that time.
fn begins_length(sentence: &Sentence, to: usize) -> bool {
    let tokens = &sentence.tokens;
    let inside = |index: usize| is_time(tokens[index].entity) && tokens[index].entity.continues();
    if &*tokens[to].lemma != "to" || !inside(to) || !inside(to + 1) {
        return false;
    }
    let begins = |index: &usize| matches!(tokens[*index].entity, EntityTag::Begin(_));
    let first = (0..to).rev().find(begins).unwrap_or(to);
    let of_verb = tokens[to].head < first && tokens[tokens[to].head].pos.is_verb();
    let counted = child(sentence, to, &[Dependency::Pobj]).is_some_and(|length| {
        matches!(tokens[length].tag, FineTag::Nn | FineTag::Nns)
            && child(sentence, length, &[Dependency::Nummod]).is_some()
    });
    of_verb && counted
}

#[cfg(test)]
mod tests {
    use crate::language::EntityTag;
    use crate::sample_language::mended;

    /// How many expressions of the recogniser's begin in a text.
    fn expressions(text: &str) -> usize {
        let sentences = mended(text);
        let begins = |entity: EntityTag| matches!(entity, EntityTag::Begin(_));
        let times = sentences[0].tokens.iter().filter(|token| crate::grammar::is_time(token.entity));
        times.filter(|token| begins(token.entity)).count()
    }

    #[test]
    fn a_month_and_a_length_are_two_times() {
        assert_eq!(expressions("The driver was sentenced in December to three years in prison."), 2);
        assert_eq!(expressions("The driver was jailed for three to five years."), 1);
    }
}
