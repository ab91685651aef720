//! Who wants which address: each is given once, and a second claim is reported.

use std::collections::hash_map::Entry;
use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use super::{Route, Target};
use crate::diagnostics::{Diagnostic, Place, SourceText};

/// The addresses given so far, and the claims that came too late.
#[derive(Default)]
pub(super) struct Claims {
    given: BTreeMap<Route, (Target, Claimant)>,
    /// The file of each address given, in small letters.
    files: HashMap<String, Route>,
    problems: Vec<Diagnostic>,
}

/// Who claims an address.
#[derive(Debug, Clone)]
pub(super) enum Claimant {
    /// A content file.
    Content(Arc<SourceText>),
    /// A file that is only copied.
    File(String),
    /// The site itself, for a page that every site has: 'the findings index'.
    Site(&'static str),
}

impl Claims {
    /// Gives an address to the first who claims it. Two addresses are one where they would be one
    /// file, also on a disk that does not tell large letters from small ones. Says whether it was given.
    pub(super) fn claim(&mut self, route: Route, target: Target, claimant: Claimant) -> bool {
        match self.files.entry(route.file().to_lowercase()) {
            Entry::Vacant(free) => {
                free.insert(route.clone());
                self.given.insert(route, (target, claimant));
                true
            }
            Entry::Occupied(taken) => {
                let holder = &self.given[taken.get()].1;
                self.problems.push(conflict(taken.get(), holder, &claimant));
                false
            }
        }
    }

    /// Adds a problem that is not about a claim.
    pub(super) fn report(&mut self, problem: Diagnostic) {
        self.problems.push(problem);
    }

    /// How many pages for readers there are so far.
    pub(super) fn listed_pages(&self) -> usize {
        self.given.values().filter(|(target, _)| target.is_listed()).count()
    }

    /// The plan's addresses, and the problems with claims.
    pub(super) fn settle(mut self) -> (BTreeMap<Route, Target>, Vec<Diagnostic>) {
        self.refuse_files_that_are_folders();
        let routes = self.given.into_iter().map(|(route, (target, _))| (route, target)).collect();
        (routes, self.problems)
    }

    /// No disk holds both a file `/x` and a page `/x/`.
    fn refuse_files_that_are_folders(&mut self) {
        let files = self.given.iter().filter(|(route, _)| !route.as_str().ends_with('/'));
        for (file, (_, claimant)) in files {
            let folder = Route::new(format!("{file}/"));
            let below = self.given.range(folder.clone()..).next();
            if let Some((route, (_, other))) =
                below.filter(|(route, _)| route.as_str().starts_with(folder.as_str()))
            {
                self.problems.push(conflict(route, other, claimant));
            }
        }
    }
}

fn conflict(route: &Route, holder: &Claimant, late: &Claimant) -> Diagnostic {
    // An editor can only change a file: where the site itself came late, its holder is pointed at.
    let (pointed_at, other) = match late {
        Claimant::Site(_) => (holder, late),
        _ => (late, holder),
    };
    let message = format!("the address `{route}` is already taken by {}", other.name());
    Diagnostic::error("address-taken", pointed_at.place(), message)
        .help("choose another file name, `slug:` or alias")
}

impl Claimant {
    fn name(&self) -> String {
        match self {
            Claimant::Content(source) => format!("`{}`", source.path),
            Claimant::File(path) => format!("`{path}`"),
            Claimant::Site(what) => (*what).to_owned(),
        }
    }

    fn place(&self) -> Place {
        match self {
            Claimant::Content(source) => Place::start_of(source),
            Claimant::File(path) => Place::File(path.clone()),
            Claimant::Site(what) => Place::File((*what).to_owned()),
        }
    }
}
