//! Made-up letters in all styles of YAML at once, with notes everywhere: each line and each note knows which value it is of.

use letterpress::edit::{Path, Step, Value};

use super::text;
use crate::edits::Random;

/// A file, and what is known of it.
pub(super) struct MadeUp {
    pub(super) file: String,
    /// Each line, with its end, and the value that it is of; of the text below, none.
    pub(super) lines: Vec<(String, Option<Path>)>,
    /// Each note, and the value that it is of.
    pub(super) notes: Vec<(String, Path)>,
    pub(super) values: Value,
}

struct Writer<'r> {
    random: &'r mut Random,
    lines: Vec<(String, Option<Path>)>,
    notes: Vec<(String, Path)>,
    /// How far lists and groups are set in.
    list: usize,
    group: usize,
    /// What stands between a hyphen and its item.
    gap: usize,
}

const WORDS: &[&str] = &[
    "children",
    "plans",
    "are",
    "timely",
    "and",
    "help",
    "is",
    "not",
    "yet",
    "good",
    "enough",
    "partners",
    "managers'",
    "15%",
    "in",
    "the",
    "a",
    "2018",
];

/// Texts that need quotation marks, or look as if they did.
pub(super) const ODD_TEXTS: &[&str] = &[
    "yes",
    "2018",
    "null",
    "- a",
    "a: b",
    "#x",
    "x #y",
    "true",
    "it's",
    "a \"b\"",
    "a, [b]",
    "{a}",
    "a\nb",
    "a\n\n  b\nc",
    "*a*",
    "@a",
    "…",
    "a\\b",
    "[a](b.md#c)",
    "~",
    "é: ü",
];

pub(super) fn sentence(random: &mut Random) -> String {
    let count = 1 + random.below(14);
    let words: Vec<&str> = (0..count).map(|_| random.one_of(WORDS)).collect();
    format!("So {}", words.join(" "))
}

fn with(path: &Path, step: Step) -> Path {
    path.iter().cloned().chain([step]).collect()
}

fn key(path: &Path, key: &str) -> Path {
    with(path, Step::Key(key.to_owned()))
}

impl MadeUp {
    pub(super) fn new(random: &mut Random) -> Self {
        let (list, group, gap) = (random.below(3), 2 + random.below(2), 1 + random.below(2));
        let mut writer = Writer { random, lines: Vec::new(), notes: Vec::new(), list, group, gap };
        let root = Path::new();
        writer.push("---", &root);
        let values = writer.letter(&root);
        writer.push("---", &root);
        let Writer { random, mut lines, notes, .. } = writer;
        for _ in 0..random.below(4) {
            lines.push((sentence(random), None));
            lines.push((String::new(), None));
        }
        let ends = random.below(3);
        let last = lines.len() - 1;
        let has_end = random.percent(70);
        for (index, (line, _)) in lines.iter_mut().enumerate() {
            let is_return = ends == 1 || ends == 2 && random.percent(50);
            if index < last || has_end {
                line.push_str(if is_return { "\r\n" } else { "\n" });
            }
        }
        lines.retain(|(line, _)| !line.is_empty());
        let mark = if random.percent(30) { "\u{feff}" } else { "" };
        let file = lines.iter().map(|(line, _)| line.as_str()).collect::<String>();
        MadeUp { file: format!("{mark}{file}"), lines, notes, values }
    }
}

