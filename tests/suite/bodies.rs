//! Bodies: what is pasted into them, notes, quotation marks, and characters that nobody sees.

use std::fs;

use crate::folder::{Folder, repository};

const LETTER: &str = "content/authorities/sunderland/letter.md";

/// A site with a letter that has this body.
fn folder_with(body: &str) -> Folder {
    let folder = Folder::with_sunderland();
    let case = repository().join("tests/letters/letter-pasted-columns.md");
    let text = fs::read_to_string(case).expect("a case");
    let (front_matter, _) = text.split_once("---\nYear").expect("a body");
    folder.write(LETTER, format!("{front_matter}---\n{body}"));
    folder
}

/// What is told of a body, as codes.
fn told(body: &str) -> Vec<String> {
    let run = folder_with(body).run(&["check", "--format", "json"]);
    let lines = run.stdout.lines().map(|line| serde_json::from_str(line).expect("JSON"));
    lines
        .map(|problem: serde_json::Value| problem["code"].as_str().expect("a code").to_owned())
        .collect()
}

fn page(body: &str) -> String {
    let folder = folder_with(body);
    folder.run(&["build"]).expect(0);
    let path = folder.path().join("public/authorities/sunderland/letter/index.html");
    fs::read_to_string(path).expect("a page")
}

#[test]
fn characters_that_nobody_sees_are_refused() {
    for character in [
        '\u{e0001}',
        '\u{e0041}',
        '\u{e007f}',
        '\u{e0100}',
        '\u{2060}',
        '\u{2061}',
        '\u{2064}',
        '\u{2065}',
        '\u{206a}',
        '\u{206f}',
        '\u{180e}',
        '\u{180b}',
        '\u{115f}',
        '\u{1160}',
        '\u{3164}',
        '\u{ffa0}',
        '\u{2800}',
        '\u{34f}',
        '\u{17b4}',
        '\u{17b5}',
        '\u{1d173}',
        '\u{1d17a}',
        '\u{fff9}',
        '\u{fffb}',
        '\u{fe00}',
        '\u{fe0f}',
        '\u{200b}',
        '\u{1bca0}',
        '\u{e0fff}',
    ] {
        let codes = told(&format!("Plans{character} are late.\n"));
        assert_eq!(codes, ["control-character"], "U+{:04X}", u32::from(character));
    }
    let spelt = "A flag \u{1f3f4}\u{e0069}\u{e0067}\u{e006e}\u{e006f}\u{e0072}\u{e0065}\u{e007f} that is none.\n";
    assert_eq!(told(spelt), ["control-character"]);
}

#[test]
fn flags_and_signs_of_their_places_stay() {
    let flags = ["gbeng", "gbsct", "gbwls"].map(|nation| {
        let tags = nation.bytes().filter_map(|it| char::from_u32(0xe_0000 + u32::from(it)));
        format!("\u{1f3f4}{}\u{e007f}", tags.collect::<String>())
    });
    let body = format!(
        "{} &amp; \u{2764}\u{fe0f} \u{260e}\u{fe0e} 1\u{fe0f}\u{20e3} \u{845b}\u{e0100} na\u{200c}m co\u{ad}operate.\n",
        flags.join(" ")
    );
    assert_eq!(told(&body), [""; 0]);
}

/// Nothing is told of what is right, or may be.
#[test]
fn what_is_right_is_not_told() {
    let bodies = [
        "- One\n- Two\n  - Three\n\n1. One\n2. Two\n\n* One\n* Two\n\n1) One\n2) Two\n",
        "Plans [sic] (see below) and [1] (2017), a note [a](authority.md) in ([b](authority.md)).\n",
        "Plans are late\n– and that for years – in all areas.\n",
        "> It is good.\n>\n> — A parent\n",
        "```\n• code\n##code\n[a] (b.md)\n    set in\n\tone\ttwo\n```\n\n`•` and `[a] (b.md)` and `##x`.\n",
        "| One | Two |\n|---|---|\n| • | [a](authority.md) |\n",
        "## What works\n\n### Plans #2 and #3\n\nNo #1 priority.\n\nA rule:\n\n---\n\nSource: a letter.\n",
        "Text\n---\n\nMore\n",
        "A \\[word\\](in brackets) and \\*\\*stars\\*\\*, 2 * 3 * 4, **strong** and ***both***.\n",
        "[ref]: authority.md\n\nSee [ref] and [it][ref].\n",
        "One[^1] and two[^1], three[^b].\n\n[^1]: A note, with another[^c].\n\n    Its second paragraph.\n\n[^b]: B.\n[^c]: C.\n",
        "«CAFÉ» and Â, Ã, château, naïve, £5, 5° and “quoted” ‘words’ – dash — 50 % …\n",
        "o’clock, or so,\nof all. O Brien. A. Smith\nwrote it. I. Two.\n",
        "§ 17 of the Act.\n",
        "Offices • Plans\n",
        "[Ofsted](https://example.org/a_(b)) and <https://example.org/>.\n",
        "- One\n\n  its second paragraph\n\n  - Two\n\n    and its second\n",
    ];
    for body in bodies {
        assert_eq!(told(body), [""; 0], "{body}");
    }
}

