//! An entry for `inspections:` in an authority's file, and where it goes: every other line stays as it is.

use std::fmt::Write;

use letterpress::import::InspectionDraft;
use letterpress::model::{Date, Vocabulary};

use crate::commands::new::values::{yaml, yaml_date, yaml_list};

/// The key that entries stand below.
const KEY: &str = "inspections:";

/// Keys that stand below it in the files of authorities.
const LATER_KEYS: &[&str] = &["visits:", "events:"];

/// So far the items of a list are set in where there is none yet.
const INDENT: &str = "  ";

/// What a line of nothing but hyphens is, around front matter.
const FENCE: &str = "---";

/// Why an entry cannot be put into a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum NoPlace {
    /// It is there.
    Known,
    /// The file is written in another way than is known here.
    OtherForm,
}

/// An item of the list, as the lines of the file have it.
struct Item {
    /// Its first line.
    start: usize,
    /// How it is set in.
    indent: usize,
    on_site: Option<Date>,
    published: Option<Date>,
}

/// The lines of an entry. What was not found stands in it as a comment.
pub(super) fn lines(
    draft: &InspectionDraft,
    source: Option<&str>,
    vocabulary: &Vocabulary,
) -> Vec<String> {
    let mut text = String::new();
    let mut line = |key: &str, value: Option<String>| {
        let _ = match value {
            Some(value) => writeln!(text, "{key}: {value}"),
            None => writeln!(text, "# {key}: # not found in the report"),
        };
    };
    let word = |word: Option<&str>| word.map(str::to_owned);
    // The entry begins with one that is there.
    let dates = [("on_site", &draft.on_site), ("published", &draft.published)];
    let (known, unknown): (Vec<_>, Vec<_>) = dates.into_iter().partition(|(_, it)| it.is_some());
    for (key, date) in known.into_iter().chain(unknown) {
        line(key, date.as_ref().map(yaml_date));
    }
    if let Some(framework) = word(draft.framework.map(|it| vocabulary.word(it))) {
        line("framework", Some(framework));
    }
    if let Some(overall) = word(draft.overall.map(|it| vocabulary.word(it))) {
        line("overall", Some(overall));
    }
    if draft.judgements.is_empty() {
        line("judgements", None);
    } else {
        text.push_str("judgements:\n");
    }
    for (area, grade) in &draft.judgements {
        let _ = writeln!(text, "  {}: {}", vocabulary.word(*area), vocabulary.word(*grade));
    }
    if !draft.lead_inspectors.is_empty() {
        let names = yaml_list(draft.lead_inspectors.iter().map(String::as_str));
        let _ = writeln!(text, "lead_inspectors: {names}");
    }
    if !draft.needs_to_improve.is_empty() {
        text.push_str("needs_to_improve:\n");
    }
    for need in &draft.needs_to_improve {
        let _ = writeln!(text, "  - {}", yaml(need));
    }
    if let Some(address) = source {
        let _ = writeln!(text, "source: {}", yaml(address));
    }
    text.lines().map(str::to_owned).collect()
}

/// The lines of an entry as an item of a list that is set in so far.
pub(super) fn as_item(lines: &[String], indent: usize) -> Vec<String> {
    let lead = " ".repeat(indent);
    let starts = std::iter::once("- ").chain(std::iter::repeat("  "));
    lines.iter().zip(starts).map(|(line, start)| format!("{lead}{start}{line}")).collect()
}

/// The text of an authority's file with an entry in it, in the order of the others: by their dates, from the first to the
/// last, or the other way round where they stand so.
pub(super) fn put_into(
    text: &str,
    draft: &InspectionDraft,
    entry: &[String],
) -> Result<String, NoPlace> {
    let ending = if text.contains("\r\n") { "\r\n" } else { "\n" };
    let mut lines: Vec<&str> = text.split('\n').map(|it| it.trim_end_matches('\r')).collect();
    if lines.first().map(|line| line.trim_start_matches('\u{feff}')) != Some(FENCE) {
        return Err(NoPlace::OtherForm);
    }
    let last = lines.iter().skip(1).position(|line| line.trim_end() == FENCE);
    let last = last.ok_or(NoPlace::OtherForm)? + 1;
    let Some(key) = (1..last).find(|number| lines[*number].starts_with(KEY)) else {
        let mut new = vec![KEY.to_owned()];
        new.extend(as_item(entry, INDENT.len()));
        return Ok(with(&lines, place_of_key(&lines[..last]), &new, ending));
    };
    match lines[key][KEY.len()..].split(" #").next().unwrap_or("").trim() {
        "" => {}
        // A list that is there, and empty.
        "[]" | "~" | "null" => {
            lines[key] = KEY;
            return Ok(with(&lines, key + 1, &as_item(entry, INDENT.len()), ending));
        }
        _ => return Err(NoPlace::OtherForm),
    }
    let end = (key + 1..last).find(|number| is_key(lines[*number])).unwrap_or(last);
    let items = items(&lines, key + 1, end).ok_or(NoPlace::OtherForm)?;
    let Some(first) = items.first() else {
        return Ok(with(&lines, key + 1, &as_item(entry, INDENT.len()), ending));
    };
    if items.iter().any(|item| is_same(item, draft)) {
        return Err(NoPlace::Known);
    }
    let date = draft.on_site.as_ref().or(draft.published.as_ref()).ok_or(NoPlace::OtherForm)?;
    let days: Vec<_> = items.iter().filter_map(|item| Some(item.date()?.earliest())).collect();
    let falls = days.len() > 1 && days.is_sorted_by(|one, other| one > other);
    let is_behind = |day: &_| if falls { *day < date.earliest() } else { *day > date.earliest() };
    let place = match days.iter().position(is_behind) {
        Some(next) => above_comments(&lines, items[next].start, key + 1),
        None => below_words(&lines, end),
    };
    Ok(with(&lines, place, &as_item(entry, first.indent), ending))
}

