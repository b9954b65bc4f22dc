//! Work that takes its time: on threads of its own, so many at once, each within its time. Whoever's time is up, whoever has
//! gone, and all when the server ends, are stopped where they are.

use std::sync::Arc;

use hyper::StatusCode;
use tokio::sync::{Semaphore, watch};
use tokio::task;
use tokio::time::{Instant, timeout_at};

use crate::index::{Bounds, Gate, Stopped, interruptible};

use super::limits::Limits;
use super::problem::Problem;

/// Where work is done.
#[derive(Clone)]
pub struct Workshop {
    places: Arc<Semaphore>,
    /// Few of them go on for long at once.
    gate: Arc<Gate>,
    limits: Limits,
    /// Becomes true when the server ends.
    ends: watch::Receiver<bool>,
}

/// Works that go on for long at once: as many as keep a usual machine busy. The others wait for their turn, and hold little.
const LONG: usize = 4;

/// Stops the work of a client that has gone: dropped with its request.
struct Leash(Bounds);

impl Drop for Leash {
    fn drop(&mut self) {
        self.0.stop();
    }
}

impl Workshop {
    pub fn new(limits: Limits, ends: watch::Receiver<bool>) -> Self {
        let places = Arc::new(Semaphore::new(limits.max_queries as usize));
        Self { places, gate: Arc::new(Gate::new(LONG)), limits, ends }
    }

    /// Does work that can be stopped.
    ///
    /// # Errors
    /// Returns the problem of the work, or why there is no result.
    pub async fn run<T, W>(&self, work: W) -> Result<T, Problem>
    where
        T: Send + 'static,
        W: FnOnce() -> Result<T, Problem> + Send + 'static,
    {
        let deadline = Instant::now() + self.limits.time();
        let place = timeout_at(deadline, Arc::clone(&self.places).acquire_owned()).await;
        let Ok(Ok(place)) = place else { return Err(self.busy()) };
        let bounds = Bounds::of_memory(self.limits.memory()).with_gate(Arc::clone(&self.gate));
        let _leash = Leash(bounds.clone());
        let mut working = task::spawn_blocking(move || {
            // Given back when the work has really ended, not when its client is told so.
            let _place = place;
            interruptible(&bounds, work)
        });
        let mut ends = self.ends.clone();
        tokio::select! {
            done = &mut working => match done {
                Ok(Ok(result)) => result,
                Ok(Err(Stopped::Wanted)) => Err(self.late()),
                Ok(Err(Stopped::Memory)) => Err(self.large()),
                Err(_) => Err(fault()),
            },
            () = tokio::time::sleep_until(deadline) => Err(self.late()),
            _ = ends.wait_for(|ends| *ends) => Err(Problem::unavailable("the server is ending")),
        }
    }

    fn busy(&self) -> Problem {
        Problem::unavailable(format!(
            "the server was busy with other requests for {} seconds; try again later (--max-queries says how many it works on at \
             once)",
            self.limits.time().as_secs()
        ))
    }

    fn large(&self) -> Problem {
        let message = format!(
            "to answer this would take more than {} megabytes of memory, so the work was stopped; ask for less, or start the server \
             with a larger --max-memory",
            self.limits.max_memory
        );
        Problem::new(StatusCode::UNPROCESSABLE_ENTITY, message)
    }

    fn late(&self) -> Problem {
        Problem::unavailable(format!(
            "no answer within {} seconds, so the work was stopped; ask for less, for instance with LIMIT, or start the server with \
             a longer --timeout",
            self.limits.time().as_secs()
        ))
    }
}

/// A panic.
pub fn fault() -> Problem {
    Problem::new(
        StatusCode::INTERNAL_SERVER_ERROR,
        "newsgraph has a fault here; the server goes on. Please report it with the request",
    )
}
