//! A site's folder made for a test, and the program run on it.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::time::{Duration, UNIX_EPOCH};

use letterpress::diagnostics::Report;
use letterpress::{LoadOptions, Site};
use walkdir::WalkDir;

/// The repository's own folder. It is a site too, but one that editors add to: tests of its content take it from
/// `repository_content`, and all others a site of their own.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Repository;

/// The repository's own folder.
pub(crate) fn repository() -> Repository {
    Repository
}

impl Repository {
    /// The path of something in it that editors do not write.
    #[track_caller]
    pub(crate) fn join(self, path: impl AsRef<Path>) -> PathBuf {
        let path = path.as_ref();
        let is_site = path.as_os_str().is_empty()
            || [".", "content", "site.toml"].iter().any(|it| path.starts_with(it));
        assert!(!is_site, "{}: `repository_content` hands this out", path.display());
        Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
    }
}

/// A site of three authorities and four letters, of which three are to Sunderland in two cycles, with all topics that
/// there were: as rich as a real one, and always the same.
pub(crate) fn sunderland() -> PathBuf {
    repository().join("tests/sites/look-sunderland/in")
}

/// Whether the files that tests compare with are to be written anew.
pub(crate) fn is_update() -> bool {
    std::env::var_os("UPDATE").is_some()
}

/// What a build keeps beside the output folder for the next; the note only where the system says when anything about a
/// file was changed.
pub(crate) const KEPT: &[&str] = &[
    "public.lock",
    "public.made-of",
    "public.manifest",
    #[cfg(unix)]
    "public.note",
    "public.parsed",
];

/// A folder that goes when the test ends.
pub(crate) struct Folder {
    temporary: tempfile::TempDir,
}

impl Folder {
    /// An empty folder.
    pub(crate) fn new() -> Self {
        Folder { temporary: tempfile::tempdir().expect("a temporary folder") }
    }

    /// An empty folder on a disk in memory, where there is one: there folders list their files in the order that they
    /// came in, and nothing waits for what others write.
    pub(crate) fn in_memory() -> Self {
        tempfile::tempdir_in("/dev/shm")
            .map_or_else(|_| Folder::new(), |temporary| Folder { temporary })
    }

    /// A site with an authority and four topics, to add a letter to.
    pub(crate) fn with_sunderland() -> Self {
        let folder = Folder::new();
        folder.copy(&repository().join("tests/letters/site"), "");
        folder
    }

    /// Where it is.
    pub(crate) fn path(&self) -> &Path {
        self.temporary.path()
    }

    /// Writes a file, and the folders around it.
    pub(crate) fn write(&self, path: &str, text: impl AsRef<[u8]>) -> &Self {
        let path = self.path().join(path);
        fs::create_dir_all(path.parent().expect("a folder around it")).expect("folders");
        fs::write(path, text).expect("a file");
        self
    }

    /// Copies a tree into a folder of this one.
    pub(crate) fn copy(&self, from: &Path, to: &str) -> &Self {
        self.copy_in_order(from, to, false)
    }

    /// Copies a tree, its files in reverse order.
    pub(crate) fn copy_backwards(&self, from: &Path, to: &str) -> &Self {
        self.copy_in_order(from, to, true)
    }

    /// Copies one file.
    pub(crate) fn copy_file(&self, from: &Path, to: &str) -> &Self {
        self.write(to, fs::read(from).expect("a file to copy"))
    }

    fn copy_in_order(&self, from: &Path, to: &str, backwards: bool) -> &Self {
        let mut files: Vec<(String, Vec<u8>)> = tree(from).into_iter().collect();
        if backwards {
            files.reverse();
        }
        for (path, bytes) in files {
            self.write(&Path::new(to).join(path).to_string_lossy(), bytes);
        }
        self
    }

    /// The site that the folder holds, and what is wrong with it.
    pub(crate) fn load(&self) -> (Site, Report) {
        load(self.path())
    }

    /// Runs the program with the folder as its own.
    pub(crate) fn run(&self, arguments: &[&str]) -> Run {
        run(self.path(), arguments)
    }

    /// Runs the program with the folder as its own, and says how long processors worked for it: on a machine that
    /// serves others meanwhile, a clock on the wall says little.
    pub(crate) fn timed(&self, arguments: &[&str]) -> (Run, Duration) {
        let mut shell = Command::new("sh");
        shell.args(["-c", "\"$0\" \"$@\"; code=$?; times >&2; exit $code"]);
        shell.arg(env!("CARGO_BIN_EXE_letterpress")).args(arguments).current_dir(self.path());
        let run = start(shell.env_remove("CLICOLOR_FORCE").env_remove(STEP_SUMMARY));
        // The shell tells its own times, and in another line those of what it ran: `0m0.21s 0m0.03s`.
        let times = run.stderr.lines().last().expect("two times").split_whitespace();
        let took = times.map(|time| {
            let (minutes, rest) = time.split_once('m').expect("minutes");
            let seconds = rest.trim_end_matches('s').parse::<f64>().expect("seconds");
            Duration::from_secs_f64(minutes.parse::<f64>().expect("minutes") * 60.0 + seconds)
        });
        let took = took.sum();
        (run, took)
    }

