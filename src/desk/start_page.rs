//! The first page: what is worked on, and what can be begun.

use serde::Serialize;

use crate::model::{Letter, Slug, TopicGroupId, Vocabulary};
use crate::site::Site;

/// What the first page shows.
#[derive(Debug, Serialize)]
pub(super) struct StartView {
    /// The site's name.
    title: String,
    /// Drafts, the latest first.
    drafts: Vec<FileLink>,
    authorities: Vec<AuthorityLinks>,
    topics: Vec<FileLink>,
    pages: Vec<FileLink>,
    /// The groups of topics.
    groups: Vec<Group>,
}

/// The way to a file.
#[derive(Debug, Serialize)]
struct FileLink {
    file: String,
    title: String,
}

/// An authority with its letters, the latest first.
#[derive(Debug, Serialize)]
struct AuthorityLinks {
    slug: String,
    file: String,
    title: String,
    letters: Vec<FileLink>,
}

/// A group that topics are listed in.
#[derive(Debug, Serialize)]
struct Group {
    word: String,
    label: String,
}

/// What the first page shows of a site.
pub(super) fn start(site: &Site) -> StartView {
    let archive = site.archive();
    let vocabulary = &archive.vocabulary;
    let link =
        |file: &str, title: &str| FileLink { file: file.to_owned(), title: title.to_owned() };
    let mut letters: Vec<_> = archive.letters.iter().collect();
    letters.sort_by_key(|letter| std::cmp::Reverse(letter.dated.sort_key()));
    let name = |slug: &Slug| {
        let mut authorities = archive.authorities.iter();
        authorities.find(|one| one.slug == *slug).map_or("", |one| one.name.as_str())
    };
    let titled = |letter: &Letter| format!("{}, {}", letter.name(vocabulary), letter.dated.words());
    let drafts = letters.iter().filter(|letter| letter.draft).map(|letter| {
        link(&letter.source.path, &format!("{}: {}", name(&letter.folder), titled(letter)))
    });
    let authorities = archive.authorities.iter().map(|one| AuthorityLinks {
        slug: one.slug.as_str().to_owned(),
        file: one.source.path.clone(),
        title: one.name.clone(),
        letters: letters
            .iter()
            .filter(|letter| letter.folder == one.slug)
            .map(|letter| link(&letter.source.path, &titled(letter)))
            .collect(),
    });
    let mut authorities: Vec<AuthorityLinks> = authorities.collect();
    authorities.sort_by(|one, other| one.title.cmp(&other.title));
    let topics = archive.topics.iter().map(|topic| link(&topic.source.path, &topic.title));
    let pages = archive.pages.iter().map(|page| link(&page.source.path, &page.title));
    StartView {
        title: site.settings().title.clone(),
        drafts: drafts.collect(),
        authorities,
        topics: topics.collect(),
        pages: pages.collect(),
        groups: groups(vocabulary),
    }
}

fn groups(vocabulary: &Vocabulary) -> Vec<Group> {
    let each = |id: TopicGroupId| Group {
        word: vocabulary.word(id).to_owned(),
        label: vocabulary.label(id).to_owned(),
    };
    vocabulary.ids().map(each).collect()
}
