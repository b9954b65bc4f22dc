//! Stopping a query at any of its steps. Oxigraph's evaluator asks whether it shall stop where it reads quads; but what sorts,
//! groups or multiplies rows that it has already would go on for hours. All of that clones, compares and hashes terms, and the
//! terms of an index are ours: every few thousand such steps they ask as well, and leave the evaluator by unwinding its stack.

use std::cell::{Cell, RefCell};
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};

use spareval::CancellationToken;
use thiserror::Error;

/// Somebody wanted the work to stop.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("stopped before it was answered")]
pub struct Stopped;

/// So many steps pass between two questions.
const STRIDE: u32 = 4096;

thread_local! {
    static TOKEN: RefCell<Option<CancellationToken>> = const { RefCell::new(None) };
    static STEPS: Cell<u32> = const { Cell::new(0) };
}

/// Does work on this thread that ends early once the token is cancelled.
///
/// # Errors
/// Returns an error where it was.
pub fn interruptible<T>(token: &CancellationToken, work: impl FnOnce() -> T) -> Result<T, Stopped> {
    let before = TOKEN.replace(Some(token.clone()));
    // What the work has made is dropped with it.
    let done = catch_unwind(AssertUnwindSafe(work));
    TOKEN.set(before);
    match done {
        Ok(result) => Ok(result),
        Err(thrown) if thrown.is::<Stopped>() => Err(Stopped),
        Err(panic) => resume_unwind(panic),
    }
}

/// One step of work, of which there are many.
#[inline]
pub(super) fn step() {
    let steps = STEPS.get().wrapping_add(1);
    STEPS.set(steps);
    if steps.is_multiple_of(STRIDE) {
        stop_if_wanted();
    }
}

#[cold]
fn stop_if_wanted() {
    let is_wanted = TOKEN.with_borrow(|token| token.as_ref().is_some_and(CancellationToken::is_cancelled));
    if is_wanted && !std::thread::panicking() {
        // Unlike a panic, it prints nothing.
        resume_unwind(Box::new(Stopped));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn work_stops_where_it_is_told_to_and_only_that_work() {
        let token = CancellationToken::new();
        let mut steps = 0_u64;
        let stopped = interruptible(&token, || {
            loop {
                steps += 1;
                if steps == 10_000 {
                    token.cancel();
                }
                step();
            }
        });
        assert_eq!(stopped, Err::<(), _>(Stopped));
        assert!(steps < 10_000 + 2 * u64::from(STRIDE));
        (0..2 * STRIDE).for_each(|_| step());
        assert_eq!(interruptible(&CancellationToken::new(), || (0..2 * STRIDE).for_each(|_| step())), Ok(()));
    }

    #[test]
    fn a_panic_stays_a_panic() {
        let panicking = || interruptible(&CancellationToken::new(), || resume_unwind(Box::new("a fault")));
        let thrown = catch_unwind(panicking).map(|never: Result<(), _>| never).unwrap_err();
        assert!(thrown.is::<&str>());
    }
}
