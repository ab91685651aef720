//! Rules: each is explained, each is shown by a case, and no problem is without its rule.

use std::collections::BTreeSet;
use std::fs;

use letterpress::plan::Route;
use letterpress::{Rule, rules};
use walkdir::WalkDir;

use crate::folder::{Folder, entries, repository};

/// Rules about more than one file of the content, shown by the tests below and elsewhere.
const SHOWN_BY_TESTS: [&str; 31] = [
    "bad-file-name",
    "bad-old-data",
    "bad-option",
    "bad-template",
    "bad-theme",
    "import-doubt",
    "import-missing",
    "large-site",
    "lost-permalink",
    "machine",
    "misplaced-file",
    "moved-permalink",
    "no-content",
    "no-letters",
    "no-such-page",
    "not-a-file",
    "not-a-letter",
    "not-a-site",
    "not-text",
    "output-refused",
    "page-out-of-memory",
    "page-too-large",
    "page-too-slow",
    "shifted-permalink",
    "site-too-large",
    "too-large",
    "too-many-problems",
    "unlinked-file",
    "unreadable-letter",
    "unsafe-file",
    "yaml-values",
];

fn codes() -> BTreeSet<&'static str> {
    rules().into_iter().map(|rule| rule.code).collect()
}

/// The code and the severity of each problem that stands beside a case.
fn told() -> Vec<(String, String)> {
    let texts = entries(&repository().join("tests/letters"))
        .into_iter()
        .filter(|path| path.extension().is_some_and(|it| it == "txt"));
    let lines = texts.flat_map(|path| {
        let text = fs::read_to_string(path).expect("a text");
        text.lines().map(str::to_owned).collect::<Vec<_>>()
    });
    lines
        .filter_map(|line| {
            let (severity, rest) = line.split_once('[')?;
            let is_one = ["error", "warning"].contains(&severity);
            let (code, _) = rest.split_once("]: ")?;
            is_one.then(|| (code.to_owned(), severity.to_owned()))
        })
        .collect()
}

#[test]
fn each_rule_is_shown_by_a_case() {
    let told = told();
    assert!(told.len() >= 60, "{} problems stand beside the cases", told.len());
    for Rule { code, severity, .. } in rules() {
        let shown = told.iter().find(|(told, _)| told == code);
        match shown {
            Some((_, told_severity)) => assert_eq!(told_severity, severity.word(), "{code}"),
            None => assert!(SHOWN_BY_TESTS.contains(code), "no case shows `{code}`"),
        }
    }
}

#[test]
fn each_problem_has_its_rule() {
    for (code, _) in told() {
        assert!(codes().contains(code.as_str()), "`{code}` is not explained");
    }
    for code in codes_in_source() {
        assert!(codes().contains(code.as_str()), "`{code}` is not explained");
    }
    assert_eq!(codes().len(), rules().len(), "each code stands for one rule");
}

/// The codes that the source gives to problems: the first text after each place that makes one.
fn codes_in_source() -> BTreeSet<String> {
    let makers = ["Diagnostic::error(", "Diagnostic::warning(", ".problem(", "code: "];
    let mut codes = BTreeSet::new();
    for entry in WalkDir::new(repository().join("src")) {
        let path = entry.expect("a readable folder").into_path();
        if path.extension().is_none_or(|extension| extension != "rs") {
            continue;
        }
        let text = fs::read_to_string(path).expect("a text");
        for maker in makers {
            for (at, _) in text.match_indices(maker) {
                let rest = text[at + maker.len()..].trim_start();
                let quoted = rest.strip_prefix('"').and_then(|rest| rest.split_once('"'));
                codes.extend(quoted.map(|(code, _)| code.to_owned()));
            }
        }
    }
    assert!(codes.len() > 40, "the codes are found");
    codes
}

