//! The floors of ARCHITECTURE.md: who may name whom, who touches the disk, how files begin.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use walkdir::WalkDir;

use crate::folder::repository;

/// The stages in the order that data goes through them, each with those whose items it may name.
/// A new arrow is a change of ARCHITECTURE.md too.
const FLOORS: &[(&str, &[&str])] = &[
    ("diagnostics", &[]),
    ("threads", &["diagnostics"]),
    ("model", &["diagnostics"]),
    ("read", &["diagnostics", "model"]),
    ("parse", &["diagnostics", "model", "read"]),
    ("index", &["model"]),
    ("import", &["diagnostics", "model"]),
    ("check", &["diagnostics", "model", "parse", "index", "import"]),
    ("plan", &["diagnostics", "model", "parse", "index"]),
    ("render", &["diagnostics", "model", "parse", "index", "plan"]),
    ("search", &["threads", "render"]),
    ("publish", &["diagnostics", "read", "plan", "render"]),
    (
        "site",
        &["diagnostics", "model", "read", "parse", "index", "check", "plan", "render", "search"],
    ),
    (
        "rules",
        &[
            "diagnostics",
            "model",
            "read",
            "parse",
            "import",
            "check",
            "plan",
            "render",
            "publish",
            "site",
        ],
    ),
    ("edit", &["diagnostics", "parse"]),
    ("preview", &["diagnostics", "plan", "render", "search", "site"]),
    (
        "desk",
        &["diagnostics", "model", "parse", "edit", "import", "check", "plan", "site", "preview"],
    ),
];

/// The only places that touch the disk.
const EDGES: &[&str] = &["read", "publish", "commands"];

/// Longer files are about two things.
const LINES_AT_MOST: usize = 300;

pub(crate) fn rust_files() -> Vec<(PathBuf, String)> {
    let source = repository().join("src");
    let mut files: Vec<(PathBuf, String)> = WalkDir::new(&source)
        .into_iter()
        .map(|entry| entry.expect("a readable folder").into_path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "rs"))
        .map(|path| {
            let text = fs::read_to_string(&path).expect("a text");
            (path.strip_prefix(&source).expect("a path inside").to_owned(), text)
        })
        .collect();
    files.sort();
    assert!(files.len() > 40, "the whole source is looked at");
    files
}

fn stage(path: &Path) -> String {
    let first = path.components().next().expect("a part").as_os_str().to_string_lossy();
    first.trim_end_matches(".rs").to_owned()
}

/// What stands after each `crate::` in the code, but for comments: the stages that it names.
fn named_stages(text: &str) -> BTreeSet<String> {
    let code: String = text
        .lines()
        .filter(|line| !line.trim_start().starts_with("//"))
        .collect::<Vec<_>>()
        .join("\n");
    let mut named = BTreeSet::new();
    for (start, _) in code.match_indices("crate::") {
        let rest = &code[start + "crate::".len()..];
        let words = match rest.strip_prefix('{') {
            Some(group) => group.split('}').next().unwrap_or("").split(',').collect(),
            None => vec![rest],
        };
        for word in words {
            let name: String = word
                .trim_start()
                .chars()
                .take_while(|letter| letter.is_alphanumeric() || *letter == '_')
                .collect();
            named.insert(name);
        }
    }
    named.remove("");
    named
}

#[test]
fn a_stage_names_only_those_before_it() {
    for (path, text) in rust_files() {
        let own = stage(&path);
        if own == "main" || own == "lib" || own == "commands" {
            continue;
        }
        let (_, may_name) = FLOORS
            .iter()
            .find(|(stage, _)| *stage == own)
            .unwrap_or_else(|| panic!("{} belongs to no stage", path.display()));
        for named in named_stages(&text) {
            let is_fine = named == own || may_name.contains(&named.as_str());
            assert!(is_fine, "{} names `{named}`, which `{own}` may not", path.display());
        }
    }
}

/// `super` leads from a stage's own files to its `mod.rs` and no further.
#[test]
fn no_file_climbs_out_of_its_stage() {
    for (path, text) in rust_files() {
        let is_stage_root = path.ends_with("mod.rs") && path.components().count() == 2;
        let is_joint = path.components().count() == 1;
        let climbs = text.contains("super::super::")
            || (is_stage_root || is_joint) && text.contains("super::");
        assert!(!climbs, "{} climbs out of its stage", path.display());
    }
}

#[test]
fn the_table_of_floors_has_no_arrow_back() {
    let order: Vec<&str> = FLOORS.iter().map(|(stage, _)| *stage).collect();
    for (place, (stage, may_name)) in FLOORS.iter().enumerate() {
        for named in *may_name {
            let before = order[..place].contains(named);
            assert!(before, "`{stage}` names `{named}`, which is not before it");
        }
    }
}

#[test]
fn only_the_edges_touch_the_disk() {
    for (path, text) in rust_files() {
        let touches =
            ["std::fs", "fs::", "walkdir", "tempfile", "File::", "rustix::", ".canonicalize("]
                .iter()
                .any(|word| text.contains(word));
        let is_edge = EDGES.contains(&stage(&path).as_str());
        assert!(!touches || is_edge, "{} touches the disk", path.display());
    }
}

#[test]
fn every_file_begins_by_saying_what_it_is_for() {
    for (path, text) in rust_files() {
        assert!(text.starts_with("//! "), "{} does not begin with `//!`", path.display());
    }
}

#[test]
fn no_file_is_long() {
    for (path, text) in rust_files() {
        let lines = text.lines().count();
        assert!(lines <= LINES_AT_MOST, "{} has {lines} lines", path.display());
    }
}

#[test]
fn nothing_is_left_undone() {
    for (path, text) in rust_files() {
        for word in ["TODO", "FIXME", "XXX", "#[allow", "#[ignore"] {
            assert!(!text.contains(word), "{} holds `{word}`", path.display());
        }
    }
}

#[test]
fn the_architecture_says_what_the_floors_are() {
    let text = fs::read_to_string(repository().join("ARCHITECTURE.md")).expect("ARCHITECTURE.md");
    for (stage, _) in FLOORS {
        assert!(text.contains(&format!("`{stage}`")), "ARCHITECTURE.md does not name `{stage}`");
    }
    assert!(text.lines().count() < 220, "ARCHITECTURE.md is a map, not a book");
}
