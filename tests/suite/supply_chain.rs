//! What the program is published with: from known places, at known versions. What it is made of, `.ci/dependencies` holds.

use std::collections::BTreeSet;
use std::fs;

use crate::folder::{entries, repository};

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
        let jobs = text.matches("runs-on: ").count();
        let limits = text.matches("timeout-minutes: ").count();
        assert!(jobs > 0 && jobs == limits, "{}: each job has a time limit", path.display());
        let is_strict =
            text.contains("\npermissions:\n  contents: read\n") && !text.contains("write-all");
        assert!(is_strict, "{} may do more than read", path.display());
        assert!(!text.contains("pull_request_target"), "{} runs others' code", path.display());
    }
    assert!(actions.len() >= 4, "{actions:?}");
    let names: BTreeSet<&str> = actions.iter().filter_map(|it| it.split('@').next()).collect();
    assert_eq!(names.len(), actions.len(), "each action is of one version: {actions:?}");
}
