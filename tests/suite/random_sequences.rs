//! A site that is edited, built, killed while it is built, and deleted in part, at random: what is built in the
//! end is what a clean build gives.
//!
//! A short run is a part of the tests. `.ci/kill-while-building` is the long one, and prints how far it has come.

#![expect(
    clippy::disallowed_methods,
    clippy::print_stdout,
    reason = "it tells how many there were, and builds are killed by the clock"
)]

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::atomic::{AtomicUsize, Ordering::Relaxed};
use std::thread;
use std::time::{Duration, Instant};

use letterpress::{LoadOptions, Site};
use rayon::prelude::*;

use crate::edits::{Editor, Random};
use crate::folder::{Folder, program, start, tree};
use crate::interrupted::left_behind;

/// How many sequences are tried, unless `SEQUENCES` says otherwise.
const SEQUENCES: usize = 24;

/// How often it is told how far it has come.
const TOLD: usize = 500;

/// What happens in a sequence.
#[derive(Clone, Copy)]
enum Act {
    Edit,
    Build,
    Kill,
    Delete,
}

/// Each is done at least once, and some of them more often, in any order.
const ACTS: [Act; 4] = [Act::Edit, Act::Build, Act::Kill, Act::Delete];

const MORE_AT_MOST: usize = 4;

/// What was done in all sequences.
#[derive(Default)]
struct Counts {
    edits: AtomicUsize,
    built: AtomicUsize,
    refused: AtomicUsize,
    killed: AtomicUsize,
    ended: AtomicUsize,
    files: AtomicUsize,
    folders: AtomicUsize,
    /// How long the builds took that were let end, in microseconds.
    time: AtomicUsize,
}

fn count(number: &AtomicUsize) {
    number.fetch_add(1, Relaxed);
}

struct Sequence<'a> {
    editor: Editor,
    output: Folder,
    random: Random,
    /// Whether the site as it is cannot be built.
    is_bad: bool,
    done: Vec<String>,
    counts: &'a Counts,
}

impl Sequence<'_> {
    fn edit(&mut self) {
        let edit = self.editor.edit(self.is_bad);
        self.is_bad = !can_be_built(self.editor.root());
        self.done.push(edit.what);
        count(&self.counts.edits);
    }

    fn build(&mut self) {
        let begin = Instant::now();
        let run = start(&mut build(&self.editor, &self.output));
        self.counts.time.fetch_add(begin.elapsed().as_micros() as usize, Relaxed);
        self.done.push(format!("build, {:?}", run.code));
        let is_right = matches!((self.is_bad, run.code), (false, Some(0)) | (true, Some(1 | 2)));
        assert!(is_right, "{:?}: {run:#?}", self.done);
        count(if self.is_bad { &self.counts.refused } else { &self.counts.built });
    }

    /// Kills a build within one and a half times what builds have taken so far.
    fn kill(&mut self) {
        let Counts { time, built, refused, .. } = self.counts;
        let builds = built.load(Relaxed) + refused.load(Relaxed);
        let mean = time.load(Relaxed) / builds.max(1);
        let wait = Duration::from_micros(self.random.below(1 + mean * 3 / 2) as u64);
        let mut program = build(&self.editor, &self.output);
        let mut run = program.stderr(Stdio::null()).spawn().expect("it starts");
        thread::sleep(wait);
        run.kill().expect("it is killed, or has ended");
        let is_killed = run.wait().expect("it has ended").code().is_none();
        self.done.push(format!("kill after {wait:?}"));
        count(if is_killed { &self.counts.killed } else { &self.counts.ended });
    }

    /// Deletes a file of what was published, or all of it.
    fn delete(&mut self) {
        let public = self.output.path().join("public");
        let files: Vec<String> =
            if public.exists() { tree(&public).into_keys().collect() } else { Vec::new() };
        if files.is_empty() || self.random.percent(20) {
            let _ = fs::remove_dir_all(public);
            self.done.push("delete all".to_owned());
            return count(&self.counts.folders);
        }
        let file = &files[self.random.below(files.len())];
        fs::remove_file(public.join(file)).expect("it goes");
        self.done.push(format!("delete {file}"));
        count(&self.counts.files);
    }
}

fn build(editor: &Editor, output: &Folder) -> Command {
    let root = editor.root().to_string_lossy().into_owned();
    program(output.path(), &["build", "--jobs", "1", "--root", &root, "--output", "public"])
}

fn can_be_built(root: &Path) -> bool {
    Site::load(root, &LoadOptions::default()).is_ok_and(|(site, report)| {
        !report.has_errors() && site.routes().into_iter().all(|route| site.render(route).is_ok())
    })
}

fn sequence(seed: u64, counts: &Counts) {
    // Most of the time that a build takes goes into the search index.
    let editor =
        if seed.is_multiple_of(8) { Editor::new(seed) } else { Editor::without_search(seed) };
    let (output, random) = (Folder::new(), Random::new(seed, 1));
    let mut sequence = Sequence {
        editor,
        output,
        random,
        is_bad: false,
        done: vec![format!("seed {seed}")],
        counts,
    };
    let mut acts = ACTS.to_vec();
    for _ in 0..sequence.random.below(MORE_AT_MOST + 1) {
        acts.push(ACTS[sequence.random.below(ACTS.len())]);
    }
    while !acts.is_empty() {
        match acts.swap_remove(sequence.random.below(acts.len())) {
            Act::Edit => sequence.edit(),
            Act::Build => sequence.build(),
            Act::Kill => sequence.kill(),
            Act::Delete => sequence.delete(),
        }
    }
    while sequence.is_bad {
        sequence.edit();
    }
    sequence.build();

    let Sequence { editor, output, done, .. } = sequence;
    let clean = Folder::new();
    let run = start(&mut build(&editor, &clean));
    assert_eq!(run.code, Some(0), "{done:?}: {run:#?}");
    let [found, expected] = [&output, &clean].map(|folder| tree(&folder.path().join("public")));
    assert!(found == expected, "{done:?}");
    let left = left_behind(&output);
    assert!(left.is_empty(), "{done:?} left {left:?}");
}

impl Counts {
    fn print(&self, sequences: usize) {
        let Counts { edits, built, refused, killed, ended, files, folders, time } = self;
        let [edits, built, refused, killed, ended, files, folders, time] =
            [edits, built, refused, killed, ended, files, folders, time].map(|it| it.load(Relaxed));
        println!("{sequences:>8} sequences ended in what a clean build gives, of");
        println!("{edits:>8} edits,");
        println!(
            "{:>8} builds, {built} of them good, {refused} refused for mistakes,",
            built + refused
        );
        println!("{:>8} kills, {killed} while a build was running still,", killed + ended);
        println!("{:>8} deletions, {files} of one file, {folders} of all.", files + folders);
        println!("A build took {:.0} ms.", time as f64 / 1000.0 / (built + refused) as f64);
    }
}

#[test]
fn any_sequence_ends_in_what_a_clean_build_gives() {
    let wanted =
        std::env::var("SEQUENCES").map_or(SEQUENCES, |count| count.parse().expect("a number"));
    let (counts, ended, begin) = (Counts::default(), AtomicUsize::new(0), Instant::now());
    (0..wanted as u64).into_par_iter().for_each(|seed| {
        sequence(seed, &counts);
        let ended = 1 + ended.fetch_add(1, Relaxed);
        if ended % TOLD == 0 {
            println!("{ended} of {wanted} sequences after {} s.", begin.elapsed().as_secs());
        }
    });
    counts.print(wanted);
    assert!(counts.killed.into_inner() > 0, "some builds were running when they were killed");
}
