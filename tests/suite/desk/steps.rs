//! Steps of an editor on the desk: what is sent, what it is on, and what the file has to say then.

use letterpress::edit::{self, Path, Step as Way, Value};
use serde_json::{Value as Json, json};

use crate::edits::Random;

/// A step.
pub(super) struct Step {
    pub(super) act: Json,
    pub(super) on: On,
}

/// What a step is on: if another program has changed that since the page was loaded, nothing may be written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum On {
    /// The value of a key, or of a key of a group.
    Key(&'static str),
    /// An item of a list, which is known by all that it says; and a key of it.
    Item(&'static str, usize, &'static str),
    /// A whole list.
    List(&'static str),
    Body,
    File,
    LastStep,
}

pub(super) const POLARITIES: &[&str] = &["strength", "improving", "mixed", "not-yet"];
const TOPICS: &[&str] = &["thresholds", "leadership", "partnership", "early-help"];
const AREAS: &[&str] = &["early help", "the front door", "care leavers", "children in care: plans"];

/// Texts that YAML would take for something else.
const TEXTS: &[&str] = &[
    "Leaders know what to do",
    "Plans are late: nobody says why",
    "- not a list",
    "\"So it is\", they say",
    "'It is'",
    "#1 of all",
    "Costs rose # again",
    "{half} of [them]",
    "true",
    "2016-04",
    "~",
    "* a star & an @ sign",
    "Children’s voices – heard… at times",
    "It is so long that whoever writes it by hand would have put it on more than one line, as it says all that there is to \
     say of children, of leaders, of partners and of plans, and then says it again, so that nobody misses it",
    "% of plans | or > or !",
    "a: b: c",
    "---",
];

pub(super) fn way(path: &str) -> Path {
    let step = |part: &str| match part.parse() {
        Ok(index) => Way::Index(index),
        Err(_) => Way::Key(part.to_owned()),
    };
    path.split('.').map(step).collect()
}

pub(super) fn list<'v>(values: &'v Value, path: &str) -> &'v [Value] {
    match values.get(&way(path)) {
        Some(Value::List(items)) => items,
        _ => &[],
    }
}

fn text<'v>(value: &'v Value, path: &str) -> &'v str {
    match value.get(&way(path)) {
        Some(Value::Text(text)) => text,
        _ => "",
    }
}

fn texts(value: &Value, path: &str) -> Vec<String> {
    match value.get(&way(path)) {
        Some(Value::List(items)) => {
            items.iter().map(|item| text(&wrapped(item), "it").to_owned()).collect()
        }
        Some(Value::Text(text)) => vec![text.clone()],
        _ => Vec::new(),
    }
}

fn wrapped(value: &Value) -> Value {
    Value::Group(vec![("it".to_owned(), value.clone())])
}

impl On {
    /// Whether two texts of a file say the same here.
    pub(super) fn is_same(&self, shown: &str, now: &str) -> bool {
        let values = || (edit::values(shown).expect("values"), edit::values(now).expect("values"));
        let at = |path: &str| {
            let (shown, now) = values();
            shown.get(&way(path)) == now.get(&way(path))
        };
        match self {
            On::Key(key) => at(key),
            On::List("findings") => at("findings") && at("suggested"),
            On::List(key) => at(key),
            On::Item(key, index, _) => {
                let (shown, now) = values();
                list(&shown, key).len() == list(&now, key).len() && at(&format!("{key}.{index}"))
            }
            On::Body => edit::body(shown) == edit::body(now),
            On::File => shown == now,
            On::LastStep => true,
        }
    }
}

