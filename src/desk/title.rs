//! What a file is about, as its page would say it.

use super::path::ContentPath;
use crate::model::{Archive, Letter};
use crate::parse::FrontMatter;

/// What the file is about, as its page would say it.
pub(super) fn title(archive: &Archive, path: &ContentPath, letter: Option<&Letter>) -> String {
    let own = path.as_str();
    let name = own.rsplit('/').next().unwrap_or(own).trim_end_matches(".md").to_owned();
    match path.kind() {
        FrontMatter::Letter => letter.map_or(name, |letter| {
            let authorities = archive.authorities.iter();
            let mut names = authorities.filter(|one| letter.authorities.contains(&one.slug));
            let whom = names.next().map_or("", |one| one.name.as_str());
            format!(
                "{whom}: {}, letter of {}",
                letter.name(&archive.vocabulary),
                letter.dated.words()
            )
        }),
        FrontMatter::Authority => {
            let found = archive.authorities.iter().find(|it| it.source.path == own);
            found.map_or(name, |it| it.name.clone())
        }
        FrontMatter::Topic => {
            let found = archive.topics.iter().find(|it| it.source.path == own);
            found.map_or(name, |it| it.title.clone())
        }
        FrontMatter::Page => {
            let found = archive.pages.iter().find(|it| it.source.path == own);
            found.map_or(name, |it| it.title.clone())
        }
    }
}
