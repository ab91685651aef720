//! A report as lines of text, for a later run that finds all as it was.

use std::sync::Arc;

use super::{Diagnostic, Place, Report, Severity, SourceText};

/// A problem as it is kept: whether it is an error, its code, the path and the bytes that are meant, what is said and
/// what to do.
type Kept<S> = (bool, S, Option<S>, Option<(usize, usize)>, S, Option<S>);

impl Report {
    /// The problems, one a line.
    pub fn to_lines(&self) -> String {
        let mut lines = String::new();
        for Diagnostic { severity, code, place, message, help } in self.diagnostics() {
            let path = Some(place.path()).filter(|path| !path.is_empty());
            let span = match place {
                Place::Span(_, range) => Some((range.start, range.end)),
                Place::File(_) | Place::Nowhere => None,
            };
            let is_error = *severity == Severity::Error;
            let kept: Kept<&str> = (is_error, code, path, span, message, help.as_deref());
            // Texts and numbers can always be written.
            lines.extend(serde_json::to_string(&kept));
            lines.push('\n');
        }
        lines
    }

    /// The problems of [`Report::to_lines`]; `None` where a line is of none of these codes, or of words in a file that
    /// has no such text.
    pub fn from_lines(
        lines: &str,
        codes: &[&'static str],
        text: impl Fn(&str) -> Option<Arc<SourceText>>,
    ) -> Option<Report> {
        let mut report = Report::default();
        for line in lines.lines() {
            let (is_error, code, path, span, message, help): Kept<String> =
                serde_json::from_str(line).ok()?;
            let place = match (path, span) {
                (None, _) => Place::Nowhere,
                (Some(path), None) => Place::File(path),
                (Some(path), Some((start, end))) => Place::Span(text(&path)?, start..end),
            };
            if matches!(&place, Place::Span(source, range) if !source.text.is_char_boundary(range.end))
            {
                return None;
            }
            report.push(Diagnostic {
                severity: if is_error { Severity::Error } else { Severity::Warning },
                code: codes.iter().find(|known| **known == code)?,
                place,
                message,
                help,
            });
        }
        Some(report)
    }
}
