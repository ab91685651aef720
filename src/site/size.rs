//! How large a site may be that a host publishes.

use crate::diagnostics::{Diagnostic, Place};

/// GitHub Pages publishes no larger site, in bytes.
const SITE_AT_MOST: u64 = 1_000_000_000;

/// From here on it is time to think of it.
const LARGE_SITE: u64 = 800_000_000;

/// What is wrong with a site of this size, in bytes: nothing up to 800 MB, a warning up to 1 GB, and an error beyond.
pub fn size_problem(bytes: u64) -> Option<Diagnostic> {
    let megabytes = bytes.div_ceil(1_000_000);
    if bytes > SITE_AT_MOST {
        let message =
            format!("the site is {megabytes} MB large, and GitHub Pages publishes 1 GB at most");
        let problem = Diagnostic::error("site-too-large", Place::Nowhere, message);
        return Some(problem.help("publish large files elsewhere, and link to them"));
    }
    (bytes > LARGE_SITE).then(|| {
        let message =
            format!("the site is {megabytes} MB large; GitHub Pages publishes 1 GB at most");
        Diagnostic::warning("large-site", Place::Nowhere, message)
            .help("make pictures and PDFs smaller, or publish them elsewhere")
    })
}
