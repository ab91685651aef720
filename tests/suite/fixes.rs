//! `check --fix` and `check FILE`: what they write, what they leave, and what they say.

use std::fs;

use letterpress::diagnostics::{Edit, Suggestion, applied, joined};
use serde_json::Value;

use crate::folder::{Folder, entries, repository, tree};
use crate::mistakes::folder_with;

const LETTER: &str = "content/authorities/sunderland/letter.md";

/// A letter with two slips that can be mended and one that cannot; what is odd about it has to stay.
const SLIPS: &str = "---\nkind:   monitoring-visit # the kind\nvisit: \"6\"\non_site: 23 and 24 January 2018 # both\n\
     dated: 2018-02-15\nsource: https://example.org/6\n# a note\nareas:\n    - 'early help'\nfindings:\n  \
     - {polarity: strengt, topics: [thresholds], text: Plans are clear.}\n---\n\nThe visit.";

const MENDED: &str = "---\nkind:   monitoring-visit # the kind\nvisit: 6\non_site: 2018-01-23/2018-01-24 # both\n\
     dated: 2018-02-15\nsource: https://example.org/6\n# a note\nareas:\n    - 'early help'\nfindings:\n  \
     - {polarity: strengt, topics: [thresholds], text: Plans are clear.}\n---\n\nThe visit.";

fn with_slips() -> Folder {
    let folder = Folder::with_sunderland();
    folder.write(LETTER, SLIPS);
    folder
}

fn letter(folder: &Folder) -> String {
    fs::read_to_string(folder.path().join(LETTER)).expect("the letter")
}

#[test]
fn what_is_certain_is_written_and_nothing_else_is_touched() {
    let folder = with_slips();
    let before = tree(folder.path());
    let run = folder.run(&["check", "--fix"]).expect(1);
    assert_eq!(letter(&folder), MENDED);
    assert!(run.stderr.contains("\n-visit: \"6\"\n"), "{}", run.stderr);
    assert!(run.stderr.contains("\n+visit: 6\n"), "{}", run.stderr);
    assert!(run.stderr.contains("Mended 2 mistakes in content/"), "{}", run.stderr);
    assert!(run.stderr.contains("did you mean `strength`?"), "what is left is told");
    assert!(!run.stderr.contains("bad-date"), "{}", run.stderr);
    let mut after = tree(folder.path());
    assert_eq!(after.remove(LETTER), Some(MENDED.into()));
    assert!(after.iter().all(|(path, bytes)| before.get(path) == Some(bytes)));
    assert_eq!(after.len() + 1, before.len(), "nothing is left beside it");
    // There is nothing more to write.
    let again = folder.run(&["check", "--fix"]).expect(1);
    assert!(again.stderr.contains("Nothing can be mended"), "{}", again.stderr);
}

/// As editors on other systems save it.
#[test]
fn marks_and_ends_of_lines_stay_as_they_are() {
    for (mark, end) in [("\u{feff}", "\r\n"), ("", "\r\n"), ("", "\r"), ("\u{feff}", "\n")] {
        let folder = with_slips();
        let on_disk = |text: &str| format!("{mark}{}", text.replace('\n', end));
        let several =
            SLIPS.replace("text: Plans are clear.}", "text: \"Plans are\n\n\n      clear.\"}");
        folder.write(LETTER, on_disk(&several));
        folder.run(&["check", "--fix", "--quiet"]).expect(1);
        let wanted =
            MENDED.replace("text: Plans are clear.}", "text: \"Plans are\n      clear.\"}");
        assert_eq!(letter(&folder), on_disk(&wanted), "{mark:?} {end:?}");
    }
}

#[test]
fn a_dry_run_shows_it_and_writes_nothing() {
    let folder = with_slips();
    let run = folder.run(&["check", "--fix", "--dry-run"]).expect(1);
    assert_eq!(letter(&folder), SLIPS);
    assert!(run.stderr.contains("+visit: 6\n"), "{}", run.stderr);
    assert!(run.stderr.contains("3 errors"), "{}", run.stderr);
    folder.run(&["check", "--dry-run"]).expect(2);
}

