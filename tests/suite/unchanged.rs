//! What is the same in the new site as in the old one is left as it is, with its time.

use std::collections::BTreeMap;
use std::fs;
use std::os::unix::fs::MetadataExt;
use std::time::SystemTime;

use crate::folder::{Folder, tree};

/// The files and folders of the site, each with its number on the disk and its time.
fn marks(folder: &Folder) -> BTreeMap<String, (u64, SystemTime)> {
    let public = folder.path().join("public");
    let files = tree(&public).into_keys().chain([".".to_owned()]);
    files
        .map(|path| {
            let found = fs::metadata(public.join(&path)).expect("it");
            (path, (found.ino(), found.modified().expect("a time")))
        })
        .collect()
}

#[test]
fn where_nothing_has_changed_nothing_is_touched() {
    let folder = Folder::with_sunderland();
    folder.run(&["build"]).expect(0);
    let before = marks(&folder);
    let told = folder.run(&["build"]).expect(0).stderr;
    assert!(told.contains("Nothing has changed"), "{told}");
    assert_eq!(before, marks(&folder));
}

#[test]
fn a_file_that_is_the_same_keeps_its_time() {
    let folder = Folder::with_sunderland();
    folder.write("content/pages/about.md", "---\ntitle: About\n---\nAbout.\n");
    folder.run(&["build"]).expect(0);
    let before = marks(&folder);
    folder.write("content/pages/about.md", "---\ntitle: About\n---\nOther words.\n");
    let told = folder.run(&["build"]).expect(0).stderr;
    assert!(told.contains("Built "), "{told}");
    let after = marks(&folder);
    let kept: Vec<&String> = before.keys().filter(|path| before[*path] == after[*path]).collect();
    assert!(kept.iter().any(|path| *path == "style.css"), "{kept:?}");
    assert!(kept.iter().any(|path| path.starts_with("pagefind/")), "{kept:?}");
    assert_ne!(before["about/index.html"], after["about/index.html"]);
    assert_ne!(before["."], after["."], "the site was exchanged");
}

/// A file that was deleted from the site is made again, though no content has changed.
#[test]
fn what_is_missing_is_made_again() {
    let folder = Folder::with_sunderland();
    folder.run(&["build"]).expect(0);
    let whole = tree(&folder.path().join("public"));
    fs::remove_file(folder.path().join("public/style.css")).expect("it goes");
    folder.run(&["build"]).expect(0);
    assert_eq!(whole, tree(&folder.path().join("public")));
    fs::remove_dir_all(folder.path().join("public")).expect("all goes");
    folder.run(&["build"]).expect(0);
    assert_eq!(whole, tree(&folder.path().join("public")));
}
