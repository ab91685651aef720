//! How soon a saved letter is seen: `letterpress serve` beside `hugo server`, on the same letters.
//!
//! ```sh
//! cargo bench --bench preview -- --letters 100,1000,10000 --runs 21
//! ```
//!
//! One finding of the newest letter is changed. Measured is the time from just before the file is written
//! until the page of the letter, and then the first page of the finding's topic, has the new words.

#![expect(clippy::disallowed_methods, reason = "a benchmark looks at the clock")]
#![expect(clippy::expect_used, reason = "a benchmark that cannot measure stops")]
#![expect(clippy::print_stdout, reason = "a benchmark prints what it measured")]

#[expect(dead_code, reason = "other benchmarks use the rest")]
mod corpus;
#[path = "../tests/suite/http.rs"]
mod http;
mod parsing;
#[expect(dead_code, reason = "other benchmarks use the rest")]
mod programs;
mod server;

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::thread;
use std::time::{Duration, Instant};

use clap::Parser;
use letterpress::{LoadOptions, Site};

use corpus::letterpress::{self as ours, Search};
use corpus::{Corpus, hugo};
use programs::hugo::find_hugo;
use server::Server;

#[derive(Parser)]
struct Arguments {
    /// How many letters the sites have
    #[arg(long, value_delimiter = ',', default_values_t = [100, 1_000, 10_000])]
    letters: Vec<usize>,
    /// How often a letter is saved
    #[arg(long, default_value_t = 21)]
    runs: usize,
    /// Only write the site into this folder, with the path of its newest letter in a file `newest`
    #[arg(long, value_name = "FOLDER")]
    write: Option<PathBuf>,
    /// Measure only Letterpress
    #[arg(long)]
    without_hugo: bool,
    /// What Cargo adds; without it, everything is tried once on a few letters
    #[arg(long, hide = true)]
    bench: bool,
}

/// The saves before those that count.
const WARM_UP: usize = 3;
/// Between two saves, so that none is taken for a part of the one before.
const REST: Duration = Duration::from_millis(400);
const A_FEW: usize = 40;
/// How often what needs no save is measured.
const STARTS: usize = 5;

fn main() -> io::Result<()> {
    let Arguments { letters, runs, write, without_hugo, bench } = Arguments::parse();
    if let Some(root) = write {
        let corpus = Corpus::new(letters.iter().copied().max().unwrap_or(A_FEW));
        ours::write_site(&corpus, Search::Without, &root)?;
        let (authority, letter) = newest(&corpus);
        return fs::write(root.join("newest"), ours::path(&authority, &letter));
    }
    let (letters, runs) = if bench { (letters, runs) } else { (vec![A_FEW], 1) };
    let hugo = if without_hugo { None } else { Some(find_hugo()?) };
    for &letters in &letters {
        println!("\n{letters} letters");
        let corpus = Corpus::new(letters);
        let own = measure_own(&corpus, runs)?;
        if let Some((program, version)) = &hugo {
            let peer = measure_hugo(&corpus, runs, program)?;
            println!(
                "  Hugo {version}, `hugo server --renderToMemory`, fast render and live reload on"
            );
            peer.saves.print();
            println!("    start to first page      {}", span(&peer.first_pages));
            println!(
                "  Hugo's medians are {} times (letter), {} times (topic), {} times (start) ours",
                ratio(&peer.saves.letter, &own.saves.letter),
                ratio(&peer.saves.topic, &own.saves.topic),
                ratio(&peer.first_pages, &own.first_pages),
            );
        }
    }
    Ok(())
}

/// What was measured of a server.
struct Measured {
    first_pages: Vec<Duration>,
    saves: Saves,
}

/// From the save until the new words were on a page.
#[derive(Default)]
struct Saves {
    letter: Vec<Duration>,
    topic: Vec<Duration>,
}

/// The file that is saved, and the pages that show it.
struct Watched<'a> {
    file: &'a Path,
    letter: String,
    topic: String,
}

