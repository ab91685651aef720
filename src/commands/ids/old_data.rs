//! The findings of a site built before, from the table that was built with it.

use std::cell::Cell;
use std::fs::File;
use std::io::{self, ErrorKind, Read};
use std::path::Path;
use std::rc::Rc;

use csv::{Position, StringRecord};
use letterpress::diagnostics::{MachineError, Shown};
use letterpress::plan::{OldFinding, bad_old_data};
use letterpress::read::{self, FileOpened, LinkPolicy};

use super::{Outcome, output};
use crate::commands::failure::Failure;

/// Where a site has the table of its findings.
const TABLE: &str = "data/findings.csv";

/// In bytes. A letter of twenty findings has 13 kB of the table, so 37,000 letters have as much. Of a whole site it is a
/// fiftieth, so that no site of one gigabyte, the most that GitHub publishes, has a tenth.
const BYTES_AT_MOST: u64 = 500_000_000;

/// How many findings a table of that size has at most, where none has fewer than 500 bytes.
const FINDINGS_AT_MOST: usize = 1_000_000;

/// In bytes: more than a finding can have, as the text of its whole letter has at most half.
const ROW_AT_MOST: usize = 2 << 20;

/// What to do where the table is not what it should be.
const HELP: &str = "name the folder of a site built before, or the file `data/findings.csv` in it";

/// No old data was named.
pub(super) fn missing() -> Failure {
    let help = "name a site built before: `--against public`, or its `data/findings.csv`";
    refused("there is nothing to compare with".to_owned(), help)
}

/// Reads the table of a built site's folder; or a table itself.
pub(super) fn read(against: &Path) -> Result<Vec<OldFinding>, Failure> {
    let path = if against.is_dir() { against.join(TABLE) } else { against.to_owned() };
    let file = match read::open(&path, LinkPolicy::Followed, BYTES_AT_MOST) {
        Ok(FileOpened::File(file)) => file,
        Ok(FileOpened::NotAFile) => {
            return Err(refused(format!("{} is not a file", Shown::from(&path)), HELP));
        }
        Ok(FileOpened::TooLarge(size)) => {
            let size = output::size(size);
            let message =
                format!("{} has {size}: no table of findings is so large", Shown::from(&path));
            return Err(refused(message, HELP));
        }
        Err(error) if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) => {
            let help = "build the site as it was before, and name the folder it was built into";
            return Err(refused(format!("there is no file {}", Shown::from(&path)), help));
        }
        Err(error) => return Err(error.into()),
    };
    findings(file).map_err(|wrong| match wrong {
        Wrong::Table(wrong) => refused(format!("{}: {wrong}", Shown::from(&path)), HELP),
        Wrong::Machine(error) => MachineError::new("read", &path, error).into(),
    })
}

fn refused(message: String, help: &str) -> Failure {
    Failure::Problems(Outcome::Usage, bad_old_data(message).help(help).into(), "")
}

/// Why no findings came of a table.
enum Wrong {
    /// What is wrong with it, in a few words.
    Table(String),
    /// The machine would not read on.
    Machine(io::Error),
}

impl From<String> for Wrong {
    fn from(wrong: String) -> Self {
        Wrong::Table(wrong)
    }
}

/// The findings of a table, whose columns stand in any order; or what is wrong with it.
fn findings(file: File) -> Result<Vec<OldFinding>, Wrong> {
    let left = Rc::new(Cell::new(ROW_AT_MOST));
    let line_ends = Rc::new(Cell::new(LineEnds::default()));
    // One that grows meanwhile is read to where it may go.
    let rows = Rows {
        table: file.take(BYTES_AT_MOST),
        left: Rc::clone(&left),
        line_ends: Rc::clone(&line_ends),
    };
    let wrong = |error| wrong(error, line_ends.get());
    let mut reader = csv::Reader::from_reader(rows);
    let head = reader.headers().map_err(wrong)?.clone();
    if head.is_empty() {
        return Err("the file is empty".to_owned().into());
    }
    let column = |name: &str| head.iter().position(|known| known.trim() == name);
    let permalinks = Permalinks::of(column).ok_or_else(|| {
        "this is no table of findings: it has no columns `authority`, `letter`, `finding`"
            .to_owned()
    })?;
    let text = column("text");
    let mut findings = Vec::new();
    let mut row = StringRecord::new();
    while reader.read_record(&mut row).map_err(wrong)? {
        left.set(ROW_AT_MOST);
        let written = permalinks.get(&row);
        let (page, id) = permalink(&written).ok_or_else(|| {
            let line = line_ends.get().line(row.position());
            format!("line {line}: `{written}` is not the permalink of a finding")
        })?;
        if findings.len() == FINDINGS_AT_MOST {
            return Err(format!("this has more than {FINDINGS_AT_MOST} findings").into());
        }
        let text = text.and_then(|text| row.get(text)).map(str::to_owned);
        findings.push(OldFinding { page: page.to_owned(), id: id.to_owned(), text });
    }
    Ok(findings)
}

