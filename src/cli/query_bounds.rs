//! How much time and memory a query may take. Its author may be somebody else, and a few words can ask for years of work.

use std::sync::mpsc::{RecvTimeoutError, channel};
use std::thread;
use std::time::Duration;

use anyhow::{anyhow, bail};
use clap::Args;

use crate::index::{Bounds, Stopped, interruptible};

/// How much a query may take.
#[derive(Debug, Clone, Copy, Args)]
pub struct QueryBounds {
    /// Seconds that a query may take
    #[arg(long, value_name = "SECONDS", default_value_t = 300, value_parser = clap::value_parser!(u64).range(1..=86_400))]
    timeout: u64,
    /// Megabytes of memory that its answer may take
    #[arg(long, value_name = "MB", default_value_t = 2048)]
    max_memory: usize,
}

/// Bytes of the stack of a query: its parser goes down it for each bracket.
const STACK: usize = 32 << 20;

/// Planning cannot be stopped at its steps; what has not ended so long after it was to, ends with the program.
const GRACE: Duration = Duration::from_secs(2);

impl QueryBounds {
    /// Does work that is stopped where it meets these bounds.
    ///
    /// # Errors
    /// Returns the error of the work, or which bound it met.
    pub fn within<T: Send + 'static>(
        self,
        work: impl FnOnce() -> anyhow::Result<T> + Send + 'static,
    ) -> anyhow::Result<T> {
        let bounds = Bounds::of_memory(self.max_memory.saturating_mul(1 << 20));
        let (send, done) = channel();
        let bounded = bounds.clone();
        let working = thread::Builder::new().stack_size(STACK).spawn(move || {
            // Nobody listens any more where it took too long.
            let _ = send.send(interruptible(&bounded, work));
        })?;
        let mut answer = done.recv_timeout(Duration::from_secs(self.timeout));
        if matches!(answer, Err(RecvTimeoutError::Timeout)) {
            bounds.stop();
            answer = done.recv_timeout(GRACE);
        }
        match answer {
            Ok(Ok(answer)) => answer,
            Ok(Err(Stopped::Memory)) => bail!(
                "the answer takes more than {} megabytes of memory, so the query was stopped; ask for less, or give a larger \
                 --max-memory",
                self.max_memory
            ),
            Ok(Err(Stopped::Wanted)) | Err(RecvTimeoutError::Timeout) => bail!(
                "no answer within {} seconds, so the query was stopped; ask for less, for instance with LIMIT, or give a longer \
                 --timeout",
                self.timeout
            ),
            Err(RecvTimeoutError::Disconnected) => {
                let _ = working.join();
                Err(anyhow!("newsgraph has a fault here; please report it with the query"))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_takes_too_long_or_fails_is_told() {
        let bounds = QueryBounds { timeout: 1, max_memory: 100 };
        assert_eq!(bounds.within(|| Ok(3)).unwrap(), 3);
        assert_eq!(bounds.within(|| -> anyhow::Result<u8> { bail!("no") }).unwrap_err().to_string(), "no");
        let sleeping = || {
            thread::sleep(Duration::from_secs(30));
            Ok(())
        };
        let error = bounds.within(sleeping).unwrap_err().to_string();
        assert!(error.contains("within 1 seconds") && error.contains("--timeout"), "{error}");
    }
}
