//! Brackets that were meant for links or for emphasis, and are shown as they are typed.

use std::ops::Range;

use pulldown_cmark::{Event, Options, Parser};

use super::body_text::{BodyText, instead, rest_of_line};
use super::emphasis::strong;
use super::slip::{Slip, link};
use crate::diagnostics::Diagnostic;
use crate::model::Item;
use crate::parse::{At, place_of};

pub(super) fn check(text: &BodyText<'_>, problems: &mut Vec<Diagnostic>) {
    let slips = slips(text.markdown, |at| text.is_words(at));
    problems.extend(slips.map(|it| {
        let problem = text.problem(it.rule, &it.range, it.message).help(it.help);
        match it.meant {
            Some(meant) => instead(problem, meant),
            None => problem,
        }
    }));
}

/// The same in texts of front matter.
pub(super) fn check_texts(item: &Item, problems: &mut Vec<Diagnostic>) {
    let (source, _) = item.body();
    for text in item.markdown_texts() {
        if !text.words.contains([']', '*', '_', '}']) {
            continue;
        }
        let events = Parser::new_ext(text.words, Options::empty()).into_offset_iter();
        let words: Vec<Range<usize>> = events
            .filter(|(event, _)| matches!(event, Event::Text(_)))
            .map(|(_, range)| range)
            .collect();
        let is_words = |at: usize| {
            let next = words.partition_point(|range| range.end <= at);
            words.get(next).is_some_and(|range| range.contains(&at))
        };
        for slip in slips(text.words, is_words) {
            let place = place_of(source, At::Root.key(text.list).item(text.index).key(text.key));
            problems.push(slip.rule.at(place, slip.message).help(slip.help));
        }
    }
}

fn slips(markdown: &str, is_words: impl Fn(usize) -> bool) -> impl Iterator<Item = Slip> {
    let mut slips = Vec::new();
    let brackets = Brackets::of(markdown);
    let mut end = 0;
    for (at, sign) in markdown.match_indices([']', ')', '*', '[', '_', '}']) {
        if at < end || !is_words(at) {
            continue;
        }
        let slip = match sign {
            "]" => behind_words(markdown, &brackets, at),
            ")" => turned_round(markdown, &brackets, at),
            "[" => wiki_link(markdown, at),
            "}" if markdown[at..].starts_with("}(") => in_braces(markdown, at),
            "}" => None,
            _ => strong(markdown, at, &is_words),
        };
        if let Some(slip) = slip {
            end = slip.range.end;
            slips.push(slip);
        }
    }
    slips.into_iter()
}

