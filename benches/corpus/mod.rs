//! A site of any size to measure with: the same letters on every machine, none of them real.
//!
//! The letters are about as long as the regulator's, with as many findings. An authority has up to 40 of
//! them, eight to a monitoring cycle, so that timelines grow with the site as they would.

pub(crate) mod eleventy;
pub(crate) mod hugo;
pub(crate) mod letterpress;
pub(crate) mod random;
mod words;

use std::fs;
use std::io;
use std::path::Path;

use jiff::ToSpan;
use jiff::civil::{Date, date};

use random::Random;
use words::{AREAS, FIRST_NAMES, HEADINGS, LAST_NAMES, MEASURES, PROGRESS, TOPICS};

const SEED: u64 = 7;
const AUTHORITIES_OF_ENGLAND: usize = 153;
const LETTERS_OF_A_CYCLE: usize = 8;
const CYCLES: usize = 5;
/// From one inspection to the next, in days.
const CYCLE: usize = 800;
/// Between two visits, in days.
const BETWEEN_VISITS: usize = 80;
const WORDS_OF_A_BODY: usize = 600;

/// Letters of made-up authorities.
pub(crate) struct Corpus {
    letters: usize,
    authorities: usize,
}

/// Whose services are inspected.
pub(crate) struct Authority {
    pub(crate) slug: String,
    pub(crate) name: String,
    pub(crate) inspections: Vec<Inspection>,
}

/// What a monitoring cycle opens with.
pub(crate) struct Inspection {
    pub(crate) first_day: Date,
    pub(crate) last_day: Date,
    pub(crate) published: Date,
}

/// One visit, and what inspectors found.
pub(crate) struct Letter {
    pub(crate) authority: usize,
    pub(crate) visit: usize,
    pub(crate) first_day: Date,
    pub(crate) last_day: Date,
    pub(crate) dated: Date,
    pub(crate) inspectors: Vec<String>,
    pub(crate) areas: Vec<&'static str>,
    pub(crate) progress: (&'static str, &'static str),
    pub(crate) findings: Vec<Finding>,
    pub(crate) measures: Vec<Measure>,
    pub(crate) body: String,
}

/// A claim on one topic.
pub(crate) struct Finding {
    pub(crate) polarity: &'static str,
    pub(crate) topic: &'static str,
    pub(crate) text: String,
}

/// A figure, with the one before it.
pub(crate) struct Measure {
    pub(crate) id: &'static str,
    pub(crate) label: &'static str,
    pub(crate) unit: &'static str,
    pub(crate) points: [(Date, usize); 2],
}

impl Corpus {
    /// A corpus of so many letters: 100,000 at most, as there are only so many names of councils.
    pub(crate) fn new(letters: usize) -> Self {
        let usual = letters.div_ceil(LETTERS_OF_A_CYCLE).clamp(1, AUTHORITIES_OF_ENGLAND);
        let authorities = usual.max(letters.div_ceil(LETTERS_OF_A_CYCLE * CYCLES));
        assert!(authorities <= words::COUNCILS, "the corpus has no names for so many authorities");
        Corpus { letters, authorities }
    }

