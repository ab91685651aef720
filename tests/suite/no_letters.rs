//! A site that has lost its content, or all of its letters: the published one stays.

use std::fs;
use std::path::Path;

use crate::folder::{Folder, everything};

const LETTER: &str = "content/authorities/sunderland/visit-1.md";

fn public(folder: &Folder) -> std::collections::BTreeMap<std::path::PathBuf, Vec<u8>> {
    everything(&folder.path().join("public"))
}

/// Fails unless `build` and `check` refuse the site for this, and what is published stays.
#[track_caller]
fn is_refused(folder: &Folder, code: &str) {
    let before = public(folder);
    for command in ["build", "check"] {
        let run = folder.run(&[command, "--format", "json"]).expect(1);
        let told = format!("{{\"severity\":\"error\",\"code\":\"{code}\",\"file\":\"content\"");
        let errors: Vec<&str> =
            run.stdout.lines().filter(|it| it.contains("\"severity\":\"error\"")).collect();
        assert!(errors.len() == 1 && errors[0].starts_with(&told), "{command}: {}", run.stdout);
    }
    assert!(public(folder) == before, "the published site is as it was");
}

fn draft(folder: &Folder) {
    let letter = fs::read_to_string(folder.path().join(LETTER)).expect("a letter");
    folder.write(LETTER, letter.replacen("---\n", "---\ndraft: true\n", 1));
}

#[test]
fn a_site_without_its_content_is_not_published_in_place_of_the_good_one() {
    let folder = Folder::with_sunderland();
    let content = folder.path().join("content");
    folder.run(&["build"]).expect(0);
    fs::rename(&content, folder.path().join("elsewhere")).expect("it goes");
    is_refused(&folder, "no-content");
    fs::rename(folder.path().join("elsewhere"), &content).expect("it is back");
    folder.run(&["build"]).expect(0);

    // There never was any.
    let empty = Folder::new();
    empty.write("site.toml", "title = \"Letters\"\n");
    empty.run(&["build"]).expect(1);
    assert!(!empty.path().join("public").exists());
}

#[test]
fn a_site_that_has_lost_all_letters_is_not_published_in_place_of_one_with_some() {
    let folder = Folder::with_sunderland();
    folder.run(&["build"]).expect(0);
    let letter = fs::read(folder.path().join(LETTER)).expect("a letter");
    fs::remove_file(folder.path().join(LETTER)).expect("it goes");
    is_refused(&folder, "no-letters");

    // An authority more, or a theme, makes no difference, and nor does the whole folder.
    folder.write("content/authorities/medway/authority.md", "---\nname: Medway\n---\n");
    is_refused(&folder, "no-letters");
    fs::remove_dir_all(folder.path().join("content")).expect("all goes");
    fs::create_dir(folder.path().join("content")).expect("an empty one");
    is_refused(&folder, "no-letters");
    folder.write(LETTER, letter);
    folder.write(
        "content/authorities/sunderland/authority.md",
        "---\nname: Sunderland\nregion: North East\n---\n",
    );
    folder.run(&["check"]);
}

#[test]
fn a_site_whose_letters_are_drafts_now_has_lost_them() {
    let folder = Folder::with_sunderland();
    folder.run(&["build"]).expect(0);
    draft(&folder);
    is_refused(&folder, "no-letters");
    // To look at drafts is not to publish them.
    folder.run(&["build", "--drafts"]).expect(0);
    folder.run(&["check"]).expect(0);
    folder.run(&["build"]).expect(0);
    let another = folder.run(&["build", "--output", "another"]).expect(0);
    assert!(another.stderr.contains("0 letters"), "{}", another.stderr);
}

#[test]
fn whoever_means_it_deletes_the_folder_first() {
    let folder = Folder::with_sunderland();
    folder.run(&["build"]).expect(0);
    draft(&folder);
    let told = folder.run(&["build"]).expect(1).stderr;
    assert!(told.contains("delete the folder that it is built into first"), "{told}");
    fs::remove_dir_all(folder.path().join("public")).expect("it goes");
    folder.run(&["check"]).expect(0);
    folder.run(&["build"]).expect(0);
    // From now on that is the published site.
    folder.write("content/pages/more.md", "---\ntitle: More\n---\nMore.\n");
    folder.run(&["build"]).expect(0);
}

#[test]
fn a_new_site_is_built_before_its_first_letter() {
    let around = Folder::new();
    around.run(&["init", "site"]).expect(0);
    let run = |arguments: &[&str]| crate::folder::run(&around.path().join("site"), arguments);
    run(&["build"]).expect(0);
    run(&["new", "authority", "Medway"]).expect(0);
    run(&["check"]).expect(0);
    run(&["build"]).expect(0);
    run(&["new", "letter", "medway", "--dated", "2019", "--on-site", "2019"]).expect(0);
    run(&["build"]).expect(0);
    run(&["build", "--drafts"]).expect(0);
}

#[cfg(feature = "preview")]
#[test]
fn the_preview_keeps_the_last_good_site_meanwhile() {
    use crate::preview_server::Served;

    const PAGE: &str = "authorities/sunderland/visit-1/";

    let folder = Folder::with_sunderland();
    let served = Served::start(folder.path(), &[]);
    let mut events = served.events();
    let path = |name: &str| folder.path().join(name);
    let moved = |from: &Path, to: &Path| fs::rename(from, to).expect("it is moved");
    for (from, to, code) in
        [("content", "elsewhere", "no-content"), (LETTER, "letter.md", "no-letters")]
    {
        assert_eq!(served.get(PAGE).status, 200);
        moved(&path(from), &path(to));
        let news = events.until(|news| news["errors"] == 1);
        assert_eq!((&news["stale"], &news["problems"][0]["code"]), (&true.into(), &code.into()));
        served.line("not shown");
        assert_eq!(served.get(PAGE).status, 200);
        moved(&path(to), &path(from));
        let news = events.until(|news| news["errors"] == 0);
        assert_eq!(news["stale"], false);
        served.line("Mended.");
    }
}
