//! A site in Welsh: nothing that the program says on it is English.
//!
//! What is English is known from the table of messages in English: each word of it that Welsh has not too.

use std::collections::BTreeSet;
use std::fs;
use std::sync::LazyLock;

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};
use letterpress::Site;
use regex::Regex;
use roxmltree::Document;
use scraper::{ElementRef, Html, Node};
use serde_json::Value;

use crate::folder::{Folder, load, repository};
use crate::second_nation::{THEMES, WELSH, folder, published};

/// Words that stand in the English table and are Welsh, or no language's, too.
const SHARED: &[(&str, &str)] = &[
    ("a", "Welsh: and, which"),
    ("i", "Welsh: to, for"),
    ("o", "Welsh: of, from"),
    ("am", "Welsh: about"),
    ("at", "Welsh: to"),
    ("data", "the same in both"),
    ("atom", "the name of a format"),
    ("csv", "the name of a format"),
    ("json", "the name of a format"),
    ("edtf", "the name of a format"),
    ("markdown", "the name of a format"),
    ("utf", "the name of an encoding"),
    ("pandas", "the name of a program"),
    ("python", "the name of a programming language"),
    ("javascript", "the name of a programming language"),
];

/// A message of the English table.
struct Message {
    id: String,
    /// What it says, without what is put in.
    texts: Vec<String>,
}

/// What the program says in English.
fn english() -> Vec<Message> {
    let tables = THEMES.map(|theme| repository().join(format!("themes/{theme}/i18n/en.ftl")));
    let mut messages = Vec::new();
    for table in tables.iter().filter(|table| table.exists()) {
        let text = fs::read_to_string(table).expect("the English table");
        let resource = fluent_syntax::parser::parse(text).expect("a table in Fluent");
        for entry in resource.body {
            let Entry::Message(message) = entry else { continue };
            let mut texts = Vec::new();
            let attributes = message.attributes.into_iter().map(|attribute| attribute.value);
            for pattern in message.value.into_iter().chain(attributes) {
                add_texts(&pattern, &mut texts);
            }
            messages.push(Message { id: message.id.name, texts });
        }
    }
    assert!(messages.len() > 200, "the English table is found");
    messages
}

fn add_texts(pattern: &Pattern<String>, texts: &mut Vec<String>) {
    for element in &pattern.elements {
        match element {
            PatternElement::TextElement { value } => texts.push(value.clone()),
            PatternElement::Placeable { expression } => add_texts_of(expression, texts),
        }
    }
}

fn add_texts_of(expression: &Expression<String>, texts: &mut Vec<String>) {
    match expression {
        Expression::Select { variants, .. } => {
            variants.iter().for_each(|variant| add_texts(&variant.value, texts));
        }
        Expression::Inline(InlineExpression::StringLiteral { value }) => texts.push(value.clone()),
        Expression::Inline(InlineExpression::Placeable { expression }) => {
            add_texts_of(expression, texts);
        }
        Expression::Inline(_) => {}
    }
}

/// The words of a text in small letters, without addresses and names of files.
fn words(text: &str) -> BTreeSet<String> {
    static NO_WORDS: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(r"(https?|tag):\S+|[\w./-]+\.(csv|json|xml|md|html|example)\b").expect("a pattern")
    });
    static WORD: LazyLock<Regex> =
        LazyLock::new(|| Regex::new(r"\p{L}+(?:'\p{L}+)*").expect("a pattern"));
    let text = text.replace('’', "'").to_lowercase();
    let text = NO_WORDS.replace_all(&text, " ");
    WORD.find_iter(&text).map(|word| word.as_str().to_owned()).collect()
}

/// The words that only English has.
fn english_words() -> BTreeSet<String> {
    let messages = english();
    let texts = messages.iter().flat_map(|message| &message.texts);
    let mut all: BTreeSet<String> = texts.flat_map(|text| words(text)).collect();
    for (word, _) in SHARED {
        all.remove(*word);
    }
    all
}

/// What readers and programs are told on a page or in a file, piece by piece.
fn pieces(path: &str, bytes: &[u8]) -> Vec<String> {
    let text = String::from_utf8_lossy(bytes);
    let extension = path.rsplit('.').next().unwrap_or_default();
    let mut pieces = Vec::new();
    match extension {
        "html" => add_html(&Html::parse_document(&text), &mut pieces),
        "md" => pieces.push(text.into_owned()),
        "xml" if path.ends_with("feed.xml") => add_feed(&text, &mut pieces),
        "json" => {
            add_values(&serde_json::from_str(&text).expect("JSON"), &mut pieces);
        }
        "js" | "css" if !path.starts_with("pagefind/") => add_literals(&text, &mut pieces),
        _ => {}
    }
    pieces
}

