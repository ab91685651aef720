//! What templates see: each kind of page as plain values, without the model's types.
//!
//! A path in a view starts at the site's root and has no slash before it: a template writes
//! `{{ root }}{{ letter.path }}`. A field that ends in `html` is safe to print as it is; every other
//! text is escaped by the engine. `page.json_ld` is safe too, within a script of data.

mod authorities;
mod authority;
mod chart;
pub(super) mod counts;
mod data;
mod edit_links;
mod facts;
pub(super) mod feed;
pub(super) mod finding;
mod findings;
mod home;
mod letter;
mod letter_text;
mod letters;
pub(super) mod llms;
mod map;
mod matrix;
mod measures;
mod monitored;
mod pagination;
pub(super) mod parts;
pub(super) mod plain;
pub(super) mod quotation;
mod regulator;
mod revisited;
pub(super) mod shared;
pub(super) mod shell;
pub(super) mod site;
pub(super) mod sitemap;
mod strip;
mod structured;
mod thread;
pub(super) mod timeline;
mod view_value;
pub(super) mod word;

pub(super) use authorities::AuthoritiesPage;
pub(super) use authority::AuthorityPage;
pub(super) use data::DataPage;
pub(super) use findings::{FindingsListPage, FindingsPage};
pub(super) use home::HomePage;
pub(super) use letter::LetterPage;
pub(super) use letter_text::LetterTextPage;
pub(super) use letters::LettersPage;
pub(super) use measures::MeasuresPage;
pub(super) use monitored::MonitoredPage;
pub(super) use parts::full_title;
pub(super) use plain::{NotFoundPage, PlainPage, RedirectPage, SearchPage};
pub(super) use thread::ThreadPage;

use super::Sheet;
use super::page_context::Scene;
use crate::plan::PageKind;

/// A page, as its template is to see it.
pub(super) fn sheet(scene: &Scene<'_>, kind: &PageKind) -> Sheet {
    let Sheet { template, shell, parts } = page(scene, kind);
    Sheet { template, shell: shell.with_json_ld(scene), parts }
}

fn page(scene: &Scene<'_>, kind: &PageKind) -> Sheet {
    match kind {
        PageKind::Home => home::home(scene),
        PageKind::Authorities => authorities::authorities(scene),
        PageKind::Authority(id) => authority::authority(scene, *id),
        PageKind::Letter(id) => letter::letter(scene, *id),
        PageKind::LetterText(id) => letter_text::letter_text(scene, *id),
        PageKind::Thread(authority, topic) => thread::thread(scene, *authority, *topic),
        PageKind::Findings => findings::index(scene),
        PageKind::FindingsList(list) => findings::list(scene, *list),
        PageKind::Letters(list) => letters::letters(scene, *list),
        PageKind::Measures(page) => measures::measures(scene, *page),
        PageKind::Monitored => monitored::monitored(scene),
        PageKind::Search => plain::search(scene),
        PageKind::Plain(id) => plain::page(scene, *id),
        PageKind::Data => data::data(scene),
        PageKind::NotFound => plain::not_found(scene),
        PageKind::Redirect(to) => plain::redirect(scene, to),
    }
}