    pub(crate) fn letters(&self) -> impl Iterator<Item = Letter> + '_ {
        (0..self.letters).map(|number| self.letter(number))
    }

    pub(crate) fn authorities(&self) -> impl Iterator<Item = Authority> + '_ {
        (0..self.authorities).map(|number| self.authority(number))
    }

    /// Each topic's slug and title.
    pub(crate) fn topics() -> impl Iterator<Item = (&'static str, &'static str)> {
        TOPICS.iter().map(|(slug, title, _)| (*slug, *title))
    }

    /// The letter with the latest visit, which begins every list of letters or findings.
    pub(crate) fn newest(&self) -> Letter {
        let newest = (0..self.letters).max_by_key(|number| self.first_day(*number));
        self.letter(newest.unwrap_or_default())
    }

    pub(crate) fn authority(&self, number: usize) -> Authority {
        let name = words::council(number);
        let letters = (self.letters + self.authorities - 1 - number) / self.authorities;
        let inspections = (0..letters.div_ceil(LETTERS_OF_A_CYCLE).max(1))
            .map(|cycle| {
                let first_day = first_inspection(number) + days(cycle * CYCLE);
                let last_day = first_day + days(18);
                Inspection { first_day, last_day, published: last_day + days(40) }
            })
            .collect();
        Authority { slug: name.to_lowercase(), name, inspections }
    }

    /// The letters are dealt to the authorities in turn.
    fn place_of(&self, letter: usize) -> (usize, usize) {
        (letter % self.authorities, letter / self.authorities)
    }

    fn first_day(&self, letter: usize) -> Date {
        let (authority, turn) = self.place_of(letter);
        let (cycle, visit) = (turn / LETTERS_OF_A_CYCLE, turn % LETTERS_OF_A_CYCLE);
        first_inspection(authority) + days(cycle * CYCLE + 120 + visit * BETWEEN_VISITS)
    }

    fn letter(&self, number: usize) -> Letter {
        let mut random = Random::new(SEED, number);
        let random = &mut random;
        let (authority, turn) = self.place_of(number);
        let first_day = self.first_day(number);
        let last_day = first_day + days(random.below(3));
        Letter {
            authority,
            visit: turn % LETTERS_OF_A_CYCLE + 1,
            first_day,
            last_day,
            dated: last_day + days(18 + random.below(12)),
            inspectors: (0..2 + random.below(2)).map(|_| inspector(random)).collect(),
            areas: some_of(random, AREAS, 30),
            progress: PROGRESS[random.below(PROGRESS.len())],
            findings: (0..8 + random.below(13)).map(|_| finding(random)).collect(),
            measures: measures(random, first_day),
            body: body(random),
        }
    }
}

impl Letter {
    /// The end of its address.
    pub(crate) fn slug(&self) -> String {
        format!("{}-visit-{}", self.dated, self.visit)
    }
}

/// Writes a file of a site, and the folders around it.
pub(crate) fn write(root: &Path, path: &str, text: &str) -> io::Result<()> {
    let path = root.join(path);
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    fs::write(path, text)
}

/// A letter's text with another word at the beginning of its first finding.
pub(crate) fn with_word(letter: &str, word: &str) -> String {
    const TEXT: &str = "    text: \"";
    letter.replacen(TEXT, &format!("{TEXT}{word} "), 1)
}

/// A text in quotes that YAML and TOML read alike.
pub(crate) fn quoted(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}

fn days(count: usize) -> jiff::Span {
    (count as i64).days()
}

fn first_inspection(authority: usize) -> Date {
    date(2013, 3, 4) + days(authority * 37 % 300)
}

fn inspector(random: &mut Random) -> String {
    format!("{} {}", random.one_of(FIRST_NAMES), random.one_of(LAST_NAMES))
}

/// About so many in a hundred of a whole, in its order; at least the first.
fn some_of<T: Copy>(random: &mut Random, whole: &[T], chance: usize) -> Vec<T> {
    let is_in = |place: usize, random: &mut Random| place == 0 || random.percent(chance);
    let places = (0..whole.len()).filter(|place| is_in(*place, random));
    places.map(|place| whole[place]).collect()
}

fn finding(random: &mut Random) -> Finding {
    let (topic, _, _) = TOPICS[words::topic(random)];
    let polarity = random.one_of(&["strength", "improving", "not-yet", "not-yet", "mixed"]);
    let mut text = words::sentence(random, 0);
    if random.percent(40) {
        text = format!("{text} {}", words::sentence(random, 10));
    }
    Finding { polarity, topic, text }
}

fn measures(random: &mut Random, first_day: Date) -> Vec<Measure> {
    some_of(random, MEASURES, 50)
        .into_iter()
        .map(|(id, label, unit, least, most)| {
            let mut figure = || least + random.below(most - least);
            let points = [(first_day - days(60), figure()), (first_day - days(30), figure())];
            Measure { id, label, unit, points }
        })
        .collect()
}

fn body(random: &mut Random) -> String {
    let mut body = paragraph(random);
    let mut headings = HEADINGS.iter().cycle().skip(random.below(HEADINGS.len()));
    while body.split_whitespace().count() < WORDS_OF_A_BODY - 30 {
        body += &format!("\n## {}\n\n", headings.next().unwrap_or(&"More"));
        body += &paragraph(random);
        if random.percent(40) {
            body += "\n";
            for _ in 0..2 + random.below(3) {
                body += &format!("- {}\n", words::sentence(random, 20));
            }
        }
    }
    body
}

fn paragraph(random: &mut Random) -> String {
    let sentences: Vec<String> =
        (0..3 + random.below(3)).map(|_| words::sentence(random, 15)).collect();
    sentences.join(" ") + "\n"
}
