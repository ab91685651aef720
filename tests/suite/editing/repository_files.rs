//! This repository's own files: what is not changed stays, byte for byte.

use letterpress::edit::{Change, Path, Step, Value, edited, values};
use letterpress::parse::FrontMatter;

use crate::folder::tree;
use crate::repository_content::own_sites;

/// Each file of the content: its path, its kind and its text.
pub(super) fn files() -> Vec<(String, FrontMatter, String)> {
    let [_, site] = own_sites();
    let files = tree(&site.path().join("content")).into_iter();
    let read = files.filter(|(path, _)| path.ends_with(".md")).map(|(path, bytes)| {
        let kind = match path.split('/').next() {
            Some("topics") => FrontMatter::Topic,
            Some("pages") => FrontMatter::Page,
            _ if path.ends_with("/authority.md") => FrontMatter::Authority,
            _ => FrontMatter::Letter,
        };
        (path, kind, String::from_utf8(bytes).expect("text"))
    });
    read.collect()
}

#[test]
fn a_file_without_a_change_is_the_same() {
    let files = files();
    assert!(files.len() > 50);
    for (path, kind, file) in files {
        assert_eq!(edited(&file, kind, &[]).as_ref(), Ok(&file), "{path}");
    }
}

#[test]
fn a_value_that_is_set_to_itself_stays() {
    let mut count = 0;
    for (path, kind, file) in files() {
        let mut changes = Vec::new();
        set_all(&values(&file).expect("front matter"), &Path::new(), &mut changes);
        count += changes.len();
        assert_eq!(edited(&file, kind, &changes).as_ref(), Ok(&file), "{path}");
    }
    assert!(count > 5_000, "{count} values are set");
}

fn set_all(value: &Value, path: &Path, changes: &mut Vec<Change>) {
    changes.push(Change::Set { path: path.clone(), value: value.clone() });
    let below = |step| path.iter().cloned().chain([step]).collect();
    match value {
        Value::Text(_) => {}
        Value::List(items) => {
            for (index, item) in items.iter().enumerate() {
                set_all(item, &below(Step::Index(index)), changes);
            }
        }
        Value::Group(entries) => {
            for (key, value) in entries {
                set_all(value, &below(Step::Key(key.clone())), changes);
            }
        }
    }
}
