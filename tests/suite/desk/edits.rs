//! Letters edited on the desk and by other programs at once, at random: what is written is what was meant, nothing else of
//! the file is touched, and nobody's change is lost.

use std::collections::BTreeMap;
use std::fs;
use std::ops::Range;
use std::path::PathBuf;
use std::thread;

use letterpress::edit;
use serde_json::{Value as Json, json};
use similar::{DiffOp, capture_diff_slices};

use super::browser::{Address, Desk, Told, fingerprint, version};
use super::steps::{On, Step};
use super::{changes_of_others, letters, steps};
use crate::edits::Random;
use crate::folder::Folder;

/// How many steps there are, on the desk and in the files.
const STEPS: usize = 2_000;

/// An open page, and what the desk has written in the file.
struct Page {
    path: String,
    full: PathBuf,
    /// What it shows.
    shown: String,
    /// Each text before a step and after it, until it is taken back.
    written: Vec<(String, String)>,
}

#[derive(Debug, Default)]
struct Counts {
    by_others: usize,
    written: usize,
    /// Written though another program had changed something else since the page was loaded.
    beside: usize,
    conflicts: usize,
    undone: usize,
    nothing: usize,
    /// What cannot be, such as joining the last finding with the next.
    senseless: usize,
    /// What cannot be written in place.
    refused: BTreeMap<String, usize>,
    acts: BTreeMap<String, usize>,
}

#[test]
fn no_step_loses_or_alters_what_another_program_wrote() {
    let folder = letters::site();
    let desk = Desk::open(folder.path());
    let mut random = Random::new(26, 0);
    let mut counts = Counts::default();
    let mut pages: Vec<Page> =
        letters::paths().into_iter().map(|path| Page::new(&folder, path)).collect();
    pages.iter_mut().for_each(|page| page.load(&desk));
    for number in 0..STEPS {
        let page = &mut pages[random.below(4)];
        if random.percent(50) {
            changes_of_others::change(&mut random, &page.full, number);
            counts.by_others += 1;
            // Whoever has the page open is told, and more often than not has it loaded again.
            if random.percent(60) {
                page.load(&desk);
            }
        } else {
            page.step(&desk, &mut random, number, &mut counts);
        }
    }
    let run = folder.run(&["check", "--format", "json", "--drafts"]);
    assert!(
        !run.stdout.contains("bad-front-matter") && !run.stdout.contains("machine"),
        "{run:#?}"
    );

    let steps = STEPS - counts.by_others;
    assert!(counts.by_others >= 900 && steps >= 900, "{counts:#?}");
    assert!(counts.written >= steps / 2, "{counts:#?}");
    assert!(counts.beside >= 50 && counts.conflicts >= 50 && counts.undone >= 20, "{counts:#?}");
    assert!(counts.refused.values().sum::<usize>() <= steps / 20, "{counts:#?}");
    assert!(counts.senseless <= steps / 10, "{counts:#?}");
    for act in [
        "write", "add", "remove", "move", "claim", "body", "file", "join", "split", "discard",
        "accept",
    ] {
        assert!(counts.acts.get(act).is_some_and(|count| *count >= 5), "{act}: {counts:#?}");
    }
}

impl Page {
    fn new(folder: &Folder, path: String) -> Self {
        let full = folder.path().join(&path);
        Page { path, full, shown: String::new(), written: Vec::new() }
    }

    fn now(&self) -> String {
        fs::read_to_string(&self.full).expect("a text")
    }

    /// Opens the page anew. It shows what the file holds.
    fn load(&mut self, desk: &Desk) {
        let page = desk.open_file(&self.path, "findings");
        self.shown = self.now();
        assert_eq!(page.status, 200, "{}", page.body);
        assert_eq!(version(&page.body), fingerprint(&self.shown), "{}", self.path);
    }

