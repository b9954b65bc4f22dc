//! What the types of the name recogniser mean to grammar: times and numbers are no names.

use crate::language::EntityTag;

/// Types of the recogniser that are times and numbers, not names.
pub const NO_NAMES: &[&str] = &["DATE", "TIME", "PERCENT", "MONEY", "QUANTITY", "ORDINAL", "CARDINAL"];

/// Whether the recogniser takes a token for a part of a time expression.
pub fn is_time(tag: EntityTag) -> bool {
    tag.is_any(&["DATE", "TIME"])
}

/// Whether the recogniser takes a token for a time or a number, so that its capital makes no name.
pub fn is_no_name(tag: EntityTag) -> bool {
    tag.is_any(NO_NAMES)
}
