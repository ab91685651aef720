//! Slips in values: quotation marks, brackets, marks that a text may not begin with, colons in a text.

use super::Mistake;
use super::flow;
use super::list_slips::list_on_line;
use super::quoting::{in_quotes, outer_quotes};
use super::starts::column_help;
use super::value::{Form, SecondKey, Value};
use crate::diagnostics::Edit;
use crate::model::rules::UNKNOWN_UNIT;
use crate::parse::lines::Line;
use crate::parse::rules;

/// A text that goes on further to the left than it may.
pub(super) fn goes_on(value: &Value<'_>) -> Option<Mistake> {
    let first = value.outside.first()?;
    let indent = |line: &Line<'_>| {
        let replacement = " ".repeat(value.inner_column);
        Edit { range: line.range(line.indentation()), replacement }
    };
    let edits = value.outside.iter().map(indent).collect();
    let help = column_help(value.inner_column);
    if first.indentation().contains('\t') {
        let message = "this line begins with a tab";
        let range = first.range(first.indentation());
        return Some(Mistake::new(rules::YAML_TAB, range, message, help).writing(edits, true));
    }
    let help = format!("{help}, or put it on the same line");
    let message = "this line goes on from the text above";
    let mistake = Mistake::new(rules::YAML_INDENT, first.range(first.text.trim()), message, help);
    Some(mistake.writing(edits, false))
}

/// `unit: %`.
pub(super) fn percent(value: &Value<'_>) -> Option<Mistake> {
    let is_unit = value.key == Some("unit") && value.text() == "%";
    let mistake = || {
        let message = "there is no unit `%`";
        Mistake::new(UNKNOWN_UNIT, value.range.clone(), message, "write `percent`")
    };
    let edit = Edit { range: value.range.clone(), replacement: "percent".to_owned() };
    is_unit.then(|| mistake().writing(vec![edit], true))
}

/// Quotation marks that are left open, or behind which the text goes on.
pub(super) fn quote(value: &Value<'_>) -> Option<Mistake> {
    let Form::Quoted(end) = value.form else { return None };
    let message = match (end, value.rest()) {
        (None, _) => "this text begins with a quotation mark and does not end with one",
        (_, Some(rest)) if !rest.is_empty() && !rest.starts_with(['#', ':']) => {
            "after the second quotation mark this text goes on"
        }
        _ => return None,
    };
    let is_list = value.schema["items"].is_object() && value.is_one_line();
    if is_list && value.rest().is_some_and(|rest| rest.starts_with(',')) {
        let replacement = format!("[{}]", value.text());
        let help = format!("write it in brackets: `{}{replacement}`", value.lead());
        let edit = Edit { range: value.range.clone(), replacement };
        let message = "here are several texts, and no brackets around them";
        let mistake = Mistake::new(rules::YAML_QUOTE, value.first_line(), message, help);
        return Some(mistake.writing(vec![edit], false));
    }
    Some(in_quotes(value, rules::YAML_QUOTE, message, outer_quotes(value.text()), false))
}

/// `2015-11: 1,252`: a figure with a mark between its thousands, which in braces ends it.
pub(super) fn thousands(value: &Value<'_>) -> Option<Mistake> {
    let is_number = |schema: &serde_json::Value| schema["type"] == "number";
    let (text, start) = (value.text(), value.range.start);
    let figures = if value.form == Form::Flow && is_number(&value.schema["additionalProperties"]) {
        flow::thousands(text)
    } else if value.form == Form::Plain && is_number(value.schema) {
        let (length, marks) = flow::figure(text);
        if length == text.len() && !marks.is_empty() {
            vec![(0..length, marks)]
        } else {
            Vec::new()
        }
    } else {
        return None;
    };
    let (first, marks) = figures.first()?;
    let written = &text[first.clone()];
    let mark = text[marks[0]..].chars().next()?;
    let what = if mark == ',' { "comma" } else { "space" };
    let digits: String = written.chars().filter(char::is_ascii_digit).collect();
    let message = format!("`{written}` should be a number: here the {what} ends it");
    let help = format!("write {digits}, without the {what}");
    let told = start + first.start..start + first.end;
    let edits = figures.iter().flat_map(|(_, marks)| marks).filter_map(|mark| {
        let width = text[*mark..].chars().next()?.len_utf8();
        Some(Edit { range: start + mark..start + mark + width, replacement: String::new() })
    });
    let edits = edits.collect();
    Some(Mistake::new(rules::WRONG_TYPE, told, message, help).writing(edits, true))
}

