//! "The search lasted three days", "the ferry weighs 900 tonnes", "the bridge is 90 metres long": verbs and adjectives that say
//! how much of their subject there is. Parsers now make the amount an object, now a circumstance; it is what they govern.

use crate::language::{CoarseTag, EntityType, FineTag};

use super::tree::Tree;

const MEASURING: [&str; 5] = ["cost", "last", "measure", "span", "weigh"];
const AMOUNTS: [EntityType; 6] = [
    EntityType::Quantity,
    EntityType::Money,
    EntityType::Percent,
    EntityType::Cardinal,
    EntityType::Date,
    EntityType::Time,
];

/// Whether a circumstance of a word is the amount that the word measures. A quantity after any verb is: "jumped 7 metres".
pub fn is_measure_of(tree: &Tree<'_>, word: usize, circumstance: usize) -> bool {
    let is_quantity = || tree.token(circumstance).entity.is_any(&[EntityType::Quantity]);
    let measures = match tree.token(word).pos {
        CoarseTag::Verb => {
            circumstance > word && (MEASURING.contains(&&*tree.token(word).lemma) || is_quantity())
        }
        CoarseTag::Adj => circumstance + 1 == word,
        _ => false,
    };
    measures && tree.token(circumstance).entity.is_any(&AMOUNTS)
}

/// Whether a noun is an amount: a unit right after a number ("2.5 million pounds"), or a number.
pub fn is_amount(tree: &Tree<'_>, noun: usize) -> bool {
    let is_number = |word: usize| matches!(tree.token(word).tag, FineTag::Cd | FineTag::Currency);
    is_number(noun) || noun.checked_sub(1).is_some_and(is_number)
}

#[cfg(test)]
mod tests {
    use crate::grammar::{ArgumentGraph, Link, Tree};
    use crate::sample_language::{parse, token};

    /// Whether one word of a text is an object of another.
    fn is_object(text: &str, verb: &str, amount: &str) -> bool {
        let sentences = parse(text);
        let graph = ArgumentGraph::new(&Tree::new(&sentences[0]));
        let (verb, amount) = (token(&sentences[0], verb), token(&sentences[0], amount));
        graph.edges(verb).iter().any(|edge| edge.link == Link::Object && edge.target == amount)
    }

    #[test]
    fn verbs_of_measure_govern_the_amount() {
        assert!(is_object("The search lasted three days.", "lasted", "days"));
        assert!(!is_object("The crew rested three days.", "rested", "days"));
        assert!(is_object("Anna Reed jumped 6.12 metres.", "jumped", "metres"));
    }

    #[test]
    fn adjectives_of_measure_govern_the_amount() {
        assert!(is_object("The bridge is 90 metres long.", "long", "metres"));
    }
}
