//! Statements out of a file name the same documents, entities and relations over and over, each time in strings of its
//! own. Here equal ones become one, so that a graph's statements take the room of what differs between them.

use std::collections::HashSet;
use std::hash::Hash;
use std::sync::Arc;

use super::{Argument, Attribution, Document, EntityReference, Statement};

/// What was read so far and may come again.
#[derive(Debug, Default)]
pub struct Shared {
    texts: HashSet<Arc<str>>,
    documents: HashSet<Arc<Document>>,
}

/// What can be made to share its strings with others of its kind.
pub trait Share {
    fn share(&mut self, shared: &mut Shared);
}

impl Share for Statement {
    fn share(&mut self, shared: &mut Shared) {
        shared.document(&mut self.document);
        shared.text(&mut self.relation);
        shared.text(&mut self.relation_iri);
        self.example.iter_mut().for_each(|example| shared.text(example));
        let object = match &mut self.object {
            Some(Argument::Entity(entity)) => Some(entity),
            Some(Argument::Literal(literal)) => {
                shared.text(&mut literal.value);
                None
            }
            None => None,
        };
        let places = [self.subject.as_mut(), object, self.attributed_to.as_mut(), self.place.as_mut()];
        for entity in places.into_iter().flatten().chain(self.qualifiers.values_mut()) {
            entity.share(shared);
        }
    }
}

impl Share for EntityReference {
    fn share(&mut self, shared: &mut Shared) {
        shared.text(&mut self.id);
        shared.text(&mut self.label);
        self.types.iter_mut().for_each(|class| shared.text(class));
    }
}

impl Share for Attribution {
    fn share(&mut self, shared: &mut Shared) {
        shared.document(&mut self.document);
        if let Some(source) = &mut self.source {
            shared.text(&mut source.id);
            shared.text(&mut source.label);
        }
    }
}

impl Shared {
    fn text(&mut self, text: &mut Arc<str>) {
        share(text, &mut self.texts, |text| text.into());
    }

    pub fn document(&mut self, document: &mut Arc<Document>) {
        share(document, &mut self.documents, |document| document.clone().into());
    }
}

/// The first of its kind is a copy too: it outlives what it was read from.
fn share<T: Eq + Hash + ?Sized>(
    value: &mut Arc<T>,
    known: &mut HashSet<Arc<T>>,
    copy: impl FnOnce(&T) -> Arc<T>,
) {
    match known.get(&*value) {
        Some(first) => *value = Arc::clone(first),
        None => {
            *value = copy(value);
            known.insert(Arc::clone(value));
        }
    }
}
