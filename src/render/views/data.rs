//! What the data is, for people: made from what the tables say of themselves.

use schemars::JsonSchema;
use serde::Serialize;

use super::parts::LinkView;
use super::shell::Shell;
use super::structured;
use crate::model::Message;
use crate::plan::{DataTable, Route};
use crate::render::Sheet;
use crate::render::data::{ColumnField, Description, describe, format_version};
use crate::render::page_context::Scene;
use crate::render::regulator;

#[derive(Debug, Serialize, JsonSchema)]
struct DataView {
    format_version: String,
    package: LinkView,
    index: LinkView,
    tables: Vec<DataTableView>,
    /// The file of each authority.
    authorities: Vec<LinkView>,
}

#[derive(Debug, Serialize, JsonSchema)]
struct DataTableView {
    id: String,
    title: String,
    about: String,
    file: LinkView,
    rows: usize,
    columns: Vec<DataColumnView>,
}

#[derive(Debug, Serialize, JsonSchema)]
struct DataColumnView {
    name: String,
    kind: String,
    about: String,
    required: bool,
    /// Whether it is one of those that name a row.
    is_key: bool,
    /// The words of a closed set.
    words: Vec<String>,
    /// The table that has what the column names, and its anchor on the page.
    table: Option<LinkView>,
}

/// What data there is.
#[derive(Debug, Serialize, JsonSchema)]
pub(in crate::render) struct DataPage {
    data: DataView,
}

pub(super) fn data(scene: &Scene<'_>) -> Sheet {
    let tables: Vec<Description> =
        DataTable::ALL.iter().map(|&table| describe(scene, table)).collect();
    let authorities = scene.archive.authorities.iter();
    let view = DataView {
        format_version: format_version(scene),
        package: file(&Route::data_package()),
        index: file(&Route::data_index()),
        tables: tables.iter().map(|it| table_view(scene, it)).collect(),
        authorities: authorities
            .map(|it| LinkView::new(&*it.name, &Route::data_of_authority(it)))
            .collect(),
    };
    let files: Vec<(&str, Route)> =
        tables.iter().map(|it| (it.title.as_str(), Route::data_table(it.table))).collect();
    let description_message = match regulator::licence(scene.settings) {
        Some(_) => Message::data_description,
        None => Message::data_description_unlicensed,
    };
    let (title, description) = (scene.text(Message::data), scene.text(description_message));
    let package = scene.text(Message::data_package);
    let shell = Shell::new(scene, title)
        .description(description)
        .thing(structured::dataset(scene, title, description, &files))
        .alternate("application/json", package, &Route::data_package())
        .below_home();
    Sheet::new(shell, &DataPage { data: view })
}

fn file(route: &Route) -> LinkView {
    let name = route.as_str().rsplit('/').next().unwrap_or_default();
    LinkView::new(name, route)
}

fn anchor(table: DataTable) -> String {
    format!("section-{}", table.name())
}

fn table_view(scene: &Scene<'_>, description: &Description) -> DataTableView {
    let Description { table, title, about, fields, key: _, links: _, rows } = description;
    DataTableView {
        id: anchor(*table),
        title: title.clone(),
        about: about.clone(),
        file: file(&Route::data_table(*table)),
        rows: *rows,
        columns: fields.iter().map(|field| column(scene, description, field)).collect(),
    }
}

fn column(scene: &Scene<'_>, table: &Description, field: &ColumnField) -> DataColumnView {
    let ColumnField { name, kind, required, about } = field;
    let link = table.links.iter().find(|link| link.columns == [&**name]);
    DataColumnView {
        name: name.clone(),
        kind: scene.text(kind.name()).to_owned(),
        about: about.clone(),
        required: *required,
        is_key: table.key.contains(&&**name),
        words: kind.words().to_vec(),
        table: link.map(|link| LinkView {
            title: link.table.name().to_owned(),
            path: format!("{}#{}", Route::data().path(), anchor(link.table)),
        }),
    }
}