fn measure_own(corpus: &Corpus, runs: usize) -> io::Result<Measured> {
    let folder = tempfile::tempdir()?;
    let root = folder.path();
    ours::write_site(corpus, Search::Without, root)?;
    let (authority, letter) = newest(corpus);
    let watched = Watched {
        file: &root.join(ours::path(&authority, &letter)),
        letter: ours::address(&authority, &letter),
        topic: ours::topic_address(letter.findings[0].topic),
    };
    let parsing: Vec<Duration> = (0..STARTS).map(|_| parsing::time(root)).collect();
    let loading: Vec<Duration> = (0..STARTS).map(|_| load(root)).collect();
    let mut first_pages = Vec::new();
    for _ in 1..STARTS {
        first_pages.push(Server::letterpress(root)?.first_page);
    }
    let mut server = Server::letterpress(root)?;
    first_pages.push(server.first_page);
    let saves = save(&mut server, &watched, runs)?;

    println!("  Letterpress                     median      least       most");
    saves.print();
    println!("    start to first page      {}", span(&first_pages));
    println!("    parsing alone            {}", span(&parsing));
    println!("    `Site::load`             {}", span(&loading));
    println!("    start / parsing alone    {:>9} times", ratio(&first_pages, &parsing));
    Ok(Measured { first_pages, saves })
}

fn measure_hugo(corpus: &Corpus, runs: usize, program: &Path) -> io::Result<Measured> {
    let folder = tempfile::tempdir()?;
    let root = folder.path();
    hugo::write_site(corpus, root)?;
    let (authority, letter) = newest(corpus);
    let watched = Watched {
        file: &root.join(hugo::path(&authority, &letter)),
        letter: hugo::address(&authority, &letter),
        topic: hugo::topic_address(letter.findings[0].topic),
    };
    let mut server = Server::hugo(program, root)?;
    let saves = save(&mut server, &watched, runs)?;
    Ok(Measured { first_pages: vec![server.first_page], saves })
}

fn newest(corpus: &Corpus) -> (corpus::Authority, corpus::Letter) {
    let letter = corpus.newest();
    (corpus.authority(letter.authority), letter)
}

/// Reading a site as `build` does, with everything but its pages.
fn load(root: &Path) -> Duration {
    let start = Instant::now();
    let (site, report) = Site::load(root, &LoadOptions::default()).expect("a site");
    let took = start.elapsed();
    assert!(!report.has_errors(), "the corpus has mistakes: {report:#?}");
    drop(site);
    took
}

/// Saves the letter again and again, each time with another word in its first finding.
fn save(server: &mut Server, watched: &Watched<'_>, runs: usize) -> io::Result<Saves> {
    let text = fs::read_to_string(watched.file)?;
    let mut saves = Saves::default();
    for run in 0..WARM_UP + runs {
        let marker = format!("marker{run:04}");
        let changed = corpus::with_word(&text, &marker);
        let start = Instant::now();
        fs::write(watched.file, changed)?;
        server.wait_for(&watched.letter, &marker)?;
        let letter = start.elapsed();
        server.wait_for(&watched.topic, &marker)?;
        if run >= WARM_UP {
            saves.letter.push(letter);
            saves.topic.push(start.elapsed());
        }
        thread::sleep(REST);
    }
    Ok(saves)
}

impl Saves {
    fn print(&self) {
        println!("    save to letter's page    {}", span(&self.letter));
        println!("    save to topic's page     {}", span(&self.topic));
    }
}

/// The median, least and most of several times.
fn span(times: &[Duration]) -> String {
    let least = times.iter().min().copied().unwrap_or_default();
    let most = times.iter().max().copied().unwrap_or_default();
    [median(times), least, most]
        .map(|time| format!("{:>8.1} ms", 1000.0 * time.as_secs_f64()))
        .concat()
}

fn median(times: &[Duration]) -> Duration {
    let mut times = times.to_vec();
    times.sort_unstable();
    times.get(times.len() / 2).copied().unwrap_or_default()
}

fn ratio(times: &[Duration], others: &[Duration]) -> String {
    format!("{:.1}", median(times).as_secs_f64() / median(others).as_secs_f64())
}
