//! Which words of a sentence state which relation: by patterns that the ontology's examples teach, and by models that are
//! learned from many examples (`learned/`), whose face is handed on from here.

mod patterns;

pub use crate::learned::{FeatureHash, Features, Found, Model, learn, learned_relations};
pub use patterns::{
    Binding, Content, Extractor, Lack, Match, NearMiss, Node, Paraphrases, Part, Pattern, role_fits,
};
