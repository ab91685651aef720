//! What another user left in `.letterpress/`, or could have: it says nothing of what is ours, and changes no page.

use std::fs::{self, Permissions};
use std::os::unix::fs::{MetadataExt, PermissionsExt, chown};
use std::path::{Path, PathBuf};
use std::process::Command;

use xxhash_rust::xxh3::{xxh3_64, xxh3_128};

use crate::folder::{Folder, KEPT, entries, everything, start, tree, write_list};

/// A number that is neither the system's nor that of who runs the tests.
const ANOTHER: u32 = 4711;

/// Gives something to another user, which only the system's own may.
fn give_away(path: &Path) {
    if chown(path, Some(ANOTHER), None).is_err() {
        let mut sudo = Command::new("sudo");
        let given = sudo.args(["-n", "chown", &ANOTHER.to_string()]).arg(path).status();
        assert!(
            given.is_ok_and(|status| status.success()),
            "this test gives files to another user: it needs root, or sudo without a password"
        );
    }
}

fn open_to_all(path: &Path) {
    let mode = fs::metadata(path).expect("it").mode();
    fs::set_permissions(path, Permissions::from_mode(mode | 0o002)).expect("rights");
}

/// How something comes to be another's.
const WAYS: [fn(&Path); 2] = [give_away, open_to_all];

fn site() -> Folder {
    let folder = Folder::with_sunderland();
    folder.write("site.toml", "title = \"Letters\"\n\n[search]\nenabled = false\n");
    folder
}

fn kept(folder: &Folder, what: &str) -> PathBuf {
    folder.path().join(".letterpress").join(format!("public.{what}"))
}

/// A list that names these files as built.
fn list(files: &[(&str, &str)]) -> String {
    let line = |(path, text): &(&str, &str)| {
        format!("{:032x} {} {path}\n", xxh3_128(text.as_bytes()), text.len())
    };
    let lines: String = files.iter().map(line).collect();
    let text = format!("letterpress manifest 4\nwritten 0\n{lines}");
    format!("{text}end {:032x}\n", xxh3_128(text.as_bytes()))
}

/// The list names somebody's file as built here: it would be taken away as one that the site has no more.
#[test]
fn a_list_of_anothers_makes_no_file_ours() {
    for name in ["manifest", "next-manifest"] {
        for way in WAYS {
            let folder = site();
            folder.write("public/thesis.txt", "mine");
            write_list(&kept(&folder, name), list(&[("thesis.txt", "mine")]));
            way(&kept(&folder, name));
            let before = everything(folder.path());
            let told = folder.run(&["build"]).expect(2).stderr;
            assert!(told.contains(&format!("public.{name}")) && told.contains("--adopt"), "{told}");
            assert!(before == everything(folder.path()), "{name}");
            let told = folder.run(&["check"]).expect(2).stderr;
            assert!(told.contains(&format!("public.{name}")), "{told}");
            for _ in 0..2 {
                let told = folder.run(&["build", "--adopt"]).expect(0).stderr;
                assert!(told.contains("Kept 1 file not built here."), "{told}");
                assert_eq!(tree(&folder.path().join("public"))["thesis.txt"], b"mine");
            }
            let user = fs::metadata(folder.path()).expect("it").uid();
            let manifest = fs::metadata(kept(&folder, "manifest")).expect("it");
            assert_eq!((manifest.uid(), manifest.mode() & 0o002), (user, 0), "it is ours now");
            assert!(!kept(&folder, "next-manifest").exists());
        }
    }
}

fn git(folder: &Path, arguments: &[&str]) {
    let mut git = Command::new("git");
    git.args(["-c", "user.name=A", "-c", "user.email=a@example.org"]).args(arguments);
    start(git.current_dir(folder).env("GIT_CONFIG_GLOBAL", "/dev/null")).expect(0);
}

/// Commits all that a site's folder holds but its output, and clones it into its place.
fn clone(folder: &Folder) {
    let root = folder.path().join("site");
    git(&root, &["init", "--quiet"]);
    git(&root, &["add", "--force", "--", ":!public"]);
    git(&root, &["commit", "--quiet", "--message", "A site"]);
    git(folder.path(), &["clone", "--quiet", "site", "cloned"]);
    let public = folder.path().join("cloned/public");
    if root.join("public").exists() {
        fs::rename(root.join("public"), public).expect("what is not committed");
    }
    fs::remove_dir_all(&root).expect("it goes");
    fs::rename(folder.path().join("cloned"), &root).expect("the clone in its place");
}

