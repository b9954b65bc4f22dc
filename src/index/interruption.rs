//! Stopping a query at any of its steps. Oxigraph's evaluator has a token for it, which it looks at where it reads quads: what sorts,
//! groups or multiplies rows that it has already would go on for hours, and what gathers rows would first gather an error for every
//! quad that is left. But all operators clone, compare and hash terms, and the terms of an index are ours: every few thousand
//! such steps they ask whether to stop, and leave the evaluator by unwinding its stack.

use std::cell::{Cell, RefCell};
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use thiserror::Error;

use crate::allocator::held;

use super::gate::{Gate, Pass};

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
    /// Where it needs a pass, once it has gone on for a while.
    gate: Option<Arc<Gate>>,
}

impl Bounds {
    /// Bounds that let work hold so many bytes.
    pub fn of_memory(bytes: usize) -> Self {
        Self { memory: Some(bytes), ..Self::default() }
    }

    /// The same with a gate for work that takes long.
    pub fn with_gate(self, gate: Arc<Gate>) -> Self {
        Self { gate: Some(gate), ..self }
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
    begun: Instant,
    /// How often it was asked whether it shall stop.
    strides: u32,
    pass: Option<Pass>,
}

/// So many steps pass between two questions.
const STRIDE: u32 = 4096;
/// Work is long after so many strides, or after so long a time.
const SHORT: u32 = 256;
const SHORT_TIME: Duration = Duration::from_millis(500);

thread_local! {
    static WORK: RefCell<Option<Bounded>> = const { RefCell::new(None) };
    static STEPS: Cell<u32> = const { Cell::new(0) };
}

/// Does work on this thread that ends early where it meets its bounds.
///
/// # Errors
/// Returns which of them it met.
pub fn interruptible<T>(bounds: &Bounds, work: impl FnOnce() -> T) -> Result<T, Stopped> {
    let before = WORK.replace(Some(Bounded::new(bounds.clone())));
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
    let stopped = WORK.with_borrow_mut(|work| work.as_mut().and_then(Bounded::met));
    if let Some(stopped) = stopped.filter(|_| !std::thread::panicking()) {
        // Unlike a panic, it prints nothing.
        resume_unwind(Box::new(stopped));
    }
}

impl Bounded {
    fn new(bounds: Bounds) -> Self {
        Self { bounds, held: held(), begun: Instant::now(), strides: 0, pass: None }
    }

    /// The bound that was met. Long work waits here for its pass.
    fn met(&mut self) -> Option<Stopped> {
        let Bounds { stop, memory, gate } = &self.bounds;
        let is_wanted = || stop.load(Ordering::Relaxed);
        let taken = usize::try_from(held() - self.held).unwrap_or(0);
        if memory.is_some_and(|most| taken > most) {
            return Some(Stopped::Memory);
        }
        self.strides = self.strides.saturating_add(1);
        let is_long = self.strides > SHORT || self.begun.elapsed() > SHORT_TIME;
        if let Some(gate) = gate.as_ref().filter(|_| is_long && self.pass.is_none()) {
            self.pass = gate.enter(is_wanted);
        }
        is_wanted().then_some(Stopped::Wanted)
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
    fn long_work_waits_for_a_pass_and_short_work_does_not() {
        let gate = Arc::new(Gate::new(1));
        let bounds = || Bounds::default().with_gate(Arc::clone(&gate));
        let steps = |strides: u32| (0..strides * STRIDE).for_each(|_| step());
        let other = gate.enter(|| false);
        assert_eq!(interruptible(&bounds(), || steps(SHORT / 2)), Ok(()));
        let long = bounds();
        let waiting = std::thread::scope(|scope| {
            let waiting = scope.spawn(|| interruptible(&long, || steps(2 * SHORT)));
            std::thread::sleep(Duration::from_millis(50));
            assert!(!waiting.is_finished());
            drop(other);
            waiting.join().unwrap()
        });
        assert_eq!(waiting, Ok(()));
        assert!(gate.enter(|| true).is_none() && gate.enter(|| false).is_some());
    }

    #[test]
    fn a_panic_stays_a_panic() {
        let panicking = || interruptible(&Bounds::default(), || resume_unwind(Box::new("a fault")));
        let thrown = catch_unwind(panicking).map(|never: Result<(), _>| never).unwrap_err();
        assert!(thrown.is::<&str>());
    }
}
