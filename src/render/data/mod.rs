//! Files for programs: tables as CSV, what they hold, and each authority as JSON.

mod authority;
mod cell;
mod csv_file;
mod index;
mod package;
mod table;
mod tables;

use serde_json::Value;

use super::scene::Scene;
use crate::diagnostics::{Diagnostic, Place};
use crate::plan::Download;
pub(super) use table::{Description, Field};
pub(super) use tables::describe;

/// The version of the form of all these files, as semantic versioning has it: the first number grows
/// when something that was there is gone or means something else, the second when something is new.
pub(super) const FORMAT_VERSION: &str = "1.0.0";

/// The licence of what the letters say.
pub(super) const LICENCE: &str =
    "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/";

/// The bytes of a file.
pub(super) fn file(scene: &Scene<'_>, file: Download) -> Result<Vec<u8>, Diagnostic> {
    match file {
        Download::Table(table) => {
            tables::csv(scene, table).map_err(|error| machine(scene, &error.to_string()))
        }
        Download::Package => json(scene, &package::package(scene)),
        Download::Index => json(scene, &index::index(scene)),
        Download::Authority(id) => json(scene, &authority::authority(scene, id)),
    }
}

/// JSON as a file: with an end of line at its end.
pub(super) fn json(scene: &Scene<'_>, value: &Value) -> Result<Vec<u8>, Diagnostic> {
    let mut bytes =
        serde_json::to_vec_pretty(value).map_err(|error| machine(scene, &error.to_string()))?;
    bytes.push(b'\n');
    Ok(bytes)
}

/// The writers can fail only where there is no memory.
fn machine(scene: &Scene<'_>, message: &str) -> Diagnostic {
    Diagnostic::error("machine", Place::File(scene.route.to_string()), message.to_owned())
}
