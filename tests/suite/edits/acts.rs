//! Edits as people make them who know what they do.

use std::fs;

use super::{Act, Editor, folder_of, site};

pub(super) const ALL: &[Act] = &[
    (14, change_finding),
    (6, change_text),
    (3, save_unchanged),
    (8, add_letter),
    (5, delete_letter),
    (6, rename_letter),
    (5, move_letter),
    (6, toggle_draft),
    (4, rename_authority),
    (4, rename_folder),
    (2, delete_folder),
    (3, add_topic),
    (3, change_topic),
    (3, rename_topic),
    (2, delete_topic),
    (3, add_page),
    (3, delete_page),
    (6, change_settings),
    (4, change_stylesheet),
    (4, change_template),
    (2, drop_template),
    (3, change_picture),
    (3, replace_picture),
    (3, leave_other_files),
];

/// More would make each comparison long.
const LETTERS_AT_MOST: usize = 9;

fn change_finding(editor: &mut Editor) -> Option<String> {
    let (letter, edits) = (editor.letter()?, editor.edits);
    editor.change(&letter, |text| {
        let (before, rest) = text.split_once("    text: ")?;
        let (_, after) = rest.split_once('\n')?;
        Some(format!("{before}    text: Inspectors saw change {edits}.\n{after}"))
    })
}

fn change_text(editor: &mut Editor) -> Option<String> {
    let is_text = |path: &String| path.ends_with(".md");
    let texts: Vec<String> = editor.files("content").into_iter().filter(is_text).collect();
    let (path, edits) = (editor.one_of(&texts)?, editor.edits);
    editor.change(&path, |text| Some(format!("{text}\n## More {edits}\n\nMore to read.\n")))
}

fn save_unchanged(editor: &mut Editor) -> Option<String> {
    let letter = editor.letter()?;
    editor.change(&letter, |text| Some(text.to_owned()))
}

fn add_letter(editor: &mut Editor) -> Option<String> {
    if editor.letters().len() >= LETTERS_AT_MOST {
        return None;
    }
    let authority = editor.authority()?;
    let (year, visit) = (2016 + editor.random.below(4), 1 + editor.random.below(7));
    let path = format!("{}/added-{}.md", folder_of(&authority), editor.edits);
    editor.write(&path, &site::letter(year, visit, "It is new."));
    Some(format!("add {path}"))
}

fn delete_letter(editor: &mut Editor) -> Option<String> {
    let letter = editor.letter()?;
    editor.remove(&letter);
    Some(format!("delete {letter}"))
}

fn rename_letter(editor: &mut Editor) -> Option<String> {
    let letter = editor.letter()?;
    let to = format!("{}/renamed-{}.md", folder_of(&letter), editor.edits);
    editor.rename(&letter, &to)
}

fn move_letter(editor: &mut Editor) -> Option<String> {
    let (letter, authority) = (editor.letter()?, editor.authority()?);
    let (_, name) = letter.rsplit_once('/')?;
    editor.rename(&letter, &format!("{}/{name}", folder_of(&authority)))
}

fn toggle_draft(editor: &mut Editor) -> Option<String> {
    const DRAFT: &str = "---\ndraft: true\n";
    let letter = editor.letter()?;
    editor.change(&letter, |text| match text.strip_prefix(DRAFT) {
        Some(rest) => Some(format!("---\n{rest}")),
        None => Some(format!("{DRAFT}{}", text.strip_prefix("---\n")?)),
    })
}

fn rename_authority(editor: &mut Editor) -> Option<String> {
    let authority = editor.authority()?;
    let name = format!("Council {}", editor.edits);
    editor.write(&authority, &site::authority(&name));
    Some(format!("change the name in {authority}"))
}

fn rename_folder(editor: &mut Editor) -> Option<String> {
    let authority = editor.authority()?;
    let to = format!("content/authorities/council-{}", editor.edits);
    editor.rename(folder_of(&authority), &to)
}

fn delete_folder(editor: &mut Editor) -> Option<String> {
    let authority = editor.authority()?;
    editor.remove(folder_of(&authority));
    Some(format!("delete the folder of {authority}"))
}

