//! A sentence that teaches a relation, with its arguments marked.

use serde::{Deserialize, Serialize};

use super::location::Location;
use super::role::Role;

/// A sentence with its arguments marked in square brackets.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Example {
    /// The literal as written, with brackets.
    pub marked: String,
    /// The sentence without brackets and role names.
    pub text: String,
    /// The marked spans, in order of their beginning.
    pub spans: Vec<RoleSpan>,
    /// The line that the literal stands on.
    pub location: Location,
}

/// The characters of an example that play a part in its statement.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RoleSpan {
    /// The part.
    pub role: Role,
    /// First character in [`Example::text`], in Unicode characters.
    pub begin: usize,
    /// One past the last character.
    pub end: usize,
}
