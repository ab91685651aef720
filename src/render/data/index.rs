//! What there is on the site for programs, and where.

use serde_json::{Value, json};

use super::table::Description;
use super::{describe, format_version};
use crate::model::{Authority, AuthorityId, Topic};
use crate::plan::{DataTable, Route};
use crate::render::page_context::Scene;
use crate::render::regulator;

pub(super) fn index(scene: &Scene<'_>) -> Value {
    let settings = scene.settings;
    let licence = regulator::licence_url(settings);
    let authorities = scene.archive.authority_ids().map(|(id, it)| authority(scene, id, it));
    let mut index = json!({
        "format": "letterpress-site",
        "format_version": format_version(scene),
        "title": settings.title,
        "description": settings.description,
        "language": settings.language,
        "licence": licence,
        "url": scene.absolute_url(&Route::home()),
        "about": scene.absolute_url(&Route::data()),
        "package": scene.absolute_url(&Route::data_package()),
        "sitemap": scene.absolute_url(&Route::new("/sitemap.xml")),
        "feeds": feeds(scene, &Route::home()),
        "tables": DataTable::ALL.iter().map(|&it| table(scene, it)).collect::<Vec<Value>>(),
        "authorities": authorities.collect::<Vec<Value>>(),
        "topics": scene.archive.topics.iter().map(|it| topic(scene, it)).collect::<Vec<Value>>(),
    });
    if let Some(entries) = index.as_object_mut() {
        entries.retain(|_, value| !value.is_null());
    }
    index
}

fn feeds(scene: &Scene<'_>, page: &Route) -> Value {
    json!({
        "atom": scene.absolute_url(&Route::feed(page)),
        "json": scene.absolute_url(&Route::json_feed(page)),
    })
}

fn table(scene: &Scene<'_>, table: DataTable) -> Value {
    let Description { table, title, about, fields: _, key: _, links: _, rows } =
        describe(scene, table);
    json!({
        "name": table.name(),
        "title": title,
        "description": about,
        "url": scene.absolute_url(&Route::data_table(table)),
        "rows": rows,
    })
}

fn authority(scene: &Scene<'_>, id: AuthorityId, authority: &Authority) -> Value {
    let page = Route::authority(authority);
    json!({
        "authority": authority.slug.as_str(),
        "name": authority.name,
        "letters": scene.indexes.authority(id).letters.len(),
        "findings": scene.indexes.counts_of_authority(scene.archive, id).total(),
        "url": scene.absolute_url(&page),
        "json": scene.absolute_url(&Route::data_of_authority(authority)),
        "markdown": scene.absolute_url(&Route::twin(&page)),
        "feeds": feeds(scene, &page),
    })
}

fn topic(scene: &Scene<'_>, topic: &Topic) -> Value {
    let page = Route::topic(topic);
    json!({
        "topic": topic.slug.as_str(),
        "title": topic.title,
        "url": scene.absolute_url(&page),
        "feeds": feeds(scene, &page),
    })
}
