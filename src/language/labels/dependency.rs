//! Labels of the arcs of a dependency tree: the ClearNLP scheme as spaCy's English models have it (Choi & Palmer 2012,
//! "Guidelines for the CLEAR Style Constituent to Dependency Conversion").

use strum::{Display, EnumString, IntoStaticStr, VariantArray};

use super::unknown_label::UnknownLabel;

/// What a token is to its head.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Display, EnumString, IntoStaticStr, VariantArray,
)]
#[strum(serialize_all = "lowercase", parse_err_ty = UnknownLabel, parse_err_fn = unknown)]
pub enum Dependency {
    /// Clause that describes a noun, other than a relative clause.
    Acl,
    /// Adjective as complement.
    Acomp,
    /// Adverbial clause.
    Advcl,
    /// Adverb.
    Advmod,
    /// `by` of a passive.
    Agent,
    /// Adjective before a noun.
    Amod,
    /// Apposition.
    Appos,
    /// What a copula says of its subject.
    Attr,
    /// Auxiliary.
    Aux,
    /// Auxiliary of a passive.
    AuxPass,
    /// Possessive ending.
    Case,
    /// Coordinating conjunction.
    Cc,
    /// Clause as complement, with a subject of its own.
    Ccomp,
    /// Noun before a noun.
    Compound,
    /// Later member of a coordination.
    Conj,
    /// Clause as subject.
    Csubj,
    /// Clause as subject of a passive.
    CsubjPass,
    /// Indirect object.
    Dative,
    /// What no other label fits.
    Dep,
    /// Determiner.
    Det,
    /// Direct object.
    Dobj,
    /// Expletive `there` or `it`.
    Expl,
    /// Interjection.
    Intj,
    /// Word that opens a subordinate clause.
    Mark,
    /// What is about the text, not in it.
    Meta,
    /// Negation.
    Neg,
    /// Other modifier of a noun.
    Nmod,
    /// Noun phrase as adverb.
    Npadvmod,
    /// Subject.
    Nsubj,
    /// Subject of a passive.
    NsubjPass,
    /// Number before a noun.
    Nummod,
    /// What a verb makes or calls its object.
    Oprd,
    /// Clause set beside another.
    Parataxis,
    /// Clause as complement of a preposition.
    Pcomp,
    /// Object of a preposition.
    Pobj,
    /// Possessor.
    Poss,
    /// `both` or `either` before a coordination.
    Preconj,
    /// Word before a determiner.
    Predet,
    /// Preposition.
    Prep,
    /// Particle of a verb.
    Prt,
    /// Punctuation.
    Punct,
    /// Modifier of a number.
    Quantmod,
    /// Relative clause.
    Relcl,
    /// Head of the sentence.
    #[strum(serialize = "ROOT")]
    Root,
    /// Clause as complement, without a subject of its own.
    Xcomp,
}

impl Dependency {
    /// All labels, sorted as their texts are.
    pub const ALL: &[Self] = Self::VARIANTS;

    /// The label as the model and CoNLL-U have it.
    pub fn as_str(self) -> &'static str {
        self.into()
    }

    /// Whether the token is the subject of a clause, active or passive, and no clause itself.
    pub const fn is_subject(self) -> bool {
        matches!(self, Self::Nsubj | Self::NsubjPass)
    }

    /// Whether the token is a noun that stands before another to modify it.
    pub const fn is_noun_modifier(self) -> bool {
        matches!(self, Self::Compound | Self::Nmod)
    }
}

fn unknown(given: &str) -> UnknownLabel {
    UnknownLabel::new("dependency label", given, Dependency::ALL)
}
