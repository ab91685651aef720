//! A file in the making: in memory while it is small, in the staging folder as soon as it is large.

use std::fs::File;
use std::io::{self, Write};

use xxhash_rust::xxh3::Xxh3;

use super::dir::{Dir, FILE_MODE};
use super::manifest::Fingerprint;
use super::paths::split;
use super::snapshot::FileStat;
use crate::diagnostics::MachineError;

/// How much of a file is kept in memory, in bytes. Only tables of thousands of letters are larger.
const IN_MEMORY: usize = 8 << 20;

/// A file in the making. Most are as they were published, which is known at their end: then nothing is written.
pub(super) struct PageWriter<'a> {
    site: &'a Dir,
    path: &'a str,
    keeps: bool,
    hash: Xxh3,
    size: u64,
    bytes: Vec<u8>,
    file: Option<File>,
}

impl<'a> PageWriter<'a> {
    /// A file of a site; only looked at, where it is not kept.
    pub(super) fn new(site: &'a Dir, path: &'a str, keeps: bool) -> Self {
        PageWriter { site, path, keeps, hash: Xxh3::new(), size: 0, bytes: Vec::new(), file: None }
    }

    /// Leaves the file in the staging folder, unless it is as it was published; with its mark there.
    pub(super) fn finish(
        mut self,
        published: Option<&Fingerprint>,
    ) -> Result<(Fingerprint, Option<FileStat>), MachineError> {
        let made = Fingerprint::new(&self.hash, self.size);
        let left = if published != Some(&made) {
            self.write_out()
        } else if self.file.take().is_some() {
            self.folder().and_then(|folder| folder.remove_file(split(self.path).1))
        } else {
            Ok(())
        };
        let mark = || self.file.as_ref().map(File::metadata).transpose();
        let mark = left.and_then(|()| mark()).map(|found| found.map(|found| FileStat::of(&found)));
        mark.map(|mark| (made, mark)).map_err(|error| self.refused(error))
    }

    /// That the machine would not write it.
    pub(super) fn refused(&self, error: io::Error) -> MachineError {
        MachineError::new("write", &self.site.path_of(self.path), error)
    }

    fn folder(&self) -> io::Result<Dir> {
        self.site.below(split(self.path).0)
    }

    /// Writes what is in memory. The file is never one that is there: that could be a hard link to an old one.
    fn write_out(&mut self) -> io::Result<()> {
        if self.keeps {
            let file = match &mut self.file {
                Some(file) => file,
                None => {
                    let made = self.folder()?.create_new(split(self.path).1, FILE_MODE)?;
                    self.file.insert(made)
                }
            };
            file.write_all(&self.bytes)?;
        }
        self.bytes.clear();
        Ok(())
    }
}

impl Write for PageWriter<'_> {
    fn write(&mut self, more: &[u8]) -> io::Result<usize> {
        self.hash.update(more);
        self.size += more.len() as u64;
        self.bytes.extend_from_slice(more);
        if self.bytes.len() >= IN_MEMORY {
            self.write_out()?;
        }
        Ok(more.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
