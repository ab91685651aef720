//! A server of pages that is measured: ours or Hugo's, started, asked and ended.

use std::io;
use std::net::TcpListener;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use crate::http::Connection;

/// Between two questions: short beside what is measured, and long enough to leave the server its core.
const PAUSE: Duration = Duration::from_millis(1);
const PATIENCE: Duration = Duration::from_secs(300);
/// As a browser asks, so that pages have the line that lets them reload.
const ACCEPT: &str = "text/html,application/xhtml+xml,*/*;q=0.8";

/// A running server; it ends when this is dropped.
pub(crate) struct Server {
    process: Child,
    connection: Connection,
    /// From the start of the process until its first page was here.
    pub(crate) first_page: Duration,
}

impl Server {
    /// Starts our server on a site.
    pub(crate) fn letterpress(root: &Path) -> io::Result<Self> {
        let port = free_port()?;
        let mut program = Command::new(env!("CARGO_BIN_EXE_letterpress"));
        program.args(["serve", "--port", &port.to_string(), "--root"]).arg(root);
        Server::start(&mut program, port)
    }

    /// Starts Hugo's with what it does by default, which is to make anew only what was looked at last; and
    /// to write nothing to the disk.
    pub(crate) fn hugo(hugo: &Path, root: &Path) -> io::Result<Self> {
        let port = free_port()?;
        let mut program = Command::new(hugo);
        program.args(["server", "--bind", "127.0.0.1", "--renderToMemory", "--noBuildLock"]);
        program.args(["--port", &port.to_string(), "--source"]).arg(root);
        Server::start(&mut program, port)
    }

    fn start(program: &mut Command, port: u16) -> io::Result<Self> {
        let start = Instant::now();
        program.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
        let mut process = program.spawn()?;
        let host = format!("127.0.0.1:{port}");
        while start.elapsed() < PATIENCE {
            if let Ok(mut connection) = Connection::open(&host)
                && connection.get("/", ACCEPT).is_ok_and(|answer| answer.status == 200)
            {
                return Ok(Server { process, connection, first_page: start.elapsed() });
            }
            if let Some(status) = process.try_wait()? {
                return Err(io::Error::other(format!("{program:?} ended: {status}")));
            }
            thread::sleep(PAUSE);
        }
        end(&mut process);
        Err(io::Error::other(format!("{program:?} serves no page")))
    }

    /// Asks for a page until it has these words.
    pub(crate) fn wait_for(&mut self, path: &str, words: &str) -> io::Result<()> {
        let start = Instant::now();
        while start.elapsed() < PATIENCE {
            let answer = self.connection.get(path, ACCEPT)?;
            if contains(&answer.body, words.as_bytes()) {
                return Ok(());
            }
            thread::sleep(PAUSE);
        }
        Err(io::Error::other(format!("{path} never says {words}")))
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        end(&mut self.process);
    }
}

fn end(process: &mut Child) {
    // It has ended already where either fails.
    let _ = process.kill();
    let _ = process.wait();
}

fn free_port() -> io::Result<u16> {
    Ok(TcpListener::bind("127.0.0.1:0")?.local_addr()?.port())
}

fn contains(text: &[u8], words: &[u8]) -> bool {
    text.windows(words.len()).any(|window| window == words)
}
