//! Changes at random, of this repository's files and of made-up ones: each comes to what it says, in its own lines alone,
//! and can be taken back.

use letterpress::edit::{Change, Path, Step, Value, body, edited, values};
use letterpress::parse::FrontMatter;
use similar::{ChangeTag, TextDiff};

use super::made_up::{MadeUp, ODD_TEXTS, sentence};
use super::repository_files::files;
use super::{group, list, text};
use crate::edits::Random;

/// How many changes are made of each sort of files.
const CHANGES: usize = 1_000;

/// What was done.
struct Made {
    change: Change,
    after: String,
}

#[test]
fn of_the_files_here() {
    let files = files();
    let mut refused = 0;
    for number in 0..CHANGES {
        let mut random = Random::new(26, number);
        let (_, kind, before) = &files[random.below(files.len())];
        let old = values(before).expect("front matter");
        let Some(Made { change, after }) = make(&mut random, *kind, before, &old) else {
            refused += 1;
            continue;
        };
        let (lost, gained) = (lines_missing(before, &after), lines_missing(&after, before));
        let size = |value: Option<&Value>| value.map_or(0, count);
        let (lost_at_most, gained_at_most) = match &change {
            Change::Set { path, value } => (size(old.get(path)) + 1, lines_of(value) + 2),
            Change::Remove { path } => (size(old.get(path)) + 1, 1),
            Change::Insert { value, .. } => (1, lines_of(value) + 2),
            Change::Move { .. } if lost.len() == 1 => (1, 1),
            Change::Move { .. } => (0, 0),
            Change::Body(words) => (before.lines().count(), words.lines().count() + 1),
            Change::RemoveNotes => unreachable!("is not made here"),
        };
        assert!(lost.len() <= lost_at_most, "{change:?} touches {lost:?}");
        assert!(gained.len() <= gained_at_most, "{change:?} writes {gained:?}");
    }
    assert!(refused * 100 <= CHANGES * 5, "{refused} of {CHANGES} are refused");
}

#[test]
fn of_files_in_all_styles() {
    let mut refused = 0;
    for number in 0..CHANGES {
        let mut random = Random::new(27, number);
        let made_up = MadeUp::new(&mut random);
        let MadeUp { file, lines, notes, values: old } = &made_up;
        let read = values(file).unwrap_or_else(|reason| panic!("{reason}:\n{file}"));
        assert_eq!(read, *old, "{file}");
        let Some(Made { change, after }) = make(&mut random, FrontMatter::Letter, file, old) else {
            refused += 1;
            continue;
        };
        let told = || format!("{change:?} in\n{file}\n=>\n{after}");
        assert_eq!(after.starts_with('\u{feff}'), file.starts_with('\u{feff}'));
        for (note, owner) in notes {
            let may_go = match &change {
                Change::Remove { path } => owner.starts_with(path),
                Change::Set { path, value } => {
                    let is_text = |it: &Value| matches!(it, Value::Text(_));
                    let stays = old.get(path).is_none_or(is_text) && is_text(value);
                    owner.starts_with(path) && owner != path && !stays
                }
                Change::Insert { .. }
                | Change::Move { .. }
                | Change::Body(_)
                | Change::RemoveNotes => false,
            };
            assert!(may_go || after.contains(note.as_str()), "{note} of {}", told());
        }
        hold_lines(&change, lines, &after, &told);
    }
    assert!(refused * 100 <= CHANGES * 5, "{refused} of {CHANGES} are refused");
}

