//! What a link was meant for that leads to no file.

use super::Links;
use super::destination::Destination;
use super::route::folder_of;
use crate::diagnostics::nearest;
use crate::model::{ItemRef, is_safe_file};

impl Links<'_> {
    /// The link that was most likely meant by one of a file that leads to this path, where nothing is.
    pub(super) fn meant(
        self,
        file: &str,
        target: &str,
        written: Destination<'_>,
    ) -> Option<String> {
        let path = self.elsewhere(written.path).or_else(|| self.near(file, target))?;
        Some(written.follow(&relative(file, &path)))
    }

    /// The one file that ends as a link does, whatever folder that starts from: `sunderland/authority.md` from a letter to
    /// Medway.
    fn elsewhere(self, written: &str) -> Option<String> {
        let end = written.trim_start_matches(['.', '/']);
        let is_meant = |path: &&str| {
            let before = path.strip_suffix(end);
            before.is_some_and(|folder| folder.is_empty() || folder.ends_with('/'))
        };
        let sources = self.archive.items().map(|item| item.source().path.as_str());
        let mut meant = sources.filter(|path| !end.is_empty() && is_meant(path));
        meant.next().filter(|_| meant.next().is_none()).map(str::to_owned)
    }

    /// A file in the same folder as the one meant, whose name is near.
    fn near(self, file: &str, target: &str) -> Option<String> {
        let folder = folder_of(target);
        // From another folder its whole path is written.
        let start = if folder_of(file) == folder { folder.len() } else { 0 };
        let sources = self.archive.items().map(ItemRef::source);
        let inside = folder.strip_prefix("content/").unwrap_or(folder);
        let assets = self
            .archive
            .assets
            .keys()
            .filter(|path| folder_of(path) == inside && is_safe_file(path));
        let mut beside: Vec<String> = sources
            .filter(|source| folder_of(&source.path) == folder)
            .map(|source| source.path.clone())
            .chain(assets.map(|path| format!("content/{path}")))
            .collect();
        beside.sort();
        let near = nearest(&target[start..], beside.iter().map(|path| &path[start..]))?;
        Some(format!("{}{near}", &target[..start]))
    }
}

/// The link from one content file to another.
fn relative(file: &str, path: &str) -> String {
    let from: Vec<&str> = folder_of(file).split_terminator('/').collect();
    let to: Vec<&str> = path.split('/').collect();
    let shared =
        from.iter().zip(&to[..to.len() - 1]).take_while(|(one, other)| one == other).count();
    let up = "../".repeat(from.len() - shared);
    format!("{up}{}", to[shared..].join("/"))
}
