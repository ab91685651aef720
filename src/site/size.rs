//! How large a site may be that a host publishes.

use super::rules;
use crate::diagnostics::{Diagnostic, Place};
use crate::read::rules::SITE_TOO_LARGE;

/// What is wrong with a site of this size where its host publishes no larger one than `limit`, both in bytes: nothing
/// up to four fifths of that, a warning from there on, and an error beyond.
pub fn size_problem(bytes: u64, limit: u64) -> Option<Diagnostic> {
    let [megabytes, most] = [bytes, limit].map(|size| size.div_ceil(1_000_000));
    let message = format!("the site is {megabytes} MB large, and {most} MB are the most");
    if bytes > limit {
        let problem = SITE_TOO_LARGE.at(Place::Nowhere, message);
        return Some(problem.help(
            "publish large files elsewhere, and link to them; for a host that takes more than GitHub Pages, set \
             `size_limit` in `site.toml`",
        ));
    }
    (bytes > limit / 5 * 4).then(|| {
        rules::LARGE_SITE
            .at(Place::Nowhere, message)
            .help("make pictures and PDFs smaller, or publish them elsewhere")
    })
}
