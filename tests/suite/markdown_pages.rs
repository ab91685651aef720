//! Pages in Markdown: there is one of each letter and authority, it says what the page says, and no more
//! of it is markup.

use std::collections::BTreeSet;

use letterpress::Site;
use letterpress::plan::{FileKind, Route, Target};
use proptest::prelude::*;
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};
use scraper::{Html, Selector};

use crate::data::table;
use crate::entry_points::writers::without_guards;
use crate::folder::Folder;
use crate::repository_content::own_sites;

const OPTIONS: Options =
    Options::ENABLE_TABLES.union(Options::ENABLE_FOOTNOTES).union(Options::ENABLE_STRIKETHROUGH);

fn rendered(site: &Site, route: &Route) -> String {
    let bytes = site.render(route).unwrap_or_else(|error| panic!("{route}: {}", error.message));
    String::from_utf8(bytes).expect("UTF-8")
}

fn twins(site: &Site) -> Vec<&Route> {
    let twins = site
        .plan()
        .routes()
        .filter(|(_, target)| matches!(target, Target::File(FileKind::Twin(_))));
    twins.map(|(route, _)| route).collect()
}

#[test]
fn each_letter_and_authority_has_a_text_that_its_page_links_to() {
    for folder in own_sites() {
        let (site, _) = folder.load();
        let archive = site.archive();
        assert_eq!(twins(&site).len(), archive.letters.len() + archive.authorities.len());
        for twin in twins(&site) {
            let page = Route::new(twin.as_str().strip_suffix("index.md").expect("beside the page"));
            let html = Html::parse_document(&rendered(&site, &page));
            let link =
                Selector::parse("link[rel=alternate][type='text/markdown']").expect("a selector");
            let hrefs: Vec<&str> = html.select(&link).filter_map(|it| it.attr("href")).collect();
            assert_eq!(hrefs, ["./index.md"], "{page}");
            let shown = Selector::parse("main a[href='./index.md']").expect("a selector");
            assert_eq!(html.select(&shown).count(), 1, "{page} says so to people too");
        }
    }
}

#[test]
fn links_in_texts_lead_to_pages_and_findings() {
    for folder in own_sites() {
        let (site, _) = folder.load();
        let mut anchors = 0;
        for twin in twins(&site) {
            let base = url::Url::parse(&format!("https://host.example{twin}")).expect("an address");
            for event in Parser::new_ext(&rendered(&site, twin), OPTIONS) {
                let Event::Start(Tag::Link { dest_url, .. }) = event else { continue };
                let url = base.join(&dest_url).expect("an address");
                if url.host_str() != Some("host.example") {
                    continue;
                }
                let route = Route::new(url.path());
                assert!(site.plan().target(&route).is_some(), "{twin}: {dest_url}");
                if let Some(anchor) = url.fragment() {
                    anchors += 1;
                    let page = rendered(&site, &route);
                    assert!(page.contains(&format!("id=\"{anchor}\"")), "{twin}: {dest_url}");
                }
            }
        }
        assert!(anchors >= site.indexes().findings.all().len(), "the findings are looked at");
    }
}

/// The words of each item of a list, as somebody reads them.
fn items(markdown: &str) -> Vec<String> {
    let mut items = Vec::new();
    let mut item = None;
    for event in Parser::new_ext(markdown, OPTIONS) {
        match event {
            Event::Start(Tag::Item) => item = Some(String::new()),
            Event::End(TagEnd::Item) => items.extend(item.take()),
            Event::Text(text) | Event::Code(text) => {
                item.iter_mut().for_each(|item: &mut String| item.push_str(&text));
            }
            Event::SoftBreak | Event::HardBreak => {
                item.iter_mut().for_each(|item: &mut String| item.push(' '));
            }
            Event::Html(html) | Event::InlineHtml(html) => panic!("{html} is HTML"),
            _ => {}
        }
    }
    items
}

fn spaced(text: &str) -> String {
    text.split_whitespace().collect::<Vec<&str>>().join(" ")
}

