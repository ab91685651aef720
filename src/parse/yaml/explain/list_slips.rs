//! Slips in lists, and in values in brackets and braces.

use super::Mistake;
use super::flow;
use super::parts::is_bullet;
use super::quoting::{in_quotes, quoted};
use super::starts::column_help;
use super::value::{Form, Value};
use crate::diagnostics::Edit;
use crate::parse::rules;
use crate::parse::yaml::quoted as quotation;

/// An item that stands further right than the one above, so that it is a part of its text.
pub(super) fn item_in_text(value: &Value<'_>) -> Option<Mistake> {
    if !value.is_item_of_texts() || value.form != Form::Plain {
        return None;
    }
    let text = value.text();
    let mut lines = text.split_inclusive('\n').scan(0, |start, line| {
        let at = *start;
        *start += line.len();
        Some((at, line))
    });
    let (at, line) = lines.by_ref().skip(1).find(|(_, line)| begins_item(line.trim_start()))?;
    let rest = line.trim_start();
    let indentation = line.len() - rest.len();
    let mark = rest.chars().next()?.len_utf8();
    let space = rest[mark..].len() - rest[mark..].trim_start().len();
    let start = value.range.start + at;
    let range = start..start + indentation + mark + space;
    let item = line.trim();
    let message = "this item stands further right than the one above, and is read as a part of it";
    let replacement = format!("{}- ", " ".repeat(value.column));
    let edit = Edit { range, replacement };
    let told = start + indentation..start + indentation + item.len();
    let mut help = column_help(value.column);
    if !rest.starts_with('-') {
        help.push_str(&format!(", a hyphen and a space: `- {}`", rest[mark + space..].trim()));
    }
    Some(Mistake::new(rules::YAML_INDENT, told, message, help).writing(vec![edit], false))
}

fn begins_item(line: &str) -> bool {
    line.starts_with("- ") || line.starts_with(is_bullet)
}

/// `areas: - early help`: a list that begins behind its key.
pub(super) fn list_on_line(value: &Value<'_>) -> Option<Mistake> {
    let rest = value.text().strip_prefix("- ")?;
    if !value.schema["items"].is_object() || value.form != Form::Plain {
        return None;
    }
    let key = value.key?;
    let message = "a list cannot begin behind its key";
    let are_names = value.schema["items"]["pattern"].is_string();
    if are_names && value.is_one_line() && rest.contains(" - ") {
        let items: Vec<&str> = rest.split(" - ").map(str::trim).collect();
        let replacement = format!("[{}]", items.join(", "));
        let help = format!("write it in brackets, with commas: `{key}: {replacement}`");
        let edit = Edit { range: value.range.clone(), replacement };
        let mistake = Mistake::new(rules::YAML_MARK, value.first_line(), message, help);
        return Some(mistake.writing(vec![edit], false));
    }
    let start = value.range.start;
    let space = value.file[..start].len() - value.file[..start].trim_end_matches(' ').len();
    let replacement = format!("\n{}", " ".repeat(value.inner_column));
    let edit = Edit { range: start - space..start, replacement };
    let help = format!(
        "begin each item on a line of its own, below `{key}:`: `  - {}`",
        rest.split('\n').next().unwrap_or("")
    );
    Some(
        Mistake::new(rules::YAML_MARK, value.first_line(), message, help)
            .writing(vec![edit], false),
    )
}

