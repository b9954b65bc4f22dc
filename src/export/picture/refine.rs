//! Betters an arrangement by small moves.

use super::layout::Scene;

pub fn refine(_scene: &mut Scene) {}
