//! A letter: one visit, what was looked at, and what was found.

use std::sync::Arc;

use super::{
    Date, Excerpt, LetterKindId, LevelId, LinkKind, Measure, NationalFrameworkId, PolarityId,
    Prose, Slug, Vocabulary, to_u32,
};
use crate::diagnostics::SourceText;

/// The letter that inspectors wrote after a visit, summarised.
#[derive(Debug, Clone, PartialEq)]
pub struct Letter {
    /// The last part of its URL.
    pub slug: Slug,
    /// The authority in whose folder it is kept, and under whose URL it stands.
    pub folder: Slug,
    /// The authorities that it was sent to. One, and two where it was sent to two.
    pub authorities: Vec<Slug>,
    /// What kind of visit it followed.
    pub kind: LetterKindId,
    /// The visit's number in its cycle, as the letter states it.
    pub visit: Option<u32>,
    /// When inspectors were there.
    pub on_site: Date,
    /// The date of the letter.
    pub dated: Date,
    /// The date that it prints, where that is wrong.
    pub printed: Option<Date>,
    /// When it was published.
    pub published: Option<Date>,
    /// Where the regulator's own copy is to be had; nothing where that is not known here.
    pub public_copy: Option<PublicCopy>,
    /// The office that it is to, as printed.
    pub addressed_to: Option<String>,
    /// Who visited.
    pub inspectors: Vec<Inspector>,
    /// The service areas covered, as printed.
    pub areas: Vec<String>,
    /// What inspectors looked at, as printed.
    pub evidence: Vec<String>,
    /// How the letter puts the progress.
    pub progress: Option<Progress>,
    /// What inspectors found, in the letter's order.
    pub findings: Vec<Finding>,
    /// Their anchors, to find one by.
    pub finding_anchors: FindingAnchors,
    /// The links in the findings' texts.
    pub finding_links: Box<[FindingLink]>,
    /// Figures as stated.
    pub measures: Vec<Measure>,
    /// What people said, as printed.
    pub quotes: Vec<Quote>,
    /// Whether it is kept out of a build that does not ask for drafts.
    pub draft: bool,
    /// URLs that lead here too.
    pub old_urls: Vec<String>,
    /// Warnings that an editor has looked at and found to be no mistake, by their names.
    pub checked: Vec<String>,
    /// The summary.
    pub body: Prose,
    /// The letter itself, word for word.
    pub text: LetterText,
    /// The file it was read from.
    pub source: Arc<SourceText>,
}

/// A letter's own text, which somebody else wrote. A form feed begins each page but the first, where pages are known; a
/// blank line ends a paragraph.
#[derive(Debug, Clone, Default, PartialEq)]
pub enum LetterText {
    /// It is not to be had here.
    #[default]
    Unknown,
    /// The letter was held against it, and it is needed no more.
    Checked,
    /// It.
    Known(Arc<SourceText>),
}

impl LetterText {
    /// The text, where it is at hand.
    pub fn known(&self) -> Option<&Arc<SourceText>> {
        if let LetterText::Known(text) = self { Some(text) } else { None }
    }

    /// Whether the letter was held against it.
    pub fn is_checked(&self) -> bool {
        *self != LetterText::Unknown
    }
}

/// A link or an image in the text of a finding.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FindingLink {
    /// The finding's place in its letter.
    pub finding: usize,
    /// Which of the two it is.
    pub kind: LinkKind,
    /// Where it leads, as written.
    pub destination: String,
}

/// Where a letter can be read as it was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PublicCopy {
    /// At this address.
    At(String),
    /// Somebody looked, and nowhere.
    NoneKnown,
}

impl PublicCopy {
    /// What an editor writes where there is none.
    pub const NONE: &str = "none";
}

impl Letter {
    /// The address of the regulator's own copy.
    pub fn url(&self) -> Option<&str> {
        match self.public_copy.as_ref()? {
            PublicCopy::At(address) => Some(address),
            PublicCopy::NoneKnown => None,
        }
    }

    /// The highest number of a visit: far above what any cycle comes to, and below every year, which
    /// is the likely slip.
    pub const MOST_VISITS: u32 = 999;

    /// The highest number of a page: letters have up to fifteen.
    pub const MOST_PAGES: u32 = 100;

    /// What to call it on its authority's own pages: 'Monitoring visit 6', 'Focused visit'.
    pub fn name(&self, vocabulary: &Vocabulary) -> String {
        let kind = vocabulary.label(self.kind);
        match self.visit {
            Some(visit) => format!("{kind} {visit}"),
            None => kind.to_owned(),
        }
    }

    /// The findings by main topic, as indexes in the list, in the order in which the letter comes to the topics.
    pub fn findings_by_topic(&self) -> Vec<(Option<&Slug>, Vec<usize>)> {
        let mut groups: Vec<(Option<&Slug>, Vec<usize>)> = Vec::new();
        for (index, finding) in self.findings.iter().enumerate() {
            let topic = finding.topics.first();
            match groups.iter_mut().find(|(of, _)| *of == topic) {
                Some((_, indexes)) => indexes.push(index),
                None => groups.push((topic, vec![index])),
            }
        }
        groups
    }

    /// The finding with this id; the last where several have it, which is a mistake.
    pub fn finding(&self, id: &str) -> Option<&Finding> {
        self.finding_anchors.find(&self.findings, id)
    }

