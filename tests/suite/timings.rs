//! `build --timings`: that every stage is told, with what it went through. No time is looked at.

use serde_json::Value;

use crate::folder::{Folder, tree};

const STAGES: [&str; 10] = [
    "settings and theme",
    "read",
    "compare with the last",
    "parse",
    "index",
    "check and plan",
    "look at the last site",
    "search",
    "render and write",
    "flush and swap",
];

#[test]
fn the_table_has_every_stage_in_its_order_and_stands_below_the_closing_line() {
    let folder = Folder::with_sunderland();
    let built = folder.run(&["build", "--timings"]).expect(0);
    assert_eq!(built.stdout, "");
    let (_, table) = built.stderr.split_once("Built ").expect("a closing line");
    let rows: Vec<&str> = table.lines().skip(1).collect();
    assert_eq!(rows.len(), STAGES.len() + 2, "{table}");
    for (row, stage) in rows.iter().zip(STAGES.iter().chain(&["in all", "most memory"])) {
        assert!(row.starts_with(stage), "{row}");
    }
    let files = tree(&folder.path().join("public")).len();
    let written = rows.iter().find(|row| row.starts_with("render and write")).expect("a row");
    assert!(written.contains(&format!("{files} files")), "{written}");
    let memory = rows.last().expect("a row");
    let is_known = memory.ends_with("MB") || memory.ends_with("not known on this system");
    assert!(is_known, "{memory}");
}

#[test]
fn the_counts_in_json_are_those_of_the_site() {
    let folder = Folder::with_sunderland();
    let (site, _) = folder.load();
    let built = folder.run(&["build", "--timings=json", "--quiet"]).expect(0);
    assert_eq!(built.stderr, "");
    let told: Value = serde_json::from_str(&built.stdout).expect("JSON");
    let stages = told["stages"].as_array().expect("a list");
    let names: Vec<&str> = stages.iter().filter_map(|stage| stage["stage"].as_str()).collect();
    assert_eq!(names, STAGES);

    let of = |name: &str| stages.iter().find(|stage| stage["stage"] == name).expect("a stage");
    let sources = tree(&folder.path().join("content"));
    let size: usize = sources.values().map(Vec::len).sum();
    for stage in ["read", "parse"] {
        assert_eq!(of(stage)["count"], sources.len(), "{stage}");
        assert_eq!(of(stage)["bytes"], size, "{stage}");
    }
    let findings: usize = site.archive().letters.iter().map(|letter| letter.findings.len()).sum();
    assert_eq!(of("index")["count"], findings);
    assert_eq!(of("check and plan")["count"], site.routes().len());
    assert_eq!(of("search")["count"], site.search_records().len());
    let published = tree(&folder.path().join("public"));
    let size: usize = published.values().map(Vec::len).sum();
    assert_eq!(of("render and write")["count"], published.len());
    assert_eq!(of("render and write")["bytes"], size);
    assert_eq!(of("flush and swap")["count"], Value::Null);

    let is_time = |time: &Value| time.as_f64().is_some_and(|seconds| seconds >= 0.0);
    assert!(stages.iter().all(|stage| is_time(&stage["seconds"])) && is_time(&told["seconds"]));
    assert_eq!(told["peak_memory_bytes"].is_u64(), cfg!(target_os = "linux"));
}

#[test]
fn json_is_refused_where_problems_are_told_on_the_same_output() {
    let folder = Folder::with_sunderland();
    for format in ["json", "sarif", "github"] {
        let run = folder.run(&["build", "--timings=json", "--format", format]).expect(2);
        assert_eq!(run.stdout, "");
        assert!(run.stderr.contains("--format"), "{}", run.stderr);
        assert!(!folder.path().join("public").exists(), "{format}");
    }
    folder.run(&["build", "--timings", "--format", "json"]).expect(0);
}

#[test]
fn a_build_that_makes_nothing_tells_of_the_stages_that_it_had() {
    let folder = Folder::with_sunderland();
    folder.run(&["build"]).expect(0);
    let built = folder.run(&["build", "--timings=json", "--quiet"]).expect(0);
    let told: Value = serde_json::from_str(&built.stdout).expect("JSON");
    let stages = told["stages"].as_array().expect("a list");
    let names: Vec<&str> = stages.iter().filter_map(|stage| stage["stage"].as_str()).collect();
    assert_eq!(names, STAGES[..3]);
}
