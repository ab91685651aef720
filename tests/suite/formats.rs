//! How problems are told to GitHub and to programs, whatever stands in the content.

use std::fs;

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};
use serde_json::Value;

use crate::folder::{Folder, Run};
use crate::sarif::sarif;

pub(crate) const AUTHORITY: &str = "content/authorities/sunderland";

/// Words that mean something to each reader: GitHub's log, a Markdown table, HTML, SARIF, a terminal.
pub(crate) const HOSTILE: &str =
    "50% %0A ::error::x ##[error]y |z| `a` <script>b</script> [c](d) $e$ \\\\ *f* 𝄞é";

/// As many letters without front matter, which are errors, as letters without a source, which warn.
fn with_errors_and_warnings(number: usize) -> Folder {
    let folder = Folder::with_sunderland();
    let letter = "---\nkind: focused-visit\non_site: 2017-02\ndated: 2017-02\n---\n";
    for number in 0..number {
        folder.write(&format!("{AUTHORITY}/broken-{number:03}.md"), "no front matter\n");
        folder.write(&format!("{AUTHORITY}/letter-{number:03}.md"), letter);
    }
    folder
}

/// Errors in files and with messages that no reader may take for anything but words.
pub(crate) fn with_hostile_words() -> Folder {
    let folder = Folder::with_sunderland();
    for number in 10..22 {
        let name = format!("{number} 5% a|b,c:d é 𝄞 <script> `x` [y](z) ##[error]\n::error::w.md");
        folder.write(&format!("{AUTHORITY}/{name}"), "no front matter\n");
    }
    let letter = format!(
        "---\nkind: monitoring-visit\non_site: 2017\ndated: 2017\nfindings:\n  - polarity: \"{HOSTILE}\"\n    \
         topics: [\"𝄞 é\", threshold, \"x\\n::error::y\"]\n    text: Some.\n---\n"
    );
    folder.write(&format!("{AUTHORITY}/z.md"), letter);
    folder
}

fn lines(json: &str) -> Vec<Value> {
    json.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect()
}

pub(crate) fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}

fn place_of(problem: &Value) -> String {
    format!("{}:{}:{}", text(&problem["file"]), problem["line"], problem["column"])
}

/// An annotation as GitHub's runner reads it: its kind, its file and line, its message.
fn annotation(line: &str) -> Option<(String, String, String)> {
    let (command, message) = line.strip_prefix("::")?.split_once("::")?;
    let (kind, properties) = command.split_once(' ')?;
    let property = |name: &str| {
        let value = properties.split(',').find_map(|it| it.strip_prefix(name)?.strip_prefix('='));
        unescape(value.unwrap_or_default()).replace("%3A", ":").replace("%2C", ",")
    };
    let place = format!("{}:{}:{}", property("file"), property("line"), property("col"));
    Some((kind.to_owned(), place, unescape(message).replace("%25", "%")))
}

fn unescape(value: &str) -> String {
    value.replace("%0D", "\r").replace("%0A", "\n")
}

#[test]
fn github_shows_ten_of_a_kind_and_the_log_has_all() {
    let folder = with_errors_and_warnings(25);
    let told = folder.run(&["check", "--format", "github"]).expect(1).stdout;
    let all = lines(&folder.run(&["check", "--format", "json"]).expect(1).stdout);
    let (_, log) = told.split_once("::group::").expect("a group");
    for kind in ["error", "warning"] {
        let expected: Vec<&Value> = all.iter().filter(|it| it["severity"] == kind).collect();
        assert!(expected.len() >= 25, "{kind}s: {}", expected.len());
        let annotated: Vec<String> =
            told.lines().filter_map(annotation).filter(|it| it.0 == kind).map(|it| it.1).collect();
        let first: Vec<String> = expected[..10].iter().map(|it| place_of(it)).collect();
        assert_eq!(annotated, first, "the first ten {kind}s of the report");
        for problem in &expected[10..] {
            let start = format!("{}: {kind}[{}]: ", place_of(problem), text(&problem["code"]));
            assert_eq!(log.lines().filter(|line| line.starts_with(&start)).count(), 1, "{start}");
        }
    }
    assert!(log.ends_with("\n::endgroup::\n"), "{log}");
    assert_eq!(log.lines().count(), all.len() - 20 + 2);
}

