//! All the content, typed; and the names by which its parts are known to later stages.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::{Authority, Finding, Letter, Page, Prose, Topic, Vocabulary, to_u32};
use crate::diagnostics::SourceText;

/// All the content of a site. Each list is in the order of its files' paths.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Archive {
    /// The words that its front matter uses.
    pub vocabulary: Arc<Vocabulary>,
    /// `content/authorities/<slug>/authority.md`
    pub authorities: Vec<Arc<Authority>>,
    /// `content/authorities/<slug>/<anything>.md`
    pub letters: Vec<Arc<Letter>>,
    /// `content/topics/<slug>.md`
    pub topics: Vec<Arc<Topic>>,
    /// `content/pages/<slug>.md`
    pub pages: Vec<Arc<Page>>,
    /// Files that are not Markdown, by their path inside `content/`.
    pub assets: BTreeMap<String, Arc<[u8]>>,
    /// Letters that are left out as drafts: of these it is only known that they are there.
    pub drafts: Vec<Arc<Letter>>,
    /// The paths of texts that could not be read, and of where those in the wrong place should stand: what is told of them
    /// is not that they are missing.
    pub unread: BTreeSet<String>,
}

/// What one file of the content holds.
#[derive(Debug, Clone, PartialEq)]
pub enum Item {
    /// `content/authorities/<slug>/authority.md`
    Authority(Arc<Authority>),
    /// `content/authorities/<slug>/<anything>.md`
    Letter(Arc<Letter>),
    /// `content/topics/<slug>.md`
    Topic(Arc<Topic>),
    /// `content/pages/<slug>.md`
    Page(Arc<Page>),
}

/// A text of front matter that is Markdown, and where it stands: in which list, where in it, under which key.
pub(crate) struct MarkdownText<'a> {
    pub(crate) list: &'static str,
    pub(crate) index: usize,
    pub(crate) key: &'static str,
    pub(crate) words: &'a str,
}

impl Item {
    /// The letter, where it is one.
    pub fn letter(&self) -> Option<&Letter> {
        if let Item::Letter(letter) = self { Some(letter) } else { None }
    }

    /// The authority, where it is one.
    pub fn authority(&self) -> Option<&Authority> {
        if let Item::Authority(authority) = self { Some(authority) } else { None }
    }

    /// What it holds, without holding on to it.
    pub(crate) fn as_ref(&self) -> ItemRef<'_> {
        match self {
            Item::Authority(it) => ItemRef::Authority(it),
            Item::Letter(it) => ItemRef::Letter(it),
            Item::Topic(it) => ItemRef::Topic(it),
            Item::Page(it) => ItemRef::Page(it),
        }
    }

    /// The texts of its front matter that are Markdown.
    pub(crate) fn markdown_texts(&self) -> Vec<MarkdownText<'_>> {
        self.as_ref().markdown_texts()
    }

    /// The file, and its body.
    pub fn body(&self) -> (&Arc<SourceText>, &Prose) {
        let item = self.as_ref();
        (item.source(), item.body())
    }
}

/// An [`Item`] of an archive.
#[derive(Debug, Clone, Copy)]
pub(crate) enum ItemRef<'a> {
    Authority(&'a Authority),
    Letter(&'a Letter),
    Topic(&'a Topic),
    Page(&'a Page),
}

impl<'a> ItemRef<'a> {
    /// The texts of its front matter that are Markdown.
    pub(crate) fn markdown_texts(self) -> Vec<MarkdownText<'a>> {
        let text = |list, index, key, words| MarkdownText { list, index, key, words };
        match self {
            ItemRef::Letter(letter) => {
                let texts = letter.findings.iter().enumerate();
                texts.map(|(index, it)| text("findings", index, "text", &it.text)).collect()
            }
            ItemRef::Authority(authority) => {
                let events = authority.events.iter().enumerate();
                let events = events.map(|(index, it)| text("events", index, "text", &it.text));
                let notes = authority.visits.iter().enumerate();
                let notes = notes.filter_map(|(index, it)| {
                    Some(text("visits", index, "note", it.note.as_ref()?))
                });
                events.chain(notes).collect()
            }
            ItemRef::Topic(_) | ItemRef::Page(_) => Vec::new(),
        }
    }

    /// Its file.
    pub(crate) fn source(self) -> &'a Arc<SourceText> {
        match self {
            ItemRef::Authority(it) => &it.source,
            ItemRef::Letter(it) => &it.source,
            ItemRef::Topic(it) => &it.source,
            ItemRef::Page(it) => &it.source,
        }
    }

    /// What stands after the front matter.
    pub(crate) fn body(self) -> &'a Prose {
        match self {
            ItemRef::Authority(it) => &it.body,
            ItemRef::Letter(it) => &it.body,
            ItemRef::Topic(it) => &it.body,
            ItemRef::Page(it) => &it.body,
        }
    }

    /// Warnings that an editor has found to be no mistake.
    pub(crate) fn checked(self) -> &'a [String] {
        match self {
            ItemRef::Authority(it) => &it.checked,
            ItemRef::Letter(it) => &it.checked,
            ItemRef::Topic(it) => &it.checked,
            ItemRef::Page(it) => &it.checked,
        }
    }

    /// Addresses that it had before.
    pub(crate) fn old_urls(self) -> &'a [String] {
        match self {
            ItemRef::Authority(it) => &it.old_urls,
            ItemRef::Letter(it) => &it.old_urls,
            ItemRef::Topic(it) => &it.old_urls,
            ItemRef::Page(it) => &it.old_urls,
        }
    }
}

