//! `newsgraph ontology learn --from`: annotations of another program, written down as examples.

use std::fs;
use std::io::{Read as _, Write};
use std::path::{Path, PathBuf};

use anyhow::{Context, bail};

use crate::annotations::{HEAD, Lesson, read, teach};
use crate::export::write_file;
use crate::files::teaching::OntologyArguments;
use crate::harmless;
use crate::language::Engine;

use super::failure::Outcome;
use crate::terminal::table::printable;

/// Bytes of the largest file: a hundred thousand long sentences.
const LARGEST: u64 = 100_000_000;

/// Writes the examples of a file of annotations to `output`, or beside it.
///
/// # Errors
/// Returns an error where the file cannot be read or nothing in it can be used, where the place to write to holds something
/// else, and I/O errors.
pub fn learn(from: &Path, output: Option<PathBuf>, ontology: &OntologyArguments) -> anyhow::Result<Outcome> {
    let name = from.display().to_string();
    let text = text_of(from)?;
    let marked = match read(&name, &text) {
        Ok(marked) => marked,
        Err(fault) => bail!("{name}:{}: {}", fault.place, printable(&fault.message)),
    };
    let place = output.map_or_else(|| beside(from), Ok)?;
    let ontology = ontology.load()?;
    let engine = Engine::load();
    let lesson = teach(marked, &ontology, |texts| engine.analyse(texts));
    for fault in &lesson.faults {
        writeln!(harmless::stderr(), "newsgraph: {name}:{}: {}", fault.place, printable(&fault.message))?;
    }
    if lesson.examples + lesson.counterexamples + lesson.known == 0 {
        bail!("{name} holds no annotation that can be used; nothing was written");
    }
    write_file(&place, |out| out.write_all(lesson.turtle.as_bytes()))?;
    writeln!(harmless::stdout(), "{}", summary(&place, &lesson))?;
    Ok(if lesson.faults.is_empty() { Outcome::Complete } else { Outcome::Partial })
}

fn summary(place: &Path, lesson: &Lesson) -> String {
    let Lesson { examples, counterexamples, known, faults, .. } = lesson;
    let unused = faults.len();
    format!(
        "{}: {examples} examples, {counterexamples} counterexamples ({known} known already, {unused} not used)",
        place.display()
    )
}

fn text_of(file: &Path) -> anyhow::Result<String> {
    let unread = || format!("cannot read the annotations {}", file.display());
    let mut text = String::new();
    let opened = fs::File::open(file).with_context(unread)?;
    opened.take(LARGEST + 1).read_to_string(&mut text).with_context(unread)?;
    if text.len() as u64 > LARGEST {
        bail!("the annotations {} are larger than {LARGEST} bytes; split them", file.display());
    }
    Ok(text)
}

/// The Turtle file beside the annotations; one that somebody wrote by hand is not overwritten.
fn beside(from: &Path) -> anyhow::Result<PathBuf> {
    let place = from.with_extension("ttl");
    let is_ours = |text: String| text.starts_with(HEAD);
    if place.exists() && !fs::read_to_string(&place).is_ok_and(is_ours) {
        bail!(
            "{} is there already and was not written by this command; name another file with -o",
            place.display()
        );
    }
    Ok(place)
}
