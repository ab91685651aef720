//! What is said to be a letter's own is held against its text, wherever that lies.

use std::fs;

use proptest::prelude::*;

use crate::folder::{Folder, Run};

const FOLDER: &str = "content/authorities/sunderland";

/// A letter of nobody's, on three pages; a hyphen ends a line, and a sentence runs over a page.
pub(crate) const TEXT: &str = "15 February 2018\n\nDirector of Children’s Services\n\nMonitoring visit to Ayton\n\n\
    This letter is on the visit on 23 and 24 January 2018. The inspectors were Ann Hill and Bob Dale.\n\n\
    Areas covered by the visit\n\n• Early help\n• the front door\n\n\
    Findings\n\n\
    Most care leavers have a good adviser, and 69% of them have a plan. Twelve were spoken to.\n\n\
    \u{c}Multi-\nagency meetings are well attended – but the rec-\nords of them are late for\n\
    \u{c}some children. One parent said: ‘It’s the best thing ever.’ Leaders are making steady progress.\n";

pub(crate) const LETTER: &str = "---\nkind: monitoring-visit\nvisit: 2\non_site: 2018-01-23/2018-01-24\ndated: 2018-02-15\n\
    source: https://letters.example/2.pdf\ninspectors:\n  - {name: Ann Hill, lead: true}\nareas: [early help, the front door]\n\
    progress:\n  words: making steady progress\nfindings:\n\
    \x20 - polarity: strength\n    topics: [thresholds]\n    text: Of the care leavers, 69% have a plan; 12 were asked.\n    \
    words: [Most care leavers have … 69% of them have a plan, Twelve were spoken to]\n    page: [1, 1]\n\
    \x20 - polarity: not-yet\n    topics: [thresholds]\n    text: Records come late to some.\n    \
    words: the records of them are late for some children\n    page: 2\n\
    \x20 - polarity: strength\n    topics: [thresholds]\n    text: Agencies come to meetings.\n    \
    words: \"Multi-agency meetings are well attended - but\"\n    page: 2\n\
    quotes:\n  - {words: It's the best thing ever., speaker: a parent}\n---\nInspectors looked at plans.\n";

fn told(letter: &str, text: &str) -> String {
    run(letter, text, &["check"]).stderr
}

/// Runs the program on a site with this letter and its text.
fn run(letter: &str, text: &str, words: &[&str]) -> Run {
    let folder = Folder::with_sunderland();
    folder.write(&format!("{FOLDER}/2018-02-15-visit-2.md"), letter);
    folder.write(&format!("{FOLDER}/2018-02-15-visit-2.txt"), text);
    folder.run(words)
}

#[test]
fn a_letter_that_has_its_words_is_told_as_held() {
    let told = told(LETTER, TEXT);
    assert!(!told.contains("error") && !told.contains("warning"), "{told}");
    assert!(told.contains("Held 3 findings against the text of 1 letter."), "{told}");
}

#[test]
fn what_the_letter_does_not_have_is_told_at_its_place() {
    for (from, to, rule, line, help) in [
        (
            "Most care leavers",
            "Many care leavers",
            "words-not-in-letter",
            16,
            "Most care leavers have",
        ),
        ("69% of them have a plan,", "69% of them had a plan,", "words-not-in-letter", 16, "have"),
        (
            "are late for some children",
            "are late for children",
            "words-not-in-letter",
            21,
            "late for",
        ),
        ("Twelve were spoken", "welve were spoken", "words-not-in-letter", 16, "spoken to"),
        (
            "[Most care leavers have … 69% of them have a plan,",
            "[69% of them … Most care leavers have,",
            "words-not-in-letter",
            16,
            "order",
        ),
        ("leavers, 69%", "leavers, 96%", "number-not-in-letter", 15, "69% of them"),
        ("12 were asked", "69 were asked", "number-not-in-letter", 15, "69% of them"),
        ("; 12 were", "; 11 were", "number-not-in-letter", 15, "Twelve were spoken to."),
        (
            "Records come late to some",
            "Records come 3 weeks late",
            "number-not-in-letter",
            20,
            "late for",
        ),
        ("page: [1, 1]", "page: [1, 2]", "wrong-page", 17, "write `page: 1`"),
        ("page: 2", "page: 1", "wrong-page", 22, "write `page: 2`"),
        ("making steady", "making good", "not-printed", 11, "steady"),
        ("best thing ever.,", "very best thing.,", "not-printed", 29, "best thing"),
        ("[early help,", "[late help,", "not-printed", 9, ""),
        ("Ann Hill", "Anne Hill", "not-printed", 8, "Ann Hill"),
        ("dated: 2018-02-15", "dated: 2018-02-16", "not-printed", 5, "`printed: 2018-02-15`"),
        (
            "2018-01-23/2018-01-24",
            "2018-01-22/2018-01-24",
            "not-printed",
            4,
            "`on_site: 2018-01-23/2018-01-24`",
        ),
    ] {
        assert!(LETTER.contains(from), "{from}");
        let told = told(&LETTER.replacen(from, to, 1), TEXT);
        let place = format!("2018-02-15-visit-2.md:{line}:");
        let errors = told.matches("error[").count();
        assert_eq!(errors, if from == "dated: 2018-02-15" { 1 } else { errors.min(1) }, "{told}");
        assert!(told.contains(&format!("error[{rule}]")), "{to}: {told}");
        assert!(told.contains(&place) && told.contains(help), "{to}: {told}");
    }
}

