//! The words that factuality is read by, as far as they are no function words; the ontology lists them.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::stance::Stance;

/// Words that tell how what they govern or modify is meant, by lemma.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct FactualityWords {
    /// What governing words say of what they govern.
    pub stances: BTreeMap<String, Stance>,
    /// Verbs that lay a deed to somebody's charge (`ng:charging ng:word "indict"`).
    pub charging: BTreeSet<String>,
    /// Verbs by which somebody owns to a deed, with the word that goes with them (`ng:owning ng:word "plead guilty"`).
    pub owning: BTreeSet<String>,
    /// Adjectives that take the reality from the event that they modify (`ng:notReal ng:word "planned"`).
    pub not_real: BTreeSet<String>,
    /// Adjectives that put what they modify into the past (`ng:noLonger ng:word "former"`).
    pub no_longer: BTreeSet<String>,
    /// Adjectives of what somebody is not, or not yet (`ng:notYet ng:word "aspiring"`).
    pub not_yet: BTreeSet<String>,
}
