//! The first page.

use serde::Serialize;
use tera::Value;

use super::authorities::by_region;
use super::counts::CountsView;
use super::map::map;
use super::matrix::largest;
use super::parts::LetterRow;
use super::shell::Shell;
use super::structured;
use crate::plan::Route;
use crate::render::Sheet;
use crate::render::scene::Scene;

/// How many of the latest letters it shows.
const LATEST: usize = 6;

/// How many of the topics with most findings it shows.
const LARGEST: usize = 10;

/// How much the site holds.
#[derive(Debug, Serialize)]
struct TotalsView {
    /// Those with letters here.
    authorities: usize,
    letters: usize,
    findings: usize,
    counts: CountsView,
}

pub(super) fn home(scene: &Scene<'_>) -> Sheet {
    let latest = scene.indexes.letters.iter().take(LATEST);
    let letters: Vec<LetterRow> = latest.map(|&id| LetterRow::new(scene, id)).collect();
    let totals = TotalsView {
        authorities: scene.indexes.authorities.iter().filter(|it| !it.letters.is_empty()).count(),
        letters: scene.archive.letters.len(),
        findings: scene.indexes.findings.all().len(),
        counts: scene.indexes.findings.counts(None).into(),
    };
    Sheet {
        template: "home.html".into(),
        shell: Shell::new(scene, &*scene.settings.title)
            .feed("All letters", &Route::home())
            .thing(structured::website(scene)),
        parts: vec![
            ("letters", Value::from_serializable(&letters)),
            ("totals", Value::from_serializable(&totals)),
            ("map", Value::from_serializable(&map(scene))),
            ("regions", Value::from_serializable(&by_region(scene))),
            ("largest_topics", Value::from_serializable(&largest(scene, LARGEST))),
        ],
    }
}