/// Lines that are not the value's own stay, in their order; but for one beside it, which has its comma or its hyphen.
fn hold_lines(
    change: &Change,
    lines: &[(String, Option<Path>)],
    after: &str,
    told: &dyn Fn() -> String,
) {
    let after_lines: Vec<&str> =
        after.trim_start_matches('\u{feff}').split_inclusive('\n').collect();
    let own = match change {
        Change::Set { path, .. } | Change::Remove { path } => Some(path.clone()),
        Change::Insert { list, index, .. } => {
            Some(list.iter().cloned().chain([Step::Index(*index)]).collect())
        }
        Change::Move { list, from, to } => {
            let whole: String = lines.iter().map(|(line, _)| line.as_str()).collect();
            let (lost, gained) = (lines_missing(&whole, after), lines_missing(after, &whole));
            // A list in brackets is one line.
            assert!(lost.len() <= 2 && gained.len() <= 2, "{}", told());
            for index in [from, to] {
                let item: Path = list.iter().cloned().chain([Step::Index(*index)]).collect();
                let is_its =
                    |owner: &Option<Path>| owner.as_ref().is_some_and(|it| it.starts_with(&item));
                let its = lines.iter().filter(|(_, owner)| is_its(owner));
                let its: String = its.map(|(line, _)| line.as_str()).collect();
                // An empty line inside an item is nobody's.
                let is_whole = whole.contains(&its) && lost.is_empty();
                assert!(!is_whole || after.contains(&its), "{}", told());
            }
            return;
        }
        Change::Body(_) | Change::RemoveNotes => None,
    };
    let before_lines: Vec<&str> = lines.iter().map(|(line, _)| line.as_str()).collect();
    let diff = TextDiff::from_slices(&before_lines, &after_lines);
    let deleted = diff.iter_all_changes().filter(|it| it.tag() == ChangeTag::Delete);
    let mut beside = 0;
    for (line, owner) in deleted.filter_map(|it| lines.get(it.old_index()?)) {
        let is_own = match (&own, owner) {
            (Some(own), Some(owner)) => {
                !matches!(change, Change::Insert { .. }) && owner.starts_with(own)
            }
            (own, owner) => own.is_none() && owner.is_none(),
        };
        // Empty lines are all the same: which of them is gone is not seen.
        if is_own || line.trim().is_empty() {
            continue;
        }
        beside += 1;
        let (Some(own), Some(owner)) = (&own, owner) else { panic!("{line:?}: {}", told()) };
        let (_, parent) = own.split_last().expect("a step");
        assert!(owner.starts_with(parent) || own.starts_with(owner), "{line:?}: {}", told());
    }
    // A line of hyphens that was the last one has an end now.
    assert!(beside <= 1, "{}", told());
}

/// Makes a change at random, unless it is refused, and holds what it comes to; and takes it back.
fn make(random: &mut Random, kind: FrontMatter, before: &str, old: &Value) -> Option<Made> {
    let change = change(random, kind, old);
    let after = edited(before, kind, std::slice::from_ref(&change)).ok()?;
    let told = || format!("{change:?} in\n{before}\n=>\n{after}");
    let new = values(&after).expect("front matter");
    let wanted = in_order(&changed(old, &change));
    assert_eq!(in_order(&new), wanted, "{}", told());
    let wanted_body = match &change {
        Change::Body(words) => words.clone(),
        _ => body(before).expect("a body"),
    };
    assert_eq!(body(&after), Ok(wanted_body), "{}", told());
    let back = inverse(old, &change, body(before).expect("a body"));
    let again = edited(&after, kind, std::slice::from_ref(&back));
    let again = again.unwrap_or_else(|reason| panic!("{reason}: {back:?} of {}", told()));
    assert_eq!(in_order(&values(&again).expect("front matter")), in_order(old), "{}", told());
    assert_eq!(body(&again), body(before));
    Some(Made { change, after })
}

/// What takes a change back.
fn inverse(old: &Value, change: &Change, body: String) -> Change {
    match change {
        Change::Set { path, .. } => match old.get(path) {
            Some(value) => Change::Set { path: path.clone(), value: value.clone() },
            None => Change::Remove { path: path.clone() },
        },
        Change::Remove { path } => {
            let value = old.get(path).expect("what was removed").clone();
            match path.split_last().expect("a step") {
                (Step::Index(index), list) => {
                    Change::Insert { list: list.to_vec(), index: *index, value }
                }
                (Step::Key(_), _) => Change::Set { path: path.clone(), value },
            }
        }
        Change::Insert { list, index, .. } => match old.get(list) {
            Some(Value::List(_)) => {
                Change::Remove { path: list.iter().cloned().chain([Step::Index(*index)]).collect() }
            }
            Some(value) => Change::Set { path: list.clone(), value: value.clone() },
            None => Change::Remove { path: list.clone() },
        },
        Change::Move { list, from, to } => {
            Change::Move { list: list.clone(), from: *to, to: *from }
        }
        Change::Body(_) => Change::Body(body),
        Change::RemoveNotes => unreachable!("is not made here"),
    }
}

/// The values after a change, worked out without the library.
fn changed(old: &Value, change: &Change) -> Value {
    match change {
        Change::Set { path, value } => at(old, path, &|_| Some(value.clone())),
        Change::Remove { path } => at(old, path, &|_| None),
        Change::Insert { list, index, value } => at(old, list, &|old| match old {
            Some(Value::List(items)) => {
                let (above, below) = items.split_at(*index);
                Some(Value::List([above, std::slice::from_ref(value), below].concat()))
            }
            _ => Some(Value::List(vec![value.clone()])),
        }),
        Change::Move { list, from, to } => at(old, list, &|old| {
            let Some(Value::List(items)) = old else { panic!("no list") };
            let mut items = items.clone();
            let item = items.remove(*from);
            items.insert(*to, item);
            Some(Value::List(items))
        }),
        Change::Body(_) | Change::RemoveNotes => old.clone(),
    }
}

