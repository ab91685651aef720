//! `site.toml`, and the defaults of what it leaves out.

use std::collections::BTreeMap;
use std::fmt;
use std::sync::Arc;

use serde::de::value::MapAccessDeserializer;
use serde::de::{Error, IgnoredAny, IntoDeserializer, MapAccess, Visitor};
use serde::{Deserialize, Deserializer};
use toml::Spanned;

use super::control_characters;
use super::language::language_at;
use super::one_line::OneLine;
use super::regulator::{RawNoun, RawRecipient, RawRegulator, regulator};
use super::rules;
use super::setting_values::{RawRepository, base_url_at, folder_at, repository_at};
use super::toml_keys::{KnownKeys, keys_of, meant_key};
use crate::diagnostics::{Diagnostic, Place, SourceText};
use crate::model::{ChosenOption, OptionValue, Settings};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawSettings {
    title: OneLine,
    description: Option<String>,
    base_url: Option<Spanned<String>>,
    language: Option<Spanned<OneLine>>,
    #[serde(default)]
    theme: RawTheme,
    output: Option<OneLine>,
    size_limit: Option<u64>,
    #[serde(default)]
    findings: RawList,
    #[serde(default)]
    letters: RawLetters,
    #[serde(default)]
    measures: RawList,
    #[serde(default)]
    feeds: RawFeeds,
    #[serde(default)]
    search: RawSearch,
    repository: Option<RawRepository>,
    /// Read by `vocabulary`.
    #[serde(rename = "vocabulary")]
    _vocabulary: Option<IgnoredAny>,
    regulator: Option<RawRegulator>,
}

/// `theme = "gazette"`; or a table, where options are to be set too.
#[derive(Default)]
struct RawTheme {
    name: Option<String>,
    options: BTreeMap<String, Spanned<RawOption>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawThemeTable {
    name: Option<OneLine>,
    #[serde(default)]
    options: BTreeMap<String, Spanned<RawOption>>,
}

#[derive(Deserialize)]
#[serde(untagged, expecting = "an option is a text, a whole number, or true or false")]
enum RawOption {
    Flag(bool),
    Number(i64),
    Text(String),
}

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct RawList {
    per_page: Option<Spanned<usize>>,
}

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct RawLetters {
    per_page: Option<Spanned<usize>>,
    texts: Option<Spanned<OneLine>>,
    publish: Option<bool>,
}

impl RawList {
    /// How many entries a page has; as many as `usual` where nobody says.
    fn per_page(self, source: &Arc<SourceText>, usual: usize) -> Result<usize, Diagnostic> {
        self.per_page.map_or(Ok(usual), |written| at_least_one(source, &written))
    }
}

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct RawFeeds {
    limit: Option<usize>,
}

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct RawSearch {
    enabled: Option<bool>,
}

/// Reads `site.toml`.
pub(crate) fn settings(source: &Arc<SourceText>) -> Result<Settings, Diagnostic> {
    let raw: RawSettings = toml::from_str(&source.text)
        .map_err(|error| refused_with_help(source, &error, known_keys))?;
    control_characters::refuse_in_toml(source)?;
    let RawSettings {
        title,
        description,
        base_url,
        language,
        theme: RawTheme { name, options },
        output,
        size_limit,
        findings,
        letters: RawLetters { per_page: letters_per_page, texts, publish },
        measures,
        feeds: RawFeeds { limit },
        search: RawSearch { enabled },
        repository,
        _vocabulary: _,
        regulator: raw_regulator,
    } = raw;
    Ok(Settings {
        title: title.into_text(),
        description: description.unwrap_or_default(),
        base_url_is_missing: base_url.is_none(),
        base_url: match base_url {
            Some(written) => base_url_at(source, &written)?,
            None => Settings::DEFAULT_BASE_URL.to_owned(),
        },
        language_place: language.as_ref().map(Spanned::span),
        language: match language {
            Some(written) => language_at(source, written)?,
            None => Settings::DEFAULT_LANGUAGE.to_owned(),
        },
        theme: name.unwrap_or_else(|| Settings::DEFAULT_THEME.to_owned()),
        output: output.map_or_else(|| "public".to_owned(), OneLine::into_text),
        size_limit: size_limit.unwrap_or(Settings::PAGES_SIZE_LIMIT).saturating_mul(1_000_000),
        findings_per_page: findings.per_page(source, 50)?,
        letters_per_page: RawList { per_page: letters_per_page }.per_page(source, 100)?,
        letter_texts: texts.map(|written| folder_at(source, written)).transpose()?,
        publishes_letter_texts: publish.unwrap_or(false),
        measures_per_page: measures.per_page(source, 20)?,
        feed_limit: limit.unwrap_or(10),
        search: enabled.unwrap_or(true),
        repository: match repository {
            Some(raw) => Some(repository_at(source, raw)?),
            None => None,
        },
        regulator: raw_regulator.map(|raw| regulator(source, raw)).transpose()?,
        theme_options: options.into_iter().map(|(name, raw)| chosen(name, raw)).collect(),
    })
}

fn at_least_one(source: &Arc<SourceText>, written: &Spanned<usize>) -> Result<usize, Diagnostic> {
    match *written.get_ref() {
        0 => {
            let message = "a page of a list has one entry at least";
            Err(rules::BAD_SETTING
                .at(Place::span(source, written.span()), message)
                .help("write a number such as 50"))
        }
        count => Ok(count),
    }
}

fn chosen(name: String, raw: Spanned<RawOption>) -> ChosenOption {
    let range = raw.span();
    let value = match raw.into_inner() {
        RawOption::Flag(flag) => OptionValue::Flag(flag),
        RawOption::Number(number) => OptionValue::Number(number),
        RawOption::Text(text) => OptionValue::Text(text),
    };
    ChosenOption { name, value, range }
}

/// Reads a table of theme options as `theme.toml` gives it.
pub(super) fn option_values<'de, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<BTreeMap<String, OptionValue>, D::Error> {
    let raw = BTreeMap::<String, Spanned<RawOption>>::deserialize(deserializer)?;
    Ok(raw.into_iter().map(|(name, raw)| (name.clone(), chosen(name, raw).value)).collect())
}

