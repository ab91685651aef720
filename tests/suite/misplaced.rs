//! One file in the wrong place, under the wrong name or without its lines of hyphens is one message, and none of what
//! follows from it.

use crate::folder::Folder;

const LETTER: &str = "---\nkind: monitoring-visit\nvisit: 2\non_site: 2017-02\ndated: 2017-03\n\
                      source: https://letters.example/2.pdf\nfindings:\n  - polarity: strength\n    topics: [leadership]\n    \
                      text: Leaders lead.\n---\nWords.\n";
const AUTHORITY: &str = "---\nname: Kirklees\nregion: Yorkshire and the Humber\ninspections:\n  - published: 2015-07\n    \
                         overall: inadequate\n---\nA council.\n";
const TOPIC: &str = "---\ntitle: Planning\ngroup: Practice\n---\nOn plans.\n";
const PAGE: &str = "---\ntitle: On this site\nmenu: 2\n---\nWords.\n";

/// Where a file is put, what it holds, and what the one message says.
const MISPLACED: &[(&str, &str, &str)] = &[
    ("content/topics/visit-2.md", LETTER, "move it to the folder of the council"),
    ("content/pages/visit-2.md", LETTER, "move it to the folder of the council"),
    ("content/visit-2.md", LETTER, "move it to the folder of the council"),
    ("content/authorities/visit-2.md", LETTER, "move it to the folder of the council"),
    (
        "content/authorities/sunderland/2017/visit-2.md",
        LETTER,
        "move it to `content/authorities/sunderland/visit-2.md`",
    ),
    ("content/authorities/kirklees/Authority.md", AUTHORITY, "call it `authority.md`"),
    ("content/authorities/kirklees/kirklees.md", AUTHORITY, "call it `authority.md`"),
    ("content/authorities/kirklees/index.md", AUTHORITY, "call it `authority.md`"),
    ("content/authorities/kirklees/Authority.md", "", "call it `authority.md`"),
    (
        "content/authorities/kirklees.md",
        AUTHORITY,
        "move it to `content/authorities/kirklees/authority.md`",
    ),
    (
        "content/topics/kirklees.md",
        AUTHORITY,
        "move it to `content/authorities/kirklees/authority.md`",
    ),
    ("content/pages/planning.md", TOPIC, "move it to `content/topics/`"),
    ("content/authorities/sunderland/planning.md", TOPIC, "move it to `content/topics/`"),
    ("content/topics/on-this-site.md", PAGE, "move it to `content/pages/`"),
    ("content/authorities/sunderland/about.md", PAGE, "move it to `content/pages/`"),
];

#[test]
fn a_file_in_the_wrong_place_is_one_message() {
    for (path, text, help) in MISPLACED {
        let folder = Folder::with_sunderland();
        folder.write(path, text);
        let about_kirklees = LETTER.replace("visit: 2", "visit: 1");
        if path.contains("kirklees") {
            folder.write("content/authorities/kirklees/visit-1.md", &about_kirklees);
        }
        if path.contains("planning") {
            let letter = LETTER.replace("[leadership]", "[planning]");
            folder.write("content/authorities/sunderland/visit-2.md", letter);
        }
        let told = folder.run(&["check", "--quiet"]).expect(1).stderr;
        assert!(told.contains("error[misplaced-file]") && told.contains(help), "{path}: {told}");
        assert!(told.ends_with("\n1 error\n"), "{path}: {told}");
    }
}

/// Files that cannot be read as they stand.
fn unreadable() -> Vec<(&'static str, String)> {
    let (authority, topic, letter) = (
        "content/authorities/kirklees/authority.md",
        "content/topics/planning.md",
        "content/authorities/kirklees/visit-1.md",
    );
    vec![
        (authority, AUTHORITY.replace("region", " region")),
        (authority, String::new()),
        (authority, "Kirklees\n".to_owned()),
        (topic, TOPIC.replace("Planning", "\"Planning")),
        (topic, String::new()),
        (letter, LETTER.replace("visit: 2", "\tvisit: 1")),
        (letter, String::new()),
    ]
}

