//! The ways in which editors save, under `serve`: no page is lost meanwhile, and each new text is shown.
//!
//! Each way is the calls of the system that the editor makes, by its documentation and by what `strace` shows of it, with
//! pauses in between, as a slow disk makes them. `.ci/editors` lets the editors themselves save.

use std::fs::{self, OpenOptions};
use std::io::Write;
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::Duration;

use crate::folder::Folder;
use crate::preview_server::{Served, get};

const LETTERS: &str = "content/authorities/sunderland";
const PAGE: &str = "authorities/sunderland/visit-1/";

/// How long a slow disk takes between two steps: longer than the preview waits for more changes.
const STEP: Duration = Duration::from_millis(60);

/// Saves the letter `visit-1.md` of a folder with this text.
type Save = fn(&Path, &str);

const WAYS: &[(&str, Save)] = &[
    ("Emacs", emacs),
    ("Emacs, with backups by copying and numbered", emacs_copying),
    ("Emacs, with file-precious-flag", emacs_precious),
    ("Vim", vim),
    ("Vim, with backup", vim_with_backup),
    ("Vim, with backupcopy=yes", vim_copying),
    ("VS Code", vs_code),
    ("JetBrains' editors", jetbrains),
    ("gedit and others of GNOME", gnome),
    ("Kate", kate),
    ("nano, with backup", nano),
    ("TextEdit", text_edit),
    ("sed -i", sed),
    ("git", git),
];

fn letter(words: &str) -> String {
    format!(
        "---\nkind: monitoring-visit\nvisit: 1\non_site: 2016-08-04/2016-08-05\ndated: 2016-09-02\n\
         source: https://letters.example/visit-1.pdf\n---\n{words}\n"
    )
}

#[test]
fn no_way_of_saving_loses_a_page_or_freezes_the_preview() {
    save_each_way(&[], WAYS);
}

#[test]
fn nor_does_one_where_the_files_are_compared() {
    save_each_way(&["--poll"], WAYS);
}

/// What is deleted for good is gone.
#[test]
fn a_letter_that_is_put_aside_for_good_has_no_page() {
    for arguments in [&[][..], &["--poll"]] {
        let folder = folder();
        let served = Served::start(folder.path(), arguments);
        let path = |name: &str| folder.path().join(LETTERS).join(name);
        fs::rename(path("visit-1.md"), path("visit-1.md~")).expect("it goes");
        served.until(PAGE, |page| page.status == 404);
    }
}

fn folder() -> Folder {
    let folder = Folder::with_sunderland();
    folder.write(&format!("{LETTERS}/visit-1.md"), letter("The text before."));
    // Without the other there would be no letter left, and no site were shown.
    folder.write(
        &format!("{LETTERS}/visit-0.md"),
        letter("Another.").replace("visit: 1", "visit: 2"),
    );
    folder
}

fn save_each_way(arguments: &[&str], ways: &[(&str, Save)]) {
    let folder = folder();
    let served = Served::start(folder.path(), arguments);
    let letters = folder.path().join(LETTERS);
    served.until(PAGE, |page| page.body.contains("The text before."));
    let (host, address) = (served.host.clone(), format!("{}{PAGE}", served.base));
    let ended = AtomicBool::new(false);
    thread::scope(|scope| {
        let reader = scope.spawn(|| {
            while !ended.load(Ordering::Relaxed) {
                let page = get(&host, &address);
                assert_eq!(page.status, 200, "the page is lost: {page:#?}");
                assert!(page.body.contains("The text "), "a page of an unfinished text");
                thread::sleep(Duration::from_millis(5));
            }
        });
        for (editor, save) in ways {
            for round in ["first", "second"] {
                let words = format!("The text of {editor}, {round}.").replace('\'', "");
                save(&letters, &letter(&words));
                served.until(PAGE, |page| page.body.contains(&words));
                if reader.is_finished() {
                    break;
                }
            }
        }
        ended.store(true, Ordering::Relaxed);
        reader.join().expect("no page is lost");
    });
}

fn step() {
    thread::sleep(STEP);
}

fn write(path: &Path, text: &str) {
    fs::write(path, text).expect("a text");
    step();
}

fn rename(from: &Path, to: &Path) {
    fs::rename(from, to).expect("another name");
    step();
}

fn copy(from: &Path, to: &Path) {
    fs::copy(from, to).expect("a copy");
    step();
}

fn remove(path: &Path) {
    fs::remove_file(path).expect("a file less");
    step();
}

