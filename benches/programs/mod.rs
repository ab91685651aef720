//! The programs that ours is measured beside, each of one version, and how they get under `target/`.

pub(crate) mod eleventy;
pub(crate) mod hugo;

use std::io;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Where a program is kept.
fn folder(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("target").join(name)
}

/// Runs a program to its end, and gives what it said.
fn run(program: &mut Command) -> io::Result<String> {
    let output = program
        .output()
        .map_err(|error| io::Error::new(error.kind(), format!("{program:?}: {error}")))?;
    if output.status.success() {
        Ok(String::from_utf8_lossy(&output.stdout).into_owned())
    } else {
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        Err(io::Error::other(format!("{program:?}: {said}")))
    }
}
