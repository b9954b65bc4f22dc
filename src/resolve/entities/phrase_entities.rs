//! The entities that phrases stand for. Those that no chain of mentions stands for join the entity that bears their name
//! already, or are entities of their own; a pronoun that nothing explains stands for itself.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::mentions::OntologyIndex;
use crate::ontology::ClassId;
use crate::resolve::phrases::Phrase;
use crate::story::{DocumentRecord, Entity, EntityMention, EntityReference, Mint, Span};
use crate::vocabulary::local_name;

use super::entity_table::EntityTable;

/// Finds the entities of phrases, and makes those that the table does not have.
pub struct PhraseEntities<'a> {
    table: &'a EntityTable,
    lexicon: &'a OntologyIndex<'a>,
    mint: &'a Mint,
    /// By IRI.
    made: BTreeMap<Arc<str>, Entity>,
}

impl<'a> PhraseEntities<'a> {
    pub fn new(table: &'a EntityTable, lexicon: &'a OntologyIndex<'a>, mint: &'a Mint) -> Self {
        Self { table, lexicon, mint, made: BTreeMap::new() }
    }

    /// All entities of the story, sorted by IRI.
    pub fn all(mut self) -> Vec<Entity> {
        let mut entities = self.table.entities.clone();
        for entity in &mut entities {
            if let Some(made) = self.made.remove(&entity.id) {
                entity.mentions.extend(made.mentions);
                entity.mentions.sort();
                entity.mentions.dedup();
            }
        }
        entities.extend(self.made.into_values());
        entities.sort_by(|a, b| a.id.cmp(&b.id));
        entities
    }

    /// The entity that a phrase stands for in the article of this document, which is that part of the story.
    pub fn reference(&mut self, phrase: Phrase, part: usize, document: &DocumentRecord) -> EntityReference {
        match phrase {
            Phrase::Mention { chain, words, called, place } => {
                let mut reference = match self.table.of(part, chain) {
                    Some(entity) => reference_to(entity, &words),
                    None => self.unresolved(*place, document),
                };
                if let Some(called) = called {
                    reference.label = called.into();
                }
                reference
            }
            Phrase::Concept { label, class, place } => self.concept(&label, class, *place, document),
            Phrase::Post { post, class, place } => self.concept(&post.label, class, *place, document),
        }
    }

    /// The entity of an argument that may be a post which `holder` has. A post that no article tells to be of a certain body or
    /// country is nobody else's: there are many presidents.
    pub fn post_of(
        &mut self,
        phrase: Phrase,
        holder: &EntityReference,
        part: usize,
        document: &DocumentRecord,
    ) -> EntityReference {
        let Phrase::Post { post, class, place } = phrase else {
            return self.reference(phrase, part, document);
        };
        if post.owned {
            return self.concept(&post.label, class, *place, document);
        }
        let id = self.mint.namesake(&post.label, &holder.id);
        let types = self.types_of(class);
        self.made(id.into(), post.label.into(), types, *place, document)
    }

    /// The entity for a concept by its name; one that the story knows already keeps its label and classes.
    fn concept(
        &mut self,
        label: &str,
        class: Option<ClassId>,
        place: Span,
        document: &DocumentRecord,
    ) -> EntityReference {
        let id = self.mint.entity(label);
        let known = self.table.entity(&id);
        let types = match known {
            Some(entity) => entity.types.clone(),
            None => self.types_of(class),
        };
        let label = known.map_or_else(|| label.into(), |entity| entity.label.clone());
        self.made(id.into(), label, types, place, document)
    }

    fn types_of(&self, class: Option<ClassId>) -> Vec<Arc<str>> {
        class.map(|class| self.lexicon.ontology.class(class).iri.as_str().into()).into_iter().collect()
    }

    /// A pronoun that nothing explains.
    fn unresolved(&mut self, place: Span, document: &DocumentRecord) -> EntityReference {
        let id = self.mint.namesake(&place.text, &format!("{} {}", document.id, place.begin));
        self.made(id.into(), place.text.as_str().into(), Vec::new(), place, document)
    }

    fn made(
        &mut self,
        id: Arc<str>,
        label: Arc<str>,
        types: Vec<Arc<str>>,
        place: Span,
        document: &DocumentRecord,
    ) -> EntityReference {
        let entity = self.made.entry(id.clone()).or_insert_with(|| Entity {
            id,
            label,
            alternative_labels: Vec::new(),
            types,
            same_as: Vec::new(),
            mentions: Vec::new(),
        });
        let reference = reference_to(entity, &place.text);
        let Span { text, begin, end } = place;
        let mention = EntityMention { document: document.id.clone(), begin, end, text };
        if let Err(at) = entity.mentions.binary_search(&mention) {
            entity.mentions.insert(at, mention);
        }
        reference
    }
}

/// How a statement names an entity.
pub fn reference_to(entity: &Entity, mention: &str) -> EntityReference {
    EntityReference {
        id: entity.id.clone(),
        label: entity.label.clone(),
        types: entity.types.iter().map(|iri| local_name(iri).into()).collect(),
        mention: mention.to_owned(),
    }
}
