//! `ids`: permalinks of a site built before are kept, or told of with what to do.

use std::fmt::Write;
use std::fs;
use std::process::Command;
use std::thread;
use std::time::Duration;

use letterpress::plan::Route;
use letterpress::{LoadOptions, Site};
use scraper::{Html, Selector};
use serde_json::Value;

use crate::folder::{Folder, Run};
use crate::repository_content::own_sites;

const LETTER: &str = "content/authorities/sunderland/visit-2.md";
const PAGE: &str = "authorities/sunderland/visit-2/";

/// What the table of the site as it was says of the letter below.
const OLD: &str = "path,text\n\
    authorities/sunderland/visit-2/#leaders-lead,Leaders lead.\n\
    authorities/sunderland/visit-2/#schools-know,\"Schools know thresholds, and ‘apply’ them.\"\n";

/// A site with the letter that the table is of, where these words are changed for those.
fn site(changed: &[(&str, &str)]) -> Folder {
    let mut letter = "---\nkind: focused-visit\non_site: 2017-02\ndated: 2017-03\n\
        source: https://letters.example/2.pdf\nfindings:\n  - id: leaders-lead\n    polarity: strength\n    \
        topics: [leadership]\n    text: Leaders lead.\n  - id: schools-know\n    polarity: mixed\n    \
        topics: [thresholds]\n    text: Schools *know* [thresholds](#leaders-lead), and 'apply' them.\n---\n"
        .to_owned();
    for (words, others) in changed {
        assert!(letter.contains(words), "{words}");
        letter = letter.replace(words, others);
    }
    let folder = Folder::with_sunderland();
    folder.write(LETTER, letter).write("old.csv", OLD);
    folder
}

fn ids(folder: &Folder) -> Run {
    folder.run(&["ids", "--against", "old.csv"])
}

/// The problems told, each as an object.
fn told(folder: &Folder, code: i32) -> Vec<Value> {
    let run = folder.run(&["ids", "--against", "old.csv", "--format", "json"]).expect(code);
    run.stdout.lines().map(|line| serde_json::from_str(line).expect(line)).collect()
}

#[test]
fn a_permalink_that_is_kept_is_no_problem() {
    let run = ids(&site(&[])).expect(0);
    assert_eq!(run.stderr, "Compared 2 permalinks of old.csv: none would be lost.\n");
    let quiet = site(&[]).run(&["ids", "--against", "old.csv", "--quiet"]).expect(0);
    assert_eq!((quiet.stdout.as_str(), quiet.stderr.as_str()), ("", ""));
}

#[test]
fn the_folder_of_a_build_is_compared_with() {
    let folder = Folder::with_sunderland();
    folder.run(&["build"]).expect(0);
    let run = folder.run(&["ids", "--against", "public"]).expect(0);
    assert!(run.stderr.ends_with("none would be lost.\n"), "{}", run.stderr);
    assert!(run.stderr.contains("Compared 2 permalinks"), "{}", run.stderr);
}

#[test]
fn every_permalink_of_the_real_site_leads_to_its_finding() {
    for folder in own_sites() {
        let (site, _) = folder.load();
        let mut table = String::from("finding,path\n");
        let mut count = 0;
        for letter in &site.archive().letters {
            for finding in &letter.findings {
                let page = Route::letter(letter);
                writeln!(table, "{0},{1}#{0}", finding.id, page.path()).expect("a line");
                count += 1;
            }
        }
        folder.write("old.csv", table);
        let run = ids(&folder).expect(0);
        let line = format!("Compared {count} permalinks of old.csv: none would be lost.\n");
        assert_eq!(run.stderr, line);
    }
}

#[test]
fn another_id_without_an_alias_is_told_at_the_finding() {
    let folder = site(&[("id: schools-know", "id: thresholds-known")]);
    let run = ids(&folder).expect(1);
    let expected = "error[lost-permalink]: `authorities/sunderland/visit-2/#schools-know` would be lost: \
                    no finding of this letter has that id\n  \
                    --> content/authorities/sunderland/visit-2.md:11:9\n";
    assert!(run.stderr.starts_with(expected), "{}", run.stderr);
    let help =
        "help: add `aliases: [schools-know]` to this finding, which is `thresholds-known` now";
    assert!(run.stderr.contains(help), "{}", run.stderr);
    assert!(run.stderr.ends_with("Compared 2 permalinks of old.csv: 1 would be lost.\n"));
    let problems = told(&folder, 1);
    assert_eq!((&problems[0]["line"], problems.len()), (&Value::from(11), 1));
}

