//! How well letters are read: precision and recall of each field, against what people read in 45 letters.
//! `.ci/import-table` prints it.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use letterpress::diagnostics::SourceText;
use letterpress::import::{self, Draft};
use letterpress::parse::built_in_vocabulary;

use super::counts::{Counts, Floor, Goal, KEPT_APART, apart, ends_of, plain, stated_ends, word};
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

/// How well each field is to be read. Whole areas are only told: the words of them count.
const GOALS: [Goal; 14] = [
    ("kind", 1.0, 1.0),
    ("authority", 1.0, 1.0),
    ("dated", 1.0, 1.0),
    ("on_site", 1.0, 1.0),
    ("ordinal", 1.0, 1.0),
    ("inspectors", 0.99, 0.98),
    ("roles", 0.99, 0.98),
    ("areas", 0.97, 0.96),
    ("areas, each", 0.0, 0.0),
    ("evidence", 0.97, 0.96),
    ("quotes", 0.90, 0.70),
    ("measures", 0.90, 0.70),
    ("bullets", 0.98, 0.95),
    ("percentages", 0.98, 0.95),
];

/// What falls short of that.
const FLOORS: [Floor; 2] =
    [("evidence", KEPT_APART, 0.967, 0.96), ("bullets", KEPT_APART, 0.98, 0.91)];

/// How many findings half of the letters in paragraphs may get.
const MOST_OF_PARAGRAPHS: usize = 20;

/// What somebody read in a letter.
struct Truth {
    name: String,
    letter: String,
    set: String,
    table: toml::Table,
}

fn truths_in(folder: &str) -> Vec<Truth> {
    let apart = apart();
    entries(&repository().join("tests/import").join(folder))
        .into_iter()
        .map(|path| {
            let text = fs::read_to_string(&path).expect("a text");
            let name = path.file_stem().expect("a name").to_string_lossy().into_owned();
            let table: toml::Table =
                text.parse().unwrap_or_else(|error| panic!("{path:?}: {error}"));
            let letter = word(&table["letter"]);
            let set =
                if apart.contains(&letter) { KEPT_APART.to_owned() } else { word(&table["set"]) };
            Truth { name, letter, set, table }
        })
        .collect()
}

fn truths() -> Vec<Truth> {
    let truths = truths_in("truth");
    assert_eq!(truths.len(), 45);
    assert_eq!(truths.iter().filter(|truth| truth.set == KEPT_APART).count(), 22);
    truths
}

impl Truth {
    fn one(&self, key: &str) -> Vec<String> {
        self.table.get(key).map(word).into_iter().collect()
    }

    /// What stands in a list; nothing where there is none.
    fn all(&self, key: &str) -> Vec<toml::Value> {
        self.table.get(key).map(|list| list.as_array().expect("a list").clone()).unwrap_or_default()
    }

    fn quotes(&self, key: &str) -> Vec<String> {
        self.all(key)
            .iter()
            .map(|quote| unstopped(&stated_ends(&quote["words"])).to_owned())
            .collect()
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
        let points = |measure: &toml::Value| {
            let points = measure["points"].as_table().expect("points").iter();
            // A number is as good with a point as without.
            let number = |value: &toml::Value| {
                value.as_float().unwrap_or_else(|| value.as_integer().expect("a number") as f64)
            };
            let points = points.map(|(date, value)| format!("{date}: {}", number(value)));
            points.collect::<Vec<_>>().join(", ")
        };
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
            words(&texts("evidence")),
            self.quotes("quotes"),
            self.all("measures").iter().map(points).collect(),
            self.all("bullets").iter().map(stated_ends).collect(),
            texts("percentages"),
        ]
    }
}

/// Without the stop behind a quote: it stands before its closing mark in some letters, and behind it in others.
fn unstopped(quote: &str) -> &str {
    quote.trim_end_matches(['.', ',', ';', '!', '?'])
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

/// The same of a draft.
fn fields_of(draft: &Draft) -> Vec<Vec<String>> {
    let areas: Vec<String> = draft.areas.iter().map(|area| plain(area)).collect();
    let evidence: Vec<String> = draft.evidence.iter().map(|item| plain(item)).collect();
    let points = |measure: &letterpress::model::Measure| {
        let points = measure.points.iter().map(|point| format!("{}: {}", point.key, point.value));
        points.collect::<Vec<_>>().join(", ")
    };
    let bullets = draft.findings.iter().filter(|finding| finding.bullet);
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
        words(&evidence),
        draft.quotes.iter().map(|quote| ends_of(unstopped(&quote.words))).collect(),
        draft.measures.iter().map(points).collect(),
        bullets.map(|finding| ends_of(&finding.words)).collect(),
        percentages,
    ]
}

/// The draft of a letter that lies beside the repository.
pub(super) fn draft(folder: &Path, letter: &str, site: &letterpress::Site) -> Draft {
    let path = folder.join(letter);
    let text = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{path:?}: {error}"));
    let source = Arc::new(SourceText::new(letter, text));
    import::read(&source, site.archive(), None).0
}

#[test]
fn fields_are_read_as_people_read_them() {
    let Some(folder) = letters() else { return };
    let (site, _) = load(&sunderland());
    let mut counts = Counts::default();
    let mut of_paragraphs = Vec::new();
    for truth in truths() {
        let draft = draft(&folder, &truth.letter, &site);
        let bullets = draft.findings.iter().filter(|finding| finding.bullet).count();
        if bullets * 2 < draft.findings.len() {
            of_paragraphs.push(draft.findings.len());
        }
        // What is between quotation marks is neither right nor wrong where nobody is said to have said it.
        let phrases = truth.quotes("phrases");
        let both = truth.fields().into_iter().zip(fields_of(&draft));
        for ((field, ..), (stated, mut found)) in GOALS.iter().zip(both) {
            if *field == "quotes" {
                found.retain(|quote| !phrases.contains(quote));
            }
            counts.add([&truth.name, field, &truth.set], stated, found);
        }
    }
    let short = counts.told("field of letters", &GOALS, &FLOORS);
    of_paragraphs.sort();
    let median = of_paragraphs[of_paragraphs.len() / 2];
    println!("{} letters in paragraphs; median of their findings: {median}", of_paragraphs.len());
    assert!(median <= MOST_OF_PARAGRAPHS);
    assert!(short.is_empty(), "read too badly: {short:?}");
}

/// What stands before the evidence, which the texts of these letters break off before. Who led is known from the signature.
#[test]
fn openings_are_read_as_people_read_them() {
    let Some(folder) = letters() else { return };
    let (site, _) = load(&sunderland());
    let truths = truths_in("parts");
    assert_eq!(truths.len(), 3);
    for truth in truths {
        let both = truth.fields().into_iter().zip(fields_of(&draft(&folder, &truth.letter, &site)));
        let opening = GOALS.iter().zip(both).take_while(|((field, ..), _)| *field != "areas, each");
        for ((field, ..), (stated, found)) in opening.filter(|((field, ..), _)| *field != "roles") {
            // One sentence on what a front door is for is taken for an area.
            match *field {
                "areas" => assert!(stated.iter().all(|it| found.contains(it)), "{}", truth.name),
                _ => assert_eq!(found, stated, "{} {field}", truth.name),
            }
        }
    }
}
