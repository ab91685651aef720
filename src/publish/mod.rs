//! From a site to a folder: written beside the output folder, then put in its place in one step.
//!
//! The last good site stays where it is until the next one is whole and on the disk. Beside the output folder
//! stands `.letterpress/`, with a list of the files that were published, a lock, and what is being built.
//!
//! One `syncfs` flushes all of a site, not an `fsync` for each file: some 10 ms and not 430 for 1,566 files. It
//! waits for what other programs wrote to the same file system too; elsewhere than on Linux each file is
//! flushed. A file that is the same as before gets a hard link and is not copied, so it keeps its time; it is
//! never opened for writing. Where a file system has no hard links, it is copied with its time; and so is a file
//! with other permissions than the umask leaves now. Folders follow the umask too (`folders`), unless somebody has changed
//! their permissions since they were made, which the manifest tells: whoever closed a folder wants it closed.
//!
//! Others may write to the output folder until the very swap. After it, the old folder is looked at once more, where
//! nobody reaches it by its name: if it is not what it was, it goes back to its place.
//!
//! What stands in `.letterpress/` by one of our names and is a link is refused (`state`), and what is made, moved, given
//! permissions or removed is reached through the open folder that it is in (`dir`, `open_folder`): links may come with somebody's
//! commit, or meanwhile. What another user left there, or could have written to, is not believed (`ownership`); nor is a
//! list that came with a clone, which its time tells (`manifest`).
//!
//! A swap in two steps has no journal of its own: `old` in the staging folder, with nothing in its place, says
//! how far it came. The lock's file stays, as one taken away could be locked twice; where a file system has no
//! locks, nothing is built. The manifest ends in a hash of itself, as half a list reads like a whole one. That
//! files of others are adopted is not remembered: who puts them there says so each time.
//!
//! A note beside the manifest says what the site was made from, and how the folder looked (`snapshot`). Where it looks so
//! still, no file is read to know that it is ours; and where the next build is given the same, nothing is made. What
//! each file was made of (`input_fingerprints`) and what was parsed (`parsed_file`) are kept too. All of these may be deleted at any time.

mod adopt;
mod boundaries;
mod commit;
#[cfg(unix)]
mod dir;
#[cfg(not(unix))]
#[path = "dir_by_path.rs"]
mod dir;
mod error;
mod flush;
mod folders;
mod input_fingerprints;
mod inventory;
mod item;
mod last_build;
mod lock;
mod manifest;
mod mounts;
#[cfg(unix)]
mod open_folder;
mod output;
mod ownership;
mod page_writer;
mod pages;
mod parsed_file;
mod paths;
mod permissions;
mod refusal;
#[cfg(unix)]
mod remove;
#[cfg(not(unix))]
#[path = "remove_by_path.rs"]
mod remove;
mod request;
mod snapshot;
mod staging;
mod state;
mod swap;
mod umask;

pub use commit::{OldSite, Published, Staged};
pub use error::PublishError;
pub use output::Output;
pub use parsed_file::HeldCache;
pub(crate) use refusal::RULES;
pub use refusal::Refusal;
pub use request::{ForeignFiles, Request};
