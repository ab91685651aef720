//! A text in Markdown, with what other stages need to know of it without reading it again.

use std::ops::Range;

use super::{Excerpt, Slug, to_u32};

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
    /// Its anchor, unique among the headings of the text.
    pub id: Slug,
    /// Its words.
    pub words: String,
    /// Its level, from 1.
    pub level: u8,
    /// Where it stands in its file, in bytes.
    pub range: Range<usize>,
}

/// The indexes of a text's headings, in the order of their anchors.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct HeadingAnchors(Box<[u32]>);

impl HeadingAnchors {
    /// Those of these headings.
    pub(crate) fn new(headings: &[Heading]) -> Self {
        let mut indexes: Box<[u32]> = (0..to_u32(headings.len())).collect();
        indexes.sort_by_key(|&index| &headings[index as usize].id);
        HeadingAnchors(indexes)
    }

    /// The heading with this anchor, among the same headings.
    pub(crate) fn find<'a>(&self, headings: &'a [Heading], anchor: &str) -> Option<&'a Heading> {
        let id = |index: u32| headings[index as usize].id.as_str();
        let at = self.0.binary_search_by(|&index| id(index).cmp(anchor)).ok()?;
        Some(&headings[self.0[at] as usize])
    }
}
