//! The configurations of browser editors. `.ci/published-schemas` holds Sveltia's against the schema that
//! is published for it.

use letterpress::parse::{FrontMatter, built_in_vocabulary, schema};
use serde_json::{Value, json};

use crate::folder::Folder;

/// Prints the configuration of an editor, and reads it.
fn cms(folder: &Folder, editor: &str) -> Value {
    let printed = folder.run(&["cms", editor]).expect(0).stdout;
    assert!(printed.starts_with("# "), "it says how to use it");
    serde_yaml::from_str(&printed).expect("YAML")
}

fn names(fields: &Value) -> Vec<&str> {
    fields.as_array().into_iter().flatten().filter_map(|it| it["name"].as_str()).collect()
}

/// What a form for this kind of file asks for: every key but measures, whose points have keys of their
/// own; then the text.
fn keys(kind: FrontMatter) -> Vec<String> {
    let schema = schema(kind, &built_in_vocabulary());
    let keys = schema["properties"].as_object().expect("keys").keys().cloned();
    keys.filter(|key| key != "measures").chain(["body".to_owned()]).collect()
}

#[test]
fn sveltia_has_a_form_for_each_kind_of_file() {
    let folder = Folder::with_sunderland();
    let plain = cms(&folder, "sveltia");
    assert_eq!(plain["backend"]["repo"], "owner/name");
    let settings = "title = \"T\"\n[repository]\nurl = \"https://github.com/a-council/letters/\"\nbranch = \"drafts\"\n";
    folder.write("site.toml", settings);
    let config = cms(&folder, "sveltia");
    let backend = json!({"name": "github", "repo": "a-council/letters", "branch": "drafts"});
    assert_eq!(config["backend"], backend);

    known_widgets(&config["collections"]);
    let collections = config["collections"].as_array().expect("collections");
    for (collection, kind) in collections.iter().zip([
        FrontMatter::Letter,
        FrontMatter::Authority,
        FrontMatter::Topic,
        FrontMatter::Page,
    ]) {
        assert_eq!(names(&collection["fields"]), keys(kind));
    }
    let letter = &collections[0];
    assert_eq!(letter["filter"]["value"], json!(["monitoring-visit", "focused-visit"]));
    let finding = field(letter, "findings");
    assert_eq!(
        names(&finding["fields"]),
        [
            "id",
            "title",
            "key",
            "polarity",
            "topics",
            "text",
            "words",
            "page",
            "subject",
            "follows",
            "national_framework",
            "aliases",
            "suggested"
        ]
    );
    let fields = finding["fields"].as_array().expect("fields");
    let field = |name: &str| fields.iter().find(|it| it["name"] == name).expect("it");
    let polarity = field("polarity");
    assert_eq!(polarity["widget"], "select");
    assert_eq!(polarity["options"][3], json!({"label": "Not yet good enough", "value": "not-yet"}));
    assert_eq!(field("page")["widget"], "number");
    let topics = field("topics");
    assert_eq!((&topics["widget"], &topics["collection"]), (&json!("relation"), &json!("topics")));
    assert_eq!((&topics["multiple"], &topics["min"]), (&json!(true), &json!(1)));
}

/// The field of this name.
fn field<'a>(of: &'a Value, name: &str) -> &'a Value {
    let mut fields = of["fields"].as_array().expect("fields").iter();
    fields.find(|field| field["name"] == name).expect("the field")
}

/// The published schema takes any name for a widget that somebody may have made.
fn known_widgets(config: &Value) {
    const KNOWN: [&str; 9] =
        ["string", "text", "boolean", "number", "select", "relation", "object", "list", "richtext"];
    match config {
        Value::Object(members) => {
            if let Some(Value::String(widget)) = members.get("widget") {
                assert!(KNOWN.contains(&widget.as_str()), "there is no widget `{widget}`");
            }
            members.values().for_each(known_widgets);
        }
        Value::Array(items) => items.iter().for_each(known_widgets),
        _ => {}
    }
}

