//! Feeds, as their readers take them: who wrote an entry, of which day it is, and what it begins with.

use std::fs;

use roxmltree::{Document, Node};

use crate::folder::Folder;

const LETTER: &str = "content/authorities/sunderland/visit-2.md";

/// A letter with these dates.
fn letter(dates: &str, words: &str) -> String {
    format!(
        "---\nkind: monitoring-visit\nvisit: 2\n{dates}\nsource: https://letters.example/2.pdf\nfindings:\n  - polarity: strength\n    \
         topics: [leadership]\n    text: Leaders lead.\n---\n{words}\n"
    )
}

/// The entry of the letter in the feed of all: when it was changed, who wrote it, and what it holds.
fn entry(dates: &str, words: &str) -> [String; 3] {
    let folder = Folder::with_sunderland();
    folder.write(LETTER, letter(dates, words));
    folder.run(&["build"]).expect(0);
    let feed = fs::read_to_string(folder.path().join("public/feed.xml")).expect("a feed");
    let feed = Document::parse(&feed).expect("XML");
    let child = |node: Node<'_, '_>, name: &str| {
        let found = node.children().find(|it| it.tag_name().name() == name);
        found
            .map(|it| {
                it.descendants()
                    .filter(|it| it.is_text())
                    .filter_map(|it| it.text())
                    .collect::<String>()
            })
            .unwrap_or_default()
    };
    let entries = feed.descendants().filter(|it| it.tag_name().name() == "entry");
    let of_letter = |it: &Node<'_, '_>| child(*it, "id").ends_with("visit-2/");
    let entry = entries.into_iter().find(of_letter).expect("the letter's entry");
    let json = fs::read_to_string(folder.path().join("public/feed.json")).expect("a feed");
    let json: serde_json::Value = serde_json::from_str(&json).expect("JSON");
    let items = json["items"].as_array().expect("items");
    assert!(items.iter().all(|it| it["authors"] == json["authors"]), "{json}");
    let updated = child(entry, "updated");
    assert!(items.iter().any(|it| it["date_published"] == updated.as_str()), "{json}");
    [updated, child(entry, "author"), child(entry, "content")]
}

/// Of a year or a month it is the first day that all dates of the letter leave: nobody knows of a later one that it has
/// come.
#[test]
fn no_entry_is_of_a_day_that_may_be_to_come() {
    for (dates, day) in [
        ("on_site: 2019-05-02/2019-05-03\ndated: 2019-06-04", "2019-06-04"),
        ("on_site: 2019-05-02/2019-05-03\ndated: 2019-06-04\npublished: 2019-06-20", "2019-06-20"),
        ("on_site: 2019-05-02/2019-05-03\ndated: 2019-06-04\npublished: 2019-06", "2019-06-04"),
        ("on_site: 2019-05\ndated: 2019-06", "2019-06-01"),
        ("on_site: 2019\ndated: 2019", "2019-01-01"),
        ("on_site: 2019-05-02\ndated: 2019", "2019-05-02"),
    ] {
        let [updated, ..] = entry(dates, "Words.");
        assert_eq!(updated, format!("{day}T00:00:00Z"), "{dates}");
    }
}

/// `feed-rs` and `feedparser` pass the author of a feed on to no entry.
#[test]
fn each_entry_says_who_wrote_it() {
    let [_, author, _] = entry("on_site: 2019-05\ndated: 2019-06", "Words.");
    assert!(!author.is_empty());
}

#[test]
fn an_entry_has_the_first_paragraph_of_a_summary_whatever_stands_before_it() {
    for words in [
        "Plans are late.\n\nMore.",
        "## What works\n\nPlans are late.\n\nMore.",
        "| a |\n|---|\n| b |\n\nPlans are late.\n\nMore.",
        "[^1]: A note.\n\nPlans are late.[^1]\n\nMore.",
    ] {
        let [_, _, content] = entry("on_site: 2019-05\ndated: 2019-06", words);
        assert!(content.trim_start().starts_with("<p>Plans are late.</p>"), "{words}: {content}");
        assert!(!content.contains("More."), "{content}");
    }
}
