//! A date in words, in parts, so that a page can mark each with its machine form.

use std::fmt::Write;

use super::language::{DatePattern, DatePatternPart, DateWords, MonthNames};
use super::{Calendar, Date, DateShape, Point, Season};

/// A part of a date in words: the words, and their machine form where HTML's `<time>` has one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DatePart {
    /// What people read: '23', '–', '24 January 2018'.
    pub words: String,
    /// A value for `<time datetime>`. None for what stands between dates, and for a season, which
    /// `<time>` cannot say.
    pub datetime: Option<String>,
}

/// What a date in words is put together from.
enum WordsPart<'w> {
    /// A day, month, season or year, and what need not be said of it.
    Point(Point, Said),
    /// What stands between two of them, or around both.
    Between(&'w str),
}

/// How much of a date the next one already says.
#[derive(Clone, Copy)]
enum Said {
    Nothing,
    Year,
    MonthAndYear,
}

impl Date {
    /// The date in a language's words: '23–24 January 2018', 'autumn 2017', 'about June 2016'.
    pub fn words_in(&self, language: &DateWords) -> String {
        self.joined(language, &language.months)
    }

    /// The same with the names of months cut short: '23–24 Jan 2018'.
    pub fn short_words_in(&self, language: &DateWords) -> String {
        self.joined(language, &language.short_months)
    }

    /// The date in a language's words, part by part.
    pub fn parts_in(&self, language: &DateWords) -> Vec<DatePart> {
        let mut parts = Vec::new();
        self.each_piece(language, |piece| {
            parts.push(match piece {
                WordsPart::Point(point, said) => point.part(said, language),
                WordsPart::Between(words) => DatePart { words: words.to_owned(), datetime: None },
            });
        });
        parts
    }

    fn joined(&self, language: &DateWords, months: &MonthNames) -> String {
        let mut words = String::with_capacity(24);
        self.each_piece(language, |piece| match piece {
            WordsPart::Point(point, said) => point.write(said, language, months, &mut words),
            WordsPart::Between(between) => words.push_str(between),
        });
        words
    }

    fn each_piece<'w>(&self, language: &'w DateWords, mut take: impl FnMut(WordsPart<'w>)) {
        match &self.shape {
            DateShape::Single(point) => take(WordsPart::Point(*point, Said::Nothing)),
            DateShape::Interval(from, to) => {
                let said = said_by(to, from);
                // A dash stands close between single words, and apart between several.
                let is_close = matches!(said, Said::MonthAndYear);
                let pattern = if is_close { &language.close_span } else { &language.span };
                for part in &pattern.0 {
                    take(match part {
                        DatePatternPart::Words(words) => WordsPart::Between(words),
                        DatePatternPart::Variable(0) => WordsPart::Point(*from, said),
                        DatePatternPart::Variable(_) => WordsPart::Point(*to, Said::Nothing),
                    });
                }
            }
            DateShape::Set(points) => {
                for (index, point) in points.iter().enumerate() {
                    let next = points.get(index + 1);
                    let said = next.map_or(Said::Nothing, |next| said_by(next, point));
                    take(WordsPart::Point(*point, said));
                    match points.len() - index {
                        1 => {}
                        2 => take(WordsPart::Between(&language.last_separator)),
                        _ => take(WordsPart::Between(&language.separator)),
                    }
                }
            }
        }
    }
}

impl Point {
    fn part(self, said: Said, language: &DateWords) -> DatePart {
        let mut words = String::new();
        self.write(said, language, &language.months, &mut words);
        let datetime = match self.calendar {
            Calendar::Season(..) => None,
            calendar => Some(calendar.to_string()),
        };
        DatePart { words, datetime }
    }

    fn write(self, said: Said, language: &DateWords, months: &MonthNames, words: &mut String) {
        if !self.approximate {
            return self.calendar.write(said, language, months, words);
        }
        language.about.write(words, |_, words| self.calendar.write(said, language, months, words));
    }
}

impl Calendar {
    fn write(self, said: Said, language: &DateWords, months: &MonthNames, words: &mut String) {
        let month_name = |month: i8| name(months, month);
        let push_year = |year: i16, words: &mut String| {
            // Writing to a text never fails.
            let _ = write!(words, "{year}");
        };
        match (self, said) {
            (Calendar::Day(day), Said::MonthAndYear) => {
                words.push_str(name(&language.days, day.day()));
            }
            (Calendar::Day(day), said) => {
                let is_without_year = matches!(said, Said::Year);
                let pattern = if is_without_year { &language.day_of_month } else { &language.day };
                pattern.write(words, |variable, words| match variable {
                    0 => words.push_str(name(&language.days, day.day())),
                    1 => words.push_str(month_name(day.month())),
                    _ => push_year(day.year(), words),
                });
            }
            (Calendar::Month(_, month), Said::Year) => words.push_str(month_name(month)),
            (Calendar::Month(year, month), _) => {
                language.month.write(words, |variable, words| match variable {
                    0 => words.push_str(month_name(month)),
                    _ => push_year(year, words),
                });
            }
            (Calendar::Season(year, season), _) => {
                language.season.write(words, |variable, words| match variable {
                    0 => words.push_str(season.name(language)),
                    _ => push_year(year, words),
                });
            }
            (Calendar::Year(year), _) => push_year(year, words),
        }
    }
}

impl DatePattern {
    fn write(&self, words: &mut String, variable: impl Fn(usize, &mut String)) {
        for part in &self.0 {
            match part {
                DatePatternPart::Words(more) => words.push_str(more),
                DatePatternPart::Variable(index) => variable(*index, words),
            }
        }
    }
}

impl Season {
    fn name(self, language: &DateWords) -> &str {
        &language.seasons[match self {
            Season::Spring => 0,
            Season::Summer => 1,
            Season::Autumn => 2,
            Season::Winter => 3,
        }]
    }
}

/// What `next` says already, so that `point` before it need not: '23–24 January 2018'.
fn said_by(next: &Point, point: &Point) -> Said {
    if next.approximate || point.approximate {
        return Said::Nothing;
    }
    match (point.calendar, next.calendar) {
        (Calendar::Day(first), Calendar::Day(second)) if first.year() == second.year() => {
            if first.month() == second.month() { Said::MonthAndYear } else { Said::Year }
        }
        (Calendar::Month(first, _), Calendar::Month(second, _)) if first == second => Said::Year,
        _ => Said::Nothing,
    }
}

/// The name of a month or a day, which are counted from 1.
fn name(names: &[String], number: i8) -> &str {
    let index = usize::try_from(number).unwrap_or(1).saturating_sub(1);
    names.get(index).map_or("", String::as_str)
}
