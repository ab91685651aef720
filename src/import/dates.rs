//! Dates in a letter's words: '4 and 5 August 2016', 'between 29 September and 1 October 2020', 'July 2015'.

use jiff::civil;

use crate::model::{Date, english_months};

/// Days that a text names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Days {
    pub(super) date: Date,
    /// Whether the year is in the text, and not taken from elsewhere.
    pub(super) has_year: bool,
}

/// A date to the month or less exact, and where its words end in the list of words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Month {
    /// As EDTF writes it.
    pub(super) date: String,
    pub(super) end: usize,
}

const SEASONS: [(&str, u8); 4] = [("spring", 21), ("summer", 22), ("autumn", 23), ("winter", 24)];

const WEEKDAYS: [&str; 7] =
    ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

/// Letters on visits to local authorities are younger than this.
const FIRST_YEAR: i16 = 2000;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Token {
    Day(i8),
    Month(i8),
    Year(i16),
    /// 'and', a comma.
    And,
    /// 'to', a dash.
    To,
    /// 'between', 'from'.
    From,
    /// 'of', 'the', a weekday: what says nothing more.
    Filler,
    Other,
}

/// One of the days that a text names, with what stands behind it.
#[derive(Debug, Clone, Copy)]
struct NamedDate {
    day: i8,
    month: Option<i8>,
    year: Option<i16>,
    /// Whether 'to' leads on to the next.
    to: bool,
}

/// The first days that a text names. Where it gives no year, this one is taken; without any, there are no days.
pub(super) fn days(text: &str, year: Option<i16>) -> Option<Days> {
    let tokens = tokens(text);
    (0..tokens.len()).find_map(|start| days_at(&tokens, start, year))
}

/// All days that a text names; where it gives no year, of this one.
pub(crate) fn named_days(text: &str, year: Option<i16>) -> Vec<Date> {
    let tokens = tokens(text);
    let days = (0..tokens.len()).filter_map(|start| days_at(&tokens, start, year));
    days.map(|days| days.date).collect()
}

/// The one day that a text is, and nothing else: '2 September 2016'.
pub(crate) fn only_day(text: &str) -> Option<Date> {
    let tokens: Vec<Token> = tokens(text)
        .into_iter()
        .filter(|token| !matches!(token, Token::Filler | Token::And))
        .collect();
    let [Token::Day(day), Token::Month(month), Token::Year(year)] = tokens[..] else { return None };
    iso(year, month, day)?.parse().ok()
}

/// Whether a text looks as if it were a day, with a year that cannot be one: '3 March 20205'.
pub(super) fn is_broken_day(text: &str) -> bool {
    let words: Vec<&str> = text.split([' ', ',']).filter(|word| !word.is_empty()).collect();
    let [day, month, year] = words[..] else { return false };
    matches!(token(day), Token::Day(_))
        && matches!(token(month), Token::Month(_))
        && year.bytes().all(|byte| byte.is_ascii_digit())
        && only_day(text).is_none()
}

/// A date at a place in a list of words in lower case: a day, a month, a season or a year.
pub(super) fn month_at(words: &[String], start: usize) -> Option<Month> {
    let token_at = |index: usize| words.get(index).map_or(Token::Other, |word| token(word));
    let found = |date: String, count: usize| Some(Month { date, end: start + count });
    match (token_at(start), token_at(start + 1), token_at(start + 2)) {
        (Token::Day(day), Token::Month(month), Token::Year(year)) => {
            found(iso(year, month, day)?, 3)
        }
        (Token::Month(month), Token::Year(year), _) => found(format!("{year}-{month:02}"), 2),
        (Token::Month(one), Token::And, Token::Month(other)) if one < other => {
            let Token::Year(year) = token_at(start + 3) else { return None };
            found(format!("{year}-{one:02}/{year}-{other:02}"), 4)
        }
        (_, Token::Year(year), _) => {
            let season =
                SEASONS.iter().find(|(name, _)| words.get(start).is_some_and(|it| it == name));
            season.and_then(|(_, number)| found(format!("{year}-{number}"), 2))
        }
        (Token::Year(year), ..) => found(year.to_string(), 1),
        _ => None,
    }
}

fn tokens(text: &str) -> Vec<Token> {
    let mut spaced = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            ',' | '&' => spaced.push_str(" and "),
            '-' | '–' | '—' => spaced.push_str(" to "),
            '.' | '(' | ')' | ':' | ';' => spaced.push_str(" . "),
            letter => spaced.push(letter),
        }
    }
    spaced.split_whitespace().map(token).collect()
}

