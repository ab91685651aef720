//! How well reports of inspections are read: precision and recall of each field, against what people read in 30 of them,
//! and against a table that another program made of more. `.ci/import-table` prints both.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use letterpress::diagnostics::SourceText;
use letterpress::import::{self, InspectionDraft, pdf};
use letterpress::parse::built_in_vocabulary;

use super::counts::{Counts, Floor, Goal, KEPT_APART, apart, ends_of, stated_ends, word};
use super::table::letters;
use crate::folder::{entries, load, repository, sunderland};

/// The columns of the table that hold grades, with the areas that they are of.
const GRADES: [(&str, &[&str]); 5] = [
    ("overall_effectiveness_grade", &["overall"]),
    ("impact_of_leaders_grade", &["leadership"]),
    ("help_and_protection_grade", &["help-and-protection"]),
    ("in_care_grade", &["in-care", "in-care-and-care-leavers"]),
    ("care_leavers_grade", &["care-leavers"]),
];

/// The grades that there are, as the table has them: all else in it says why it has none.
const WORDS: [(&str, &str); 5] = [
    ("outstanding", "outstanding"),
    ("good", "good"),
    ("requires improvement to be good", "requires-improvement"),
    ("requires improvement", "requires-improvement"),
    ("inadequate", "inadequate"),
];

const OTHERS: [&str; 4] = ["first day", "last day", "lead inspector", "authority"];

/// How well each field is to be read.
const GOALS: [Goal; 8] = [
    ("authority", 1.0, 0.98),
    ("on_site", 1.0, 0.98),
    ("published", 1.0, 0.98),
    ("framework", 1.0, 0.98),
    ("overall", 1.0, 0.98),
    ("judgements", 1.0, 0.98),
    ("lead", 1.0, 0.98),
    ("improve", 0.98, 0.95),
];

/// What falls short of that.
const FLOORS: [Floor; 0] = [];

type Row = BTreeMap<String, String>;

/// A day as ISO has it: `09/05/25`, `17/03/2025`.
fn iso(day: &str) -> String {
    match day.split('/').collect::<Vec<_>>()[..] {
        [day, month, year] if year.len() == 2 => format!("20{year}-{month}-{day}"),
        [day, month, year] => format!("{year}-{month}-{day}"),
        _ => day.to_owned(),
    }
}

/// The table: its rows by the regulator's number of the authority and the day on which the report was published, which
/// stand in the names of files, and by the number of the report's file.
fn truth() -> BTreeMap<String, Row> {
    let path = repository().join("../shared/data/inspections_2013-2026.csv");
    let text = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{path:?}: {error}"));
    let mut reader = csv::ReaderBuilder::new().comment(Some(b'#')).from_reader(text.as_bytes());
    let heads = reader.headers().expect("a head").clone();
    let mut rows = BTreeMap::new();
    for record in reader.records() {
        let record = record.expect("a row");
        let row: Row =
            heads.iter().map(str::to_owned).zip(record.iter().map(str::to_owned)).collect();
        let file = row["inspection_link"].rsplit('/').next().expect("a number").to_owned();
        rows.insert(format!("{} {}", row["urn"], iso(&row["publication_date"])), row.clone());
        rows.insert(file, row);
    }
    rows
}

/// A report beside this repository.
struct ReportText {
    path: PathBuf,
    text: String,
    /// Those that its row may have.
    keys: Vec<String>,
}

/// The text of a report, or of its PDF.
fn text_of(path: &Path) -> String {
    let bytes = fs::read(path).unwrap_or_else(|error| panic!("{path:?}: {error}"));
    match bytes.starts_with(b"%PDF") {
        true => pdf::text(&bytes).unwrap_or_else(|error| panic!("{path:?}: {error}")),
        false => String::from_utf8(bytes).expect("a text"),
    }
}

