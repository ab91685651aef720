//! What each address is made of, as one number: where that is as it was when its file was last made, so is the file.
//!
//! A page of one authority is made of its text and the letters to it, and a page of a list of the letters in it; with what
//! all have in common: settings, theme, what templates see of the site, and the names that any page may show. Whatever
//! else there is counts as made of everything. So do texts with a link to a page here, as it may be any.

use std::iter;
use std::sync::Arc;

use rayon::prelude::*;
use xxhash_rust::xxh3::{Xxh3, xxh3_128};

use super::Renderer;
use crate::diagnostics::SourceText;
use crate::index::Indexes;
use crate::model::{Archive, AuthorityId, Letter, LetterId};
use crate::plan::{
    Download, FeedOf, FileKind, FindingsList, LettersList, PageKind, Plan, Route, Target, TwinOf,
    files_with_links,
};

/// What a site is made from, as numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MadeFrom {
    /// Settings, theme and options.
    pub setup: u128,
    /// These and the whole content.
    pub all: u128,
}

/// What each address of a site is made of.
pub struct MadeOf<'a> {
    archive: &'a Archive,
    indexes: &'a Indexes,
    plan: &'a Plan,
    all: u128,
    /// What all pages have in common.
    common: u128,
    letters: Vec<u128>,
    topics: Vec<u128>,
    authorities: Vec<u128>,
}

impl<'a> MadeOf<'a> {
    /// For a site that is made from this.
    pub(crate) fn new(
        archive: &'a Archive,
        indexes: &'a Indexes,
        plan: &'a Plan,
        renderer: &Renderer,
        MadeFrom { setup, all }: MadeFrom,
    ) -> Self {
        let with_links = files_with_links(archive);
        let of_file = |source: &SourceText| match with_links.contains(&*source.path) {
            true => all,
            false => joined([&*source.path, &*source.text].map(|it| xxh3_128(it.as_bytes()))),
        };
        let of_letter = |letter: &Arc<Letter>| match letter.text.known() {
            Some(text) => joined([of_file(&letter.source), xxh3_128(text.text.as_bytes())]),
            None => of_file(&letter.source),
        };
        let of_all_pages = xxh3_128(renderer.site.to_string().as_bytes());
        let mut made_of = MadeOf {
            archive,
            indexes,
            plan,
            all,
            common: joined([setup, of_all_pages].into_iter().chain(names(archive))),
            letters: archive.letters.par_iter().map(of_letter).collect(),
            topics: archive.topics.iter().map(|topic| of_file(&topic.source)).collect(),
            authorities: archive.authorities.iter().map(|it| of_file(&it.source)).collect(),
        };
        made_of.authorities = made_of.each_authority(MadeOf::of_its_letters);
        made_of
    }

    /// What stands at an address is made of this, which is no other address's; `None` where nothing stands.
    pub fn of(&self, route: &Route) -> Option<u128> {
        let number = match self.plan.target(route)? {
            Target::Page(PageKind::Authority(id))
            | Target::Page(PageKind::Thread(id, _))
            | Target::File(FileKind::Twin(TwinOf::Authority(id)))
            | Target::File(FileKind::Download(Download::Authority(id)))
            | Target::File(FileKind::Feed(FeedOf::Authority(id)))
            | Target::File(FileKind::JsonFeed(FeedOf::Authority(id))) => {
                joined([1, self.authority(*id)])
            }
            Target::Page(PageKind::Letter(id) | PageKind::LetterText(id))
            | Target::File(FileKind::Twin(TwinOf::Letter(id))) => {
                let sent_to = self.indexes.sent_to[id.0].iter().map(|&id| self.authority(id));
                joined(sent_to.chain([2, self.letters[id.0]]))
            }
            Target::Page(PageKind::FindingsList(list)) => {
                joined(iter::once(3).chain(self.of_findings(*list)))
            }
            Target::Page(PageKind::Letters(list)) => {
                joined(iter::once(4).chain(self.of_letters(*list)))
            }
            Target::Page(PageKind::Measures(page)) => {
                let listed = page.of(&self.indexes.measured).iter().map(|&id| self.authority(id));
                joined(listed.chain([5, page.pages as u128]))
            }
            Target::Page(PageKind::Home)
            | Target::Page(PageKind::Authorities)
            | Target::Page(PageKind::Monitored)
            | Target::Page(PageKind::Findings)
            | Target::Page(PageKind::Search)
            | Target::Page(PageKind::Plain(_))
            | Target::Page(PageKind::NotFound)
            | Target::Page(PageKind::Redirect(_))
            | Target::Page(PageKind::Data)
            | Target::File(FileKind::Download(
                Download::Table(_) | Download::Package | Download::Index,
            ))
            | Target::File(FileKind::Feed(FeedOf::Site | FeedOf::Topic(_)))
            | Target::File(FileKind::JsonFeed(FeedOf::Site | FeedOf::Topic(_)))
            | Target::File(FileKind::Sitemap(_))
            | Target::File(FileKind::Robots)
            | Target::File(FileKind::Llms)
            | Target::File(FileKind::Theme(_))
            | Target::File(FileKind::Asset(_)) => self.all,
        };
        let address = xxh3_128(route.path().as_bytes());
        Some(joined([self.common, address, number]))
    }

