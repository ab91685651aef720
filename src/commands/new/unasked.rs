//! New files for a page of the desk, which can be asked nothing at the terminal.

use std::path::Path;

use super::{authority, topic, values};
use crate::commands::failure::Failure;

/// Makes an authority's file; gives its path.
pub(in crate::commands) fn make_authority(root: &Path, name: &str) -> Result<String, Failure> {
    authority::make_unasked(root, &values::name(name).map_err(Failure::usage)?)
}

/// Makes a topic's file; gives its path.
pub(in crate::commands) fn make_topic(
    root: &Path,
    title: &str,
    group: &str,
) -> Result<String, Failure> {
    topic::make_unasked(root, &values::name(title).map_err(Failure::usage)?, group)
}
