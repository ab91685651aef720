//! Links in `.letterpress/`, which may come with a commit: none is followed, and nothing of where it leads is lost.

use std::fs;
use std::io::Write;
use std::os::unix::fs::symlink;
use std::path::{Path, PathBuf};
use std::process::Command;

use letterpress::plan::Route;
use letterpress::publish::{ForeignFiles, Output, Request, Staged};

use crate::folder::{Folder, entries, everything, program, repository, run, start};

/// Where links may stand, from the folder around the site's.
const PLACES: &[&str] = &[
    "site/.letterpress",
    "site/.letterpress/public.lock",
    "site/.letterpress/public.made-of",
    "site/.letterpress/public.manifest",
    "site/.letterpress/public.next-manifest",
    "site/.letterpress/public.note",
    "site/.letterpress/public.parsed",
    "site/.letterpress/public.staging",
    "site/.letterpress/public.staging/manifest",
    "site/.letterpress/public.staging/old",
    "site/.letterpress/public.staging/site",
];

/// Where they lead: to a folder, to a file, to nothing, and to themselves.
const TARGETS: &[&str] = &["dear", "dear/mine.txt", "dear/nothing", "itself"];

/// When a link is made, and what a build then has to do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Time {
    BeforeTheFirstBuild,
    WhereNothingElseChanges,
    WhereAPageChanges,
    /// Where the output folder is gone.
    WhereAllIsMissing,
}

const TIMES: [Time; 4] = [
    Time::BeforeTheFirstBuild,
    Time::WhereNothingElseChanges,
    Time::WhereAPageChanges,
    Time::WhereAllIsMissing,
];

/// A site beside a folder with what somebody would miss, deep down too and by the names that we use.
fn site() -> Folder {
    let folder = Folder::new();
    folder.copy(&repository().join("tests/letters/site"), "site");
    folder.write("site/site.toml", "title = \"Letters\"\n\n[search]\nenabled = false\n");
    for path in ["mine.txt", "a/b/c/d/mine.txt", "site/a/b/c/mine.txt", "old/a/b/c/mine.txt"] {
        folder.write(&format!("dear/{path}"), "mine");
    }
    fs::create_dir(folder.path().join("dear/empty")).expect("a folder");
    folder
}

fn prepare(folder: &Folder, time: Time) {
    if time == Time::BeforeTheFirstBuild {
        return;
    }
    folder.run(&["build", "--root", "site"]).expect(0);
    match time {
        Time::WhereAPageChanges => {
            folder.write("site/content/pages/new.md", "---\ntitle: New\n---\nNew.\n");
        }
        Time::WhereAllIsMissing => {
            fs::remove_dir_all(folder.path().join("site/public")).expect("it goes");
        }
        _ => {}
    }
}

/// Puts a link in the place of whatever is there.
fn link(target: &Path, place: &Path) {
    fs::create_dir_all(place.parent().expect("a folder around it")).expect("folders");
    let gone = fs::remove_file(place).or_else(|_| fs::remove_dir_all(place));
    assert!(gone.is_ok() || !place.exists(), "{place:?}");
    symlink(target, place).expect("a link");
}

/// The way from a place to something in the folder around the site's.
fn way(folder: &Folder, place: &str, target: &str, is_absolute: bool) -> PathBuf {
    if target == "itself" {
        return folder.path().join(place);
    }
    match is_absolute {
        true => folder.path().join(target),
        false => PathBuf::from("../".repeat(place.matches('/').count()) + target),
    }
}

fn hold(folder: &Folder, place: &str, what: &str) {
    let before = everything(folder.path());
    for arguments in [&["build", "--root", "site"][..], &["build", "--root", "site", "--adopt"]] {
        let run = folder.run(arguments);
        assert_eq!(run.code, Some(2), "{what}: {}", run.stderr);
        assert!(run.stderr.contains("error[output-refused]"), "{what}: {}", run.stderr);
        let name = place.strip_prefix("site/").expect("a path in the site");
        assert!(run.stderr.contains(name), "{what}: {}", run.stderr);
        assert!(run.stderr.contains("help: delete "), "{what}: {}", run.stderr);
        let mut after = everything(folder.path());
        // It holds the number of whoever has it.
        after.retain(|path, _| before.contains_key(path) || !path.ends_with("public.lock"));
        assert!(before == after, "{what}: something is another than before");
    }
}

#[test]
fn no_link_among_what_is_kept_is_followed() {
    for time in TIMES {
        for place in PLACES {
            let folder = site();
            prepare(&folder, time);
            for target in TARGETS {
                for is_absolute in [true, false] {
                    link(&way(&folder, place, target, is_absolute), &folder.path().join(place));
                    hold(&folder, place, &format!("{place} to {target}, {time:?}"));
                }
            }
        }
    }
}

