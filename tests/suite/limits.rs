//! Limits: what is too large, too deep, too much or no file at all is refused at once, where it stands.

use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;
use std::time::Duration;

use letterpress::diagnostics::Severity;
use letterpress::model::Settings;
use letterpress::{Changed, LoadOptions, size_problem};

use crate::folder::{Folder, Run};

const LETTER: &str = "content/authorities/sunderland/letter.md";
const FACTS: &str =
    "kind: focused-visit\non_site: 2017-02\ndated: 2017-02-01\nsource: https://example.org/\n";

/// Checks a site with one file more; it must end soon, whatever the file is.
#[track_caller]
fn check(path: &str, bytes: impl AsRef<[u8]>, format: &str) -> Run {
    let folder = Folder::with_sunderland();
    folder.write(path, bytes);
    check_soon(&folder, format)
}

#[track_caller]
fn check_soon(folder: &Folder, format: &str) -> Run {
    let (run, took) = folder.timed(&["check", "--format", format]);
    assert!(took < Duration::from_secs(3), "it took {took:?}");
    run
}

#[test]
fn front_matter_has_so_many_values_and_no_more() {
    // The facts are nine, the list itself and its key two.
    for (items, code) in [(4_989, 0), (4_990, 1)] {
        let list = "a, ".repeat(items);
        let run = check(LETTER, format!("---\n{FACTS}evidence: [{list}]\n---\n"), "text");
        assert_eq!(run.expect(code).stderr.contains("error[yaml-values]"), code == 1, "{items}");
    }
}

