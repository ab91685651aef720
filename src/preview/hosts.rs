//! Which names the preview answers to, so that no stranger's page reads it under a name of its own.
//!
//! A page elsewhere may let its own name lead to this machine ('DNS rebinding'), and would then read the
//! preview as a part of itself. A browser says in `Host` which name it asked for.

use std::net::IpAddr;

use axum::body::Bytes;
use axum::http::uri::Authority;
use axum::http::{Request, Response, StatusCode, Version, header};

use super::response::plain;

/// The names, besides those that always mean a machine itself: numbers and `localhost`.
#[derive(Debug, Clone, Default)]
pub struct Hosts {
    names: Vec<String>,
}

impl Hosts {
    /// Names without a port.
    pub fn new(names: impl IntoIterator<Item = String>) -> Self {
        Hosts { names: names.into_iter().map(|name| name.to_ascii_lowercase()).collect() }
    }

    /// Says no to a request for a name that is not ours.
    pub fn refuse<B>(&self, request: &Request<B>) -> Option<Response<Bytes>> {
        let mut hosts = request.headers().get_all(header::HOST).iter();
        let first = hosts.next();
        if hosts.next().is_some() {
            return Some(unclear());
        }
        let named = match first.map(|host| host.to_str().ok().and_then(authority)) {
            Some(Some(host)) => Some(host),
            Some(None) => return Some(unclear()),
            None if request.version() > Version::HTTP_10 => return Some(unclear()),
            None => None,
        };
        let asked = request.uri().authority().cloned();
        let is_ours = named.iter().chain(&asked).all(|host| self.is_ours(host.host()));
        (!is_ours).then(foreign)
    }

    fn is_ours(&self, host: &str) -> bool {
        let host = host.trim_end_matches('.').to_ascii_lowercase();
        let number = host.strip_prefix('[').and_then(|host| host.strip_suffix(']'));
        number.unwrap_or(&host).parse::<IpAddr>().is_ok()
            || host == "localhost"
            || host.ends_with(".localhost")
            || self.names.contains(&host)
    }
}

/// A name with or without a port, and nothing else.
fn authority(text: &str) -> Option<Authority> {
    text.parse().ok().filter(|_| !text.contains('@') && !text.is_empty())
}

fn unclear() -> Response<Bytes> {
    plain(StatusCode::BAD_REQUEST, "The request does not say which host it is for.\n")
}

fn foreign() -> Response<Bytes> {
    let words = "The preview does not answer to this name, as any page could lead a name of its own here.\n\
                 Open it under localhost, or start it with the address that you use: --base-url http://NAME:PORT/\n";
    plain(StatusCode::FORBIDDEN, words)
}
