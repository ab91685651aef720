//! Asks a server on this machine, over connections that stay open.

use std::io::{self, BufRead, BufReader, ErrorKind, Read, Write};
use std::net::TcpStream;
use std::time::Duration;

/// Longer than any answer takes.
const PATIENCE: Duration = Duration::from_secs(60);

/// A connection that one request after another goes over.
pub(crate) struct Connection {
    stream: BufReader<TcpStream>,
    host: String,
}

/// What a server answered.
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) body: Vec<u8>,
}

impl Connection {
    /// Connects to a host and port, such as `127.0.0.1:8000`.
    pub(crate) fn open(host: &str) -> io::Result<Self> {
        let stream = TcpStream::connect(host)?;
        stream.set_nodelay(true)?;
        stream.set_read_timeout(Some(PATIENCE))?;
        Ok(Connection { stream: BufReader::new(stream), host: host.to_owned() })
    }

    /// What stands at a path, for a client that says that it accepts such a type.
    pub(crate) fn get(&mut self, path: &str, accept: &str) -> io::Result<Answer> {
        self.ask(path, accept)?;
        let (status, length) = self.head()?;
        let body = match length {
            Length::Bytes(length) => self.exactly(length)?,
            Length::Chunks => self.chunks()?,
            Length::ToTheEnd => {
                let mut body = Vec::new();
                self.stream.read_to_end(&mut body)?;
                body
            }
        };
        Ok(Answer { status, body })
    }

    fn ask(&mut self, path: &str, accept: &str) -> io::Result<()> {
        let host = &self.host;
        let request = format!("GET {path} HTTP/1.1\r\nHost: {host}\r\nAccept: {accept}\r\n\r\n");
        self.stream.get_mut().write_all(request.as_bytes())
    }

    /// The status, and what follows the headers.
    fn head(&mut self) -> io::Result<(u16, Length)> {
        let first = self.line()?;
        let status = first.split(' ').nth(1).and_then(|status| status.parse().ok());
        let status = status.ok_or_else(|| wrong(&first))?;
        let mut length = Length::ToTheEnd;
        loop {
            let line = self.line()?.to_ascii_lowercase();
            let Some((name, value)) = line.split_once(':') else { return Ok((status, length)) };
            match name {
                "content-length" => {
                    length = Length::Bytes(value.trim().parse().map_err(|_| wrong(&line))?);
                }
                "transfer-encoding" => length = Length::Chunks,
                _ => {}
            }
        }
    }

    fn chunks(&mut self) -> io::Result<Vec<u8>> {
        let mut body = Vec::new();
        loop {
            let size = self.line()?;
            let size = usize::from_str_radix(&size, 16).map_err(|_| wrong(&size))?;
            body.extend(self.exactly(size)?);
            self.line()?;
            if size == 0 {
                return Ok(body);
            }
        }
    }

    fn exactly(&mut self, length: usize) -> io::Result<Vec<u8>> {
        let mut body = vec![0; length];
        self.stream.read_exact(&mut body)?;
        Ok(body)
    }

    /// A line without its end.
    fn line(&mut self) -> io::Result<String> {
        let mut line = String::new();
        match self.stream.read_line(&mut line)? {
            0 => Err(ErrorKind::UnexpectedEof.into()),
            _ => Ok(line.trim_end().to_owned()),
        }
    }
}

/// How far a body goes.
enum Length {
    Bytes(usize),
    Chunks,
    ToTheEnd,
}

fn wrong(line: &str) -> io::Error {
    io::Error::new(ErrorKind::InvalidData, format!("not HTTP: {line}"))
}
