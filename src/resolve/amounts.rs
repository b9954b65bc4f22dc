//! Amounts in the place where a relation wants them, and nowhere else: `[object: 3 million euros]` teaches that a sum is told, so
//! neither is a firm the sum nor are the euros who was fined it.

use crate::extract::ExtractedStatement;
use crate::grammar::lemma;
use crate::language::{FineTag, NounKinds, Token};
use crate::ontology::{Ontology, Range, Role};

use super::article_facts::ReadDocument;

/// Whether the arguments of a statement whose object is a literal are of the kind that its example has.
pub fn literal_fits(
    document: &ReadDocument<'_>,
    extracted: &ExtractedStatement,
    ontology: &Ontology,
) -> bool {
    let relation = ontology.relation(extracted.relation);
    let (Range::Literal { .. }, Some(example), Some(object)) =
        (&relation.range, extracted.example, extracted.object)
    else {
        return true;
    };
    let tokens = &document.sentence(extracted.sentence).tokens;
    let is_sum = |token: usize| is_counted(tokens, token) && is_unit(&tokens[token]) == Some(true);
    let taught = example_words(ontology, extracted, example);
    let is_number = taught.chars().any(char::is_numeric);
    let has_unit = taught.trim_end().ends_with(char::is_alphabetic);
    let counts = match (is_number, has_unit) {
        (false, _) => true,
        (true, false) => is_counted(tokens, object),
        (true, true) => is_counted(tokens, object) && is_unit(&tokens[object]) != Some(false),
    };
    counts && !extracted.subject.is_some_and(is_sum)
}

/// The words of the example's object; none where it has no object.
fn example_words(ontology: &Ontology, extracted: &ExtractedStatement, example: usize) -> String {
    let Some(example) = ontology.relation(extracted.relation).examples.get(example) else {
        return String::new();
    };
    let object = example.spans.iter().find(|span| span.role == Role::Object);
    let words =
        object.map(|span| example.text.chars().skip(span.begin).take(span.end - span.begin).collect());
    words.unwrap_or_default()
}

/// Whether a number stands at a word or beside it.
fn is_counted(tokens: &[Token], token: usize) -> bool {
    let is_number = |token: &Token| {
        matches!(token.tag, FineTag::Cd | FineTag::Currency) || token.text.contains(char::is_numeric)
    };
    tokens[token.saturating_sub(1)..(token + 2).min(tokens.len())].iter().any(is_number)
}

/// Whether a noun is a unit of measure; nothing of one that WordNet does not know.
fn is_unit(noun: &Token) -> Option<bool> {
    if matches!(noun.tag, FineTag::Cd | FineTag::Currency) {
        return Some(true);
    }
    let (kinds, noun) = (NounKinds::built_in(), lemma(noun));
    kinds.synset(&noun)?;
    let quantity = kinds.synset("quantity");
    Some(kinds.from(&noun).any(|above| Some(above) == quantity))
}

#[cfg(test)]
mod tests {
    use crate::language::Engine;
    use crate::ontology::Ontology;
    use crate::pipeline::Pipeline;
    use crate::story::Argument;

    #[test]
    fn a_sum_is_what_the_example_has_for_one() {
        let ontology = r#"@prefix law: <https://a.example/law#> . @prefix ng: <https://w3id.org/newsgraph/ontology#> .
            @prefix owl: <http://www.w3.org/2002/07/owl#> . @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
            @prefix skos: <http://www.w3.org/2004/02/skos/core#> . @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
            law:fined_sum a owl:DatatypeProperty ; rdfs:domain ng:Agent ; rdfs:range xsd:string ;
                skos:example "The commission fined [subject: Brent Foods] [object: 3 million euros]."@en ."#;
        let ontology = Ontology::taught_by(&[("law.ttl", ontology)]).unwrap();
        let pipeline = Pipeline::builder().engine(Engine::load()).ontology(ontology).build().unwrap();
        let read = |text: &str| {
            let story = pipeline.story(vec![pipeline.article("a.txt", text).unwrap()]);
            let told = |statement: &crate::story::Statement| {
                let sum = match &statement.object {
                    Some(Argument::Literal(literal)) => literal.mention.clone(),
                    _ => String::new(),
                };
                format!("{}: {sum}", statement.subject.as_ref().unwrap().mention)
            };
            story.statements.iter().map(told).collect::<Vec<_>>()
        };
        assert_eq!(
            read("The watchdog fined three cement makers 48 million euros."),
            ["three cement makers: 48 million euros"]
        );
        assert_eq!(
            read("Orrin Lines was fined 2.5 million pounds by the police."),
            ["Orrin Lines: 2.5 million pounds"]
        );
        assert!(read("Neither the bookbinder nor the publisher was fined by the watchdog.").is_empty());
    }
}
