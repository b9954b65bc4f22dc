//! Statements out of a file name the same documents, entities and relations over and over, each time in strings of its
//! own. Here equal ones become one, so that a graph's statements take the room of what differs between them.

use std::collections::HashSet;
use std::hash::Hash;
use std::sync::Arc;

use super::argument::{Argument, EntityReference};
use super::values::{Attribution, DocumentRecord, Statement};

/// What was read so far and may come again.
#[derive(Debug, Default)]
pub struct Shared {
    texts: HashSet<Arc<str>>,
    documents: HashSet<Arc<DocumentRecord>>,
}

/// What can be made to share its strings with others of its kind.
pub trait Share {
    /// Puts the strings that were seen before in the place of its own.
    fn share(&mut self, shared: &mut Shared);
}

impl Share for Statement {
    fn share(&mut self, shared: &mut Shared) {
        shared.document(&mut self.document);
        shared.text(&mut self.relation);
        shared.text(&mut self.relation_iri);
        let object = match &mut self.object {
            Some(Argument::Entity(entity)) => Some(entity),
            Some(Argument::Literal(_)) | None => None,
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
    /// The one string that says this.
    pub fn one(&mut self, text: &str) -> Arc<str> {
        if let Some(known) = self.texts.get(text) {
            return Arc::clone(known);
        }
        let new: Arc<str> = text.into();
        self.texts.insert(Arc::clone(&new));
        new
    }

    fn text(&mut self, text: &mut Arc<str>) {
        share(text, &mut self.texts);
    }

    fn document(&mut self, document: &mut Arc<DocumentRecord>) {
        share(document, &mut self.documents);
    }
}

fn share<T: Eq + Hash + ?Sized>(value: &mut Arc<T>, known: &mut HashSet<Arc<T>>) {
    match known.get(&*value) {
        Some(first) => *value = Arc::clone(first),
        None => {
            known.insert(Arc::clone(value));
        }
    }
}
