//! Why a link of the content leads nowhere, and what to do about it.

use std::fmt;

use crate::diagnostics::question;

/// Why a link leads nowhere.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LinkProblem {
    /// There is no such file or page. With where it was looked for.
    NoSuchPlace(String),
    /// There is no such file or page, but there is this, which may have been meant.
    Misspelt(String),
    /// The file has no such heading or finding. With what may have been meant.
    NoSuchAnchor(String, Option<String>),
    /// It is a draft, in this file.
    Draft(String),
    /// A scheme that pages may not use.
    UnsafeScheme(String),
}

impl fmt::Display for LinkProblem {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            LinkProblem::NoSuchPlace(_) | LinkProblem::Misspelt(_) => {
                formatter.write_str("it leads to nothing")
            }
            LinkProblem::NoSuchAnchor(anchor, _) => {
                write!(formatter, "there is no heading and no finding `#{anchor}`")
            }
            LinkProblem::Draft(_) => {
                formatter.write_str("it leads to a draft, which is not published")
            }
            LinkProblem::UnsafeScheme(scheme) => {
                write!(formatter, "addresses that begin with `{scheme}` are not let through")
            }
        }
    }
}

impl std::error::Error for LinkProblem {}

impl LinkProblem {
    /// What to do about it.
    pub fn help(&self) -> String {
        match self {
            LinkProblem::NoSuchPlace(help) | LinkProblem::NoSuchAnchor(_, Some(help)) => {
                help.clone()
            }
            LinkProblem::Misspelt(meant) => question(meant),
            LinkProblem::NoSuchAnchor(..) => {
                "use the id of a finding, or the words of a heading joined by hyphens".to_owned()
            }
            LinkProblem::Draft(file) => format!(
                "`{file}` is a draft: take its `draft: true` out, or the link until then; `--drafts` shows both"
            ),
            LinkProblem::UnsafeScheme(_) => {
                "use `https:`, `http:`, `mailto:` or `tel:`, or link to a file".to_owned()
            }
        }
    }
}
