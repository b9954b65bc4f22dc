//! The Penn Treebank's tags as OntoNotes 5 and spaCy's English models have them (Santorini 1990; Warner et al. 2004),
//! punctuation and white space included.

use strum::{Display, EnumString, IntoStaticStr, VariantArray};

use super::unknown_label::UnknownLabel;

/// A token's part of speech with its inflection.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Display, EnumString, IntoStaticStr, VariantArray,
)]
#[strum(serialize_all = "UPPERCASE", parse_err_ty = UnknownLabel, parse_err_fn = unknown)]
pub enum FineTag {
    /// Currency sign.
    #[strum(serialize = "$")]
    Currency,
    /// Closing quotation mark.
    #[strum(serialize = "''")]
    ClosingQuote,
    /// Comma.
    #[strum(serialize = ",")]
    Comma,
    /// Opening bracket.
    #[strum(serialize = "-LRB-")]
    LeftBracket,
    /// Closing bracket.
    #[strum(serialize = "-RRB-")]
    RightBracket,
    /// Mark that ends a sentence.
    #[strum(serialize = ".")]
    FullStop,
    /// Colon, semicolon, dash or ellipsis.
    #[strum(serialize = ":")]
    Colon,
    /// E-mail or web address.
    Add,
    /// Prefix that stands alone.
    Afx,
    /// Coordinating conjunction.
    Cc,
    /// Cardinal number.
    Cd,
    /// Determiner.
    Dt,
    /// `there` of existence.
    Ex,
    /// Foreign word.
    Fw,
    /// Hyphen.
    Hyph,
    /// Preposition or subordinating conjunction.
    In,
    /// Adjective.
    Jj,
    /// Comparative adjective.
    Jjr,
    /// Superlative adjective.
    Jjs,
    /// Marker of a list's item.
    Ls,
    /// Modal verb.
    Md,
    /// Superfluous punctuation.
    Nfp,
    /// Common noun, singular or mass.
    Nn,
    /// Proper noun, singular.
    Nnp,
    /// Proper noun, plural.
    Nnps,
    /// Common noun, plural.
    Nns,
    /// Word before a determiner.
    Pdt,
    /// Possessive ending.
    Pos,
    /// Personal pronoun.
    Prp,
    /// Possessive pronoun.
    #[strum(serialize = "PRP$")]
    PrpPossessive,
    /// Adverb.
    Rb,
    /// Comparative adverb.
    Rbr,
    /// Superlative adverb.
    Rbs,
    /// Particle of a verb.
    Rp,
    /// Symbol.
    Sym,
    /// `to` before an infinitive.
    To,
    /// Interjection.
    Uh,
    /// Infinitive or imperative.
    Vb,
    /// Past tense.
    Vbd,
    /// Gerund or present participle.
    Vbg,
    /// Past participle.
    Vbn,
    /// Present tense, not third person singular.
    Vbp,
    /// Present tense, third person singular.
    Vbz,
    /// `which` or `that` as determiner or relative.
    Wdt,
    /// `who` or `what`.
    Wp,
    /// `whose`.
    #[strum(serialize = "WP$")]
    WpPossessive,
    /// `when`, `where`, `how` or `why`.
    Wrb,
    /// Unknown.
    Xx,
    /// White space.
    #[strum(serialize = "_SP")]
    Space,
    /// Opening quotation mark.
    #[strum(serialize = "``")]
    OpeningQuote,
}

impl FineTag {
    /// All tags, sorted as their texts are.
    pub const ALL: &[Self] = Self::VARIANTS;

    /// The tag as the model and CoNLL-U have it.
    pub fn as_str(self) -> &'static str {
        self.into()
    }

    /// Whether the token is a form of a verb; modal verbs have no forms and are none.
    pub const fn is_verb(self) -> bool {
        matches!(self, Self::Vb | Self::Vbd | Self::Vbg | Self::Vbn | Self::Vbp | Self::Vbz)
    }

    /// Whether the verb has a tense: neither infinitive nor participle, and no modal verb.
    pub const fn is_finite_verb(self) -> bool {
        matches!(self, Self::Vbd | Self::Vbp | Self::Vbz)
    }

    /// Whether the token is a proper noun, singular or plural.
    pub const fn is_proper_noun(self) -> bool {
        matches!(self, Self::Nnp | Self::Nnps)
    }

    /// Whether the token is a noun in the singular, common or proper.
    pub const fn is_singular_noun(self) -> bool {
        matches!(self, Self::Nn | Self::Nnp)
    }

    /// Whether the token is a noun in the plural, common or proper.
    pub const fn is_plural_noun(self) -> bool {
        matches!(self, Self::Nns | Self::Nnps)
    }

    /// Whether the token asks or relates (`who`, `which`, `whose`, `where`).
    pub const fn is_wh_word(self) -> bool {
        matches!(self, Self::Wdt | Self::Wp | Self::WpPossessive | Self::Wrb)
    }

    /// Whether the token is a quotation mark.
    pub const fn is_quote(self) -> bool {
        matches!(self, Self::OpeningQuote | Self::ClosingQuote)
    }
}

fn unknown(given: &str) -> UnknownLabel {
    UnknownLabel::new("Penn Treebank tag", given, FineTag::ALL)
}
