//! `theme.toml`, and putting a theme and those it extends together.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::Deserialize;

use super::control_characters;
use super::one_line::OneLine;
use super::rules;
use super::settings::{option_values, refused_with_help};
use super::toml_keys::keys_of;
use crate::diagnostics::{Diagnostic, Place, SourceText};
use crate::model::{OptionValue, Theme, ThemeAsset, ThemeLayer, is_plain_path};
use crate::read::{MESSAGES, TABLE_ENDING, ThemeSources};

/// What a theme says of itself.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct ThemeManifest {
    /// What people call it. Nothing is made of it, nor of the version.
    #[serde(rename = "name")]
    _name: OneLine,
    #[serde(rename = "version")]
    _version: Option<OneLine>,
    extends: Option<OneLine>,
    /// Its options, with the values that hold unless the site sets others.
    #[serde(default, deserialize_with = "option_values")]
    options: BTreeMap<String, OptionValue>,
}

impl ThemeManifest {
    /// The name of the theme that stands in for what this one does not have.
    pub(crate) fn extends(&self) -> Option<&str> {
        self.extends.as_ref().map(OneLine::text)
    }
}

/// Reads a theme's `theme.toml`.
pub(crate) fn manifest(sources: &ThemeSources) -> Result<ThemeManifest, Diagnostic> {
    if let Some(path) = sources.files.keys().find(|path| !is_published_plainly(path)) {
        return Err(bad_name(format!("{}/{path}", sources.folder)));
    }
    let path = format!("{}/theme.toml", sources.folder);
    let Some(bytes) = sources.files.get("theme.toml") else {
        let message = "the theme has no `theme.toml`";
        return Err(rules::BAD_THEME
            .at(Place::File(path), message)
            .help("add the file, with `name = \"…\"` in it"));
    };
    let source = source_text(path, bytes);
    let manifest = toml::from_str(&source.text).map_err(|error| {
        refused_with_help(&source, &error, |table| match table {
            [] => keys_of::<ThemeManifest>(),
            _ => &[],
        })
    })?;
    control_characters::refuse_in_toml(&source)?;
    Ok(manifest)
}

/// Whether a file has a plain name, if it is published under it. Of what kind it is, is the theme's to choose.
fn is_published_plainly(path: &str) -> bool {
    let published = path.strip_prefix("templates/").unwrap_or(path).strip_prefix("static/");
    published.is_none_or(is_plain_path)
}

fn bad_name(file: String) -> Diagnostic {
    let message = "the name of this file cannot stand in a web address on every system";
    rules::BAD_FILE_NAME
        .at(Place::File(file), message)
        .help("use letters, digits, hyphens, underscores and dots, and no dot at its end")
}

/// Adds a theme behind those already there: what they have too is theirs.
pub(crate) fn add_to_theme(theme: &mut Theme, sources: ThemeSources, manifest: ThemeManifest) {
    let ThemeSources { folder, files, is_built_in } = sources;
    let (mut templates, mut tables) = (Vec::new(), Vec::new());
    for (path, bytes) in files {
        let full_path = format!("{folder}/{path}");
        if path.starts_with("templates/") {
            if let Some(name) = path.strip_prefix("templates/static/") {
                let file = ThemeAsset::Made { path: full_path.clone() };
                theme.files.entry(name.to_owned()).or_insert(file);
            }
            templates.push(source_text(full_path, &bytes));
        } else if let Some(name) = path.strip_prefix("static/") {
            let file = ThemeAsset::Copied { path: full_path, bytes };
            theme.files.entry(name.to_owned()).or_insert(file);
        } else if is_table(&path) {
            tables.push(source_text(full_path, &bytes));
        }
    }
    for (name, value) in manifest.options {
        theme.options.entry(name).or_insert(value);
    }
    theme.layers.push(ThemeLayer { folder, templates, tables, is_built_in });
}

/// Whether a file of a theme is a table of messages.
fn is_table(path: &str) -> bool {
    let name = path.strip_prefix(MESSAGES).and_then(|path| path.strip_prefix('/'));
    name.is_some_and(|name| !name.contains('/') && name.ends_with(TABLE_ENDING))
}

/// A byte that is not text shows as `�`, where people can see it.
pub(crate) fn source_text(path: String, bytes: &[u8]) -> Arc<SourceText> {
    let text = String::from_utf8_lossy(bytes).into_owned();
    Arc::new(SourceText::new(path, text))
}
