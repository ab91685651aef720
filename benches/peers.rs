//! How long a whole build takes: `letterpress build` beside Hugo, Eleventy and `cp -r`, on the same letters.
//!
//! ```sh
//! cargo bench --bench peers -- --letters 1000,10000 --runs 5
//! cargo bench --bench peers -- --search --runs 1
//! ```
//!
//! Every tool makes a page of each letter, a timeline of each authority, indexes of topics with a hundred findings a
//! page, a home page, a feed and a sitemap; ours makes all else that it always makes, but for the search. Before
//! anything is timed, each site is held against the corpus: a letter, an authority or a finding that is missing ends
//! the run. Then each tool builds in turn, round after round. Sources and output are on a disk in memory, where there
//! is one. The most memory is that of the run that was looked at, which is not timed.

#![expect(clippy::disallowed_methods, reason = "a benchmark looks at the clock")]
#![expect(clippy::print_stdout, reason = "a benchmark prints what it measured")]
#![expect(clippy::print_stderr, reason = "and how far it is")]

mod builds;
#[expect(dead_code, reason = "other benchmarks use the rest")]
mod corpus;
mod programs;

use std::io;
use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::thread;
use std::time::Duration;

use clap::{Parser, ValueEnum};
use serde_json::Value;

use builds::{Bench, Tool, memory, print, said, seconds};
use corpus::Corpus;
use corpus::letterpress::Search;

#[derive(Parser)]
struct Arguments {
    /// How many letters the sites have; those of two come first, to see what a start costs
    #[arg(long, value_delimiter = ',', default_values_t = [1_000, 10_000])]
    letters: Vec<usize>,
    /// How often each run is timed
    #[arg(long, default_value_t = 5)]
    runs: usize,
    /// Measure without these
    #[arg(long, value_delimiter = ',')]
    without: Vec<Peer>,
    /// Measure the search index of 10,000 letters, and nothing else
    #[arg(long)]
    search: bool,
    /// Where to build; in memory by default, where there is a disk there
    #[arg(long)]
    folder: Option<PathBuf>,
    /// What Cargo adds; without it, everything is tried once on a few letters
    #[arg(long, hide = true)]
    bench: bool,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Peer {
    Hugo,
    Eleventy,
}

const IN_MEMORY: &str = "/dev/shm";
const SMALLEST: usize = 2;
const A_FEW: usize = 40;
const LETTERS_TO_SEARCH: usize = 10_000;

fn main() -> io::Result<()> {
    let Arguments { letters, runs, without, search, folder, bench } = Arguments::parse();
    let in_memory = Path::new(IN_MEMORY);
    let default = if in_memory.is_dir() { in_memory.to_owned() } else { std::env::temp_dir() };
    let around = folder.unwrap_or(default);
    let (letters, runs, to_search) = match bench {
        true => (letters, runs.max(1), LETTERS_TO_SEARCH),
        false => (vec![A_FEW], 1, A_FEW),
    };
    if search || !bench {
        measure_search(to_search, runs, &around)?;
    }
    if search {
        return Ok(());
    }
    let mut tools = vec![Tool::Letterpress];
    if !without.contains(&Peer::Hugo) {
        tools.push(Tool::hugo()?);
    }
    if !without.contains(&Peer::Eleventy) {
        tools.push(Tool::eleventy()?);
    }
    let cores = thread::available_parallelism()?;
    println!(
        "On {cores} cores, in seconds. Cold: no output and no cache. Same: once more, nothing changed. Edited: one letter.\nThe \
         ratios are of the whole time; the processors' time is of cold builds, and says more where the machine is busy."
    );
    // What takes a moment is measured more often, as a moment varies more.
    measure(SMALLEST, if bench { 4 * runs + 1 } else { 1 }, &tools, &around)?;
    letters.iter().try_for_each(|letters| measure(*letters, runs, &tools, &around))
}

fn measure(letters: usize, runs: usize, tools: &[Tool], around: &Path) -> io::Result<()> {
    let folder = tempfile::tempdir_in(around)?;
    let corpus = Corpus::new(letters);
    let prepare = |tool| Bench::prepare(tool, &corpus, folder.path());
    let mut benches: Vec<Bench<'_>> = tools.iter().map(prepare).collect::<io::Result<_>>()?;
    for round in 0..runs {
        eprintln!("{letters} letters, round {} of {runs}", round + 1);
        benches.iter_mut().try_for_each(|bench| bench.round(round))?;
    }
    let times = if runs == 1 { "once".to_owned() } else { format!("medians of {runs} runs") };
    println!("\n{letters} letters; {times}");
    print(&benches, letters);
    Ok(())
}

/// Times the making of the search index alone, as the program tells it.
fn measure_search(letters: usize, runs: usize, around: &Path) -> io::Result<()> {
    let mut times = Vec::new();
    let mut last = (Value::Null, None);
    let folder = tempfile::tempdir_in(around)?;
    let root = folder.path();
    Tool::Letterpress.write_site(&Corpus::new(letters), Search::With, root)?;
    for _ in 0..runs {
        let mut build = Tool::Letterpress.build(root);
        build.arg("--timings=json").stdout(Stdio::piped());
        let (said, peak) = said(&mut build)?;
        // An index that is still good would be kept.
        std::fs::remove_dir_all(root.join("public"))?;
        std::fs::remove_dir_all(root.join(".letterpress"))?;
        let told: Value = serde_json::from_str(&said)?;
        let stages = told["stages"].as_array().cloned().unwrap_or_default();
        let stage = stages.into_iter().find(|stage| stage["stage"] == "search").unwrap_or_default();
        let took =
            stage["seconds"].as_f64().ok_or_else(|| io::Error::other("no search was made"))?;
        times.push(Duration::from_secs_f64(took));
        last = (stage, peak);
    }
    let (stage, peak) = last;
    println!(
        "\n{letters} letters, {} entries to search: indexed in {} s; {} bytes; {} at most in the whole build",
        stage["count"],
        seconds(&times),
        stage["bytes"],
        memory(peak),
    );
    Ok(())
}
