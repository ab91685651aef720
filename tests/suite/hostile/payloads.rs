//! What others have used to make pages run things: published lists where they lie beside the repository, and ours.

use std::fs;

use serde_json::Value;

use crate::folder::repository;

/// Every payload, ours first.
pub(crate) fn payloads() -> Vec<String> {
    let ours = read("tests/hostile/payloads.json").expect("our own list");
    let mut payloads: Vec<String> = texts(&ours);
    let own = payloads.len();
    assert!(own >= 50, "our own list is whole: {own}");
    // The lists are others' work, and no part of this repository.
    if let Some(published) = read("../shared/hostile/payloads.json") {
        for list in ["dompurify", "owasp", "md", "blns"] {
            payloads.extend(texts(&published[list]));
        }
        assert!(payloads.len() > 900, "the lists are whole");
    }
    payloads.retain(|payload| !payload.trim().is_empty());
    payloads
}

fn read(path: &str) -> Option<Value> {
    let text = fs::read_to_string(repository().join(path)).ok()?;
    Some(serde_json::from_str(&text).expect("JSON"))
}

fn texts(list: &Value) -> Vec<String> {
    let texts = list.as_array().expect("a list").iter();
    texts.map(|text| text.as_str().expect("a text").to_owned()).collect()
}
