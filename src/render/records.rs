//! What the search index knows: a record for each letter, finding, authority and topic.

use std::collections::BTreeSet;

use pulldown_cmark::{Event, TagEnd};
use xxhash_rust::xxh3::xxh3_64;

use super::Material;
use super::views::full_title;
use crate::model::{
    Archive, AuthorityId, Date, Finding, FindingId, Letter, LetterId, Message, Slug, TopicId,
};
use crate::parse::markdown::{OPTIONS, words as inline_words, words_of};
use crate::parse::quotation_marks::offset_events;
use crate::plan::Route;

/// Something that a search can find.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SearchRecord {
    /// Where it is, from the site's root, without a slash at its start: a page, or a finding's permalink.
    pub path: String,
    /// What it is called.
    pub title: String,
    /// The texts that are searched, without Markdown. A result shows the first that has what was asked for.
    pub passages: Vec<String>,
    /// What a list of results says of it besides.
    pub about: Vec<(&'static str, String)>,
    /// What results can be narrowed by, each with its values.
    pub facets: Vec<(&'static str, Vec<String>)>,
}

/// So many records are searched as one.
const IN_ONE_PART: usize = 20_000;

/// More are in parts of about as many as this, or down to half as many.
const IN_A_PART: usize = 10_000;

/// In how many parts so many records are searched. It is a power of two, so that a site may grow for long before
/// they are other parts.
pub(crate) fn search_parts(records: usize) -> usize {
    match records {
        ..=IN_ONE_PART => 1,
        _ => records.div_ceil(IN_A_PART).next_power_of_two(),
    }
}

impl SearchRecord {
    /// Which of so many parts, the first of which is 0, it is searched in: that of its page, whatever else the site has.
    pub fn part(&self, parts: usize) -> usize {
        let page = self.path.split('#').next().unwrap_or_default();
        let place = xxh3_64(page.as_bytes()) % parts.max(1) as u64;
        // It is smaller than `parts`.
        usize::try_from(place).unwrap_or_default()
    }
}

/// How many records a site has.
pub(crate) fn count(archive: &Archive) -> usize {
    let findings: usize = archive.letters.iter().map(|letter| letter.findings.len()).sum();
    archive.authorities.len() + archive.topics.len() + archive.letters.len() + findings
}

/// Every record of a site, in an order that depends on the content alone.
pub(crate) fn records(material: Material<'_>) -> Vec<SearchRecord> {
    let authorities = material.archive.authority_ids().map(|(id, _)| authority(material, id));
    let topics = material.archive.topic_ids().map(|(id, _)| topic(material, id));
    let letters = material.archive.letter_ids().flat_map(|(id, it)| {
        let findings =
            (0..it.findings.len()).map(move |place| finding(material, FindingId::new(id, place)));
        std::iter::once(letter(material, id)).chain(findings)
    });
    authorities.chain(topics).chain(letters).collect()
}

fn authority(material: Material<'_>, id: AuthorityId) -> SearchRecord {
    let it = material.archive.authority(id);
    let mut passages = vec![words(&it.body.markdown)];
    passages.extend(it.formal_name.iter().chain(&it.other_names).cloned());
    for body in &it.delivery {
        passages.push(body.name.clone());
        passages.extend(body.short_name.clone());
    }
    let codes = it.gss_code.iter().chain(&it.former_gss_codes).chain(&it.la_code);
    let codes = codes.chain(&it.ofsted_urn);
    passages.extend(codes.cloned());
    for visit in &it.visits {
        passages.extend(visit.note.as_deref().map(inline_words));
        passages.extend(visit.areas.iter().cloned());
        passages.extend(visit.progress.iter().map(|progress| progress.words.clone()));
        passages.extend(dates(material, [visit.on_site.as_ref(), visit.published.as_ref()]));
    }
    passages.extend(it.events.iter().map(|event| inline_words(&event.text)));
    let events = it.events.iter().map(|event| Some(&event.date));
    passages.extend(dates(material, events));
    let inspections = it.inspections.iter();
    let inspected = inspections.flat_map(|it| [it.on_site.as_ref(), it.published.as_ref()]);
    passages.extend(dates(material, inspected));
    let region = it.region.map(|region| material.archive.vocabulary.label(region).to_owned());
    SearchRecord {
        path: Route::authority(it).path().to_owned(),
        title: it.name.clone(),
        passages: with_words(passages),
        about: Vec::new(),
        facets: vec![
            (KIND, vec![material.text(Message::kind_authority).to_owned()]),
            (AUTHORITY, vec![it.name.clone()]),
            (REGION, region.into_iter().collect()),
        ],
    }
}

fn topic(material: Material<'_>, id: TopicId) -> SearchRecord {
    let it = material.archive.topic(id);
    let passages = std::iter::once(words(&it.body.markdown)).chain(it.other_names.iter().cloned());
    SearchRecord {
        path: Route::topic(it).path().to_owned(),
        title: it.title.clone(),
        passages: with_words(passages),
        about: Vec::new(),
        facets: vec![
            (KIND, vec![material.text(Message::kind_topic).to_owned()]),
            (TOPIC, vec![it.title.clone()]),
        ],
    }
}

fn letter(material: Material<'_>, id: LetterId) -> SearchRecord {
    let it = material.archive.letter(id);
    let mut passages = vec![words(&it.body.markdown)];
    passages.extend(it.areas.iter().chain(&it.evidence).cloned());
    passages.extend(it.progress.iter().map(|progress| progress.words.clone()));
    for quote in &it.quotes {
        passages.push(quote.words.clone());
        passages.extend(quote.speaker.clone());
    }
    passages.extend(it.measures.iter().map(|measure| measure.label.clone()));
    passages.extend(it.inspectors.iter().map(|it| match &it.role {
        Some(role) => format!("{}, {role}", it.name),
        None => it.name.clone(),
    }));
    passages.extend(dates(material, [Some(&it.dated), it.published.as_ref()]));
    let topics: BTreeSet<&Slug> = it.findings.iter().flat_map(|finding| &finding.topics).collect();
    let mut facets = vec![(KIND, vec![material.text(Message::kind_letter).to_owned()])];
    facets.extend(facets_of_letter(material, id));
    facets.push((TOPIC, titles(material, topics.into_iter())));
    SearchRecord {
        path: Route::letter(it).path().to_owned(),
        title: full_title(&material, id, it),
        passages: with_words(passages),
        about: vec![("date", material.date(&it.on_site))],
        facets,
    }
}

fn finding(material: Material<'_>, id: FindingId) -> SearchRecord {
    let letter: &Letter = material.archive.letter(id.letter());
    let it: &Finding = material.archive.finding(id);
    let mut facets = vec![
        (KIND, vec![material.text(Message::kind_finding).to_owned()]),
        (POLARITY, vec![material.label(it.polarity).to_owned()]),
    ];
    facets.extend(facets_of_letter(material, id.letter()));
    facets.push((TOPIC, titles(material, it.topics.iter())));
    let referred = it.national_framework.iter().map(|it| material.label(*it).to_owned());
    facets.push((NATIONAL_FRAMEWORK, referred.collect()));
    let letter_title = full_title(&material, id.letter(), letter);
    let title = [("letter", (&letter_title).into()), ("number", (id.place() + 1).into())];
    let mut text = inline_words(&it.text);
    if let Some(subject) = &it.subject {
        text.push(' ');
        text.push_str(&material.say(Message::about_subject, &[("subject", (&**subject).into())]));
    }
    SearchRecord {
        path: Route::finding(material.archive, id),
        title: material.say(Message::finding_title, &title),
        passages: with_words([text].into_iter().chain(it.title.as_deref().map(str::to_owned))),
        about: vec![
            ("polarity", material.word(it.polarity).to_owned()),
            ("label", material.label(it.polarity).to_owned()),
            ("date", material.date(&letter.on_site)),
        ],
        facets,
    }
}

/// Those dates that are known, as pages say them.
fn dates<'a>(
    material: Material<'a>,
    dates: impl IntoIterator<Item = Option<&'a Date>>,
) -> impl Iterator<Item = String> {
    dates.into_iter().flatten().map(move |date| material.date(date))
}

