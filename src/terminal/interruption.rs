//! Ctrl-C while articles are read: the work stops where it is, what was read stays remembered, and the old graph stays whole.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use signal_hook::consts::{SIGINT, SIGTERM};
use signal_hook::flag;
use thiserror::Error;

/// Whether the user wants to stop.
#[derive(Debug, Clone, Default)]
pub struct Interruption(Arc<AtomicBool>);

/// The user wanted to stop.
#[derive(Debug, Error)]
#[error("interrupted; {0}")]
pub struct Interrupted(pub String);

impl Interruption {
    /// Listens from now on. Who presses Ctrl-C a second time wants out at once.
    ///
    /// # Errors
    /// Returns an error where the operating system does not tell of signals.
    pub fn listen() -> anyhow::Result<Self> {
        let wanted = Arc::new(AtomicBool::new(false));
        for signal in [SIGINT, SIGTERM] {
            // The first of the two asks what the second has set: it does nothing the first time.
            flag::register_conditional_shutdown(signal, EXIT_CODE.into(), Arc::clone(&wanted))?;
            flag::register(signal, Arc::clone(&wanted))?;
        }
        Ok(Self(wanted))
    }

    /// Whether the user wants to stop.
    pub fn is_wanted(&self) -> bool {
        self.0.load(Ordering::Relaxed)
    }
}

/// What shells report of a program that Ctrl-C has ended.
pub const EXIT_CODE: u8 = 130;