/// The keys of a table of `site.toml`.
fn known_keys(table: &[&str]) -> &'static [&'static str] {
    match table {
        [] => keys_of::<RawSettings>(),
        ["theme"] => keys_of::<RawThemeTable>(),
        ["findings" | "letters" | "measures"] => keys_of::<RawList>(),
        ["feeds"] => keys_of::<RawFeeds>(),
        ["search"] => keys_of::<RawSearch>(),
        ["repository"] => keys_of::<RawRepository>(),
        ["regulator"] => keys_of::<RawRegulator>(),
        ["regulator", "recipient"] => keys_of::<RawRecipient>(),
        ["regulator", "letter"] => keys_of::<RawNoun>(),
        _ => &[],
    }
}

/// Turns a refusal of TOML's reader into a problem at its place.
pub(super) fn refused(source: &Arc<SourceText>, error: &toml::de::Error) -> Diagnostic {
    let place = match error.span() {
        Some(range) => Place::span(source, range),
        None => Place::start_of(source),
    };
    rules::BAD_SETTING.at(place, error.message().to_owned())
}

/// The same, with the key that was meant where it refused one.
pub(super) fn refused_with_help(
    source: &Arc<SourceText>,
    error: &toml::de::Error,
    known: KnownKeys,
) -> Diagnostic {
    let problem = refused(source, error);
    let meant = error.span().and_then(|range| meant_key(&source.text, &range, known));
    match meant {
        Some(help) => problem.help(help),
        None => problem,
    }
}

impl<'de> Deserialize<'de> for RawTheme {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct ThemeVisitor;

        impl<'de> Visitor<'de> for ThemeVisitor {
            type Value = RawTheme;

            fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.write_str("the name of a theme, or a table with `name` and `options`")
            }

            fn visit_str<E: Error>(self, name: &str) -> Result<RawTheme, E> {
                let name = OneLine::deserialize(name.into_deserializer())?.into_text();
                Ok(RawTheme { name: Some(name), options: BTreeMap::new() })
            }

            fn visit_map<A: MapAccess<'de>>(self, entries: A) -> Result<RawTheme, A::Error> {
                let RawThemeTable { name, options } =
                    RawThemeTable::deserialize(MapAccessDeserializer::new(entries))?;
                Ok(RawTheme { name: name.map(OneLine::into_text), options })
            }
        }

        deserializer.deserialize_any(ThemeVisitor)
    }
}
