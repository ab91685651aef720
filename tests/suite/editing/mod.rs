//! Front matter edited in place, through the library's door.

mod cases;
mod made_up;
mod random_edits;
mod refusals;
mod repository_files;

use letterpress::edit::{Path, Step, Value};

/// `findings.0.text` as a way: digits alone are an index.
fn path(words: &str) -> Path {
    let step = |part: &str| match part.parse() {
        Ok(index) => Step::Index(index),
        Err(_) => Step::Key(part.to_owned()),
    };
    words.split('.').filter(|part| !part.is_empty()).map(step).collect()
}

fn text(words: &str) -> Value {
    Value::Text(words.to_owned())
}

fn list(items: &[&str]) -> Value {
    Value::List(items.iter().map(|it| text(it)).collect())
}

fn group(entries: &[(&str, Value)]) -> Value {
    Value::Group(entries.iter().map(|(key, value)| ((*key).to_owned(), value.clone())).collect())
}
