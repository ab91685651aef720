//! Who may use the desk: whoever has the address that was printed, from a page of the desk itself.
//!
//! Any page in the same browser can send requests to this machine. None of another origin knows the secret, and a browser
//! says in `Sec-Fetch-Site` and `Origin` whose page a request is from.

use axum::http::{HeaderMap, StatusCode, header};

/// What the addresses of the desk begin with, behind the preview's own path. It is another one at each start.
#[derive(Clone)]
pub struct Secret(String);

/// Why a request is not answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Denial {
    /// Its address has no secret, or that of an earlier run.
    WrongSecret,
    /// It would write, and is not known to be from a page of the desk.
    OtherOrigin,
}

/// The header by which a browser says from where a request comes: [Fetch
/// Metadata](https://www.w3.org/TR/fetch-metadata/#sec-fetch-site-header).
const SITE: &str = "sec-fetch-site";

impl Secret {
    /// Of random bytes, which nobody can guess.
    pub fn new(random: [u8; 16]) -> Self {
        Secret(random.iter().map(|byte| format!("{byte:02x}")).collect())
    }

    /// As it stands in addresses.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Takes as long for a guess that is right at first as for any other.
    fn is(&self, guess: &str) -> bool {
        let of_both = self.0.bytes().zip(guess.bytes());
        let differing = of_both.fold(0, |all, (one, other)| all | (one ^ other));
        guess.len() == self.0.len() && differing == 0
    }

    /// Lets those with the secret read.
    pub(super) fn may_read(&self, guess: &str) -> Result<(), Denial> {
        if self.is(guess) { Ok(()) } else { Err(Denial::WrongSecret) }
    }

    /// Lets those with the secret write that are pages of the desk.
    pub(super) fn may_write(&self, guess: &str, headers: &HeaderMap) -> Result<(), Denial> {
        self.may_read(guess)?;
        let only = |name: &str| {
            let mut values = headers.get_all(name).iter();
            let first = values.next().and_then(|value| value.to_str().ok());
            first.filter(|_| values.next().is_none())
        };
        let own = only(header::HOST.as_str()).map(|host| format!("http://{host}"));
        let is_own = own.is_some() && only(header::ORIGIN.as_str()) == own.as_deref();
        if is_own && only(SITE) == Some("same-origin") { Ok(()) } else { Err(Denial::OtherOrigin) }
    }
}

impl Denial {
    /// The status and the words that say so.
    pub(super) fn answer(self) -> (StatusCode, &'static str) {
        let words = match self {
            Denial::WrongSecret => {
                "The desk is opened by the address in the last line that `serve --edit` printed: each start has another.\n"
            }
            Denial::OtherOrigin => "Only the desk's own pages may write. Nothing was written.\n",
        };
        (StatusCode::FORBIDDEN, words)
    }
}
