//! What each list shows. The names in JSON and their order are part of what the README promises.

use std::path::Path;

use letterpress::Site;
use letterpress::check::coverage as coverage_of;
use letterpress::diagnostics::called;
use letterpress::index::{Gap, TimelineEntry};
use letterpress::model::{Authority, Date, KnownVisit, Slug};
use serde::Serialize;

use super::table::Row;
use crate::commands::output::counted;

/// A letter. Dates are as front matter has them.
#[derive(Debug, Serialize)]
pub(super) struct ListedLetter {
    dated: String,
    on_site: String,
    authorities: Vec<String>,
    kind: String,
    visit: Option<u32>,
    findings: usize,
    pub(super) draft: bool,
    file: String,
    #[serde(skip)]
    name: String,
    #[serde(skip)]
    dated_in_words: String,
}

/// A visit whose letter is not here, or several that nothing is known of.
#[derive(Debug, Serialize)]
pub(super) struct GapRow {
    authority: String,
    cycle: Option<usize>,
    first: Option<u32>,
    last: Option<u32>,
    after: Option<String>,
    before: Option<String>,
    on: Option<String>,
    source: Option<String>,
    #[serde(skip)]
    when: String,
}

/// A topic.
#[derive(Debug, Serialize)]
pub(super) struct TopicRow {
    topic: String,
    title: String,
    group: String,
    findings: usize,
}

/// An authority.
#[derive(Debug, Serialize)]
pub(super) struct ListedAuthority {
    authority: String,
    name: String,
    region: Option<String>,
    letters: usize,
    drafts: usize,
    visits_without_letter: usize,
}

/// A sentence of a letter that no finding carries.
#[derive(Debug, Serialize)]
pub(super) struct CoverageRow {
    authority: String,
    letter: String,
    /// In the letter's text, from 1.
    line: usize,
    page: Option<u32>,
    words: String,
}

/// What no finding carries, and how much that is of all.
pub(super) struct CoverageList {
    pub(super) rows: Vec<CoverageRow>,
    /// How many letters' texts are at hand.
    pub(super) letters: usize,
    /// In a sentence.
    pub(super) summary: String,
}

/// Sentences that no finding carries, letter by letter.
pub(super) fn coverage(root: &Path, site: &Site) -> CoverageList {
    let mut rows = Vec::new();
    let (mut sentences, mut held) = (0, 0);
    let letters = &site.archive().letters;
    for letter in letters {
        let Some(coverage) = coverage_of(letter) else { continue };
        held += 1;
        sentences += coverage.sentences;
        rows.extend(coverage.without_finding.into_iter().map(|sentence| CoverageRow {
            authority: letter.folder.to_string(),
            letter: letter.slug.to_string(),
            line: sentence.line,
            page: sentence.page,
            words: sentence.words,
        }));
    }
    let carried = sentences - rows.len();
    let summary = match held {
        0 => format!(
            "No letter's text is at hand: put them beside the letters, or name their folder as `texts` in `[letters]` of `{}`.",
            called(root, "site.toml")
        ),
        held => format!(
            "{carried} of {sentences} sentences are carried by findings, in {held} of {} whose text is at hand.",
            counted(letters.len(), "letter", "letters")
        ),
    };
    CoverageList { rows, letters: held, summary }
}

/// Every letter, newest first.
pub(super) fn letters(root: &Path, site: &Site) -> Vec<ListedLetter> {
    let vocabulary = &site.archive().vocabulary;
    let letters = site.indexes().letters.iter().map(|&id| site.archive().letter(id));
    letters
        .map(|letter| ListedLetter {
            dated: letter.dated.edtf(),
            on_site: letter.on_site.edtf(),
            authorities: letter.authorities.iter().map(Slug::to_string).collect(),
            kind: vocabulary.word(letter.kind).to_owned(),
            visit: letter.visit,
            findings: letter.findings.len(),
            draft: letter.draft,
            file: called(root, &letter.source.path).into_raw().into_owned(),
            name: letter.name(vocabulary),
            dated_in_words: letter.dated.words(),
        })
        .collect()
}

/// Every visit without a letter: authority by authority, newest first.
pub(super) fn gaps(site: &Site) -> Vec<GapRow> {
    let mut rows = Vec::new();
    for (id, authority) in site.archive().authority_ids() {
        for period in &site.indexes().authority(id).periods {
            for entry in &period.entries {
                rows.extend(match entry {
                    TimelineEntry::Gap(gap) => Some(gap_row(authority, period.cycle, gap)),
                    TimelineEntry::KnownVisit(place) => {
                        Some(visit_row(authority, period.cycle, &authority.visits[*place]))
                    }
                    TimelineEntry::Inspection(_)
                    | TimelineEntry::Letter(_)
                    | TimelineEntry::Event(_) => None,
                });
            }
        }
    }
    rows
}

