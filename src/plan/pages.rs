//! Which pages a site has.

use std::sync::Arc;

use rayon::prelude::*;

use super::claims::{Claimant, Claims, Inputs};
use super::content_links::linked_assets;
use super::{
    FeedOf, FileKind, FindingsList, LettersList, ListPage, PageKind, Route, SitemapPart, Target,
    TwinOf, data, rules,
};
use crate::diagnostics::{Diagnostic, Place, SourceText};
use crate::model::{PolarityId, SAFE_ENDINGS, ThemeAsset, TopicId, is_safe_file, plain_path};

/// Who claims addresses, in this order: the site's own pages first, so that a content file in their way is
/// the one that is reported.
const CLAIMANTS: &[for<'a> fn(&mut Claims<'a>, Inputs<'a>)] = &[
    fixed_pages,
    data::claim_all,
    findings_lists,
    letters_lists,
    measures,
    monitored,
    authorities,
    letters,
    plain_pages,
    old_urls,
    files,
];

/// Claims every address.
pub(super) fn claim_all(inputs: Inputs<'_>) -> Claims<'_> {
    let claimed: Vec<Claims<'_>> = CLAIMANTS
        .par_iter()
        .map(|claim| {
            let mut claims = Claims::default();
            claim(&mut claims, inputs);
            claims
        })
        .collect();
    let mut claims = Claims::joined(claimed);
    sitemaps(&mut claims);
    claims
}

fn fixed_pages<'a>(claims: &mut Claims<'a>, inputs: Inputs<'a>) {
    let fixed = [
        ("/", Target::Page(PageKind::Home), "the first page"),
        ("/authorities/", Target::Page(PageKind::Authorities), "the list of authorities"),
        ("/findings/", Target::Page(PageKind::Findings), "the findings index"),
        ("/404.html", Target::Page(PageKind::NotFound), "the page for errors"),
        ("/feed.xml", Target::File(FileKind::Feed(FeedOf::Site)), "the site's feed"),
        ("/feed.json", Target::File(FileKind::JsonFeed(FeedOf::Site)), "the site's feed"),
        ("/robots.txt", Target::File(FileKind::Robots), "the rules for robots"),
        ("/llms.txt", Target::File(FileKind::Llms), "the overview for programs"),
    ];
    for (address, target, what) in fixed {
        claims.claim(Route::new(address), target, Claimant::Site(what));
    }
    if inputs.settings.search {
        claims.claim(Route::new("/search/"), PageKind::Search, Claimant::Site("the search page"));
    }
}

fn findings_lists<'a>(claims: &mut Claims<'a>, inputs: Inputs<'a>) {
    let topics = std::iter::once(None).chain(inputs.archive.topic_ids().map(|(id, _)| Some(id)));
    for topic in topics {
        let polarities = inputs.archive.vocabulary.ids::<PolarityId>().map(Some);
        for polarity in std::iter::once(None).chain(polarities) {
            if topic.is_some() || polarity.is_some() {
                findings_list(claims, inputs, topic, polarity);
            }
        }
    }
}

/// A topic has its page even without findings, as has a polarity; the two together only with them.
fn findings_list<'a>(
    claims: &mut Claims<'a>,
    inputs: Inputs<'a>,
    topic: Option<TopicId>,
    polarity: Option<PolarityId>,
) {
    let Inputs { archive, indexes, settings, .. } = inputs;
    let counts = indexes.findings.counts(topic);
    let count = polarity.map_or(counts.total(), |polarity| counts.get(polarity));
    if count == 0 && topic.is_some() && polarity.is_some() {
        return;
    }
    for page in ListPage::all(count, settings.findings_per_page) {
        let list = FindingsList { topic, polarity, page };
        let claimant = match topic {
            Some(topic) => Claimant::Content(&archive.topic(topic).source),
            None => Claimant::Site("the findings of one polarity"),
        };
        claims.claim(list.route(archive, page.page), PageKind::FindingsList(list), claimant);
    }
    if let (Some(topic), None) = (topic, polarity) {
        feed(
            claims,
            &Route::topic(archive.topic(topic)),
            FeedOf::Topic(topic),
            &archive.topic(topic).source,
        );
    }
}

