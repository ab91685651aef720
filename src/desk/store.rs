//! What the desk asks of the disk. The program answers: the library touches no disk but to read a site and to publish it.

use std::sync::Arc;

use crate::diagnostics::{Diagnostic, Report};
use crate::model::Slug;
use crate::site::Site;

/// The files of a site, one at a time. Paths are meant from the site's folder, with `/` between their parts.
pub trait Store: Send + Sync {
    /// What a file of the content holds, byte for byte.
    ///
    /// # Errors
    /// Where it is none, or may not be read.
    fn read(&self, path: &str) -> Result<String, StoreError>;

    /// Writes `after` in the place of `before`, whole or not at all.
    ///
    /// # Errors
    /// [`StoreError::Changed`] where the file holds something else by now; and where it may not be written to.
    fn replace(&self, path: &str, before: &str, after: &str) -> Result<(), StoreError>;

    /// The site as it would be if a file held this, with all that would be wrong with it.
    ///
    /// # Errors
    /// Where settings or theme cannot be read.
    fn suppose(&self, path: &str, text: &str) -> Result<(Arc<Site>, Report), StoreError>;

    /// Makes a draft of a letter, or an entry of an inspection, out of a document that somebody gives.
    ///
    /// # Errors
    /// Where nothing can be made of it.
    fn import(&self, document: Document) -> Result<Imported, StoreError>;

    /// Makes a file for an authority or a topic. Gives its path.
    ///
    /// # Errors
    /// Where there is one, or none can be made.
    fn make(&self, new: &NewItem) -> Result<String, StoreError>;

    /// What the last commit has of a file; `None` where it has none, or there is no repository.
    fn committed(&self, path: &str) -> Option<String>;

    /// The Markdown files of the content that git does not know yet.
    fn unknown_to_git(&self) -> Vec<String>;

    /// The repository on GitHub that the site's folder is a clone of.
    fn repository(&self) -> Option<GitHubRepository>;
}

/// Why the disk does not do what is asked.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// There is no such file of the content.
    #[error("there is no such file in the content")]
    NotThere,
    /// The file holds something else by now.
    #[error("another program has changed the file")]
    Changed,
    /// It is not done, for this reason.
    #[error("{0}")]
    Refused(String),
    /// The machine would not.
    #[error("{0}")]
    Machine(String),
}

/// A letter or a report, as somebody gives it.
pub struct Document {
    /// What its file is called.
    pub name: String,
    /// What it holds: text or PDF.
    pub bytes: Vec<u8>,
    /// Whom it is to, where it does not say so.
    pub authority: Option<Slug>,
    /// The address of the public copy.
    pub source: Option<String>,
}

/// What was made of a document, and what is doubtful in it.
pub struct Imported {
    /// The file that the draft or the entry is in; `None` where none could be made.
    pub path: Option<String>,
    /// Whether it was written; otherwise it was there already, and is as it was.
    pub is_new: bool,
    /// What could not be found, or is doubtful.
    pub problems: Vec<Diagnostic>,
}

/// What somebody wants a file for.
pub enum NewItem {
    /// An authority's, by any name that it goes by.
    Authority(String),
    /// A topic's: what it is called, and the word of the group that it is listed in.
    Topic {
        /// What it is called.
        title: String,
        /// A word of the site's vocabulary.
        group: String,
    },
}

/// A repository on GitHub.
pub struct GitHubRepository {
    /// Its owner and its name: `owner/name`.
    pub name: String,
    /// The branch that is checked out.
    pub branch: String,
    /// Whether that is the one that pull requests go into.
    pub is_default_branch: bool,
}
