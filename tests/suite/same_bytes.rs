//! Same input, same bytes: whatever the number of threads, the order of the directory, the zone, the language, the
//! rights of new files and what was built before. `.ci/same-site` tries more, and a release build.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use letterpress::LoadOptions;
use letterpress::site::Changed;

use crate::folder::{Folder, program, repository, start, sunderland, tree};

type Tree = BTreeMap<String, Vec<u8>>;

/// A rich site and its themes, the files written in their order or in reverse.
fn rich_site(backwards: bool) -> Folder {
    let folder = Folder::in_memory();
    for (from, to) in [(sunderland(), ""), (repository().join("themes"), "themes")] {
        if backwards {
            folder.copy_backwards(&from, to)
        } else {
            folder.copy(&from, to)
        };
    }
    folder
}

/// What is built, by whoever has such settings.
fn build(folder: &Folder, jobs: &str, environment: &[(&str, &str)], output: &str) -> Tree {
    let mut program =
        program(folder.path(), &["build", "--quiet", "--jobs", jobs, "--output", output]);
    start(program.envs(environment.iter().copied())).expect(0);
    tree(&folder.path().join(output))
}

/// The names in a folder, in the order that the system tells them.
fn listed(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).expect("a folder");
    entries.map(|entry| entry.expect("an entry").file_name().into()).collect()
}

#[test]
fn the_same_content_gives_the_same_bytes() {
    let (forwards, backwards) = (rich_site(false), rich_site(true));
    let utc = [("TZ", "UTC"), ("LC_ALL", "C"), ("LANG", "C")];
    let first = build(&forwards, "1", &utc, "one");
    assert!(first.len() > 100, "the whole site is compared");
    let east = [("TZ", "Pacific/Kiritimati"), ("LC_ALL", "tr_TR.UTF-8"), ("LANG", "tr_TR.UTF-8")];
    assert_eq!(first, build(&forwards, "2", &east, "two"), "in the east, with two threads");
    let west = [("TZ", "America/St_Johns"), ("LC_ALL", "ar_EG.UTF-8"), ("LANG", "ar_EG.UTF-8")];
    assert_eq!(first, build(&backwards, "16", &west, "one"), "in the west, in another order");
}

/// Else the test above would say nothing of it.
#[test]
#[expect(clippy::print_stdout, reason = "it tells what it could not try")]
fn a_disk_in_memory_lists_files_in_the_order_they_came_in() {
    let orders =
        [rich_site(false), rich_site(true)].map(|it| listed(&it.path().join("content/topics")));
    let names = orders.clone().map(BTreeSet::from_iter);
    assert_eq!(names[0], names[1]);
    if Path::new("/dev/shm").exists() {
        assert_ne!(orders[0], orders[1]);
    } else {
        println!("There is no disk in memory, and others list files in an order of their own.");
    }
}

/// Rights are left to who builds, as with any file they make. What is in the files, and what they are called, is not.
#[cfg(unix)]
#[test]
fn who_may_read_new_files_is_up_to_who_builds() {
    use std::os::unix::fs::PermissionsExt;

    let folder = Folder::with_sunderland();
    let mut trees = Vec::new();
    for (umask, rights) in [("022", [0o755, 0o644]), ("077", [0o700, 0o600])] {
        let mut command = std::process::Command::new("sh");
        let script = "umask $1; exec \"$0\" build --quiet --output $1";
        command.args(["-c", script, env!("CARGO_BIN_EXE_letterpress"), umask]);
        start(command.current_dir(folder.path())).expect(0);
        let public = folder.path().join(umask);
        trees.push(tree(&public));
        for (path, rights) in [("authorities", rights[0]), ("index.html", rights[1])] {
            let found = fs::metadata(public.join(path)).expect("it").permissions().mode();
            assert_eq!(found & 0o777, rights, "{umask} {path}");
        }
    }
    assert_eq!(trees[0], trees[1]);
}

/// What was published before, or read before, leaves no trace.
#[test]
fn a_site_that_was_another_before_is_the_same_as_a_new_one() {
    let folder = Folder::with_sunderland();
    let clean = build(&folder, "2", &[], "clean");
    let path = "content/topics/early-help.md";
    let text = fs::read_to_string(folder.path().join(path)).expect("a topic");
    let mut read = letterpress::Folder::new(folder.path(), LoadOptions::default());
    read.load(&Changed::Anything).expect("a site");

    let gone = "content/pages/gone.md";
    folder
        .write(path, text.replace("title: ", "title: Another "))
        .write(gone, "---\ntitle: Gone\n---\n");
    let changed = Changed::Paths([path, gone].map(PathBuf::from).into());
    read.load(&changed).expect("a site");
    assert_ne!(clean, build(&folder, "2", &[], "public"));

    folder.write(path, text);
    fs::remove_file(folder.path().join(gone)).expect("it goes");
    let (site, _) = read.load(&changed).expect("a site");
    let page =
        |route: &letterpress::plan::Route| (route.file(), site.render(route).expect("a page"));
    let seen: Tree = site.routes().into_iter().map(page).collect();
    let published = build(&folder, "2", &[], "public");
    assert_eq!(clean, published, "built over another");
    let mut pages = published;
    pages.retain(|path, _| !path.starts_with("pagefind/"));
    assert_eq!(seen, pages, "read again in part");
}
