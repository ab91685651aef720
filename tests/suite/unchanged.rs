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

const NOTE: &str = "public.note";

/// When the last build noted what it was given. One that makes nothing notes nothing.
fn noted(folder: &Folder) -> (u64, SystemTime) {
    let note = folder.path().join(".letterpress").join(NOTE);
    let found = fs::metadata(note).expect("a note");
    (found.ino(), found.modified().expect("a time"))
}

#[test]
fn a_build_that_is_given_the_same_makes_nothing_and_tells_the_same() {
    let folder = Folder::with_sunderland();
    let letter =
        "---\nkind: monitoring-visit\non_site: 2018-01-23\ndated: 2018-02-15\n---\nA letter.\n";
    folder.write("content/authorities/sunderland/visit.md", letter);
    let problems = |stderr: &str| stderr.split("1 warning\n").next().expect("them").to_owned();
    let first = folder.run(&["build"]).expect(0).stderr;
    let before = noted(&folder);
    let again = folder.run(&["build"]).expect(0).stderr;
    assert_eq!(before, noted(&folder), "it was made again");
    assert!(problems(&first).contains("missing-source"), "{first}");
    assert_eq!(problems(&first), problems(&again));
    let counted = "from 2 letters with 2 findings on 1 authority in ";
    assert!(first.contains(counted) && again.contains(counted), "{first}{again}");
    let json = folder.run(&["build", "--format", "json"]).expect(0).stdout;
    assert!(json.contains("\"line\":1") && json.contains("missing-source"), "{json}");
    folder.run(&["build", "--strict"]).expect(1);
    assert_eq!(before, noted(&folder));
}

#[test]
fn whatever_a_build_is_given_anew_is_seen() {
    let folder = Folder::with_sunderland();
    folder.write("content/pages/about.md", "---\ntitle: About\n---\nAbout.\n");
    folder.run(&["build"]).expect(0);
    let mut before = noted(&folder);
    let mut is_seen = |change: &str, arguments: &[&str]| {
        folder.run(&[&["build"], arguments].concat()).expect(0);
        let now = noted(&folder);
        assert_ne!(before, now, "{change}");
        before = now;
    };
    is_seen("an option", &["--drafts"]);
    is_seen("an address", &["--base-url", "https://example.org/"]);
    is_seen("a theme", &["--theme", "plain"]);
    folder.write("content/pages/about.md", "---\ntitle: About\n---\nabout.\n");
    is_seen("a letter of a text", &[]);
    folder.write("content/pages/x.pdf", "%PDF-1.4");
    is_seen("a file", &[]);
    folder.write("site.toml", "title = \"Letters\"\n# A note.\n");
    is_seen("the settings", &[]);
    folder.write("themes/gazette/theme.toml", "name = \"gazette\"\nextends = \"plain\"\n");
    is_seen("a theme of the site", &[]);
    folder.write("themes/gazette/static/a.txt", "A");
    is_seen("a file of the theme", &[]);
    fs::remove_file(folder.path().join("public/index.html")).expect("a page");
    is_seen("a page that is gone", &[]);
    let page = folder.path().join("public/index.html");
    fs::write(&page, fs::read(&page).expect("a page")).expect("the same");
    is_seen("a page that was written again", &[]);
    folder.write("public/mine.txt", "Mine.");
    is_seen("a file of somebody's", &["--adopt"]);
    is_seen(
        "that files are not adopted any more",
        &["--adopt", "--base-url", "https://a.example/"],
    );
    let told = folder.run(&["build", "--base-url", "https://a.example/"]).expect(2).stderr;
    assert!(told.contains("mine.txt"), "{told}");
}

#[test]
fn a_note_that_cannot_be_understood_is_none() {
    let folder = Folder::with_sunderland();
    folder.run(&["build"]).expect(0);
    let path = folder.path().join(".letterpress").join(NOTE);
    let note = fs::read(&path).expect("a note");
    for broken in [&[][..], b"letterpress note 1\n", &note[..note.len() - 1], &note[..60], b"\xff"]
    {
        fs::write(&path, broken).expect("a note");
        folder.run(&["build"]).expect(0);
        assert_eq!(note, fs::read(&path).expect("a note"), "{broken:?}");
    }
    let manifest = folder.path().join(".letterpress/public.manifest");
    fs::write(&manifest, "letterpress manifest 2\n").expect("a manifest");
    let told = folder.run(&["build"]).expect(2).stderr;
    assert!(told.contains("public.manifest"), "{told}");
}