/// A step on the letter that a page shows.
pub(super) fn any(random: &mut Random, shown: &str, number: usize) -> Step {
    let values = edit::values(shown).expect("values");
    let findings = list(&values, "findings").len();
    let index = random.below(findings.max(1));
    let words = format!("{} ({number})", random.one_of(TEXTS));
    let write = |path: String, value: String, on: On| Step {
        act: json!({"write": {"path": path, "value": value}}),
        on,
    };
    let item = |key: &'static str, value: String| {
        write(format!("findings.{index}.{key}"), value, On::Item("findings", index, key))
    };
    let on_finding = |act: Json| Step {
        act: json!({"finding": {"index": index, "do": act}}),
        on: On::List("findings"),
    };
    let claim =
        json!({"claim": {"words": format!("Claim {number} is one. And two."), "index": index}});
    let claim = Step { act: claim, on: On::List("findings") };
    // Neither none of them nor so many that a step takes long.
    if findings < 3 {
        return claim;
    }
    if findings > 7 {
        return on_finding(json!(random.one_of(&["join", "discard"])));
    }
    match random.below(100) {
        0..16 => item("text", words),
        16..24 => item("polarity", (*random.one_of(POLARITIES)).to_owned()),
        24..33 => item("topics", some_of(random, TOPICS)),
        33..38 => item("words", format!("said {number}. And said again\n\nand more")),
        38..42 => item("title", words),
        42..45 => write("progress.words".to_owned(), words, On::Key("progress.words")),
        45..47 => {
            let words = format!("Marked {number} here.");
            on_finding(json!({"words": {"words": words, "is_more": random.below(2) == 0}}))
        }
        47..53 => write("areas".to_owned(), some_of(random, AREAS), On::Key("areas")),
        53..59 => moved(random, &values),
        59..62 => groups(random, &values),
        62..66 => on_finding(json!("join")),
        66..71 => on_finding(json!({"split": {"behind": null}})),
        71..74 => on_finding(json!("discard")),
        74..79 => on_finding(json!("accept")),
        79..81 => claim,
        81..86 => {
            let body = edit::body(shown).expect("a body");
            let text = match random.below(3) {
                0 => format!("{body}Paragraph {number}.\n"),
                1 => format!("\nParagraph {number}.\n\n{body}"),
                _ => format!("\nAnother summary {number}: `---` and all.\n\n- one\n- two\n"),
            };
            Step { act: json!({"body": {"text": text}}), on: On::Body }
        }
        86..89 => {
            let text = format!("{}\nAnd {number}.\n", shown.replace("\r\n", "\n"));
            Step { act: json!({"file": {"text": text}}), on: On::File }
        }
        _ => Step { act: json!("undo"), on: On::LastStep },
    }
}

fn some_of(random: &mut Random, all: &[&str]) -> String {
    let first = random.below(all.len());
    let count = 1 + random.below(all.len());
    (0..count).map(|more| all[(first + more) % all.len()]).collect::<Vec<_>>().join("\n")
}

fn moved(random: &mut Random, values: &Value) -> Step {
    let key: &'static str = if random.percent(50) { "inspectors" } else { "measures" };
    let count = list(values, key).len().max(2);
    let from = random.below(count);
    let to = (from + 1 + random.below(count - 1)) % count;
    Step { act: json!({"move": {"list": key, "from": from, "to": to}}), on: On::List(key) }
}