impl Writer<'_> {
    fn push(&mut self, line: &str, path: &Path) {
        let is_fence = line == "---";
        let space = if is_fence && self.random.percent(10) { "  " } else { "" };
        self.lines.push((format!("{line}{space}"), Some(path.clone())));
    }

    fn note(&mut self, path: &Path) -> String {
        let note = format!("# note {}\tof it: it's [so", self.notes.len());
        self.notes.push((note.clone(), path.clone()));
        note
    }

    /// A note behind a value, or none.
    fn behind(&mut self, path: &Path) -> String {
        match self.random.below(8) {
            0 => format!(" {}", self.note(path)),
            1 => format!("\t{}", self.note(path)),
            2 => "  ".to_owned(),
            _ => String::new(),
        }
    }

    /// Lines above an entry or an item: an empty one, or notes of it.
    fn above(&mut self, path: &Path, column: usize) {
        match self.random.below(8) {
            0 => self.lines.push((String::new(), Some(Path::new()))),
            1 | 2 => {
                for _ in 0..=self.random.below(2) {
                    let note = self.note(path);
                    self.push(&format!("{:column$}{note}", ""), path);
                }
            }
            _ => {}
        }
    }

    fn letter(&mut self, path: &Path) -> Value {
        let mut entries = Vec::new();
        for name in [
            "kind", "visit", "on_site", "source", "areas", "evidence", "progress", "findings",
            "measures", "draft",
        ] {
            if self.random.percent(20) && name != "kind" {
                continue;
            }
            let own = key(path, name);
            self.above(&own, 0);
            let value = match name {
                "visit" => self.bare(name, "6", &own),
                "on_site" => self.bare(name, "2018-01-23/2018-01-24", &own),
                "draft" => self.bare(name, "true", &own),
                "areas" | "evidence" => self.texts(&format!("{name}:"), &own, 0),
                "progress" => {
                    let note = self.behind(&own);
                    self.push(&format!("progress:{note}"), &own);
                    self.group(&["words", "level"], &own, self.group, None)
                }
                "findings" | "measures" => self.groups(name, &own),
                _ => self.scalar(&format!("{name}:"), &own, 0),
            };
            entries.push((name.to_owned(), value));
        }
        Value::Group(entries)
    }

    fn bare(&mut self, head: &str, words: &str, path: &Path) -> Value {
        let note = self.behind(path);
        self.push(&format!("{head}: {words}{note}"), path);
        text(words)
    }

    /// A list of groups, one or more.
    fn groups(&mut self, name: &str, path: &Path) -> Value {
        let note = self.behind(path);
        self.push(&format!("{name}:{note}"), path);
        let mut items = Vec::new();
        for index in 0..=self.random.below(3) {
            let own = with(path, Step::Index(index));
            self.above(&own, self.list);
            let keys: &[&str] = match name {
                "findings" => &["id", "key", "topics", "text", "words", "page"],
                _ => &["id", "label", "points"],
            };
            let head = format!("{:1$}-{2:3$}", "", self.list, "", self.gap);
            let column = head.len();
            items.push(self.group(keys, &own, column, Some(head)));
            if self.random.percent(10) {
                let note = self.note(&own);
                self.push(&format!("{:column$}{note}", ""), &own);
            }
        }
        Value::List(items)
    }

    /// Keys, the first behind a hyphen where it is an item.
    fn group(&mut self, keys: &[&str], path: &Path, column: usize, item: Option<String>) -> Value {
        let mut entries = Vec::new();
        let mut lead = item;
        for name in keys {
            if !entries.is_empty() && self.random.percent(25) {
                continue;
            }
            let own = key(path, name);
            let head = lead.take().unwrap_or_else(|| {
                self.above(&own, column);
                " ".repeat(column)
            });
            let head = format!("{head}{name}");
            let value = match *name {
                "key" => self.bare(&head, "true", &own),
                "page" => self.bare(&head, "3", &own),
                "topics" => self.texts(&format!("{head}:"), &own, column),
                "words" if self.random.percent(30) => self.texts(&format!("{head}:"), &own, column),
                "points" => self.points(&head, &own, column),
                _ => self.scalar(&format!("{head}:"), &own, column),
            };
            entries.push(((*name).to_owned(), value));
        }
        Value::Group(entries)
    }

    fn points(&mut self, head: &str, path: &Path, column: usize) -> Value {
        let note = self.behind(path);
        if self.random.percent(50) {
            self.push(&format!("{head}: {{2017-04: 252, 2017-12 : 6.5}}{note}"), path);
        } else {
            self.push(&format!("{head}:{note}"), path);
            for point in ["2017-04: 252", "2017-12 : 6.5"] {
                let own = key(path, &point[..7]);
                let (column, note) = (column + self.group, self.behind(&own));
                self.push(&format!("{:column$}{point}{note}", ""), &own);
            }
        }
        let points = [("2017-04", "252"), ("2017-12", "6.5")];
        Value::Group(points.iter().map(|(date, it)| ((*date).to_owned(), text(it))).collect())
    }

    /// A list of texts: in brackets, in brackets on several lines, with hyphens, or empty.
    fn texts(&mut self, head: &str, path: &Path, column: usize) -> Value {
        let form = self.random.below(8);
        if form == 0 {
            let note = self.behind(path);
            self.push(&format!("{head} []{note}"), path);
            return Value::List(Vec::new());
        }
        let count = 1 + self.random.below(3);
        if form < 5 {
            let note = self.behind(path);
            if form < 4 {
                let items: Vec<String> =
                    (0..count).map(|_| self.random.one_of(&["a", "b-c", "d"]).to_owned()).collect();
                let marked: Vec<String> = items
                    .iter()
                    .map(|it| self.random.one_of(&["", "'", "\""]).to_owned() + it)
                    .map(|it| match it.chars().next() {
                        Some(mark @ ('\'' | '"')) => format!("{it}{mark}"),
                        _ => it,
                    })
                    .collect();
                self.push(&format!("{head} [{}]{note}", marked.join(" ,  ")), path);
                return Value::List(items.iter().map(|it| text(it)).collect());
            }
            self.push(&format!("{head} [{note}"), path);
            let mut items = Vec::new();
            for index in 0..count {
                let own = with(path, Step::Index(index));
                let note = self.behind(&own);
                let words = format!("item {index}");
                let is_open = index + 1 == count && self.random.percent(50);
                let comma = if is_open { "" } else { "," };
                let column = column + 2;
                self.push(&format!("{:column$}{words}{comma}{note}", ""), &own);
                items.push(text(&words));
            }
            self.push(&format!("{:1$}]", "", column + 1), path);
            return Value::List(items);
        }
        let note = self.behind(path);
        self.push(&format!("{head}{note}"), path);
        let mut items = Vec::new();
        let column = column + self.list;
        for index in 0..count {
            let own = with(path, Step::Index(index));
            self.above(&own, column);
            items.push(self.scalar(&format!("{:column$}-", ""), &own, column));
        }
        Value::List(items)
    }

    /// A text behind a key or a hyphen, in any form.
    fn scalar(&mut self, head: &str, path: &Path, column: usize) -> Value {
        let words = sentence(self.random);
        let inner = " ".repeat(column + 2 + self.random.below(2));
        let more = sentence(self.random);
        let form = self.random.below(11);
        let note = if form == 8 { String::new() } else { self.behind(path) };
        match form {
            0 => {
                let doubled = words.replace('\'', "''");
                self.push(&format!("{head} '{doubled}: it''s # \"'{note}"), path);
                text(&format!("{words}: it's # \""))
            }
            1 => {
                self.push(&format!("{head} \"{words}: \\\"it's\\\" # \\u00e9\"{note}"), path);
                text(&format!("{words}: \"it's\" # é"))
            }
            2 => {
                let mark = self.random.one_of(&[">-", ">", ">+"]);
                self.push(&format!("{head} {mark}{note}"), path);
                self.push(&format!("{inner}{words}: # 'so"), path);
                self.push(&format!("{inner}{more}"), path);
                text(&format!("{words}: # 'so {more}"))
            }
            3 => {
                let mark = self.random.one_of(&["|-", "|", "|+"]);
                self.push(&format!("{head} {mark}{note}"), path);
                self.push(&format!("{inner}- {words}"), path);
                self.push("", path);
                self.push(&format!("{inner}# {more}"), path);
                text(&format!("- {words}\n\n# {more}"))
            }
            4 => {
                self.push(&format!("{head} {words}"), path);
                self.push(&format!("{inner}{more}{note}"), path);
                text(&format!("{words} {more}"))
            }
            5 => {
                self.push(&format!("{head} \"{words},"), path);
                self.push(&format!("{inner}{more}: \\\"\"{note}"), path);
                text(&format!("{words}, {more}: \""))
            }
            6 => {
                self.push(&format!("{head}   {words}{note}"), path);
                text(&words)
            }
            7 if head.ends_with(':') => {
                let nothing = self.random.one_of(&["", " ~", " null"]);
                self.push(&format!("{head}{nothing}{note}"), path);
                text("")
            }
            8 => {
                self.push(head, path);
                let note = self.behind(path);
                self.push(&format!("{inner}{words}{note}"), path);
                text(&words)
            }
            _ => {
                self.push(&format!("{head} {words}{note}"), path);
                text(&words)
            }
        }
    }
}