/// A list that belongs to whoever builds, and that somebody else has committed. It is as a build would write it.
#[test]
fn a_list_that_came_with_a_clone_makes_no_file_ours() {
    for name in ["manifest", "next-manifest"] {
        let folder = Folder::new();
        folder.copy(site().path(), "site");
        folder.write("site/public/thesis.txt", "mine");
        let path = folder.path().join("site/.letterpress").join(format!("public.{name}"));
        write_list(&path, list(&[("thesis.txt", "mine")]));
        clone(&folder);
        let before = everything(folder.path());
        for command in ["build", "check"] {
            let told = folder.run(&[command, "--root", "site"]).expect(2).stderr;
            assert!(told.contains(&format!("public.{name}")) && told.contains("--adopt"), "{told}");
            assert!(before == everything(folder.path()), "{name}");
        }
        for _ in 0..2 {
            let told = folder.run(&["build", "--root", "site", "--adopt"]).expect(0).stderr;
            assert!(told.contains("Kept 1 file not built here."), "{told}");
        }
        assert_eq!(tree(&folder.path().join("site/public"))["thesis.txt"], b"mine");
    }
}

/// Where there is no output folder, nobody has anything to lose.
#[test]
fn a_list_that_came_with_a_clone_stands_in_nobodys_way() {
    let folder = Folder::new();
    folder.copy(site().path(), "site");
    folder.run(&["build", "--root", "site"]).expect(0);
    let whole = tree(&folder.path().join("site/public"));
    fs::remove_dir_all(folder.path().join("site/public")).expect("it goes");
    clone(&folder);
    for _ in 0..2 {
        folder.run(&["build", "--root", "site"]).expect(0);
        assert!(whole == tree(&folder.path().join("site/public")));
    }
}

/// A site that was moved, copied with its times, or put back by a workflow's cache.
#[test]
fn a_list_that_keeps_its_time_is_believed_wherever_it_is() {
    let ways: [&[&str]; 3] = [
        &["mv", "site", "moved"],
        &["cp", "-a", "site", "moved"],
        &[
            "sh",
            "-c",
            "tar cf site.tar site; mkdir moved; tar xf site.tar -C moved --strip-components 1",
        ],
    ];
    for way in ways {
        let folder = Folder::new();
        folder.copy(site().path(), "site");
        folder.run(&["build", "--root", "site"]).expect(0);
        start(Command::new(way[0]).args(&way[1..]).current_dir(folder.path())).expect(0);
        folder.run(&["build", "--root", "moved"]).expect(0);
        folder.write("moved/content/pages/new.md", "---\ntitle: New\n---\nNew.\n");
        folder.run(&["build", "--root", "moved"]).expect(0);
        assert!(folder.path().join("moved/public/new/index.html").exists(), "{way:?}");
    }
}

/// The pages stand where the site has pages: nobody can say any more whose they are, but that nothing is lost with one that
/// is the same.
#[test]
fn pages_that_a_list_of_anothers_names_are_taken_over_where_they_are_the_same() {
    let folder = site();
    folder.run(&["build"]).expect(0);
    let before = tree(&folder.path().join("public"));
    give_away(&kept(&folder, "manifest"));
    folder.write("public/thesis.txt", "Mine");
    folder.run(&["build"]).expect(2);
    let told = folder.run(&["build", "--adopt"]).expect(0).stderr;
    assert!(told.contains("Kept 1 file not built here."), "{told}");
    fs::remove_file(folder.path().join("public/thesis.txt")).expect("it was kept");
    let told = folder.run(&["build"]).expect(0).stderr;
    assert!(told.contains("Nothing has changed"), "{told}");
    assert!(before == tree(&folder.path().join("public")));
}

