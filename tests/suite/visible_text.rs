//! What people and their programs are told by a file of a site, without what is for machines alone.

use std::sync::LazyLock;

use regex::Regex;
use roxmltree::Document;
use scraper::{ElementRef, Html, Node};
use serde_json::Value;

/// What tables are called in the data, where columns lead to them.
const TABLES: [&str; 7] =
    ["authorities", "findings", "inspections", "letters", "measures", "topics", "visits"];

/// What readers and programs are told on a page or in a file, piece by piece.
pub(crate) fn pieces(path: &str, bytes: &[u8]) -> Vec<String> {
    let text = String::from_utf8_lossy(bytes);
    let extension = path.rsplit('.').next().unwrap_or_default();
    let mut pieces = Vec::new();
    match extension {
        "html" => {
            add_html(&Html::parse_document(&text), &mut pieces);
            if path == "data/index.html" {
                pieces.retain(|piece| !TABLES.contains(&piece.as_str()));
            }
        }
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
                    (
                        "title" | "description" | "summary" | "about" | "headline",
                        Value::String(text),
                    ) => {
                        pieces.push(text.clone());
                    }
                    // A name is for people only where there are types, in JSON-LD.
                    ("name" | "alternateName", Value::String(text))
                        if entries.contains_key("@type") =>
                    {
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
    static COMMENT: LazyLock<Regex> =
        LazyLock::new(|| Regex::new(r"(?s)/\*.*?\*/|(?m)(^|\s)//[^\n]*$").expect("a pattern"));
    static LITERAL: LazyLock<Regex> =
        LazyLock::new(|| Regex::new(r#""((?:[^"\\\n]|\\.)*)"|`([^`]*)`"#).expect("a pattern"));
    let text = COMMENT.replace_all(text, " ");
    for literal in LITERAL.captures_iter(&text) {
        let before = text[..literal.get(0).expect("all of it").start()].trim_end();
        let inside = literal.get(1).or(literal.get(2)).expect("what is inside").as_str();
        let is_value = before.ends_with([':', '=']) && literal.get(1).is_some();
        let is_label = inside.starts_with(char::is_uppercase) || inside.contains('{');
        let is_shown = before.ends_with("content:") || before.ends_with("label:");
        let is_sentence =
            inside.split_whitespace().filter(|it| it.chars().all(char::is_alphabetic)).count() > 1;
        let is_font = before.ends_with(',') || before.ends_with("font-family:");
        if is_shown || (is_value && is_label) || (is_sentence && !is_font) {
            pieces.push(inside.to_owned());
        }
    }
}