fn token(word: &str) -> Token {
    let word = word.to_lowercase();
    let digits = word.trim_end_matches(|letter: char| letter.is_ascii_alphabetic());
    let ending = &word[digits.len()..];
    if !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return match (digits.parse::<i16>(), digits.len(), ending) {
            (Ok(day @ 1..=31), 1 | 2, "" | "st" | "nd" | "rd" | "th") => Token::Day(day as i8),
            (Ok(year @ FIRST_YEAR..2100), 4, "") => Token::Year(year),
            _ => Token::Other,
        };
    }
    let is_month = |month: &String| {
        let month = month.to_lowercase();
        month == *word || month.starts_with(&word) && (word.len() == 3 || word == "sept")
    };
    if let Some(place) = english_months().iter().position(is_month) {
        return Token::Month(place as i8 + 1);
    }
    match word.as_str() {
        "and" => Token::And,
        "to" | "until" => Token::To,
        "between" | "from" => Token::From,
        "of" | "the" | "on" => Token::Filler,
        word if WEEKDAYS.contains(&word) => Token::Filler,
        _ => Token::Other,
    }
}

/// The days that begin with the one at this place, which are none unless a month stands behind the last.
fn days_at(tokens: &[Token], start: usize, year: Option<i16>) -> Option<Days> {
    let from = start.checked_sub(1).and_then(|before| tokens.get(before)) == Some(&Token::From);
    let mut named: Vec<NamedDate> = Vec::new();
    let mut place = start;
    while let Some(Token::Day(day)) = tokens.get(place) {
        let (one, next) = named_at(tokens, place, *day);
        named.push(one);
        place = next;
    }
    let last = named.last().copied().filter(|last| last.month.is_some())?;
    let has_year = last.year.is_some();
    let mut month = None;
    let mut known_year = last.year.or(year);
    for one in named.iter_mut().rev() {
        // December before January is of the year before.
        if one.year.is_none() && one.month.zip(month).is_some_and(|(this, next)| this > next) {
            known_year = known_year.map(|year| year - 1);
        }
        month = one.month.or(month);
        known_year = one.year.or(known_year);
        one.month = month;
        one.year = known_year;
    }
    let date = date_of(&named, from)?;
    Some(Days { date, has_year })
}

/// A day with the month and the year behind it, and the place of the next day, if one follows.
fn named_at(tokens: &[Token], start: usize, day: i8) -> (NamedDate, usize) {
    let mut named = NamedDate { day, month: None, year: None, to: false };
    let mut index = start + 1;
    let skip = |mut index: usize| {
        while tokens.get(index) == Some(&Token::Filler) {
            index += 1;
        }
        index
    };
    index = skip(index);
    if let Some(Token::Month(month)) = tokens.get(index) {
        named.month = Some(*month);
        index = skip(index + 1);
        if let Some(Token::Year(year)) = tokens.get(index) {
            named.year = Some(*year);
            index += 1;
        }
    }
    let after = index;
    while let Some(token @ (Token::And | Token::To | Token::Filler)) = tokens.get(index) {
        named.to |= *token == Token::To;
        index += 1;
    }
    let goes_on = index > after && matches!(tokens.get(index), Some(Token::Day(_)));
    (named, if goes_on { index } else { tokens.len() })
}

/// Days in a row of one month are from one to another; so are two. Others are several, each by itself.
fn date_of(named: &[NamedDate], from: bool) -> Option<Date> {
    let days: Vec<civil::Date> = named
        .iter()
        .map(|one| civil::Date::new(one.year?, one.month?, one.day).ok())
        .collect::<Option<_>>()?;
    let (first, last) = (days.first()?, days.last()?);
    if days.len() == 1 {
        return first.to_string().parse().ok();
    }
    if !days.is_sorted() {
        return None;
    }
    let is_range = days.len() == 2 && (from || named.iter().any(|one| one.to));
    let is_row = days
        .windows(2)
        .all(|pair| matches!(pair, [one, next] if one.tomorrow().ok() == Some(*next)));
    let is_one_month = first.month() == last.month();
    if is_range || is_row && (is_one_month || days.len() == 2) {
        return format!("{first}/{last}").parse().ok();
    }
    let days: Vec<String> = days.iter().map(ToString::to_string).collect();
    Date::set(days.iter().map(String::as_str)).ok()
}

fn iso(year: i16, month: i8, day: i8) -> Option<String> {
    civil::Date::new(year, month, day).ok().map(|date| date.to_string())
}
