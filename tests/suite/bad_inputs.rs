//! Bad inputs, others' and ours: none brings the program down or holds it up, and what is refused is told where it is.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use letterpress::Site;
use letterpress::diagnostics::{Place, Report, Severity, is_forbidden};
use letterpress::plan::Route;
use serde_yaml::Value;

use crate::doors::FACTS;
use crate::folder::{Folder, entries, repository};

const FOLDER: &str = "content/authorities/sunderland";

#[expect(clippy::disallowed_methods, reason = "a test of how long it takes")]
fn now() -> Instant {
    Instant::now()
}

/// A site with these letters, and what is wrong with it. Each letter is read, or told of at a line of it.
fn load(letters: &[String]) -> (Site, Report) {
    let folder = Folder::with_sunderland();
    for (number, letter) in letters.iter().enumerate() {
        folder.write(&format!("{FOLDER}/letter-{number}.md"), letter);
    }
    let (site, report) = folder.load();
    for (number, letter) in letters.iter().enumerate() {
        let path = format!("{FOLDER}/letter-{number}.md");
        let is_read = site.archive().letters.iter().any(|letter| letter.source.path == path);
        let is_told = errors(&report).any(|place| place.path() == path);
        assert!(is_read || is_told, "nothing is said of {letter:?}");
    }
    for place in errors(&report).filter(|place| place.path().ends_with(".md")) {
        assert!(matches!(place, Place::Span(..)), "{place:?} has no line");
    }
    (site, report)
}

fn errors(report: &Report) -> impl Iterator<Item = &Place> {
    let errors = report.diagnostics().iter().filter(|it| it.severity == Severity::Error);
    errors.map(|it| &it.place)
}

/// Renders every letter, also of a site that would not be published.
fn render_letters(site: &Site) {
    for letter in &site.archive().letters {
        let page = site.render(&Route::letter(letter));
        assert!(page.is_ok(), "{page:?}");
    }
}

/// CommonMark's examples and those of its dialects, as the Markdown parser's own package has them.
fn published_markdown() -> Vec<String> {
    let home = std::env::var_os("CARGO_HOME").map(PathBuf::from).or_else(|| {
        let home = std::env::var_os("HOME")?;
        Some(PathBuf::from(home).join(".cargo"))
    });
    let Some(sources) = home.map(|home| home.join("registry/src")).filter(|it| it.is_dir()) else {
        return Vec::new();
    };
    let is_parser = |path: &PathBuf| {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        name.starts_with("pulldown-cmark-0")
    };
    let parser = entries(&sources).iter().flat_map(|it| entries(it)).find(is_parser);
    let suite = parser.map(|it| it.join("tests/suite")).filter(|it| it.is_dir());
    let files = suite.map_or_else(Vec::new, |suite| entries(&suite));
    files.iter().flat_map(|file| originals(file)).collect()
}

fn originals(file: &Path) -> Vec<String> {
    let text = fs::read_to_string(file).expect("a text");
    let parts = text.split("let original = r##\"").skip(1);
    parts.filter_map(|part| Some(part.split_once("\"##;")?.0.to_owned())).collect()
}

#[test]
fn published_examples_of_markdown_are_read() {
    let mut examples = published_markdown();
    assert!(examples.is_empty() || examples.len() >= 650, "{} examples", examples.len());
    // Where that package lies elsewhere, ours stand in.
    let ours = [
        "- a\n\n\n  b",
        "> - ```\n> x",
        "[a]: <b\n\n[a]",
        "|a|\n|-|\n|`|`|",
        "\t- x\n\t\ty",
        "***a** b*",
    ];
    examples.extend(ours.map(str::to_owned));
    let letters: Vec<String> = examples
        .iter()
        .map(|it| format!("---\n{FACTS}---\n{}", it.replace(is_forbidden, "")))
        .collect();
    let (site, _) = load(&letters);
    assert_eq!(
        site.archive().letters.len(),
        letters.len() + 1,
        "the site's own letter is one more"
    );
    render_letters(&site);
}

