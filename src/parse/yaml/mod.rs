//! Front matter as a tree that knows where each value stands.
//!
//! Built only for a file that has something to report: a file without problems is read by serde alone.

pub(super) mod explain;
pub(super) mod limits;
mod lines;
pub(super) mod reader;
pub(super) mod refusal;
pub(super) mod unwanted;

use std::ops::Range;

use saphyr_parser::{Event, Parser, ScalarStyle, ScanError, Span};

use limits::DEPTH_AT_MOST;

/// A value and where it stands in the file, in bytes.
#[derive(Debug)]
pub(super) struct Node {
    pub(super) range: Range<usize>,
    pub(super) value: Value,
}

#[derive(Debug)]
pub(super) enum Value {
    /// A single value; `plain` where it stands without quotes.
    Scalar {
        text: String,
        plain: bool,
    },
    List(Vec<Node>),
    Map(Vec<Entry>),
}

#[derive(Debug)]
pub(super) struct Entry {
    pub(super) key: String,
    pub(super) key_range: Range<usize>,
    pub(super) value: Node,
}

impl Node {
    /// Where the texts end that are sentences or items of lists of words, and stand without quotes.
    pub(super) fn ends_of_texts(&self) -> Vec<usize> {
        const SENTENCES: [&str; 5] = ["text", "words", "note", "label", "subject"];
        let is_plain = |node: &Node| matches!(node.value, Value::Scalar { plain: true, .. });
        match &self.value {
            Value::Scalar { .. } => Vec::new(),
            Value::List(items) => items.iter().flat_map(Node::ends_of_texts).collect(),
            Value::Map(entries) => entries
                .iter()
                .flat_map(|entry| match &entry.value.value {
                    Value::List(items) if ["areas", "evidence"].contains(&entry.key.as_str()) => {
                        items.iter().filter(|it| is_plain(it)).map(|it| it.range.end).collect()
                    }
                    Value::Scalar { plain: true, .. }
                        if SENTENCES.contains(&entry.key.as_str()) =>
                    {
                        vec![entry.value.range.end]
                    }
                    _ => entry.value.ends_of_texts(),
                })
                .collect(),
        }
    }
}

/// Where front matter stops being a tree.
#[derive(Debug)]
pub(super) struct SyntaxError {
    pub(super) range: Range<usize>,
}

/// The way to a value: `findings`, its fourth item, `topics`.
#[derive(Debug, Clone, Copy)]
pub(crate) enum At<'a> {
    /// The front matter as a whole.
    Root,
    /// The value of a key.
    Key(&'a At<'a>, &'a str),
    /// The key itself.
    Name(&'a At<'a>, &'a str),
    /// An item of a list, from 0.
    Item(&'a At<'a>, usize),
}

impl<'a> At<'a> {
    /// The value of a key of this map.
    pub(crate) fn key(&'a self, key: &'a str) -> At<'a> {
        At::Key(self, key)
    }

    /// An item of this list, from 0.
    pub(crate) fn item(&'a self, place: usize) -> At<'a> {
        At::Item(self, place)
    }
}

/// Reads front matter, whose place in the file is given.
pub(super) fn tree(text: &str, yaml: Range<usize>) -> Result<Node, SyntaxError> {
    let mut reader = Reader {
        parser: Parser::new_from_str(&text[yaml.clone()]),
        offsets: Offsets::new(&text[yaml.clone()], yaml.start),
        end: yaml.end,
    };
    loop {
        let (event, range) = reader.next()?;
        match event {
            Event::StreamStart | Event::DocumentStart(_) => {}
            Event::StreamEnd => {
                return Ok(Node { range: yaml.start..yaml.start, value: Value::Map(Vec::new()) });
            }
            event => return reader.node(event, range, 0),
        }
    }
}

/// Where a value stands. A value that is not there is where the one around it begins; a list or a map
/// is its first line.
pub(super) fn locate(root: &Node, text: &str, at: At<'_>) -> Option<Range<usize>> {
    let range = find(root, at)?;
    let first_line = text[range.clone()].split('\n').next().unwrap_or("").trim_end();
    Some(range.start..range.start + first_line.len())
}

/// The whole of a value; `None` where it is not there.
pub(super) fn range(root: &Node, at: At<'_>) -> Option<Range<usize>> {
    node(root, at).map(|node| node.range.clone())
}

fn find(root: &Node, at: At<'_>) -> Option<Range<usize>> {
    match at {
        At::Root => None,
        At::Name(parent, key) => match &node(root, *parent)?.value {
            Value::Map(entries) => {
                entries.iter().find(|entry| entry.key == key).map(|entry| entry.key_range.clone())
            }
            _ => None,
        },
        At::Key(parent, _) | At::Item(parent, _) => match node(root, at) {
            Some(node) => Some(node.range.clone()),
            None => find(root, *parent),
        },
    }
}

fn node<'t>(root: &'t Node, at: At<'_>) -> Option<&'t Node> {
    match at {
        At::Root => Some(root),
        At::Key(parent, key) | At::Name(parent, key) => match &node(root, *parent)?.value {
            Value::Map(entries) => {
                entries.iter().find(|entry| entry.key == key).map(|entry| &entry.value)
            }
            _ => None,
        },
        At::Item(parent, place) => match &node(root, *parent)?.value {
            Value::List(items) => items.get(place),
            _ => None,
        },
    }
}

struct Reader<'t> {
    parser: Parser<'t, saphyr_parser::StrInput<'t>>,
    offsets: Offsets,
    end: usize,
}