fn add_topic(editor: &mut Editor) -> Option<String> {
    if editor.files("content/topics").len() > 9 {
        return None;
    }
    let path = format!("content/topics/topic-{}.md", editor.edits);
    editor.write(&path, &site::topic("new"));
    Some(format!("add {path}"))
}

fn change_topic(editor: &mut Editor) -> Option<String> {
    let topic = editor.one_of(&editor.files("content/topics"))?;
    let title = format!("Title {}", editor.edits);
    editor.write(&topic, &site::topic(&title));
    Some(format!("change {topic}"))
}

fn rename_topic(editor: &mut Editor) -> Option<String> {
    let topic = editor.one_of(&editor.files("content/topics"))?;
    editor.rename(&topic, &format!("content/topics/renamed-{}.md", editor.edits))
}

fn delete_topic(editor: &mut Editor) -> Option<String> {
    let topic = editor.one_of(&editor.files("content/topics"))?;
    editor.remove(&topic);
    Some(format!("delete {topic}"))
}

fn add_page(editor: &mut Editor) -> Option<String> {
    if editor.files("content/pages").len() > 8 {
        return None;
    }
    let (path, menu) = (format!("content/pages/page-{}.md", editor.edits), editor.random.below(9));
    editor.write(&path, &format!("---\ntitle: New\nmenu: {menu}\n---\n[About](about.md)\n"));
    Some(format!("add {path}"))
}

fn delete_page(editor: &mut Editor) -> Option<String> {
    let is_added = |path: &String| path.starts_with("content/pages/page-");
    let added: Vec<String> = editor.files("content/pages").into_iter().filter(is_added).collect();
    let page = editor.one_of(&added)?;
    editor.remove(&page);
    Some(format!("delete {page}"))
}

fn change_settings(editor: &mut Editor) -> Option<String> {
    let title = format!("Letters {}", editor.edits);
    let theme = editor.random.one_of(&["own", "own", "plain", "gazette"]);
    let (per_page, search) = (2 + editor.random.below(3), editor.random.percent(60));
    editor.write("site.toml", &site::settings(&title, theme, per_page, search));
    Some(format!("change site.toml: {theme}, {per_page} a page, search {search}"))
}

fn change_stylesheet(editor: &mut Editor) -> Option<String> {
    let style = format!("p {{ margin: {}px }}\n", editor.edits);
    let path = editor.random.one_of(&["themes/own/static/own.css", "themes/own/static/style.css"]);
    editor.write(path, &style);
    Some(format!("change {path}"))
}

fn change_template(editor: &mut Editor) -> Option<String> {
    let text = format!(
        "{{% extends \"themes/plain/templates/page.html\" %}}{{% block title %}}Own {}{{% endblock %}}\n",
        editor.edits
    );
    editor.write("themes/own/templates/page.html", &text);
    Some("change the template of pages".to_owned())
}

fn drop_template(editor: &mut Editor) -> Option<String> {
    let path = "themes/own/templates/page.html";
    editor.root().join(path).exists().then(|| {
        editor.remove(path);
        format!("delete {path}")
    })
}

fn change_picture(editor: &mut Editor) -> Option<String> {
    let is_picture = |path: &String| path.ends_with(".png");
    let all: Vec<String> = editor.files("content/pages").into_iter().filter(is_picture).collect();
    let picture = editor.one_of(&all)?;
    editor.write(&picture, &format!("{} {}", site::PICTURE, editor.edits));
    Some(format!("change {picture}"))
}

/// A picture that nothing links to is no part of the site.
fn replace_picture(editor: &mut Editor) -> Option<String> {
    let name = format!("picture-{}.png", editor.edits);
    editor.write(&format!("content/pages/{name}"), site::PICTURE);
    editor.write("content/pages/about.md", &site::about(&name));
    Some(format!("link to {name}"))
}

/// What editors and systems leave lying about, and what a build leaves.
fn leave_other_files(editor: &mut Editor) -> Option<String> {
    let path = editor.random.one_of(&[
        "content/.DS_Store",
        "content/pages/.about.md.swp",
        "content/pages/about.md~",
        "notes.txt",
        "public/index.html",
    ]);
    let is_there = fs::exists(editor.root().join(path)).expect("an answer");
    if is_there {
        editor.remove(path);
    } else {
        editor.write(path, "Nothing of the site's.\n");
    }
    Some(format!("leave or take away {path}"))
}
