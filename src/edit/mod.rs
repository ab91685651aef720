//! Front matter edited in place: what is changed is written, and every other byte of the file stays.
//!
//! A change is made twice: on the values, and in the text. What was written is read anew by both readers of YAML, and has
//! to say what the values came to; otherwise the file stays as it is. So a change is made as it was meant, or refused.

mod block;
mod flow;
mod folding;
mod in_place;
mod layout;
mod lines;
mod pieces;
mod sheet;
mod steps;
mod value;
mod writing;

use similar::{ChangeTag, TextDiff};

use crate::parse::editable::{Editable, Uneditable, editable, in_memory};
use crate::parse::{FieldType, FrontMatter};

use layout::Layout;
use pieces::{Piece, Pieces, joined, joined_in_file};
use sheet::Sheet;
pub use value::{Path, Step, Value};
use writing::Manner;

/// One change of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Change {
    /// Gives a value, which may be new: a key of a group that is there. Of a list or a group that was there before, what
    /// stays the same stays as it is written.
    Set {
        /// Where it stands, or is to stand.
        path: Path,
        /// What it is to be.
        value: Value,
    },
    /// Takes a value out, with its key or its hyphen.
    Remove {
        /// Where it stands.
        path: Path,
    },
    /// A new item of a list, which need not be there yet.
    Insert {
        /// The list.
        list: Path,
        /// The index that the item gets, from 0.
        index: usize,
        /// The item.
        value: Value,
    },
    /// An item to another place of its list, with its notes.
    Move {
        /// The list.
        list: Path,
        /// The item's index, from 0.
        from: usize,
        /// The index that it gets.
        to: usize,
    },
    /// Another text below the front matter: all that stands below its last line of hyphens.
    Body(String),
    /// Takes out the comments that begin with [`NOTE`], on lines of their own and behind values.
    RemoveNotes,
}

/// What a comment begins with that the program has written, for whoever works on a draft.
pub const NOTE: &str = "#: ";

/// Why a file is not edited.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// There is no front matter, or no end of it.
    #[error("the file has no front matter")]
    NoFrontMatter,
    /// The front matter is no YAML.
    #[error("the front matter is no YAML")]
    Syntax,
    /// The front matter goes too deep, or has too many values.
    #[error("the front matter goes too deep, or has too many values")]
    TooMuch,
    /// The front matter has an anchor, an alias, a tag or a character that cannot be seen.
    #[error("the front matter has something that cannot be taken as it stands")]
    Unwanted,
    /// A key stands twice in one group.
    #[error("a key of the front matter stands twice")]
    RepeatedKey,
    /// There is no such place, as of an item that a list has not.
    #[error("there is no such place in the front matter")]
    NoPlace,
    /// The change cannot be written without touching something else.
    #[error("the front matter is written in a way in which this cannot be changed")]
    NotInPlace,
}

impl From<Uneditable> for Refusal {
    fn from(reason: Uneditable) -> Self {
        match reason {
            Uneditable::NoFrontMatter => Refusal::NoFrontMatter,
            Uneditable::Syntax => Refusal::Syntax,
            Uneditable::TooMuch => Refusal::TooMuch,
            Uneditable::Unwanted => Refusal::Unwanted,
            Uneditable::RepeatedKey => Refusal::RepeatedKey,
        }
    }
}

/// The values of a file's front matter, in the order in which they stand.
///
/// # Errors
///
/// Where the front matter cannot be read, or holds what is not taken.
pub fn values(file: &str) -> Result<Value, Refusal> {
    Ok(Value::from(&editable(in_memory(file))?.root))
}

/// What stands below a file's front matter, with `\n` ends of lines.
///
/// # Errors
///
/// As [`values`].
pub fn body(file: &str) -> Result<String, Refusal> {
    let Editable { source, body, .. } = editable(in_memory(file))?;
    Ok(source.text[body].to_owned())
}

/// A file with changes made, one after another: all of them or none. `kind` says which keys there are, in which order, and
/// what each takes.
///
/// # Errors
///
/// Where the file cannot be read, where there is no place for a change, and where one cannot be made in place.
pub fn edited(file: &str, kind: FrontMatter, changes: &[Change]) -> Result<String, Refusal> {
    let mut edit = Edit::new(file, kind)?;
    for change in changes {
        match change {
            Change::Body(words) => edit.set_body(words)?,
            Change::RemoveNotes => edit.remove_notes(),
            _ => {
                let mut wanted = edit.values.clone();
                wanted.change(change).ok_or(Refusal::NoPlace)?;
                for step in steps::steps(&edit.values, change) {
                    edit.make(&step)?;
                }
                if !edit.values.is_same(&wanted) {
                    return Err(Refusal::NotInPlace);
                }
            }
        }
    }
    Ok(edit.file)
}