#[test]
fn pages_that_a_list_of_anothers_names_are_not_replaced_by_others() {
    let folder = site();
    folder.run(&["build"]).expect(0);
    folder.write("public/about/index.html", "Somebody's own");
    let before = tree(&folder.path().join("public"));
    give_away(&kept(&folder, "manifest"));
    folder.run(&["build"]).expect(2);
    let told = folder.run(&["build", "--adopt"]).expect(2).stderr;
    assert!(told.contains("is not of this site, and the site has a page there too"), "{told}");
    assert!(before == tree(&folder.path().join("public")));
}

/// With the folder all that is in it is another's, whoever the files belong to.
#[test]
fn a_folder_of_anothers_is_not_believed() {
    for way in WAYS {
        let folder = site();
        folder.write("public/thesis.txt", "mine");
        write_list(&kept(&folder, "manifest"), list(&[("thesis.txt", "mine")]));
        folder.write(".letterpress/other.manifest", "of another site");
        let state = folder.path().join(".letterpress");
        way(&state);
        let before = everything(folder.path());
        let told = folder.run(&["build"]).expect(2).stderr;
        assert!(told.contains(".letterpress") && told.contains("--adopt"), "{told}");
        assert!(before == everything(folder.path()));
        let theirs = everything(&state);
        folder.run(&["check", "--adopt"]).expect(0);
        assert!(before == everything(folder.path()), "a check writes nothing");
        folder.run(&["build", "--adopt"]).expect(0);
        assert_eq!(tree(&folder.path().join("public"))["thesis.txt"], b"mine");
        assert!(theirs == everything(&folder.path().join(".letterpress.aside")), "it is kept");
        let user = fs::metadata(folder.path()).expect("it").uid();
        let found = fs::metadata(&state).expect("a new one");
        assert_eq!((found.uid(), found.mode() & 0o002), (user, 0));
        assert_eq!(entries(&state).len(), KEPT.len());
    }
}

/// What a run of another user left that was stopped is not put in the place of the site.
#[test]
fn what_another_left_half_done_is_not_taken_for_the_site() {
    for way in WAYS {
        let folder = site();
        folder.write(".letterpress/public.staging/old/index.html", "theirs");
        way(&kept(&folder, "staging"));
        let before = everything(folder.path());
        let told = folder.run(&["build"]).expect(2).stderr;
        assert!(told.contains("public.staging"), "{told}");
        assert!(before == everything(folder.path()));
        folder.run(&["build", "--adopt"]).expect(0);
        let aside = folder.path().join(".letterpress/public.staging.aside/old/index.html");
        assert_eq!(fs::read(aside).expect("it is kept"), b"theirs");
        assert!(folder.path().join("public/style.css").exists());
    }
}

/// Changes a sentence in what was parsed, so that nothing but its owner tells it from what the program wrote.
fn forge(parsed: &Path, from: &str, to: &str) {
    assert_eq!(from.len(), to.len());
    let mut bytes = fs::read(parsed).expect("what was parsed");
    let mut changed = 0;
    let mut start = 0;
    while start < bytes.len() {
        let head = start + 16;
        let length = u32::from_le_bytes(bytes[head..head + 4].try_into().expect("four")) as usize;
        let entry = head + 12..head + 12 + length;
        for at in entry.start..entry.end.saturating_sub(from.len() - 1) {
            if &bytes[at..at + from.len()] == from.as_bytes() {
                bytes[at..at + from.len()].copy_from_slice(to.as_bytes());
                changed += 1;
            }
        }
        let hash = xxh3_64(&bytes[entry.clone()]);
        bytes[head + 4..head + 12].copy_from_slice(&hash.to_le_bytes());
        start = entry.end;
    }
    assert!(changed > 0, "the sentence is there");
    fs::write(parsed, bytes).expect("another");
}

