//! What the types of the name recogniser mean to grammar: times and numbers are no names.

use crate::language::{EntityTag, EntityType};

/// Types of the recogniser that are times and numbers, not names.
pub const NO_NAMES: &[EntityType] = &[
    EntityType::Date,
    EntityType::Time,
    EntityType::Percent,
    EntityType::Money,
    EntityType::Quantity,
    EntityType::Ordinal,
    EntityType::Cardinal,
];

/// Whether the recogniser takes a token for a part of a time expression.
pub fn is_time(tag: EntityTag) -> bool {
    tag.is_any(&[EntityType::Date, EntityType::Time])
}

/// Whether the recogniser takes a token for a part of a place's name.
pub fn is_place(tag: EntityTag) -> bool {
    tag.is_any(&[EntityType::Gpe, EntityType::Loc, EntityType::Fac])
}

/// Whether the recogniser takes a token for a time or a number, so that its capital makes no name.
pub fn is_no_name(tag: EntityTag) -> bool {
    tag.is_any(NO_NAMES)
}
