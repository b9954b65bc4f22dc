//! Stances: what a word that governs a clause says of it. Which words have which, the ontology lists.

use serde::{Deserialize, Serialize};

/// What a governing word says of the clause or event that it governs (`ng:stance "denial"`).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Stance {
    /// Somebody says so: the content is asserted by the one who says it.
    Report,
    /// Somebody says so, and no more than that: claimed, alleged, suspected, believed.
    Alleged,
    /// Somebody says that it is not so.
    Denial,
    /// It is so, whatever the governor says of it: regretted that, was wrong to.
    Presupposed,
    /// It happens if the governor does: managed to, decided to, began to.
    Implied,
    /// It does not happen if the governor does: refused to, failed to.
    Averted,
    /// Wished, planned, asked for or feared: nothing follows about whether it happens.
    Open,
}

/// How a statement is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Factuality {
    pub negative: bool,
    pub asserted: bool,
}
