//! The first page.

use tera::Value;

use super::authorities::by_region;
use super::matrix::matrix;
use super::parts::LetterRow;
use super::shell::Shell;
use crate::plan::Route;
use crate::render::Sheet;
use crate::render::scene::Scene;

/// How many of the latest letters it shows.
const LATEST: usize = 10;

pub(super) fn home(scene: &Scene<'_>) -> Sheet {
    let latest = scene.indexes.letters.iter().take(LATEST);
    let letters: Vec<LetterRow> = latest.map(|&id| LetterRow::new(scene, id)).collect();
    Sheet {
        template: "home.html",
        shell: Shell::new(scene, &*scene.settings.title).feed("All letters", &Route::home()),
        parts: vec![
            ("letters", Value::from_serializable(&letters)),
            ("regions", Value::from_serializable(&by_region(scene))),
            ("matrix", Value::from_serializable(&matrix(scene))),
        ],
    }
}
