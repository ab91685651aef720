//! SARIF as code scanning reads it: what OASIS's schema lets through, and where it leads.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use jsonschema::Validator;
use letterpress::rules;
use serde_json::Value;
use url::Url;

use crate::folder::{Folder, repository};
use crate::formats::{AUTHORITY, HOSTILE, text, with_hostile_words};

/// A SARIF document, once the schema that OASIS publishes has nothing to say against it.
pub(crate) fn sarif(document: &str) -> Value {
    let typed: Result<serde_sarif::sarif::Sarif, _> = serde_json::from_str(document);
    assert!(typed.is_ok(), "{typed:?}: {document}");
    let document = serde_json::from_str(document).unwrap_or_else(|it| panic!("{it}: {document}"));
    let refused: Vec<String> = schema().iter_errors(&document).map(|it| it.to_string()).collect();
    assert!(refused.is_empty(), "{refused:#?}\n{document:#}");
    document
}

fn schema() -> Validator {
    let text = fs::read_to_string(published_schema()).expect("the schema");
    // Two patterns hold a bracket that is not escaped, which JavaScript lets pass and Rust does not.
    let (wrong, right) = (r"[a-zA-Z]{2}]?$", r"[a-zA-Z]{2}\\]?$");
    assert_eq!(text.matches(wrong).count(), 2);
    let schema = serde_json::from_str(&text.replace(wrong, right)).expect("JSON");
    jsonschema::options().should_validate_formats(true).build(&schema).expect("a schema")
}

/// The schema as OASIS publishes it, which the crate `serde-sarif` carries among its sources.
fn published_schema() -> PathBuf {
    let cargo = std::env::var("CARGO").unwrap_or_else(|_| "cargo".to_owned());
    let arguments = ["metadata", "--format-version", "1", "--locked", "--offline"];
    // Of what is for other systems, nothing needs to be here.
    let options = ["--filter-platform", "host-tuple", "--manifest-path"];
    let manifest = repository().join("Cargo.toml");
    let output = Command::new(cargo).args(arguments).args(options).arg(manifest).output();
    let metadata: Value =
        serde_json::from_slice(&output.expect("cargo runs").stdout).expect("metadata");
    let packages = metadata["packages"].as_array().expect("packages");
    let package = packages.iter().find(|it| it["name"] == "serde-sarif").expect("the crate");
    Path::new(text(&package["manifest_path"])).with_file_name("src/schema.json")
}

#[test]
fn the_schema_refuses_what_is_not_sarif() {
    let folder = with_hostile_words();
    let whole = sarif(&folder.run(&["check", "--format", "sarif"]).expect(1).stdout);
    let result = "/runs/0/results/0";
    for (pointer, wrong) in [
        ("/version", Value::from("2.0.0")),
        ("/runs/0/columnKind", "bytes".into()),
        ("/runs/0/tool/driver", serde_json::json!({})),
        (&format!("{result}/level"), "bad".into()),
        (&format!("{result}/message"), serde_json::json!({})),
        (&format!("{result}/locations/0/physicalLocation/region/startLine"), 0.into()),
        (&format!("{result}/locations/0/physicalLocation/artifactLocation/uri"), "a b|c".into()),
    ] {
        let mut document = whole.clone();
        *document.pointer_mut(pointer).expect(pointer) = wrong;
        assert!(!schema().is_valid(&document), "{pointer}");
    }
}

/// Each address leads to the file, and each region cuts the words out of it that are meant.
#[test]
fn sarif_leads_to_the_words() {
    let folder = with_hostile_words();
    let document = sarif(&folder.run(&["check", "--format", "sarif"]).expect(1).stdout);
    let run = &document["runs"][0];
    assert_eq!(run["columnKind"], "unicodeCodePoints");
    let base = Url::from_directory_path(folder.path()).expect("an absolute path");
    let mut words = Vec::new();
    for result in run["results"].as_array().expect("results") {
        let index = result["ruleIndex"].as_u64().expect("an index") as usize;
        let descriptor = &run["tool"]["driver"]["rules"][index];
        assert_eq!(descriptor["id"], result["ruleId"]);
        explains(descriptor);
        let place = &result["locations"][0]["physicalLocation"];
        let address = base.join(text(&place["artifactLocation"]["uri"])).expect("an address");
        let source = fs::read_to_string(address.to_file_path().expect("a path")).expect("the file");
        words.push((text(&result["ruleId"]).to_owned(), cut(&source, &place["region"])));
    }
    let has = |code: &str, cut: &str| words.contains(&(code.to_owned(), cut.to_owned()));
    assert!(has("unknown-topic", "threshold"), "{words:#?}");
    assert!(has("unknown-polarity", &format!("\"{HOSTILE}\"")), "{words:#?}");
}

