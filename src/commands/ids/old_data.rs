//! The findings of a site built before, from the table that was built with it.

use std::fs;
use std::io::{self, ErrorKind};
use std::path::Path;

use csv::{Position, StringRecord};
use letterpress::diagnostics::{Diagnostic, MachineError, Place, Shown};
use letterpress::plan::OldFinding;

use super::{Arguments, Outcome, tell};

/// Where a site has the table of its findings.
const TABLE: &str = "data/findings.csv";

/// What to do where the table is not what it should be.
const HELP: &str = "name the folder of a site built before, or the file `data/findings.csv` in it";

/// Why there is nothing to compare with.
pub(super) enum Refused {
    /// It is not there, or is something else.
    Data(Diagnostic),
    /// The machine would not read it.
    Machine(MachineError),
}

impl Refused {
    /// Tells why, and says how the command ends.
    pub(super) fn tell(&self, arguments: &Arguments) -> io::Result<Outcome> {
        let (problem, outcome) = match self {
            Refused::Data(problem) => (problem.clone(), Outcome::Usage),
            Refused::Machine(error) => (error.into(), Outcome::Machine),
        };
        tell::ended(outcome, tell::report(arguments, &problem.into()))
    }
}

/// No old data was named.
pub(super) fn missing() -> Refused {
    let help = "name a site built before: `--against public`, or its `data/findings.csv`";
    refused("there is nothing to compare with".to_owned(), help)
}

/// Reads the table of a built site's folder; or a table itself.
pub(super) fn read(against: &Path) -> Result<Vec<OldFinding>, Refused> {
    let file = if against.is_dir() { against.join(TABLE) } else { against.to_owned() };
    let bytes = fs::read(&file).map_err(|error| match error.kind() {
        ErrorKind::NotFound | ErrorKind::NotADirectory | ErrorKind::IsADirectory => {
            let message = format!("there is no file {}", Shown::from(&file));
            refused(
                message,
                "build the site as it was before, and name the folder it was built into",
            )
        }
        _ => Refused::Machine(MachineError::new("read", &file, error)),
    })?;
    findings(&bytes).map_err(|wrong| refused(format!("{}: {wrong}", Shown::from(&file)), HELP))
}

fn refused(message: String, help: &str) -> Refused {
    Refused::Data(Diagnostic::error("bad-old-data", Place::Nowhere, message).help(help))
}

/// The findings of a table, whose columns stand in any order; or what is wrong with it.
fn findings(bytes: &[u8]) -> Result<Vec<OldFinding>, String> {
    let mut reader = csv::Reader::from_reader(bytes);
    let head = reader.headers().map_err(|error| wrong(&error))?.clone();
    if head.is_empty() {
        return Err("the file is empty".to_owned());
    }
    let column = |name: &str| head.iter().position(|known| known.trim() == name);
    let permalinks = Permalinks::of(column).ok_or(
        "this is no table of findings: it has no columns `authority`, `letter`, `finding`",
    )?;
    let text = column("text");
    let mut findings = Vec::new();
    let mut row = StringRecord::new();
    while reader.read_record(&mut row).map_err(|error| wrong(&error))? {
        let written = permalinks.get(&row);
        let (page, id) = permalink(&written).ok_or_else(|| {
            let line = row.position().map_or(0, Position::line);
            format!("line {line}: `{written}` is not the permalink of a finding")
        })?;
        let text = text.and_then(|text| row.get(text)).map(str::to_owned);
        findings.push(OldFinding { page: page.to_owned(), id: id.to_owned(), text });
    }
    Ok(findings)
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

/// What is wrong with a file that is no table, in a few words.
fn wrong(error: &csv::Error) -> String {
    match error.kind() {
        csv::ErrorKind::UnequalLengths { pos, expected_len, len } => {
            let line = pos.as_ref().map_or(0, Position::line);
            let values =
                tell::counted(usize::try_from(*len).unwrap_or(usize::MAX), "value", "values");
            format!("line {line} has {values}, but the first line has {expected_len}")
        }
        csv::ErrorKind::Utf8 { .. } => "this is not a text in UTF-8".to_owned(),
        _ => error.to_string(),
    }
}
