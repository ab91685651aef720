//! Slips of YAML: each kind made in good letters, told at once, and mended by what is suggested.

use std::fs;

use letterpress::diagnostics::{Applicability, Diagnostic, Edit, Place};
use proptest::prelude::*;
use proptest::test_runner::Config;

use crate::folder::{Folder, repository, tree};
use crate::repository_content::own_sites;

const LETTER: &str = "content/authorities/sunderland/letter.md";

/// A slip that a program may mend, made in a good letter where the seed says. `None` where the letter has no such place.
pub(crate) type MakeSlip = fn(letter: &str, seed: usize) -> Option<String>;

/// One for each recogniser whose suggestions change no meaning.
pub(crate) const SLIPS: [(&str, MakeSlip); 12] = [
    ("tab", tab),
    ("tab behind a hyphen", tab_behind_hyphen),
    ("space that does not break", odd_space),
    ("bullet", bullet),
    ("number for a hyphen", number),
    ("no space after a hyphen", joined_hyphen),
    ("no space after a colon", joined_colon),
    ("colon in a text", colon),
    ("group not indented", not_indented),
    ("wrong column", column),
    ("no space in braces", joined_in_braces),
    ("no first fence", no_first_fence),
];

/// The lines of the front matter that are so, by their numbers in the file.
fn lines_with(letter: &str, is_meant: impl Fn(&str) -> bool) -> Vec<usize> {
    let lines = letter.split('\n').enumerate().skip(1).take_while(|(_, line)| *line != "---");
    lines.filter(|(_, line)| is_meant(line)).map(|(number, _)| number).collect()
}

/// The letter with one of these lines changed.
fn change(
    letter: &str,
    lines: &[usize],
    seed: usize,
    to: impl Fn(&str) -> String,
) -> Option<String> {
    let number = *lines.get(seed % lines.len().max(1))?;
    let changed = letter
        .split('\n')
        .enumerate()
        .map(|(at, line)| if at == number { to(line) } else { line.to_owned() });
    Some(changed.collect::<Vec<_>>().join("\n"))
}

fn has_key(line: &str) -> bool {
    let line = line.trim_start_matches([' ', '-']);
    line.split_once(": ").is_some_and(|(key, _)| {
        !key.is_empty() && key.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_')
    })
}

fn is_item(line: &str) -> bool {
    line.trim_start().starts_with("- ")
}

/// An item that begins with a letter and has no key.
fn is_text_item(line: &str) -> bool {
    let item = line.trim_start().strip_prefix("- ");
    !has_key(line) && item.is_some_and(|item| item.starts_with(char::is_alphabetic))
}

fn tab(letter: &str, seed: usize) -> Option<String> {
    let lines = lines_with(letter, |line| line.starts_with(' ') && has_key(line));
    change(letter, &lines, seed, |line| format!("\t{}", line.trim_start()))
}

fn tab_behind_hyphen(letter: &str, seed: usize) -> Option<String> {
    change(letter, &lines_with(letter, is_item), seed, |line| line.replacen("- ", "-\t", 1))
}

fn odd_space(letter: &str, seed: usize) -> Option<String> {
    let lines = lines_with(letter, |line| has_key(line) || is_text_item(line));
    change(letter, &lines, seed, |line| {
        let place = if has_key(line) { ": " } else { "- " };
        line.replacen(place, &place.replace(' ', "\u{a0}"), 1)
    })
}

fn bullet(letter: &str, seed: usize) -> Option<String> {
    change(letter, &lines_with(letter, is_item), seed, |line| line.replacen("- ", "•\t", 1))
}

fn number(letter: &str, seed: usize) -> Option<String> {
    change(letter, &lines_with(letter, is_text_item), seed, |line| line.replacen("- ", "1. ", 1))
}

fn joined_hyphen(letter: &str, seed: usize) -> Option<String> {
    let lines = lines_with(letter, |line| is_text_item(line) || is_item(line) && has_key(line));
    change(letter, &lines, seed, |line| line.replacen("- ", "-", 1))
}

fn joined_colon(letter: &str, seed: usize) -> Option<String> {
    let lines = lines_with(letter, |line| {
        let value = line.split_once(": ").map_or("", |(_, value)| value);
        has_key(line) && value.starts_with(|first: char| first.is_alphanumeric() || first == '[')
    });
    change(letter, &lines, seed, |line| line.replacen(": ", ":", 1))
}

fn colon(letter: &str, seed: usize) -> Option<String> {
    let inner = |line: &str| -> Option<(String, String)> {
        let (key, value) = line.split_once(": \"")?;
        let value = value.strip_suffix('"')?;
        let is_plain = value.starts_with(char::is_alphabetic) && !value.contains(['"', '\\', '#']);
        (is_plain && value.contains(": ")).then(|| (key.to_owned(), value.to_owned()))
    };
    let lines = lines_with(letter, |line| has_key(line) && inner(line).is_some());
    change(letter, &lines, seed, |line| {
        inner(line).map_or_else(String::new, |(key, value)| format!("{key}: {value}"))
    })
}