/// After `pathological_tests.py` of cmark-gfm: what has kept parsers of Markdown busy for minutes, or deep.
fn pathological() -> Vec<String> {
    let many = 50_000;
    let r = |text: &str| text.repeat(many);
    let lines =
        |count: usize, line: &dyn Fn(usize) -> String| (0..count).map(line).collect::<String>();
    let mut all: Vec<String> = [
        "*",
        "_",
        "[",
        "![",
        ">",
        "> ",
        "- ",
        "* ",
        "1. ",
        "1) ",
        "> - ",
        "a_ ",
        "_a ",
        "a]",
        "[a",
        "*a_ ",
        "[ a_",
        "[ (](",
        "![[]()",
        "[a](<b",
        "[a](b",
        "</",
        "<!--",
        "<?",
        "<!A",
        "<![CDATA[",
        "<",
        "<a ",
        "<a a='",
        "&",
        "&#",
        "\\",
        "~",
        "~~a ",
        "~a~",
        "\"'",
        "`",
        "`a``",
        "```\n",
        "-\n",
        ">\n",
        "# a\n",
        "a\n=\n",
        "<http:",
        "[a]:\n",
        "[a]: b \"\n",
        "\t",
        "\n",
        "[^",
        "[^a](",
        "[^1]: ",
        "](",
        "|a",
        "|a|\n",
        "\u{301}",
        "\u{200d}",
        "😀",
    ]
    .map(r)
    .to_vec();
    all.extend([
        r("*a **a ") + "b" + &r(" a** a*"),
        format!("a**b{}", r("c* ")),
        r("[") + "a" + &r("]"),
        r("> ") + "a",
        "</".to_owned() + &r("<!--"),
        r("[]") + "\n\n\n",
        "[a](".to_owned() + &r("("),
        lines(700, &|depth| format!("{}* a\n", "  ".repeat(depth))),
        lines(440, &|count| format!("e{}", "`".repeat(count))),
        lines(5_000, &|it| format!("[{it}]: a\n")) + &lines(5_000, &|it| format!("[{it}]")),
        format!("[a]: {}\n\n{}", "u".repeat(many), r("[a] ")),
        format!("{}|\n{}|\n{}", "|a".repeat(1_000), "|-".repeat(1_000), "|\n".repeat(5_000)),
        lines(5_000, &|it| format!("[^{it}]: a\n\n")) + &lines(5_000, &|it| format!("[^{it}]")),
        lines(1_000, &|_| ">".repeat(60) + "\n"),
    ]);
    all
}

#[test]
fn no_text_holds_up_the_program() {
    for body in pathological() {
        let shown: String = body.chars().take(20).collect();
        let mut text = format!("---\n{FACTS}---\n{}", body.replace(is_forbidden, ""));
        text.truncate(text.floor_char_boundary(1 << 20));
        let start = now();
        let (site, report) = load(&[text]);
        if !report.has_errors() {
            render_letters(&site);
        }
        // Alone on a machine each takes a tenth of a second.
        let took = start.elapsed();
        assert!(took < Duration::from_secs(30), "{shown:?} took {took:?}");
    }
}

/// The YAML test suite, where it lies beside the repository, and some of ours.
fn published_yaml() -> Vec<String> {
    let folder = repository().join("../shared/hostile/yaml-test-suite/src");
    let ours = [
        "a: &b c",
        "- *b",
        "? - a\n: b",
        "a: !!set {b}",
        "%YAML 1.2\n---\na",
        "--- |\n a\n...\n",
        "{a: [b, c",
        "<<: {}",
    ];
    let mut all = ours.map(str::to_owned).to_vec();
    let files = if folder.is_dir() { entries(&folder) } else { Vec::new() };
    for file in files {
        let text = fs::read_to_string(&file).expect("a text");
        let cases: Value = serde_yaml::from_str(&text).expect("YAML");
        let cases = cases.as_sequence().expect("a list").iter();
        all.extend(cases.filter_map(|case| Some(unmasked(case.get("yaml")?.as_str()?))));
    }
    all
}

