//! What other programs make something of, and is shown as it is typed here.

use super::body_text::{BodyText, instead, rest_of_line};
use super::{ADDRESS, MERGE, OTHER_MARKUP};
use crate::diagnostics::Diagnostic;

pub(super) fn check(text: &BodyText<'_>, problems: &mut Vec<Diagnostic>) {
    let mut has_merge = false;
    for (start, line) in text.lines() {
        if line.starts_with("<<<<<<< ") || line.starts_with(">>>>>>> ") {
            if !has_merge {
                let message =
                    "two versions of this text stand here, of which somebody has to choose";
                let help = "keep the lines that are right, and delete those of `<<<<<<<`, `=======` and `>>>>>>>`";
                let range = start..start + line.len();
                problems.push(text.problem(MERGE, &range, message).help(help));
            }
            has_merge = true;
            continue;
        }
        if let Some((at, length, help)) = markup(line).filter(|(at, ..)| text.is_words(start + at))
        {
            let message = "this is for another program, and is shown as it is typed";
            let range = start + at..start + at + length;
            problems.push(text.problem(OTHER_MARKUP, &range, message).help(help));
        }
        addresses(text, start, line, problems);
    }
}

/// Where a line has what another program makes something of, how long that is, and what to do.
fn markup(line: &str) -> Option<(usize, usize, &'static str)> {
    let words = line.trim_start_matches(|it: char| it.is_whitespace() || "->*+".contains(it));
    let begin = line.len() - words.len();
    let is_item = line.trim_start().starts_with(['-', '*', '+']);
    if is_item && ["[ ] ", "[x] ", "[X] "].iter().any(|it| words.starts_with(it)) {
        return Some((begin, 3, "take the box out: pages have none to tick"));
    }
    if words.starts_with("[!") && words.trim_end().ends_with(']') && !words.contains("](") {
        let help = "take it out, and begin the paragraph with what it is, such as `**Note:**`";
        return Some((begin, words.trim_end().len(), help));
    }
    if ["[TOC]", "[toc]", "[[_TOC_]]", "[[TOC]]", "${toc}"].contains(&words.trim_end()) {
        return Some((
            begin,
            words.trim_end().len(),
            "take it out: no list of the headings is made",
        ));
    }
    if words.starts_with(":::") {
        return Some((begin, words.trim_end().len(), "take it out"));
    }
    for (open, close) in [("{{", "}}"), ("{%", "%}")] {
        if let Some(at) = line.find(open)
            && let Some(end) = line[at..].find(close)
        {
            return Some((at, end + close.len(), "take it out, or write what it stands for"));
        }
    }
    let at = line.find("{#").or_else(|| line.find("{."))?;
    let is_heading = line.starts_with('#') && line.trim_end().ends_with('}');
    let help = "take it out: links name a heading by its words";
    is_heading.then(|| (at, line.trim_end().len() - at, help))
}

/// Addresses that stand in a line as they are, and lead nowhere.
fn addresses(text: &BodyText<'_>, start: usize, line: &str, problems: &mut Vec<Diagnostic>) {
    let mut end = 0;
    for beginning in ["https://", "http://", "www."] {
        for (at, _) in line.match_indices(beginning) {
            let is_within =
                line[..at].ends_with(|it: char| it.is_alphanumeric() || "([{</.@=`\"".contains(it));
            if at < end || is_within || !text.is_words(start + at) {
                continue;
            }
            let rest = rest_of_line(&line[at..]);
            let length = rest.find(|it: char| it.is_whitespace() || "<>()[]\"”`*".contains(it));
            let address = rest[..length.unwrap_or(rest.len())]
                .trim_end_matches(['.', ',', ';', ':', '!', '?', '’', '\'']);
            if address.len() <= beginning.len() || !address[beginning.len()..].contains('.') {
                continue;
            }
            end = at + address.len();
            let meant = match beginning {
                "www." => format!("[{address}](https://{address})"),
                _ => format!("<{address}>"),
            };
            let message = "this address is shown as it is typed, and is no link";
            let help = format!("write `{meant}`; or a link with words, such as `[the report](…)`");
            let problem = text.problem(ADDRESS, &(start + at..start + end), message).help(help);
            problems.push(instead(problem, meant));
        }
    }
}