/// A site with a letter that says these texts wherever it can.
fn with_texts(texts: &[String]) -> Folder {
    let folder = Folder::with_sunderland();
    let findings: String = texts
        .iter()
        .map(|text| {
            let text = serde_json::to_string(text).expect("a text");
            format!(
                "  - {{polarity: mixed, topics: [thresholds], text: {text}, subject: {text}}}\n"
            )
        })
        .collect();
    let each: Vec<String> =
        texts.iter().map(|text| serde_json::to_string(text).expect("a text")).collect();
    folder.write(
        "content/authorities/sunderland/texts.md",
        format!(
            "---\nkind: focused-visit\non_site: 2019\ndated: 2019\nareas: [{}]\nfindings:\n{findings}---\n",
            each.join(", ")
        ),
    );
    folder
}

/// The findings of the letter with these texts, in the words of the table and of the Markdown.
fn told(texts: &[String]) -> (Vec<String>, Vec<String>) {
    let (site, _) = with_texts(texts).load();
    let rows = table(&site, "findings").rows;
    let expected = rows.iter().filter(|row| row["letter"] == "texts").map(|row| {
        let [text, subject] = ["text", "subject"].map(|column| without_guards(&row[column]));
        spaced(&format!("Mixed: {text} About: {subject}. Finding {}", row["number"]))
    });
    let page = rendered(&site, &Route::new("/authorities/sunderland/texts/index.md"));
    let told = items(&page).into_iter().filter(|item| item.contains("Finding "));
    (expected.collect(), told.map(|item| spaced(&item)).collect())
}

#[test]
fn text_stays_text() {
    let texts = [
        "<b>x</b> & *y* _z_ `code` [a](b) ![i](j) ~~k~~ | # l \\ m &amp; n",
        "# A heading",
        "- an item",
        "1. a number",
        "> a quote",
        "a * b * c",
        "***",
        "---",
        "`",
        "``a`b``",
        "*a*_b_ **c***d* ~~e~~",
        "a\\",
        "[x]",
        "&lt;",
        "1) one",
        "+ more",
        "= is",
        "a  \nb",
        "[a]: b",
        "*one*<https://example.org/?a=1&b=2>",
        "snake_case_word",
        "2*3*4",
        "<!-- hidden -->",
    ];
    let (expected, told) = told(&texts.map(str::to_owned));
    assert_eq!(told.len(), texts.len());
    assert_eq!(told, expected);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// Whatever an editor writes, the Markdown says what the table says.
    #[test]
    fn any_text_stays_text(
        texts in prop::collection::vec("[a-c *_`~\\[\\]()<>&#|!.\\\\+=1é“-]{1,24}[a-c]", 8..9)
    ) {
        let (expected, told) = told(&texts);
        prop_assert_eq!(told, expected, "{:?}", texts);
    }
}

#[test]
fn a_body_keeps_its_markdown_and_its_links_lead_from_elsewhere() {
    let folder = Folder::with_sunderland();
    folder.write(
        "content/authorities/sunderland/body.md",
        "---\nkind: focused-visit\non_site: 2019\ndated: 2019\nfindings:\n  - {id: own, polarity: mixed, \
         topics: [thresholds], text: 'See [](visit-1.md) and [it](#own).'}\n---\nOne *two* [three *four*][v] \
         and [v], [](visit-1.md \"A \\\"title\\\"\"), [out](https://example.org/a_(b)) \
         and <a@example.org>.\n\n[v]: visit-1.md\n\n## Heading\n\n> [quoted](authority.md)\n\n```\n[code](x.md)\n",
    );
    let (site, report) = folder.load();
    assert!(!report.has_errors(), "{:#?}", report.diagnostics());
    let page = rendered(&site, &Route::new("/authorities/sunderland/body/index.md"));
    let visit = "../../../authorities/sunderland/visit-1/";
    for expected in [
        format!("[three *four*]({visit}) and [v]({visit}), ["),
        format!(
            "]({visit} \"A \\\"title\\\"\"), [out](https://example.org/a_(b)) and <a@example.org>."
        ),
        "> [quoted](../../../authorities/sunderland/)\n\n```\n[code](x.md)\n```\n\n## Findings"
            .to_owned(),
        format!("]({visit}) and [it](../../../authorities/sunderland/body/#own)."),
    ] {
        assert!(page.contains(&expected), "{expected}\n\nis not in\n\n{page}");
    }
    assert!(!page.contains("visit-1.md"), "{page}");
    let headings: BTreeSet<String> =
        page.lines().filter(|it| it.starts_with('#')).map(str::to_owned).collect();
    assert!(
        headings.contains("## Findings") && headings.contains("### Thresholds"),
        "{headings:?}"
    );
}