/// What the table does not say is guessed at by the ids.
#[test]
fn without_texts_a_new_id_that_is_like_the_old_one_is_offered() {
    let folder = site(&[("id: schools-know", "id: schools-known")]);
    folder.write("old.csv", format!("path\n{PAGE}#schools-know\n{PAGE}#leaders-lead\n"));
    let problems = told(&folder, 1);
    let help = "add `aliases: [schools-know]` to the finding that it is now; did you mean `schools-known`?";
    assert_eq!((&problems[0]["help"], &problems[0]["line"]), (&help.into(), &6.into()));
    // An id that the page had all along is no successor.
    let folder = site(&[]);
    folder.write("old.csv", format!("path\n{PAGE}#schools-knew\n{PAGE}#schools-know\n"));
    let help = "add `aliases: [schools-knew]` to the finding that it is now";
    assert_eq!(told(&folder, 1)[0]["help"], help);
}

#[test]
fn another_id_with_an_alias_is_fine() {
    let alias = "id: thresholds-known\n    aliases: [schools-know]";
    let run = ids(&site(&[("id: schools-know", alias)])).expect(0);
    assert_eq!(run.stderr, "Compared 2 permalinks of old.csv: none would be lost.\n");
}

#[test]
fn an_id_that_passed_to_another_finding_is_a_warning() {
    let folder = site(&[
        ("id: leaders-lead", "id: x"),
        ("id: schools-know", "id: leaders-lead"),
        ("id: x", "id: schools-know"),
    ]);
    let problems = told(&folder, 0);
    let codes: Vec<&Value> = problems.iter().map(|it| &it["code"]).collect();
    assert_eq!(codes, ["shifted-permalink"; 2]);
    let help = "give `id: schools-know` back to finding 2, which is `leaders-lead` now, and another to this one";
    assert_eq!((&problems[0]["line"], &problems[0]["help"]), (&7.into(), &help.into()));
    // A text that was only put better is the same finding.
    let run = ids(&site(&[("text: Leaders lead.", "text: Leaders lead well.")])).expect(0);
    assert!(!run.stderr.contains("shifted-permalink"), "{}", run.stderr);
}

#[test]
fn a_letter_that_is_gone_takes_its_permalinks_along() {
    let folder = site(&[]);
    fs::remove_file(folder.path().join(LETTER)).expect("the letter");
    let problems = told(&folder, 1);
    assert_eq!(problems.len(), 2);
    for problem in &problems {
        assert_eq!((&problem["code"], &problem["file"]), (&"lost-permalink".into(), &Value::Null));
        let help = "put the letter back; or, if it has moved, add `aliases: [/authorities/sunderland/visit-2/]` to it";
        assert_eq!(problem["help"], help);
    }
    // A letter that was there before is not what it became, though ids of theirs are the same.
    let other = "authorities/sunderland/visit-1/#leadership-1";
    folder.write("old.csv", format!("path\n{PAGE}#leadership-1\n{other}\n"));
    let help = told(&folder, 1)[0]["help"].to_string();
    assert!(help.contains("put the letter back"), "{help}");
    // So does a draft, which has no page.
    let draft = site(&[("kind:", "draft: true\nkind:")]);
    assert_eq!(told(&draft, 1).len(), 2);
    draft.run(&["ids", "--against", "old.csv", "--drafts"]).expect(0);
}

