//! A table as CSV: RFC 4180 but for its ends of line, which are those of text files; UTF-8 without a mark.

use std::io::Write;

use csv::{Error, QuoteStyle, StringRecord, WriterBuilder};
use rayon::prelude::*;

use super::cell::has_other_separator;
use super::table::Table;
use crate::render::page_context::Scene;

/// How many rows are made in one go.
const ROWS: usize = 1_000;

/// How many such goes may be in memory, on as many cores as there are.
const AT_ONCE: usize = 8;

/// In bytes: room for most rows.
const ROW: usize = 2 << 10;

/// All rows below a line of the columns' names. One table may be larger than all other pages that an edit changes, so
/// its rows are made on all cores.
pub(super) fn csv<K: Copy + Send + Sync>(
    scene: &Scene<'_>,
    table: &Table<K>,
    out: &mut dyn Write,
) -> Result<(), Error> {
    let mut names = WriterBuilder::new().from_writer(&mut *out);
    names.write_record(table.columns.iter().map(|column| &*column.field.name))?;
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
    let mut bytes = Vec::new();
    let mut row = StringRecord::new();
    for &key in keys {
        row.clear();
        for column in &table.columns {
            row.push_field(&(column.value)(scene, key).for_csv());
        }
        // Where one cell is to be quoted that need not be for commas, the writer quotes all of the row.
        let has_other = row.iter().any(has_other_separator);
        let quotes = if has_other { QuoteStyle::NonNumeric } else { QuoteStyle::Necessary };
        let mut writer = WriterBuilder::new();
        let mut writer = writer.quote_style(quotes).buffer_capacity(ROW).from_writer(&mut bytes);
        writer.write_byte_record(row.as_byte_record())?;
        writer.flush()?;
    }
    Ok(bytes)
}
