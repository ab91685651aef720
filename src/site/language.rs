//! What a site's pages say: the messages of its language, from all tables that there are.

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::Arc;

use super::LoadError;
use crate::diagnostics::{Diagnostic, Place, Severity, SourceText, did_you_mean, question};
use crate::model::{Language, Messages, Settings, Theme};
use crate::parse::{self, TableFolder};
use crate::read;

/// The messages of the site's language, and what is odd in their tables. The site's own tables are the nearest, then those
/// of its theme and of the themes that this extends; the program's own are the farthest.
pub(super) fn messages(
    root: &Path,
    settings: &Settings,
    theme: &Theme,
    source: &Arc<SourceText>,
) -> Result<(Messages, Vec<Diagnostic>), LoadError> {
    let folders = folders(root, theme)?;
    // The reader of the settings let it through.
    let language = Language::parse(&settings.language).unwrap_or_default();
    let Some((messages, problems)) = parse::messages(&folders, &language) else {
        return Err(no_table(settings, &folders, source).into());
    };
    let is_error = |problem: &Diagnostic| problem.severity == Severity::Error;
    if problems.iter().any(is_error) {
        return Err(LoadError::BadSettings(problems.into_iter().collect()));
    }
    Ok((messages, problems))
}

fn folders(root: &Path, theme: &Theme) -> Result<Vec<TableFolder>, LoadError> {
    let own = read::site_messages(root)?.into_iter();
    let own = own.map(|(path, bytes)| parse::source_text(path, &bytes));
    let of_site = TableFolder { path: read::MESSAGES.to_owned(), tables: own.collect() };
    let of_themes = theme.layers.iter().map(|layer| TableFolder {
        path: format!("{}/{}", layer.folder, read::MESSAGES),
        tables: layer.tables.clone(),
    });
    let mut folders: Vec<TableFolder> = [of_site].into_iter().chain(of_themes).collect();
    // A site's own theme of that name may lack some, or be of an older program.
    let built_in = read::built_in_languages();
    let built_in = built_in.iter().filter_map(|tag| read::built_in_messages(tag));
    let built_in: Vec<Arc<SourceText>> =
        built_in.map(|(path, bytes)| parse::source_text(path, bytes)).collect();
    let last = format!("themes/{}/{}", Theme::LAST, read::MESSAGES);
    let is_replaced = folders.last().is_some_and(|it| it.path == last && it.tables != built_in);
    if is_replaced {
        folders.push(TableFolder { path: last, tables: built_in });
    }
    Ok(folders)
}

fn no_table(settings: &Settings, folders: &[TableFolder], source: &Arc<SourceText>) -> Diagnostic {
    let place = match &settings.language_place {
        Some(range) => Place::span(source, range.clone()),
        None => Place::start_of(source),
    };
    let known: BTreeSet<&str> = folders.iter().flat_map(TableFolder::languages).collect();
    let message = format!("there is no table of messages in `{}`", settings.language);
    let there_are = || {
        let names: Vec<String> = known.iter().map(|tag| format!("`{tag}`")).collect();
        let tag = &settings.language;
        format!("there is {}; for another, write `i18n/{tag}.ftl`", names.join(", "))
    };
    let meant = Language::meant_by(&settings.language).map(|it| it.to_string());
    let meant = meant.filter(|tag| known.contains(tag.as_str()) && *tag != settings.language);
    let help = meant
        .map(|tag| question(&tag))
        .or_else(|| did_you_mean(&settings.language, known.iter().copied()))
        .unwrap_or_else(there_are);
    parse::rules::UNKNOWN_LANGUAGE.at(place, message).help(help)
}
