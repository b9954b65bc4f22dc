//! `newsgraph scorer-rows`: for those who train the scorer, what each sentence offers it (`scripts/train_scorer.py`).

use std::io;
use std::io::{BufWriter, Write};

use clap::Args;

use crate::evaluate::{article_rows, example_rows};
use crate::harmless;
use crate::pipeline::Pipeline;
use crate::read::jsonl_records;

use super::failure::Outcome;

/// For those who change newsgraph itself: what the scorer is trained on, a line of JSON for each sentence.
#[derive(Debug, Args)]
#[command(hide = true)]
pub struct ScorerRowsArguments {
    /// The examples of the built-in ontology instead of articles on standard input
    #[arg(long)]
    examples: bool,
}

pub fn run(arguments: ScorerRowsArguments) -> anyhow::Result<Outcome> {
    let pipeline = Pipeline::builder().quick(true).build()?;
    let rows = if arguments.examples {
        example_rows(&pipeline)
    } else {
        let records = jsonl_records(io::stdin().lock(), "-", &pipeline.ontology().words.page);
        let articles =
            records.collect::<Result<Vec<_>, _>>().map_err(|failure| anyhow::anyhow!("{failure:?}"))?;
        article_rows(&pipeline, &articles)
    };
    let mut output = BufWriter::new(harmless::data());
    for row in rows {
        writeln!(output, "{row}")?;
    }
    output.flush()?;
    Ok(Outcome::Complete)
}
