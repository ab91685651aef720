//! The tables, read by programs that take another separator than the comma: no part of a text begins a cell that such
//! a program takes for a formula, and a reader of the Data Package gets every text back.

use letterpress::Site;
use letterpress::plan::{DataTable, Route};
use proptest::prelude::*;

use crate::data::table;
use crate::entry_points::writers::without_guards;
use crate::folder::Folder;

const SIGNS: [char; 8] = ['=', '+', '-', '@', '＝', '＋', '－', '＠'];

/// A site with a letter that has each of these texts in every field that can hold any.
fn site(texts: &[String]) -> Site {
    let folder = Folder::with_sunderland();
    let quoted: Vec<String> =
        texts.iter().map(|text| serde_json::to_string(text).expect("JSON")).collect();
    let findings = quoted.iter().map(|text| {
        format!("  - {{polarity: mixed, topics: [thresholds], text: {text}, subject: {text}}}\n")
    });
    let measures = quoted.iter().enumerate().map(|(place, text)| {
        format!("  - {{id: debt-{place}, label: {text}, better: lower, points: {{2019-01: -5}}}}\n")
    });
    folder.write(
        "content/authorities/sunderland/texts.md",
        format!(
            "---\nkind: focused-visit\non_site: 2019\ndated: 2019\nareas: [{}]\nfindings:\n{}measures:\n{}---\n",
            quoted.join(", "),
            findings.collect::<String>(),
            measures.collect::<String>(),
        ),
    );
    let (site, report) = folder.load();
    let codes: Vec<&str> = report.diagnostics().iter().map(|it| it.code()).collect();
    assert!(site.archive().letters.iter().any(|it| it.slug.as_str() == "texts"), "{codes:?}");
    site
}

fn csv(site: &Site, table: DataTable) -> String {
    let bytes = site.render(&Route::data_table(table)).expect("a table");
    String::from_utf8(bytes).expect("UTF-8")
}

/// The cells as a program sees them that takes this separator, as Python's `csv` does too: a quotation mark means
/// something only where a cell begins.
fn cells(csv: &str, separator: char) -> Vec<String> {
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(separator as u8)
        .from_reader(csv.as_bytes());
    let rows = reader.records().map(|row| row.expect("a row"));
    rows.flat_map(|row| row.iter().map(str::to_owned).collect::<Vec<_>>()).collect()
}

/// The cells as a program sees them that knows no quotation marks, and takes away those around a text.
fn cells_without_quotes(csv: &str, separator: char) -> Vec<String> {
    let cells = csv.split(['\r', '\n', separator]);
    cells.map(|cell| cell.trim_matches('"').to_owned()).collect()
}

fn is_formula(cell: &str) -> bool {
    cell.trim_start().starts_with(SIGNS) && cell.parse::<f64>().is_err()
}

#[track_caller]
fn hold_no_formula(site: &Site) {
    for &table in DataTable::ALL {
        let csv = csv(site, table);
        let of_commas = cells(&csv, ',');
        let others = [';', '\t', '|'].into_iter().flat_map(|separator| {
            [cells(&csv, separator), cells_without_quotes(&csv, separator)].concat()
        });
        for cell in others.chain(of_commas) {
            assert!(!is_formula(&cell), "{}: {cell:?}", table.name());
        }
    }
}

/// The subjects of the letter's findings, as a reader has them who knows of the apostrophes.
fn read_back(site: &Site) -> Vec<String> {
    let rows = table(site, "findings").rows;
    let rows = rows.iter().filter(|row| row["letter"] == "texts");
    rows.map(|row| without_guards(&row["subject"])).collect()
}

/// Starts of a part, before a sign.
const LEADS: [&str; 9] = ["", " ", "'", "''", "\"", "\"\"", "' \"", "\u{a0}", "\"'"];

