//! Where somebody wants a site to be published.

use std::path::Path;

/// What is done with files in the output folder that are not ours.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ForeignFiles {
    /// Nothing: the folder is not for us.
    Refuse,
    /// They are kept beside the site's own.
    Adopt,
}

/// Where somebody wants a site to be published.
#[derive(Debug, Clone, Copy)]
pub struct Request<'a> {
    /// The site's own folder.
    pub root: &'a Path,
    /// The folder to publish into.
    pub folder: &'a Path,
    /// The home folder of who asks, if they have one.
    pub home: Option<&'a Path>,
    /// What is done with what is already there.
    pub foreign_files: ForeignFiles,
}
