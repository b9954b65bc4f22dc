//! The way back: what a graph says of its entities and documents as plain values again, for the commands that work
//! on a built graph. Statements and attributions come back from their own files, which are quicker to read; only the
//! example that each statement matched stands nowhere but in the graph.
//!
//! The graph is read once from its beginning to its end, and nothing of it is held that the story does not need. Its
//! order makes this possible: the default graph first, and in it classes before entities.

use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

use crate::story::{
    Attribution, Detail, DocumentRecord, Entity, EntityMention, Merge, Span, Statement, Story, span_of_iri,
};
use crate::vocabulary as v;

use super::about::About;
use super::dataset::{Dataset, TermNumber};
use super::section::Section;

/// The story whose graph this is, with these statements and attributions.
pub fn story(dataset: &Dataset, statements: Vec<Statement>, attributions: Vec<Attribution>) -> Story {
    let graphs: Vec<_> = dataset.graphs().collect();
    let mut recall = Recall {
        dataset,
        story: Story { statements, attributions, ..Story::default() },
        names: HashMap::new(),
        parents: HashMap::new(),
        entities: HashMap::new(),
        examples: HashMap::new(),
    };
    for (graph, triples) in &graphs {
        for subject in triples.subjects() {
            let about = About::new(dataset, subject);
            match subject.section {
                Section::Vocabulary => recall.class(about),
                Section::Entity if graph.is_none() => recall.entity(subject.number, about),
                Section::Article => recall.document(about),
                Section::Statement => recall.statement(about),
                Section::Text => recall.text(about, *graph),
                Section::Dataset | Section::Entity | Section::Event | Section::Attribution => {}
            }
        }
    }
    recall.finish()
}

struct Recall<'a> {
    dataset: &'a Dataset,
    story: Story,
    /// Terms that many values share.
    names: HashMap<TermNumber, Arc<str>>,
    /// Class → the classes that it is a kind of.
    parents: HashMap<&'a str, Vec<&'a str>>,
    /// Where an entity stands in the story.
    entities: HashMap<TermNumber, usize>,
    /// By IRI of the statement.
    examples: HashMap<&'a str, Arc<str>>,
}

impl<'a> Recall<'a> {
    fn class(&mut self, about: About<'a>) {
        self.parents.insert(about.iri(), about.all(v::RDFS_SUB_CLASS_OF));
    }

    /// An entity is what has a label and is no part of the graph's own machinery.
    fn entity(&mut self, number: TermNumber, about: About<'a>) {
        let Some(label) = about.one(v::RDFS_LABEL) else { return };
        let mut types = about.all(v::RDF_TYPE);
        types.sort_by_key(|class| std::cmp::Reverse(self.ancestors(class)));
        let owned = |texts: Vec<&str>| texts.into_iter().map(str::to_owned).collect();
        self.entities.insert(number, self.story.entities.len());
        let entity = Entity {
            id: self.name(number),
            label: label.into(),
            alternative_labels: owned(about.all(v::SKOS_ALT_LABEL)),
            types: types.into_iter().map(Arc::from).collect(),
            same_as: owned(about.all(v::OWL_SAME_AS)),
            mentions: Vec::new(),
        };
        self.story.entities.push(entity);
    }

    /// How many classes a class is a kind of: the more, the more special.
    fn ancestors(&self, class: &'a str) -> usize {
        let mut open = vec![class];
        let mut seen = BTreeSet::new();
        while let Some(class) = open.pop() {
            if seen.insert(class) {
                open.extend(self.parents.get(class).into_iter().flatten());
            }
        }
        seen.len() - 1
    }

    fn document(&mut self, about: About<'a>) {
        if !about.has_type(v::SCHEMA_NEWS_ARTICLE) {
            return;
        }
        let text = |predicate| about.one(predicate).map(str::to_owned);
        let document = DocumentRecord {
            id: about.iri().into(),
            path: text(v::NG_SOURCE_FILE).unwrap_or_default(),
            url: text(v::SCHEMA_URL),
            title: text(v::SCHEMA_HEADLINE),
            publisher: text(v::SCHEMA_PUBLISHER),
            date: text(v::SCHEMA_DATE_PUBLISHED),
        };
        if let Some(author) = text(v::SCHEMA_AUTHOR) {
            self.story.authors.insert(document.id.clone(), author);
        }
        if let Some(content) = text(v::NIF_IS_STRING) {
            self.story.texts.insert(document.id.clone(), content);
        }
        if let Some(original) = text(v::NG_COPY_OF) {
            self.story.copies.insert(document.id.clone(), original.into());
        }
        self.story.documents.push(document.into());
    }