/// Where words of the letter are told that are not the editor's own, with how many they are: in a summary, by its own lines,
/// or in the text of the second finding.
fn copied(summary: &str, text: &str) -> Vec<String> {
    let letter = LETTER.replace("    text: Records come late to some.\n", text);
    let (facts, _) = letter.split_once("Inspectors looked at plans.\n").expect("a summary");
    let told = run(&format!("{facts}{summary}"), TEXT, &["check", "--quiet", "--format", "json"]);
    let problems = told.stdout.lines().map(|line| serde_json::from_str(line).expect("JSON"));
    let number = |value: &serde_json::Value| value.as_u64().expect("a number") as usize;
    problems
        .filter(|it: &serde_json::Value| it["code"] == "copied-text")
        .map(|it| {
            let words = it["message"].as_str().expect("a message");
            assert!(!words.contains('\n'), "{words}");
            let count = words.split(' ').nth(1).expect("a number");
            let column = number(&it["column"]);
            match number(&it["line"]).checked_sub(facts.lines().count()) {
                Some(line) => format!("{line}:{column} {count}"),
                None => format!("finding:{column} {count}"),
            }
        })
        .collect()
}

#[test]
fn words_of_the_letter_are_told_where_the_editors_own_should_be() {
    // Each sentence, and at which of its columns how many words of the letter are in a row.
    for (text, run) in [
        ("Most care leavers have a good adviser, and 69% of them.", None),
        ("Most care leavers have a good adviser, and 69% of them have.", Some((1, 12))),
        ("Most care leavers have a good adviser, and 69% of them have a plan.", Some((1, 14))),
        (
            "It says: most CARE leavers have a *good adviser* – and 69% of them have.",
            Some((10, 12)),
        ),
        ("Most care leavers have an adviser, who is good, and 69% of them have a plan.", None),
        // Over the end of a page, and around a hyphen that ends a line.
        (
            "These rec\u{ad}ords of them are late for some children. One parent said: it’s",
            Some((7, 12)),
        ),
        (
            "Multi-agency meetings are well attended - but the records of them are late.",
            Some((1, 12)),
        ),
        // Quoted shortly, and not shortly.
        ("Of all “most care leavers have a good adviser, and 69% of them have” one.", None),
        ("It says ‘Most care leavers have a good adviser, and 69% of them have’ plans.", None),
        (
            "It says ‘Most care leavers have a good adviser, and 69% of them have a’ plan.",
            Some((9, 14)),
        ),
        (
            "It says ‘Most care leavers have a good adviser, and 69% of them have a plan.",
            Some((9, 14)),
        ),
        // A sentence is the letter's own still where a few of its words are quoted.
        ("Most care leavers have a “good adviser”, and 69% of them have a plan.", Some((1, 14))),
        ("“Most care leavers” have a good adviser, and 69% of them have a plan.", None),
        (
            "It says “some”: most care leavers have a good adviser, and 69% of them have.",
            Some((17, 12)),
        ),
    ] {
        let place = |line: &str, before: usize| {
            run.map(|(column, count)| format!("{line}:{} {count}", column + before))
        };
        let found = copied(&format!("Plans.\n\n> {text}\n"), "    text: Plans.\n");
        assert_eq!(found, Vec::from_iter(place("3", 2)), "{text}");
        let written = format!("    text: {}\n", serde_json::to_string(text).expect("JSON"));
        let found = copied("Plans.\n", &written);
        let whole = run.map(|(_, count)| format!("finding:11 {count}"));
        assert_eq!(found, Vec::from_iter(whole), "{text}");
    }
}

