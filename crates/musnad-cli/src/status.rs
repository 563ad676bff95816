//! How the command ends.

use std::fmt::Display;
use std::io::Write;
use std::process::ExitCode;

/// The exit status.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Status {
    /// Everything was read and written: 0.
    Done,
    /// Some of the input is at fault; the rest was processed: 2, as for a wrong option.
    BadInput,
    /// The output cannot be written, or the command itself is at fault: 1.
    Failed,
    /// A signal came; what was written is complete: 128 and the signal's number.
    Interrupted(u8),
}

impl From<Status> for ExitCode {
    fn from(status: Status) -> Self {
        Self::from(match status {
            Status::Done => 0,
            Status::BadInput => 2,
            Status::Failed => 1,
            Status::Interrupted(signal) => 128_u8.saturating_add(signal),
        })
    }
}

/// Says on standard error what went wrong, and gives the status back.
pub(crate) fn report(what: &dyn Display, status: Status) -> Status {
    // Nothing is left to be done where standard error itself is closed.
    let _ = writeln!(std::io::stderr().lock(), "musnad: {what}");
    status
}
