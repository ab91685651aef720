//! Pages run nothing that stands in the content, wherever it stands: looked for in the pages as browsers read them.

mod payloads;
mod site;

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use letterpress::Site;
use letterpress::diagnostics::{Severity, is_forbidden};
use letterpress::plan::Route;
use pulldown_cmark::{Options, Parser, html};
use scraper::Html;
use serde_json::Value;

use self::payloads::payloads;
use self::site::{PLACES, site};
use crate::entry_points::oracle::{active, policy};

/// The browser tests open these pages too.
const KEPT_IN: &str = "LETTERPRESS_HOSTILE";

/// The payloads as a site would show them that let all through.
fn unfiltered(payload: &str) -> bool {
    let rendered = [payload.to_owned(), format!("[a]({payload})")].map(|markdown| {
        let mut out = String::new();
        html::push_html(&mut out, Parser::new_ext(&markdown, Options::ENABLE_TABLES));
        out
    });
    rendered.iter().any(|html| !active(&Html::parse_document(html), &policy()).is_empty())
}

#[test]
fn the_oracle_sees_what_is_active() {
    let payloads = payloads();
    let seen = payloads.iter().filter(|payload| unfiltered(payload)).count();
    let wanted = if payloads.len() > 900 { 300 } else { 30 };
    assert!(seen >= wanted, "{seen} of {} payloads", payloads.len());
}

/// Whether a payload has a character that cannot be seen, as it is or by its number. The program tells of it where
/// Markdown reads it, and publishes no site with it.
pub(crate) fn hides(payload: &str) -> bool {
    let is_hidden = |reference: &str| {
        let mut html = String::new();
        html::push_html(&mut html, Parser::new(reference));
        html.contains(is_forbidden)
    };
    let mut references = payload
        .split('&')
        .skip(1)
        .filter_map(|part| part.split_once(';').map(|(name, _)| format!("&{name};")));
    payload.contains(is_forbidden) || references.any(|it| is_hidden(&it))
}

fn kept(site: &Site, folder: &Path) {
    for route in site.routes() {
        let path = folder.join(route.file());
        fs::create_dir_all(path.parent().expect("a folder")).expect("folders");
        fs::write(path, site.render(route).expect("a page")).expect("a file");
    }
}

/// Builds a site with these payloads and looks at all its pages. How many payloads in how many places it had.
fn holds_nothing_active(payloads: &[String], theme: &str) -> usize {
    let folder = site(payloads, theme);
    let (site, report) = folder.load();
    // Mistakes are told of, and what is read is shown all the same.
    let unread: Vec<&str> = report
        .diagnostics()
        .iter()
        .filter(|it| it.severity == Severity::Error && it.code().starts_with("yaml-"))
        .map(|it| it.place.path())
        .collect();
    assert_eq!(unread, [""; 0], "all are read");
    let findings: usize = site.archive().letters.iter().map(|letter| letter.findings.len()).sum();
    assert_eq!(findings, payloads.len());
    assert_eq!(site.archive().letters.len(), site.archive().topics.len());
    assert_eq!(site.archive().letters.len(), site.archive().authorities.len());
    assert!(!site.archive().pages.is_empty());

    let policy = policy();
    // The lists of a topic's findings of one polarity are like those of all its findings.
    let is_part = |file: &str| file.starts_with("findings/") && file.matches('/').count() > 2;
    let mut pages: Vec<_> = site.routes();
    pages.retain(|it| it.file().ends_with(".html") && !is_part(&it.file()));
    let half = pages.len() / 2;
    let look = |pages: &[&Route]| {
        let mut found = BTreeSet::new();
        for route in pages {
            let text = String::from_utf8(site.render(route).expect("a page")).expect("text");
            found.extend(active(&Html::parse_document(&text), &policy));
        }
        found
    };
    let mut found = std::thread::scope(|scope| {
        let first = scope.spawn(|| look(&pages[..half]));
        let mut found = look(&pages[half..]);
        found.extend(first.join().expect("an end"));
        found
    });
    // A feed can be read only of a site that can be published.
    let (hidden, plain): (Vec<String>, Vec<String>) =
        payloads.iter().map(|it| it.replace(is_forbidden, "")).partition(|it| hides(it));
    let told = report.diagnostics().iter().filter(|it| it.code() == "control-character");
    assert!(hidden.len() >= 3 && told.count() >= 3, "{hidden:?}");
    found.extend(in_feeds(&self::site::site(&plain, theme).load().0, &policy));
    assert!(found.is_empty(), "{} things are active: {found:#?}", found.len());
    if let Some(kept_in) = std::env::var_os(KEPT_IN) {
        kept(&site, &Path::new(&kept_in).join(format!("hostile-{theme}")));
    }
    payloads.len() * PLACES
}

/// What is active in what readers of feeds show.
fn in_feeds(site: &Site, policy: &str) -> BTreeSet<String> {
    let text = |address: &str| {
        let bytes = site.render(&Route::new(address)).expect("a feed");
        String::from_utf8(bytes).expect("text")
    };
    let atom = text("/feed.xml");
    let atom = roxmltree::Document::parse(&atom).expect("XML");
    let json: Value = serde_json::from_str(&text("/feed.json")).expect("JSON");
    let in_atom = atom.descendants().filter(|it| it.attribute("type") == Some("html"));
    let in_atom = in_atom.map(|it| it.text().unwrap_or_default().to_owned());
    let in_json = json["items"].as_array().expect("entries").iter();
    let in_json = in_json.filter_map(|it| Some(it["content_html"].as_str()?.to_owned()));
    let contents: Vec<String> = in_atom.chain(in_json).collect();
    assert!(!contents.is_empty());
    let found = contents.iter().flat_map(|html| active(&Html::parse_document(html), policy));
    found.collect()
}

#[test]
fn nothing_in_the_content_is_active_on_a_page() {
    let combinations = holds_nothing_active(&payloads(), "gazette");
    assert!(combinations >= 900);
}

#[test]
fn nothing_in_the_content_is_active_in_the_plain_theme() {
    // Ours, which stand first, are one of each kind.
    assert!(holds_nothing_active(&payloads()[..53], "plain") >= 900);
}
