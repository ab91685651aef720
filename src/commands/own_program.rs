//! This program once more, as a process of its own.

use std::path::{Path, PathBuf};
use std::process::Command;

use letterpress::diagnostics::MachineError;

/// What it is called in messages.
pub(super) const NAME: &str = "letterpress";

/// Runs this very program, also where another was put in its place since: a preview goes on while it is built anew.
const RUNNING: &str = "/proc/self/exe";

/// A command that runs it.
pub(super) fn command() -> Result<Command, MachineError> {
    let running = Path::new(RUNNING);
    let program: PathBuf = if cfg!(target_os = "linux") && running.exists() {
        running.to_owned()
    } else {
        std::env::current_exe().map_err(|error| MachineError::new("find", NAME.as_ref(), error))?
    };
    Ok(Command::new(program))
}
