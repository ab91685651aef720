//! Where the preview answers: a port of this machine.

use std::io::ErrorKind;
use std::net::{IpAddr, Ipv6Addr, TcpListener};

use letterpress::diagnostics::Shown;

use super::{Failure, Outcome};

/// How many further ports are tried, to name one that is free.
const TRIED: u16 = 100;

/// Takes a port.
pub(super) fn listen(host: &str, port: u16) -> Result<TcpListener, Failure> {
    let host = bare(host);
    let error = match TcpListener::bind((host, port)) {
        Ok(listener) => return Ok(listener),
        Err(error) => error,
    };
    let (outcome, message) = match error.kind() {
        ErrorKind::AddrInUse => (Outcome::Machine, in_use(host, port)),
        ErrorKind::PermissionDenied => {
            let message = format!("port {port} may not be used: {error}");
            (
                Outcome::Machine,
                format!("{message}\n  help: choose one over 1023, such as --port 1111"),
            )
        }
        _ => {
            let host = Shown::from(host);
            let message = format!("`{host}` is no name or number of this machine: {error}");
            (Outcome::Usage, format!("{message}\n  help: leave out --host, or use 127.0.0.1"))
        }
    };
    Err(Failure::Message(outcome, message))
}

/// The address of this machine as a browser here would write it, without a path.
pub(super) fn origin(host: &str, port: u16) -> String {
    let host = bare(host);
    match host.parse::<IpAddr>() {
        Ok(number) if number.is_unspecified() => format!("http://localhost:{port}"),
        Ok(IpAddr::V6(number)) => format!("http://[{number}]:{port}"),
        _ => format!("http://{host}:{port}"),
    }
}

/// A number of version 6 without the brackets that it has in addresses.
fn bare(host: &str) -> &str {
    let inside = host.strip_prefix('[').and_then(|host| host.strip_suffix(']'));
    inside.filter(|inside| inside.parse::<Ipv6Addr>().is_ok()).unwrap_or(host)
}

fn in_use(host: &str, port: u16) -> String {
    let further = port.saturating_add(1)..=port.saturating_add(TRIED);
    let free = further.into_iter().find(|port| TcpListener::bind((host, *port)).is_ok());
    match free {
        Some(free) => {
            format!("port {port} is in use; {free} is free: use --port {free}")
        }
        None => format!("port {port} is in use; --port 0 takes any that is free"),
    }
}
