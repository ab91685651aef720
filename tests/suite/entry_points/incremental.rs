//! A site's folder that is kept from text to text, of which only what a text changes is read anew.

use std::cell::RefCell;
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use letterpress::diagnostics::Report;
use letterpress::site::Changed;
use letterpress::{Folder, LoadOptions, Site};
use tempfile::TempDir;

/// What a letter needs, as lines of front matter.
pub(crate) const FACTS: &str =
    "kind: focused-visit\non_site: 2017-02\ndated: 2017-02-01\nsource: https://example.org/\n";

/// Where a text stands as a letter.
pub(super) const LETTER: &str = "content/authorities/sunderland/letter.md";

struct Kept {
    temporary: TempDir,
    folder: Folder,
}

thread_local! {
    static KEPT: RefCell<Option<Kept>> = const { RefCell::new(None) };
}

/// The site of `tests/letters/site` with these files in it, which every call of a entry_point has to name, and what is
/// wrong with it.
pub(super) fn load(files: &[(&str, &str)]) -> (Site, Report) {
    KEPT.with_borrow_mut(|kept| {
        let kept = kept.get_or_insert_with(Kept::new);
        for (path, text) in files {
            fs::write(kept.temporary.path().join(path), text).expect("a file");
        }
        let paths: BTreeSet<PathBuf> = files.iter().map(|(path, _)| PathBuf::from(path)).collect();
        kept.folder.load(&Changed::Paths(paths)).unwrap_or_else(|error| panic!("{error}"))
    })
}

impl Kept {
    fn new() -> Self {
        let temporary = site();
        let folder = Folder::new(temporary.path(), LoadOptions::default());
        Kept { temporary, folder }
    }
}

/// A copy of `tests/letters/site`.
pub(super) fn site() -> TempDir {
    let temporary = tempfile::tempdir().expect("a temporary folder");
    let from = repository().join("tests/letters/site");
    for entry in walkdir::WalkDir::new(&from) {
        let entry = entry.expect("a readable folder");
        let to = temporary.path().join(entry.path().strip_prefix(&from).expect("a path inside"));
        match entry.file_type().is_dir() {
            true => fs::create_dir_all(to).expect("a folder"),
            false => drop(fs::copy(entry.path(), to).expect("a file")),
        }
    }
    fs::create_dir_all(temporary.path().join("content/authorities/other")).expect("a folder");
    temporary
}

/// The repository's folder, also for the crate inside it.
fn repository() -> &'static Path {
    let mut around = Path::new(env!("CARGO_MANIFEST_DIR")).ancestors();
    around.find(|it| it.join("tests/letters/site").is_dir()).expect("the repository")
}
