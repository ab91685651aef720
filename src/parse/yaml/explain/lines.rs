//! Front matter line by line, for what its tree cannot tell.

use std::ops::Range;

/// A line of front matter.
#[derive(Clone, Copy)]
pub(super) struct YamlLine<'a> {
    /// Where it begins in the file, in bytes.
    pub(super) start: usize,
    pub(super) text: &'a str,
}

/// The lines of front matter.
pub(super) fn lines<'a>(text: &'a str, yaml: &Range<usize>) -> Vec<YamlLine<'a>> {
    let mut start = yaml.start;
    text[yaml.clone()]
        .split_inclusive('\n')
        .map(|line| {
            let line = YamlLine { start, text: line.trim_end_matches('\n') };
            start += line.text.len() + 1;
            line
        })
        .collect()
}

impl<'a> YamlLine<'a> {
    pub(super) fn indentation(self) -> &'a str {
        let is_space = |letter: char| letter.is_whitespace();
        &self.text[..self.text.find(|letter| !is_space(letter)).unwrap_or(self.text.len())]
    }

    /// A part of the line, as a range of the file.
    pub(super) fn range(self, part: &str) -> Range<usize> {
        let offset = part.as_ptr() as usize - self.text.as_ptr() as usize;
        self.start + offset..self.start + offset + part.len()
    }

    pub(super) fn is_blank(self) -> bool {
        self.text.trim().is_empty()
    }

    pub(super) fn is_comment(self) -> bool {
        self.text.trim_start().starts_with('#')
    }
}
