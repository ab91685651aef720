//! One process that renders templates, as its parent sees it.

use std::io::{self, BufReader, BufWriter, Write};
use std::process::{Child, ChildStdin, ChildStdout, ExitStatus, Stdio};

use letterpress::diagnostics::MachineError;
use letterpress::render::{Excess, HostError, TemplateSet};

use super::server::{self, COMMAND};
use super::watchdog::{MEMORY_CODE, TIME_CODE};
use crate::commands::own_program;

/// A process that renders templates, one job after the other. It ends when this is dropped.
pub(super) struct TemplateProcess {
    child: Child,
    jobs: BufWriter<ChildStdin>,
    answers: BufReader<ChildStdout>,
    templates: u128,
}

impl TemplateProcess {
    /// Starts one for these templates.
    pub(super) fn start(templates: &TemplateSet) -> Result<Self, MachineError> {
        let failed = |error| MachineError::new("run", own_program::NAME.as_ref(), error);
        // What is said of memory that ran out is for nobody: how the process ended tells as much.
        let mut child = own_program::command()?
            .arg(COMMAND)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .map_err(failed)?;
        let (Some(jobs), Some(answers)) = (child.stdin.take(), child.stdout.take()) else {
            return Err(failed(io::ErrorKind::BrokenPipe.into()));
        };
        let (jobs, answers) = (BufWriter::new(jobs), BufReader::new(answers));
        let templates_are = templates.fingerprint();
        let mut process = TemplateProcess { child, jobs, answers, templates: templates_are };
        match process.send(templates.bytes()) {
            Ok(()) => Ok(process),
            Err(error) => Err(failed(error)),
        }
    }

    /// The fingerprint of its templates.
    pub(super) fn templates(&self) -> u128 {
        self.templates
    }

    /// Has a job done. After an error the process has ended, or is of no use.
    pub(super) fn answer(&mut self, job: &[u8]) -> Result<Vec<u8>, HostError> {
        let answered = self.send(job).and_then(|()| server::receive(&mut self.answers));
        match answered {
            Ok(Some(answer)) => Ok(answer),
            Ok(None) => Err(self.ended(io::ErrorKind::UnexpectedEof.into())),
            Err(error) => Err(self.ended(error)),
        }
    }

    fn send(&mut self, bytes: &[u8]) -> io::Result<()> {
        server::send(&mut self.jobs, bytes)?;
        self.jobs.flush()
    }

    /// Why it ended; or `error`, where it did not.
    fn ended(&mut self, error: io::Error) -> HostError {
        let machine =
            |error| HostError::Machine(MachineError::new("run", own_program::NAME.as_ref(), error));
        match self.child.wait() {
            Ok(status) => match excess(status) {
                Some(excess) => HostError::Excess(excess),
                None if status.success() => machine(error),
                None => machine(io::Error::other(status.to_string())),
            },
            Err(error) => machine(error),
        }
    }
}

impl Drop for TemplateProcess {
    fn drop(&mut self) {
        // It waits for a job, or has ended already.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// What a process took too much of that ended like this.
fn excess(status: ExitStatus) -> Option<Excess> {
    match status.code() {
        Some(code) if code == i32::from(TIME_CODE) => Some(Excess::Time),
        Some(code) if code == i32::from(MEMORY_CODE) => Some(Excess::Memory),
        Some(_) => None,
        None => was_refused_memory(status).then_some(Excess::Memory),
    }
}

/// Rust's library aborts where memory is asked for that no machine has.
#[cfg(unix)]
fn was_refused_memory(status: ExitStatus) -> bool {
    use std::os::unix::process::ExitStatusExt as _;
    /// The number of `SIGABRT` on every Unix.
    const ABORT: i32 = 6;
    status.signal() == Some(ABORT)
}

#[cfg(not(unix))]
fn was_refused_memory(_: ExitStatus) -> bool {
    false
}
