//! A letter's file.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::fields::Fields;
use super::raw::{Pairs, RawDate, RawFinding, RawInspector, RawLetter, RawMeasure, RawQuote};
use super::yaml::At;
use super::{front_matter, markdown};
use crate::diagnostics::{Diagnostic, SourceText};
use crate::model::{Better, Finding, Inspector, Letter, Measure, MeasurePoint, Quote, Slug, Unit};

/// Reads a letter.
pub(super) fn letter(
    source: &Arc<SourceText>,
    folder: Slug,
    file_slug: Slug,
    problems: &mut Vec<Diagnostic>,
) -> Option<Letter> {
    let (raw, body) = front_matter::read::<RawLetter>(source, problems)?;
    let RawLetter {
        kind,
        visit,
        on_site,
        dated,
        published,
        source: url,
        authorities,
        inspectors,
        areas,
        evidence,
        progress,
        findings,
        measures,
        quotes,
        draft,
        slug,
        aliases,
    } = raw;
    let mut fields = Fields { source, problems };
    let root = At::Root;
    let mut authorities = fields.slugs(root.key("authorities"), authorities);
    if authorities.is_empty() {
        authorities.push(folder.clone());
    }
    Some(Letter {
        slug: fields.slug(root.key("slug"), slug).unwrap_or(file_slug),
        folder,
        authorities,
        kind: fields.required_word(root.key("kind"), kind),
        visit,
        on_site: fields.required_date(root.key("on_site"), on_site),
        dated: fields.required_date(root.key("dated"), dated),
        published: fields.date(root.key("published"), published),
        url: fields.web_address(root.key("source"), url),
        inspectors: all_inspectors(&mut fields, inspectors),
        areas: fields.texts(areas),
        evidence: fields.texts(evidence),
        progress: fields.progress(root.key("progress"), progress),
        findings: all_findings(&mut fields, findings),
        measures: all_measures(&mut fields, measures),
        quotes: all_quotes(&mut fields, quotes),
        draft: draft.unwrap_or(false),
        old_urls: fields.old_urls(root.key("aliases"), aliases),
        body: markdown::prose(source, body),
        source: Arc::clone(source),
    })
}

fn all_inspectors(fields: &mut Fields<'_>, raw: Option<Vec<RawInspector>>) -> Vec<Inspector> {
    let at = At::Key(&At::Root, "inspectors");
    let mut inspectors = Vec::new();
    for (place, RawInspector { name, role, lead }) in raw.into_iter().flatten().enumerate() {
        inspectors.push(Inspector {
            name: fields.required_text(at.item(place).key("name"), name),
            role: fields.text(role),
            lead: lead.unwrap_or(false),
        });
    }
    inspectors
}

fn all_findings(fields: &mut Fields<'_>, raw: Option<Vec<RawFinding>>) -> Vec<Finding> {
    let at = At::Key(&At::Root, "findings");
    let mut findings = Vec::new();
    let mut counts: BTreeMap<Slug, usize> = BTreeMap::new();
    for (place, RawFinding { id, polarity, topics, text, subject }) in
        raw.into_iter().flatten().enumerate()
    {
        let at = at.item(place);
        let topics = all_topics(fields, at, topics);
        let first_topic = topics.first().cloned().unwrap_or_else(Slug::placeholder);
        let count = counts.entry(first_topic.clone()).or_default();
        *count += 1;
        let counted = Slug::from_text(&format!("{first_topic}-{count}"));
        findings.push(Finding {
            id: fields.slug(at.key("id"), id).or(counted).unwrap_or_else(Slug::placeholder),
            polarity: fields.required_word(at.key("polarity"), polarity),
            topics,
            text: fields.required_text(at.key("text"), text),
            subject: fields.text(subject),
        });
    }
    findings
}

/// The topics of a finding, none twice; without one there is a problem.
fn all_topics(fields: &mut Fields<'_>, at: At<'_>, raw: Option<Vec<String>>) -> Vec<Slug> {
    let mut topics: Vec<Slug> = Vec::new();
    for topic in fields.slugs(at.key("topics"), raw) {
        if !topics.contains(&topic) {
            topics.push(topic);
        }
    }
    if topics.is_empty() {
        let message = "this finding has no topic";
        fields.problem("missing-key", at, message, "add `topics: []` with one name at least");
    }
    topics
}

fn all_measures(fields: &mut Fields<'_>, raw: Option<Vec<RawMeasure>>) -> Vec<Measure> {
    let at = At::Key(&At::Root, "measures");
    let mut measures = Vec::new();
    for (place, raw) in raw.into_iter().flatten().enumerate() {
        let RawMeasure { id, label, topic, unit, better, points } = raw;
        let at = at.item(place);
        let id = fields.required_text(at.key("id"), id);
        measures.push(Measure {
            id: fields.slug(at.key("id"), Some(id)).unwrap_or_else(Slug::placeholder),
            label: fields.required_text(at.key("label"), label),
            topic: fields.slug(at.key("topic"), topic),
            unit: fields.word(at.key("unit"), unit).unwrap_or(Unit::Count),
            better: fields.word(at.key("better"), better).unwrap_or(Better::Neither),
            points: all_points(fields, at.key("points"), points),
        });
    }
    measures
}

fn all_points(fields: &mut Fields<'_>, at: At<'_>, raw: Option<Pairs<f64>>) -> Vec<MeasurePoint> {
    let mut points: Vec<MeasurePoint> = Vec::new();
    for (written, value) in raw.map_or_else(Vec::new, |Pairs(pairs)| pairs) {
        let at = At::Name(&at, &written);
        let date = fields.date(at, Some(RawDate::One(written.clone())));
        points.extend(date.map(|date| MeasurePoint { date, value }));
    }
    points.sort_by_key(|point| point.date.sort_key());
    points
}

fn all_quotes(fields: &mut Fields<'_>, raw: Option<Vec<RawQuote>>) -> Vec<Quote> {
    let at = At::Key(&At::Root, "quotes");
    let mut quotes = Vec::new();
    for (place, RawQuote { words, speaker }) in raw.into_iter().flatten().enumerate() {
        quotes.push(Quote {
            words: fields.required_text(at.item(place).key("words"), words),
            speaker: fields.text(speaker),
        });
    }
    quotes
}
