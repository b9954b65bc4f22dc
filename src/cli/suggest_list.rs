//! Suggestions as a list: for people, for programs, and as Turtle to be pasted into an ontology.

use std::fmt::Write as _;

use clap::ValueEnum;
use serde_json::{Value, json};

use crate::ontology::Ontology;
use crate::suggest::{NewRelation, Quote, Suggestion};
use crate::vocabulary as v;

use crate::terminal::table::printable;

/// How the list is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum SuggestFormat {
    /// For people
    Text,
    /// Examples to be pasted into an ontology
    Ttl,
    /// For programs
    Json,
}

/// The list of suggestions, of which `found` were found.
pub fn list(suggestions: &[Suggestion], found: usize, ontology: &Ontology, format: SuggestFormat) -> String {
    match format {
        SuggestFormat::Text => {
            let shown = |(place, one): (usize, &Suggestion)| format!("{}\n", shown(place + 1, one, ontology));
            let mut text: String = suggestions.iter().enumerate().map(shown).collect();
            let _ = match suggestions.len() {
                shown if shown < found => {
                    writeln!(text, "({shown} of {found} suggestions; --limit shows more)")
                }
                1 => writeln!(text, "(1 suggestion)"),
                shown => writeln!(text, "({shown} suggestions)"),
            };
            text
        }
        SuggestFormat::Ttl => {
            let mut text = prefixes();
            for one in suggestions {
                let iri = &ontology.relation(one.relation).iri;
                let _ = writeln!(text, "\n# adds {}, sure {:.2}", one.new, one.sureness);
                quotes_as_comments(&mut text, &one.quotes);
                let _ = writeln!(text, "<{iri}> skos:example {} .", literal(&one.example));
            }
            text
        }
        SuggestFormat::Json => {
            let objects: Vec<Value> = suggestions.iter().map(|one| as_json(one, ontology)).collect();
            format!("{:#}\n", Value::Array(objects))
        }
    }
}

/// A suggestion on some lines.
pub fn shown(place: usize, one: &Suggestion, ontology: &Ontology) -> String {
    let relation = ontology.relation(one.relation);
    let mut text = format!("{place}. {}  adds {}, sure {:.2}\n", relation.name, one.new, one.sureness);
    let _ = writeln!(text, "  example   {}", printable(&one.example));
    if let Some(nearest) = relation.examples.get(one.nearest) {
        let _ = writeln!(text, "  near      {}  ({:.2})", printable(&nearest.marked), one.likeness);
    }
    if one.known_pairs > 0 {
        let _ =
            writeln!(text, "  known     {} of {} pairs stand in it by other words", one.known_pairs, one.new);
    }
    if one.claimed > 0 {
        let _ = writeln!(text, "  claimed   {} of {} by other relations", one.claimed, one.new);
    }
    for quote in &one.quotes {
        let _ = writeln!(text, "  found     {}: {}", printable(&quote.article), printable(&quote.marked));
    }
    text
}

fn as_json(one: &Suggestion, ontology: &Ontology) -> Value {
    let relation = ontology.relation(one.relation);
    json!({
        "relation": relation.name,
        "iri": relation.iri,
        "example": one.example,
        "adds": one.new,
        "sure": rounded(one.sureness),
        "nearest": relation.examples.get(one.nearest).map(|example| &example.marked),
        "likeness": rounded(one.likeness),
        "known_pairs": one.known_pairs,
        "claimed": one.claimed,
        "sentences": quotes_as_json(&one.quotes),
    })
}

/// The list of new relations.
pub fn list_new(proposed: &[NewRelation], ontology: &Ontology, format: SuggestFormat) -> String {
    let class = |id| ontology.class(id);
    match format {
        SuggestFormat::Text => {
            let mut text = String::new();
            for (place, one) in proposed.iter().enumerate() {
                let (domain, range) = (&class(one.domain).name, &class(one.range).name);
                let _ = writeln!(
                    text,
                    "{}. {}  {domain} → {range}, {} statements",
                    place + 1,
                    one.name,
                    one.statements
                );
                for example in &one.examples {
                    let _ = writeln!(text, "  example   {}", printable(example));
                }
                for quote in &one.quotes {
                    let _ = writeln!(
                        text,
                        "  found     {}: {}",
                        printable(&quote.article),
                        printable(&quote.marked)
                    );
                }
                text.push('\n');
            }
            let _ = writeln!(text, "({} relations)", proposed.len());
            text
        }
        SuggestFormat::Ttl => {
            let mut text = prefixes()
                + "@prefix ex: <https://example.org/my-ontology#> .  # put your own namespace here\n";
            for one in proposed {
                let _ = writeln!(text, "\n# {} statements", one.statements);
                quotes_as_comments(&mut text, &one.quotes);
                let examples: Vec<String> = one.examples.iter().map(|example| literal(example)).collect();
                let _ = writeln!(
                    text,
                    "ex:{} a owl:ObjectProperty ;\n    rdfs:domain <{}> ;\n    rdfs:range <{}> ;\n    skos:example {} .",
                    one.name,
                    class(one.domain).iri,
                    class(one.range).iri,
                    examples.join(" ,\n        ")
                );
            }
            text
        }
        SuggestFormat::Json => {
            let object = |one: &NewRelation| {
                json!({
                    "name": one.name,
                    "domain": class(one.domain).iri,
                    "range": class(one.range).iri,
                    "statements": one.statements,
                    "examples": one.examples,
                    "sentences": quotes_as_json(&one.quotes),
                })
            };
            format!("{:#}\n", Value::Array(proposed.iter().map(object).collect()))
        }
    }
}

fn prefixes() -> String {
    format!(
        "@prefix owl: <{}> .\n@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .\n@prefix skos: <{}> .\n",
        v::OWL,
        v::SKOS
    )
}

fn quotes_as_comments(text: &mut String, quotes: &[Quote]) {
    for quote in quotes {
        let _ = writeln!(text, "# {}: {}", printable(&quote.article), printable(&quote.marked));
    }
}

fn quotes_as_json(quotes: &[Quote]) -> Vec<Value> {
    quotes.iter().map(|quote| json!({ "article": &*quote.article, "marked": quote.marked })).collect()
}

/// A string of Turtle; examples hold letters, brackets and spaces, and whatever a user's own phrases hold.
fn literal(text: &str) -> String {
    format!("\"{}\"@en", printable(text).replace('\\', "\\\\").replace('"', "\\\""))
}

fn rounded(number: f64) -> f64 {
    (number * 100.0).round() / 100.0
}
