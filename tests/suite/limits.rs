//! Limits: what is too large, too deep, too much or no file at all is refused at once, where it stands.

use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;
use std::time::Duration;

use letterpress::LoadOptions;
use letterpress::diagnostics::Severity;
use letterpress::model::Settings;
use letterpress::site::{Changed, size_problem};

use crate::complexity::longest;
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
    assert!(took < longest(), "it took {took:?} of {:?}", longest());
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
            // Warnings of one kind are one for people, so that there is room for all that is told.
            let is_cut = format == "text" && wanted == 1;
            let told = if is_cut { "… and 51 more" } else { "too-many-problems" };
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
    let findings = "findings: [{polarity: strength, topics: [leadership], text: Leaders know.}]\n";
    folder.write(LETTER, format!("---\n{FACTS}{findings}---\n{links}"));
    for number in 0..21 {
        sparse(&folder, &path(number), 50_000_000);
    }
    let told = check_in_a_gigabyte(&folder).expect(1).stdout;
    assert!(told.contains(r#""code":"site-too-large","file":"content""#), "{told}");
    assert_eq!(told.lines().count(), 1, "{told}");
}

/// A site with a theme of its own, which has these files; each takes no room.
fn with_theme(files: &[(String, u64)]) -> Folder {
    let folder = Folder::with_sunderland();
    folder.write("site.toml", "title = \"Letters\"\ntheme = \"own\"\n");
    folder.write("themes/own/theme.toml", "name = \"own\"\nextends = \"base\"\n");
    folder.write("themes/base/theme.toml", "name = \"base\"\n");
    files.iter().for_each(|(path, length)| sparse(&folder, path, *length));
    folder
}

/// So many files of one size, `junk/0.bin`, `junk/1.bin`: `{}` is for the number.
fn files(count: usize, path: &str, length: u64) -> Vec<(String, u64)> {
    (0..count).map(|number| (path.replace("{}", &number.to_string()), length)).collect()
}

#[cfg(target_os = "linux")]
#[test]
fn files_of_a_theme_that_nothing_uses_are_not_read() {
    let junk = ["themes/own/junk/{}.bin", "themes/own/{}.psd", "themes/own/node_modules/a/{}.js"];
    let mut all: Vec<(String, u64)> =
        junk.iter().flat_map(|path| files(20, path, 50_000_000)).collect();
    all.push(("themes/own/film.mp4".to_owned(), 60_000_000));
    let folder = with_theme(&all);
    pipe(&folder.path().join("themes/own/junk/pipe"));
    let told = check_in_a_gigabyte(&folder).expect(0).stdout;
    assert!(!told.contains("themes/"), "{told}");
}

/// None of them is read, and it is said what there is too much of: also where each theme alone could have it.
#[cfg(target_os = "linux")]
#[test]
fn files_of_themes_that_are_too_large_together_are_not_read() {
    let pictures = "themes/own/static/{}.png";
    let base_pictures = "themes/base/static/{}.png";
    let templates = "themes/own/templates/{}.html";
    let base_templates = "themes/base/templates/{}.html";
    for (first, second, place) in [
        (files(21, pictures, 49_000_000), vec![], "themes/own/static"),
        (
            files(3, pictures, 45_000_000),
            files(20, base_pictures, 45_000_000),
            "themes/base/static",
        ),
        (files(11, templates, 1_000_000), vec![], "themes/own/templates"),
        (
            files(6, templates, 1_000_000),
            files(6, base_templates, 1_000_000),
            "themes/base/templates",
        ),
        (
            vec![("themes/own/templates/home.html".to_owned(), 2_000_000)],
            vec![],
            "own/templates/home.html",
        ),
    ] {
        let told = check_in_a_gigabyte(&with_theme(&[first, second].concat())).expect(2).stdout;
        assert!(told.contains(r#""code":"too-large""#) && told.contains(place), "{place}: {told}");
    }
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
        let mut codes: Vec<&str> = report.diagnostics().iter().map(|it| it.code()).collect();
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

/// Makes a pipe, which whoever opens it waits at.
#[cfg(target_os = "linux")]
fn pipe(path: &std::path::Path) {
    let made = std::process::Command::new("mkfifo").arg(path).status();
    assert!(made.expect("mkfifo").success());
}

/// Runs the program with a gigabyte of memory. It must end, and soon.
#[cfg(target_os = "linux")]
fn run_soon(folder: &Folder, arguments: &[&str], summary: &str) -> Run {
    let mut shell = std::process::Command::new("timeout");
    shell.args(["60", "sh", "-c", "ulimit -v 1000000; exec \"$0\" \"$@\""]);
    shell.arg(env!("CARGO_BIN_EXE_letterpress")).args(arguments).current_dir(folder.path());
    crate::folder::start(shell.env("GITHUB_STEP_SUMMARY", summary).env_remove("CLICOLOR_FORCE"))
}

/// Files that somebody names for a command, which may be anything.
#[cfg(target_os = "linux")]
fn with_everything_but_files() -> (Folder, std::os::unix::net::UnixListener, [&'static str; 5]) {
    let folder = Folder::with_sunderland();
    let names = ["pipe", "zero", "socket", "dangling", "loop"];
    pipe(&folder.path().join("pipe"));
    let socket = std::os::unix::net::UnixListener::bind(folder.path().join("socket"));
    for (name, target) in [("zero", "/dev/zero"), ("dangling", "nowhere"), ("loop", "loop")] {
        std::os::unix::fs::symlink(target, folder.path().join(name)).expect("a link");
    }
    (folder, socket.expect("a socket"), names)
}

#[cfg(target_os = "linux")]
#[test]
fn nothing_that_is_no_file_is_waited_for_in_place_of_a_letter_or_of_old_data() {
    let (folder, _socket, names) = with_everything_but_files();
    fs::create_dir_all(folder.path().join("built/data")).expect("a folder");
    for name in names {
        for arguments in [vec!["import", name], vec!["import", "--print", name]] {
            let run = run_soon(&folder, &arguments, "");
            assert!(matches!(run.code, Some(2 | 3)), "{name}: {run:?}");
            assert!(run.stderr.contains(name) && run.stderr.contains("help: "), "{name}: {run:?}");
        }
        let place = folder.path().join("built/data/findings.csv");
        std::os::unix::fs::symlink(folder.path().join(name), &place).expect("a link");
        for against in [name, "built"] {
            let run = run_soon(&folder, &["ids", "--against", against], "");
            assert!(matches!(run.code, Some(2 | 3)), "{name}: {run:?}");
            assert!(run.stderr.contains(against) && run.stderr.contains("help: "), "{run:?}");
        }
        fs::remove_file(&place).expect("a link");
    }
    // What lies elsewhere may be named, and a pipe by what it is.
    folder.write("letter.txt", "A report.\n");
    std::os::unix::fs::symlink("letter.txt", folder.path().join("link.txt")).expect("a link");
    let told = run_soon(&folder, &["import", "link.txt"], "").expect(1).stderr;
    assert!(told.contains("error[not-a-letter]"), "{told}");
    let told = run_soon(&folder, &["import", "pipe"], "").expect(2).stderr;
    assert!(told.contains("| letterpress import -"), "{told}");
}

#[cfg(target_os = "linux")]
#[test]
fn a_summary_that_is_no_file_or_full_is_told_and_not_waited_for() {
    let (folder, _socket, names) = with_everything_but_files();
    sparse(&folder, "full", (1 << 20) - 10);
    sparse(&folder, "huge", 4_000_000_000);
    folder.write("content/authorities/sunderland/letter.md", "no front matter\n");
    let arguments = ["check", "--format", "github"];
    for name in names.into_iter().chain(["full", "huge"]).filter(|name| *name != "dangling") {
        let run = run_soon(&folder, &arguments, name).expect(3);
        assert!(run.stderr.contains(&format!("{name}: ")), "{name}: {}", run.stderr);
        assert!(run.stdout.contains("::error "), "the problems are told all the same: {run:?}");
    }
    fs::remove_file(folder.path().join(LETTER)).expect("no mistake");
    for name in ["pipe", "zero", "huge"] {
        run_soon(&folder, &arguments, name).expect(0);
    }
}

/// A table of old findings may be as large as the largest sites have it; what is larger, or no table, takes no memory.
#[cfg(target_os = "linux")]
#[test]
fn old_data_that_is_too_large_is_refused_before_it_is_read() {
    let folder = Folder::with_sunderland();
    sparse(&folder, "huge.csv", 4_000_000_000);
    sparse(&folder, "large.csv", 500_000_001);
    sparse(&folder, "zeros.csv", 500_000_000);
    let text = "authority,letter,finding\na,b,c\n";
    folder.write("one-row.csv", format!("{text}a,b,\"{}\"\n", "c".repeat(3 << 20)));
    folder.write("many.csv", format!("{text}{}", "a,b,c\n".repeat(1_000_000)));
    for (name, told) in [
        ("huge.csv", "no table of findings is so large"),
        ("large.csv", "no table of findings is so large"),
        ("zeros.csv", "a row of it is longer than any finding"),
        ("one-row.csv", "a row of it is longer than any finding"),
        ("many.csv", "this has more than 1000000 findings"),
    ] {
        let run = run_soon(&folder, &["ids", "--against", name], "").expect(2);
        assert!(run.stderr.contains("error[bad-old-data]"), "{}", run.stderr);
        assert!(run.stderr.contains(name) && run.stderr.contains(told), "{}", run.stderr);
    }
    // Of two rows that are long, but not as long as that, both are taken.
    let page = "authorities/a/b/#";
    let long = "c".repeat((1 << 20) + (1 << 19));
    folder.write("two.csv", format!("path,text\n{page}c,{long}\n{page}d,{long}\n"));
    let told = run_soon(&folder, &["ids", "--against", "two.csv"], "").expect(1).stderr;
    assert!(told.contains("Compared 2 permalinks"), "{told}");
}

#[cfg(target_os = "linux")]
#[test]
fn what_is_no_file_is_never_opened() {
    use std::os::unix::fs::symlink;
    use std::os::unix::net::UnixListener;

    let folder = Folder::with_sunderland();
    let inside = folder.path().join("content/authorities/sunderland");
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
    let told = run_soon(&folder, &["import", "/proc/self/limits"], "").expect(3).stderr;
    assert!(told.contains("limits") && told.contains("it is being written to"), "{told}");
}

#[test]
fn a_site_has_a_size_that_it_can_be_published_with() {
    let severity = |bytes| {
        let limit = Settings::PAGES_SIZE_LIMIT * 1_000_000;
        size_problem(bytes, limit).map(|problem| (problem.severity, problem.code()))
    };
    assert_eq!(severity(800_000_000), None);
    assert_eq!(severity(800_000_001), Some((Severity::Warning, "large-site")));
    assert_eq!(severity(1_000_000_000), Some((Severity::Warning, "large-site")));
    assert_eq!(severity(1_000_000_001), Some((Severity::Error, "site-too-large")));
}
