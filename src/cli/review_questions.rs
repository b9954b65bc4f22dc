//! The questions of `review` and what the answers do. It reads lines, not keys: a pipe or a test can answer as well.

use std::fmt;
use std::io::{BufRead, Write};

use anyhow::Context;

use crate::decisions::Ruling;
use crate::files::decision_file::DecisionFile;
use crate::graph::Doubt;
use crate::story::Story;
use crate::vocabulary::local_name;

use super::review_list::{claim, shown};

const PROMPT: &str = "Does the sentence say so? [y/n/e/s/u/q, ? for help] ";
const HELP: &str = "  y      yes: it is right and counts as certain
  n      no: it leaves the graph; `n WHY` notes the reason
  e      decide in other words: who is who, or why it is wrong
  s      skip it
  u      take the last answer back
  q      quit; every answer is written already
";
const EDIT: &str = "  NAME = NAME    both are one (names as the article has them; `NAME @ a.txt` means the one in that article)
  NAME != NAME   they are two
  other words    the statement is wrong, and this is why
  nothing        back to the question
";

/// What to ask, and where to write the answers.
pub struct Questions<'a> {
    pub doubts: &'a [Doubt<'a>],
    pub story: &'a Story,
    pub file: &'a DecisionFile<'a>,
}

/// What was answered.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Tally {
    accepted: usize,
    rejected: usize,
    names: usize,
    /// Not answered, or not come to.
    open: usize,
}

/// An answer that is written, to be taken back.
struct Given {
    /// Index of the question.
    question: usize,
    /// The lines of the file.
    added: String,
    kind: Kind,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Ruling(Ruling),
    Names,
}

/// What a line of input asks for.
enum Reply<'a> {
    Rule(Ruling, &'a str),
    Edit,
    Skip,
    Undo,
    Quit,
    Help,
}

/// What comes after a question.
enum Step {
    Next,
    BackTo(usize),
    End,
}

impl Questions<'_> {
    /// Asks until all is answered or the input ends. What cannot be written is told, and asked again.
    ///
    /// # Errors
    /// Returns an error where input or output fails.
    pub fn ask(&self, input: &mut dyn BufRead, out: &mut dyn Write) -> anyhow::Result<Tally> {
        let mut given: Vec<Given> = Vec::new();
        let mut question = 0;
        while let Some(doubt) = self.doubts.get(question) {
            write!(out, "\n{}/{}  {}", question + 1, self.doubts.len(), shown(doubt, self.story))?;
            match self.answer(question, &mut given, input, out)? {
                Step::Next => question += 1,
                Step::BackTo(earlier) => question = earlier,
                Step::End => break,
            }
        }
        writeln!(out)?;
        Ok(self.tally(&given))
    }

    /// Asks one question until it is settled.
    fn answer(
        &self,
        question: usize,
        given: &mut Vec<Given>,
        input: &mut dyn BufRead,
        out: &mut dyn Write,
    ) -> anyhow::Result<Step> {
        while let Some(line) = prompted(PROMPT, input, out)? {
            let (decision, kind) = match reply(&line) {
                Reply::Rule(ruling, why) => (self.ruling(question, ruling, why), Kind::Ruling(ruling)),
                Reply::Edit => {
                    out.write_all(EDIT.as_bytes())?;
                    match prompted("> ", input, out)?.filter(|words| !words.is_empty()) {
                        Some(words) => self.edited(question, &words),
                        None => continue,
                    }
                }
                Reply::Skip => return Ok(Step::Next),
                Reply::Quit => return Ok(Step::End),
                Reply::Undo => match self.undo(given) {
                    Ok(earlier) => return Ok(Step::BackTo(earlier)),
                    Err(error) => {
                        writeln!(out, "{error:#}")?;
                        continue;
                    }
                },
                Reply::Help => {
                    out.write_all(HELP.as_bytes())?;
                    continue;
                }
            };
            match self.write(question, &decision, kind) {
                Ok(answer) => {
                    given.push(answer);
                    return Ok(Step::Next);
                }
                Err(error) => writeln!(out, "Not written: {error:#}")?,
            }
        }
        Ok(Step::End)
    }

    /// Takes the last answer back, and returns the index of its question.
    fn undo(&self, given: &mut Vec<Given>) -> anyhow::Result<usize> {
        let last = given.last().context("Nothing was answered yet.")?;
        let question = last.question;
        self.file.take_back(&last.added)?;
        given.pop();
        Ok(question)
    }

    fn write(&self, question: usize, decision: &str, kind: Kind) -> anyhow::Result<Given> {
        let doubt = &self.doubts[question];
        let statement = doubt.statement;
        let comment = format!("{} ({}): {}", claim(doubt), statement.document.path, statement.sentence.text);
        Ok(Given { question, added: self.file.add(&comment, decision)?, kind })
    }

    fn ruling(&self, question: usize, ruling: Ruling, why: &str) -> String {
        let statement = local_name(&self.doubts[question].statement.id);
        let line = format!("{}\t{statement}\t{}", ruling.name(), why.trim().replace('\t', " "));
        line.trim_end().to_owned()
    }

    /// A decision in other words than yes and no.
    fn edited(&self, question: usize, words: &str) -> (String, Kind) {
        let names = |verdict: &str, (one, other): (&str, &str)| {
            (format!("{verdict}\t{}\t{}", one.trim(), other.trim()), Kind::Names)
        };
        if let Some(two) = words.split_once(" != ") {
            return names("different", two);
        }
        if let Some(one) = words.split_once(" = ") {
            return names("same", one);
        }
        (self.ruling(question, Ruling::Reject, words), Kind::Ruling(Ruling::Reject))
    }

    fn tally(&self, given: &[Given]) -> Tally {
        let count = |kind: Kind| given.iter().filter(|answer| answer.kind == kind).count();
        Tally {
            accepted: count(Kind::Ruling(Ruling::Accept)),
            rejected: count(Kind::Ruling(Ruling::Reject)),
            names: count(Kind::Names),
            open: self.doubts.len().saturating_sub(given.len()),
        }
    }
}

