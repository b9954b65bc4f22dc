//! Turtle: everything in one graph, for tools without named graphs and for people. Grouped by subject, one property
//! a line, sorted, so that two versions of a graph differ only in the lines where they differ. Oxigraph's serializer
//! neither sorts nor writes comments, so there is this writer; terms are still formatted by Oxigraph.

use std::io;
use std::io::Write;

use crate::graph::{Dataset, Namespaces, Subject, TermNumber, Triples};
use crate::vocabulary::{RDF_OBJECT, RDF_PREDICATE, RDF_REIFIES, RDF_SUBJECT, RDF_TYPE};

use super::short_forms::ShortForms;

/// Writes all triples of this dataset as one Turtle document, and returns their number.
///
/// # Errors
/// Returns I/O errors from `out`.
pub fn turtle(dataset: &Dataset, namespaces: &Namespaces, out: &mut impl Write) -> io::Result<usize> {
    one_graph(dataset, namespaces, Reification::Properties, out)
}

/// The same as RDF 1.2 has it: each statement is a reifier, whose triple term takes the place of `rdf:subject`,
/// `rdf:predicate` and `rdf:object`. A statement without an object has no triple to be a term, and keeps what it has.
///
/// # Errors
/// Returns I/O errors from `out`.
pub fn turtle12(dataset: &Dataset, namespaces: &Namespaces, out: &mut impl Write) -> io::Result<()> {
    one_graph(dataset, namespaces, Reification::TripleTerms, out)?;
    Ok(())
}

fn one_graph(
    dataset: &Dataset,
    namespaces: &Namespaces,
    reification: Reification,
    out: &mut impl Write,
) -> io::Result<usize> {
    let triples = dataset.triples();
    let mut forms = ShortForms::of(dataset, namespaces);
    forms.note_all(&triples);
    let mut writer = TurtleWriter::new(dataset, forms, reification, out)?;
    writer.triples(&triples, "")?;
    writer.finish()?;
    Ok(triples.len())
}

/// How a statement names the triple that it is about.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Reification {
    Properties,
    TripleTerms,
}

/// Writes a Turtle or TriG document.
pub(super) struct TurtleWriter<'a, W> {
    dataset: &'a Dataset,
    forms: ShortForms<'a>,
    reification: Reification,
    /// What is to be written next: all of one subject.
    text: String,
    out: &'a mut W,
}

impl<'a, W: Write> TurtleWriter<'a, W> {
    /// Begins a document with the prefixes that were noted.
    pub fn new(
        dataset: &'a Dataset,
        forms: ShortForms<'a>,
        reification: Reification,
        out: &'a mut W,
    ) -> io::Result<Self> {
        out.write_all(forms.declarations().as_bytes())?;
        Ok(Self { dataset, forms, reification, text: String::new(), out })
    }

    /// The first line of a named graph.
    pub fn open_graph(&mut self, graph: TermNumber) {
        self.text.push('\n');
        self.forms.write(&mut self.text, graph);
        self.text.push_str(" {\n");
    }

    pub fn close_graph(&mut self) {
        self.text.push_str("}\n");
    }

    /// Triples, each line after `indent`.
    pub fn triples(&mut self, triples: &Triples<'_>, indent: &str) -> io::Result<()> {
        let mut section = None;
        for subject in triples.subjects() {
            if section != Some(subject.section) {
                section = Some(subject.section);
                self.push(&["\n", indent, "# ", subject.section.heading(), "\n"]);
            }
            self.subject(subject, indent);
            self.flush()?;
        }
        Ok(())
    }

    fn subject(&mut self, subject: Subject<'_>, indent: &str) {
        self.push(&["\n", indent]);
        self.forms.write(&mut self.text, subject.number);
        let triple = self.triple(subject);
        let mut end = "";
        for (predicate, objects) in subject.properties() {
            let name = self.dataset.name(predicate);
            if triple.is_some() && matches!(name, RDF_SUBJECT | RDF_PREDICATE) {
                continue;
            }
            self.push(&[end, "\n", indent, "    "]);
            end = " ;";
            match (name, triple) {
                (RDF_OBJECT, Some(triple)) => {
                    self.triple_term(triple);
                    continue;
                }
                (RDF_TYPE, _) => self.text.push('a'),
                _ => self.forms.write(&mut self.text, predicate),
            }
            for (index, object) in objects.enumerate() {
                match index {
                    0 => self.text.push(' '),
                    _ => self.push(&[",\n", indent, "        "]),
                }
                self.forms.write(&mut self.text, object);
            }
        }
        self.text.push_str(" .\n");
    }

    /// The triple that these triples are about, where it is to be written as a term; nothing where they leave a part
    /// of it out.
    fn triple(&self, subject: Subject<'_>) -> Option<[TermNumber; 3]> {
        if self.reification == Reification::Properties {
            return None;
        }
        let part = |wanted: &str| {
            let mut properties = subject.properties();
            properties.find(|(predicate, _)| self.dataset.name(*predicate) == wanted)?.1.next()
        };
        Some([part(RDF_SUBJECT)?, part(RDF_PREDICATE)?, part(RDF_OBJECT)?])
    }

    fn triple_term(&mut self, triple: [TermNumber; 3]) {
        // It shares its prefix with `rdf:object`, in whose place it stands.
        self.forms.write_name(&mut self.text, RDF_REIFIES);
        self.text.push_str(" <<( ");
        for part in triple {
            self.forms.write(&mut self.text, part);
            self.text.push(' ');
        }
        self.text.push_str(")>>");
    }

    fn push(&mut self, pieces: &[&str]) {
        self.text.extend(pieces.iter().copied());
    }

    fn flush(&mut self) -> io::Result<()> {
        self.out.write_all(self.text.as_bytes())?;
        self.text.clear();
        Ok(())
    }

    /// Writes what is left.
    pub fn finish(mut self) -> io::Result<()> {
        self.flush()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::graph;
    use crate::sample;
    use crate::story::Mint;

    #[test]
    fn in_rdf_1_2_every_statement_with_an_object_is_a_reifier() {
        let dataset = graph::dataset(&sample::story(), &sample::ontology(), &Mint::default());
        let mut text = Vec::new();
        turtle12(&dataset, &Namespaces::of(&dataset), &mut text).unwrap();
        let text = String::from_utf8(text).unwrap();
        let reifier = "rdf:reifies <<( id:nordholm-lines ng:charged_with id:negligence )>>";
        assert_eq!(text.matches(reifier).count(), 2);
        assert_eq!(text.matches("rdf:reifies").count(), 3);
        assert_eq!(text.matches("rdf:subject").count(), 1);
        assert_eq!(text.matches("rdf:object").count(), 0);
    }
}
