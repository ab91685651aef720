//! Disks, folders and files that are mounted in the output folder, or in what a stopped run left: they belong to
//! something else, and are told before anything is replaced.

use std::fs;

use crate::folder::{Folder, everything, repository};
use crate::full_disk::with_disks;

/// A site that is built, beside a folder of somebody, and a folder to mount a disk at.
fn site() -> Folder {
    let folder = Folder::new();
    folder.copy(&repository().join("tests/letters/site"), "site");
    folder.write(
        "site/site.toml",
        "title = \"Letters\"\nbase_url = \"https://example.org/\"\n\n[search]\nenabled = false\n",
    );
    folder.write("precious/a/b/c/d/photo.jpg", "mine").write("precious/photo.jpg", "mine");
    folder.write("page.md", "---\ntitle: New\n---\nNew.\n");
    fs::create_dir(folder.path().join("disk")).expect("a folder");
    folder.run(&["build", "--root", "site"]).expect(0);
    folder
}

/// Mounts something, builds the same site and then another one, both with and without `--adopt`; and a last time when
/// it is mounted no more.
fn script(place: &str, mount: &str) -> String {
    format!(
        "{mount}
        build() {{ code=0; \"$0\" build --root site --adopt \"$@\" 2>> told || code=$?; echo $code >> codes; }}
        build; build
        mkdir -p site/content/pages; cp page.md site/content/pages/new.md
        build; \"$0\" check --root site 2>> told && exit 9
        cp -a site/public published
        umount '{place}'
        build"
    )
}

fn hold(mount: &str, place: &str, what: &str) {
    let folder = site();
    let before = everything(&folder.path().join("precious"));
    with_disks(&folder, &script(place, mount));
    let read = |name: &str| fs::read_to_string(folder.path().join(name)).expect(name);
    let told = read("told");
    assert_eq!(read("codes"), "2\n2\n2\n0\n", "{what}: {told}");
    let name = place.rsplit('/').next().expect("a name");
    assert!(told.contains(&format!("{name} is a mount point")), "{what}: {told}");
    assert!(told.contains("unmount"), "{what}: {told}");
    assert!(before == everything(&folder.path().join("precious")), "{what}");
    assert!(!folder.path().join("published/new").exists(), "{what}");
    assert!(folder.path().join("site/public/new/index.html").exists(), "{what}");
}

#[test]
fn a_file_that_is_mounted_in_the_site_is_told() {
    let page = "site/public/style.css";
    hold(&format!("mount --bind precious/photo.jpg {page}"), page, "another file");
    let copy = format!("cp -p {page} precious/style.css; mount --bind precious/style.css {page}");
    // Made here, so that it is there before and after.
    let folder = site();
    with_disks(&folder, &script(page, &copy));
    let codes = fs::read_to_string(folder.path().join("codes")).expect("codes");
    assert_eq!(codes, "2\n2\n2\n0\n", "a copy of it");
    hold(&format!("mount --bind {page} {page}"), page, "the very file");
}

#[test]
fn a_file_of_others_that_is_mounted_in_the_site_is_told() {
    let place = "site/public/my \\file";
    let mount = format!("touch '{place}'; mount --bind precious/photo.jpg '{place}'");
    hold(&mount, place, "a name with a space");
}

#[test]
fn a_folder_that_is_mounted_in_the_site_is_told() {
    let place = "site/public/about";
    let mount = format!("mkdir -p {place}; mount --bind precious {place}");
    hold(&mount, place, "another folder");
    let place = "site/public/findings";
    hold(&format!("mount --bind {place} {place}"), place, "the very folder");
    hold(&format!("mount -t tmpfs tmpfs {place}"), place, "another disk");
}

/// Nothing can be moved to the output folder from there.
#[test]
fn a_mounted_folder_of_what_is_kept_is_told_before_any_work() {
    let place = "site/.letterpress";
    hold(&format!("mount --bind precious {place}"), place, "another folder");
    hold(&format!("mount --bind {place} {place}"), place, "the very folder");
    hold(&format!("mount -t tmpfs tmpfs {place}"), place, "another disk");
}

/// What is mounted in what a stopped run left would go with it.
#[test]
fn what_is_mounted_in_what_a_stopped_run_left_stays() {
    let left = "site/.letterpress/public.staging";
    for place in ["", "/old", "/site/mine", "/site/a/b/c/d"].map(|inside| format!("{left}{inside}"))
    {
        for source in ["precious", "disk"] {
            let folder = site();
            folder.write("site/content/pages/new.md", "---\ntitle: New\n---\nNew.\n");
            let before = everything(&folder.path().join("precious"));
            let script = format!(
                "mount -t tmpfs tmpfs disk; cp -a precious/. disk; mkdir -p {place} {left}/site
                mount --bind {source} {place}; code=0
                \"$0\" build --root site 2> told || code=$?; echo $code > code
                umount {place}; cp -a disk after; rmdir {place} || true
                \"$0\" build --root site --quiet"
            );
            with_disks(&folder, &script);
            let read = |name: &str| fs::read_to_string(folder.path().join(name)).expect(name);
            let what = format!("{source} at {place}: {}", read("told"));
            assert_eq!(read("code"), "2\n", "{what}");
            assert!(read("told").contains("is a mount point"), "{what}");
            for kept in ["precious", "after"] {
                assert!(before == everything(&folder.path().join(kept)), "{what}");
            }
        }
    }
}

/// A theme by another path than the site has it by.
#[test]
fn a_theme_that_is_mounted_elsewhere_is_not_replaced() {
    let folder = site();
    folder.write("site/themes/own/theme.toml", "name = \"own\"\nextends = \"plain\"\n");
    folder.write("site/themes/own/static/a.txt", "mine");
    let before = everything(&folder.path().join("site"));
    let script = "mkdir seen; mount --bind site/themes/own seen; code=0
        \"$0\" build --root site --output seen/static/site 2> told || code=$?
        umount seen; echo $code > code";
    with_disks(&folder, script);
    let told = fs::read_to_string(folder.path().join("told")).expect("told");
    assert_eq!(fs::read_to_string(folder.path().join("code")).expect("code"), "2\n", "{told}");
    assert!(told.contains("what the site is made from is there"), "{told}");
    assert!(before == everything(&folder.path().join("site")));
}
