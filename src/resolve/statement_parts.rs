//! What a statement is known by: its place in its article, and what that article alone tells of its arguments. Who they are
//! in the story depends on the other articles, so that is left out: what a user decided about a statement must find it
//! again when there are more. Whom a pronoun means in its article is looked at, because a decision about one person must not
//! pass to another.

use crate::coreference::Chains;
use crate::ontology::Ontology;

use super::article_facts::StatementFacts;
use super::phrases::Phrase;

/// All that tells a statement from others, as texts in a fixed order; `document` is the IRI of its article.
pub fn identifying_parts(
    facts: &StatementFacts,
    document: &str,
    chains: &Chains,
    ontology: &Ontology,
) -> Vec<String> {
    let who = |phrase: &Phrase| match phrase {
        Phrase::Mention { chain, place, .. } => {
            format!("{}-{} {}", place.begin, place.end, chains[*chain].label)
        }
        Phrase::Concept { label, place, .. } => format!("{}-{} {label}", place.begin, place.end),
        Phrase::Post { post, place, .. } => format!("{}-{} {}", place.begin, place.end, post.label),
    };
    let argument = |phrase: &Option<Phrase>| phrase.as_ref().map_or_else(String::new, who);
    let literal = facts.literal.as_ref().map(|literal| format!("{}^^{}", literal.value, literal.datatype));
    let mut parts = vec![
        document.to_owned(),
        facts.sentence.begin.to_string(),
        facts.trigger.begin.to_string(),
        facts.trigger.end.to_string(),
        ontology.relation(facts.relation).iri.clone(),
        argument(&facts.subject),
        literal.unwrap_or_else(|| argument(&facts.object)),
        format!("{:?} {}", facts.polarity, facts.asserted),
        argument(&facts.attributed_to),
        facts.quantity.as_ref().map_or_else(String::new, |quantity| quantity.text.clone()),
        facts.time.as_ref().map_or_else(String::new, |time| time.text.clone()),
        argument(&facts.place),
    ];
    for (name, phrase) in &facts.qualifiers {
        parts.extend([name.clone(), who(phrase)]);
    }
    parts
}