fn reports() -> Vec<ReportText> {
    let Some(folder) = letters() else { return Vec::new() };
    let folders = ["reports-pdf", "inspections", "inspections-2026"];
    let paths = folders.iter().flat_map(|name| entries(&folder.join(name)));
    let read = |path: PathBuf| {
        let text = text_of(&path);
        let name = path.file_stem().expect("a name").to_string_lossy().replace(['_', '-'], " ");
        let urn = name.split(' ').next().expect("a number").to_owned();
        let words: Vec<&str> = name.split_whitespace().collect();
        let months = letterpress::model::english_months();
        let mut keys = Vec::new();
        if let [.., day, month, year] = words[..]
            && let Some(place) = months.iter().position(|it| it.eq_ignore_ascii_case(month))
        {
            keys.push(format!("{urn} {year}-{:02}-{day:0>2}", place + 1));
        }
        let file = text.split_once("/v1/file/").map(|(_, rest)| rest);
        keys.extend(file.map(|it| it.chars().take_while(char::is_ascii_digit).collect::<String>()));
        ReportText { path, text, keys }
    };
    paths.map(read).collect()
}

/// What the report is found to say, as the table says it.
fn found(draft: &InspectionDraft, column: &str, areas: &[&str]) -> Option<String> {
    let vocabulary = built_in_vocabulary();
    let day = |date: Option<jiff::civil::Date>| date.map(|date| date.to_string());
    let on_site = draft.on_site.as_ref();
    match column {
        "first day" => day(on_site.map(letterpress::model::Date::earliest)),
        "last day" => day(on_site.map(letterpress::model::Date::latest)),
        "lead inspector" => draft.lead_inspectors.first().cloned(),
        "authority" => draft.authority.as_ref().map(|slug| slug.as_str().replace('-', " ")),
        _ if areas == ["overall"] => draft.overall.map(|it| vocabulary.word(it).to_owned()),
        _ => {
            let mut judgements = draft.judgements.iter();
            let judged = judgements.find(|(area, _)| areas.contains(&vocabulary.word(*area)));
            judged.map(|(_, grade)| vocabulary.word(*grade).to_owned())
        }
    }
}

/// What the table says; nothing where it says why it has nothing.
fn stated(row: &Row, column: &str) -> Option<String> {
    let cell = |column: &str| row[column].trim().to_owned();
    match column {
        "first day" => Some(iso(&cell("inspection_start_date"))),
        "last day" => Some(iso(&cell("inspection_end_date"))),
        "lead inspector" => Some(cell("inspector_name").replace(" -", "-")),
        "authority" => Some(cell("local_authority")),
        _ => {
            let grade = cell(column).to_lowercase();
            // Once a word of the row's name stands before it.
            let grade = grade.strip_prefix("to ").unwrap_or(&grade);
            let word = WORDS.iter().find(|(words, _)| *words == grade);
            return word.map(|(_, word)| (*word).to_owned());
        }
    }
    .filter(|text| {
        text.contains(|it: char| it.is_alphanumeric()) && !text.contains("data_unreadable")
    })
}

/// What people read in a report, in the order of the goals.
fn stated_by_people(table: &toml::Table) -> Vec<Vec<String>> {
    let one = |key: &str| table.get(key).map(word).into_iter().collect::<Vec<_>>();
    let all = |key: &str| {
        table.get(key).map(|it| it.as_array().expect("a list").clone()).unwrap_or_default()
    };
    let judgements = all("judgements");
    let judgements =
        judgements.iter().map(|it| format!("{}: {}", word(&it["area"]), word(&it["grade"])));
    vec![
        one("authority"),
        one("on_site"),
        one("published"),
        one("framework"),
        one("overall"),
        judgements.collect(),
        vec![word(&table["lead"]["name"])],
        all("improve").iter().map(stated_ends).collect(),
    ]
}

/// The same of what is read.
fn found_in(draft: &InspectionDraft) -> Vec<Vec<String>> {
    let vocabulary = built_in_vocabulary();
    let text = |it: &dyn ToString| it.to_string();
    let judgements = draft.judgements.iter();
    let judgements = judgements
        .map(|(area, grade)| format!("{}: {}", vocabulary.word(*area), vocabulary.word(*grade)));
    vec![
        draft.authority.iter().map(|it| text(it)).collect(),
        draft.on_site.iter().map(|it| text(it)).collect(),
        draft.published.iter().map(|it| text(it)).collect(),
        draft.framework.iter().map(|it| vocabulary.word(*it).to_owned()).collect(),
        draft.overall.iter().map(|it| vocabulary.word(*it).to_owned()).collect(),
        judgements.collect(),
        draft.lead_inspectors.clone(),
        draft.needs_to_improve.iter().map(|it| ends_of(it)).collect(),
    ]
}

