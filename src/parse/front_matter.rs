//! Reading a file's front matter into a raw struct: by serde alone where it fits, and otherwise once
//! more through a tree, to say everything that is wrong with it and where.

use std::ops::Range;
use std::sync::Arc;

use serde::de::DeserializeOwned;
use serde_json::Value as Schema;

use super::document::{self, Document};
use super::rules;
use super::schema::{self, FrontMatter};
use super::yaml::explain::{self, Mended, Mistake, Reading};
use super::yaml::refusal::{ValueRefusal, ValueRefusalKind};
use super::yaml::unwanted::Unwanted;
use super::yaml::{self, Unreadable, Yaml, limits, reader, unwanted};
use crate::diagnostics::{
    Diagnostic, Node, NodeValue, Place, Position, SourceText, nearest, question,
};

/// A file whose front matter was read, all of it or what fits.
pub(super) struct Read<T> {
    pub(super) raw: T,
    /// Where the body is.
    pub(super) body: Range<usize>,
    pub(super) refused: Refused,
}

/// What of front matter did not fit, and so is not missing.
#[derive(Default)]
pub(super) struct Refused {
    /// Keys that were most likely meant by others.
    pub(super) misspelt: Vec<&'static str>,
    /// Where values begin that are of another type.
    pub(super) wrong_types: Vec<usize>,
}

/// Reads the front matter of a kind of file. `None` where there is nothing to go on with.
pub(super) fn read<T: DeserializeOwned>(
    source: &Arc<SourceText>,
    kind: FrontMatter,
    problems: &mut Vec<Diagnostic>,
) -> Option<Read<T>> {
    let Some(Document { yaml, body }) = document::split(source) else {
        return read_without_fence(source, kind, problems);
    };
    let text = &source.text[yaml.clone()];
    let mut root = None;
    let has_to_be_good = !limits::is_surely_small(text) || unwanted::may_be_in(text);
    if has_to_be_good || may_cut_off(text) {
        match read_values(source, &yaml) {
            Ok((values, found)) => {
                problems.extend(found.into_iter().map(|it| unwanted(source, it)));
                problems.extend(cut_off_texts(source, values, schema::of(kind)));
                root = Some(values);
            }
            // What this reader does not see, the other may.
            Err(Unreadable::Syntax(_)) if !has_to_be_good => {}
            Err(reason) => {
                let file = File { source, kind, yaml, body };
                return file.read_unreadable(reason, Vec::new(), problems);
            }
        }
    }
    let raw = serde_yaml::from_str(text);
    let file = File { source, kind, yaml, body };
    match raw {
        Ok(raw) if explain::may_be_misread(text) => match file.slips(Reading::Misfit) {
            slips if slips.is_empty() => Some(file.read(raw)),
            slips => file.read_mended(slips, None, problems),
        },
        Ok(raw) => Some(file.read(raw)),
        Err(error) => file.read_what_fits(root, &error, problems),
    }
}

/// Reads a file in which one of the two fences is missing, where it is clear which and where it belongs.
fn read_without_fence<T: DeserializeOwned>(
    source: &Arc<SourceText>,
    kind: FrontMatter,
    problems: &mut Vec<Diagnostic>,
) -> Option<Read<T>> {
    let Some((yaml, body, mistake)) = explain::without_fence(&source.text, schema::of(kind)) else {
        problems.push(missing(source));
        return None;
    };
    problems.push(slip(source, mistake));
    let file = File { source, kind, yaml, body };
    let slips = match yaml::read(&source.text, &file.yaml) {
        Ok(_) => Vec::new(),
        Err(Unreadable::Syntax(_)) => file.slips(Reading::Refused),
        Err(_) => return None,
    };
    file.read_mended(slips, None, problems)
}

/// A file, its front matter, and where that and the body are.
struct File<'s> {
    source: &'s Arc<SourceText>,
    kind: FrontMatter,
    yaml: Range<usize>,
    body: Range<usize>,
}