/// The letter's text in Markdown that this body makes.
fn twin_of(body: &str) -> String {
    let folder = Folder::with_sunderland();
    folder.write(
        "content/authorities/sunderland/body.md",
        format!("---\nkind: focused-visit\non_site: 2019\ndated: 2019\n---\n{body}\n"),
    );
    let (site, _) = folder.load();
    rendered(&site, &Route::new("/authorities/sunderland/body/index.md"))
}

/// Fails where a text has HTML in it for a reader of some dialect of Markdown.
#[track_caller]
fn holds_no_html(markdown: &str) {
    for dialect in [
        Options::empty(),
        Options::ENABLE_TABLES,
        Options::ENABLE_FOOTNOTES,
        Options::ENABLE_GFM | OPTIONS,
        OPTIONS,
    ] {
        for event in Parser::new_ext(markdown, dialect) {
            if let Event::Html(html) | Event::InlineHtml(html) = &event {
                panic!("{html} is HTML for {dialect:?} in\n{markdown}");
            }
        }
    }
}

#[test]
fn labels_of_footnotes_are_no_html() {
    let label = "[^\"><script>x</script>]";
    let page = twin_of(&format!("One{label} and[^plain] [^2].\n\n{label}: x\n[^plain]: y\n"));
    holds_no_html(&page);
    assert!(!page.contains("<script"), "{page}");
    assert!(page.contains("One[^1] and[^plain] [^2].\n\n[^1]: x\n[^plain]: y"), "{page}");
    // What is no label does not become one.
    let page = twin_of("A[^1] b[^a b] c[^A  B]\n\n[^a b]: x\n");
    assert!(page.contains("A[^1] b[^2] c[^2]\n\n[^2]: x"), "{page}");
    let page = twin_of("A[^a\\]<b>]\n\n[^a\\]<b>]: x\n");
    assert!(page.contains("A[^1]\n\n[^1]: x"), "{page}");
}

/// Code in a table or a footnote is none for readers that know neither.
#[test]
fn what_is_code_only_here_is_no_html_elsewhere() {
    for body in [
        "| ` | x |\n|---|---|\n| `<script>x</script>` | y |",
        "[^1]: a b\n    ~~~\n    <script>x</script>\n    ~~~\n\nx[^1]",
        "[^1]: a b\n    ```\n    <script>x</script>\n    ````\n\nx[^1]",
        "| a | b |\n|---|---|\n| \\`<i>` | `<b>` |",
    ] {
        let page = twin_of(body);
        assert!(page.contains("script") || page.contains("lt;b"), "{page}");
        holds_no_html(&page);
    }
    // What is code for all stays as it is.
    let page = twin_of("A `<b>` and\n\n```\n<script>\n```");
    assert!(page.contains("A `<b>` and\n\n```\n<script>\n```"), "{page}");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    /// Whatever stands in a body, no reader of Markdown finds HTML in its text.
    #[test]
    fn no_body_is_html_for_any_reader(
        words in prop::collection::vec(
            prop::sample::select(&[
                "<script>", "</script>", "<b title=\"", "\">", "<!--", "-->", "`", "``", "```", "~~~", "\n", "\n\n",
                "    ", "> ", "- ", "| ", "|---|", "[^a]", "[^a]: ", "[^<i>]", "[^<i>]: ", "[x](y '<u>')", "![<b>](a.png)",
                "[r]: <z> \"<s>\"", "[r]", "\\", "<https://e.example/>", "word", "&lt;", "](", "[",
            ][..]),
            1..14,
        )
    ) {
        holds_no_html(&twin_of(&words.concat()));
    }
}
