//! What a site looks like and where it will be: its settings, with the command line's options, and its theme.

use std::path::Path;
use std::sync::Arc;

use super::{LoadError, LoadOptions, css, language, rules};
use crate::diagnostics::{Diagnostic, Place, SourceText, did_you_mean};
use crate::model::{Messages, NamedFolder, Settings, Theme, Vocabulary};
use crate::parse::FromSettings;
use crate::{parse, read, render, search};

/// The settings and the theme.
#[derive(Clone)]
pub(super) struct Setup {
    pub(super) settings: Settings,
    pub(super) theme: Theme,
    pub(super) messages: Arc<Messages>,
    /// What is odd in the tables of messages.
    pub(super) warnings: Vec<Diagnostic>,
    pub(super) source: Arc<SourceText>,
    /// The words that front matter may use.
    pub(super) vocabulary: Arc<Vocabulary>,
    /// The file that they were read from, where they have one.
    pub(super) vocabulary_source: Option<Arc<SourceText>>,
}

impl Setup {
    /// Reads `site.toml`, and the theme that it names with those that this extends.
    pub(super) fn read(root: &Path, options: &LoadOptions) -> Result<Self, LoadError> {
        let source = read::settings(root)?.ok_or_else(|| LoadError::NotASite(root.to_owned()))?;
        let mut settings = with_options(parse::settings(&source)?, options)?;
        settings.search &= search::is_built_in();
        refuse_missing_texts(root, &settings, &source)?;
        let (vocabulary, vocabulary_source) = load_vocabulary(root, &source)?;
        let theme = load_theme(root, &settings, &source)?;
        refuse_wrong_options(&settings, &theme, &source)?;
        let (messages, warnings) = language::messages(root, &settings, &theme, &source)?;
        Ok(Setup {
            settings,
            theme,
            messages: Arc::new(messages),
            warnings,
            source,
            vocabulary,
            vocabulary_source,
        })
    }

    /// What is odd in it, though there is a site.
    pub(super) fn problems(&self) -> impl Iterator<Item = Diagnostic> {
        self.missing_base_url().into_iter().chain(self.warnings.iter().cloned())
    }

    /// Feeds and search engines need the site's address.
    fn missing_base_url(&self) -> Option<Diagnostic> {
        self.settings.base_url_is_missing.then(|| {
            let message =
                "the site's address is not known: feeds and the sitemap name this machine";
            rules::MISSING_BASE_URL
                .at(Place::start_of(&self.source), message)
                .help("add `base_url = \"https://…\"`, or say it with --base-url")
        })
    }
}

/// A folder of texts that is not there would be taken for one in which no letter has a text.
fn refuse_missing_texts(
    root: &Path,
    settings: &Settings,
    source: &Arc<SourceText>,
) -> Result<(), LoadError> {
    let Some(NamedFolder { path, range }) = &settings.letter_texts else { return Ok(()) };
    if read::is_folder(root, path)? {
        return Ok(());
    }
    let place = Place::span(source, range.clone());
    let problem = rules::MISSING_TEXTS.at(place, format!("there is no folder `{path}`"));
    Err(problem.help("make it, name the one there is, or take the line out").into())
}

/// The words that come with the program, with the site's own in their place; and the file of these.
fn load_vocabulary(
    root: &Path,
    settings: &Arc<SourceText>,
) -> Result<(Arc<Vocabulary>, Option<Arc<SourceText>>), LoadError> {
    let built_in = parse::built_in_vocabulary();
    let fixed = render::fixed_columns();
    let wrong = |problems: Vec<Diagnostic>| LoadError::BadSettings(problems.into_iter().collect());
    match parse::vocabulary_from_settings(settings, &built_in, &fixed).map_err(wrong)? {
        FromSettings::Nothing => Ok((built_in, None)),
        FromSettings::Words(words) => Ok((Arc::from(words), None)),
        FromSettings::File { name, place } => {
            let Some(source) = read::vocabulary(root, &name)? else {
                let place = Place::span(settings, place);
                let problem =
                    rules::MISSING_VOCABULARY.at(place, format!("there is no file `{name}`"));
                return Err(problem
                    .help("put it beside `site.toml`, or name the one there is")
                    .into());
            };
            let words = parse::vocabulary_from_file(&source, &built_in, &fixed).map_err(wrong)?;
            Ok((Arc::new(words), Some(source)))
        }
    }
}

