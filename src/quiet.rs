//! Crates that read what others wrote may panic at it. That is no end of the program, but a file that cannot be read.

use std::cell::Cell;
use std::panic::{AssertUnwindSafe, catch_unwind, set_hook, take_hook};
use std::sync::Once;

thread_local! {
    /// Whether a panic on this thread is caught, and told in words of our own.
    static QUIET: Cell<bool> = const { Cell::new(false) };
}

/// Runs what may panic; a panic is no result, and nothing of it is printed.
pub(super) fn quietly<T>(work: impl FnOnce() -> T) -> Option<T> {
    static HOOK: Once = Once::new();
    HOOK.call_once(|| {
        let usual = take_hook();
        set_hook(Box::new(move |panic| {
            if !QUIET.get() {
                usual(panic);
            }
        }));
    });
    QUIET.set(true);
    let outcome = catch_unwind(AssertUnwindSafe(work)).ok();
    QUIET.set(false);
    outcome
}
