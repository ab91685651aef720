//! Headings and findings by their anchors: one file may have tens of thousands, and as many links to them.

use super::{Finding, Heading, small};

/// The places of a text's headings, in the order of their anchors.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct HeadingAnchors(Box<[u32]>);

impl HeadingAnchors {
    /// Those of these headings.
    pub(crate) fn new(headings: &[Heading]) -> Self {
        let mut places: Box<[u32]> = (0..small(headings.len())).collect();
        places.sort_by_key(|&place| &headings[place as usize].id);
        HeadingAnchors(places)
    }

    /// The heading with this anchor, among the same headings.
    pub(crate) fn find<'a>(&self, headings: &'a [Heading], anchor: &str) -> Option<&'a Heading> {
        let id = |place: u32| headings[place as usize].id.as_str();
        let at = self.0.binary_search_by(|&place| id(place).cmp(anchor)).ok()?;
        Some(&headings[self.0[at] as usize])
    }
}

/// The places of a letter's findings, in the order of their ids and in that of the ids that they had before.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct FindingAnchors {
    ids: Box<[u32]>,
    /// Each with the old id's place among those of the finding.
    old_ids: Vec<(usize, usize)>,
}

impl FindingAnchors {
    /// Those of these findings.
    pub(crate) fn new(findings: &[Finding]) -> Self {
        let mut ids: Box<[u32]> = (0..small(findings.len())).collect();
        ids.sort_by_key(|&place| &findings[place as usize].id);
        let places = |(place, finding): (usize, &Finding)| {
            (0..finding.old_ids.len()).map(move |old| (place, old))
        };
        let mut old_ids: Vec<(usize, usize)> =
            findings.iter().enumerate().flat_map(places).collect();
        old_ids.sort_by_key(|&(place, old)| &findings[place].old_ids[old]);
        FindingAnchors { ids, old_ids }
    }

    /// The last finding with this id, among the same findings.
    pub(crate) fn find<'a>(&self, findings: &'a [Finding], anchor: &str) -> Option<&'a Finding> {
        let behind =
            self.ids.partition_point(|&place| findings[place as usize].id.as_str() <= anchor);
        let finding = &findings[*self.ids[..behind].last()? as usize];
        (finding.id.as_str() == anchor).then_some(finding)
    }

    /// The first finding that had this id before, among the same findings.
    pub(crate) fn find_old<'a>(
        &self,
        findings: &'a [Finding],
        anchor: &str,
    ) -> Option<&'a Finding> {
        let id = |(place, old): (usize, usize)| findings[place].old_ids[old].as_str();
        let at = self.old_ids.partition_point(|&it| id(it) < anchor);
        let it = *self.old_ids.get(at).filter(|&&it| id(it) == anchor)?;
        Some(&findings[it.0])
    }
}
