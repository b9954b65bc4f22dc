//! One way in which a pattern fits a sentence.

use crate::ontology::Role;

/// One way in which a pattern fits: which token fills which role, and which tokens are the pattern's words.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct Binding {
    pub roles: Vec<(Role, usize)>,
    pub words: Vec<usize>,
}

impl Binding {
    pub fn filler(&self, wanted: &Role) -> Option<usize> {
        self.roles.iter().find(|(role, _)| role == wanted).map(|(_, token)| *token)
    }

    pub(super) fn joined(&self, other: &Self) -> Self {
        let mut both = self.clone();
        both.roles.extend(other.roles.iter().cloned());
        both.words.extend(&other.words);
        both
    }

    /// One token cannot fill two roles.
    pub(super) fn is_sound(&self) -> bool {
        let tokens: Vec<usize> =
            self.roles.iter().map(|(_, token)| *token).chain(self.words.iter().copied()).collect();
        tokens.iter().enumerate().all(|(index, token)| !tokens[..index].contains(token))
    }
}
