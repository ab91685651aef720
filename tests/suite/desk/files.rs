//! Pages of files: each is shown and nothing written by that, slips of YAML can be mended, each step of an editor leaves in
//! the file exactly what it says, and what is saved is what `check` and the page see.

use std::fs;
use std::io::Write;
use std::process::Command;
use std::thread;
use std::time::Duration;

use serde_json::{Value as Json, json};

use super::browser::{Desk, fingerprint, of_file, version};
use super::steps::way;
use crate::folder::{Folder, everything};
use crate::repository_content::own_sites;

const FILE: &str = "content/authorities/sunderland/visit-1.md";
const PAGE: &str = "authorities/sunderland/visit-1/";
const TABS: [&str; 6] = ["findings", "facts", "summary", "page", "file", "publish"];

const LETTER: &str = r#"---
kind: monitoring-visit
visit: 1
on_site: 2016-08-04/2016-08-05
dated: 2016-09-02
source: none # none is known
draft: true
inspectors:
  - name: Vera Example # leads
    lead: true
  - name: Max Example
areas: [early help, "the front door"]
findings:
  # the first
  - id: leaders-know
    polarity: strength # praised
    topics: [leadership]
    text: Leaders know what to improve.
    words: Leaders know. They improve.
    page: 1
  - polarity: not-yet
    topics: [thresholds]
    text: 'Thresholds are high.'
    words: thresholds are high
    page: 2
    suggested: true
---
A summary.
"#;

const LETTER_TEXT: &str =
    "Leaders know. They improve.\n\u{c}Work is slow. But thresholds are high.\n";

const FIRST: &str = "  # the first\n  - id: leaders-know\n    polarity: strength # praised\n    topics: [leadership]\n    text: Leaders know what to improve.\n    words: Leaders know. They improve.\n    page: 1\n";
const SECOND: &str = "  - polarity: not-yet\n    topics: [thresholds]\n    text: 'Thresholds are high.'\n    words: thresholds are high\n    page: 2\n    suggested: true\n";

fn site() -> Folder {
    let folder = Folder::with_sunderland();
    folder.write(FILE, LETTER).write(&FILE.replace(".md", ".txt"), LETTER_TEXT);
    folder
}

fn text(folder: &Folder) -> String {
    fs::read_to_string(folder.path().join(FILE)).expect("a text")
}

#[test]
fn every_file_of_the_content_opens_and_stays_as_it_is() {
    let [folder, _] = own_sites();
    let desk = Desk::open(folder.path());
    let before = everything(folder.path());
    let files: Vec<String> = before.keys().map(|path| path.display().to_string()).collect();
    let files: Vec<&String> =
        files.iter().filter(|path| path.starts_with("content/") && path.ends_with(".md")).collect();
    assert!(files.len() > 90, "{}", files.len());
    for file in files {
        let text = String::from_utf8(before[std::path::Path::new(file)].clone()).expect("a text");
        for tab in TABS {
            let page = desk.open_file(file, tab);
            assert_eq!(page.status, 200, "{file}, {tab}: {}", page.body);
            assert_eq!(version(&page.body), fingerprint(&text), "{file}, {tab}");
            assert!(!page.body.contains("cannot be read"), "{file}, {tab}");
        }
        // Written as it is shown, it is the same.
        let told = desk.step(
            file,
            &fingerprint(&text),
            &json!({"file": {"text": text.replace("\r\n", "\n")}}),
        );
        assert_eq!((told.status, told.error), (200, None), "{file}");
    }
    assert!(everything(folder.path()) == before);
}

