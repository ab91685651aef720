//! `themes/README.md`: what it says of templates is made from the views and from the themes themselves.

use std::fs;

use letterpress::render::template_reference;
use regex::Regex;

use crate::folder::{is_update, repository, tree};

/// What stands before this line is written by hand.
const MADE: &str = "<!-- From here on `UPDATE=1 cargo test` writes this file. -->\n";

#[test]
fn authors_of_themes_read_what_templates_see() {
    let path = repository().join("themes/README.md");
    let text = fs::read_to_string(&path).expect("a text");
    let (by_hand, made) = text.split_once(MADE).expect("the line");
    let expected = [options(), blocks(), components(), template_reference()].concat();
    if is_update() {
        fs::write(&path, [by_hand, MADE, &expected].concat()).expect("a file to update");
    } else {
        assert!(made == expected, "UPDATE=1 cargo test, then read the difference");
    }
}

#[test]
fn each_template_is_told_of() {
    let reference = template_reference();
    let includes = Regex::new(r#"include "([^"]+)""#).expect("a pattern");
    let plain = templates("plain");
    let included: Vec<&str> = plain
        .iter()
        .flat_map(|(_, text)| includes.captures_iter(text))
        .map(|it| it.get(1).expect("a name").as_str())
        .chain(["base.html", "parts.html"])
        .collect();
    // What a script or a stylesheet is made of sees what all see.
    let is_of_a_page = |name: &str| !name.starts_with("static/") && !included.contains(&name);
    for (name, _) in plain.iter().filter(|(name, _)| is_of_a_page(name)) {
        assert!(reference.contains(&format!("\n### `{name}`\n")), "{name} is not told of");
    }
}

/// Each template of a theme with its text, by name.
fn templates(theme: &str) -> Vec<(String, String)> {
    let files = tree(&repository().join(format!("themes/{theme}/templates")));
    let text = |bytes| String::from_utf8(bytes).expect("a text");
    files.into_iter().map(|(name, bytes)| (name, text(bytes))).collect()
}

fn options() -> String {
    let option = Regex::new(r#"(?m)^(\w+) = ("|')"#).expect("a pattern");
    let path = repository().join("themes/gazette/theme.toml");
    let text = fs::read_to_string(path).expect("a text");
    let (_, options) = text.split_once("[options]\n").expect("options");
    assert!(option.is_match(options), "{options}");
    format!("\n## Options of `gazette`\n\n```toml\n[options]\n{}\n```\n", options.trim())
}

fn blocks() -> String {
    let block = Regex::new(r"\{%-? block (\w+)").expect("a pattern");
    let mut rows = String::new();
    for (name, text) in templates("plain") {
        let blocks: Vec<String> =
            block.captures_iter(&text).map(|it| format!("`{}`", &it[1])).collect();
        if !blocks.is_empty() && (name == "base.html" || blocks.len() > 1) {
            rows.push_str(&format!("| `{name}` | {} |\n", blocks.join(", ")));
        }
    }
    format!("\n## Blocks\n\n| Template | Blocks |\n|---|---|\n{rows}")
}

fn components() -> String {
    let component =
        Regex::new(r"(?:\{#- ((?:[^#]|#[^}])*?) -?#\}\n)?\{% component (\w+)\((.*?)\) -?%\}")
            .expect("a pattern");
    let mut text = String::from("\n## Components\n");
    for theme in ["plain", "gazette"] {
        let mut rows: Vec<String> = Vec::new();
        for (_, template) in templates(theme) {
            for found in component.captures_iter(&template) {
                let about = found.get(1).map_or("", |it| it.as_str());
                let about: Vec<&str> = about.split_whitespace().collect();
                let about = about.join(" ");
                let arguments: Vec<String> = found[3]
                    .split(", ")
                    .filter(|it| !it.starts_with('@') && !it.is_empty())
                    .map(|it| format!("`{it}`"))
                    .collect();
                rows.push(format!("| `{}` | {} | {about} |\n", &found[2], arguments.join(", ")));
            }
        }
        rows.sort();
        assert!(rows.len() > 5, "{theme}: {rows:?}");
        text.push_str(&format!(
            "\nOf `{theme}`:\n\n| Component | Arguments | |\n|---|---|---|\n{}",
            rows.concat()
        ));
    }
    text + "\n## Templates\n"
}