    /// The findings on the page, and what it says of the whole list and of those beside it.
    fn of_findings(&self, list: FindingsList) -> impl Iterator<Item = u128> {
        let findings = &self.indexes.findings;
        let counts = findings.counts(list.topic);
        let counts =
            self.archive.vocabulary.ids().map(move |polarity| counts.get(polarity) as u128);
        let shown = list.page.of(findings.selected(list.topic, list.polarity)).iter();
        let shown = shown.flat_map(|id| [self.letters[id.letter().0], id.place() as u128]);
        let referred = list.topic.filter(|_| list.shows_references()).into_iter();
        let referred = referred.flat_map(|topic| findings.referred(self.archive, topic));
        let referred = referred.flat_map(|id| [self.letters[id.letter().0], id.place() as u128]);
        let topic = list.topic.map(|topic| self.topics[topic.0]);
        topic
            .into_iter()
            .chain(referred)
            .chain([list.page.pages as u128])
            .chain(counts)
            .chain(shown)
    }

    /// The letters on the page, and the years that it leads to.
    fn of_letters(&self, LettersList { year, page }: LettersList) -> impl Iterator<Item = u128> {
        let years = self.indexes.years.keys().map(|&year| u128::from(year.unsigned_abs()));
        let shown = page.of(self.indexes.letters_of(year)).iter().map(|id| self.letters[id.0]);
        iter::once(page.pages as u128).chain(years).chain(shown)
    }

    fn each_authority(&self, number: impl Fn(&Self, AuthorityId) -> u128) -> Vec<u128> {
        self.archive.authority_ids().map(|(id, _)| number(self, id)).collect()
    }

    fn of_its_letters(&self, id: AuthorityId) -> u128 {
        let index = self.indexes.authority(id);
        let letters = self.letters_to(id).map(|letter| self.letters[letter.0]);
        // Another authority may say that it replaced this one.
        let others = index.predecessors.iter().chain([&id]).chain(&index.successors);
        let others =
            others.map(|&other| xxh3_128(self.archive.authority(other).slug.as_str().as_bytes()));
        joined(letters.chain(others).chain([self.authority(id)]))
    }

    fn letters_to(&self, id: AuthorityId) -> impl Iterator<Item = LetterId> {
        self.indexes.authority(id).letters.iter().copied()
    }

    fn authority(&self, id: AuthorityId) -> u128 {
        self.authorities[id.0]
    }
}

/// The names that others link to.
fn names(archive: &Archive) -> impl Iterator<Item = u128> {
    let Archive { authorities, topics, .. } = archive;
    let authorities = authorities.iter().map(|it| format!("{} {}", it.slug, it.name));
    let topics = topics.iter().map(|it| format!("{} {}", it.slug, it.title));
    let counts = [authorities.len(), topics.len()].map(|count| count as u128);
    let names = authorities.chain(topics);
    counts.into_iter().chain(names.map(|name| xxh3_128(name.as_bytes())))
}

fn joined(numbers: impl IntoIterator<Item = u128>) -> u128 {
    let mut hash = Xxh3::new();
    numbers.into_iter().for_each(|number| hash.update(&number.to_le_bytes()));
    hash.digest128()
}
