//! Lengths of time. Two times side by side are no one time: `sentenced in December to three years` has a day of the deed and the
//! length of a penalty, and the recogniser takes both for one expression, of which neither could be read. And two lengths that
//! are joined are one: `four hours and ten minutes`.

use crate::grammar::{child, is_time};
use crate::language::{Dependency, EntityTag, FineTag, Sentence};

/// Mends a sentence.
pub fn mend(sentence: &mut Sentence) {
    for smaller in 3..sentence.tokens.len() {
        if let Some(larger) = larger_unit(sentence, smaller) {
            join(sentence, larger, smaller);
        }
    }
    for to in 1..sentence.tokens.len().saturating_sub(1) {
        if begins_length(sentence, to)
            && let Some(kind) = sentence.tokens[to + 1].entity.kind()
        {
            sentence.tokens[to].entity = EntityTag::Outside;
            sentence.tokens[to + 1].entity = EntityTag::Begin(kind);
        }
    }
}

/// Units of time, the longest first.
const UNITS: [&str; 7] = ["year", "month", "week", "day", "hour", "minute", "second"];

/// The longer unit to which a shorter one is joined: `four hours and ten minutes` is one length of time.
fn larger_unit(sentence: &Sentence, smaller: usize) -> Option<usize> {
    let tokens = &sentence.tokens;
    let unit = |index: usize| UNITS.iter().position(|unit| *unit == &*tokens[index].lemma);
    let larger = tokens[smaller].head;
    let is_counted = |index| child(sentence, index, &[Dependency::Nummod]).is_some();
    let joined = tokens[smaller].dep == Dependency::Conj
        && larger + 3 == smaller
        && &*tokens[larger + 1].lemma == "and";
    (joined && is_counted(larger) && is_counted(smaller) && unit(larger)? < unit(smaller)?).then_some(larger)
}

/// Makes the shorter unit the head of the whole, as all of it stands before it then.
fn join(sentence: &mut Sentence, larger: usize, smaller: usize) {
    let tokens = &mut sentence.tokens;
    let (head, dep) = (tokens[larger].head, tokens[larger].dep);
    for token in tokens.iter_mut() {
        let is_outer = !matches!(token.dep, Dependency::Nummod | Dependency::Quantmod | Dependency::Advmod);
        if token.head == larger && is_outer {
            token.head = smaller;
        }
    }
    tokens[smaller].head = if head == larger { smaller } else { head };
    tokens[smaller].dep = dep;
    (tokens[larger].head, tokens[larger].dep) = (smaller, Dependency::Nmod);
    (tokens[larger + 1].head, tokens[larger + 1].dep) = (smaller, Dependency::Case);
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
    fn hours_and_minutes_are_one_length() {
        let sentence = &mended("The play lasts four hours and ten minutes.")[0];
        let [hours, minutes, lasts] =
            ["hours", "minutes", "lasts"].map(|word| crate::sample_language::token(sentence, word));
        assert_eq!(sentence.tokens[hours].head, minutes);
        assert_eq!(sentence.tokens[minutes].head, lasts);
    }

    #[test]
    fn a_month_and_a_length_are_two_times() {
        assert_eq!(expressions("The driver was sentenced in December to three years in prison."), 2);
        assert_eq!(expressions("The driver was jailed for three to five years."), 1);
    }
}
