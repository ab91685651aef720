//! A letter's file.

use std::sync::Arc;

use super::document::{self, Document};
use super::fields::Fields;
use super::finding::{all_findings, all_links};
use super::front_matter::{Read, Refused};
use super::raw::{Pairs, RawDate, RawInspector, RawLetter, RawMeasure, RawQuote};
use super::{At, FrontMatter, ParseCache, ParseContext, front_matter, markdown, rules};
use crate::diagnostics::{Diagnostic, SourceText};
use crate::model::{
    Better, Finding, FindingAnchors, Inspector, Letter, LetterText, Measure, MeasurePoint, Prose,
    PublicCopy, Quote, Slug, Unit,
};

/// Reads a letter.
pub(super) fn letter(
    source: &Arc<SourceText>,
    folder: Slug,
    file_slug: Slug,
    text: Option<Arc<SourceText>>,
    context: ParseContext<'_>,
    problems: &mut Vec<Diagnostic>,
) -> Option<Letter> {
    let Read { raw, body, refused } = front_matter_of(source, context.cache, problems)?;
    let mut fields = Fields { source, problems, refused: &refused, vocabulary: context.vocabulary };
    let mut letter = from_front_matter(&mut fields, folder, file_slug, raw);
    letter.text = text.map_or(LetterText::Unknown, LetterText::Known);
    letter.body = markdown::prose(source, body, letter.findings.iter().flat_map(Finding::anchors));
    Some(letter)
}

/// The front matter, from the cache where that has it. What something is said of is always read.
fn front_matter_of(
    source: &Arc<SourceText>,
    cache: Option<&ParseCache>,
    problems: &mut Vec<Diagnostic>,
) -> Option<Read<RawLetter>> {
    let (Some(cache), Some(Document { yaml, body })) = (cache, document::split(source)) else {
        return front_matter::read(source, FrontMatter::Letter, problems);
    };
    let yaml = &source.text[yaml];
    if let Some(raw) = cache.get(yaml) {
        return Some(Read { raw, body, refused: Refused::default() });
    }
    let said = problems.len();
    let read = front_matter::read(source, FrontMatter::Letter, problems)?;
    if problems.len() == said {
        cache.add(yaml, &read.raw);
    }
    Some(read)
}

/// The letter without its body.
fn from_front_matter(
    fields: &mut Fields<'_>,
    folder: Slug,
    file_slug: Slug,
    raw: RawLetter,
) -> Letter {
    let RawLetter {
        kind,
        visit,
        on_site,
        dated,
        printed,
        published,
        source,
        addressed_to,
        authorities,
        inspectors,
        areas,
        evidence,
        progress,
        findings,
        measures,
        quotes,
        draft,
        suggested,
        slug,
        aliases,
        checked,
    } = raw;
    let root = At::Root;
    let suggested = suggested.unwrap_or(false);
    let findings = all_findings(fields, findings, suggested);
    Letter {
        slug: fields.slug(root.key("slug"), slug).unwrap_or(file_slug),
        authorities: all_authorities(fields, &folder, authorities),
        folder,
        kind: fields.required_word(root.key("kind"), kind),
        visit: fields.visit_number(root.key("visit"), visit),
        on_site: fields.required_date(root.key("on_site"), on_site),
        dated: fields.required_date(root.key("dated"), dated),
        printed: fields.date(root.key("printed"), printed),
        published: fields.date(root.key("published"), published),
        public_copy: public_copy(fields, root.key("source"), source),
        addressed_to: fields.text(addressed_to),
        inspectors: all_inspectors(fields, inspectors),
        areas: fields.texts(areas),
        evidence: fields.texts(evidence),
        progress: fields.progress(root.key("progress"), progress),
        finding_links: all_links(&findings),
        finding_anchors: FindingAnchors::new(&findings),
        findings,
        measures: all_measures(fields, measures),
        quotes: all_quotes(fields, quotes),
        draft: draft.unwrap_or(false),
        suggested,
        old_urls: fields.old_urls(root.key("aliases"), aliases),
        checked: fields.texts(checked),
        body: Prose::default(),
        text: LetterText::Unknown,
        source: Arc::clone(fields.source),
    }
}

