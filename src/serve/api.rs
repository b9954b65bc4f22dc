//! What the explorer's page asks beside SPARQL. Lists are those that commands write with `--format json`.

use serde_json::{Value, json};

use crate::disagreements::disagreements;
use crate::export::svg::Picture;
use crate::export::{disagreements_json, timeline_json};
use crate::files::graph_ontology::ontology_of;
use crate::graph;
use crate::graph::{instances, shipped_queries};
use crate::vocabulary as v;

use super::evaluation::Answer;
use super::form::Form;
use super::problem::Problem;
use super::served::{Graph, Kept};

const JSON: &str = "application/json";
/// Entities that are found where nobody says how many.
const MOST_FOUND: usize = 20;
/// Entities that are found at most, whatever is asked.
const LIMIT: usize = 1000;

/// `/api/find`: entities by part of a name.
pub fn find(graph: &Graph, form: &Form) -> Result<Answer, Problem> {
    let text = form.one("q")?.unwrap_or_default();
    let most = match form.one("limit")? {
        None => MOST_FOUND,
        Some(number) => number.parse().map_err(|_| Problem::bad_request("limit is no number"))?,
    };
    let finds = graph.finder()?.find(&graph.index()?, text, most.min(LIMIT))?;
    answer(&json!({"entities": finds.entities, "total": finds.total}))
}

/// `/api/conflicts`: where sources disagree.
pub fn conflicts(graph: &Graph, form: &Form) -> Result<Answer, Problem> {
    let list = |(dataset, story): &_| {
        Ok(disagreements_json(&disagreements(story, &ontology_of(dataset)?)).to_string().into_bytes())
    };
    listed(graph, form, Kept::Conflicts, list)
}

/// `/api/timeline`: what happened when.
pub fn timeline(graph: &Graph, form: &Form) -> Result<Answer, Problem> {
    let list = |(dataset, story): &_| {
        let ontology = graph::ontology(dataset);
        Ok(timeline_json(&graph::timeline(story, &ontology)).to_string().into_bytes())
    };
    listed(graph, form, Kept::Timeline, list)
}

/// A list about one entity, or about all that is told.
fn listed(
    graph: &Graph,
    form: &Form,
    what: Kept,
    list: impl FnOnce(&crate::files::asked::Part) -> anyhow::Result<Vec<u8>>,
) -> Result<Answer, Problem> {
    let bytes = match form.one("about")? {
        Some(iri) => list(&graph.about(known(graph, iri)?)?)?.into(),
        None => graph.kept(what, || list(&graph.folder().story_without_mentions()?))?,
    };
    Ok((JSON.to_owned(), bytes.into()))
}

/// `/api/picture`: an entity and what is near to it.
pub fn picture(graph: &Graph, form: &Form) -> Result<Answer, Problem> {
    let iri = known(graph, form.needed("about")?)?;
    let (dataset, story) = graph.about(iri)?;
    let label =
        story.entities.iter().find(|entity| &*entity.id == iri).map(|entity| entity.label.to_string());
    let drawn = Picture::about(&story, &ontology_of(&dataset)?, label).file();
    Ok(("image/svg+xml".to_owned(), drawn.into()))
}

/// `/api/queries`: those that come with the program.
pub fn queries() -> Result<Answer, Problem> {
    answer(&json!(shipped_queries().collect::<Vec<_>>()))
}

/// `/api/about`: what is served.
pub fn about(graph: &Graph, edit: bool) -> Result<Answer, Problem> {
    let index = graph.index()?;
    let folder = graph.folder();
    let whole = folder.path().canonicalize().unwrap_or_else(|_| folder.path().to_owned());
    answer(&json!({
        "documents": instances(&index, v::SCHEMA_NEWS_ARTICLE)?,
        "statements": instances(&index, v::NG_STATEMENT)?,
        "entities": graph.finder()?.len(),
        "edit": edit,
        "title": whole.file_name().map(|name| name.to_string_lossy()),
    }))
}

fn known<'a>(graph: &Graph, iri: &'a str) -> Result<&'a str, Problem> {
    if graph.finder()?.knows(iri) {
        Ok(iri)
    } else {
        Err(Problem::not_found(format!("the graph has no entity <{iri}>; /api/find?q=… finds those it has")))
    }
}

/// A value as it is sent.
pub fn answer(value: &Value) -> Result<Answer, Problem> {
    Ok((JSON.to_owned(), value.to_string().into()))
}
