//! One page of each kind, made to see whether the theme can.

use std::io::{self, Write};
use std::mem::{Discriminant, discriminant};

use crate::diagnostics::Report;
use crate::plan::{FileKind, PageKind, Route, Target};
use crate::render::RenderError;
use crate::site::Site;

/// Of which kind a page or file is, whatever it is about.
#[derive(PartialEq)]
enum PageSample {
    Page(Discriminant<PageKind>),
    File(Discriminant<FileKind>),
}

impl PageSample {
    fn of(target: &Target) -> Self {
        match target {
            Target::Page(kind) => PageSample::Page(discriminant(kind)),
            Target::File(kind) => PageSample::File(discriminant(kind)),
        }
    }
}

/// Makes one page of each kind, and every file of the theme. What the theme cannot make is reported.
///
/// A page is made by `write`, as [`Site::write`] would.
pub fn try_kinds(
    site: &Site,
    write: impl Fn(&Route, &mut dyn Write) -> Result<(), RenderError>,
) -> Report {
    let mut seen: Vec<PageSample> = Vec::new();
    let mut problems = Vec::new();
    for (route, target) in site.plan().routes() {
        let is_of_theme = matches!(target, Target::File(FileKind::Theme(_)));
        let kind = PageSample::of(target);
        let is_new = !seen.contains(&kind);
        if target.has_template() && (is_new || is_of_theme) {
            seen.push(kind);
            match write(route, &mut io::sink()) {
                // What is written is not kept, and so never refused.
                Ok(()) | Err(RenderError::Write(_)) => {}
                Err(RenderError::Page(problem) | RenderError::Excess(problem)) => {
                    problems.push(problem);
                }
                Err(RenderError::Machine(error)) => problems.push((&error).into()),
            }
        }
    }
    problems.into_iter().collect()
}
