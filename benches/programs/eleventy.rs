//! Eleventy, from npm. It needs Node.js.

use std::io;
use std::path::PathBuf;
use std::process::Command;

use super::{folder, run};

const PACKAGE: &str = "@11ty/eleventy";
const VERSION: &str = "3.1.8";

/// The script that Node.js is to run, installed under `target/`; with its version.
///
/// # Errors
/// Where it could not be installed.
pub(crate) fn find_eleventy() -> io::Result<(PathBuf, String)> {
    let folder = folder("eleventy").join(VERSION);
    let script = folder.join("node_modules").join(PACKAGE).join("cmd.cjs");
    if !script.exists() {
        let mut npm = Command::new("npm");
        npm.args(["install", "--no-save", "--ignore-scripts", "--no-audit", "--no-fund"]);
        npm.args(["--loglevel", "error", "--prefix"]).arg(&folder);
        run(npm.arg(format!("{PACKAGE}@{VERSION}"))).map_err(|error| {
            let help = "it needs npm and Node.js 20 or newer; or measure without it";
            io::Error::other(format!("there is no Eleventy to compare with ({error}): {help}"))
        })?;
    }
    Ok((script, format!("v{VERSION}")))
}
