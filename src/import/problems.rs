//! What an import could not find, and what it doubts: problems at the lines of the letter.

use std::sync::Arc;

use super::rules;
use crate::diagnostics::{Diagnostic, Place, SourceText};

/// What was found out about the import of one letter.
#[derive(Debug)]
pub(super) struct Doubts<'a> {
    source: &'a Arc<SourceText>,
    pub(super) problems: Vec<Diagnostic>,
}

impl<'a> Doubts<'a> {
    pub(super) fn new(source: &'a Arc<SourceText>) -> Self {
        Doubts { source, problems: Vec::new() }
    }

    /// The words in the name of the letter's file.
    pub(super) fn file_name(&self) -> Option<String> {
        let name = self.source.path.rsplit(['/', '\\']).next()?;
        let (stem, _) = name.rsplit_once('.')?;
        Some(stem.replace(['_', '%'], " "))
    }

    /// Says that the letter does not state something in any way that is known here.
    pub(super) fn missing(&mut self, what: &str, help: &str) {
        let message = format!("{what} was not found in the letter");
        let place = Place::start_of(self.source);
        self.problems.push(rules::IMPORT_MISSING.at(place, message).help(help));
    }

    /// Says that a report does not state something in any way that is known here.
    pub(super) fn not_stated(&mut self, what: &str, help: &str) {
        let message = format!("{what} was not found in the report");
        let place = Place::start_of(self.source);
        self.problems.push(rules::IMPORT_MISSING.at(place, message).help(help));
    }

    /// Says that something in this line, from 0, may not be as it seems.
    pub(super) fn doubt(&mut self, line: usize, message: impl Into<String>, help: &str) {
        let place = self.place(line);
        self.problems.push(rules::IMPORT_DOUBT.at(place, message).help(help));
    }

    /// Says that this is no letter that a draft could be made of.
    pub(super) fn no_letter(&mut self, message: &str, help: &str) {
        let place = Place::start_of(self.source);
        self.problems.push(rules::NOT_A_LETTER.at(place, message).help(help));
    }

    /// Says that nobody is known whom this is to or on, so that what is made of it, a draft or an entry, would have no
    /// place.
    pub(super) fn no_authority(&mut self, made: &str) {
        let place = Place::start_of(self.source);
        let message = format!("no {made} was made: this names no authority that is known");
        let help = "`--authority NAME` says whose it is; `letterpress new authority` makes one that is not known";
        self.problems.push(rules::NO_AUTHORITY.at(place, message).help(help));
    }

    /// The words of a line, from 0.
    fn place(&self, line: usize) -> Place {
        let text = &self.source.text;
        let start = text.match_indices('\n').nth(line.wrapping_sub(1)).map_or(0, |(at, _)| at + 1);
        let rest = text.get(start..).unwrap_or("");
        let end = start + rest.find('\n').unwrap_or(rest.len());
        let indent = rest.len() - rest.trim_start().len();
        Place::span(self.source, (start + indent).min(end)..end)
    }
}
