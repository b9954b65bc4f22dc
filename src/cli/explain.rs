//! `newsgraph explain`: why the graph says what it says. Of an entity or a statement, the sentences with their
//! arguments marked, who says so and in which article, and the example of the ontology that matched; of a sentence that
//! gave nothing, what nearly matched.

use std::fmt::Write as _;
use std::io::Write;

use clap::Args;

use crate::export::address_of_sentence;
use crate::files::asked::{AskedGraph, Part};
use crate::files::folder::GraphFolder;
use crate::files::teaching::OntologyArguments;
use crate::graph;
use crate::graph::Namespaces;
use crate::harmless;
use crate::language::Engine;
use crate::ontology::Ontology;
use crate::pipeline::Pipeline;
use crate::story::{Detail, Entity, Statement, Story};

use super::entity::find_entity;
use super::explain_sentence;
use super::failure::Outcome;
use super::reasons;
use super::wording::{marked, object, outlet, reserve_beside, speaker, subject};
use crate::terminal::table::printable;

/// Show why the graph says something: the sentences, who says so, and the example that matched.
#[derive(Debug, Args)]
pub struct ExplainArguments {
    /// An entity (its name, one of its other names, its IRI), or a statement (its IRI or the last part of it)
    #[arg(value_name = "ENTITY|STATEMENT", required_unless_present = "sentence")]
    what: Option<String>,
    /// Instead, read this sentence and tell what matches in it, or what nearly does
    #[arg(long, value_name = "TEXT", conflicts_with = "what")]
    sentence: Option<String>,
    #[command(flatten)]
    ontology: OntologyArguments,
    #[command(flatten)]
    graph: GraphFolder,
}

pub fn run(arguments: ExplainArguments) -> anyhow::Result<Outcome> {
    let text = match (&arguments.sentence, &arguments.what) {
        (Some(sentence), _) => explain_sentence::explain(sentence, &pipeline(&arguments.ontology)?),
        (None, what) => {
            let file = arguments.graph.index()?;
            let asked = AskedGraph::new(arguments.graph.path(), &file)?;
            explained(&asked, what.as_deref().unwrap_or_default(), &arguments.ontology)?
        }
    };
    harmless::stdout().write_all(text.as_bytes())?;
    Ok(Outcome::Complete)
}

/// What reads sentences.
fn pipeline(ontology: &OntologyArguments) -> anyhow::Result<Pipeline> {
    let engine = Engine::load();
    let taught = ontology.taught(&engine)?;
    Ok(Pipeline::builder().engine(engine).taught(taught).build()?)
}

/// A graph, and what its IRIs and relations are called.
struct Told {
    story: Story,
    ontology: Ontology,
    namespaces: Namespaces,
}

impl From<Part> for Told {
    fn from((dataset, story): Part) -> Self {
        Self { story, ontology: graph::ontology(&dataset), namespaces: Namespaces::of(&dataset) }
    }
}

fn explained(asked: &AskedGraph<'_>, what: &str, ontology: &OntologyArguments) -> anyhow::Result<String> {
    let namespaces = asked.namespaces()?;
    // A statement goes by its IRI, whole, with a prefix, or only its last part.
    if let Some(part) = asked.statement(namespaces.expand(what).as_deref(), what)? {
        let told = Told::from(part);
        let mut text = String::new();
        for statement in &told.story.statements {
            text += &of_statement(statement, &told);
            for (label, content) in reasons::of_stored(statement, &pipeline(ontology)?) {
                line(&mut text, label, &content);
            }
        }
        return Ok(text);
    }
    let id = find_entity(&asked.names()?, &namespaces, what)?;
    let told = Told::from(asked.entity(&id)?);
    let entity = told.story.entities.iter().find(|entity| entity.id == id);
    let mut text = entity.map(|entity| of_entity(entity, &told.story, &namespaces)).unwrap_or_default();
    for statement in &told.story.statements {
        text.push('\n');
        text += &of_statement(statement, &told);
    }
    text += &entity.map_or_else(String::new, |entity| of_merges(entity, &told.story));
    Ok(text)
}