fn feed<'a>(claims: &mut Claims<'a>, page: &Route, of: FeedOf, source: &'a Arc<SourceText>) {
    let claimant = Claimant::Content(source);
    claims.claim(Route::feed(page), FileKind::Feed(of), claimant.clone());
    claims.claim(Route::json_feed(page), FileKind::JsonFeed(of), claimant);
}

fn letters_lists<'a>(claims: &mut Claims<'a>, inputs: Inputs<'a>) {
    let Inputs { indexes, settings, .. } = inputs;
    for year in std::iter::once(None).chain(indexes.years.keys().copied().map(Some)) {
        let what = year.map_or("the list of letters", |_| "the letters of a year");
        for page in ListPage::all(indexes.letters_of(year).len(), settings.letters_per_page) {
            let target = PageKind::Letters(LettersList { year, page });
            claims.claim(Route::letters(year, page.page), target, Claimant::Site(what));
        }
    }
}

fn measures<'a>(claims: &mut Claims<'a>, inputs: Inputs<'a>) {
    let Inputs { indexes, settings, .. } = inputs;
    for page in ListPage::all(indexes.measured.len(), settings.measures_per_page) {
        let claimant = Claimant::Site("the measures");
        claims.claim(Route::measures(page.page), PageKind::Measures(page), claimant);
    }
}

fn monitored<'a>(claims: &mut Claims<'a>, inputs: Inputs<'a>) {
    if inputs.archive.vocabulary.has_monitoring() {
        let claimant = Claimant::Site("the list of who is monitored");
        claims.claim(Route::monitored(), PageKind::Monitored, claimant);
    }
}

fn authorities<'a>(claims: &mut Claims<'a>, inputs: Inputs<'a>) {
    let Inputs { archive, indexes, .. } = inputs;
    for (id, authority) in archive.authority_ids() {
        let claimant = Claimant::Content(&authority.source);
        let page = Route::authority(authority);
        feed(claims, &page, FeedOf::Authority(id), &authority.source);
        let twin = FileKind::Twin(TwinOf::Authority(id));
        claims.claim(Route::twin(&page), twin, claimant.clone());
        claims.claim(page, PageKind::Authority(id), claimant.clone());
        for &topic in indexes.authority(id).threads.keys() {
            let route = Route::thread(authority, archive.topic(topic));
            claims.claim(route, PageKind::Thread(id, topic), claimant.clone());
        }
    }
}

fn letters<'a>(claims: &mut Claims<'a>, inputs: Inputs<'a>) {
    for (id, letter) in inputs.archive.letter_ids() {
        let claimant = Claimant::Content(&letter.source);
        let page = Route::letter(letter);
        let twin = FileKind::Twin(TwinOf::Letter(id));
        claims.claim_beside(Route::twin(&page), twin, claimant.clone());
        claims.claim(page, PageKind::Letter(id), claimant.clone());
        if inputs.settings.published_text(letter).is_some() {
            claims.claim(Route::letter_text(letter), PageKind::LetterText(id), claimant);
        }
    }
}

fn plain_pages<'a>(claims: &mut Claims<'a>, inputs: Inputs<'a>) {
    for (id, page) in inputs.archive.page_ids() {
        let claimant = Claimant::Content(&page.source);
        claims.claim(Route::page(page), PageKind::Plain(id), claimant);
    }
}

fn old_urls<'a>(claims: &mut Claims<'a>, inputs: Inputs<'a>) {
    for item in inputs.archive.items() {
        for old_url in item.old_urls() {
            let target = PageKind::Redirect(Route::item(item));
            claims.claim(old_route(old_url), target, Claimant::Content(item.source()));
        }
    }
}