impl<'t> Reader<'t> {
    fn next(&mut self) -> Result<(Event<'t>, Range<usize>), SyntaxError> {
        match self.parser.next_event() {
            Some(Ok((event, span))) => Ok((event, self.offsets.range(&span))),
            Some(Err(error)) => Err(self.offsets.syntax_error(&error)),
            None => Ok((Event::StreamEnd, self.end..self.end)),
        }
    }

    fn node(
        &mut self,
        event: Event<'t>,
        range: Range<usize>,
        depth: usize,
    ) -> Result<Node, SyntaxError> {
        if depth > DEPTH_AT_MOST {
            return Err(SyntaxError { range });
        }
        match event {
            Event::SequenceStart(..) => self.list(range, depth),
            Event::MappingStart(..) => self.map(range, depth),
            Event::Scalar(text, style, ..) => Ok(Node {
                range,
                value: Value::Scalar {
                    text: text.into_owned(),
                    plain: style == ScalarStyle::Plain,
                },
            }),
            // An alias stands for a value elsewhere, which no rule looks into.
            _ => Ok(Node { range, value: Value::Scalar { text: String::new(), plain: true } }),
        }
    }

    fn list(&mut self, start: Range<usize>, depth: usize) -> Result<Node, SyntaxError> {
        let mut items = Vec::new();
        loop {
            let (event, range) = self.next()?;
            if matches!(event, Event::SequenceEnd | Event::StreamEnd) {
                return Ok(Node { range: start.start..range.end, value: Value::List(items) });
            }
            items.push(self.node(event, range, depth + 1)?);
        }
    }

    fn map(&mut self, start: Range<usize>, depth: usize) -> Result<Node, SyntaxError> {
        let mut entries = Vec::new();
        loop {
            let (event, key_range) = self.next()?;
            if matches!(event, Event::MappingEnd | Event::StreamEnd) {
                return Ok(Node { range: start.start..key_range.end, value: Value::Map(entries) });
            }
            let key = match self.node(event, key_range.clone(), depth + 1)?.value {
                Value::Scalar { text, .. } => text,
                Value::List(_) | Value::Map(_) => {
                    return Err(SyntaxError { range: key_range });
                }
            };
            let (event, range) = self.next()?;
            let value = self.node(event, range, depth + 1)?;
            entries.push(Entry { key, key_range, value });
        }
    }
}

/// From the parser's count of characters to bytes of the file.
pub(super) struct Offsets {
    start: usize,
    /// The byte of each character; none are kept where each character is one byte.
    bytes: Option<Vec<usize>>,
    length: usize,
}

impl Offsets {
    pub(super) fn new(yaml: &str, start: usize) -> Self {
        let bytes = (!yaml.is_ascii()).then(|| yaml.char_indices().map(|(byte, _)| byte).collect());
        Self { start, bytes, length: yaml.len() }
    }

    /// Where the parser gave up.
    pub(super) fn syntax_error(&self, error: &ScanError) -> SyntaxError {
        let at = self.byte(error.marker().index());
        SyntaxError { range: at..at }
    }

    fn byte(&self, character: usize) -> usize {
        let byte = match &self.bytes {
            Some(bytes) => bytes.get(character).copied().unwrap_or(self.length),
            None => character.min(self.length),
        };
        self.start + byte
    }

    pub(super) fn range(&self, span: &Span) -> Range<usize> {
        self.byte(span.start.index())..self.byte(span.end.index())
    }
}