#[test]
fn what_another_parsed_is_not_believed() {
    const WORDS: (&str, &str) = ("What inspectors saw.", "What nobody ever saw");
    let letter = format!(
        "---\nkind: monitoring-visit\non_site: 2018-01-23\ndated: 2018-02-15\nfindings:\n  - id: seen\n    \
         polarity: strength\n    topics: [thresholds]\n    text: {}\n---\nA letter.\n",
        WORDS.0
    );
    let says = |folder: &Folder, words: &str| {
        let files = tree(&folder.path().join("public"));
        files.values().any(|bytes| String::from_utf8_lossy(bytes).contains(words))
    };
    let ways: [fn(&Path); 3] = [|_| {}, give_away, open_to_all];
    for (way, is_believed) in ways.into_iter().zip([true, false, false]) {
        let folder = site();
        folder.write("content/authorities/sunderland/visit.md", &letter);
        folder.run(&["build"]).expect(0);
        assert!(says(&folder, WORDS.0));
        forge(&kept(&folder, "parsed"), WORDS.0, WORDS.1);
        way(&kept(&folder, "parsed"));
        for name in ["made-of", "note"] {
            fs::remove_file(kept(&folder, name)).expect("it goes");
        }
        folder.run(&["build"]).expect(0);
        // Whoever may write what this user may can say anything: this is how the test knows that it would be seen.
        assert_eq!((says(&folder, WORDS.1), says(&folder, WORDS.0)), (is_believed, !is_believed));
    }
}

/// Numbers and notes of others would keep pages that are to be made again.
#[test]
fn what_another_noted_is_not_believed() {
    for name in ["note", "made-of"] {
        for way in WAYS {
            let folder = site();
            folder.run(&["build"]).expect(0);
            let told = folder.run(&["build"]).expect(0).stderr;
            assert!(told.contains("Nothing has changed"), "{told}");
            if name == "made-of" {
                fs::remove_file(kept(&folder, "note")).expect("it goes");
            }
            way(&kept(&folder, name));
            folder.run(&["build"]).expect(0);
            let user = fs::metadata(folder.path()).expect("it").uid();
            let after = fs::metadata(kept(&folder, name)).expect("it");
            let is_ours = (after.uid(), after.mode() & 0o002) == (user, 0);
            assert!(is_ours, "{name} is written anew");
        }
    }
}

/// Whoever the site's own folder belongs to may have built it before.
#[test]
fn the_owner_of_the_site_is_believed() {
    let folder = site();
    folder.run(&["build"]).expect(0);
    give_away(folder.path());
    let state = folder.path().join(".letterpress");
    entries(&state).iter().for_each(|path| give_away(path));
    give_away(&state);
    let told = folder.run(&["build"]).expect(0).stderr;
    assert!(told.contains("Nothing has changed"), "{told}");
    folder.write("content/pages/new.md", "---\ntitle: New\n---\nNew.\n");
    folder.run(&["build"]).expect(0);
}

/// Where the folder's owner lets a group write, those in it build one after the other.
#[test]
fn a_group_may_share_a_site() {
    let folder = site();
    folder.run(&["build"]).expect(0);
    let state = folder.path().join(".letterpress");
    fs::set_permissions(&state, Permissions::from_mode(0o775)).expect("rights");
    give_away(&kept(&folder, "manifest"));
    folder.run(&["build"]).expect(0);
    fs::set_permissions(&state, Permissions::from_mode(0o755)).expect("rights");
    folder.run(&["build"]).expect(2);
}

/// A umask that hides nothing makes a site that anybody may write to, and no list that is refused.
#[test]
fn what_is_kept_is_written_to_by_nobody_else() {
    let folder = site();
    for title in ["First", "Second"] {
        folder.write("content/pages/about.md", format!("---\ntitle: {title}\n---\n{title}.\n"));
        let script = "umask 000; exec \"$0\" build";
        let mut shell = Command::new("sh");
        shell.args(["-c", script, env!("CARGO_BIN_EXE_letterpress")]).current_dir(folder.path());
        crate::folder::start(&mut shell).expect(0);
    }
    let state = folder.path().join(".letterpress");
    for path in entries(&state).iter().chain([&state]) {
        assert_eq!(fs::metadata(path).expect("it").mode() & 0o002, 0, "{path:?}");
    }
}

/// Where anybody may write the site itself, as on disks that keep no rights, the same holds for what is kept.
#[test]
fn a_site_that_anybody_may_write_to_is_built() {
    let folder = site();
    folder.run(&["build"]).expect(0);
    let state = folder.path().join(".letterpress");
    open_to_all(folder.path());
    entries(&state).iter().for_each(|path| open_to_all(path));
    open_to_all(&state);
    folder.write("content/pages/new.md", "---\ntitle: New\n---\nNew.\n");
    folder.run(&["build"]).expect(0);
}
