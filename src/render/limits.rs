//! What a template may take: in bytes, in time and of memory.

use serde::{Deserialize, Serialize};

/// How large a page may be, in bytes. A sitemap of as many addresses as one may hold has half of it.
pub(super) const LARGEST_PAGE: usize = 10_000_000;

/// How long a template may work on a page, in seconds: what takes longer never ends, or keeps editors waiting.
pub const PAGE_SECONDS: u64 = 5;

/// How much memory may be in use where a template is rendered, in bytes. The largest pages of 100,000 letters take a
/// tenth of it, with all that they are made from.
pub const PAGE_MEMORY: u64 = 512 << 20;

/// What a template took too much of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Excess {
    /// The page is larger than one may be.
    Bytes,
    /// More time than [`PAGE_SECONDS`].
    Time,
    /// More memory than [`PAGE_MEMORY`].
    Memory,
}
