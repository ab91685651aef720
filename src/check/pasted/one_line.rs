//! Bullets and quotation marks without a partner in texts of front matter, which are one line.

use super::bullets;
use super::{BULLET, LONE_QUOTE};
use crate::diagnostics::Diagnostic;
use crate::model::Item;
use crate::parse::{At, place_of};

pub(super) fn check(item: &Item, problems: &mut Vec<Diagnostic>) {
    let (source, _) = item.body();
    for text in item.markdown_texts() {
        let place = || place_of(source, At::Root.key(text.list).item(text.index).key(text.key));
        if bullets::in_text(text.words) {
            let message = "there is a bullet in this text, which is one line";
            let help = "take it out; and make an item of its own of each claim";
            problems.push(BULLET.at(place(), message).help(help));
        }
        if let Some(mark) = lone_mark(text.words) {
            let message = format!("there is a `{mark}` in this text without its partner");
            let help = "take it out, or add the other";
            problems.push(LONE_QUOTE.at(place(), message).help(help));
        }
    }
}

/// A double quotation mark that is opened and not closed, or the other way round. Behind a digit it stands for inches.
fn lone_mark(text: &str) -> Option<char> {
    if text.contains(['"', '„']) {
        return is_lone_straight(text).then_some('"');
    }
    let mut is_open = false;
    let mut before = ' ';
    for letter in text.chars() {
        match letter {
            '“' if is_open => return Some('“'),
            '“' => is_open = true,
            '”' if before.is_ascii_digit() && !is_open => {}
            '”' if !is_open => return Some('”'),
            '”' => is_open = false,
            _ => {}
        }
        before = letter;
    }
    is_open.then_some('“')
}

/// Whether the only straight mark of a text stands at one of its ends. Behind a digit it stands for inches.
fn is_lone_straight(text: &str) -> bool {
    let inside = text.trim().strip_prefix('"').or_else(|| text.trim().strip_suffix('"'));
    inside.is_some_and(|it| {
        !it.contains(['"', '“', '”', '„']) && !it.ends_with(|it: char| it.is_ascii_digit())
    })
}
