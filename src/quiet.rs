//! Crates that read what others wrote may panic at it, and so may newsgraph where it has a fault. Neither is the end of the program,
//! but of the one file or article that cannot be read.

use std::cell::{Cell, RefCell};
use std::panic::{AssertUnwindSafe, PanicHookInfo, catch_unwind, set_hook, take_hook};
use std::sync::Once;

thread_local! {
    /// Whether a panic on this thread is caught, and told in words of our own.
    static QUIET: Cell<bool> = const { Cell::new(false) };
    /// What the last of those was.
    static LAST: RefCell<String> = const { RefCell::new(String::new()) };
}

/// Runs what may panic, and prints nothing of it.
///
/// # Errors
/// Returns where it panicked, and at what.
pub fn quietly<T>(work: impl FnOnce() -> T) -> Result<T, String> {
    static HOOK: Once = Once::new();
    HOOK.call_once(|| {
        let usual = take_hook();
        set_hook(Box::new(move |panic| {
            if QUIET.get() {
                LAST.set(told(panic));
            } else {
                usual(panic);
            }
        }));
    });
    let before = QUIET.replace(true);
    let outcome = catch_unwind(AssertUnwindSafe(work));
    QUIET.set(before);
    outcome.map_err(|_| LAST.take())
}

/// One line with the place of a panic.
fn told(panic: &PanicHookInfo) -> String {
    let place =
        panic.location().map(|place| format!("{}:{}", place.file(), place.line())).unwrap_or_default();
    let payload = panic.payload();
    let message = payload.downcast_ref::<&str>().copied();
    let message =
        message.or_else(|| payload.downcast_ref::<String>().map(String::as_str)).unwrap_or_default();
    format!("{place}: {}", message.split_whitespace().collect::<Vec<_>>().join(" "))
}

#[cfg(test)]
mod tests {
    use std::panic::panic_any;

    use super::*;

    #[test]
    fn a_panic_is_told_with_its_place_and_nothing_else_ends() {
        let fault = quietly(|| -> u8 { panic!("no {}", "\n head") }).unwrap_err();
        assert!(fault.contains("quiet.rs:") && fault.ends_with(": no head"), "{fault}");
        assert!(quietly(|| -> u8 { panic_any(3) }).unwrap_err().contains("quiet.rs:"));
        assert_eq!(quietly(|| 1), Ok(1));
    }
}
