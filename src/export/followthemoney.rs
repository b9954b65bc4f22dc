//! FollowTheMoney, an entity a line, for Aleph, OpenSanctions' tools and the `ftm` command. Articles are `Article`s,
//! each the `proof` of what it says; what a sentence states as a fact of two entities is a link between them. That
//! model cannot say "doubtful", "denied" or "planned", so whatever is no fact, and whatever has an end that is no entity there, is a
//! `Note` on the entities it speaks of.

use std::collections::{BTreeMap, BTreeSet};
use std::io;
use std::io::Write;

use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use crate::graph::Standing;
use crate::ontology::Ontology;
use crate::story::{DocumentRecord, Entity, Statement, Story};
use crate::time::TimeValue;
use crate::vocabulary::WIKIDATA;

use super::ftm_schema::Schemata;
use super::web_address::web_address;
use crate::story::relation_label;

/// Articles, entities, mentions, then links and notes, in the order of the story.
///
/// # Errors
/// Returns I/O errors from `out`.
pub fn followthemoney(story: &Story, ontology: &Ontology, out: &mut dyn Write) -> io::Result<()> {
    let schemata = Schemata::embedded();
    let known: BTreeMap<&str, &str> = story
        .entities
        .iter()
        .filter_map(|entity| Some((entity.id.as_ref(), schemata.of_entity(&entity.types, ontology)?)))
        .collect();
    for document in &story.documents {
        line(out, article(document))?;
    }
    for entity in &story.entities {
        let Some(&schema) = known.get(entity.id.as_ref()) else { continue };
        line(out, described(entity, schema))?;
        if schemata.is_legal_entity(schema) {
            mentions(entity, schema).try_for_each(|mention| line(out, mention))?;
        }
    }
    for statement in &story.statements {
        let value =
            link(statement, &known, &schemata, ontology).unwrap_or_else(|| note(statement, &known, ontology));
        line(out, value)?;
    }
    Ok(())
}

fn line(out: &mut dyn Write, value: Value) -> io::Result<()> {
    writeln!(out, "{value}")
}

/// An entity as its readers expect it: a list of texts for each property, none of them empty.
fn proxy<const N: usize>(id: &str, schema: &str, properties: [(&str, Vec<String>); N]) -> Value {
    let properties: BTreeMap<&str, Vec<String>> = properties
        .into_iter()
        .map(|(name, mut values)| {
            values.retain(|value| !value.trim().is_empty());
            if let "name" | "alias" = name {
                values.iter_mut().for_each(shorten);
            }
            (name, values)
        })
        .filter(|(_, values)| !values.is_empty())
        .collect();
    json!({"id": identifier(id), "schema": schema, "properties": properties})
}

/// Longest name that FollowTheMoney takes, in characters.
const LONGEST_NAME: usize = 384;

fn shorten(name: &mut String) {
    if let Some((end, _)) = name.char_indices().nth(LONGEST_NAME)
        && let Some((cut, _)) = name[..end].char_indices().next_back()
    {
        name.replace_range(cut.., "…");
    }
}

/// FollowTheMoney's identifiers have letters, digits, dots and hyphens only, so an IRI stands as its hash.
fn identifier(iri: &str) -> String {
    let hash = Sha256::digest(iri.as_bytes());
    hash.iter().take(20).map(|byte| format!("{byte:02x}")).collect()
}

fn article(document: &DocumentRecord) -> Value {
    let headline = document.title.clone().unwrap_or_else(|| document.path.clone());
    proxy(
        &document.id,
        "Article",
        [
            ("title", vec![headline.clone()]),
            ("name", vec![headline]),
            ("fileName", vec![document.path.clone()]),
            ("publisher", document.publisher.iter().cloned().collect()),
            ("publishedAt", day(document.date.as_deref())),
            ("sourceUrl", address(document)),
            ("notes", vec![document.id.to_string()]),
        ],
    )
}

fn described(entity: &Entity, schema: &str) -> Value {
    let wikidata = entity.same_as.iter().filter_map(|iri| iri.strip_prefix(WIKIDATA));
    proxy(
        &entity.id,
        schema,
        [
            ("name", vec![entity.label.to_string()]),
            ("alias", entity.alternative_labels.clone()),
            ("wikidataId", wikidata.filter(|name| is_wikidata_item(name)).map(str::to_owned).collect()),
            ("notes", vec![entity.id.to_string()]),
        ],
    )
}

fn is_wikidata_item(name: &str) -> bool {
    name.strip_prefix('Q')
        .is_some_and(|digits| !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit()))
}

/// One for each article that names the entity.
fn mentions<'a>(entity: &'a Entity, schema: &'a str) -> impl Iterator<Item = Value> {
    let documents: BTreeSet<&str> = entity.mentions.iter().map(|mention| mention.document.as_ref()).collect();
    documents.into_iter().map(move |document| {
        proxy(
            &format!("{document} {}", entity.id),
            "Mention",
            [
                ("name", vec![entity.label.to_string()]),
                ("document", vec![identifier(document)]),
                ("resolved", vec![identifier(&entity.id)]),
                ("detectedSchema", vec![schema.to_owned()]),
            ],
        )
    })
}

