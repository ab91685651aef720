//! What a table is: its columns, each with its name, its kind, what it says and where its value comes
//! from, in one place. The CSV file, the JSON, the package's schema and the page for people are all made
//! from this, so none of them can fall behind the others.

use std::borrow::Cow;

use serde::ser::{Serialize, SerializeMap, Serializer};
use serde_json::{Map, Value};

use super::cell::Cell;
use crate::model::Message;
use crate::plan::DataTable;
use crate::render::page_context::Scene;
use crate::render::regulator;

/// A table whose rows are known by keys of a type.
pub(super) struct Table<K: 'static> {
    pub(super) table: DataTable,
    pub(super) title: Message,
    pub(super) about: Message,
    pub(super) columns: Vec<Column<K>>,
    /// The columns that together name a row.
    pub(super) key: &'static [&'static str],
    pub(super) links: &'static [ColumnLink],
    /// The keys of all rows, in the order of the content's paths.
    pub(super) rows: fn(&Scene<'_>) -> Vec<K>,
}

/// A column, and how to come by its value.
pub(super) struct Column<K: 'static> {
    pub(super) field: ColumnHead,
    pub(super) value: Box<ColumnValue<K>>,
}

/// How to come by the value of a row.
pub(super) type ColumnValue<K> = dyn for<'s> Fn(&'s Scene<'s>, K) -> Cell<'s> + Send + Sync;

/// A column without its values.
pub(super) struct ColumnHead {
    pub(super) name: Cow<'static, str>,
    kind: ColumnKind,
    required: bool,
    about: ColumnAbout,
}

/// What a column says, for people.
pub(super) enum ColumnAbout {
    Message(Message),
    /// A message with what its variable stands for.
    Of(Message, &'static str, String),
    /// A message on one of those whom letters are sent to.
    OfRecipient(Message),
    /// Words of the site's vocabulary.
    Words(String),
    /// On the overall grade: in words of the site's vocabulary, where it has some, and from when on there is none.
    Overall,
}

impl ColumnAbout {
    /// A message, where its variable stands for this.
    pub(super) fn of(message: Message, variable: &'static str, stands_for: &str) -> Self {
        ColumnAbout::Of(message, variable, stands_for.to_owned())
    }

    /// Words of the site's vocabulary, or a message where it has none.
    pub(super) fn or(message: Message, words: Option<&str>) -> Self {
        words.map_or(ColumnAbout::Message(message), |words| ColumnAbout::Words(words.to_owned()))
    }

    fn said(&self, scene: &Scene<'_>) -> String {
        match self {
            ColumnAbout::Message(message) => scene.text(*message).to_owned(),
            ColumnAbout::Of(message, variable, stands_for) => {
                scene.say(*message, &[(variable, stands_for.into())])
            }
            ColumnAbout::OfRecipient(message) => {
                let recipient = regulator::recipient(scene.settings, scene.messages, 1);
                scene.say(*message, &[("recipient", (&recipient).into())])
            }
            ColumnAbout::Words(words) => words.clone(),
            ColumnAbout::Overall => overall(scene),
        }
    }
}

fn overall(scene: &Scene<'_>) -> String {
    let vocabulary = &scene.archive.vocabulary;
    let about = vocabulary.overall_about.as_deref();
    let about = about.unwrap_or(scene.text(Message::column_inspections_overall)).to_owned();
    let without = vocabulary.frameworks.iter().filter_map(|it| {
        let date = scene.date(it.no_overall_from.as_ref()?);
        let arguments = [("framework", (&it.term.word).into()), ("date", (&date).into())];
        Some(scene.say(Message::column_inspections_no_overall, &arguments))
    });
    std::iter::once(about).chain(without).collect::<Vec<_>>().join(" ")
}

impl From<Message> for ColumnAbout {
    fn from(message: Message) -> Self {
        ColumnAbout::Message(message)
    }
}

/// A column, as it is told of.
#[derive(Clone)]
pub(in crate::render) struct ColumnField {
    pub(in crate::render) name: String,
    pub(in crate::render) kind: ColumnKind,
    /// Whether every row has a value.
    pub(in crate::render) required: bool,
    pub(in crate::render) about: String,
}

impl ColumnHead {
    fn field(&self, scene: &Scene<'_>) -> ColumnField {
        let ColumnHead { name, kind, required, about } = self;
        ColumnField {
            name: name.to_string(),
            kind: kind.clone(),
            required: *required,
            about: about.said(scene),
        }
    }
}

/// What the values of a column are.
#[derive(Clone)]
pub(in crate::render) enum ColumnKind {
    Text,
    /// A name that can stand in an address.
    Slug,
    /// Slugs with a sign between them.
    Slugs,
    /// Texts with a sign between them.
    Texts,
    /// A word of a closed set.
    Word(Vec<String>),
    /// A date at the precision that the letter gives it.
    Edtf,
    /// A day, to sort by.
    Day,
    /// A whole number, none below the first.
    Integer(i64),
    Number,
    Flag,
    Address,
}

impl ColumnKind {
    /// What to call it.
    pub(in crate::render) fn name(&self) -> Message {
        match self {
            ColumnKind::Text => Message::column_kind_text,
            ColumnKind::Slug => Message::column_kind_slug,
            ColumnKind::Slugs => Message::column_kind_slugs,
            ColumnKind::Texts => Message::column_kind_texts,
            ColumnKind::Word(_) => Message::column_kind_word,
            ColumnKind::Edtf => Message::column_kind_edtf,
            ColumnKind::Day => Message::column_kind_day,
            ColumnKind::Integer(_) => Message::column_kind_integer,
            ColumnKind::Number => Message::column_kind_number,
            ColumnKind::Flag => Message::column_kind_flag,
            ColumnKind::Address => Message::column_kind_address,
        }
    }