/// `[words] (address)`, `[words](my file.md)`, `[words][label]`; a square bracket closes at this byte.
fn behind_words(markdown: &str, brackets: &Brackets, at: usize) -> Option<Slip> {
    let start = brackets.opening(markdown, at)?;
    let words = &markdown[start + 1..at];
    let start = if markdown[..start].ends_with('!') { start - 1 } else { start };
    let rest = &markdown[at + 1..];
    let inner = rest.trim_start();
    let gap = rest.len() - inner.len();
    let is_apart = rest[..gap].matches('\n').count() > 1;
    if let Some(inner) = inner.strip_prefix('(').filter(|_| !is_apart) {
        let line = rest_of_line(inner);
        let close = closing(line);
        let address = line[..close.unwrap_or(line.len())].trim();
        let end = at + 1 + gap + 1 + close.map_or(line.trim_end().len(), |it| it + 1);
        if gap > 0 {
            let meant = format!("{}({address})", &markdown[start..=at]);
            let message =
                "there is a space between the words of this link and its address, so it is none";
            let help = format!("write `{meant}`");
            return is_address(address).then(|| link(start..end, message, help).meaning(meant));
        }
        let before = &markdown[start..=at];
        if close.is_none() {
            let meant = format!("{before}({address})");
            let help = format!("close the bracket behind the address: `{meant}`");
            let message = "this link has no end, so it is none";
            return Some(link(start..end, message, help).meaning(meant));
        }
        if !address.contains(char::is_whitespace) {
            let message = "there is another link in the words of this one, so it is none";
            let help = "keep one of the two: no link stands within another";
            return Some(link(start..end, message, help.to_owned()));
        }
        let message = "there is a space in the address of this link, so it is none";
        if let Some(address) = without_spaces(address) {
            let meant = format!("{before}({address})");
            return Some(link(start..end, message, format!("write `{meant}`")).meaning(meant));
        }
        let help = if address.starts_with("http") {
            let meant = address.replace(' ', "%20");
            let help = format!("write each space in the address as `%20`: `({meant})`");
            return Some(link(start..end, message, help).meaning(format!("{before}({meant})")));
        } else {
            let name = address.split_whitespace().collect::<Vec<&str>>().join("-");
            format!("give the file a name without spaces, and write `({name})`")
        };
        return Some(link(start..end, message, help));
    }
    let label = rest_of_line(rest.strip_prefix('[')?).split(']').next()?;
    let is_label = label.chars().any(char::is_alphabetic) && !words.is_empty();
    let end = at + 1 + 1 + label.len() + 1;
    if !is_label || !markdown[..end.min(markdown.len())].ends_with(']') || label.starts_with('^') {
        return None;
    }
    let message = "this is shown as it is typed, and is no link";
    let written = |address: &str| format!("{}({address})", &markdown[start..=at]);
    let help = |meant: &str| format!("write the address in round brackets: `{meant}`");
    Some(if is_address(label) {
        let meant = written(label);
        link(start..end, message, help(&meant)).meaning(meant)
    } else {
        link(start..end, message, help(&written("…")))
    })
}

/// An address of which it is known what its spaces should be: those behind `https://`, and those of a heading's words.
fn without_spaces(address: &str) -> Option<String> {
    let is_slash = |it: char| "/:".contains(it);
    if address.starts_with("mailto:") {
        return Some(address.split_whitespace().collect());
    }
    if let Some((scheme, rest)) = address.split_once(char::is_whitespace)
        && address.starts_with("http")
    {
        let rest = rest.trim_start();
        let is_split = scheme.ends_with(is_slash) && !scheme.contains('.');
        return (is_split && !rest.contains(char::is_whitespace))
            .then(|| format!("{scheme}{rest}"));
    }
    let (file, heading) = address.split_once('#')?;
    let is_kept = |it: &char| it.is_alphanumeric() || "-_ ".contains(*it);
    let heading: String = heading.trim().chars().filter(is_kept).collect();
    let anchor = heading.to_lowercase().replace(' ', "-");
    (!file.contains(char::is_whitespace)).then(|| format!("{file}#{anchor}"))
}

/// `(words)[address]`, `(address)[words]`, `{words}(address)`; a round bracket closes at this byte.
fn turned_round(markdown: &str, brackets: &Brackets, at: usize) -> Option<Slip> {
    let rest = &markdown[at + 1..];
    let address = rest.trim_start_matches(' ').strip_prefix('[')?;
    let gap = rest.len() - address.len() - 1;
    let address = rest_of_line(address).split(']').next()?;
    let start = brackets.opening(markdown, at)?;
    let end = at + 1 + gap + 1 + address.len() + 1;
    let is_closed = markdown.get(end - 1..end) == Some("]");
    let inside = &markdown[start + 1..at];
    if is_closed && is_address(inside) && !address.is_empty() && !is_address(address) {
        let is_picture = markdown[..start].ends_with('!');
        let mark = if is_picture { "!" } else { "" };
        let meant = format!("{mark}[{address}]({inside})");
        let message =
            "the words and the address of this link are the wrong way round, so it is none";
        let start = start - usize::from(is_picture);
        return Some(link(start..end, message, format!("write `{meant}`")).meaning(meant));
    }
    (is_closed && is_address(address)).then(|| {
        let meant = format!("[{}]({address})", &markdown[start + 1..at]);
        let message = "the brackets of this link are the wrong way round, so it is none";
        link(start..end, message, format!("write `{meant}`")).meaning(meant)
    })
}

