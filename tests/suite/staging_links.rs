//! Links that somebody puts into the staging folder, or around it, while a site is made there: nothing that they lead to
//! is written to, moved, or given other rights.

use std::collections::BTreeMap;
use std::fs::{self, Permissions};
use std::io::Write;
use std::os::unix::fs::{MetadataExt, PermissionsExt, symlink};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, Once};

use letterpress::plan::Route;
use letterpress::publish::{ForeignFiles, Output, PublishError, Published, Request};
use walkdir::WalkDir;

use crate::folder::{Folder, load, tree};

/// Where a link is put, from the folder of the site.
const PLACES: &[&str] = &[
    ".letterpress",
    ".letterpress/public.staging",
    ".letterpress/public.staging/site",
    ".letterpress/public.staging/site/about",
    ".letterpress/public.staging/site/authorities",
    ".letterpress/public.staging/site/authorities/sunderland",
    ".letterpress/public.staging/site/mine",
    ".letterpress/public.staging/site/mine/deep",
];

/// When.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Time {
    /// While the pages are written.
    WhileWriting,
    /// When they are, and what the old site has is still to be taken over.
    BeforePublishing,
}

/// What a folder looks like: its files, and who may do what with each, since when.
fn looks(folder: &Path) -> BTreeMap<PathBuf, (u32, u64, i64, i64, Vec<u8>)> {
    let entries = WalkDir::new(folder).into_iter().map(|entry| entry.expect("an entry"));
    let look = |entry: walkdir::DirEntry| {
        let found = entry.metadata().expect("it");
        let bytes = if found.is_file() { fs::read(entry.path()).expect("it") } else { vec![] };
        let times = (found.mtime(), found.ctime_nsec());
        (entry.into_path(), (found.mode(), found.nlink(), times.0, times.1, bytes))
    };
    entries.map(look).collect()
}

/// A site with a folder of somebody's in its output folder, and next to it a folder with just the folders that a build
/// makes.
fn site(is_built: bool) -> Folder {
    let folder = Folder::new();
    folder.copy(&crate::folder::repository().join("tests/letters/site"), "site");
    folder.write("site/site.toml", "title = \"Letters\"\n\n[search]\nenabled = false\n");
    folder.write("site/content/pages/about.md", "---\ntitle: About\n---\nAbout.\n");
    if is_built {
        folder.run(&["build", "--root", "site"]).expect(0);
    }
    folder.write("site/public/mine/deep/thesis.txt", "mine");
    let mine = folder.path().join("site/public/mine");
    fs::set_permissions(&mine, Permissions::from_mode(0o2750)).expect("rights");
    fs::set_permissions(mine.join("deep"), Permissions::from_mode(0o707)).expect("rights");
    folder
}

/// Makes the folders that a link may lead to, each with what stands in that of the site, but for pages.
fn make_dear(folder: &Folder) {
    let from = folder.path().join("site/.letterpress");
    for entry in WalkDir::new(&from) {
        let entry = entry.expect("an entry");
        let inside = entry.path().strip_prefix(&from).expect("it is below");
        if entry.file_type().is_dir() {
            fs::create_dir_all(folder.path().join("dear").join(inside)).expect("a folder");
        }
    }
    for path in ["site/mine/deep", "site/authorities/sunderland", "site/about", "old", ""] {
        folder.write(&format!("dear/public.staging/{path}/mine.txt"), "mine");
    }
}

/// Puts a link in the place of what is there, which goes aside.
fn link(folder: &Folder, place: &str) {
    make_dear(folder);
    let at = folder.path().join("site").join(place);
    let target = folder
        .path()
        .join("dear")
        .join(Path::new(place).strip_prefix(".letterpress").expect("it is there"));
    fs::create_dir_all(at.parent().expect("a folder around it")).expect("folders");
    if at.exists() {
        fs::rename(&at, folder.path().join("aside")).expect("it goes aside");
    }
    symlink(target, at).expect("a link");
}

fn publish(folder: &Folder, act: impl Fn(Time) + Sync) -> Result<Published, PublishError> {
    let root = folder.path().join("site");
    let public = root.join("public");
    let request =
        Request { root: &root, folder: &public, home: None, foreign_files: ForeignFiles::Adopt };
    let (site, _) = load(&root);
    let output = Output::reserve(&request)?;
    let once = Once::new();
    let write = |route: &Route, out: &mut dyn Write| {
        once.call_once(|| act(Time::WhileWriting));
        site.write(route, out)
    };
    let staged = output.stage(&site.routes(), |_| None, write)?;
    act(Time::BeforePublishing);
    staged.publish()
}

#[test]
fn no_link_that_comes_while_a_site_is_made_is_followed() {
    for is_built in [false, true] {
        for time in [Time::WhileWriting, Time::BeforePublishing] {
            for place in PLACES {
                let what = format!("{place}, {time:?}, built before: {is_built}");
                let folder = site(is_built);
                // A page that is another, and many that are the same.
                folder.write("site/content/pages/about.md", "---\ntitle: About\n---\nOther.\n");
                let public = folder.path().join("site/public");
                let old = tree(&public);
                let dear = Mutex::new(BTreeMap::new());
                let published = publish(&folder, |now| {
                    if now == time {
                        link(&folder, place);
                        *dear.lock().expect("one thread") = looks(&folder.path().join("dear"));
                    }
                });
                let dear = dear.into_inner().expect("one thread");
                assert!(!dear.is_empty(), "{what}");
                let now = looks(&folder.path().join("dear"));
                let changed: Vec<_> = now
                    .iter()
                    .filter(|(path, look)| dear.get(*path) != Some(look))
                    .map(|(path, _)| path)
                    .collect();
                assert!(dear == now, "{what}: {changed:?}, {published:?}");
                let now = tree(&public);
                assert!(published.is_ok() || now == old, "{what}: {published:?}");
                assert_eq!(now["mine/deep/thesis.txt"], b"mine", "{what}");
            }
        }
    }
}