#[test]
fn a_letter_that_moved_is_named_and_its_alias_leads_to_the_letter_only() {
    let moved = |changed: &[(&str, &str)]| {
        let folder = site(changed);
        let to = folder.path().join("content/authorities/sunderland/2017-03-visit-2.md");
        fs::rename(folder.path().join(LETTER), to).expect("a move");
        folder
    };
    let problems = told(&moved(&[]), 1);
    let help = "is it `content/authorities/sunderland/2017-03-visit-2.md` now? Then add \
                `aliases: [/authorities/sunderland/visit-2/]` to that letter";
    assert_eq!((problems.len(), &problems[1]["help"]), (2, &help.into()));

    let alias = ("kind:", "aliases: [/authorities/sunderland/visit-2/]\nkind:");
    let folder = moved(&[alias]);
    let problems = told(&folder, 0);
    assert_eq!(problems.len(), 2);
    for problem in &problems {
        assert_eq!(
            (&problem["code"], &problem["severity"]),
            (&"moved-permalink".into(), &"warning".into())
        );
        assert_eq!(
            (&problem["line"], &problem["help"]),
            (&2.into(), &"to keep it, write `slug: visit-2` in place of that alias".into())
        );
    }
    folder.run(&["ids", "--against", "old.csv", "--strict"]).expect(1);
    let codes = |folder: &Folder| -> Vec<Value> {
        told(folder, 1).into_iter().map(|problem| problem["code"].clone()).collect()
    };
    let both = moved(&[alias, ("id: schools-know", "id: known")]);
    assert_eq!(codes(&both), ["moved-permalink", "lost-permalink"]);
    ids(&moved(&[("kind:", "slug: visit-2\nkind:")])).expect(0);
}

#[test]
fn the_table_is_found_in_a_folder_and_its_columns_by_their_names() {
    let folder = site(&[("id: schools-know", "id: known")]);
    let table = "\u{feff}note,text,finding,path\r\n\"two\r\nlines, \"\"quoted\"\"\",Leaders lead.,leaders-lead,\
        authorities/sunderland/visit-2/#leaders-lead\r\n,\"Schools know thresholds, and 'apply' them.\",\
        schools-know,authorities/sunderland/visit-2/#schools-know\r\n";
    folder.write("was/data/findings.csv", table);
    for against in ["was", "was/data/findings.csv"] {
        let told = folder.run(&["ids", "--against", against]).expect(1).stderr;
        assert!(told.contains("to this finding, which is `known` now"), "{told}");
        let line = format!("Compared 2 permalinks of {against}: 1 would be lost.\n");
        assert!(told.ends_with(&line), "{told}");
    }
}

#[test]
fn what_is_no_table_of_findings_is_told_with_what_to_do() {
    let folder = site(&[]);
    fs::create_dir(folder.path().join("built")).expect("a folder");
    for (name, bytes, told) in [
        ("empty.csv", &b""[..], "empty.csv: the file is empty"),
        ("semicolons.csv", b"path;text\na;b\n", "it has no columns `authority`"),
        (
            "letters.csv",
            b"letter,path\na,authorities/a/b/\n",
            "line 2: `authorities/a/b/` is not the permalink of a finding",
        ),
        ("other.csv", b"path\nhttps://example.org/#a\n", "is not the permalink of a finding"),
        (
            "torn.csv",
            b"path,text\nauthorities/a/b/#c,d\nauthorities/a/b/#e\n",
            "line 3 has 1 value, but the first line has 2",
        ),
        (
            "torn-crlf.csv",
            b"path,text\r\nauthorities/a/b/#c,d\r\nauthorities/a/b/#e\r\n",
            "line 3 has 1 value, but the first line has 2",
        ),
        ("crlf.csv", b"path\r\na\r\n", "line 2: `a` is not the permalink of a finding"),
        ("latin.csv", b"path,text\nauthorities/a/b/#c,\xe9\n", "this is not a text in UTF-8"),
    ] {
        folder.write(name, bytes);
        let run = folder.run(&["ids", "--against", name]).expect(2);
        assert!(run.stderr.starts_with("error[bad-old-data]: "), "{}", run.stderr);
        assert!(run.stderr.contains(told), "{}", run.stderr);
        assert!(
            run.stderr.contains("= help: name the folder of a site built before"),
            "{}",
            run.stderr
        );
    }
    let built = folder.run(&["ids", "--against", "built"]).expect(2).stderr;
    assert!(built.contains("there is no file built/data/findings.csv"), "{built}");
    let none = folder.run(&["ids"]).expect(2).stderr;
    assert!(none.contains("--against public"), "{none}");
    let json = folder.run(&["ids", "--against", "nowhere", "--format", "json"]).expect(2).stdout;
    let json: Value = serde_json::from_str(&json).expect("JSON");
    assert_eq!((&json["code"], &json["file"]), (&"bad-old-data".into(), &Value::Null));
}