#[test]
fn what_cannot_be_read_is_not_said_to_be_missing() {
    for (path, text) in unreadable() {
        let folder = Folder::with_sunderland();
        let authority = format!(
            "{}events:\n  - date: 2017-04\n    text: A change.\n    letter: visit-1\n---\n[a](visit-1.md#leadership-1)\n",
            AUTHORITY.trim_end_matches("---\nA council.\n")
        );
        folder.write("content/authorities/kirklees/authority.md", authority);
        folder.write(
            "content/authorities/kirklees/visit-1.md",
            LETTER.replace("visit: 2", "visit: 1"),
        );
        folder.write("content/topics/planning.md", TOPIC);
        let letter = LETTER.replace("[leadership]", "[planning]");
        let letter = format!(
            "{letter}\n[a](authority.md) [b](../../topics/planning.md) [c](/authorities/kirklees/) [d](../kirklees/)\n\
             [e](authority.md#leadership-1)\n"
        );
        folder.write("content/authorities/kirklees/visit-2.md", letter);
        folder.run(&["check"]).expect(0);
        folder.write(path, text);
        let told = folder.run(&["check", "--quiet"]).expect(1).stderr;
        assert!(told.contains(&format!("--> {path}")), "{told}");
        assert!(told.ends_with("\n1 error\n"), "{path}: {told}");
    }
}

/// Letters without one of the two lines, the line of the message, and what it says.
const FENCES: &[(&str, usize, &str)] = &[
    ("kind: monitoring-visit\nvisit: 2\n---\nWords.\n", 1, "the line `---` before this is missing"),
    (
        "\nkind: monitoring-visit\nvisit: 2\n---\nWords.\n",
        2,
        "the line `---` before this is missing",
    ),
    ("kind: monitoring-visit\nvisit: 2\n\nWords.\n", 1, "the line `---` before this is missing"),
    ("--\nkind: monitoring-visit\n---\nWords.\n", 1, "this line does not begin the front matter"),
    ("—\nkind: monitoring-visit\n---\nWords.\n", 1, "this line does not begin the front matter"),
    ("----\nkind: monitoring-visit\n---\nWords.\n", 1, "this line does not begin the front matter"),
    (
        "\n\n---\nkind: monitoring-visit\n---\nWords.\n",
        3,
        "nothing may stand before the front matter",
    ),
    (
        "# Visit 2\n\n---\nkind: monitoring-visit\n---\nWords.\n",
        3,
        "nothing may stand before the front matter",
    ),
    (
        "---\nkind: monitoring-visit\nvisit: 2\nThe second visit.\n",
        4,
        "the front matter has no end before it",
    ),
    (
        "---\nkind: monitoring-visit\nvisit: 2\n\nThe second visit.\n\nMore.\n",
        5,
        "the front matter has no end before it",
    ),
    (
        "---\nkind: monitoring-visit\nvisit: 2\n\n## What works\n\nMore.\n",
        5,
        "the front matter has no end before it",
    ),
    (
        "---\nkind: monitoring-visit\nvisit: 2\n\nThe second visit.\n\n---\n\nMore.\n",
        5,
        "the front matter has no end before it",
    ),
    (
        "---\nkind: monitoring-visit\nareas:\n- plans\n- visits\nThe second visit.\n\n---\n\nMore.\n",
        6,
        "the front matter has no end before it",
    ),
    (
        "---\nkind: monitoring-visit\nvisit: 2\n--\nThe second visit.\n",
        4,
        "this line does not end the front matter",
    ),
    (
        "---\nkind: monitoring-visit\nvisit: 2\n----\nThe second visit.\n\n---\n\nMore.\n",
        4,
        "this line does not end the front matter",
    ),
    ("---\nkind: monitoring-visit\nvisit: 2\n", 3, "the front matter has no end"),
    ("", 1, "this file is empty"),
    ("Words.\n", 1, "the front matter is missing"),
];

#[test]
fn a_missing_line_of_hyphens_is_told_where_it_belongs() {
    for (text, line, message) in FENCES {
        let folder = Folder::with_sunderland();
        folder.write("content/authorities/sunderland/visit-2.md", text);
        let told = folder.run(&["check", "--quiet"]).expect(1).stderr;
        assert!(told.contains(&format!("visit-2.md:{line}:1")), "{text:?}: {told}");
        assert!(told.contains(message), "{text:?}: {told}");
        // What the rest of the file lacks is told as well.
        assert_eq!(told.matches("[missing-front-matter]").count(), 1, "{text:?}: {told}");
    }
}

/// A line that goes on from the text above is none of the body.
#[test]
fn a_second_line_of_a_value_does_not_end_the_front_matter() {
    let folder = Folder::with_sunderland();
    let letter =
        LETTER.replace("Leaders lead.", "Leaders lead\nthe council's services: all of them.");
    folder.write("content/authorities/sunderland/visit-2.md", letter);
    let told = folder.run(&["check", "--quiet"]).expect(1).stderr;
    assert!(!told.contains("missing-front-matter"), "{told}");
}
