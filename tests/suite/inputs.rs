//! What an address is made of, as a number: where that is the same before and after an edit, so is what stands there.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use letterpress::plan::Route;
use letterpress::site::Changed;
use letterpress::{Folder, LoadOptions};
use rayon::prelude::*;

use crate::edits::Editor;
use crate::folder;

const EDITS: usize = 100;

/// Every address with its number and its bytes; `None` for a site with errors.
type Made = BTreeMap<Route, (u128, Vec<u8>)>;

fn made(root: &Path) -> Option<Made> {
    let mut source = Folder::new(root, LoadOptions::default());
    let made_from = source.made_from(&mut |_| ()).ok()?;
    let loaded = source.load(&Changed::Anything).ok();
    let (site, _) = loaded.filter(|(_, report)| !report.has_errors())?;
    let made_of = site.made_of(made_from);
    let page = |route: &&Route| {
        let number = made_of.of(route).expect("it stands there");
        Some(((*route).clone(), (number, site.render(route).ok()?)))
    };
    assert_eq!(made_of.of(&Route::new("/nowhere/")), None);
    site.routes().par_iter().map(page).collect()
}

/// What the edited site does not have: a letter to two authorities, texts with links, one authority after another.
fn write_more(root: &Path) {
    let write = |path: &str, text: &str| fs::write(root.join(path), text).expect("a file");
    write(
        "content/authorities/medway/visit-2.md",
        "---\nkind: monitoring-visit\nvisit: 2\non_site: 2018-06-01\ndated: 2018-06-20\n\
         source: https://letters.example/two.pdf\nauthorities: [medway, luton]\nfindings:\n  \
         - id: both\n    polarity: improving\n    topics: [thresholds]\n    text: Both share a service.\n\
         measures:\n  - id: cases\n    label: Cases\n    points: {2018-01: 12}\n---\nTo both.\n",
    );
    write(
        "content/authorities/luton/visit-2.md",
        "---\nkind: monitoring-visit\nvisit: 2\non_site: 2018-09-01\ndated: 2018-09-20\n\
         source: https://letters.example/three.pdf\nfindings:\n  - id: linked\n    polarity: strength\n    \
         topics: [planning]\n    text: Plans are [as before](../medway/visit-2.md#both).\n---\nA summary.\n",
    );
    write(
        "content/topics/planning.md",
        "---\ntitle: Planning\ngroup: Practice\n---\nSee [Luton](../authorities/luton/authority.md).\n",
    );
    write(
        "content/authorities/luton/authority.md",
        "---\nname: Luton\npredecessors: [sunderland]\n---\nOn Luton, with [a letter][1].\n\n\
         [1]: visit-2.md\n",
    );
}

/// Edits a site, and gives how many addresses were compared and how many of them kept their number.
fn hold_after_edits(seed: u64) -> (usize, usize) {
    let mut editor = Editor::without_search(seed);
    write_more(editor.root());
    let mut before = made(editor.root()).expect("a site without errors");
    let (mut compared, mut kept) = (0, 0);
    let mut is_good = true;
    for _ in 0..EDITS {
        let edit = editor.edit(!is_good);
        let now = made(editor.root());
        is_good = now.is_some();
        let Some(now) = now else { continue };
        for (route, (number, bytes)) in &now {
            let Some((old_number, old_bytes)) = before.get(route) else { continue };
            compared += 1;
            if number == old_number {
                kept += 1;
                assert!(bytes == old_bytes, "seed {seed}, {}: {route} is another", edit.what);
            }
        }
        before = now;
    }
    (compared, kept)
}

#[test]
fn what_is_made_of_the_same_is_the_same() {
    let seeds: Vec<u64> = (1..=4).collect();
    let counts: Vec<(usize, usize)> =
        seeds.par_iter().map(|&seed| hold_after_edits(seed)).collect();
    let compared: usize = counts.iter().map(|(compared, _)| compared).sum();
    let kept: usize = counts.iter().map(|(_, kept)| kept).sum();
    assert!(kept > compared / 5, "only {kept} of {compared} kept their number");
}

/// A link without words of its own says what the other file is called.
#[test]
fn a_text_with_a_link_is_made_of_everything() {
    const LINK: &str = "Plans are [as before](../medway/visit-2.md#both).";
    // Quoted texts may have signs by their numbers.
    let quoted = r#""Plans are []\u0028../sunderland/visit-1.md).""#;
    for link in ["Plans are [](../sunderland/visit-1.md).", quoted] {
        is_made_of_everything(|letter| letter.replace(LINK, link));
    }
}

