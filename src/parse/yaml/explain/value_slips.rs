//! Slips in values: quotation marks, brackets, marks that a text may not begin with, colons in a text.

use super::Mistake;
use super::flow;
use super::lines::YamlLine;
use super::quoting::{outer_quotes, quote_edits, quoted};
use super::starts::column_help;
use super::value::{Form, Value};
use crate::diagnostics::{Edit, Rule};
use crate::model::rules::UNKNOWN_UNIT;
use crate::parse::rules;

/// A text that goes on further to the left than it may.
pub(super) fn goes_on(value: &Value<'_>) -> Option<Mistake> {
    let first = value.outside.first()?;
    let indent = |line: &YamlLine<'_>| {
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

/// `areas: - early help`: a list that begins behind its key.
pub(super) fn list_on_line(value: &Value<'_>) -> Option<Mistake> {
    let rest = value.text().strip_prefix("- ")?;
    if !value.schema["items"].is_object() || value.form != Form::Plain {
        return None;
    }
    let key = value.key?;
    let start = value.range.start;
    let space = value.file[..start].len() - value.file[..start].trim_end_matches(' ').len();
    let replacement = format!("\n{}", " ".repeat(value.inner_column));
    let edit = Edit { range: start - space..start, replacement };
    let help = format!(
        "begin each item on a line of its own, below `{key}:`: `  - {}`",
        rest.split('\n').next().unwrap_or("")
    );
    let message = "a list cannot begin behind its key";
    Some(
        Mistake::new(rules::YAML_MARK, value.first_line(), message, help)
            .writing(vec![edit], false),
    )
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
    Some(in_quotes(value, rules::YAML_QUOTE, message, outer_quotes(value.text()), false))
}

/// Brackets that are left open, closed by others, or that begin a text.
pub(super) fn bracket(value: &Value<'_>) -> Option<Mistake> {
    if value.form != Form::Flow {
        return None;
    }
    let text = value.text();
    let found = flow::flow(text);
    if let Some((at, wanted)) = found.wrong {
        let at = value.range.start + at;
        let edit = Edit { range: at..at + 1, replacement: wanted.to_string() };
        let message =
            format!("here is another bracket than the list begins with; a `{wanted}` belongs here");
        let help = format!("write `{wanted}` in its place");
        let mistake = Mistake::new(rules::YAML_BRACKET, at..at + 1, message, help);
        return Some(mistake.writing(vec![edit], false));
    }
    let Some(end) = found.end else {
        let close: String = found.open.iter().rev().collect();
        let listed = text.trim_end_matches([',', ' ', ')']);
        let edit = Edit {
            range: value.range.start + listed.len()..value.range.end,
            replacement: close.clone(),
        };
        let message = format!("a `{close}` is missing at the end of this list");
        let help = match value.is_one_line() {
            true => format!("write `{listed}{close}`"),
            false => format!("write `{close}` behind the last item"),
        };
        let mistake = Mistake::new(rules::YAML_BRACKET, value.first_line(), message, help);
        // A list of texts in one line, with another key below it, can end nowhere else.
        let is_sure = value.schema["items"].is_object()
            && value.is_one_line()
            && listed.len() == text.len()
            && !value.has_note
            && !text[1..].contains(['[', '{', '"', '\'', '#', ':']);
        return Some(mistake.writing(vec![edit], is_sure));
    };
    let rest = text[end..].trim();
    if rest.is_empty() || rest.starts_with(['#', ':']) {
        return None;
    }
    if rest.chars().all(|it| "]})".contains(it)) {
        let range = value.range.start + end..value.range.end;
        let edit = Edit { range: range.clone(), replacement: String::new() };
        let message = "here is a bracket too many";
        let help = format!("write `{}`", &text[..end]);
        return Some(
            Mistake::new(rules::YAML_BRACKET, range, message, help).writing(vec![edit], false),
        );
    }
    let message = format!("a text cannot begin with `{}` outside quotes", &text[..1]);
    Some(in_quotes(value, rules::YAML_BRACKET, message, (0, 0), false))
}

/// `{2015-11:69}`: in braces too, a space follows the colon.
pub(super) fn joined_in_braces(value: &Value<'_>) -> Option<Mistake> {
    if value.form != Form::Flow {
        return None;
    }
    let (text, start) = (value.text(), value.range.start);
    let is_any = value.schema["additionalProperties"].is_object();
    let is_known = |key: &str| {
        let keys = [&value.schema["properties"], &value.schema["items"]["properties"]];
        is_any || keys.iter().any(|it| it.get(key).is_some())
    };
    let joined = flow::flow(text).joined;
    let mut joined = joined.iter().filter(|key| is_known(&text[key.start..key.end - 1])).peekable();
    let first = (*joined.peek()?).clone();
    let insert = |key: &std::ops::Range<usize>| Edit {
        range: start + key.end..start + key.end,
        replacement: " ".to_owned(),
    };
    let edits = joined.map(insert).collect();
    let message = format!("after `{}` a space is missing", &text[first.clone()]);
    let rest = &text[first.end..];
    let item = rest[..rest.find([',', '}', '\n']).unwrap_or(rest.len())].trim();
    let help = format!("write `{} {item}`", &text[first.clone()]);
    let told = start + first.start..start + first.end + item.len();
    Some(Mistake::new(rules::YAML_COLON, told, message, help).writing(edits, true))
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
    let is_sure = value.is_text() && !value.has_note;
    Some(in_quotes(value, rules::YAML_MARK, message, (0, 0), is_sure))
}

/// A colon in a text, which would end a key.
pub(super) fn colon(value: &Value<'_>) -> Option<Mistake> {
    let is_plain = value.form == Form::Plain;
    if !is_plain || is_item(value) || mark(value).is_some() || list_on_line(value).is_some() {
        return None;
    }
    colon_in_text(value)
}

/// An item of a list of texts with a colon in it, which makes it a group.
pub(super) fn colon_in_item(value: &Value<'_>) -> Option<Mistake> {
    let is_plain = value.form == Form::Plain;
    (is_plain && is_item(value) && mark(value).is_none()).then(|| colon_in_text(value))?
}

fn is_item(value: &Value<'_>) -> bool {
    value.key.is_none() && value.is_text()
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
    let is_sure = !value.has_note;
    Some(in_quotes(value, rules::YAML_COLON, "there is a colon in this text", (0, 0), is_sure))
}

/// The whole text in quotes, but for so many bytes at its ends that are quotes around it.
fn in_quotes(
    value: &Value<'_>,
    rule: &'static Rule,
    message: impl Into<String>,
    outer: (usize, usize),
    is_sure: bool,
) -> Mistake {
    let text = value.text();
    let inner = &text[outer.0..text.len() - outer.1];
    let help = match value.is_one_line() {
        true => format!("put the whole text in quotes: `{}{}`", value.lead(), quoted(inner)),
        false => "put the whole text in quotes, from after the key to the end".to_owned(),
    };
    let edits = quote_edits(text, value.range.start, outer);
    Mistake::new(rule, value.first_line(), message, help).writing(edits, is_sure)
}
