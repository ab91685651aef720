//! All authorities, by region, with the state of each.

use std::collections::BTreeSet;

use schemars::JsonSchema;
use serde::Serialize;

use super::counts::CountsView;
use super::map::{self, MapView};
use super::parts::{DateView, LetterRow, LinkView};
use super::shell::Shell;
use super::view_value::ViewValue;
use super::word::WordView;
use crate::index::Period;
use crate::model::{AuthorityId, Message, RegionId};
use crate::render::Sheet;
use crate::render::judgement::{opening_areas, without_overall};
use crate::render::page_context::Scene;

#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct RegionView {
    label: String,
    authorities: Vec<AuthorityRow>,
    /// The authorities of the region that the site has nothing on, where the program knows which there are.
    not_here: BTreeSet<&'static str>,
}

/// An authority in a list.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct AuthorityRow {
    authority: LinkView,
    judgement: Option<JudgementView>,
    /// Whether the latest inspection opened a monitoring cycle.
    is_monitored: bool,
    latest_letter: Option<LetterRow>,
    letters: usize,
    counts: CountsView,
}

/// The latest inspection.
#[derive(Debug, Serialize, JsonSchema)]
struct JudgementView {
    overall: Option<ViewValue<WordView>>,
    /// What is said where there is none: 'No overall grade is given since April 2026'.
    without_overall: Option<String>,
    /// 'Inadequate: leadership, care leavers', where the overall grade does not say so.
    opening_areas: Option<String>,
    date: DateView,
}

/// All authorities.
#[derive(Debug, Serialize, JsonSchema)]
pub(in crate::render) struct AuthoritiesPage {
    map: Option<MapView>,
    regions: Vec<RegionView>,
    /// All findings.
    counts: CountsView,
}

pub(super) fn authorities(scene: &Scene<'_>) -> Sheet {
    let shell = Shell::new(scene, scene.text(Message::authorities))
        .description(scene.text(Message::authorities_description))
        .below_home();
    let seen = AuthoritiesPage {
        map: map::map(scene),
        regions: by_region(scene),
        counts: CountsView::new(scene, scene.indexes.findings.counts(None)),
    };
    Sheet::new(shell, &seen)
}

/// Authorities by region in the order of the regions, then those without one; each by name.
pub(super) fn by_region(scene: &Scene<'_>) -> Vec<RegionView> {
    let vocabulary = &scene.archive.vocabulary;
    let regions = vocabulary.ids().map(Some).chain([None]);
    let covered = map::covered(scene);
    let in_region = |region: Option<RegionId>| {
        let mut authorities: Vec<_> = scene
            .archive
            .authority_ids()
            .filter(|(_, authority)| authority.region == region)
            .collect();
        authorities.sort_by_key(|(_, authority)| authority.name.to_lowercase());
        RegionView {
            label: region.map_or(scene.text(Message::other), |it| scene.label(it)).to_owned(),
            not_here: match region {
                Some(region) if !covered.is_empty() => {
                    map::not_here(scene, &covered, vocabulary.word(region))
                }
                _ => BTreeSet::new(),
            },
            authorities: authorities.into_iter().map(|(id, _)| row(scene, id)).collect(),
        }
    };
    regions
        .map(in_region)
        .filter(|region| !region.authorities.is_empty() || !region.not_here.is_empty())
        .collect()
}

fn row(scene: &Scene<'_>, id: AuthorityId) -> AuthorityRow {
    let authority = scene.archive.authority(id);
    let index = scene.indexes.authority(id);
    AuthorityRow {
        authority: LinkView::authority(authority),
        judgement: latest_judgement(scene, id),
        is_monitored: is_monitored(scene, id),
        latest_letter: index.letters.last().map(|&letter| LetterRow::new(scene, letter)),
        letters: index.letters.len(),
        counts: CountsView::new(scene, scene.indexes.counts_of_authority(scene.archive, id)),
    }
}

/// The latest inspection's overall judgement.
fn latest_judgement(scene: &Scene<'_>, id: AuthorityId) -> Option<JudgementView> {
    let latest = scene.archive.authority(id).latest_inspection()?;
    Some(JudgementView {
        overall: latest.overall.map(|it| WordView::new(scene, it)),
        without_overall: without_overall(scene, latest),
        opening_areas: opening_areas(scene, latest),
        date: DateView::new(scene, latest.published.as_ref().unwrap_or(&latest.date)),
    })
}

/// Whether the latest period is a monitoring cycle.
fn is_monitored(scene: &Scene<'_>, id: AuthorityId) -> bool {
    scene
        .indexes
        .authority(id)
        .periods
        .first()
        .is_some_and(|period: &Period| period.cycle.is_some())
}