fn gap_row(authority: &Authority, cycle: Option<usize>, gap: &Gap) -> GapRow {
    let Gap { first, last, after, before } = gap;
    let when = match after {
        Some(after) => format!("after {}, before {}", after.words(), before.words()),
        None => format!("before {}", before.words()),
    };
    GapRow {
        authority: authority.slug.to_string(),
        cycle,
        first: Some(*first),
        last: Some(*last),
        after: after.as_ref().map(Date::to_string),
        before: Some(before.to_string()),
        on: None,
        source: None,
        when,
    }
}

fn visit_row(authority: &Authority, cycle: Option<usize>, visit: &KnownVisit) -> GapRow {
    GapRow {
        authority: authority.slug.to_string(),
        cycle,
        first: visit.visit,
        last: visit.visit,
        after: None,
        before: None,
        on: Some(visit.date.edtf()),
        source: visit.url.clone(),
        when: visit.date.words(),
    }
}

/// Every topic, in the order of the slugs.
pub(super) fn topics(site: &Site) -> Vec<TopicRow> {
    let on_topic = |slug: &Slug| {
        let findings = site.archive().letters.iter().flat_map(|letter| &letter.findings);
        findings.filter(|finding| finding.topics.contains(slug)).count()
    };
    let vocabulary = &site.archive().vocabulary;
    let topics = site.archive().topics.iter();
    topics
        .map(|topic| TopicRow {
            topic: topic.slug.to_string(),
            title: topic.title.clone(),
            group: vocabulary.word(topic.group).to_owned(),
            findings: on_topic(&topic.slug),
        })
        .collect()
}

/// Every authority, in the order of the slugs.
pub(super) fn authorities(site: &Site) -> Vec<ListedAuthority> {
    let vocabulary = &site.archive().vocabulary;
    let authorities = site.archive().authority_ids();
    authorities
        .map(|(id, authority)| {
            let index = site.indexes().authority(id);
            let is_draft = |letter: &&_| site.archive().letter(**letter).draft;
            let drafts = index.letters.iter().filter(is_draft).count();
            ListedAuthority {
                authority: authority.slug.to_string(),
                name: authority.name.clone(),
                region: authority.region.map(|it| vocabulary.word(it).to_owned()),
                letters: index.letters.len() - drafts,
                drafts,
                visits_without_letter: index.visits_without_letter(),
            }
        })
        .collect()
}

impl Row for ListedLetter {
    const HEADS: &'static [&'static str] =
        &["DATED", "AUTHORITY", "LETTER", "FINDINGS", "DRAFT", "FILE"];

    fn cells(&self) -> Vec<String> {
        vec![
            self.dated_in_words.clone(),
            self.authorities.join(", "),
            self.name.clone(),
            self.findings.to_string(),
            if self.draft { "draft" } else { "" }.to_owned(),
            self.file.clone(),
        ]
    }
}

impl Row for GapRow {
    const HEADS: &'static [&'static str] = &["AUTHORITY", "CYCLE", "VISIT", "WHEN", "KNOWN FROM"];

    fn cells(&self) -> Vec<String> {
        let visit = match (self.first, self.last) {
            (Some(first), Some(last)) if first != last => format!("{first}–{last}"),
            (first, _) => first.map_or_else(String::new, |number| number.to_string()),
        };
        vec![
            self.authority.clone(),
            self.cycle.map_or_else(String::new, |cycle| cycle.to_string()),
            visit,
            self.when.clone(),
            self.source.clone().unwrap_or_default(),
        ]
    }
}

impl Row for TopicRow {
    const HEADS: &'static [&'static str] = &["TOPIC", "TITLE", "GROUP", "FINDINGS"];

    fn cells(&self) -> Vec<String> {
        vec![self.topic.clone(), self.title.clone(), self.group.clone(), self.findings.to_string()]
    }
}

impl Row for ListedAuthority {
    const HEADS: &'static [&'static str] =
        &["AUTHORITY", "NAME", "REGION", "LETTERS", "DRAFTS", "WITHOUT LETTER"];

    fn cells(&self) -> Vec<String> {
        vec![
            self.authority.clone(),
            self.name.clone(),
            self.region.clone().unwrap_or_default(),
            self.letters.to_string(),
            self.drafts.to_string(),
            self.visits_without_letter.to_string(),
        ]
    }
}

impl Row for CoverageRow {
    const HEADS: &'static [&'static str] = &["Letter", "Line", "Sentence without a finding"];

    fn cells(&self) -> Vec<String> {
        vec![
            format!("{}/{}", self.authority, self.letter),
            self.line.to_string(),
            self.words.clone(),
        ]
    }
}
