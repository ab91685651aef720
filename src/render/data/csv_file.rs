//! A table as CSV: RFC 4180 but for its ends of line, which are those of text files; UTF-8 without a mark.

use std::io::Write;

use csv::{Error, WriterBuilder};

use super::table::Table;
use crate::render::scene::Scene;

/// All rows below a line of the columns' names, in one pass.
pub(super) fn csv<K: Copy>(
    scene: &Scene<'_>,
    table: &Table<K>,
    out: &mut dyn Write,
) -> Result<(), Error> {
    let mut writer = WriterBuilder::new().from_writer(out);
    writer.write_record(table.columns.iter().map(|column| column.field.name))?;
    for key in (table.rows)(scene) {
        for column in table.columns {
            let cell = (column.value)(scene, key);
            writer.write_field(cell.for_csv().as_bytes())?;
        }
        writer.write_record(None::<&[u8]>)?;
    }
    Ok(writer.flush()?)
}