    fn statement(&mut self, about: About<'a>) {
        if let Some(example) = about.objects(v::NG_MATCHED_EXAMPLE).next() {
            let example = self.name(example);
            self.examples.insert(about.iri(), example);
        }
        if let Some(reason) = about.one(v::NG_INFERRED_BECAUSE) {
            self.story.inferences.insert(about.iri().into(), reason.to_owned());
        }
        if about.one(v::NG_DECISION) == Some(v::ACCEPTED) {
            self.story.accepted.insert(about.iri().into());
        }
    }

    /// A span of text may be a mention, and have a reason to be one.
    fn text(&mut self, about: About<'a>, graph: Option<TermNumber>) {
        if is_full(about) {
            self.story.detail = Detail::Full;
        }
        for entity in about.objects(v::ITS_IDENTIFIES) {
            let Some(mention) = self.mention(about, graph) else { return };
            for reason in about.objects(v::NG_MERGED_BECAUSE) {
                let EntityMention { document, begin, end, text } = mention.clone();
                let (entity, reason) = (self.name(entity), self.name(reason));
                self.story.merges.push(Merge { document, place: Span { text, begin, end }, entity, reason });
            }
            if let Some(&entity) = self.entities.get(&entity) {
                self.story.entities[entity].mentions.push(mention);
            }
        }
    }

    /// The place of a mention. The named graph of an article has the article's own IRI.
    fn mention(&mut self, about: About<'a>, graph: Option<TermNumber>) -> Option<EntityMention> {
        let (begin, end) = span_of_iri(about.iri())?;
        let text = about.one(v::NIF_ANCHOR_OF)?.to_owned();
        Some(EntityMention { document: self.name(graph?), begin, end, text })
    }

    fn name(&mut self, number: TermNumber) -> Arc<str> {
        self.names.entry(number).or_insert_with(|| self.dataset.name(number).into()).clone()
    }

    fn finish(self) -> Story {
        let Self { mut story, examples, .. } = self;
        for statement in &mut story.statements {
            statement.example = examples.get(&*statement.id).cloned();
        }
        for entity in &mut story.entities {
            entity.mentions.sort_unstable();
            entity.mentions.shrink_to_fit();
        }
        story.documents.sort_by(|a, b| a.path.cmp(&b.path));
        story.merges.sort_unstable();
        story.merges.dedup();
        story
    }
}

/// Whether the graph tells of a phrase where it stands, though its IRI does.
fn is_full(about: About<'_>) -> bool {
    about.has_type(v::NIF_PHRASE)
        && !about.has_type(v::NIF_SENTENCE)
        && !about.has_type(v::NIF_STRING)
        && about.one(v::NIF_BEGIN_INDEX).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ontology::ClassId;
    use crate::sample;
    use crate::story::Mint;

    fn recalled(story: &Story, ontology: &crate::ontology::Ontology) -> Story {
        let dataset = super::super::dataset(story, ontology, &Mint::default());
        super::story(&dataset, story.statements.clone(), story.attributions.clone())
    }

    #[test]
    fn a_story_comes_back_from_its_graph() {
        let mut told = sample::story();
        // What XML cannot carry is replaced in the graph.
        told.entities.retain(|entity| *entity.label != *sample::HOSTILE);
        told.documents.truncate(1);
        let again = recalled(&told, &sample::ontology());
        assert_eq!(again.entities, told.entities);
        assert_eq!(again.documents, told.documents);
        assert_eq!(again.texts.keys().collect::<Vec<_>>(), told.texts.keys().collect::<Vec<_>>());
    }

    #[test]
    fn a_full_graph_stays_one_and_says_more_of_phrases() {
        let (mut told, ontology) = (sample::story(), sample::ontology());
        let quads = |story: &Story| super::super::dataset(story, &ontology, &Mint::default()).len();
        let lean = quads(&told);
        assert_eq!(recalled(&told, &ontology).detail, Detail::Lean);
        told.detail = Detail::Full;
        assert!(quads(&told) > lean);
        let again = recalled(&told, &ontology);
        assert_eq!(again.detail, Detail::Full);
        told.detail = Detail::Lean;
        assert_eq!(again.entities, recalled(&told, &ontology).entities);
    }

    #[test]
    fn the_most_special_class_comes_first() {
        let mut told = sample::story();
        let mut ontology = sample::ontology();
        ontology.classes[1].iri = format!("{}ZOrganisation", v::NG);
        ontology.classes[1].parents = vec![ClassId(0)];
        let types: Vec<Arc<str>> =
            ontology.classes.iter().rev().map(|class| class.iri.as_str().into()).collect();
        told.entities[0].types = types.clone();
        assert_eq!(recalled(&told, &ontology).entities[0].types, types);
    }
}
