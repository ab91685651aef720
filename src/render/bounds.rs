//! How large a page may become: a template that never stops is stopped.

use std::io::{self, Write};

/// In bytes. A sitemap may have as many (<https://www.sitemaps.org/protocol.html>), and the longest page of
/// 10,000 letters, all their measures, has 20 MB.
const AT_MOST: usize = 50_000_000;

/// What a template writes to, up to a limit.
#[derive(Default)]
pub(super) struct Bounded {
    bytes: Vec<u8>,
}

impl Bounded {
    /// What was written; or, where it was cut off, the limit.
    pub(super) fn finish(self) -> Result<Vec<u8>, usize> {
        if self.bytes.len() > AT_MOST { Err(AT_MOST) } else { Ok(self.bytes) }
    }
}

impl Write for Bounded {
    fn write(&mut self, more: &[u8]) -> io::Result<usize> {
        self.bytes.extend_from_slice(more);
        if self.bytes.len() > AT_MOST {
            return Err(io::ErrorKind::FileTooLarge.into());
        }
        Ok(more.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
