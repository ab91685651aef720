//! Reading a file's front matter into a raw struct: by serde alone where it fits, and otherwise once
//! more through a tree, to say everything that is wrong with it and where.

mod file;
mod problems;

use std::ops::Range;
use std::sync::Arc;

use serde::de::DeserializeOwned;

use super::document::{self, Document};
use super::fences;
pub(super) use super::refused::Refused;
use super::schema::{self, FrontMatter};
use super::yaml::explain::{self, Reading};
use super::yaml::{self, Unreadable, limits, unwanted};
use crate::diagnostics::{Diagnostic, SourceText};
use file::File;
use problems::slip;

/// A file whose front matter was read, all of it or what fits.
pub(super) struct Read<T> {
    pub(super) raw: T,
    /// Where the body is.
    pub(super) body: Range<usize>,
    pub(super) refused: Refused,
}

/// Reads the front matter of a kind of file. `None` where there is nothing to go on with.
pub(super) fn read<T: DeserializeOwned>(
    source: &Arc<SourceText>,
    kind: FrontMatter,
    problems: &mut Vec<Diagnostic>,
) -> Option<Read<T>> {
    let Some(Document { yaml, body }) = document::split(source) else {
        return read_without_fence(source, kind, problems);
    };
    let text = &source.text[yaml.clone()];
    let file = File { source, kind, yaml: yaml.clone(), body };
    let mut tree = None;
    let has_to_be_good = !limits::is_surely_small(text) || unwanted::may_be_in(text);
    if has_to_be_good || may_cut_off(text) {
        match yaml::read(&source.text, &yaml) {
            Ok(read) => tree = Some(read),
            // What this reader does not see, the other may.
            Err(Unreadable::Syntax(_)) if !has_to_be_good => {}
            Err(reason) => return file.read_unreadable(reason, problems),
        }
    }
    match serde_yaml::from_str(text) {
        Ok(raw) => {
            let is_doubtful = explain::may_be_misread(text);
            let slips = if is_doubtful { file.slips(Reading::Misfit) } else { Vec::new() };
            if !slips.is_empty() {
                return file.read_mended(Reading::Misfit, slips, None, problems);
            }
            tree.into_iter().for_each(|tree| file.tell_of(tree, problems));
            Some(Read { raw, body: file.body, refused: Refused::default() })
        }
        Err(error) => file.read_what_fits(tree, &error, problems),
    }
}

/// Reads a file in which one of the two fences is missing, where it is clear which and where it belongs.
fn read_without_fence<T: DeserializeOwned>(
    source: &Arc<SourceText>,
    kind: FrontMatter,
    problems: &mut Vec<Diagnostic>,
) -> Option<Read<T>> {
    let Some((yaml, body, mistake)) = explain::without_fence(&source.text, schema::of(kind)) else {
        problems.push(fences::missing(source, kind));
        return None;
    };
    problems.push(slip(source, mistake));
    File { source, kind, yaml, body }.read_between(problems)
}

/// Whether a ` #` may cut a text off.
fn may_cut_off(yaml: &str) -> bool {
    yaml.contains(" #")
}
