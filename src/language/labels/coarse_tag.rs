//! Parts of speech: the tags of Universal Dependencies (<https://universaldependencies.org/u/pos/>) and spaCy's `SPACE`.

use strum::{Display, EnumString, IntoStaticStr, VariantArray};

use super::unknown_label::UnknownLabel;

/// A token's part of speech.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Display, EnumString, IntoStaticStr, VariantArray,
)]
#[strum(serialize_all = "UPPERCASE", parse_err_ty = UnknownLabel, parse_err_fn = unknown)]
pub enum CoarseTag {
    /// Adjective.
    Adj,
    /// Preposition or postposition.
    Adp,
    /// Adverb.
    Adv,
    /// Auxiliary verb.
    Aux,
    /// Coordinating conjunction.
    Cconj,
    /// Determiner.
    Det,
    /// Interjection.
    Intj,
    /// Common noun.
    Noun,
    /// Number.
    Num,
    /// Particle: `not`, `to`, `'s`.
    Part,
    /// Pronoun.
    Pron,
    /// Proper noun.
    Propn,
    /// Punctuation.
    Punct,
    /// Subordinating conjunction.
    Sconj,
    /// White space (spaCy's addition).
    Space,
    /// Symbol.
    Sym,
    /// Verb other than an auxiliary.
    Verb,
    /// Anything else.
    X,
}

impl CoarseTag {
    /// All tags, sorted as their texts are.
    pub const ALL: &[Self] = Self::VARIANTS;

    /// The tag as the model and CoNLL-U have it.
    pub fn as_str(self) -> &'static str {
        self.into()
    }

    /// Whether the token is a verb, an auxiliary included.
    pub const fn is_verb(self) -> bool {
        matches!(self, Self::Verb | Self::Aux)
    }

    /// Whether the token is a noun, common or proper.
    pub const fn is_noun(self) -> bool {
        matches!(self, Self::Noun | Self::Propn)
    }
}

fn unknown(given: &str) -> UnknownLabel {
    UnknownLabel::new("part of speech", given, CoarseTag::ALL)
}