    /// Runs the program as a step of GitHub Actions does, which names a file for a summary.
    pub(crate) fn run_as_step(&self, arguments: &[&str], summary: &str) -> Run {
        start(program(self.path(), arguments).env(STEP_SUMMARY, summary))
    }
}

/// Loads the site in a folder.
pub(crate) fn load(root: &Path) -> (Site, Report) {
    Site::load(root, &LoadOptions::default()).unwrap_or_else(|error| panic!("{error}"))
}

/// Runs the program in a folder.
pub(crate) fn run(folder: &Path, arguments: &[&str]) -> Run {
    start(&mut program(folder, arguments))
}

const STEP_SUMMARY: &str = "GITHUB_STEP_SUMMARY";

/// The program, about to be run in a folder.
pub(crate) fn program(folder: &Path, arguments: &[&str]) -> Command {
    let mut program = Command::new(env!("CARGO_BIN_EXE_letterpress"));
    program.args(arguments).current_dir(folder);
    program.env_remove("CLICOLOR_FORCE").env_remove(STEP_SUMMARY);
    program
}

/// Runs a program to its end.
#[track_caller]
pub(crate) fn start(program: &mut Command) -> Run {
    Run::new(&program.output().expect("the program starts"))
}

/// How a run of the program ended, and what it said.
#[derive(Debug)]
pub(crate) struct Run {
    pub(crate) code: Option<i32>,
    pub(crate) stdout: String,
    pub(crate) stderr: String,
}

impl Run {
    #[track_caller]
    fn new(output: &Output) -> Self {
        assert!(output.status.code().is_some(), "something stopped it: {}", output.status);
        Run {
            code: output.status.code(),
            stdout: String::from_utf8(output.stdout.clone()).expect("text"),
            stderr: String::from_utf8(output.stderr.clone()).expect("text"),
        }
    }

    /// Fails unless the run ended with this exit code.
    #[track_caller]
    pub(crate) fn expect(self, code: i32) -> Self {
        assert_eq!(self.code, Some(code), "{self:#?}");
        self
    }
}

/// Every file below a folder, by its path inside it.
pub(crate) fn tree(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    WalkDir::new(folder)
        .into_iter()
        .map(|entry| entry.expect("a readable folder"))
        .filter(|entry| entry.file_type().is_file())
        .map(|entry| {
            let inside = entry.path().strip_prefix(folder).expect("a path inside");
            (inside.to_string_lossy().into_owned(), fs::read(entry.path()).expect("a file"))
        })
        .collect()
}

/// The entries of a folder, in order.
pub(crate) fn entries(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap_or_else(|error| panic!("{folder:?}: {error}"));
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.expect("an entry").path()).collect();
    paths.sort();
    paths
}

/// Writes a list of what was published as a build does: the file has the time that the list names.
pub(crate) fn write_list(path: &Path, list: impl AsRef<[u8]>) {
    fs::create_dir_all(path.parent().expect("a folder around it")).expect("folders");
    fs::write(path, &list).expect("a list");
    let list = String::from_utf8_lossy(list.as_ref()).into_owned();
    let written = list.lines().nth(1).and_then(|line| line.strip_prefix("written ")?.parse().ok());
    if let Some(at) = written.and_then(|at| UNIX_EPOCH.checked_add(Duration::from_secs(at))) {
        let file = fs::File::options().write(true).open(path).expect("the list");
        file.set_modified(at).expect("its time");
    }
}

/// Everything below a folder, by its path inside it: what a file holds, where a link leads, or that there is
/// something else.
pub(crate) fn everything(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let entries = WalkDir::new(folder).min_depth(1).into_iter();
    entries
        .map(|entry| entry.expect("a readable folder"))
        .map(|entry| {
            let inside = entry.path().strip_prefix(folder).expect("a path inside").to_owned();
            let bytes = match entry.file_type() {
                kind if kind.is_file() => fs::read(entry.path()).expect("a file"),
                kind if kind.is_symlink() => {
                    let target = fs::read_link(entry.path()).expect("a link");
                    format!("a link to {}", target.display()).into_bytes()
                }
                kind => format!("{kind:?}").into_bytes(),
            };
            (inside, bytes)
        })
        .collect()
}

/// A letter on a visit, with these words below its facts.
pub(crate) fn letter_with(words: &str) -> String {
    format!(
        "---\nkind: monitoring-visit\nvisit: 2\non_site: 2017-02\ndated: 2017-03\n\
         source: https://letters.example/2.pdf\nfindings:\n  - polarity: strength\n    topics: [leadership]\n    \
         text: Leaders lead.\n---\n{words}\n"
    )
}