/// What a step makes of the letter: what stands in the place of what.
#[test]
fn each_step_leaves_exactly_what_it_says() {
    let write = |path: &str, value: &str| json!({"write": {"path": path, "value": value}});
    let finding = |index: usize, what: Json| json!({"finding": {"index": index, "do": what}});
    let both = format!("{FIRST}{SECOND}");
    let steps: Vec<(Json, &str, String)> = vec![
        (write("findings.0.text", "Plans: late"), "text: Leaders know what to improve.", "text: \"Plans: late\"".into()),
        (write("findings.1.polarity", "mixed"), "not-yet", "mixed".into()),
        (write("findings.0.topics", "leadership\nthresholds"), "[leadership]", "[leadership, thresholds]".into()),
        (write("findings.1.title", "Thresholds"), "  - polarity: not-yet", "  - title: Thresholds\n    polarity: not-yet".into()),
        (write("findings.1.words", "are high\n\nis slow"), "words: thresholds are high\n", "words:\n      - are high\n      - is slow\n".into()),
        (write("areas", "early help\ncare leavers"), "the front door", "care leavers".into()),
        (write("areas", ""), "areas: [early help, \"the front door\"]\n", String::new()),
        (write("progress.level", "steady"), "findings:", "progress:\n  level: steady\nfindings:".into()),
        (write("inspectors.0.lead", ""), "    lead: true\n", String::new()),
        (write("on_site", "2016-08"), "2016-08-04/2016-08-05", "2016-08".into()),
        (write("visit", " 2 "), "visit: 1", "visit: 2".into()),
        (write("visit", "1"), "", String::new()),
        (json!({"add": {"list": "inspectors"}}), "areas:", "  - name: \"\"\nareas:".into()),
        (json!({"add": {"list": "measures"}}), "---\nA summary", "measures:\n  - id: \"\"\n---\nA summary".into()),
        (json!({"remove": {"list": "inspectors", "index": 0}}), "  - name: Vera Example # leads\n    lead: true\n", String::new()),
        (
            json!({"move": {"list": "inspectors", "from": 0, "to": 1}}),
            "  - name: Vera Example # leads\n    lead: true\n  - name: Max Example\n",
            "  - name: Max Example\n  - name: Vera Example # leads\n    lead: true\n".into(),
        ),
        (json!({"move": {"list": "findings", "from": 1, "to": 0}}), &both, format!("{SECOND}{FIRST}")),
        (
            finding(0, json!("join")),
            &both,
            "  # the first\n  - id: leaders-know\n    polarity: strength # praised\n    topics: [leadership, thresholds]\n    \
             text: Leaders know what to improve. Thresholds are high.\n    words:\n      - Leaders know. They improve.\n      \
             - thresholds are high\n    page: [1, 2]\n    suggested: true\n".into(),
        ),
        (
            finding(0, json!({"split": {"behind": null}})),
            " They improve.\n    page: 1\n",
            "\n    page: 1\n  - polarity: improving\n    topics: [leadership]\n    text: They improve.\n    \
             words: They improve.\n    page: 1\n    suggested: true\n".into(),
        ),
        (
            finding(0, json!({"split": {"behind": "Leaders"}})),
            " know. They improve.\n    page: 1\n",
            "\n    page: 1\n  - polarity: strength\n    topics: [leadership]\n    text: know. They improve.\n    \
             words: know. They improve.\n    page: 1\n    suggested: true\n".into(),
        ),
        (finding(0, json!("discard")), FIRST, String::new()),
        (finding(1, json!("discard")), SECOND, String::new()),
        (
            finding(1, json!("accept")),
            SECOND,
            SECOND.replace("- polarity", "- id: thresholds-high\n    polarity").replace("    suggested: true\n", ""),
        ),
        (
            json!({"claim": {"words": "Work is\nslow.", "index": 0}}),
            SECOND,
            format!("  - polarity: not-yet\n    text: Work is slow.\n    words: Work is slow.\n    page: 2\n    suggested: true\n{SECOND}"),
        ),
        (json!({"body": {"text": "Another.\n\n- one\n"}}), "A summary.\n", "Another.\n\n- one\n".into()),
        (json!({"file": {"text": LETTER.replace("visit: 1", "visit: 7")}}), "visit: 1", "visit: 7".into()),
        (json!("publish"), "draft: true\n", String::new()),
        (
            finding(1, json!({"words": {"words": "Work is\nslow", "is_more": false}})),
            "words: thresholds are high",
            "words: Work is slow".into(),
        ),
        (
            finding(1, json!({"words": {"words": "Leaders know", "is_more": true}})),
            "words: thresholds are high\n    page: 2\n",
            "words:\n      - thresholds are high\n      - Leaders know\n    page: [2, 1]\n".into(),
        ),
        (
            finding(0, json!({"words": {"words": "But thresholds", "is_more": false}})),
            "words: Leaders know. They improve.\n    page: 1",
            "words: But thresholds\n    page: 2".into(),
        ),
    ];
    let folder = site();
    let desk = Desk::open(folder.path());
    for (act, old, new) in steps {
        folder.write(FILE, LETTER);
        let page = desk.open_file(FILE, "findings");
        let told = desk.step(FILE, version(&page.body), &act);
        assert_eq!((told.status, &told.error), (200, &None), "{act}");
        let after = text(&folder);
        assert_eq!(version(&told.html), fingerprint(&after), "{act}");
        assert!(
            old.is_empty() || LETTER.matches(old).count() == 1,
            "{act}: {old:?} is no one place"
        );
        let wanted = if old.is_empty() { LETTER.to_owned() } else { LETTER.replacen(old, &new, 1) };
        assert_eq!(after, wanted, "{act}");
        if after != LETTER {
            let told = desk.step(FILE, version(&told.html), &json!("undo"));
            assert_eq!(
                (told.status, told.error, &*text(&folder)),
                (200, None, LETTER),
                "{act}, taken back"
            );
        }
    }
}

