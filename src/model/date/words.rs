//! A date in British English, in parts, so that a page can mark each with its machine form.

use super::{Calendar, Date, Point, Season, Shape};

/// A part of a date in words: the words, and their machine form where HTML's `<time>` has one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DatePart {
    /// What people read: '23', '–', '24 January 2018'.
    pub words: String,
    /// A value for `<time datetime>`. None for what stands between dates, and for a season, which
    /// `<time>` cannot say.
    pub datetime: Option<String>,
}

/// How much of a date the next one already says.
#[derive(Clone, Copy)]
enum Said {
    Nothing,
    Year,
    MonthAndYear,
}

/// How the names of months are written.
#[derive(Clone, Copy)]
enum Months {
    Whole,
    /// Three letters.
    Short,
}

impl Months {
    fn name(self, month: i8) -> &'static str {
        match self {
            Months::Whole => month_name(month),
            Months::Short => &month_name(month)[..3],
        }
    }
}

impl Date {
    /// The date in words: '23–24 January 2018', 'autumn 2017', 'about June 2016'.
    pub fn words(&self) -> String {
        self.parts().into_iter().map(|part| part.words).collect()
    }

    /// The date in words, with the names of months cut to three letters: '23–24 Jan 2018'.
    pub fn short_words(&self) -> String {
        self.parts_with(Months::Short).into_iter().map(|part| part.words).collect()
    }

    /// The date in words, part by part.
    pub fn parts(&self) -> Vec<DatePart> {
        self.parts_with(Months::Whole)
    }

    fn parts_with(&self, months: Months) -> Vec<DatePart> {
        let points = self.points();
        let mut parts = Vec::with_capacity(points.len() * 2);
        for (index, point) in points.iter().enumerate() {
            let next = points.get(index + 1);
            let said = next.map_or(Said::Nothing, |next| said_by(next, point));
            parts.push(point.part(said, months));
            if next.is_some() {
                let is_last_but_one = index + 2 == points.len();
                parts.push(between(self.separator(said, is_last_but_one)));
            }
        }
        parts
    }

    fn separator(&self, said: Said, is_last_but_one: bool) -> &'static str {
        match (&self.shape, said) {
            // An en dash stands close between single words, and apart between several.
            (Shape::Interval(..), Said::MonthAndYear) => "–",
            (Shape::Interval(..), _) => " – ",
            _ if is_last_but_one => " and ",
            _ => ", ",
        }
    }
}

impl Point {
    fn part(self, said: Said, months: Months) -> DatePart {
        let about = if self.approximate { "about " } else { "" };
        let words = match (self.calendar, said) {
            (Calendar::Day(day), Said::MonthAndYear) => day.day().to_string(),
            (Calendar::Day(day), Said::Year) => {
                format!("{} {}", day.day(), months.name(day.month()))
            }
            (Calendar::Day(day), Said::Nothing) => {
                format!("{} {} {}", day.day(), months.name(day.month()), day.year())
            }
            (Calendar::Month(_, month), Said::Year) => months.name(month).to_owned(),
            (Calendar::Month(year, month), _) => format!("{} {year}", months.name(month)),
            (Calendar::Season(year, season), _) => format!("{} {year}", season.name()),
            (Calendar::Year(year), _) => year.to_string(),
        };
        let datetime = match self.calendar {
            Calendar::Season(..) => None,
            calendar => Some(calendar.to_string()),
        };
        DatePart { words: format!("{about}{words}"), datetime }
    }
}

impl Season {
    fn name(self) -> &'static str {
        match self {
            Season::Spring => "spring",
            Season::Summer => "summer",
            Season::Autumn => "autumn",
            Season::Winter => "winter",
        }
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

fn between(words: &str) -> DatePart {
    DatePart { words: words.to_owned(), datetime: None }
}

fn month_name(month: i8) -> &'static str {
    match month {
        1 => "January",
        2 => "February",
        3 => "March",
        4 => "April",
        5 => "May",
        6 => "June",
        7 => "July",
        8 => "August",
        9 => "September",
        10 => "October",
        11 => "November",
        _ => "December",
    }
}
