//! Numbers of what an ontology holds, so that rules compare and keep integers. A number means something together with its
//! ontology only.

use serde::{Deserialize, Serialize};

/// Position of a class in [`super::Ontology::classes`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct ClassId(pub usize);

/// Position of a relation in [`super::Ontology::relations`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct RelationId(pub usize);

/// Position of a known individual in [`super::Ontology::individuals`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct IndividualId(pub usize);