/// Standard output is the report's, in whatever form.
#[test]
fn programs_get_the_report_of_what_is_left() {
    let folder = with_slips();
    let told = folder.run(&["check", "--format", "json"]).expect(1).stdout;
    let first: Value = serde_json::from_str(told.lines().next().expect("a line")).expect("JSON");
    let expected = serde_json::json!({
        "applicability": "machine-applicable",
        "edits": [{"line": 3, "column": 8, "end_line": 3, "end_column": 11, "replacement": "6"}],
    });
    assert_eq!(first["suggestion"], expected);
    let told = folder.run(&["check", "--fix", "--format", "json"]).expect(1).stdout;
    let lines: Vec<Value> =
        told.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect();
    assert_eq!(lines.len(), 1, "{told}");
    assert_eq!(lines[0]["code"], "unknown-polarity");
    assert_eq!(lines[0]["suggestion"]["applicability"], "maybe-incorrect");
}

/// A file that would have another error is left, and so is one that nobody may write to.
#[test]
fn what_would_not_be_better_is_left_and_told() {
    let folder = with_slips();
    let good = MENDED.replace("visit: 6", "visit: \"2017\"");
    folder.write(LETTER, &good);
    let run = folder.run(&["check", "--fix"]).expect(1);
    assert_eq!(letter(&folder), good);
    assert!(run.stderr.contains(&format!("Left {LETTER} as it is: ")), "{}", run.stderr);
    assert!(run.stderr.contains("(bad-number)"), "{}", run.stderr);
    // Nor is it written beside a slip, before which not all could be told.
    let slip = good.replace("areas:\n    - 'early help'", "areas:\n    -early help");
    assert_ne!(slip, good);
    folder.write(LETTER, &slip);
    folder.run(&["check", "--fix"]).expect(1);
    assert_eq!(letter(&folder), slip.replace("-early help", "- early help"));
    // It does not stand in the way of others.
    folder.write(LETTER, SLIPS.replace("visit: \"6\"", "visit: \"2017\""));
    folder.run(&["check", "--fix"]).expect(1);
    assert_eq!(letter(&folder), good);
}

#[cfg(unix)]
#[test]
fn it_keeps_permissions_and_follows_no_link() {
    use std::os::unix::fs::{PermissionsExt, symlink};

    let folder = with_slips();
    let path = folder.path().join(LETTER);
    let set = |mode| fs::set_permissions(&path, fs::Permissions::from_mode(mode)).expect("a mode");
    set(0o444);
    let run = folder.run(&["check", "--fix"]).expect(1);
    assert_eq!(letter(&folder), SLIPS, "nobody may write to it");
    assert!(run.stderr.contains("it may not be written to"), "{}", run.stderr);
    set(0o640);
    folder.run(&["check", "--fix", "--quiet"]).expect(1);
    assert_eq!(letter(&folder), MENDED);
    let mode = fs::metadata(&path).expect("the letter").permissions().mode();
    assert_eq!(mode & 0o777, 0o640);

    let outside = Folder::new();
    outside.write("letter.md", SLIPS);
    fs::remove_file(&path).expect("it goes");
    symlink(outside.path().join("letter.md"), &path).expect("a link");
    folder.run(&["check", "--fix"]).expect(1);
    let text = fs::read_to_string(outside.path().join("letter.md")).expect("a text");
    assert_eq!(text, SLIPS);
    assert_eq!(entries(outside.path()).len(), 1);
}

