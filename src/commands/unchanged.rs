//! A build that need not make anything, as the last one was given the same and nobody has touched the site since.

use std::{env, fs, io};

use letterpress::diagnostics::Report;
use letterpress::publish::{Output, Published, Request};
use letterpress::{Folder, LoadError, rules};
use xxhash_rust::xxh3::xxh3_128;

/// How many problems are noted at most. A site with more is made again each time.
const PROBLEMS_AT_MOST: usize = 20_000;

/// What a build is given, as one number.
#[derive(Clone, Copy)]
pub(super) struct Given(Option<u128>);

/// What there is to tell of a build that made nothing.
pub(super) struct Unchanged {
    pub(super) published: Published,
    /// What the site is made of, in words.
    pub(super) contents: String,
    pub(super) report: Report,
}

impl Given {
    /// What a folder holds, and the program itself. One that cannot be seen is never the same.
    pub(super) fn new(folder: &mut Folder) -> Result<Self, LoadError> {
        let content = folder.fingerprint()?;
        let both = |program| xxh3_128(format!("{content:032x} {program}").as_bytes());
        Ok(Given(program().map(both).ok()))
    }

    /// The last build, if it was given the same. Its problems are told again.
    pub(super) fn last(self, folder: &Folder, request: &Request<'_>) -> Option<Unchanged> {
        let (published, words) = Output::unchanged(request, self.0?)?;
        let (contents, problems) = words.split_once('\n')?;
        let codes: Vec<&'static str> = rules().iter().map(|rule| rule.code).collect();
        let report = Report::from_lines(problems, &codes, |path| folder.text(path))?;
        Some(Unchanged { published, contents: contents.to_owned(), report })
    }

    /// Notes for the next build what this one was given and came to.
    pub(super) fn note(self, output: &Output, built: &Published, contents: &str, report: &Report) {
        if let Some(given) = self.0
            && report.diagnostics().len() <= PROBLEMS_AT_MOST
        {
            output.note(given, built, &format!("{contents}\n{}", report.to_lines()));
        }
    }
}

/// Which program this is. While it is worked on, its version stays and its file does not.
fn program() -> io::Result<String> {
    let file = fs::metadata(env::current_exe()?)?;
    let version = env!("CARGO_PKG_VERSION");
    Ok(format!("{version} {} {:?}", file.len(), file.modified()?))
}
