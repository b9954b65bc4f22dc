//! The questions of `ontology suggest --ask`, and the ontology's file into which the answers are written. It reads lines, not
//! keys: a pipe or a test can answer as well.

use std::fmt;
use std::fs;
use std::io::{BufRead, Write};
use std::path::{Path, PathBuf};

use anyhow::{Context, bail};

use crate::export::write_file;
use crate::files::ontology_files::{read, texts};
use crate::ontology::{Ontology, Relation};
use crate::suggest::{Kind, Suggestion, insert};

use super::suggest_list::shown;

const PROMPT: &str = "Does that state the relation? [y/n/s/q, ? for help] ";
const HELP: &str = "  y      yes: it becomes an example of the relation
  n      no: it becomes a counterexample, and is not suggested again
  s      skip it
  q      quit; every answer is written already
";

/// The files of the ontology.
pub struct Target {
    paths: Vec<PathBuf>,
}

/// What to ask, and where to write the answers.
pub struct Questions<'a> {
    pub suggestions: &'a [Suggestion],
    pub ontology: &'a Ontology,
    pub target: &'a Target,
}

/// What was answered.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Tally {
    accepted: usize,
    refused: usize,
    open: usize,
}

impl fmt::Display for Tally {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{} accepted, {} refused, {} open", self.accepted, self.refused, self.open)
    }
}

impl Target {
    /// The files and folders that the user named.
    ///
    /// # Errors
    /// Returns an error where a file cannot be read, or one of them is not Turtle, which is all that can be written into.
    pub fn of(paths: &[PathBuf]) -> anyhow::Result<Self> {
        for (name, _) in read(paths)? {
            if !Path::new(&name).extension().is_some_and(|extension| extension.eq_ignore_ascii_case("ttl")) {
                bail!(
                    "{name} is no Turtle (.ttl), and --ask writes Turtle only: convert it, or take `--format ttl` and copy what \
                     you want"
                );
            }
        }
        Ok(Self { paths: paths.to_vec() })
    }

    /// Writes an example of the relation into the file that has the last one, and reads it back before.
    ///
    /// # Errors
    /// Returns an error where the file cannot be read or written, and where the example cannot be put into it; it is as it was
    /// then.
    fn write(&self, relation: &str, marked: &str, kind: Kind) -> anyhow::Result<()> {
        let mut files = read(&self.paths)?;
        let now = Ontology::taught_by(&texts(&files))?;
        let known =
            now.relation_with_iri(relation).context("the relation has gone from the ontology's files")?;
        let file = home(known, kind).to_owned();
        let Some((_, text)) = files.iter_mut().find(|(name, _)| *name == file) else {
            bail!("{file} is not among the files of --ontology: name it, too");
        };
        let new = insert(text, &file, known, marked, kind);
        text.clone_from(&new);
        let then = Ontology::taught_by(&texts(&files));
        let count = |relation: &Relation| relation.examples.len() + relation.counterexamples.len();
        let all = |ontology: &Ontology| ontology.relations.iter().map(count).sum::<usize>();
        if !then.is_ok_and(|then| all(&then) == all(&now) + 1) {
            bail!("{file}: no place was found for the example; write it there yourself: {marked}");
        }
        // A link stays one.
        let path = fs::canonicalize(&file).with_context(|| format!("{file} cannot be found"))?;
        write_file(&path, |out| out.write_all(new.as_bytes()))?;
        Ok(())
    }
}

/// The file that an example of the relation belongs into: that of the last one of its kind.
fn home(relation: &Relation, kind: Kind) -> &str {
    let of_kind = match kind {
        Kind::Example => relation.examples.last(),
        Kind::Counterexample => relation.counterexamples.last(),
    };
    let example = of_kind.or(relation.examples.last());
    example.map_or(&relation.location, |example| &example.location).file.as_str()
}

impl Questions<'_> {
    /// Asks until all is answered or the input ends.
    ///
    /// # Errors
    /// Returns an error where input, output or the ontology's file fails.
    pub fn ask(&self, input: &mut dyn BufRead, out: &mut dyn Write) -> anyhow::Result<Tally> {
        let mut tally = Tally { open: self.suggestions.len(), ..Tally::default() };
        for (place, one) in self.suggestions.iter().enumerate() {
            write!(out, "\n{}", shown(place + 1, one, self.ontology))?;
            let kind = match answer(input, out)? {
                Answer::Write(kind) => kind,
                Answer::Skip => continue,
                Answer::Quit => break,
            };
            self.target.write(&self.ontology.relation(one.relation).iri, &one.example, kind)?;
            tally.open -= 1;
            match kind {
                Kind::Example => tally.accepted += 1,
                Kind::Counterexample => tally.refused += 1,
            }
        }
        writeln!(out)?;
        Ok(tally)
    }
}

/// What a line of input asks for.
enum Answer {
    Write(Kind),
    Skip,
    Quit,
}

/// The answer to a question; the end of the input quits.
fn answer(input: &mut dyn BufRead, out: &mut dyn Write) -> anyhow::Result<Answer> {
    loop {
        out.write_all(PROMPT.as_bytes())?;
        out.flush()?;
        let mut line = String::new();
        if input.read_line(&mut line)? == 0 {
            return Ok(Answer::Quit);
        }
        match line.trim().to_lowercase().as_str() {
            "y" | "yes" => return Ok(Answer::Write(Kind::Example)),
            "n" | "no" => return Ok(Answer::Write(Kind::Counterexample)),
            "s" | "skip" => return Ok(Answer::Skip),
            "q" | "quit" => return Ok(Answer::Quit),
            _ => out.write_all(HELP.as_bytes())?,
        }
    }
}
