//! From an act on a page to a file that is written: over what the page has shown, or over what nobody else has changed.

use std::sync::PoisonError;

use serde::Deserialize;

use super::act::{self, Act};
use super::act_error::ActError;
use super::conflict::means_the_same;
use super::history::fingerprint;
use super::path::ContentPath;
use super::suggest::Suggester;
use super::{Desk, StoreError};
use crate::edit::{self, Refusal};
use crate::site::Site;

/// What a page sends.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Request {
    /// The fingerprint of the text that it shows.
    pub(super) base: String,
    pub(super) act: Act,
}

/// Why nothing is written.
#[derive(Debug, thiserror::Error)]
pub(super) enum Unwritten {
    /// What the act is on is another by now.
    #[error("another program has changed this in the file")]
    Conflict,
    #[error("there is nothing to take back")]
    NothingToUndo,
    #[error(transparent)]
    Act(#[from] ActError),
    #[error(transparent)]
    Refused(#[from] Refusal),
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// Writes what an act makes of a file; gives what the file holds then.
pub(super) fn write(
    desk: &Desk,
    path: &ContentPath,
    request: &Request,
) -> Result<String, Unwritten> {
    let Request { base, act } = request;
    let _writing = desk.writing.lock().unwrap_or_else(PoisonError::into_inner);
    let now = desk.store.read(path.as_str())?;
    if let Act::Undo = act {
        return undo(desk, path, &now);
    }
    let next = next(desk, path, base, act, &now)?;
    if next != now {
        put(desk, path, &now, &next)?;
        desk.history.push(path.as_str(), &now, &next);
    }
    Ok(next)
}

/// What a file would hold after an act.
pub(super) fn next(
    desk: &Desk,
    path: &ContentPath,
    base: &str,
    act: &Act,
    now: &str,
) -> Result<String, Unwritten> {
    let is_shown = fingerprint(now) == base;
    if let Act::File { text } = act {
        return if is_shown { Ok(with_ends_of(now, text)) } else { Err(Unwritten::Conflict) };
    }
    let values = edit::values(now)?;
    if !is_shown {
        let shown = desk.history.shown(path.as_str(), base).ok_or(Unwritten::Conflict)?;
        let is_body = matches!(act, Act::Body { .. });
        let is_same = match is_body {
            true => edit::body(&shown) == edit::body(now),
            false => edit::values(&shown).is_ok_and(|shown| means_the_same(act, &shown, &values)),
        };
        if !is_same {
            return Err(Unwritten::Conflict);
        }
    }
    let site = site(desk, path, act, now)?;
    let letters = site.archive().letters.iter();
    let mut letters = letters.filter(|letter| letter.source.path == path.as_str());
    let letter_text = letters.next().and_then(|letter| letter.text.known());
    let suggester = Suggester { archive: site.archive(), letter_text };
    match act::changes(act, path.kind(), &values, &suggester)? {
        Some(changes) => Ok(edit::edited(now, path.kind(), &changes)?),
        None => Ok(now.to_owned()),
    }
}

/// The site that suggestions are made from. The one that is shown may not have the letter yet.
fn site(
    desk: &Desk,
    path: &ContentPath,
    act: &Act,
    now: &str,
) -> Result<std::sync::Arc<Site>, StoreError> {
    match act {
        Act::Claim { .. } | Act::Finding { .. } => Ok(desk.store.suppose(path.as_str(), now)?.0),
        _ => Ok(std::sync::Arc::clone(desk.preview.shown().site())),
    }
}

fn undo(desk: &Desk, path: &ContentPath, now: &str) -> Result<String, Unwritten> {
    let step = desk.history.last(path.as_str()).ok_or(Unwritten::NothingToUndo)?;
    if *step.after != *now {
        return Err(Unwritten::Conflict);
    }
    put(desk, path, now, &step.before)?;
    desk.history.pop(path.as_str(), &step);
    Ok(step.before.to_string())
}

/// A file that was changed since it was read is another program's.
fn put(desk: &Desk, path: &ContentPath, before: &str, after: &str) -> Result<(), Unwritten> {
    desk.store.replace(path.as_str(), before, after).map_err(|error| match error {
        StoreError::Changed => Unwritten::Conflict,
        other => other.into(),
    })
}

/// A text out of a browser, where lines end as the file's do.
fn with_ends_of(file: &str, text: &str) -> String {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let is_of_windows = file.contains("\r\n") && !file.replace("\r\n", "").contains('\n');
    let text = if is_of_windows { text.replace('\n', "\r\n") } else { text };
    let mark = '\u{feff}';
    match (file.starts_with(mark), text.starts_with(mark)) {
        (true, false) => format!("{mark}{text}"),
        _ => text,
    }
}
