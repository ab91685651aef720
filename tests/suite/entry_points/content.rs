//! Texts in the content: files with front matter, Markdown, and what names a place.

use std::collections::BTreeSet;

use letterpress::Site;
use letterpress::diagnostics::{Place, Report, Severity, is_forbidden};
use letterpress::plan::Route;
use scraper::Html;

use super::incremental::{LETTER, load};
use super::oracle::{active, policy};
use super::{FACTS, is_plain};

/// A file at each place that files are read from: it is read, or told of at one of its lines.
pub(super) fn front_matter(text: &str) {
    let places = [
        LETTER,
        "content/authorities/other/authority.md",
        "content/topics/other.md",
        "content/pages/other.md",
    ];
    let (site, report) = load(&places.map(|path| (path, text)));
    let archive = site.archive();
    let is_read = [
        archive.letters.iter().any(|it| it.source.path == places[0]),
        archive.authorities.iter().any(|it| it.source.path == places[1]),
        archive.topics.iter().any(|it| it.source.path == places[2]),
        archive.pages.iter().any(|it| it.source.path == places[3]),
    ];
    for (path, is_read) in places.into_iter().zip(is_read) {
        assert!(is_read || tells_of(&report, path), "nothing is said of {path}");
    }
    for route in site.routes() {
        assert!(is_plain(&route.file()), "{route}");
    }
    if let Some(letter) = archive.letters.iter().find(|it| it.source.path == LETTER) {
        let page = Route::letter(letter);
        _ = rendered(&site, &page);
        _ = rendered(&site, &Route::twin(&page));
    }
}

fn tells_of(report: &Report, path: &str) -> bool {
    let errors = report.diagnostics().iter().filter(|it| it.severity == Severity::Error);
    let mut told = errors.filter(|it| it.place.path() == path);
    told.any(|it| matches!(it.place, Place::Span(..)))
}

fn rendered(site: &Site, route: &Route) -> String {
    let page = site.render(route).unwrap_or_else(|problem| panic!("{route}: {problem:?}"));
    String::from_utf8(page).expect("text")
}

/// The body of a letter, of a topic and of a page: nothing in it is active in a browser.
pub(super) fn markdown(text: &str) {
    let body = text.replace(is_forbidden, "");
    let page = format!("---\ntitle: Other\n---\n{body}");
    let files = [(LETTER, format!("---\n{FACTS}---\n{body}")), ("content/pages/other.md", page)];
    let (site, report) = load(&files.each_ref().map(|(path, text)| (*path, text.as_str())));
    let is_refused = report.diagnostics().iter().any(|it| it.code() == "control-character");
    let policy = policy();
    let letter = site.archive().letters.iter().find(|it| it.source.path == LETTER);
    let letter = Route::letter(letter.expect("a letter with all its facts is read"));
    for route in [&letter, &Route::new("/other/")] {
        let page = rendered(&site, route);
        assert!(is_refused || !page.contains(is_forbidden), "{route}: {page:?}");
        let found = active(&Html::parse_document(&page), &policy);
        assert!(found.is_empty(), "{route}: {found:?} in {page}");
    }
    _ = rendered(&site, &Route::twin(&letter));
}

/// A slug, an old address, a link and a picture: each file of the site has a plain name inside it.
pub(super) fn paths(text: &str) {
    let text = text.replace(is_forbidden, "");
    let quoted = |text: &str| serde_json::to_string(text).expect("JSON");
    let (slug, alias) = (quoted(&text), quoted(&format!("/{text}")));
    let link = text.replace(['<', '>', '\n'], "");
    let slugged = format!("---\n{FACTS}slug: {slug}\n---\n[a](<{link}>) ![b](<{link}>)\n");
    let aliased = format!("---\nname: Other\nregion: London\naliases: [{alias}]\n---\nOther.\n");
    let (site, report) =
        load(&[(LETTER, &slugged), ("content/authorities/other/authority.md", &aliased)]);
    let mut files = BTreeSet::new();
    for route in site.routes() {
        let file = route.file();
        assert!(is_plain(&file), "{route}");
        let is_new = files.insert(file.to_lowercase());
        assert!(is_new || report.has_errors(), "{route} is claimed twice");
    }
}
