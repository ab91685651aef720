//! How a language says dates: names of months and seasons, and in what order they stand.

use crate::model::argument::Argument;
use crate::model::message::Message;

/// The names of the twelve months, from the first.
pub type MonthNames = [String; 12];

/// What dates are said with in one language: looked up once, as every page says many.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct DateWords {
    pub(super) months: MonthNames,
    pub(super) short_months: MonthNames,
    /// From spring on.
    pub(super) seasons: [String; 4],
    /// The days of a month, from the first.
    pub(super) days: Vec<String>,
    pub(super) day: DatePattern,
    pub(super) day_of_month: DatePattern,
    pub(super) month: DatePattern,
    pub(super) season: DatePattern,
    pub(super) about: DatePattern,
    /// From one to another, of which both are single words.
    pub(super) close_span: DatePattern,
    /// From one to another, of several words.
    pub(super) span: DatePattern,
    pub(super) separator: String,
    pub(super) last_separator: String,
}

/// A message, taken apart.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct DatePattern(pub(super) Vec<DatePatternPart>);

#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum DatePatternPart {
    Words(String),
    /// A variable, by its index.
    Variable(usize),
}

/// What says a message with these arguments.
pub(crate) type Say<'a> = &'a dyn Fn(Message, &[(&str, Argument<'_>)]) -> String;

impl DateWords {
    /// Those that these messages say.
    pub(crate) fn new(say: Say<'_>) -> Self {
        let text = |message| say(message, &[]);
        let pattern = |message, names: &[&str]| DatePattern::new(say, message, names);
        DateWords {
            months: MONTHS.map(text),
            short_months: SHORT_MONTHS.map(text),
            seasons: SEASONS.map(text),
            days: (1..=31_u32).map(|day| say(Message::date_day, &[("day", day.into())])).collect(),
            day: pattern(Message::date_day_month_year, &["day", "month", "year"]),
            day_of_month: pattern(Message::date_day_month, &["day", "month"]),
            month: pattern(Message::date_month_year, &["month", "year"]),
            season: pattern(Message::date_season_year, &["season", "year"]),
            about: pattern(Message::date_about, &["date"]),
            close_span: pattern(Message::date_span_close, &["from", "to"]),
            span: pattern(Message::date_span, &["from", "to"]),
            separator: text(Message::separator),
            last_separator: text(Message::separator_last),
        }
    }

    /// The names of the months, from the first.
    pub fn months(&self) -> &MonthNames {
        &self.months
    }
}

const MONTHS: [Message; 12] = [
    Message::month_1,
    Message::month_2,
    Message::month_3,
    Message::month_4,
    Message::month_5,
    Message::month_6,
    Message::month_7,
    Message::month_8,
    Message::month_9,
    Message::month_10,
    Message::month_11,
    Message::month_12,
];

const SHORT_MONTHS: [Message; 12] = [
    Message::month_1_short,
    Message::month_2_short,
    Message::month_3_short,
    Message::month_4_short,
    Message::month_5_short,
    Message::month_6_short,
    Message::month_7_short,
    Message::month_8_short,
    Message::month_9_short,
    Message::month_10_short,
    Message::month_11_short,
    Message::month_12_short,
];

const SEASONS: [Message; 4] = [
    Message::season_spring,
    Message::season_summer,
    Message::season_autumn,
    Message::season_winter,
];

impl DatePattern {
    /// A message in which control characters, which no table has, stand for the variables.
    fn new(say: Say<'_>, message: Message, names: &[&str]) -> Self {
        const MARKS: [&str; 3] = ["\u{1}", "\u{2}", "\u{3}"];
        let arguments: Vec<(&str, Argument<'_>)> =
            names.iter().zip(MARKS).map(|(name, mark)| (*name, mark.into())).collect();
        let mut parts = Vec::new();
        let mut words = String::new();
        for letter in say(message, &arguments).chars() {
            let index = MARKS.iter().position(|mark| mark.starts_with(letter));
            let Some(index) = index else {
                words.push(letter);
                continue;
            };
            if !words.is_empty() {
                parts.push(DatePatternPart::Words(std::mem::take(&mut words)));
            }
            parts.push(DatePatternPart::Variable(index));
        }
        if !words.is_empty() {
            parts.push(DatePatternPart::Words(words));
        }
        DatePattern(parts)
    }
}