fn not_indented(letter: &str, _: usize) -> Option<String> {
    let start = letter.find("\nprogress:\n")? + "\nprogress:\n".len();
    let group = letter[start..].split('\n').take_while(|line| line.starts_with(' '));
    let length = group.map(|line| line.len() + 1).sum::<usize>();
    let moved = letter[start..start + length].replace("\n  ", "\n");
    Some([&letter[..start], moved.trim_start(), &letter[start + length..]].concat())
}

fn column(letter: &str, seed: usize) -> Option<String> {
    let lines =
        lines_with(letter, |line| line.starts_with("    ") && has_key(line) && !is_item(line));
    change(letter, &lines, seed, |line| match seed % 2 {
        0 => line[1..].to_owned(),
        _ => format!(" {line}"),
    })
}

fn joined_in_braces(letter: &str, seed: usize) -> Option<String> {
    let lines = lines_with(letter, |line| line.trim_start().starts_with("points: {"));
    change(letter, &lines, seed, |line| {
        let (key, value) = line.split_once('{').unwrap_or((line, ""));
        format!("{key}{{{}", value.replacen(": ", ":", 1))
    })
}

fn no_first_fence(letter: &str, _: usize) -> Option<String> {
    letter.strip_prefix("---\n").map(str::to_owned)
}

fn letters() -> Vec<String> {
    let [content, _] = own_sites();
    let files = tree(&content.path().join("content/authorities"));
    let letters = files
        .into_iter()
        .filter(|(path, _)| path.ends_with(".md") && !path.ends_with("authority.md"));
    letters.map(|(_, bytes)| String::from_utf8(bytes).expect("text")).collect()
}

/// What is told of a letter.
fn told(folder: &Folder, letter: &str) -> Vec<Diagnostic> {
    folder.write(LETTER, letter);
    let (_, report) = folder.load();
    report.into_iter().filter(|problem| problem.place.path() == LETTER).collect()
}

/// A text with these edits, which are in order.
fn edited(text: &str, edits: &[&Edit]) -> String {
    let mut edits = edits.to_vec();
    edits.sort_by_key(|edit| (edit.range.start, edit.range.end));
    let (mut all, mut at) = (String::new(), 0);
    for edit in edits {
        assert!(edit.range.start >= at, "{edit:?} overlaps another in {text}");
        all.push_str(&text[at..edit.range.start]);
        all.push_str(&edit.replacement);
        at = edit.range.end;
    }
    all + &text[at..]
}

fn edits_of(problems: &[Diagnostic], is_sure: bool) -> Vec<&Edit> {
    let suggestions = problems.iter().filter_map(|it| it.suggestion.as_ref());
    let wanted =
        suggestions.filter(|it| !is_sure || it.applicability == Applicability::MachineApplicable);
    wanted.flat_map(|it| &it.edits).collect()
}

fn values(letter: &str) -> Option<serde_yaml::Value> {
    let (yaml, _) = letter.strip_prefix("---\n")?.split_once("\n---")?;
    serde_yaml::from_str(yaml).ok()
}

/// What a program may write is what stood there before; or nothing, and the slip is told.
#[test]
fn what_a_program_may_write_says_what_was_meant() {
    let folder = Folder::with_sunderland();
    let letters = letters();
    for (name, slip) in SLIPS {
        let (mut made, mut mended) = (0, 0);
        for (seed, letter) in letters.iter().enumerate() {
            let Some(broken) = slip(letter, seed * 7 + 3) else { continue };
            made += 1;
            let problems = told(&folder, &broken);
            assert!(!problems.is_empty(), "{name} is not told of:\n{broken}");
            let written = edited(&broken, &edits_of(&problems, true));
            if written == broken {
                continue;
            }
            mended += 1;
            let wanted = values(letter);
            assert!(
                wanted.is_some() && values(&written) == wanted,
                "{name}: {problems:#?}\n{written}"
            );
        }
        assert!(made > 0 && mended * 10 >= made * 8, "{name}: {mended} of {made} are mended");
    }
}

