//! The scorer's weights, which are part of the program; `models/PROVENANCE.md` tells where they come from.

use crate::weights::Aligned;

static ENCODER_FILE: &Aligned<[u8]> = &Aligned(*include_bytes!("../../models/reader-encoder.bin"));
static NETWORK_FILE: &Aligned<[u8]> = &Aligned(*include_bytes!("../../models/reader-network.bin"));

/// What `scripts/convert_encoder.py` wrote.
pub static ENCODER: &[u8] = &ENCODER_FILE.0;
/// What `scripts/train_scorer.py` wrote.
pub static NETWORK: &[u8] = &NETWORK_FILE.0;
