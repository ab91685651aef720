//! The corpus as a site of Eleventy's, with templates that make the same kinds of pages as ours.

use std::io;
use std::path::Path;

use include_dir::{Dir, include_dir};
use serde_json::{Map, Value, json};

use super::hugo::letter_file;
use super::{Authority, Corpus, Letter, write};

static TEMPLATES: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/benches/corpus/eleventy");

/// Writes the site into a folder. Its letters are Hugo's: both take the same front matter.
pub(crate) fn write_site(corpus: &Corpus, root: &Path) -> io::Result<()> {
    for folder in ["src/_includes", "src/letters"] {
        std::fs::create_dir_all(root.join(folder))?;
    }
    TEMPLATES.extract(root)?;
    let about = "---\ntitle: About\nlayout: plain.11ty.js\npermalink: /about/\n---\nA corpus to measure with.\n";
    write(root, "src/about.md", about)?;
    let titles: Map<String, Value> =
        Corpus::topics().map(|(slug, title)| (slug.to_owned(), title.into())).collect();
    write(root, "src/_data/topicTitles.json", &Value::from(titles).to_string())?;
    let authorities: Vec<Authority> = corpus.authorities().collect();
    let councils: Map<String, Value> = authorities.iter().map(council).collect();
    write(root, "src/_data/councils.json", &Value::from(councils).to_string())?;
    for letter in corpus.letters() {
        let authority = &authorities[letter.authority];
        write(root, &path(authority, &letter), &letter_file(authority, &letter))?;
    }
    Ok(())
}

/// Where a letter is kept.
pub(crate) fn path(authority: &Authority, letter: &Letter) -> String {
    format!("src/letters/{}/{}.md", authority.slug, letter.slug())
}

fn council(authority: &Authority) -> (String, Value) {
    let Authority { slug, name, inspections } = authority;
    let inspections: Vec<Value> = inspections
        .iter()
        .map(|inspection| {
            json!({
                "first_day": inspection.first_day.to_string(),
                "last_day": inspection.last_day.to_string(),
                "published": inspection.published.to_string(),
            })
        })
        .collect();
    (slug.clone(), json!({ "name": name, "inspections": inspections }))
}
