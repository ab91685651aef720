//! Precision and recall of what is read: of letters and reports that recognisers were made with, of others, and of the half
//! that is kept apart from those who make them.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use crate::folder::repository;

/// The half that is kept apart: what is read wrong in it is counted, and not told.
pub(super) const KEPT_APART: &str = "kept-apart";

/// The sets, in the order in which they are told.
pub(super) const SETS: [&str; 3] = ["tuned", "held-out", KEPT_APART];

/// What `apart.txt` names.
pub(super) fn apart() -> BTreeSet<String> {
    let path = repository().join("tests/import/apart.txt");
    let text = fs::read_to_string(path).expect("a list");
    text.lines().filter(|line| !line.starts_with('#')).map(str::to_owned).collect()
}

/// How well a field is to be read: its name, precision and recall.
pub(super) type Goal = (&'static str, f64, f64);

/// What a field of a set may not fall below while it falls short of its goal: field, set, precision and recall.
pub(super) type Floor = (&'static str, &'static str, f64, f64);

/// Items that people read, and those that were found.
#[derive(Default, Clone, Copy)]
pub(super) struct Count {
    stated: usize,
    found: usize,
    right: usize,
}

impl Count {
    fn add(&mut self, stated: &[String], found: &[String]) {
        let mut left = stated.to_vec();
        self.stated += stated.len();
        self.found += found.len();
        for item in found {
            if let Some(place) = left.iter().position(|other| other == item) {
                left.swap_remove(place);
                self.right += 1;
            }
        }
    }

    fn precision(self) -> f64 {
        if self.found == 0 { 1.0 } else { self.right as f64 / self.found as f64 }
    }

    fn recall(self) -> f64 {
        if self.stated == 0 { 1.0 } else { self.right as f64 / self.stated as f64 }
    }

    /// As it is told; of what is nowhere nothing can be said.
    fn shown(self) -> String {
        let Count { stated, found, right } = self;
        let numbers = format!(" {stated} | {found} | {right} |");
        match stated + found {
            0 => numbers + " – | – |",
            _ => numbers + &format!(" {:.3} | {:.3} |", self.precision(), self.recall()),
        }
    }

    fn reaches(self, precision: f64, recall: f64) -> bool {
        self.precision() >= precision && self.recall() >= recall
    }
}

/// The counts of each field in each set.
#[derive(Default)]
pub(super) struct Counts(BTreeMap<(String, String), Count>);

impl Counts {
    /// Counts what was found of what is stated, and tells where they differ, but not in the half that is kept apart.
    pub(super) fn add(
        &mut self,
        [name, field, set]: [&str; 3],
        mut stated: Vec<String>,
        mut found: Vec<String>,
    ) {
        assert!(SETS.contains(&set), "{name} is in no set: `{set}`");
        self.0.entry((field.to_owned(), set.to_owned())).or_default().add(&stated, &found);
        stated.sort();
        found.sort();
        if stated != found && set != KEPT_APART {
            println!("{name} {field}\n  stated {stated:?}\n  found  {found:?}");
        }
    }

    fn of(&self, field: &str, set: &str) -> Count {
        self.0.get(&(field.to_owned(), set.to_owned())).copied().unwrap_or_default()
    }

    /// Prints a row for each field, with columns for each set; gives the fields that are read too badly.
    pub(super) fn told(&self, what: &str, goals: &[Goal], floors: &[Floor]) -> Vec<String> {
        let sets: Vec<&str> =
            SETS.into_iter().filter(|set| self.0.keys().any(|(_, other)| other == set)).collect();
        let heads =
            sets.iter().map(|set| format!(" {set}: stated | found | right | precision | recall |"));
        println!("| {what} |{}", heads.collect::<String>());
        println!("|---|{}", "---|".repeat(5 * sets.len()));
        let mut short = Vec::new();
        for (field, precision, recall) in goals {
            print!("| {field} |");
            for set in &sets {
                let count = self.of(field, set);
                print!("{}", count.shown());
                let floor = floors.iter().find(|(other, of, ..)| other == field && of == set);
                let (precision, recall) = match floor {
                    Some((_, _, precision, recall)) => (*precision, *recall),
                    None => (*precision, *recall),
                };
                if !count.reaches(precision, recall) {
                    short.push(format!("{field} ({set})"));
                }
            }
            println!();
        }
        for (field, set, ..) in floors {
            let goal = goals.iter().find(|(other, ..)| other == field);
            let (_, precision, recall) = goal.unwrap_or_else(|| panic!("no field `{field}`"));
            if self.of(field, set).reaches(*precision, *recall) {
                println!("{field} ({set}) needs no floor any more");
            }
        }
        short
    }
}

/// A text, or a number as a text.
pub(super) fn word(value: &toml::Value) -> String {
    let number = || value.as_integer().map_or_else(String::new, |number| number.to_string());
    value.as_str().map_or_else(number, str::to_owned)
}

/// Straight quotation marks, one space between words, none behind a hyphen.
pub(super) fn plain(text: &str) -> String {
    let straight = text.replace(['’', '‘'], "'").replace(['“', '”'], "\"").replace("- ", "-");
    straight.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The first four words of a text and the last two.
pub(super) fn ends_of(text: &str) -> String {
    let text = plain(text);
    let words: Vec<&str> = text.split(' ').collect();
    let first = words[..4.min(words.len())].join(" ");
    let last = words[words.len().saturating_sub(2)..].join(" ");
    format!("{first} … {last}")
}

/// The same, as people wrote them down.
pub(super) fn stated_ends(value: &toml::Value) -> String {
    let ends = value.as_array().expect("two ends");
    let ends: Vec<String> = ends.iter().map(|end| plain(end.as_str().expect("a text"))).collect();
    ends.join(" … ")
}
