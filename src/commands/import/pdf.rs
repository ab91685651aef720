//! Reading a PDF in a process of its own: whatever a file does to the reader, the program goes on.

use std::env;
use std::io::{self, Read, Write};
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::Duration;

use letterpress::diagnostics::MachineError;
use letterpress::import::pdf::{self, PdfError};

use crate::commands::stop::Stop;
use crate::commands::{Outcome, now, tell};

/// The hidden command that reads a PDF.
const COMMAND: &str = "read-pdf";

/// A letter takes a tenth of a second.
const LONGEST: Duration = Duration::from_secs(20);

/// How often it is looked whether the reader has ended.
const LOOK: Duration = Duration::from_millis(5);

/// In bytes: no text is longer.
const LARGEST_TEXT: u64 = 4 << 20;

/// In bytes: what the reader may have of memory, where the system can hold it to that.
#[cfg(target_os = "linux")]
const MEMORY: u64 = 1 << 30;

/// The text of a PDF.
pub(super) fn text(bytes: &[u8]) -> Result<Result<String, PdfError>, Stop> {
    let failed = |error: io::Error| Stop::Usage(format!("could not read the PDF: {error}"));
    let program = env::current_exe().map_err(failed)?;
    let mut reader = Command::new(&program)
        .arg(COMMAND)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .map_err(|error| MachineError::new("run", &program, error))?;
    let mut told = Vec::new();
    thread::scope(|scope| {
        if let Some(mut stdin) = reader.stdin.take() {
            // A reader that has ended takes no more: how it ended says why.
            scope.spawn(move || drop(stdin.write_all(bytes)));
        }
        if let Some(stdout) = reader.stdout.take() {
            let told = &mut told;
            scope.spawn(move || drop(stdout.take(LARGEST_TEXT).read_to_end(told)));
        }
        wait(&mut reader);
    });
    let told = String::from_utf8(told).unwrap_or_default();
    Ok(match told.split_once('\n') {
        Some(("text", text)) => Ok(text.to_owned()),
        Some((word, _)) => Err(PdfError::from_word(word)),
        None => Err(PdfError::Broken),
    })
}

/// Waits until the reader has ended, and ends it where it takes too long.
fn wait(reader: &mut Child) {
    let start = now();
    while let Ok(None) = reader.try_wait() {
        if start.elapsed() > LONGEST {
            let _ = reader.kill();
            let _ = reader.wait();
            return;
        }
        thread::sleep(LOOK);
    }
}

/// The reader: a PDF on the standard input; on the standard output a word in a line, and the text.
pub(crate) fn read_pdf() -> io::Result<Outcome> {
    #[cfg(target_os = "linux")]
    {
        use rustix::process::{Resource, Rlimit, setrlimit};
        let limit = Rlimit { current: Some(MEMORY), maximum: Some(MEMORY) };
        // Where it cannot be held to that, it has what the system gives.
        let _ = setrlimit(Resource::As, limit);
    }
    let mut bytes = Vec::new();
    io::stdin().lock().read_to_end(&mut bytes)?;
    let read = match pdf::text(&bytes) {
        Ok(text) => format!("text\n{text}"),
        Err(error) => format!("{}\n", error.word()),
    };
    let mut out = tell::pipe();
    out.write_all(read.as_bytes())?;
    out.flush()?;
    Ok(Outcome::Done)
}
