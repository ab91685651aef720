//! `build --timings`: how long each stage took, and how much it was.

use std::io;
use std::time::{Duration, Instant};

use clap::ValueEnum;
use letterpress::site::Done;
use serde_json::{Value, json};

use super::process::Process;
use super::{now, output};

/// How to tell it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum TimingsForm {
    /// For people, where errors go
    Table,
    /// For programs: one JSON object
    Json,
}

/// The stages of a run, in the order that they were done.
pub(super) struct Timings {
    /// How to tell them; not at all where nobody asked.
    form: Option<TimingsForm>,
    start: Instant,
    /// When the last stage was done.
    last: Instant,
    stages: Vec<Stage>,
}

struct Stage {
    name: &'static str,
    took: Duration,
    amount: TimedAmount,
}

/// What a stage went through; the second number is a size in bytes.
#[derive(Clone, Copy)]
pub(super) enum TimedAmount {
    Nothing,
    Files(usize, u64),
    Findings(usize),
    Addresses(usize),
    Entries(usize, u64),
}

impl Timings {
    pub(super) fn start(form: Option<TimingsForm>) -> Self {
        let start = now();
        Timings { form, start, last: start, stages: Vec::new() }
    }

    /// Takes note of a stage that is done: it took as long as has passed since the one before.
    pub(super) fn done(&mut self, name: &'static str, amount: TimedAmount) {
        let now = now();
        self.stages.push(Stage { name, took: now - self.last, amount });
        self.last = now;
    }

    /// The same of a part of loading.
    pub(super) fn loaded(&mut self, done: Done) {
        match done {
            Done::Setup => self.done("settings and theme", TimedAmount::Nothing),
            Done::Read(read) => self.done("read", TimedAmount::Files(read.files, read.bytes)),
            Done::Parsed(parsed) => {
                self.done("parse", TimedAmount::Files(parsed.files, parsed.bytes))
            }
            Done::Indexed { findings } => self.done("index", TimedAmount::Findings(findings)),
            Done::Planned { addresses } => {
                self.done("check and plan", TimedAmount::Addresses(addresses));
            }
        }
    }

    pub(super) fn so_far(&self) -> Duration {
        self.start.elapsed()
    }

    /// Tells all of it: people read it where errors go, programs as the command's output.
    pub(super) fn tell(&self) -> io::Result<()> {
        let (whole, peak) = (self.so_far(), Process::This.peak_memory());
        match self.form {
            None => Ok(()),
            Some(TimingsForm::Table) => self.table(whole, peak),
            Some(TimingsForm::Json) => output::json(&self.json(whole, peak)),
        }
    }

    fn table(&self, whole: Duration, peak: Option<u64>) -> io::Result<()> {
        for Stage { name, took, amount } in &self.stages {
            let (count, size) =
                (amount.counted(), amount.bytes().map_or_else(String::new, output::size));
            let row = format!("{name:<22}{:>10}{count:>20}{size:>12}", output::time(*took));
            output::line(row.trim_end())?;
        }
        output::line(&format!("{:<22}{:>10}", "in all", output::time(whole)))?;
        let peak = peak.map_or_else(|| "not known on this system".to_owned(), output::size);
        output::line(&format!("{:<22}{peak:>10}", "most memory"))
    }

    fn json(&self, whole: Duration, peak: Option<u64>) -> Value {
        let stages: Vec<Value> = self
            .stages
            .iter()
            .map(|Stage { name, took, amount }| {
                json!({
                    "stage": name,
                    "seconds": took.as_secs_f64(),
                    "count": amount.count(),
                    "bytes": amount.bytes(),
                })
            })
            .collect();
        json!({ "stages": stages, "seconds": whole.as_secs_f64(), "peak_memory_bytes": peak })
    }
}

impl TimedAmount {
    fn count(self) -> Option<usize> {
        match self {
            TimedAmount::Nothing => None,
            TimedAmount::Files(count, _)
            | TimedAmount::Findings(count)
            | TimedAmount::Addresses(count)
            | TimedAmount::Entries(count, _) => Some(count),
        }
    }

    fn bytes(self) -> Option<u64> {
        match self {
            TimedAmount::Files(_, bytes) | TimedAmount::Entries(_, bytes) => Some(bytes),
            TimedAmount::Nothing | TimedAmount::Findings(_) | TimedAmount::Addresses(_) => None,
        }
    }

    fn counted(self) -> String {
        match self {
            TimedAmount::Nothing => String::new(),
            TimedAmount::Files(count, _) => output::counted(count, "file", "files"),
            TimedAmount::Findings(count) => output::counted(count, "finding", "findings"),
            TimedAmount::Addresses(count) => output::counted(count, "address", "addresses"),
            TimedAmount::Entries(count, _) => output::counted(count, "entry", "entries"),
        }
    }
}
