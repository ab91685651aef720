//! Texts of front matter: read within a line, as CommonMark reads one, and the same wherever they are published.

use letterpress::Site;
use letterpress::plan::Route;
use markdown::mdast::Node;
use markdown::{Constructs, ParseOptions};
use proptest::prelude::*;
use proptest::sample::select;
use pulldown_cmark::{Event, Options, Parser, TagEnd};
use scraper::{Html, Selector};
use serde_json::Value;

use crate::data::table;
use crate::entry_points::writers::without_guards;
use crate::folder::{Folder, Run};
use crate::fuzz::many;

/// What begins a block in CommonMark, or ends one, and what means something within a line.
const MARKS: &[&str] = &[
    "> ",
    ">",
    "- ",
    "* ",
    "+ ",
    "1. ",
    "1) ",
    "2018. ",
    "007) ",
    "# ",
    "###### ",
    "#",
    "####### ",
    "---",
    "***",
    "___",
    "- - -",
    "* * *",
    "===",
    "```",
    "~~~",
    "``",
    "`",
    "~~",
    "~",
    "[a]: b",
    "[^1]: ",
    "[^1]",
    "[x]",
    "| a | b |",
    "|---|",
    "    ",
    "\t",
    "\\",
    "\\-",
    "\\#",
    "*",
    "**",
    "_",
    "__",
    "!",
    "&amp;",
    "&ndash;",
    "&#45; ",
    "--",
    "...",
    "–",
    "…",
    ": ",
    "=",
    "<",
    "'",
    "\"",
    "’",
    "[Alfa](https://example.org/a)",
    "*some*",
    "**50%**",
    "`- a`",
    "- [ ] ",
    "www.example.org ",
    "£5 ",
    "é",
    "\u{a0}",
];

/// A text with such marks at its start and inside; now and then on lines of its own.
fn texts() -> impl Strategy<Value = String> {
    let word = select(vec!["Plans", "are", "late.", "50%", "of", "5", "x"]).prop_map(String::from);
    let mark = select(MARKS).prop_map(String::from);
    let part = prop_oneof![3 => mark.clone(), 4 => word, 2 => Just(" ".to_owned())];
    let line_end = prop_oneof![12 => Just(""), 1 => Just("\n")];
    let parts = prop::collection::vec((part, line_end), 0..9);
    let last = prop_oneof![
        "[a-z0-9]",
        select(vec!["#", " #", " ##", " -", "=", ">", ".", "…"]).prop_map(String::from)
    ];
    (mark, parts, last)
        .prop_map(|(mark, parts, last)| {
            let rest: String = parts.into_iter().map(|(part, end)| part + end).collect();
            mark + &rest + &last
        })
        // The other reader (`markdown` 1.0.0) strips no line end at the edge of code, as CommonMark does.
        .prop_filter("code over lines", |text| !(text.contains('`') && text.contains('\n')))
        // It also pairs stars of unequal runs otherwise than CommonMark does (`findings/runs-of-stars.sh`).
        .prop_filter("long runs of stars", |text| !text.contains("***"))
}

/// The words of a text as another reader of CommonMark has them, where nothing in it can begin a block.
fn expected(text: &str) -> String {
    let constructs = Constructs {
        block_quote: false,
        code_fenced: false,
        code_indented: false,
        definition: false,
        heading_atx: false,
        heading_setext: false,
        html_flow: false,
        list_item: false,
        thematic_break: false,
        ..Constructs::default()
    };
    let lines: Vec<&str> = text.trim().lines().map(str::trim).filter(|it| !it.is_empty()).collect();
    let options = ParseOptions { constructs, ..ParseOptions::default() };
    let tree = markdown::to_mdast(&lines.join("\n"), &options).expect("Markdown");
    let mut words = String::new();
    add_words(&tree, &mut words);
    plain(&words)
}

fn add_words(node: &Node, words: &mut String) {
    match node {
        Node::Text(text) => words.push_str(&text.value),
        Node::InlineCode(code) => words.push_str(&code.value),
        Node::Html(html) => words.push_str(&html.value),
        Node::Break(_) => words.push(' '),
        Node::Image(image) => words.push_str(&image.alt),
        node => node.children().into_iter().flatten().for_each(|child| add_words(child, words)),
    }
}

