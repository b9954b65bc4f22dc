//! Entities for arguments that no chain of mentions stands for: an adjective ("military support"), a deed ("charged
//! with murdering a guard"), a pronoun that nothing explains. A word gets the name of the noun behind it where the
//! ontology knows one, and joins the entity that bears that name already; a pronoun stands for itself.

use std::collections::BTreeMap;

use crate::extract::{Lexicon, nominal_forms};
use crate::language::Sentence;
use crate::ontology::ClassId;

use super::assembly::reference_to;
use super::{Cast, Document, Entity, EntityMention, EntityReference, Mint, Span};

/// The entities that are made for such phrases, by IRI.
pub(super) struct PhraseEntities<'a> {
    made: BTreeMap<String, Entity>,
    mint: &'a Mint,
}

impl<'a> PhraseEntities<'a> {
    pub fn new(mint: &'a Mint) -> Self {
        Self { made: BTreeMap::new(), mint }
    }

    /// All entities of the story, sorted by IRI.
    pub fn joined_to(mut self, cast: Vec<Entity>) -> Vec<Entity> {
        let mut entities = cast;
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

    /// The entity for the word at `token`.
    pub fn word(
        &mut self,
        sentence: &Sentence,
        token: usize,
        document: &Document,
        lexicon: &Lexicon<'_>,
        cast: &Cast,
    ) -> EntityReference {
        let word = &sentence.tokens[token];
        let lemma = word.lemma.to_lowercase();
        let label = match word.pos {
            "VERB" => nominal_forms(&lemma)
                .into_iter()
                .find(|form| lexicon.word_class(form).is_some())
                .unwrap_or_else(|| deed(sentence, token)),
            _ => lemma,
        };
        let place = Span { text: word.text.to_string(), begin: word.begin, end: word.end };
        let class = lexicon.word_class(&label);
        self.concept(label, class, place, document, lexicon, cast)
    }

    /// The entity for a concept by its name; one that the story knows already keeps its label and classes.
    pub fn concept(
        &mut self,
        label: String,
        class: Option<ClassId>,
        place: Span,
        document: &Document,
        lexicon: &Lexicon<'_>,
        cast: &Cast,
    ) -> EntityReference {
        let id = self.mint.entity(&label);
        let known = cast.entity(&id);
        let types = match known {
            Some(entity) => entity.types.clone(),
            None => class.map(|class| lexicon.ontology.class(class).iri.clone()).into_iter().collect(),
        };
        let label = known.map_or(label, |entity| entity.label.clone());
        self.reference(id, label, types, place, document)
    }

    /// A phrase that stands for nothing known.
    pub fn unresolved(&mut self, place: Span, document: &Document) -> EntityReference {
        let id = self.mint.namesake(&place.text, &format!("{} {}", document.id, place.begin));
        self.reference(id, place.text.clone(), Vec::new(), place, document)
    }

    fn reference(
        &mut self,
        id: String,
        label: String,
        types: Vec<String>,
        place: Span,
        document: &Document,
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
        entity.mentions.push(EntityMention { document: document.id.clone(), begin, end, text });
        entity.mentions.sort();
        entity.mentions.dedup();
        reference
    }
}

/// A verb with its object, as words: `supplying arms`.
fn deed(sentence: &Sentence, verb: usize) -> String {
    let end = sentence
        .children(verb)
        .filter(|&child| {
            matches!(sentence.tokens[child].dep, "dobj" | "prt") && child > verb && child < verb + 6
        })
        .max()
        .unwrap_or(verb);
    sentence.tokens[verb..=end].iter().map(|token| token.text.as_ref()).collect::<Vec<_>>().join(" ")
}
