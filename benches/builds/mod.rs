//! A whole site built by one tool after the other: run, looked at, timed.

mod count;
mod process;
mod table;
mod tool;

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::time::Duration;

use crate::corpus::{self, Corpus, letterpress::Search};
use count::Made;
pub(crate) use process::{Peak, said, watched};
use process::{Took, timed};
pub(crate) use table::{memory, print, seconds};
pub(crate) use tool::Tool;

/// A tool, with a site to build and what was measured of it.
pub(crate) struct Bench<'a> {
    pub(crate) tool: &'a Tool,
    root: PathBuf,
    /// The letter that is edited, and its text.
    letter: PathBuf,
    text: String,
    pub(crate) made: Made,
    pub(crate) peak: Peak,
    pub(crate) times: Times,
}

/// Whole processes, from their start to their exit.
#[derive(Default)]
pub(crate) struct Times {
    /// With no output and no cache.
    pub(crate) cold: Vec<Duration>,
    /// How long processors worked for those.
    pub(crate) worked: Vec<Duration>,
    /// Once more, where nothing has changed.
    pub(crate) again: Vec<Duration>,
    /// Once more, where one letter has.
    pub(crate) edited: Vec<Duration>,
    /// `cp -r` of what was built.
    pub(crate) copied: Vec<Duration>,
}

impl<'a> Bench<'a> {
    /// Writes the corpus in the tool's form, lets the tool build it once, and looks whether all of it is there.
    ///
    /// # Errors
    /// Where the tool fails, or leaves something out.
    pub(crate) fn prepare(tool: &'a Tool, corpus: &Corpus, around: &Path) -> io::Result<Self> {
        let root = around.join(tool.folder());
        tool.write_site(corpus, Search::Without, &root)?;
        let letter = root.join(tool.letter(corpus));
        let text = fs::read_to_string(&letter)?;
        let peak = watched(&mut tool.build(&root))?;
        let output = root.join(tool::OUTPUT);
        let made = Made::look(&output, tool.letters(), tool.topics(), corpus)?;
        made.check(corpus).map_err(|missing| {
            io::Error::other(format!("{}'s site is not the same: {missing}", tool.name()))
        })?;
        let bench = Bench { tool, root, letter, text, made, peak, times: Times::default() };
        bench.clear()?;
        Ok(bench)
    }

    /// Measures each kind of run once. `round` is a number that none before had.
    pub(crate) fn round(&mut self, round: usize) -> io::Result<()> {
        fs::write(&self.letter, &self.text)?;
        let Took { whole, worked } = timed(&mut self.tool.build(&self.root))?;
        self.times.cold.push(whole);
        self.times.worked.extend(worked);
        if matches!(self.tool, Tool::Letterpress) {
            self.times.copied.push(self.copy()?);
        }
        self.times.again.push(self.build()?);
        let word = format!("marker{round:04}");
        fs::write(&self.letter, corpus::with_word(&self.text, &word))?;
        self.times.edited.push(self.build()?);
        self.check_edited(&word)?;
        self.clear()
    }

    /// Whether the page of the edited letter has its new word: to keep the old page would be the fastest.
    fn check_edited(&self, word: &str) -> io::Result<()> {
        let authority = self.letter.parent().and_then(Path::file_name).unwrap_or_default();
        let letter = self.letter.file_stem().unwrap_or_default();
        let letters = self.root.join(tool::OUTPUT).join(self.tool.letters());
        let page = letters.join(authority).join(letter).join("index.html");
        match fs::read_to_string(&page)?.contains(word) {
            true => Ok(()),
            false => Err(io::Error::other(format!("{page:?} has not got `{word}`"))),
        }
    }

    fn build(&self) -> io::Result<Duration> {
        Ok(timed(&mut self.tool.build(&self.root))?.whole)
    }

    fn copy(&self) -> io::Result<Duration> {
        let copy = self.root.join("copy");
        let mut program = std::process::Command::new("cp");
        let took = timed(program.arg("-r").arg(self.root.join(tool::OUTPUT)).arg(&copy))?;
        fs::remove_dir_all(copy)?;
        Ok(took.whole)
    }

    /// Takes away all that a build leaves.
    fn clear(&self) -> io::Result<()> {
        for folder in [tool::OUTPUT, tool::CACHE, ".letterpress", "resources", ".cache"] {
            let folder = self.root.join(folder);
            if folder.exists() {
                fs::remove_dir_all(folder)?;
            }
        }
        Ok(())
    }
}
