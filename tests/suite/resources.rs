//! Few processes, little memory, files that may not grow, few open files: a run ends with a word on it, and the site is as
//! it was. No run panics, and none is ended by a signal.

use std::collections::BTreeMap;
use std::fs;
use std::io::{BufRead, BufReader};
use std::os::unix::fs::{MetadataExt, chown};
use std::process::{Command, Stdio, id};

use rustix::process::{Pid, Signal, kill_process};
use walkdir::WalkDir;

use crate::folder::{Folder, Run, repository, tree};

/// What is run: the last words of each command line, and whether it makes a site in `public`.
const COMMANDS: [&[&str]; 6] = [
    &["build", "--root", "two", "--output", "public"],
    &["check", "--root", "two"],
    &["serve", "--root", "two", "--port", "0"],
    &["list", "letters", "--root", "two"],
    &["ids", "--root", "two", "--against", "public"],
    &["explain"],
];

const NEW_TOPIC: &[&str] = &["new", "topic", "Care", "--group", "Practice", "--root", "two"];

/// Two sites, the first of them published, where somebody works who is not root: no limit on processes holds root.
struct Limited {
    folder: Folder,
    /// What makes somebody ordinary of whoever runs the tests. Nobody else has processes as they.
    ordinary: Vec<String>,
    sites: [BTreeMap<String, Vec<u8>>; 2],
}

impl Limited {
    fn new(test: u32) -> Self {
        let folder = Folder::new();
        let sites = ["one", "two"].map(|site| {
            folder.copy(&repository().join("tests/letters/site"), site);
            let text = format!("---\ntitle: Page\n---\nOf site {site}.\n");
            folder.write(&format!("{site}/content/pages/page.md"), text);
            folder.run(&["build", "--root", site, "--output", site_of(site)]).expect(0);
            tree(&folder.path().join(site_of(site)))
        });
        folder.run(&["build", "--root", "one", "--output", "public"]).expect(0);
        // The repository may be where only root may look.
        fs::copy(env!("CARGO_BIN_EXE_letterpress"), folder.path().join("program")).expect("a copy");
        let is_root = fs::metadata(folder.path()).expect("it").uid() == 0;
        let user = 61_000 + (id() * 8 + test) % 4_000;
        let ordinary = if is_root {
            WalkDir::new(folder.path()).into_iter().for_each(|entry| {
                chown(entry.expect("an entry").path(), Some(user), Some(user)).expect("an owner");
            });
            format!("setpriv --reuid={user} --regid={user} --clear-groups")
        } else {
            "unshare --user --map-root-user".to_owned()
        };
        let ordinary = ordinary.split(' ').map(str::to_owned).collect();
        Limited { folder, ordinary, sites }
    }

    /// The program, about to be run within a limit of `prlimit`, and within two minutes.
    fn program(&self, limit: &str, arguments: &[&str]) -> Command {
        let mut command = Command::new("timeout");
        command.arg("120").args(&self.ordinary).args(["prlimit", limit]);
        command.arg(self.folder.path().join("program")).args(arguments);
        command.current_dir(self.folder.path()).stdin(Stdio::null());
        for variable in ["CLICOLOR_FORCE", "GITHUB_STEP_SUMMARY", "RUST_BACKTRACE"] {
            command.env_remove(variable);
        }
        command
    }

    /// Runs it, and looks at how it ended and what became of the site.
    #[track_caller]
    fn run(&self, limit: &str, arguments: &[&str]) -> Run {
        let mut program = self.program(limit, arguments);
        let run = match arguments[0] {
            "serve" => served(&mut program),
            _ => crate::folder::start(&mut program),
        };
        assert!(matches!(run.code, Some(0..=3)), "{limit} {arguments:?}: {run:#?}");
        // Where memory ends, the library that compresses the search index has its say before ours.
        let has_said =
            run.code == Some(3) && (limit.starts_with("--as") || limit.starts_with("--data"));
        let is_panic = run.stderr.contains("panicked") && !has_said;
        assert!(!is_panic, "{limit} {arguments:?}: {run:#?}");
        assert!(run.code == Some(0) || !run.stderr.is_empty(), "{limit} {arguments:?}: no word");
        let public = tree(&self.folder.path().join("public"));
        let is_built = run.code == Some(0) && arguments[0] == "build";
        assert!(public == self.sites[usize::from(is_built)], "{limit} {arguments:?}: {run:#?}");
        if is_built {
            // Without a limit the next is built as ever, whatever the last has left.
            let back = ["build", "--quiet", "--root", "one", "--output", "public"];
            crate::folder::start(&mut self.program("--core=0", &back)).expect(0);
        }
        run
    }

