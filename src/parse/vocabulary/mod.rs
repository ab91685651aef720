//! The words of a sector: a site's own, in `[vocabulary]` of `site.toml` or in a file that it names, and those that come
//! with the program. Both are read here, and checked as strictly.

mod polarities;
mod terms;
mod toml_table;

use std::ops::Range;
use std::sync::{Arc, LazyLock};

use toml::de::DeTable;

use super::settings::refused;
use super::{control_characters, rules};
use crate::diagnostics::{Diagnostic, SourceText};
use crate::model::{KnownAuthorities, TermList, Vocabulary};
use toml_table::{Reader, Table};

/// Columns that tables of the data have whatever the vocabulary is, so that no word can take their names.
#[derive(Debug, Default)]
pub(crate) struct FixedColumns {
    /// Of the table of letters, which counts the findings of each polarity.
    pub(crate) letters: Vec<String>,
    /// Of the table of inspections, which has the grade of each area.
    pub(crate) inspections: Vec<String>,
}

/// The vocabulary that comes with the program.
pub fn built_in() -> Arc<Vocabulary> {
    static BUILT_IN: LazyLock<Arc<Vocabulary>> = LazyLock::new(|| {
        let text = include_str!("built_in.toml").to_owned();
        let source = Arc::new(SourceText::new("vocabulary.toml", text));
        let fixed = FixedColumns::default();
        Arc::new(from_file(&source, &Vocabulary::default(), &fixed).unwrap_or_default())
    });
    Arc::clone(&BUILT_IN)
}

/// Reads a file that holds a vocabulary. What it does not say is as in `base`.
///
/// # Errors
/// All that is wrong with it.
pub(crate) fn from_file(
    source: &Arc<SourceText>,
    base: &Vocabulary,
    fixed: &FixedColumns,
) -> Result<Vocabulary, Vec<Diagnostic>> {
    control_characters::refuse_in_toml(source).map_err(|problem| vec![problem])?;
    let root = DeTable::parse(&source.text).map_err(|error| vec![refused(source, &error)])?;
    let table = Table { entries: root.get_ref(), range: 0..0 };
    from_table(source, &table, base, fixed)
}

/// Reads `[vocabulary]` of `site.toml`.
///
/// # Errors
/// All that is wrong with it.
pub(crate) fn from_settings(
    source: &Arc<SourceText>,
    base: &Vocabulary,
    fixed: &FixedColumns,
) -> Result<FromSettings, Vec<Diagnostic>> {
    let root = DeTable::parse(&source.text).map_err(|error| vec![refused(source, &error)])?;
    let root = Table { entries: root.get_ref(), range: 0..0 };
    let mut reader = Reader { source, problems: Vec::new() };
    let Some(table) = reader.table(&root, "vocabulary") else {
        return done(reader, FromSettings::Nothing);
    };
    let Some(file) = table.entries.get("file") else {
        return from_table(source, &table, base, fixed)
            .map(|words| FromSettings::Words(words.into()));
    };
    reader.refuse_other_keys(&table, &["file"]);
    let named = reader.text(&table, "file");
    let named = named.filter(|it| {
        let is_file = it.value.ends_with(".toml") && !it.value.contains(['/', '\\', ':']);
        if !is_file || it.value == "site.toml" {
            let message = format!("`{}` is no file of a vocabulary", it.value);
            let help = "name a file beside `site.toml`, such as `vocabulary.toml`";
            reader.problem(rules::BAD_VOCABULARY, &it.range, message, help);
        }
        is_file
    });
    let name = named.map(|it| it.value).unwrap_or_default();
    done(reader, FromSettings::File { name, place: file.span() })
}

/// What `site.toml` says of a vocabulary.
#[derive(Debug)]
pub(crate) enum FromSettings {
    /// Nothing.
    Nothing,
    /// The words themselves.
    Words(Box<Vocabulary>),
    /// The name of the file that has them, and where it stands.
    File { name: String, place: Range<usize> },
}

fn done<T>(reader: Reader<'_>, read: T) -> Result<T, Vec<Diagnostic>> {
    if reader.problems.is_empty() { Ok(read) } else { Err(reader.problems) }
}

fn from_table(
    source: &Arc<SourceText>,
    table: &Table<'_>,
    base: &Vocabulary,
    fixed: &FixedColumns,
) -> Result<Vocabulary, Vec<Diagnostic>> {
    let mut reader = Reader { source, problems: Vec::new() };
    let keys = TermList::ALL.map(TermList::key);
    let known: Vec<&str> = keys.into_iter().chain(["authorities", "about"]).collect();
    reader.refuse_other_keys(table, &known);
    let mut read = base.clone();
    read.known_authorities = authorities(&mut reader, table, base);
    terms::read(&mut reader, table, &mut read, fixed);
    polarities::read(&mut reader, table, &mut read, fixed);
    let has_own = |list: TermList| table.entries.contains_key(list.key());
    if has_own(TermList::Grades) && !has_own(TermList::Frameworks) {
        // Who has other grades is another regulator, which decides for itself.
        read.frameworks.iter_mut().for_each(|framework| framework.no_overall_from = None);
    }
    about(&mut reader, table, &mut read);
    done(reader, read)
}

/// What the data says of columns. What is said of the words of `base` is not said of others.
fn about(reader: &mut Reader<'_>, table: &Table<'_>, read: &mut Vocabulary) {
    let has_own = |list: TermList| table.entries.contains_key(list.key());
    if has_own(TermList::Grades) {
        read.overall_about = None;
    }
    if has_own(TermList::LetterKinds) {
        read.first_visits_about = None;
    }
    if has_own(TermList::Regions) {
        read.region_about = None;
    }
    let Some(about) = reader.table(table, "about") else { return };
    reader.refuse_other_keys(&about, &["overall", "region", "first_visits"]);
    let first_visits = &mut read.first_visits_about;
    for (key, to) in [
        ("overall", &mut read.overall_about),
        ("region", &mut read.region_about),
        ("first_visits", first_visits),
    ] {
        if let Some(text) = reader.text(&about, key) {
            *to = Some(text.value);
        }
    }
}

/// The table of authorities that a vocabulary names. That of `base` goes with its regions.
fn authorities(reader: &mut Reader<'_>, table: &Table<'_>, base: &Vocabulary) -> KnownAuthorities {
    let Some(named) = reader.text(table, "authorities") else {
        let has_own_regions = table.entries.contains_key(TermList::Regions.key());
        return if has_own_regions { KnownAuthorities::None } else { base.known_authorities };
    };
    match named.value.as_str() {
        "england" => KnownAuthorities::England,
        "none" => KnownAuthorities::None,
        other => {
            let message = format!("there is no table of authorities `{other}`");
            let help = "write `england`, or `none`";
            reader.problem(rules::BAD_VOCABULARY, &named.range, message, help);
            KnownAuthorities::None
        }
    }
}
