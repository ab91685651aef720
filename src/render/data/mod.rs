//! Files for programs: tables as CSV, what they hold, and each authority as JSON.
//!
//! A column is one entry (`tables`): its name, its kind, words for people and where its value comes from.
//! The CSV, the JSON, the package's schema and the page `/data/` are made from it.
//!
//! Rows are in the order of the content's paths, so that a new letter is a few new lines and nothing else
//! moves. A letter to two authorities is one row, under the folder that it is kept in, with both in
//! `authorities`; so each finding is counted once. In the JSON of an authority stands all that concerns
//! it, so there it is twice.
//!
//! Lists in a cell have `|` between them: printed texts have commas and semicolons, and what cannot read
//! Table Schema's own type `list`, which is new in version 2, would refuse the file. A text that a
//! spreadsheet would take for a formula gets an apostrophe, also one within a cell for programs that take
//! another separator than the comma; numbers stay, as only texts can be formulas (`cell.rs`).
//!
//! The package's `version` is that of the columns, not of the content, which has no versions. No file says
//! when it was made.

mod authority;
mod cell;
mod csv_file;
mod index;
mod package;
mod table;
mod tables;

use std::io::Write;

use serde::Serialize;

use super::RenderError;
use super::page_context::Scene;
use crate::diagnostics::{Diagnostic, MACHINE, Place};
use crate::plan::Download;
pub(super) use table::{ColumnField, Description};
pub(crate) use tables::fixed_columns;
pub(super) use tables::{Tables, describe};

/// The first number of the form of all these files: it grows when something that was there is gone, or means something
/// else.
const FORM: usize = 3;

/// How many columns all tables had when that number grew.
const COLUMNS_AT_FIRST: usize = 118;

/// The version of the form, as semantic versioning has it. The second number is how many columns are new.
pub(super) fn format_version(scene: &Scene<'_>) -> String {
    format!("{FORM}.{}.0", scene.shared.tables.columns().saturating_sub(COLUMNS_AT_FIRST))
}

/// Writes a file; a table row by row, as it may be larger than the memory.
pub(super) fn write(
    scene: &Scene<'_>,
    file: Download,
    out: &mut dyn Write,
) -> Result<(), RenderError> {
    let bytes = match file {
        Download::Table(table) => {
            return tables::csv(scene, table, out).map_err(|error| match error.into_kind() {
                csv::ErrorKind::Io(error) => RenderError::Write(error),
                kind => machine(scene, &format!("{kind:?}")).into(),
            });
        }
        Download::Package => json(scene, &package::package(scene))?,
        Download::Index => json(scene, &index::index(scene))?,
        Download::Authority(id) => json(scene, &authority::AuthorityJson::new(scene, id))?,
    };
    Ok(out.write_all(&bytes)?)
}

/// JSON as a file: on one line, as blanks were a quarter of it, with an end of line at its end.
pub(super) fn json(scene: &Scene<'_>, value: &impl Serialize) -> Result<Vec<u8>, Diagnostic> {
    let mut bytes =
        serde_json::to_vec(value).map_err(|error| machine(scene, &error.to_string()))?;
    bytes.push(b'\n');
    Ok(bytes)
}

/// The writers can fail only where there is no memory.
fn machine(scene: &Scene<'_>, message: &str) -> Diagnostic {
    MACHINE.at(Place::File(scene.route.to_string()), message.to_owned())
}