impl Tally {
    /// Whether anything was decided.
    pub fn is_written(&self) -> bool {
        self.accepted + self.rejected + self.names > 0
    }
}

impl fmt::Display for Tally {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { accepted, rejected, names, open } = self;
        write!(formatter, "{accepted} accepted, {rejected} rejected, {names} about names, {open} open")
    }
}

fn reply(line: &str) -> Reply<'_> {
    let (word, rest) = line.split_once(char::is_whitespace).unwrap_or((line, ""));
    match word.to_lowercase().as_str() {
        "y" | "yes" => Reply::Rule(Ruling::Accept, ""),
        "n" | "no" => Reply::Rule(Ruling::Reject, rest),
        "e" | "edit" => Reply::Edit,
        "s" | "skip" => Reply::Skip,
        "u" | "undo" => Reply::Undo,
        "q" | "quit" => Reply::Quit,
        _ => Reply::Help,
    }
}

/// The next line of input without the blanks around it; nothing where the input ends.
fn prompted(prompt: &str, input: &mut dyn BufRead, out: &mut dyn Write) -> anyhow::Result<Option<String>> {
    out.write_all(prompt.as_bytes())?;
    out.flush()?;
    let mut line = String::new();
    let read = input.read_line(&mut line)?;
    Ok((read > 0).then(|| line.trim().to_owned()))
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;
    use crate::confidence::Confidence;
    use crate::graph::doubts;
    use crate::sample;

    /// What is printed, what the tally says, and the decisions in the file after these answers.
    fn answered(answers: &str) -> (String, String, Vec<String>) {
        let (story, ontology) = (sample::story(), sample::ontology());
        let doubts = doubts(&story, &ontology, Confidence::FULL);
        let folder = tempfile::tempdir().unwrap();
        let file = DecisionFile { path: folder.path().join("decisions.tsv"), ontology: &ontology };
        let mut out = Vec::new();
        let questions = Questions { doubts: &doubts, story: &story, file: &file };
        let tally = questions.ask(&mut answers.as_bytes(), &mut out).unwrap();
        let text = fs::read_to_string(&file.path).unwrap_or_default();
        let ids: Vec<&str> = doubts.iter().map(|doubt| local_name(&doubt.statement.id)).collect();
        let numbered = |line: &str| {
            let at = ids.iter().position(|id| line.contains(id));
            at.map_or(line.to_owned(), |at| line.replace(ids[at], &format!("<{}>", at + 1)))
        };
        let lines = text.lines().filter(|line| !line.starts_with('#')).map(numbered).collect();
        (String::from_utf8(out).unwrap(), tally.to_string(), lines)
    }

    #[test]
    fn every_answer_is_written_and_the_end_of_input_ends() {
        let (shown, tally, lines) = answered("y\nn  another\tcrew\ns\n");
        assert_eq!(lines, ["accept\t<1>", "reject\t<2>\tanother crew"]);
        assert_eq!(tally, "1 accepted, 1 rejected, 0 about names, 2 open");
        assert!(shown.contains("1/4  ") && shown.contains("4/4  "), "{shown}");
    }

    #[test]
    fn an_answer_can_be_taken_back() {
        let (shown, tally, lines) = answered("u\ny\nu\nn\nq\n");
        assert!(shown.contains("Nothing was answered yet."), "{shown}");
        assert_eq!(lines, ["reject\t<1>"]);
        assert_eq!(tally, "0 accepted, 1 rejected, 0 about names, 3 open");
    }

    #[test]
    fn editing_decides_who_is_who_or_says_why_not() {
        let (shown, tally, lines) = answered(
            "e\n\ne\nIda = Ida Lund\nedit\nIda Lund != ida\ne\nIda @ a.txt != Lund\ne\nthe wrong ship\n",
        );
        assert_eq!(
            lines,
            ["same\tIda\tIda Lund", "different\tIda @ a.txt\tLund", "reject\t<3>\tthe wrong ship"]
        );
        assert!(
            shown.contains("Not written: line 4: “different  Ida Lund  ida” contradicts line 2"),
            "{shown}"
        );
        assert_eq!(tally, "0 accepted, 1 rejected, 2 about names, 1 open");
    }

    #[test]
    fn whoever_types_something_else_is_helped() {
        let (shown, _, lines) = answered("maybe\n");
        assert!(shown.contains("take the last answer back") && lines.is_empty(), "{shown}");
    }
}