#[test]
fn reports_are_read_as_people_read_them() {
    let Some(folder) = letters() else { return };
    let (site, _) = load(&sunderland());
    let apart = apart();
    let truths = entries(&repository().join("tests/import/reports"));
    let mut sets = BTreeMap::new();
    let mut counts = Counts::default();
    for path in &truths {
        let text = fs::read_to_string(path).expect("a text");
        let table: toml::Table = text.parse().unwrap_or_else(|error| panic!("{path:?}: {error}"));
        let report = word(&table["report"]);
        // Those who make recognisers look at the others.
        let set = if apart.contains(&report) { KEPT_APART } else { "tuned" };
        *sets.entry(set).or_insert(0) += 1;
        let source = Arc::new(SourceText::new(report.as_str(), text_of(&folder.join(&report))));
        let (draft, _) = import::inspection(&source, site.archive(), None)
            .unwrap_or_else(|| panic!("{report} is taken for no report"));
        let both = stated_by_people(&table).into_iter().zip(found_in(&draft));
        for ((field, ..), (stated, found)) in GOALS.iter().zip(both) {
            counts.add([&report, field, set], stated, found);
        }
    }
    assert_eq!(sets, BTreeMap::from([("tuned", 15), (KEPT_APART, 15)]));
    let short = counts.told("field of reports", &GOALS, &FLOORS);
    assert!(short.is_empty(), "read too badly: {short:?}");
}

#[test]
fn reports_are_read_as_another_program_read_them() {
    if letters().is_none() {
        return;
    }
    let (site, _) = load(&sunderland());
    let (truth, apart) = (truth(), apart());
    let others = OTHERS.map(|column| (column, &[][..]));
    let columns: Vec<(&str, &[&str])> = GRADES.into_iter().chain(others).collect();
    let mut counts: BTreeMap<&str, [usize; 3]> = BTreeMap::new();
    let (mut all, mut joined) = (0, 0);
    for ReportText { path, text, keys } in reports() {
        all += 1;
        let name = path.file_name().expect("a name").to_string_lossy().into_owned();
        let source = Arc::new(SourceText::new(name.as_str(), text));
        let (draft, _) = import::inspection(&source, site.archive(), None)
            .unwrap_or_else(|| panic!("{name} is taken for no report"));
        let Some(row) = keys.iter().find_map(|key| truth.get(key)) else { continue };
        joined += 1;
        for (column, areas) in &columns {
            let (stated, found) = (stated(row, column), found(&draft, column, areas));
            // What the table lacks proves nothing.
            let Some(stated) = stated else { continue };
            let is_same = found.as_ref().is_some_and(|found| {
                *found == stated || *column == "authority" && is_almost(found, &stated)
            });
            if !is_same && !apart.contains(&format!("reports-pdf/{name}")) {
                println!("{name} {column}: stated {stated}, found {found:?}");
            }
            let [of_table, of_report, right] = counts.entry(column).or_default();
            *of_table += 1;
            *of_report += usize::from(found.is_some());
            *right += usize::from(is_same);
        }
    }
    println!("{all} reports, {joined} of them in the table");
    println!(
        "| field of reports | stated | found | right | precision | recall |\n|---|---|---|---|---|---|"
    );
    let mut short = Vec::new();
    for (column, _) in &columns {
        let [stated, found, right] = counts.get(column).copied().unwrap_or_default();
        let precision = right as f64 / found.max(1) as f64;
        let recall = right as f64 / stated.max(1) as f64;
        println!("| {column} | {stated} | {found} | {right} | {precision:.3} | {recall:.3} |");
        if precision < 1.0 || recall < 0.98 {
            short.push(*column);
        }
    }
    assert!(short.is_empty() && joined >= 60, "read too badly: {short:?}");
}

/// Whether two names of an authority have the same words, but for the smallest and what councils call themselves.
fn is_almost(one: &str, other: &str) -> bool {
    let words = |name: &str| {
        let mut words: Vec<String> = name
            .to_lowercase()
            .split(|it: char| !it.is_alphanumeric())
            .filter(|word| !["and", "of", "upon", "the", "city", "county", ""].contains(word))
            .map(str::to_owned)
            .collect();
        words.sort();
        words
    };
    words(one) == words(other)
}
