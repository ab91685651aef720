//! `list`: what it shows of a site, to people and to programs.

use serde_json::Value;

use crate::folder::{Folder, Run, entries, run, sunderland};

#[track_caller]
fn json_lines(run: &Run) -> Vec<Value> {
    run.stdout.lines().map(|line| serde_json::from_str(line).expect(line)).collect()
}

/// The site with letters to Sunderland, without other authorities.
fn only_sunderland() -> Folder {
    let folder = Folder::new();
    for part in ["content/topics", "content/authorities/sunderland"] {
        folder.copy(&sunderland().join(part), part);
    }
    folder.copy_file(&sunderland().join("site.toml"), "site.toml");
    folder
}

#[test]
fn lists_are_tables_with_aligned_columns() {
    let folder = only_sunderland();
    let of = |what| folder.run(&["list", what]).expect(0);
    let letters = of("letters").stdout;
    let lines: Vec<&str> = letters.lines().collect();
    assert_eq!(lines.len(), 1 + 3, "{letters}");
    assert!(lines[1].starts_with("11 May 2021 "), "newest first: {letters}");
    assert!(lines[2].ends_with(" content/authorities/sunderland/2018-02-15-visit-6.md"));
    let column = lines[0].find("LETTER").expect("a head");
    assert!(lines[1][column..].starts_with("Focused visit "), "{letters}");
    assert!(lines[2][column..].starts_with("Monitoring visit 6 "), "{letters}");

    let gaps = of("gaps").stdout;
    assert!(gaps.contains("after 14 June 2019, before 11–12 February 2020"), "{gaps}");
    assert_eq!(gaps.lines().count(), 1 + 8, "{gaps}");
    let topics = of("topics").stdout;
    assert_eq!(topics.lines().count(), 1 + entries(&sunderland().join("content/topics")).len());
    let authorities = of("authorities").stdout;
    assert!(authorities.contains("sunderland  Sunderland  North East  3 "), "{authorities}");
    let drafts = of("drafts");
    assert_eq!((drafts.stdout.as_str(), drafts.stderr.as_str()), ("", "There are no drafts.\n"));
}

#[test]
fn lists_are_json_one_object_a_line() {
    let folder = only_sunderland();
    let of = |what| json_lines(&folder.run(&["list", what, "--format", "json"]).expect(0));
    let letters = of("letters");
    assert_eq!(letters.len(), 3);
    assert_eq!(letters[1]["dated"], "2018-02-15");
    assert_eq!(letters[1]["on_site"], "2018-01-23/2018-01-24");
    assert_eq!((&letters[1]["visit"], &letters[0]["visit"]), (&Value::from(6), &Value::Null));
    let gaps = of("gaps");
    assert_eq!(gaps.len(), 8);
    let unknown: Vec<&Value> = gaps.iter().filter(|gap| gap["on"].is_null()).collect();
    let numbers: Vec<(&Value, &Value)> =
        unknown.iter().map(|it| (&it["cycle"], &it["first"])).collect();
    assert_eq!(numbers, [(&Value::from(2), &Value::from(3)), (&Value::from(1), &Value::from(2))]);
    assert!(of("topics").iter().any(|it| it["topic"] == "thresholds" && it["group"] == "Access"));
    let authorities = of("authorities");
    assert_eq!(authorities[0]["visits_without_letter"], 8);
    assert_eq!(of("drafts"), Vec::<Value>::new());
}

#[test]
fn lists_count_drafts_and_say_when_the_content_has_mistakes() {
    let folder = Folder::with_sunderland();
    let letter = ["new", "letter", "sunderland", "--dated", "2019-03-01", "--on-site", "2019-02"];
    folder.run(&letter).expect(0);
    let drafts = json_lines(&run(folder.path(), &["list", "drafts", "--format", "json"]).expect(0));
    assert_eq!(drafts.len(), 1);
    assert_eq!(drafts[0]["file"], "content/authorities/sunderland/2019-03-01-monitoring-visit.md");
    folder.write("content/authorities/odd/authority.md", "---\nname: \"a\\e[31m\\nb\"\n---\n");
    folder.write("content/topics/bad.md", "---\ntitle: Bad\n---\n");
    let listed = folder.run(&["list", "authorities"]).expect(0);
    assert!(listed.stdout.contains("a␛[31m b"), "{}", listed.stdout);
    assert!(listed.stderr.contains("letterpress check"), "{}", listed.stderr);
    let elsewhere = Folder::new();
    let root = folder.path().to_string_lossy().into_owned();
    let letters = elsewhere.run(&["list", "letters", "--root", &root]).expect(0).stdout;
    assert!(letters.contains(&format!("{root}/content/")), "{letters}");
}
