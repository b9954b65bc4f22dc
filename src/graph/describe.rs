//! A story as quads. Two layers: plain edges between entities, which stand only where a sentence states them as a
//! fact, and statements with all that is known of them, each in the named graph of its article. The default graph
//! holds the plain edges, the entities and the articles, which are the provenance of the named graphs.
//!
//! There are no blank nodes, so that two graphs merge and compare without matching.

use oxigraph::model::{GraphName, NamedNode, Quad, Term};

use super::dataset::Dataset;
use super::terms::{absolute_iri, boolean, date, decimal, iri, local_name, offset, string, typed};
use super::vocabulary as v;
use crate::extract::TimeValue;
use crate::ontology::Ontology;
use crate::resolve::{
    Argument, Attribution, Document, Entity, EntityReference, Merge, Mint, Polarity, Span, Statement, Story,
    span_iri,
};

/// The quads of a story. Of the ontology, all classes and the relations that the story uses are declared.
pub fn dataset(story: &Story, ontology: &Ontology, mint: &Mint) -> Dataset {
    let mut writer = Writer { ontology, quads: Vec::new() };
    writer.base(mint);
    for document in &story.documents {
        writer.document(document, story.texts.get(&document.id));
    }
    for entity in &story.entities {
        writer.entity(entity);
    }
    for statement in &story.statements {
        writer.plain_edge(statement);
        writer.statement(statement);
        if let Some(reason) = story.inferences.get(&statement.id) {
            writer.inference(statement, reason);
        }
    }
    for merge in &story.merges {
        writer.merge(merge);
    }
    for attribution in &story.attributions {
        writer.attribution(attribution, mint);
    }
    writer.classes();
    writer.relations(story);
    writer.quads.into_iter().collect()
}

/// Whether a statement is a fact by its sentence: only such a one becomes a plain edge.
pub fn is_plain(statement: &Statement) -> bool {
    statement.polarity == Polarity::Positive && statement.asserted
}

/// Gathers quads.
pub(super) struct Writer<'a> {
    pub ontology: &'a Ontology,
    quads: Vec<Quad>,
}