/// A line of the log is either a command of ours or one problem, and says what the content says.
#[test]
fn words_of_the_content_are_no_commands_to_github() {
    let folder = with_hostile_words();
    let told = folder.run(&["check", "--format", "github"]).expect(1).stdout;
    let all = lines(&folder.run(&["check", "--format", "json"]).expect(1).stdout);
    let (annotations, log) = told.split_once("::group::").expect("a group");
    let errors: Vec<&Value> = all.iter().filter(|it| it["severity"] == "error").take(10).collect();
    let annotated: Vec<_> = annotations.lines().filter_map(annotation).collect();
    let annotated: Vec<_> = annotated.iter().filter(|it| it.0 == "error").collect();
    assert_eq!(annotated.len(), 10);
    for (problem, (_, place, message)) in errors.iter().zip(&annotated) {
        let file = place.replace("%25", "%");
        assert_eq!(file, place_of(problem));
        let words = format!("{}\n{}", text(&problem["message"]), text(&problem["help"]));
        assert_eq!(message, &words);
    }
    let rest = log.lines().skip(1).collect::<Vec<_>>();
    let (end, problems) = rest.split_last().expect("an end");
    assert_eq!(*end, "::endgroup::");
    for line in problems {
        assert!(line.starts_with("content/") && !line.contains("##["), "{line}");
        assert!(line.contains(": error[") || line.contains(": warning["), "{line}");
    }
    assert!(problems.iter().any(|line| line.contains("50% %0A ::error::x ## [error]y |z| `a`")));
}

/// The cells of each row of a table, as a reader of Markdown sees them: words and line breaks only.
fn table(markdown: &str) -> Vec<Vec<String>> {
    let (mut rows, mut row, mut cell) = (Vec::new(), Vec::new(), String::new());
    let events = Parser::new_ext(markdown, Options::ENABLE_TABLES | Options::ENABLE_MATH);
    let is_before_rows = |event: &Event<'_>| !matches!(event, Event::End(TagEnd::TableHead));
    let is_in_table = |event: &Event<'_>| !matches!(event, Event::End(TagEnd::Table));
    for event in events.skip_while(is_before_rows).skip(1).take_while(is_in_table) {
        match event {
            Event::Start(Tag::TableRow | Tag::TableCell) => cell.clear(),
            Event::End(TagEnd::TableCell) => row.push(std::mem::take(&mut cell)),
            Event::End(TagEnd::TableRow) => rows.push(std::mem::take(&mut row)),
            Event::Text(text) => cell.push_str(&text),
            Event::InlineHtml(html) if &*html == "<br>" => cell.push('\n'),
            other => panic!("{other:?} in {markdown}"),
        }
    }
    rows
}

#[test]
fn the_summary_is_a_table_of_what_the_content_says() {
    let folder = with_hostile_words();
    folder.write("summary.md", "# Before\n\n");
    folder.run_as_step(&["check", "--format", "github"], "summary.md").expect(1);
    let summary = fs::read_to_string(folder.path().join("summary.md")).expect("a summary");
    assert!(summary.starts_with("# Before\n\n### Letterpress: "), "{summary}");
    let all = lines(&folder.run(&["check", "--format", "json"]).expect(1).stdout);
    let expected: Vec<Vec<String>> = all
        .iter()
        .map(|it| {
            let words = [text(&it["message"]), text(&it["help"])].map(str::to_owned);
            [vec![text(&it["severity"]).to_owned(), place_of(it)], words.to_vec()].concat()
        })
        .collect();
    assert_eq!(table(&summary), expected);
    assert!(!summary.contains("<script"), "{summary}");
}

