//! `new` and `init`: what they make, what they refuse, what they ask.

use std::collections::BTreeSet;
use std::fs;

use letterpress::model::{RegionId, Slug};
use letterpress::parse::built_in_vocabulary;

use crate::folder::{Folder, entries, repository, run, tree};
use crate::repository_content::own_sites;

const LETTER: &[&str] =
    &["new", "letter", "sunderland", "--dated", "2019-03-01", "--on-site", "2019-02-05/2019-02-06"];

/// A site as `init` makes it.
fn new_site() -> Folder {
    let folder = Folder::new();
    folder.run(&["init", "."]).expect(0);
    folder
}

fn read(folder: &Folder, path: &str) -> String {
    fs::read_to_string(folder.path().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// Takes the mark of a comment off every line that has one; advice has two, and stays a comment.
fn without_marks(text: &str) -> String {
    let lines = text.lines().map(|line| line.strip_prefix("# ").unwrap_or(line));
    lines.collect::<Vec<_>>().join("\n") + "\n"
}

/// A form with what somebody would write into it.
fn filled_in(text: &str) -> String {
    let written = [
        ("DATE: NUMBER", "2017-04: 252, 2018-04: 300"),
        ("DATE/DATE", "2015-05-11/2015-06-04"),
        ("DATE", "2015-07-20"),
        ("NUMBER", "6"),
        ("ADDRESS", "https://example.org/report"),
        ("FRAMEWORK", "SIF"),
        ("GRADE", "inadequate"),
        ("LEVEL", "steady"),
        ("POLARITY", "strength"),
        ("[TOPIC]", "[thresholds, recording]"),
        ("TOPIC", "thresholds"),
        ("UNIT", "count"),
        ("BETTER", "higher"),
        ("NAME", "A Person"),
        ("ROLE", "Inspector"),
        ("AREA", "early help"),
        ("EVIDENCE", "case files"),
        ("WORDS", "they listen"),
        ("TEXT", "Staff listen."),
        ("LABEL", "Plans"),
        ("SPEAKER", "a parent"),
        ("NOTE", "Known from a newspaper."),
        ("in-a-few-words", "staff-listen"),
        ("what-is-counted", "plans"),
    ];
    written.iter().fold(without_marks(text), |text, (place, words)| text.replace(place, words))
}

#[test]
fn a_new_letter_is_a_draft_that_passes_check() {
    let folder = Folder::with_sunderland();
    let source = ["--visit", "2", "--source", "https://files.ofsted.gov.uk/v1/file/1"];
    let made = folder.run(&[LETTER, &source].concat()).expect(0);
    let path = "content/authorities/sunderland/2019-03-01-visit-2.md";
    assert_eq!(made.stdout, "");
    assert!(made.stderr.contains(path) && made.stderr.contains("draft: true"), "{}", made.stderr);
    let text = read(&folder, path);
    let start = "---\nkind: monitoring-visit\nvisit: 2\non_site: 2019-02-05/2019-02-06\ndated: 2019-03-01\n\
                 source: https://files.ofsted.gov.uk/v1/file/1\n## ";
    assert!(text.starts_with(start), "{text}");
    assert!(text.contains("\ndraft: true\n"), "{text}");
    let checked = folder.run(&["check", "--drafts"]).expect(0);
    assert!(!checked.stderr.contains("2019-03-01"), "{}", checked.stderr);
    let built = folder.run(&["build"]).expect(0);
    assert!(built.stderr.contains("1 letter "), "{}", built.stderr);
}

#[test]
fn the_examples_in_new_files_are_right_once_filled_in() {
    let folder = new_site();
    folder.run(&["new", "authority", "Sunderland"]).expect(0);
    folder.run(LETTER).expect(0);
    for file in ["authority.md", "2019-03-01-monitoring-visit.md"] {
        let path = format!("content/authorities/sunderland/{file}");
        // The visit whose letter is not here is another one.
        let number = if file == "authority.md" { "3" } else { "6" };
        let text = filled_in(&read(&folder, &path).replace("NUMBER\n", &format!("{number}\n")));
        assert!(text.contains("\nfindings:") || text.contains("\ninspections:"), "{text}");
        folder.write(&path, text);
    }
    folder.run(&["check", "--drafts"]).expect(0);
}

#[test]
fn a_form_holds_no_facts_and_is_not_published_as_it_is() {
    let folder = new_site();
    folder.run(&["new", "authority", "Kirklees"]).expect(0);
    folder
        .run(&["new", "letter", "Kirklees", "--on-site", "2019-02-05", "--dated", "2019-03-01"])
        .expect(0);
    let path = "content/authorities/kirklees/2019-03-01-monitoring-visit.md";
    let form = read(&folder, path);
    for fact in ["Millns", "252", "ofsted", "…", "2018", "early"] {
        assert!(!form.contains(fact), "{fact}: {form}");
    }
    let filled_in = filled_in(&form).replace("draft: true\n", "");
    // Each place that is still as the form has it, by itself, keeps the letter from being published.
    for place in ["NAME", "ROLE", "AREA", "EVIDENCE", "WORDS", "TEXT", "LABEL", "SPEAKER"] {
        let line = form.lines().find(|line| line.contains(place) && !line.starts_with("##"));
        let line = line.and_then(|line| line.strip_prefix("# ")).expect("a line of the form");
        let written = self::filled_in(line);
        let left = filled_in.replacen(written.trim_end(), line, 1);
        assert_ne!(left, filled_in, "{place}");
        folder.write(path, left);
        let told = folder.run(&["check"]).expect(1).stderr;
        assert_eq!(told.matches("error[placeholder]").count(), 1, "{place}: {told}");
        assert_eq!(told.matches("error[").count(), 1, "{place}: {told}");
    }
    folder.write(path, filled_in);
    folder.run(&["check"]).expect(0);
    folder.write(path, without_marks(&form));
    let told = folder.run(&["check", "--drafts"]).expect(1).stderr;
    assert!(told.contains("warning[placeholder]") || told.contains("error["), "{told}");
}

/// What `check` would say of a value, `new` says too; and a name that is almost a known one makes no folder.
#[test]
fn what_is_misspelt_is_refused_with_what_to_write() {
    let folder = new_site();
    folder.run(&["new", "authority", "Kirklees"]).expect(0);
    let letter = ["new", "letter", "Kirklees", "--dated", "2016-09-02"];
    for (option, value, help) in [
        ("--on-site", "04/08/2016", "write 2016-08-04"),
        ("--on-site", "31 September 2016", "September has 30 days"),
        ("--visit", "third", "write 3"),
        ("--visit", "last", "write it in digits"),
    ] {
        let refused = folder.run(&[&letter, &[option, value][..]].concat()).expect(2).stderr;
        assert!(refused.contains(help), "{refused}");
    }
    let refused = folder.run(&["new", "authority", "Kirkless"]).expect(2).stderr;
    assert!(refused.contains("Kirkless is not known here, but Kirklees is"), "{refused}");
    assert!(refused.contains("new authority Kirklees"), "{refused}");
    assert!(!folder.path().join("content/authorities/kirkless").exists());
    folder.run(&["new", "authority", "Kirkless", "--as-spelt"]).expect(0);
    assert!(folder.path().join("content/authorities/kirkless/authority.md").exists());
}

#[test]
fn a_letter_is_named_after_its_date_and_visit() {
    let folder = Folder::with_sunderland();
    let cases: [(&[&str], &str); 4] = [
        (&["--dated", "2019-04"], "2019-04-monitoring-visit.md"),
        (&["--dated", "2019-04~", "--visit", "9"], "2019-04-visit-9.md"),
        (&["--dated", "2019-05-02", "--kind", "focused-visit"], "2019-05-02-focused-visit.md"),
        (&["--dated", "2019", "--kind", "focused-visit", "--visit", "3"], "2019-focused-visit.md"),
    ];
    for (options, file) in cases {
        let letter = ["new", "letter", "sunderland", "--on-site", "[2019-01-03, 2019-01-01]"];
        folder.run(&[&letter, options].concat()).expect(0);
        let text = read(&folder, &format!("content/authorities/sunderland/{file}"));
        assert!(text.contains("\non_site: [2019-01-01, 2019-01-03]\n"), "{text}");
    }
    folder.run(&["check", "--drafts"]).expect(0);
}

#[test]
fn an_authority_is_found_by_any_of_its_names() {
    let folder = new_site();
    folder.run(&["new", "authority", "Hull City Council"]).expect(0);
    let made = read(&folder, "content/authorities/kingston-upon-hull/authority.md");
    let start = "---\nname: Kingston upon Hull\naliases: [Hull, Hull City Council, \"Kingston Upon Hull, City of\"]\n\
                 gss_code: E06000010\nla_code: 810\nofsted_urn: 80477\nregion: Yorkshire and the Humber\n\
                 statistical_neighbours: [sandwell, wolverhampton, stoke-on-trent, walsall, north-east-lincolnshire, rochdale, middlesbrough, doncaster, derby, rotherham]\n## ";
    assert!(made.starts_with(start), "{made}");
    let names =
        ["kingston-upon-hull", "Kingston upon Hull", "Hull City Council", "hull", "City of Hull"];
    for (place, name) in names.into_iter().enumerate() {
        let visit = (place + 1).to_string();
        let letter = ["new", "letter", name, "--dated", "2020", "--on-site", "2020"];
        folder.run(&[&letter[..], &["--visit", &visit]].concat()).expect(0);
        assert!(folder.run(&["new", "authority", name]).expect(2).stderr.contains("authority.md"));
    }
    // The file need not list what the program knows.
    folder
        .write("content/authorities/kingston-upon-hull/authority.md", "---\nname: Kingston\n---\n");
    let letter = ["new", "letter", "Hull City Council", "--dated", "2021", "--on-site", "2021"];
    folder.run(&letter).expect(0);
    assert_eq!(entries(&folder.path().join("content/authorities/kingston-upon-hull")).len(), 7);
}

#[test]
fn an_unknown_authority_comes_with_what_to_do() {
    let folder = Folder::with_sunderland();
    let cases = [
        ("sunderlnd", "did you mean `sunderland`?"),
        ("Medway", "`letterpress new authority Medway`"),
        ("Medwey", "did you mean Medway? Make it with `letterpress new authority Medway`"),
        ("Hull", "`letterpress new authority \"Kingston upon Hull\"`"),
        ("Atlantis", "`letterpress list authorities`"),
    ];
    let before = tree(folder.path());
    for (name, help) in cases {
        let letter = ["new", "letter", name, "--dated", "2020", "--on-site", "2020"];
        let told = folder.run(&letter).expect(2).stderr;
        assert!(told.contains(&format!("`{name}`")) && told.contains(help), "{told}");
    }
    assert_eq!(before, tree(folder.path()));
}

#[test]
fn predecessors_are_linked_where_they_are_and_told_where_not() {
    let folder = new_site();
    let told = folder.run(&["new", "authority", "Cumberland"]).expect(0).stderr;
    assert!(told.contains("replaced Cumbria") && told.contains("new authority Cumbria"), "{told}");
    let cumberland = read(&folder, "content/authorities/cumberland/authority.md");
    assert!(!cumberland.contains("predecessors"), "{cumberland}");
    let told = folder.run(&["new", "authority", "Cumbria"]).expect(0).stderr;
    assert!(told.contains("new authority \"Westmorland and Furness\""), "{told}");
    let cumbria = read(&folder, "content/authorities/cumbria/authority.md");
    assert!(cumbria.contains("\nsuccessors: [cumberland]\n"), "{cumbria}");
    folder.run(&["new", "authority", "Westmorland & Furness"]).expect(0);
    let path = "content/authorities/westmorland-and-furness/authority.md";
    assert!(read(&folder, path).contains("\npredecessors: [cumbria]\n"));
    folder.run(&["check"]).expect(0);
}

#[test]
fn neighbours_are_those_of_the_table_in_its_order_here_or_not() {
    let folder = new_site();
    let told = folder.run(&["new", "authority", "Sunderland"]).expect(0).stderr;
    assert!(told.contains("Its codes, its region and its statistical neighbours are"), "{told}");
    let sunderland = read(&folder, "content/authorities/sunderland/authority.md");
    assert!(sunderland.contains("\nstatistical_neighbours: [redcar-and-cleveland, south-tyneside, hartlepool, rotherham, tameside, torbay, gateshead, durham, barnsley, rochdale]\n"), "{sunderland}");
    let told = folder.run(&["new", "authority", "Poole"]).expect(0).stderr;
    assert!(told.contains("Its codes and its region are filled in."), "{told}");
    let poole = read(&folder, "content/authorities/poole/authority.md");
    assert!(poole.contains("\nofsted_urn: 137316\n") && !poole.contains("neighbours"), "{poole}");
    folder.run(&["new", "authority", "Bournemouth"]).expect(0);
    assert!(!read(&folder, "content/authorities/bournemouth/authority.md").contains("ofsted_urn"));
    folder.run(&["check"]).expect(0);
}

#[test]
fn odd_names_become_right_files() {
    let folder = new_site();
    let cases = [
        ("O\"Brien: #1, [x]", "o-brien-1-x"),
        ("& 'tis {so}", "tis-so"),
        ("null", "null"),
        ("2018", "2018"),
        ("Cité\tde  l’Étoile", "cit-de-l-toile"),
        ("../../etc", "etc"),
    ];
    for (name, slug) in cases {
        folder.run(&["new", "authority", name]).expect(0);
        let (site, report) = folder.load();
        assert!(!report.has_errors(), "{name}: {report:?}");
        let made = site.archive().authorities.iter().find(|it| it.slug.as_str() == slug);
        let words = name.split_whitespace().collect::<Vec<_>>().join(" ");
        assert_eq!(made.map(|it| it.name.as_str()), Some(words.as_str()));
        folder.run(&["new", "topic", &format!("{name} too"), "--group", "System"]).expect(0);
    }
    folder.run(&["check"]).expect(0);
    for name in ["名前", "", "  ", "a\u{1b}[31mb", "a\u{202e}b"] {
        assert!(!folder.run(&["new", "authority", name]).expect(2).stderr.contains('\u{1b}'));
        folder.run(&["new", "topic", name, "--group", "System"]).expect(2);
    }
}

#[test]
fn each_known_authority_has_whole_data() {
    let table = fs::read_to_string(repository().join("src/model/england.csv"));
    let table = table.expect("the table");
    let vocabulary = built_in_vocabulary();
    assert!(table.starts_with("# source: "));
    let rows: Vec<Vec<&str>> =
        table.lines().skip(2).map(|line| line.split(';').collect()).collect();
    let slugs: Vec<&str> = rows.iter().map(|row| row[0]).collect();
    assert_eq!(rows.len(), 153 + 5);
    for row in &rows {
        let [slug, name, _, gss_code, _, la_code, urn, region, before, after, near, q, r] = row[..]
        else {
            panic!("{row:?} has not thirteen columns");
        };
        assert!(Slug::parse(slug).is_some() && !name.is_empty(), "{row:?}");
        assert!(gss_code.len() == 9 && gss_code.starts_with('E'), "{row:?}");
        assert!(la_code.len() == 3 && la_code.bytes().all(|byte| byte.is_ascii_digit()), "{row:?}");
        let is_urn = (5..=7).contains(&urn.len()) && urn.bytes().all(|byte| byte.is_ascii_digit());
        let is_without = ["bournemouth", "dorset-county-council"].contains(&slug);
        assert!(if is_without { urn.is_empty() } else { is_urn }, "{row:?}");
        assert!(vocabulary.id_of::<RegionId>(region).is_some(), "{row:?}");
        let others = before.split('|').chain(after.split('|')).filter(|other| !other.is_empty());
        others.for_each(|other| assert!(slugs.contains(&other), "{row:?}"));
        assert_eq!(slugs.iter().filter(|other| *other == &slug).count(), 1, "{slug}");
        let is_former = !after.is_empty();
        let near: BTreeSet<&str> = near.split('|').filter(|other| !other.is_empty()).collect();
        assert_eq!(near.len(), if is_former { 0 } else { 10 }, "{row:?}");
        assert!(near.iter().all(|other| slugs.contains(other)) && !near.contains(slug), "{row:?}");
        let on_this_cell = rows.iter().filter(|row| row[11..] == [q, r]).count();
        assert!(if is_former { q.is_empty() } else { on_this_cell == 1 }, "{row:?}");
    }
}

#[test]
fn a_new_topic_can_be_used_at_once() {
    let folder = new_site();
    let told = folder.run(&["new", "topic", "Kinship care", "--group", "in CARE and leaving care"]);
    assert!(told.expect(0).stderr.contains("`kinship-care`"));
    let text = read(&folder, "content/topics/kinship-care.md");
    assert!(
        text.starts_with("---\ntitle: Kinship care\ngroup: In care and leaving care\n"),
        "{text}"
    );
    folder.run(&["check"]).expect(0);
    let known = folder.run(&["new", "topic", "Level of need", "--group", "Access"]).expect(2);
    assert!(known.stderr.contains("content/topics/thresholds.md"), "{}", known.stderr);
    let wrong = folder.run(&["new", "topic", "Other", "--group", "Acess"]).expect(2);
    assert!(wrong.stderr.contains("did you mean `Access`?"), "{}", wrong.stderr);
}

#[test]
fn a_new_site_builds_and_takes_letters() {
    let folder = Folder::new();
    let told = folder.run(&["init", "my letters"]).expect(0).stderr;
    assert!(told.contains("--root \"my letters\""), "{told}");
    let site = folder.path().join("my letters");
    run(&site, &["build"]).expect(0);
    let about = fs::read_to_string(site.join("public/about/index.html")).expect("a page");
    assert!(about.contains("Open Government Licence v3.0"));
    for arguments in [&["new", "authority", "Sunderland"][..], LETTER, &["check", "--drafts"]] {
        folder.run(&[arguments, &["--root", "my letters"]].concat()).expect(0);
    }
    // A topic that was added since the program was compiled is not in it yet.
    let topics = |root: &std::path::Path| tree(&root.join("content/topics"));
    let [own, _] = own_sites().map(|own| topics(own.path()));
    let new = topics(&site);
    assert!(!new.is_empty() && new.iter().all(|(name, text)| own.get(name) == Some(text)));
}

#[test]
fn nothing_is_overwritten() {
    let folder = new_site();
    folder.run(&["new", "authority", "Sunderland"]).expect(0);
    folder.run(LETTER).expect(0);
    folder.run(&["new", "topic", "Kinship care", "--group", "Risk"]).expect(0);
    let before = tree(folder.path());
    let cases: [(&[&str], &str); 4] = [
        (LETTER, "content/authorities/sunderland/2019-03-01-monitoring-visit.md"),
        (
            &["new", "authority", "City of Sunderland"],
            "content/authorities/sunderland/authority.md",
        ),
        (&["new", "topic", "kinship Care", "--group", "Risk"], "content/topics/kinship-care.md"),
        (&["init", "."], "site.toml"),
    ];
    for (arguments, file) in cases {
        let told = folder.run(arguments).expect(2).stderr;
        assert!(told.contains(file) && told.contains("already"), "{told}");
    }
    assert_eq!(before, tree(folder.path()));

    let other = Folder::new();
    other.write("content/topics/neglect.md", "mine").write("file", "mine");
    assert!(other.run(&["init", "."]).expect(2).stderr.contains("content/topics/neglect.md"));
    assert!(other.run(&["init", "file"]).expect(2).stderr.contains("file"));
    assert_eq!(tree(other.path()).len(), 2);
}

#[test]
fn what_is_missing_is_named_where_nobody_can_be_asked() {
    let folder = Folder::with_sunderland();
    let before = tree(folder.path());
    let cases: [(&[&str], &[&str]); 6] = [
        (&["new", "letter"], &["AUTHORITY", "--on-site", "--dated"]),
        (&["new", "letter", "sunderland", "--on-site", "2019"], &["--dated is missing"]),
        (&["new", "letter", "sunderland", "--dated", "2019"], &["--on-site is missing"]),
        (&["new", "authority"], &["NAME is missing"]),
        (&["new", "topic", "Kinship care"], &["--group is missing"]),
        (&["init"], &["DIR is missing"]),
    ];
    for (arguments, names) in cases {
        let told = folder.run(arguments).expect(2).stderr;
        names.iter().for_each(|name| assert!(told.contains(name), "{told}"));
    }
    let wrong: [&[&str]; 4] =
        [&["--dated", "2019-02-30"], &["--visit", "0"], &["--source", "x"], &["--kind", "visit"]];
    for options in wrong {
        folder.run(&[&["new", "letter", "sunderland"], options].concat()).expect(2);
    }
    for arguments in [LETTER, &["new", "authority", "Medway"], &["list", "letters"]] {
        assert!(Folder::new().run(arguments).expect(2).stderr.contains("site.toml"));
    }
    assert_eq!(before, tree(folder.path()));
}
