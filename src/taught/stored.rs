//! What was learned, as bytes: reading them back takes milliseconds where learning takes seconds.
//!
//! They begin with a line that names the format, the digest of what the value was learned from, and that of the content,
//! so that whoever reads them gets the very value that learning again would give, or none. The content is in the format
//! of postcard, in which equal values are equal bytes on any machine.

use serde::Serialize;
use serde::de::DeserializeOwned;
use sha2::{Digest, Sha256};
use thiserror::Error;

use super::origin::Origin;

/// The first bytes of whatever is stored. The number is to be raised with every change of the values' types that would
/// let [`super::built_in`] take bytes of the old ones.
const SIGNATURE: &[u8] = b"newsgraph learned 2\n";
const DIGEST: usize = 32;

/// Why bytes give no value.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum Unusable {
    /// The bytes are not those that were stored.
    #[error("is damaged")]
    Damaged,
    /// They were made from other examples, or by another build.
    #[error("was made from other examples or by another version of newsgraph")]
    OutOfDate,
}

/// The value as bytes.
///
/// # Errors
/// A value that has no form in postcard, which none of this program's is.
pub fn to_bytes(value: &impl Serialize, origin: Origin) -> postcard::Result<Vec<u8>> {
    let content = postcard::to_stdvec(value)?;
    Ok([SIGNATURE, &origin.0, &Sha256::digest(&content), &content].concat())
}

/// The value that [`to_bytes`] wrote, if it was learned from the same.
///
/// # Errors
/// Bytes that are none of this program's or damaged, and those of another origin.
pub fn from_bytes<T: DeserializeOwned>(bytes: &[u8], origin: Origin) -> Result<T, Unusable> {
    let (found, checksum, content) = parts(bytes).ok_or(Unusable::Damaged)?;
    if Sha256::digest(content)[..] != *checksum {
        return Err(Unusable::Damaged);
    }
    if found != origin.0 {
        return Err(Unusable::OutOfDate);
    }
    match postcard::take_from_bytes(content) {
        Ok((value, [])) => Ok(value),
        _ => Err(Unusable::Damaged),
    }
}

/// The first value of the content, of bytes that are part of the program, and so cannot be damaged.
pub(super) fn from_sound_bytes<T: DeserializeOwned>(bytes: &[u8], origin: Origin) -> Option<T> {
    let (_, _, content) = parts(bytes).filter(|(found, ..)| *found == origin.0)?;
    postcard::take_from_bytes(content).ok().map(|(value, _)| value)
}

/// The origin, the checksum and the content.
fn parts(bytes: &[u8]) -> Option<(&[u8], &[u8], &[u8])> {
    let rest = bytes.strip_prefix(SIGNATURE)?;
    let (origin, rest) = rest.split_at_checked(DIGEST)?;
    let (checksum, content) = rest.split_at_checked(DIGEST)?;
    Some((origin, checksum, content))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn origin(text: &str) -> Origin {
        Origin::of_sources(&[("a.ttl", text)])
    }

    #[test]
    fn values_come_back_or_not_at_all() {
        let value = (vec![0.5_f32, -2.0, f32::MAX], "Fähre".to_owned(), u64::MAX);
        let bytes = to_bytes(&value, origin("one")).expect("written to memory");
        let read = |bytes: &[u8], origin| from_bytes::<(Vec<f32>, String, u64)>(bytes, origin);
        assert_eq!(read(&bytes, origin("one")), Ok(value));
        assert_eq!(read(&bytes, origin("two")), Err(Unusable::OutOfDate));
        for place in 0..bytes.len() {
            let mut damaged = bytes.clone();
            damaged[place] ^= 0x10;
            assert!(read(&damaged, origin("one")).is_err(), "a bit of byte {place}");
            assert_eq!(read(&bytes[..place], origin("one")), Err(Unusable::Damaged), "cut at {place}");
        }
    }

    #[test]
    fn what_is_too_long_or_of_another_type_is_damaged() {
        let bytes = to_bytes(&(7_u8, 8_u8), origin("one")).expect("written to memory");
        assert_eq!(from_bytes::<u8>(&bytes, origin("one")), Err(Unusable::Damaged));
        assert_eq!(from_bytes::<String>(&bytes, origin("one")), Err(Unusable::Damaged));
        assert_eq!(from_sound_bytes::<u8>(&bytes, origin("one")), Some(7));
    }
}