fn add_html(html: &Html, pieces: &mut Vec<String>) {
    for node in html.tree.nodes() {
        let parents = || node.ancestors().filter_map(ElementRef::wrap);
        let is_in = |names: &[&str]| parents().any(|it| names.contains(&it.value().name()));
        match node.value() {
            Node::Text(text) if is_in(&["script"]) => {
                if let Ok(json) = serde_json::from_str(text) {
                    add_values(&json, pieces);
                } else {
                    add_literals(text, pieces);
                }
            }
            // In code are the words of the data, which are for programs.
            Node::Text(_) if is_in(&["style", "code"]) => {}
            Node::Text(text) => pieces.push(text.to_string()),
            Node::Element(element) => {
                for (name, value) in element.attrs() {
                    match name {
                        "title" | "alt" | "placeholder" | "aria-label" | "aria-description" => {
                            pieces.push(value.to_owned());
                        }
                        "content" if element.name() == "meta" => {
                            let is_told = element.attr("name") == Some("description");
                            pieces.extend(is_told.then(|| value.to_owned()));
                        }
                        "label" if element.name() != "track" => pieces.push(value.to_owned()),
                        "style" => add_literals(value, pieces),
                        _ if name.starts_with("data-") && value.contains(' ') => {
                            pieces.push(value.to_owned());
                        }
                        _ => {}
                    }
                }
            }
            _ => {}
        }
    }
}

fn add_feed(text: &str, pieces: &mut Vec<String>) {
    let feed = Document::parse(text).expect("XML");
    for element in feed.descendants().filter(|it| it.is_element()) {
        let Some(text) = element.text() else { continue };
        match (element.tag_name().name(), element.attribute("type")) {
            (_, Some("html")) => add_html(&Html::parse_fragment(text), pieces),
            ("title" | "subtitle" | "summary" | "name" | "rights" | "content", _) => {
                pieces.push(text.to_owned());
            }
            _ => {}
        }
    }
}

/// The texts for people in JSON: those of a feed, of the package, of JSON-LD.
fn add_values(value: &Value, pieces: &mut Vec<String>) {
    match value {
        Value::Object(entries) => {
            for (key, value) in entries {
                match (key.as_str(), value) {
                    ("content_html", Value::String(html)) => {
                        add_html(&Html::parse_fragment(html), pieces);
                    }
                    ("title" | "description" | "summary" | "about" | "headline", Value::String(text)) => {
                        pieces.push(text.clone());
                    }
                    // A name is for people only where there are types, in JSON-LD.
                    ("name" | "alternateName", Value::String(text)) if entries.contains_key("@type") => {
                        pieces.push(text.clone());
                    }
                    _ => add_values(value, pieces),
                }
            }
        }
        Value::Array(items) => items.iter().for_each(|item| add_values(item, pieces)),
        _ => {}
    }
}