fn groups(random: &mut Random, values: &Value) -> Step {
    let keys: &[&'static str] = &["inspectors", "measures", "quotes"];
    let key = keys[random.below(keys.len())];
    let count = list(values, key).len();
    let act = if count > 2 || count > 0 && random.percent(30) {
        json!({"remove": {"list": key, "index": random.below(count)}})
    } else {
        json!({"add": {"list": key}})
    };
    Step { act, on: On::List(key) }
}

/// What the values of a file come to. Ids that the desk chose are taken from what it wrote; whether they are good is held
/// elsewhere.
pub(super) fn wanted(act: &Json, now: &Value, next: &Value) -> Value {
    let mut wanted = now.clone();
    let (name, with) = match act.as_object().and_then(|act| act.iter().next()) {
        Some((name, with)) => (name.as_str(), with),
        None => return wanted,
    };
    let word = |key: &str| with[key].as_str().unwrap_or_default();
    let number =
        |key: &str| usize::try_from(with[key].as_u64().unwrap_or_default()).expect("small");
    match name {
        "write" => {
            let (path, value) = (word("path"), word("value"));
            let each = |part: &str| Value::Text(part.to_owned());
            let is_list = path == "areas" || path.ends_with(".topics");
            let value = match () {
                () if is_list => Value::List(value.lines().map(each).collect()),
                () if path.ends_with(".words") && path.starts_with("findings") => {
                    Value::List(value.split("\n\n").map(each).collect())
                }
                () => each(value),
            };
            set(&mut wanted, &way(path), value);
        }
        "add" => {
            let first = if word("list") == "quotes" {
                "words"
            } else if word("list") == "measures" {
                "id"
            } else {
                "name"
            };
            let mut items = list(now, word("list")).to_vec();
            items.push(Value::Group(vec![(first.to_owned(), Value::Text(String::new()))]));
            set(&mut wanted, &way(word("list")), Value::List(items));
        }
        "remove" => {
            let mut items = list(now, word("list")).to_vec();
            items.remove(number("index"));
            set_list(&mut wanted, word("list"), items);
        }
        "move" => {
            let mut items = list(now, word("list")).to_vec();
            let item = items.remove(number("from"));
            items.insert(number("to"), item);
            set_list(&mut wanted, word("list"), items);
        }
        "claim" => {
            let mut items = list(now, "findings").to_vec();
            let new = list(next, "findings").iter().find(|it| text(it, "words") == word("words"));
            let new = new.expect("the claim").clone();
            assert_eq!((text(&new, "text"), text(&new, "suggested")), (word("words"), "true"));
            items.insert(number("index").min(items.len()), new);
            set_list(&mut wanted, "findings", items);
        }
        "finding" => {
            let items = after_finding(with, now, next);
            set_list(&mut wanted, "findings", items);
            let was_said = now.get(&way("suggested")).is_some();
            if with["do"] == "accept" && was_said && next.get(&way("suggested")).is_none() {
                let is_left = |it: &Value| text(it, "suggested") == "true";
                assert!(!list(next, "findings").iter().any(is_left), "none is to be gone through");
                remove(&mut wanted, "suggested");
            }
        }
        _ => {}
    }
    wanted
}

fn after_finding(with: &Json, now: &Value, next: &Value) -> Vec<Value> {
    let index = usize::try_from(with["index"].as_u64().expect("an index")).expect("small");
    let mut items = list(now, "findings").to_vec();
    match &with["do"] {
        Json::String(what) if what == "discard" => drop(items.remove(index)),
        Json::String(what) if what == "join" => {
            let second = items.remove(index + 1);
            let first = items[index].clone();
            let both = |key: &str| [texts(&first, key), texts(&second, key)].concat();
            let distinct = |key: &str| {
                let mut all: Vec<String> = Vec::new();
                both(key).into_iter().for_each(|it| {
                    if !all.contains(&it) {
                        all.push(it)
                    }
                });
                all
            };
            let own = &mut items[index];
            set(own, &way("text"), Value::Text(both("text").join(" ")));
            let values = |all: Vec<String>| Value::List(all.into_iter().map(Value::Text).collect());
            match both("words") {
                none if none.is_empty() => {}
                one if one.len() == 1 => set(own, &way("words"), Value::Text(one[0].clone())),
                several => set(own, &way("words"), values(several)),
            }
            set(own, &way("topics"), values(distinct("topics")));
            let mut aliases = distinct("aliases");
            aliases.extend(Some(text(&second, "id").to_owned()).filter(|id| !id.is_empty()));
            if aliases.len() > texts(&first, "aliases").len() {
                set(own, &way("aliases"), values(aliases));
            }
            // Each of the quotations keeps its page, where it has one.
            let pages = list(next, "findings")[index].get(&way("page")).cloned();
            pages.into_iter().for_each(|pages| set(own, &way("page"), pages));
            if text(&second, "suggested") == "true" {
                set(own, &way("suggested"), Value::Text("true".to_owned()));
            }
        }
        Json::String(_) => {
            // Accepted: it has an id, and nothing asks to go through it any more.
            let new = list(next, "findings");
            assert_eq!(new.len(), items.len());
            assert!(!text(&new[index], "id").is_empty(), "it has an id");
            set(&mut items[index], &way("id"), Value::Text(text(&new[index], "id").to_owned()));
            for (place, (own, new)) in items.iter_mut().zip(new).enumerate() {
                let (before, after) = (text(own, "suggested").to_owned(), text(new, "suggested"));
                assert!(
                    place == index || before != "true" || after == "true",
                    "only one is accepted"
                );
                assert!(place != index || after != "true", "it is accepted");
                remove(own, "suggested");
                new.get(&way("suggested"))
                    .cloned()
                    .into_iter()
                    .for_each(|it| set(own, &way("suggested"), it));
            }
        }
        with if with.get("words").is_some() => {
            let new = &list(next, "findings")[index];
            let marked = with["words"]["words"].as_str().expect("words").to_owned();
            let is_more = with["words"]["is_more"] == true;
            let old = if is_more { texts(&items[index], "words") } else { Vec::new() };
            assert_eq!(texts(new, "words"), [old, vec![marked]].concat());
            let words = new.get(&way("words")).expect("words").clone();
            set(&mut items[index], &way("words"), words);
            if !is_more {
                remove(&mut items[index], "page");
            }
        }
        _ => {
            let (first, second) =
                (&list(next, "findings")[index], &list(next, "findings")[index + 1]);
            let halves = [texts(first, "words"), texts(second, "words")].concat().join(" ");
            assert_eq!(halves, texts(&items[index], "words").join(" "), "no word is lost");
            assert_eq!((text(second, "suggested"), text(second, "id")), ("true", ""));
            assert_eq!(text(second, "text"), texts(second, "words").join(" "), "its own words");
            let (old, new) = (text(&items[index], "text"), text(first, "text").to_owned());
            assert!(new == old || new == texts(first, "words").join(" "), "{new}");
            set(&mut items[index], &way("text"), Value::Text(new));
            let words = first.get(&way("words")).expect("words").clone();
            set(&mut items[index], &way("words"), words);
            let said = text(&items[index], "suggested").to_owned();
            if said == "true" || said.is_empty() && text(now, "suggested") == "true" {
                // What an import thought of the whole is thought of the half anew.
                for key in ["polarity", "topics"] {
                    first
                        .get(&way(key))
                        .into_iter()
                        .for_each(|it| set(&mut items[index], &way(key), it.clone()));
                }
            }
            items.insert(index + 1, second.clone());
        }
    }
    items
}

fn set_list(values: &mut Value, key: &str, items: Vec<Value>) {
    match items.is_empty() {
        true => remove(values, key),
        false => set(values, &way(key), Value::List(items)),
    }
}

fn set(values: &mut Value, path: &[Way], new: Value) {
    let Some((step, rest)) = path.split_first() else {
        *values = new;
        return;
    };
    match (values, step) {
        (Value::Group(entries), Way::Key(key)) => {
            match entries.iter_mut().find(|(own, _)| own == key) {
                Some((_, value)) => set(value, rest, new),
                None => {
                    let mut value = Value::Group(Vec::new());
                    set(&mut value, rest, new);
                    entries.push((key.clone(), value));
                }
            }
        }
        (Value::List(items), Way::Index(index)) => set(&mut items[*index], rest, new),
        (value, _) => panic!("{value:?} has no {path:?}"),
    }
}

fn remove(values: &mut Value, name: &str) {
    if let Value::Group(entries) = values {
        entries.retain(|(key, _)| key != name);
    }
}
