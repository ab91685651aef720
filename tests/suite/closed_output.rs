//! Commands that cannot say what they have to say end as they would have, had they been heard.

use std::fs::File;
use std::process::Command;

use crate::folder::{Folder, KEPT, entries, start, tree};

const PROGRAM: &str = env!("CARGO_BIN_EXE_letterpress");

/// Runs the program by a line of a shell, where it is `$0`.
fn code(folder: &Folder, script: &str) -> Option<i32> {
    let mut command = Command::new("bash");
    command.args(["-c", script, PROGRAM]).current_dir(folder.path());
    start(command.env_remove("GITHUB_STEP_SUMMARY")).code
}

fn with_an_error() -> Folder {
    let folder = Folder::with_sunderland();
    folder.write("content/pages/bad.md", "---\ntitel: Bad\n---\nBad.\n");
    folder
}

/// A pipe whose reader has gone, as after `| true`: `check | head -1` must not pass for a clean site.
#[test]
fn errors_that_nobody_reads_are_errors() {
    let folder = with_an_error();
    let closed = [
        "(sleep 0.3; exec \"$0\" build) 2>&1 >/dev/null | true; exit ${PIPESTATUS[0]}",
        "(sleep 0.3; exec \"$0\" check) 2>&1 >/dev/null | true; exit ${PIPESTATUS[0]}",
        "(sleep 0.3; exec \"$0\" check --format json) | true; exit ${PIPESTATUS[0]}",
        "(sleep 0.3; exec \"$0\" check --format github) | true; exit ${PIPESTATUS[0]}",
        "(sleep 0.3; exec \"$0\" check --format sarif) | true; exit ${PIPESTATUS[0]}",
    ];
    for script in closed {
        assert_eq!(code(&folder, script), Some(1), "{script}");
    }
    let refused = "(sleep 0.3; exec \"$0\" build --output content) 2>&1 >/dev/null | true; exit ${PIPESTATUS[0]}";
    let folder = Folder::with_sunderland();
    assert_eq!(code(&folder, refused), Some(2));
    let no_site = "(sleep 0.3; exec \"$0\" check) 2>&1 >/dev/null | true; exit ${PIPESTATUS[0]}";
    assert_eq!(code(&Folder::new(), no_site), Some(2));
}

/// A new site in its place is a build that is done.
#[cfg(target_os = "linux")]
#[test]
fn a_new_site_ends_with_0_whoever_hears_of_it() {
    let scripts = [
        "\"$0\" build 2>/dev/full",
        "\"$0\" build --format json >/dev/full 2>/dev/full",
        "GITHUB_STEP_SUMMARY=/nowhere/at/all \"$0\" build --format github",
        "(sleep 0.3; exec \"$0\" build) 2>&1 >/dev/null | true; exit ${PIPESTATUS[0]}",
    ];
    for script in scripts {
        let folder = Folder::with_sunderland();
        // A warning, so that there is something to say.
        folder.write("content/pages/private.pdf", "for nobody");
        assert_eq!(code(&folder, script), Some(0), "{script}");
        assert!(folder.path().join("public/index.html").exists(), "{script}");
    }
    // To tell is all that `check` does.
    assert_eq!(code(&Folder::with_sunderland(), "\"$0\" check 2>/dev/full"), Some(3));
    assert_eq!(code(&with_an_error(), "\"$0\" check 2>/dev/full"), Some(3));
}

/// A site that its host does not take does not replace one that it takes.
#[test]
fn a_site_that_is_too_large_is_not_published() {
    let folder = Folder::with_sunderland();
    folder.run(&["build"]).expect(0);
    let before = tree(&folder.path().join("public"));
    let size: u64 = before.values().map(|bytes| bytes.len() as u64).sum();

    folder.write(
        "site.toml",
        "title = \"Letters\"\nbase_url = \"https://letters.example/\"\nsize_limit = 5\n",
    );
    folder.write("content/pages/scans.md", "---\ntitle: Scans\n---\n[A scan](scan.pdf)\n");
    let scan = |size: u64| {
        let file = File::create(folder.path().join("content/pages/scan.pdf")).expect("a file");
        file.set_len(size).expect("room");
    };
    scan(5_000_000);
    let told = folder.run(&["build"]).expect(1).stderr;
    assert!(told.contains("error[site-too-large]") && told.contains("5 MB are the most"), "{told}");
    assert!(told.contains("Nothing was built"), "{told}");
    assert_eq!(before, tree(&folder.path().join("public")));
    let kept = entries(&folder.path().join(".letterpress")).len();
    assert_eq!(kept, KEPT.len(), "nothing is left behind");

    scan(4_500_000 - size);
    let told = folder.run(&["build", "--strict"]).expect(1).stderr;
    assert!(told.contains("error[large-site]"), "{told}");
    assert_eq!(before, tree(&folder.path().join("public")));
    let told = folder.run(&["build"]).expect(0).stderr;
    assert!(told.contains("warning[large-site]"), "{told}");
}
