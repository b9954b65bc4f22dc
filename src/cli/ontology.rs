//! `newsgraph ontology`: what a user teaches, put to the test.

use std::io::Write;
use std::path::{Path, PathBuf};

use clap::{Args, Subcommand};

use crate::evaluate::{Carry, LeaveOneOut, check_ontology};
use crate::export::write_file;
use crate::files::teaching::OntologyArguments;
use crate::files::{learned, ontology_files, teaching};
use crate::harmless;
use crate::language::Engine;
use crate::mentions::OntologyIndex;
use crate::ontology::{page, undeclared_classes};
use crate::relations::{learn, learned_relations};
use crate::taught::{Origin, built_in_bytes, paraphrases_bytes, read_as_articles, to_bytes};

use super::failure::{Outcome, UsageError};
use super::suggest::SuggestArguments;
use super::{annotations, suggest};
use crate::terminal::table::{printable, table};

/// Check an ontology, or show it as a page.
#[derive(Debug, Args)]
pub struct OntologyCommand {
    #[command(subcommand)]
    task: Task,
}

#[derive(Debug, Subcommand)]
enum Task {
    /// Read every example back and tell, with file and line, what cannot work.
    Check {
        /// Ontology files or folders; the built-in ontology where none is named.
        paths: Vec<PathBuf>,
    },
    /// Write down what is learned from sentences of a corpus, beside the ontology (FILE.learned), so that commands start at once;
    /// or, with --from, the examples that were marked in another program.
    Learn {
        /// Annotations that are to become examples: a table (.csv, .tsv) with the columns sentence, relation, subject, object and
        /// label (true or false), lines of JSON with these keys, or the JSON that Label Studio, Prodigy (rel.manual) or INCEpTION
        /// (UIMA CAS JSON) export
        #[arg(long, value_name = "FILE")]
        from: Option<PathBuf>,
        /// Where the examples are written, in Turtle; else beside the annotations (annotations.ttl)
        #[arg(short, long, value_name = "FILE", requires = "from")]
        output: Option<PathBuf>,
        #[command(flatten)]
        ontology: OntologyArguments,
    },
    Suggest(SuggestArguments),
    /// Write a readable page of the ontology as Markdown.
    Doc {
        /// Ontology files or folders; the built-in ontology where none is named.
        paths: Vec<PathBuf>,
    },
    /// For those who change newsgraph itself: write down what the built-in ontology teaches, for the next build.
    #[command(hide = true)]
    Compile {
        /// The file in the source tree.
        #[arg(default_value = "models/built-in.bin")]
        file: PathBuf,
    },
}

/// Runs the subcommand.
///
/// # Errors
///
/// Returns an error where a file cannot be read or is no ontology, and I/O errors from standard output.
pub fn run(arguments: OntologyCommand) -> anyhow::Result<Outcome> {
    match arguments.task {
        Task::Check { paths } => check(&paths),
        Task::Learn { from: Some(from), output, ontology } => annotations::learn(&from, output, &ontology),
        Task::Learn { from: None, ontology, .. } => learn_corpus(&ontology),
        Task::Suggest(suggest) => suggest::run(&suggest),
        Task::Doc { paths } => doc(&paths),
        Task::Compile { file } => compile(&file),
    }
}

fn doc(paths: &[PathBuf]) -> anyhow::Result<Outcome> {
    let ontology = teaching::load(paths)?;
    harmless::stdout().write_all(page(&ontology).as_bytes())?;
    Ok(Outcome::Complete)
}

