//! `newsgraph ontology suggest`: what a corpus could teach an ontology, listed, or asked about and written into it.

use std::io;
use std::io::{IsTerminal, Write};

use anyhow::bail;
use clap::Args;

use crate::files::teaching::OntologyArguments;
use crate::harmless;
use crate::language::Engine;
use crate::ontology::{Ontology, RelationId};
use crate::pipeline::Pipeline;
use crate::read::Reading;
use crate::suggest::{Corpus, new_relations, suggestions};

use super::failure::{Outcome, UsageError, report_failures};
use super::inputs::InputArguments;
use super::suggest_list::{SuggestFormat, list, list_new};
use super::suggest_questions::{Questions, Target};
use crate::terminal::near::near_names;
use crate::terminal::progress::Progress;

/// Find wordings in articles that a relation does not know yet.
#[derive(Debug, Args)]
#[command(after_help = "\
A wording is suggested where it joins arguments that the relation takes, and means nearly what its examples mean, has a word of theirs,
or joins two of whom the articles say the same in words that are known. Each has been tried: it is written as an example, learned, and
shown with what it finds in the articles that the ontology does not. The best come first: those that add much and are sure (from 0 to 1;
by the likeness to the nearest example, the pairs that are known, the classes, and whether other relations claim the same words).

With --ask, y writes the example into your file, after the last one of its relation; n writes it there as a counterexample, so that it is
not suggested again; s skips it; q ends. Each answer is written at once.")]
pub struct SuggestArguments {
    #[command(flatten)]
    inputs: InputArguments,
    #[command(flatten)]
    ontology: OntologyArguments,
    /// Only for this relation
    #[arg(long, value_name = "NAME", conflicts_with = "new")]
    relation: Option<String>,
    /// Propose relations that the articles are full of and the ontology does not have
    #[arg(long, conflicts_with = "ask")]
    new: bool,
    /// Show no more than this
    #[arg(long, value_name = "N", default_value_t = 20)]
    limit: usize,
    /// Ask about each, one answer a line, and write what is accepted or refused into the ontology's file
    #[arg(long, conflicts_with = "format")]
    ask: bool,
    /// How to write the list
    #[arg(long, value_enum)]
    format: Option<SuggestFormat>,
}

pub fn run(arguments: &SuggestArguments) -> anyhow::Result<Outcome> {
    let target = arguments.target()?;
    let engine = Engine::load();
    let taught = arguments.ontology.taught(&engine)?;
    let relation = arguments.relation.as_deref().map(|name| relation(name, &taught.ontology)).transpose()?;
    let Reading { articles, failures } = arguments.inputs.read(&taught.ontology.words.page);
    report_failures(&failures)?;
    if articles.is_empty() {
        bail!(arguments.inputs.no_article());
    }
    let pipeline = Pipeline::builder().engine(engine).taught(taught).quick(true).build()?;
    let progress = Progress::over(articles.iter())?;
    let corpus = Corpus::read(articles, &pipeline, &|article| progress.read(article));
    progress.then("comparing wordings")?;
    let (ontology, lexicon, engine) = (pipeline.ontology(), pipeline.lexicon(), pipeline.engine());
    let mut out = harmless::stdout();
    let format = arguments.format.unwrap_or(SuggestFormat::Text);
    if arguments.new {
        let mut proposed = new_relations(&corpus, &lexicon, engine);
        proposed.truncate(arguments.limit);
        progress.finish();
        out.write_all(list_new(&proposed, ontology, format).as_bytes())?;
    } else {
        let mut suggested = suggestions(&corpus, &lexicon, engine, relation);
        let found = suggested.len();
        suggested.truncate(arguments.limit);
        progress.finish();
        match target {
            Some(target) => {
                let questions = Questions { suggestions: &suggested, ontology, target: &target };
                let tally = questions.ask(&mut io::stdin().lock(), &mut out)?;
                writeln!(out, "{tally}")?;
            }
            None => out.write_all(list(&suggested, found, ontology, format).as_bytes())?,
        }
    }
    Ok(if failures.is_empty() { Outcome::Complete } else { Outcome::Partial })
}

impl SuggestArguments {
    /// The files to be written into, where answers are asked for.
    fn target(&self) -> anyhow::Result<Option<Target>> {
        if !self.ask {
            return Ok(None);
        }
        if self.ontology.paths.is_empty() {
            let hint = "--ask writes into your ontology, and the built-in one is part of the program: name yours with --ontology FILE";
            return Err(UsageError(hint.to_owned()).into());
        }
        if self.inputs.inputs.iter().any(|input| input.as_os_str() == "-") && !io::stdin().is_terminal() {
            let hint = "--ask reads your answers from standard input, so that articles cannot come from there: name files";
            return Err(UsageError(hint.to_owned()).into());
        }
        Target::of(&self.ontology.paths).map(Some)
    }
}

/// The relation of this name.
fn relation(name: &str, ontology: &Ontology) -> anyhow::Result<RelationId> {
    let mut ids = ontology.relation_ids();
    if let Some(found) = ids.find(|&id| ontology.relation(id).name == name) {
        return Ok(found);
    }
    let known = ontology.relations.iter().map(|relation| relation.name.as_str());
    let near = near_names(name, known);
    let advice = if near.is_empty() { String::new() } else { format!("; did you mean {}?", near.join(", ")) };
    Err(UsageError(format!("the ontology has no relation {name}{advice}")).into())
}
