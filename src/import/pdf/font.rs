//! A font of a PDF: which letters its codes stand for, and how wide they are.

use std::collections::BTreeMap;

use lopdf::{Dictionary, Document, Encoding, Object, Result};

use super::standard_font::StandardFont;

/// A font, as far as its letters are read.
pub(super) struct Font<'a> {
    encoding: Encoding<'a>,
    /// In thousandths of the size of the font.
    widths: BTreeMap<u32, f32>,
    /// The width of all others.
    other: f32,
    /// How many bytes a code has.
    bytes: usize,
    /// Whether one of its codes is a soft hyphen, and not the hyphen that this looks like.
    is_ansi: bool,
}

/// The code of a soft hyphen in Windows' encoding.
const SOFT_HYPHEN: u8 = 0xad;

/// A width that is about right for text, where a font gives none.
const USUAL_WIDTH: f32 = 500.0;

/// No font has more letters.
const MOST_WIDTHS: i64 = 65_536;

impl<'a> Font<'a> {
    pub(super) fn new(
        font: &'a Dictionary,
        document: &'a Document,
        largest: usize,
    ) -> Result<Self> {
        let encoding = font.get_font_encoding_with_limit(document, largest)?;
        let is_composite =
            font.get(b"Subtype").and_then(Object::as_name).is_ok_and(|name| name == b"Type0");
        let mut widths = BTreeMap::new();
        let mut other = USUAL_WIDTH;
        if is_composite {
            let descendant = array(font, b"DescendantFonts", document).and_then(|fonts| {
                let (_, font) = document.dereference(fonts.first()?).ok()?;
                font.as_dict().ok()
            });
            if let Some(descendant) = descendant {
                other = number(descendant.get(b"DW").ok()).unwrap_or(1000.0);
                composite_widths(descendant, document, &mut widths);
            }
        } else if let Some(list) = array(font, b"Widths", document) {
            let first = font.get(b"FirstChar").and_then(Object::as_i64).unwrap_or(0);
            for (code, width) in (u32::try_from(first).unwrap_or(0)..).zip(list) {
                widths.extend(number(Some(width)).map(|width| (code, width)));
            }
        } else {
            standard_widths(font, &encoding, &mut widths);
        }
        let named = font.get(b"Encoding").and_then(Object::as_name);
        let is_ansi = named.is_ok_and(|name| name == b"WinAnsiEncoding");
        Ok(Font { encoding, widths, other, bytes: if is_composite { 2 } else { 1 }, is_ansi })
    }

    /// The letters that a string stands for.
    pub(super) fn text(&self, string: &[u8]) -> String {
        let text = |part: &[u8]| self.encoding.bytes_to_string(part).unwrap_or_default();
        if self.is_ansi && string.contains(&SOFT_HYPHEN) {
            let parts: Vec<String> = string.split(|byte| *byte == SOFT_HYPHEN).map(text).collect();
            return parts.join("\u{ad}");
        }
        text(string)
    }

    /// How wide a string is, in sizes of the font; and how many codes and spaces it has.
    pub(super) fn width(&self, string: &[u8]) -> (f32, usize, usize) {
        let codes = string
            .chunks(self.bytes)
            .map(|code| code.iter().fold(0, |sum, byte| sum << 8 | u32::from(*byte)));
        let width =
            codes.clone().map(|code| self.widths.get(&code).unwrap_or(&self.other)).sum::<f32>();
        let spaces =
            if self.bytes == 1 { string.iter().filter(|byte| **byte == b' ').count() } else { 0 };
        (width / 1000.0, codes.count(), spaces)
    }
}

/// Those of a font that gives none, as one may that each reader knows.
fn standard_widths(font: &Dictionary, encoding: &Encoding<'_>, widths: &mut BTreeMap<u32, f32>) {
    let name = font.get(b"BaseFont").and_then(Object::as_name).unwrap_or_default();
    let Some(known) = StandardFont::of_name(&String::from_utf8_lossy(name)) else { return };
    for code in 0..=u8::MAX {
        let letters = encoding.bytes_to_string(&[code]).unwrap_or_default();
        let width = letters.chars().next().and_then(|letter| known.width(letter));
        widths.extend(width.map(|width| (u32::from(code), f32::from(width))));
    }
}

fn array<'a>(
    dictionary: &'a Dictionary,
    key: &[u8],
    document: &'a Document,
) -> Option<&'a Vec<Object>> {
    let (_, object) = document.dereference(dictionary.get(key).ok()?).ok()?;
    object.as_array().ok()
}

/// `[first [width width …] first last width …]`
fn composite_widths(font: &Dictionary, document: &Document, widths: &mut BTreeMap<u32, f32>) {
    let Some(list) = array(font, b"W", document) else { return };
    let mut list = list.iter();
    while let Some(first) = list.next().and_then(|first| first.as_i64().ok()) {
        let Some(next) = list.next().and_then(|next| document.dereference(next).ok()) else {
            return;
        };
        let Ok(start) = u32::try_from(first) else { return };
        match next.1 {
            Object::Array(given) => {
                let numbers = given.iter().map(|width| number(Some(width)));
                widths.extend(
                    (start..).zip(numbers).filter_map(|(code, width)| Some((code, width?))),
                );
            }
            last => {
                let last = last.as_i64().unwrap_or(first).min(first.saturating_add(MOST_WIDTHS));
                let Some(width) = number(list.next()) else { return };
                let Ok(last) = u32::try_from(last) else { return };
                widths.extend((start..=last).map(|code| (code, width)));
            }
        }
    }
}

pub(super) fn number(object: Option<&Object>) -> Option<f32> {
    object?.as_float().ok()
}