#[test]
fn words_of_the_letter_are_told_in_all_that_a_summary_shows() {
    let sentence = "Most care leavers have a good adviser, and 69% of them have a plan.";
    for (summary, places) in [
        (
            "Of plans.\nMost care *leavers* [have](2.md) a\ngood adviser, `and 69%` of\nthem **have**\\\na plan.\n",
            vec!["2:1 14"],
        ),
        (&format!("All.\n\n## {sentence}\n"), vec!["3:4 14"]),
        (
            "- All.\n  - Most care leavers have a good adviser,\n    and 69% of them have a plan.\n",
            vec!["2:5 14"],
        ),
        (&format!("| All |\n|---|\n| {sentence} |\n"), vec!["3:3 14"]),
        (&format!("All[^1].\n\n[^1]: {sentence}\n"), vec!["3:7 14"]),
        (&format!("A&amp;B: M&#111;{}\n", &sentence[2..]), vec!["1:10 14"]),
        (&format!("{sentence} All. {sentence}\n"), vec!["1:1 14", "1:74 14"]),
        // What is listed may be called as the letter calls it.
        ("- Most care leavers have a good adviser\n- and 69% of them have a plan\n", vec![]),
        ("Most care leavers have a good adviser.\n\nAnd 69% of them have a plan.\n", vec![]),
    ] {
        assert_eq!(copied(summary, "    text: Plans.\n"), places, "{summary}");
    }
}

#[test]
fn a_finding_that_is_marked_as_suggested_may_have_the_letters_words() {
    let sentence = "Most care leavers have a good adviser, and 69% of them have a plan.";
    let text = format!("    text: {sentence}\n");
    let suggested = format!("{text}    suggested: true\n");
    assert_eq!(copied("Plans.\n", &suggested), Vec::<String>::new());
    assert_eq!(copied(sentence, &suggested), ["1:1 14"], "the summary may not");
    for (text, is_told) in [(&text, false), (&format!("{text}    suggested: false\n"), true)] {
        let letter = LETTER
            .replace("findings:\n", "suggested: true\nfindings:\n")
            .replace("    text: Records come late to some.\n", text);
        let told = told(&letter, TEXT);
        assert_eq!(told.contains("warning[copied-text]"), is_told, "{told}");
    }
}

#[test]
fn a_letter_whose_text_is_not_at_hand_is_not_held_against_it() {
    let folder = Folder::with_sunderland();
    folder.write(
        &format!("{FOLDER}/2018-02-15-visit-2.md"),
        LETTER.replace("Inspectors looked at plans.", TEXT),
    );
    assert!(!folder.run(&["check"]).stderr.contains("copied-text"));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// Whatever stands in the summary and the letter, what is told stands in the summary.
    #[test]
    fn any_text_is_held_against_any_other(
        summary in "([a-cﬁß“”‘’'\"*_`>#|&;<\\[\\]()^:. \n\u{a0}\u{ad}\u{301}😀-]|a b a b a b a b a b a b a b |&amp;|\n> |\n- ){0,60}",
        text in "([a-cﬁß“’'\" \n\u{c}\u{ad}😀-]|a b a b a b a b ){0,60}",
    ) {
        let folder = Folder::with_sunderland();
        let path = format!("{FOLDER}/2018-02-15-visit-2.md");
        let letter = LETTER.replace("Inspectors looked at plans.\n", &summary);
        let body = letter.find("---\n\n").unwrap_or(0).max(LETTER.find("Inspectors looked").expect("it"));
        folder.write(&path, &letter).write(&path.replace(".md", ".txt"), &text);
        let (_, report) = folder.load();
        for problem in report.diagnostics().iter().filter(|it| it.code() == "copied-text") {
            let place = problem.place.bytes();
            prop_assert!(body <= place.start && place.start < place.end && place.end <= letter.len());
        }
    }
}

#[test]
fn a_wrong_date_of_the_letter_stands_beside_the_right_one() {
    let text = TEXT.replace("15 February 2018", "15 February 2017");
    let right = LETTER.replace("dated: 2018-02-15\n", "dated: 2018-02-15\nprinted: 2017-02-15\n");
    assert!(
        told(LETTER, &text).contains("error[not-printed]: the letter prints the date"),
        "as dated"
    );
    assert!(!told(&right, &text).contains("error"), "{}", told(&right, &text));
    assert!(told(&right, TEXT).contains("error[not-printed]"), "another date is printed");
}

