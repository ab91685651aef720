//! Links in the place of what a site is made of: none is followed, and nothing of where it leads is told or published.

use std::fs;
use std::os::unix::fs::symlink;

use crate::folder::{Folder, everything};

const SECRET: &str = "token = s3cret-of-somebody";

/// What is put where, and which file of the site is told of.
const PLACES: &[(&str, &str)] = &[
    ("site.toml", "site.toml"),
    ("themes", "themes"),
    ("themes/own", "themes/own"),
    ("themes/own/theme.toml", "themes/own/theme.toml"),
    ("themes/own/templates", "themes/own/templates"),
    ("themes/own/templates/home.html", "themes/own/templates/home.html"),
    ("themes/own/static", "themes/own/static"),
    ("themes/own/static/fonts/a.txt", "themes/own/static/fonts/a.txt"),
    ("i18n", "i18n"),
    ("i18n/en.ftl", "i18n/en.ftl"),
    ("themes/own/i18n", "themes/own/i18n"),
    ("themes/own/i18n/en.ftl", "themes/own/i18n/en.ftl"),
    ("content", "content"),
    ("content/topics", "content/topics"),
    ("content/topics/thresholds.md", "content/topics/thresholds.md"),
];

fn site() -> Folder {
    let folder = Folder::new();
    folder.copy(&crate::folder::repository().join("tests/letters/site"), "site");
    folder.write(
        "site/site.toml",
        "title = \"Letters\"\ntheme = \"own\"\n\n[search]\nenabled = false\n",
    );
    folder.write("site/themes/own/theme.toml", "name = \"own\"\nextends = \"plain\"\n");
    for (place, _) in PLACES.iter().filter(|(place, _)| place.contains('.')) {
        folder.write(&format!("dear/{place}"), SECRET);
    }
    folder
}

#[test]
fn no_link_in_the_place_of_what_a_site_is_made_of_is_followed() {
    for (place, told_of) in PLACES {
        let folder = site();
        let at = folder.path().join("site").join(place);
        let _ = fs::remove_file(&at).or_else(|_| fs::remove_dir_all(&at));
        fs::create_dir_all(at.parent().expect("a folder around it")).expect("folders");
        symlink(folder.path().join("dear").join(place), &at).expect("a link");
        let before = everything(folder.path());
        for format in ["text", "json"] {
            for command in ["build", "check"] {
                let run = folder.run(&[command, "--root", "site", "--format", format]);
                let told = format!("{}{}", run.stdout, run.stderr);
                assert!(matches!(run.code, Some(1 | 2)), "{place}: {run:?}");
                assert!(told.contains("not-a-file") && told.contains(told_of), "{place}: {told}");
                assert!(!told.contains("s3cret"), "{place}: {told}");
                assert!(before == everything(folder.path()), "{place}");
            }
        }
        for arguments in [&["list", "letters"][..], &["cms", "sveltia"], &["new", "topic", "New"]] {
            let run = folder.run(&[arguments, &["--root", "site"]].concat());
            assert!(
                !format!("{}{}", run.stdout, run.stderr).contains("s3cret"),
                "{place}: {run:?}"
            );
        }
    }
}

#[test]
fn a_content_that_is_no_folder_is_told_by_its_name() {
    let folder = site();
    fs::remove_dir_all(folder.path().join("site/content")).expect("it goes");
    folder.write("site/content", "no folder");
    let told = folder.run(&["check", "--root", "site"]).expect(1).stderr;
    assert!(told.contains("--> site/content\n") && !told.contains("content/content"), "{told}");
}