fn public_copy(fields: &mut Fields<'_>, at: At<'_>, raw: Option<String>) -> Option<PublicCopy> {
    if raw.as_ref().is_some_and(|written| written.trim() == PublicCopy::NONE) {
        return Some(PublicCopy::NoneKnown);
    }
    fields.web_address(at, raw).map(PublicCopy::At)
}

/// The authorities that the letter names; without any, the one in whose folder it is.
fn all_authorities(fields: &mut Fields<'_>, folder: &Slug, raw: Option<Vec<String>>) -> Vec<Slug> {
    let at = At::Key(&At::Root, "authorities");
    let named = fields.names(at, raw);
    let mut authorities: Vec<Slug> = Vec::with_capacity(named.len().max(1));
    for (index, slug) in named.into_iter().enumerate() {
        if authorities.contains(&slug) {
            let message = format!("`{slug}` stands here twice");
            let help = "keep one of the two";
            fields.problem(rules::DUPLICATE_AUTHORITY, at.item(index), message, help);
        }
        authorities.push(slug);
    }
    if authorities.is_empty() {
        authorities.push(folder.clone());
    }
    authorities
}

fn all_inspectors(fields: &mut Fields<'_>, raw: Option<Vec<RawInspector>>) -> Vec<Inspector> {
    let at = At::Key(&At::Root, "inspectors");
    let raw = raw.unwrap_or_default();
    let mut inspectors = Vec::with_capacity(raw.len());
    for (index, RawInspector { name, role, lead }) in raw.into_iter().enumerate() {
        inspectors.push(Inspector {
            name: fields.required_text(at.item(index).key("name"), name),
            role: fields.text(role),
            lead: lead.unwrap_or(false),
        });
    }
    inspectors
}

fn all_measures(fields: &mut Fields<'_>, raw: Option<Vec<RawMeasure>>) -> Vec<Measure> {
    let at = At::Key(&At::Root, "measures");
    let raw = raw.unwrap_or_default();
    let mut measures = Vec::with_capacity(raw.len());
    for (index, raw) in raw.into_iter().enumerate() {
        let RawMeasure { id, label, topic, unit, better, points } = raw;
        let at = at.item(index);
        let id = fields.required_text(at.key("id"), id);
        measures.push(Measure {
            id: fields.slug(at.key("id"), Some(id)).unwrap_or_else(Slug::placeholder),
            label: fields.required_text(at.key("label"), label),
            topic: fields.name(at.key("topic"), topic),
            unit: fields.of_set(at.key("unit"), unit).unwrap_or(Unit::Count),
            better: fields.of_set(at.key("better"), better).unwrap_or(Better::Neither),
            points: all_points(fields, at.key("points"), points),
        });
    }
    measures
}

fn all_points(fields: &mut Fields<'_>, at: At<'_>, raw: Option<Pairs<f64>>) -> Vec<MeasurePoint> {
    let raw = raw.map_or_else(Vec::new, |Pairs(pairs)| pairs);
    let mut points: Vec<MeasurePoint> = Vec::with_capacity(raw.len());
    for (written, value) in raw {
        let at_value = at.key(&written);
        let date = fields.date(At::Name(&at, &written), Some(RawDate::One(written.clone())));
        let date = date.filter(|date| !date.is_placeholder());
        let value = fields.measure_value(at_value, value);
        points.extend(date.zip(value).map(|(date, value)| MeasurePoint {
            date,
            key: written.into(),
            value,
        }));
    }
    points.sort_by_key(|point| point.date.sort_key());
    points
}

fn all_quotes(fields: &mut Fields<'_>, raw: Option<Vec<RawQuote>>) -> Vec<Quote> {
    let at = At::Key(&At::Root, "quotes");
    let raw = raw.unwrap_or_default();
    let mut quotes = Vec::with_capacity(raw.len());
    for (index, RawQuote { words, speaker }) in raw.into_iter().enumerate() {
        quotes.push(Quote {
            words: fields.required_text(at.item(index).key("words"), words),
            speaker: fields.text(speaker),
        });
    }
    quotes
}
