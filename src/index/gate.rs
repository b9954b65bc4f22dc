//! Long work waits for long work, and short work for nobody: whatever has gone on for a while needs a pass to go on, of which there
//! are few. So a question that takes a millisecond is answered at once, however many are asking for all there is; and those that
//! ask for all there is are done as soon as if they had come one after the other.

use std::collections::VecDeque;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

/// So often it is asked, while waiting, whether that has become useless.
const PATIENCE: Duration = Duration::from_millis(50);

/// Where passes are given out, in the order in which they are asked for.
#[derive(Debug)]
pub struct Gate {
    queue: Mutex<Queue>,
    moved: Condvar,
}

#[derive(Debug)]
struct Queue {
    passes: usize,
    waiting: VecDeque<u64>,
    next: u64,
}

/// The right to go on; given back when it is dropped.
#[derive(Debug)]
pub struct Pass(Arc<Gate>);

impl Gate {
    /// A gate with so many passes.
    pub fn new(passes: usize) -> Self {
        let queue = Queue { passes, waiting: VecDeque::new(), next: 0 };
        Self { queue: Mutex::new(queue), moved: Condvar::new() }
    }

    /// Waits for a pass; nothing where it is useless to go on before there is one.
    pub(super) fn enter(self: &Arc<Self>, is_useless: impl Fn() -> bool) -> Option<Pass> {
        let mut queue = self.lock();
        let ticket = queue.next;
        queue.next += 1;
        queue.waiting.push_back(ticket);
        loop {
            if is_useless() {
                queue.waiting.retain(|other| *other != ticket);
                self.moved.notify_all();
                return None;
            }
            if queue.passes > 0 && queue.waiting.front() == Some(&ticket) {
                queue.waiting.pop_front();
                queue.passes -= 1;
                self.moved.notify_all();
                return Some(Pass(Arc::clone(self)));
            }
            let waited = self.moved.wait_timeout(queue, PATIENCE);
            queue = waited.unwrap_or_else(PoisonError::into_inner).0;
        }
    }

    fn lock(&self) -> MutexGuard<'_, Queue> {
        self.queue.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for Pass {
    fn drop(&mut self) {
        self.0.lock().passes += 1;
        self.0.moved.notify_all();
    }
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicUsize, Ordering};
    use std::thread;

    use super::*;

    #[test]
    fn no_more_pass_at_once_than_there_are_passes() {
        let (gate, within, most) = (Arc::new(Gate::new(2)), AtomicUsize::new(0), AtomicUsize::new(0));
        thread::scope(|scope| {
            for _ in 0..8 {
                scope.spawn(|| {
                    let pass = gate.enter(|| false);
                    most.fetch_max(within.fetch_add(1, Ordering::SeqCst) + 1, Ordering::SeqCst);
                    thread::sleep(Duration::from_millis(5));
                    within.fetch_sub(1, Ordering::SeqCst);
                    drop(pass);
                });
            }
        });
        assert_eq!(most.into_inner(), 2);
    }

    #[test]
    fn whoever_gives_up_lets_the_next_pass() {
        let gate = Arc::new(Gate::new(1));
        let first = gate.enter(|| false);
        assert!(first.is_some() && gate.enter(|| true).is_none());
        drop(first);
        assert!(gate.enter(|| false).is_some());
    }
}