#[test]
fn no_part_of_a_text_is_a_formula_for_a_reader_of_another_separator() {
    let mut texts = Vec::new();
    for separator in [";", "\t", "|", "\n", "\r", ";;", "; \t", "\t;\n", "\";", "\"\n"] {
        for lead in LEADS {
            for sign in SIGNS {
                texts.push(format!("safe{separator}{lead}{sign}1+1"));
                texts.push(format!("{separator}{lead}{sign}1+1"));
            }
        }
    }
    texts.extend(LEADS.iter().map(|lead| format!("{lead}=1+1")));
    // Front matter has 5,000 values at most.
    for texts in texts.chunks(200) {
        let site = site(texts);
        hold_no_formula(&site);
        let read = read_back(&site);
        assert_eq!(read.len(), texts.len());
        // Front matter is read without what is blank around a text.
        read.iter().zip(texts).for_each(|(read, text)| assert_eq!(read, text.trim()));
    }
}

/// What is no formula is as it is written.
#[test]
fn a_text_with_another_separator_stands_in_quotation_marks_and_is_not_changed() {
    let texts = ["one; two", "one\ttwo", "'one'; 'two'", "a;b-c", "it's; \"so\"", "x, -1"];
    let site = site(&texts.map(str::to_owned));
    let csv = csv(&site, DataTable::Findings);
    for text in texts {
        if text.contains([';', '\t']) {
            let quoted = format!(",\"{}\",", text.replace('"', "\"\""));
            assert!(csv.contains(&quoted), "{quoted} is not in\n{csv}");
        }
        assert!(table(&site, "findings").rows.iter().any(|row| row["subject"] == text), "{text}");
    }
}

/// Several items of a list in a cell, which whoever splits it has as cells.
#[test]
fn no_item_of_a_list_is_a_formula() {
    let site = site(&["=1+1".to_owned(), "-2; @3".to_owned(), "plain".to_owned()]);
    let row = table(&site, "letters").rows.into_iter().find(|row| row["letter"] == "texts");
    assert_eq!(row.expect("the letter")["areas"], "'=1+1|'-2;' @3|plain");
}

/// What a table has of a finding is compared without what was put before it.
#[test]
fn permalinks_are_compared_whatever_stands_before_a_text() {
    let letter = |ids: [&str; 2]| {
        let finding = |id: &str, text: &str| {
            format!("  - {{id: {id}, polarity: mixed, topics: [thresholds], text: \"{text}\"}}\n")
        };
        let findings = [finding(ids[0], "=1+1; -2 of Medway"), finding(ids[1], "@once;=more")];
        let findings = findings.concat();
        format!("---\nkind: focused-visit\non_site: 2019\ndated: 2019\nfindings:\n{findings}---\n")
    };
    let folder = Folder::with_sunderland();
    let path = "content/authorities/sunderland/texts.md";
    folder.write(path, letter(["one", "two"]));
    folder.run(&["build"]).expect(0);
    let told = folder.run(&["ids", "--against", "public", "--strict"]).expect(0).stderr;
    assert!(told.contains("none would be lost"), "{told}");
    folder.write(path, letter(["two", "three"]));
    let told = folder.run(&["ids", "--against", "public"]).expect(1).stderr;
    assert!(told.contains("`aliases: [one]` to this finding, which is `two` now"), "{told}");
    assert!(told.contains("give `id: two` back to finding 2, which is `three` now"), "{told}");
}

/// The JSON has the texts as they are, and the package says why the tables have not.
#[test]
fn the_package_and_the_page_say_what_the_apostrophes_are() {
    let site = site(&["plain".to_owned()]);
    let bytes = |address: &str| site.render(&Route::new(address)).expect("a file");
    let package: serde_json::Value =
        serde_json::from_slice(&bytes("/data/datapackage.json")).expect("JSON");
    for table in package["resources"].as_array().expect("tables") {
        let about = table["description"].as_str().expect("words");
        assert!(about.contains("apostrophe"), "{about}");
    }
    let page = String::from_utf8(bytes("/data/")).expect("UTF-8");
    assert!(page.contains("apostrophe") && page.contains("<code>;</code>"), "{page}");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// Whatever stands in a text, no part of it is a formula, and it can be had back.
    #[test]
    fn no_part_of_any_text_is_a_formula(
        texts in prop::collection::vec("[a;|,\t\n\r '\"=+@＝-]{1,12}", 8..9)
    ) {
        let texts: Vec<String> = texts.iter().map(|text| format!("a{text}a")).collect();
        let site = site(&texts);
        hold_no_formula(&site);
        prop_assert_eq!(read_back(&site), texts);
    }
}
