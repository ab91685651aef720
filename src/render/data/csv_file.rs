//! A table as CSV: RFC 4180 but for its ends of line, which are those of text files; UTF-8 without a mark.

use std::io::Write;

use csv::{Error, Writer, WriterBuilder};
use rayon::prelude::*;

use super::table::Table;
use crate::render::scene::Scene;

/// How many rows are made in one go.
const ROWS: usize = 1_000;

/// How many such goes may be in memory, on as many cores as there are.
const AT_ONCE: usize = 8;

/// All rows below a line of the columns' names. One table may be larger than all other pages that an edit changes, so
/// its rows are made on all cores.
pub(super) fn csv<K: Copy + Send + Sync>(
    scene: &Scene<'_>,
    table: &Table<K>,
    out: &mut dyn Write,
) -> Result<(), Error> {
    let mut names = WriterBuilder::new().from_writer(&mut *out);
    names.write_record(table.columns.iter().map(|column| column.field.name))?;
    names.flush()?;
    drop(names);
    for keys in (table.rows)(scene).chunks(ROWS * AT_ONCE) {
        let parts = keys.par_chunks(ROWS).map(|keys| rows(scene, table, keys));
        let parts: Result<Vec<Vec<u8>>, Error> = parts.collect();
        parts?.iter().try_for_each(|rows| out.write_all(rows))?;
    }
    Ok(())
}

fn rows<K: Copy>(scene: &Scene<'_>, table: &Table<K>, keys: &[K]) -> Result<Vec<u8>, Error> {
    let mut writer = Writer::from_writer(Vec::new());
    for &key in keys {
        for column in table.columns {
            let cell = (column.value)(scene, key);
            writer.write_field(cell.for_csv().as_bytes())?;
        }
        writer.write_record(None::<&[u8]>)?;
    }
    writer.into_inner().map_err(|error| error.into_error().into())
}
