//! Findings, one by one and in groups.

use serde::Serialize;

use super::parts::{LetterRow, LinkView, WordView, topic_link};
use crate::model::{AuthorityId, FindingId};
use crate::plan::Route;
use crate::render::scene::Scene;

/// A finding, wherever it is shown.
#[derive(Debug, Serialize)]
pub(super) struct FindingView {
    id: String,
    /// Ids that it had before, each of which still leads to it on its letter's page.
    old_ids: Vec<String>,
    /// Its place in its letter, from 1.
    number: usize,
    /// Its permalink.
    path: String,
    polarity: WordView,
    html: String,
    subject: Option<String>,
    topics: Vec<LinkView>,
}

impl FindingView {
    pub(super) fn new(scene: &Scene<'_>, id: FindingId) -> Self {
        let finding = scene.archive.finding(id);
        let letter = scene.archive.letter(id.letter());
        FindingView {
            id: finding.id.to_string(),
            old_ids: finding.old_ids.iter().map(ToString::to_string).collect(),
            number: id.place() + 1,
            path: Route::finding(scene.archive, id),
            polarity: finding.polarity.into(),
            html: scene.inline(&letter.source.path, &finding.text),
            subject: finding.subject.clone(),
            topics: finding.topics.iter().filter_map(|slug| topic_link(scene, slug)).collect(),
        }
    }
}

/// Findings of one letter that stand together in a list.
#[derive(Debug, Serialize)]
pub(super) struct FindingGroup {
    letter: LetterRow,
    findings: Vec<FindingView>,
}

/// Findings by letter, in the order given; those of one letter stand together.
pub(super) fn by_letter(scene: &Scene<'_>, findings: &[FindingId]) -> Vec<FindingGroup> {
    findings
        .chunk_by(|one, next| one.letter() == next.letter())
        .map(|group| FindingGroup {
            letter: LetterRow::new(scene, group[0].letter()),
            findings: group.iter().map(|&id| FindingView::new(scene, id)).collect(),
        })
        .collect()
}

/// Findings of one authority that stand together in a list.
#[derive(Debug, Serialize)]
pub(super) struct AuthorityGroup {
    /// The authority; two for letters that went to both.
    authorities: Vec<LinkView>,
    findings: usize,
    letters: Vec<FindingGroup>,
}

/// Findings by authority, in the order in which the authorities come first, and by letter within.
pub(super) fn by_authority(scene: &Scene<'_>, findings: &[FindingId]) -> Vec<AuthorityGroup> {
    let mut groups: Vec<(&[AuthorityId], Vec<FindingId>)> = Vec::new();
    for &finding in findings {
        let sent_to = scene.indexes.sent_to[finding.letter().0].as_slice();
        match groups.iter_mut().find(|(of, _)| *of == sent_to) {
            Some((_, findings)) => findings.push(finding),
            None => groups.push((sent_to, vec![finding])),
        }
    }
    let group = |(of, findings): (&[AuthorityId], Vec<FindingId>)| AuthorityGroup {
        authorities: of
            .iter()
            .map(|&id| LinkView::authority(scene.archive.authority(id)))
            .collect(),
        findings: findings.len(),
        letters: by_letter(scene, &findings),
    };
    groups.into_iter().map(group).collect()
}