impl File<'_> {
    fn read<T>(self, raw: T) -> Read<T> {
        Read { raw, body: self.body, refused: Refused::default() }
    }

    fn slips(&self, reading: Reading) -> Vec<Mistake> {
        explain::slips(&self.source.text, &self.yaml, schema::of(self.kind), reading)
    }

    /// What can be read of front matter that is no YAML, or goes beyond the limits.
    fn read_unreadable<T: DeserializeOwned>(
        self,
        reason: Unreadable,
        slips: Vec<Mistake>,
        problems: &mut Vec<Diagnostic>,
    ) -> Option<Read<T>> {
        match reason {
            Unreadable::Syntax(range) => {
                let slips = if slips.is_empty() { self.slips(Reading::Refused) } else { slips };
                self.read_mended(slips, Some(range), problems)
            }
            Unreadable::Depth(_) | Unreadable::Values(_) => {
                problems.push(unreadable(self.source, &self.yaml, reason));
                None
            }
        }
    }

    /// Tells all slips, and reads what the front matter would be without them: so the mistakes in its values are told
    /// too. The file has its errors and is not published; what it is may be known.
    fn read_mended<T: DeserializeOwned>(
        self,
        slips: Vec<Mistake>,
        stopped_at: Option<Range<usize>>,
        problems: &mut Vec<Diagnostic>,
    ) -> Option<Read<T>> {
        let File { source, kind, yaml, body } = self;
        let mended = Mended::new(&source.text, &yaml, &slips);
        source.doubt(slips.iter().filter(|it| it.is_guess()).flat_map(|it| lines_of(source, it)));
        let is_told = |at: usize| {
            let line = source.text[..at].rfind('\n').map_or(0, |end| end + 1)..at + 1;
            slips.iter().any(|slip| lines_of(source, slip).any(|it| it.contains(&line.start)))
        };
        let stop = |at: Range<usize>| {
            let at = mended.in_file(&at);
            (!is_told(at.start)).then(|| slip(source, explain::unreadable(&source.text, &yaml, &at)))
        };
        let whole = 0..mended.text.len();
        let (root, unwanted_values) = match yaml::read(&mended.text, &whole) {
            Ok(Yaml { root, unwanted }) => (root, unwanted),
            Err(Unreadable::Syntax(at)) => {
                let at = if slips.is_empty() { stopped_at.map_or(at.clone(), |it| it.start - yaml.start..it.end - yaml.start) } else { at };
                let stop = stop(at);
                problems.extend(stop);
                problems.extend(slips.into_iter().map(|it| slip(source, it)));
                return None;
            }
            Err(reason) => {
                let reason = match reason {
                    Unreadable::Depth(range) => Unreadable::Depth(mended.in_file(&range)),
                    Unreadable::Values(range) => Unreadable::Values(mended.in_file(&range)),
                    Unreadable::Syntax(range) => Unreadable::Syntax(mended.in_file(&range)),
                };
                problems.push(unreadable(source, &yaml, reason));
                problems.extend(slips.into_iter().map(|it| slip(source, it)));
                return None;
            }
        };
        let (raw, refusals) = match serde_yaml::from_str(&mended.text) {
            Ok(raw) => (Some(raw), Vec::new()),
            Err(error) => match reader::read(&root) {
                (_, refusals) if refusals.is_empty() => {
                    problems.extend(stop(location_in(&mended.text, &error)));
                    problems.extend(slips.into_iter().map(|it| slip(source, it)));
                    return None;
                }
                read => read,
            },
        };
        let found: Vec<Diagnostic> = unwanted_values
            .into_iter()
            .map(|it| Unwanted { range: mended.in_file(&it.range), ..it })
            .map(|it| unwanted(source, it))
            .collect();
        problems.extend(found);
        let mut refused = Refused::default();
        for mut refusal in refusals {
            refusal.range = refusal.range.map(|range| mended.in_file(&range));
            problems.push(as_diagnostic(source, &yaml, refusal, &mut refused));
        }
        if let Some(values) = source.values(|| Some(mended.place_values(root))) {
            problems.extend(cut_off_texts(source, values, schema::of(kind)));
        }
        problems.extend(slips.into_iter().map(|it| slip(source, it)));
        raw.map(|raw| Read { raw, body, refused })
    }

    fn read_what_fits<T: DeserializeOwned>(
        self,
        root: Option<&Node>,
        error: &serde_yaml::Error,
        problems: &mut Vec<Diagnostic>,
    ) -> Option<Read<T>> {
        let File { source, yaml, .. } = &self;
        let read = || yaml::read(&source.text, yaml).map(|it| it.root);
        let own;
        let root = match root {
            Some(root) => root,
            None => match read() {
                Ok(root) => {
                    own = root;
                    &own
                }
                Err(reason) => return self.read_unreadable(reason, Vec::new(), problems),
            },
        };
        let (raw, refusals) = reader::read(root);
        // The two readers of YAML may disagree. Serde's word counts, as it reads clean files.
        let reading = match raw.is_none() || refusals.is_empty() {
            true => Reading::Refused,
            false => Reading::Misfit,
        };
        let slips = self.slips(reading);
        if !slips.is_empty() || refusals.is_empty() {
            let stopped_at = location(source, yaml, error);
            return self.read_mended(slips, Some(stopped_at), problems);
        }
        let mut refused = Refused::default();
        for refusal in refusals {
            problems.push(as_diagnostic(source, yaml, refusal, &mut refused));
        }
        raw.map(|raw| Read { raw, body: self.body, refused })
    }
}

