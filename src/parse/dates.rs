//! Dates of front matter, and what was meant where one cannot be read.

use super::date_help::{DateHelp, date_help};
use super::fields::Fields;
use super::raw::RawDate;
use super::{At, edit, place_of, rules, suggest_instead};
use crate::diagnostics::{Applicability, Diagnostic, Suggestion};
use crate::model::{Date, DateError};

impl Fields<'_> {
    /// A date, where there is one.
    pub(super) fn date(&mut self, at: At<'_>, raw: Option<RawDate>) -> Option<Date> {
        let (written, date) = match &raw? {
            RawDate::One(text) if text.trim().is_empty() => return None,
            RawDate::One(text) => (vec![text.clone()], text.parse()),
            RawDate::Several(texts) => (texts.clone(), Date::set(texts.iter().map(String::as_str))),
        };
        Some(date.unwrap_or_else(|error: DateError| {
            let problem = match &written[..] {
                [written] => self.bad_date(at, written, &error),
                several => self.bad_dates(at, several, &error),
            };
            self.problems.push(problem);
            Date::placeholder()
        }))
    }

    fn bad_date(&self, at: At<'_>, written: &str, error: &DateError) -> Diagnostic {
        let DateHelp { reason, help, meant } = date_help(written, error);
        let message = format!("`{written}` is not a date: {reason}");
        let problem = rules::BAD_DATE.at(place_of(self.source, at), message).help(help);
        let Some((date, applicability)) = meant else { return problem };
        // Several days are a list in brackets, which no key can be.
        let is_list_as_key = matches!(at, At::Name(..)) && date.starts_with('[');
        let date = if is_list_as_key { format!("\"{date}\"") } else { date };
        suggest_instead(problem, at, (date, applicability))
    }

    /// A list of dates, some of which are none.
    fn bad_dates(&self, at: At<'_>, written: &[String], error: &DateError) -> Diagnostic {
        let all = format!("[{}]", written.join(", "));
        let bad: Vec<(usize, DateHelp)> = written
            .iter()
            .enumerate()
            .filter_map(|(index, date)| {
                Some((index, date_help(date, &date.parse::<Date>().err()?)))
            })
            .collect();
        let DateHelp { reason, help, meant: _ } = date_help(&all, error);
        let message = format!("`{all}` is not a date: {reason}");
        let problem = |help| rules::BAD_DATE.at(place_of(self.source, at), message).help(help);
        let mut dates = written.to_vec();
        let mut edits = Vec::new();
        let mut applicability = Applicability::MachineApplicable;
        for (index, DateHelp { meant, .. }) in bad {
            let Some((date, own)) = meant.filter(|(date, _)| !date.starts_with('[')) else {
                return problem(help);
            };
            if own == Applicability::MaybeIncorrect {
                applicability = own;
            }
            edits.extend(edit(self.source, at.item(index), &date));
            dates[index] = date;
        }
        if Date::set(dates.iter().map(String::as_str)).is_err() || edits.is_empty() {
            return problem(help);
        }
        problem(format!("write [{}]", dates.join(", ")))
            .suggest(Suggestion::new(edits, applicability))
    }

    /// A date that must be there.
    pub(super) fn required_date(&mut self, at: At<'_>, raw: Option<RawDate>) -> Date {
        self.date(at, raw).unwrap_or_else(|| {
            self.missing(at);
            Date::placeholder()
        })
    }
}
