//! Builds and previews that somebody ends: nothing is left behind, and whoever started them sees what ended them.

#![expect(clippy::print_stdout, reason = "it tells how many there were")]

use std::fs;
use std::os::unix::process::ExitStatusExt;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::thread::yield_now;

use rustix::process::{Pid, Signal, kill_process};

use crate::folder::{Folder, program, repository, tree};
use crate::interrupted::left_behind;
use crate::preview_server::Served;

/// Those that ask a program to end, and that whoever runs the tests lets their programs hear.
pub(crate) fn signals() -> Vec<Signal> {
    let status = fs::read_to_string("/proc/self/status").expect("a status");
    let ignored = status.lines().find_map(|line| line.strip_prefix("SigIgn:")).expect("a line");
    let ignored = u64::from_str_radix(ignored.trim(), 16).expect("bits");
    let signals = [Signal::HUP, Signal::INT, Signal::QUIT, Signal::TERM].into_iter();
    signals.filter(|signal| ignored & (1 << (signal.as_raw() - 1)) == 0).collect()
}

/// A site that takes a while to make.
fn site() -> Folder {
    let folder = Folder::in_memory();
    folder.copy(&repository().join("tests/letters/site"), "");
    change(&folder, "Of the first site.");
    folder
}

/// Writes every page of it anew.
fn change(folder: &Folder, words: &str) {
    for number in 0..400 {
        let text = format!("---\ntitle: Page {number}\n---\n{words}\n");
        folder.write(&format!("content/pages/page-{number}.md"), text);
    }
}

/// Sends a signal to a build once it makes its pages, and waits for its end.
fn end(folder: &Folder, mut build: Child, signal: Signal) -> ExitStatus {
    let staging = folder.path().join(".letterpress/public.staging/site");
    while !staging.exists() {
        if let Some(status) = build.try_wait().expect("a state") {
            return status;
        }
        yield_now();
    }
    let process = Pid::from_child(&build);
    // It may have ended by now; until it is waited for, the number is its own.
    let _ = kill_process(process, signal);
    build.wait().expect("it has ended")
}

#[test]
fn a_build_that_is_ended_leaves_nothing_and_the_old_site() {
    let folder = site();
    folder.run(&["build"]).expect(0);
    let public = folder.path().join("public");
    let mut were_ended = 0;
    for (round, signal) in signals().into_iter().cycle().take(12).enumerate() {
        let before = tree(&public);
        change(&folder, &format!("Of round {round}."));
        let build = program(folder.path(), &["build"]).stderr(Stdio::null()).spawn();
        let status = end(&folder, build.expect("it starts"), signal);
        let left = left_behind(&folder);
        assert!(left.is_empty(), "{signal:?}: {left:?} was left");
        match status.signal() {
            Some(ended) => assert_eq!(ended, signal.as_raw(), "{status}"),
            // It was done before.
            None => assert_eq!(status.code(), Some(0)),
        }
        let is_old = before == tree(&public);
        were_ended += usize::from(is_old && status.signal().is_some());
        if !is_old {
            folder.run(&["build", "--output", "elsewhere/clean"]).expect(0);
            let clean = tree(&folder.path().join("elsewhere/clean"));
            assert!(clean == tree(&public), "{signal:?}: one of two");
        }
    }
    println!("{were_ended} of 12 builds were ended while they made pages.");
    assert!(were_ended > 6, "{were_ended} were ended while they made pages");
}

/// So does a first build, which has no old site to keep.
#[test]
fn a_first_build_that_is_ended_leaves_nothing() {
    let folder = site();
    let build = program(folder.path(), &["build"]).stderr(Stdio::null()).spawn();
    end(&folder, build.expect("it starts"), Signal::TERM);
    let kept = fs::read_dir(folder.path().join(".letterpress")).expect("a folder");
    let kept: Vec<_> = kept.map(|entry| entry.expect("an entry").file_name()).collect();
    let is_built = folder.path().join("public").exists();
    assert!(is_built || kept == ["public.lock"], "{kept:?}");
    assert!(left_behind(&folder).is_empty());
}

/// Whoever starts it with `nohup` wants it to go on when they have left.
#[test]
fn what_a_build_was_started_not_to_hear_does_not_end_it() {
    let folder = site();
    let mut shell = Command::new("sh");
    shell.args(["-c", "trap '' HUP; exec \"$0\" build --quiet", env!("CARGO_BIN_EXE_letterpress")]);
    let build = shell.current_dir(folder.path()).stderr(Stdio::null()).spawn().expect("it starts");
    assert_eq!(end(&folder, build, Signal::HUP).code(), Some(0));
    assert!(folder.path().join("public/index.html").exists());
}

#[cfg(feature = "preview")]
#[test]
fn a_preview_that_is_ended_ends_in_order() {
    let folder = Folder::with_sunderland();
    for signal in signals() {
        let served = Served::start(folder.path(), &[]);
        assert_eq!(served.end(signal).code(), Some(0), "{signal:?}");
    }
    assert!(!folder.path().join(".letterpress").exists());
}