impl Writer<'_> {
    fn add(&mut self, graph: &GraphName, subject: &NamedNode, predicate: &str, object: impl Into<Term>) {
        self.quads.push(Quad::new(subject.clone(), iri(predicate), object, graph.clone()));
    }

    pub fn add_to_default(&mut self, subject: &NamedNode, predicate: &str, object: impl Into<Term>) {
        self.add(&GraphName::DefaultGraph, subject, predicate, object);
    }

    /// What namespace the graph mints in, so that readers of the file can shorten its IRIs.
    fn base(&mut self, mint: &Mint) {
        let base = iri(mint.base());
        self.add_to_default(&base, v::RDF_TYPE, iri(v::VOID_DATASET));
        self.add_to_default(&base, v::VOID_URI_SPACE, string(mint.base()));
    }

    fn document(&mut self, document: &Document, text: Option<&String>) {
        let node = iri(&document.id);
        self.add_to_default(&node, v::RDF_TYPE, iri(v::SCHEMA_NEWS_ARTICLE));
        self.add_to_default(&node, v::RDF_TYPE, iri(v::NIF_CONTEXT));
        self.add_to_default(&node, v::NG_SOURCE_FILE, string(&document.path));
        if let Some(title) = &document.title {
            self.add_to_default(&node, v::SCHEMA_HEADLINE, string(title));
        }
        if let Some(publisher) = &document.publisher {
            self.add_to_default(&node, v::SCHEMA_PUBLISHER, string(publisher));
        }
        if let Some(published) = &document.date {
            self.add_to_default(&node, v::SCHEMA_DATE_PUBLISHED, date(published));
        }
        if let Some(url) = &document.url {
            let place = absolute_iri(url).map_or_else(|| Term::from(string(url)), Term::from);
            self.add_to_default(&node, v::SCHEMA_URL, place);
        }
        if let Some(text) = text {
            self.add_to_default(&node, v::NIF_IS_STRING, string(text));
        }
    }

    fn entity(&mut self, entity: &Entity) {
        let node = iri(&entity.id);
        for class in &entity.types {
            self.add_to_default(&node, v::RDF_TYPE, iri(class));
        }
        self.add_to_default(&node, v::RDFS_LABEL, string(&entity.label));
        for label in &entity.alternative_labels {
            self.add_to_default(&node, v::SKOS_ALT_LABEL, string(label));
        }
        for other in &entity.same_as {
            self.add_to_default(&node, v::OWL_SAME_AS, iri(other));
        }
        for mention in &entity.mentions {
            let span = Span { text: mention.text.clone(), begin: mention.begin, end: mention.end };
            let phrase = self.span(&mention.document, &span, v::NIF_PHRASE);
            self.add(&graph_of(&mention.document), &phrase, v::ITS_IDENTIFIES, node.clone());
        }
    }

    /// The phrase already identifies the entity; this says why.
    fn merge(&mut self, merge: &Merge) {
        let phrase = self.span(&merge.document, &merge.place, v::NIF_PHRASE);
        self.add(&graph_of(&merge.document), &phrase, v::NG_MERGED_BECAUSE, string(&merge.reason));
    }

    fn inference(&mut self, statement: &Statement, reason: &str) {
        let graph = graph_of(&statement.document.id);
        self.add(&graph, &iri(&statement.id), v::NG_INFERRED_BECAUSE, string(reason));
    }

    fn plain_edge(&mut self, statement: &Statement) {
        if let (true, Some(subject), Some(object)) =
            (is_plain(statement), &statement.subject, &statement.object)
        {
            self.add_to_default(&iri(&subject.id), &statement.relation_iri, object_term(object));
        }
    }

    fn statement(&mut self, statement: &Statement) {
        let graph = graph_of(&statement.document.id);
        let node = iri(&statement.id);
        self.add(&graph, &node, v::RDF_TYPE, iri(v::NG_STATEMENT));
        self.add(&graph, &node, v::RDF_PREDICATE, iri(&statement.relation_iri));
        self.add(&graph, &node, v::NG_RELATION, string(&statement.relation));
        if let Some(subject) = &statement.subject {
            self.add(&graph, &node, v::RDF_SUBJECT, iri(&subject.id));
            self.add(&graph, &node, v::NG_SUBJECT_MENTION, string(&subject.mention));
        }
        if let Some(object) = &statement.object {
            self.add(&graph, &node, v::RDF_OBJECT, object_term(object));
            self.add(&graph, &node, v::NG_OBJECT_MENTION, string(object_mention(object)));
        }
        self.add(&graph, &node, v::NG_POLARITY, string(statement.polarity.name()));
        self.add(&graph, &node, v::NG_ASSERTED, boolean(statement.asserted));
        self.circumstances(&graph, &node, statement);
        let trigger = self.span(&statement.document.id, &statement.trigger, v::NIF_PHRASE);
        self.add(&graph, &node, v::NG_TRIGGER, trigger);
        if let Some(example) = &statement.example {
            self.add(&graph, &node, v::NG_MATCHED_EXAMPLE, string(example));
        }
        let sentence = self.span(&statement.document.id, &statement.sentence, v::NIF_SENTENCE);
        self.add(&graph, &node, v::PROV_WAS_DERIVED_FROM, sentence);
    }

    fn circumstances(&mut self, graph: &GraphName, node: &NamedNode, statement: &Statement) {
        let mut refer = |property: &str, entity: &Option<EntityReference>| {
            if let Some(entity) = entity {
                self.add(graph, node, property, iri(&entity.id));
            }
        };
        refer(v::NG_ATTRIBUTED_TO, &statement.attributed_to);
        refer(v::NG_PLACE, &statement.place);
        for (name, entity) in &statement.qualifiers {
            let property = self.qualifier(name);
            self.add(graph, node, property.as_str(), iri(&entity.id));
        }
        if let Some(quantity) = &statement.quantity {
            self.add(graph, node, v::NG_QUANTITY, string(&quantity.text));
            for (property, bound) in [(v::NG_QUANTITY_MIN, quantity.min), (v::NG_QUANTITY_MAX, quantity.max)]
            {
                if let Some(bound) = bound.and_then(decimal) {
                    self.add(graph, node, property, bound);
                }
            }
        }
        if let Some(time) = &statement.time {
            self.add(graph, node, v::NG_TIME, string(&time.text));
            if let Some(value) = &time.value {
                self.add(graph, node, v::NG_TIME_VALUE, date(value));
                self.days(graph, node, value);
            }
        }
    }

    /// The first and last day of a time, so that queries can sort and compare weeks, months and years with days.
    fn days(&mut self, graph: &GraphName, node: &NamedNode, value: &str) {
        if let Some((first, last)) = TimeValue::parse(value).and_then(|value| value.days()) {
            self.add(graph, node, v::SEM_EARLIEST_BEGIN, date(&first.to_string()));
            self.add(graph, node, v::SEM_LATEST_END, date(&last.to_string()));
        }
    }

    /// The property of a qualifier, in the namespace of the ontology that teaches it.
    fn qualifier(&self, name: &str) -> NamedNode {
        let taught = self.ontology.qualifiers.iter().find(|qualifier| qualifier.name == name);
        taught.map_or_else(|| local_name(v::NG, name), |qualifier| iri(&qualifier.iri))
    }

    fn attribution(&mut self, attribution: &Attribution, mint: &Mint) {
        let document = &attribution.document.id;
        let graph = graph_of(document);
        let node = iri(&mint.attribution(attribution));
        self.add(&graph, &node, v::RDF_TYPE, iri(v::NG_ATTRIBUTION));
        if let Some(source) = &attribution.source {
            self.add(&graph, &node, v::NG_SOURCE, iri(&source.id));
            let mention = Span { text: source.mention.clone(), begin: source.begin, end: source.end };
            let mention = self.span(document, &mention, v::NIF_PHRASE);
            self.add(&graph, &node, v::NG_SOURCE_MENTION, mention);
        }
        if let Some(cue) = &attribution.cue {
            let cue = self.span(document, cue, v::NIF_PHRASE);
            self.add(&graph, &node, v::NG_CUE, cue);
        }
        let content = self.span(document, &attribution.content, v::NIF_STRING);
        self.add(&graph, &node, v::NG_CONTENT, content);
        self.add(&graph, &node, v::NG_DIRECT, boolean(attribution.direct));
        self.add(&graph, &node, v::PROV_WAS_DERIVED_FROM, iri(document));
    }

    /// Describes a stretch of a document and gives its node.
    fn span(&mut self, document: &str, span: &Span, class: &str) -> NamedNode {
        let graph = graph_of(document);
        let node = iri(&span_iri(document, span.begin, span.end));
        self.add(&graph, &node, v::RDF_TYPE, iri(class));
        self.add(&graph, &node, v::NIF_ANCHOR_OF, string(&span.text));
        self.add(&graph, &node, v::NIF_BEGIN_INDEX, offset(span.begin));
        self.add(&graph, &node, v::NIF_END_INDEX, offset(span.end));
        self.add(&graph, &node, v::NIF_REFERENCE_CONTEXT, iri(document));
        node
    }
}

