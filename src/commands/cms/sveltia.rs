//! The configuration of Sveltia CMS, as <https://sveltiacms.app/en/docs> and the JSON Schema in its
//! package describe it.

use letterpress::model::{LetterKindId, Settings, Vocabulary};
use letterpress::parse::FrontMatter;
use serde_json::{Value, json};

use super::form::{FormField, Input, Pattern, fields};

/// What whoever sets the editor up must know.
pub(super) const COMMENT: &str = "\
# yaml-language-server: $schema=https://unpkg.com/@sveltia/cms/schema/sveltia-cms.json
# Sveltia CMS, made by `letterpress cms sveltia`: make it anew rather than changing it by hand.
#
# Keep it as `config.yml` beside the page that loads the editor, and `site.toml` with the address of the
# repository in `[repository]`. Signing in with GitHub needs a server of your own for it, or an access
# token: https://sveltiacms.app/en/docs/backends/github
#
# - A new letter: choose the folder of its authority in the field for the path. Letters are told from
#   `authority.md` in the same folder by `kind`.
# - Dates are texts: 2018-02-15, 2018-02, 2018-01-23/2018-01-24. Write several days in square brackets,
#   as in [2022-09-29, 2022-10-01].
# - Measures are not in the form, as it has no field for dates with numbers. Add them to the file by hand.
#   Before you save a letter that has some, look at what the editor made of them.
# - Pictures are not in the form either: put them beside the letter by hand.";

/// The whole configuration.
pub(super) fn config(settings: &Settings, vocabulary: &Vocabulary) -> Value {
    let (repo, branch) = match &settings.repository {
        Some((url, branch)) => (owner_and_name(url), branch.as_str()),
        None => ("owner/name", "main"),
    };
    json!({
        "backend": {"name": "github", "repo": repo, "branch": branch},
        "app_title": settings.title,
        "site_url": settings.base_url,
        "slug": {"encoding": "ascii", "clean_accents": true, "maxlength": 100},
        "output": {"omit_empty_optional_fields": true},
        "collections": [
            letters(vocabulary),
            authorities(vocabulary),
            topics(vocabulary),
            pages(vocabulary),
        ],
    })
}

/// The last two parts of a repository's address.
fn owner_and_name(url: &str) -> &str {
    let url = url.strip_suffix(".git").unwrap_or(url);
    url.rmatch_indices('/').nth(1).map_or(url, |(slash, _)| &url[slash + 1..])
}

fn letters(vocabulary: &Vocabulary) -> Value {
    let kinds: Vec<&str> =
        vocabulary.ids().map(|kind: LetterKindId| vocabulary.word(kind)).collect();
    json!({
        "name": "letters",
        "label": "Letters",
        "label_singular": "Letter",
        "folder": "content/authorities",
        "filter": {"field": "kind", "value": kinds},
        "nested": {"depth": 2, "subfolders": false, "summary": "{{dated}} {{kind}}"},
        "meta": {"path": {"label": "Authority", "widget": "string"}},
        "identifier_field": "dated",
        "slug": {
            "template": "{{dated}}-{{kind}}",
            "hint": "The name of the file and the end of its address, such as 2018-02-15-visit-6",
        },
        "summary": "{{dated}} {{kind}}",
        "fields": with_body(FrontMatter::Letter, vocabulary),
    })
}

fn authorities(vocabulary: &Vocabulary) -> Value {
    json!({
        "name": "authorities",
        "label": "Authorities",
        "label_singular": "Authority",
        "folder": "content/authorities",
        "path": "{{slug}}/authority",
        "identifier_field": "name",
        "slug": "{{name}}",
        "fields": with_body(FrontMatter::Authority, vocabulary),
    })
}

fn topics(vocabulary: &Vocabulary) -> Value {
    json!({
        "name": "topics",
        "label": "Topics",
        "label_singular": "Topic",
        "folder": "content/topics",
        "slug": "{{title}}",
        "fields": with_body(FrontMatter::Topic, vocabulary),
    })
}

fn pages(vocabulary: &Vocabulary) -> Value {
    json!({
        "name": "pages",
        "label": "Pages",
        "label_singular": "Page",
        "folder": "content/pages",
        "slug": "{{title}}",
        "fields": with_body(FrontMatter::Page, vocabulary),
    })
}

fn with_body(kind: FrontMatter, vocabulary: &Vocabulary) -> Vec<Value> {
    let body = json!({
        "name": "body",
        "label": "Text",
        "hint": "The text of the page",
        "required": false,
        "widget": "richtext",
        "editor_components": [],
    });
    fields(kind, vocabulary).iter().map(widget).chain([body]).collect()
}

fn widget(field: &FormField) -> Value {
    let FormField { name, label, hint, required, input } = field;
    let mut widget = json!({"name": name, "label": label});
    if !hint.is_empty() {
        widget["hint"] = json!(hint);
    }
    if !required {
        widget["required"] = json!(false);
    }
    merge(&mut widget, input_of(input));
    widget
}

fn input_of(input: &Input) -> Value {
    match input {
        Input::Line(None) => json!({"widget": "string"}),
        Input::Line(Some(Pattern { regex, message })) => {
            json!({"widget": "string", "pattern": [regex, message]})
        }
        Input::Long => json!({"widget": "text"}),
        Input::Flag => json!({"widget": "boolean"}),
        Input::Number { least, most } => {
            let mut number = json!({"widget": "number", "value_type": "int"});
            for (key, bound) in [("min", least), ("max", most)] {
                if let Some(bound) = bound {
                    number[key] = json!(bound);
                }
            }
            number
        }
        Input::Choice(choices) => {
            let options: Vec<Value> = choices
                .iter()
                .map(|(word, label)| json!({"label": label, "value": word}))
                .collect();
            json!({"widget": "select", "options": options})
        }
        Input::Reference(kind) => relation(kind),
        Input::Group(fields) => {
            let fields: Vec<Value> = fields.iter().map(widget).collect();
            json!({"widget": "object", "fields": fields})
        }
        Input::List(least, item) => list(*least, item),
    }
}

/// The slug of a file in another collection.
fn relation(kind: &str) -> Value {
    let (collection, shown) = match kind {
        "authority" => ("authorities", "name"),
        _ => ("topics", "title"),
    };
    json!({
        "widget": "relation",
        "collection": collection,
        "value_field": "{{slug}}",
        "display_fields": [shown],
        "search_fields": [shown],
    })
}

fn list(least: u64, item: &FormField) -> Value {
    let mut list = match &item.input {
        Input::Reference(kind) => {
            let mut relation = relation(kind);
            relation["multiple"] = json!(true);
            relation
        }
        Input::Group(fields) => {
            let fields: Vec<Value> = fields.iter().map(widget).collect();
            json!({"widget": "list", "collapsed": "auto", "fields": fields})
        }
        _ => json!({"widget": "list", "field": widget(item)}),
    };
    if least > 0 {
        list["min"] = json!(least);
    }
    list
}

fn merge(into: &mut Value, from: Value) {
    if let (Value::Object(into), Value::Object(from)) = (into, from) {
        into.extend(from);
    }
}
