//! `newsgraph find`: who or what the graph knows by part of a name.

use std::io::Write;

use clap::Args;

use crate::files::folder::GraphFolder;
use crate::graph::{Finder, Finds, Found, Named, Namespaces};
use crate::harmless;
use crate::index::Index;

use super::failure::Outcome;
use super::wording::ListFormat;
use crate::terminal::near::near_names;
use crate::terminal::table;

/// Find entities of a built graph by part of a name.
#[derive(Debug, Args)]
#[command(after_help = "\
Capitals and accents make no difference. Names that are the text come first, then those that begin with it, then those of which a
word does, then those that have it anywhere; among these, whoever most statements name.")]
pub struct FindArguments {
    /// Part of a name or of another name; an empty text finds whoever most statements name
    text: String,
    /// How many to show at most
    #[arg(long, value_name = "N", default_value_t = 20)]
    limit: usize,
    /// How to write the list
    #[arg(long, value_enum, default_value_t = ListFormat::Table)]
    format: ListFormat,
    #[command(flatten)]
    graph: GraphFolder,
}

pub fn run(arguments: &FindArguments) -> anyhow::Result<Outcome> {
    let file = arguments.graph.index()?;
    let index = file.index()?;
    let finds = Finder::new(&index)?.find(&index, &arguments.text, arguments.limit)?;
    let text = match arguments.format {
        ListFormat::Table => {
            table(&finds, &Namespaces::of_index(&index)?) + &hint(&finds, arguments, &index)?
        }
        ListFormat::Json => format!("{}\n", serde_json::to_string_pretty(&finds.entities)?),
    };
    harmless::stdout().write_all(text.as_bytes())?;
    Ok(Outcome::Complete)
}

fn table(finds: &Finds, namespaces: &Namespaces) -> String {
    let headings = ["entity", "name", "is", "statements", "articles", "also named"];
    let row = |found: &Found| {
        let (id, name) = (namespaces.display(&found.iri), found.label.to_string());
        let counts = [found.statements, found.documents].map(|count| count.to_string());
        let [statements, documents] = counts;
        vec![id, name, found.types.join(", "), statements, documents, found.aliases.join(" | ")]
    };
    let rows: Vec<Vec<String>> = finds.entities.iter().map(row).collect();
    table::table(&headings.map(str::to_owned), &rows)
}

/// How many there are, and what else may be meant where there is none.
fn hint(finds: &Finds, arguments: &FindArguments, index: &Index<'_>) -> anyhow::Result<String> {
    let (shown, total) = (finds.entities.len(), finds.total);
    if total == 0 {
        let names = Named::all(index)?;
        let near = near_names(&arguments.text, names.iter().map(|named| &*named.label));
        let near =
            if near.is_empty() { String::new() } else { format!("; did you mean {}?", near.join(" or ")) };
        return Ok(format!("(no entity{near})\n"));
    }
    let noun = if total == 1 { "entity" } else { "entities" };
    let more = if shown < total { "; --limit N shows more" } else { "" };
    let of = if shown < total { format!("{shown} of ") } else { String::new() };
    Ok(format!("({of}{total} {noun}{more})\n"))
}
