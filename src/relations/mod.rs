//! Which words of a sentence state which relation: by patterns that the ontology's examples teach, and by models that are
//! learned from many examples.

pub(crate) mod learned;
mod patterns;

pub use learned::{FeatureHash, Features, Found, Model, learn, learned_relations};
pub use patterns::{Binding, Content, Extractor, Lack, Match, NearMiss, Node, Part, Pattern, role_fits};
