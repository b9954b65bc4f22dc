//! What a terminal shows and sends: tables no wider than it, progress, names that the user may have meant, Ctrl-C.

pub mod interruption;
pub mod near;
pub mod progress;
pub mod table;
