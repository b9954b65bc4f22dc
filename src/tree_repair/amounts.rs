//! Somebody and an amount after one verb: `fined Brent Foods 3 million euros`, `paid Ana Ruiz 300 pounds`.
//!
//! Parsers make one phrase of the two: the euros are Brent's, or Brent's other name. No name stands right before a number with a
//! unit but beside a verb that has two objects, so both are the verb's.

use crate::language::{CoarseTag, Dependency, EntityTag, EntityType, FineTag, Sentence};

/// Verbs that give: who gets the amount is their dative. With others (`fine`, `cost`) it is an object like the amount.
const GIVING: [&str; 12] =
    ["award", "give", "grant", "hand", "lend", "loan", "offer", "owe", "pay", "promise", "send", "transfer"];
const AMOUNTS: [EntityType; 3] = [EntityType::Cardinal, EntityType::Money, EntityType::Quantity];

/// Mends a sentence.
pub fn mend(sentence: &mut Sentence) {
    for unit in 2..sentence.tokens.len() {
        join_number(sentence, unit);
        let Some(amount) = amount_before(sentence, unit) else { continue };
        if let Some((verb, receiver)) = verb_and_receiver(sentence, amount, unit) {
            part(sentence, verb, receiver, amount, unit);
        }
        give_agent(sentence, unit);
    }
}

/// `A total of 480 women`: a number and its noun are one object of their preposition, not two.
fn join_number(sentence: &mut Sentence, noun: usize) {
    let [.., number, unit] = &mut sentence.tokens[..=noun] else { return };
    let is_double = number.tag == FineTag::Cd
        && unit.pos == CoarseTag::Noun
        && (number.dep, unit.dep) == (Dependency::Pobj, Dependency::Pobj)
        && number.head == unit.head;
    if is_double {
        (number.head, number.dep) = (noun, Dependency::Nummod);
    }
}

/// The first token of the number before a unit.
fn amount_before(sentence: &Sentence, unit: usize) -> Option<usize> {
    let tokens = &sentence.tokens;
    let is_number = |index: &usize| matches!(tokens[*index].tag, FineTag::Cd | FineTag::Currency);
    let is_unit = matches!(tokens[unit].tag, FineTag::Nn | FineTag::Nns) || tokens[unit].tag == FineTag::Cd;
    let ends = tokens.get(unit + 1).is_none_or(|next| next.tag != FineTag::Cd && next.pos != CoarseTag::Noun);
    let is_amount = |first: &usize| {
        tokens[*first].entity.is_any(&AMOUNTS) || tokens[unit].entity.is_any(&AMOUNTS) || unit - first > 1
    };
    (0..unit).rev().take_while(is_number).last().filter(|first| is_unit && ends && is_amount(first))
}

/// The verb right before a phrase that ends where an amount begins, with the head of that phrase, where the parser has taken both
/// for one.
fn verb_and_receiver(sentence: &Sentence, amount: usize, unit: usize) -> Option<(usize, usize)> {
    let tokens = &sentence.tokens;
    let receiver = amount.checked_sub(1)?;
    let is_somebody = tokens[receiver].tag.is_proper_noun()
        || matches!(tokens[receiver].tag, FineTag::Nn | FineTag::Nns | FineTag::Prp);
    let is_part = |index: &usize| {
        let tag = tokens[*index].tag;
        tag.is_proper_noun()
            || matches!(tag, FineTag::Nn | FineTag::Nns | FineTag::Jj | FineTag::Dt | FineTag::Cd)
    };
    let first = (0..receiver).rev().take_while(is_part).last().unwrap_or(receiver);
    let verb = first.checked_sub(1).filter(|&verb| tokens[verb].pos == CoarseTag::Verb)?;
    let is_its = |token: usize| tokens[token].head == verb && tokens[token].dep == Dependency::Dobj;
    let is_one = is_its(unit) && tokens[receiver].head > receiver
        || is_its(receiver) && tokens[unit].head == receiver && tokens[unit].dep == Dependency::Appos;
    (is_somebody && is_one).then_some((verb, receiver))
}

/// Gives a verb two objects in the place of one.
fn part(sentence: &mut Sentence, verb: usize, receiver: usize, amount: usize, unit: usize) {
    let gives = GIVING.contains(&&*sentence.tokens[verb].lemma);
    let tokens = &mut sentence.tokens;
    for token in &mut tokens[verb + 1..receiver] {
        if token.head > receiver {
            token.head = receiver;
        }
    }
    (tokens[receiver].head, tokens[receiver].dep) =
        (verb, if gives { Dependency::Dative } else { Dependency::Dobj });
    (tokens[unit].head, tokens[unit].dep) = (verb, Dependency::Dobj);
    for token in &mut tokens[amount..unit] {
        if !(amount..=unit).contains(&token.head) {
            (token.head, token.dep) = (unit, Dependency::Nummod);
        }
    }
    // The recogniser has made one amount of both, too.
    if tokens[amount].entity.continues()
        && let Some(kind) = tokens[unit].entity.kind()
    {
        tokens[amount].entity = EntityTag::Begin(kind);
        for token in &mut tokens[verb + 1..amount] {
            if token.entity.is_any(&AMOUNTS) {
                token.entity = EntityTag::Outside;
            }
        }
    }
}

/// `Was fined two pounds by the police`: nobody makes pounds, so it is the police who fined.
fn give_agent(sentence: &mut Sentence, unit: usize) {
    let tokens = &sentence.tokens;
    let verb = tokens[unit].head;
    let is_passive = tokens.iter().any(|token| token.head == verb && token.dep == Dependency::NsubjPass);
    let by = |index: &usize| {
        tokens[*index].head == unit
            && tokens[*index].dep == Dependency::Prep
            && &*tokens[*index].lemma == "by"
    };
    if let Some(by) = (unit + 1..tokens.len()).find(by).filter(|_| is_passive) {
        (sentence.tokens[by].head, sentence.tokens[by].dep) = (verb, Dependency::Agent);
    }
}

#[cfg(test)]
mod tests {
    use crate::language::Dependency;
    use crate::sample_language::{mended, token};

    /// The labels of two words under the verb of a text.
    fn under_verb(text: &str, verb: &str, words: [&str; 2]) -> [Option<Dependency>; 2] {
        let sentence = &mended(text)[0];
        let verb = token(sentence, verb);
        words.map(|word| {
            let word = &sentence.tokens[token(sentence, word)];
            (word.head == verb).then_some(word.dep)
        })
    }

    #[test]
    fn somebody_and_an_amount_are_two() {
        let both = [Some(Dependency::Dobj); 2];
        for (text, words) in [
            ("The commission fined Brent Foods 3 million euros.", ["Foods", "euros"]),
            (
                "The commission fined three cement makers 48 million euros for fixing prices.",
                ["makers", "euros"],
            ),
        ] {
            assert_eq!(under_verb(text, "fined", words), both, "{text}");
        }
        let paid = under_verb("The club paid Ana Ruiz 300 pounds.", "paid", ["Ruiz", "pounds"]);
        assert_eq!(paid, [Some(Dependency::Dative), Some(Dependency::Dobj)]);
        let fined =
            under_verb("Orrin Lines was fined two million pounds by the police.", "fined", ["pounds", "by"]);
        assert_eq!(fined, [Some(Dependency::Dobj), Some(Dependency::Agent)]);
    }

    #[test]
    fn one_phrase_stays_one() {
        let sentence = &mended("The club sold its 300 shares.")[0];
        assert_eq!(sentence.tokens[token(sentence, "its")].dep, Dependency::Poss);
    }
}