#[test]
fn only_files_that_are_named_are_told_of_and_mended() {
    let folder = with_slips();
    let other = "content/authorities/sunderland/other.md";
    folder.write(other, SLIPS.replace("\"6\"", "\"7\""));
    let good = "content/authorities/sunderland/visit-1.md";
    folder.run(&["check", good]).expect(0);
    let told = folder.run(&["check", LETTER, good]).expect(1);
    assert!(told.stderr.contains(LETTER) && !told.stderr.contains(other), "{}", told.stderr);
    assert!(told.stderr.contains("Checked 2 files"), "{}", told.stderr);
    // From elsewhere, and by its whole path.
    let whole = folder.path().join(LETTER);
    let root = folder.path().to_str().expect("a text");
    let elsewhere = Folder::new();
    let whole = whole.to_str().expect("a text");
    let told = elsewhere.run(&["check", "--root", root, whole]).expect(1).stderr;
    assert!(told.contains("3 errors") && !told.contains("other.md"), "{told}");
    let inside = folder.path().join("content/authorities");
    let told = crate::folder::run(&inside, &["check", "--root", "../..", "sunderland/letter.md"]);
    assert!(told.expect(1).stderr.contains("3 errors"));

    folder.run(&["check", "--fix", LETTER]).expect(1);
    assert_eq!(letter(&folder), MENDED);
    let text = fs::read_to_string(folder.path().join(other)).expect("the other");
    assert!(text.contains("visit: \"7\""), "it was not named");

    for (path, why) in [
        ("content/authorities/sunderland/none.md", "is not there"),
        ("site.toml", "is no file of this site's content"),
        ("content/topics", "is a folder"),
        ("..", "is a folder"),
    ] {
        let run = folder.run(&["check", path]).expect(2);
        assert!(run.stderr.contains(&format!("{path} {why}")), "{}", run.stderr);
    }
}

#[test]
fn edits_are_written_into_the_bytes_of_a_file() {
    let edit = |range, words: &str| Edit { range, replacement: words.to_owned() };
    let edits = [edit(0..1, "A"), edit(2..2, "x\ny"), edit(4..6, "")];
    for (file, wanted) in [
        ("a\nb\nc\nd", "A\nx\nyb\nd"),
        ("\u{feff}a\r\nb\r\nc\r\nd", "\u{feff}A\r\nx\r\nyb\r\nd"),
        ("a\rb\rc\rd", "A\rx\ryb\rd"),
    ] {
        assert_eq!(applied(file, &edits), wanted);
    }
    // The first counts of two that overlap; what two say alike is written once.
    let sure = Suggestion::sure;
    let all = [sure(1..3, "b"), sure(2..4, "c"), sure(1..3, "b"), sure(3..4, "d"), sure(3..3, "e")];
    assert_eq!(joined(&all), [edit(1..3, "b"), edit(3..4, "d")]);
}

/// What is sure by its recogniser is still not written where a note, an item or a word would go.
#[test]
fn no_note_and_no_item_is_lost() {
    let good = SLIPS.replace("23 and 24 January 2018", "2018-01-23/2018-01-24");
    let mended = |text: &str| {
        let folder = Folder::with_sunderland();
        folder.write(LETTER, text);
        folder.run(&["check", "--fix", "--quiet"]).expect(1);
        letter(&folder)
    };
    let noted = good.replace("visit: \"6\"", "visit: \"6\" # the \"sixth\"");
    assert_eq!(mended(&noted), noted.replace("\"6\"", "6"));
    let tabs = "areas:\n\t\t- early help\n    - thresholds";
    let tabbed = good.replace("visit: \"6\"", "visit: 6");
    let tabbed = tabbed.replace("areas:\n    - 'early help'", tabs);
    assert!(tabbed.contains('\t') && mended(&tabbed) == tabbed);
}

/// Nine slips of YAML and nine wrong values are told in one round, and what a program may write is written.
#[test]
fn of_nine_slips_and_nine_wrong_values_at_most_nine_need_a_person() {
    let case = repository().join("tests/letters/letter-yaml-nine-and-nine.md");
    let folder = folder_with(&case);
    let errors = |folder: &Folder| {
        let told = folder.run(&["check", "--drafts", "--format", "json"]).expect(1).stdout;
        let problems = told.lines().map(|line| serde_json::from_str(line).expect("JSON"));
        problems.filter(|problem: &Value| problem["severity"] == "error").count()
    };
    assert_eq!(errors(&folder), 18);
    folder.run(&["check", "--drafts", "--fix", "--quiet"]).expect(1);
    assert!(errors(&folder) <= 9, "{}", letter(&folder));
}
