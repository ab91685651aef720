//! Where the stages meet: from a folder to a site that can be asked for any of its pages.

mod error;
mod folder;

use std::path::Path;
use std::sync::Arc;

use rayon::prelude::*;

use crate::diagnostics::{Diagnostic, Place, Report, SourceText, did_you_mean};
use crate::index::Indexes;
use crate::model::{Archive, Settings, Theme};
use crate::plan::{Compared, OldFinding, Plan, Route};
use crate::render::{Material, Renderer, SearchRecord};
use crate::{check, parse, read, render, search};
pub use error::LoadError;
pub use folder::{Changed, Folder};

/// A site as it was when its folder was read. It never changes.
pub struct Site {
    archive: Archive,
    indexes: Indexes,
    plan: Plan,
    settings: Settings,
    theme: Theme,
    renderer: Renderer,
}

/// What a command line says over `site.toml`.
#[derive(Debug, Clone, Default)]
pub struct LoadOptions {
    /// The address that the site is published at.
    pub base_url: Option<String>,
    /// The scheme, host and port to put in place of those of that address, whose path stays.
    pub origin: Option<String>,
    /// The name of the theme.
    pub theme: Option<String>,
    /// Whether drafts are part of the site.
    pub drafts: bool,
}

/// What came of making every page.
#[derive(Debug, Default)]
pub struct Tried {
    /// The pages that the theme cannot make.
    pub report: Report,
    /// The size of the others together.
    pub bytes: u64,
}

impl Site {
    /// Reads a site's folder, and reports every problem of its content. With an error in the report, the
    /// site is there to be looked at but not to be published.
    ///
    /// # Errors
    /// Where `site.toml` or the theme cannot be used, or the machine would not read a file.
    pub fn load(root: &Path, options: &LoadOptions) -> Result<(Site, Report), LoadError> {
        let settings_source =
            read::settings(root)?.ok_or_else(|| LoadError::NotASite(root.to_owned()))?;
        let mut settings = with_options(parse::settings(&settings_source)?, options)?;
        settings.search &= search::is_built_in();
        let theme = load_theme(root, &settings, &settings_source)?;
        refuse_wrong_options(&settings, &theme, &settings_source)?;

        let sources = read::content(root)?;
        let (archive, parse_problems) = parse::archive(sources, options.drafts);
        let indexes = Indexes::new(&archive);
        let rule_problems = check::check(&archive, &indexes);
        let (plan, plan_problems) = Plan::new(&archive, &indexes, &settings, &theme);
        let (renderer, theme_problems) = Renderer::new(&archive, &settings, &theme);

        let mut report = Report::default();
        report.extend(missing_base_url(&settings, &settings_source));
        for problems in [parse_problems, rule_problems, plan_problems, theme_problems] {
            report.extend(problems);
        }
        report.sort();
        Ok((Site { archive, indexes, plan, settings, theme, renderer }, report))
    }

    /// The bytes that an address stands for.
    ///
    /// # Errors
    /// Where there is no such address, or the theme cannot make the page.
    pub fn render(&self, route: &Route) -> Result<Vec<u8>, Diagnostic> {
        self.renderer.render(self.material(), route)
    }

    /// Makes every page and keeps none, to find what the theme cannot do. Calls `on_page` after each.
    pub fn try_all(&self, on_page: &(dyn Fn() + Sync)) -> Tried {
        let rendered: Vec<Result<u64, Diagnostic>> = self
            .routes()
            .par_iter()
            .map(|route| {
                let size = self.render(route).map(|bytes| bytes.len() as u64);
                on_page();
                size
            })
            .collect();
        let mut tried = Tried::default();
        for result in rendered {
            match result {
                Ok(bytes) => tried.bytes += bytes,
                Err(problem) => tried.report.push(problem),
            }
        }
        tried.report.sort();
        tried
    }

    /// What the search index is made from; nothing where the site has no search.
    pub fn search_records(&self) -> Vec<SearchRecord> {
        if self.settings.search { render::records(self.material()) } else { Vec::new() }
    }

    /// Compares the permalinks of findings with those that the site had before.
    pub fn compare(&self, old: &[OldFinding]) -> Compared {
        self.plan.compare(&self.archive, old)
    }