    /// Runs every command within each of these limits. Gives how many runs ended with each code.
    fn run_all(&self, limits: impl Iterator<Item = String>) -> [usize; 4] {
        let mut ended = [0; 4];
        for limit in limits {
            for arguments in COMMANDS {
                let code = self.run(&limit, arguments).code.expect("a code");
                ended[usize::try_from(code).expect("a code")] += 1;
            }
        }
        ended
    }
}

fn site_of(root: &str) -> &'static str {
    if root == "one" { "whole-one" } else { "whole-two" }
}

/// Runs a preview until it is ready, or has ended.
fn served(program: &mut Command) -> Run {
    let mut child = program.stderr(Stdio::piped()).spawn().expect("it starts");
    let mut said = String::new();
    let mut lines = BufReader::new(child.stderr.take().expect("what it says"));
    while lines.read_line(&mut said).is_ok_and(|read| read > 0) {
        if said.contains("Ready in ") {
            let process = Pid::from_child(&child);
            kill_process(process, Signal::TERM).expect("it is asked to end");
            break;
        }
    }
    lines.lines().map_while(Result::ok).for_each(|line| said += &line);
    let code = child.wait().expect("it has ended").code();
    Run { code, stdout: String::new(), stderr: said }
}

#[test]
fn one_to_eight_processes_are_enough_or_are_told_of() {
    let limited = Limited::new(0);
    let [done, content, usage, machine] =
        limited.run_all((1..=8).map(|count| format!("--nproc={count}")));
    assert_eq!((content, usage), (0, 0));
    // Without a thread of its own there is no preview and no search index; lists need none.
    assert!(done > 24 && machine >= 8, "{done} were done, {machine} refused");
    let told = limited.run("--nproc=1", COMMANDS[0]).expect(3).stderr;
    assert!(told.contains("could not start a thread") && told.contains("`ulimit -u`"), "{told}");
    limited.run("--nproc=1", COMMANDS[3]).expect(0);
    limited.run("--nproc=5", COMMANDS[0]).expect(0);
    limited.run("--nproc=16", COMMANDS[2]).expect(0);
}

#[test]
fn where_memory_ends_the_run_ends_with_a_word() {
    let limited = Limited::new(1);
    for limit in ["--data", "--as"] {
        // With less, the program is not even loaded. How much that takes depends on how it was built: it is mapped too.
        let is_loaded = |size: &u64| {
            let limit = format!("{limit}={}", size * 1_000_000);
            limited.program(&limit, &["--version"]).output().expect("it runs").status.success()
        };
        let least = (1..500).find(is_loaded).expect("a size that is enough to be loaded");
        let sizes = [0, 1, 3, 5, 9, 15, 20, 25, 35, 55, 95].map(|more| least + more);
        let limits = sizes.iter().map(|size| format!("{limit}={}", size * 1_000_000));
        let [done, content, usage, machine] = limited.run_all(limits);
        assert_eq!((content, usage), (0, 0), "{limit}");
        assert!(done > 20 && machine > 0, "{limit}: {done} were done, {machine} refused");
    }
}

#[test]
fn a_file_that_may_not_grow_is_told_of() {
    let limited = Limited::new(2);
    for size in [0, 1, 10, 100, 512, 1_000, 2_000, 4_096, 6_000, 10_000] {
        let limit = format!("--fsize={size}");
        let run = limited.run(&limit, COMMANDS[0]);
        // Small pages are smaller than the last of these.
        assert!(run.code == Some(3) || size > 4_096, "{size}: {run:?}");
        let told = run.stderr.contains("File too large") && run.stderr.contains("`ulimit -f`");
        assert_eq!(run.code == Some(3), told, "{size}: {run:?}");
        for arguments in &COMMANDS[1..] {
            limited.run(&limit, arguments).expect(0);
        }
        for arguments in [&["init", "new"][..], NEW_TOPIC] {
            let run = limited.run(&limit, arguments);
            assert!(run.code == Some(3) || size >= 100, "{size}: {run:?}");
        }
        let new = limited.folder.path().join("two/content/topics/care.md");
        assert!(fs::read(&new).is_ok_and(|text| !text.is_empty()) || !new.exists());
        let _ = fs::remove_file(new);
        let _ = fs::remove_dir_all(limited.folder.path().join("new"));
    }
    limited.run("--fsize=100000000", COMMANDS[0]).expect(0);
}

#[test]
fn four_to_sixty_four_open_files_are_enough_or_are_told_of() {
    let limited = Limited::new(3);
    let counts = (4..=20).chain([24, 28, 32, 40, 48, 64]);
    let [done, content, _, machine] =
        limited.run_all(counts.map(|count| format!("--nofile={count}")));
    assert_eq!(content, 0);
    assert!(done > 60 && machine > 10, "{done} were done, {machine} refused");
    limited.run("--nofile=64", COMMANDS[2]).expect(0);
}
