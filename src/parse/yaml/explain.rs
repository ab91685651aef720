//! Front matter that cannot be read, in words for people who do not know YAML.
//!
//! A reader of YAML says where it gave up, seldom what the mistake is. So the lines themselves are
//! looked at for the mistakes that people make: tabs, spaces of word processors, bullets, colons and
//! quotation marks in a text, brackets, columns.

use std::ops::Range;

use super::lines::{YamlLine, lines};
use crate::diagnostics::Rule;
use crate::parse::rules;

/// What is wrong with front matter, and what to do.
#[derive(Debug, PartialEq, Eq)]
pub(in crate::parse) struct Mistake {
    pub(in crate::parse) rule: &'static Rule,
    pub(in crate::parse) range: Range<usize>,
    pub(in crate::parse) message: String,
    pub(in crate::parse) help: String,
}

/// Finds the mistake behind what the reader of YAML says.
pub(in crate::parse) fn mistake(
    text: &str,
    yaml: &Range<usize>,
    stopped_at: &Range<usize>,
) -> Mistake {
    let lines = lines(text, yaml);
    let last_read = lines.iter().rposition(|line| line.start <= stopped_at.start).unwrap_or(0);
    // The mistake is in the line where the reader stopped, or in one before it.
    let near = &lines[..(last_read + 1).min(lines.len())];
    let last = || near.iter().rev();
    let odd =
        |line: &YamlLine<'_>| tab(*line).or_else(|| odd_space(*line)).or_else(|| bullet(*line));
    last()
        .take(3)
        .find_map(odd)
        .or_else(|| last().take(3).find_map(|line| value_mistake(*line)))
        .or_else(|| last().find_map(|line| open_bracket(*line)))
        .or_else(|| last().take(2).find_map(|line| missing_space(*line)))
        .or_else(|| last().take(2).find_map(|line| missing_space_after_hyphen(*line)))
        .or_else(|| last().take(2).find_map(|line| missing_colon(*line)))
        .or_else(|| indentation(near))
        .or_else(|| lines.iter().find_map(odd))
        .unwrap_or_else(|| unreadable(near, stopped_at))
}

