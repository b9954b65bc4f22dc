//! A graph that is asked for some of what it tells: its index for names and quads, single lines of its two other files for
//! statements and attributions. What is answered is the same as if all had been read.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use serde::de::DeserializeOwned;

use crate::graph;
use crate::graph::terms::iri;
use crate::graph::{Dataset, GraphPart, Named, Namespaces};
use crate::index::{Index, Line, Source, UNREADABLE};
use crate::story::{Attribution, Share, Shared, Statement, Story};
use crate::vocabulary::local_name;

use super::index_file::{IndexFile, name};
use super::lines::LineFile;

/// A graph to be asked.
pub struct AskedGraph<'a> {
    index: Index<'a>,
    statements: PathBuf,
    attributions: PathBuf,
}

/// A part of a graph, and the story it tells.
pub type Part = (Dataset, Story);

impl<'a> AskedGraph<'a> {
    /// The graph of a folder, by its index.
    ///
    /// # Errors
    /// Returns an error where the index is damaged, or a line of the other files cannot be read; so do all that follow.
    pub fn new(folder: &Path, file: &'a IndexFile) -> anyhow::Result<Self> {
        let path = |source| folder.join(name(source));
        let asked = Self {
            index: file.index()?,
            statements: path(Source::Statements),
            attributions: path(Source::Attributions),
        };
        asked.read::<Statement>(Source::Statements, asked.lines(UNREADABLE, Source::Statements))?;
        asked.read::<Attribution>(Source::Attributions, asked.lines(UNREADABLE, Source::Attributions))?;
        Ok(asked)
    }

    /// The prefixes of the graph.
    pub fn namespaces(&self) -> anyhow::Result<Namespaces> {
        Ok(Namespaces::of_index(&self.index)?)
    }

    /// Its entities by their names.
    pub fn names(&self) -> anyhow::Result<Vec<Named>> {
        Ok(Named::all(&self.index)?)
    }

    /// The relations of its statements.
    pub fn relations(&self) -> anyhow::Result<BTreeSet<&str>> {
        Ok(graph::relations(&self.index)?)
    }

    /// The statement with this IRI, or the last part of one.
    pub fn statement(&self, id: Option<&str>, local: &str) -> anyhow::Result<Option<Part>> {
        let all = graph::statements(&self.index)?;
        let Some(found) = all.into_iter().find(|known| Some(*known) == id || local_name(known) == local)
        else {
            return Ok(None);
        };
        let mut lines: Vec<Line> = self.lines_of(found, Source::Statements)?;
        lines.truncate(1);
        let part = GraphPart::new(&self.index)?;
        Ok(Some(self.part(part, self.read(Source::Statements, lines)?, Vec::new())?))
    }

    /// An entity, with the statements that refer to it.
    pub fn entity(&self, id: &Arc<str>) -> anyhow::Result<Part> {
        let statements = self.read(Source::Statements, self.lines_of(id, Source::Statements)?)?;
        let mut part = GraphPart::new(&self.index)?;
        part.entities(&BTreeSet::from([id.clone()]))?;
        self.part(part, statements, Vec::new())
    }

    /// An entity with all that [`Selection`](crate::graph::Selection) may keep of what is so near to it.
    pub fn neighbourhood(&self, start: &Arc<str>, hops: usize) -> anyhow::Result<Part> {
        let mut near = BTreeSet::new();
        let mut frontier = BTreeSet::from([start.clone()]);
        // By their places in the file, which are their order in the story.
        let mut statements: BTreeMap<u64, Statement> = BTreeMap::new();
        for _ in 0..hops {
            let mut reached = BTreeSet::new();
            for entity in &frontier {
                let lines = self.lines_of(entity, Source::Statements)?;
                for (line, statement) in
                    lines.iter().zip(self.read::<Statement>(Source::Statements, lines.clone())?)
                {
                    reached.extend(statement.references().map(|reference| reference.id.clone()));
                    statements.insert(line.begin, statement);
                }
            }
            near.append(&mut frontier);
            frontier = reached.difference(&near).cloned().collect();
            if frontier.is_empty() {
                break;
            }
        }
        let mut lines = BTreeMap::new();
        for entity in &near {
            lines.extend(
                self.lines_of(entity, Source::Attributions)?.into_iter().map(|line| (line.begin, line)),
            );
        }
        let attributions: Vec<Attribution> =
            self.read(Source::Attributions, lines.into_values().collect())?;
        let statements: Vec<Statement> = statements.into_values().collect();
        let referred = statements.iter().flat_map(Statement::references).map(|reference| &reference.id);
        let sources = attributions.iter().filter_map(|attribution| Some(&attribution.source.as_ref()?.id));
        let entities = referred.chain(sources).chain([start]).cloned().collect();
        let mut part = GraphPart::new(&self.index)?;
        part.entities(&entities)?;
        self.part(part, statements, attributions)
    }

    /// The part with the articles of these statements and attributions, and the story of it.
    fn part(
        &self,
        mut part: GraphPart<'_>,
        statements: Vec<Statement>,
        attributions: Vec<Attribution>,
    ) -> anyhow::Result<Part> {
        part.statements(&statements)?;
        let of_statements = statements.iter().map(|statement| &*statement.document.id);
        let of_attributions = attributions.iter().map(|attribution| &*attribution.document.id);
        part.articles(of_statements.chain(of_attributions))?;
        let dataset = part.finish();
        let mut story = graph::story(&dataset, statements, attributions);
        story.detail = graph::detail(&self.index)?;
        Ok((dataset, story))
    }

