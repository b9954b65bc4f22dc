//! Entities for arguments that no chain of mentions stands for: an adjective ("military support"), a deed ("charged
//! with murdering a guard"), a pronoun that nothing explains. A word gets the name of the noun behind it where the
//! ontology knows one, and joins the entity that bears that name already; a pronoun stands for itself.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::extract::phrase::surface;

use crate::extract::{Lexicon, is_time, nominal_forms};
use crate::language::{EntityTag, Sentence};
use crate::ontology::ClassId;

use super::statements::reference_to;
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

    /// The entity for the word at `token`; `beside` is the head of the statement's other argument.
    pub fn word(
        &mut self,
        sentence: &Sentence,
        token: usize,
        beside: Option<usize>,
        document: &Document,
        lexicon: &Lexicon<'_>,
        cast: &Cast,
    ) -> EntityReference {
        let word = &sentence.tokens[token];
        let lemma = word.lemma.to_lowercase();
        if let Some(time) = time_span(sentence, token) {
            let label = surface(sentence, time.start, time.end);
            let (first, last) = (&sentence.tokens[time.start], &sentence.tokens[time.end - 1]);
            let place = Span { text: label.clone(), begin: first.begin, end: last.end };
            return self.concept(label, None, place, document, lexicon, cast);
        }
        let mut words = token..token + 1;
        let label = match word.pos {
            "VERB" | "AUX" => {
                let start = clause_start(sentence, token, beside);
                // "Murdering him" is murder; "attacking him" is no attack that has a name.
                let names_deed =
                    |form: &String| lexicon.word_class(form).is_some_and(|class| !lexicon.has_names(class));
                let deed = nominal_forms(&lemma).into_iter().find(names_deed);
                let is_named = start == token && word.dep == "pcomp";
                deed.filter(|_| is_named).unwrap_or_else(|| {
                    words = start..deed_end(sentence, token);
                    surface(sentence, words.start, words.end)
                })
            }
            _ => lemma,
        };
        let (first, last) = (&sentence.tokens[words.start], &sentence.tokens[words.end - 1]);
        let text = surface(sentence, words.start, words.end);
        let place = Span { text, begin: first.begin, end: last.end };
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

/// Where the words of a clause begin: with its own subject (`denied that [it broke the law]`), or with its verb where the
/// subject is the statement's other argument.
fn clause_start(sentence: &Sentence, verb: usize, beside: Option<usize>) -> usize {
    let is_subject = |child: &usize| {
        matches!(sentence.tokens[*child].dep, "nsubj" | "nsubjpass" | "expl") && *child < verb
    };
    let subject = sentence.children(verb).find(is_subject).filter(|&subject| Some(subject) != beside);
    let is_negation = |child: &usize| sentence.tokens[*child].dep == "neg" && *child < verb;
    let verb = sentence.children(verb).find(is_negation).unwrap_or(verb);
    let relative = |subject: &usize| sentence.tokens[*subject].tag.starts_with('W');
    subject.filter(|subject| !relative(subject)).map_or(verb, |subject| subtree_start(sentence, subject))
}

/// Where the words of a deed end: the verb with its objects and what belongs to them (`causing death by dangerous
/// driving`), without when and where it was done.
fn deed_end(sentence: &Sentence, verb: usize) -> usize {
    let mut end = verb + 1;
    for child in sentence.children(verb).filter(|&child| child > verb) {
        let token = &sentence.tokens[child];
        if matches!(token.tag, "``" | "''") {
            end = child + 1;
            continue;
        }
        let belongs = matches!(
            token.dep,
            "dobj" | "dative" | "prt" | "prep" | "xcomp" | "attr" | "acomp" | "ccomp" | "agent" | "oprd"
        );
        let circumstance =
            token.dep == "prep" && sentence.children(child).any(|object| is_circumstance(sentence, object));
        if !belongs || circumstance || child != end && subtree_start(sentence, child) != end {
            break;
        }
        end = subtree_end(sentence, child);
    }
    end
}

fn is_circumstance(sentence: &Sentence, token: usize) -> bool {
    sentence.tokens[token].entity.is_any(&["DATE", "TIME", "GPE", "LOC", "FAC"])
}

/// The tokens of a time expression around a token of one, without an article in front.
fn time_span(sentence: &Sentence, token: usize) -> Option<Range<usize>> {
    let is_time = |index: usize| is_time(sentence.tokens[index].entity);
    let begins = |index: usize| matches!(sentence.tokens[index].entity, EntityTag::Begin(_));
    if !is_time(token) {
        return None;
    }
    let mut start = (0..=token).rev().find(|&index| begins(index) || index == 0 || !is_time(index - 1))?;
    let inside = |index: &usize| is_time(*index) && !begins(*index);
    let end = token + 1 + (token + 1..sentence.tokens.len()).take_while(inside).count();
    if start < token && sentence.tokens[start].tag == "DT" {
        start += 1;
    }
    Some(start..end)
}

fn subtree_start(sentence: &Sentence, mut token: usize) -> usize {
    while let Some(child) = sentence.children(token).next().filter(|&child| child < token) {
        token = child;
    }
    token
}

fn subtree_end(sentence: &Sentence, mut token: usize) -> usize {
    while let Some(child) = sentence.children(token).next_back().filter(|&child| child > token) {
        token = child;
    }
    token + 1
}