/// What is said where nothing better is known.
fn unreadable(near: &[YamlLine<'_>], stopped_at: &Range<usize>) -> Mistake {
    let line = near.last().filter(|line| !line.text.trim().is_empty());
    Mistake {
        rule: rules::YAML_SYNTAX,
        range: line.map_or(stopped_at.clone(), |line| line.range(line.text.trim())),
        message: "this line of the front matter cannot be read".to_owned(),
        help: "write a key, a colon, a space and a value; put the value in quotes if in doubt"
            .to_owned(),
    }
}

/// `-id: a`: a hyphen that begins an item, and no space after it.
fn missing_space_after_hyphen(line: YamlLine<'_>) -> Option<Mistake> {
    let content = line.text.trim();
    let rest =
        content.strip_prefix('-').filter(|rest| rest.starts_with(|it: char| it.is_alphabetic()))?;
    rest.contains(':').then(|| Mistake {
        rule: rules::YAML_MARK,
        range: line.range(content),
        message: "after the hyphen a space is missing".to_owned(),
        help: format!("write `- {rest}`"),
    })
}

/// A mistake in front matter that can be read, but does not say what was meant: items of a list with
/// bullets; and, where nothing at all could be made of it, a key without its colon or the space after.
pub(in crate::parse) fn misread(
    text: &str,
    yaml: &Range<usize>,
    is_something: bool,
) -> Option<Mistake> {
    let lines = lines(text, yaml);
    let bullets = lines.iter().find_map(|line| bullet(*line));
    if is_something {
        return bullets;
    }
    bullets
        .or_else(|| lines.iter().find_map(|line| missing_space(*line)))
        .or_else(|| lines.iter().find_map(|line| missing_colon(*line)))
}

/// A line of words, of which the first was meant for a key.
fn missing_colon(line: YamlLine<'_>) -> Option<Mistake> {
    let (key, rest) = line.text.split_once(' ')?;
    let rest = rest.trim_start_matches(['=', ' ']);
    let is_key =
        !key.is_empty() && key.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_');
    is_key.then(|| Mistake {
        rule: rules::YAML_SYNTAX,
        range: line.range(line.text),
        message: "this line has no colon after its key".to_owned(),
        help: format!("write `{key}: {}`", rest.trim()),
    })
}

fn tab(line: YamlLine<'_>) -> Option<Mistake> {
    let indentation = line.indentation();
    indentation.contains('\t').then(|| Mistake {
        rule: rules::YAML_TAB,
        range: line.range(indentation),
        message: "this line begins with a tab".to_owned(),
        help: "begin it with spaces, two for each step to the right".to_owned(),
    })
}

fn odd_space(line: YamlLine<'_>) -> Option<Mistake> {
    if line.content().is_empty() {
        return None;
    }
    let structure = line.text.find(": ").map_or(line.text, |colon| &line.text[..colon]);
    let is_odd = |letter: char| letter.is_whitespace() && letter != ' ' && letter != '\t';
    let at = structure.find(is_odd)?;
    let length = structure[at..].chars().next().map_or(0, char::len_utf8);
    Some(Mistake {
        rule: rules::YAML_SPACE,
        range: line.range(&structure[at..at + length]),
        message: "here is a space that does not break, as word processors write them".to_owned(),
        help: "type an ordinary space in its place".to_owned(),
    })
}

/// Marks that word processors begin the items of a list with.
pub(in crate::parse) fn is_bullet(mark: char) -> bool {
    "•◦▪–—·◼".contains(mark)
}

fn bullet(line: YamlLine<'_>) -> Option<Mistake> {
    let content = line.text.trim_start();
    let mark = content.chars().next().filter(|first| is_bullet(*first))?;
    Some(Mistake {
        rule: rules::YAML_MARK,
        range: line.range(&content[..mark.len_utf8()]),
        message: format!("this line begins with `{mark}`"),
        help: "begin the items of a list with a hyphen and a space".to_owned(),
    })
}

/// Quotation marks, colons and marks that a text may not begin with, and how to write the value.
fn value_mistake(line: YamlLine<'_>) -> Option<Mistake> {
    let (key, value) = line.key_and_value();
    let first = value.chars().next()?;
    let (rule, message) = match first {
        '"' | '\'' => (rules::YAML_QUOTE, quote_mistake(first, value)?.to_owned()),
        '*' | '&' | '@' | '`' | '%' | '!' | '|' | '>' if value.len() > 2 => {
            (rules::YAML_MARK, format!("a text cannot begin with `{first}` outside quotes"))
        }
        '[' | '{' => {
            let end = value.rfind(if first == '[' { ']' } else { '}' })?;
            let rest = value[end + 1..].trim();
            if rest.is_empty() || rest.starts_with('#') {
                return None;
            }
            (rules::YAML_BRACKET, format!("a text cannot begin with `{first}` outside quotes"))
        }
        _ if key.is_some() && (value.contains(": ") || value.ends_with(':')) => {
            (rules::YAML_COLON, "there is a colon in this text".to_owned())
        }
        _ => return None,
    };
    let key = key.map_or_else(String::new, |key| format!("{key}: "));
    Some(Mistake {
        rule,
        range: line.range(value),
        message,
        help: format!("put the whole text in quotes: `{key}{}`", quoted(value)),
    })
}

/// What is wrong with a text in quotes; `None` where it ends as it should.
fn quote_mistake(quote: char, value: &str) -> Option<&'static str> {
    let inside = &value[1..];
    let closed_at = match quote {
        '\'' => inside.replace("''", "\0\0").find('\''),
        _ => inside.replace("\\\"", "\0\0").find('"'),
    };
    match closed_at {
        None => Some("this text begins with a quotation mark and does not end with one"),
        Some(at) => {
            let rest = inside[at + 1..].trim();
            let is_fine = rest.is_empty() || rest.starts_with(['#', ',', ']', '}', ':']);
            (!is_fine).then_some("after the second quotation mark this text goes on")
        }
    }
}

