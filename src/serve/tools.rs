//! The tools that assistants have. Each answers with evidence: who says so, in which sentence of which article, and whether it is a
//! fact, a denial or a plan.

use hyper::HeaderMap;
use hyper::header::{ACCEPT, HeaderValue};
use serde_json::{Value, json};

use crate::disagreements::disagreements;
use crate::export::disagreements_json;
use crate::files::asked::AskedGraph;
use crate::files::graph_ontology::ontology_of;
use crate::graph::Found;
use crate::story::{Argument, EntityReference, Polarity, Statement};
use crate::vocabulary::local_name;

use super::evaluation::answer;
use super::limits::Limits;
use super::negotiation::Accept;
use super::problem::Problem;
use super::served::{Graph, Served};
use super::sparql::Asked;

/// Entries of a list where nobody says how many.
const USUAL: usize = 50;
/// Rows of a query: more than that nobody reads.
const MOST_ROWS: usize = 1000;

/// Something that can be asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tool {
    Find,
    FactsAbout,
    SentencesFor,
    Disagreements,
    Sparql,
}

impl Tool {
    const ALL: [Self; 5] =
        [Self::Find, Self::FactsAbout, Self::SentencesFor, Self::Disagreements, Self::Sparql];

    fn name(self) -> &'static str {
        match self {
            Self::Find => "find",
            Self::FactsAbout => "facts_about",
            Self::SentencesFor => "sentences_for",
            Self::Disagreements => "disagreements",
            Self::Sparql => "sparql",
        }
    }

    /// The one of this name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|tool| tool.name() == name)
    }

    fn description(self) -> &'static str {
        match self {
            Self::Find => {
                "Entities (people, organisations, places, offences …) by part of a name, best first, with how many statements \
                 and articles tell of each."
            }
            Self::FactsAbout => {
                "What the articles say of an entity: who did what, whether it is affirmed, denied or not asserted (planned, \
                 alleged), who says so, when and where, and in which article."
            }
            Self::SentencesFor => {
                "The sentences that statements about an entity stand on, word for word, with outlet, day, headline and address; \
                 only those about another entity too, or of one relation, where these are given."
            }
            Self::Disagreements => {
                "Where articles or speakers contradict each other, each side with its statements: about one entity, or all."
            }
            Self::Sparql => {
                "A SPARQL 1.1 query (SELECT, ASK, CONSTRUCT or DESCRIBE). Prefixes ng:, id:, rdfs:, skos:, prov:, nif:, schema: \
                 are known. ?s a ng:Statement has rdf:subject, rdf:predicate, rdf:object, ng:polarity, ng:asserted, \
                 ng:attributedTo, ng:confidence and prov:wasDerivedFrom, its sentence. Add a LIMIT."
            }
        }
    }

    /// Names of arguments, what they are, and whether they are needed.
    fn arguments(self) -> &'static [(&'static str, &'static str, &'static str, bool)] {
        match self {
            Self::Find => &[
                ("text", "string", "Part of a name; empty for whoever most statements name", true),
                ("limit", "integer", "How many at most; 50 if not given", false),
            ],
            Self::FactsAbout => &[
                ("entity", "string", "A name, or the IRI that `find` gives", true),
                ("limit", "integer", "How many at most; 50 if not given", false),
            ],
            Self::SentencesFor => &[
                ("entity", "string", "A name, or the IRI that `find` gives", true),
                ("other", "string", "Another entity that the statements must be about", false),
                ("relation", "string", "Name of a relation, such as charged_with", false),
                ("limit", "integer", "How many at most; 50 if not given", false),
            ],
            Self::Disagreements => {
                &[("about", "string", "A name, or the IRI that `find` gives; all if not given", false)]
            }
            Self::Sparql => &[("query", "string", "The query", true)],
        }
    }

    /// What it answers.
    ///
    /// # Errors
    /// Returns a problem that says what is wrong with the arguments, or why there is no answer.
    pub fn answer(self, arguments: &Value, served: &Served, limits: Limits) -> Result<String, Problem> {
        let graph = &*served.graph()?;
        let text = |name: &str| arguments[name].as_str().filter(|text| !text.trim().is_empty());
        let needed =
            |name: &str| text(name).ok_or_else(|| Problem::bad_request(format!("{name} is missing")));
        let most = arguments["limit"].as_u64().map_or(USUAL, |most| most as usize);
        Ok(match self {
            Self::Find => {
                let finds = graph.finder()?.find(&graph.index()?, text("text").unwrap_or_default(), most)?;
                pretty(&json!({"entities": finds.entities, "total": finds.total}))
            }
            Self::FactsAbout => {
                let entity = entity(graph, needed("entity")?)?;
                listed(&entity, &statements(graph, &entity.iri)?, most, fact)
            }
            Self::SentencesFor => {
                let one = entity(graph, needed("entity")?)?;
                let other = text("other").map(|name| entity(graph, name)).transpose()?;
                let relation = text("relation").map(local_name);
                let mut found = statements(graph, &one.iri)?;
                found.retain(|statement| {
                    let is_about = |other: &Found| statement.references().any(|named| named.id == other.iri);
                    other.as_ref().is_none_or(is_about)
                        && relation.is_none_or(|relation| relation == &*statement.relation)
                });
                listed(&one, &found, most, sentence)
            }
            Self::Disagreements => {
                let (dataset, story) = match text("about") {
                    Some(name) => graph.about(&entity(graph, name)?.iri)?,
                    None => graph.folder().story_without_mentions()?,
                };
                pretty(&disagreements_json(&disagreements(&story, &ontology_of(&dataset)?)))
            }
            Self::Sparql => {
                let query = needed("query")?.to_owned();
                let asked = Asked { query, default_graphs: vec![], named_graphs: vec![] };
                let most = limits.max_rows.min(MOST_ROWS);
                let (_, payload) = answer(graph, asked, &rows_or_turtle(), most)?;
                payload.text()?
            }
        })
    }
}

