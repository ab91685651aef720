//! Random texts at each entry point: what must hold there does. `.ci/fuzz` looks for harder ones, for as long as it is told to.

use std::fs;
use std::hash::{BuildHasher as _, Hasher as _, RandomState};

use proptest::prelude::*;
use proptest::sample::{Index, select};
use proptest::test_runner::{Config, RngSeed, TestCaseResult, TestRunner};
use serde_json::Value;

use crate::entry_points::{ENTRY_POINTS, FACTS};
use crate::folder::{entries, repository};

/// What means something to one reader or another, as a fuzzer is told of it too.
fn words() -> Vec<String> {
    let text = fs::read_to_string(repository().join("tests/fuzz/words.dict")).expect("words");
    let lines = text.lines().filter_map(|line| line.strip_prefix('"')?.strip_suffix('"'));
    let words: Vec<String> = lines.map(word).collect();
    assert!(words.len() > 80);
    words
}

/// A word without the backslashes that libFuzzer's format puts before quotation marks and bytes.
fn word(written: &str) -> String {
    let mut bytes = Vec::new();
    let mut rest = written.as_bytes();
    while let [first, more @ ..] = rest {
        rest = more;
        match (first, more) {
            (b'\\', [b'x', high, low, ..]) => {
                let digits = [*high, *low];
                let digits = str::from_utf8(&digits).expect("two digits");
                bytes.push(u8::from_str_radix(digits, 16).expect("a byte"));
                rest = &more[3..];
            }
            (b'\\', [escaped, ..]) => {
                bytes.push(*escaped);
                rest = &more[1..];
            }
            _ => bytes.push(*first),
        }
    }
    String::from_utf8(bytes).expect("a text")
}

/// A text of such words and of other characters.
fn text(most: usize) -> impl Strategy<Value = String> {
    let other = any::<char>().prop_map(String::from);
    let part = prop_oneof![8 => select(words()), 1 => other];
    prop::collection::vec(part, 0..most).prop_map(|parts| parts.concat())
}

/// A text that stands in the repository, with some words put in or in the place of others.
fn changed(seeds: Vec<String>) -> impl Strategy<Value = String> {
    let change = (any::<Index>(), 0..20_usize, select(words()));
    (select(seeds), prop::collection::vec(change, 1..6)).prop_map(|(mut text, changes)| {
        for (at, length, word) in changes {
            let start = text.floor_char_boundary(at.index(text.len() + 1));
            let end = text.floor_char_boundary((start + length).min(text.len())).max(start);
            text.replace_range(start..end, &word);
        }
        text
    })
}

/// The files in `tests/letters` of this ending.
fn letters(ending: &str) -> Vec<String> {
    let files = entries(&repository().join("tests/letters")).into_iter();
    let files = files.filter(|path| path.extension().is_some_and(|it| it == ending));
    files.filter_map(|path| fs::read_to_string(path).ok()).filter(|it| it.len() < 20_000).collect()
}

/// The texts that a fuzzer begins with at this entry point.
fn seeds(entry_point: &str) -> Vec<String> {
    let text = fs::read_to_string(repository().join("tests/fuzz/seeds.json")).expect("seeds");
    let seeds: Value = serde_json::from_str(&text).expect("JSON");
    let seeds = seeds[entry_point].as_array().expect("a list").iter();
    seeds.map(|it| it.as_str().expect("a text").to_owned()).collect()
}

/// Gives a entry_point random texts, and those that a fuzzer begins with.
#[track_caller]
fn fuzz(name: &str, texts: impl Strategy<Value = String>) {
    let (_, entry_point) =
        ENTRY_POINTS.iter().find(|(known, _)| *known == name).expect("a entry_point");
    many(name, texts, |text| {
        entry_point(&text);
        Ok(())
    });
}

/// Holds something against many random inputs.
#[track_caller]
pub(crate) fn many<S: Strategy>(what: &str, inputs: S, test: impl Fn(S::Value) -> TestCaseResult) {
    let defaults = Config::default();
    let seed = match defaults.rng_seed {
        RngSeed::Fixed(seed) => seed,
        RngSeed::Random => RandomState::new().build_hasher().finish(),
    };
    let rng_seed = RngSeed::Fixed(seed);
    let config = Config {
        cases: 200,
        rng_seed,
        failure_persistence: None,
        max_shrink_iters: 500,
        ..defaults
    };
    let result = TestRunner::new(config).run(&inputs, test);
    let again = format!("PROPTEST_RNG_SEED={seed} gives the same inputs again");
    assert!(result.is_ok(), "{what}: {}\n{again}", result.expect_err("a failure"));
}

#[test]
fn each_entry_point_has_a_target() {
    let targets = entries(&repository().join("tests/fuzz/targets"));
    assert_eq!(targets.len(), ENTRY_POINTS.len());
    for (name, _) in ENTRY_POINTS {
        let target = repository().join(format!("tests/fuzz/targets/{name}.rs"));
        let text = fs::read_to_string(target).expect("a target");
        assert!(text.contains(&format!("open(\"{name}\", text)")), "{name}");
    }
}

#[test]
fn seeds_of_the_fuzzer_are_taken() {
    // Those of front matter are files of the repository.
    for (name, entry_point) in ENTRY_POINTS.iter().filter(|(name, _)| *name != "front_matter") {
        let seeds = seeds(name);
        assert!(!seeds.is_empty(), "{name}");
        seeds.iter().for_each(|seed| entry_point(seed));
    }
}

#[test]
fn dates() {
    fuzz("dates", text(8));
}

#[test]
fn slugs() {
    fuzz("slugs", text(8));
}

#[test]
fn front_matter() {
    let made = (text(40), text(8)).prop_map(|(yaml, body)| format!("---\n{yaml}\n---\n{body}"));
    let facts = text(40).prop_map(|yaml| format!("---\n{FACTS}{yaml}\n---\n"));
    fuzz("front_matter", prop_oneof![changed(letters("md")), made, facts, text(40)]);
}

#[test]
fn markdown() {
    fuzz("markdown", text(60));
}

#[test]
fn paths() {
    fuzz("paths", prop_oneof![changed(seeds("paths")), text(6)]);
}

#[test]
fn writers() {
    fuzz("writers", prop_oneof![changed(seeds("writers")), text(12)]);
}

#[test]
fn manifest() {
    fuzz("manifest", prop_oneof![changed(seeds("manifest")), text(12)]);
}

#[test]
fn site_toml() {
    fuzz("site_toml", prop_oneof![changed(letters("toml")), text(30)]);
}

#[test]
fn theme_toml() {
    fuzz("theme_toml", prop_oneof![changed(seeds("theme_toml")), text(30)]);
}
