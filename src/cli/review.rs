//! `newsgraph review`: the doubtful statements of a built graph, most harmful first, to be decided one by one. On a terminal
//! it asks; elsewhere it lists them, for pipes and spreadsheets.

use std::collections::BTreeSet;
use std::io;
use std::io::{IsTerminal, Write};
use std::sync::Arc;

use clap::Args;

use crate::confidence::Confidence;
use crate::files::deciding::DecisionArguments;
use crate::files::decision_file::DecisionFile;
use crate::files::folder::GraphFolder;
use crate::files::graph_files::STATEMENTS;
use crate::graph;
use crate::graph::{Doubt, Namespaces};
use crate::harmless;
use crate::story::Story;
use crate::vocabulary::local_name;

use super::failure::Outcome;
use super::review_list::{ReviewFormat, list};
use super::review_questions::{Questions, Tally};
use super::scope::Scope;

/// Decide, statement by statement, what is doubtful in a built graph, most harmful first.
#[derive(Debug, Args)]
#[command(after_help = "\
A statement is doubtful where it is less sure than its relation asks (ng:leastConfidence): it makes no plain edge then. First come
relations that can harm somebody who did not do it, and of these what is said as a fact, of people, and of people of whom the graph
tells much. What decisions.tsv decides already is not asked again.

On a terminal each is asked for: y accepts it, n rejects it (n WHY notes the reason), e decides in other words (who is who, or why
it is wrong), s skips it, u takes the last answer back, q ends. Each answer is written into decisions.tsv at once. Where standard
input is no terminal, or with --list or --format, they are listed.

The decisions take effect with the next `newsgraph build`, or at once with `newsgraph assemble DIR/statements.jsonl -o DIR`.")]
pub struct ReviewArguments {
    #[command(flatten)]
    scope: Scope,
    /// Also what is less sure than this, from 0 to 1, whatever its relation asks; facts as well
    #[arg(long, value_name = "X", allow_negative_numbers = true)]
    below: Option<Confidence>,
    /// List what is doubtful and ask nothing
    #[arg(long)]
    list: bool,
    /// Ask even where standard input is no terminal: one answer a line
    #[arg(long, conflicts_with_all = ["list", "format"])]
    ask: bool,
    /// How to write the list
    #[arg(long, value_enum)]
    format: Option<ReviewFormat>,
    #[command(flatten)]
    decisions: DecisionArguments,
    #[command(flatten)]
    graph: GraphFolder,
}

pub fn run(arguments: ReviewArguments) -> anyhow::Result<Outcome> {
    let (dataset, story) = arguments.graph.story()?;
    let ontology = graph::ontology(&dataset);
    let file = DecisionFile { path: arguments.decisions.path(arguments.graph.path()), ontology: &ontology };
    let decisions = file.decisions()?;
    let decided: BTreeSet<&str> =
        decisions.statements().map(|decision| decision.statement.as_str()).collect();
    let chosen = arguments.chosen(&story, &Namespaces::of(&dataset))?;
    let mut doubts = graph::doubts(&story, &ontology, arguments.below.unwrap_or(Confidence::NONE));
    doubts.retain(|Doubt { statement, .. }| {
        !decided.contains(local_name(&statement.id))
            && chosen.as_ref().is_none_or(|chosen| chosen.contains(&statement.id))
    });
    let mut out = harmless::stdout();
    if !arguments.asks() {
        let text = list(&doubts, &story, arguments.format.unwrap_or(ReviewFormat::Text), &file.path);
        out.write_all(text.as_bytes())?;
        return Ok(Outcome::Complete);
    }
    let questions = Questions { doubts: &doubts, story: &story, file: &file };
    let tally = questions.ask(&mut io::stdin().lock(), &mut out)?;
    out.write_all(arguments.summary(&tally, &file).as_bytes())?;
    Ok(Outcome::Complete)
}

impl ReviewArguments {
    fn asks(&self) -> bool {
        self.ask || !self.list && self.format.is_none() && io::stdin().is_terminal()
    }

    /// The statements that the user wants to look at, if not all.
    fn chosen(&self, story: &Story, namespaces: &Namespaces) -> anyhow::Result<Option<BTreeSet<Arc<str>>>> {
        if self.scope.is_all() {
            return Ok(None);
        }
        let part = self.scope.selection(story, namespaces, 1)?.of(story.clone());
        Ok(Some(part.statements.into_iter().map(|statement| statement.id).collect()))
    }

    /// What was done, and how it takes effect.
    fn summary(&self, tally: &Tally, file: &DecisionFile<'_>) -> String {
        let mut summary = format!("{tally}\n");
        if tally.is_written() {
            let folder = self.graph.path().display();
            let decisions = if self.decisions.is_default() {
                String::new()
            } else {
                format!(" --decisions {}", file.path.display())
            };
            summary += &format!(
                "Written into {}; build again, or, quicker, `newsgraph assemble {folder}/{STATEMENTS} -o \
                 {folder}{decisions}`.\n",
                file.path.display()
            );
        }
        summary
    }
}
