//! Features as hashes: a feature is a template's name with its values, and only its hash is kept, so that hundreds of
//! thousands cost neither strings nor look-ups of strings (Weinberger et al. 2009, "Feature hashing", with 64 bits,
//! where collisions do not happen in practice).

use std::collections::HashMap;

use serde::{Deserialize, Serialize};

/// The features of one candidate or pair, as hashes.
#[derive(Debug, Clone, Default)]
pub struct Features {
    pub hashes: Vec<u64>,
}

const FNV_OFFSET: u64 = 0xcbf2_9ce4_8422_2325;
const FNV_PRIME: u64 = 0x0100_0000_01b3;
/// Ends every value, so that no two lists of values run together; no UTF-8 text holds this byte.
const SEPARATOR: u8 = 0xff;

impl Features {
    /// Adds the feature of this template with these values.
    pub fn add(&mut self, template: &str, values: &[&str]) {
        self.extend([values.iter().fold(FeatureHash::of(template), |hash, value| hash.with(value))]);
    }

    /// Adds features that are hashed already.
    pub fn extend<const COUNT: usize>(&mut self, hashes: [FeatureHash; COUNT]) {
        self.hashes.extend(hashes.map(|FeatureHash(hash)| hash));
    }
}

/// The hash of a feature, which grows with its values (FNV-1a).
#[derive(Debug, Clone, Copy)]
pub struct FeatureHash(u64);

impl FeatureHash {
    /// The template without values.
    #[inline]
    pub fn of(template: &str) -> Self {
        Self(FNV_OFFSET).with(template)
    }

    /// With one more value.
    #[inline]
    #[must_use]
    pub fn with(self, value: &str) -> Self {
        let bytes = value.bytes().chain([SEPARATOR]);
        Self(bytes.fold(self.0, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(FNV_PRIME)))
    }
}

/// Numbers the features that are worth a weight.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(from = "Vec<u64>", into = "Vec<u64>")]
pub struct Vocabulary {
    indices: HashMap<u64, u32>,
}

impl Vocabulary {
    /// The features that occur in at least `least` of these, numbered in order of their first occurrence.
    pub fn of<'a>(all: impl Iterator<Item = &'a Features> + Clone, least: u32) -> Self {
        let mut counts: HashMap<u64, u32> = HashMap::new();
        for hash in all.clone().flat_map(|features| &features.hashes) {
            *counts.entry(*hash).or_insert(0) += 1;
        }
        let mut indices = HashMap::new();
        for hash in all.flat_map(|features| &features.hashes) {
            if counts[hash] >= least && !indices.contains_key(hash) {
                indices.insert(*hash, indices.len() as u32);
            }
        }
        Self { indices }
    }

    pub fn len(&self) -> usize {
        self.indices.len()
    }

    /// The indices of those features that have one, sorted, each once.
    pub fn indices(&self, features: &Features) -> Vec<u32> {
        let mut indices: Vec<u32> =
            features.hashes.iter().filter_map(|hash| self.indices.get(hash).copied()).collect();
        indices.sort_unstable();
        indices.dedup();
        indices
    }
}

/// The features by their numbers.
impl From<Vocabulary> for Vec<u64> {
    fn from(vocabulary: Vocabulary) -> Self {
        let mut numbered: Vec<(u32, u64)> =
            vocabulary.indices.into_iter().map(|(hash, index)| (index, hash)).collect();
        numbered.sort_unstable();
        numbered.into_iter().map(|(_, hash)| hash).collect()
    }
}

/// The vocabulary that numbers its features like this.
impl From<Vec<u64>> for Vocabulary {
    fn from(hashes: Vec<u64>) -> Self {
        Self { indices: hashes.into_iter().zip(0..).collect() }
    }
}