    /// The finding that had this id before; the first where several had it.
    pub fn finding_once(&self, id: &str) -> Option<&Finding> {
        self.finding_anchors.find_old(&self.findings, id)
    }

    /// Its number in its cycle. Only visits of one kind are counted.
    pub fn number_in_cycle(&self, vocabulary: &Vocabulary) -> Option<u32> {
        self.visit.filter(|_| vocabulary[self.kind].is_numbered)
    }

    /// Days from the last day on site to the date printed on the letter. None where either is not
    /// known to the day.
    pub fn publication_lag(&self) -> Option<i32> {
        let lag = self.on_site.last_exact_day()?.until(self.dated.last_exact_day()?).ok()?;
        Some(lag.get_days())
    }
}

/// Who visited.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Inspector {
    /// As printed.
    pub name: String,
    /// As printed.
    pub role: Option<String>,
    /// Whether they led the visit.
    pub lead: bool,
}

/// How a letter puts the progress made. The words are shown; the level only filters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Progress {
    /// As printed.
    pub words: String,
    /// What the words come to. Never a trend: each visit looks at another area.
    pub level: Option<LevelId>,
}

/// One claim of a letter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// Its permalink on the letter's page.
    pub id: Slug,
    /// What kind of claim it is.
    pub polarity: PolarityId,
    /// What it is about, the main topic first. Only a finding with a reported mistake has none.
    pub topics: Box<[Slug]>,
    /// The claim, in inline Markdown.
    pub text: Excerpt,
    /// The same in a few words, where an editor gives them.
    pub title: Option<Box<str>>,
    /// Whether an editor chose it as one of the letter's key findings.
    pub key: bool,
    /// The letter's own words that carry it, in the order given.
    pub words: Box<[Quotation]>,
    /// Who it is about, where that is not the authority.
    pub subject: Option<Box<str>>,
    /// The finding of an earlier letter that it takes up.
    pub follows: Option<Box<FollowedFinding>>,
    /// Where it belongs in the national framework, as the letter says.
    pub national_framework: Box<[NationalFrameworkId]>,
    /// Ids that it had before: permalinks that lead to it too.
    pub old_ids: Box<[Slug]>,
    /// Whether it still has the words of the letter, as an import left it.
    pub suggested: bool,
}

impl Finding {
    /// Every anchor that leads to it on the letter's page: its id, then those it had before.
    pub fn anchors(&self) -> impl Iterator<Item = &Slug> {
        std::iter::once(&self.id).chain(&self.old_ids)
    }
}

/// Words of a letter, as it prints them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Quotation {
    /// As printed; [`Quotation::LEFT_OUT`] stands for what is left out.
    pub words: Excerpt,
    /// The page that they begin on, from 1, where that is known.
    pub page: Option<u32>,
}

impl Quotation {
    /// What stands for words that are left out.
    pub const LEFT_OUT: char = '…';

    /// Its words, without what is left out between them.
    pub fn parts(&self) -> impl Iterator<Item = &str> {
        let parts = self.words.as_str().split(Quotation::LEFT_OUT);
        parts.map(str::trim).filter(|part| !part.is_empty())
    }
}

/// A finding of another letter to the authority.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FollowedFinding {
    /// The last part of the letter's address.
    pub letter: Slug,
    /// The finding's anchor.
    pub finding: Slug,
}

/// What somebody said, as the letter prints it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Quote {
    /// As printed.
    pub words: String,
    /// 'a parent'.
    pub speaker: Option<String>,
}

/// The indexes of a letter's findings, in the order of their ids and in that of the ids that they had before.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct FindingAnchors {
    ids: Box<[u32]>,
    /// Each with the old id's place among those of the finding.
    old_ids: Vec<(usize, usize)>,
}

impl FindingAnchors {
    /// Those of these findings.
    pub(crate) fn new(findings: &[Finding]) -> Self {
        let mut ids: Box<[u32]> = (0..to_u32(findings.len())).collect();
        ids.sort_by_key(|&index| &findings[index as usize].id);
        let indexes = |(index, finding): (usize, &Finding)| {
            (0..finding.old_ids.len()).map(move |old| (index, old))
        };
        let mut old_ids: Vec<(usize, usize)> =
            findings.iter().enumerate().flat_map(indexes).collect();
        old_ids.sort_by_key(|&(index, old)| &findings[index].old_ids[old]);
        FindingAnchors { ids, old_ids }
    }

    /// The last finding with this id, among the same findings.
    pub(crate) fn find<'a>(&self, findings: &'a [Finding], anchor: &str) -> Option<&'a Finding> {
        let behind =
            self.ids.partition_point(|&index| findings[index as usize].id.as_str() <= anchor);
        let finding = &findings[*self.ids[..behind].last()? as usize];
        (finding.id.as_str() == anchor).then_some(finding)
    }

    /// The first finding that had this id before, among the same findings.
    pub(crate) fn find_old<'a>(
        &self,
        findings: &'a [Finding],
        anchor: &str,
    ) -> Option<&'a Finding> {
        let id = |(index, old): (usize, usize)| findings[index].old_ids[old].as_str();
        let at = self.old_ids.partition_point(|&it| id(it) < anchor);
        let it = *self.old_ids.get(at).filter(|&&it| id(it) == anchor)?;
        Some(&findings[it.0])
    }
}
