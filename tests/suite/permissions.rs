//! Rights, owners and times in the output folder, which a new site has from the old one.

use std::fs::{self, File, Permissions};
use std::os::unix::fs::{MetadataExt, PermissionsExt};
use std::path::Path;
use std::time::{Duration, SystemTime};

use crate::folder::{Folder, KEPT, entries, everything};
use crate::full_disk::without_rights;

fn set_mode(path: &Path, mode: u32) {
    fs::set_permissions(path, Permissions::from_mode(mode)).expect("rights");
}

fn mode(path: &Path) -> u32 {
    fs::metadata(path).expect("it").permissions().mode() & 0o7777
}

fn build_anew(folder: &Folder, title: &str, arguments: &[&str]) {
    folder.write("content/pages/about.md", format!("---\ntitle: {title}\n---\n{title}.\n"));
    folder.run(&[&["build"], arguments].concat()).expect(0);
}

/// Somebody's folder that they may not write to themselves would be left of the old site, and stop the next build.
#[test]
fn a_folder_that_nothing_may_be_taken_from_does_not_stop_later_builds() {
    let folder = Folder::with_sunderland();
    folder.write("public/mine/deep/f", "x").write("public/mine/g", "x");
    let mine = folder.path().join("public/mine");
    set_mode(&mine.join("deep"), 0o500);
    set_mode(&mine, 0o555);
    for title in ["First", "Second", "Third"] {
        let page = format!("---\ntitle: {title}\n---\n{title}.\n");
        folder.write("content/pages/about.md", page);
        let run = without_rights(&folder, &["build", "--adopt"]);
        assert_eq!(run.code, Some(0), "{title}: {}", run.stderr);
        assert_eq!(entries(&folder.path().join(".letterpress")).len(), KEPT.len(), "{title}");
        assert_eq!((mode(&mine), mode(&mine.join("deep"))), (0o555, 0o500), "{title}");
    }
    assert!(mine.join("deep/f").exists() && mine.join("g").exists());
    set_mode(&mine, 0o755);
    set_mode(&mine.join("deep"), 0o755);
}

/// A folder that its owner closed to others stays closed to them.
#[test]
fn folders_keep_their_rights() {
    let folder = Folder::with_sunderland();
    build_anew(&folder, "First", &[]);
    let public = folder.path().join("public");
    set_mode(&public, 0o2750);
    set_mode(&public.join("authorities"), 0o700);
    build_anew(&folder, "Second", &[]);
    assert_eq!(format!("{:o}", mode(&public)), "2750");
    assert_eq!(format!("{:o}", mode(&public.join("authorities"))), "700");
    // A folder that is new has the group of the one it is in, as the system gives it there.
    folder.write("content/pages/new.md", "---\ntitle: New\n---\nNew.\n");
    build_anew(&folder, "Third", &[]);
    assert_eq!(mode(&public.join("new")) & 0o2000, 0o2000);
}

/// The site has no page in it any more, and somebody has a file there.
#[test]
fn a_folder_that_stays_for_an_adopted_file_keeps_its_rights() {
    let folder = Folder::with_sunderland();
    let page = "content/pages/new.md";
    folder.write(page, "---\ntitle: New\n---\nNew.\n");
    folder.run(&["build"]).expect(0);
    let new = folder.path().join("public/new");
    set_mode(&new, 0o700);
    folder.write("public/new/mine.txt", "mine");
    fs::remove_file(folder.path().join(page)).expect("no page");
    folder.run(&["build", "--adopt"]).expect(0);
    assert!(new.join("mine.txt").exists() && !new.join("index.html").exists());
    assert_eq!(format!("{:o}", mode(&new)), "700");
}

#[test]
fn an_adopted_folder_keeps_its_rights_owner_and_time() {
    let folder = Folder::with_sunderland();
    build_anew(&folder, "First", &[]);
    let photos = folder.path().join("public/photos");
    folder.write("public/photos/1.jpg", "mine");
    let is_root = fs::metadata(folder.path()).expect("it").uid() == 0;
    if is_root {
        std::os::unix::fs::chown(&photos, Some(33), Some(33)).expect("another owner");
    }
    set_mode(&photos, 0o2775);
    let long_ago = SystemTime::UNIX_EPOCH + Duration::from_secs(1_000_000_000);
    File::open(&photos).and_then(|folder| folder.set_modified(long_ago)).expect("a time");
    let before = fs::metadata(&photos).expect("it");
    build_anew(&folder, "Second", &["--adopt"]);
    let after = fs::metadata(&photos).expect("it");
    assert_ne!(before.ino(), after.ino(), "it is a new folder");
    assert_eq!((before.uid(), before.gid()), (after.uid(), after.gid()));
    assert_eq!(format!("{:o}", mode(&photos)), "2775");
    assert_eq!(after.modified().expect("a time"), long_ago);
}

/// What the file system takes for one name is one: nothing is written over somebody's file.
#[test]
fn names_that_differ_in_case_only_are_in_each_others_way() {
    let folder = Folder::with_sunderland();
    folder.write("out/INDEX.html", "mine");
    let before = everything(&folder.path().join("out"));
    let told = folder.run(&["build", "--output", "out", "--adopt"]).expect(2).stderr;
    assert!(told.contains("INDEX.html"), "{told}");
    assert_eq!(before, everything(&folder.path().join("out")));
}
