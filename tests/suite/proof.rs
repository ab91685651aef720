//! What is said to be a letter's own is held against its text, wherever that lies.

use std::fs;

use crate::folder::Folder;

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
    let folder = Folder::with_sunderland();
    folder.write(&format!("{FOLDER}/2018-02-15-visit-2.md"), letter);
    folder.write(&format!("{FOLDER}/2018-02-15-visit-2.txt"), text);
    folder.run(&["check"]).stderr
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
