//! How well letters are read: precision and recall of each field, against what people read in 25 letters; and
//! suggestions against 100 findings that people judged. `.ci/import-table` prints both.

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;
use std::sync::Arc;

use letterpress::diagnostics::SourceText;
use letterpress::import::{self, Draft, Suggestion};
use letterpress::parse::built_in_vocabulary;

use crate::folder::{entries, load, repository, sunderland};

/// The letters, where they lie beside this repository.
pub(super) fn letters() -> Option<PathBuf> {
    let folder = repository().join("../shared/letters");
    if !folder.exists() {
        println!("NOT TESTED: there are no letters in {}", folder.display());
        return None;
    }
    Some(folder)
}

/// The same, and letters that nobody had looked at when the tables of words were written.
const JUDGED: [&str; 3] = ["tuned", "held-out", "unseen"];

/// The letters that the recognisers were made with, and the others.
const SETS: [&str; 2] = ["tuned", "held-out"];

const FIELDS: [&str; 11] = [
    "kind",
    "authority",
    "dated",
    "on_site",
    "ordinal",
    "inspectors",
    "roles",
    "areas",
    "areas, each",
    "bullets",
    "percentages",
];

/// Items that a letter states, and those that were found.
#[derive(Default, Clone, Copy)]
struct Count {
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
}

/// What somebody read in a letter.
struct Truth {
    name: String,
    table: toml::Table,
}

fn truths() -> Vec<Truth> {
    let truths: Vec<Truth> = entries(&repository().join("tests/import/truth"))
        .into_iter()
        .map(|path| {
            let text = fs::read_to_string(&path).expect("a text");
            let name = path.file_stem().expect("a name").to_string_lossy().into_owned();
            Truth { name, table: text.parse().unwrap_or_else(|error| panic!("{path:?}: {error}")) }
        })
        .collect();
    assert_eq!(truths.len(), 25);
    truths
}

impl Truth {
    fn one(&self, key: &str) -> Vec<String> {
        self.table.get(key).map(word).into_iter().collect()
    }

    fn all(&self, key: &str) -> Vec<toml::Value> {
        self.table[key].as_array().expect("a list").clone()
    }

    /// The words of each field.
    fn fields(&self) -> Vec<Vec<String>> {
        let texts = |key: &str| {
            self.all(key).iter().map(|it| plain(it.as_str().expect("a text"))).collect::<Vec<_>>()
        };
        let inspectors = self.all("inspectors");
        let of = |inspector: &toml::Value, key: &str| inspector.get(key).map(word);
        let names = inspectors.iter().filter_map(|it| of(it, "name")).collect();
        let roles = inspectors
            .iter()
            .map(|it| {
                format!("{:?} {:?} {}", of(it, "name"), of(it, "role"), of(it, "lead").is_some())
            })
            .collect();
        let bullets = self.all("bullets");
        let bullets = bullets.iter().map(|ends| {
            let ends: Vec<String> = ends
                .as_array()
                .expect("two ends")
                .iter()
                .map(|end| plain(end.as_str().expect("a text")))
                .collect();
            ends.join(" … ")
        });
        vec![
            self.one("kind"),
            self.one("authority"),
            self.one("dated"),
            self.one("on_site"),
            self.one("visit"),
            names,
            roles,
            words(&texts("areas")),
            texts("areas"),
            bullets.collect(),
            texts("percentages"),
        ]
    }
}

/// A text, or a number as a text.
fn word(value: &toml::Value) -> String {
    let number = || value.as_integer().map_or_else(String::new, |number| number.to_string());
    value.as_str().map_or_else(number, str::to_owned)
}