    /// Every address, in order.
    pub fn routes(&self) -> Vec<&Route> {
        self.plan.routes().map(|(route, _)| route).collect()
    }

    /// The content, typed.
    pub fn archive(&self) -> &Archive {
        &self.archive
    }

    /// What follows from the content.
    pub fn indexes(&self) -> &Indexes {
        &self.indexes
    }

    /// What stands at which address.
    pub fn plan(&self) -> &Plan {
        &self.plan
    }

    /// The settings, with the options of the command line in them.
    pub fn settings(&self) -> &Settings {
        &self.settings
    }

    fn material(&self) -> Material<'_> {
        let Site { archive, indexes, plan, settings, theme, renderer: _ } = self;
        Material { archive, indexes, plan, settings, theme }
    }
}

fn with_options(mut settings: Settings, options: &LoadOptions) -> Result<Settings, LoadError> {
    let LoadOptions { base_url, origin, theme, drafts: _ } = options;
    if let Some(base_url) = base_url {
        settings.base_url_is_missing = false;
        settings.base_url = parse::base_url(base_url).map_err(|message| {
            let message = format!("--base-url: {message}");
            let problem = Diagnostic::error("bad-option", Place::Nowhere, message);
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
    let mut loaded: Vec<String> = Vec::new();
    let mut next = Some((settings.theme.clone(), place_of_theme(settings, settings_source)));
    while let Some((name, named_at)) = next {
        let Some(sources) = read::theme(root, &name)? else {
            return Err(unknown_theme(root, &name, named_at).into());
        };
        let manifest = parse::manifest(&sources)?;
        let manifest_path = format!("{}/theme.toml", sources.folder);
        // What no theme of the chain has, the plain one does.
        let is_last = manifest.extends.is_none() && name != Theme::LAST;
        let last = is_last.then(|| Theme::LAST.to_owned());
        loaded.push(name);
        next = manifest.extends.clone().or(last).map(|base| (base, Place::File(manifest_path)));
        if let Some((base, place)) = next.as_ref().filter(|(base, _)| loaded.contains(base)) {
            let message = format!("the theme `{base}` extends itself");
            return Err(Diagnostic::error("bad-theme", place.clone(), message)
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
    Diagnostic::error("unknown-theme", named_at, format!("there is no theme `{name}`")).help(help)
}

/// Feeds and search engines need the site's address.
fn missing_base_url(settings: &Settings, settings_source: &Arc<SourceText>) -> Option<Diagnostic> {
    settings.base_url_is_missing.then(|| {
        let message = "the site's address is not known: feeds and the sitemap name this machine";
        Diagnostic::warning("missing-base-url", Place::start_of(settings_source), message)
            .help("add `base_url = \"https://…\"`, or say it with --base-url")
    })
}

/// The site may set only the options that the theme has, to values of their kind.
fn refuse_wrong_options(
    settings: &Settings,
    theme: &Theme,
    settings_source: &Arc<SourceText>,
) -> Result<(), LoadError> {
    let mut report = Report::default();
    for chosen in &settings.theme_options {
        let place = Place::span(settings_source, chosen.range.clone());
        match theme.options.get(&chosen.name) {
            None => report.push(unknown_option(settings, theme, &chosen.name, place)),
            Some(default) if default.kind() != chosen.value.kind() => {
                let message = format!("the option `{}` is {}", chosen.name, default.kind());
                report.push(Diagnostic::error("wrong-option", place, message));
            }
            Some(_) => {}
        }
    }
    if report.has_errors() { Err(LoadError::BadSettings(report)) } else { Ok(()) }
}

fn unknown_option(settings: &Settings, theme: &Theme, name: &str, place: Place) -> Diagnostic {
    let known: Vec<&str> = theme.options.keys().map(String::as_str).collect();
    let help = did_you_mean(name, known.iter().copied()).unwrap_or_else(|| match &known[..] {
        [] => "it has no options at all".to_owned(),
        known => format!("its options are {}", known.join(", ")),
    });
    let message = format!("the theme `{}` has no option `{name}`", settings.theme);
    Diagnostic::error("unknown-option", place, message).help(help)
}
