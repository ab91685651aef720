//! Anchors of headings: those that GitHub gives the same text, and those that the site gave before.

use std::collections::BTreeSet;
use std::fs;

use proptest::prelude::*;
use scraper::{Html, Selector};

use crate::folder::Folder;

/// Headings of one text in order, each with its anchor on GitHub: by the rules of `github-slugger` 2, whose cases most of
/// these are.
const HEADINGS: &[(&str, &str)] = &[
    ("Alpha", "alpha"),
    ("What works & what doesn’t", "what-works--what-doesnt"),
    ("What's next?", "whats-next"),
    ("Early help / edge of care", "early-help--edge-of-care"),
    ("Prévention", "prévention"),
    ("Cafe\u{301}", "cafe\u{301}"),
    ("Gweithio gyda’n gilydd: tŷ, ŵyn", "gweithio-gydan-gilydd-tŷ-ŵyn"),
    ("2016–2018", "20162018"),
    ("2016 -- 2018", "2016----2018"),
    ("Plans --- and visits", "plans-----and-visits"),
    ("And so on...", "and-so-on"),
    ("Heading with a - dash", "heading-with-a---dash"),
    ("Heading with an _ underscore", "heading-with-an-_-underscore"),
    ("Heading with a period.txt", "heading-with-a-periodtxt"),
    (
        "exchange.bind_headers(exchange, routing [, bindCallback])",
        "exchangebind_headersexchange-routing--bindcallback",
    ),
    ("Привет", "привет"),
    ("Профили пользователей", "профили-пользователей"),
    ("Привет non-latin 你好", "привет-non-latin-你好"),
    ("हिन्दी में", "हिन्दी-में"),
    ("😄 emoji", "-emoji"),
    ("😄 - an emoji", "---an-emoji"),
    ("I ♥ unicode", "i--unicode"),
    ("Dash-dash", "dash-dash"),
    ("En–dash!", "endash"),
    ("Part Ⅳ, No. ½ and 3²", "part-ⅳ-no--and-3"),
    ("50% of £1,000", "50-of-1000"),
    (
        "*Strong* and `code_here` and [words](../topics/thresholds.md)",
        "strong-and-code_here-and-words",
    ),
    ("Alpha", "alpha-1"),
    ("alpha", "alpha-2"),
    ("Alpha 1", "alpha-1-1"),
    ("ΣΊΣΥΦΟΣ", "σίσυφος"),
];

fn page(headings: &[&str], links: &[&str]) -> String {
    let headings: Vec<String> = headings.iter().map(|it| format!("## {it}\n\nWords.\n")).collect();
    let links: Vec<String> = links.iter().map(|it| format!("[a link](<#{it}>)\n")).collect();
    format!("---\ntitle: Anchors\n---\n{}\n{}", headings.join("\n"), links.join("\n"))
}

/// The anchors of a page's headings; and all on it, each as often as it is there.
fn anchors(folder: &Folder, path: &str) -> (Vec<String>, Vec<String>) {
    let page = fs::read_to_string(folder.path().join("public").join(path)).expect("the page");
    let page = Html::parse_document(&page);
    let ids = |selector: &str| {
        let selector = Selector::parse(selector).expect("a selector");
        let ids = page.select(&selector).filter_map(|it| it.attr("id")).map(str::to_owned);
        ids.collect::<Vec<String>>()
    };
    (ids("main h2[id]"), ids("[id]"))
}

#[test]
fn headings_have_the_anchors_that_github_gives_them() {
    let folder = Folder::with_sunderland();
    let (headings, wanted): (Vec<&str>, Vec<&str>) = HEADINGS.iter().copied().unzip();
    folder.write("content/pages/anchors.md", page(&headings, &wanted));
    folder.run(&["build"]).expect(0);
    let (shown, all) = anchors(&folder, "anchors/index.html");
    assert_eq!(shown, wanted);
    let once: BTreeSet<&String> = all.iter().collect();
    assert_eq!(all.len(), once.len(), "{all:?}");
}

/// Links of others lead to the anchors that the site had before.
#[test]
fn earlier_anchors_lead_to_their_headings_still() {
    let folder = Folder::with_sunderland();
    let earlier = ["what-works-what-doesnt", "pr-vention", "alpha-3", "heading", "2016-2018"];
    let headings = [
        "What works & what doesn’t",
        "Prévention",
        "Alpha",
        "Alpha",
        "Alpha",
        "Привет",
        "2016–2018",
    ];
    folder.write("content/pages/anchors.md", page(&headings, &earlier));
    folder.run(&["build"]).expect(0);
    let (_, all) = anchors(&folder, "anchors/index.html");
    for anchor in earlier {
        assert_eq!(all.iter().filter(|it| *it == anchor).count(), 1, "{anchor}: {all:?}");
    }
}

/// What findings and the page itself have is theirs; a link by GitHub's anchor leads to the heading all the same.
#[test]
fn no_heading_takes_an_anchor_of_a_finding_or_of_the_page() {
    let folder = Folder::with_sunderland();
    let letter = "---\nkind: monitoring-visit\nvisit: 2\non_site: 2017-02\ndated: 2017-03\n\
                  source: https://letters.example/2.pdf\nfindings:\n  - id: plans\n    polarity: strength\n    \
                  topics: [leadership]\n    text: Leaders lead.\n---\nWords.[^1]\n\n## Plans\n\n## Main\n\n\
                  ## Section findings\n\n## note_1\n\n## kind_all\n\n[a](#main) [b](#section-findings) [c](#note_1) \
                  [d](#plans-2) [e](#kind_all)\n\n[^1]: A note.\n";
    folder.write("content/authorities/sunderland/visit-2.md", letter);
    folder.run(&["build"]).expect(0);
    let (_, all) = anchors(&folder, "authorities/sunderland/visit-2/index.html");
    for anchor in ["plans", "plans-2", "main", "section-findings", "note_1"] {
        assert_eq!(all.iter().filter(|it| *it == anchor).count(), 1, "{anchor}: {all:?}");
    }
}

/// Each id with an underscore that a template of the program gives is one that no heading gets.
#[test]
fn the_pages_own_anchors_are_reserved() {
    let folder = Folder::with_sunderland();
    let own = ["kind_all", "note_1_mark", "page_3", "search_words", "strip_title", "strip_words"];
    folder.write("content/pages/anchors.md", page(&own, &own));
    folder.run(&["build"]).expect(0);
    let (shown, _) = anchors(&folder, "anchors/index.html");
    assert!(own.iter().all(|it| !shown.iter().any(|shown| shown == it)), "{shown:?}");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    /// Whatever the headings are, no anchor is there twice, and each of GitHub's can be linked to.
    #[test]
    fn anchors_are_there_once(headings in prop::collection::vec("[a-c1\\- é&_–]{1,6}", 1..12)) {
        let folder = Folder::with_sunderland();
        let headings: Vec<String> = headings.iter().map(|it| format!("x{it}x")).collect();
        let headings: Vec<&str> = headings.iter().map(String::as_str).collect();
        folder.write("content/pages/anchors.md", page(&headings, &[]));
        folder.run(&["build"]).expect(0);
        let (_, all) = anchors(&folder, "anchors/index.html");
        let once: BTreeSet<&String> = all.iter().collect();
        prop_assert_eq!(all.len(), once.len());
    }
}
