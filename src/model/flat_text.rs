//! A letter's text in one line, so that words of it are found however they were broken into lines and typed.

use std::ops::Range;

use memchr::memmem;

use super::to_u32;

/// Words as they are compared: spaces, hyphens at line ends, quotation marks and dashes are alike. Nothing else is.
#[derive(Debug, Clone, Default)]
pub struct FlatText {
    /// In one line.
    words: String,
    /// For each byte of it where it comes from, in bytes.
    from: Vec<u32>,
    /// Hyphens that ended a line, in bytes: each is one of the word, or only broke it.
    line_hyphens: Vec<usize>,
    /// Where paragraphs and pages begin, in bytes, but for the first.
    paragraphs: Vec<usize>,
    pages: Vec<usize>,
}

/// What a character is to one who compares words.
enum Kind {
    /// Spaces of all kinds, and ends of lines and pages.
    Space,
    /// It shows only where it ends a line.
    SoftHyphen,
    /// It cannot be seen.
    Nothing,
    /// It, or what it is compared as.
    Letters(&'static str),
    Itself,
}

impl Kind {
    fn of(letter: char) -> Self {
        match letter {
            '\u{ad}' => Kind::SoftHyphen,
            '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}' => Kind::Nothing,
            '\'' | '"' | '‘' | '’' | '‚' | '‛' | '“' | '”' | '„' | '‟' | '′' | '″' | '`' | '´' => {
                Kind::Letters("'")
            }
            '-' | '‐' | '‑' | '‒' | '–' | '—' | '―' | '−' => Kind::Letters("-"),
            'ﬀ' => Kind::Letters("ff"),
            'ﬁ' => Kind::Letters("fi"),
            'ﬂ' => Kind::Letters("fl"),
            'ﬃ' => Kind::Letters("ffi"),
            'ﬄ' => Kind::Letters("ffl"),
            letter if letter.is_whitespace() => Kind::Space,
            _ => Kind::Itself,
        }
    }
}

impl FlatText {
    /// This text in one line.
    pub fn new(text: &str) -> Self {
        let mut flat = FlatText {
            words: String::with_capacity(text.len()),
            from: Vec::with_capacity(text.len()),
            ..FlatText::default()
        };
        let mut gap = Gap::default();
        // A soft hyphen at the end of a line leaves nothing there, not even a space.
        let mut is_broken = false;
        for (at, letter) in text.char_indices() {
            let kind = Kind::of(letter);
            match kind {
                Kind::Space => gap.add(letter),
                Kind::SoftHyphen => is_broken = true,
                Kind::Nothing => {}
                Kind::Letters(_) | Kind::Itself => {
                    flat.end_gap(std::mem::take(&mut gap), at, letter, is_broken);
                    is_broken = false;
                    match kind {
                        Kind::Letters(letters) => flat.push(letters, at),
                        _ => flat.push(letter.encode_utf8(&mut [0; 4]), at),
                    }
                }
            }
        }
        flat
    }

    fn push(&mut self, letters: &str, at: usize) {
        self.words.push_str(letters);
        self.from.extend(std::iter::repeat_n(to_u32(at), letters.len()));
    }

    /// What stands between the last letter and the next.
    fn end_gap(&mut self, gap: Gap, at: usize, next: char, is_broken: bool) {
        if gap.is_empty() {
            return;
        }
        let is_hyphen = self.words.ends_with('-') && !self.words.ends_with(" -");
        if is_hyphen && gap.lines == 1 && next.is_alphanumeric() {
            self.line_hyphens.push(self.words.len() - 1);
        } else if !is_broken && !self.words.is_empty() {
            self.push(" ", at);
        }
        if gap.lines > 1 {
            self.paragraphs.push(self.words.len());
        }
        self.pages.extend(std::iter::repeat_n(self.words.len(), gap.pages));
    }

    /// It in one line.
    pub fn as_str(&self) -> &str {
        &self.words
    }

    /// The first place of these words from a byte on, as whole words.
    pub fn find(&self, words: &FlatText, from: usize) -> Option<Range<usize>> {
        let needle = words.words.as_str();
        if needle.is_empty() {
            return None;
        }
        let whole = |start: usize| {
            let range = start..start + needle.len();
            self.is_whole(&range).then_some(range)
        };
        let from = (from..=self.words.len()).find(|at| self.words.is_char_boundary(*at))?;
        let mut places = memmem::find_iter(&self.words.as_bytes()[from..], needle);
        let as_it_is = places.find_map(|at| whole(from + at));
        as_it_is.or_else(|| {
            let hyphens = self.line_hyphens.iter().filter(|hyphen| **hyphen >= from);
            hyphens.filter_map(|hyphen| self.find_around(needle, *hyphen, from)).next()
        })
    }

