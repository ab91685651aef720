//! What the program is made of and published with: from known places, under known licences, at known versions.

use std::collections::BTreeSet;
use std::fs;
use std::process::Command;

use serde_json::Value;

use crate::folder::{entries, repository};

/// Licences that let the program be passed on under its own; a crate with a choice of several needs one of them.
const LICENCES: [&str; 13] = [
    "0BSD",
    "Apache-2.0",
    "BlueOak-1.0.0",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "BSL-1.0",
    "CC0-1.0",
    "ISC",
    "MIT",
    "MIT-0",
    "MPL-2.0",
    "Unicode-3.0",
    "Zlib",
];

/// Every crate that a build for Linux is made of.
fn packages() -> Vec<Value> {
    let mut cargo = Command::new(env!("CARGO"));
    cargo.args(["metadata", "--format-version", "1", "--locked", "--offline"]);
    cargo.args(["--filter-platform", "x86_64-unknown-linux-gnu"]).current_dir(repository());
    let output = cargo.output().expect("cargo");
    let metadata: Value = serde_json::from_slice(&output.stdout)
        .unwrap_or_else(|_| panic!("{}", String::from_utf8_lossy(&output.stderr)));
    metadata["packages"].as_array().expect("a list").clone()
}

/// Whether a licence is one of those, or a choice or a sum of them.
fn is_free(licence: &str) -> bool {
    let licence = licence.replace(['(', ')'], " ").replace('/', " OR ");
    let is_known =
        |name: &str| LICENCES.contains(&name.split(" WITH ").next().unwrap_or("").trim());
    licence.split(" AND ").all(|part| part.split(" OR ").any(is_known))
}

#[test]
fn each_crate_has_a_licence_and_a_source_that_are_known() {
    let packages = packages();
    assert!(packages.len() > 100, "all crates are looked at");
    for package in packages {
        let name = package["name"].as_str().expect("a name");
        let licence = package["license"].as_str().unwrap_or_default();
        assert!(is_free(licence), "{name} is under `{licence}`");
    }
    assert!(!is_free("GPL-3.0") && !is_free("MIT AND GPL-3.0") && !is_free(""));
}

#[test]
fn each_crate_comes_from_the_registry_and_has_its_hash() {
    let lock = fs::read_to_string(repository().join("Cargo.lock")).expect("Cargo.lock");
    let packages: Vec<&str> = lock.split("[[package]]").skip(1).collect();
    assert!(packages.len() > 100);
    for package in packages.iter().filter(|it| !it.contains("name = \"letterpress\"")) {
        let is_known = "source = \"registry+https://github.com/rust-lang/crates.io-index\"";
        assert!(package.contains(is_known) && package.contains("checksum = \""), "{package}");
    }
}

/// A tag can be moved to other code, a hash cannot; and nothing may do more than it has to.
#[test]
fn workflows_name_actions_by_hash_and_say_what_they_may() {
    let mut actions = BTreeSet::new();
    for path in entries(&repository().join(".github/workflows")) {
        let text = fs::read_to_string(&path).expect("a workflow");
        for line in text.lines().map(str::trim) {
            let Some(action) = line.trim_start_matches("- ").strip_prefix("uses: ") else {
                continue;
            };
            let (_, hash) = action.split_once('@').expect("a version");
            let hash = hash.split(' ').next().unwrap_or_default();
            let is_hash = hash.len() == 40 && hash.bytes().all(|byte| byte.is_ascii_hexdigit());
            assert!(is_hash, "{}: {action}", path.display());
            actions.insert(action.to_owned());
        }
        let is_strict =
            text.contains("\npermissions:\n  contents: read\n") && !text.contains("write-all");
        assert!(is_strict, "{} may do more than read", path.display());
        assert!(!text.contains("pull_request_target"), "{} runs others' code", path.display());
    }
    assert!(actions.len() >= 4, "{actions:?}");
}
