//! What templates see: each kind of page as plain values, without the model's types.
//!
//! A path in a view starts at the site's root and has no slash before it: a template writes
//! `{{ root }}{{ letter.path }}`. A field that ends in `html` is safe to print as it is; every other
//! text is escaped by the engine. `page.json_ld` is safe too, within a script of data.

mod authorities;
mod authority;
mod chart;
mod data;
pub(super) mod feed;
mod finding;
mod findings;
mod home;
mod letter;
mod letters;
mod map;
mod matrix;
mod measures;
mod pagination;
pub(super) mod parts;
pub(super) mod plain;
pub(super) mod shared;
pub(super) mod shell;
pub(super) mod site;
mod sitemap;
mod strip;
mod structured;
mod thread;
mod timeline;

pub(super) use parts::full_title;

use super::Sheet;
use super::scene::Scene;
use crate::plan::Target;

/// The page at a target, as its template is to see it. Feeds and files are not pages.
pub(super) fn sheet(scene: &Scene<'_>, target: &Target) -> Sheet {
    let Sheet { template, shell, parts } = page(scene, target);
    Sheet { template, shell: shell.with_json_ld(scene), parts }
}

fn page(scene: &Scene<'_>, target: &Target) -> Sheet {
    match target {
        Target::Home => home::home(scene),
        Target::Authorities => authorities::authorities(scene),
        Target::Authority(id) => authority::authority(scene, *id),
        Target::Letter(id) => letter::letter(scene, *id),
        Target::Thread(authority, topic) => thread::thread(scene, *authority, *topic),
        Target::Findings => findings::index(scene),
        Target::FindingsList(list) => findings::list(scene, *list),
        Target::Letters(list) => letters::letters(scene, *list),
        Target::Measures(page) => measures::measures(scene, *page),
        Target::Search => plain::search(scene),
        Target::Page(id) => plain::page(scene, *id),
        Target::Data => data::data(scene),
        Target::Redirect(to) => plain::redirect(scene, to),
        Target::Sitemap(part) => sitemap::sitemap(scene, *part),
        Target::Robots => sitemap::robots(scene),
        Target::NotFound
        | Target::Download(_)
        | Target::Twin(_)
        | Target::Feed(_)
        | Target::JsonFeed(_)
        | Target::ThemeFile(_)
        | Target::Asset(_) => plain::not_found(scene),
    }
}