/// A text with plain quotation marks, and with one space between words.
fn plain(text: &str) -> String {
    let text = text.replace(['’', '‘'], "'").replace(['“', '”'], "\"");
    text.split_whitespace().collect::<Vec<&str>>().join(" ")
}

/// A site that says each text as a finding, as an event and as the note of a visit.
fn site_with(texts: &[String]) -> (Folder, Site) {
    let folder = Folder::with_sunderland();
    let each = |row: &dyn Fn(usize, &str) -> String| -> String {
        let rows = texts.iter().enumerate();
        rows.map(|(number, text)| row(number, &serde_json::to_string(text).expect("a text")))
            .collect()
    };
    let findings = each(&|number, text| {
        format!("  - {{id: f{number}, polarity: mixed, topics: [thresholds], text: {text}}}\n")
    });
    // One to a day, so that they stay in their order.
    let events = each(&|number, text| format!("  - {{date: {}, text: {text}}}\n", 1000 + number));
    let visits =
        each(&|number, text| format!("  - {{on_site: {}, note: {text}}}\n", 3000 + number));
    folder
        .write("site.toml", "title = \"Letters\"\nbase_url = \"https://host.example/\"\ntheme = \"gazette\"\n")
        .write("content/authorities/alfa/authority.md", format!("---\nname: Alfa\nevents:\n{events}visits:\n{visits}---\n"))
        .write(
            "content/authorities/alfa/texts.md",
            format!("---\nkind: focused-visit\non_site: 2019-01-01\ndated: 2019-02-01\nfindings:\n{findings}---\nThe visit.\n"),
        );
    let (site, _) = folder.load();
    (folder, site)
}

fn rendered(site: &Site, address: &str) -> String {
    let bytes =
        site.render(&Route::new(address)).unwrap_or_else(|it| panic!("{address}: {}", it.message));
    String::from_utf8(bytes).expect("UTF-8")
}

/// The words of each of some elements of a page.
fn elements(html: &str, selector: &str) -> Vec<String> {
    let page = Html::parse_document(html);
    let selector = Selector::parse(selector).expect("a selector");
    page.select(&selector).map(|it| plain(&it.text().collect::<String>())).collect()
}

/// The words of each item of a list in Markdown, as a reader of CommonMark has them.
fn items(markdown: &str) -> Vec<String> {
    let (mut items, mut open) = (Vec::new(), Vec::new());
    for event in Parser::new_ext(markdown, Options::empty()) {
        match event {
            Event::Start(pulldown_cmark::Tag::Item) => open.push(String::new()),
            Event::End(TagEnd::Item) => items.extend(open.pop()),
            Event::Text(text) | Event::Code(text) => {
                open.iter_mut().for_each(|it| it.push_str(&text))
            }
            Event::SoftBreak | Event::HardBreak => open.iter_mut().for_each(|it| it.push(' ')),
            Event::Html(html) | Event::InlineHtml(html) => panic!("{html} is HTML"),
            _ => {}
        }
    }
    items.iter().map(|item| plain(item)).collect()
}

/// What stands between a beginning and an end in each text that has both.
fn between(texts: Vec<String>, start: &str, end: &str) -> Vec<String> {
    let cut = |text: String| {
        let (_, rest) = text.split_once(start)?;
        Some(plain(rest.rsplit_once(end)?.0))
    };
    texts.into_iter().filter_map(cut).collect()
}

fn column(site: &Site, name: &str, column: &str, is_ours: impl Fn(&str) -> bool) -> Vec<String> {
    let rows = table(site, name).rows.into_iter().filter(|row| is_ours(&row["authority"]));
    rows.map(|row| plain(&without_guards(&row[column]))).collect()
}

fn at<'v>(value: &'v Value, list: &str) -> impl Iterator<Item = &'v Value> {
    value[list].as_array().unwrap_or_else(|| panic!("no {list} in {value}")).iter()
}

fn texts_of<'v>(values: impl Iterator<Item = &'v Value>, key: &str) -> Vec<String> {
    values.map(|it| plain(it[key].as_str().expect("a text"))).collect()
}

