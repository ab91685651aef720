//! What to write for a number that is written otherwise, or for pairs with numbers.

use super::figures::{
    decimal_comma, first_number, number_in_words, plain_number, roman_number, thousands,
    without_label,
};
use super::wrong_type::{Advice, WrongType};
use super::yaml::refusal::FoundValue;
use crate::diagnostics::Applicability::{MachineApplicable, MaybeIncorrect};

impl WrongType<'_> {
    /// '2, 3', '2 and 3', where a list of numbers may stand.
    fn list_of_numbers(&self, typed: &str) -> Option<Advice> {
        let separated = typed.replace(" and ", ",").replace(['&', ';'], ",");
        let numbers: Vec<&str> = separated.split(',').map(str::trim).collect();
        let are_whole =
            numbers.iter().all(|it| !it.is_empty() && it.bytes().all(|it| it.is_ascii_digit()));
        let is_list = numbers.len() > 1 && are_whole && self.may_be("array");
        is_list.then(|| Advice::write(format!("[{}]", numbers.join(", ")), MachineApplicable))
    }

    /// The number of a page or a visit.
    fn whole_number(&self, typed: &str) -> Option<Advice> {
        let numbers = without_label(typed);
        if let Some(advice) = self.list_of_numbers(numbers) {
            return Some(advice);
        }
        if let Some(page) =
            first_number(numbers, &["-", "–", "—", "to"]).filter(|_| self.may_be("array"))
        {
            let advice = Advice::write(page, MaybeIncorrect);
            return Some(
                advice.with_help(format!("write {page}, the page on which the words begin")),
            );
        }
        let is_digits =
            |text: &&str| !text.is_empty() && text.bytes().all(|it| it.is_ascii_digit());
        if let Some(number) = typed.strip_prefix('-').filter(is_digits) {
            let advice = Advice::write(number, MaybeIncorrect);
            return Some(advice.with_help(format!("write {number}, without the hyphen")));
        }
        let number = first_number(numbers, &["of", "out of", "/"]);
        let number = number.or(Some(numbers).filter(|it| *it != typed).filter(is_digits));
        let roman = roman_number(typed).map(|number| number.to_string());
        let number = number.map(str::to_owned).or(roman)?;
        let help = format!("write the figure alone: {number}");
        Some(Advice::write(number, MaybeIncorrect).with_help(help))
    }

    pub(super) fn number(&self, value: &str, is_whole: bool) -> Option<Advice> {
        let typed = if self.is_quoted() { value } else { self.written.unwrap_or(value) }.trim();
        if let Some(number) = plain_number(typed, is_whole) {
            let advice = Advice::write(&number, MachineApplicable);
            let help = format!("write {number}, without quotes");
            return Some(if self.is_quoted() { advice.with_help(help) } else { advice });
        }
        if is_whole && let Some(advice) = self.whole_number(typed) {
            return Some(advice);
        }
        if let Some((number, mark)) = thousands(typed) {
            let advice = Advice::write(&number, MachineApplicable);
            return Some(advice.with_help(format!("write {number}, without the {mark}")));
        }
        if let Some(number) = number_in_words(typed) {
            return Some(Advice::write(number.to_string(), MachineApplicable));
        }
        if let Some(number) = decimal_comma(typed).filter(|_| !is_whole) {
            let advice = Advice::write(&number, MaybeIncorrect);
            return Some(advice.with_help(format!("write {number}, with a point")));
        }
        let is_part = |letter: char| letter.is_ascii_digit() || letter == '.' || letter == '-';
        let digits: String = typed.chars().filter(|&letter| is_part(letter)).collect();
        let small = typed.to_lowercase();
        let is_many =
            ["hundred", "thousand", "million", "billion"].iter().any(|it| small.contains(it))
                || small.ends_with(['k', 'm']);
        let is_figure = digits != typed && typed.contains(digits.as_str()) && !is_many;
        if is_figure && digits.parse::<f64>().is_ok() {
            let is_fit = !is_whole || digits.bytes().all(|it| it.is_ascii_digit());
            let advice = Advice::write(&digits, MaybeIncorrect);
            let help = format!("write the figure alone: {digits}");
            return Some(if is_fit { advice.with_help(help) } else { Advice::only(help) });
        }
        let is_flag = ["yes", "no", "true", "false", "on", "off"];
        is_flag.contains(&typed.to_lowercase().as_str()).then(|| {
            Advice::only(match self.key {
                "menu" => "write a number: its place in the menu; `1` comes first",
                _ => "write a number",
            })
        })
    }

    /// What has pairs of a name and a value on lines of their own: the figures of a measure, say.
    pub(super) fn pairs(&self, found: &FoundValue) -> Option<Advice> {
        let (name, value) = match self.key {
            "points" => ("date", "figure"),
            _ => ("name", "value"),
        };
        let FoundValue::Value(text) = found else {
            let is_in_brackets = self.written.is_some_and(|it| it.starts_with('['));
            let help = if is_in_brackets {
                format!(
                    "begin each {value} with its {name}, a colon and a space, and write braces for the brackets"
                )
            } else {
                format!(
                    "begin each line with its {name} in place of the hyphen, then a colon, a space and the {value}"
                )
            };
            return matches!(found, FoundValue::List).then(|| Advice::only(help));
        };
        let spaced = text.replace([',', ';'], " ").replace([':', '='], ": ");
        let words: Vec<&str> = spaced.split_whitespace().collect();
        let is_pair = |pair: &[&str]| matches!(pair, [name, value] if name.ends_with(':') && value.parse::<f64>().is_ok());
        if words.is_empty() || !words.chunks(2).all(is_pair) {
            let help =
                format!("begin each line with a {name}, then a colon, a space and the {value}");
            return Some(Advice::only(help));
        }
        let pairs: Vec<String> = words.chunks(2).map(|pair| pair.join(" ")).collect();
        Some(if self.written.is_some() {
            let words = format!("{{{}}}", pairs.join(", "));
            let help = format!("write a colon and a space before each {value}: `{words}`");
            Advice::write(words, MaybeIncorrect).with_help(help)
        } else {
            Advice::only(format!(
                "put a colon and a space before each {value}, as in `{}`",
                pairs[0]
            ))
        })
    }
}