    /// The words of a closed set; none of any other kind.
    pub(in crate::render) fn words(&self) -> &[String] {
        if let ColumnKind::Word(words) = self { words } else { &[] }
    }
}

/// Columns that name a row of another table.
pub(in crate::render) struct ColumnLink {
    pub(in crate::render) columns: &'static [&'static str],
    pub(in crate::render) table: DataTable,
    pub(in crate::render) to: &'static [&'static str],
}

impl ColumnLink {
    /// From a column with an authority's name to that authority.
    pub(super) const TO_AUTHORITY: ColumnLink =
        ColumnLink { columns: &["authority"], table: DataTable::Authorities, to: &["authority"] };
}

/// A table as it is told of, whatever its rows are known by.
pub(in crate::render) struct Description {
    pub(in crate::render) table: DataTable,
    pub(in crate::render) title: String,
    pub(in crate::render) about: String,
    pub(in crate::render) fields: Vec<ColumnField>,
    pub(in crate::render) key: &'static [&'static str],
    pub(in crate::render) links: &'static [ColumnLink],
    /// How many rows there are.
    pub(in crate::render) rows: usize,
}

impl<K: Copy> Table<K> {
    /// The table as it is told of.
    pub(super) fn describe(&self, scene: &Scene<'_>) -> Description {
        let Table { table, title, about, columns, key, links, rows } = self;
        Description {
            table: *table,
            title: scene.text(*title).to_owned(),
            about: scene.text(*about).to_owned(),
            fields: columns.iter().map(|column| column.field.field(scene)).collect(),
            key,
            links,
            rows: rows(scene).len(),
        }
    }

    /// A row as JSON: each column under its name.
    pub(super) fn json(&self, scene: &Scene<'_>, key: K) -> Map<String, Value> {
        let columns = self.columns.iter();
        columns
            .map(|column| (column.field.name.to_string(), (column.value)(scene, key).for_json()))
            .collect()
    }

    /// A row within another, which is not said again.
    pub(super) fn within<'a>(
        &'a self,
        scene: &'a Scene<'a>,
        key: K,
        around: &'a Map<String, Value>,
    ) -> Within<'a, K> {
        Within { table: self, scene, key, around }
    }
}

/// What a row need not say that stands within another: its address, which is that one's with its own name; its number,
/// as it stands in order; and its main topic, which is the first of its topics.
const SAID: [&str; 3] = ["url", "number", "topic"];

/// A row within another, without what that says already and what nothing is known of. It is written as it is made: an
/// authority has thousands.
pub(super) struct Within<'a, K: 'static> {
    table: &'a Table<K>,
    scene: &'a Scene<'a>,
    key: K,
    around: &'a Map<String, Value>,
}

impl<K: Copy> Serialize for Within<'_, K> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut row = serializer.serialize_map(None)?;
        let has = |name| self.table.columns.iter().any(|column| column.field.name == name);
        for Column { field, value } in &self.table.columns {
            if SAID.contains(&&*field.name) && (field.name != "topic" || has("topics")) {
                continue;
            }
            let cell = value(self.scene, self.key);
            let said = self.around.get(&*field.name);
            if cell != Cell::Empty && said.is_none_or(|said| *said != cell.for_json()) {
                row.serialize_entry(&*field.name, &cell)?;
            }
        }
        row.end()
    }
}

impl<K> Column<K> {
    /// A column in which every row has a value.
    pub(super) fn new(
        name: impl Into<Cow<'static, str>>,
        kind: ColumnKind,
        about: impl Into<ColumnAbout>,
        value: impl for<'s> Fn(&'s Scene<'s>, K) -> Cell<'s> + Send + Sync + 'static,
    ) -> Self {
        let field = ColumnHead { name: name.into(), kind, required: true, about: about.into() };
        Column { field, value: Box::new(value) }
    }

    /// A column in which a row may have none.
    pub(super) fn or_empty(
        name: impl Into<Cow<'static, str>>,
        kind: ColumnKind,
        about: impl Into<ColumnAbout>,
        value: impl for<'s> Fn(&'s Scene<'s>, K) -> Cell<'s> + Send + Sync + 'static,
    ) -> Self {
        let mut column = Column::new(name, kind, about, value);
        column.field.required = false;
        column
    }
}