/// Texts without those that say nothing, or what one before says.
fn with_words(passages: impl IntoIterator<Item = String>) -> Vec<String> {
    let mut known = BTreeSet::new();
    let says_more = |passage: &String| !passage.trim().is_empty() && known.insert(passage.clone());
    passages.into_iter().filter(says_more).collect()
}

const KIND: &str = "kind";
const AUTHORITY: &str = "authority";
const REGION: &str = "region";
const TOPIC: &str = "topic";
const POLARITY: &str = "polarity";
const YEAR: &str = "year";
const VISIT: &str = "visit";
const NATIONAL_FRAMEWORK: &str = "national_framework";

fn facets_of_letter(material: Material<'_>, id: LetterId) -> Vec<(&'static str, Vec<String>)> {
    let letter = material.archive.letter(id);
    let vocabulary = &material.archive.vocabulary;
    let sent_to =
        || material.indexes.sent_to[id.0].iter().map(|&id| material.archive.authority(id));
    let regions: BTreeSet<&str> =
        sent_to().filter_map(|it| Some(vocabulary.label(it.region?))).collect();
    vec![
        (AUTHORITY, sent_to().map(|it| it.name.clone()).collect()),
        (REGION, regions.into_iter().map(str::to_owned).collect()),
        (YEAR, vec![letter.dated.year().to_string()]),
        (VISIT, vec![vocabulary.label(letter.kind).to_owned()]),
    ]
}

fn titles<'a>(material: Material<'_>, slugs: impl Iterator<Item = &'a Slug>) -> Vec<String> {
    let ids = slugs.filter_map(|slug| material.indexes.topic_id(slug));
    ids.map(|id| material.archive.topic(id).title.clone()).collect()
}

/// The words of a Markdown text, with a space where a block ends.
fn words(markdown: &str) -> String {
    let is_end_of_block = |end: &TagEnd| {
        matches!(end, TagEnd::Paragraph | TagEnd::Heading(_) | TagEnd::Item | TagEnd::TableCell)
    };
    let events = offset_events(markdown, OPTIONS).map(|(event, _)| match event {
        Event::End(end) if is_end_of_block(&end) => Event::SoftBreak,
        event => event,
    });
    words_of(events).trim().to_owned()
}
