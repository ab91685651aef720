//! Why a command ends before its work is done.

use std::io;
use std::path::Path;

use letterpress::diagnostics::{MachineError, Severity, Shown};
use letterpress::{LoadError, LoadOptions, Site};

use super::{Outcome, output};

/// Why a command ends before its work is done.
#[derive(Debug)]
pub(super) enum Stop {
    /// What was asked for cannot be meant, or cannot be done to what is there.
    Usage(String),
    /// There is no site to work on.
    NoSite(LoadError),
    /// The machine would not do it.
    Machine(MachineError),
    /// Nobody hears what is said.
    Unheard(io::Error),
}

impl Stop {
    /// Tells why, and says how the command ends. `root` is the site's folder.
    pub(super) fn tell(&self, root: &Path) -> io::Result<Outcome> {
        let outcome = match self {
            Stop::NoSite(LoadError::Machine(_)) | Stop::Machine(_) => Outcome::Machine,
            _ => Outcome::Usage,
        };
        let told = match self {
            Stop::NoSite(LoadError::BadSettings(report)) => output::mistakes(root, report),
            Stop::Usage(message) => output::failure(message),
            Stop::NoSite(error) => output::failure(error),
            Stop::Machine(error) => output::failure(error),
            Stop::Unheard(error) => return Err(io::Error::new(error.kind(), error.to_string())),
        };
        output::ended(outcome, told)
    }
}

impl From<MachineError> for Stop {
    fn from(error: MachineError) -> Self {
        Stop::Machine(error)
    }
}

/// The site in a folder, with its drafts: an editor's work is not done yet. Mistakes in it are for
/// `check` to tell; how many there are is given beside it.
pub(super) fn open(root: &Path) -> Result<(Site, usize), Stop> {
    let options = LoadOptions { drafts: true, ..LoadOptions::default() };
    let (site, report) = Site::load(root, &options).map_err(Stop::NoSite)?;
    Ok((site, report.count(Severity::Error)))
}

/// A command line that does something else on the same site, for a message.
pub(super) fn command_line(root: &Path, words: &str) -> String {
    match Shown::from(root).to_string() {
        here if here == "." => format!("letterpress {words}"),
        root if root.contains(char::is_whitespace) => {
            format!("letterpress {words} --root \"{root}\"")
        }
        root => format!("letterpress {words} --root {root}"),
    }
}