#[test]
fn a_suggestion_is_split_where_it_turns() {
    let words =
        "Most plans are good. They are shared with parents. However, many reviews are late.";
    let letter = LETTER
        .replace("Leaders know. They improve.\n", &format!("\"{words}\"\n"))
        .replace("    page: 1\n", "    page: 1\n    suggested: true\n");
    let folder = site();
    folder
        .write(FILE, &letter)
        .write(&FILE.replace(".md", ".txt"), format!("Page one.\n\u{c}{words}\n"));
    let desk = Desk::open(folder.path());
    let page = desk.open_file(FILE, "findings");
    let act = json!({"finding": {"index": 0, "do": {"split": {"behind": null}}}});
    let told = desk.step(FILE, version(&page.body), &act);
    assert_eq!((told.status, &told.error), (200, &None));
    let values = letterpress::edit::values(&text(&folder)).expect("values");
    let said = |index: usize, key: &str| {
        let value = values.get(&way(&format!("findings.{index}.{key}")));
        format!("{:?}", value.expect("a value"))
    };
    let first = "Text(\"Most plans are good. They are shared with parents.\")";
    assert_eq!([said(0, "text"), said(0, "words")], [first, first]);
    assert_eq!(said(0, "polarity"), "Text(\"strength\")");
    let second = "Text(\"However, many reviews are late.\")";
    assert_eq!([said(1, "text"), said(1, "words")], [second, second]);
    assert_eq!([said(1, "polarity"), said(1, "page")], ["Text(\"not-yet\")", "Text(\"2\")"]);
}

#[test]
fn words_that_the_letter_has_not_are_not_taken() {
    let folder = site();
    let desk = Desk::open(folder.path());
    let page = desk.open_file(FILE, "findings");
    let act = json!({"finding": {"index": 0, "do": {"words": {"words": "No such words", "is_more": false}}}});
    let told = desk.step(FILE, version(&page.body), &act);
    assert!(told.error.is_some());
    assert_eq!(text(&folder), LETTER);
}

#[test]
fn what_is_published_has_no_notes_of_the_program() {
    let folder = site();
    let letter = LETTER
        .replace("draft: true\n", "#: Look at each.\ndraft: true #: until all is done\n")
        .replace("polarity: not-yet\n", "polarity: not-yet #: unsure\n");
    folder.write(FILE, &letter);
    let desk = Desk::open(folder.path());
    let page = desk.open_file(FILE, "findings");
    assert!(page.body.contains("suggested; unsure"), "{}", page.body);
    let told = desk.step(FILE, version(&page.body), &json!("publish"));
    assert_eq!((told.status, &told.error), (200, &None));
    assert_eq!(text(&folder), LETTER.replace("draft: true\n", ""));
}

#[test]
fn a_file_that_is_being_saved_is_waited_for() {
    let folder = site();
    let desk = Desk::open(folder.path());
    let full = folder.path().join(FILE);
    let page = thread::scope(|scope| {
        // As many programs do: emptied, then written.
        let file = fs::File::create(&full).expect("a file");
        let saved = scope.spawn(move || {
            thread::sleep(Duration::from_millis(50));
            (&file).write_all(LETTER.as_bytes()).expect("to write");
        });
        let page = desk.open_file(FILE, "findings");
        saved.join().expect("saved");
        page
    });
    assert_eq!(version(&page.body), fingerprint(LETTER));
}