/// The lines that a slip is in, or that its edits are.
fn lines_of(source: &SourceText, slip: &Mistake) -> impl Iterator<Item = Range<usize>> {
    let edits = slip.suggestion.iter().flat_map(|it| &it.edits).map(|edit| edit.range.clone());
    let whole = |range: Range<usize>| {
        let start = source.text[..range.start].rfind('\n').map_or(0, |end| end + 1);
        let end = source.text[range.end..].find('\n').map_or(source.text.len(), |end| range.end + end);
        start..end
    };
    std::iter::once(slip.range.clone()).chain(edits).map(whole)
}

/// The values of front matter, and what does not belong there.
fn read_values<'s>(
    source: &'s SourceText,
    yaml: &Range<usize>,
) -> Result<(&'s Node, Vec<Unwanted>), Unreadable> {
    let Yaml { root, unwanted } = yaml::read(&source.text, yaml)?;
    let root = source.values(|| Some(root));
    root.map(|root| (root, unwanted)).ok_or(Unreadable::Syntax(yaml.start..yaml.start))
}

fn unreadable(source: &Arc<SourceText>, yaml: &Range<usize>, reason: Unreadable) -> Diagnostic {
    match reason {
        Unreadable::Depth(range) => {
            let message = format!(
                "here begins a group within {} others, and no fact stands so deep",
                limits::DEPTH_AT_MOST
            );
            rules::YAML_DEPTH
                .at(Place::span(source, range), message)
                .help("look for a bracket or a hyphen too many; put a text with brackets in quotes")
        }
        Unreadable::Values(range) => {
            let message =
                format!("this front matter has more than {} values", limits::VALUES_AT_MOST);
            rules::YAML_VALUES
                .at(Place::span(source, range), message)
                .help("a letter has a few hundred: is this the file that was meant?")
        }
        Unreadable::Syntax(range) => slip(source, explain::unreadable(&source.text, yaml, &range)),
    }
}

fn unwanted(source: &Arc<SourceText>, unwanted: Unwanted) -> Diagnostic {
    let message = format!("here is {}", unwanted.what);
    rules::UNWANTED_YAML
        .at(Place::span(source, unwanted.range), message)
        .help("write the value out in full; put a text that begins with a mark in quotes")
}

/// Whether a ` #` may cut a text off.
fn may_cut_off(yaml: &str) -> bool {
    yaml.contains(" #")
}

/// Texts that a ` #` cuts off: where any words may stand, as notes are useful elsewhere.
fn cut_off_texts(source: &Arc<SourceText>, root: &Node, schema: &Schema) -> Vec<Diagnostic> {
    let mut ends = Vec::new();
    ends_of_texts(root, schema, &mut ends);
    let notes = ends.into_iter().filter_map(|end| {
        let rest = source.text[end..].split('\n').next().unwrap_or("");
        let note = rest.trim_start();
        let is_cut = rest.starts_with(' ') && note.starts_with('#');
        is_cut.then(|| end + rest.len() - note.len()..end + rest.trim_end().len())
    });
    notes
        .map(|range| {
            let message = "this would be left out, as a note to oneself: the text ends before it";
            rules::YAML_COMMENT
                .at(Place::span(source, range), message)
                .help("put the whole text in quotes; or a note on a line of its own, behind `#`")
        })
        .collect()
}

