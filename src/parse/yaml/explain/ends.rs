//! Where the value ends that begins on a line: which of the lines below go on with it.

use super::flow;
use super::levels::Levels;
use super::parts::{Colon, Parts, Start};
use super::value::Form;
use crate::parse::lines::Line;
use crate::parse::yaml::quoted;

/// A value that begins on a line, and the groups and lists around it.
pub(super) struct Beginning<'v, 'a> {
    pub(super) file: &'a str,
    pub(super) lines: &'v [Line<'a>],
    pub(super) levels: &'v Levels<'a>,
    /// The index of its line.
    pub(super) line: usize,
    /// Its first line, without what stands before it.
    pub(super) text: &'a str,
    /// Where it begins in the file.
    pub(super) start: usize,
    /// The column of its key, or of its hyphen, as it is mended.
    pub(super) column: usize,
    /// Whether lines may go on with it that begin too far to the left.
    pub(super) is_text: bool,
    /// Whether it is an item without a hyphen, beside which others stand.
    pub(super) is_bare: bool,
}

/// Where a value ends.
pub(super) struct End {
    /// The index of the line below its last.
    pub(super) line: usize,
    /// In bytes of the file.
    pub(super) at: usize,
    pub(super) form: Form,
    pub(super) has_note: bool,
}

impl<'a> Beginning<'_, 'a> {
    /// Where it ends, if it is written so.
    pub(super) fn end(&self, form: Form) -> End {
        match form {
            Form::Plain => self.end_of_plain(),
            Form::Block => {
                let is_in_block = |line| self.is_right_of(line) || self.goes_on(line);
                self.end_with(form, self.lines_below(is_in_block))
            }
            Form::Quoted(_) | Form::Flow => self.end_of_marked(form),
        }
    }

    fn end_of_plain(&self) -> End {
        if let Some(note) = self.text.find(" #") {
            let at = self.start + self.text[..note].trim_end().len();
            return End { line: self.line + 1, at, form: Form::Plain, has_note: true };
        }
        self.end_with(
            Form::Plain,
            self.lines_below(|line| !line.is_comment() && self.goes_on(line)),
        )
    }

    /// A value in quotes or brackets ends with these, or before the next line that has a key.
    fn end_of_marked(&self, form: Form) -> End {
        let below = self.lines_below(|line| self.goes_on(line) || self.is_inside(line));
        let whole = self.end_with(form, below);
        let text = &self.file[self.start..whole.at];
        let (end, form) = match form {
            Form::Quoted(_) => {
                let end = quoted::end(text, 0);
                (end, Form::Quoted(end))
            }
            _ => (flow::flow(text).end, form),
        };
        let Some(end) = end else { return End { form, ..whole } };
        // What follows on the same line belongs to it; what follows below does not, but where a text goes on.
        let last = end + text[end..].find('\n').unwrap_or(text.len() - end);
        let line = self.line + 1 + text[..last].matches('\n').count();
        let rest = text[end..last].trim();
        if rest.is_empty() || rest.starts_with('#') {
            return End { line, at: self.start + end, form, has_note: !rest.is_empty() };
        }
        End { form, ..whole }
    }

    /// How many lines below go on with it; blank lines count where another follows.
    fn lines_below(&self, goes_on: impl Fn(Line<'a>) -> bool) -> usize {
        let mut count = 0;
        for (index, line) in self.lines[self.line + 1..].iter().enumerate() {
            if line.is_blank() {
                continue;
            }
            if !goes_on(*line) {
                break;
            }
            count = index + 1;
        }
        count
    }

    fn end_with(&self, form: Form, below: usize) -> End {
        let last = self.line + below;
        let at = match below {
            0 => self.start + self.text.trim_end().len(),
            _ => self.lines[last].start + self.lines[last].text.trim_end().len(),
        };
        End { line: last + 1, at, form, has_note: false }
    }

    fn is_right_of(&self, line: Line<'_>) -> bool {
        line.indentation().contains('\t') || line.indentation().len() > self.column
    }

    /// Whether a line goes on with a text: it has no key and begins no item of its own.
    fn goes_on(&self, line: Line<'a>) -> bool {
        let is_right = self.is_right_of(line);
        let may_go_on = is_right || (self.is_text && !self.is_bare && !line.is_comment());
        may_go_on && !self.is_own(line, is_right)
    }

    /// Whether a line can be one of a list in brackets.
    fn is_inside(&self, line: Line<'a>) -> bool {
        self.is_right_of(line) && !self.is_own(line, true)
            || line.text.trim().starts_with([']', '}'])
    }

    fn is_own(&self, line: Line<'a>, is_right: bool) -> bool {
        let parts = Parts::of(line, self.levels);
        match parts.start {
            Start::Plain => false,
            Start::Item => !is_right || self.levels.has_item_at(parts.typed),
            Start::Key => parts.key.is_some_and(|key| match key.form {
                Colon::Right | Colon::Joined => {
                    // Where no text may stand, what looks like a key is one, whatever its column.
                    let is_tabbed = line.indentation().contains('\t') && !self.is_text;
                    let is_known = key.is_known || self.levels.has_group_at(parts.typed);
                    is_known || !is_right || is_tabbed
                }
                Colon::Missing => true,
            }),
        }
    }
}
