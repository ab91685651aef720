//! What pages say of themselves to other programs: schema.org's words, as JSON-LD.

use serde_json::{Value, json};

use super::parts::LinkView;
use crate::model::{Authority, Date, Letter, Message};
use crate::plan::Route;
use crate::render::page_context::Scene;
use crate::render::regulator;

/// The things that a page is about, as a script of data. Empty without any.
pub(super) fn script(mut things: Vec<Value>) -> String {
    if things.is_empty() {
        return String::new();
    }
    things.iter_mut().for_each(leave_out_nulls);
    let json = json!({"@context": "https://schema.org", "@graph": things}).to_string();
    // Within a page no text may end the script, or begin a comment.
    json.replace('<', "\\u003c")
        .replace('>', "\\u003e")
        .replace('&', "\\u0026")
        .replace('\u{2028}', "\\u2028")
        .replace('\u{2029}', "\\u2029")
}

/// The way to the page from the first one. The page itself is not named: who reads it is there, and search
/// engines ask only for two steps.
pub(super) fn breadcrumbs(scene: &Scene<'_>, crumbs: &[LinkView], title: &str) -> Option<Value> {
    if crumbs.is_empty() || scene.settings.base_url_is_missing {
        return None;
    }
    let own = (crumbs.len() == 1).then(|| LinkView::new(title, scene.route));
    let items: Vec<Value> = crumbs
        .iter()
        .chain(&own)
        .enumerate()
        .map(|(index, link)| {
            json!({
                "@type": "ListItem",
                "position": index + 1,
                "name": link.title,
                "item": format!("{}{}", scene.settings.base_url, link.path),
            })
        })
        .collect();
    Some(json!({"@type": "BreadcrumbList", "itemListElement": items}))
}

/// The site itself.
pub(super) fn website(scene: &Scene<'_>) -> Value {
    json!({
        "@type": "WebSite",
        "name": scene.settings.title,
        "description": some_text(&scene.settings.description),
        "inLanguage": scene.settings.language,
        "url": url(scene, &Route::home()),
    })
}

/// A council.
pub(super) fn authority(scene: &Scene<'_>, authority: &Authority) -> Value {
    json!({
        "@type": "GovernmentOrganization",
        "name": authority.formal_name.as_deref().unwrap_or(&authority.name),
        "alternateName": authority.formal_name.is_some().then_some(&authority.name),
        "identifier": authority.gss_code,
        "url": url(scene, &Route::authority(authority)),
    })
}

/// The summary of a letter, which is based on the regulator's own.
pub(super) fn report(scene: &Scene<'_>, letter: &Letter, title: &str, to: &[&Authority]) -> Value {
    // What else there is to say of it, its own page does.
    let council = |it: &&Authority| {
        let name = it.formal_name.as_deref().unwrap_or(&it.name);
        let url = url(scene, &Route::authority(it));
        json!({"@type": "GovernmentOrganization", "name": name, "url": url})
    };
    let publisher = scene.settings.regulator.as_ref();
    let publisher = publisher.map(|it| json!({"@type": "GovernmentOrganization", "name": it.name}));
    let noun = regulator::letter(scene.settings, scene.messages, 1);
    let name = scene.letter_name(letter);
    let named = [("name", (&name).into()), ("letter", (&noun).into())];
    let about: Vec<Value> = to.iter().map(council).collect();
    json!({
        "@type": "Report",
        "name": title,
        "url": url(scene, &Route::letter(letter)),
        "about": about,
        "publisher": {"@type": "Organization", "name": scene.settings.title},
        "isBasedOn": {
            "@type": "Report",
            "name": scene.say(Message::letter_itself_named, &named),
            "publisher": publisher,
            "dateCreated": letter.dated.iso(),
            "datePublished": letter.published.as_ref().and_then(Date::iso),
            "license": regulator::licence_url(scene.settings),
            "url": letter.url(),
        },
    })
}

/// A collection that others can use, with the titles and addresses of its tables as CSV.
pub(super) fn dataset(
    scene: &Scene<'_>,
    name: &str,
    description: &str,
    files: &[(&str, Route)],
) -> Value {
    let distribution = files.iter().map(|(title, route)| {
        json!({
            "@type": "DataDownload",
            "name": title,
            "encodingFormat": "text/csv",
            "contentUrl": url(scene, route),
        })
    });
    // Without the site's address nobody could be sent to a file.
    let distribution: Option<Vec<Value>> =
        (!scene.settings.base_url_is_missing).then(|| distribution.collect());
    let titles = [("title", name.into()), ("site", (&scene.settings.title).into())];
    json!({
        "@type": "Dataset",
        "name": scene.say(Message::title_on_site, &titles),
        "description": description,
        "license": regulator::licence_url(scene.settings),
        "isAccessibleForFree": true,
        "creator": {"@type": "Organization", "name": scene.settings.title},
        "url": url(scene, scene.route),
        "distribution": distribution,
    })
}

/// What is not known is not said.
fn leave_out_nulls(value: &mut Value) {
    match value {
        Value::Object(entries) => {
            entries.retain(|_, value| !value.is_null());
            entries.values_mut().for_each(leave_out_nulls);
        }
        Value::Array(items) => items.iter_mut().for_each(leave_out_nulls),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

fn some_text(text: &str) -> Option<&str> {
    (!text.is_empty()).then_some(text)
}

fn url(scene: &Scene<'_>, route: &Route) -> Option<String> {
    (!scene.settings.base_url_is_missing).then(|| scene.absolute_url(route))
}
