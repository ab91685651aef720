//! A folder that is looked at again and again gives the same site as one that is read whole.

use std::collections::BTreeSet;
use std::path::PathBuf;

use letterpress::diagnostics::{Diagnostic, Report};
use letterpress::plan::Route;
use letterpress::site::Changed;
use letterpress::{Folder, LoadError, LoadOptions, Site};
use rayon::prelude::*;

use crate::edits::Editor;

const EDITS: usize = 200;

/// What a site is to whoever looks at it: its problems and its pages, as they are or fail; or why there is none.
#[derive(Debug, PartialEq)]
pub(crate) struct Seen {
    pub(crate) report: Report,
    pages: Vec<(Route, Result<Vec<u8>, Diagnostic>)>,
}

impl Seen {
    pub(crate) fn of(loaded: Result<(Site, Report), LoadError>) -> Self {
        match loaded {
            Ok((site, report)) => {
                let page = |route: &&Route| ((*route).clone(), site.render(route));
                Seen { report, pages: site.routes().par_iter().map(page).collect() }
            }
            Err(error) => Seen { report: Report::from(&error), pages: Vec::new() },
        }
    }

    /// Fails with what is not the same, in few words.
    pub(crate) fn expect(&self, other: &Seen, what: &str) {
        assert_eq!(self.report.diagnostics(), other.report.diagnostics(), "{what}: the report");
        let routes = |seen: &Seen| seen.pages.iter().map(|(route, _)| route.clone()).collect();
        let (own, others): (BTreeSet<Route>, BTreeSet<Route>) = (routes(self), routes(other));
        let differ: Vec<&Route> = own.symmetric_difference(&others).collect();
        assert!(differ.is_empty(), "{what}: addresses that only one has: {differ:?}");
        let pages = self.pages.iter().zip(&other.pages);
        let differ: Vec<&Route> =
            pages.filter(|(one, other)| one != other).map(|((route, _), _)| route).collect();
        assert!(differ.is_empty(), "{what}: pages that differ: {differ:?}");
    }
}

fn hold_after_edits(seed: u64) {
    let mut editor = Editor::new(seed);
    let mut folder = Folder::new(editor.root(), LoadOptions::default());
    let mut whole = Seen::of(folder.load(&Changed::Anything));
    assert!(!whole.report.has_errors(), "it begins without errors");
    let (mut without_errors, mut with_errors) = (0, 0);
    let mut unread = BTreeSet::new();
    for number in 1..=EDITS {
        let edit = editor.edit(whole.report.has_errors());
        unread.extend(edit.changed);
        whole = Seen::of(Site::load(editor.root(), &LoadOptions::default()));
        let count = if whole.report.has_errors() { &mut with_errors } else { &mut without_errors };
        *count += 1;
        // Sometimes two edits are one change; and some systems tell only of a folder, or of nothing at all.
        if number % 7 == 0 {
            continue;
        }
        let changed = match number {
            _ if number % 25 == 0 => Changed::Anything,
            _ if number % 10 == 0 => Changed::Paths(folders(&unread)),
            _ => Changed::Paths(unread),
        };
        let part = Seen::of(folder.load(&changed));
        part.expect(&whole, &format!("seed {seed}, {}, {changed:?}", edit.what));
        unread = BTreeSet::new();
    }
    let (without, with) = (without_errors, with_errors);
    assert!(without > EDITS / 2 && with > EDITS / 6, "{without} without errors, {with} with some");
}

fn folders(paths: &BTreeSet<PathBuf>) -> BTreeSet<PathBuf> {
    paths.iter().filter_map(|path| path.parent()).map(PathBuf::from).collect()
}

#[test]
fn two_hundred_edits_give_what_reading_all_gives() {
    hold_after_edits(1);
}

#[test]
fn two_hundred_other_edits_do_too() {
    hold_after_edits(2);
}

/// Whatever a link is called, and wherever it leads.
#[cfg(unix)]
#[test]
fn nothing_behind_a_link_is_read() {
    use std::os::unix::fs::symlink;

    let editor = Editor::new(7);
    let elsewhere = crate::folder::Folder::new();
    elsewhere.write("page.md", "---\ntitle: Secret\n---\nNot to be read.\n");
    let mut folder = Folder::new(editor.root(), LoadOptions::default());
    folder.load(&Changed::Anything).expect("a site");
    for link in ["content/pages/content", "content/pages/more", "content/topics/page.md"] {
        let path = editor.root().join(link);
        symlink(elsewhere.path(), &path).expect("a link");
        for changed in [link.to_owned(), format!("{link}/page.md")] {
            let changed = Changed::Paths(BTreeSet::from([changed.into()]));
            let seen = Seen::of(folder.load(&changed));
            seen.expect(&Seen::of(Site::load(editor.root(), &LoadOptions::default())), link);
            assert!(seen.report.has_errors(), "{link} is told of");
        }
        std::fs::remove_file(&path).expect("the link goes");
        let changed = Changed::Paths(BTreeSet::from([link.into()]));
        let seen = Seen::of(folder.load(&changed));
        assert!(!seen.report.has_errors(), "{link} is gone");
    }
}