/// Where the texts end that stand without quotes.
fn ends_of_texts(node: &Node, schema: &Schema, ends: &mut Vec<usize>) {
    match &node.value {
        NodeValue::Scalar { plain: true, .. } if schema::is_any_text(schema) => {
            ends.push(node.range.end);
        }
        NodeValue::Scalar { .. } => {}
        NodeValue::List(items) => {
            items.iter().for_each(|item| ends_of_texts(item, &schema["items"], ends));
        }
        NodeValue::Map(entries) => entries.iter().for_each(|entry| {
            ends_of_texts(&entry.value, &schema["properties"][&entry.key], ends);
        }),
    }
}

fn as_diagnostic(
    source: &Arc<SourceText>,
    yaml: &Range<usize>,
    refusal: ValueRefusal,
    refused: &mut Refused,
) -> Diagnostic {
    let range = refusal.range.clone().unwrap_or(yaml.start..yaml.start);
    let first_line = source.text[range.clone()].split('\n').next().unwrap_or("").trim_end();
    let place = Place::span(source, range.start..range.start + first_line.len());
    let message = refusal.to_string();
    match *refusal.kind {
        ValueRefusalKind::UnknownKey { key, known } => {
            let near = nearest(&key, known.iter().copied());
            refused.misspelt.extend(near);
            let help =
                near.map_or_else(|| format!("the keys here are {}", known.join(", ")), question);
            rules::UNKNOWN_KEY.at(place, message).help(help)
        }
        ValueRefusalKind::DuplicateKey => rules::DUPLICATE_KEY
            .at(place, message)
            .help("keep one of the two, with all that belongs to it"),
        ValueRefusalKind::WrongType { found, expected } => {
            refused.wrong_types.push(range.start);
            let problem = rules::WRONG_TYPE.at(place, message);
            match expected.help(&found) {
                Some(help) => problem.help(help),
                None => problem,
            }
        }
        ValueRefusalKind::Other(_) => {
            refused.wrong_types.push(range.start);
            rules::WRONG_TYPE.at(place, message)
        }
    }
}

fn missing(source: &Arc<SourceText>) -> Diagnostic {
    let lines = source.text.split_inclusive('\n').scan(0, |end, line| {
        *end += line.len();
        Some((*end - line.len(), line))
    });
    let begins = source.text.starts_with("---");
    // What is nearly a line of three hyphens was meant for one.
    let is_nearly =
        |line: &str| ["---", "----", "-----", "--", "...", "—", "–-"].contains(&line.trim());
    let mut nearly = lines.skip(usize::from(begins)).filter(|(_, line)| is_nearly(line));
    if let Some((start, line)) = nearly.next().filter(|(start, _)| begins || *start > 0) {
        let place = Place::span(source, start..start + line.len());
        let (message, help) = if begins {
            (
                "this line does not end the front matter",
                "write three hyphens and nothing else: `---`",
            )
        } else {
            ("nothing may stand before the front matter", "begin the file with this line: `---`")
        };
        return rules::MISSING_FRONT_MATTER.at(place, message).help(help);
    }
    let (message, help) = if begins {
        (
            "the front matter has no end",
            "put a line of three hyphens, `---`, between the front matter and the text",
        )
    } else {
        (
            "the front matter is missing",
            "begin the file with a line of three hyphens, `---`, then the keys, then `---` again",
        )
    };
    rules::MISSING_FRONT_MATTER.at(Place::start_of(source), message).help(help)
}

/// A slip as a problem.
fn slip(source: &Arc<SourceText>, mistake: Mistake) -> Diagnostic {
    let Mistake { rule, range, message, help, suggestion } = mistake;
    let problem = rule.at(Place::span(source, range), message).help(help);
    suggestion.into_iter().fold(problem, Diagnostic::suggest)
}

/// Where serde stopped in a text.
fn location_in(text: &str, error: &serde_yaml::Error) -> Range<usize> {
    let line = error.location().map_or(0, |location| location.line().saturating_sub(1));
    let at = text.split_inclusive('\n').take(line).map(str::len).sum();
    at..at
}

fn location(source: &SourceText, yaml: &Range<usize>, error: &serde_yaml::Error) -> Range<usize> {
    let lines_before = source.text[..yaml.start].matches('\n').count();
    let at = error.location().map_or(yaml.start, |location| {
        source.offset(Position { line: lines_before + location.line(), column: location.column() })
    });
    at..at
}
