//! A story as quads. Two layers: plain edges between entities, which stand only where a sentence states them as a
//! fact, and statements with all that is known of them, each in the named graph of its article. The default graph
//! holds the plain edges, the entities and the articles, which are the provenance of the named graphs.
//!
//! There are no blank nodes, so that two graphs merge and compare without matching.

use oxigraph::model::{NamedNode, Term};

use crate::ontology::Ontology;
use crate::story::{
    Attribution, Detail, DocumentRecord, Entity, EntityReference, Merge, Mint, Statement, Story,
};
use crate::time::TimeValue;
use crate::vocabulary as v;

use super::builder::{DatasetBuilder, Interned};
use super::dataset::Dataset;
use super::standing::Standing;
use super::terms::{absolute_iri, boolean, confidence, date, decimal, in_namespace, iri, string};
use super::writer::{TextSpan, Writer};

/// The quads of a story. Of the ontology, all classes and the relations that the story uses are declared.
pub fn dataset(story: &Story, ontology: &Ontology, mint: &Mint) -> Dataset {
    let mut writer = Writer { ontology, quads: DatasetBuilder::default(), detail: story.detail };
    writer.base(mint);
    for document in &story.documents {
        writer.document(document, story.authors.get(&document.id), story.texts.get(&document.id));
        if let Some(original) = story.copies.get(&document.id) {
            let node = writer.iri(&document.id);
            writer.link(None, node, v::NG_COPY_OF, original);
        }
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
        if story.accepted.contains(&statement.id) {
            writer.acceptance(statement);
        }
    }
    for merge in &story.merges {
        writer.merge(merge);
    }
    for attribution in &story.attributions {
        writer.attribution(attribution, mint);
    }
    writer.events(story, mint);
    writer.contradictions(story);
    writer.classes();
    writer.relations(story);
    writer.quads.finish()
}

