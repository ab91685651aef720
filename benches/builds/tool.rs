//! A tool that builds the corpus: ours or a peer.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::corpus::letterpress::{self as ours, Search};
use crate::corpus::{Corpus, eleventy, hugo};
use crate::programs::eleventy::find_eleventy;
use crate::programs::hugo::find_hugo;

/// Where a site is built, below its own folder.
pub(super) const OUTPUT: &str = "public";
/// Where a tool may keep what it likes.
pub(super) const CACHE: &str = "cache";

/// A tool that builds a whole site.
pub(crate) enum Tool {
    Letterpress,
    Hugo { program: PathBuf, version: String },
    Eleventy { script: PathBuf, version: String },
}

impl Tool {
    pub(crate) fn hugo() -> io::Result<Self> {
        find_hugo().map(|(program, version)| Tool::Hugo { program, version })
    }

    pub(crate) fn eleventy() -> io::Result<Self> {
        find_eleventy().map(|(script, version)| Tool::Eleventy { script, version })
    }

    pub(crate) fn name(&self) -> String {
        match self {
            Tool::Letterpress => "Letterpress".to_owned(),
            Tool::Hugo { version, .. } => format!("Hugo {version}"),
            Tool::Eleventy { version, .. } => format!("Eleventy {version}"),
        }
    }

    pub(super) fn folder(&self) -> &'static str {
        match self {
            Tool::Letterpress => "letterpress",
            Tool::Hugo { .. } => "hugo",
            Tool::Eleventy { .. } => "eleventy",
        }
    }

    pub(crate) fn write_site(
        &self,
        corpus: &Corpus,
        search: Search,
        root: &Path,
    ) -> io::Result<()> {
        fs::create_dir_all(root)?;
        match self {
            Tool::Letterpress => ours::write_site(corpus, search, root),
            Tool::Hugo { .. } => hugo::write_site(corpus, root),
            Tool::Eleventy { .. } => eleventy::write_site(corpus, root),
        }
    }

    /// Where the newest letter is kept.
    pub(super) fn letter(&self, corpus: &Corpus) -> String {
        let letter = corpus.newest();
        let authority = corpus.authority(letter.authority);
        match self {
            Tool::Letterpress => ours::path(&authority, &letter),
            Tool::Hugo { .. } => hugo::path(&authority, &letter),
            Tool::Eleventy { .. } => eleventy::path(&authority, &letter),
        }
    }

    /// The folder of the output that has letters, authority by authority.
    pub(super) fn letters(&self) -> &'static str {
        match self {
            Tool::Letterpress => "authorities",
            Tool::Hugo { .. } | Tool::Eleventy { .. } => "letters",
        }
    }

    /// The folder of the output that has findings, topic by topic.
    pub(super) fn topics(&self) -> &'static str {
        match self {
            Tool::Letterpress => "findings",
            Tool::Hugo { .. } | Tool::Eleventy { .. } => "topics",
        }
    }

    /// The command that builds a site.
    pub(crate) fn build(&self, root: &Path) -> Command {
        let (output, cache) = (root.join(OUTPUT), root.join(CACHE));
        match self {
            Tool::Letterpress => {
                let mut program = Command::new(env!("CARGO_BIN_EXE_letterpress"));
                program.args(["build", "--root"]).arg(root).arg("--output").arg(output);
                program
            }
            Tool::Hugo { program, .. } => {
                let mut program = Command::new(program);
                program.arg("build").arg("--source").arg(root).arg("--destination").arg(output);
                program.arg("--cacheDir").arg(cache);
                program
            }
            Tool::Eleventy { script, .. } => {
                let mut program = Command::new("node");
                program.arg(script).args(["--quiet", "--output", OUTPUT]).current_dir(root);
                program
            }
        }
    }
}
