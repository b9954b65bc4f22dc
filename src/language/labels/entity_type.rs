//! Types of named entities: the eighteen of OntoNotes 5 (Weischedel et al. 2013).

use serde::{Deserialize, Serialize};
use strum::{Display, EnumString, IntoStaticStr, VariantArray};

use super::unknown_label::UnknownLabel;

/// What the entity recogniser takes a name for.
#[derive(
    Debug,
    Clone,
    Copy,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    Display,
    EnumString,
    IntoStaticStr,
    VariantArray,
    Serialize,
    Deserialize,
)]
#[strum(
    serialize_all = "SCREAMING_SNAKE_CASE",
    parse_err_ty = UnknownLabel,
    parse_err_fn = unknown
)]
pub enum EntityType {
    /// Number that is no other kind of amount.
    Cardinal,
    /// Date or period.
    Date,
    /// Named event.
    Event,
    /// Building, airport, road or bridge.
    Fac,
    /// Country, city or state.
    Gpe,
    /// Language.
    Language,
    /// Named law.
    Law,
    /// Place without a government.
    Loc,
    /// Amount of money.
    Money,
    /// Nationality, religious or political group.
    Norp,
    /// Ordinal number.
    Ordinal,
    /// Company, agency or institution.
    Org,
    /// Percentage.
    Percent,
    /// Person.
    Person,
    /// Thing made to be sold or used.
    Product,
    /// Measured amount.
    Quantity,
    /// Time shorter than a day.
    Time,
    /// Title of a work.
    WorkOfArt,
}

impl EntityType {
    /// All types, sorted as their texts are.
    pub const ALL: &[Self] = Self::VARIANTS;

    /// The type as the model and CoNLL-U have it.
    pub fn as_str(self) -> &'static str {
        self.into()
    }
}

fn unknown(given: &str) -> UnknownLabel {
    UnknownLabel::new("entity type", given, EntityType::ALL)
}