/// A table that is not read on where a row of it has more bytes than any.
struct Rows<R> {
    table: R,
    /// How many more the row may have.
    left: Rc<Cell<usize>>,
    line_ends: Rc<Cell<LineEnds>>,
}

/// What ends the first line of a table, and so most likely the others.
#[derive(Clone, Copy, PartialEq, Eq)]
enum LineEnds {
    /// It has not been read to its end; what was read ends with a carriage return, or does not.
    Unknown(bool),
    LineFeed,
    Both,
}

impl LineEnds {
    /// The same, once these bytes were read too.
    fn after(self, bytes: &[u8]) -> Self {
        let LineEnds::Unknown(was_return) = self else { return self };
        let is_return = |at: usize| match at.checked_sub(1) {
            Some(before) => bytes[before] == b'\r',
            None => was_return,
        };
        match bytes.iter().position(|byte| *byte == b'\n') {
            Some(at) if is_return(at) => LineEnds::Both,
            Some(_) => LineEnds::LineFeed,
            None => LineEnds::Unknown(is_return(bytes.len())),
        }
    }

    /// The line in which a row begins. The reader takes a row to end before its line feed, which it counts in the next.
    fn line(self, position: Option<&Position>) -> u64 {
        let line = position.map_or(0, Position::line);
        if self == LineEnds::Both { line + 1 } else { line }
    }
}

impl Default for LineEnds {
    fn default() -> Self {
        LineEnds::Unknown(false)
    }
}

/// What a row has that is too long.
const LONG_ROW: ErrorKind = ErrorKind::InvalidData;

impl<R: Read> Read for Rows<R> {
    fn read(&mut self, bytes: &mut [u8]) -> io::Result<usize> {
        let left = self.left.get();
        if left == 0 {
            return Err(io::Error::new(LONG_ROW, "a row of it is longer than any finding"));
        }
        let most = bytes.len().min(left);
        let read = self.table.read(&mut bytes[..most])?;
        self.left.set(left - read);
        self.line_ends.set(self.line_ends.get().after(&bytes[..read]));
        Ok(read)
    }
}

/// How a table says where a finding stands.
enum Permalinks {
    /// In the columns `authority`, `letter` and `finding`.
    InParts([usize; 3]),
    /// In a column `path`, as the form 1 of the data had it.
    Whole(usize),
}

impl Permalinks {
    fn of(column: impl Fn(&str) -> Option<usize>) -> Option<Self> {
        let whole = column("path").map(Permalinks::Whole);
        let parts = || Some([column("authority")?, column("letter")?, column("finding")?]);
        whole.or_else(|| parts().map(Permalinks::InParts))
    }

    fn get(&self, row: &StringRecord) -> String {
        let cell = |column: &usize| row.get(*column).unwrap_or_default().trim();
        match self {
            Permalinks::Whole(path) => cell(path).to_owned(),
            Permalinks::InParts(parts) => {
                let [authority, letter, finding] = parts.each_ref().map(cell);
                format!("authorities/{authority}/{letter}/#{finding}")
            }
        }
    }
}

/// The page of a permalink and the id of its finding.
fn permalink(path: &str) -> Option<(&str, &str)> {
    let (page, id) = path.split_once('#')?;
    (page.starts_with("authorities/") && page.ends_with('/') && !id.is_empty())
        .then_some((page, id))
}

fn wrong(error: csv::Error, line_ends: LineEnds) -> Wrong {
    let told = match error.kind() {
        csv::ErrorKind::UnequalLengths { pos, expected_len, len } => {
            let line = line_ends.line(pos.as_ref());
            let values =
                output::counted(usize::try_from(*len).unwrap_or(usize::MAX), "value", "values");
            format!("line {line} has {values}, but the first line has {expected_len}")
        }
        csv::ErrorKind::Utf8 { .. } => "this is not a text in UTF-8".to_owned(),
        _ => error.to_string(),
    };
    match error.into_kind() {
        csv::ErrorKind::Io(error) if error.kind() != LONG_ROW => Wrong::Machine(error),
        _ => Wrong::Table(told),
    }
}
