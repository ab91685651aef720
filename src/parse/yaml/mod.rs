//! YAML as front matter has it: read in one walk into a tree that knows where each value stands, within limits, with
//! what does not belong there.
//!
//! Only a file that may have something to report is read so: any other is read by serde alone.

pub(super) mod agreement;
pub(super) mod explain;
pub(super) mod limits;
mod quoted;
pub(super) mod reader;
pub(super) mod refusal;
pub(super) mod unwanted;

use std::ops::Range;

use saphyr_parser::{Event, Parser, ScalarStyle, Span, StrInput};

use crate::diagnostics::{MapEntry, Node, NodeValue};
use limits::{DEPTH_AT_MOST, VALUES_AT_MOST};
use unwanted::Unwanted;

/// Front matter, read to its end.
pub(super) struct Yaml {
    pub(super) root: Node,
    /// In the order in which it stands there.
    pub(super) unwanted: Vec<Unwanted>,
}

/// Why front matter is not read to its end, and where.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Unreadable {
    /// Here it goes too deep.
    Depth(Range<usize>),
    /// Here is one value too many.
    Values(Range<usize>),
    /// Here it stops being YAML.
    Syntax(Range<usize>),
}

/// Reads front matter, whose place in the file is given.
pub(super) fn read(text: &str, yaml: &Range<usize>) -> Result<Yaml, Unreadable> {
    let mut reader = YamlReader {
        text,
        parser: Parser::new_from_str(&text[yaml.clone()]),
        offsets: Offsets::new(&text[yaml.clone()], yaml.start),
        end: yaml.end,
        values: 0,
        unwanted: Vec::new(),
    };
    match reader.document(yaml.start) {
        Ok(root) => Ok(Yaml { root, unwanted: reader.unwanted }),
        // The parser looks for the end of a bracket before it tells of its beginning.
        Err(Unreadable::Syntax(range)) => Err(limits::deepest_bracket(text, yaml)
            .map_or(Unreadable::Syntax(range), Unreadable::Depth)),
        Err(excess) => Err(excess),
    }
}

struct YamlReader<'t> {
    /// The whole file.
    text: &'t str,
    parser: Parser<'t, StrInput<'t>>,
    offsets: Offsets,
    end: usize,
    /// How many values have begun, keys among them.
    values: usize,
    unwanted: Vec<Unwanted>,
}

impl<'t> YamlReader<'t> {
    /// The first document; nothing may come after it.
    fn document(&mut self, start: usize) -> Result<Node, Unreadable> {
        let mut root = None;
        loop {
            let (event, range) = self.next()?;
            match event {
                Event::StreamEnd => {
                    let nothing =
                        || Node { range: start..start, value: NodeValue::Map(Vec::new()) };
                    return Ok(root.unwrap_or_else(nothing));
                }
                Event::Alias(_)
                | Event::Scalar(..)
                | Event::SequenceStart(..)
                | Event::MappingStart(..) => {
                    let node = self.node(event, range, 0)?;
                    root.get_or_insert(node);
                }
                _ => {}
            }
        }
    }

    fn next(&mut self) -> Result<(Event<'t>, Range<usize>), Unreadable> {
        match self.parser.next_event() {
            Some(Ok((event, span))) => Ok((event, self.offsets.range(&span))),
            Some(Err(error)) => {
                let at = self.offsets.byte(error.marker().index());
                Err(Unreadable::Syntax(at..at))
            }
            None => Ok((Event::StreamEnd, self.end..self.end)),
        }
    }

    /// The value that an event begins, within so many groups and lists.
    fn node(
        &mut self,
        event: Event<'t>,
        range: Range<usize>,
        depth: usize,
    ) -> Result<Node, Unreadable> {
        self.values += 1;
        let is_group = matches!(event, Event::SequenceStart(..) | Event::MappingStart(..));
        if is_group && depth == DEPTH_AT_MOST {
            return Err(Unreadable::Depth(range));
        }
        if self.values > VALUES_AT_MOST {
            return Err(Unreadable::Values(range));
        }
        self.unwanted.extend(unwanted::in_event(&event, &range));
        match event {
            Event::SequenceStart(..) => self.list(range, depth),
            Event::MappingStart(..) => self.map(range, depth),
            Event::Scalar(text, style, ..) => Ok(Node {
                range: self.without_note(range, style),
                value: NodeValue::Scalar {
                    text: text.into_owned(),
                    plain: style == ScalarStyle::Plain,
                },
            }),
            // An alias stands for a value elsewhere, which no rule looks into.
            _ => Ok(Node { range, value: NodeValue::Scalar { text: String::new(), plain: true } }),
        }
    }

    /// The place of a value. The parser ends that of a text in quotes behind the note on its line.
    fn without_note(&self, range: Range<usize>, style: ScalarStyle) -> Range<usize> {
        let is_quoted = matches!(style, ScalarStyle::SingleQuoted | ScalarStyle::DoubleQuoted);
        let end = is_quoted.then(|| quoted::end(&self.text[range.clone()], 0)).flatten();
        range.start..end.map_or(range.end, |end| range.start + end)
    }

    /// Where a group or a list ends: behind its bracket, where it has one; the parser goes on here too.
    fn end_of_group(&self, start: usize, end: Range<usize>) -> usize {
        let is_bracketed = self.text[start..].starts_with(['[', '{']);
        match is_bracketed && self.text[end.start..].starts_with([']', '}']) {
            true => end.start + 1,
            false => end.end,
        }
    }

    fn list(&mut self, start: Range<usize>, depth: usize) -> Result<Node, Unreadable> {
        let mut items = Vec::new();
        loop {
            let (event, range) = self.next()?;
            if matches!(event, Event::SequenceEnd | Event::StreamEnd) {
                let range = start.start..self.end_of_group(start.start, range);
                return Ok(Node { range, value: NodeValue::List(items) });
            }
            items.push(self.node(event, range, depth + 1)?);
        }
    }

    fn map(&mut self, start: Range<usize>, depth: usize) -> Result<Node, Unreadable> {
        let mut entries = Vec::new();
        loop {
            let (event, key_range) = self.next()?;
            if matches!(event, Event::MappingEnd | Event::StreamEnd) {
                let range = start.start..self.end_of_group(start.start, key_range);
                return Ok(Node { range, value: NodeValue::Map(entries) });
            }
            let Node { range: key_range, value } = self.node(event, key_range, depth + 1)?;
            let NodeValue::Scalar { text: key, .. } = value else {
                return Err(Unreadable::Syntax(key_range));
            };
            let (event, range) = self.next()?;
            let value = self.node(event, range, depth + 1)?;
            entries.push(MapEntry { key, key_range, value });
        }
    }
}

/// From the parser's count of characters to bytes of the file.
struct Offsets {
    start: usize,
    /// The byte of each character; none are kept where each character is one byte.
    bytes: Option<Vec<usize>>,
    length: usize,
}

impl Offsets {
    fn new(yaml: &str, start: usize) -> Self {
        let bytes = (!yaml.is_ascii()).then(|| yaml.char_indices().map(|(byte, _)| byte).collect());
        Self { start, bytes, length: yaml.len() }
    }

    fn byte(&self, character: usize) -> usize {
        let byte = match &self.bytes {
            Some(bytes) => bytes.get(character).copied().unwrap_or(self.length),
            None => character.min(self.length),
        };
        self.start + byte
    }

    fn range(&self, span: &Span) -> Range<usize> {
        self.byte(span.start.index())..self.byte(span.end.index())
    }
}