#[test]
fn publishing_says_what_goes_with_a_letter() {
    let folder = site();
    let git = |words: &[&str]| {
        let author = ["-c", "user.name=A", "-c", "user.email=a@example.org"];
        let run =
            Command::new("git").arg("-C").arg(folder.path()).args(author).args(words).output();
        assert!(run.expect("git").status.success(), "{words:?}");
    };
    let new = "content/authorities/kirklees/visit-1.md";
    git(&["init", "--quiet", "--initial-branch", "main"]);
    git(&["add", "--all"]);
    git(&["commit", "--quiet", "--message", "All"]);
    git(&["remote", "add", "origin", "https://github.com/owner/letters.git"]);
    folder
        .write("content/authorities/kirklees/authority.md", "---\nname: Kirklees\n---\n")
        .write(new, LETTER);
    folder.write("content/authorities/kirklees/visit-2.md", LETTER.replace("visit: 1", "visit: 2"));
    let desk = Desk::open(folder.path());
    let publish = desk.open_file(new, "publish").body;
    assert!(!publish.contains("visit-2.md"), "{publish}");
    let commands = "git switch --create authorities-kirklees-visit-1\ngit add content&#x2F;authorities&#x2F;kirklees&#x2F;visit-1.md \
                    content&#x2F;authorities&#x2F;kirklees&#x2F;authority.md\n";
    let plain = publish.replace("&#x2F;", "/");
    assert!(plain.contains(&commands.replace("&#x2F;", "/")), "{publish}");
    assert!(plain.contains("git push --set-upstream origin HEAD"), "{publish}");
    // What git knows already, and nobody has changed, is not named.
    git(&["add", "--all"]);
    git(&["commit", "--quiet", "--message", "More"]);
    let publish = desk.open_file(new, "publish").body.replace("&#x2F;", "/");
    assert!(!publish.contains("kirklees/authority.md"), "{publish}");
    folder.write(
        "content/authorities/kirklees/authority.md",
        "---\nname: Kirklees\nregion: yorkshire\n---\n",
    );
    let publish = desk.open_file(new, "publish").body.replace("&#x2F;", "/");
    assert!(publish.contains("kirklees/authority.md"), "{publish}");
}

#[test]
fn a_file_with_a_slip_opens_as_text_until_it_is_mended() {
    let folder = site();
    let desk = Desk::open(folder.path());
    for broken in [
        LETTER.replace("visit: 1", "visit: [1"),
        LETTER.replace("visit: 1", "visit: 1\nvisit: 2"),
        LETTER.replace("text: Leaders", "text: \"Leaders"),
        LETTER.replacen("---\n", "", 1),
        LETTER.replace("---\nA summary.\n", ""),
        LETTER.replace("visit: 1", "visit: &it 1"),
        String::new(),
    ] {
        folder.write(FILE, &broken);
        for tab in TABS {
            let page = desk.open_file(FILE, tab);
            assert_eq!(
                (page.status, version(&page.body)),
                (200, &*fingerprint(&broken)),
                "{tab}: {broken}"
            );
            assert!(
                page.body.contains("cannot be read") && page.body.contains("id=\"whole\""),
                "{}",
                page.body
            );
            assert!(!page.body.contains("<form class"), "{}", page.body);
            assert!(
                page.body.contains("<p class=\"message error\">"),
                "what is wrong: {broken}\n{}",
                page.body
            );
        }
        let base = fingerprint(&broken);
        for act in
            [json!({"write": {"path": "visit", "value": "2"}}), json!({"body": {"text": "Mine."}})]
        {
            let told = desk.step(FILE, &base, &act);
            assert!(told.error.is_some() && !told.is_conflict, "{told:#?}");
            assert_eq!(text(&folder), broken, "nothing is written");
        }
        let told = desk.step(FILE, &base, &json!({"file": {"text": LETTER}}));
        assert_eq!((told.status, told.error, &*text(&folder)), (200, None, LETTER));
        let page = desk.open_file(FILE, "facts").body;
        assert!(page.contains("<form class") && !page.contains("cannot be read"), "{page}");
    }
}

/// Ends of lines and the mark at the beginning stay, whatever a browser makes of them.
#[test]
fn a_whole_file_keeps_its_ends_of_lines() {
    let folder = site();
    let desk = Desk::open(folder.path());
    let windows = LETTER.replace('\n', "\r\n");
    for file in [
        windows.clone(),
        format!("\u{feff}{windows}"),
        format!("\u{feff}{LETTER}"),
        LETTER.to_owned(),
    ] {
        for ends in ["\n", "\r\n", "\r"] {
            folder.write(FILE, &file);
            let sent = LETTER.replace("visit: 1", "visit: 7").replace('\n', ends);
            let told = desk.step(FILE, &fingerprint(&file), &json!({"file": {"text": sent}}));
            assert_eq!((told.status, told.error), (200, None));
            assert_eq!(text(&folder), file.replace("visit: 1", "visit: 7"), "{ends:?}");
            folder.write(FILE, &file);
            let told = desk.step(
                FILE,
                &fingerprint(&file),
                &json!({"file": {"text": LETTER.replace('\n', ends)}}),
            );
            assert_eq!(
                (told.status, told.error, text(&folder)),
                (200, None, file.clone()),
                "{ends:?}"
            );
        }
    }
}

/// One problem of `check` as both tell it.
fn problems(all: &[Json], words: &str) -> Vec<String> {
    let mut told: Vec<String> = all
        .iter()
        .map(|it| format!("{} {} {} {}", it["severity"], it["code"], it["line"], it[words]))
        .collect();
    told.sort();
    told
}

