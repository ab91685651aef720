//! The first page.

use schemars::JsonSchema;
use serde::Serialize;

use super::authorities::{RegionView, by_region};
use super::counts::CountsView;
use super::map::{MapView, map};
use super::matrix::{LargestView, largest};
use super::parts::LetterRow;
use super::plain::collection;
use super::shell::Shell;
use super::structured;
use crate::model::Message;
use crate::plan::Route;
use crate::render::Sheet;
use crate::render::page_context::Scene;
use crate::render::regulator;

/// How many of the latest letters it shows.
const LATEST: usize = 6;

/// How many of the topics with most findings it shows.
const LARGEST: usize = 10;

/// How much the site holds.
#[derive(Debug, Serialize, JsonSchema)]
struct TotalsView {
    /// Those with letters here.
    authorities: usize,
    letters: usize,
    findings: usize,
    /// '3 councils'.
    authorities_words: String,
    /// '12 letters'.
    letters_words: String,
    /// '240 findings'.
    findings_words: String,
    counts: CountsView,
}

/// The first page.
#[derive(Debug, Serialize, JsonSchema)]
pub(in crate::render) struct HomePage {
    /// The latest letters.
    letters: Vec<LetterRow>,
    totals: TotalsView,
    /// How many letters there are, from when to when, and of which kinds.
    collection: Option<String>,
    /// How many authorities are monitored now.
    monitored: usize,
    map: Option<MapView>,
    regions: Vec<RegionView>,
    largest_topics: LargestView,
}

pub(super) fn home(scene: &Scene<'_>) -> Sheet {
    let latest = scene.indexes.letters.iter().take(LATEST);
    let letters: Vec<LetterRow> = latest.map(|&id| LetterRow::new(scene, id)).collect();
    let authorities = scene.indexes.authorities.iter().filter(|it| !it.letters.is_empty()).count();
    let (letter_count, findings) =
        (scene.archive.letters.len(), scene.indexes.findings.all().len());
    let counted = |count: usize, noun: String| {
        scene.say(Message::counted, &[("count", count.into()), ("noun", (&noun).into())])
    };
    let (settings, messages) = (scene.settings, scene.messages);
    let totals = TotalsView {
        authorities,
        letters: letter_count,
        findings,
        authorities_words: counted(
            authorities,
            regulator::recipient(settings, messages, authorities),
        ),
        letters_words: counted(letter_count, regulator::letter(settings, messages, letter_count)),
        findings_words: scene.say(Message::count_of_findings, &[("count", findings.into())]),
        counts: CountsView::new(scene, scene.indexes.findings.counts(None)),
    };
    let shell = Shell::new(scene, &*scene.settings.title)
        .feed(scene.text(Message::all_letters), &Route::home())
        .thing(structured::website(scene));
    let seen = HomePage {
        letters,
        totals,
        collection: collection(scene),
        monitored: scene.indexes.monitored(scene.archive).len(),
        map: map(scene),
        regions: by_region(scene),
        largest_topics: largest(scene, LARGEST),
    };
    Sheet::new(shell, &seen)
}
