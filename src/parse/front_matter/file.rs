//! Front matter that does not fit as it stands: what of it can be read all the same.

use std::ops::Range;
use std::sync::Arc;

use serde::de::DeserializeOwned;

use super::problems::{cut_off_texts, slip, unreadable, unwanted};
use super::{Read, Refused};
use crate::diagnostics::{Diagnostic, SourceText};
use crate::parse::schema::{self, FrontMatter};
use crate::parse::yaml::explain::{self, Mended, Mistake, Reading};
use crate::parse::yaml::refusal::ValueRefusal;
use crate::parse::yaml::unwanted::Unwanted;
use crate::parse::yaml::{self, Unreadable, Yaml, reader};
use crate::parse::{fences, refused};

/// A file, its front matter, and where that and the body are.
pub(super) struct File<'s> {
    pub(super) source: &'s Arc<SourceText>,
    pub(super) kind: FrontMatter,
    pub(super) yaml: Range<usize>,
    pub(super) body: Range<usize>,
}

impl File<'_> {
    /// Tells what in values that can be read does not belong there, and says where each stands.
    pub(super) fn tell_of(&self, tree: Yaml, problems: &mut Vec<Diagnostic>) {
        let source = self.source;
        problems.extend(tree.unwanted.into_iter().map(|it| unwanted(source, it)));
        if let Some(values) = source.values(|| Some(tree.root)) {
            problems.extend(cut_off_texts(source, values, schema::of(self.kind)));
        }
    }

    pub(super) fn slips(&self, reading: Reading) -> Vec<Mistake> {
        explain::slips(&self.source.text, &self.yaml, schema::of(self.kind), reading)
    }

    /// What can be read of front matter that is no YAML, or goes beyond the limits.
    pub(super) fn read_unreadable<T: DeserializeOwned>(
        self,
        reason: Unreadable,
        problems: &mut Vec<Diagnostic>,
    ) -> Option<Read<T>> {
        match reason {
            Unreadable::Syntax(range) => {
                let File { source, kind, yaml, .. } = &self;
                let end = explain::without_end(&source.text, yaml, schema::of(*kind));
                if let Some((yaml, body, mistake)) = end {
                    problems.push(slip(source, mistake));
                    return File { yaml, body, ..self }.read_between(problems);
                }
                if let Some(line) = fences::first_of_text_within(&source.text, yaml, *kind) {
                    problems.push(fences::ends_before(source, line));
                    let (yaml, body) = (yaml.start..line.start, line.start..source.text.len());
                    return File { yaml, body, ..self }.read_between(problems);
                }
                let slips = self.slips(Reading::Refused);
                self.read_mended(Reading::Refused, slips, Some(range), problems)
            }
            Unreadable::Depth(_) | Unreadable::Values(_) => {
                problems.push(unreadable(self.source, &self.yaml, reason));
                None
            }
        }
    }

    /// Reads front matter of which a fence was told missing.
    pub(super) fn read_between<T: DeserializeOwned>(
        self,
        problems: &mut Vec<Diagnostic>,
    ) -> Option<Read<T>> {
        let reading = match yaml::read(&self.source.text, &self.yaml) {
            Ok(_) => Reading::Misfit,
            Err(Unreadable::Syntax(_)) => Reading::Refused,
            Err(reason) => {
                problems.push(unreadable(self.source, &self.yaml, reason));
                return None;
            }
        };
        let slips = self.slips(reading);
        self.read_mended(reading, slips, None, problems)
    }

    /// Tells all slips, and reads what the front matter would be without them: so the mistakes in its values are told
    /// too. The file has its errors and is not published; what it is may be known.
    pub(super) fn read_mended<T: DeserializeOwned>(
        self,
        reading: Reading,
        slips: Vec<Mistake>,
        stopped_at: Option<Range<usize>>,
        problems: &mut Vec<Diagnostic>,
    ) -> Option<Read<T>> {
        let source = self.source;
        let mended = Mended::new(&source.text, &self.yaml, &slips);
        let guesses = slips.iter().filter(|it| it.is_guess()).flat_map(|it| lines_of(source, it));
        source.doubt(guesses.chain(slips.iter().flat_map(Mistake::replaced)));
        let raw = match self.values_of(&mended, problems) {
            Ok(read) => read,
            Err(reason) => {
                // What is told of the mended text where all could be read before comes from our own edits.
                let stopped_at = stopped_at.filter(|_| slips.is_empty()).or(reason);
                let stopped_at = stopped_at.filter(|_| reading == Reading::Refused);
                problems.extend(self.told(slips, stopped_at));
                return None;
            }
        };
        problems.extend(self.told(slips, None));
        let (raw, refused) = raw;
        raw.map(|raw| Read { raw, body: self.body, refused })
    }

    /// The values of the mended text, with what is wrong with them; or where the reader of YAML stops even so.
    fn values_of<T: DeserializeOwned>(
        &self,
        mended: &Mended,
        problems: &mut Vec<Diagnostic>,
    ) -> Result<(Option<T>, Refused), Option<Range<usize>>> {
        let tree = match yaml::read(&mended.text, &(0..mended.text.len())) {
            Ok(tree) => tree,
            Err(Unreadable::Syntax(at)) => return Err(Some(mended.in_file(&at))),
            Err(Unreadable::Depth(at)) => {
                let reason = Unreadable::Depth(mended.in_file(&at));
                problems.push(unreadable(self.source, &self.yaml, reason));
                return Err(None);
            }
            Err(Unreadable::Values(at)) => {
                let reason = Unreadable::Values(mended.in_file(&at));
                problems.push(unreadable(self.source, &self.yaml, reason));
                return Err(None);
            }
        };
        let (raw, refusals) = match serde_yaml::from_str(&mended.text) {
            Ok(raw) => (Some(raw), Vec::new()),
            Err(error) => match reader::read(&tree.root) {
                (Some(raw), refusals)
                    if refusals.is_empty() && reader::has_empty_text(&tree.root) =>
                {
                    (Some(raw), refusals)
                }
                (_, refusals) if refusals.is_empty() => {
                    return Err(Some(mended.in_file(&location(&mended.text, &error))));
                }
                read => read,
            },
        };
        let in_file = |mut refusal: ValueRefusal| {
            refusal.range = refusal.range.map(|range| mended.in_file(&range));
            refusal
        };
        let refused = self.tell_refused(refusals.into_iter().map(in_file), problems);
        let place = |it: Unwanted| Unwanted { range: mended.in_file(&it.range), ..it };
        let tree = Yaml {
            root: mended.place_values(tree.root),
            unwanted: tree.unwanted.into_iter().map(place).collect(),
        };
        self.tell_of(tree, problems);
        Ok((raw, refused))
    }

    /// Tells of values that do not fit.
    fn tell_refused(
        &self,
        refusals: impl IntoIterator<Item = ValueRefusal>,
        problems: &mut Vec<Diagnostic>,
    ) -> Refused {
        let mut refused = Refused::default();
        let problem = |it| refused::problem(self.source, &self.yaml, self.kind, it, &mut refused);
        problems.extend(refusals.into_iter().map(problem));
        refused
    }

    /// Slips as problems; and the place where the reader stops even without them, unless a slip is told there.
    fn told(&self, mut slips: Vec<Mistake>, stopped_at: Option<Range<usize>>) -> Vec<Diagnostic> {
        if let Some(at) = stopped_at {
            let stop = explain::unreadable(&self.source.text, &self.yaml, &at);
            let is_at_stop = |slip: &Mistake| {
                lines_of(self.source, slip).any(|line| line.contains(&stop.range.start))
            };
            match slips.iter_mut().rev().find(|slip| is_at_stop(slip)) {
                Some(slip) => slip.help.push_str("; there may be more below"),
                None => slips.push(stop),
            }
        }
        slips.into_iter().map(|it| slip(self.source, it)).collect()
    }

    /// What fits of front matter that can be read.
    pub(super) fn read_what_fits<T: DeserializeOwned>(
        self,
        tree: Option<Yaml>,
        error: &serde_yaml::Error,
        problems: &mut Vec<Diagnostic>,
    ) -> Option<Read<T>> {
        let tree = match tree.map_or_else(|| yaml::read(&self.source.text, &self.yaml), Ok) {
            Ok(tree) => tree,
            Err(reason) => return self.read_unreadable(reason, problems),
        };
        let (raw, refusals) = reader::read(&tree.root);
        // The two readers of YAML may disagree. Serde's word counts, as it reads clean files.
        let is_only_empty =
            raw.is_some() && refusals.is_empty() && reader::has_empty_text(&tree.root);
        let reading = match raw.is_none() || refusals.is_empty() && !is_only_empty {
            true => Reading::Refused,
            false => Reading::Misfit,
        };
        let slips = self.slips(reading);
        if !slips.is_empty() || refusals.is_empty() && !is_only_empty {
            let at = location(&self.source.text[self.yaml.clone()], error);
            let at = self.yaml.start + at.start..self.yaml.start + at.end;
            return self.read_mended(reading, slips, Some(at), problems);
        }
        let refused = self.tell_refused(refusals, problems);
        self.tell_of(tree, problems);
        raw.map(|raw| Read { raw, body: self.body, refused })
    }
}

/// The lines that a slip is in, or that its edits are.
fn lines_of(source: &SourceText, slip: &Mistake) -> impl Iterator<Item = Range<usize>> {
    let edits = slip.suggestion.iter().flat_map(|it| &it.edits).map(|edit| edit.range.clone());
    let whole = |range: Range<usize>| {
        let start = source.text[..range.start].rfind('\n').map_or(0, |end| end + 1);
        let end =
            source.text[range.end..].find('\n').map_or(source.text.len(), |end| range.end + end);
        start..end
    };
    std::iter::once(slip.range.clone()).chain(edits).map(whole)
}

/// The line of a text where serde stopped.
fn location(text: &str, error: &serde_yaml::Error) -> Range<usize> {
    let line = error.location().map_or(0, |location| location.line().saturating_sub(1));
    let at = text.split_inclusive('\n').take(line).map(str::len).sum();
    at..at
}
