//! How good an extraction is, held against statements that people marked by hand.

mod agreement;
mod gold;
mod score;

pub use gold::GoldStatement;
pub use score::{Aspect, Counts, Evaluation, evaluate, file_name};