macro_rules! id {
    ($(#[$meta:meta])* $name:ident) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(pub usize);
    };
}

id! {
    /// An authority, by its index in [`Archive::authorities`].
    AuthorityId
}
id! {
    /// A letter, by its index in [`Archive::letters`].
    LetterId
}
id! {
    /// A topic, by its index in [`Archive::topics`].
    TopicId
}
id! {
    /// A page, by its index in [`Archive::pages`].
    PageId
}

/// A finding, by its letter and its index in the letter. Indexes hold millions of these, so they are small.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FindingId {
    letter: u32,
    index: u32,
}

impl FindingId {
    /// The finding at this place of [`Letter::findings`].
    pub fn new(letter: LetterId, index: usize) -> Self {
        FindingId { letter: to_u32(letter.0), index: to_u32(index) }
    }

    /// The letter.
    pub fn letter(self) -> LetterId {
        LetterId(self.letter as usize)
    }

    /// Its index in [`Letter::findings`].
    pub fn place(self) -> usize {
        self.index as usize
    }
}

impl Archive {
    /// All files with a text: authorities, letters, topics, pages.
    pub(crate) fn items(&self) -> impl Iterator<Item = ItemRef<'_>> {
        let Archive { authorities, letters, topics, pages, .. } = self;
        let items = authorities.iter().map(|it| ItemRef::Authority(it));
        let items = items.chain(letters.iter().map(|it| ItemRef::Letter(it)));
        let items = items.chain(topics.iter().map(|it| ItemRef::Topic(it)));
        items.chain(pages.iter().map(|it| ItemRef::Page(it)))
    }

    /// The authority of this id.
    pub fn authority(&self, id: AuthorityId) -> &Authority {
        &self.authorities[id.0]
    }

    /// The letter of this id.
    pub fn letter(&self, id: LetterId) -> &Letter {
        &self.letters[id.0]
    }

    /// The topic of this id.
    pub fn topic(&self, id: TopicId) -> &Topic {
        &self.topics[id.0]
    }

    /// The page of this id.
    pub fn page(&self, id: PageId) -> &Page {
        &self.pages[id.0]
    }

    /// The finding of this id.
    pub fn finding(&self, id: FindingId) -> &Finding {
        &self.letter(id.letter()).findings[id.place()]
    }

    /// Adds what a file holds. Files come in the order of their paths.
    pub(crate) fn add(&mut self, item: Item) {
        match item {
            Item::Authority(authority) => self.authorities.push(authority),
            Item::Letter(letter) => self.letters.push(letter),
            Item::Topic(topic) => self.topics.push(topic),
            Item::Page(page) => self.pages.push(page),
        }
    }

    /// The authorities with their ids.
    pub fn authority_ids(&self) -> impl Iterator<Item = (AuthorityId, &Authority)> {
        self.authorities
            .iter()
            .enumerate()
            .map(|(index, authority)| (AuthorityId(index), &**authority))
    }

    /// The letters with their ids.
    pub fn letter_ids(&self) -> impl Iterator<Item = (LetterId, &Letter)> {
        self.letters.iter().enumerate().map(|(index, letter)| (LetterId(index), &**letter))
    }

    /// The topics with their ids.
    pub fn topic_ids(&self) -> impl Iterator<Item = (TopicId, &Topic)> {
        self.topics.iter().enumerate().map(|(index, topic)| (TopicId(index), &**topic))
    }

    /// The pages with their ids.
    pub fn page_ids(&self) -> impl Iterator<Item = (PageId, &Page)> {
        self.pages.iter().enumerate().map(|(index, page)| (PageId(index), &**page))
    }
}