    fn step(&mut self, desk: &Desk, random: &mut Random, number: usize, counts: &mut Counts) {
        let Step { act, on } = steps::any(random, &self.shown, number);
        let now = self.now();
        let told = desk.step(&self.path, &fingerprint(&self.shown), &act);
        let next = self.now();
        let what =
            format!("step {number}, {act} in {}: {}\n{now}\n=====\n{next}", self.path, said(&told));
        assert_eq!(version(&told.html), fingerprint(&next), "the page is the file: {what}");
        assert_eq!(told.status == 409, told.is_conflict, "{what}");
        let may_be_written = match on {
            On::LastStep => self.written.last().is_none_or(|(_, after)| *after == now),
            _ => on.is_same(&self.shown, &now),
        };
        assert_eq!(told.is_conflict, !may_be_written, "{what}\n===== shown\n{}", self.shown);
        match &told.error {
            Some(error) => {
                assert_eq!(next, now, "nothing is written: {what}");
                match error.as_str() {
                    _ if told.is_conflict => counts.conflicts += 1,
                    error if error.starts_with("the front matter is written in a way") => {
                        *counts.refused.entry(format!("{act}")).or_default() += 1;
                    }
                    "there is nothing to take back" => assert!(self.written.is_empty(), "{what}"),
                    "there is no such field"
                    | "there is no finding behind it to join"
                    | "the words are one sentence: mark a part of them to split there" => {
                        counts.senseless += 1;
                    }
                    _ => panic!("{what}"),
                }
            }
            None if on == On::LastStep => {
                let (before, _) = self.written.pop().expect("a step");
                assert_eq!(next, before, "{what}");
                counts.undone += 1;
            }
            None if next == now => counts.nothing += 1,
            None => {
                self.is_as_meant(&act, &on, (&now, &next), &what);
                counts.beside += usize::from(self.shown != now);
                counts.written += 1;
                *counts.acts.entry(name(&act)).or_default() += 1;
                self.written.push((now, next.clone()));
            }
        }
        self.shown = next;
    }

    /// Holds what was written against what was meant.
    #[track_caller]
    fn is_as_meant(&self, act: &Json, on: &On, (now, next): (&str, &str), what: &str) {
        if *on == On::File {
            let text = act["file"]["text"].as_str().expect("a text");
            let is_of_windows = now.contains("\r\n");
            let text = if is_of_windows { text.replace('\n', "\r\n") } else { text.to_owned() };
            assert_eq!(next, text, "{what}");
            return;
        }
        let (values, new) = (edit::values(now).expect("values"), edit::values(next));
        let new = new.unwrap_or_else(|refusal| panic!("{refusal}: {what}"));
        let wanted = steps::wanted(act, &values, &new);
        assert!(new.is_same(&wanted), "{new:#?}\nis not {wanted:#?}\n{what}");
        let body = match on {
            On::Body => act["body"]["text"].as_str().expect("a text").to_owned(),
            _ => edit::body(now).expect("a body"),
        };
        assert_eq!(edit::body(next).as_deref(), Ok(&*body), "{what}");
        let is_of_windows = now.contains("\r\n");
        assert_eq!(
            next.matches('\n').count() * usize::from(is_of_windows),
            next.matches("\r\n").count(),
            "{what}"
        );
        other_lines_stay(act, on, (now, next), what);
        notes_stay(act, on, (now, next), what);
    }
}

fn said(told: &Told) -> String {
    format!("{} {:?}", told.status, told.error)
}

/// What an act is called, of a finding what is done with it.
fn name(act: &Json) -> String {
    let (name, with) = act.as_object().and_then(|act| act.iter().next()).expect("a name");
    match (&with["do"], name.as_str()) {
        (Json::String(what), "finding") => what.clone(),
        (Json::Object(_), "finding") => "split".to_owned(),
        _ => name.clone(),
    }
}

/// Which lines a step may change.
fn own_lines(on: &On, now: &str) -> Range<usize> {
    let nothing = letters::front_matter(now);
    match on {
        On::Key(key) => letters::of_key(now, key.split('.').next().expect("a key"))
            .unwrap_or(nothing.end..nothing.end),
        On::Item(list, index, _) => letters::of_items(now, list)[*index].clone(),
        On::List(list) => letters::of_key(now, list).unwrap_or(nothing.end..nothing.end),
        On::Body => nothing.end + 1..letters::lines(now).len(),
        On::File | On::LastStep => 0..letters::lines(now).len(),
    }
}

