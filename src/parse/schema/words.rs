//! The words of a vocabulary, put into schemas that only name its lists.

use serde_json::{Map, Value, json};

use crate::model::{Term, TermList, Vocabulary};

/// The keyword by which a schema names the list that its words are of, until they are put in.
pub(super) const LIST: &str = "x-list";

/// What it says of a group with an entry for each judgement area, each a grade.
pub(super) const JUDGEMENTS: &str = "judgements";

/// Puts the words in, wherever in a schema a list is named.
pub(super) fn put_in(schema: &mut Value, vocabulary: &Vocabulary) {
    match schema {
        Value::Array(items) => items.iter_mut().for_each(|item| put_in(item, vocabulary)),
        Value::Object(members) => {
            if let Some(Value::String(list)) = members.shift_remove(LIST) {
                put_in_list(members, &list, vocabulary);
            }
            members.values_mut().for_each(|member| put_in(member, vocabulary));
        }
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

fn put_in_list(members: &mut Map<String, Value>, list: &str, vocabulary: &Vocabulary) {
    if list == JUDGEMENTS {
        members.insert("properties".to_owned(), judgements(vocabulary));
        members.insert("additionalProperties".to_owned(), json!(false));
        return;
    }
    let list = TermList::ALL.into_iter().find(|it| it.key() == list);
    let terms = list.map(|list| vocabulary.list(list)).unwrap_or_default();
    // Where a value may be left out, so may its word.
    let may_be_null = members["enum"].as_array().is_some_and(|words| !words.is_empty());
    let nothing = may_be_null.then_some(Value::Null);
    let words: Vec<Value> = terms.iter().map(|it| json!(it.word)).chain(nothing).collect();
    members.insert("enum".to_owned(), Value::Array(words));
    members.insert("enumDescriptions".to_owned(), labels(&terms));
}

fn labels(terms: &[&Term]) -> Value {
    terms.iter().map(|it| it.label.as_str()).collect()
}

fn judgements(vocabulary: &Vocabulary) -> Value {
    let grades = vocabulary.list(TermList::Grades);
    let words: Vec<Value> = grades.iter().map(|it| json!(it.word)).chain([Value::Null]).collect();
    let schema = |area: &&Term| {
        json!({
            "description": area.label,
            "type": ["string", "null"],
            "enum": words,
            "enumDescriptions": labels(&grades),
        })
    };
    let areas = vocabulary.list(TermList::Areas);
    Value::Object(areas.iter().map(|area| (area.word.clone(), schema(area))).collect())
}