/// To serde's reader of YAML this is work for a minute and a half.
#[test]
fn front_matter_that_goes_ever_deeper_is_refused_at_once() {
    for mark in ["{a: ", "[", "{", "[a,", "[\n ", "- ", "? ", "[ # ]\n", "[ \"]\", "] {
        let run = check(
            LETTER,
            format!("---\n{FACTS}areas: \n  {}\n---\n", mark.repeat(120_000)),
            "json",
        );
        assert!(run.expect(1).stdout.contains(r#""code":"yaml-depth""#), "{mark:?}");
    }
}

/// However little of it there is, and whichever marks it is made of.
#[test]
fn a_little_too_much_is_refused_too() {
    let deep = |open: &str, close: &str| format!("{}a{}", open.repeat(20), close.repeat(20));
    for inside in [deep("- ", ""), deep("[", "]"), deep("{a: ", "}")] {
        let told = check(LETTER, format!("---\n{FACTS}areas:\n  {inside}\n---\n"), "json");
        assert!(told.expect(1).stdout.contains(r#""code":"yaml-depth""#), "{inside}");
    }
    // Three values for each pair of marks.
    let told =
        check(LETTER, format!("---\n{FACTS}areas: [{}]\n---\n", "{a},".repeat(1_700)), "json");
    assert!(told.expect(1).stdout.contains(r#""code":"yaml-values""#));
}

#[test]
fn a_text_may_be_quoted_within_quotations_and_no_deeper() {
    for (depth, code) in [(63, 0), (64, 1), (1_000_000, 1)] {
        let text = format!("---\n{FACTS}---\n{} Some.\n", ">".repeat(depth));
        let told = check(LETTER, text, "json").expect(code).stdout;
        assert_eq!(told.contains(r#""code":"deep-text""#), code == 1, "{depth}: {told}");
    }
}

/// Of a file with very many mistakes the first are told, and that there are more.
#[test]
fn very_many_mistakes_in_one_file_are_told_soon() {
    for mistake in ["[a](b) ", "<b> ", "[a](javascript:b) ", "# a\n\n", "![](b.png) ", "&#1; "] {
        let text = format!("---\n{FACTS}---\n{}", mistake.repeat(1_000_000 / mistake.len()));
        for format in ["text", "json", "github", "sarif"] {
            let Run { stdout, stderr, code } = check(LETTER, &text, format);
            // A heading of the whole page's level is no more than a warning, however many there are.
            let wanted = if mistake.starts_with('#') { 0 } else { 1 };
            assert_eq!(code, Some(wanted), "{mistake} {format}");
            let told = if format == "text" { "… and 51 more" } else { "too-many-problems" };
            assert!(stdout.contains(told) || stderr.contains(told), "{mistake} {format}: {stderr}");
        }
    }
}

#[test]
fn a_word_that_fills_a_file_is_looked_up_soon() {
    let long = "a".repeat(1_000_000);
    for (facts, body) in [
        (format!("polarity: {long}\n"), String::new()),
        (format!("{long}: b\n"), String::new()),
        (format!("areas: {long}\n"), String::new()),
        (String::new(), format!("[a]({long}.md)")),
        (String::new(), format!("[a](#{long})")),
    ] {
        check(LETTER, format!("---\n{FACTS}{facts}---\n{body}\n"), "json").expect(1);
    }
}

#[test]
fn a_large_file_is_refused_before_it_is_read() {
    let folder = Folder::with_sunderland();
    for (name, length) in [("scan.pdf", 100_000_000), ("letter.md", 100_000_000)] {
        let path = folder.path().join("content/authorities/sunderland").join(name);
        fs::File::create(path).expect("a file").set_len(length).expect("room");
    }
    let (run, took) = folder.timed(&["check"]);
    let told = run.expect(1).stderr;
    assert_eq!(told.matches("error[too-large]: this ").count(), 2, "{told}");
    assert!(told.contains("is 100000000 bytes long"), "{told}");
    assert!(took < Duration::from_secs(1), "it took {took:?}");
}

/// Makes a file of so many bytes that takes no room.
fn sparse(folder: &Folder, path: &str, length: u64) {
    folder.write(path, "");
    let file = fs::File::options().write(true).open(folder.path().join(path)).expect("a file");
    file.set_len(length).expect("room");
}

#[test]
fn settings_and_files_of_themes_that_are_too_large_are_told_as_mistakes() {
    let folder = Folder::with_sunderland();
    folder.write("site.toml", "title = \"Letters\"\ntheme = \"own\"\n");
    folder.write("themes/own/theme.toml", "name = \"own\"\n");
    sparse(&folder, "themes/own/static/film.mp4", 60_000_000);
    let told = folder.run(&["check"]).expect(2).stderr;
    assert!(told.contains("error[too-large]") && told.contains("own/static/film.mp4"), "{told}");

    sparse(&folder, "site.toml", 2_000_000);
    let told = folder.run(&["check"]).expect(2).stderr;
    assert!(told.contains("error[too-large]") && told.contains("site.toml"), "{told}");
    fs::remove_file(folder.path().join("site.toml")).expect("settings");
    folder.write("site.toml/inside", "");
    let told = folder.run(&["check"]).expect(2).stderr;
    assert!(told.contains("error[not-a-file]") && !told.contains("try again"), "{told}");
}

/// Runs `check` with one gigabyte of memory and no more.
#[cfg(target_os = "linux")]
fn check_in_a_gigabyte(folder: &Folder) -> Run {
    let mut shell = std::process::Command::new("sh");
    shell.args(["-c", "ulimit -v 1000000; exec \"$0\" check --jobs 1 --format json"]);
    // Each thread would get room of its own beforehand.
    shell.env("MALLOC_ARENA_MAX", "1").env_remove("GITHUB_STEP_SUMMARY");
    crate::folder::start(shell.arg(env!("CARGO_BIN_EXE_letterpress")).current_dir(folder.path()))
}

#[cfg(target_os = "linux")]
#[test]
fn files_that_cannot_be_published_are_not_read() {
    let folder = Folder::with_sunderland();
    for number in 0..40 {
        let path = format!("content/authorities/sunderland/dump-{number}.bin");
        sparse(&folder, &path, 50_000_000);
    }
    let told = check_in_a_gigabyte(&folder).expect(1).stdout;
    assert_eq!(told.matches(r#""code":"unsafe-file""#).count(), 40, "{told}");
    assert_eq!(told.lines().count(), 40, "{told}");
}

/// Of pictures that no host would take together none is read, and one thing is said.
#[cfg(target_os = "linux")]
#[test]
fn files_that_are_too_large_together_are_not_read() {
    let folder = Folder::with_sunderland();
    let path = |number: usize| format!("content/authorities/sunderland/scan-{number}.png");
    let links: String = (0..21).map(|it| format!("![A page](scan-{it}.png)\n")).collect();
    folder.write(LETTER, format!("---\n{FACTS}---\n{links}"));
    for number in 0..21 {
        sparse(&folder, &path(number), 50_000_000);
    }
    let told = check_in_a_gigabyte(&folder).expect(1).stdout;
    assert!(told.contains(r#""code":"site-too-large","file":"content""#), "{told}");
    assert_eq!(told.lines().count(), 1, "{told}");
}

/// What `serve` keeps of a folder says the same as what is read anew. None of these pictures is read but small ones.
#[test]
fn files_that_become_too_large_together_are_told_and_no_longer() {
    let folder = Folder::with_sunderland();
    let inside = "content/authorities/sunderland";
    let path = |number: usize| format!("{inside}/scan-{number}.png");
    let set_sizes = |size| (0..21).for_each(|number| sparse(&folder, &path(number), size));
    let mut kept = letterpress::Folder::new(folder.path(), LoadOptions::default());
    let mut codes = |changed: &[&str]| {
        let changed = changed.iter().map(PathBuf::from).collect();
        let (site, report) = kept.load(&Changed::Paths(changed)).expect("a site");
        let mut codes: Vec<&str> = report.diagnostics().iter().map(|it| it.code).collect();
        codes.retain(|code| *code != "unlinked-file");
        let sizes: BTreeSet<usize> = site.archive().assets.values().map(|it| it.len()).collect();
        (codes, sizes)
    };
    set_sizes(10);
    assert_eq!(codes(&[inside]), (vec![], BTreeSet::from([10])));
    set_sizes(50_000_000);
    assert_eq!(codes(&[inside]), (vec!["site-too-large"], BTreeSet::from([0])));
    sparse(&folder, &path(0), 1);
    let still_too_large = codes(&[&path(0)]);
    assert_eq!(still_too_large, (vec!["site-too-large"], BTreeSet::from([0])), "by one byte");
    set_sizes(20);
    assert_eq!(codes(&[&path(0)]), (vec![], BTreeSet::from([20])), "each is read");
}

#[cfg(target_os = "linux")]
#[test]
fn what_is_no_file_is_never_opened() {
    use std::os::unix::fs::symlink;
    use std::os::unix::net::UnixListener;

    let folder = Folder::with_sunderland();
    let inside = folder.path().join("content/authorities/sunderland");
    let pipe = |path: &std::path::Path| {
        let made = std::process::Command::new("mkfifo").arg(path).status();
        assert!(made.expect("mkfifo").success());
    };
    pipe(&inside.join("pipe.md"));
    pipe(&inside.join("pipe.png"));
    let _socket = UnixListener::bind(inside.join("socket.md")).expect("a socket");
    symlink("/etc/passwd", inside.join("passwd.md")).expect("a link");
    symlink("/dev/zero", inside.join("zero.pdf")).expect("a link");
    symlink("/", inside.join("all")).expect("a link");
    symlink("nowhere", inside.join("nowhere.md")).expect("a link");
    let told = check_soon(&folder, "json").expect(1).stdout;
    assert_eq!(told.matches(r#""code":"not-a-file""#).count(), 7, "{told}");
    assert_eq!(told.lines().count(), 7, "{told}");

    // Neither does one in the place of the settings, or of a theme's file, hold up the program.
    let folder = Folder::with_sunderland();
    fs::remove_file(folder.path().join("site.toml")).expect("settings");
    pipe(&folder.path().join("site.toml"));
    let told = check_soon(&folder, "text").expect(2).stderr;
    assert!(told.contains("error[not-a-file]") && told.contains("site.toml"), "{told}");
}

/// What this file holds is never as long as it says: it is as one that grows whenever it is read.
#[cfg(target_os = "linux")]
#[test]
fn a_file_that_keeps_changing_is_not_taken_in_half() {
    let folder = Folder::with_sunderland();
    fs::remove_file(folder.path().join("site.toml")).expect("settings");
    let link = folder.path().join("site.toml");
    std::os::unix::fs::symlink("/proc/self/limits", link).expect("a link");
    let told = check_soon(&folder, "text").expect(3).stderr;
    assert!(told.contains("site.toml") && told.contains("it is being written to"), "{told}");
}

#[test]
fn a_site_has_a_size_that_it_can_be_published_with() {
    let severity = |bytes| {
        let limit = Settings::PAGES_SIZE_LIMIT * 1_000_000;
        size_problem(bytes, limit).map(|problem| (problem.severity, problem.code))
    };
    assert_eq!(severity(800_000_000), None);
    assert_eq!(severity(800_000_001), Some((Severity::Warning, "large-site")));
    assert_eq!(severity(1_000_000_000), Some((Severity::Warning, "large-site")));
    assert_eq!(severity(1_000_000_001), Some((Severity::Error, "site-too-large")));
}
