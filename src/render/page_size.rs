//! How large a page may become: a template that never stops is stopped.

use std::io::{self, Write};

/// No reader waits for a longer page.
const PAGE_AT_MOST: usize = 10_000_000;

/// A sitemap may have 50 MB, and no file for programs needs more.
const OTHER_AT_MOST: usize = 50_000_000;

/// What a template writes to, up to a limit.
pub(super) struct Bounded {
    bytes: Vec<u8>,
    at_most: usize,
}

impl Bounded {
    /// For what the template of this name makes.
    pub(super) fn new(template: &str) -> Self {
        let is_page = template.ends_with(".html");
        let at_most = if is_page { PAGE_AT_MOST } else { OTHER_AT_MOST };
        Bounded { bytes: Vec::new(), at_most }
    }

    /// What was written; or, where it was cut off, the limit.
    pub(super) fn finish(self) -> Result<Vec<u8>, usize> {
        if self.bytes.len() > self.at_most { Err(self.at_most) } else { Ok(self.bytes) }
    }
}

impl Write for Bounded {
    fn write(&mut self, more: &[u8]) -> io::Result<usize> {
        self.bytes.extend_from_slice(more);
        if self.bytes.len() > self.at_most {
            return Err(io::ErrorKind::FileTooLarge.into());
        }
        Ok(more.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
