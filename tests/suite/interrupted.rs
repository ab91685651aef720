//! Builds that were stopped: what they leave, and what the next one makes of it.

#![expect(clippy::disallowed_methods, reason = "a second build must end at once")]

use std::fs::{self, File};
use std::time::{Duration, Instant};

use crate::folder::{Folder, KEPT, entries, tree, write_list};

/// What a build left beside the output folder that is not kept for the next.
pub(crate) fn left_behind(folder: &Folder) -> Vec<String> {
    let kept = entries(&folder.path().join(".letterpress"));
    let names = kept.iter().map(|path| path.file_name().expect("a name").to_string_lossy());
    names.filter(|name| !KEPT.contains(&&**name)).map(Into::into).collect()
}

#[test]
fn a_second_build_ends_at_once_and_says_who_holds_the_folder() {
    let folder = Folder::with_sunderland();
    folder.run(&["build"]).expect(0);
    let before = tree(folder.path());
    let path = folder.path().join(".letterpress/public.lock");
    let held = File::options().write(true).open(&path).expect("the lock");
    held.lock().expect("nobody holds it");
    fs::write(&path, "4711\n").expect("a name");
    let start = Instant::now();
    let told = folder.run(&["build"]).expect(3).stderr;
    assert!(start.elapsed() < Duration::from_secs(5), "it does not wait");
    assert!(told.contains("process 4711"), "{told}");
    fs::write(&path, "").expect("no name");
    assert_eq!(before, tree(folder.path()));
    folder.run(&["build", "--output", "another"]).expect(0);
    drop(held);
    folder.run(&["build"]).expect(0);
}

#[test]
fn what_a_stopped_run_left_is_taken_away() {
    let folder = Folder::with_sunderland();
    folder.write(".letterpress/public.staging/site/index.html", "half a page");
    folder.run(&["build"]).expect(0);
    assert!(left_behind(&folder).is_empty());
}

/// Where two folders cannot be exchanged in one step, a run may be stopped when the old site is out of its place
/// and the new one not in it yet.
#[test]
fn a_swap_that_was_stopped_half_way_is_taken_back() {
    let folder = Folder::with_sunderland();
    folder.run(&["build"]).expect(0);
    folder.write("public/photo.jpg", "mine");
    folder.run(&["build", "--adopt"]).expect(0);
    let public = folder.path().join("public");
    let stop = || {
        folder.write(".letterpress/public.staging/site/index.html", "half a site");
        fs::rename(&public, folder.path().join(".letterpress/public.staging/old")).expect("aside");
    };
    let whole = tree(&public);
    stop();
    folder.run(&["build", "--adopt"]).expect(0);
    assert_eq!(whole, tree(&public), "what was adopted is there too");
    assert!(left_behind(&folder).is_empty());

    // Somebody has made another folder since.
    stop();
    folder.write("public/new.txt", "mine");
    let before = tree(folder.path());
    let told = folder.run(&["build", "--adopt"]).expect(2).stderr;
    assert!(told.contains("public.staging/old"), "{told}");
    assert_eq!(before, tree(folder.path()));
}

/// Stopped after the sites were exchanged, and then once more before the next exchange: the manifest of what is
/// there must not be lost.
#[test]
fn two_runs_that_were_stopped_do_not_lock_anybody_out() {
    let folder = Folder::with_sunderland();
    folder.run(&["build"]).expect(0);
    let kept = |name: &str| folder.path().join(".letterpress").join(name);
    let first = fs::read(kept("public.manifest")).expect("the manifest");
    folder.write("content/pages/new.md", "---\ntitle: New\n---\nNew.\n");
    folder.run(&["build"]).expect(0);
    fs::rename(kept("public.manifest"), kept("public.next-manifest")).expect("the new one");
    write_list(&kept("public.manifest"), &first);
    // A run that puts things in order and ends before it builds: a theme that makes no page.
    folder.write("themes/broken/theme.toml", "name = \"broken\"\nextends = \"plain\"\n");
    folder.write("themes/broken/templates/home.html", "{{ nothing.at.all }}");
    folder.run(&["build", "--theme", "broken"]).expect(1);
    assert!(!kept("public.next-manifest").exists());
    assert_ne!(first, fs::read(kept("public.manifest")).expect("of what is there"));
    folder.run(&["build"]).expect(0);
}

/// A folder that somebody emptied is as much ours as it was, whenever a run was stopped.
#[test]
fn a_folder_that_was_emptied_after_a_stop_locks_nobody_out() {
    let folder = Folder::with_sunderland();
    folder.run(&["build"]).expect(0);
    let kept = |name: &str| folder.path().join(".letterpress").join(name);
    write_list(
        &kept("public.next-manifest"),
        fs::read(kept("public.manifest")).expect("the next one"),
    );
    fs::remove_file(folder.path().join("public/search/index.html")).expect("it goes");
    folder.write("content/pages/new.md", "---\ntitle: New\n---\nNew.\n");
    folder.run(&["build"]).expect(0);
    folder.run(&["build", "--output", "clean"]).expect(0);
    assert_eq!(tree(&folder.path().join("clean")), tree(&folder.path().join("public")));
}
