//! A report as lines of text, for a later run that finds all as it was.

use std::borrow::Cow;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::{Diagnostic, Place, Report, Rule, Severity, SourceText, Suggestion};

/// A problem as it is kept, in a line of JSON.
#[derive(Serialize, Deserialize)]
struct Kept<'a> {
    is_error: bool,
    code: Cow<'a, str>,
    path: Option<Cow<'a, str>>,
    /// The bytes that are meant, in a text.
    span: Option<(usize, usize)>,
    message: Cow<'a, str>,
    help: Option<Cow<'a, str>>,
    suggestion: Option<Cow<'a, Suggestion>>,
}

impl Report {
    /// The problems, one a line.
    pub fn to_lines(&self) -> String {
        let line = |diagnostic: &Diagnostic| {
            let Diagnostic { rule, severity, place, message, help, suggestion } = diagnostic;
            let kept = Kept {
                is_error: *severity == Severity::Error,
                code: rule.code.into(),
                path: Some(place.path()).filter(|path| !path.is_empty()).map(Cow::from),
                span: match place {
                    Place::Span(_, range) => Some((range.start, range.end)),
                    Place::File(_) | Place::Nowhere => None,
                },
                message: message.into(),
                help: help.as_ref().map(Cow::from),
                suggestion: suggestion.as_deref().map(Cow::Borrowed),
            };
            // Texts and numbers can always be written; a line that is not JSON makes the whole be left.
            serde_json::to_string(&kept).unwrap_or_default() + "\n"
        };
        self.diagnostics().iter().map(line).collect()
    }

    /// The problems of [`Report::to_lines`]; `None` where a line is of none of these rules, or of words in a file that
    /// has no such text.
    pub fn from_lines(
        lines: &str,
        rules: &[&'static Rule],
        text: impl Fn(&str) -> Option<Arc<SourceText>>,
    ) -> Option<Report> {
        let problem = |line| {
            let Kept { is_error, code, path, span, message, help, suggestion } =
                serde_json::from_str(line).ok()?;
            let place = match (path, span) {
                (None, _) => Place::Nowhere,
                (Some(path), None) => Place::File(path.into_owned()),
                (Some(path), Some((start, end))) => Place::Span(text(&path)?, start..end),
            };
            if matches!(&place, Place::Span(source, range) if source.text.get(range.clone()).is_none())
            {
                return None;
            }
            Some(Diagnostic {
                severity: if is_error { Severity::Error } else { Severity::Warning },
                rule: rules.iter().find(|rule| rule.code == code)?,
                place,
                message: message.into_owned(),
                help: help.map(Cow::into_owned),
                suggestion: suggestion.map(|it| Box::new(it.into_owned())),
            })
        };
        lines.lines().map(problem).collect()
    }
}
