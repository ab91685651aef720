//! Reading a PDF in a process of its own: whatever a file does to the reader, the program goes on.

use std::fmt;
use std::io::{self, Read, Write};
use std::path::Path;
use std::process::{Child, ExitStatus, Stdio};
use std::thread::{self, Scope, ScopedJoinHandle};
use std::time::Duration;

use letterpress::diagnostics::MachineError;
use letterpress::import::pdf::{self, PdfError};

use crate::commands::process::Process;
use crate::commands::{Outcome, now, output, own_program, signals};

/// The hidden command that reads a PDF.
const COMMAND: &str = "read-pdf";

/// A letter takes a tenth of a second.
const LONGEST: Duration = Duration::from_secs(20);

/// How often it is looked whether the reader has ended, and what it has taken.
const LOOK: Duration = Duration::from_millis(5);

/// In bytes: no text is longer.
const LARGEST_TEXT: u64 = 4 << 20;

/// In bytes: what the reader may have used of memory at most, where the system tells. A letter takes a thirtieth.
const MEMORY: u64 = 1 << 30;

/// In bytes: what it may ask for, should nobody look in time. This is no measure of what is used: the allocator reserves
/// a gibibyte anywhere, and notes the addresses that it gives out in tables, one for each half of a gibibyte. When a
/// gibibyte was all, the second table was refused, and so one sound letter of twenty, as chance had put the reserve
/// (`arena_reserve`, <https://microsoft.github.io/mimalloc/environment.html>; `MI_PAGE_MAP_SUB_SHIFT` in its source).
#[cfg(target_os = "linux")]
const ADDRESSES: u64 = 8 << 30;

/// What the reader says first in place of a text where it has used too much memory.
const TOO_MUCH_MEMORY: &str = "too-much-memory";

/// Why there is no text of a PDF.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum NoText {
    /// The PDF gives none.
    Pdf(PdfError),
    /// It takes longer than any letter.
    TooSlow,
    /// It takes more memory than any letter.
    TooMuchMemory,
    /// The reader died of it, and not of somebody who ended it.
    Crashed(ExitStatus),
}

impl NoText {
    /// What to do about it.
    pub(super) fn help(self) -> &'static str {
        match self {
            NoText::Pdf(error) => error.help(),
            NoText::TooSlow | NoText::TooMuchMemory => {
                "is it the letter that was meant? Its text can be copied into a file, and that imported"
            }
            NoText::Crashed(_) => {
                "try again; if it happens again, copy its text into a file, and import that"
            }
        }
    }
}

impl fmt::Display for NoText {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            NoText::Pdf(error) => error.fmt(formatter),
            NoText::TooSlow => {
                write!(formatter, "this PDF takes over {} seconds to read", LONGEST.as_secs())
            }
            NoText::TooMuchMemory => {
                write!(formatter, "this PDF takes over {} GB of memory to read", MEMORY >> 30)
            }
            NoText::Crashed(status) => {
                write!(formatter, "what reads PDFs crashed on this one ({status})")
            }
        }
    }
}

/// The text of a PDF. `file` is what people know it by.
pub(super) fn text(file: &Path, bytes: &[u8]) -> Result<Result<String, NoText>, MachineError> {
    let mut reader = PdfReader::start()?;
    let (told, end) = thread::scope(|scope| {
        let (stdin, stdout) = (reader.0.stdin.take(), reader.0.stdout.take());
        // A reader that has ended takes no more, and says no more: how it ended says why.
        let give = move || stdin.map(|mut stdin| stdin.write_all(bytes));
        let hear = move || {
            let mut told = Vec::new();
            let heard = stdout.map(|out| out.take(LARGEST_TEXT).read_to_end(&mut told));
            heard.map_or_else(Vec::new, |_| told)
        };
        let hears = start(scope, &mut reader, hear)?;
        start(scope, &mut reader, give)?;
        let end = reader.watch().inspect_err(|_| reader.end());
        let end = end.map_err(|error| MachineError::new("read", file, error))?;
        // It does not panic.
        Ok((hears.join().unwrap_or_default(), end))
    })?;
    match end {
        End::TooSlow => Ok(Err(NoText::TooSlow)),
        End::TooMuchMemory => Ok(Err(NoText::TooMuchMemory)),
        End::Itself(status) => answer(file, &told, status),
    }
}

