//! Limits: what is too large, too deep, too much or no file at all is refused at once, where it stands.

use std::fs;
use std::time::{Duration, Instant};

use letterpress::diagnostics::Severity;
use letterpress::size_problem;

use crate::folder::{Folder, Run, tree};

const LETTER: &str = "content/authorities/sunderland/letter.md";
const FACTS: &str =
    "kind: focused-visit\non_site: 2017-02\ndated: 2017-02-01\nsource: https://example.org/\n";

#[expect(clippy::disallowed_methods, reason = "a test of how long it takes")]
fn now() -> Instant {
    Instant::now()
}

/// Checks a site with one file more; it must end soon, whatever the file is.
#[track_caller]
fn check(path: &str, bytes: impl AsRef<[u8]>, format: &str) -> Run {
    let folder = Folder::with_sunderland();
    folder.write(path, bytes);
    check_soon(&folder, format)
}

/// The machine may have others to serve meanwhile.
#[track_caller]
fn check_soon(folder: &Folder, format: &str) -> Run {
    let start = now();
    let run = folder.run(&["check", "--format", format]);
    let took = start.elapsed();
    assert!(took < Duration::from_secs(30), "it took {took:?}");
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
    for mistake in ["[a](b) ", "<b> ", "[a](javascript:b) ", "# a\n\n", "![](b.png) "] {
        let text = format!("---\n{FACTS}---\n{}", mistake.repeat(1_000_000 / mistake.len()));
        for format in ["text", "json", "github", "sarif"] {
            let Run { stdout, stderr, code } = check(LETTER, &text, format);
            assert_eq!(code, Some(1), "{mistake} {format}");
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
    let start = now();
    let told = folder.run(&["check"]).expect(1).stderr;
    let took = start.elapsed();
    assert_eq!(told.matches("error[too-large]: this ").count(), 2, "{told}");
    assert!(told.contains("is 100000000 bytes long"), "{told}");
    assert!(took < Duration::from_secs(1), "it took {took:?}");
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
    assert!(check_soon(&folder, "text").expect(3).stderr.contains("it is not a file"));
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
    let severity = |bytes| size_problem(bytes).map(|problem| (problem.severity, problem.code));
    assert_eq!(severity(800_000_000), None);
    assert_eq!(severity(800_000_001), Some((Severity::Warning, "large-site")));
    assert_eq!(severity(1_000_000_000), Some((Severity::Warning, "large-site")));
    assert_eq!(severity(1_000_000_001), Some((Severity::Error, "site-too-large")));
}

/// What is told where a letter's page is made by this template. The site stays as it was.
fn told_of_endless(template: &str) -> String {
    let folder = Folder::with_sunderland();
    folder.write("site.toml", "title = \"Letters\"\ntheme = \"own\"\n");
    folder.write("themes/own/theme.toml", "name = \"own\"\n");
    folder.run(&["build"]).expect(0);
    let before = tree(&folder.path().join("public"));
    folder.write("themes/own/templates/letter.html", template);
    let told = folder.run(&["build"]).expect(1).stderr;
    assert_eq!(before, tree(&folder.path().join("public")));
    told
}

#[test]
fn a_template_that_writes_without_end_is_stopped_at_its_line() {
    let told = told_of_endless(
        "<h1>{{ page.title }}</h1>\n{% for a in range(end=100000) %}{% for b in range(end=100000) %}\n\
         <p>{{ b }} on and on</p>{% endfor %}{% endfor %}",
    );
    assert!(told.contains("error[page-too-large]"), "{told}");
    assert!(told.contains("themes/own/templates/letter.html:3:"), "{told}");
}

#[test]
fn a_template_that_takes_too_long_is_stopped_at_its_line() {
    let told = told_of_endless(
        "<h1>{{ page.title }}</h1>\n{% for a in range(end=100000) %}\n\
         {% for b in range(end=100000) %}{% endfor %}\nslow words{% endfor %}",
    );
    assert!(told.contains("error[page-too-slow]"), "{told}");
    assert!(told.contains("themes/own/templates/letter.html:4:"), "{told}");
}

#[test]
fn a_template_that_never_writes_nor_ends_is_given_up() {
    let told = told_of_endless(
        "{% for a in range(end=100000) %}{% for b in range(end=100000) %}{% endfor %}{% endfor %}",
    );
    assert!(told.contains("error[page-too-slow]"), "{told}");
    assert!(told.contains("--> /authorities/sunderland/"), "{told}");
}