#[test]
fn a_table_without_findings_loses_none() {
    let folder = site(&[]);
    folder.write("old.csv", "path,text\n");
    let run = ids(&folder).expect(0);
    assert_eq!(run.stderr, "Compared 0 permalinks of old.csv: none would be lost.\n");
}

#[test]
fn content_with_mistakes_is_not_compared() {
    let run = ids(&site(&[("topics: [leadership]", "topics: [leadreship]")])).expect(1);
    assert!(run.stderr.contains("error[unknown-topic]"), "{}", run.stderr);
    assert!(run.stderr.ends_with("Nothing was compared: the content has mistakes.\n"));
}

#[test]
fn other_formats_hold_the_same() {
    let folder = site(&[("id: schools-know", "id: known")]);
    let run = |format| folder.run(&["ids", "--against", "old.csv", "--format", format]).expect(1);
    let github = run("github").stdout;
    let start = "::error file=content/authorities/sunderland/visit-2.md,line=11,col=9,endLine=11,endColumn=14,";
    assert!(github.starts_with(start), "{github}");
    let sarif: Value = serde_json::from_str(&run("sarif").stdout).expect("JSON");
    assert_eq!(sarif["runs"][0]["results"][0]["ruleId"], "lost-permalink");
}

/// Each of these tables takes a few seconds. Where every line is compared with every other it is many
/// minutes.
#[test]
fn a_huge_table_takes_as_long_as_it_is() {
    let lines = 200_000;
    let folder = site(&[]);
    let table = |name: &str, line: &dyn Fn(usize) -> String| {
        let text: String = (0..lines).map(|number| line(number) + "\n").collect();
        folder.write(name, "path,text\n".to_owned() + &text);
    };
    table("one-page.csv", &|number| format!("{PAGE}#schools-{number},Text {number}"));
    table("pages.csv", &|number| {
        format!("authorities/sunderland/visit-x{number}/#a,Text {number}")
    });
    for name in ["one-page.csv", "pages.csv"] {
        let mut program = Command::new(env!("CARGO_BIN_EXE_letterpress"));
        program.args(["ids", "--quiet", "--against", name]).current_dir(folder.path());
        program.stderr(std::process::Stdio::null());
        let mut running = program.spawn().expect("the program starts");
        let ended = (0..1200).find_map(|_| {
            thread::sleep(Duration::from_millis(50));
            running.try_wait().expect("a state")
        });
        if ended.is_none() {
            running.kill().expect("an end");
        }
        let code = ended.unwrap_or_else(|| panic!("{name} takes over a minute")).code();
        assert_eq!(code, Some(1), "{name}");
    }
}

#[test]
fn an_old_id_leads_to_its_finding_in_the_theme_that_readers_see() {
    let folder = site(&[("id: leaders-lead", "id: leaders\n    aliases: [leaders-lead, led]")]);
    let options = LoadOptions { theme: Some("gazette".to_owned()), ..LoadOptions::default() };
    let (site, report) = Site::load(folder.path(), &options).expect("the site");
    assert!(!report.has_errors(), "{:?}", report.diagnostics());
    let page = |address: &str| {
        let bytes = site.render(&Route::new(address)).expect("a page");
        Html::parse_document(std::str::from_utf8(&bytes).expect("UTF-8"))
    };
    let count = |page: &Html, selector: &str| {
        page.select(&Selector::parse(selector).expect("a selector")).count()
    };
    let letter = page("/authorities/sunderland/visit-2/");
    assert!(letter.errors.is_empty(), "{:?}", letter.errors);
    for id in ["leaders-lead", "led"] {
        assert_eq!(count(&letter, &format!(".listing #leaders > span#{id}:empty")), 1, "{id}");
        assert_eq!(count(&letter, &format!("#{id}")), 1, "{id}");
    }
    // What the text of the other finding links to by an old id.
    assert_eq!(count(&letter, "#schools-know a[href='#leaders']"), 1);
    assert_eq!(count(&page("/findings/leadership/"), "#leaders-lead, #led"), 0);
    let style = site.render(&Route::new("/style.css")).expect("the styles");
    let style = String::from_utf8(style).expect("UTF-8");
    assert!(style.contains(".listing li:is(:target, :has(> :target))"), "the finding is marked");
}
