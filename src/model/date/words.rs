//! A date in British English, in parts, so that a page can mark each with its machine form.

use std::fmt::Write;

use super::{Calendar, Date, DateShape, Point, Season};

/// The months, from the first.
pub(crate) const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

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
enum WordsPart {
    /// A day, month, season or year, and what need not be said of it.
    Point(Point, Said),
    /// What stands between two of them.
    Between(&'static str),
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
        self.joined(Months::Whole)
    }

    /// The date in words, with the names of months cut to three letters: '23–24 Jan 2018'.
    pub fn short_words(&self) -> String {
        self.joined(Months::Short)
    }

    /// The date in words, part by part.
    pub fn parts(&self) -> Vec<DatePart> {
        let mut parts = Vec::new();
        self.each_piece(|piece| {
            parts.push(match piece {
                WordsPart::Point(point, said) => point.part(said),
                WordsPart::Between(words) => DatePart { words: words.to_owned(), datetime: None },
            });
        });
        parts
    }

    fn joined(&self, months: Months) -> String {
        let mut words = String::with_capacity(24);
        self.each_piece(|piece| match piece {
            WordsPart::Point(point, said) => point.write(said, months, &mut words),
            WordsPart::Between(between) => words.push_str(between),
        });
        words
    }

    fn each_piece(&self, mut take: impl FnMut(WordsPart)) {
        let points = self.points();
        for (index, point) in points.iter().enumerate() {
            let next = points.get(index + 1);
            let said = next.map_or(Said::Nothing, |next| said_by(next, point));
            take(WordsPart::Point(*point, said));
            if next.is_some() {
                let is_last_but_one = index + 2 == points.len();
                take(WordsPart::Between(self.separator(said, is_last_but_one)));
            }
        }
    }

    fn separator(&self, said: Said, is_last_but_one: bool) -> &'static str {
        match (&self.shape, said) {
            // An en dash stands close between single words, and apart between several.
            (DateShape::Interval(..), Said::MonthAndYear) => "–",
            (DateShape::Interval(..), _) => " – ",
            _ if is_last_but_one => " and ",
            _ => ", ",
        }
    }
}

impl Point {
    fn part(self, said: Said) -> DatePart {
        let mut words = String::new();
        self.write(said, Months::Whole, &mut words);
        let datetime = match self.calendar {
            Calendar::Season(..) => None,
            calendar => Some(calendar.to_string()),
        };
        DatePart { words, datetime }
    }

    fn write(self, said: Said, months: Months, words: &mut String) {
        if self.approximate {
            words.push_str("about ");
        }
        let written = match (self.calendar, said) {
            (Calendar::Day(day), Said::MonthAndYear) => write!(words, "{}", day.day()),
            (Calendar::Day(day), Said::Year) => {
                write!(words, "{} {}", day.day(), months.name(day.month()))
            }
            (Calendar::Day(day), Said::Nothing) => {
                write!(words, "{} {} {}", day.day(), months.name(day.month()), day.year())
            }
            (Calendar::Month(_, month), Said::Year) => words.write_str(months.name(month)),
            (Calendar::Month(year, month), _) => write!(words, "{} {year}", months.name(month)),
            (Calendar::Season(year, season), _) => write!(words, "{} {year}", season.name()),
            (Calendar::Year(year), _) => write!(words, "{year}"),
        };
        // Writing to a text never fails.
        let _ = written;
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

fn month_name(month: i8) -> &'static str {
    let place = usize::try_from(month).unwrap_or(1).saturating_sub(1);
    MONTHS[place.min(MONTHS.len() - 1)]
}