/// The HTML of the first entry of a feed.
fn atom_content(feed: &str) -> String {
    let feed = roxmltree::Document::parse(feed).expect("XML");
    let content =
        feed.descendants().find(|it| it.has_tag_name(("http://www.w3.org/2005/Atom", "content")));
    content.and_then(|it| it.text()).expect("a text").to_owned()
}

/// Everything that the site publishes of these texts, each with what it is.
fn published(site: &Site) -> Vec<(&'static str, Vec<String>)> {
    let letter = rendered(site, "/authorities/alfa/texts/");
    let authority = rendered(site, "/authorities/alfa/");
    let twin = rendered(site, "/authorities/alfa/texts/index.md");
    let twin_of_authority = items(&rendered(site, "/authorities/alfa/index.md"));
    let json: Value =
        serde_json::from_str(&rendered(site, "/data/authorities/alfa.json")).expect("JSON");
    let json = &json["authority"];
    let feed = atom_content(&rendered(site, "/authorities/alfa/feed.xml"));
    let json_feed: Value =
        serde_json::from_str(&rendered(site, "/authorities/alfa/feed.json")).expect("JSON");
    let json_feed = json_feed["items"][0]["content_html"].as_str().expect("HTML").to_owned();
    let newest_first = |mut texts: Vec<String>| {
        texts.reverse();
        texts
    };
    let events = elements(&authority, "li.event > p").into_iter();
    let notes = elements(&authority, "li.missing .absent > p");
    let is_event = |item: &String| item.starts_with('1');
    let events_of_twin = twin_of_authority.clone().into_iter().filter(is_event);
    let after_year = |text: String| text.split_once(' ').map(|(_, rest)| plain(rest));
    let records = site.search_records().into_iter().filter(|it| it.path.contains("alfa/texts/#f"));
    vec![
        ("finding: page", elements(&letter, ".listing li[id^=f] > p")),
        ("finding: feed", between(elements(&feed, "ul li"), "Mixed: ", " (")),
        ("finding: JSON feed", between(elements(&json_feed, "ul li"), "Mixed: ", " (")),
        ("finding: CSV", column(site, "findings", "text", |it| it == "alfa")),
        ("finding: JSON", texts_of(at(&json["letters"][0], "findings"), "text")),
        ("finding: Markdown", between(items(&twin), "Mixed: ", " Finding ")),
        ("finding: search", records.map(|it| plain(&it.passages.join(" "))).collect()),
        ("event: page", newest_first(events.filter_map(after_year).collect())),
        ("event: JSON", texts_of(at(json, "events"), "text")),
        ("event: Markdown", newest_first(events_of_twin.filter_map(after_year).collect())),
        ("note: page", newest_first(between(notes, "summarised this letter.", ""))),
        ("note: CSV", column(site, "visits", "note", |it| it == "alfa")),
        ("note: JSON", texts_of(at(json, "visits"), "note")),
        (
            "note: Markdown",
            newest_first(between(twin_of_authority.clone(), "not summarised here.", "")),
        ),
    ]
}

/// Texts are given out of a list, so that a failure names the one that is different.
fn hold(texts: &[String]) -> Result<(), TestCaseError> {
    let expected: Vec<String> = texts.iter().map(|text| expected(text)).collect();
    let (_folder, site) = site_with(texts);
    for (what, published) in published(&site) {
        prop_assert_eq!(published.len(), expected.len(), "{}", what);
        for (text, (published, expected)) in texts.iter().zip(published.iter().zip(&expected)) {
            // Of many marks of emphasis the other reader (`markdown` 1.0.0) pairs others than CommonMark's own programs.
            let marks: &[char] =
                if text.matches(['*', '_']).count() > 2 { &['*', '_'] } else { &[] };
            let [published, expected] = [published, expected].map(|it| it.replace(marks, ""));
            prop_assert_eq!(published, expected, "{}: {:?}", what, text);
        }
    }
    Ok(())
}

/// Ten thousand for each field: two hundred sites of fifty.
#[test]
fn a_text_says_the_same_wherever_it_is_published() {
    many("texts", prop::collection::vec(texts(), 50), |texts| hold(&texts));
}