/// A slip that is made is one message, wherever it is.
#[test]
fn a_slip_is_told_once_and_nothing_else() {
    let folder = Folder::with_sunderland();
    let letters = letters();
    let codes = |problems: Vec<Diagnostic>| -> Vec<&'static str> {
        let of_yaml = problems.iter().map(Diagnostic::code);
        of_yaml.filter(|code| code.starts_with("yaml-") || code.ends_with("front-matter")).collect()
    };
    for (name, slip) in SLIPS {
        for (seed, letter) in letters.iter().enumerate().step_by(9) {
            assert_eq!(codes(told(&folder, letter)), [""; 0]);
            let Some(broken) = slip(letter, seed * 5 + 1) else { continue };
            let told = codes(told(&folder, &broken));
            assert!(told.len() <= 1, "{name}: {told:?} in\n{broken}");
        }
    }
}

/// Nine slips and nine wrong values of one letter, each at its line.
#[test]
fn nine_slips_and_nine_wrong_values_are_eighteen_problems() {
    let case = repository().join("tests/letters/letter-yaml-nine-and-nine.md");
    let letter = fs::read_to_string(case).expect("a case");
    let problems = told(&Folder::with_sunderland(), &letter);
    let lines: Vec<usize> = problems.iter().map(|it| it.place.positions().0.line).collect();
    let wanted = [2, 3, 4, 5, 6, 8, 10, 12, 13, 15, 17, 19, 20, 22, 25, 26, 29, 31];
    assert_eq!(lines, wanted, "{problems:#?}");
}

/// A letter that had to be mended in memory is still one that others may link to.
#[test]
fn links_to_a_letter_with_a_slip_are_no_dead_ones() {
    let folder = Folder::with_sunderland();
    let facts = "kind: monitoring-visit\nvisit:2\non_site: 2017-02\ndated: 2017-03\nsource: https://a.example/\n";
    folder.write(LETTER, format!("---\n{facts}---\nA visit.\n"));
    let page = "---\ntitle: A page\n---\n[The letter](../authorities/sunderland/letter.md)\n";
    folder.write("content/pages/other.md", page);
    let (_, report) = folder.load();
    let codes: Vec<_> = report.diagnostics().iter().map(Diagnostic::code).collect();
    assert!(codes.contains(&"yaml-colon") && !codes.contains(&"dead-link"), "{codes:?}");
}

fn pieces() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "kind", "visit", "findings", "progress", "words", "text", "topics", "areas", "points",
        "id", ": ", ":", "\n", "\n  ", "\n    ", "\n\t", "\n---\n", "- ", "-", "• ", "1. ", "[",
        "]", "{", "}", "\"", "'", "a", "é", "\u{a0}", "\u{f0b7}", "#", " #", "|", ">", "&a", "*a",
        "2015-11", "1,252", ",", "\\", "\n\n",
    ]);
    prop::collection::vec(piece, 0..40).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(Config { cases: 400, failure_persistence: None, ..Config::default() })]

    /// Whatever stands there, what is to be written is in order, in the file, and at characters.
    #[test]
    fn edits_are_in_order_and_in_the_file(yaml in pieces()) {
        let folder = Folder::with_sunderland();
        let letter = format!("---\n{yaml}\n---\nA visit.\n");
        for problem in told(&folder, &letter) {
            let Some(suggestion) = &problem.suggestion else { continue };
            let Place::Span(source, _) = &problem.place else { panic!("{problem:?}") };
            let mut at = 0;
            for edit in &suggestion.edits {
                prop_assert!(edit.range.start >= at, "{problem:?}");
                prop_assert!(source.text.get(edit.range.clone()).is_some(), "{problem:?}");
                at = edit.range.end;
            }
        }
    }

    /// A text that is put in quotes says all that was typed, with the quotation marks of the text; a pair around the whole of
    /// it, and one that was left open, are YAML's.
    #[test]
    fn a_text_in_quotes_says_what_was_typed(typed in "['\"a*@%&!\\[{][ab'\":\\\\,*é]{0,12}[ab'\".]") {
        let folder = Folder::with_sunderland();
        let letter = format!("---\nkind: monitoring-visit\nquotes:\n  - words: {typed}\n---\nA visit.\n");
        let problems = told(&folder, &letter);
        let is_of_yaml = |it: &&Diagnostic| ["yaml-quote", "yaml-mark", "yaml-colon"].contains(&it.code());
        let slips: Vec<Diagnostic> = problems.iter().filter(is_of_yaml).cloned().collect();
        let written = edited(&letter, &edits_of(&slips, false));
        if written != letter {
            let values = values(&written).unwrap_or_else(|| panic!("{written}"));
            let read = values["quotes"][0]["words"].as_str().unwrap_or_else(|| panic!("{written}"));
            let mark = typed.chars().next().expect("a letter");
            let inner = typed.strip_prefix(mark).unwrap_or(&typed);
            let is_quote = mark == '"' || mark == '\'';
            let both = inner.strip_suffix(mark).unwrap_or(inner);
            prop_assert!(
                read == typed || is_quote && (read == inner || read == both),
                "{typed} became {read}"
            );
        }
    }
}