/// A file between two steps.
struct Edit {
    kind: FrontMatter,
    /// Its bytes.
    file: String,
    /// What is read of them.
    read: Editable,
    values: Value,
    doubtful_lines: usize,
}

impl Edit {
    fn new(file: &str, kind: FrontMatter) -> Result<Self, Refusal> {
        let read = editable(in_memory(file))?;
        let (values, doubtful_lines) = (Value::from(&read.root), read.doubtful_lines(kind));
        Ok(Edit { kind, file: file.to_owned(), read, values, doubtful_lines })
    }

    /// Makes a step in the first way that comes to what is wanted.
    fn make(&mut self, step: &Change) -> Result<(), Refusal> {
        let mut wanted = self.values.clone();
        wanted.change(step).ok_or(Refusal::NoPlace)?;
        if self.values.is_same(&wanted) {
            return Ok(());
        }
        let text: &str = &self.read.source.text;
        let yaml = &self.read.yaml;
        let root = Layout::new(text, &self.read.root, yaml.start).ok_or(Refusal::NotInPlace)?;
        let sheet = Sheet {
            text,
            end: yaml.end,
            root: &root,
            field: FieldType::of(self.kind),
            manner: Manner::new(text, &root),
        };
        let mut refusal = Refusal::NotInPlace;
        let drafts = in_place::drafts(&sheet, step);
        let made = drafts.iter().find_map(|draft| match self.next(draft) {
            Ok(next) => self.is_as_wanted(&next, &wanted).then_some(next),
            // A character that cannot be seen is so in whatever way it is written.
            Err(reason) => {
                let is_value = matches!(reason, Refusal::Unwanted | Refusal::TooMuch);
                refusal = if is_value { reason } else { refusal };
                None
            }
        });
        *self = made.ok_or(refusal)?;
        Ok(())
    }

    fn is_as_wanted(&self, next: &Edit, wanted: &Value) -> bool {
        let body = |edit: &Edit| edit.read.source.text[edit.read.body.clone()].to_owned();
        next.values.is_same(wanted)
            && next.doubtful_lines <= self.doubtful_lines
            && body(next) == body(self)
    }

    /// What these pieces come to, read anew from the bytes of the file.
    fn next(&self, pieces: &Pieces) -> Result<Self, Refusal> {
        let next = Edit::new(&joined_in_file(&self.file, pieces), self.kind)?;
        let is_alike = *next.read.source.text == *joined(&self.read.source.text, pieces);
        if is_alike { Ok(next) } else { Err(Refusal::NotInPlace) }
    }

    /// Takes notes out, line by line: what looks like one within a text stays, as the values would be others.
    fn remove_notes(&mut self) {
        let mut at = self.read.yaml.start;
        while at < self.read.yaml.end {
            let text: &str = &self.read.source.text;
            let end = text[at..].find('\n').map_or(text.len(), |length| at + length + 1);
            let line = &text[at..end];
            let cut = match line.trim_start().starts_with(NOTE) {
                true => Some(at..end),
                false => line.rfind(&format!(" {NOTE}")).map(|note| {
                    let value = line[..note].trim_end_matches([' ', '\t']);
                    at + value.len()..at + line.trim_end_matches(['\r', '\n']).len()
                }),
            };
            let without = cut.and_then(|cut| {
                let pieces = vec![Piece::Kept(0..cut.start), Piece::Kept(cut.end..text.len())];
                self.next(&pieces).ok().filter(|next| self.is_as_wanted(next, &self.values))
            });
            match without {
                Some(next) => *self = next,
                None => at = end,
            }
        }
    }

    /// Writes the lines of the body that are others now.
    fn set_body(&mut self, words: &str) -> Result<(), Refusal> {
        let text: &str = &self.read.source.text;
        let start = self.read.body.start;
        let (old, new) = (&text[start..], in_memory(words));
        let mut pieces = vec![Piece::Kept(0..start)];
        // The line of hyphens may be the last of the file, without an end.
        if old.is_empty() && !text.ends_with('\n') && !new.is_empty() {
            pieces.push(Piece::New("\n".to_owned()));
        }
        let mut at = start;
        for change in TextDiff::from_lines(old, new.as_str()).iter_all_changes() {
            let end = at + change.value().len();
            match change.tag() {
                ChangeTag::Insert => pieces.push(Piece::New(change.value().to_owned())),
                ChangeTag::Equal => pieces.push(Piece::Kept(at..end)),
                ChangeTag::Delete => {}
            }
            at = if change.tag() == ChangeTag::Insert { at } else { end };
        }
        let next = self.next(&pieces)?;
        let is_as_wanted =
            next.read.source.text[next.read.body.clone()] == *new && next.values == self.values;
        *self = is_as_wanted.then_some(next).ok_or(Refusal::NotInPlace)?;
        Ok(())
    }
}
