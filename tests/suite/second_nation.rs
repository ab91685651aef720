//! Sites of another nation's inspectorate, on another service, in English and in Welsh: nothing in them is of England, of
//! Ofsted or of services for children.

use std::collections::BTreeMap;
use std::io::Read;
use std::sync::LazyLock;

use flate2::read::MultiGzDecoder;
use regex::Regex;
use serde_json::Value;

use crate::folder::{Folder, repository, tree};

/// In English, and in Welsh.
const ENGLISH: &str = "look-estyn";
pub(crate) const WELSH: &str = "estyn-cy";

pub(crate) const THEMES: [&str; 2] = ["plain", "gazette"];

pub(crate) fn folder(site: &str) -> Folder {
    let folder = Folder::new();
    folder.copy(&repository().join(format!("tests/sites/{site}/in")), "");
    folder
}

/// Every file of the site as it is published, unpacked where it is packed.
pub(crate) fn published(site: &str, theme: &str) -> BTreeMap<String, Vec<u8>> {
    let folder = folder(site);
    folder.run(&["build", "--strict", "--theme", theme]).expect(0);
    let files = tree(&folder.path().join("public"));
    assert!(files.keys().any(|path| path.ends_with(".pf_fragment")), "the search index is there");
    files.into_iter().map(|(path, bytes)| (path, unpacked(bytes))).collect()
}

fn unpacked(bytes: Vec<u8>) -> Vec<u8> {
    if !bytes.starts_with(&[0x1f, 0x8b]) {
        return bytes;
    }
    let mut text = Vec::new();
    MultiGzDecoder::new(&bytes[..]).read_to_end(&mut text).expect("what gzip packed");
    text
}

/// What belongs to England, to Ofsted or to the words that come with the program, in small letters.
const OF_OTHERS: &[&str] = &[
    "ofsted",
    "england",
    "department for education",
    "office for national statistics",
    "yorkshire",
    "sunderland",
    "council",
    "children’s",
    "children's",
    "services for children",
    "children in",
    "children who",
    "looked after",
    "care leaver",
    "leaving care",
    "in care",
    "social work",
    "safeguard",
    "foster",
    "adoption",
    "child protection",
    "help and protection",
    "help-and-protection",
    "early help",
    "focused visit",
    "focused-visit",
    "outstanding",
    "inadequate",
    "requires improvement",
    "requires-improvement",
    "not yet good enough",
    "not-yet",
    "single inspection framework",
];

/// The same in capitals.
static ACRONYMS: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r"\b(SIF|ILACS|SSCB|DfE|HMCI|GSS|ONS|SEND)\b").expect("a pattern"));

#[test]
fn no_byte_is_of_england_or_of_services_for_children() {
    let mut found = Vec::new();
    for (site, theme) in [ENGLISH, WELSH].into_iter().flat_map(|site| THEMES.map(|it| (site, it))) {
        for (path, bytes) in published(site, theme) {
            // What `pagefind` brings as machine code has any three letters somewhere.
            let is_code = path.ends_with(".pagefind");
            let text = format!("{path}\n{}", String::from_utf8_lossy(&bytes));
            let small = text.to_lowercase();
            let words = OF_OTHERS.iter().filter(|words| small.contains(**words)).copied();
            let acronym = (!is_code).then(|| ACRONYMS.find(&text)).flatten();
            let words = words.chain(acronym.map(|it| it.as_str()));
            found.extend(words.map(|words| format!("{site}, {theme}: {path} has '{words}'")));
        }
    }
    assert!(found.is_empty(), "{} places\n{}", found.len(), found.join("\n"));
}

#[test]
fn programs_are_told_the_words_of_the_site_alone() {
    for (site, polarities, grades, levels) in [
        (
            ENGLISH,
            ["strength", "progress-made", "shortcoming", "important-shortcoming"],
            ["excellent", "good", "adequate", "unsatisfactory"],
            ["limited", "satisfactory", "strong", "very-good"],
        ),
        (
            WELSH,
            ["cryfder", "cynnydd", "diffyg", "diffyg-pwysig"],
            ["rhagorol", "da", "digonol", "anfoddhaol"],
            ["cyfyngedig", "boddhaol", "cryf", "da-iawn"],
        ),
    ] {
        let files = published(site, "plain");
        let package: Value =
            serde_json::from_slice(&files["data/datapackage.json"]).expect("a data package");
        let words = |table: &str, column: &str| -> Value {
            let tables = package["resources"].as_array().expect("tables");
            let table = tables.iter().find(|it| it["name"] == table).expect("the table");
            let columns = table["schema"]["fields"].as_array().expect("columns");
            let column = columns.iter().find(|it| it["name"] == column).expect("the column");
            column["constraints"]["enum"].clone()
        };
        assert_eq!(words("findings", "polarity"), serde_json::json!(polarities), "{site}");
        assert_eq!(words("inspections", "overall"), serde_json::json!(grades), "{site}");
        assert_eq!(words("letters", "level"), serde_json::json!(levels), "{site}");
        for polarity in polarities {
            assert!(files.contains_key(&format!("findings/{polarity}/index.html")), "{polarity}");
        }
    }
}
