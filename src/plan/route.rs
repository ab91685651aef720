//! An address on the site, from its root.

use std::fmt;

use crate::model::{Archive, Authority, FindingId, ItemRef, Letter, Page, Topic};

/// An address from the site's root: `/authorities/sunderland/`, `/feed.xml`. One that ends in a slash
/// is a page in a folder of its own.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Route(Box<str>);

impl Route {
    /// The address with these words, which start with a slash.
    pub fn new(address: impl Into<Box<str>>) -> Self {
        let address = address.into();
        debug_assert!(address.starts_with('/'), "{address} starts at the root");
        Route(address)
    }

    /// The first page.
    pub fn home() -> Self {
        Route::new("/")
    }

    /// An authority's timeline.
    pub fn authority(authority: &Authority) -> Self {
        Route::new(format!("/authorities/{}/", authority.slug))
    }

    /// A letter.
    pub fn letter(letter: &Letter) -> Self {
        let [folder, slug] = [&letter.folder, &letter.slug].map(|part| part.as_str());
        Route::new(["/authorities/", folder, "/", slug, "/"].concat())
    }

    /// A letter's own text.
    pub fn letter_text(letter: &Letter) -> Self {
        Route::new(format!("{}letter/", Route::letter(letter)))
    }

    /// One authority on one topic.
    pub fn thread(authority: &Authority, topic: &Topic) -> Self {
        Route::new(format!("/authorities/{}/topics/{}/", authority.slug, topic.slug))
    }

    /// The first page of a topic's findings.
    pub fn topic(topic: &Topic) -> Self {
        Route::findings([topic.slug.as_str()], 1)
    }

    /// A page of a list of findings.
    pub fn findings<'a>(parts: impl IntoIterator<Item = &'a str>, page: usize) -> Self {
        let mut address = String::from("/findings/");
        for part in parts {
            address.push_str(part);
            address.push('/');
        }
        Route::page_of(&address, page)
    }

    /// A page of all letters, or of those of a year.
    pub fn letters(year: Option<i16>, page: usize) -> Self {
        match year {
            Some(year) => Route::page_of(&format!("/letters/{year}/"), page),
            None => Route::page_of("/letters/", page),
        }
    }

    /// A page of the measures.
    pub fn measures(page: usize) -> Self {
        Route::page_of("/measures/", page)
    }

    /// Who is monitored now.
    pub fn monitored() -> Self {
        Route::new("/monitored/")
    }

    /// A page of a list, from 1, which begins at this address.
    fn page_of(first: &str, page: usize) -> Self {
        match page {
            1 => Route::new(first),
            page => Route::new(format!("{first}page/{page}/")),
        }
    }

    /// A plain page.
    pub fn page(page: &Page) -> Self {
        Route::new(format!("/{}/", page.slug))
    }

    /// The page of a file of the content.
    pub(crate) fn item(item: ItemRef<'_>) -> Self {
        match item {
            ItemRef::Authority(authority) => Route::authority(authority),
            ItemRef::Letter(letter) => Route::letter(letter),
            ItemRef::Topic(topic) => Route::topic(topic),
            ItemRef::Page(page) => Route::page(page),
        }
    }

    /// The Atom feed of what a page is about.
    pub fn feed(page: &Route) -> Self {
        Route::new(format!("{page}feed.xml"))
    }

    /// The JSON feed of what a page is about.
    pub fn json_feed(page: &Route) -> Self {
        Route::new(format!("{page}feed.json"))
    }

    /// A page's own text, in Markdown.
    pub fn twin(page: &Route) -> Self {
        Route::new(format!("{page}index.md"))
    }

    /// Whether a file of a site, by its path, is the text of a letter in Markdown, which each letter has and no other
    /// page two folders below that of the authorities.
    pub fn is_twin_of_letter(file: &str) -> bool {
        let mut parts = file.split('/');
        parts.next() == Some("authorities")
            && parts.next().is_some()
            && parts.next().is_some()
            && parts.next() == Some("index.md")
            && parts.next().is_none()
    }

    /// The path from the site's root, without a slash at its start; with a finding's anchor.
    pub fn finding(archive: &Archive, id: FindingId) -> String {
        let letter = Route::letter(archive.letter(id.letter()));
        [letter.path(), "#", archive.finding(id).id.as_str()].concat()
    }

    /// The address, from its first slash.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The path from the site's root, without a slash at its start: what follows the root on any page.
    pub fn path(&self) -> &str {
        &self.0[1..]
    }

    /// The file that the address is published as, from the output folder.
    pub fn file(&self) -> String {
        let path = self.path();
        if path.is_empty() || path.ends_with('/') {
            format!("{path}index.html")
        } else {
            path.to_owned()
        }
    }

    /// The way from this page up to the site's root: `./`, or `../` for each folder.
    pub fn way_up(&self) -> String {
        match self.path().matches('/').count() {
            0 => "./".to_owned(),
            folders => "../".repeat(folders),
        }
    }
}

impl fmt::Display for Route {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

/// The folder of a path or an address, with the slash behind it.
pub(super) fn folder_of(path: &str) -> &str {
    path.rfind('/').map_or("", |slash| &path[..=slash])
}