fn learn_corpus(arguments: &OntologyArguments) -> anyhow::Result<Outcome> {
    let Some(place) = learned::place(&arguments.paths) else {
        let hint = "name the ontology to learn: `ontology learn --ontology FILE`; the built-in one needs no learning";
        return Err(UsageError(hint.to_owned()).into());
    };
    let ontology = arguments.load()?;
    let relations = learned_relations(&ontology).len();
    if relations == 0 {
        writeln!(
            harmless::stdout(),
            "nothing to write down: no relation is taught by sentences of a corpus, and patterns are quickly learned"
        )?;
        return Ok(Outcome::Complete);
    }
    let engine = Engine::load();
    let lexicon = OntologyIndex::new(&ontology);
    let model = learn(&ontology, |texts| read_as_articles(texts, &engine, &lexicon));
    let bytes = to_bytes(&model, Origin::of_corpus(&ontology))?;
    write_file(&place, |out| out.write_all(&bytes))?;
    writeln!(harmless::stdout(), "{}: {relations} relations, {} bytes", place.display(), bytes.len())?;
    Ok(Outcome::Complete)
}

fn compile(file: &Path) -> anyhow::Result<Outcome> {
    let engine = Engine::load();
    let paraphrases = file.with_file_name("paraphrases.bin");
    for (file, bytes) in [(file, built_in_bytes(&engine)?), (&paraphrases, paraphrases_bytes(&engine)?)] {
        write_file(file, |out| out.write_all(&bytes))?;
        writeln!(harmless::stdout(), "{}: {} bytes", file.display(), bytes.len())?;
    }
    Ok(Outcome::Complete)
}

fn check(paths: &[PathBuf]) -> anyhow::Result<Outcome> {
    let engine = Engine::load();
    let taught = learned::taught(paths, &engine)?;
    let ontology = &taught.ontology;
    let analyse = |texts: &[&str]| engine.analyse(texts);
    let files = ontology_files::read(paths)?;
    let undeclared = undeclared_classes(&ontology_files::texts(&files));
    let check = check_ontology(&OntologyIndex::new(ontology), &taught.extractor, &undeclared, analyse);
    let mut output = harmless::stdout();
    for finding in &check.findings {
        writeln!(output, "{}: {}", finding.location, printable(&finding.message))?;
    }
    if !check.reaches.is_empty() {
        write!(output, "{}", reach_table(&check.reaches))?;
    }
    if !check.slots.is_empty() {
        writeln!(output, "names that nobody knows stand for a")?;
    }
    for slot in &check.slots {
        writeln!(output, "  {} ({}): {}", slot.class, slot.places(), slot.told())?;
    }
    writeln!(
        output,
        "{} relations, {} of {} examples found back, {} findings",
        ontology.relations.len(),
        check.found_back,
        check.examples,
        check.findings.len()
    )?;
    Ok(if check.findings.is_empty() { Outcome::Complete } else { Outcome::Partial })
}

/// Whether the examples carry to other wordings, and how often other relations' examples are read as it; the relations
/// that most need another example first.
fn reach_table(reaches: &[LeaveOneOut]) -> String {
    let mut sorted: Vec<&LeaveOneOut> = reaches.iter().collect();
    sorted.sort_by(|a, b| a.recall().total_cmp(&b.recall()).then(a.precision().total_cmp(&b.precision())));
    let row = |reach: &&LeaveOneOut| {
        let found = match reach.carry() {
            Carry::OwnWords if reach.paraphrases > 0 => None,
            Carry::OwnWords => Some(Carry::OwnWords.words().to_owned()),
            carry => Some(format!("{} ({} of {})", carry.words(), reach.found_without, reach.examples)),
        };
        let known = (reach.paraphrases > 0).then(|| format!("to {} known ones", reach.paraphrases));
        let carries = [found, known].into_iter().flatten().collect::<Vec<_>>().join(", ");
        let mistaken = match reach.mistaken {
            0 => "never".to_owned(),
            1 => format!("once ({:.2} right)", reach.precision()),
            mistaken => format!("{mistaken} times ({:.2} right)", reach.precision()),
        };
        vec![reach.relation.clone(), reach.examples.to_string(), carries, mistaken]
    };
    let rows: Vec<Vec<String>> = sorted.iter().map(row).collect();
    let headings = ["relation", "examples", "carries to other wordings", "read where another is told"];
    table(&headings.map(str::to_owned), &rows)
}