/// A text in quotes that fit it: double ones, unless such are in it.
fn quoted(value: &str) -> String {
    let plain = match value.chars().next() {
        Some(quote @ ('"' | '\'')) if value.len() > 1 && value[1..].ends_with(quote) => {
            &value[1..value.len() - 1]
        }
        Some('\'') => &value[1..],
        Some('"') if value.matches('"').count() == 1 => &value[1..],
        _ => value,
    };
    if plain.contains('"') {
        format!("'{}'", plain.replace('\'', "''"))
    } else {
        format!("\"{plain}\"")
    }
}

fn open_bracket(line: YamlLine<'_>) -> Option<Mistake> {
    let (_, value) = line.key_and_value();
    let (open, close) = match value.chars().next()? {
        '[' => ('[', ']'),
        '{' => ('{', '}'),
        _ => return None,
    };
    let is_open = value.matches(open).count() > value.matches(close).count();
    is_open.then(|| Mistake {
        rule: rules::YAML_BRACKET,
        range: line.range(value),
        message: format!("a `{close}` is missing at the end of this list"),
        help: format!("write `{}{close}`", value.trim_end_matches(',')),
    })
}

fn missing_space(line: YamlLine<'_>) -> Option<Mistake> {
    let content = line.content();
    let colon = content.find(':')?;
    let (key, rest) = (&content[..colon], &content[colon + 1..]);
    let is_key =
        !key.is_empty() && key.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_');
    let is_joined =
        rest.starts_with(|first: char| first.is_alphanumeric() || "['\"".contains(first));
    (is_key && is_joined).then(|| Mistake {
        rule: rules::YAML_COLON,
        range: line.range(content),
        message: format!("after `{key}:` a space is missing"),
        help: format!("write `{key}: {rest}`"),
    })
}

/// A text that goes on in a second line, with a colon in it.
fn colon_in_second_line(line: YamlLine<'_>, before: &[YamlLine<'_>]) -> Option<Mistake> {
    let above = before.last()?;
    let (key, value) = above.key_and_value();
    let column = above.text.len() - above.content().len();
    let goes_on = line.indentation().len() > column;
    let is_text = value.starts_with(|first: char| first.is_alphanumeric());
    (goes_on && is_text && key.is_some() && line.text.contains(':')).then(|| Mistake {
        rule: rules::YAML_COLON,
        range: line.range(line.text.trim()),
        message: "there is a colon in this text, which begins in the line above".to_owned(),
        help: "put the whole text in quotes, from after the key to the end".to_owned(),
    })
}

/// A line that begins in another column than those that it can belong to.
fn indentation(near: &[YamlLine<'_>]) -> Option<Mistake> {
    let (line, before) = near.split_last()?;
    let column = line.indentation().len();
    if let Some(mistake) = colon_in_second_line(*line, before) {
        return Some(mistake);
    }
    let above = before.iter().rev().find(|line| !line.content().is_empty())?;
    let mut columns = vec![above.indentation().len()];
    let hyphens = above.text.len() - above.indentation().len() - above.content().len();
    columns.push(above.indentation().len() + hyphens);
    if columns.contains(&column) || line.content().is_empty() {
        return None;
    }
    let wanted = columns.last()?;
    Some(Mistake {
        rule: rules::YAML_INDENT,
        range: line.range(line.text.trim()),
        message: "this line does not begin in the column of those that it belongs with".to_owned(),
        help: format!("begin it with {wanted} spaces, or with as many as the group it is part of"),
    })
}
