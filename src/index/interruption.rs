//! Stopping a query at any of its steps. Oxigraph's evaluator has a token for it, which it looks at where it reads quads: what sorts,
//! groups or multiplies rows that it has already would go on for hours, and what gathers rows would first gather an error for every
//! quad that is left. But all operators clone, compare and hash terms, and the terms of an index are ours: every few thousand
//! such steps they ask whether to stop, and leave the evaluator by unwinding its stack.

use std::cell::{Cell, RefCell};
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use thiserror::Error;

use crate::allocator::held;

/// Why work was stopped.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum Stopped {
    /// Somebody wanted it to.
    #[error("stopped before it was answered")]
    Wanted,
    /// It held more memory than it may.
    #[error("stopped because it took too much memory")]
    Memory,
}

/// What may stop work.
#[derive(Clone, Default)]
pub struct Bounds {
    /// Becomes true when somebody wants it to stop.
    stop: Arc<AtomicBool>,
    /// Bytes that it may hold, if that is bounded.
    memory: Option<usize>,
}

impl Bounds {
    /// Bounds that let work hold so many bytes.
    pub fn of_memory(bytes: usize) -> Self {
        Self { memory: Some(bytes), ..Self::default() }
    }

    /// Stops the work that has these bounds.
    pub fn stop(&self) {
        self.stop.store(true, Ordering::Relaxed);
    }
}

/// The bounds of the work that a thread does.
struct Bounded {
    bounds: Bounds,
    /// What the thread held before.
    held: isize,
}

/// So many steps pass between two questions.
const STRIDE: u32 = 4096;

thread_local! {
    static WORK: RefCell<Option<Bounded>> = const { RefCell::new(None) };
    static STEPS: Cell<u32> = const { Cell::new(0) };
}

/// Does work on this thread that ends early where it meets its bounds.
///
/// # Errors
/// Returns which of them it met.
pub fn interruptible<T>(bounds: &Bounds, work: impl FnOnce() -> T) -> Result<T, Stopped> {
    let before = WORK.replace(Some(Bounded { bounds: bounds.clone(), held: held() }));
    // What the work has made is dropped with it.
    let done = catch_unwind(AssertUnwindSafe(work));
    WORK.set(before);
    done.or_else(|thrown| match thrown.downcast::<Stopped>() {
        Ok(stopped) => Err(*stopped),
        Err(panic) => resume_unwind(panic),
    })
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
    let stopped = WORK.with_borrow(|work| work.as_ref().and_then(Bounded::met));
    if let Some(stopped) = stopped.filter(|_| !std::thread::panicking()) {
        // Unlike a panic, it prints nothing.
        resume_unwind(Box::new(stopped));
    }
}

impl Bounded {
    /// The bound that was met.
    fn met(&self) -> Option<Stopped> {
        let Bounds { stop, memory } = &self.bounds;
        let taken = usize::try_from(held() - self.held).unwrap_or(0);
        if stop.load(Ordering::Relaxed) {
            Some(Stopped::Wanted)
        } else {
            memory.is_some_and(|most| taken > most).then_some(Stopped::Memory)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn work_stops_where_it_is_told_to_and_only_that_work() {
        let bounds = Bounds::default();
        let mut steps = 0_u64;
        let stopped = interruptible(&bounds, || {
            loop {
                steps += 1;
                if steps == 10_000 {
                    bounds.stop();
                }
                step();
            }
        });
        assert_eq!(stopped, Err::<(), _>(Stopped::Wanted));
        assert!(steps < 10_000 + 2 * u64::from(STRIDE));
        (0..2 * STRIDE).for_each(|_| step());
        assert_eq!(interruptible(&Bounds::default(), || (0..2 * STRIDE).for_each(|_| step())), Ok(()));
    }

    #[test]
    fn a_panic_stays_a_panic() {
        let panicking = || interruptible(&Bounds::default(), || resume_unwind(Box::new("a fault")));
        let thrown = catch_unwind(panicking).map(|never: Result<(), _>| never).unwrap_err();
        assert!(thrown.is::<&str>());
    }
}