#[test]
fn what_is_pasted_is_told() {
    let bodies = [
        ("• One\n• Two\n", "pasted-bullet"),
        ("Text\n\n●One\n", "pasted-bullet"),
        ("- • One\n- • Two\n", "pasted-bullet"),
        ("· One\n· Two\n", "pasted-bullet"),
        ("\u{f0a7} One\n\n\u{f0a7} Two\n", "pasted-bullet"),
        ("\u{f0d8}\tOne\n", "pasted-bullet"),
        ("o One\no Two\n", "pasted-bullet"),
        ("(a)\tOne\n(b)\tTwo\n", "pasted-bullet"),
        ("iv.\tOne\n", "pasted-bullet"),
        ("a) One\nb) Two\n", "pasted-bullet"),
        ("1.One\n2.Two\n", "pasted-bullet"),
        ("*\u{a0}One\n", "pasted-bullet"),
        ("—\tOne\n", "pasted-bullet"),
        ("One\ttwo\n", "pasted-columns"),
        ("##Heading\n", "odd-heading"),
        ("###\u{a0}Heading\n", "odd-heading"),
        ("\u{a0}## Heading\n", "odd-heading"),
        ("#Heading\n", "odd-heading"),
        ("[a] (authority.md)\n", "odd-link"),
        ("[a]\u{a0}(https://example.org)\n", "odd-link"),
        ("[a](b c.md)\n", "odd-link"),
        ("![a](b c.png)\n", "odd-link"),
        ("(a)[https://example.org]\n", "odd-link"),
        ("[a][authority.md]\n", "odd-link"),
        ("a[^9]\n", "missing-note"),
        ("a\n\n[^9]: b\n", "missing-note"),
        ("a[^9]\n\n[^9]: b\n\n[^9]: c\n", "duplicate-note"),
        ("---\nkind: monitoring-visit\nvisit: 3\n---\nText\n", "second-front-matter"),
        ("Text\n\nkind: monitoring-visit\nvisit: 3\n---\n", "second-front-matter"),
        ("childrenâ€™s\n", "garbled-text"),
        ("Â£5\n", "garbled-text"),
        ("â€œwell\n", "garbled-text"),
        ("one Â\u{a0}two\n", "garbled-text"),
        ("plans \u{fffd}\n", "garbled-text"),
        ("plans \u{fffc}\n", "garbled-text"),
        ("childrenÃ¢â‚¬â„¢s\n", "garbled-text"),
        ("plans \u{e000}\n", "garbled-text"),
        ("plans \u{f0000}\n", "garbled-text"),
        ("ðŸ˜€\n", "garbled-text"),
        ("Text\n\n    code\n", "indented-code"),
        ("Text\n\n\tcode\n", "indented-code"),
        ("** bold **\n", "odd-emphasis"),
    ];
    for (body, code) in bodies {
        assert_eq!(told(body), [code], "{body}");
    }
}

#[test]
fn quotation_marks_without_a_partner_stay_closing() {
    let html = page(
        "First.\n\n- \"It begins here\n- and ends here.\"\n\nA 6\" gap; *it ends here.\"* Then \"all\" (\"*good*\") \
         and —\"*well*\".\n\nRock 'n' roll of the '80s and '90s' best, 'quoted' words, 'Tis and '07.\n",
    );
    for right in [
        "<li>“It begins here</li>\n<li>and ends here.”</li>",
        "A 6” gap; <em>it ends here.”</em> Then “all” (“<em>good</em>”) and —“<em>well</em>”.",
        "Rock ’n’ roll of the ’80s and ’90s’ best, ‘quoted’ words, ’Tis and ’07.",
    ] {
        assert!(html.contains(right), "{right}: {html}");
    }
}

#[test]
fn notes_stand_at_the_end_in_the_order_of_their_marks() {
    let html = page(
        "[^b]: The second.\n\nOne[^A], two[^b], one again[^a].\n\n[^a]: The first, with another[^c].\n\nThe end.\n\n\
         [^c]: The *third*.\n\n[^unused]: Not used.\n",
    );
    let (text, notes) = html.split_once("<section class=\"footnotes\"").expect("notes");
    assert!(text.contains("<p>The end.</p>") && !text.contains("The first"), "{html}");
    let notes = notes.split_once("</section>").expect("an end").0;
    let at = |words: &str| notes.find(words).unwrap_or_else(|| panic!("{words}: {notes}"));
    assert!(at("The first") < at("The second") && at("The second") < at("The <em>third</em>"));
    assert!(!html.contains("Not used"));
    for (anchor, link) in [
        ("id=\"note_1\"", "href=\"#note_1\""),
        ("id=\"note_1_mark\"", "href=\"#note_1_mark\""),
        ("id=\"note_1_mark_2\"", "href=\"#note_1_mark_2\""),
        ("id=\"note_3_mark\"", "href=\"#note_3_mark\""),
    ] {
        assert_eq!(html.matches(anchor).count(), 1, "{anchor}: {html}");
        assert!(html.contains(link), "{link}: {html}");
    }
    let description = "content=\"One, two, one again.\">";
    assert!(html.contains(description), "a note is no description: {html}");
}

/// Some programs sort the keys of what they save: the page is the same.
#[test]
fn judgements_stand_in_the_order_of_reports() {
    let site = |judgements: &str| {
        let folder = Folder::with_sunderland();
        let inspection = "inspections:\n  - published: 2015-07-20\n    framework: SIF\n    overall: inadequate\n";
        let text = format!(
            "---\nname: Sunderland\n{inspection}    judgements: {{{judgements}}}\n---\nA city.\n"
        );
        folder.write("content/authorities/sunderland/authority.md", text);
        folder.run(&["build"]).expect(0);
        crate::folder::tree(&folder.path().join("public"))
    };
    let in_order =
        site("help-and-protection: inadequate, care-leavers: good, leadership: inadequate");
    assert_eq!(
        in_order,
        site("care-leavers: good, help-and-protection: inadequate, leadership: inadequate")
    );
}