#[test]
fn what_is_saved_is_what_check_and_the_page_see() {
    let folder = site();
    let published = LETTER.replace("draft: true\n", "").replace("    suggested: true\n", "");
    let published =
        published.replace(" # leads", "").replace("areas: [early help, \"the front door\"]\n", "");
    let published = published.replace(
        "inspectors:\n  - name: Vera Example\n    lead: true\n  - name: Max Example\n",
        "",
    );
    folder.write(FILE, &published);
    let desk = Desk::open(folder.path());
    let check = || {
        let run = folder.run(&["check", "--format", "json", FILE]);
        run.stdout
            .lines()
            .map(|line| serde_json::from_str(line).expect("JSON"))
            .collect::<Vec<Json>>()
    };
    let mut base = fingerprint(&published);
    for (number, by_desk) in [true, false, true, false].into_iter().enumerate() {
        let words = format!("Leaders know {} of it.", ["more", "less", "much", "all"][number]);
        if by_desk {
            let act = json!({"write": {"path": "findings.0.text", "value": words}});
            let told = desk.step(FILE, &base, &act);
            assert_eq!((told.status, &told.error), (200, &None));
            assert!(told.html.contains(&words), "{}", told.html);
        } else {
            let line = text(&folder)
                .lines()
                .find(|line| line.contains("text: "))
                .expect("a text")
                .to_owned();
            folder.write(FILE, text(&folder).replacen(&line, &format!("    text: {words}"), 1));
        }
        desk.served.until(PAGE, |page| page.body.contains(&words));
        let page = desk.open_file(FILE, "findings").body;
        assert!(page.contains(&words), "{page}");
        base = fingerprint(&text(&folder));
        assert_eq!(version(&page), base);

        // A mistake that is not saved yet is told by the desk in the words of `check`, and by that once it is saved.
        let act = json!({"write": {"path": "findings.0.topics", "value": format!("leadership\nthreshold{number}")}});
        let body = json!({"base": base, "act": act}).to_string();
        let answer = desk.send(&desk.request("POST", &of_file("check", FILE), body));
        assert_eq!(answer.status, 200, "{answer:#?}");
        let told: Json = serde_json::from_str(&answer.body).expect("JSON");
        let told = problems(told["messages"].as_array().expect("messages"), "words");
        assert!(told.iter().any(|it| it.contains("unknown-topic")), "{told:#?}");
        assert_eq!(fingerprint(&text(&folder)), base, "asking writes nothing");
        assert!(!problems(&check(), "message").iter().any(|it| it.contains("unknown-topic")));
        let saved = desk.step(FILE, &base, &act);
        assert_eq!((saved.status, &saved.error), (200, &None));
        assert_eq!(problems(&check(), "message"), told);
        let undone = desk.step(FILE, version(&saved.html), &json!("undo"));
        assert_eq!((undone.status, &undone.error), (200, &None));
        assert_eq!(fingerprint(&text(&folder)), base);
    }
}

#[test]
fn words_of_the_letter_in_the_summary_are_told_at_it() {
    let sentence = "Leaders know what is to be done, and they have begun to do it.";
    let folder = site();
    folder.write(&FILE.replace(".md", ".txt"), format!("{LETTER_TEXT}\n{sentence}\n"));
    let desk = Desk::open(folder.path());
    for (text, is_told) in [(format!("> {sentence}\n"), true), ("Work has begun.\n".into(), false)]
    {
        let act = json!({"body": {"text": text}});
        let body = json!({"base": fingerprint(LETTER), "act": act}).to_string();
        let answer = desk.send(&desk.request("POST", &of_file("check", FILE), body));
        let told: Json = serde_json::from_str(&answer.body).expect("JSON");
        let mut told = told["messages"].as_array().expect("messages").iter();
        let told = told.find(|it| it["code"] == "copied-text");
        let place = told.map(|it| (it["path"].clone(), it["query"].clone()));
        assert_eq!(place, is_told.then(|| (json!("body"), json!("tab=summary"))), "{text}");
    }
    folder.write(FILE, LETTER.replace("A summary.", sentence));
    let page = desk.open_file(FILE, "summary").body;
    let html = scraper::Html::parse_document(&page);
    let at_summary = scraper::Selector::parse("#m-body .message.warning").expect("a selector");
    let told: Vec<String> = html.select(&at_summary).map(|it| it.text().collect()).collect();
    assert!(told.len() == 1 && told[0].contains("words in a row are the letter's own"), "{page}");
}