#[test]
fn each_rule_can_be_explained() {
    let folder = Folder::new();
    for rule in rules() {
        let told = folder.run(&["explain", rule.code]).expect(0).stdout;
        assert!(told.starts_with(&format!("{} ({})", rule.code, rule.severity.word())), "{told}");
        for part in [rule.about, rule.example, rule.fix] {
            assert!(part.lines().all(|line| told.contains(line)), "{}: {told}", rule.code);
        }
    }
    let all = folder.run(&["explain"]).expect(0).stdout;
    assert_eq!(all.lines().count(), rules().len());
    let unknown = folder.run(&["explain", "unknown-topics"]).expect(2).stderr;
    assert!(unknown.contains("did you mean `unknown-topic`?"), "{unknown}");
}

#[track_caller]
fn expect_code(folder: &Folder, code: &str) {
    let told = folder.run(&["check"]).stderr;
    assert!(told.contains(&format!("[{code}]")), "{code}: {told}");
}

#[test]
fn files_that_cannot_be_taken_in_are_told() {
    let with = |path: &str, bytes: &[u8]| {
        let folder = Folder::with_sunderland();
        folder.write(path, bytes);
        folder
    };
    expect_code(&with("content/visit-6.md", b"---\n---\n"), "misplaced-file");
    expect_code(&with("content/topics/a/b.md", b"---\n---\n"), "misplaced-file");
    expect_code(&with("content/topics/Early Help.md", b"---\n---\n"), "bad-file-name");
    expect_code(
        &with("content/authorities/St Helens/authority.md", b"---\n---\n"),
        "bad-file-name",
    );
    expect_code(&with("content/topics/late.md", b"---\ntitle: \xff\n---\n"), "not-text");
    expect_code(&with("content/topics/late.md", &vec![b'a'; (1 << 20) + 1]), "too-large");
    let empty = Folder::new();
    empty.write("site.toml", "title = \"Letters\"\n");
    expect_code(&empty, "no-content");
}

#[test]
fn themes_that_cannot_be_used_are_told() {
    let folder = Folder::with_sunderland();
    folder.write("site.toml", "title = \"Letters\"\ntheme = \"own\"\n");
    folder.write("themes/own/templates/404.html", "");
    expect_code(&folder, "bad-theme");
    folder.write("themes/own/theme.toml", "name = \"own\"\nextends = \"own\"\n");
    expect_code(&folder, "bad-theme");
    folder.write("themes/own/theme.toml", "name = \"own\"\nextends = \"other\"\n");
    expect_code(&folder, "unknown-theme");
    folder.write("themes/own/theme.toml", "name = \"own\"\n");
    folder.run(&["build"]).expect(0);
}

#[test]
fn an_address_that_is_not_there_is_a_problem_and_not_a_panic() {
    let (site, _) = Folder::with_sunderland().load();
    let problem = site.render(&Route::new("/nowhere/")).expect_err("no page");
    assert_eq!(problem.code, "no-such-page");
}

#[test]
fn one_file_with_ten_mistakes_gives_ten_problems_in_one_run() {
    let folder = Folder::with_sunderland();
    let case = repository().join("tests/letters/letter-ten-mistakes.md");
    folder.copy_file(&case, "content/authorities/sunderland/letter.md");
    let told = folder.run(&["check", "--format", "json"]).expect(1).stdout;
    let codes: BTreeSet<String> = told
        .lines()
        .map(|line| serde_json::from_str::<serde_json::Value>(line).expect("JSON"))
        .filter(|one| one["severity"] == "error")
        .map(|one| one["code"].as_str().expect("a code").to_owned())
        .collect();
    assert!(codes.len() >= 10, "{codes:?}");
}

/// The codes that no case shows are told of in a test by name.
#[test]
fn what_no_case_shows_a_test_does() {
    let tests: String = entries(&repository().join("tests/suite"))
        .into_iter()
        .filter(|path| path.is_file())
        .map(|path| {
            fs::read_to_string(path).expect("a test").replace("const SHOWN_BY_TESTS", "\u{0}")
        })
        .map(|text| match text.split_once('\u{0}') {
            Some((before, after)) => before.to_owned() + after.split_once("];").expect("an end").1,
            None => text,
        })
        .collect();
    for code in SHOWN_BY_TESTS {
        let named = [format!("\"{code}\""), format!("[{code}]")];
        assert!(named.iter().any(|named| tests.contains(named.as_str())), "no test names `{code}`");
    }
}
