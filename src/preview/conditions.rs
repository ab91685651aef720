//! What a browser has already, and which part of a file it wants: RFC 9110, sections 13 and 14.

use std::ops::Range;

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

/// What part of a file is asked for.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Part {
    Whole,
    Bytes(Range<usize>),
    /// None that the file has.
    Nothing,
}

/// The part of a file of this length. Several parts at once, and what cannot be understood, are the whole.
pub(super) fn part(headers: &HeaderMap, tag: &str, length: usize) -> Part {
    let same_file =
        headers.get(header::IF_RANGE).is_none_or(|value| value.as_bytes() == tag.as_bytes());
    let range = headers.get(header::RANGE).and_then(|value| value.to_str().ok());
    let Some(range) = range.filter(|_| same_file) else {
        return Part::Whole;
    };
    let Some((unit, range)) = range.split_once('=') else {
        return Part::Whole;
    };
    let Some((first, last)) = range.trim().split_once('-') else {
        return Part::Whole;
    };
    if !unit.trim().eq_ignore_ascii_case("bytes") {
        return Part::Whole;
    }
    match (number(first), number(last)) {
        (None, Some(count)) if first.is_empty() => from_end(count, length),
        (Some(start), None) if last.is_empty() => between(start, usize::MAX, length),
        (Some(start), Some(last)) if start <= last => between(start, last, length),
        _ => Part::Whole,
    }
}

/// A number too large to count is as good as the largest.
fn number(digits: &str) -> Option<usize> {
    let is_number = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
    is_number.then(|| digits.parse().unwrap_or(usize::MAX))
}

fn from_end(count: usize, length: usize) -> Part {
    let start = length.saturating_sub(count);
    if start == length { Part::Nothing } else { Part::Bytes(start..length) }
}

fn between(start: usize, last: usize, length: usize) -> Part {
    if start >= length {
        return Part::Nothing;
    }
    Part::Bytes(start..last.saturating_add(1).min(length))
}