    /// Words that a hyphen at a line's end stands in, and maybe others.
    fn find_around(&self, needle: &str, hyphen: usize, from: usize) -> Option<Range<usize>> {
        let first = hyphen.saturating_sub(2 * needle.len()).max(from);
        let starts = (first..hyphen).filter(|start| self.words.is_char_boundary(*start));
        starts.filter_map(|start| self.at(needle, start)).find(|range| self.is_whole(range))
    }

    /// These words at this place, where hyphens at line ends may be none.
    fn at(&self, needle: &str, start: usize) -> Option<Range<usize>> {
        let mut rest = needle.bytes().peekable();
        let mut end = start;
        while rest.peek().is_some() {
            let byte = *self.words.as_bytes().get(end)?;
            if rest.next_if_eq(&byte).is_none() && self.line_hyphens.binary_search(&end).is_err() {
                return None;
            }
            end += 1;
        }
        Some(start..end)
    }

    /// Whether no word is cut at either end.
    fn is_whole(&self, range: &Range<usize>) -> bool {
        let ends_cut = |before: Option<char>, behind: Option<char>| {
            before.is_some_and(char::is_alphanumeric) && behind.is_some_and(char::is_alphanumeric)
        };
        let (words, inside) = (&self.words, &self.words[range.clone()]);
        !ends_cut(words[..range.start].chars().next_back(), inside.chars().next())
            && !ends_cut(inside.chars().next_back(), words[range.end..].chars().next())
    }

    /// Where these words stand in the text that this is made of, in bytes.
    pub fn original(&self, text: &str, range: &Range<usize>) -> Range<usize> {
        let at = |place: usize| self.from.get(place).map_or(text.len(), |from| *from as usize);
        let last = at(range.end.saturating_sub(1));
        let length = text[last..].chars().next().map_or(0, char::len_utf8);
        at(range.start)..last + length
    }

    /// The page that this byte is on, from 1; nothing where the text has no pages.
    pub fn page_of(&self, at: usize) -> Option<u32> {
        let before = self.pages.partition_point(|page| *page <= at);
        (!self.pages.is_empty()).then(|| to_u32(before) + 1)
    }

    /// The paragraphs, in order.
    pub fn paragraphs(&self) -> impl Iterator<Item = Range<usize>> {
        let starts = std::iter::once(0).chain(self.paragraphs.iter().copied());
        let ends = self.paragraphs.iter().copied().chain([self.words.len()]);
        starts.zip(ends).filter(|(start, end)| start < end).map(|(start, end)| start..end)
    }

    /// The passage that has most of these words, where it has at least half of them.
    pub fn nearest(&self, words: &FlatText) -> Option<&str> {
        let wanted: Vec<&str> = words.words.split(' ').map(bare).collect();
        let all: Vec<(usize, &str)> = words_with_places(&self.words).collect();
        let length = wanted.len().min(all.len());
        let is_wanted: Vec<bool> =
            all.iter().map(|(_, word)| wanted.contains(&bare(word))).collect();
        let count = |window: &[bool]| window.iter().filter(|it| **it).count();
        let windows = is_wanted.windows(length.max(1)).map(count);
        let (best, found) =
            windows.enumerate().max_by_key(|(at, found)| (*found, usize::MAX - at))?;
        let (start, _) = all.get(best)?;
        let (end, last) = all.get(best + length.checked_sub(1)?)?;
        (found * 2 >= length).then(|| &self.words[*start..end + last.len()])
    }
}

/// Spaces, ends of lines and ends of pages in a row.
#[derive(Default)]
struct Gap {
    spaces: usize,
    lines: usize,
    pages: usize,
}

impl Gap {
    fn add(&mut self, letter: char) {
        match letter {
            '\n' => self.lines += 1,
            '\u{c}' => self.pages += 1,
            _ => self.spaces += 1,
        }
    }

    fn is_empty(&self) -> bool {
        self.spaces + self.lines + self.pages == 0
    }
}

/// The words of a line, each with the byte that it begins at.
fn words_with_places(line: &str) -> impl Iterator<Item = (usize, &str)> {
    line.split(' ').scan(0, |at, word| {
        let start = *at;
        *at += word.len() + 1;
        Some((start, word))
    })
}

/// A word without the marks around it.
fn bare(word: &str) -> &str {
    word.trim_matches(|letter: char| !letter.is_alphanumeric())
}