/// Every line outside of what a step is on is there byte for byte, and in its place; nothing is put between them.
#[track_caller]
fn other_lines_stay(act: &Json, on: &On, (now, next): (&str, &str), what: &str) {
    let (before, after) = (letters::lines(now), letters::lines(next));
    let own = own_lines(on, now);
    let is_accepted = act["finding"]["do"] == "accept";
    let is_new_key = own.is_empty() && *on != On::Body;
    for step in capture_diff_slices(similar::Algorithm::Myers, &before, &after) {
        let (old, new) = match step {
            DiffOp::Equal { .. } => continue,
            DiffOp::Delete { old_index, old_len, .. } => (old_index..old_index + old_len, 0),
            DiffOp::Insert { old_index, new_len, .. } => (old_index..old_index, new_len),
            DiffOp::Replace { old_index, old_len, new_len, .. } => {
                (old_index..old_index + old_len, new_len)
            }
        };
        if is_accepted
            && old.clone().all(|line| before[line].contains("suggested:"))
            && new <= old.len()
        {
            continue;
        }
        if is_new_key && old.is_empty() {
            continue;
        }
        let is_own = own.start <= old.start && old.end <= own.end;
        assert!(is_own, "lines {old:?} are not of {own:?}: {what}");
    }
}

/// Comments stay, but for those of what is taken out.
#[track_caller]
fn notes_stay(act: &Json, on: &On, (now, next): (&str, &str), what: &str) {
    let lines = letters::lines(now);
    let own = own_lines(on, now);
    let gone: Range<usize> = match name(act).as_str() {
        "discard" | "join" | "remove" => {
            let list = act["remove"]["list"].as_str().unwrap_or("findings");
            let items = letters::of_items(now, list);
            let with = act.as_object().and_then(|act| act.values().next()).expect("what it is on");
            let index = usize::try_from(with["index"].as_u64().expect("an index")).expect("small");
            let index = index + usize::from(name(act) == "join");
            match items.get(index) {
                // The comments above an item go with it, and with the last the list.
                Some(_) if items.len() == 1 => own,
                Some(item) => above(&lines, item.start)..item.end,
                None => own,
            }
        }
        _ => 0..0,
    };
    let written = act["write"]["value"].as_str().unwrap_or_default();
    let is_list =
        act["write"]["path"].as_str().is_some_and(|it| it == "areas" || it.ends_with(".topics"));
    // Of a list of words the item is left that a comment stands behind, or above.
    let is_left = |index: usize| {
        let line = lines[index..].iter().find(|line| !line.trim_start().starts_with('#'));
        let (item, _) =
            line.and_then(|line| line.split_once(" #")).unwrap_or((line.unwrap_or(&""), ""));
        let item = item.trim_matches([' ', '-', ',', '[', ']', '"', '\'', '\r', '\n']);
        item.contains(':') || written.lines().any(|it| it == item)
    };
    let has_to_stay = |(index, line): &(usize, &&str)| {
        !gone.contains(index) && (!is_list || is_left(*index)) && !line.contains("suggested:")
    };
    let notes = letters::notes(lines.iter().enumerate().filter(has_to_stay).map(|(_, line)| *line));
    let mut left = letters::notes(letters::lines(next));
    for note in notes {
        let place = left.iter().position(|other| *other == note);
        let place = place.unwrap_or_else(|| panic!("note {note} is gone: {what}"));
        left.swap_remove(place);
    }
}

/// Where the comments begin that stand above a line.
fn above(lines: &[&str], line: usize) -> usize {
    let is_comment = |line: &&str| line.trim_start().starts_with('#');
    line - lines[..line].iter().rev().take_while(|line| is_comment(line)).count()
}

/// Several pages of one file, or one page that sends a step before the last is done: each on another field.
#[test]
fn steps_that_arrive_at_once_are_all_written() {
    const ROUNDS: usize = 12;

    let folder = letters::site();
    let desk = Desk::open(folder.path());
    let path = &letters::paths()[0];
    let full = folder.path().join(path);
    for round in 0..ROUNDS {
        desk.open_file(path, "findings");
        let base = fingerprint(&fs::read_to_string(&full).expect("a text"));
        let fields = [
            "findings.0.text",
            "findings.1.text",
            "findings.2.text",
            "progress.words",
            "areas",
            "measures.0.label",
        ];
        let value = |field: &str| format!("Round {round} of {field}");
        let told: Vec<Told> = thread::scope(|scope| {
            let at_once = fields.map(|field| {
                let act = json!({"write": {"path": field, "value": value(field)}});
                let (desk, base): (&Address, &str) = (&desk, &base);
                scope.spawn(move || desk.step(path, base, &act))
            });
            at_once.into_iter().map(|one| one.join().expect("it is answered")).collect()
        });
        for told in &told {
            assert_eq!((told.status, &told.error), (200, &None), "{told:#?}");
        }
        let text = fs::read_to_string(&full).expect("a text");
        for field in fields {
            assert!(text.contains(&value(field)), "{field} of round {round} is lost:\n{text}");
        }
    }
}