/// `{words}(address)`; the address begins at this byte.
fn in_braces(markdown: &str, at: usize) -> Option<Slip> {
    // No words of a link are longer: of many braces in one line, each looks no further back.
    const LONGEST: usize = 300;
    let rest = rest_of_line(&markdown[at + 2..]);
    let address = &rest[..rest.find(')')?];
    let before = &markdown[markdown.ceil_char_boundary(at.saturating_sub(LONGEST))..at];
    let words =
        &before[before.rfind(['{', '\n']).filter(|it| before[*it..].starts_with('{'))? + 1..];
    is_address(address).then(|| {
        let meant = format!("[{words}]({address})");
        let message = "the words of this link stand in braces, so it is none";
        let range = at - words.len() - 1..at + 2 + address.len() + 1;
        link(range, message, format!("write `{meant}`")).meaning(meant)
    })
}

/// `[[words]]`, `[[address|words]]`
fn wiki_link(markdown: &str, at: usize) -> Option<Slip> {
    let inner = markdown[at..].strip_prefix("[[")?;
    let line = rest_of_line(inner);
    let words = &line[..line.find("]]")?];
    let is_one = !words.is_empty() && !words.contains(['[', ']']) && !words.contains("TOC");
    let both = words.split_once('|').map(|(one, other)| (one.trim(), other.trim()));
    if let Some((address, shown)) = both.filter(|_| is_one) {
        let (address, shown) = if is_address(shown) { (shown, address) } else { (address, shown) };
        if is_address(address) {
            let meant = format!("[{shown}]({address})");
            let message = "this is shown as it is typed, and is no link";
            let slip = link(at..at + words.len() + 4, message, format!("write `{meant}`"));
            return Some(slip.meaning(meant));
        }
    }
    is_one.then(|| {
        let help = format!("write its words and its address: `[{words}](…)`");
        link(at..at + words.len() + 4, "this is shown as it is typed, and is no link", help)
    })
}

/// The brackets of a text that belong together within a paragraph.
struct Brackets {
    /// Where one closes, and where it is opened, in order of the first.
    pairs: Vec<(usize, usize)>,
}

impl Brackets {
    fn of(markdown: &str) -> Self {
        let mut pairs = Vec::new();
        let (mut square, mut round) = (Vec::new(), Vec::new());
        let mut ends_line = false;
        for (at, byte) in markdown.bytes().enumerate() {
            match byte {
                b'\n' if ends_line => {
                    square.clear();
                    round.clear();
                }
                b'[' => square.push(at),
                b'(' => round.push(at),
                b']' => pairs.extend(square.pop().map(|start| (at, start))),
                b')' => pairs.extend(round.pop().map(|start| (at, start))),
                _ => {}
            }
            ends_line = byte == b'\n';
        }
        Brackets { pairs }
    }

    /// Where the bracket is opened that closes here.
    fn opening(&self, markdown: &str, at: usize) -> Option<usize> {
        let pair = self.pairs.binary_search_by_key(&at, |(end, _)| *end).ok()?;
        let (_, start) = self.pairs[pair];
        (!markdown[..start].ends_with('\\')).then_some(start)
    }
}

/// Where the round bracket closes that the text stands in.
fn closing(text: &str) -> Option<usize> {
    let mut depth = 0_usize;
    for (index, letter) in text.char_indices() {
        match letter {
            '(' => depth += 1,
            ')' if depth == 0 => return Some(index),
            ')' => depth -= 1,
            _ => {}
        }
    }
    None
}

/// Whether words in brackets look like the address of a file or a page.
fn is_address(words: &str) -> bool {
    let path = words.split(['#', '?']).next().unwrap_or("").to_ascii_lowercase();
    let is_file =
        [".md", ".pdf", ".csv", ".png", ".jpg", ".jpeg", ".html", ".svg", ".gif", ".webp"]
            .iter()
            .any(|ending| path.ends_with(ending) && path.len() > ending.len());
    let is_web = ["http://", "https://", "mailto:", "tel:", "www.", "../", "./", "#"]
        .iter()
        .any(|start| words.starts_with(start));
    let is_path = words.starts_with('/') && words.len() > 1;
    (is_file || is_web || is_path) && !words.contains('\n')
}