/// Starts one of the threads that talk to a reader; or ends that, as the other thread waits for it.
fn start<'scope, T: Send + 'scope>(
    scope: &'scope Scope<'scope, '_>,
    reader: &mut PdfReader,
    work: impl FnOnce() -> T + Send + 'scope,
) -> Result<ScopedJoinHandle<'scope, T>, MachineError> {
    let started = thread::Builder::new().spawn_scoped(scope, work);
    started.map_err(|error| {
        reader.end();
        MachineError::without_path("start a thread", error)
    })
}

/// What a reader says that has ended by itself.
fn answer(
    file: &Path,
    told: &[u8],
    status: ExitStatus,
) -> Result<Result<String, NoText>, MachineError> {
    let told = String::from_utf8_lossy(told);
    match told.split_once('\n') {
        Some(("text", text)) if status.success() => Ok(Ok(text.to_owned())),
        Some((TOO_MUCH_MEMORY, _)) if status.success() => Ok(Err(NoText::TooMuchMemory)),
        Some((word, _)) if status.success() => Ok(Err(NoText::Pdf(PdfError::from_word(word)))),
        _ if is_crash(status) => Ok(Err(NoText::Crashed(status))),
        _ => {
            let error = io::Error::other(format!("the process that reads it was ended ({status})"));
            Err(MachineError::new("read", file, error))
        }
    }
}

/// Whether a process ended by what it did itself, and not because somebody, or the system, wanted it to.
#[cfg(unix)]
fn is_crash(status: ExitStatus) -> bool {
    use std::os::unix::process::ExitStatusExt;

    use signal_hook::consts::{SIGABRT, SIGBUS, SIGFPE, SIGILL, SIGSEGV};
    [SIGABRT, SIGBUS, SIGFPE, SIGILL, SIGSEGV].iter().any(|it| status.signal() == Some(*it))
}

/// Elsewhere a crash is a code.
#[cfg(not(unix))]
fn is_crash(_status: ExitStatus) -> bool {
    true
}

/// The process that reads a PDF. It ends when this is dropped.
struct PdfReader(Child);

/// How it ended.
enum End {
    /// By itself.
    Itself(ExitStatus),
    /// After it had taken too long.
    TooSlow,
    /// After it had taken too much memory.
    TooMuchMemory,
}

impl PdfReader {
    fn start() -> Result<Self, MachineError> {
        let reader = own_program::command()?
            .arg(COMMAND)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .map_err(|error| MachineError::new("run", own_program::NAME.as_ref(), error))?;
        Ok(PdfReader(reader))
    }

    /// Waits until it has ended, and ends it where it takes too much.
    fn watch(&mut self) -> io::Result<End> {
        let process = Process::Other(self.0.id());
        let start = now();
        loop {
            if let Some(status) = self.0.try_wait()? {
                return Ok(End::Itself(status));
            }
            let end = if start.elapsed() > LONGEST {
                End::TooSlow
            } else if process.peak_memory().is_some_and(|peak| peak > MEMORY) {
                End::TooMuchMemory
            } else {
                thread::sleep(LOOK);
                continue;
            };
            self.end();
            return Ok(end);
        }
    }

    fn end(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

impl Drop for PdfReader {
    fn drop(&mut self) {
        self.end();
    }
}

/// The reader: a PDF on the standard input; on the standard output a word in a line, and the text.
pub(crate) fn read_pdf() -> io::Result<Outcome> {
    signals::show_abort();
    #[cfg(target_os = "linux")]
    limit_itself();
    let mut bytes = Vec::new();
    io::stdin().lock().read_to_end(&mut bytes)?;
    let text = pdf::text(&bytes);
    // It may all have been taken and given back between two looks.
    let read = if Process::This.peak_memory().is_some_and(|peak| peak > MEMORY) {
        format!("{TOO_MUCH_MEMORY}\n")
    } else {
        match text {
            Ok(text) => format!("text\n{text}"),
            Err(error) => format!("{}\n", error.word()),
        }
    };
    let mut out = output::pipe();
    out.write_all(read.as_bytes())?;
    out.flush()?;
    Ok(Outcome::Done)
}

/// What holds when nobody looks any more. Where the system grants none of it, the reader is still looked at.
#[cfg(target_os = "linux")]
fn limit_itself() {
    use rustix::process::{Resource, Rlimit, Signal, set_parent_process_death_signal, setrlimit};
    let limit = Rlimit { current: Some(ADDRESSES), maximum: Some(ADDRESSES) };
    let _ = setrlimit(Resource::As, limit);
    let _ = set_parent_process_death_signal(Some(Signal::KILL));
}
