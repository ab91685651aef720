//! Texts that could keep the program busy: none takes long, nor a longer one the square of that.

use std::sync::OnceLock;
use std::time::Duration;

use letterpress::diagnostics::is_forbidden;

use crate::entry_points::FACTS;
use crate::folder::Folder;

/// After `pathological_tests.py` of cmark-gfm: what has kept parsers of Markdown busy for minutes, or deep.
fn pathological() -> Vec<String> {
    let many = 50_000;
    let r = |text: &str| text.repeat(many);
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
        notes(40_000),
        headings(9_000),
        anchors(30_000),
        lines(1_000, &|_| ">".repeat(60) + "\n"),
    ]);
    all
}

/// Footnotes, and what refers to each.
fn notes(count: usize) -> String {
    lines(count, &|it| format!("[^{it}]: a\n\n")) + &lines(count, &|it| format!("[^{it}]"))
}

/// Headings as long as an anchor can be, each of them twice: what is told apart by their ends is cut off for a number.
fn headings(count: usize) -> String {
    lines(count / 2, &|it| format!("## {}{it:06}\n\n", "a".repeat(94)).repeat(2))
}

/// Headings, and a link to each.
fn anchors(count: usize) -> String {
    lines(count, &|it| format!("## h{it}\n\n")) + &lines(count, &|it| format!("[a](#h{it})\n"))
}

/// A letter with a finding that had many ids before, and with links to one of them.
fn old_ids(count: usize) -> String {
    let ids = lines(4_900, &|it| format!("old-{it}, "));
    let finding = format!("polarity: mixed, topics: [thresholds], text: Some, aliases: [{ids}]");
    let links = "[a](#old-4899)\n".repeat(count);
    format!("---\n{FACTS}findings: [{{{finding}}}]\n---\n{links}")
}

fn lines(count: usize, line: &dyn Fn(usize) -> String) -> String {
    (0..count).map(line).collect()
}

fn letter(body: &str) -> String {
    let mut text = format!("---\n{FACTS}---\n{}", body.replace(is_forbidden, ""));
    text.truncate(text.floor_char_boundary(1 << 20));
    text
}

/// How long processors work to read a letter, and to make its pages where it has no mistake. The run ends with one of
/// these codes.
fn time_to_check(letter: &str, codes: &[i32]) -> Duration {
    let folder = Folder::with_sunderland();
    folder.write("content/authorities/sunderland/letter.md", letter);
    time_of(&folder, codes)
}

/// The same for a summary that has the words of the letter over and over, with short quotations in it.
fn time_to_prove(count: usize) -> Duration {
    let folder = Folder::with_sunderland();
    let words = lines(count, &|it| format!("some words “{}” and others ", it % 100));
    folder.write("content/authorities/sunderland/letter.md", letter(&words));
    folder.write("content/authorities/sunderland/letter.txt", words);
    time_of(&folder, &[0])
}

fn time_of(folder: &Folder, codes: &[i32]) -> Duration {
    let (run, took) = folder.timed(&["check", "--format", "json"]);
    assert!(
        codes.contains(&run.code.unwrap_or(3)),
        "{}",
        run.stdout.get(..500).unwrap_or(&run.stdout)
    );
    took
}

/// How much more processor time than plain words of a megabyte any text may take. Most take less than these; what grows with the
/// square of a length takes longer by far. One machine is three times as fast as another.
const TIMES_PLAIN_WORDS: u32 = 15;

/// As long as a text may take on this machine.
pub(crate) fn longest() -> Duration {
    static LONGEST: OnceLock<Duration> = OnceLock::new();
    let measure = || time_to_check(&letter(&"Some words and others. ".repeat(43_000)), &[0]);
    *LONGEST.get_or_init(|| measure() * TIMES_PLAIN_WORDS)
}

#[test]
fn no_text_holds_up_the_program() {
    let letters = pathological().into_iter().map(|body| letter(&body));
    for text in letters.chain([old_ids(60_000)]) {
        let shown: String = text.chars().skip(FACTS.len() + 8).take(20).collect();
        let took = time_to_check(&text, &[0, 1]);
        assert!(took < longest(), "{shown:?} took {took:?} of {:?}", longest());
    }
}

/// Of four times the text, four times the work comes, and not sixteen times.
#[test]
fn a_longer_text_takes_no_longer_than_its_length_says() {
    let none = time_to_check(&letter(""), &[0]);
    type Timed<'a> = &'a dyn Fn(usize) -> Duration;
    let kinds: [(&str, usize, Timed<'_>); 4] = [
        ("footnotes", 6_000, &|count| time_to_check(&letter(&notes(count)), &[0])),
        ("headings", 2_400, &|count| time_to_check(&letter(&headings(count)), &[0])),
        ("anchors", 8_000, &|count| time_to_check(&letter(&anchors(count)), &[0])),
        ("words of the letter", 2_000, &time_to_prove),
    ];
    for (kind, count, time) in kinds {
        let work = |count| time(count).saturating_sub(none);
        let (some, more) = (work(count), work(4 * count));
        // The rest is for a machine that is busy, and for what a cache holds no more.
        assert!(more < some * 8 + Duration::from_millis(100), "{kind}: {some:?}, then {more:?}");
    }
}
