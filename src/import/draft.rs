//! What an import comes to: a draft of a letter, its findings suggested.

use crate::model::{
    Date, Inspector, LetterKindId, Measure, NationalFrameworkId, PolarityId, Progress, Quote, Slug,
};

/// A draft of a letter. What the letter does not state is not there.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Draft {
    /// The authorities that it was sent to. One, and two where it was sent to two.
    pub authorities: Vec<Slug>,
    /// The office that it is to; several are apart by semicolons.
    pub addressed_to: Option<String>,
    /// The kind of visit.
    pub kind: Option<LetterKindId>,
    /// The visit's number in its cycle.
    pub visit: Option<u32>,
    /// When inspectors were there.
    pub on_site: Option<Date>,
    /// The date printed on the letter.
    pub dated: Option<Date>,
    /// The inspection that the letter goes back to.
    pub inspection: Option<Referred>,
    /// Who visited.
    pub inspectors: Vec<Inspector>,
    /// The areas covered.
    pub areas: Vec<String>,
    /// What inspectors looked at.
    pub evidence: Vec<String>,
    /// How the letter puts the progress.
    pub progress: Option<Progress>,
    /// A suggestion for each bullet, or for each paragraph that makes a claim.
    pub findings: Vec<Suggestion>,
    /// The paragraphs in which the letter sums up what it found.
    pub headline: Vec<String>,
    /// What stands among the findings, and was taken for none.
    pub left_out: Vec<LeftOut>,
    /// Figures that the letter gives for two dates.
    pub measures: Vec<Measure>,
    /// What people said.
    pub quotes: Vec<Quote>,
}

/// An inspection that a letter goes back to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Referred {
    /// As the letter gives it.
    pub date: Date,
    /// The letter's sentence on it.
    pub words: String,
}

/// A finding as it may become: the letter's own words, for an editor to rewrite.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Suggestion {
    /// What its words sound like, where the site's vocabulary has a word for that.
    pub polarity: Option<PolarityId>,
    /// Whether they plainly sound so: where they do not, it is wrong in four of ten.
    pub has_plain_polarity: bool,
    /// What its words are about, the main topic first.
    pub topics: Vec<Slug>,
    /// Whether its own words name no topic, so that it has the one of what stands before it.
    pub has_carried_topic: bool,
    /// Where the letter places it in the national framework.
    pub national_framework: Vec<NationalFrameworkId>,
    /// The words of the letter, with straight quotation marks.
    pub words: String,
    /// As many of its sentences as a finding may have.
    pub text: String,
    /// The line of the source that they begin in, from 1.
    pub line: usize,
    /// The page that they begin on, from 1, where the source has pages.
    pub page: Option<u32>,
    /// Whether the letter prints them as a bullet.
    pub bullet: bool,
}

/// Words among the findings that were taken for none.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LeftOut {
    /// The words of the letter, with straight quotation marks.
    pub words: String,
    /// The page that they begin on, from 1, where the source has pages.
    pub page: Option<u32>,
}