/// An old URL that names no file was a page in a folder.
fn old_route(old_url: &str) -> Route {
    let names_a_file = old_url.ends_with(".html") || old_url.ends_with(".htm");
    if names_a_file || old_url.ends_with('/') {
        Route::new(old_url)
    } else {
        Route::new(format!("{old_url}/"))
    }
}

fn files<'a>(claims: &mut Claims<'a>, inputs: Inputs<'a>) {
    let Inputs { archive, theme, settings, .. } = inputs;
    for (name, file) in &theme.files {
        let (ThemeAsset::Copied { path, .. } | ThemeAsset::Made { path }) = file;
        if settings.search && is_of_search(name) {
            claims.report(kept_for_search(path.clone()));
            continue;
        }
        let target = FileKind::Theme(name.clone());
        claims.claim(Route::new(format!("/{name}")), target, Claimant::File(path.clone()));
    }
    let linked = linked_assets(archive);
    for path in archive.assets.keys() {
        let file = format!("content/{path}");
        if !is_safe_file(path) {
            claims.report(unsafe_file(file, plain_path(path)));
        } else if linked.contains(path.as_str()) {
            let route = Route::new(format!("/{path}"));
            claims.claim(route, FileKind::Asset(path.clone()), Claimant::File(file));
        } else if archive.unread.is_empty() {
            // What could not be read may link to it.
            claims.report(unlinked(file));
        }
    }
}

/// The files of the search index have names of their own, which are known only when it is made: it has a folder to itself.
fn is_of_search(name: &str) -> bool {
    name.split('/').next().is_some_and(|first| first.eq_ignore_ascii_case("pagefind"))
}

fn kept_for_search(file: String) -> Diagnostic {
    let message = "the address `/pagefind/` is already taken by the search index";
    rules::ADDRESS_TAKEN.at(Place::File(file), message).help("choose another file name")
}

/// `plain` is the path that it could be copied under.
fn unsafe_file(file: String, plain: Option<String>) -> Diagnostic {
    if let Some(plain) = plain {
        let message =
            "the name of this file has characters that not every address and disk can have";
        let plain = format!("content/{plain}");
        let name = match (plain.rsplit_once('/'), file.rsplit_once('/')) {
            (Some((folder, name)), Some((own_folder, _))) if folder == own_folder => name,
            _ => &plain,
        };
        let help = format!("name it `{name}`, and write that in each link to it");
        return rules::UNSAFE_FILE.at(Place::File(file), message).help(help);
    }
    let message = "this file is not a text of the site, and not one that can be copied";
    rules::UNSAFE_FILE.at(Place::File(file), message).help(format!(
        "a letter's name ends in `.md`; other files are {}, named with letters, digits and hyphens",
        SAFE_ENDINGS.join(", ")
    ))
}

/// A file that lies in the content by mistake must not be published by mistake.
fn unlinked(file: String) -> Diagnostic {
    let help = "link to it from a text; if it is meant to be one, its name must end in `.md`";
    let message = "no text links to this file, so it is not published";
    rules::UNLINKED_FILE.at(Place::File(file), message).help(help)
}

/// One sitemap, or as many as it takes and a list of them.
fn sitemaps(claims: &mut Claims<'_>) {
    let parts = claims.decide_and_count_pages().div_ceil(SitemapPart::ADDRESSES);
    let claimant = Claimant::Site("the sitemap");
    if parts <= 1 {
        claims.claim(Route::new("/sitemap.xml"), FileKind::Sitemap(SitemapPart::Whole), claimant);
        return;
    }
    for part in 1..=parts {
        let route = Route::new(format!("/sitemap-{part}.xml"));
        claims.claim(route, FileKind::Sitemap(SitemapPart::Part(part)), claimant.clone());
    }
    claims.claim(
        Route::new("/sitemap.xml"),
        FileKind::Sitemap(SitemapPart::Index(parts)),
        claimant,
    );
}