/// `.gitignore` does not stop whoever means to commit them.
#[test]
fn no_link_that_comes_with_a_clone_is_followed() {
    let git = |folder: &Path, arguments: &[&str]| {
        let mut git = Command::new("git");
        git.args(["-c", "user.name=A", "-c", "user.email=a@example.org"]).args(arguments);
        start(git.current_dir(folder).env("GIT_CONFIG_GLOBAL", "/dev/null")).expect(0);
    };
    for place in PLACES {
        let folder = site();
        let root = folder.path().join("site");
        folder.write("site/.gitignore", "/public\n/.letterpress\n");
        link(&way(&folder, place, "dear", false), &folder.path().join(place));
        git(&root, &["init", "--quiet"]);
        git(&root, &["add", "--force", "."]);
        git(&root, &["commit", "--quiet", "--message", "A site"]);
        fs::remove_dir_all(folder.path().join("site/.letterpress")).ok();
        git(folder.path(), &["clone", "--quiet", "site", "cloned"]);
        fs::remove_dir_all(&root).expect("it goes");
        fs::rename(folder.path().join("cloned"), &root).expect("the clone in its place");
        assert!(folder.path().join(place).is_symlink(), "{place}");
        hold(&folder, place, &format!("{place} of a clone"));
    }
}

/// What stands in the place of a file or a folder that is kept is not taken away for it.
#[test]
fn what_is_of_another_kind_than_what_is_kept_there_is_refused() {
    for place in &PLACES[1..] {
        let folder = site();
        let path = folder.path().join(place);
        let is_folder = ["staging", "old", "site"].iter().any(|name| place.ends_with(name));
        match is_folder {
            true => _ = folder.write(place, "mine"),
            false => _ = folder.write(&format!("{place}/mine.txt"), "mine"),
        }
        let before = everything(folder.path());
        let told = folder.run(&["build", "--root", "site", "--adopt"]).expect(2).stderr;
        assert!(told.contains(place.rsplit('/').next().expect("a name")), "{told}");
        let kind = if is_folder { "is not a folder" } else { "is not a file" };
        assert!(told.contains(kind), "{place}: {told}");
        assert!(before == everything(folder.path()), "{place}");
        fs::remove_file(&path).or_else(|_| fs::remove_dir_all(&path)).expect("it goes");
        folder.run(&["build", "--root", "site"]).expect(0);
    }
}

/// Links within what a stopped run left are taken away, and not what they lead to.
#[test]
fn links_in_what_a_stopped_run_left_lead_nowhere() {
    let folder = site();
    let left = folder.path().join("site/.letterpress/public.staging");
    fs::create_dir_all(left.join("site/authorities/a/b")).expect("folders");
    let dear = folder.path().join("dear");
    let before = everything(&dear);
    for place in
        ["other", "site/l", "site/authorities/l", "site/authorities/a/l", "site/authorities/a/b/l"]
    {
        symlink(&dear, left.join(place)).expect("a link");
    }
    folder.run(&["build", "--root", "site"]).expect(0);
    assert!(before == everything(&dear));
    assert!(!left.exists());
}

/// A check says so too, and writes nothing.
#[test]
fn a_check_tells_of_a_link() {
    let folder = site();
    let place = "site/.letterpress/public.staging";
    link(&folder.path().join("dear"), &folder.path().join(place));
    let before = everything(folder.path());
    let told = run(folder.path(), &["check", "--root", "site"]).expect(2).stderr;
    assert!(told.contains("public.staging"), "{told}");
    assert!(before == everything(folder.path()));
}

/// The lock is a file that others may have a second name for: what is in it is left as it is.
#[test]
fn a_second_name_of_a_file_in_the_place_of_the_lock_is_not_written_to() {
    let folder = site();
    fs::create_dir(folder.path().join("site/.letterpress")).expect("a folder");
    let lock = folder.path().join("site/.letterpress/public.lock");
    fs::hard_link(folder.path().join("dear/mine.txt"), &lock).expect("a second name");
    let mut program = program(folder.path(), &["build", "--root", "site"]);
    start(&mut program).expect(0);
    assert_eq!(fs::read(folder.path().join("dear/mine.txt")).expect("it"), b"mine");
    assert!(entries(&folder.path().join("site/public")).len() > 1);
}

/// What somebody puts into the place of the site while the first one is made is not a folder to be replaced.
#[test]
fn a_link_that_comes_while_a_site_is_made_stays() {
    let folder = site();
    let root = folder.path().join("site");
    let public = root.join("public");
    let request =
        Request { root: &root, folder: &public, home: None, foreign_files: ForeignFiles::Refuse };
    let (site, _) = crate::folder::load(&root);
    let dear = folder.path().join("dear");
    let before = everything(&dear);
    let output = Output::reserve(&request).expect("nothing is there");
    let write = |route: &Route, out: &mut dyn Write| {
        let _ = symlink(&dear, &public);
        site.write(route, out)
    };
    let refused = output.stage(&site.routes(), |_| None, write).and_then(Staged::publish);
    assert!(refused.is_err(), "{refused:?}");
    assert_eq!(fs::read_link(&public).expect("the link"), dear);
    assert!(before == everything(&folder.path().join("dear")));
}
