//! The summary of a step of GitHub Actions: a file that is shown under the run.

use std::env;
use std::fs::{self, File, OpenOptions};
use std::io::{self, ErrorKind, Write};
use std::path::Path;

use letterpress::diagnostics::{self, Report, Shown};

/// Names the file.
const VARIABLE: &str = "GITHUB_STEP_SUMMARY";

/// In bytes: of a longer summary nothing is shown, nor of what other programs have put there
/// (<https://docs.github.com/en/actions/reference/workflow-commands-for-github-actions#step-isolation-and-limits>).
const AT_MOST: u64 = 1 << 20;

/// Adds a table of the problems, where there is such a file.
pub(super) fn add(root: &Path, report: &Report) -> io::Result<()> {
    let Some(path) = env::var_os(VARIABLE).filter(|path| !path.is_empty()) else {
        return Ok(());
    };
    let path = Path::new(&path);
    let mut table = Vec::new();
    diagnostics::print_step_summary(report, root, &mut table)?;
    append(path, &table)
        .map_err(|error| io::Error::new(error.kind(), format!("{}: {error}", Shown::from(path))))
}

fn append(path: &Path, table: &[u8]) -> io::Result<()> {
    // Whatever else stands there is not opened: whoever opens a pipe waits for its reader.
    match fs::metadata(path) {
        Ok(_) if table.is_empty() => return Ok(()),
        Ok(found) if !found.is_file() => return Err(not_a_file()),
        Ok(_) => {}
        Err(error) if error.kind() == ErrorKind::NotFound => {}
        Err(error) => return Err(error),
    }
    let mut file = open(path)?;
    let found = file.metadata()?;
    if !found.is_file() {
        return Err(not_a_file());
    }
    if found.len() + table.len() as u64 > AT_MOST {
        let full = "with this run's problems it would be longer than GitHub shows";
        return Err(io::Error::new(ErrorKind::FileTooLarge, full));
    }
    file.write_all(table)
}

fn not_a_file() -> io::Error {
    io::Error::new(ErrorKind::InvalidInput, "this is not a file")
}

/// Opens a file to add to it, and waits for nobody, should something else stand there by now.
fn open(path: &Path) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.append(true).create(true);
    #[cfg(target_os = "linux")]
    {
        use std::os::unix::fs::OpenOptionsExt as _;

        use rustix::fs::OFlags;
        options.custom_flags((OFlags::NONBLOCK | OFlags::NOCTTY).bits().cast_signed());
    }
    options.open(path)
}