#[test]
fn texts_lie_in_a_folder_that_the_site_names_too() {
    let folder = Folder::with_sunderland();
    let site = fs::read_to_string(folder.path().join("site.toml")).expect("it");
    folder.write(&format!("{FOLDER}/2018-02-15-visit-2.md"), LETTER);
    folder.write("site.toml", format!("{site}\n[letters]\ntexts = \"kept/texts\"\n"));
    let run = folder.run(&["check"]).expect(2);
    assert!(
        run.stderr.contains("error[missing-texts]: there is no folder `kept/texts`"),
        "{}",
        run.stderr
    );
    folder.write("kept/texts/sunderland/2018-02-15-visit-2.txt", TEXT);
    let run = folder.run(&["check"]).expect(0);
    assert!(run.stderr.contains("Held 3 findings"), "{}", run.stderr);
    folder
        .write("kept/texts/sunderland/2018-02-15-visit-2.txt", TEXT.replace("adviser", "advisor"));
    folder.run(&["check"]).expect(0);
    let other = TEXT.replace("late for", "early for");
    folder.write("kept/texts/sunderland/2018-02-15-visit-2.txt", other);
    assert!(folder.run(&["check"]).expect(1).stderr.contains("error[words-not-in-letter]"));
    for path in ["/kept", "c:/kept", "kept\\\\texts", ""] {
        folder.write("site.toml", format!("{site}\n[letters]\ntexts = \"{path}\"\n"));
        let run = folder.run(&["check"]).expect(2);
        assert!(run.stderr.contains("error[bad-setting]"), "{path}: {}", run.stderr);
    }
}

#[test]
fn a_text_of_no_letter_is_told() {
    let folder = Folder::with_sunderland();
    folder.write(&format!("{FOLDER}/visit-9.txt"), TEXT);
    let run = folder.run(&["check"]).expect(1);
    assert!(run.stderr.contains("error[text-without-letter]"), "{}", run.stderr);
    assert!(run.stderr.contains(&format!("--> {FOLDER}/visit-9.txt")), "{}", run.stderr);
}

#[test]
fn sentences_without_a_finding_are_listed() {
    let folder = Folder::with_sunderland();
    folder.write(&format!("{FOLDER}/2018-02-15-visit-2.md"), LETTER);
    let none = folder.run(&["list", "coverage"]).expect(0);
    assert!(none.stderr.contains("No letter's text is at hand"), "{}", none.stderr);
    let text = TEXT.replace("Leaders are making", "Plans are late. Leaders are making");
    folder.write(&format!("{FOLDER}/2018-02-15-visit-2.txt"), text);
    let run = folder.run(&["list", "coverage", "--format", "json"]).expect(0);
    let rows: Vec<serde_json::Value> =
        run.stdout.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect();
    let words: Vec<_> = rows.iter().map(|row| row["words"].as_str().expect("words")).collect();
    assert!(words.contains(&"Plans are late."), "{words:?}");
    assert!(!words.iter().any(|it| it.contains("Twelve") || it.contains("adviser")), "{words:?}");
    assert_eq!(rows[0]["letter"], "2018-02-15-visit-2");
    assert!(rows.iter().any(|row| row["page"] == 3), "{rows:?}");
}

#[test]
fn a_finding_takes_up_one_that_is_there() {
    let folder = Folder::with_sunderland();
    let first = LETTER.replace("visit: 2", "visit: 1").replace("  - polarity: strength\n    topics: [thresholds]\n    text: Of", "  - id: plans\n    aliases: [old-plans]\n    polarity: strength\n    topics: [thresholds]\n    text: Of");
    folder.write(&format!("{FOLDER}/first.md"), first);
    for (follows, message) in [
        ("first#plans", None),
        ("first#old-plans", None),
        ("first#plan", Some("has no finding `plan`")),
        ("frist#plans", Some("the authority has no letter `frist`")),
        ("second#plans", Some("a finding of the same letter")),
    ] {
        let letter =
            LETTER.replacen("    page: 2\n", &format!("    page: 2\n    follows: {follows}\n"), 1);
        folder.write(&format!("{FOLDER}/second.md"), letter);
        let run = folder.run(&["check", "--quiet"]);
        assert_eq!(
            run.stderr.contains("error[unknown-finding]"),
            message.is_some(),
            "{follows}: {}",
            run.stderr
        );
        assert!(run.stderr.contains(message.unwrap_or("")), "{follows}: {}", run.stderr);
    }
}
