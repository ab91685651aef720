//! A build that need not make anything, as the last one was given the same and nobody has touched the site since.

use std::fs::{self, Metadata};
use std::{env, io};

use letterpress::diagnostics::Report;
use letterpress::parse::ParseCache;
use letterpress::publish::{Output, Published, Request};
use letterpress::render::{MadeFrom, MadeOf};
use letterpress::site::Done;
use letterpress::{Folder, LoadError, Site, rules};
use xxhash_rust::xxh3::xxh3_128;

/// What a build is given.
#[derive(Clone, Copy)]
pub(super) struct BuildInputs(Option<KnownInputs>);

/// That, where the program can be seen.
#[derive(Clone, Copy)]
struct KnownInputs {
    program: u128,
    made_from: MadeFrom,
}

/// What there is to tell of a build that made nothing.
pub(super) struct Unchanged {
    pub(super) published: Published,
    /// What the site is made of, in words.
    pub(super) contents: String,
    pub(super) report: Report,
}

impl BuildInputs {
    /// What a folder holds, and the program itself. One that cannot be seen is never the same.
    pub(super) fn new(folder: &mut Folder, tell: &mut dyn FnMut(Done)) -> Result<Self, LoadError> {
        let MadeFrom { setup, all } = folder.made_from(tell)?;
        let known = |program: String| {
            let with = |number| xxh3_128(format!("{number:032x} {program}").as_bytes());
            let made_from = MadeFrom { setup: with(setup), all: with(all) };
            KnownInputs { program: xxh3_128(program.as_bytes()), made_from }
        };
        Ok(BuildInputs(program().map(known).ok()))
    }

    /// The letters that this program parsed for the last build.
    pub(super) fn cache(self, request: &Request<'_>) -> Option<ParseCache> {
        self.0.map(|known| ParseCache::new(known.program, Output::cache(request)))
    }

    /// What each address is made of, where the program can be seen.
    pub(super) fn made_of(self, site: &Site) -> Option<MadeOf<'_>> {
        self.0.map(|known| site.made_of(known.made_from))
    }

    /// The last build, if it was given the same. Its problems are told again.
    pub(super) fn last(self, folder: &Folder, request: &Request<'_>) -> Option<Unchanged> {
        let (published, words) = Output::unchanged(request, self.0?.made_from.all)?;
        let (contents, problems) = words.split_once('\n')?;
        let report = Report::from_lines(problems, &rules::all(), |path| folder.text(path))?;
        Some(Unchanged { published, contents: contents.to_owned(), report })
    }

    /// Notes for the next build what this one was given and came to.
    pub(super) fn note(self, output: &Output, built: &Published, contents: &str, report: &Report) {
        if let Some(KnownInputs { made_from, .. }) = self.0 {
            output.note(made_from.all, built, &format!("{contents}\n{}", report.to_lines()));
        }
    }
}

/// Which program this is. While it is worked on, its version stays and its file does not; some who build programs give
/// all their files one time, and then each has a number of its own.
fn program() -> io::Result<String> {
    let path = env::current_exe()?;
    let file = fs::metadata(&path)?;
    let version = env!("CARGO_PKG_VERSION");
    Ok(format!("{version} {path:?} {} {:?} {:?}", file.len(), file.modified()?, number(&file)))
}

#[cfg(unix)]
fn number(file: &Metadata) -> (u64, u64, i64, i64) {
    use std::os::unix::fs::MetadataExt;
    (file.dev(), file.ino(), file.ctime(), file.ctime_nsec())
}

#[cfg(not(unix))]
fn number(_file: &Metadata) {}