/// All tools, as the protocol describes them.
pub fn list() -> Value {
    let described = |tool: &Tool| {
        let property = |&(name, kind, what, _): &(&str, &str, &str, bool)| {
            (name.to_owned(), json!({"type": kind, "description": what}))
        };
        let properties: serde_json::Map<String, Value> = tool.arguments().iter().map(property).collect();
        let needed: Vec<&str> =
            tool.arguments().iter().filter(|(.., needed)| *needed).map(|(name, ..)| *name).collect();
        json!({
            "name": tool.name(),
            "description": tool.description(),
            "inputSchema": {"type": "object", "properties": properties, "required": needed},
            "annotations": {"readOnlyHint": true, "openWorldHint": false},
        })
    };
    Value::from_iter(Tool::ALL.iter().map(described))
}

/// The entity that is meant; where several may be, they are told.
fn entity(graph: &Graph, name: &str) -> Result<Found, Problem> {
    let finder = graph.finder()?;
    let found = finder.find(&graph.index()?, name, 5)?.entities;
    let is_exact = |found: &&Found| {
        let same = |other: &str| other.to_lowercase() == name.to_lowercase();
        *found.iri == *name || same(&found.label) || found.aliases.iter().any(|alias| same(alias))
    };
    let exact: Vec<&Found> = found.iter().filter(is_exact).collect();
    match (exact.as_slice(), found.as_slice()) {
        (&[one], _) | ([], [one]) => Ok(one.clone()),
        ([], []) => Err(Problem::not_found(format!(
            "the graph has no entity {name:?}; try `find` with part of the name"
        ))),
        _ => {
            let told: Vec<String> = found.iter().map(|one| format!("{} <{}>", one.label, one.iri)).collect();
            Err(Problem::bad_request(format!(
                "{name:?} may be any of these; give the IRI: {}",
                told.join(", ")
            )))
        }
    }
}

fn statements(graph: &Graph, iri: &str) -> Result<Vec<Statement>, Problem> {
    let (_, story) = AskedGraph::new(graph.folder().path(), graph.file())?.entity(&iri.into())?;
    Ok(story.statements)
}

/// Entries about an entity, and how many there are in all.
fn listed(
    about: &Found,
    statements: &[Statement],
    most: usize,
    entry: impl Fn(&Statement) -> Value,
) -> String {
    let entries: Vec<Value> = statements.iter().take(most).map(entry).collect();
    pretty(&json!({"about": about, "total": statements.len(), "statements": entries}))
}

/// What a statement says.
fn fact(statement: &Statement) -> Value {
    let name = |entity: &Option<EntityReference>| entity.as_ref().map(|entity| entity.label.to_string());
    let qualifiers = statement.qualifiers.iter().map(|(name, entity)| (name.clone(), json!(entity.label)));
    json!({
        "statement": statement.id,
        "subject": name(&statement.subject),
        "relation": statement.relation,
        "object": statement.object.as_ref().map(Argument::label),
        "denied": statement.polarity == Polarity::Negative,
        "asserted": statement.asserted,
        "according_to": name(&statement.attributed_to),
        "when": statement.time.as_ref().map(|time| json!({"words": time.text, "value": time.value})),
        "where": name(&statement.place),
        "qualifiers": qualifiers.collect::<serde_json::Map<_, _>>(),
        "quantity": statement.quantity.as_ref().map(|quantity| quantity.text.clone()),
        "confidence": statement.confidence,
        "article": article(statement),
    })
}

/// What it stands on.
fn sentence(statement: &Statement) -> Value {
    json!({
        "sentence": statement.sentence.text,
        "relation": statement.relation,
        "denied": statement.polarity == Polarity::Negative,
        "asserted": statement.asserted,
        "according_to": statement.attributed_to.as_ref().map(|speaker| speaker.label.to_string()),
        "article": article(statement),
        "statement": statement.id,
    })
}

fn article(statement: &Statement) -> Value {
    let document = &statement.document;
    json!({
        "outlet": document.publisher, "date": document.date, "headline": document.title, "address": document.url,
        "path": document.path,
    })
}

fn rows_or_turtle() -> Accept {
    let mut headers = HeaderMap::new();
    headers.insert(ACCEPT, HeaderValue::from_static("text/csv, text/turtle"));
    Accept::of(&headers)
}

fn pretty(value: &Value) -> String {
    format!("{value:#}")
}
