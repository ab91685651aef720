//! A finding: one claim of a letter, and the words of the letter that carry it.

use std::ops::Range;

use super::{Excerpt, FlatText, LinkKind, NationalFrameworkId, PolarityId, Slug, to_u32};

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

    /// How many words of a letter are quoted in a row, at most.
    pub const MOST_IN_A_ROW: usize = 12;

    /// Its words, without what is left out between them.
    pub fn parts(&self) -> impl Iterator<Item = &str> {
        let parts = self.words.as_str().split(Quotation::LEFT_OUT);
        parts.map(str::trim).filter(|part| !part.is_empty())
    }

    /// Where its runs stand in a letter's text, in order: on its page, if it is there too, or else where it is first.
    ///
    /// # Errors
    /// The first run that is not there.
    pub fn places_in(&self, text: &FlatText) -> Result<Vec<Range<usize>>, MissingRun<'_>> {
        let parts: Vec<(&str, FlatText)> =
            self.parts().map(|part| (part, FlatText::new(part))).collect();
        let first = places_from(text, &parts, 0)?;
        let mut places = first.clone();
        while let (Some(run), Some(page)) = (places.first(), self.page) {
            if text.page_of(run.start).is_none_or(|found| found == page) {
                return Ok(places);
            }
            match places_from(text, &parts, run.end) {
                Ok(next) => places = next,
                Err(_) => break,
            }
        }
        Ok(first)
    }
}

/// A run of a quotation that does not stand where it should.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MissingRun<'a> {
    /// It is nowhere in the letter.
    Nowhere(&'a str),
    /// It stands before what it follows in the quotation.
    OutOfOrder(&'a str),
}

/// These runs, one after the other, from a byte on.
fn places_from<'a>(
    text: &FlatText,
    parts: &[(&'a str, FlatText)],
    mut from: usize,
) -> Result<Vec<Range<usize>>, MissingRun<'a>> {
    let mut places = Vec::with_capacity(parts.len());
    for (part, words) in parts {
        let place = text.find(words, from).ok_or_else(|| match text.find(words, 0) {
            Some(_) => MissingRun::OutOfOrder(part),
            None => MissingRun::Nowhere(part),
        })?;
        from = place.end;
        places.push(place);
    }
    Ok(places)
}

/// A finding of another letter to the authority.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FollowedFinding {
    /// The last part of the letter's address.
    pub letter: Slug,
    /// The finding's anchor.
    pub finding: Slug,
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
