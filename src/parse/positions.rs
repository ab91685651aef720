//! Where values of front matter stand: found only when asked for, so that a file without problems does
//! not pay for it.

use std::ops::Range;
use std::sync::Arc;

use super::{document, yaml};
use crate::diagnostics::{At, Node, Place, SourceText};

/// Where a value of the front matter stands; the first line of the file where it cannot be found.
pub(crate) fn place_of(source: &Arc<SourceText>, at: At<'_>) -> Place {
    tree(source)
        .and_then(|root| root.locate(&source.text, at))
        .map_or_else(|| Place::start_of(source), |range| Place::span(source, range))
}

/// The whole of a value of the front matter, in bytes of the file; `None` where it is not there.
pub(super) fn range_of(source: &SourceText, at: At<'_>) -> Option<Range<usize>> {
    tree(source)?.get(at).map(|node| node.range.clone())
}

fn tree(source: &SourceText) -> Option<&Node> {
    source.values(|| {
        let document = document::split(source)?;
        yaml::read(&source.text, &document.yaml).ok().map(|document| document.root)
    })
}