impl Item {
    fn date(&self) -> Option<&Date> {
        self.on_site.as_ref().or(self.published.as_ref())
    }
}

/// The items of a block of lines; nothing where it is no list, or one has no date.
fn items(lines: &[&str], start: usize, end: usize) -> Option<Vec<Item>> {
    let mut items: Vec<Item> = Vec::new();
    for number in start..end {
        let line = lines[number];
        let indent = line.len() - line.trim_start().len();
        let words = line.trim();
        if words.is_empty() || words.starts_with('#') {
            continue;
        }
        let is_item = words.starts_with("- ") && items.first().is_none_or(|it| it.indent == indent);
        if is_item {
            items.push(Item { start: number, indent, on_site: None, published: None });
        }
        let item = items.last_mut()?;
        let words = if is_item { words[2..].trim_start() } else { words };
        let column = line.len() - words.len();
        let is_own = is_item || column == column_of_keys(lines[item.start]);
        for (key, place) in [("on_site:", &mut item.on_site), ("published:", &mut item.published)] {
            if let Some(value) = words.strip_prefix(key).filter(|_| is_own) {
                let value = value.split(" #").next().unwrap_or("").trim();
                *place = value.trim_matches(['\'', '"']).parse().ok();
            }
        }
    }
    items.iter().all(|item| item.date().is_some()).then_some(items)
}

/// Where the keys of an item stand that begins in this line.
fn column_of_keys(line: &str) -> usize {
    line.len() - line.trim_start().trim_start_matches('-').trim_start().len()
}

/// Whether an item is on the same inspection.
fn is_same(item: &Item, draft: &InspectionDraft) -> bool {
    let meets = |one: &Option<Date>, other: &Option<Date>| match (one, other) {
        (Some(one), Some(other)) => {
            one.earliest() <= other.latest() && other.earliest() <= one.latest()
        }
        _ => false,
    };
    meets(&item.on_site, &draft.on_site) || meets(&item.published, &draft.published)
}

/// Whether a line begins another key.
fn is_key(line: &str) -> bool {
    line.starts_with(|first: char| !first.is_whitespace() && !matches!(first, '-' | '#'))
}

/// Where `inspections:` goes into front matter that has none.
fn place_of_key(lines: &[&str]) -> usize {
    let begins = |line: &&str| LATER_KEYS.iter().any(|key| line.starts_with(key));
    match lines.iter().position(begins) {
        Some(place) => above_comments(lines, place, 1),
        None => below_words(lines, lines.len()),
    }
}

/// Above the comments on this line, which are set in no further than it, but not above that one.
fn above_comments(lines: &[&str], place: usize, first: usize) -> usize {
    let indent = |line: &str| line.len() - line.trim_start().len();
    let is_on_it =
        |line: &&&str| line.trim_start().starts_with('#') && indent(line) <= indent(lines[place]);
    place - lines[first..place].iter().rev().take_while(is_on_it).count()
}

/// Below the last line before this one that is neither blank nor a comment of what stands below.
fn below_words(lines: &[&str], place: usize) -> usize {
    let is_other = |line: &&&str| line.trim().is_empty() || line.starts_with('#');
    place - lines[..place].iter().rev().take_while(is_other).count()
}

/// The text with new lines at a place.
fn with(lines: &[&str], place: usize, new: &[String], ending: &str) -> String {
    let new = new.iter().map(String::as_str);
    let all = lines[..place].iter().copied().chain(new).chain(lines[place..].iter().copied());
    all.collect::<Vec<_>>().join(ending)
}
