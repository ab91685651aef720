//! What others do to the output folder while a site is made and put in its place.

#![expect(
    clippy::disallowed_methods,
    clippy::print_stdout,
    reason = "files are written by the clock, and it tells how often"
)]

use std::fs::{self, File};
use std::process::{Child, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use crate::folder::{Folder, KEPT, everything, program, start, tree, write_list};

/// How often a file is written while one site replaces another.
const WRITES: u32 = 24;

/// Starts to build a site that is another than that of the round before.
fn start_build(folder: &Folder, round: u32) -> Child {
    let address = format!("https://letters.example/{round}/");
    let mut program = program(folder.path(), &["build", "--quiet", "--base-url", &address]);
    program.stderr(Stdio::null()).spawn().expect("it starts")
}

/// Waits until a run is about to put its site in place, or has ended.
fn wait_for_the_swap(folder: &Folder, run: &mut Child) -> Option<Instant> {
    let next = folder.path().join(".letterpress/public.next-manifest");
    while run.try_wait().expect("it can be asked").is_none() {
        if next.exists() {
            return Some(Instant::now());
        }
    }
    None
}

fn time_of_a_swap(folder: &Folder) -> Duration {
    for round in WRITES.. {
        let mut run = start_build(folder, round);
        let start = wait_for_the_swap(folder, &mut run);
        run.wait().expect("it ends");
        if let Some(start) = start {
            return start.elapsed();
        }
    }
    unreachable!("one of them is seen")
}

#[test]
fn what_somebody_writes_just_before_the_swap_is_not_lost() {
    let folder = Folder::with_sunderland();
    for number in 0..400 {
        let text = format!("---\ntitle: Page {number}\n---\nWords.\n");
        folder.write(&format!("content/pages/page-{number}.md"), text);
    }
    folder.run(&["build"]).expect(0);
    let time = time_of_a_swap(&folder);

    let (mut refused, mut built) = (0, 0);
    for round in 0..WRITES {
        let mut run = start_build(&folder, round);
        // On a busy machine it may be over before it is seen.
        let start = wait_for_the_swap(&folder, &mut run).unwrap_or_else(Instant::now);
        while start.elapsed() < time * round / WRITES {
            thread::sleep(Duration::from_micros(50));
        }
        let path = folder.path().join("public/mine.txt");
        fs::write(&path, "mine").expect("a file");
        match run.wait().expect("it ends").code() {
            Some(0) => built += 1,
            Some(2) => refused += 1,
            code => panic!("round {round} ended with {code:?}"),
        }
        assert!(
            path.exists(),
            "round {round}: a file was lost, {:?} into {time:?}",
            start.elapsed()
        );
        fs::remove_file(&path).expect("it goes");
    }
    println!(
        "Of {WRITES} builds {refused} left the old site for the sake of a file, {built} came first."
    );
}

/// Two builds at once would take each other's staging folder away.
#[test]
fn a_lock_that_was_taken_away_is_missed() {
    let folder = Folder::with_sunderland();
    folder.run(&["build"]).expect(0);
    let before = tree(&folder.path().join("public"));
    folder.write("themes/slow/theme.toml", "name = \"slow\"\nextends = \"plain\"\n");
    let slow =
        "{% for a in range(end=1000) %}{% for b in range(end=1000) %}{% endfor %}{% endfor %}slow";
    folder.write("themes/slow/templates/404.html", slow);
    let arguments = ["build", "--theme", "slow", "--jobs", "1"];
    let mut run = program(folder.path(), &arguments);
    let mut run = run.stderr(Stdio::null()).spawn().expect("it starts");
    let staging = folder.path().join(".letterpress/public.staging");
    while !staging.exists() {
        assert!(run.try_wait().expect("it can be asked").is_none(), "it stages");
    }
    fs::remove_file(folder.path().join(".letterpress/public.lock")).expect("the lock");
    assert_eq!(run.wait().expect("it ends").code(), Some(2));
    assert_eq!(before, tree(&folder.path().join("public")));
}

/// A run that was stopped between the two steps of a swap, and an empty folder that somebody made since.
#[test]
fn an_empty_folder_does_not_stand_in_the_way_of_the_old_site() {
    let folder = Folder::with_sunderland();
    folder.run(&["build"]).expect(0);
    let public = folder.path().join("public");
    let whole = tree(&public);
    folder.write(".letterpress/public.staging/site/index.html", "half a site");
    fs::rename(&public, folder.path().join(".letterpress/public.staging/old")).expect("aside");
    fs::create_dir(&public).expect("an empty folder");
    folder.run(&["build"]).expect(0);
    assert_eq!(whole, tree(&public));
}

/// A run that was stopped right after the swap, before it looked at the old site once more.
#[test]
fn what_was_written_just_before_a_stopped_swap_is_not_taken_away() {
    let folder = Folder::with_sunderland();
    folder.run(&["build"]).expect(0);
    let kept = |name: &str| folder.path().join(".letterpress").join(name);
    let first = fs::read(kept("public.manifest")).expect("the manifest");
    folder.copy(&folder.path().join("public"), ".letterpress-old");
    folder.write("content/pages/new.md", "---\ntitle: New\n---\nNew.\n");
    folder.run(&["build"]).expect(0);
    let stop = || {
        fs::rename(kept("public.manifest"), kept("public.next-manifest")).expect("the new one");
        write_list(&kept("public.manifest"), &first);
        folder.copy(&folder.path().join(".letterpress-old"), ".letterpress/public.staging/site");
    };
    stop();
    folder.write(".letterpress/public.staging/site/about/mine.txt", "mine");
    let before = tree(folder.path());
    let told = folder.run(&["build"]).expect(2).stderr;
    assert!(told.contains("public.staging/site/about/mine.txt"), "{told}");
    assert_eq!(before, tree(folder.path()));
    fs::remove_file(kept("public.staging/site/about/mine.txt")).expect("it is moved");
    folder.run(&["build"]).expect(0);
    assert!(!kept("public.staging").exists());
}

/// After a stop that leaves two manifests, a folder of ours that was emptied is still ours.
#[test]
fn a_folder_emptied_after_a_stop_is_still_ours() {
    let folder = Folder::with_sunderland();
    folder.write("content/pages/old.md", "---\ntitle: Old\n---\nOld.\n");
    folder.run(&["build"]).expect(0);
    let kept = |name: &str| folder.path().join(".letterpress").join(name);
    write_list(&kept("public.next-manifest"), fs::read(kept("public.manifest")).expect("two"));
    fs::remove_file(folder.path().join("public/old/index.html")).expect("it goes");
    for _ in 0..2 {
        folder.run(&["build"]).expect(0);
    }
}

/// Whatever stands in the place of the list is told, and does not hold up the program.
#[cfg(target_os = "linux")]
#[test]
fn a_manifest_that_is_no_file_is_refused_at_once() {
    let folder = Folder::with_sunderland();
    folder.run(&["build"]).expect(0);
    let path = folder.path().join(".letterpress/public.manifest");
    let before = tree(&folder.path().join("public"));
    let soon = |told: &str| {
        let script = "ulimit -v 4000000; exec timeout 20 \"$0\" build";
        let mut command = std::process::Command::new("sh");
        command.args(["-c", script, env!("CARGO_BIN_EXE_letterpress")]);
        let run = start(command.current_dir(folder.path())).expect(2);
        assert!(run.stderr.contains("public.manifest") && run.stderr.contains(told), "{run:?}");
    };
    fs::remove_file(&path).expect("it goes");
    assert!(std::process::Command::new("mkfifo").arg(&path).status().expect("mkfifo").success());
    soon("is not a file");
    fs::remove_file(&path).expect("it goes");
    std::os::unix::fs::symlink("/dev/zero", &path).expect("a link");
    soon("is not a file");
    fs::remove_file(&path).expect("it goes");
    File::create(&path).expect("a file").set_len(100_000_000_000).expect("room");
    soon("is too large");
    assert_eq!(before, tree(&folder.path().join("public")));
}

/// The indexer's own files come from the program, whatever a manifest says of those that are there.
#[cfg(feature = "search")]
#[test]
fn a_script_of_others_is_not_kept_with_the_search_index() {
    let folder = Folder::with_sunderland();
    folder.run(&["build"]).expect(0);
    let script = folder.path().join("public/pagefind/pagefind.js");
    let ours = fs::read(&script).expect("the script");
    // A list that says of the site that it is what was published.
    let theirs = [&ours[..], b"\nalert(1)"].concat();
    fs::write(&script, &theirs).expect("another");
    let path = folder.path().join(".letterpress/public.manifest");
    let text = fs::read_to_string(&path).expect("the manifest");
    let lines: Vec<String> = text
        .lines()
        .filter(|line| !line.starts_with("end "))
        .map(|line| {
            if line.ends_with(" pagefind/pagefind.js") {
                let hash = xxhash_rust::xxh3::xxh3_128(&theirs);
                format!("{hash:032x} {} pagefind/pagefind.js\n", theirs.len())
            } else {
                format!("{line}\n")
            }
        })
        .collect();
    let hash = xxhash_rust::xxh3::xxh3_128(lines.concat().as_bytes());
    write_list(&path, format!("{}end {hash:032x}\n", lines.concat()));
    folder.run(&["build"]).expect(0);
    assert!(fs::read(&script).expect("the script") == ours, "theirs is on the site");
    assert!(everything(&folder.path().join(".letterpress")).len() == KEPT.len());
}
