//! The program's desk, running, and what a browser with its page open asks it.

use std::io::{ErrorKind, Read, Write};
use std::net::{Shutdown, TcpStream};
use std::ops::Deref;
use std::path::Path;
use std::time::Duration;

use serde_json::{Value as Json, json};
use url::form_urlencoded;
use xxhash_rust::xxh3::xxh3_128;

use crate::preview_server::Served;

/// Longer than any answer takes.
const PATIENCE: Duration = Duration::from_secs(60);

/// A desk that ends when it is dropped.
pub(super) struct Desk {
    pub(super) served: Served,
    address: Address,
}

/// Where a desk is, for pages on any thread.
pub(super) struct Address {
    /// `127.0.0.1:40321`
    host: String,
    /// The path of its first page: `/_letterpress/desk/…/`.
    pub(super) root: String,
}

/// A request as bytes, put together header by header.
#[derive(Clone)]
pub(super) struct Request {
    method: String,
    path: String,
    headers: Vec<(String, String)>,
    body: Vec<u8>,
}

/// What came back.
#[derive(Debug)]
pub(super) struct Answer {
    pub(super) status: u16,
    /// In lower case, each line with its end.
    pub(super) headers: String,
    pub(super) body: String,
}

/// What a page is told of a step.
#[derive(Debug)]
pub(super) struct Told {
    pub(super) status: u16,
    pub(super) is_conflict: bool,
    pub(super) error: Option<String>,
    /// The page as it is then.
    pub(super) html: String,
}

impl Desk {
    /// Starts the desk of a site's folder.
    pub(super) fn open(folder: &Path) -> Self {
        let served = Served::start(folder, &["--edit", "--quiet"]);
        let line = served.line("Desk, for whoever has this address: ");
        let (_, address) = line.split_once("http://").expect("an address");
        let path = address.find('/').expect("a path");
        let (host, root) = (served.host.clone(), address[path..].to_owned());
        Desk { served, address: Address { host, root } }
    }
}

impl Deref for Desk {
    type Target = Address;

    fn deref(&self) -> &Address {
        &self.address
    }
}

impl Address {
    /// The part of its addresses that nobody can guess.
    pub(super) fn secret(&self) -> &str {
        self.root.trim_end_matches('/').rsplit('/').next().expect("a part")
    }

    /// The page's own request for a path below the desk's.
    pub(super) fn request(&self, method: &str, path: &str, body: impl Into<Vec<u8>>) -> Request {
        let host = &self.host;
        let request = Request::new(method, &format!("{}{path}", self.root), host, body.into());
        match method {
            "GET" | "HEAD" => request,
            _ => request
                .with("Origin", &format!("http://{host}"))
                .with("Sec-Fetch-Site", "same-origin"),
        }
    }

    /// Opens a page.
    pub(super) fn get(&self, path: &str) -> Answer {
        self.send(&self.request("GET", path, ""))
    }

    /// Opens the page of a file.
    pub(super) fn open_file(&self, file: &str, tab: &str) -> Answer {
        self.get(&format!("{}&tab={tab}", of_file("file", file)))
    }

    /// Sends a request.
    pub(super) fn send(&self, request: &Request) -> Answer {
        request.send(&self.host).expect("it answers")
    }

    /// Makes a step of an editor, on the page that shows the text with this fingerprint.
    pub(super) fn step(&self, file: &str, base: &str, act: &Json) -> Told {
        let body = json!({"base": base, "act": act}).to_string();
        let answer = self.send(&self.request("POST", &of_file("edit", file), body));
        let told: Json = serde_json::from_str(&answer.body)
            .unwrap_or_else(|error| panic!("{act}: {error}: {answer:?}"));
        let text = |key: &str| told[key].as_str().map(str::to_owned);
        Told {
            status: answer.status,
            is_conflict: told["conflict"] == true,
            error: text("error"),
            html: text("html").unwrap_or_default(),
        }
    }
}

