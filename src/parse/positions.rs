//! Where values of front matter stand: found only when asked for, so that a file without problems does
//! not pay for it.

use std::cell::RefCell;
use std::ops::Range;
use std::sync::Arc;

use super::document;
use super::yaml::{self, At, Node};
use crate::diagnostics::{Place, SourceText};

thread_local! {
    /// The tree of the file asked for last. Problems come file by file, and some files have very many.
    static LAST: RefCell<Option<(Arc<SourceText>, Option<Node>)>> = const { RefCell::new(None) };
}

/// Where a value of the front matter stands; the first line of the file where it cannot be found.
pub(crate) fn place_of(source: &Arc<SourceText>, at: At<'_>) -> Place {
    in_tree(source, |root| yaml::locate(root, &source.text, at))
        .map_or_else(|| Place::start_of(source), |range| Place::span(source, range))
}

/// The whole of a value of the front matter, in bytes of the file; `None` where it is not there.
pub(super) fn range_of(source: &Arc<SourceText>, at: At<'_>) -> Option<Range<usize>> {
    in_tree(source, |root| yaml::range(root, at))
}

fn in_tree<T>(source: &Arc<SourceText>, find: impl FnOnce(&Node) -> Option<T>) -> Option<T> {
    LAST.with_borrow_mut(|last| {
        let is_there = last.as_ref().is_some_and(|(known, _)| Arc::ptr_eq(known, source));
        if !is_there {
            let tree = document::split(source)
                .and_then(|document| yaml::tree(&source.text, document.yaml).ok());
            *last = Some((Arc::clone(source), tree));
        }
        last.as_ref().and_then(|(_, tree)| tree.as_ref()).and_then(find)
    })
}
