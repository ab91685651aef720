//! The findings of a letter's file.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::fields::Fields;
use super::raw::{OneOrMore, RawFinding};
use super::{At, markdown, rules};
use crate::diagnostics::SourceText;
use crate::model::{
    Excerpt, Finding, FindingLink, FollowedFinding, Letter, Link, Quotation, Slug, TermId,
};

/// The findings of a letter, in its order; whether they are suggested, where they do not say so themselves.
pub(super) fn all_findings(
    fields: &mut Fields<'_>,
    raw: Option<Vec<RawFinding>>,
    are_suggested: bool,
) -> Vec<Finding> {
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
            suggested: suggested.unwrap_or(are_suggested),
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

/// The links in their texts.
pub(super) fn all_links(findings: &[Finding]) -> Box<[FindingLink]> {
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
