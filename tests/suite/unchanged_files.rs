//! What is the same in the new site as in the old one is left as it is, with its time.

use std::collections::BTreeMap;
use std::fs;
use std::io::Write;
use std::os::unix::fs::MetadataExt;
use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering::Relaxed};
use std::time::SystemTime;

use letterpress::plan::Route;
use letterpress::publish::{ForeignFiles, Output, Request, Staged};
use xxhash_rust::xxh3::xxh3_128;

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
    // With the note of the first build nothing is made at all; without it all is, and comes to the same.
    for _ in 0..2 {
        let told = folder.run(&["build"]).expect(0).stderr;
        assert!(told.contains("Nothing has changed"), "{told}");
        assert_eq!(before, marks(&folder));
        fs::remove_file(folder.path().join(".letterpress").join(NOTE)).expect("a note");
    }
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
    let problems = |stderr: &str| stderr.split("2 warnings\n").next().expect("them").to_owned();
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
    fs::create_dir(folder.path().join("public/mine")).expect("a folder");
    is_seen("a folder of somebody's", &["--adopt"]);
    let told = folder.run(&["build"]).expect(2).stderr;
    assert!(told.contains("mine"), "{told}");
    folder.write("public/mine.txt", "Mine.");
    is_seen("a file of somebody's", &["--adopt"]);
    let told = folder.run(&["build"]).expect(2).stderr;
    assert!(told.contains("mine.txt"), "{told}");
}

fn request<'a>(root: &'a Path, folder: &'a Path) -> Request<'a> {
    Request { root, folder, home: None, foreign_files: ForeignFiles::Refuse }
}

/// Only what a build itself has put there is noted as its own.
#[test]
fn what_somebody_touches_meanwhile_is_not_noted() {
    let folder = Folder::with_sunderland();
    let (site, _) = folder.load();
    let public = folder.path().join("public");
    let request = request(folder.path(), &public);
    let write = |route: &Route, out: &mut dyn Write| site.write(route, out);
    let build = |before_publishing: &dyn Fn(), before_noting: &dyn Fn()| {
        let output = Output::reserve(&request).expect("a folder of ours");
        let staged = output.stage(&site.routes(), |_| None, write).expect("pages");
        before_publishing();
        let published = staged.publish().expect("a site");
        before_noting();
        output.note(1, &published, "words");
        drop(output);
        Output::unchanged(&request, 1).map(|(_, words)| words)
    };
    let page = public.join("index.html");
    let touch = || {
        let bytes = fs::read(&page).expect("a page");
        fs::write(&page, bytes).expect("the same");
    };
    assert_eq!(build(&|| (), &|| ()).as_deref(), Some("words"), "a new site");
    assert!(Output::unchanged(&request, 2).is_none(), "a site made from other things");
    assert_eq!(build(&|| (), &|| ()).as_deref(), Some("words"), "the same site");
    assert_eq!(build(&touch, &|| ()), None, "while a site is made that is the same");
    fs::remove_file(&page).expect("a page");
    assert_eq!(build(&|| (), &touch), None, "when a new site is in its place");
    assert_eq!(build(&|| (), &|| ()).as_deref(), Some("words"), "and again");
    touch();
    assert!(Output::unchanged(&request, 1).is_none(), "later");
}

/// What is made of the same as before is not made again, as long as its file is there and it is known what that was.
#[test]
fn only_what_is_made_of_something_else_is_made() {
    let folder = Folder::with_sunderland();
    let (site, _) = folder.load();
    let public = folder.path().join("public");
    let request = request(folder.path(), &public);
    let changed = Route::new("/findings/");
    let of = |route: &Route| u128::from(xxhash_rust::xxh3::xxh3_64(route.path().as_bytes()));
    let build = |made_of: &(dyn Fn(&Route) -> Option<u128> + Sync)| {
        let made = AtomicUsize::new(0);
        let write = |route: &Route, out: &mut dyn Write| {
            made.fetch_add(1, Relaxed);
            site.write(route, out)
        };
        let output = Output::reserve(&request).expect("a folder of ours");
        let published = output.stage(&site.routes(), made_of, write).and_then(Staged::publish);
        output.note(1, &published.expect("a site"), "words");
        made.into_inner()
    };
    let all = site.routes().len();
    assert_eq!(build(&|route| Some(of(route))), all);
    let before = tree(&public);
    assert_eq!(build(&|route| Some(of(route))), 0);
    assert_eq!(build(&|route| Some(of(route) + u128::from(*route == changed))), 1);
    assert_eq!(build(&|route| Some(of(route)).filter(|_| *route != changed)), 1);
    fs::remove_file(public.join("findings/index.html")).expect("a page");
    assert_eq!(build(&|route| Some(of(route))), 1, "a page that is gone");
    let page = public.join("index.html");
    fs::write(&page, fs::read(&page).expect("a page")).expect("the same");
    assert_eq!(build(&|route| Some(of(route))), 0, "a page that was touched, and is the same");
    let noted = folder.path().join(".letterpress/public.made-of");
    let bytes = fs::read(&noted).expect("numbers");
    for broken in [&[][..], &bytes[..bytes.len() - 1], &bytes[16..], b"letterpress made-of 1\n"] {
        fs::write(&noted, broken).expect("other numbers");
        assert_eq!(build(&|route| Some(of(route))), all, "{} bytes", broken.len());
    }
    // Numbers of another site than the one that is listed as published.
    let one_less = |route: &&Route| **route != changed;
    let routes: Vec<&Route> = site.routes().into_iter().filter(one_less).collect();
    let output = Output::reserve(&request).expect("a folder of ours");
    let write = |route: &Route, out: &mut dyn Write| site.write(route, out);
    output.stage(&routes, |_| None, write).and_then(Staged::publish).expect("a site");
    drop(output);
    fs::write(&noted, bytes).expect("the numbers of before");
    assert_eq!(build(&|route| Some(of(route))), all);
    assert_eq!(before, tree(&public));
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
    // One that is whole, with a problem that no text has.
    let letter = "---\nkind: monitoring-visit\non_site: 2018-01-23\ndated: 2018-02-15\n---\né.\n";
    folder.write("content/authorities/sunderland/visit.md", letter);
    folder.run(&["build"]).expect(0);
    let note = String::from_utf8(fs::read(&path).expect("a note")).expect("a text");
    let (note, _) = note.rsplit_once('\n').expect("a last line");
    assert!(note.contains("\"span\":[0,3]"), "{note}");
    let in_a_letter = letter.find('é').expect("it") + 1;
    let inside = format!("[0,{in_a_letter}]");
    for span in ["[3,1]", "[0,99999999]", &inside, "[-1,2]", "3"] {
        let note = note.replace("[0,3]", span);
        fs::write(&path, format!("{note}\n{:032x}", xxh3_128(note.as_bytes()))).expect("a note");
        let told = folder.run(&["build"]).expect(0).stderr;
        assert!(told.contains("visit.md:1:1"), "{span}: {told}");
    }
    let manifest = folder.path().join(".letterpress/public.manifest");
    fs::write(&manifest, "letterpress manifest 2\n").expect("a manifest");
    let told = folder.run(&["build"]).expect(2).stderr;
    assert!(told.contains("public.manifest"), "{told}");
}