impl Writer<'_> {
    /// What namespace the graph mints in, so that readers of the file can shorten its IRIs.
    fn base(&mut self, mint: &Mint) {
        let base = self.iri(mint.base());
        self.link(None, base, v::RDF_TYPE, v::VOID_DATASET);
        self.literal(None, base, v::VOID_URI_SPACE, string(mint.base()));
    }

    fn document(&mut self, document: &DocumentRecord, author: Option<&String>, text: Option<&String>) {
        let node = self.iri(&document.id);
        self.link(None, node, v::RDF_TYPE, v::SCHEMA_NEWS_ARTICLE);
        self.link(None, node, v::RDF_TYPE, v::NIF_CONTEXT);
        self.literal(None, node, v::NG_SOURCE_FILE, string(&document.path));
        if let Some(headline) = &document.title {
            self.literal(None, node, v::SCHEMA_HEADLINE, string(headline));
        }
        if let Some(publisher) = &document.publisher {
            self.literal(None, node, v::SCHEMA_PUBLISHER, string(publisher));
        }
        if let Some(author) = author {
            self.literal(None, node, v::SCHEMA_AUTHOR, string(author));
        }
        if let Some(published) = &document.date {
            self.literal(None, node, v::SCHEMA_DATE_PUBLISHED, date(published));
        }
        if let Some(url) = &document.url {
            let place = absolute_iri(url).map_or_else(|| Term::from(string(url)), Term::from);
            let place = self.quads.intern(&place);
            self.add(None, node, v::SCHEMA_URL, place);
        }
        if let Some(text) = text {
            self.literal(None, node, v::NIF_IS_STRING, string(text));
        }
    }

    fn entity(&mut self, entity: &Entity) {
        let node = self.iri(&entity.id);
        for class in &entity.types {
            self.link(None, node, v::RDF_TYPE, class);
        }
        self.literal(None, node, v::RDFS_LABEL, string(&entity.label));
        for label in &entity.alternative_labels {
            self.literal(None, node, v::SKOS_ALT_LABEL, string(label));
        }
        for other in &entity.same_as {
            self.link(None, node, v::OWL_SAME_AS, other);
        }
        for mention in &entity.mentions {
            let span = TextSpan { text: &mention.text, begin: mention.begin, end: mention.end };
            let (graph, phrase) = self.span(&mention.document, span, v::NIF_PHRASE);
            self.add(graph, phrase, v::ITS_IDENTIFIES, node);
        }
    }

    /// The phrase already identifies the entity; this says why.
    fn merge(&mut self, merge: &Merge) {
        let (graph, phrase) = self.span(&merge.document, (&merge.place).into(), v::NIF_PHRASE);
        self.literal(graph, phrase, v::NG_MERGED_BECAUSE, string(&merge.reason));
    }

    fn inference(&mut self, statement: &Statement, reason: &str) {
        let graph = self.graph_of(&statement.document.id);
        let node = self.iri(&statement.id);
        self.literal(graph, node, v::NG_INFERRED_BECAUSE, string(reason));
    }

    fn acceptance(&mut self, statement: &Statement) {
        let graph = self.graph_of(&statement.document.id);
        let node = self.iri(&statement.id);
        self.literal(graph, node, v::NG_DECISION, string(v::ACCEPTED));
    }

    fn plain_edge(&mut self, statement: &Statement) {
        if let (true, Some(subject), Some(object)) =
            (Standing::of(statement, self.ontology) == Standing::Fact, &statement.subject, &statement.object)
        {
            let (subject, object) = (self.iri(&subject.id), self.argument(object));
            self.add(None, subject, &statement.relation_iri, object);
        }
    }

    fn statement(&mut self, statement: &Statement) {
        let graph = self.graph_of(&statement.document.id);
        let node = self.iri(&statement.id);
        self.link(graph, node, v::RDF_TYPE, v::NG_STATEMENT);
        self.link(graph, node, v::RDF_PREDICATE, &statement.relation_iri);
        self.literal(graph, node, v::NG_RELATION, string(&statement.relation));
        if let Some(subject) = &statement.subject {
            self.link(graph, node, v::RDF_SUBJECT, &subject.id);
            self.literal(graph, node, v::NG_SUBJECT_MENTION, string(&subject.mention));
        }
        if let Some(object) = &statement.object {
            let argument = self.argument(object);
            self.add(graph, node, v::RDF_OBJECT, argument);
            self.literal(graph, node, v::NG_OBJECT_MENTION, string(object.mention()));
        }
        self.literal(graph, node, v::NG_POLARITY, string(statement.polarity.name()));
        self.literal(graph, node, v::NG_ASSERTED, boolean(statement.asserted));
        self.literal(graph, node, v::NG_CONFIDENCE, confidence(statement.confidence));
        self.circumstances(graph, node, statement);
        let document = &statement.document.id;
        let (_, trigger) = self.span(document, (&statement.trigger).into(), v::NIF_PHRASE);
        self.add(graph, node, v::NG_TRIGGER, trigger);
        if let Some(example) = &statement.example {
            self.literal(graph, node, v::NG_MATCHED_EXAMPLE, string(example));
        }
        let (_, sentence) = self.span(document, (&statement.sentence).into(), v::NIF_SENTENCE);
        self.add(graph, node, v::PROV_WAS_DERIVED_FROM, sentence);
    }

    fn circumstances(&mut self, graph: Option<Interned>, node: Interned, statement: &Statement) {
        let mut refer = |property: &str, entity: &Option<EntityReference>| {
            if let Some(entity) = entity {
                self.link(graph, node, property, &entity.id);
            }
        };
        refer(v::NG_ATTRIBUTED_TO, &statement.attributed_to);
        refer(v::NG_PLACE, &statement.place);
        for (name, entity) in &statement.qualifiers {
            let property = self.qualifier(name);
            self.link(graph, node, property.as_str(), &entity.id);
        }
        if let Some(quantity) = &statement.quantity {
            self.literal(graph, node, v::NG_QUANTITY, string(&quantity.text));
            for (property, bound) in [(v::NG_QUANTITY_MIN, quantity.min), (v::NG_QUANTITY_MAX, quantity.max)]
            {
                if let Some(bound) = bound.and_then(decimal) {
                    self.literal(graph, node, property, bound);
                }
            }
        }
        if let Some(time) = &statement.time {
            self.literal(graph, node, v::NG_TIME, string(&time.text));
            if let Some(value) = &time.value {
                self.literal(graph, node, v::NG_TIME_VALUE, date(value));
                self.days(graph, node, value);
            }
        }
    }

    /// The first and last day of a time, so that queries can sort and compare weeks, months and years with days.
    fn days(&mut self, graph: Option<Interned>, node: Interned, value: &str) {
        if let Some((first, last)) = TimeValue::parse(value).and_then(TimeValue::days) {
            self.literal(graph, node, v::SEM_EARLIEST_BEGIN, date(&first.to_string()));
            self.literal(graph, node, v::SEM_LATEST_END, date(&last.to_string()));
        }
    }

    /// The property of a qualifier, in the namespace of the ontology that teaches it.
    fn qualifier(&self, name: &str) -> NamedNode {
        let taught = self.ontology.qualifiers.iter().find(|qualifier| qualifier.name == name);
        taught.map_or_else(|| in_namespace(v::NG, name), |qualifier| iri(&qualifier.iri))
    }

    fn attribution(&mut self, attribution: &Attribution, mint: &Mint) {
        let document = &attribution.document.id;
        let graph = self.graph_of(document);
        let node = self.iri(&mint.attribution(attribution));
        self.link(graph, node, v::RDF_TYPE, v::NG_ATTRIBUTION);
        if let Some(source) = &attribution.source {
            // The same property as of statements, so that a query needs one name for both.
            self.link(graph, node, v::NG_ATTRIBUTED_TO, &source.id);
            if self.detail == Detail::Full {
                self.link(graph, node, v::NG_SOURCE, &source.id);
            }
            let span = TextSpan { text: &source.mention, begin: source.begin, end: source.end };
            let (_, mention) = self.span(document, span, v::NIF_PHRASE);
            self.add(graph, node, v::NG_SOURCE_MENTION, mention);
        }
        if let Some(cue) = &attribution.cue {
            let (_, cue) = self.span(document, cue.into(), v::NIF_PHRASE);
            self.add(graph, node, v::NG_CUE, cue);
        }
        let (_, content) = self.span(document, (&attribution.content).into(), v::NIF_STRING);
        self.add(graph, node, v::NG_CONTENT, content);
        self.literal(graph, node, v::NG_DIRECT, boolean(attribution.direct));
        self.link(graph, node, v::PROV_WAS_DERIVED_FROM, document);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample;
    use crate::story::span_iri;

    fn edges(story: &Story, relation: &str) -> usize {
        let relation = iri(&format!("{}{relation}", v::NG));
        dataset(story, &sample::ontology(), &Mint::default())
            .quads()
            .filter(|quad| quad.predicate == relation.as_ref())
            .count()
    }

    #[test]
    fn only_asserted_and_affirmed_statements_become_plain_edges() {
        let mut story = sample::story();
        assert_eq!(edges(&story, "charged_with"), 1);
        assert_eq!(edges(&story, "deployed"), 0);
        story.statements.retain(|statement| Standing::of(statement, &sample::ontology()) != Standing::Fact);
        assert_eq!(edges(&story, "charged_with"), 0);
    }

    #[test]
    fn every_statement_leads_to_its_sentence_and_article() {
        let story = sample::story();
        let dataset = dataset(&story, &sample::ontology(), &Mint::default());
        for statement in &story.statements {
            let sentence = span_iri(&statement.document.id, statement.sentence.begin, statement.sentence.end);
            let object_of = |subject: &str, predicate: &str, object: &str| {
                dataset.quads().any(|quad| {
                    quad.graph_name == iri(&statement.document.id).as_ref().into()
                        && quad.subject == iri(subject).as_ref().into()
                        && quad.predicate == iri(predicate).as_ref()
                        && quad.object == iri(object).as_ref().into()
                })
            };
            assert!(object_of(&statement.id, v::PROV_WAS_DERIVED_FROM, &sentence));
            assert!(object_of(&sentence, v::NIF_REFERENCE_CONTEXT, &statement.document.id));
        }
    }
}
