//! How many a statement tells of, or how often: the number of its subject or its object.

use crate::document::Document;
use crate::extract::ExtractedStatement;
use crate::grammar::children;
use crate::language::{Dependency, Sentence};
use crate::mentions::{Mentions, quantity};
use crate::story::Quantity;

/// The number of a statement's subject, else of its object.
pub fn quantity<E, C>(
    document: &Document<'_, Mentions, E, C>,
    extracted: &ExtractedStatement,
) -> Option<Quantity> {
    let sentence = document.sentence(extracted.sentence);
    [extracted.subject, extracted.object].into_iter().flatten().find_map(|token| {
        let mention = document.mentions.standing_at(extracted.sentence.token(token));
        let quantity = mention
            .and_then(|mention| document.mentions[mention].quantity.clone())
            .or_else(|| times(sentence, token))
            .or_else(|| quantity::counted_by(sentence, token))?;
        Some(Quantity { text: quantity.text, min: quantity.min, max: quantity.max })
    })
}

/// How often, where a noun before it counts it: `three counts of fraud`.
fn times(sentence: &Sentence, token: usize) -> Option<quantity::Quantity> {
    let tokens = &sentence.tokens;
    let of = Some(tokens[token].head)
        .filter(|&of| tokens[token].dep == Dependency::Pobj && &*tokens[of].lemma == "of")?;
    let number = |child: &usize| tokens[*child].dep == Dependency::Nummod;
    let number = children(sentence, tokens[of].head).find(number)?;
    quantity::read(&tokens[number].text)
}