fn at(old: &Value, path: &[Step], new: &dyn Fn(Option<&Value>) -> Option<Value>) -> Value {
    let Some((step, rest)) = path.split_first() else { return new(Some(old)).expect("a value") };
    let next = |old: Option<&Value>| match (rest.is_empty(), old) {
        (true, old) => new(old),
        (false, old) => Some(at(old.expect("a value on the way"), rest, new)),
    };
    match (old, step) {
        (Value::Group(entries), Step::Key(key)) => {
            let mut entries = entries.clone();
            match entries.iter().position(|(own, _)| own == key) {
                Some(place) => match next(Some(&entries[place].1)) {
                    Some(value) => entries[place].1 = value,
                    None => {
                        entries.remove(place);
                    }
                },
                None => entries.extend(next(None).map(|it| (key.clone(), it))),
            }
            Value::Group(entries)
        }
        (Value::List(items), Step::Index(index)) => {
            let mut items = items.clone();
            match next(Some(&items[*index])) {
                Some(value) => items[*index] = value,
                None => {
                    items.remove(*index);
                }
            }
            Value::List(items)
        }
        _ => panic!("no way"),
    }
}

/// With the keys of each group in one order.
fn in_order(value: &Value) -> Value {
    match value {
        Value::Text(_) => value.clone(),
        Value::List(items) => Value::List(items.iter().map(in_order).collect()),
        Value::Group(entries) => {
            let mut entries: Vec<(String, Value)> =
                entries.iter().map(|(key, it)| (key.clone(), in_order(it))).collect();
            entries.sort_by(|one, other| one.0.cmp(&other.0));
            Value::Group(entries)
        }
    }
}

/// A change that has a place.
fn change(random: &mut Random, kind: FrontMatter, old: &Value) -> Change {
    let mut all = Vec::new();
    collect(old, &mut Path::new(), &mut all);
    loop {
        let (path, value) = all[random.below(all.len())].clone();
        let is_root = path.is_empty();
        match (random.below(12), &value) {
            (0..=4, Value::Text(_)) => {
                let value = new_text(random, &path);
                return Change::Set { path, value };
            }
            (0 | 1, Value::Group(entries)) => {
                let new: Vec<_> = new_entries(random, kind, &path)
                    .into_iter()
                    .filter(|(key, _)| entries.iter().all(|(own, _)| own != key))
                    .collect();
                if !new.is_empty() {
                    let (key, value) = new[random.below(new.len())].clone();
                    let path = path.into_iter().chain([Step::Key(key)]).collect();
                    return Change::Set { path, value };
                }
            }
            (5 | 6, _) if !is_root => return Change::Remove { path },
            (0..=4, Value::List(items)) => {
                let value = match items.first() {
                    Some(first @ Value::Group(_)) => mutated(random, first, &path),
                    _ => new_text(random, &path),
                };
                return Change::Insert { list: path, index: random.below(items.len() + 1), value };
            }
            (7 | 8, Value::List(items)) if items.len() > 1 => {
                let (from, to) = (random.below(items.len()), random.below(items.len()));
                return Change::Move { list: path, from, to };
            }
            (9 | 10, Value::List(_) | Value::Group(_)) if !is_root => {
                return Change::Set { value: mutated(random, &value, &path), path };
            }
            (9, Value::Text(_)) if random.percent(30) => {
                return Change::Set { path, value: list(&["a", "b c, d", "e: f"]) };
            }
            (11, _) if random.percent(5) => {
                let lines: Vec<String> = (0..random.below(5)).map(|_| sentence(random)).collect();
                return Change::Body(lines.join("\n\n"));
            }
            (11, Value::List(_) | Value::Group(_)) if !is_root && random.percent(20) => {
                return Change::Set { value: new_text(random, &path), path };
            }
            _ => {}
        }
    }
}

fn collect(value: &Value, path: &mut Path, all: &mut Vec<(Path, Value)>) {
    all.push((path.clone(), value.clone()));
    let children: Vec<(Step, &Value)> = match value {
        Value::Text(_) => Vec::new(),
        Value::List(items) => {
            items.iter().enumerate().map(|(index, it)| (Step::Index(index), it)).collect()
        }
        Value::Group(entries) => {
            entries.iter().map(|(key, it)| (Step::Key(key.clone()), it)).collect()
        }
    };
    for (step, child) in children {
        path.push(step);
        collect(child, path, all);
        path.pop();
    }
}

