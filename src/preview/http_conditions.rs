//! What a browser has already: conditional requests, as in RFC 9110, section 13.

use axum::http::{HeaderMap, header};
use xxhash_rust::xxh3::xxh3_128;

/// A strong validator: the same tag means the same bytes.
pub(super) fn tag(bytes: &[u8]) -> String {
    format!("\"{:032x}\"", xxh3_128(bytes))
}

/// Whether the browser has these bytes already.
pub(super) fn is_known(headers: &HeaderMap, tag: &str) -> bool {
    let known =
        headers.get_all(header::IF_NONE_MATCH).iter().filter_map(|value| value.to_str().ok());
    let weakly = |one: &str| one.strip_prefix("W/").unwrap_or(one) == tag;
    known.flat_map(|value| value.split(',')).map(str::trim).any(|one| one == "*" || weakly(one))
}
