//! `new`, `import` and `init` where a link stands on the way to a file, as may come with a commit: nothing is written
//! behind it.

use std::fs;
use std::os::unix::fs::symlink;
use std::path::Path;

use crate::folder::{Folder, everything, repository};

const LETTER: &str = "Dear Ms Smith\n\nMonitoring visit of Medway children's services\n\nThis letter summarises the \
                      findings of the monitoring visit to Medway children's services on 5 February 2019.\n";

/// What writes a file, and the links that may stand on its way, from the site's folder.
const COMMANDS: &[(&[&str], &[&str])] = &[
    (&["new", "topic", "Kinship care", "--group", "Risk"], &["content", "content/topics"]),
    (
        &["new", "authority", "Medway"],
        &["content", "content/authorities", "content/authorities/medway"],
    ),
    (
        &["new", "letter", "medway", "--dated", "2019", "--on-site", "2019"],
        &["content", "content/authorities", "content/authorities/medway"],
    ),
    (
        &["import", "../letter.txt", "--authority", "Medway"],
        &["content", "content/authorities", "content/authorities/medway"],
    ),
];

/// A site beside a folder of somebody, with what the site has in `content/`.
fn site() -> Folder {
    let folder = Folder::new();
    folder.write("letter.txt", LETTER);
    folder.copy(&repository().join("tests/letters/site"), "site");
    folder.write("site/content/authorities/medway/authority.md", "---\nname: Medway\n---\n");
    folder.copy(&folder.path().join("site/content"), "dear");
    folder.write("dear/topics/mine.txt", "mine");
    folder
}

/// Puts a link in the place of a folder.
fn link(target: &Path, place: &Path) {
    let _ = fs::remove_dir_all(place);
    symlink(target, place).expect("a link");
}

#[test]
fn nothing_is_written_behind_a_link() {
    for (command, places) in COMMANDS {
        for place in *places {
            // In `dear` everything has the name that it has in `content`.
            let inside = place.strip_prefix("content").expect("in the content");
            let ways = [
                format!("{}dear{inside}", "../".repeat(place.matches('/').count() + 1)),
                String::new(),
            ];
            for way in ways {
                let folder = site();
                let absolute = folder.path().join(format!("dear{inside}"));
                let target = if way.is_empty() { absolute } else { way.into() };
                link(&target, &folder.path().join("site").join(place));
                let before = everything(folder.path());
                let run = crate::folder::run(&folder.path().join("site"), command);
                let what = format!("{command:?}, {place} to {target:?}: {}", run.stderr);
                assert_eq!(run.code, Some(2), "{what}");
                assert!(before == everything(folder.path()), "{what}");
            }
        }
    }
}

/// Where the site can be read, the link is named, and what to do about it.
#[test]
fn the_link_is_named() {
    for (command, place) in [
        (COMMANDS[0].0, "content/topics"),
        (COMMANDS[1].0, "content/authorities"),
        (COMMANDS[1].0, "content/authorities/medway"),
        (COMMANDS[3].0, "content/authorities/medway"),
    ] {
        let folder = site();
        let nowhere = folder.path().join("nowhere");
        link(&nowhere, &folder.path().join("site").join(place));
        let told = crate::folder::run(&folder.path().join("site"), command).expect(2).stderr;
        let named = format!("{place} is a link to another place; nothing was written");
        assert!(told.contains(&named) && told.contains("put a real folder there"), "{told}");
        assert!(!nowhere.exists(), "{command:?}");
    }
}

#[test]
fn a_new_site_is_not_made_behind_a_link() {
    for place in ["content", "content/topics", "content/authorities", "content/pages"] {
        let folder = Folder::new();
        folder.write("dear/mine.txt", "mine").write("new/mine.txt", "mine");
        fs::create_dir(folder.path().join("new/content")).expect("a folder");
        link(&folder.path().join("dear"), &folder.path().join("new").join(place));
        let before = everything(folder.path());
        let told = folder.run(&["init", "new"]).expect(2).stderr;
        let named = format!("new/{place} is a link to another place; nothing was written");
        assert!(told.contains(&named) && told.contains("put a real folder there"), "{told}");
        assert!(before == everything(folder.path()), "{place}");
    }
}

/// What stands on the way and is no folder is somebody's too.
#[test]
fn a_file_on_the_way_is_named() {
    let folder = Folder::new();
    folder.write("new/content/topics", "mine");
    let before = everything(folder.path());
    let told = folder.run(&["init", "new"]).expect(2).stderr;
    assert!(told.contains("new/content/topics is not a folder; nothing was written"), "{told}");
    assert!(before == everything(folder.path()));
    let told = folder.run(&["init", "new/content/topics"]).expect(2).stderr;
    assert!(told.contains("is no folder"), "{told}");
    symlink("nowhere", folder.path().join("dangling")).expect("a link");
    let told = folder.run(&["init", "dangling"]).expect(2).stderr;
    assert!(told.contains("dangling") && told.contains("is no folder"), "{told}");
}

/// The folder that somebody names may be a link: that is where they want it.
#[test]
fn the_site_itself_may_be_a_link() {
    let folder = Folder::new();
    fs::create_dir(folder.path().join("real")).expect("a folder");
    symlink("real", folder.path().join("link")).expect("a link");
    folder.run(&["init", "link"]).expect(0);
    folder.run(&["new", "authority", "Medway", "--root", "link"]).expect(0);
    folder.write("letter.txt", LETTER);
    folder.run(&["import", "letter.txt", "--root", "link"]).expect(0);
    folder.run(&["build", "--root", "link"]).expect(0);
    assert!(folder.path().join("real/content/authorities/medway/authority.md").exists());
    assert!(folder.path().join("real/public/index.html").exists());
}