/// Texts with a space in them that stand in a script or a stylesheet, and what a stylesheet puts on the page.
fn add_literals(text: &str, pieces: &mut Vec<String>) {
    static COMMENT: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(r"(?s)/\*.*?\*/|(?m)(^|\s)//[^\n]*$").expect("a pattern")
    });
    static LITERAL: LazyLock<Regex> =
        LazyLock::new(|| Regex::new(r#""((?:[^"\\\n]|\\.)*)"|`([^`]*)`"#).expect("a pattern"));
    let text = COMMENT.replace_all(text, " ");
    for literal in LITERAL.captures_iter(&text) {
        let before = text[..literal.get(0).expect("all of it").start()].trim_end();
        let is_shown = before.ends_with("content:") || before.ends_with("label:");
        let inside = literal.get(1).or(literal.get(2)).expect("what is inside").as_str();
        let is_sentence = inside.split_whitespace().filter(|it| it.chars().all(char::is_alphabetic)).count() > 1;
        let is_font = before.ends_with(',') || before.ends_with("font-family:");
        if is_shown || (is_sentence && !is_font) {
            pieces.push(inside.to_owned());
        }
    }
}

/// The English words that the site in Welsh says, each with where and in what.
fn english_on(site: &Site) -> Vec<String> {
    let english = english_words();
    let mut found = Vec::new();
    let mut look = |place: &str, piece: &str| {
        let here: Vec<String> = words(piece).intersection(&english).cloned().collect();
        if !here.is_empty() {
            let piece: String = piece.trim().chars().take(120).collect();
            found.push(format!("{place}: {} in “{piece}”", here.join(", ")));
        }
    };
    for route in site.routes() {
        let bytes = site.render(route).expect("a page");
        let file = match route.as_str() {
            page if page.ends_with('/') => format!("{page}index.html"),
            file => file.to_owned(),
        };
        for piece in pieces(file.trim_start_matches('/'), &bytes) {
            look(&file, &piece);
        }
    }
    for record in site.search_records() {
        let about = record.about.into_iter().map(|(_, value)| value);
        let facets = record.facets.into_iter().flat_map(|(_, values)| values);
        for piece in [record.title, record.text].into_iter().chain(about).chain(facets) {
            look(&format!("search: {}", record.path), &piece);
        }
    }
    found
}

/// The site in Welsh, with a theme.
fn welsh(theme: &str) -> Folder {
    let folder = folder(WELSH);
    let settings = fs::read_to_string(folder.path().join("site.toml")).expect("the settings");
    let line = "theme = \"plain\"\n";
    assert!(settings.contains(line), "{settings}");
    folder.write("site.toml", settings.replace(line, &format!("theme = \"{theme}\"\n")));
    folder
}

#[test]
fn a_site_in_welsh_says_nothing_in_english() {
    for theme in THEMES {
        let (site, report) = welsh(theme).load();
        assert!(report.is_empty(), "{:#?}", report.diagnostics());
        let found = english_on(&site);
        assert!(found.is_empty(), "{theme}: {} places\n{}", found.len(), found.join("\n"));
    }
}

#[test]
fn a_site_in_welsh_says_which_language_it_is_in() {
    for (path, bytes) in published(WELSH, "gazette") {
        let text = String::from_utf8_lossy(&bytes);
        if path.ends_with(".html") {
            assert!(text.contains("<html lang=\"cy\""), "{path}: {text}");
        } else if path.ends_with("feed.xml") {
            assert!(text.contains("xml:lang=\"cy\""), "{path}: {text}");
        } else if path.ends_with("feed.json") || path == "data/site.json" {
            assert!(text.contains("\"language\":\"cy\""), "{path}: {text}");
        }
    }
    let (site, _) = load(&repository().join(format!("tests/sites/{WELSH}/in")));
    let titles: Vec<String> = site.search_records().into_iter().map(|it| it.title).collect();
    let joined = "Aberwen a Dyffryn Glas";
    assert!(titles.iter().any(|title| title.contains(joined)), "{titles:#?}");
}

/// Each message has a word that no Welsh text has: were it left, the test above would tell.
#[test]
fn each_english_message_would_be_noticed() {
    let english = english_words();
    let unnoticed: Vec<String> = english_messages_without(&english);
    assert!(unnoticed.is_empty(), "{}", unnoticed.join("\n"));
}

fn english_messages_without(noticed: &BTreeSet<String>) -> Vec<String> {
    let all = english().into_iter();
    let unnoticed = all.filter(|message| {
        let said: BTreeSet<String> = message.texts.iter().flat_map(|text| words(text)).collect();
        let is_shared = |word: &String| SHARED.iter().any(|(shared, _)| shared == word);
        !said.is_empty() && said.is_disjoint(noticed) && !said.iter().all(|word| is_shared(word) && word.len() > 2)
    });
    unnoticed.map(|message| format!("{}: {}", message.id, message.texts.join(" … "))).collect()
}

/// The test of a site in Welsh finds a single message that was left in English.
#[test]
fn one_message_in_english_is_found() {
    let messages = english();
    for text in ["Skip to main content", "Home", "Letters"] {
        let message = messages.iter().find(|it| it.texts == [text]);
        let id = &message.unwrap_or_else(|| panic!("no message says {text}")).id;
        let folder = welsh("gazette");
        folder.write("i18n/cy.ftl", format!("{id} = {text}\n"));
        let (site, report) = folder.load();
        assert!(!report.has_errors(), "{:#?}", report.diagnostics());
        let found = english_on(&site);
        assert!(found.iter().any(|it| it.ends_with(&format!("in “{text}”"))), "{text}: {found:?}");
    }
}

#[test]
fn what_both_languages_share_is_in_the_english_table() {
    let texts: Vec<String> = english().into_iter().flat_map(|message| message.texts).collect();
    let words: BTreeSet<String> = texts.iter().flat_map(|text| words(text)).collect();
    let needless: Vec<&str> =
        SHARED.iter().map(|(word, _)| *word).filter(|word| !words.contains(*word)).collect();
    assert!(needless.is_empty(), "{needless:?}");
}