/// What the entity is, under which names, and where it is named.
fn of_entity(entity: &Entity, story: &Story, namespaces: &Namespaces) -> String {
    let mut text = format!("{}  {}\n", printable(&entity.label), namespaces.display(&entity.id));
    let classes: Vec<String> = entity.types.iter().map(|class| namespaces.display(class)).collect();
    line(&mut text, "is", &classes.join(", "));
    line(&mut text, "also named", &entity.alternative_labels.join(" | "));
    line(&mut text, "same as", &entity.same_as.join(", "));
    for document in &story.documents {
        let mentions = entity.mentions.iter().filter(|mention| mention.document == document.id);
        let words: Vec<String> =
            mentions.map(|mention| format!("{} ({})", mention.text, mention.begin)).collect();
        if !words.is_empty() {
            line(&mut text, "named in", &format!("{}: {}", outlet(document), words.join(", ")));
        }
    }
    text
}

/// Why its mentions are taken for one. It comes after the facts: who asks about somebody wants these first.
fn of_merges(entity: &Entity, story: &Story) -> String {
    let (mut text, mut told) = (String::new(), 0);
    for document in &story.documents {
        let merges = story.merges.iter().filter(|merge| merge.document == document.id);
        for merge in merges.filter(|merge| merge.entity == entity.id) {
            let place = format!("{} ({})", merge.place.text, merge.place.begin);
            line(&mut text, "merged", &format!("{}: {place}: {}", outlet(document), merge.reason));
            told += 1;
        }
    }
    if story.detail == Detail::Lean && told + 1 < entity.mentions.len() {
        line(&mut text, "merged", if told == 0 { "by the same name" } else { "all others: the same name" });
    }
    if text.is_empty() { text } else { format!("\nwhy these are one\n{text}") }
}

fn of_statement(statement: &Statement, told: &Told) -> String {
    let or = |name: &str| if name.is_empty() { "–".to_owned() } else { printable(name) };
    let mut text = format!(
        "{} {} {}{}  {}\n",
        or(subject(statement)),
        statement.relation,
        or(object(statement)),
        reserve_beside(statement, &told.ontology),
        told.namespaces.display(&statement.id)
    );
    line(&mut text, "sentence", &marked(statement));
    let document = &statement.document;
    let headline = document.title.as_ref().map(|headline| format!(", “{headline}”")).unwrap_or_default();
    let place = format!(
        "{}{headline} ({}, characters {}–{})",
        outlet(document),
        document.path,
        statement.sentence.begin,
        statement.sentence.end
    );
    line(&mut text, "article", &place);
    let page = document.url.as_deref().and_then(|url| address_of_sentence(url, &statement.sentence.text));
    line(&mut text, "opens at", &page.unwrap_or_default());
    line(&mut text, "says", speaker(statement));
    if let Some(time) = &statement.time {
        let value = time.value.as_ref().map(|value| format!(" = {value}")).unwrap_or_default();
        line(&mut text, "when", &format!("{}{value}", time.text));
    }
    line(&mut text, "where", statement.place.as_ref().map_or("", |place| &place.label));
    for (name, entity) in &statement.qualifiers {
        line(&mut text, name, &entity.label);
    }
    if let Some(quantity) = &statement.quantity {
        line(&mut text, "how many", &quantity.text);
    }
    let decided = if told.story.accepted.contains(&statement.id) { " (accepted by the user)" } else { "" };
    line(&mut text, "confidence", &format!("{}{decided}", statement.confidence));
    line(&mut text, "inferred", told.story.inferences.get(&statement.id).map_or("", String::as_str));
    line(&mut text, "matched", statement.example.as_deref().unwrap_or_default());
    text
}

/// One labelled line, or none where there is nothing to say.
fn line(text: &mut String, label: &str, content: &str) {
    if !content.is_empty() {
        let _ = writeln!(text, "  {label:<10}  {}", printable(content));
    }
}
