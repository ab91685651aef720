//! The preview of a site's folder, running, and what browsers ask it.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::Duration;

use serde_json::Value;

/// Longer than anything takes on a machine that does much else.
const PATIENCE: Duration = Duration::from_secs(120);

const PAUSE: Duration = Duration::from_millis(5);

/// A preview that ends when it is dropped.
pub(crate) struct Served {
    child: Child,
    lines: Receiver<String>,
    /// Every byte that it said so far.
    said: Arc<Mutex<Vec<u8>>>,
    /// `127.0.0.1:40321`
    pub(crate) host: String,
    /// The path that the site's addresses begin with.
    pub(crate) base: String,
}

/// What came back for a request.
#[derive(Debug, Clone)]
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) headers: String,
    pub(crate) body: String,
}

/// Asks for a path as programs do, from any thread.
pub(crate) fn get(host: &str, path: &str) -> Answer {
    ask(host, &format!("GET {path} HTTP/1.1\r\nHost: {host}\r\n"))
}

fn ask(host: &str, request: &str) -> Answer {
    let mut stream = connect(host);
    write!(stream, "{request}Connection: close\r\n\r\n").expect("it is sent");
    let mut text = Vec::new();
    stream.read_to_end(&mut text).expect("it answers");
    let text = String::from_utf8_lossy(&text).into_owned();
    let (headers, body) = text.split_once("\r\n\r\n").expect("headers");
    let status = headers.split(' ').nth(1).and_then(|code| code.parse().ok());
    Answer {
        status: status.expect("a status"),
        headers: headers.to_lowercase(),
        body: body.to_owned(),
    }
}

fn connect(host: &str) -> TcpStream {
    let stream = TcpStream::connect(host).expect("it listens");
    stream.set_read_timeout(Some(PATIENCE)).expect("a time");
    stream
}

impl Served {
    /// Starts the preview of a folder at any free port.
    pub(crate) fn start(folder: &Path, arguments: &[&str]) -> Self {
        Served::start_program(env!("CARGO_BIN_EXE_letterpress").as_ref(), folder, arguments)
    }

    /// Starts it by another copy of the program.
    pub(crate) fn start_program(program: &Path, folder: &Path, arguments: &[&str]) -> Self {
        let mut command = Command::new(program);
        command.args(["serve", "--port", "0"]).args(arguments).current_dir(folder);
        command.env_remove("CLICOLOR_FORCE").stderr(Stdio::piped());
        let mut child = command.spawn().expect("the program starts");
        let mut stderr = BufReader::new(child.stderr.take().expect("what it says"));
        let (told, lines) = channel();
        let said: Arc<Mutex<Vec<u8>>> = Arc::default();
        let all = Arc::clone(&said);
        thread::spawn(move || {
            let mut line = Vec::new();
            while stderr.read_until(b'\n', &mut line).is_ok_and(|count| count > 0) {
                all.lock().expect("nobody panics with it").extend(&line);
                let text = String::from_utf8_lossy(&line).trim_end_matches('\n').to_owned();
                line.clear();
                if told.send(text).is_err() {
                    return;
                }
            }
        });
        let mut served = Served { child, lines, said, host: String::new(), base: String::new() };
        let line = served.line("Ready in ");
        let address = line.split_once("http://").expect("an address").1;
        let (host, base) = address.split_once('/').expect("a path");
        served.host = host.to_owned();
        served.base = format!("/{base}");
        served
    }

    /// Waits for a line that holds these words.
    #[track_caller]
    pub(crate) fn line(&self, words: &str) -> String {
        let mut all = Vec::new();
        loop {
            match self.lines.recv_timeout(PATIENCE) {
                Ok(line) if line.contains(words) => return line,
                Ok(line) => all.push(line),
                Err(_) => panic!("nothing said `{words}`: {all:#?}"),
            }
        }
    }

    /// Every byte that it said so far.
    pub(crate) fn said(&self) -> Vec<u8> {
        self.said.lock().expect("nobody panics with it").clone()
    }

    /// Asks for a path of the site as programs do.
    pub(crate) fn get(&self, path: &str) -> Answer {
        get(&self.host, &format!("{}{path}", self.base))
    }

    /// Sends the lines of a request, and reads the answer.
    pub(crate) fn ask(&self, request: &str) -> Answer {
        ask(&self.host, request)
    }

    /// A connection on which nothing is said yet.
    pub(crate) fn connect(&self) -> TcpStream {
        connect(&self.host)
    }

    /// Asks for a page again and again, until it is as it should be.
    #[track_caller]
    pub(crate) fn until(&self, path: &str, is_right: impl Fn(&Answer) -> bool) -> Answer {
        let mut waited = Duration::ZERO;
        loop {
            let answer = self.get(path);
            if is_right(&answer) {
                return answer;
            }
            assert!(waited < PATIENCE, "{path} stays {answer:#?}");
            thread::sleep(PAUSE);
            waited += PAUSE;
        }
    }

    /// Listens for news as an open page does.
    pub(crate) fn events(&self) -> Events {
        let mut stream = self.connect();
        let host = &self.host;
        write!(stream, "GET /_letterpress/events HTTP/1.1\r\nHost: {host}\r\n\r\n")
            .expect("it is sent");
        Events { lines: BufReader::new(stream) }
    }

    /// Asks it to end, and waits until it has.
    #[cfg(target_os = "linux")]
    pub(crate) fn end(mut self, signal: rustix::process::Signal) -> ExitStatus {
        let id = i32::try_from(self.child.id()).expect("a number");
        let process = rustix::process::Pid::from_raw(id).expect("a process");
        rustix::process::kill_process(process, signal).expect("it is told");
        let mut waited = Duration::ZERO;
        loop {
            if let Some(status) = self.child.try_wait().expect("its state") {
                return status;
            }
            assert!(waited < PATIENCE, "it does not end");
            thread::sleep(PAUSE);
            waited += PAUSE;
        }
    }
}

impl Drop for Served {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// The news that an open page hears.
pub(crate) struct Events {
    lines: BufReader<TcpStream>,
}

impl Events {
    /// Waits for news of this kind.
    #[track_caller]
    pub(crate) fn until(&mut self, is_right: impl Fn(&Value) -> bool) -> Value {
        self.until_told("of this kind", is_right)
    }

    /// Waits for news, and says which they are where they do not come.
    #[track_caller]
    pub(crate) fn until_told(&mut self, what: &str, is_right: impl Fn(&Value) -> bool) -> Value {
        let (mut last, mut quiet) = (Value::Null, 0);
        loop {
            let mut line = String::new();
            let read = self.lines.read_line(&mut line);
            let count = read
                .unwrap_or_else(|error| panic!("no news {what}: {error}; the last are {last:#}"));
            assert!(count > 0, "it says no more: {last}");
            // A server that has nothing to say says so, again and again.
            quiet += usize::from(line.starts_with(':'));
            assert!(quiet < 3, "no news {what}; the last are {last:#}");
            if let Some(data) = line.strip_prefix("data: ") {
                last = serde_json::from_str(data).expect("JSON");
                if is_right(&last) {
                    return last;
                }
            }
        }
    }

    /// The next news.
    #[track_caller]
    pub(crate) fn next(&mut self) -> Value {
        self.until(|_| true)
    }
}