/// Into the file that is there, which is empty for a while, and then has a half of the text.
fn write_in_place(path: &Path, text: &str) {
    let mut file = OpenOptions::new().write(true).truncate(true).open(path).expect("the letter");
    step();
    let (one, other) = text.split_at(text.len() / 2);
    file.write_all(one.as_bytes()).expect("a half");
    step();
    file.write_all(other.as_bytes()).expect("the whole");
    drop(file);
    step();
}

/// What lies beside a text while it is changed and not yet saved: a lock, and the text so far.
fn while_emacs_edits(folder: &Path, text: &str, save: impl FnOnce()) {
    let (lock, autosave) = (folder.join(".#visit-1.md"), folder.join("#visit-1.md#"));
    #[cfg(unix)]
    std::os::unix::fs::symlink("editor@host.example.4711:1790000000", &lock).expect("a lock");
    #[cfg(not(unix))]
    fs::write(&lock, "").expect("a lock");
    write(&autosave, &text[..text.len() / 2]);
    save();
    remove(&autosave);
    remove(&lock);
}

/// The first save of a file makes its backup.
fn emacs(folder: &Path, text: &str) {
    let path = folder.join("visit-1.md");
    while_emacs_edits(folder, text, || {
        rename(&path, &folder.join("visit-1.md~"));
        write(&path, text);
    });
}

fn emacs_copying(folder: &Path, text: &str) {
    let path = folder.join("visit-1.md");
    while_emacs_edits(folder, text, || {
        copy(&path, &folder.join("visit-1.md.~1~"));
        write_in_place(&path, text);
    });
}

fn emacs_precious(folder: &Path, text: &str) {
    let path = folder.join("visit-1.md");
    while_emacs_edits(folder, text, || {
        let new = folder.join("tmpZ3vXkA");
        write(&new, text);
        copy(&path, &folder.join("visit-1.md~"));
        rename(&new, &path);
    });
}

/// It tries whether it may write into the folder, and puts the old text aside until the new one is written.
fn vim(folder: &Path, text: &str) {
    vim_with_backup(folder, text);
    remove(&folder.join("visit-1.md~"));
}

fn vim_with_backup(folder: &Path, text: &str) {
    let (path, swap, test) =
        (folder.join("visit-1.md"), folder.join(".visit-1.md.swp"), folder.join("4913"));
    write(&swap, "b0VIM 9.0");
    write(&test, "");
    remove(&test);
    rename(&path, &folder.join("visit-1.md~"));
    write(&path, text);
    remove(&swap);
}

fn vim_copying(folder: &Path, text: &str) {
    let path = folder.join("visit-1.md");
    copy(&path, &folder.join("visit-1.md~"));
    write_in_place(&path, text);
    remove(&folder.join("visit-1.md~"));
}

fn vs_code(folder: &Path, text: &str) {
    write_in_place(&folder.join("visit-1.md"), text);
}

fn jetbrains(folder: &Path, text: &str) {
    let path = folder.join("visit-1.md");
    let (new, old) = (folder.join("visit-1.md___jb_tmp___"), folder.join("visit-1.md___jb_old___"));
    write(&new, text);
    rename(&path, &old);
    rename(&new, &path);
    remove(&old);
}

fn gnome(folder: &Path, text: &str) {
    let (path, new) = (folder.join("visit-1.md"), folder.join(".goutputstream-0XYZ42"));
    write(&new, text);
    let backup = folder.join("visit-1.md~");
    let _ = fs::remove_file(&backup);
    fs::hard_link(&path, &backup).expect("a backup");
    step();
    rename(&new, &path);
}

fn kate(folder: &Path, text: &str) {
    let (path, swap) = (folder.join("visit-1.md"), folder.join(".visit-1.md.kate-swp"));
    let new = folder.join("visit-1.md.kXbQtd");
    write(&swap, "Kate swap");
    copy(&path, &folder.join("visit-1.md~"));
    write(&new, text);
    rename(&new, &path);
    remove(&swap);
}

fn nano(folder: &Path, text: &str) {
    let path = folder.join("visit-1.md");
    copy(&path, &folder.join("visit-1.md~"));
    write_in_place(&path, text);
}

/// It writes into a folder of its own on the same disk, and puts what it wrote in the place of the old text.
fn text_edit(folder: &Path, text: &str) {
    let new = folder.join("visit-1.md.sb-0d2f4a61-kXbQtd");
    write(&new, text);
    rename(&new, &folder.join("visit-1.md"));
}

fn sed(folder: &Path, text: &str) {
    let new = folder.join("sedkXbQtd");
    write(&new, text);
    rename(&new, &folder.join("visit-1.md"));
}

/// As a branch is changed.
fn git(folder: &Path, text: &str) {
    let path = folder.join("visit-1.md");
    remove(&path);
    write(&path, text);
}