/// Pages CMS publishes no schema that could be run, so this holds what its manual says of each key:
/// <https://pagescms.org/docs/configuration>.
#[test]
fn pages_is_as_its_manual_says() {
    let config = cms(&Folder::with_sunderland(), "pages");
    only(&config, &["content", "components", "settings"]);
    assert_eq!(config["settings"]["content"]["merge"], true);
    let content = config["content"].as_array().expect("content");
    assert_eq!(names(&config["content"]), ["letters", "authorities", "topics", "pages"]);
    for entry in content {
        content_entry(&config, entry);
    }
    assert_eq!(names(&content[0]["fields"]), keys(FrontMatter::Letter));
    assert_eq!(content[1]["items"][0]["path"], "content/authorities/sunderland/authority.md");
    assert_eq!(names(&content[1]["items"][0]["fields"]), keys(FrontMatter::Authority));
    assert_eq!(names(&content[2]["fields"]), keys(FrontMatter::Topic));
    assert_eq!(names(&content[3]["fields"]), keys(FrontMatter::Page));
    let topics = &field(field(&content[0], "findings"), "topics")["options"];
    assert_eq!(topics["values"][0], json!({"value": "early-help", "label": "Early help"}));
}

fn content_entry(config: &Value, entry: &Value) {
    only(
        entry,
        &[
            "name",
            "label",
            "type",
            "path",
            "fields",
            "filename",
            "exclude",
            "subfolders",
            "view",
            "items",
        ],
    );
    match entry["type"].as_str() {
        Some("group") => {
            let items = entry["items"].as_array().expect("items");
            items.iter().for_each(|item| content_entry(config, item));
        }
        Some("collection" | "file") => {
            let path = entry["path"].as_str().expect("a path");
            assert!(!path.starts_with('/') && !path.ends_with('/'), "{path}");
            let fields = entry["fields"].as_array().expect("fields");
            fields.iter().for_each(|it| pages_field(config, it));
        }
        other => panic!("{other:?} is no type of content"),
    }
}

fn pages_field(config: &Value, field: &Value) {
    let name = field["name"].as_str().expect("a name");
    assert!(name.chars().all(|it| it.is_ascii_alphanumeric() || "-_".contains(it)), "{name}");
    if let Some(component) = field["component"].as_str() {
        only(field, &["name", "component"]);
        let mut field = config["components"][component].clone();
        assert!(field["name"].is_null(), "a component has no name");
        field["name"] = json!(name);
        return pages_field(config, &field);
    }
    only(
        field,
        &[
            "name",
            "label",
            "description",
            "type",
            "required",
            "pattern",
            "options",
            "fields",
            "list",
        ],
    );
    let allowed: &[&str] = match field["type"].as_str().expect("a type") {
        "string" | "text" | "boolean" => &[],
        "number" => &["min", "max"],
        "code" => &["language"],
        "select" => {
            assert!(field["options"]["values"].is_array(), "{name} has nothing to choose from");
            &["values", "multiple", "min"]
        }
        "object" => {
            let fields = field["fields"].as_array().expect("fields");
            fields.iter().for_each(|it| pages_field(config, it));
            &[]
        }
        other => panic!("{other} is no type of field"),
    };
    if !field["options"].is_null() {
        only(&field["options"], allowed);
    }
    if !field["pattern"].is_null() {
        only(&field["pattern"], &["regex", "message"]);
    }
}

#[track_caller]
fn only(value: &Value, allowed: &[&str]) {
    for key in value.as_object().expect("keys").keys() {
        assert!(allowed.contains(&key.as_str()), "`{key}` is not in the manual");
    }
}

#[test]
fn an_editor_is_configured_for_a_site_only() {
    assert!(Folder::new().run(&["cms", "pages"]).expect(2).stderr.contains("site.toml"));
    let folder = Folder::with_sunderland();
    folder.write("site.toml", "titel = 3\n");
    assert!(folder.run(&["cms", "sveltia"]).expect(2).stderr.contains("titel"));
    // A mistake in the content is no reason not to get an editor to mend it with.
    let folder = Folder::with_sunderland();
    folder.write("content/pages/about.md", "no front matter\n");
    folder.run(&["cms", "sveltia"]).expect(0);
}
