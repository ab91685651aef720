//! What is learned of topics from this repository's findings, as people judged them: `.ci/import-weights` writes it into
//! `src/import/topic_weights.csv`.
//!
//! For each topic a linear support vector machine with squared hinge loss, by dual coordinate descent (Hsieh, Chang, Lin,
//! Keerthi and Sundararajan, 2008). It only adds, multiplies and divides, in one order: every machine makes the same bytes.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs;

use letterpress::Site;
use letterpress::import::{ClaimFeatures, TopicWeights};

use crate::folder::{is_update, repository};
use crate::repository_content::own_sites;

/// How much a sample may weigh.
const COST: f64 = 0.03;

/// How often all samples are gone through.
const ROUNDS: usize = 30;

/// What fewer samples have is not learned from.
const RARE: usize = 3;

/// In thousandths: weights nearer to 0 are left out.
const LEAST: i64 = 30;

/// In letters: how many parts what is learned is tried in.
const PARTS: usize = 5;

/// What a finding says, once in the letter's words and once in the editor's.
struct Sample {
    letter: String,
    text: String,
    topics: Vec<String>,
    features: Vec<(String, u32)>,
}

impl Sample {
    /// Whether people judged it to be about this topic.
    fn is_of(&self, topic: &str) -> bool {
        self.topics.iter().any(|judged| judged == topic)
    }
}

/// The samples of a site's findings: first those in the letters' words, then those in the editors'.
fn samples(site: &Site) -> [Vec<Sample>; 2] {
    let archive = site.archive();
    let told = ClaimFeatures::new(archive.topics.iter().map(AsRef::as_ref));
    let mut both = [Vec::new(), Vec::new()];
    for letter in &archive.letters {
        for finding in letter.findings.iter().filter(|finding| !finding.words.is_empty()) {
            let words: Vec<&str> = finding.words.iter().flat_map(|it| it.parts()).collect();
            let texts = [words.join(" "), finding.text.as_str().to_owned()];
            for (samples, text) in both.iter_mut().zip(texts) {
                samples.push(Sample {
                    letter: letter.source.path.clone(),
                    features: told.of(&text),
                    topics: finding.topics.iter().map(ToString::to_string).collect(),
                    text,
                });
            }
        }
    }
    both
}

/// The table of what is learned from these, as it stands in the program.
fn learned(samples: &[&Sample]) -> String {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for (name, _) in samples.iter().flat_map(|sample| &sample.features) {
        *counts.entry(name).or_default() += 1;
    }
    counts.retain(|_, count| *count >= RARE);
    let names: Vec<&str> = counts.into_keys().collect();
    let indexes: BTreeMap<&str, usize> =
        names.iter().enumerate().map(|(index, name)| (*name, index)).collect();
    let rows: Vec<Vec<(usize, f64)>> = samples
        .iter()
        .map(|sample| {
            let known = sample.features.iter().filter_map(|(name, value)| {
                Some((*indexes.get(name.as_str())?, f64::from(*value)))
            });
            known.collect()
        })
        .collect();
    let topics: BTreeSet<&str> =
        samples.iter().filter_map(|sample| sample.topics.first()).map(String::as_str).collect();
    let mut table: Vec<Vec<String>> = vec![Vec::new(); names.len()];
    for topic in topics {
        // A finding that is on it beside its main topic says neither that it is nor that it is not.
        let is_on = |index: &usize| match samples[*index].topics.iter().position(|it| it == topic) {
            Some(0) => Some(1.0),
            Some(_) => None,
            None => Some(-1.0),
        };
        let answers = (0..samples.len()).filter_map(|index| Some((index, is_on(&index)?)));
        let weights = separated(&rows, &answers.collect::<Vec<_>>(), names.len());
        for (line, weight) in table.iter_mut().zip(weights) {
            let thousandths = (weight * 1000.0).round() as i64;
            if thousandths.abs() >= LEAST {
                line.push(format!("{topic} {thousandths}"));
            }
        }
    }
    let lines = names.iter().zip(table).filter(|(_, topics)| !topics.is_empty());
    lines.map(|(name, topics)| format!("{name};{}\n", topics.join(", "))).collect()
}

