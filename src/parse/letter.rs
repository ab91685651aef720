//! A letter's file.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::document::{self, Document};
use super::fields::Fields;
use super::front_matter::{Read, Refused};
use super::raw::{
    OneOrMore, Pairs, RawDate, RawFinding, RawInspector, RawLetter, RawMeasure, RawQuote,
};
use super::{At, FrontMatter, ParseCache, ParseContext, front_matter, markdown, rules};
use crate::diagnostics::{Diagnostic, SourceText};
use crate::model::{
    Better, Excerpt, Finding, FindingAnchors, FindingLink, FollowedFinding, Inspector, Letter,
    LetterText, Link, Measure, MeasurePoint, Prose, PublicCopy, Quotation, Quote, Slug, TermId,
    Unit,
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
        slug,
        aliases,
        checked,
    } = raw;
    let root = At::Root;
    let findings = all_findings(fields, findings);
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
    let named = fields.slugs(at, raw);
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

fn all_findings(fields: &mut Fields<'_>, raw: Option<Vec<RawFinding>>) -> Vec<Finding> {
    let at = At::Key(&At::Root, "findings");
    let raw = raw.unwrap_or_default();
    let mut findings = Vec::with_capacity(raw.len());
    let mut counts: BTreeMap<Slug, usize> = BTreeMap::new();
    let mut texts = Texts { source: fields.source, from: Some(0) };
    for (index, raw) in raw.into_iter().enumerate() {
        let RawFinding {
            id,
            title,
            key,
            polarity,
            topics,
            text,
            words,
            page,
            subject,
            follows,
            national_framework,
            aliases,
            suggested,
        } = raw;
        let at = at.item(index);
        let topics = all_topics(fields, at, topics);
        let first_topic = topics.first().cloned().unwrap_or_else(Slug::placeholder);
        let count = counts.entry(first_topic.clone()).or_default();
        *count += 1;
        let counted = first_topic.numbered(*count);
        findings.push(Finding {
            id: fields.anchor(at.key("id"), id).unwrap_or(counted),
            polarity: fields.required_word(at.key("polarity"), polarity),
            topics: topics.into(),
            text: texts.next(fields.required_text(at.key("text"), text)),
            title: fields.text(title).map(String::into_boxed_str),
            key: key.unwrap_or(false),
            words: quotations(fields, at, &mut texts, words, page),
            subject: fields.text(subject).map(String::into_boxed_str),
            follows: followed(fields, at.key("follows"), follows).map(Box::new),
            national_framework: all_words(fields, at.key("national_framework"), national_framework),
            old_ids: fields.anchors(at.key("aliases"), aliases).into(),
            suggested: suggested.unwrap_or(false),
        });
    }
    findings
}

/// The letter's own words, each with its page. One page is that of all.
fn quotations(
    fields: &mut Fields<'_>,
    at: At<'_>,
    texts: &mut Texts<'_>,
    words: Option<OneOrMore<String>>,
    page: Option<OneOrMore<u32>>,
) -> Box<[Quotation]> {
    let words = fields.texts(words.map(OneOrMore::into_vec));
    let mut pages = page.map_or_else(Vec::new, OneOrMore::into_vec);
    let at_page = at.key("page");
    let is_known = |page: &u32| (1..=Letter::MOST_PAGES).contains(page);
    if let Some(page) = pages.iter().find(|page| !is_known(page)) {
        let message = format!("`{page}` is no page of a letter");
        fields.problem(rules::BAD_PAGE, at_page, message, "count from 1, as a PDF does");
        pages.clear();
    }
    if pages.len() == 1 {
        pages.resize(words.len().max(1), pages[0]);
    }
    if !pages.is_empty() && pages.len() != words.len() {
        let (pages, words) = (pages.len(), words.len());
        let message = match words {
            0 => "there is a page, but there are no words that it is the page of".to_owned(),
            _ => format!("there are {pages} pages for {words} quotations"),
        };
        let help = "write the page of each quotation: `page: [2, 3]`; or one, if all are on it";
        fields.problem(rules::BAD_PAGE, at_page, message, help);
    }
    let pages = pages.into_iter().map(Some).chain(std::iter::repeat(None));
    words
        .into_iter()
        .zip(pages)
        .map(|(words, page)| Quotation { words: texts.next_or_other(words), page })
        .collect()
}

/// The finding of an earlier letter, where there is one.
fn followed(fields: &mut Fields<'_>, at: At<'_>, raw: Option<String>) -> Option<FollowedFinding> {
    let written = fields.text(raw)?;
    let slugs = written.split_once('#');
    let slugs = slugs.and_then(|(letter, finding)| {
        Some(FollowedFinding { letter: Slug::parse(letter)?, finding: Slug::parse(finding)? })
    });
    if slugs.is_none() {
        let message = format!("`{written}` does not name a finding of a letter");
        let help = "write the end of the letter's address, `#` and the finding's id: `2016-09-02-visit-1#plans-late`";
        fields.problem(rules::BAD_SLUG, at, message, help);
    }
    slugs
}

/// The members of a list of the vocabulary, without those that it has not.
fn all_words<I: TermId>(fields: &mut Fields<'_>, at: At<'_>, raw: Option<Vec<String>>) -> Box<[I]> {
    let raw = raw.into_iter().flatten().enumerate();
    raw.filter_map(|(index, word)| fields.word(at.item(index), Some(word))).collect()
}

/// The texts of the findings, which stand in the file one after the other.
struct Texts<'a> {
    source: &'a Arc<SourceText>,
    /// Where the next can begin. Once one does not stand there as it is, none is looked for any more: each would
    /// be looked for in the whole file.
    from: Option<usize>,
}

impl Texts<'_> {
    /// The next text, where it stands; one that stands nowhere as it is says nothing of those behind it.
    fn next_or_other(&mut self, text: String) -> Excerpt {
        let from = self.from;
        let excerpt = self.next(text);
        self.from = self.from.or(from);
        excerpt
    }

    fn next(&mut self, text: String) -> Excerpt {
        let found = self.from.and_then(|from| Excerpt::find(self.source, from, &text));
        self.from = found.as_ref().map(Excerpt::end);
        found.unwrap_or_else(|| text.into())
    }
}

fn all_links(findings: &[Finding]) -> Box<[FindingLink]> {
    let mut links = Vec::new();
    for (finding, Finding { text, .. }) in findings.iter().enumerate() {
        let found = markdown::inline(text).links.into_iter();
        let found = found.map(|Link { kind, destination, range: _ }| FindingLink {
            finding,
            kind,
            destination,
        });
        links.extend(found);
    }
    links.into()
}

/// The topics of a finding; without one, and with one twice, there is a problem.
fn all_topics(fields: &mut Fields<'_>, at: At<'_>, raw: Option<Vec<String>>) -> Vec<Slug> {
    let at = at.key("topics");
    if raw.is_none() {
        fields.missing(at);
        return Vec::new();
    }
    let topics = fields.topics(at, raw);
    if topics.is_empty() {
        let help = "name one at least: `topics: [thresholds]`";
        fields.problem(rules::MISSING_KEY, at, "this finding has no topic", help);
    }
    topics
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
            topic: fields.slug(at.key("topic"), topic),
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
