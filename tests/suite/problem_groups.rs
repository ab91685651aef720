//! Warnings of one kind in one file are told as one to people, and each by itself to programs.

use serde_json::Value;

use crate::folder::Folder;
#[cfg(feature = "preview")]
use crate::preview_server::Served;

const LETTER: &str = "content/authorities/sunderland/visit-1.md";

fn draft(findings: &str) -> String {
    format!(
        "---\nkind: monitoring-visit\nvisit: 1\ndraft: true\non_site: 2016-08-04/2016-08-05\ndated: 2016-09-02\n\
         source: https://letters.example/visit-1.pdf\n{findings}---\nA summary.\n"
    )
}

fn suggested(count: usize) -> String {
    let finding = |number| {
        format!(
            "  - polarity: strength\n    topics: [thresholds]\n    suggested: true\n    text: The work on {number} is \
             good.\n"
        )
    };
    format!("findings:\n{}", (1..=count).map(finding).collect::<String>())
}

fn with_suggested(count: usize) -> Folder {
    let folder = Folder::with_sunderland();
    folder.write(LETTER, draft(&suggested(count)));
    folder
}

fn json(folder: &Folder, arguments: &[&str], code: i32) -> Vec<Value> {
    let told = folder.run(&[arguments, &["--format", "json"]].concat()).expect(code).stdout;
    told.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect()
}

#[test]
fn twenty_one_of_a_kind_are_one_message_with_their_lines() {
    let folder = with_suggested(21);
    let told = folder.run(&["check", "--drafts"]).expect(0).stderr;
    assert_eq!(told.matches("warning[suggested-finding]").count(), 1, "{told}");
    assert!(told.contains("and 20 more like it below: lines 15, 19, 23,"), "{told}");
    assert!(told.contains(" and 91\n"), "{told}");
    assert_eq!(json(&folder, &["check", "--drafts"], 0).len(), 21);

    let github = folder.run(&["check", "--drafts", "--format", "github"]).expect(0).stdout;
    assert_eq!(github.matches("::warning ").count(), 1, "{github}");
    assert!(github.contains("%0Aand 20 more like it below: lines 15, "), "{github}");
    // The log has each, where it stands.
    assert_eq!(github.matches("visit-1.md:").count(), 20, "{github}");
    let run = folder.run_as_step(&["check", "--drafts", "--format", "github"], "summary");
    assert_eq!(run.code, Some(0));
    let summary = std::fs::read_to_string(folder.path().join("summary")).expect("a summary");
    assert!(summary.contains("### Letterpress: 1 warning\n"), "{summary}");
}

/// An error has to be mended at its place, so it is told there.
#[test]
fn each_error_is_told_by_itself() {
    let folder = with_suggested(3);
    let letter = draft(&suggested(3)).replace("draft: true\n", "");
    folder.write(LETTER, letter);
    let told = folder.run(&["check"]).expect(1).stderr;
    assert_eq!(told.matches("error[suggested-finding]").count(), 3, "{told}");
}

#[test]
fn those_that_say_something_else_say_it_in_their_line() {
    let folder = Folder::with_sunderland();
    let measure = |number: usize| {
        format!(
            "  - id: m{number}\n    label: M{number}\n    topic: thresholds\n    unit: count\n    better: lower\n    \
             points: {{2017-01: {number}}}\n"
        )
    };
    let measures: String = (1..=30).map(measure).collect();
    let body = "##Plans\n\n#Next";
    let letter = draft(&format!("measures:\n{measures}")).replace("A summary.", body);
    folder.write(LETTER, letter);
    let told = folder.run(&["check", "--drafts"]).expect(0).stderr;
    assert_eq!(told.matches("warning[single-point]").count(), 1, "{told}");
    assert!(told.contains("and 29 more of this kind below:\n"), "{told}");
    assert!(told.contains("line 20: `m2` has one figure only\n"), "{told}");
    assert!(told.contains("… and 9 more\n"), "{told}");
    // Where only the help is another, only that is told.
    assert_eq!(told.matches("warning[odd-heading]").count(), 1, "{told}");
    assert!(told.contains(": write `## Next`, with a space"), "{told}");
}

#[test]
fn with_strict_they_are_still_one() {
    let folder = Folder::with_sunderland();
    folder.write(LETTER, draft("").replace("A summary.", "##One\n\n##Two\n\n##Three"));
    let told = folder.run(&["check", "--drafts", "--strict"]).expect(1).stderr;
    assert_eq!(told.matches("error[odd-heading]").count(), 1, "{told}");
    assert!(told.contains("and 2 more of this kind below:\n"), "{told}");
}

#[test]
fn an_inspection_that_is_missing_is_missed_once() {
    let folder = Folder::with_sunderland();
    folder.write("content/authorities/medway/authority.md", "---\nname: Medway\n---\n");
    for (number, year) in [(1, 2017), (2, 2018), (3, 2019)] {
        let letter =
            draft("").replace("draft: true\n", "").replace("visit: 1", &format!("visit: {number}"));
        let letter = letter.replace("2016-", &format!("{year}-"));
        folder.write(&format!("content/authorities/medway/visit-{number}.md"), letter);
    }
    let told = json(&folder, &["check"], 0);
    let missed: Vec<&Value> = told.iter().filter(|it| it["code"] == "no-cycle").collect();
    assert_eq!(missed.len(), 1, "{told:#?}");
    assert_eq!(missed[0]["file"], "content/authorities/medway/authority.md");
    assert_eq!(
        missed[0]["message"],
        "no inspection of Medway is known before the visits of `visit-1.md`, `visit-2.md` and `visit-3.md`"
    );

    // The last of these is after an inspection that opens no cycle: that is another cause.
    let good = "---\nname: Medway\ninspections:\n  - {published: 2018-10-01, overall: good}\n---\n";
    folder.write("content/authorities/medway/authority.md", good);
    let told = json(&folder, &["check"], 0);
    let missed: Vec<&Value> = told.iter().filter(|it| it["code"] == "no-cycle").collect();
    assert_eq!(missed.len(), 2, "{told:#?}");
    let folder_has_it = good.replace("overall: good", "overall: good, monitored: true");
    folder.write("content/authorities/medway/authority.md", folder_has_it);
    assert_eq!(
        json(&folder, &["check"], 0).iter().filter(|it| it["code"] == "no-cycle").count(),
        1
    );
}

/// It stays the last until something changes.
#[cfg(feature = "preview")]
#[test]
fn a_preview_says_its_address_last() {
    let folder = with_suggested(21);
    for arguments in [&["--drafts"][..], &["--drafts", "--quiet"]] {
        let served = Served::start(folder.path(), arguments);
        // The index of the search is made then.
        served.until("pagefind/pagefind.js", |file| file.status != 503);
        let said = String::from_utf8(served.said()).expect("words");
        assert!(said.contains("suggested-finding"), "{said}");
        let last = said.lines().last().expect("a line");
        assert!(last.starts_with("Ready in ") && last.ends_with(&served.base), "{said}");
        assert!(last.contains(&format!("http://{}", served.host)), "{said}");
    }
}
