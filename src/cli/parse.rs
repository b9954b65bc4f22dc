//! `newsgraph parse`: what the language engine sees, as CoNLL-U (<https://universaldependencies.org/format.html>).
//!
//! Columns 4, 5 and 8 are spaCy's universal part of speech, Penn tag and ClearNLP label. The last column has the
//! token's place in the text in Unicode characters and its entity tag.

use std::collections::BTreeMap;
use std::io;
use std::io::{BufRead, BufWriter, Write};
use std::sync::{Mutex, MutexGuard, PoisonError};

use clap::Args;
use serde::Deserialize;

use crate::harmless;
use crate::language::{Engine, EntityTag, Sentence, Token};

use super::failure::Outcome;

/// Read texts as JSONL (`text`) on standard input, write their trees as CoNLL-U on standard output.
#[derive(Debug, Args)]
pub struct ParseArguments {}

/// One input line; other keys are ignored.
#[derive(Deserialize)]
struct Line {
    text: String,
}

/// Parses every line; a line that cannot be read is told on standard error with its number and skipped. Each thread
/// takes the next line as soon as it is free, so that none waits for another's long text.
///
/// # Errors
///
/// Returns I/O errors from standard input and output.
pub fn run(_arguments: ParseArguments) -> anyhow::Result<Outcome> {
    let engine = Engine::load();
    let lines = Mutex::new(Lines { line: 0, texts: 0, outcome: Outcome::Complete });
    let output = Mutex::new(InOrder::new(BufWriter::new(io::stdout())));
    // A function of its own, so that the line is let go before the text is parsed.
    let next = || locked(&lines).next_text();
    let work = || -> io::Result<()> {
        while let Some((number, text)) = next()? {
            let document = document(&engine, &text)?;
            locked(&output).write(number, document)?;
        }
        Ok(())
    };
    rayon::broadcast(|_| work()).into_iter().collect::<io::Result<()>>()?;
    locked(&output).output.flush()?;
    Ok(locked(&lines).outcome)
}

fn locked<T>(shared: &Mutex<T>) -> MutexGuard<'_, T> {
    shared.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Standard input, line by line.
struct Lines {
    /// Lines and texts read so far.
    line: usize,
    texts: usize,
    outcome: Outcome,
}

impl Lines {
    /// The next text and its number among the texts; `None` at the end of the input.
    fn next_text(&mut self) -> io::Result<Option<(usize, String)>> {
        let mut line = Vec::new();
        while io::stdin().lock().read_until(b'\n', &mut line)? > 0 {
            self.line += 1;
            if let Some(text) = self.text(&line)? {
                self.texts += 1;
                return Ok(Some((self.texts - 1, text)));
            }
            line.clear();
        }
        Ok(None)
    }

    fn text(&mut self, line: &[u8]) -> io::Result<Option<String>> {
        if line.iter().all(u8::is_ascii_whitespace) {
            return Ok(None);
        }
        match serde_json::from_slice::<Line>(line) {
            Ok(line) => Ok(Some(line.text)),
            Err(error) => {
                writeln!(
                    harmless::stderr(),
                    "newsgraph: standard input, line {}: {error}; each line must be a JSON object with the key \"text\"",
                    self.line
                )?;
                self.outcome = Outcome::Partial;
                Ok(None)
            }
        }
    }
}

/// Writes documents in the order of their numbers, whatever order they come in.
struct InOrder<W> {
    next: usize,
    waiting: BTreeMap<usize, Vec<u8>>,
    output: W,
}

impl<W: Write> InOrder<W> {
    fn new(output: W) -> Self {
        Self { next: 0, waiting: BTreeMap::new(), output }
    }

    fn write(&mut self, number: usize, document: Vec<u8>) -> io::Result<()> {
        self.waiting.insert(number, document);
        while let Some(document) = self.waiting.remove(&self.next) {
            self.output.write_all(&document)?;
            self.next += 1;
        }
        Ok(())
    }
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
        let engine = Engine::load();
        let mut output = InOrder::new(Vec::new());
        for (number, text) in [(1, ""), (0, "She left Paris.")] {
            output.write(number, document(&engine, text).expect("memory can be written")).expect("so it can");
        }
        let expected = "# newdoc\n\
            1\tShe\tshe\tPRON\tPRP\t_\t2\tnsubj\t_\tBegin=0|End=3|NER=O\n\
            2\tleft\tleave\tVERB\tVBD\t_\t0\tROOT\t_\tBegin=4|End=8|NER=O\n\
            3\tParis\tParis\tPROPN\tNNP\t_\t2\tdobj\t_\tBegin=9|End=14|NER=B-GPE\n\
            4\t.\t.\tPUNCT\t.\t_\t2\tpunct\t_\tBegin=14|End=15|NER=O\n\n\
            # newdoc\n\n";
        assert_eq!(String::from_utf8_lossy(&output.output), expected);
    }
}