/// A mark that means something else than text at the beginning of a value.
pub(super) fn mark(value: &Value<'_>) -> Option<Mistake> {
    let text = value.text();
    let first = text.chars().next().filter(|_| value.form == Form::Plain)?;
    let begins_otherwise = match first {
        '*' | '&' | '@' | '`' | '%' | '!' | '|' | '>' | ',' | ']' | '}' => true,
        '-' | '?' | ':' => text[1..].starts_with([' ', '\t']),
        _ => false,
    };
    if !begins_otherwise
        || text == "%" && value.key == Some("unit")
        || list_on_line(value).is_some()
    {
        return None;
    }
    let message = format!("a text cannot begin with `{first}` outside quotes");
    // `>` and `|` may have been meant for the beginning of a block.
    let may_be_list = first == '-' && text[1..].contains(" - ");
    let is_sure = is_one_plain_line(value) && !matches!(first, '>' | '|') && !may_be_list;
    Some(in_quotes(value, rules::YAML_MARK, message, (0, 0), is_sure))
}

/// A colon in a text, which would end a key.
pub(super) fn colon(value: &Value<'_>) -> Option<Mistake> {
    let is_plain = value.form == Form::Plain;
    if !is_plain
        || value.is_item_of_texts()
        || mark(value).is_some()
        || list_on_line(value).is_some()
    {
        return None;
    }
    colon_in_text(value)
}

/// An item of a list of texts with a colon in it, which makes it a group.
pub(super) fn colon_in_item(value: &Value<'_>) -> Option<Mistake> {
    let is_plain = value.form == Form::Plain;
    (is_plain && value.is_item_of_texts() && mark(value).is_none()).then(|| colon_in_text(value))?
}

fn colon_in_text(value: &Value<'_>) -> Option<Mistake> {
    let text = value.text();
    let ends_key = |line: &str| {
        let line = line.trim_end();
        line.ends_with(':') || line.contains(": ") || line.contains(":\t")
    };
    let at = text.split('\n').position(ends_key)?;
    if at > 0 {
        let line = text.split('\n').nth(at)?.trim();
        let start = value.range.start + (line.as_ptr() as usize - text.as_ptr() as usize);
        let message = "there is a colon in this text, which begins in a line above";
        let mistake = in_quotes(value, rules::YAML_COLON, message, (0, 0), false);
        return Some(Mistake { range: start..start + line.len(), ..mistake });
    }
    if let Some(word) = text.trim_end().strip_suffix(':').filter(|_| !value.is_text()) {
        let end = value.range.start + word.len();
        let edit = Edit { range: end..end + 1, replacement: String::new() };
        let help = format!("write `{}{word}`", value.lead());
        let mistake =
            Mistake::new(rules::YAML_COLON, value.first_line(), "here is a colon too many", help);
        return Some(mistake.writing(vec![edit], false));
    }
    if let Some(mistake) = two_keys(value) {
        return Some(mistake);
    }
    let is_sure = is_one_plain_line(value);
    Some(in_quotes(value, rules::YAML_COLON, "there is a colon in this text", (0, 0), is_sure))
}

/// Two keys on one line; in a text it may be a word that only looks like a key.
fn two_keys(value: &Value<'_>) -> Option<Mistake> {
    let text = value.text();
    if value.second_key.is_none() && !may_hold_two_keys(text) {
        return None;
    }
    let message = match value.is_text() {
        true => "here are two keys in one line, or there is a colon in this text",
        false => "here are two keys in one line",
    };
    let help = match value.is_text() {
        true => "begin each key on a line of its own; or put the whole text in quotes",
        false => "begin each key on a line of its own",
    };
    let mistake = Mistake::new(rules::YAML_COLON, value.first_line(), message, help);
    let Some(SecondKey { at, column }) = value.second_key else { return Some(mistake) };
    let is_between = |it: char| it.is_whitespace() || ",;–-".contains(it);
    let end = text[..at].trim_end_matches(is_between).len();
    let replacement = format!("\n{}", " ".repeat(column));
    let edit = Edit { range: value.range.start + end..value.range.start + at, replacement };
    Some(mistake.writing(vec![edit], false))
}

/// Whether a value is one line of any words, without a note that may be a part of it.
fn is_one_plain_line(value: &Value<'_>) -> bool {
    value.is_text() && value.is_one_line() && !value.has_note && !value.text().contains('#')
}

/// Whether a word that ends with a colon stands apart, as a second key on the line would.
fn may_hold_two_keys(text: &str) -> bool {
    text.match_indices(": ").any(|(at, _)| {
        let before = text[..at].trim_end_matches(|it: char| it.is_ascii_lowercase() || it == '_');
        before.len() < at && (before.ends_with("  ") || before.trim_end().ends_with([',', ';']))
    })
}
