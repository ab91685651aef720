//! Texts that are written into files which other programs read.

use std::collections::BTreeSet;

use letterpress::Site;
use letterpress::diagnostics::is_forbidden;
use letterpress::plan::Route;
use serde_json::Value;

use super::FACTS;
use super::incremental::{LETTER, load};

/// A text in each field of a letter that can hold any: CSV, XML and JSON are read as what they are, no cell is a
/// formula, and a table says the same in CSV as in JSON.
pub(super) fn writers(text: &str) {
    let text = format!("{}.", text.replace(is_forbidden, ""));
    let (site, report) = load(&[(LETTER, &letter(&text))]);
    // No site is published with a character that XML may not hold.
    if report.diagnostics().iter().any(|it| it.code() == "control-character") {
        return;
    }
    for route in site.routes() {
        let made = || String::from_utf8(site.render(route).expect("a file")).expect("text");
        let address = route.as_str();
        if address.ends_with(".xml") {
            let xml = made();
            assert!(roxmltree::Document::parse(&xml).is_ok(), "{address}: {xml}");
        } else if address.ends_with(".csv") {
            holds_no_formula(&made());
        } else if address.ends_with(".json") {
            let json = made();
            assert!(serde_json::from_str::<Value>(&json).is_ok(), "{address}: {json}");
        }
    }
    says_the_same(&site);
}

fn letter(text: &str) -> String {
    let text = serde_json::to_string(text).expect("JSON");
    format!(
        "---\n{FACTS}inspectors: [{{name: {text}, role: {text}}}]\nareas: [{text}, {text}]\n\
         findings:\n  - {{polarity: mixed, topics: [thresholds], text: {text}, subject: {text}}}\n\
         measures:\n  - {{id: cases, label: {text}, points: {{2017: 252}}}}\n\
         quotes:\n  - {{words: {text}, speaker: {text}}}\n---\nA lead.\n"
    )
}

fn holds_no_formula(csv: &str) {
    for row in csv::Reader::from_reader(csv.as_bytes()).records() {
        for cell in &row.expect("as many cells as there are columns") {
            let is_formula = cell.starts_with(['=', '+', '-', '@', '\t', '\r', '\n']);
            assert!(!is_formula || cell.parse::<f64>().is_ok(), "{cell}");
        }
    }
}

/// A text of a table without the apostrophes that keep it from being a formula: one where it begins, or a part of it
/// behind a separator, if a sign stands behind nothing but apostrophes, quotation marks and blanks; and one before an
/// end of line or a tab that the text begins with.
pub(crate) fn without_guards(cell: &str) -> String {
    let is_separator = |character: char| ";|\t\r\n".contains(character);
    let parts = cell.split_inclusive(is_separator).enumerate().map(|(place, part)| {
        let is_lead =
            |it: char| !is_separator(it) && (it.is_whitespace() || matches!(it, '\'' | '"'));
        let is_formula =
            part.trim_start_matches(is_lead).starts_with(|it| "=+-@＝＋－＠".contains(it));
        let is_control =
            place == 0 && part.trim_start_matches('\'').starts_with(['\t', '\r', '\n']);
        if is_formula || is_control { part.strip_prefix('\'').unwrap_or(part) } else { part }
    });
    parts.collect()
}

/// Each finding's text in JSON stands in the table too, but for what keeps it from being a formula.
fn says_the_same(site: &Site) {
    let made = |address: &str| site.render(&Route::new(address)).expect("a file");
    let csv = made("/data/findings.csv");
    let mut rows = csv::Reader::from_reader(&csv[..]);
    let place = rows.headers().expect("names").iter().position(|it| it == "text").expect("text");
    let cells: BTreeSet<String> =
        rows.records().map(|row| without_guards(&row.expect("a row")[place])).collect();
    let json: Value =
        serde_json::from_slice(&made("/data/authorities/sunderland.json")).expect("JSON");
    let letters = json["authority"]["letters"].as_array().expect("letters").iter();
    let findings = letters.flat_map(|it| it["findings"].as_array().expect("findings"));
    let texts: Vec<&str> = findings.map(|it| it["text"].as_str().unwrap_or_default()).collect();
    assert!(!texts.is_empty());
    for text in texts {
        assert!(cells.contains(text), "{text:?}: {cells:?}");
    }
}
