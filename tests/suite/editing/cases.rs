//! What comes of a change, byte for byte: one table for each kind of change.

use letterpress::edit::{Change, Value, edited, values};
use letterpress::parse::FrontMatter;

use super::{group, list, path, text};

fn set(at: &str, value: Value) -> Change {
    Change::Set { path: path(at), value }
}

fn remove(at: &str) -> Change {
    Change::Remove { path: path(at) }
}

fn insert(at: &str, index: usize, value: Value) -> Change {
    Change::Insert { list: path(at), index, value }
}

fn shift(at: &str, from: usize, to: usize) -> Change {
    Change::Move { list: path(at), from, to }
}

/// Front matter before a change, the change, and front matter after it.
type Case<'a> = (&'a str, Change, &'a str);

fn hold(kind: FrontMatter, cases: &[Case<'_>]) {
    for (before, change, after) in cases {
        let file = |yaml: &str| format!("---\n{yaml}---\n\nWords.\n");
        let made = edited(&file(before), kind, std::slice::from_ref(change));
        assert_eq!(made, Ok(file(after)), "{change:?} in\n{before}");
        // With other ends of lines and a byte order mark it is the same.
        let file = |yaml: &str| format!("\u{feff}{}", file(yaml).replace('\n', "\r\n"));
        let made = edited(&file(before), kind, std::slice::from_ref(change));
        assert_eq!(made, Ok(file(after)), "{change:?} in\n{before}");
    }
}

#[test]
fn a_value_is_set_in_its_own_form() {
    let cases = [
        ("kind: a # note\n", set("kind", text("b")), "kind: b # note\n"),
        ("kind:   'a'  # note\n", set("kind", text("it's")), "kind:   'it''s'  # note\n"),
        ("kind: \"a\"\t# note\n", set("kind", text("b \"c\"")), "kind: \"b \\\"c\\\"\"\t# note\n"),
        ("kind:  # note\nvisit: 1\n", set("kind", text("b")), "kind: b  # note\nvisit: 1\n"),
        ("kind: ~ # note\n", set("kind", text("b")), "kind: b # note\n"),
        ("kind:\n  a # note\nvisit: 1\n", set("kind", text("b")), "kind:\n  b # note\nvisit: 1\n"),
        (
            "source: >- # note\n    one\n    two\n\n# about\nvisit: 1\n",
            set("source", text("three")),
            "source: >- # note\n    three\n\n# about\nvisit: 1\n",
        ),
        (
            "source: |\n   one\n   two\n\nvisit: 1\n",
            set("source", text("a: b\n\n  # c")),
            "source: |\n   a: b\n\n     # c\n\nvisit: 1\n",
        ),
        (
            "source: |2+\n   one\nvisit: 1\n",
            set("source", text("  two\nthree")),
            "source: |2+\n    two\n  three\nvisit: 1\n",
        ),
        (
            "source: one\n  two # note\nvisit: 1\n",
            set("source", text("three")),
            "source: three # note\nvisit: 1\n",
        ),
        (
            "source: One sentence that was written here on a line as wide as this one is and\n  more of it. # note\n",
            set(
                "source",
                text(
                    "Another sentence that is written here in its place, on two lines of the same width.",
                ),
            ),
            "source: Another sentence that is written here in its place, on two lines of the\n  same width. # note\n",
        ),
        (
            "progress: { words : 'a, b' , level: c } # note\n",
            set("progress.words", text("d")),
            "progress: { words : 'd' , level: c } # note\n",
        ),
        (
            "areas: [a,  \"b\", # note\n  c,]\n",
            set("areas.1", text("d")),
            "areas: [a,  \"d\", # note\n  c,]\n",
        ),
        ("areas: [a, b]\n", set("areas.0", text("c, d")), "areas: [\"c, d\", b]\n"),
        ("areas:\n- a\n- b # note\n", set("areas.1", text("c, d")), "areas:\n- a\n- c, d # note\n"),
        (
            "measures:\n  - points: {2017-04: 252}\n",
            set("measures.0.points.2017-04", text("2.5")),
            "measures:\n  - points: {2017-04: 2.5}\n",
        ),
        ("on_site: {2017-04, 2017-05}\n", set("on_site", text("2018")), "on_site: 2018\n"),
    ];
    hold(FrontMatter::Letter, &cases);
}

#[test]
fn a_text_comes_back_as_just_that_text() {
    let texts = [
        "yes",
        "2018",
        "null",
        "~",
        "true",
        "- a",
        "a: b",
        "#x",
        "x #y",
        "",
        "0x1F",
        "1e3",
        ".inf",
        "No",
        "12:30",
        "<<",
        "=",
        "*a",
        "&a",
        "!a",
        "@a",
        "`a`",
        "%a",
        "|",
        ">",
        "[a",
        "{a}",
        "a]",
        "'a'",
        "\"a\"",
        "it's",
        "a\\b",
        "a\"b'c",
        " a",
        "a ",
        "a\tb",
        "a:",
        ":a",
        "?",
        "? a",
        "-",
        "---",
        "...",
        "a\nb",
        "a\n\nb",
        "\na",
        "  a\nb",
        "a\n  b\nc",
        "a\n# b",
        "a\n---\nb",
        "é ü …",
        "a,b",
        "a, b",
        "(a)",
        "007",
        "-1",
        "+1",
        "1_000",
        "2018-02-15",
        "a  b",
        "a \nb",
        "a\n \nb",
    ];
    let files = [
        ("---\ntitle: a\nmenu: 1\n---\n", "title"),
        ("---\ntitle: 'a' # c\nmenu: 1\n---\n", "title"),
        ("---\ntitle: \"a\"\n---\n", "title"),
        ("---\ntitle: >-\n  a\n  b\nmenu: 1\n---\n", "title"),
        ("---\ntitle: |\n  a\n\n  b\n\nmenu: 1\n---\n", "title"),
        ("---\ntitle: a\n  b\nmenu: 1\n---\n", "title"),
        ("---\ntitle:\nmenu: 1\n---\n", "title"),
        ("---\nmenu: 1\n---\n", "title"),
        ("---\nmenu: 1\nchecked: [a, b]\n---\n", "checked.0"),
        ("---\nmenu: 1\nchecked:\n- a # c\n- b\n---\n", "checked.0"),
        ("---\nmenu: 1\nchecked:\n  - >\n   a\n  - b\n---\n", "checked.0"),
    ];
    for (file, at) in files {
        for words in texts {
            let made = edited(file, FrontMatter::Page, &[set(at, text(words))]);
            let made = made.unwrap_or_else(|reason| panic!("{words:?} in {file:?}: {reason}"));
            let read = values(&made).expect("front matter");
            assert_eq!(read.get(&path(at)), Some(&text(words)), "{made}");
            // The project's own reader of the key takes it for a text.
            let is_one = words.is_empty() || title_of(&made).is_none_or(|it| it == words.trim());
            assert!(is_one, "{words:?}: {made}");
        }
    }
}

/// The title as the site has it.
fn title_of(page: &str) -> Option<String> {
    let folder = crate::folder::Folder::new();
    folder.write("site.toml", "title = \"Letters\"\n");
    folder.write("content/pages/a.md", page);
    let (site, report) = folder.load();
    let wrong: Vec<_> =
        report.diagnostics().iter().filter(|it| it.code() == "wrong-type").collect();
    assert!(wrong.is_empty(), "{wrong:?} in {page}");
    let title = site.archive().pages.first().map(|page| page.title.clone());
    title.filter(|title| !title.is_empty())
}

#[test]
fn numbers_and_truth_values_stay_what_they_are() {
    let cases = [
        ("visit: 1\n", set("visit", text("6")), "visit: 6\n"),
        ("visit: '1'\n", set("visit", text("6")), "visit: 6\n"),
        ("visit:\n", set("visit", text("6")), "visit: 6\n"),
        ("kind: a\n", set("visit", text("6")), "kind: a\nvisit: 6\n"),
        ("draft: true # note\n", set("draft", text("false")), "draft: false # note\n"),
        ("dated: 2018\n", set("dated", text("2019")), "dated: 2019\n"),
        ("dated: 2018\n", set("dated", text("2018-01-23")), "dated: 2018-01-23\n"),
        (
            "findings:\n  - page: 1\n    words: a\n",
            set("findings.0.page", list(&["1", "4"])),
            "findings:\n  - page: [1, 4]\n    words: a\n",
        ),
        (
            "findings:\n  - page: 1\n    words: a\n",
            set("findings.0.words", text("2018")),
            "findings:\n  - page: 1\n    words: \"2018\"\n",
        ),
    ];
    hold(FrontMatter::Letter, &cases);
}

#[test]
fn a_new_key_stands_where_editors_write_it() {
    let cases = [
        (
            "kind: a\n# on\ndated: b\n",
            set("visit", text("6")),
            "kind: a\nvisit: 6\n# on\ndated: b\n",
        ),
        ("visit: 6 # note\n", set("kind", text("a")), "kind: a\nvisit: 6 # note\n"),
        ("", set("kind", text("a")), "kind: a\n"),
        ("# only this\n", set("kind", text("a")), "# only this\nkind: a\n"),
        (
            "findings:\n  - polarity: a\n    text: b\n    # rest\n  - id: c\n",
            set("findings.0.id", text("d")),
            "findings:\n  - id: d\n    polarity: a\n    text: b\n    # rest\n  - id: c\n",
        ),
        (
            "findings:\n  - polarity: a\n    text: b\n",
            set("findings.0.topics", list(&["c", "d"])),
            "findings:\n  - polarity: a\n    topics: [c, d]\n    text: b\n",
        ),
        (
            "findings:\n- text: b\n",
            set("findings.0.words", list(&["One thing.", "Another: this."])),
            "findings:\n- text: b\n  words:\n  - One thing.\n  - \"Another: this.\"\n",
        ),
        (
            "kind: a\n\n\nsource: b\n",
            set("progress", group(&[("words", text("c")), ("level", text("d"))])),
            "kind: a\n\n\nsource: b\nprogress:\n  words: c\n  level: d\n",
        ),
        (
            "measures:\n  - points: {2017-04: 252}\n",
            set("measures.0.points.2017-12", text("646")),
            "measures:\n  - points: {2017-04: 252, 2017-12: 646}\n",
        ),
        (
            "progress: {level: c}\n",
            set("progress.words", text("a, b")),
            "progress: {words: \"a, b\", level: c}\n",
        ),
        ("progress: {}\n", set("progress.words", text("a")), "progress: {words: a}\n"),
    ];
    hold(FrontMatter::Letter, &cases);
}

#[test]
fn what_is_removed_takes_its_lines_and_its_notes() {
    let cases = [
        (
            "kind: a\n# about\nvisit: 6 # note\ndated: b\n",
            remove("visit"),
            "kind: a\n# about\ndated: b\n",
        ),
        ("progress:\n  words: a\n  # level\nfindings: []\n", remove("progress"), "findings: []\n"),
        ("progress:\n  words: a\n", remove("progress.words"), "progress: {}\n"),
        (
            "areas: # as printed\n  - a\nvisit: 1\n",
            remove("areas.0"),
            "areas: [] # as printed\nvisit: 1\n",
        ),
        (
            "areas:\n  # of a\n  - a # note\n  # of b\n  - b\n",
            remove("areas.0"),
            "areas:\n  # of b\n  - b\n",
        ),
        (
            "areas:\n  - a\n\n  # of b\n  - b\n\n  - c\n\nvisit: 1\n",
            remove("areas.1"),
            "areas:\n  - a\n\n  - c\n\nvisit: 1\n",
        ),
        (
            "findings:\n  - id: a # note\n    text: b\n",
            remove("findings.0.id"),
            "findings:\n  - text: b\n",
        ),
        (
            "findings:\n  - id: a\n    # of b\n    text: b\n",
            remove("findings.0.id"),
            "findings:\n  -\n    # of b\n    text: b\n",
        ),
        ("areas: [a, b, c]\n", remove("areas.0"), "areas: [b, c]\n"),
        ("areas: [a, b, c]\n", remove("areas.1"), "areas: [a, c]\n"),
        ("areas: [a, b, c] # note\n", remove("areas.2"), "areas: [a, b] # note\n"),
        ("areas: [a]\n", remove("areas.0"), "areas: []\n"),
        (
            "areas: [\n  a, # one\n  b, # two\n]\n",
            remove("areas.0"),
            "areas: [\n   # one\n  b, # two\n]\n",
        ),
        (
            "measures:\n  - points: {2017-04: 252, 2017-12: 646}\n",
            remove("measures.0.points.2017-12"),
            "measures:\n  - points: {2017-04: 252}\n",
        ),
    ];
    hold(FrontMatter::Letter, &cases);
}

#[test]
fn a_new_item_stands_at_its_index() {
    let cases = [
        ("areas:\n- a\n- b\n", insert("areas", 1, text("c")), "areas:\n- a\n- c\n- b\n"),
        (
            "areas:\n  # of a\n  - a\n  # of none\nvisit: 1\n",
            insert("areas", 0, text("c")),
            "areas:\n  - c\n  # of a\n  - a\n  # of none\nvisit: 1\n",
        ),
        (
            "areas:\n  - a\n    # more of a\n  # of none\nvisit: 1\n",
            insert("areas", 1, text("c d")),
            "areas:\n  - a\n    # more of a\n  - c d\n  # of none\nvisit: 1\n",
        ),
        ("areas:\n - a\n\n - b\n", insert("areas", 2, text("c")), "areas:\n - a\n\n - b\n\n - c\n"),
        ("areas: [a, b]\n", insert("areas", 0, text("c d")), "areas: [c d, a, b]\n"),
        ("areas: [a, b] # n\n", insert("areas", 2, text("c")), "areas: [a, b, c] # n\n"),
        ("areas: []\n", insert("areas", 0, text("c")), "areas: [c]\n"),
        ("areas: # n\n", insert("areas", 0, text("c d")), "areas: # n\n  - c d\n"),
        (
            "areas: [\n  a, # one\n  b # two\n]\n",
            insert("areas", 2, text("c")),
            "areas: [\n  a, # one\n  b, # two\n  c\n]\n",
        ),
        (
            "areas: [\n  a, # one\n  b, # two\n]\n",
            insert("areas", 1, text("c")),
            "areas: [\n  a, # one\n  c,\n  b, # two\n]\n",
        ),
        ("kind: a\n", insert("areas", 0, text("c d")), "kind: a\nareas:\n  - c d\n"),
        (
            "findings: [] # none yet\nquotes:\n",
            insert("findings", 0, group(&[("id", text("a")), ("topics", list(&["b"]))])),
            "findings: # none yet\n  - id: a\n    topics: [b]\nquotes:\n",
        ),
        (
            "findings:\n- id: a\n",
            insert("findings", 1, group(&[("id", text("b")), ("words", list(&["c d", "e f"]))])),
            "findings:\n- id: a\n- id: b\n  words:\n  - c d\n  - e f\n",
        ),
    ];
    hold(FrontMatter::Letter, &cases);
}

#[test]
fn an_item_moves_with_its_notes() {
    let cases = [
        (
            "areas:\n  # of a\n  - a # a\n\n  - |\n    b\n    # b\n    # more of b\n  - c\n# below\nvisit: 1\n",
            shift("areas", 0, 2),
            "areas:\n  - |\n    b\n    # b\n    # more of b\n\n  - c\n  # of a\n  - a # a\n# below\nvisit: 1\n",
        ),
        (
            "findings:\n- id: a\n  # of text\n  text: b\n- id: c # c\n",
            shift("findings", 1, 0),
            "findings:\n- id: c # c\n- id: a\n  # of text\n  text: b\n",
        ),
        ("areas: [a,b , 'c']\n", shift("areas", 2, 0), "areas: ['c',a , b]\n"),
    ];
    hold(FrontMatter::Letter, &cases);
}

#[test]
fn a_value_of_another_kind_takes_its_place() {
    let cases = [
        (
            "findings:\n  - words: a # note\n    page: 1\n",
            set("findings.0.words", list(&["b c", "d e"])),
            "findings:\n  - words: # note\n      - b c\n      - d e\n    page: 1\n",
        ),
        (
            "findings:\n  - words: # note\n      - a\n      - b\n    page: 1\n",
            set("findings.0.words", text("c")),
            "findings:\n  - words: c # note\n    page: 1\n",
        ),
        (
            "on_site: 2018-01-23/2018-01-24 # note\n",
            set("on_site", list(&["2018-01-23", "2018-01-25"])),
            "on_site: [2018-01-23, 2018-01-25] # note\n",
        ),
        (
            "areas:\n  - a b # of a\n  - c d\n  - e f\n",
            set("areas", list(&["a b", "g h", "i j", "e f"])),
            "areas:\n  - a b # of a\n  - g h\n  - i j\n  - e f\n",
        ),
        (
            "findings:\n  - id: a # id\n    text: b # text\n    page: 1\n",
            set(
                "findings.0",
                group(&[("text", text("c")), ("id", text("a")), ("key", text("true"))]),
            ),
            "findings:\n  - id: a # id\n    key: true\n    text: c # text\n",
        ),
    ];
    hold(FrontMatter::Letter, &cases);
}

#[test]
fn only_changed_lines_of_the_text_are_written() {
    let file = "---\nkind: a\r\n---\r\n\nOne.\r\nTwo.\nThree.\r\n";
    let body = |words: &str| edited(file, FrontMatter::Letter, &[Change::Body(words.to_owned())]);
    let same = body("\nOne.\nTwo.\nThree.\n").expect("an edit");
    assert_eq!(same, file);
    let made = body("\nOne.\nThree.\nFour.").expect("an edit");
    assert_eq!(made, "---\nkind: a\r\n---\r\n\nOne.\r\nThree.\r\nFour.");
    let open = edited("---\nkind: a\n---", FrontMatter::Letter, &[Change::Body("A.\n".to_owned())]);
    assert_eq!(open.as_deref(), Ok("---\nkind: a\n---\nA.\n"));
}

#[test]
fn changes_follow_one_another() {
    let changes = [
        set("kind", text("b")),
        insert("findings", 0, group(&[("id", text("x"))])),
        set("findings.0.text", text("Words.")),
        insert("findings", 1, group(&[("id", text("z")), ("text", text("More."))])),
        shift("findings", 1, 0),
        remove("findings.1.id"),
    ];
    let made = edited("---\nkind: a\n---\n", FrontMatter::Letter, &changes);
    let wanted = "---\nkind: b\nfindings:\n  - id: z\n    text: More.\n  - text: Words.\n---\n";
    assert_eq!(made.as_deref(), Ok(wanted));
}

#[test]
fn notes_of_the_program_go_and_those_of_others_stay() {
    let file = "---\r\n#: Look at each.\nkind: a #: unsure\nvisit: 1 # mine\n# A note.\naddressed_to: \"A #: b\" #: c\n\
                findings:\n  #: Line 4\n  - id: x\n    text: |\n      #: words\n      more #: words\n    polarity: mixed  #:  \
                no note\n  #: the last\n---\n#: Below.\n";
    let made = edited(file, FrontMatter::Letter, &[Change::RemoveNotes]).expect("an edit");
    let wanted = "---\r\nkind: a\nvisit: 1 # mine\n# A note.\naddressed_to: \"A #: b\"\nfindings:\n  - id: x\n    \
                  text: |\n      #: words\n      more #: words\n    polarity: mixed\n---\n#: Below.\n";
    assert_eq!(made, wanted);
}