/// The named graph of an article bears the article's own IRI.
fn graph_of(document: &str) -> GraphName {
    iri(document).into()
}

fn object_term(object: &Argument) -> Term {
    match object {
        Argument::Entity(entity) => iri(&entity.id).into(),
        Argument::Literal(literal) => typed(&literal.value, &literal.datatype).into(),
    }
}

fn object_mention(object: &Argument) -> &str {
    match object {
        Argument::Entity(entity) => &entity.mention,
        Argument::Literal(literal) => &literal.mention,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample;

    fn edges(story: &Story, relation: &str) -> usize {
        let relation = iri(&format!("{}{relation}", v::NG));
        dataset(story, &sample::ontology(), &Mint::default())
            .quads()
            .iter()
            .filter(|quad| quad.predicate == relation)
            .count()
    }

    #[test]
    fn only_asserted_and_affirmed_statements_become_plain_edges() {
        let mut story = sample::story();
        assert_eq!(edges(&story, "charged_with"), 1);
        assert_eq!(edges(&story, "deployed"), 0);
        story.statements.retain(|statement| !is_plain(statement));
        assert_eq!(edges(&story, "charged_with"), 0);
    }

    #[test]
    fn every_statement_leads_to_its_sentence_and_article() {
        let story = sample::story();
        let dataset = dataset(&story, &sample::ontology(), &Mint::default());
        for statement in &story.statements {
            let sentence = span_iri(&statement.document.id, statement.sentence.begin, statement.sentence.end);
            let object_of = |subject: &str, predicate: &str, object: &str| {
                dataset.quads().iter().any(|quad| {
                    quad.graph_name == graph_of(&statement.document.id)
                        && quad.subject == iri(subject).into()
                        && quad.predicate == iri(predicate)
                        && quad.object == iri(object).into()
                })
            };
            assert!(object_of(&statement.id, v::PROV_WAS_DERIVED_FROM, &sentence));
            assert!(object_of(&sentence, v::NIF_REFERENCE_CONTEXT, &statement.document.id));
        }
    }
}
