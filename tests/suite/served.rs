//! `letterpress serve` on a folder: started, listened to and ended.

use std::io::{BufRead, BufReader, Write};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, ChildStderr, Command, Stdio};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;
use std::time::{Duration, Instant};

use serde_json::Value;

use crate::http::Connection;

/// Longer than the server takes for anything in these tests, on a busy machine too.
const PATIENCE: Duration = Duration::from_secs(20);

/// A running server; it ends when this is dropped.
pub(crate) struct Served {
    process: Child,
    address: Address,
    news: Receiver<Value>,
}

/// Where a site is served: `http://127.0.0.1:8000/letters/`.
pub(crate) struct Address(String);

impl Served {
    /// Starts the server on a site, and listens to what it tells open pages.
    pub(crate) fn start(root: &Path) -> Self {
        let mut program = Command::new(env!("CARGO_BIN_EXE_letterpress"));
        program.args(["serve", "--port", "0", "--root"]).arg(root);
        let mut process = program.stderr(Stdio::piped()).spawn().expect("the program starts");
        let said = BufReader::new(process.stderr.take().expect("what it says"));
        let address = address(said);
        let (sender, news) = channel();
        let served = Served { process, address, news };
        let host = served.address.host();
        let mut events = TcpStream::connect(host).expect("a connection");
        // In the older version of HTTP, what follows the headers has no marks of its own.
        let request = format!("GET /_letterpress/events HTTP/1.0\r\nHost: {host}\r\n\r\n");
        events.write_all(request.as_bytes()).expect("a question");
        thread::spawn(move || pass_on(events, &sender));
        served
    }

    /// Where the site is.
    pub(crate) fn address(&self) -> &Address {
        &self.address
    }

    /// The next news that these words are true of.
    #[track_caller]
    pub(crate) fn news_that(&self, what: &str, is_it: impl Fn(&Value) -> bool) -> Value {
        let until = Instant::now() + PATIENCE;
        let mut last = Value::Null;
        loop {
            match self.news.recv_timeout(until.saturating_duration_since(Instant::now())) {
                Ok(news) if is_it(&news) => return news,
                Ok(news) => last = news,
                Err(error) => panic!("no news that {what}: {error}; the last was {last:#}"),
            }
        }
    }
}

impl Address {
    /// The whole of it.
    pub(crate) fn as_str(&self) -> &str {
        &self.0
    }

    /// A connection to ask for pages over.
    pub(crate) fn connect(&self) -> Connection {
        Connection::open(self.host()).expect("a connection")
    }

    /// The path of one of the site's own addresses, which begin with a slash.
    pub(crate) fn path(&self, route: &str) -> String {
        let (_, base) = self.split();
        format!("{base}{}", route.trim_start_matches('/'))
    }

    fn host(&self) -> &str {
        self.split().0
    }

    fn split(&self) -> (&str, &str) {
        let rest = self.0.strip_prefix("http://").expect("an address");
        rest.split_at(rest.find('/').expect("a path"))
    }
}

impl Drop for Served {
    fn drop(&mut self) {
        // It has ended already where either fails.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// The address that the program says it is at. What else it says is read and left.
fn address(said: BufReader<ChildStderr>) -> Address {
    let mut lines = said.lines().map_while(Result::ok);
    let mut heard = String::new();
    let address = lines.by_ref().find_map(|line| {
        heard += &format!("{line}\n");
        line.split_whitespace().find(|word| word.starts_with("http://")).map(str::to_owned)
    });
    thread::spawn(move || lines.for_each(drop));
    Address(address.unwrap_or_else(|| panic!("the server does not start: {heard}")))
}

fn pass_on(events: TcpStream, sender: &Sender<Value>) {
    for line in BufReader::new(events).lines().map_while(Result::ok) {
        if let Some(data) = line.strip_prefix("data:") {
            let news = serde_json::from_str(data).expect("JSON");
            if sender.send(news).is_err() {
                return;
            }
        }
    }
}