fn is_made_of_everything(with_link: impl Fn(&str) -> String) {
    let editor = Editor::without_search(1);
    write_more(editor.root());
    let path = editor.root().join("content/authorities/luton/visit-2.md");
    let text = fs::read_to_string(&path).expect("a letter");
    fs::write(&path, with_link(&text)).expect("a letter");
    let before = made(editor.root()).expect("a site without errors");
    let other = editor.root().join("content/authorities/sunderland/visit-1.md");
    let text = fs::read_to_string(&other).expect("a letter");
    fs::write(&other, text.replace("visit: 1\n", "visit: 9\n")).expect("a letter");
    let now = made(editor.root()).expect("a site without errors");
    let of = |made: &Made, address: &str| made[&Route::new(address)].clone();
    let linked = "/authorities/luton/visit-2/";
    assert_ne!(of(&before, linked).1, of(&now, linked).1, "it shows the other's name");
    assert_ne!(of(&before, linked).0, of(&now, linked).0);
    let apart = "/authorities/medway/visit-1/";
    assert_eq!(of(&before, apart), of(&now, apart));
}

/// The text of a letter has a page of its own, and its letter's page says on which page of it words stand.
#[test]
fn pages_of_a_letter_are_made_of_its_text() {
    let site = folder::Folder::new();
    site.copy(&folder::repository().join("tests/sites/published-text/in"), "");
    // Without pages in the letter's file, which would be wrong ones then.
    let letter = "content/authorities/ayton-vale/visit-2.md";
    let facts = fs::read_to_string(site.path().join(letter)).expect("a letter");
    let lines = facts.lines().filter(|line| !line.trim_start().starts_with("page:"));
    site.write(letter, lines.map(|line| format!("{line}\n")).collect::<String>());
    let path = "content/authorities/ayton-vale/visit-2.txt";
    let text = fs::read_to_string(site.path().join(path)).expect("a text");
    let before = made(site.path()).expect("a site without errors");
    site.write(path, text.replacen("Managers know", "\u{c}Managers know", 1));
    let now = made(site.path()).expect("a site without errors");
    for address in ["/authorities/ayton-vale/visit-2/", "/authorities/ayton-vale/visit-2/letter/"] {
        let page = Route::new(address);
        assert_ne!(before[&page].1, now[&page].1, "{page} shows a page more");
        assert_ne!(before[&page].0, now[&page].0, "{page}");
    }
    for (route, (number, bytes)) in &now {
        let (old_number, old_bytes) = &before[route];
        assert!(number != old_number || bytes == old_bytes, "{route} is another");
    }

    site.write("site.toml", "title = \"Letters\"\n");
    let unpublished = made(site.path()).expect("a site without errors");
    assert!(!unpublished.contains_key(&Route::new("/authorities/ayton-vale/visit-2/letter/")));
}

/// Pages say where their file can be edited.
#[test]
fn a_page_is_made_of_where_its_file_is() {
    let editor = Editor::without_search(1);
    let settings = editor.root().join("site.toml");
    let text = fs::read_to_string(&settings).expect("settings");
    let repository = "[repository]\nurl = \"https://github.com/us/letters\"\n";
    fs::write(&settings, format!("{text}\n{repository}")).expect("settings");
    let before = made(editor.root()).expect("a site without errors");
    let topics = editor.root().join("content/topics");
    fs::rename(topics.join("thresholds.md"), topics.join("thresholds.MD")).expect("another name");
    let now = made(editor.root()).expect("a site without errors");
    let page = Route::new("/findings/thresholds/");
    assert_ne!(before[&page].1, now[&page].1, "it has another address to edit");
    assert_ne!(before[&page].0, now[&page].0);
}

/// A theme may show on any page what templates see of the site: here in how many parts it is searched.
#[test]
fn a_page_is_made_of_what_templates_see_of_the_site() {
    let site = folder::Folder::with_sunderland();
    let finding = "  - {polarity: strength, topics: [thresholds], text: Clear.}\n";
    for letter in 1..=41 {
        let findings = finding.repeat(500);
        let date = format!("20{letter:02}-05-01");
        let text = format!(
            "kind: monitoring-visit\non_site: {date}\ndated: {date}\nfindings:\n{findings}"
        );
        site.write(&format!("content/authorities/luton/{letter}.md"), format!("---\n{text}---\n"));
    }
    site.write("content/authorities/luton/authority.md", "---\nname: Luton\n---\n");
    let number = || {
        let mut source = Folder::new(site.path(), LoadOptions::default());
        let made_from = source.made_from(&mut |_| ()).expect("a folder");
        let (site, _) = source.load(&Changed::Anything).expect("a site");
        site.made_of(made_from).of(&Route::new("/authorities/sunderland/"))
    };
    let before = number();
    fs::remove_file(site.path().join("content/authorities/luton/41.md")).expect("one letter less");
    assert_eq!(number(), before, "it is of another authority, and all is searched as before");
    fs::remove_file(site.path().join("content/authorities/luton/40.md")).expect("one letter less");
    assert_ne!(number(), before, "it is searched as a whole");
}

/// A number is of one address: pages of one authority are made of the same, and are not the same.
#[test]
fn no_two_addresses_have_one_number() {
    let site = folder::Folder::with_sunderland();
    let made = made(site.path()).expect("a site without errors");
    let numbers: BTreeSet<u128> = made.values().map(|(number, _)| *number).collect();
    assert_eq!(numbers.len(), made.len());
}
