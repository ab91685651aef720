//! The configuration of Pages CMS, as <https://pagescms.org/docs/configuration> describes it.

use letterpress::model::{Archive, Vocabulary};
use letterpress::parse::FrontMatter;
use serde_json::{Map, Value, json};

use super::form::{FormField, Input, Pattern, fields};

/// What whoever sets the editor up must know.
pub(super) const COMMENT: &str = "\
# Pages CMS, made by `letterpress cms pages`: make it anew rather than changing it by hand, and whenever
# there is a new authority or topic, as their names are in it.
#
# Keep it as `.pages.yml` in the root of the repository, and open the repository on https://app.pagescms.org.
# The editor asks there for the repository and the branch, so they are not in this file.
#
# - A new letter: open the folder of its authority under `Letters` first, then add a file.
# - A new authority is not made here: make its folder with an `authority.md` by hand.
# - Dates are texts: 2018-02-15, 2018-02, 2018-01-23/2018-01-24. Write several days in square brackets,
#   as in [2022-09-29, 2022-10-01].
# - Measures are not in the form, as it has no field for dates with numbers. Add them to the file by hand;
#   `merge` below keeps what the form does not show.
# - Pictures are not in the form either: put them beside the letter by hand.";

/// The whole configuration.
pub(super) fn config(archive: &Archive) -> Value {
    let names = ReferenceNames::new(archive);
    json!({
        "content": [
            {
                "name": "letters",
                "label": "Letters",
                "type": "collection",
                "path": "content/authorities",
                "subfolders": true,
                "exclude": ["authority.md"],
                "filename": {"template": "{fields.dated}-{fields.kind}.md", "field": "create"},
                "view": {
                    "fields": ["dated", "kind", "visit"],
                    "primary": "dated",
                    "sort": ["dated"],
                    "default": {"sort": "dated", "order": "desc"},
                },
                "fields": with_body(FrontMatter::Letter, &names),
            },
            authorities(archive, &names),
            collection("topics", "Topics", FrontMatter::Topic, &names),
            collection("pages", "Pages", FrontMatter::Page, &names),
        ],
        "components": components(&names),
        "settings": {"content": {"merge": true}},
    })
}

/// What a reference can name. The editor's own references know files only by names that end in `.md`.
struct ReferenceNames<'a> {
    vocabulary: &'a Vocabulary,
    authorities: Vec<(String, String)>,
    topics: Vec<(String, String)>,
}

impl<'a> ReferenceNames<'a> {
    fn new(archive: &'a Archive) -> Self {
        let authorities =
            archive.authorities.iter().map(|it| (it.slug.to_string(), it.name.clone()));
        let topics = archive.topics.iter().map(|it| (it.slug.to_string(), it.title.clone()));
        ReferenceNames {
            vocabulary: &archive.vocabulary,
            authorities: authorities.collect(),
            topics: topics.collect(),
        }
    }

    fn of(&self, kind: &str) -> &[(String, String)] {
        match kind {
            "authority" => &self.authorities,
            _ => &self.topics,
        }
    }
}

fn collection(name: &str, label: &str, kind: FrontMatter, names: &ReferenceNames<'_>) -> Value {
    json!({
        "name": name,
        "label": label,
        "type": "collection",
        "path": format!("content/{name}"),
        "subfolders": false,
        "filename": {"template": "{primary}.md", "field": "create"},
        "view": {"fields": ["title"], "primary": "title", "sort": ["title"]},
        "fields": with_body(kind, names),
    })
}

/// Each `authority.md` by itself: the editor can leave files out of a collection, but not all others.
fn authorities(archive: &Archive, names: &ReferenceNames<'_>) -> Value {
    let fields: Vec<Value> = with_body(FrontMatter::Authority, names)
        .iter()
        .map(|field| json!({"name": field["name"], "component": component_name(field)}))
        .collect();
    let files: Vec<Value> = archive
        .authorities
        .iter()
        .map(|authority| {
            json!({
                "name": format!("authority-{}", authority.slug),
                "label": authority.name,
                "type": "file",
                "path": format!("content/authorities/{}/authority.md", authority.slug),
                "fields": fields,
            })
        })
        .collect();
    json!({"name": "authorities", "label": "Authorities", "type": "group", "items": files})
}

/// The fields of an authority, said once for all.
fn components(names: &ReferenceNames<'_>) -> Map<String, Value> {
    with_body(FrontMatter::Authority, names)
        .into_iter()
        .map(|mut field| {
            let name = component_name(&field);
            if let Some(field) = field.as_object_mut() {
                field.shift_remove("name");
            }
            (name, field)
        })
        .collect()
}

fn component_name(field: &Value) -> String {
    format!("authority_{}", field["name"].as_str().unwrap_or_default())
}

fn with_body(kind: FrontMatter, names: &ReferenceNames<'_>) -> Vec<Value> {
    let body = json!({
        "name": "body",
        "label": "Text",
        "description": "The text of the page, in Markdown",
        "type": "code",
        "options": {"language": "markdown"},
    });
    fields(kind, names.vocabulary).iter().map(|field| entry(field, names)).chain([body]).collect()
}

fn entry(field: &FormField, names: &ReferenceNames<'_>) -> Value {
    let FormField { name, label, hint, required, input } = field;
    let mut entry = json!({"name": name, "label": label});
    if !hint.is_empty() {
        entry["description"] = json!(hint);
    }
    if *required {
        entry["required"] = json!(true);
    }
    put(&mut entry, input, names);
    // The editor holds an empty field against its pattern too.
    if let (false, Some(regex)) = (*required, entry["pattern"]["regex"].as_str()) {
        entry["pattern"]["regex"] = json!(format!("^$|{regex}"));
    }
    entry
}

fn put(entry: &mut Value, input: &Input, names: &ReferenceNames<'_>) {
    match input {
        Input::Line(pattern) => {
            entry["type"] = json!("string");
            if let Some(Pattern { regex, message }) = pattern {
                entry["pattern"] = json!({"regex": regex, "message": message});
            }
        }
        Input::Long => entry["type"] = json!("text"),
        Input::Flag => entry["type"] = json!("boolean"),
        Input::Number { least, most } => {
            entry["type"] = json!("number");
            for (key, bound) in [("min", least), ("max", most)] {
                if let Some(bound) = bound {
                    entry["options"][key] = json!(bound);
                }
            }
        }
        Input::Choice(choices) => put_choices(entry, choices),
        Input::Reference(kind) => put_choices(entry, names.of(kind)),
        Input::Group(fields) => {
            entry["type"] = json!("object");
            entry["fields"] = fields.iter().map(|field| self::entry(field, names)).collect();
        }
        Input::List(least, item) => put_list(entry, *least, item, names),
    }
}

fn put_choices(entry: &mut Value, choices: &[(String, String)]) {
    entry["type"] = json!("select");
    entry["options"]["values"] =
        choices.iter().map(|(word, label)| json!({"value": word, "label": label})).collect();
}

/// Several of some words are one field that takes several; all else is a list of fields.
fn put_list(entry: &mut Value, least: u64, item: &FormField, names: &ReferenceNames<'_>) {
    put(entry, &item.input, names);
    if matches!(item.input, Input::Choice(_) | Input::Reference(_)) {
        entry["options"]["multiple"] = json!(true);
        if least > 0 {
            entry["options"]["min"] = json!(least);
        }
    } else {
        entry["list"] = json!(true);
    }
}
