//! The process that renders templates, from inside: templates and jobs on the standard input, answers on the output.

use std::io::{self, BufWriter, Read, Write};

use letterpress::render::TemplateServer;

use super::watchdog::Watchdog;
use crate::commands::{Outcome, output, signals};

/// The hidden command that renders templates.
pub(super) const COMMAND: &str = "render-templates";

/// Renders until there are no more jobs.
pub(crate) fn serve() -> io::Result<Outcome> {
    signals::show_abort();
    let mut input = io::stdin().lock();
    let mut output = BufWriter::new(output::pipe());
    let Some(templates) = receive(&mut input)? else { return Ok(Outcome::Done) };
    let server = TemplateServer::new(&templates)?;
    let watchdog = Watchdog::start()?;
    while let Some(job) = receive(&mut input)? {
        let answer = watchdog.watch(|stop| server.answer(&job, stop))?;
        send(&mut output, &answer)?;
        output.flush()?;
    }
    Ok(Outcome::Done)
}

/// Sends a message: its length in eight bytes, and the message.
pub(super) fn send(to: &mut impl Write, message: &[u8]) -> io::Result<()> {
    to.write_all(&(message.len() as u64).to_le_bytes())?;
    to.write_all(message)
}

/// Waits for a message; `None` where no more come.
pub(super) fn receive(from: &mut impl Read) -> io::Result<Option<Vec<u8>>> {
    let mut length = [0; 8];
    match from.read_exact(&mut length) {
        Err(error) if error.kind() == io::ErrorKind::UnexpectedEof => return Ok(None),
        read => read?,
    }
    let length = u64::from_le_bytes(length);
    let mut message = Vec::new();
    from.take(length).read_to_end(&mut message)?;
    if message.len() as u64 == length { Ok(Some(message)) } else { Ok(None) }
}
