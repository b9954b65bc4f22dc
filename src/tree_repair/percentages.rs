//! `4 per cent`: three words for one unit. The tagger takes `per` for a preposition, so that the parser hangs the number now on
//! the cent and now the other way round, and the recogniser takes it for money.

use crate::language::{CoarseTag, Dependency, EntityTag, EntityType, FineTag, Sentence};

/// Makes `cent` the head, as `percent` is, and the whole a percentage.
pub fn mend(sentence: &mut Sentence) {
    for number in 0..sentence.tokens.len().saturating_sub(2) {
        let [amount, per, cent] = &sentence.tokens[number..number + 3] else { continue };
        let is_unit = amount.tag == FineTag::Cd
            && per.text.eq_ignore_ascii_case("per")
            && cent.text.eq_ignore_ascii_case("cent");
        if is_unit {
            join(sentence, number);
        }
    }
}

fn join(sentence: &mut Sentence, number: usize) {
    let (per, cent) = (number + 1, number + 2);
    let first = first_of_number(sentence, number);
    let whole = first..=cent;
    let tokens = &mut sentence.tokens;
    let is_outer = |&index: &usize| !whole.contains(&tokens[index].head) || tokens[index].head == index;
    let Some(outer) = whole.clone().find(is_outer) else { return };
    let (head, dep) = (tokens[outer].head, tokens[outer].dep);
    let is_root = head == outer;
    for token in tokens.iter_mut() {
        if whole.contains(&token.head) {
            token.head = cent;
        }
    }
    for token in &mut tokens[first..cent] {
        (token.head, token.dep) = (cent, Dependency::Nummod);
    }
    tokens[per].dep = Dependency::Compound;
    (tokens[cent].head, tokens[cent].dep) = (if is_root { cent } else { head }, dep);
    (tokens[cent].tag, tokens[cent].pos) = (FineTag::Nn, CoarseTag::Noun);
    for index in whole {
        tokens[index].entity = EntityTag::Inside(EntityType::Percent);
    }
    tokens[first].entity = EntityTag::Begin(EntityType::Percent);
}

/// `More than 4 per cent`, `about 4 per cent` are the recogniser's one expression; of it only what stands before the number in
/// digits or words belongs to the unit.
fn first_of_number(sentence: &Sentence, number: usize) -> usize {
    (0..number).rev().take_while(|&index| sentence.tokens[index].tag == FineTag::Cd).last().unwrap_or(number)
}

#[cfg(test)]
mod tests {
    use crate::language::{Dependency, EntityType};
    use crate::sample_language::{mended, token};

    #[test]
    fn the_unit_governs_its_number_and_stands_where_an_object_stands() {
        for text in [
            "The company offered a pay rise of 4 per cent.",
            "The company offered a pay rise of 5 per cent, spread over two years.",
            "Prices rose by 7 per cent in May.",
        ] {
            let sentence = &mended(text)[0];
            let cent = token(sentence, "cent");
            assert_eq!(sentence.tokens[cent].dep, Dependency::Pobj, "{text}");
            assert_eq!(sentence.tokens[cent - 2].head, cent, "{text}");
            assert_eq!(sentence.tokens[cent].entity.kind(), Some(EntityType::Percent), "{text}");
        }
    }
}