fn with_options(mut settings: Settings, options: &LoadOptions) -> Result<Settings, LoadError> {
    let LoadOptions { base_url, origin, theme, drafts: _, keeps_texts: _ } = options;
    if let Some(base_url) = base_url {
        settings.base_url_is_missing = false;
        settings.base_url = parse::base_url(base_url).map_err(|message| {
            let message = format!("--base-url: {message}");
            let problem = rules::BAD_OPTION.at(Place::Nowhere, message);
            LoadError::BadOption(problem.help(parse::BASE_URL_HELP))
        })?;
    }
    if let Some(origin) = origin {
        settings.base_url = format!("{origin}{}", settings.base_path());
    }
    if let Some(theme) = theme {
        settings.theme.clone_from(theme);
    }
    Ok(settings)
}

/// A theme, and behind it the one that it extends, and so on to the end.
fn load_theme(
    root: &Path,
    settings: &Settings,
    settings_source: &Arc<SourceText>,
) -> Result<Theme, LoadError> {
    let mut theme = Theme::default();
    let mut room = read::ThemeRoom::new();
    let mut loaded: Vec<String> = Vec::new();
    let mut next = Some((settings.theme.clone(), place_of_theme(settings, settings_source)));
    while let Some((name, named_at)) = next {
        let Some(sources) = read::theme(root, &name, &mut room)? else {
            return Err(unknown_theme(root, &name, named_at).into());
        };
        let manifest = parse::manifest(&sources)?;
        let manifest_path = format!("{}/theme.toml", sources.folder);
        // What no theme of the chain has, the plain one does.
        let base = manifest.extends().map(str::to_owned);
        let is_last = base.is_none() && name != Theme::LAST;
        let last = is_last.then(|| Theme::LAST.to_owned());
        loaded.push(name);
        next = base.or(last).map(|base| (base, Place::File(manifest_path)));
        if let Some((base, place)) = next.as_ref().filter(|(base, _)| loaded.contains(base)) {
            let message = format!("the theme `{base}` extends itself");
            return Err(parse::rules::BAD_THEME
                .at(place.clone(), message)
                .help("take out `extends`, or name another theme such as `plain`")
                .into());
        }
        parse::add_to_theme(&mut theme, sources, manifest);
    }
    Ok(theme)
}

/// Where `site.toml` names the theme; its first line where the command line does.
fn place_of_theme(settings: &Settings, settings_source: &Arc<SourceText>) -> Place {
    let quoted = format!("\"{}\"", settings.theme);
    match settings_source.text.find(&quoted) {
        Some(start) => Place::span(settings_source, start..start + quoted.len()),
        None => Place::start_of(settings_source),
    }
}

fn unknown_theme(root: &Path, name: &str, named_at: Place) -> Diagnostic {
    let names = read::theme_names(root);
    let help =
        did_you_mean(name, names.iter().map(String::as_str)).unwrap_or_else(|| match &names[..] {
            [only] => format!("the only theme here is `{only}`"),
            names => format!("the themes here are {}", names.join(", ")),
        });
    rules::UNKNOWN_THEME.at(named_at, format!("there is no theme `{name}`")).help(help)
}

/// The site may set only the options that the theme has, to values of their kind.
fn refuse_wrong_options(
    settings: &Settings,
    theme: &Theme,
    settings_source: &Arc<SourceText>,
) -> Result<(), LoadError> {
    let mut problems = Vec::new();
    for chosen in &settings.theme_options {
        let place = Place::span(settings_source, chosen.range.clone());
        match theme.options.get(&chosen.name) {
            None => problems.push(unknown_option(settings, theme, &chosen.name, place)),
            Some(default) if default.kind() != chosen.value.kind() => {
                let message = format!("the option `{}` is {}", chosen.name, default.kind());
                problems.push(rules::WRONG_OPTION.at(place, message));
            }
            Some(_) => {
                let text = chosen.value.text().filter(|text| !css::is_one_value(text));
                if text.is_some() && css::is_made_with(theme, &chosen.name) {
                    problems.push(no_css_value(&chosen.name, place));
                }
            }
        }
    }
    if problems.is_empty() {
        return Ok(());
    }
    Err(LoadError::BadSettings(problems.into_iter().collect()))
}

fn no_css_value(name: &str, place: Place) -> Diagnostic {
    let message =
        format!("the option `{name}` stands in the stylesheet, where this text would end too much");
    rules::WRONG_OPTION.at(place, message).help(
        "write one value of CSS, such as `#0B5A6B`: without `;`, `{`, `}`, `\\` and comments, and with each quotation mark \
         and bracket closed",
    )
}

fn unknown_option(settings: &Settings, theme: &Theme, name: &str, place: Place) -> Diagnostic {
    let known: Vec<&str> = theme.options.keys().map(String::as_str).collect();
    let help = did_you_mean(name, known.iter().copied()).unwrap_or_else(|| match &known[..] {
        [] => "it has no options at all".to_owned(),
        known => format!("its options are {}", known.join(", ")),
    });
    let message = format!("the theme `{}` has no option `{name}`", settings.theme);
    rules::UNKNOWN_OPTION.at(place, message).help(help)
}
