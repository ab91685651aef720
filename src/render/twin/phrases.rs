//! What several texts say in the same way: facts, dates, counts, where a page is.

use super::text::{link, plain};
use crate::index::PolarityCounts;
use crate::model::{Date, Polarity, Progress, Vocabulary};
use crate::plan::Route;
use crate::render::near;
use crate::render::scene::Scene;
use crate::render::views::parts::noun;

/// Adds a fact to a list of them, where there is one. The value is Markdown.
pub(super) fn fact(page: &mut String, name: &str, value: Option<String>) {
    if let Some(value) = value.filter(|value| !value.is_empty()) {
        page.push_str(&format!("- {name}: {value}\n"));
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

/// Texts of a list, one after another.
pub(super) fn joined(texts: &[String]) -> Option<String> {
    let texts: Vec<String> = texts.iter().map(|text| plain(text)).collect();
    (!texts.is_empty()).then(|| texts.join("; "))
}

/// A link to a page.
pub(super) fn to_page(scene: &Scene<'_>, words: &str, route: &Route) -> String {
    to_path(scene, words, route.path())
}

/// A link to a path from the site's root.
pub(super) fn to_path(scene: &Scene<'_>, words: &str, path: &str) -> String {
    link(&plain(words), &near::way(scene.route, path))
}

/// The whole address of a page, where the site's is known.
pub(super) fn whole_address(scene: &Scene<'_>, route: &Route) -> Option<String> {
    let url = scene.absolute_url(route);
    (!scene.settings.base_url_is_missing).then(|| format!("<{url}>"))
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

/// '3 findings: 2 strengths, 1 improving'.
pub(super) fn counts(counts: PolarityCounts) -> String {
    let each = Polarity::ALL.iter().map(|&polarity| (polarity, counts.get(polarity)));
    let each: Vec<String> = each
        .filter(|(_, count)| *count > 0)
        .map(|(polarity, count)| format!("{count} {}", noun(polarity, count)))
        .collect();
    let findings = if counts.total() == 1 { "finding" } else { "findings" };
    let colon = if each.is_empty() { "" } else { ": " };
    format!("{} {findings}{colon}{}", counts.total(), each.join(", "))
}
