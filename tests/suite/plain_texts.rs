//! Texts without a sign of Markdown are not read as Markdown. That must make no difference.

use letterpress::plan::Route;
use proptest::prelude::*;
use pulldown_cmark::{Options, Parser, html};
use scraper::{Html, Selector};

use crate::folder::Folder;
use crate::fuzz::many;

/// What findings are written with, and what means something between words.
const SIGNS: &str = "[a-zA-Z0-9 ,;:%().'\"&!?/é’–\u{a0}-]{0,60}";

/// The HTML of a text, as the parser of Markdown has it.
fn expected(text: &str) -> String {
    let mut written = String::new();
    html::push_html(&mut written, Parser::new_ext(text, Options::ENABLE_SMART_PUNCTUATION));
    let page = Html::parse_fragment(&written);
    let paragraph = Selector::parse("p").expect("a selector");
    page.select(&paragraph).next().expect("a paragraph").inner_html()
}

/// The HTML of findings with these texts, as their letter's page has it.
fn shown(texts: &[String]) -> Vec<String> {
    let folder = Folder::with_sunderland();
    let finding = |text: &String| {
        let quoted = serde_json::to_string(text).expect("a text");
        format!("  - polarity: strength\n    topics: [thresholds]\n    text: {quoted}\n")
    };
    let findings: String = texts.iter().map(finding).collect();
    folder.write("site.toml", "title = \"Letters\"\ntheme = \"gazette\"\n").write(
        "content/authorities/sunderland/visit.md",
        format!(
            "---\nkind: monitoring-visit\non_site: 2018-01-23\ndated: 2018-02-15\nfindings:\n{findings}---\n"
        ),
    );
    let (site, _) = folder.load();
    let page = site.render(&Route::new("/authorities/sunderland/visit/")).expect("a page");
    let page = Html::parse_document(&String::from_utf8(page).expect("a text"));
    let text = Selector::parse(".listing li > p").expect("a selector");
    page.select(&text).map(|text| text.inner_html()).collect()
}

#[test]
fn a_text_is_the_same_whether_it_is_read_as_markdown_or_not() {
    let text =
        ("[a-zA-Z]", SIGNS).prop_map(|(first, rest)| format!("{first}{rest}").trim().to_owned());
    let plain = ("[a-zA-Z]", "[a-z ,;:%().'/é’-]{0,40}")
        .prop_map(|(first, rest)| format!("{first}{rest}").trim().to_owned());
    // Hyphens and full stops in a row stay as they are, and quotation marks without a partner close, which the parser
    // alone does not know.
    let text = prop_oneof![text, plain].prop_filter("several in a row", |text| {
        let is_turned =
            text.matches('"').count() > 0 || text.contains("'n' ") || text.contains("0s");
        !text.contains("--") && !text.contains("..") && !is_turned
    });
    let texts = prop::collection::vec(text, 5);
    many("texts", texts, |texts| {
        let expected: Vec<String> = texts.iter().map(|text| expected(text)).collect();
        // Findings on one topic stand in the letter's order.
        prop_assert_eq!(shown(&texts), expected);
        Ok(())
    });
}
