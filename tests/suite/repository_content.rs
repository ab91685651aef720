//! This repository's own content. Editors add to it, so what tests say of it holds whatever they add.
//!
//! `tests/additions` is what an editor may add by the README: a letter to a council that is here, another council with its
//! first letter, and a topic.

use std::fs;
use std::path::Path;

use letterpress::plan::Route;

use crate::folder::{Folder, repository};

/// The repository's own site twice: as it is, and with what an editor may add. What a test says of it holds of both.
pub(crate) fn own_sites() -> [Folder; 2] {
    let as_it_is = own_site();
    let with_more = own_site();
    with_more.copy(&repository().join("tests/additions"), "");
    [as_it_is, with_more]
}

fn own_site() -> Folder {
    let own = Path::new(env!("CARGO_MANIFEST_DIR"));
    let folder = Folder::new();
    for part in ["content", "themes"] {
        folder.copy(&own.join(part), part);
    }
    folder.copy_file(&own.join("site.toml"), "site.toml");
    folder
}

/// The arguments of the commands that a workflow runs on the content.
fn commands(workflow: &str) -> Vec<Vec<&str>> {
    let commands = workflow.lines().filter_map(|line| {
        let arguments = line.trim().strip_prefix("run: cargo run --locked -- ")?;
        // Where the site will be, only GitHub knows.
        Some(arguments.split(" ${").next()?.split(' ').collect())
    });
    commands.collect()
}

#[test]
fn no_test_reaches_it_in_another_way() {
    for path in ["", ".", "./content", "content/topics", "site.toml"] {
        let reached = std::panic::catch_unwind(|| repository().join(path));
        assert!(reached.is_err(), "{path:?}");
    }
}

#[test]
fn what_an_editor_adds_is_checked_and_published() {
    let workflow = repository().join(".github/workflows/pages.yml");
    let workflow = fs::read_to_string(workflow).expect("the workflow");
    let commands = commands(&workflow);
    let names: Vec<&str> = commands.iter().map(|arguments| arguments[0]).collect();
    assert_eq!(names, ["check", "build"]);
    let [as_it_is, with_more] = own_sites();
    for arguments in commands {
        let told = [&as_it_is, &with_more].map(|site| site.run(&arguments).expect(0).stdout);
        assert_eq!(told[0], told[1], "a warning more");
    }
    for page in [
        "authorities/sunderland/2018-03-29-visit-7",
        "authorities/ayton",
        "authorities/ayton/2099-04-20-focused-visit",
        "findings/lighthouses/strength",
    ] {
        let is_there =
            |site: &Folder| site.path().join("public").join(page).join("index.html").exists();
        assert!(!is_there(&as_it_is) && is_there(&with_more), "{page}");
    }
}

/// The licence asks for it wherever what is under it is published.
#[test]
fn the_about_page_carries_the_licence() {
    for folder in own_sites() {
        let page = folder.load().0.render(&Route::new("/about/")).expect("the page");
        let page = String::from_utf8(page).expect("text");
        assert!(page.contains("Contains public sector information licensed under the"));
        assert!(page.contains("Open Government Licence v3.0"));
    }
}
