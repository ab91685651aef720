//! What a link was meant for that leads to no file.

use super::Links;
use super::destination::Destination;
use super::link_problem::LinkProblem;
use super::route::folder_of;
use crate::diagnostics::nearest;
use crate::model::{Date, ItemRef, is_safe_file};

impl Links<'_> {
    /// The link that was most likely meant by one of a file that leads to this path, where nothing is.
    pub(super) fn meant(
        self,
        file: &str,
        target: &str,
        written: Destination<'_>,
    ) -> Option<String> {
        let path = self.elsewhere(written.path).or_else(|| self.near(target))?;
        Some(written.follow(&relative(file, &path)))
    }

    /// What was meant by a file on somebody's computer: the one of this name.
    pub(super) fn on_a_disk(self, file: &str, destination: &str) -> LinkProblem {
        let name = destination.rsplit(['/', '\\']).next().unwrap_or(destination);
        match self.elsewhere(name) {
            Some(path) => LinkProblem::Misspelt(relative(file, &path)),
            None => LinkProblem::NoSuchPlace(
                "only your own computer has this: save the file beside this text, and name that"
                    .to_owned(),
            ),
        }
    }

    /// The one file that ends as a link does, whatever folder that starts from: `sunderland/authority.md` from a letter to
    /// Medway.
    fn elsewhere(self, written: &str) -> Option<String> {
        // Windows writes folders otherwise, and takes small letters and capitals for the same.
        let written = written.replace('\\', "/").to_lowercase();
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
    fn near(self, target: &str) -> Option<String> {
        let folder = folder_of(target);
        let start = folder.len();
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
        let written = &target[start..];
        let beside = || beside.iter().map(|path| &path[start..]);
        // Renamed: the date was taken from its name, or put before it.
        let is_part = |name: &str, other: &str| {
            let before = name.strip_suffix(other).and_then(|rest| rest.strip_suffix('-'));
            before.is_some_and(|it| it.parse::<Date>().is_ok())
        };
        let mut renamed = beside().filter(|name| is_part(name, written) || is_part(written, name));
        let renamed = renamed.next().filter(|_| renamed.next().is_none());
        let near = renamed.or_else(|| {
            let others = beside().filter(|name| !is_of_another_letter(name, written));
            nearest(written, others)
        })?;
        Some(format!("{}{near}", &target[..start]))
    }
}

/// Whether two names begin with dates that differ by more than a slip, or by anything where what follows differs too; or
/// have other numbers.
fn is_of_another_letter(one: &str, other: &str) -> bool {
    let parts = |name: &str| {
        let (date, rest) = name.split_at_checked("2018-02-15".len())?;
        date.parse::<Date>().is_ok().then(|| (date.to_owned(), rest.to_owned()))
    };
    let (Some(one), Some(other)) = (parts(one), parts(other)) else {
        return have_other_numbers(one, other);
    };
    let differing = one.0.bytes().zip(other.0.bytes()).filter(|(one, other)| one != other).count();
    differing > 2 || differing > 0 && one.1 != other.1 || have_other_numbers(&one.1, &other.1)
}

/// Whether two names both have numbers, and not the same.
fn have_other_numbers(one: &str, other: &str) -> bool {
    let numbers = |name: &str| -> Vec<u32> {
        let words = name.split(|it: char| !it.is_ascii_digit());
        words.filter_map(|word| word.parse().ok()).collect()
    };
    let (one, other) = (numbers(one), numbers(other));
    !one.is_empty() && !other.is_empty() && one != other
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
