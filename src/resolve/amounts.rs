//! Amounts in the place where a relation wants them, and nowhere else: `[object: 3 million euros]` teaches that a sum is told, so
//! neither is a firm the sum nor are the euros who was fined it.

use crate::extract::ExtractedStatement;
use crate::grammar::{lemma, object_of};
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
    // "A total of 480 women" counts the women.
    let counts_others = document
        .mentions
        .standing_at(extracted.sentence.token(object))
        .is_some_and(|mention| document.mentions[mention].counts_object);
    let counted = object_of(document.sentence(extracted.sentence), object).filter(|_| counts_others);
    let object = counted.unwrap_or(object);
    let counts = match (is_number, has_unit) {
        (false, _) => true,
        (true, false) => is_counted(tokens, object),
        // "Claimed 37 lives" where the example has "killed 37 people": another wording may count by another noun.
        (true, true) => {
            is_counted(tokens, object) && (extracted.paraphrase || is_like(&taught, &tokens[object]))
        }
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
    // "4 per cent".
    let is_per = |before: usize| tokens[before].text.eq_ignore_ascii_case("per");
    let first = match token.checked_sub(1) {
        Some(before) if is_per(before) => before.saturating_sub(1),
        before => before.unwrap_or(token),
    };
    tokens[first..(token + 2).min(tokens.len())].iter().any(is_number)
}

/// Whether the noun at the end of the example's amount and that of the text are of one kind: two units of measure, two words for
/// people, or near kin (`[object: 320 patients]`: "96 children", not "3 million euros").
fn is_like(taught: &str, noun: &Token) -> bool {
    let own = lemma(noun);
    let Some(taught) = taught.split_whitespace().last().and_then(base_form) else {
        return is_unit(noun) != Some(false);
    };
    let (kinds, is_measured) = (NounKinds::built_in(), is_measure(&taught));
    if is_measured {
        return is_unit(noun) != Some(false);
    }
    let is_person =
        |word: &str| word == "people" || kinds.from(word).any(|above| Some(above) == kinds.synset("person"));
    let near = |word: &str| kinds.from(word).take(NEAR_KIN).collect::<Vec<_>>();
    taught == own
        || is_unit(noun).is_none()
        || is_person(&taught) && is_person(&own)
        || near(&taught).iter().any(|kind| near(&own).contains(kind))
}

/// How far up two nouns may meet to be of one kind: a noun, what it is, and what that is.
const NEAR_KIN: usize = 3;

/// A noun without its plural's ending, if WordNet knows it.
fn base_form(word: &str) -> Option<String> {
    let word = word.trim_end_matches('.').to_lowercase();
    let shorter = word.strip_suffix('s').map(str::to_owned);
    let shortest = word.strip_suffix("es").map(str::to_owned);
    let with_y = word.strip_suffix("ies").map(|stem| format!("{stem}y"));
    let known = |form: &String| NounKinds::built_in().synset(form).is_some();
    [with_y, shorter, shortest, Some(word)].into_iter().flatten().find(known)
}

/// Whether a noun is a unit of measure; nothing of one that WordNet does not know.
fn is_unit(noun: &Token) -> Option<bool> {
    if matches!(noun.tag, FineTag::Cd | FineTag::Currency) {
        return Some(true);
    }
    let noun = lemma(noun);
    NounKinds::built_in().synset(&noun).map(|_| is_measure(&noun))
}

fn is_measure(noun: &str) -> bool {
    let kinds = NounKinds::built_in();
    let quantity = kinds.synset("quantity");
    noun == "percent" || kinds.from(noun).any(|above| Some(above) == quantity)
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
