//! A text in Markdown, with what other stages need to know of it without reading it again.

use std::ops::Range;

use super::{Excerpt, to_u32};

/// A body in Markdown.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Prose {
    /// The Markdown.
    pub markdown: Excerpt,
    /// Where it starts in its file, in bytes.
    pub offset: usize,
    /// Its links and images, in order.
    pub links: Box<[Link]>,
    /// Its headings, in order.
    pub headings: Box<[Heading]>,
    /// Their anchors, to find one by.
    pub anchors: HeadingAnchors,
    /// Where HTML stands in it, in bytes of its file.
    pub html: Box<[Range<usize>]>,
    /// Characters that no text may have and that stand in it by their numbers, with where they stand, in bytes of its
    /// file.
    pub hidden: Box<[(char, Range<usize>)]>,
    /// Where images without words in their place stand, in bytes of its file.
    pub images_without_words: Box<[Range<usize>]>,
    /// The words of its first paragraph, without Markdown.
    pub lead: Excerpt,
    /// Where it goes too deep, in bytes of its file: so deep a text is not taken in, and all else is empty.
    pub too_deep: Option<Range<usize>>,
}

impl Prose {
    /// The heading with this anchor.
    pub fn heading(&self, anchor: &str) -> Option<&Heading> {
        self.anchors.find(&self.headings, anchor)
    }
}

/// What a link does with the address that it leads to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LinkKind {
    /// It leads there whoever follows it.
    Link,
    /// It shows what is there, on the page.
    Picture,
}

/// A link or an image.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    /// Which of the two it is.
    pub kind: LinkKind,
    /// Where it leads, as written.
    pub destination: String,
    /// Where it stands in its file, in bytes.
    pub range: Range<usize>,
}

/// A heading that can be linked to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Heading {
    /// Its anchor, unique on its page: the one that it has on GitHub, where nothing else has that.
    pub id: Box<str>,
    /// The anchor that it had here before, where that is another: it leads to it still.
    pub before: Option<Box<str>>,
    /// Its anchor on GitHub, where it has another here.
    pub on_github: Option<Box<str>>,
    /// Its words.
    pub words: String,
    /// Its level, from 1.
    pub level: u8,
    /// Where it stands in its file, in bytes.
    pub range: Range<usize>,
}

impl Heading {
    /// The anchors by which links name it.
    pub fn anchors(&self) -> impl Iterator<Item = &str> {
        let others = self.before.iter().chain(&self.on_github);
        std::iter::once(&self.id).chain(others).map(|anchor| &**anchor)
    }
}

/// The anchors of a text's headings, in their order: of each the heading's index, and its own among the heading's.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct HeadingAnchors(Box<[(u32, u32)]>);

impl HeadingAnchors {
    /// Those of these headings.
    pub(crate) fn new(headings: &[Heading]) -> Self {
        let of_heading = |(index, heading): (u32, &Heading)| {
            (0..to_u32(heading.anchors().count())).map(move |which| (index, which))
        };
        let mut anchors: Vec<_> = (0..).zip(headings).flat_map(of_heading).collect();
        anchors.sort_by_key(|&anchor| Self::name(headings, anchor));
        HeadingAnchors(anchors.into())
    }

    /// The heading with this anchor, among the same headings.
    pub(crate) fn find<'a>(&self, headings: &'a [Heading], anchor: &str) -> Option<&'a Heading> {
        let name = |&it: &(u32, u32)| Self::name(headings, it);
        let at = self.0.binary_search_by(|it| name(it).cmp(&Some(anchor))).ok()?;
        Some(&headings[self.0[at].0 as usize])
    }

    fn name(headings: &[Heading], (index, which): (u32, u32)) -> Option<&str> {
        headings[index as usize].anchors().nth(which as usize)
    }
}