    fn lines_of(&self, id: &str, source: Source) -> anyhow::Result<Vec<Line>> {
        let number = self.index.iri(iri(id).as_str())?;
        Ok(number.map(|number| self.lines(number, source)).unwrap_or_default())
    }

    fn lines(&self, term: u32, source: Source) -> Vec<Line> {
        self.index.lines(term).filter(|line| line.source == source).collect()
    }

    fn read<T: DeserializeOwned + Share>(&self, source: Source, lines: Vec<Line>) -> anyhow::Result<Vec<T>> {
        if lines.is_empty() {
            return Ok(Vec::new());
        }
        let mut shared = Shared::default();
        let mut file = LineFile::open(match source {
            Source::Attributions => &self.attributions,
            Source::Graph | Source::Statements => &self.statements,
        })?;
        let read = |line| {
            let mut value: T = file.read(line)?;
            value.share(&mut shared);
            Ok(value)
        };
        lines.into_iter().map(read).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::files::folder::GraphFolder;
    use crate::files::graph_files::{ATTRIBUTIONS, GRAPH, STATEMENTS};
    use crate::files::index_file;
    use crate::graph::Selection;
    use crate::sample;
    use crate::story::Mint;

    /// A folder with the graph of the sample.
    fn folder() -> tempfile::TempDir {
        let folder = tempfile::tempdir().unwrap();
        let (story, ontology) = (sample::story(), sample::ontology());
        let dataset = graph::dataset(&story, &ontology, &Mint::default());
        let nquads: String = dataset.quads().map(|quad| format!("{quad} .\n")).collect();
        let mut statements = Vec::new();
        crate::export::jsonl(&story.statements, &mut statements).unwrap();
        let mut attributions = Vec::new();
        crate::export::jsonl(&story.attributions, &mut attributions).unwrap();
        std::fs::write(folder.path().join(GRAPH), nquads).unwrap();
        std::fs::write(folder.path().join(STATEMENTS), statements).unwrap();
        std::fs::write(folder.path().join(ATTRIBUTIONS), attributions).unwrap();
        folder
    }

    #[test]
    fn what_is_said_of_an_entity_is_the_same_as_if_all_had_been_read() {
        let folder = folder();
        let whole = GraphFolder::at(folder.path().to_owned());
        let file = whole.index().unwrap();
        let asked = AskedGraph::new(folder.path(), &file).unwrap();
        let (_, story) = whole.story().unwrap();
        assert_eq!(asked.names().unwrap(), Named::of_story(&story));
        for entity in &story.entities {
            for hops in [0, 1, 2, usize::MAX] {
                let selection = Selection { about: Some((entity.id.clone(), hops)), ..Selection::default() };
                let (_, near) = asked.neighbourhood(&entity.id, hops).unwrap();
                let (part, mut expected) = (selection.of(near), selection.of(story.clone()));
                // Of which article another is a copy is only asked of articles that are there.
                expected.copies.clone_from(&part.copies);
                assert_eq!(part, expected, "{} {hops}", entity.label);
            }
        }
    }

    #[test]
    fn a_statement_is_found_by_its_iri_and_by_the_end_of_it() {
        let folder = folder();
        let file = GraphFolder::at(folder.path().to_owned()).index().unwrap();
        let asked = AskedGraph::new(folder.path(), &file).unwrap();
        let id = &sample::story().statements[2].id;
        for (iri, local) in [(Some(&**id), ""), (None, local_name(id))] {
            let (_, story) = asked.statement(iri, local).unwrap().unwrap();
            assert_eq!(story.statements.len(), 1);
            assert_eq!(story.statements[0].id, *id);
        }
        assert!(asked.statement(None, "none").unwrap().is_none());
    }

    #[test]
    fn a_line_that_cannot_be_read_is_told_with_its_place() {
        let folder = folder();
        let path = folder.path().join(STATEMENTS);
        let text = std::fs::read_to_string(&path).unwrap();
        std::fs::write(&path, text.replacen("\n", "\n{\"id\": 3}\n", 1)).unwrap();
        let file = index_file::anew(folder.path()).unwrap();
        let error = AskedGraph::new(folder.path(), &file).err().unwrap().to_string();
        assert!(error.contains("statements.jsonl:2: column"), "{error}");
    }

    #[test]
    fn an_index_is_believed_only_where_it_fits() {
        let folder = folder();
        let path = folder.path();
        assert!(index_file::fitting(path).is_none());
        index_file::anew(path).unwrap();
        assert!(index_file::fitting(path).is_some());
        // Written again with the same text: read, and believed.
        let again = |name: &str, change: &dyn Fn(String) -> String| {
            std::thread::sleep(std::time::Duration::from_millis(20));
            let text = std::fs::read_to_string(path.join(name)).unwrap();
            std::fs::write(path.join(name), change(text)).unwrap();
        };
        again(GRAPH, &|text| text);
        assert!(index_file::fitting(path).is_some());
        for name in [GRAPH, STATEMENTS, ATTRIBUTIONS] {
            again(name, &|text| text.replacen("ferry", "Ferry", 1));
            assert!(index_file::fitting(path).is_none(), "{name}");
            index_file::anew(path).unwrap();
        }
        std::fs::remove_file(path.join(ATTRIBUTIONS)).unwrap();
        assert!(index_file::fitting(path).is_none());
    }
}