/// A path with the file that is meant: `edit?file=…`.
pub(super) fn of_file(path: &str, file: &str) -> String {
    let query = form_urlencoded::Serializer::new(String::new()).append_pair("file", file).finish();
    format!("{path}?{query}")
}

/// What a page names the text by that it shows.
pub(super) fn fingerprint(text: &str) -> String {
    format!("{:032x}", xxh3_128(text.as_bytes()))
}

/// The fingerprint that a page says it shows.
#[track_caller]
pub(super) fn version(html: &str) -> &str {
    let (_, rest) = html.split_once("data-version=\"").unwrap_or_else(|| panic!("no page: {html}"));
    rest.split('"').next().expect("an end")
}

impl Request {
    pub(super) fn new(method: &str, path: &str, host: &str, body: Vec<u8>) -> Self {
        let request =
            Request { method: method.into(), path: path.into(), headers: Vec::new(), body };
        request.with("Host", host)
    }

    /// With a header in the place of all of that name.
    pub(super) fn with(self, name: &str, value: &str) -> Self {
        self.without(name).and(name, value)
    }

    /// With a header more.
    pub(super) fn and(mut self, name: &str, value: &str) -> Self {
        self.headers.push((name.into(), value.into()));
        self
    }

    pub(super) fn without(mut self, name: &str) -> Self {
        self.headers.retain(|(known, _)| known != name);
        self
    }

    /// With another path, from the first slash on.
    pub(super) fn at(self, path: &str) -> Self {
        Request { path: path.into(), ..self }
    }

    /// Everything above the body.
    pub(super) fn head(&self) -> String {
        let Request { method, path, headers, body } = self;
        let headers: String =
            headers.iter().map(|(name, it)| format!("{name}: {it}\r\n")).collect();
        let length = match method.as_str() {
            "GET" | "HEAD" | "OPTIONS" => String::new(),
            _ => format!("Content-Length: {}\r\n", body.len()),
        };
        format!("{method} {path} HTTP/1.1\r\n{headers}{length}Connection: close\r\n\r\n")
    }

    /// Sends it over a connection of its own. Whoever refuses a large body need not read all of it.
    pub(super) fn send(&self, host: &str) -> std::io::Result<Answer> {
        let mut stream = TcpStream::connect(host)?;
        stream.set_nodelay(true)?;
        self.write_to(&mut stream)?;
        answer(stream)
    }

    /// Writes it, as far as somebody reads it.
    pub(super) fn write_to(&self, stream: &mut TcpStream) -> std::io::Result<()> {
        stream.write_all(self.head().as_bytes())?;
        match stream.write_all(&self.body) {
            Err(error) if is_cut(error.kind()) => Ok(()),
            done => done,
        }
    }
}

/// Reads what comes back, up to the end of the connection.
pub(super) fn answer(mut stream: TcpStream) -> std::io::Result<Answer> {
    stream.set_read_timeout(Some(PATIENCE))?;
    let mut bytes = Vec::new();
    match stream.read_to_end(&mut bytes) {
        Err(error) if !is_cut(error.kind()) || bytes.is_empty() => return Err(error),
        _ => {}
    }
    let _ = stream.shutdown(Shutdown::Both);
    let text = String::from_utf8_lossy(&bytes).into_owned();
    let (headers, body) = text.split_once("\r\n\r\n").ok_or(ErrorKind::UnexpectedEof)?;
    let status = headers.split(' ').nth(1).and_then(|code| code.parse().ok());
    Ok(Answer {
        status: status.ok_or(ErrorKind::InvalidData)?,
        headers: format!("{}\r\n", headers.to_lowercase()),
        body: body.to_owned(),
    })
}

fn is_cut(kind: ErrorKind) -> bool {
    matches!(
        kind,
        ErrorKind::BrokenPipe | ErrorKind::ConnectionReset | ErrorKind::ConnectionAborted
    )
}