#[test]
fn the_summary_holds_two_hundred_rows_and_counts_the_rest() {
    let folder = with_errors_and_warnings(110);
    folder.run_as_step(&["check", "--format", "github"], "summary.md").expect(1);
    let summary = fs::read_to_string(folder.path().join("summary.md")).expect("a summary");
    let all = lines(&folder.run(&["check", "--format", "json"]).expect(1).stdout);
    assert_eq!(table(&summary).len(), 200);
    assert!(summary.contains(&format!("\n… and {} more, ", all.len() - 200)), "{summary}");
}

#[test]
fn the_summary_is_written_only_where_there_is_something_to_say_and_a_file_to_say_it_in() {
    let clean = Folder::with_sunderland();
    clean.run_as_step(&["check", "--format", "github"], "summary.md").expect(0);
    assert_eq!(fs::read(clean.path().join("summary.md")).expect("a file"), b"");
    let folder = with_errors_and_warnings(1);
    folder.run_as_step(&["check", "--format", "json"], "summary.md").expect(1);
    assert!(!folder.path().join("summary.md").exists(), "only GitHub's format writes it");
    folder.run_as_step(&["check", "--format", "github"], "").expect(1);
    let refused = folder.run_as_step(&["check", "--format", "github"], "no/summary.md").expect(3);
    assert!(refused.stderr.contains("no/summary.md"), "{}", refused.stderr);
    assert!(refused.stdout.contains("::error "), "the problems are told all the same");
}

const KEYS: [&str; 10] = [
    "severity",
    "code",
    "file",
    "line",
    "column",
    "end_line",
    "end_column",
    "message",
    "help",
    "suggestion",
];

/// Runs that fail for a reason in no file: what is called, in which folder, how it ends, the code.
fn failures() -> Vec<(Folder, Vec<&'static str>, i32, &'static str)> {
    let with_file = || {
        let folder = Folder::with_sunderland();
        folder.write("file", "not a folder");
        folder.write("mine/photo.jpg", "mine");
        folder
    };
    vec![
        (Folder::new(), vec!["build"], 2, "not-a-site"),
        (Folder::new(), vec!["check"], 2, "not-a-site"),
        (with_file(), vec!["build", "--base-url", "example.org"], 2, "bad-option"),
        (with_file(), vec!["build", "--output", "mine"], 2, "output-refused"),
        (with_file(), vec!["check", "--output", "mine"], 2, "output-refused"),
        (with_file(), vec!["build", "--output", "file/site"], 3, "machine"),
    ]
}

#[test]
fn a_failure_in_no_file_is_told_in_every_format() {
    for (folder, arguments, exit, code) in failures() {
        let told = |format| {
            let Run { code, stdout, .. } =
                folder.run(&[&arguments[..], &["--format", format]].concat());
            assert_eq!(code, Some(exit), "{arguments:?} {format}: {stdout}");
            stdout
        };
        let json = told("json");
        let [problem] = &lines(&json)[..] else { panic!("{json}") };
        let keys = problem.as_object().expect("an object").keys().map(String::as_str);
        assert!(keys.clone().all(|key| KEYS.contains(&key)) && keys.count() == KEYS.len());
        assert_eq!((&problem["severity"], &problem["code"]), (&"error".into(), &code.into()));
        assert!(KEYS[2..7].iter().all(|key| problem[key].is_null()), "{json}");
        let words = format!("{}\n{}", text(&problem["message"]), text(&problem["help"]));
        assert!(words.len() > 20, "{json}");

        let github = told("github");
        let start = format!("::error title={code}::");
        assert!(github.starts_with(&start) && github.lines().count() == 1, "{github}");

        let sarif = sarif(&told("sarif"));
        let result = &sarif["runs"][0]["results"][0];
        assert_eq!(result["ruleId"], code);
        assert_eq!(result["message"]["text"], words.as_str());
        let place = &result["locations"][0]["physicalLocation"];
        assert_eq!(place["artifactLocation"]["uri"], "site.toml");
    }
}
