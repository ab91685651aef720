//! What several texts say in the same way: facts, dates, counts, where a page is.

use super::text::{link, plain};
use crate::model::{Date, Progress};
use crate::plan::Route;
use crate::render::facts::{Fact, FactValue, Form, Piece};
use crate::render::page_context::Scene;
use crate::render::relative_links;

/// Adds facts as a list, and then the page's whole address, where the site's is known.
pub(super) fn facts(scene: &Scene<'_>, page: &mut String, facts: &[Fact], route: &Route) {
    for Fact { key: _, label, form, values } in facts {
        let separator = if *form == Form::List { "; " } else { ", " };
        let values: Vec<String> = values.iter().map(|value| fact_value(scene, value)).collect();
        page.push_str(&format!("- {label}: {}\n", values.join(separator)));
    }
    if !scene.settings.base_url_is_missing {
        page.push_str(&format!("- Page: <{}>\n", scene.absolute_url(route)));
    }
}

fn fact_value(scene: &Scene<'_>, FactValue { words, note }: &FactValue) -> String {
    let mut said = piece(scene, words);
    if !note.is_empty() {
        said.push(' ');
    }
    for each in note {
        match each {
            // A piece may begin or end with a space, which parts it from the next.
            Piece::Text(text) => {
                let words: Vec<String> = text.split(' ').map(plain).collect();
                said.push_str(&words.join(" "));
            }
            each => said.push_str(&piece(scene, each)),
        }
    }
    said
}

fn piece(scene: &Scene<'_>, piece: &Piece) -> String {
    match piece {
        Piece::Text(text) => plain(text),
        Piece::Date(day) => date(day),
        Piece::Page { title, route } => to_page(scene, title, route),
        Piece::Elsewhere { title, url } => link(&plain(title), url),
    }
}

/// Adds a part of the page under a heading, where there is something in it.
pub(super) fn section(page: &mut String, heading: &str, lines: &[String]) {
    if !lines.is_empty() {
        page.push_str(&format!("\n## {heading}\n\n{}\n", lines.join("\n")));
    }
}

/// Adds a body, where there is one.
pub(super) fn paragraphs(page: &mut String, body: &str) {
    if !body.is_empty() {
        page.push_str(&format!("\n{body}\n"));
    }
}

/// A link to a page.
pub(super) fn to_page(scene: &Scene<'_>, words: &str, route: &Route) -> String {
    to_path(scene, words, route.path())
}

/// A link to a path from the site's root.
pub(super) fn to_path(scene: &Scene<'_>, words: &str, path: &str) -> String {
    link(&plain(words), &relative_links::way(scene.route, path))
}

/// A date in words.
pub(super) fn date(date: &Date) -> String {
    plain(&date.words())
}

/// When something was and when it was published, in words.
pub(super) fn when(on_site: Option<&Date>, published: Option<&Date>, how: &str) -> String {
    let on_site = on_site.map(|it| format!("on site {}", date(it)));
    let published = published.map(|it| format!("{how} {}", date(it)));
    let both: Vec<String> = on_site.into_iter().chain(published).collect();
    both.join(", ")
}

/// The progress as printed.
pub(super) fn progress(progress: &Progress) -> String {
    format!("“{}”", plain(&progress.words))
}
