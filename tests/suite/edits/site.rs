//! The site that is edited: small, with something of every kind.

use crate::folder::Folder;

/// How a picture begins; nobody looks at the rest.
pub(super) const PICTURE: &str = "\u{89}PNG\r\n";

const TOPICS: &[&str] = &["thresholds", "leadership", "partnership", "early-help", "planning"];

/// Writes all of it.
pub(super) fn write_all(folder: &Folder, search: bool) {
    folder.write("site.toml", settings("Letters", "own", 3, search));
    for (slug, name) in [("sunderland", "Sunderland"), ("medway", "Medway"), ("luton", "Luton")] {
        folder.write(&format!("content/authorities/{slug}/authority.md"), authority(name));
    }
    for (slug, year, visit) in [
        ("sunderland", 2016, 1),
        ("sunderland", 2017, 2),
        ("sunderland", 2018, 4),
        ("medway", 2017, 1),
        ("luton", 2018, 1),
    ] {
        let path = format!("content/authorities/{slug}/visit-{visit}.md");
        folder.write(&path, letter(year, visit, "As it was at first."));
    }
    for slug in TOPICS {
        folder.write(&format!("content/topics/{slug}.md"), topic(slug));
    }
    folder.write("content/pages/about.md", about("picture.png"));
    folder.write("content/pages/picture.png", PICTURE);
    folder.write("content/pages/edits.md", edits_page(0));
    folder.write("themes/own/theme.toml", "name = \"own\"\nextends = \"plain\"\n");
    folder.write("themes/own/static/own.css", "p { margin: 0 }\n");
    folder.write("themes/own/templates/static/site.txt", "{{ site.title }}\n");
}

pub(super) fn settings(title: &str, theme: &str, per_page: usize, search: bool) -> String {
    format!(
        "title = \"{title}\"\nbase_url = \"https://letters.example/of/ours/\"\ntheme = \"{theme}\"\n\n\
         [findings]\nper_page = {per_page}\n\n[search]\nenabled = {search}\n"
    )
}

pub(super) fn authority(name: &str) -> String {
    format!(
        "---\nname: {name}\nregion: North East\ninspections:\n  - published: 2015-07\n    \
         overall: inadequate\n---\nOn {name}.\n"
    )
}

pub(super) fn letter(year: usize, visit: usize, words: &str) -> String {
    format!(
        "---\nkind: monitoring-visit\nvisit: {visit}\non_site: {year}-03-01/{year}-03-02\n\
         dated: {year}-03-30\nsource: https://letters.example/{year}.pdf\nfindings:\n  \
         - id: first\n    polarity: not-yet\n    topics: [thresholds, leadership]\n    text: {words}\n  \
         - polarity: strength\n    topics: [partnership]\n    text: Schools come to the meetings.\n\
         measures:\n  - id: cases\n    label: Cases\n    points: {{{year}-01: {visit}0, {year}-02: {visit}5}}\n\
         ---\nA summary.\n"
    )
}

pub(super) fn topic(title: &str) -> String {
    format!("---\ntitle: {title}\ngroup: Practice\n---\nFindings on {title}.\n")
}

pub(super) fn about(picture: &str) -> String {
    format!(
        "---\ntitle: About\nmenu: 1\n---\nThe first letter is [visit 1](../authorities/sunderland/visit-1.md).\n\n\
         ![A picture]({picture})\n"
    )
}

/// A page with a warning, whose line and words say how many edits there were.
pub(super) fn edits_page(edits: usize) -> String {
    let lines = "\n".repeat(1 + edits % 97);
    format!("---\ntitle: Edits\n---\n{lines}# After edit {edits}\n")
}
