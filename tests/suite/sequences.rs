//! A site that is edited, built, killed while it is built, and deleted in part, at random: what is built in the
//! end is what a clean build gives.

#![expect(clippy::print_stdout, reason = "it tells how many there were")]

use std::collections::BTreeMap;
use std::fs;
use std::process::Stdio;
use std::thread;
use std::time::Duration;

use letterpress::{LoadOptions, Site};
use rayon::prelude::*;

use crate::edits::{Editor, Random};
use crate::folder::{Folder, entries, program, start, tree};

/// How many sequences are tried, unless `SEQUENCES` says otherwise.
const SEQUENCES: usize = 24;

/// The longest that a build runs before it is killed, in microseconds: as long as most take.
const LONGEST: usize = 250_000;

fn has_errors(editor: &Editor) -> bool {
    Site::load(editor.root(), &LoadOptions::default())
        .map_or(true, |(_, report)| report.has_errors())
}

fn build(editor: &Editor, output: &Folder) -> std::process::Command {
    let root = editor.root().to_string_lossy().into_owned();
    program(output.path(), &["build", "--jobs", "1", "--root", &root, "--output", "public"])
}

/// The site's files as a clean build would write them, but for the search index, which is made of the same
/// records.
fn clean(editor: &Editor) -> BTreeMap<String, Vec<u8>> {
    let (site, _) = Site::load(editor.root(), &LoadOptions::default()).expect("a site");
    let page =
        |route: &letterpress::plan::Route| (route.file(), site.render(route).expect("a page"));
    site.routes().into_iter().map(page).collect()
}

fn delete(output: &Folder, random: &mut Random) -> String {
    let public = output.path().join("public");
    let files: Vec<String> =
        if public.exists() { tree(&public).into_keys().collect() } else { Vec::new() };
    if files.is_empty() || random.percent(20) {
        let _ = fs::remove_dir_all(public);
        return "delete all".to_owned();
    }
    let file = &files[random.below(files.len())];
    fs::remove_file(public.join(file)).expect("it goes");
    format!("delete {file}")
}

fn sequence(seed: u64) {
    let mut editor = Editor::new(seed);
    let mut random = Random::new(seed, 1);
    let output = Folder::new();
    let mut done = Vec::new();
    for _ in 0..3 + random.below(5) {
        done.push(match random.below(7) {
            0 | 1 => editor.edit(has_errors(&editor)).what,
            2 | 3 => {
                let run = start(&mut build(&editor, &output));
                assert!(matches!(run.code, Some(0..=2)), "seed {seed}, {done:?}: {run:#?}");
                format!("build, {:?}", run.code)
            }
            4 | 5 => {
                let mut run =
                    build(&editor, &output).stderr(Stdio::null()).spawn().expect("it starts");
                let wait = Duration::from_micros(random.below(LONGEST) as u64);
                thread::sleep(wait);
                run.kill().expect("it is killed, or has ended");
                run.wait().expect("it has ended");
                format!("kill after {wait:?}")
            }
            _ => delete(&output, &mut random),
        });
    }
    while has_errors(&editor) {
        done.push(editor.edit(true).what);
    }
    let run = start(&mut build(&editor, &output));
    assert_eq!(run.code, Some(0), "seed {seed}, {done:?}: {run:#?}");
    let mut public = tree(&output.path().join("public"));
    public.retain(|path, _| !path.starts_with("pagefind/"));
    assert!(public == clean(&editor), "seed {seed}, {done:?}");
    let kept = entries(&output.path().join(".letterpress"));
    assert_eq!(kept.len(), 2, "seed {seed}, {done:?} left {kept:?}");
}

#[test]
fn any_sequence_ends_in_what_a_clean_build_gives() {
    let count =
        std::env::var("SEQUENCES").map_or(SEQUENCES, |count| count.parse().expect("a number"));
    (0..count as u64).into_par_iter().for_each(sequence);
    println!(
        "{count} sequences of edits, builds, kills and deletions ended in what a clean build gives."
    );
}