/// Brackets that are left open, closed by others, or that begin a text.
pub(super) fn bracket(value: &Value<'_>) -> Option<Mistake> {
    if value.form != Form::Flow {
        return None;
    }
    let text = value.text();
    let found = flow::flow(text);
    if let Some(mistake) = found.end.and_then(|_| quoted_start(value)) {
        return Some(mistake);
    }
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
        if let Some(mistake) = note_in_list(value) {
            return Some(mistake);
        }
        if let Some(mistake) = found.open_quote.and_then(|at| open_quote(value, at)) {
            return Some(mistake);
        }
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

/// `["care leavers, plans]`: a quotation mark that is not closed, up to the end of the list.
fn open_quote(value: &Value<'_>, at: usize) -> Option<Mistake> {
    let line = value.text()[at..].split('\n').next()?;
    let mark = line.chars().next()?;
    let length = line.find([',', ']', '}'])?;
    let item = line[..length].trim_end();
    // Where the bracket is open too, that comes first.
    if item.len() == mark.len_utf8() || !line.contains([']', '}']) {
        return None;
    }
    let start = value.range.start + at;
    let edit =
        Edit { range: start + item.len()..start + item.len(), replacement: mark.to_string() };
    let message = "this item begins with a quotation mark and does not end with one";
    let help = format!("write `{item}{mark}`, or take the mark out");
    let mistake = Mistake::new(rules::YAML_QUOTE, start..start + item.len(), message, help);
    Some(mistake.writing(vec![edit], false))
}

/// `["care" leavers]`: an item that goes on behind its second quotation mark.
fn quoted_start(value: &Value<'_>) -> Option<Mistake> {
    let text = value.text();
    let inside = text.strip_prefix('[')?;
    let (mut at, end) = (1, 1 + inside.find('\n').unwrap_or(inside.len()));
    while at < end {
        at += text[at..].len() - text[at..].trim_start_matches([' ', ',']).len();
        let length = text[at..end].find([',', ']']).unwrap_or(end - at);
        if !text[at..].starts_with(['"', '\'']) {
            at += length + 1;
            continue;
        }
        let quoted_end = quotation::end(text, at)?;
        let rest = text.get(quoted_end..end)?;
        let goes_on = rest.trim_start();
        if goes_on.is_empty() || goes_on.starts_with([',', ']', '#']) {
            at = quoted_end + rest.len() - goes_on.len();
            continue;
        }
        let item = text[at..quoted_end + rest.find([',', ']']).unwrap_or(rest.len())].trim_end();
        let in_quotes = quoted(item);
        let range = value.range.start + at..value.range.start + at + item.len();
        let edit = Edit { range: range.clone(), replacement: in_quotes.clone() };
        let message = "after the second quotation mark this item goes on";
        let help = format!("put the whole item in quotes: write `{in_quotes}`");
        let mistake = Mistake::new(rules::YAML_QUOTE, range, message, help);
        return Some(mistake.writing(vec![edit], false));
    }
    None
}

/// `[plan #2]`: what stands behind the `#` is a note to oneself, and the bracket with it.
fn note_in_list(value: &Value<'_>) -> Option<Mistake> {
    let line = value.text().split('\n').next()?.trim_end();
    let note = line.find(" #").filter(|_| line.ends_with([']', '}']))? + 1;
    let begin = line[..note].rfind([',', '[', '{'])? + 1;
    let begin = begin + line[begin..].len() - line[begin..].trim_start().len();
    let end = note + line[note..].find([',', ']', '}'])?;
    let item = line[begin..end].trim_end();
    let in_quotes = quoted(item);
    let range = value.range.start + begin..value.range.start + begin + item.len();
    let edit = Edit { range: range.clone(), replacement: in_quotes.clone() };
    let message =
        "all from `#` on would be left out, as a note to oneself, and the bracket with it";
    let help = format!("put this item in quotes: write `{in_quotes}`");
    let mistake = Mistake::new(rules::YAML_BRACKET, range, message, help);
    Some(mistake.writing(vec![edit], false))
}

/// `{2015-11: 69; 2016-01: 71}`: between pairs in braces stands a comma.
pub(super) fn semicolon(value: &Value<'_>) -> Option<Mistake> {
    let text = value.text();
    let is_pairs = value.form == Form::Flow && text.starts_with('{') && !text.contains(['"', '\'']);
    let end = is_pairs.then(|| flow::flow(text).end).flatten()?;
    let behind_figure =
        |at: &usize| text[..*at].trim_end().ends_with(|it: char| it.is_ascii_digit());
    let signs: Vec<usize> = text[..end].match_indices(';').map(|(at, _)| at).collect();
    let first = signs.iter().find(|at| behind_figure(at))?;
    let start = value.range.start;
    let comma =
        |at: &usize| Edit { range: start + at..start + at + 1, replacement: ",".to_owned() };
    let edits = signs.iter().map(comma).collect();
    let message = "here stands `;`, where a comma belongs";
    let help = format!("write `{}`", text[..end].replace(';', ","));
    let told = start + first..start + first + 1;
    Some(Mistake::new(rules::YAML_BRACKET, told, message, help).writing(edits, false))
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