/// A statement of fact about two entities; nothing where it is none.
fn link(
    statement: &Statement,
    known: &BTreeMap<&str, &str>,
    schemata: &Schemata,
    ontology: &Ontology,
) -> Option<Value> {
    let (Some(subject), Some(object), true) =
        (&statement.subject, statement.object_entity(), Standing::of(statement, ontology) == Standing::Fact)
    else {
        return None;
    };
    let (from, to) = (known.get(subject.id.as_ref())?, known.get(object.id.as_ref())?);
    let link = schemata.of_relation(&statement.relation_iri, from, to);
    Some(proxy(
        &statement.id,
        link.schema,
        [
            (link.subject, vec![identifier(&subject.id)]),
            (link.object, vec![identifier(&object.id)]),
            (link.wording, vec![relation_label(statement, ontology)]),
            ("summary", vec![statement.sentence.text.clone()]),
            ("date", day(statement.time.as_ref().and_then(|time| time.value.as_deref()))),
            ("proof", vec![identifier(&statement.document.id)]),
            ("publisher", statement.document.publisher.iter().cloned().collect()),
            ("sourceUrl", address(&statement.document)),
            ("recordId", vec![statement.id.to_string()]),
        ],
    ))
}

fn note(statement: &Statement, known: &BTreeMap<&str, &str>, ontology: &Ontology) -> Value {
    let named = statement.references().filter(|entity| known.contains_key(entity.id.as_ref()));
    let mut entities: Vec<String> = named.map(|entity| identifier(&entity.id)).collect();
    entities.sort();
    entities.dedup();
    proxy(
        &statement.id,
        "Note",
        [
            ("name", vec![in_words(statement, ontology)]),
            ("description", vec![statement.sentence.text.clone()]),
            ("entity", entities),
            ("proof", vec![identifier(&statement.document.id)]),
            ("publisher", statement.document.publisher.iter().cloned().collect()),
            ("sourceUrl", address(&statement.document)),
            ("notes", vec![statement.id.to_string()]),
        ],
    )
}

/// "Nordholm Lines – charged with – negligence (denied)".
fn in_words(statement: &Statement, ontology: &Ontology) -> String {
    let subject = statement.subject.as_ref().map(|subject| subject.label.to_string());
    let object = statement.object.as_ref().map(|object| object.label().to_string());
    let parts = [subject, Some(relation_label(statement, ontology)), object];
    let words = parts.into_iter().flatten().collect::<Vec<_>>().join(" – ");
    Standing::of(statement, ontology).mark(&words)
}

/// The day that a time means, if it is one day.
fn day(time: Option<&str>) -> Vec<String> {
    let days = time.and_then(TimeValue::parse).and_then(TimeValue::days);
    days.filter(|(first, last)| first == last).map(|(first, _)| first.to_string()).into_iter().collect()
}

/// Where the article stands on the Web, if that is an address and nothing else.
fn address(document: &DocumentRecord) -> Vec<String> {
    let url = document.url.as_deref().and_then(web_address);
    let is_plain = |url: &&str| !url.contains(['"', '<', '>', '\\', '^', '`', '{', '|', '}']);
    url.filter(is_plain).map(str::to_owned).into_iter().collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::export::testing::written;
    use crate::sample;

    fn values() -> Vec<Value> {
        written(|out| followthemoney(&sample::story(), &sample::ontology(), out))
            .lines()
            .map(|line| serde_json::from_str(line).unwrap())
            .collect()
    }

    #[test]
    fn what_is_denied_or_planned_is_a_note_and_no_link() {
        let values = values();
        let of = |schema: &str| values.iter().filter(|value| value["schema"] == schema).count();
        assert_eq!((of("Article"), of("UnknownLink"), of("Note")), (2, 1, 3));
        let denied = "Nordholm Lines – charged with – negligence (denied)";
        assert!(values.iter().any(|value| value["properties"]["name"][0] == denied));
    }

    #[test]
    fn every_reference_is_to_an_entity_that_is_there() {
        let values = values();
        let ids: Vec<&Value> = values.iter().map(|value| &value["id"]).collect();
        for property in ["subject", "object", "proof", "entity", "document", "resolved"] {
            for value in values.iter().filter_map(|value| value["properties"][property].as_array()).flatten()
            {
                assert!(ids.contains(&value), "{property} {value}");
            }
        }
    }

    #[test]
    fn names_are_cut_where_they_are_too_long() {
        let mut name = "é".repeat(LONGEST_NAME);
        shorten(&mut name);
        assert_eq!(name, "é".repeat(LONGEST_NAME));
        name.push('x');
        shorten(&mut name);
        assert_eq!(name, "é".repeat(LONGEST_NAME - 1) + "…");
    }

    #[test]
    fn addresses_that_are_none_are_left_out() {
        let mut document = DocumentRecord::clone(&sample::story().documents[0]);
        assert_eq!(address(&document).len(), 1);
        document.url = Some("https://news.example/\"a b\"".to_owned());
        assert!(address(&document).is_empty());
    }
}
