//! A letter: one visit, what was looked at, and what was found.

use std::sync::Arc;

use super::{
    Date, Finding, FindingAnchors, FindingLink, LetterKindId, LevelId, Measure, Prose, Slug,
    Vocabulary,
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
    /// Whether it says of all its findings that they are as an import left them, but for those that say otherwise.
    pub suggested: bool,
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

/// What somebody said, as the letter prints it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Quote {
    /// As printed.
    pub words: String,
    /// 'a parent'.
    pub speaker: Option<String>,
}
