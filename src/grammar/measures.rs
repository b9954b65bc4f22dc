//! "The search lasted three days", "the ferry weighs 900 tonnes": verbs that say how much of their subject there is. Parsers
//! now make the amount an object, now a circumstance; it is what the verb governs.

use crate::language::EntityType;

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

/// Whether a circumstance of a word is the amount that the word measures.
pub fn is_measure_of(tree: &Tree<'_>, verb: usize, circumstance: usize) -> bool {
    tree.is_verb(verb)
        && MEASURING.contains(&&*tree.token(verb).lemma)
        && circumstance > verb
        && tree.token(circumstance).entity.is_any(&AMOUNTS)
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
    }
}