/// The weights that tell those with the answer 1 from those with -1.
fn separated(rows: &[Vec<(usize, f64)>], answers: &[(usize, f64)], features: usize) -> Vec<f64> {
    let slack = 0.5 / COST;
    let mut weights = vec![0.0; features];
    let mut pulls = vec![0.0_f64; answers.len()];
    // Neighbours are of one letter: steps of a prime go through all in another order.
    let step = 7919;
    for round in 0..ROUNDS {
        for turn in 0..answers.len() {
            let place = (turn * step + round) % answers.len();
            let (index, answer) = answers[place];
            let row = &rows[index];
            let sum: f64 = row.iter().map(|(feature, value)| weights[*feature] * value).sum();
            let length: f64 = row.iter().map(|(_, value)| value * value).sum();
            let slope = answer * sum - 1.0 + slack * pulls[place];
            let pull = (pulls[place] - slope / (length + slack)).max(0.0);
            for (feature, value) in row {
                weights[*feature] += (pull - pulls[place]) * answer * value;
            }
            pulls[place] = pull;
        }
    }
    weights
}

/// The whole file, below three lines that say what it is.
fn file(samples: &[&Sample]) -> String {
    let mut judged = String::new();
    for Sample { text, topics, letter, .. } in samples {
        let _ = writeln!(judged, "{letter};{text};{}", topics.join(" "));
    }
    let mark = xxhash_rust::xxh3::xxh3_64(judged.as_bytes());
    format!(
        "# What the features of a claim weigh for topics, in thousandths. `.ci/import-weights` writes this file: change the\n\
         # tables, or what people judged. Learned from {} samples of findings, whose mark is {mark:016x}.\n\
         feature;topics\n{}",
        samples.len(),
        learned(samples)
    )
}

#[test]
fn the_weights_are_what_is_learned_from_the_findings() {
    let path = repository().join("src/import/topic_weights.csv");
    let [as_it_is, _] = own_sites();
    let [words, texts] = samples(&as_it_is.load().0);
    let made = file(&words.iter().chain(&texts).collect::<Vec<_>>());
    if is_update() {
        fs::write(&path, made).expect("the weights");
        return;
    }
    let kept = fs::read_to_string(path).expect("the weights");
    let mark = |file: &str| file.lines().nth(1).map(str::to_owned);
    assert!(kept.len() < 1_000_000, "{} bytes", kept.len());
    // Findings may be judged anew without learning again, as long as what was learned is of use.
    if mark(&kept) != mark(&made) {
        let weights = TopicWeights::new(&kept);
        let right = |it: &&Sample| {
            weights.ranked(&it.features).first().is_some_and(|(topic, _)| it.is_of(topic))
        };
        let share = words.iter().filter(right).count() as f64 / words.len() as f64;
        assert!(share > 0.75, "right in {share:.3}: learn anew with `.ci/import-weights`");
        return;
    }
    assert!(kept == made, "`.ci/import-weights` writes other weights");
}

/// The reason that there are weights at all.
#[test]
fn what_is_learned_is_right_more_often_than_the_table_on_letters_not_learned_from() {
    let [as_it_is, _] = own_sites();
    let (site, _) = as_it_is.load();
    let [words, texts] = samples(&site);
    let told = ClaimFeatures::new(site.archive().topics.iter().map(AsRef::as_ref));
    let letters: Vec<&String> =
        words.iter().map(|sample| &sample.letter).collect::<BTreeSet<_>>().into_iter().collect();
    let part = |sample: &Sample| {
        letters.iter().position(|letter| **letter == sample.letter).expect("its letter") % PARTS
    };
    let (mut by_table, mut by_weights) = (0, 0);
    for left_out in 0..PARTS {
        let others: Vec<&Sample> =
            words.iter().chain(&texts).filter(|sample| part(sample) != left_out).collect();
        let weights = TopicWeights::new(&format!("#\n#\nfeature;topics\n{}", learned(&others)));
        for sample in words.iter().filter(|sample| part(sample) == left_out) {
            by_table +=
                usize::from(told.named_most(&sample.text).is_some_and(|it| sample.is_of(&it)));
            let ranked = weights.ranked(&sample.features);
            by_weights += usize::from(ranked.first().is_some_and(|(topic, _)| sample.is_of(topic)));
        }
    }
    let share = |right: usize| right as f64 / words.len() as f64;
    println!(
        "First topics of {} findings in letters not learned from: {:.3} by the table, {:.3} by the weights",
        words.len(),
        share(by_table),
        share(by_weights)
    );
    assert!(share(by_weights) >= share(by_table) + 0.05);
}