/// What mends a problem stands beside it, as a change of the file that it is in.
#[test]
fn sarif_has_what_mends_a_problem() {
    let folder = Folder::with_sunderland();
    let path = format!("{AUTHORITY}/letter.md");
    folder.copy_file(&repository().join("tests/letters/letter-unknown-topic.md"), &path);
    let document = sarif(&folder.run(&["check", "--format", "sarif"]).expect(1).stdout);
    let results = document["runs"][0]["results"].as_array().expect("results");
    let result = results.iter().find(|it| it["ruleId"] == "unknown-topic").expect("a result");
    let expected = serde_json::json!([{
        "artifactLocation": { "uri": path },
        "replacements": [{
            "deletedRegion": { "startLine": 9, "startColumn": 14, "endLine": 9, "endColumn": 23 },
            "insertedContent": { "text": "thresholds" },
        }],
    }]);
    assert_eq!(result["fixes"][0]["artifactChanges"], expected);
}

/// What code scanning shows below a message is what `explain` says, and no word of it is taken for a link.
#[track_caller]
fn explains(descriptor: &Value) {
    let rules = rules::all();
    let rule = rules.iter().find(|rule| descriptor["id"] == rule.code).expect("a rule");
    let without_links = |text: &str| text.replace("](", "] (");
    assert_eq!(descriptor["fullDescription"]["text"], without_links(rule.about));
    let help = &descriptor["help"];
    for part in [rule.example, rule.fix] {
        assert!(text(&help["text"]).contains(&without_links(part)), "{help}");
        assert!(text(&help["markdown"]).contains(&format!("\n```\n{part}\n```")), "{help}");
    }
}

/// The words of a region of one line, its columns counted in code points; all of the line without any.
fn cut(source: &str, region: &Value) -> String {
    let number = |key: &str| region[key].as_u64().map(|number| number as usize);
    let line = source.lines().nth(number("startLine").expect("a line") - 1).expect("the line");
    let (Some(start), Some(end)) = (number("startColumn"), number("endColumn")) else {
        return line.to_owned();
    };
    assert_eq!(region["startLine"], region["endLine"]);
    line.chars().skip(start - 1).take(end - start).collect()
}

#[test]
fn sarif_is_one_document_at_known_places() {
    let folder = Folder::with_sunderland();
    let clean = sarif(&folder.run(&["build", "--format", "sarif"]).expect(0).stdout);
    assert_eq!(clean["runs"][0]["results"], serde_json::json!([]));
    assert_eq!(clean["runs"][0]["tool"]["driver"]["version"], env!("CARGO_PKG_VERSION"));

    let letter = repository().join("tests/letters/letter-unknown-topic.md");
    folder.copy_file(&letter, &format!("{AUTHORITY}/letter.md"));
    folder.write("mine/photo.jpg", "mine");
    let arguments = ["check", "--format", "sarif", "--output", "mine", "--root"];
    let place_from = |root: &str| {
        let run = folder.run(&[&arguments[..], &[root]].concat()).expect(2);
        let results = sarif(&run.stdout)["runs"][0]["results"].clone();
        assert_eq!(results[0]["ruleId"], "output-refused", "beside what is wrong in the files");
        assert_eq!(results[1]["ruleId"], "unknown-topic");
        results[1]["locations"][0]["physicalLocation"].clone()
    };
    let expected = serde_json::json!({
        "artifactLocation": { "uri": format!("{AUTHORITY}/letter.md") },
        "region": { "startLine": 9, "startColumn": 14, "endLine": 9, "endColumn": 23 },
    });
    assert_eq!(place_from("."), expected);
    assert_eq!(place_from("./"), expected);
    let path = folder.path().canonicalize().expect("a path");
    let absolute = place_from(path.to_str().expect("a text"));
    let address = Url::parse(text(&absolute["artifactLocation"]["uri"])).expect("an address");
    let expected = Path::new(AUTHORITY).join("letter.md");
    assert_eq!(address.to_file_path().expect("a path"), path.join(expected));
}
