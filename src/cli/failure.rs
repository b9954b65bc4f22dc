//! How commands end: what a success was, which error the user made, and the exit code and line that say so.

use std::io;
use std::io::Write;
use std::process::ExitCode;

use thiserror::Error;

use crate::harmless;
use crate::read::Failure;

use crate::terminal::interruption;
use crate::terminal::interruption::Interrupted;

/// How a command that did something ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    Complete,
    /// Done, but some inputs failed; each was reported when it did.
    Partial,
}

/// An error in what the user typed, told apart from one in what the program met.
#[derive(Debug, Error)]
#[error("{0}")]
pub struct UsageError(pub String);

/// Names every input that could not be read, one line each, and their number where they are many.
pub fn report_failures(failures: &[Failure]) -> io::Result<()> {
    let mut errors = harmless::stderr();
    for failure in failures {
        writeln!(errors, "newsgraph: {failure}")?;
    }
    if failures.len() > 1 {
        writeln!(errors, "newsgraph: {} inputs could not be read; the others are", failures.len())?;
    }
    Ok(())
}

/// Tells what was read, but not as it stands, one line each.
pub fn report_notes(notes: &[Failure]) -> io::Result<()> {
    let mut errors = harmless::stderr();
    notes.iter().try_for_each(|note| writeln!(errors, "newsgraph: {note}"))
}

/// The exit code of a command's result; an error is told in one line on standard error.
pub fn exit_code(result: anyhow::Result<Outcome>) -> ExitCode {
    match result {
        Ok(Outcome::Complete) => ExitCode::SUCCESS,
        Ok(Outcome::Partial) => ExitCode::from(3),
        Err(error) if is_broken_pipe(&error) => ExitCode::SUCCESS,
        Err(error) => {
            // Nothing is left to be told when standard error itself is gone.
            let _ = writeln!(harmless::stderr(), "newsgraph: {}", one_line(&format!("{error:#}")));
            ExitCode::from(if error.is::<UsageError>() {
                2
            } else if error.is::<Interrupted>() {
                interruption::EXIT_CODE
            } else {
                1
            })
        }
    }
}

/// Whether the reader of our output has gone (`newsgraph query … | head`).
fn is_broken_pipe(error: &anyhow::Error) -> bool {
    error
        .chain()
        .filter_map(|cause| cause.downcast_ref::<io::Error>())
        .any(|cause| cause.kind() == io::ErrorKind::BrokenPipe)
}

fn one_line(message: &str) -> String {
    message.split('\n').map(str::trim).filter(|line| !line.is_empty()).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_broken_pipe_is_found_below_its_context() {
        let error = anyhow::Error::from(io::Error::from(io::ErrorKind::BrokenPipe)).context("writing");
        assert!(is_broken_pipe(&error));
        assert!(!is_broken_pipe(&anyhow::anyhow!("writing")));
    }

    #[test]
    fn messages_take_one_line() {
        assert_eq!(one_line("a\n  b\n\nc"), "a b c");
    }
}
