//! The template engine, set up with a theme; and its complaints as problems of the theme's files.

use std::cmp::Reverse;
use std::sync::Arc;

use tera::{ErrorKind, ReportError, Tera, Value};

use super::fault::Fault;
use super::said;
use crate::diagnostics::{Diagnostic, Place, Position, SourceText};
use crate::model::{Messages, Theme};

/// The engine with the theme's templates, which all see `site`; and what is wrong with them.
///
/// A template is known by its path from the site's folder, and found by its name in the nearest theme
/// that has it. So a theme can still extend the template that it stands in front of, by its path.
pub(super) fn tera(
    theme: &Theme,
    site: Value,
    messages: &Arc<Messages>,
) -> (Tera, Vec<Diagnostic>) {
    let mut tera = empty(theme);
    said::add_to(&mut tera, messages);
    tera.global_context().insert_value("site", site);
    let problems = match tera.add_raw_templates(all(theme)) {
        Ok(()) => Vec::new(),
        Err(error) => each_problem(theme, messages, &error),
    };
    (tera, problems)
}

fn empty(theme: &Theme) -> Tera {
    let mut tera = Tera::new();
    tera.autoescape_on(vec![".html", ".xml"]);
    let prefixes: Vec<String> =
        theme.layers.iter().map(|layer| format!("{}/templates/", layer.folder)).collect();
    // Fails only where templates were added before.
    let _ = tera.set_fallback_prefixes(prefixes);
    tera
}

fn all(theme: &Theme) -> Vec<(&str, &str)> {
    sources(theme).map(|source| (source.path.as_str(), &*source.text)).collect()
}

fn sources(theme: &Theme) -> impl Iterator<Item = &Arc<SourceText>> + Clone {
    theme.layers.iter().flat_map(|layer| &layer.templates)
}

/// The engine stops at the first template that it cannot read: so each is tried by itself.
fn each_problem(theme: &Theme, messages: &Arc<Messages>, first: &tera::Error) -> Vec<Diagnostic> {
    let is_syntax = |error: &tera::Error| matches!(error.kind(), ErrorKind::SyntaxError(_));
    let mut problems: Vec<Diagnostic> = all(theme)
        .into_iter()
        .filter_map(|template| {
            let mut alone = empty(theme);
            said::add_to(&mut alone, messages);
            alone.add_raw_templates([template]).err()
        })
        .filter(is_syntax)
        .map(|error| mistake(theme, &error).into())
        .collect();
    if problems.is_empty() {
        problems.push(mistake(theme, first).into());
    }
    problems
}

/// What the engine says, at the words of the template that it says it of.
pub(super) fn mistake(theme: &Theme, error: &tera::Error) -> Fault {
    match error.kind() {
        ErrorKind::SyntaxError(report) | ErrorKind::RenderingError(report) => {
            let place = place_in_report(theme, report);
            Fault::Mistake { place, message: report.message().to_owned() }
        }
        _ => from_text(theme, &error.to_string()),
    }
}

/// Where a template goes on and on: at the last words of its own that it wrote.
pub(super) fn place_of_last(theme: &Theme, template: &str, last_texts: &[String]) -> Place {
    let own = |source: &&Arc<SourceText>| source.path.ends_with(&format!("/templates/{template}"));
    place_of_texts(sources(theme).filter(own), last_texts)
        .or_else(|| place_of_texts(sources(theme), last_texts))
        .unwrap_or_else(|| start_of(theme, template))
}

/// Where the longest of these texts stands in one of these templates. What comes from the content is in none, as
/// a rule.
fn place_of_texts<'t>(
    sources: impl Iterator<Item = &'t Arc<SourceText>> + Clone,
    texts: &[String],
) -> Option<Place> {
    let mut texts: Vec<&str> = texts.iter().map(|text| text.trim()).collect();
    texts.sort_by_key(|text| Reverse(text.len()));
    texts.dedup();
    let mut texts = texts.into_iter().filter(|text| !text.is_empty());
    texts.find_map(|text| {
        let (source, at) =
            sources.clone().find_map(|source| Some((source, source.text.find(text)?)))?;
        Some(Place::span(source, at..at + text.len()))
    })
}

/// The first line of a template, in the nearest theme that has it.
pub(super) fn start_of(theme: &Theme, template: &str) -> Place {
    let paths = theme.layers.iter().map(|layer| format!("{}/templates/{template}", layer.folder));
    let start = paths.filter_map(|path| source(theme, &path)).map(Place::start_of).next();
    start.unwrap_or_else(|| Place::File(template.to_owned()))
}

fn place_in_report(theme: &Theme, report: &ReportError) -> Place {
    match source(theme, report.filename()) {
        Some(source) => Place::span(source, report.span().range.clone()),
        None => Place::File(report.filename().to_owned()),
    }
}

pub(super) fn source<'t>(theme: &'t Theme, path: &str) -> Option<&'t Arc<SourceText>> {
    sources(theme).find(|source| source.path == path)
}

/// Some complaints come as text alone: `error: what`, then ` --> file:line:column`.
fn from_text(theme: &Theme, text: &str) -> Fault {
    let message = text.lines().next().unwrap_or(text);
    let message = message.strip_prefix("error: ").unwrap_or(message).to_owned();
    let place = text.lines().find_map(|line| place_in_text(theme, line)).unwrap_or_else(|| {
        let folder = theme.layers.first().map_or("themes", |layer| layer.folder.as_str());
        Place::File(folder.to_owned())
    });
    Fault::Mistake { place, message }
}

fn place_in_text(theme: &Theme, line: &str) -> Option<Place> {
    let mut parts = line.trim_start().strip_prefix("--> ")?.rsplitn(3, ':');
    let column = parts.next()?.parse().ok()?;
    let line = parts.next()?.parse().ok()?;
    let source = source(theme, parts.next()?)?;
    let offset = source.offset(Position { line, column });
    Some(Place::span(source, offset..offset + 1))
}