#[test]
fn what_begins_a_block_elsewhere_is_published_as_it_is_written() {
    let texts = [
        "> 50% of plans",
        "+ 5 points",
        "1) Plans are late.",
        "2018. A bad year",
        "# 1 priority",
        "- Plans",
        "* Plans",
        "---",
        "***",
        "~~~",
        "[a]: b",
        "```",
        "    four spaces",
        "| a | b |",
        "a -- b ... c",
        "~5 to ~7",
        "10 #",
        "#",
        "a\\\n> b",
        "<https://example.org/>",
        "[^1]: a note",
    ];
    hold(&texts.map(str::to_owned)).expect("the same");
    for text in
        texts.iter().filter(|text| !text.contains('\n') && !text.starts_with(['<', ' ', '*', '`']))
    {
        assert_eq!(expected(text), *text);
    }
}

#[test]
fn paragraphs_and_lists_in_a_text_are_an_error_at_their_place() {
    let cases = [
        (
            "findings:\n  - polarity: mixed\n    topics: [thresholds]\n    text: |\n      Plans.\n\n      Late.\n",
            true,
        ),
        (
            "findings:\n  - polarity: mixed\n    topics: [thresholds]\n    text: |\n      - Plans\n      - Late\n",
            true,
        ),
        (
            "findings:\n  - polarity: mixed\n    topics: [thresholds]\n    text: \"a\\n1) b\"\n",
            true,
        ),
        (
            "findings:\n  - polarity: mixed\n    topics: [thresholds]\n    text: |\n      Plans\n      are late.\n",
            false,
        ),
        ("findings:\n  - polarity: mixed\n    topics: [thresholds]\n    text: \"> 50%\"\n", false),
        (
            "findings:\n  - polarity: mixed\n    topics: [thresholds]\n    text: \"a\\n2018. b\"\n",
            false,
        ),
    ];
    for (findings, is_refused) in cases {
        let folder = Folder::with_sunderland();
        folder.write(
            "content/authorities/sunderland/texts.md",
            format!(
                "---\nkind: focused-visit\non_site: 2019\ndated: 2019\n{findings}---\nThe visit.\n"
            ),
        );
        let Run { stderr, .. } = folder.run(&["check", "--quiet"]);
        assert_eq!(stderr.contains("error[several-paragraphs]"), is_refused, "{findings}{stderr}");
    }
}

/// What nobody has read is shown to editors alone, and says so.
#[test]
fn a_suggested_finding_is_published_by_nobody_and_marked_in_drafts() {
    let folder = Folder::with_sunderland();
    let letter = |draft: &str| {
        format!(
            "---\nkind: focused-visit\non_site: 2019\ndated: 2019\nsource: none\n{draft}findings:\n  - polarity: mixed\n    topics: [thresholds]\n    suggested: true\n    text: Staff listen.\n---\nThe visit.\n"
        )
    };
    let path = "content/authorities/sunderland/texts.md";
    folder.write(path, letter(""));
    let told = folder.run(&["build"]).expect(1).stderr;
    assert!(told.contains("error[suggested-finding]"), "{told}");
    folder.write(path, letter("draft: true\n"));
    folder.run(&["build"]).expect(0);
    let told = folder.run(&["build", "--drafts"]).expect(0).stderr;
    assert!(told.contains("warning[suggested-finding]"), "{told}");
    let mark = "Suggested from the letter's words; nobody has looked at it yet:";
    for file in ["authorities/sunderland/texts/index.html", "findings/thresholds/index.html"] {
        let page = std::fs::read_to_string(folder.path().join("public").join(file)).expect(file);
        let texts = elements(&page, "li p");
        let ours: Vec<&String> = texts.iter().filter(|it| it.contains("Staff listen.")).collect();
        assert!(!ours.is_empty() && ours.iter().all(|it| it.contains(mark)), "{file}: {texts:?}");
    }
    let twin = "public/authorities/sunderland/texts/index.md";
    let twin = std::fs::read_to_string(folder.path().join(twin)).expect("a page");
    assert!(plain(&twin).contains(mark), "{twin}");
}