/// The suite writes what cannot be seen with marks that can.
fn unmasked(text: &str) -> String {
    let text = text.replace('␣', " ").replace('—', "").replace('»', "\t").replace('↵', "");
    text.replace('←', "\r").replace('⇔', "\u{feff}").trim_end_matches("∎\n").to_owned()
}

/// None of them is a letter, so each is refused at a line.
#[test]
fn the_yaml_test_suite_is_refused_as_front_matter() {
    let all = published_yaml();
    assert!(all.len() < 20 || all.len() >= 350, "the suite is whole");
    for chunk in all.chunks(50) {
        let letters: Vec<String> =
            chunk.iter().map(|yaml| format!("---\n{yaml}\n---\nWords.\n")).collect();
        let (_, report) = load(&letters);
        for (number, letter) in letters.iter().enumerate() {
            let path = format!("{FOLDER}/letter-{number}.md");
            assert!(errors(&report).any(|it| it.path() == path), "{letter:?}");
        }
    }
}

/// A letter, with a mistake of each kind in each of its lines.
fn mutated() -> Vec<String> {
    let letter = "---\nkind: monitoring-visit\nvisit: 2\non_site: 2018-01-23/2018-01-24\ndated: 2018-02-15\nsource: https://example.org/\n\
         inspectors:\n  - name: A Name\n    lead: true\nareas: [early help]\nprogress:\n  words: making steady progress\n  level: steady\n\
         findings:\n  - polarity: improving\n    topics: [thresholds]\n    text: Schools understand thresholds.\n\
         measures:\n  - id: cases\n    label: Cases\n    points: {2017-04: 252, 2017-12: 646}\n---\nA lead.\n";
    let lines: Vec<&str> = letter.lines().collect();
    let mistakes: [fn(&str) -> String; 12] = [
        |line| line.replace(':', ""),
        |line| format!("\t{line}"),
        |line| line.replace(": ", ": [") + "\u{0}",
        |line| line.replace(": ", ": {"),
        |line| line.replace(": ", ": \""),
        |line| line.replace(": ", ": *"),
        |line| line.replace(": ", ": !!binary "),
        |line| format!("{line}\n{line}"),
        |line| line.replace(": ", ": [[[[[[[[[[[[[[[[[[["),
        |line| format!("{line}\u{202e}"),
        |line| line.replace(|it: char| it.is_ascii_digit(), "99999999999999999999"),
        |line| line.chars().rev().collect(),
    ];
    let mut all = Vec::new();
    for place in 0..lines.len() {
        for mistake in mistakes {
            let changed = mistake(lines[place]);
            let mut with: Vec<&str> = lines.clone();
            with[place] = &changed;
            all.push(with.join("\n"));
        }
    }
    all
}

#[test]
fn a_letter_with_a_mistake_anywhere_is_told_of_where_it_is() {
    let all = mutated();
    let mut refused = 0;
    for letter in &all {
        let (_, report) = load(std::slice::from_ref(letter));
        let path = format!("{FOLDER}/letter-0.md");
        refused += usize::from(errors(&report).any(|it| it.path() == path));
    }
    assert!(refused >= 150, "{refused} of {} are refused", all.len());
}

#[test]
fn bad_inputs_leave_the_site_as_it_was() {
    let folder = Folder::with_sunderland();
    folder.run(&["build"]).expect(0);
    let before = crate::folder::tree(&folder.path().join("public"));
    for (number, letter) in mutated().iter().chain(&published_yaml()).enumerate() {
        folder.write(&format!("{FOLDER}/letter-{number}.md"), letter);
    }
    folder.write(&format!("{FOLDER}/not-text.md"), b"---\nkind: \xff\xfe\n---\n");
    folder.write(&format!("{FOLDER}/nul.md"), b"---\nkind: \0\n---\n");
    let told = folder.run(&["build", "--format", "json"]).expect(1).stdout;
    assert!(told.lines().count() > 500, "{told}");
    for line in told.lines() {
        let problem: serde_json::Value = serde_json::from_str(line).expect("JSON");
        assert!(problem["line"].is_u64() && problem["file"].is_string(), "{line}");
    }
    assert_eq!(before, crate::folder::tree(&folder.path().join("public")));
}
