//! Builds that are killed at random instants: each leaves one whole site of two, and the next build succeeds.
//!
//! A short run is a part of the tests. `.ci/kill-while-building` is the long one, and prints how far it has come.

#![expect(
    clippy::disallowed_methods,
    clippy::print_stdout,
    reason = "it tells how often, and builds are killed by the clock"
)]

use std::collections::BTreeMap;
use std::os::unix::process::ExitStatusExt;
use std::process::Stdio;
use std::sync::Mutex;
use std::thread;
use std::time::{Duration, Instant};

use crate::edits::Random;
use crate::folder::{Folder, program, repository, tree};
use crate::interrupted::left_behind;

/// How often a build is killed, unless `KILLS` says otherwise.
const KILLS: usize = 8;

const PAGES: usize = 400;

/// The time of two builds, in which they are killed, in so many parts.
const PARTS: usize = 8;

/// How often it is told how far it has come.
const TOLD: usize = 100;

/// What was found after kills in one part of the time.
#[derive(Default, Clone, Copy)]
struct Tally {
    kills: usize,
    /// Those that a build was still running at.
    running: usize,
    old: usize,
    new: usize,
    broken: usize,
}

/// Two sites of the same addresses and other words, one of them built.
struct Builder {
    folder: Folder,
    sites: [(&'static str, BTreeMap<String, Vec<u8>>); 2],
    /// Which of the two is built.
    built: usize,
    /// How long it takes to build one over the other while others do the same.
    time: Duration,
}

impl Builder {
    fn new() -> Self {
        let folder = Folder::new();
        let sites = ["one", "two"].map(|site| {
            folder.copy(&repository().join("tests/letters/site"), site);
            for number in 0..PAGES {
                let text = format!("---\ntitle: Page {number}\n---\nOf site {site}.\n");
                folder.write(&format!("{site}/content/pages/page-{number}.md"), text);
            }
            (site, BTreeMap::new())
        });
        let mut builder = Builder { folder, sites, built: 0, time: Duration::ZERO };
        for site in [0, 1, 0, 1] {
            builder.time = builder.build(site);
            builder.sites[site].1 = builder.published();
        }
        let [(_, one), (_, two)] = &builder.sites;
        assert!(one.len() > PAGES && one.keys().eq(two.keys()) && one != two);
        builder
    }

    fn build(&mut self, site: usize) -> Duration {
        let start = Instant::now();
        let arguments = ["build", "--quiet", "--root", self.sites[site].0, "--output", "public"];
        self.folder.run(&arguments).expect(0);
        self.built = site;
        start.elapsed()
    }

    fn published(&self) -> BTreeMap<String, Vec<u8>> {
        tree(&self.folder.path().join("public"))
    }

    /// Kills a build of one site over the other, once so much of its time is over, and then lets one end.
    fn kill(&mut self, at: f64) -> Tally {
        let (old, new) = (self.built, 1 - self.built);
        let arguments = ["build", "--root", self.sites[new].0, "--output", "public"];
        let mut program = program(self.folder.path(), &arguments);
        let mut run = program.stderr(Stdio::null()).spawn().expect("it starts");
        thread::sleep(self.time.mul_f64(at));
        run.kill().expect("it is killed, or has ended");
        let status = run.wait().expect("it has ended");

        let public = self.published();
        let [is_old, is_new] = [old, new].map(|site| public == self.sites[site].1);
        let took = self.build(new);
        if is_old {
            // Others may have more or less to do by now.
            self.time = (3 * self.time + took) / 4;
        }
        assert!(self.published() == self.sites[new].1, "the next build puts it right");
        let left = left_behind(&self.folder);
        assert!(left.is_empty(), "{left:?} was left");
        Tally {
            kills: 1,
            running: usize::from(status.signal().is_some()),
            old: usize::from(is_old),
            new: usize::from(is_new),
            broken: usize::from(!is_old && !is_new),
        }
    }
}

/// What was found by all.
struct Table {
    start: Instant,
    wanted: usize,
    begun: usize,
    parts: [Tally; PARTS],
}

impl Table {
    /// The number of the next kill, if there is one to come.
    fn begin(&mut self) -> Option<usize> {
        self.begun += 1;
        (self.begun <= self.wanted).then_some(self.begun)
    }

    fn add(&mut self, at: f64, found: Tally) {
        self.parts[(at * PARTS as f64 / 2.0) as usize].add(found);
        let Tally { kills, broken, .. } = self.all();
        if kills % TOLD == 0 {
            let seconds = self.start.elapsed().as_secs();
            println!("{kills} of {} kills after {seconds} s, {broken} broken.", self.wanted);
        }
    }

    fn all(&self) -> Tally {
        let mut all = Tally::default();
        self.parts.iter().for_each(|part| all.add(*part));
        all
    }

    fn print(&self) {
        println!("killed after    builds  still running  left old  left new  broken");
        for (number, part) in self.parts.iter().enumerate() {
            let quarter = |number: usize| number as f64 * 2.0 / PARTS as f64;
            part.print(&format!("{:.2} to {:.2}", quarter(number), quarter(number + 1)));
        }
        self.all().print("all");
        println!("The first column is in times that a build of {PAGES} pages over another takes.");
    }
}

impl Tally {
    fn add(&mut self, other: Tally) {
        let Tally { kills, running, old, new, broken } = other;
        self.kills += kills;
        self.running += running;
        self.old += old;
        self.new += new;
        self.broken += broken;
    }

    fn print(&self, name: &str) {
        let Tally { kills, running, old, new, broken } = self;
        println!("{name:<14}{kills:>8}{running:>15}{old:>10}{new:>10}{broken:>8}");
    }
}

#[test]
fn a_killed_build_leaves_one_whole_site() {
    let wanted = std::env::var("KILLS").map_or(KILLS, |count| count.parse().expect("a number"));
    let parts = [Tally::default(); PARTS];
    let table = Mutex::new(Table { start: Instant::now(), wanted, begun: 0, parts });
    let workers = thread::available_parallelism().map_or(1, usize::from).min(wanted);
    thread::scope(|scope| {
        for _ in 0..workers {
            scope.spawn(|| {
                let mut builder = Builder::new();
                let next = || table.lock().expect("nobody failed").begin();
                while let Some(number) = next() {
                    // Each part of the time has as many kills as the others.
                    let part = number % PARTS;
                    let inside = Random::new(8, number).below(1000) as f64 / 1000.0;
                    let at = (part as f64 + inside) * 2.0 / PARTS as f64;
                    let found = builder.kill(at);
                    table.lock().expect("nobody failed").add(at, found);
                }
            });
        }
    });
    let table = table.into_inner().expect("nobody failed");
    table.print();
    let Tally { kills, running, old, new, broken } = table.all();
    assert_eq!((kills, old + new, broken), (wanted, wanted, 0), "some left a broken site");
    assert!(running > 0, "some were running still");
}
