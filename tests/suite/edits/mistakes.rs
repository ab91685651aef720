//! Edits that go wrong, each in a way that another stage finds.

use super::{Act, Editor, folder_of, site};

pub(super) const ALL: &[Act] = &[
    (2, unknown_topic),
    (2, bad_date),
    (2, unknown_key),
    (2, broken_front_matter),
    (2, front_matter_without_end),
    (1, duplicate_id),
    (2, raw_html),
    (2, dead_link),
    (1, no_text_at_all),
    (1, empty_file),
    (2, broken_authority),
    (1, no_authority),
    (1, address_taken),
    (2, broken_template),
    (1, failing_template),
    (2, broken_settings),
    (1, unknown_theme),
    (1, broken_theme),
    (1, no_settings),
];

fn in_letter(editor: &mut Editor, from: &str, to: &str) -> Option<String> {
    let letter = editor.letter()?;
    let change = |text: &str| text.contains(from).then(|| text.replacen(from, to, 1));
    let what = editor.change(&letter, change)?;
    Some(format!("{what}: {from:?} to {to:?}"))
}

fn unknown_topic(editor: &mut Editor) -> Option<String> {
    in_letter(editor, "[thresholds, leadership]", "[threshold, leadership]")
}

fn bad_date(editor: &mut Editor) -> Option<String> {
    in_letter(editor, "-03-30\n", "-02-30\n")
}

fn unknown_key(editor: &mut Editor) -> Option<String> {
    in_letter(editor, "source: ", "sauce: ")
}

fn broken_front_matter(editor: &mut Editor) -> Option<String> {
    in_letter(editor, "leadership]", "leadership")
}

fn front_matter_without_end(editor: &mut Editor) -> Option<String> {
    in_letter(editor, "\n---\n", "\n")
}

fn duplicate_id(editor: &mut Editor) -> Option<String> {
    in_letter(editor, "  - polarity: strength", "  - id: first\n    polarity: strength")
}

fn raw_html(editor: &mut Editor) -> Option<String> {
    in_letter(editor, "A summary.", "A <b>summary</b>.")
}

fn dead_link(editor: &mut Editor) -> Option<String> {
    in_letter(editor, "A summary.", "A summary of [this](nowhere.md).")
}

fn no_text_at_all(editor: &mut Editor) -> Option<String> {
    let letter = editor.letter()?;
    editor.write(&letter, b"---\nkind: monitoring-visit\xff\xfe\n---\n");
    Some(format!("write no text into {letter}"))
}

fn empty_file(editor: &mut Editor) -> Option<String> {
    let letter = editor.letter()?;
    editor.write(&letter, "");
    Some(format!("empty {letter}"))
}

fn broken_authority(editor: &mut Editor) -> Option<String> {
    let authority = editor.authority()?;
    editor.change(&authority, |text| Some(text.replacen("inadequate", "bad", 1)))
}

fn no_authority(editor: &mut Editor) -> Option<String> {
    let authority = editor.authority()?;
    editor.remove(&authority);
    Some(format!("delete {authority}"))
}

fn address_taken(editor: &mut Editor) -> Option<String> {
    let letter = editor.letter()?;
    let (_, name) = letter.rsplit_once('/')?;
    let path = format!("{}/copy-{}.md", folder_of(&letter), editor.edits);
    let slug = format!("---\nslug: {}\n", name.trim_end_matches(".md"));
    editor.write(&path, &site::letter(2017, 3, "The same.").replacen("---\n", &slug, 1));
    Some(format!("add {path} with the address of {letter}"))
}

fn broken_template(editor: &mut Editor) -> Option<String> {
    editor.write("themes/own/templates/letter.html", "{% block title %}\n");
    Some("break a template".to_owned())
}

/// It can be read; that it says what is not there is found when it is used.
fn failing_template(editor: &mut Editor) -> Option<String> {
    editor.write("themes/own/templates/page.html", "{{ page.nothing.of_this }}\n");
    Some("let a template fail".to_owned())
}

fn broken_settings(editor: &mut Editor) -> Option<String> {
    editor.change("site.toml", |text| Some(text.replacen("title = ", "title == ", 1)))
}

fn unknown_theme(editor: &mut Editor) -> Option<String> {
    editor.change("site.toml", |text| Some(text.replacen("theme = \"", "theme = \"no-", 1)))
}

fn broken_theme(editor: &mut Editor) -> Option<String> {
    editor.change("themes/own/theme.toml", |text| Some(format!("{text}[options\n")))
}

fn no_settings(editor: &mut Editor) -> Option<String> {
    editor.root().join("site.toml").exists().then(|| {
        editor.remove("site.toml");
        "delete site.toml".to_owned()
    })
}