/// Straight quotation marks, one space between words, none behind a hyphen.
fn plain(text: &str) -> String {
    let straight = text.replace(['’', '‘'], "'").replace(['“', '”'], "\"").replace("- ", "-");
    straight.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The words of texts, but for the smallest.
fn words(texts: &[String]) -> Vec<String> {
    let small = ["and", "the", "of", "for", "in", "to", "a", "with"];
    let words = texts
        .iter()
        .flat_map(|text| text.split(' '))
        .map(|word| word.trim_matches(|it: char| !it.is_alphanumeric()).to_lowercase());
    words.filter(|word| !word.is_empty() && !small.contains(&word.as_str())).collect()
}

fn fields_of(draft: &Draft) -> Vec<Vec<String>> {
    let areas: Vec<String> = draft.areas.iter().map(|area| plain(area)).collect();
    let bullets = draft.findings.iter().filter(|finding| finding.bullet).map(|finding| {
        let text = plain(&finding.words);
        let words: Vec<&str> = text.split(' ').collect();
        format!(
            "{} … {}",
            words[..4.min(words.len())].join(" "),
            words[words.len().saturating_sub(2)..].join(" ")
        )
    });
    let mut percentages: Vec<String> = Vec::new();
    for finding in &draft.findings {
        for (at, _) in finding.words.match_indices('%') {
            let number = finding.words[..at]
                .rsplit(|letter: char| !letter.is_ascii_digit() && letter != '.')
                .next()
                .expect("a number");
            let percentage = format!("{number}%");
            if !percentages.contains(&percentage) {
                percentages.push(percentage);
            }
        }
    }
    let text = |it: &dyn ToString| it.to_string();
    vec![
        draft.kind.iter().map(|kind| built_in_vocabulary().word(*kind).to_owned()).collect(),
        draft.authorities.iter().map(|it| text(it)).collect(),
        draft.dated.iter().map(|it| text(it)).collect(),
        draft.on_site.iter().map(|it| text(it)).collect(),
        draft.visit.iter().map(|it| text(it)).collect(),
        draft.inspectors.iter().map(|it| it.name.clone()).collect(),
        draft
            .inspectors
            .iter()
            .map(|it| format!("{:?} {:?} {}", Some(&it.name), it.role, it.lead))
            .collect(),
        words(&areas),
        areas,
        bullets.collect(),
        percentages,
    ]
}

/// The draft of a letter that lies beside the repository.
pub(super) fn draft(folder: &std::path::Path, letter: &str, site: &letterpress::Site) -> Draft {
    let path = folder.join(letter);
    let text = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{path:?}: {error}"));
    let source = Arc::new(SourceText::new(letter, text));
    import::read(&source, site.archive(), None).0
}

#[test]
fn fields_are_read_as_people_read_them() {
    let Some(folder) = letters() else { return };
    let (site, _) = load(&sunderland());
    let mut counts: BTreeMap<&str, Vec<Count>> =
        SETS.iter().map(|set| (*set, vec![Count::default(); FIELDS.len()])).collect();
    for truth in truths() {
        let set = truth.one("set").remove(0);
        let counts = counts.get_mut(set.as_str()).expect("a set");
        let draft = draft(&folder, &truth.one("letter")[0], &site);
        let both = truth.fields().into_iter().zip(fields_of(&draft));
        for (place, (stated, found)) in both.enumerate() {
            counts[place].add(&stated, &found);
            let (mut one, mut other) = (stated, found);
            one.sort();
            other.sort();
            if one != other && FIELDS[place] != "areas" {
                println!("{} {}\n  stated {one:?}\n  found  {other:?}", truth.name, FIELDS[place]);
            }
        }
    }
    println!(
        "| field | set | stated | found | right | precision | recall |\n|---|---|---|---|---|---|---|"
    );
    let mut short = Vec::new();
    for (place, field) in FIELDS.iter().enumerate() {
        for set in SETS {
            let count = counts[set][place];
            let (precision, recall) = (count.precision(), count.recall());
            println!(
                "| {field} | {set} | {} | {} | {} | {precision:.3} | {recall:.3} |",
                count.stated, count.found, count.right
            );
            if (precision < 0.98 || recall < 0.95) && *field != "areas, each" {
                short.push(format!("{field} ({set})"));
            }
        }
    }
    assert!(short.is_empty(), "read too badly: {short:?}");
}

/// What is suggested for the first sentence of a text, where it is the only finding of a letter.
fn alone(text: &str, site: &letterpress::Site) -> Option<Suggestion> {
    let mut ends = text.match_indices(". ").map(|(at, _)| at + 1);
    let is_end = |end: &usize| text[*end..].trim_start().starts_with(char::is_uppercase);
    let sentence = &text[..ends.find(is_end).unwrap_or(text.len())];
    let letter = format!("Focused visit to Rutland\n\nFindings\n\n• {sentence}\n");
    let source = Arc::new(SourceText::new("letter.txt", letter));
    import::read(&source, site.archive(), None).0.findings.into_iter().next()
}

#[test]
fn suggestions_are_as_people_judge() {
    let Some(folder) = letters() else { return };
    let (site, _) = load(&sunderland());
    let judged = fs::read_to_string(repository().join("tests/import/judged.tsv")).expect("a table");
    let mut counts: BTreeMap<&str, [usize; 3]> = JUDGED.iter().map(|set| (*set, [0; 3])).collect();
    for line in judged.lines().skip(1) {
        let columns: Vec<&str> = line.split('\t').collect();
        let [set, name, begins, polarity, topics] = columns[..] else {
            panic!("five columns: {line}")
        };
        let draft = draft(&folder, name, &site);
        let finding = draft.findings.into_iter().find_map(|finding| {
            let words = plain(&finding.words);
            let sentence = &words[words.find(begins)?..];
            // Of a paragraph, a sentence was judged by itself.
            if finding.bullet { Some(finding) } else { alone(sentence, &site) }
        });
        let [all, of_polarity, of_topic] = counts.get_mut(set).expect("a set");
        *all += 1;
        let Some(finding) = finding else {
            println!("{name}: nothing begins `{begins}` ({polarity})");
            continue;
        };
        let topic = finding.topics[0].as_str();
        let vocabulary = built_in_vocabulary();
        let suggested = finding.polarity.map_or("", |it| vocabulary.word(it));
        let is_polarity = suggested == polarity;
        let is_topic = topics.split(' ').any(|judged| judged == topic);
        *of_polarity += usize::from(is_polarity);
        *of_topic += usize::from(is_topic);
        if !is_polarity || !is_topic {
            println!("{name}: `{begins}`: {polarity} {topics}; suggested {suggested} {topic}");
        }
    }
    println!("| set | findings | polarity | first topic |\n|---|---|---|---|");
    let mut sum = [0; 3];
    for set in JUDGED {
        let [all, of_polarity, of_topic] = counts[set];
        println!(
            "| {set} | {all} | {:.2} | {:.2} |",
            of_polarity as f64 / all as f64,
            of_topic as f64 / all as f64
        );
        sum = [sum[0] + all, sum[1] + of_polarity, sum[2] + of_topic];
    }
    let [all, of_polarity, of_topic] = sum;
    assert!(all >= 100);
    assert!(of_polarity * 100 >= all * 80, "polarity: {of_polarity} of {all}");
    assert!(of_topic * 100 >= all * 75, "first topic: {of_topic} of {all}");
}
