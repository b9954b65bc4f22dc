//! What joining alone does not tell of mentions: which pronouns could mean somebody else as well, and which words mean
//! several who are named one by one.

use std::collections::{BTreeMap, BTreeSet};

use crate::mentions::MentionId;

#[derive(Debug, Clone, Default)]
pub struct Unsure {
    /// Pronouns that another could be meant by as well.
    pub doubtful: BTreeSet<MentionId>,
    /// Words for several → those whom they mean.
    pub several: BTreeMap<MentionId, Vec<MentionId>>,
}

impl Unsure {
    /// Notes that somebody else could be meant as well.
    pub fn doubt(&mut self, mention: MentionId) {
        self.doubtful.insert(mention);
    }

    pub fn is_doubtful(&self, mention: MentionId) -> bool {
        self.doubtful.contains(&mention)
    }

    /// Notes that a mention means several.
    pub fn stands_for(&mut self, mention: MentionId, members: Vec<MentionId>, doubtful: bool) {
        self.several.insert(mention, members);
        if doubtful {
            self.doubt(mention);
        }
    }

    /// Those whom words for several mean.
    pub fn several(&self, mention: MentionId) -> Option<&[MentionId]> {
        self.several.get(&mention).map(Vec::as_slice)
    }
}
