//! Changes that another program makes in a letter's file while it is open on the desk.

use std::fs;
use std::path::Path;

use letterpress::edit;

use super::letters::{lines, of_items, of_key};
use super::steps::POLARITIES;
use crate::edits::Random;

/// Makes one of them; gives the text that the file holds then.
pub(super) fn change(random: &mut Random, path: &Path, number: usize) -> String {
    let now = fs::read_to_string(path).expect("a letter");
    loop {
        let Some(next) = changed(random, &now, number) else { continue };
        // Whoever leaves a mistake is mended by hand, on the file's own page: that is held elsewhere.
        if next == now || edit::values(&next).is_err() {
            continue;
        }
        save(random, path, &next);
        return next;
    }
}

/// As editors do: over the file, or over a file beside it that takes its place.
fn save(random: &mut Random, path: &Path, text: &str) {
    if random.percent(50) {
        fs::write(path, text).expect("it is written");
        return;
    }
    let beside = path.with_extension("md.swp");
    fs::write(&beside, text).expect("it is written");
    fs::rename(&beside, path).expect("it takes its place");
}

fn changed(random: &mut Random, now: &str, number: usize) -> Option<String> {
    let findings = of_items(now, "findings");
    let end = if now.contains("\r\n") { "\r\n" } else { "\n" };
    let mut lines: Vec<String> = lines(now).into_iter().map(str::to_owned).collect();
    let one = |random: &mut Random| findings.get(random.below(findings.len().max(1))).cloned();
    let line_of = |lines: &[String], range: std::ops::Range<usize>, key: &str| {
        range.into_iter().find(|line| {
            let line = lines[*line].trim_start_matches([' ', '-']);
            line.strip_prefix(key)
                .is_some_and(|rest| rest.starts_with(": ") && rest.trim().len() > 3)
        })
    };
    let write = |lines: &mut [String], line: usize, value: &str| {
        let (key, _) = lines[line].split_once(':').expect("a key");
        lines[line] = format!("{key}: {value}{end}");
    };
    match random.below(10) {
        0 | 1 => {
            let line = line_of(&lines, one(random)?, "text")?;
            let is_one_line = lines.get(line + 1).is_none_or(|next| !next.starts_with("      "));
            if !is_one_line {
                return None;
            }
            write(&mut lines, line, &format!("Others say {number}."));
        }
        2 => {
            let line = line_of(&lines, one(random)?, "polarity")?;
            write(&mut lines, line, random.one_of(POLARITIES));
        }
        3 => {
            let line = line_of(&lines, of_key(now, "progress")?, "words")?;
            if lines[line].contains('>') {
                return None;
            }
            write(&mut lines, line, &format!("making progress {number}"));
        }
        4 => {
            let (one, other) = (one(random)?, one(random)?);
            if one.end > other.start {
                return None;
            }
            let moved: Vec<String> = lines.drain(other.clone()).collect();
            lines.splice(one.start..one.start, moved);
        }
        5 => {
            if findings.len() < 4 {
                return None;
            }
            lines.drain(one(random)?);
        }
        6 => {
            let range = one(random)?;
            let column = lines[range.start].find('-')?;
            let new = [
                format!("{}- polarity: mixed # note other-{number}", " ".repeat(column)),
                format!("{}topics: [leadership]", " ".repeat(column + 2)),
                format!("{}text: Another finding {number}.", " ".repeat(column + 2)),
            ];
            lines.splice(range.start..range.start, new.map(|line| format!("{line}{end}")));
        }
        7 => {
            let range = one(random)?;
            let column = lines[range.start].find('-')?;
            let note = format!("{}# note other-{number}{end}", " ".repeat(column));
            lines.insert(range.start, note);
        }
        8 => {
            let range = of_key(now, "areas")?;
            lines.drain(range.clone());
            lines.insert(range.start, format!("areas: [help {number}, care leavers]{end}"));
        }
        _ => lines.push(format!("{end}Others write {number}.{end}")),
    }
    Some(lines.concat())
}
