//! What the tables hold, as a Frictionless Data Package (<https://datapackage.org/standard/data-package/>).

use serde_json::{Map, Value, json};

use super::cell::BETWEEN_ITEMS;
use super::table::{ColumnField, ColumnKind, ColumnLink, Description};
use super::{describe, format_version};
use crate::model::{Licence, Message, Settings, Slug};
use crate::plan::{DataTable, Route};
use crate::render::page_context::Scene;
use crate::render::regulator;
use crate::render::views::parts::capital;

const PROFILES: &str = "https://datapackage.org/profiles/2.0";

/// What a slug is, for programs that check.
const SLUG: &str = "[a-z0-9]([a-z0-9-]*[a-z0-9])?";

pub(super) fn package(scene: &Scene<'_>) -> Value {
    let settings = scene.settings;
    let tables = DataTable::ALL.iter().map(|&table| resource(scene, &describe(scene, table)));
    let name = Slug::from_text(&settings.title);
    let mut package = json!({
        "$schema": format!("{PROFILES}/datapackage.json"),
        "name": name.as_ref().map_or("letters", Slug::as_str),
        "title": settings.title,
        "version": format_version(scene),
        "licenses": licences(settings),
        "sources": sources(scene),
        "contributors": [{"title": settings.title, "path": settings.base_url, "roles": ["creator"]}],
        "homepage": scene.absolute_url(&Route::data()),
        "resources": tables.collect::<Vec<Value>>(),
    });
    // The profile asks that a description says something, where there is one.
    if !settings.description.is_empty() {
        package["description"] = json!(settings.description);
    }
    // Nor may either be empty.
    if let Some(entries) = package.as_object_mut() {
        entries.retain(|_, value| !value.is_null());
    }
    package
}

/// On what terms all this may be used: as the standard has it, known by a name for programs or by an address.
fn licences(settings: &Settings) -> Option<Value> {
    let Licence { name, id, url, terms: _, sentence: _ } = regulator::licence(settings)?;
    let mut licence = Map::new();
    if let Some(id) = id {
        licence.insert("name".to_owned(), json!(id));
    }
    licence.insert("title".to_owned(), json!(name));
    if let Some(url) = url {
        licence.insert("path".to_owned(), json!(url));
    }
    (id.is_some() || url.is_some()).then(|| json!([licence]))
}

/// Who published what all this is from.
fn sources(scene: &Scene<'_>) -> Option<Value> {
    let regulator = scene.settings.regulator.as_ref()?;
    let letters = capital(&regulator::letters(scene.settings, scene.messages));
    let title = [
        ("letters", (&letters).into()),
        ("publisher", (&regulator.name).into()),
        ("column", "`source`".into()),
    ];
    let mut source = json!({"title": scene.say(Message::data_sources, &title)});
    if let Some(url) = &regulator.url {
        source["path"] = json!(url);
    }
    Some(json!([source]))
}

fn resource(scene: &Scene<'_>, table: &Description) -> Value {
    let Description { table, title, about, fields, key, links, rows: _ } = table;
    let mut schema = json!({
        "$schema": format!("{PROFILES}/tableschema.json"),
        "fields": fields.iter().map(|it| field(scene, it)).collect::<Vec<Value>>(),
        "missingValues": [""],
        "primaryKey": key,
    });
    if !links.is_empty() {
        schema["foreignKeys"] = links.iter().map(foreign_key).collect();
    }
    json!({
        "$schema": format!("{PROFILES}/dataresource.json"),
        "name": table.name(),
        "type": "table",
        "path": format!("{}.csv", table.name()),
        "title": title,
        "description": format!("{about} {}", scene.text(Message::table_guards)),
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": schema,
    })
}

fn foreign_key(link: &ColumnLink) -> Value {
    let ColumnLink { columns, table, to } = link;
    json!({"fields": columns, "reference": {"resource": table.name(), "fields": to}})
}

fn field(scene: &Scene<'_>, field: &ColumnField) -> Value {
    let ColumnField { name, kind, required, about } = field;
    let mut entry = Map::new();
    entry.insert("name".to_owned(), json!(name));
    entry.insert("type".to_owned(), json!(kind.type_name()));
    if let ColumnKind::Address = kind {
        entry.insert("format".to_owned(), json!("uri"));
    }
    let more = match kind {
        ColumnKind::Slugs | ColumnKind::Texts => {
            let mark = format!("`{BETWEEN_ITEMS}`");
            format!(" {}", scene.say(Message::column_list, &[("mark", (&mark).into())]))
        }
        ColumnKind::Edtf => {
            let names = [("earliest", "`_earliest`".into()), ("latest", "`_latest`".into())];
            format!(" {}", scene.say(Message::column_edtf, &names))
        }
        _ => String::new(),
    };
    entry.insert("description".to_owned(), json!(format!("{about}{more}")));
    let constraints = constraints(kind, *required);
    if !constraints.is_empty() {
        entry.insert("constraints".to_owned(), Value::Object(constraints));
    }
    Value::Object(entry)
}

fn constraints(kind: &ColumnKind, required: bool) -> Map<String, Value> {
    let mut constraints = Map::new();
    if required {
        constraints.insert("required".to_owned(), json!(true));
    }
    match kind {
        ColumnKind::Word(words) => constraints.insert("enum".to_owned(), json!(words)),
        ColumnKind::Integer(least) => constraints.insert("minimum".to_owned(), json!(least)),
        ColumnKind::Slug => constraints.insert("pattern".to_owned(), json!(SLUG)),
        ColumnKind::Slugs => {
            let pattern = format!("{SLUG}(\\{BETWEEN_ITEMS}{SLUG})*");
            constraints.insert("pattern".to_owned(), json!(pattern))
        }
        ColumnKind::Text
        | ColumnKind::Texts
        | ColumnKind::Edtf
        | ColumnKind::Day
        | ColumnKind::Number => None,
        ColumnKind::Flag | ColumnKind::Address => None,
    };
    constraints
}

impl ColumnKind {
    /// The type that Table Schema has for it. A list is a string: its own type `list` is new in version
    /// 2 of the standard, and what cannot read that would refuse the file.
    fn type_name(&self) -> &'static str {
        match self {
            ColumnKind::Integer(_) => "integer",
            ColumnKind::Number => "number",
            ColumnKind::Flag => "boolean",
            ColumnKind::Day => "date",
            ColumnKind::Text
            | ColumnKind::Slug
            | ColumnKind::Slugs
            | ColumnKind::Texts
            | ColumnKind::Word(_) => "string",
            ColumnKind::Edtf | ColumnKind::Address => "string",
        }
    }
}
