//! Bad inputs, others' and ours: none brings the program down or holds it up, and what is refused is told where it is.

use std::fs;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use letterpress::Site;
use letterpress::diagnostics::{Place, Report, Severity, is_forbidden};
use letterpress::plan::Route;
use serde_yaml::Value;

use crate::entry_points::FACTS;
use crate::folder::{Folder, entries, repository};

const FOLDER: &str = "content/authorities/sunderland";

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

/// What is not in the repository may be missing, so that a test says how much it had.
pub(crate) fn tell(what: &str) {
    writeln!(io::stderr(), "{what}").expect("a line");
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
    let published = examples.len();
    // Where that package lies elsewhere, ours stand in: one for each kind of block and of mark.
    let ours = [
        "- a\n\n\n  b",
        "> - ```\n> x",
        "[a]: <b\n\n[a]",
        "|a|\n|-|\n|`|`|",
        "\t- x\n\t\ty",
        "***a** b*",
        "a\n===\n\nb\n---",
        "#\n\n## \n\n####### a",
        "***\n\n- - -\n\n_ _ _",
        "    code\n\n\tcode",
        "~~~ a\n`b`\n~~~~",
        "``` \n\n",
        "1. a\n2) b\n10. c",
        "- a\n - b\n  - c",
        "> a\nb\n\n> c",
        "* * a\n+ b",
        "[a](b \"c\" d)",
        "[a](<b c> 'd')",
        "![a [b](c)](d)",
        "[a][b][c]\n\n[b]: c\n[c]: d",
        "[a]:\n  b\n  'c\nd'\n\n[A]",
        "[]()",
        "[\\]](a)",
        "<https://a.b>",
        "<a@b.c>",
        "www.a.b",
        "&copy; &#35; &amp &nope; &#x1F600;",
        "\\*a\\* \\\na  \nb",
        "`` a ` b ``",
        "**a*b**c*",
        "_a_b_c_",
        "a**\"b\"**c",
        "~~a~b~~",
        "a[^b]\n\n[^b]: c\n    d",
        "[^a]: b\n[^a]: c",
        "|a|b|\n|:-|-:|\n|c|\n|d|e|f|",
        "a|b\n-|-\n\\||c",
        "\"a\" 'b' -- c --- d ...",
        "- [ ] a\n- [x] b",
        "a b",
        "<!-- a -->\n\nb",
        "<b>a</b>\n*c*",
    ];
    examples.extend(ours.map(str::to_owned));
    tell(&format!("{published} published examples of Markdown, {} of ours", ours.len()));
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

/// One of each kind of thing in the YAML test suite, which not every clone has beside it.
const OUR_YAML: [&str; 40] = [
    "a: &b c",
    "- *b",
    "? - a\n: b",
    "a: !!set {b}",
    "%YAML 1.2\n---\na",
    "--- |\n a\n...\n",
    "{a: [b, c",
    "<<: {}",
    "a: b: c",
    "a:\n\tb: c",
    "- a\nb: c",
    "a: 'b",
    "a: \"b\n",
    "a: \"\\x\"",
    "a: |2\n b",
    "a: >-\n b\nc",
    "[a, b]: c",
    "? a",
    "{a: b}}",
    "a: ]",
    "a: @b",
    "a: `b`",
    "%TAG ! tag:a,2000:\n---\na",
    "a: !local b",
    "&a a: *a",
    "!!binary aGk=",
    "a: ~\na: ~",
    "---\n---",
    "...",
    "- - - a",
    "- a:\n  - b\n - c",
    "a: {b: c, b: d}",
    "\"a\": 'b'",
    "a #b: c",
    "#",
    "null",
    "1.5",
    "a: 2018-13-45",
    "? |\n a\n: - b\n",
    "a: *",
];

/// The YAML test suite, where it lies beside the repository, and some of ours.
fn published_yaml() -> Vec<String> {
    let folder = repository().join("../shared/hostile/yaml-test-suite/src");
    let mut all = OUR_YAML.map(str::to_owned).to_vec();
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
    let published = all.len() - OUR_YAML.len();
    assert!(published == 0 || published >= 350, "the suite is whole");
    tell(&format!("{published} published cases of YAML, {} of ours", OUR_YAML.len()));
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