/// A text that may stand there, of a kind that the key takes.
fn new_text(random: &mut Random, path: &Path) -> Value {
    let keys = path.iter().filter_map(|step| match step {
        Step::Key(key) => Some(key.as_str()),
        Step::Index(_) => None,
    });
    let keys: Vec<&str> = keys.collect();
    let words = match keys.last() {
        Some(&("visit" | "page" | "menu")) => (1 + random.below(9)).to_string(),
        Some(&("draft" | "key" | "lead" | "monitored" | "collection")) => "false".to_owned(),
        Some(&("on_site" | "dated" | "published" | "from")) => {
            random.one_of(&["2018", "2018-02", "2018-02-15", "2018-01-23/2018-01-24"]).to_owned()
        }
        _ if keys.contains(&"points") => random.one_of(&["7", "0.5", "1000"]).to_owned(),
        _ if random.percent(35) => random.one_of(ODD_TEXTS).to_owned(),
        _ => sentence(random),
    };
    text(&words)
}

/// Keys that a group may get, with values.
fn new_entries(random: &mut Random, kind: FrontMatter, path: &Path) -> Vec<(String, Value)> {
    let last = path.iter().rev().find_map(|step| match step {
        Step::Key(key) => Some(key.as_str()),
        Step::Index(_) => None,
    });
    let words = text(&sentence(random));
    let odd = text(random.one_of(ODD_TEXTS));
    let entries: Vec<(&str, Value)> = match last {
        None if kind == FrontMatter::Letter => vec![
            ("visit", text("3")),
            ("published", text("2018-03")),
            ("slug", text("visit-3")),
            ("draft", text("true")),
            ("aliases", list(&["/a/", "/b/"])),
            ("areas", list(&["early help", "a, b"])),
            ("progress", group(&[("words", odd), ("level", text("steady"))])),
            (
                "quotes",
                Value::List(vec![group(&[
                    ("words", words.clone()),
                    ("speaker", text("a parent")),
                ])]),
            ),
        ],
        None => vec![("checked", list(&["late-letter"])), ("aliases", list(&["A b", "/c/"]))],
        Some("findings") => vec![
            ("title", words.clone()),
            ("key", text("true")),
            ("words", list(&["one two", "three: four"])),
            ("page", text("3")),
            ("subject", odd),
            ("aliases", list(&["a-b"])),
        ],
        Some("inspections") => {
            vec![("lead_inspectors", list(&["A B", "C D"])), ("monitored", text("false"))]
        }
        Some("points") => vec![("2018-03", text("12")), ("2019", text("1.5"))],
        Some("progress") => vec![("words", words), ("level", text("steady"))],
        Some("measures") => vec![("unit", text("percent")), ("topic", text("a-b"))],
        _ => vec![("source", text("https://example.org/a#b")), ("note", words)],
    };
    entries.into_iter().map(|(key, value)| (key.to_owned(), value)).collect()
}

/// A value of which something is another.
fn mutated(random: &mut Random, value: &Value, path: &Path) -> Value {
    match value {
        Value::Text(_) => new_text(random, path),
        Value::List(items) => {
            let mut items = items.clone();
            match random.below(4) {
                0 if !items.is_empty() => {
                    items.remove(random.below(items.len()));
                }
                1 if items.len() > 1 => items.reverse(),
                2 if !items.is_empty() => {
                    let index = random.below(items.len());
                    items[index] = mutated(random, &items[index], path);
                }
                _ => items.push(
                    items.first().map_or_else(|| text("new one"), |it| mutated(random, it, path)),
                ),
            }
            Value::List(items)
        }
        Value::Group(entries) => {
            let mut entries = entries.clone();
            let index = random.below(entries.len().max(1));
            if random.percent(30) && entries.len() > 1 {
                entries.remove(index);
            } else if let Some((key, value)) = entries.get_mut(index) {
                let path: Path = path.iter().cloned().chain([Step::Key(key.clone())]).collect();
                *value = mutated(random, value, &path);
            }
            Value::Group(entries)
        }
    }
}

fn count(value: &Value) -> usize {
    1 + match value {
        Value::Text(_) => 0,
        Value::List(items) => items.iter().map(count).sum(),
        Value::Group(entries) => entries.iter().map(|(_, it)| count(it)).sum(),
    }
}

/// How many lines a value may fill.
fn lines_of(value: &Value) -> usize {
    match value {
        Value::Text(words) => 1 + words.lines().count(),
        Value::List(items) => 1 + items.iter().map(lines_of).sum::<usize>(),
        Value::Group(entries) => 1 + entries.iter().map(|(_, it)| lines_of(it)).sum::<usize>(),
    }
}

/// The lines of one text that another has not, or less often.
fn lines_missing<'t>(one: &'t str, other: &str) -> Vec<&'t str> {
    let mut others: Vec<&str> =
        other.trim_start_matches('\u{feff}').split_inclusive('\n').collect();
    one.trim_start_matches('\u{feff}')
        .split_inclusive('\n')
        .filter(|line| match others.iter().position(|it| it == line) {
            Some(found) => {
                others.swap_remove(found);
                false
            }
            None => true,
        })
        .collect()
}
