//! The file of decisions as `review` writes it: one answer at a time, each of them safe on disk before the next question,
//! and nothing of what stands there already touched.

use std::path::PathBuf;
use std::{fs, io};

use anyhow::{Context, bail};

use crate::decisions::Decisions;
use crate::export::write_file;
use crate::ontology::Ontology;

use super::deciding::checked;

/// A file of decisions that may not be there yet. It is read anew each time, because the user may edit it meanwhile.
pub struct DecisionFile<'a> {
    pub path: PathBuf,
    /// Tells which names are the same.
    pub ontology: &'a Ontology,
}

impl DecisionFile<'_> {
    /// What is decided so far.
    ///
    /// # Errors
    /// Returns an error where the file cannot be read, or lines of it cannot be kept.
    pub fn decisions(&self) -> anyhow::Result<Decisions> {
        checked(&self.text()?, self.ontology).with_context(|| self.path.display().to_string())
    }

    /// Adds a decision and, above it, a comment for whoever reads the file; both are made lines. Returns what was added.
    ///
    /// # Errors
    /// Returns an error, and changes nothing, where the decision cannot be read or contradicts others.
    pub fn add(&self, comment: &str, decision: &str) -> anyhow::Result<String> {
        let mut text = self.text()?;
        if !text.is_empty() && !text.ends_with('\n') {
            text.push('\n');
        }
        let added =
            format!("# {}\n{}\n", comment.replace(['\n', '\r'], " "), decision.replace(['\n', '\r'], " "));
        text += &added;
        checked(&text, self.ontology)?;
        self.write(&text)?;
        Ok(added)
    }

    /// Takes away what was added last.
    ///
    /// # Errors
    /// Returns an error where the file does not end in it any more.
    pub fn take_back(&self, added: &str) -> anyhow::Result<()> {
        match self.text()?.strip_suffix(added) {
            Some(before) => self.write(before),
            None => bail!("{} was changed meanwhile; delete the line there", self.path.display()),
        }
    }

    fn text(&self) -> anyhow::Result<String> {
        match fs::read_to_string(&self.path) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(String::new()),
            read => read.with_context(|| format!("{}: the decisions cannot be read", self.path.display())),
        }
    }

    fn write(&self, text: &str) -> anyhow::Result<()> {
        Ok(write_file(&self.path, |out| out.write_all(text.as_bytes()))?)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stands_in_the_file_stays_and_what_contradicts_it_is_refused() {
        let folder = tempfile::tempdir().unwrap();
        let (path, ontology) = (folder.path().join("decisions.tsv"), Ontology::default());
        let file = DecisionFile { path: path.clone(), ontology: &ontology };
        assert_eq!(file.decisions().unwrap().statements().count(), 0);
        fs::write(&path, "same\tA\tB\r\n# mine").unwrap();
        let added = file.add("Ida Lund\nsued", "reject\t0a\tno").unwrap();
        let both = "same\tA\tB\r\n# mine\n# Ida Lund sued\nreject\t0a\tno\n";
        assert_eq!(fs::read_to_string(&path).unwrap(), both);
        let error = file.add("again", "accept\t0a").unwrap_err().to_string();
        assert!(error.contains("line 6") && error.contains("line 4"), "{error}");
        assert_eq!(fs::read_to_string(&path).unwrap(), both);
        file.take_back(&added).unwrap();
        assert_eq!(fs::read_to_string(&path).unwrap(), "same\tA\tB\r\n# mine\n");
        file.take_back(&added).unwrap_err();
    }
}
