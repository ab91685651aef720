//! Who wants which address: each is given once, and a second claim is reported.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use rayon::prelude::*;

use super::route::folder_of;
use super::{Route, Target, rules};
use crate::diagnostics::{Diagnostic, Place, SourceText};
use crate::index::Indexes;
use crate::model::{Archive, Settings, Slug, Theme};

/// All that a site is planned from.
#[derive(Clone, Copy)]
pub(super) struct Inputs<'a> {
    pub(super) archive: &'a Archive,
    pub(super) indexes: &'a Indexes,
    pub(super) settings: &'a Settings,
    pub(super) theme: &'a Theme,
}

/// Claims on addresses, in the order that they are made in.
#[derive(Default)]
pub(super) struct Claims<'a> {
    claims: Vec<AddressClaim<'a>>,
    problems: Vec<Diagnostic>,
}

struct AddressClaim<'a> {
    route: Route,
    /// The address that stands for the same file, where the claimed one is not the usual way to put it.
    plain: Option<Box<str>>,
    target: Target,
    claimant: Claimant<'a>,
    /// Whether nothing is said where another has the address, as it is said of the page that this goes with.
    is_quiet: bool,
}

/// Who claims an address.
#[derive(Debug, Clone)]
pub(super) enum Claimant<'a> {
    /// A content file.
    Content(&'a Arc<SourceText>),
    /// A file that is only copied.
    File(String),
    /// The site itself, for a page that every site has: 'the findings index'.
    Site(&'static str),
}

impl<'a> Claims<'a> {
    /// Claims an address, which goes to the first who does. Two addresses are one where they would be one
    /// file, also on a disk that does not tell large letters from small ones.
    pub(super) fn claim(
        &mut self,
        route: Route,
        target: impl Into<Target>,
        claimant: Claimant<'a>,
    ) {
        self.add(route, target.into(), claimant, false);
    }

    /// Claims the address of what belongs to a page. Of a second claim nothing is said, as that is said of
    /// the page.
    pub(super) fn claim_beside(
        &mut self,
        route: Route,
        target: impl Into<Target>,
        claimant: Claimant<'a>,
    ) {
        self.add(route, target.into(), claimant, true);
    }

    fn add(&mut self, route: Route, target: Target, claimant: Claimant<'a>, is_quiet: bool) {
        let plain = plain(route.as_str());
        self.claims.push(AddressClaim { route, plain, target, claimant, is_quiet });
    }

    /// Claims that were made side by side, those of the first before those of the next.
    pub(super) fn joined(parts: Vec<Claims<'a>>) -> Self {
        let mut joined = Claims::default();
        joined.claims.reserve_exact(parts.iter().map(|part| part.claims.len()).sum());
        for part in parts {
            joined.claims.extend(part.claims);
            joined.problems.extend(part.problems);
        }
        joined
    }

    /// Adds a problem that is not about a claim.
    pub(super) fn report(&mut self, problem: Diagnostic) {
        self.problems.push(problem);
    }

    /// Decides who has which address so far, and gives how many of them are pages for readers.
    pub(super) fn decide_and_count_pages(&mut self) -> usize {
        self.decide();
        self.claims.iter().filter(|claim| claim.target.is_listed()).count()
    }

    /// The plan's addresses, in order, and the problems with claims.
    pub(super) fn settle(mut self) -> (Vec<(Route, Target)>, Vec<Diagnostic>) {
        self.decide();
        self.refuse_files_that_are_folders();
        self.claims.par_sort_by(|one, other| one.route.cmp(&other.route));
        let routes = self.claims.into_iter().map(|claim| (claim.route, claim.target)).collect();
        (routes, self.problems)
    }

    /// Gives each address to the first who claimed it. A list, sorted once, takes a third of the time of a
    /// map that is kept in order.
    fn decide(&mut self) {
        self.claims.par_sort_by(|one, other| one.plain().cmp(other.plain()));
        let problems = &mut self.problems;
        self.claims.dedup_by(|late, holder| {
            let is_taken = late.plain() == holder.plain();
            // Of a name that cannot be one it is told already.
            let is_told =
                late.route.as_str().split('/').any(|it| it == Slug::placeholder().as_str());
            if is_taken && !late.is_quiet && !is_told {
                problems.push(conflict(&holder.route, &holder.claimant, &late.claimant));
            }
            is_taken
        });
    }

    /// No disk holds both a file `/x` and a page `/x/`.
    fn refuse_files_that_are_folders(&mut self) {
        let is_file = |claim: &&AddressClaim| !claim.route.as_str().ends_with('/');
        let files: HashMap<&str, &AddressClaim<'_>> =
            self.claims.iter().filter(is_file).map(|claim| (claim.route.as_str(), claim)).collect();
        let mut refused = BTreeMap::new();
        let mut before = "";
        for claim in &self.claims {
            let folder = folder_of(claim.route.as_str());
            // Most addresses stand in the folder of the one before them.
            if folder == before {
                continue;
            }
            before = folder;
            for (slash, _) in folder.match_indices('/').skip(1) {
                if let Some(file) = files.get(&folder[..slash]) {
                    refused
                        .entry(file.route.as_str())
                        .or_insert_with(|| conflict(&claim.route, &claim.claimant, &file.claimant));
                }
            }
        }
        let refused: Vec<Diagnostic> = refused.into_values().collect();
        self.problems.extend(refused);
    }
}

/// The usual address of the same file, in small letters: `/x/` of `/X/index.html`. `None` where it is the
/// address itself.
fn plain(address: &str) -> Option<Box<str>> {
    const PAGE: &str = "index.html";
    let has_large = !address.bytes().all(|byte| byte.is_ascii() && !byte.is_ascii_uppercase());
    if !has_large && !address.ends_with(PAGE) {
        return None;
    }
    let small = address.to_lowercase();
    let plain = small.strip_suffix(PAGE).filter(|folder| folder.ends_with('/')).unwrap_or(&small);
    Some(plain.into())
}

fn conflict(route: &Route, holder: &Claimant<'_>, late: &Claimant<'_>) -> Diagnostic {
    // An editor can only change a file: where the site itself came late, its holder is pointed at.
    let (pointed_at, other) = match late {
        Claimant::Site(_) => (holder, late),
        _ => (late, holder),
    };
    let message = format!("the address `{route}` is already taken by {}", other.name());
    rules::ADDRESS_TAKEN
        .at(pointed_at.place(), message)
        .help("choose another file name, `slug:` or alias")
}

impl AddressClaim<'_> {
    fn plain(&self) -> &str {
        self.plain.as_deref().unwrap_or(self.route.as_str())
    }
}

impl Claimant<'_> {
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
