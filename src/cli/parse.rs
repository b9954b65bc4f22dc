//! `newsgraph parse`: what the language engine sees, as CoNLL-U (<https://universaldependencies.org/format.html>).
//!
//! Columns 4, 5 and 8 are spaCy's universal part of speech, Penn tag and ClearNLP label. The last column has the
//! token's place in the text in Unicode characters and its entity tag.

use std::io::{self, BufRead, BufWriter, Write};

use clap::Args;
use rayon::prelude::*;
use serde::Deserialize;

use super::Outcome;
use crate::language::{Engine, EntityTag, Sentence, Token};

/// Texts that are read before the threads share them out.
const BATCH: usize = 64;

/// Read texts as JSONL (`text`) on standard input, write their trees as CoNLL-U on standard output.
#[derive(Debug, Args)]
pub struct ParseArguments {}

/// One input line; other keys are passed over.
#[derive(Deserialize)]
struct Line {
    text: String,
}

/// Parses every line; a line that cannot be read is told on standard error with its number and passed over.
///
/// # Errors
///
/// Standard input that cannot be read and standard output that cannot be written.
pub fn run(_arguments: ParseArguments) -> anyhow::Result<Outcome> {
    let engine = Engine::load();
    let mut output = BufWriter::new(io::stdout().lock());
    let mut outcome = Outcome::Complete;
    let mut texts = Vec::new();
    for (number, line) in io::stdin().lock().split(b'\n').enumerate() {
        let line = line?;
        if line.iter().all(u8::is_ascii_whitespace) {
            continue;
        }
        match serde_json::from_slice::<Line>(&line) {
            Ok(line) => texts.push(line.text),
            Err(error) => {
                eprintln!(
                    "newsgraph: standard input, line {}: {error}; each line must be a JSON object with the key \"text\"",
                    number + 1
                );
                outcome = Outcome::Partial;
            }
        }
        if texts.len() == BATCH {
            write_trees(&engine, &texts, &mut output)?;
            texts.clear();
        }
    }
    write_trees(&engine, &texts, &mut output)?;
    output.flush()?;
    Ok(outcome)
}

fn write_trees(engine: &Engine, texts: &[String], output: &mut impl Write) -> io::Result<()> {
    let documents: io::Result<Vec<_>> = texts.par_iter().map(|text| document(engine, text)).collect();
    documents?.iter().try_for_each(|document| output.write_all(document))
}

/// The trees of one text as they are written.
fn document(engine: &Engine, text: &str) -> io::Result<Vec<u8>> {
    let mut document = Vec::new();
    for sentences in engine.analyse(&[text]) {
        writeln!(document, "# newdoc")?;
        for sentence in &sentences {
            write_sentence(sentence, &mut document)?;
        }
        if sentences.is_empty() {
            writeln!(document)?;
        }
    }
    Ok(document)
}

fn write_sentence(sentence: &Sentence, output: &mut impl Write) -> io::Result<()> {
    for (index, token) in sentence.tokens.iter().enumerate() {
        let head = if token.head == index { 0 } else { token.head + 1 };
        let Token { text, lemma, pos, tag, dep, begin, end, .. } = token;
        write!(output, "{}\t{text}\t{lemma}\t{pos}\t{tag}\t_\t{head}\t{dep}\t_\t", index + 1)?;
        write!(output, "Begin={begin}|End={end}|NER=")?;
        match token.entity {
            EntityTag::Outside => writeln!(output, "O")?,
            EntityTag::Begin(kind) => writeln!(output, "B-{kind}")?,
            EntityTag::Inside(kind) => writeln!(output, "I-{kind}")?,
        }
    }
    writeln!(output)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn trees_are_written_as_conllu() {
        let mut output = Vec::new();
        write_trees(&Engine::load(), &["She left Paris.".to_owned(), String::new()], &mut output)
            .expect("writing to memory works");
        let expected = "# newdoc\n\
            1\tShe\tshe\tPRON\tPRP\t_\t2\tnsubj\t_\tBegin=0|End=3|NER=O\n\
            2\tleft\tleave\tVERB\tVBD\t_\t0\tROOT\t_\tBegin=4|End=8|NER=O\n\
            3\tParis\tParis\tPROPN\tNNP\t_\t2\tdobj\t_\tBegin=9|End=14|NER=B-GPE\n\
            4\t.\t.\tPUNCT\t.\t_\t2\tpunct\t_\tBegin=14|End=15|NER=O\n\n\
            # newdoc\n\n";
        assert_eq!(String::from_utf8_lossy(&output), expected);
    }
}
