//! Pictures of a body: with their size, so that nothing moves once they are there, and fetched only when they are about to
//! be seen.

use std::collections::BTreeMap;
use std::sync::Arc;

use pulldown_cmark::{Event, Tag, TagEnd, html};

/// How the writer of HTML ends an element that holds nothing.
const END: &str = " />";

/// Makes each picture of a text one event.
pub(super) struct Pictures<'a> {
    /// The files beside the texts.
    assets: &'a BTreeMap<String, Arc<[u8]>>,
    /// What leads from the page to the site's root.
    root: &'a str,
    /// What the picture that is open is made of, and how many are open in one another.
    open: Vec<Event<'a>>,
    depth: usize,
}

impl<'a> Pictures<'a> {
    pub(super) fn new(assets: &'a BTreeMap<String, Arc<[u8]>>, root: &'a str) -> Self {
        Pictures { assets, root, open: Vec::new(), depth: 0 }
    }

    /// Takes an event, and gives what stands in its place.
    pub(super) fn take(&mut self, event: Event<'a>) -> Option<Event<'a>> {
        match &event {
            Event::Start(Tag::Image { .. }) => self.depth += 1,
            _ if self.depth == 0 => return Some(event),
            Event::End(TagEnd::Image) => self.depth -= 1,
            // In the words of a picture there is no place for the number of a note.
            Event::FootnoteReference(_) => return None,
            _ => {}
        }
        self.open.push(event);
        (self.depth == 0).then(|| self.picture())
    }

    fn picture(&mut self) -> Event<'a> {
        let size = match self.open.first() {
            Some(Event::Start(Tag::Image { dest_url, .. })) => self.size(dest_url),
            _ => None,
        };
        let mut picture = String::new();
        html::push_html(&mut picture, self.open.drain(..));
        picture.truncate(picture.trim_end_matches(END).len());
        if let Some((width, height)) = size {
            picture.push_str(&format!(" width=\"{width}\" height=\"{height}\""));
        }
        Event::InlineHtml(format!("{picture} loading=\"lazy\"{END}").into())
    }

    /// The width and the height of the picture at an address of this site, in pixels, where that is known.
    fn size(&self, address: &str) -> Option<(usize, usize)> {
        let path = address.strip_prefix(self.root)?.split(['?', '#']).next()?;
        let bytes = self.assets.get(path)?;
        let size = imagesize::blob_size(bytes).ok()?;
        let is_seen = size.width > 0 && size.height > 0;
        is_seen.then(|| match is_on_its_side(bytes) {
            true => (size.height, size.width),
            false => (size.width, size.height),
        })
    }
}

/// Whether a photograph is to be turned by a quarter before it is shown, as cameras note (Exif 3.0, 4.6.5.1.6).
fn is_on_its_side(jpeg: &[u8]) -> bool {
    orientation(jpeg).is_some_and(|orientation| (5..=8).contains(&orientation))
}

/// The number of the turn, in the first list of facts of the part that begins with `Exif`.
fn orientation(jpeg: &[u8]) -> Option<u16> {
    const TAG: u16 = 0x0112;
    let mut rest = jpeg.strip_prefix(&[0xff, 0xd8])?;
    let facts = loop {
        let (head, behind) = rest.split_first_chunk::<4>()?;
        let [0xff, marker, length @ ..] = head else { return None };
        let length = usize::from(u16::from_be_bytes(length.to_owned())).checked_sub(2)?;
        let part = behind.get(..length)?;
        if let (0xe1, Some(facts)) = (marker, part.strip_prefix(b"Exif\0\0")) {
            break facts;
        }
        rest = &behind[length..];
    };
    let is_little = facts.starts_with(b"II");
    let number = |at: usize| {
        let bytes = facts.get(at..at + 2)?.try_into().ok()?;
        Some(if is_little { u16::from_le_bytes(bytes) } else { u16::from_be_bytes(bytes) })
    };
    let bytes = facts.get(4..8)?.try_into().ok()?;
    let list = if is_little { u32::from_le_bytes(bytes) } else { u32::from_be_bytes(bytes) };
    let list = usize::try_from(list).ok().filter(|list| *list < facts.len())?;
    let entries = (0..usize::from(number(list)?)).map(|index| list + 2 + index * 12);
    let entry =
        entries.take_while(|at| at + 12 <= facts.len()).find(|at| number(*at) == Some(TAG))?;
    number(entry + 8)
}
