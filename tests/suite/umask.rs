//! The umask: pages and folders have the rights that it leaves now, whenever their bytes were written; but for what
//! somebody has changed.

use std::collections::BTreeMap;
use std::fs::{self, Permissions};
use std::os::unix::fs::{MetadataExt, PermissionsExt};
use std::path::Path;
use std::process::Command;

use walkdir::WalkDir;

use crate::folder::{Folder, Run, start, write_list};

fn set_mode(path: &Path, mode: u32) {
    fs::set_permissions(path, Permissions::from_mode(mode)).expect("rights");
}

fn build(folder: &Folder, umask: u32, arguments: &[&str]) -> Run {
    let script = format!("umask {umask:03o}; exec \"$0\" build \"$@\"");
    let mut shell = Command::new("sh");
    shell.args(["-c", &script, env!("CARGO_BIN_EXE_letterpress")]).args(arguments);
    start(shell.current_dir(folder.path())).expect(0)
}

/// How many files and folders there are with which rights.
fn modes(folder: &Folder) -> BTreeMap<(bool, String), usize> {
    let mut modes = BTreeMap::new();
    for entry in WalkDir::new(folder.path().join("public")) {
        let found = entry.expect("an entry").metadata().expect("it");
        let mode = format!("{:o}", found.mode() & 0o7777);
        *modes.entry((found.is_dir(), mode)).or_default() += 1;
    }
    modes
}

/// The rights of all files and of all folders, which are the same for each.
#[track_caller]
fn only_modes(folder: &Folder) -> [String; 2] {
    let modes = modes(folder);
    assert_eq!(modes.len(), 2, "{modes:?}");
    let [files, folders] = [false, true].map(|is_folder| {
        let mut modes = modes.keys().filter(|(is_one, _)| *is_one == is_folder);
        modes.next().expect("one").1.clone()
    });
    [files, folders]
}

fn mode(folder: &Folder, path: &str) -> String {
    format!("{:o}", fs::metadata(folder.path().join(path)).expect("it").mode() & 0o7777)
}

fn site() -> Folder {
    let folder = Folder::with_sunderland();
    folder.write("content/pages/about.md", "---\ntitle: About\n---\nAbout.\n");
    folder
}

fn write_page(folder: &Folder, text: &str) {
    folder.write("content/pages/about.md", format!("---\ntitle: About\n---\n{text}\n"));
}

#[test]
fn pages_and_folders_follow_the_umask() {
    for changes in [false, true] {
        for forgets in [&[][..], &["note"], &["note", "made-of", "parsed"]] {
            let folder = site();
            for (umask, files, folders) in
                [(0o077, "600", "700"), (0o022, "644", "755"), (0o027, "640", "750")]
            {
                if changes {
                    write_page(&folder, &format!("Under {umask:o}."));
                }
                build(&folder, umask, &[]);
                let what = format!("umask {umask:o}, changes: {changes}, without {forgets:?}");
                assert_eq!(only_modes(&folder), [files, folders], "{what}");
                let told = build(&folder, umask, &[]).stderr;
                assert!(told.contains("Nothing has changed"), "{what}: {told}");
                for name in forgets {
                    let path = folder.path().join(format!(".letterpress/public.{name}"));
                    fs::remove_file(path).expect("it goes");
                }
                let told = build(&folder, umask, &[]).stderr;
                assert!(told.contains("Nothing has changed"), "{what}: {told}");
            }
        }
    }
}

/// What is the same keeps its time, though it is another file.
#[test]
fn a_file_with_other_rights_keeps_its_time() {
    let folder = site();
    build(&folder, 0o077, &[]);
    let times = || -> BTreeMap<_, _> {
        let entries = WalkDir::new(folder.path().join("public")).into_iter();
        let files = entries.map(|entry| entry.expect("it")).filter(|it| it.file_type().is_file());
        files.map(|it| (it.path().to_owned(), it.metadata().expect("it").mtime())).collect()
    };
    let long_ago =
        std::time::SystemTime::UNIX_EPOCH + std::time::Duration::from_secs(1_000_000_000);
    for path in times().keys() {
        let file = fs::File::options().write(true).open(path).expect("a file");
        file.set_modified(long_ago).expect("a time");
    }
    build(&folder, 0o022, &[]);
    assert!(times().values().all(|time| *time == 1_000_000_000), "{:?}", times());
    assert_eq!(only_modes(&folder), ["644", "755"]);
}

/// A page is ours, whoever changed its rights.
#[test]
fn a_page_whose_rights_were_changed_gets_them_back() {
    let folder = site();
    build(&folder, 0o022, &[]);
    set_mode(&folder.path().join("public/index.html"), 0o600);
    build(&folder, 0o022, &[]);
    assert_eq!(only_modes(&folder), ["644", "755"]);
}

/// A folder that somebody closed stays closed, under whatever umask the site is built meanwhile.
#[test]
fn a_folder_whose_rights_were_changed_keeps_them() {
    let folder = site();
    build(&folder, 0o022, &[]);
    let closed = folder.path().join("public/authorities");
    set_mode(&closed, 0o700);
    for umask in [0o022, 0o077, 0o027, 0o077, 0o022] {
        for text in ["One.", "Two."] {
            write_page(&folder, text);
            build(&folder, umask, &[]);
            assert_eq!(mode(&folder, "public/authorities"), "700", "{umask:o}");
            let others = format!("{:o}", 0o777 & !umask);
            assert_eq!(mode(&folder, "public/about"), others, "{umask:o}");
            assert_eq!(mode(&folder, "public"), others, "{umask:o}");
        }
    }
    // Its owner opens it again: from then on it is as the others.
    set_mode(&closed, 0o755);
    build(&folder, 0o077, &[]);
    assert_eq!(only_modes(&folder), ["600", "700"]);
}

/// The folder that somebody made for the site has the rights that they gave it.
#[test]
fn the_folder_around_the_site_keeps_what_was_given_to_it() {
    let folder = site();
    fs::create_dir(folder.path().join("public")).expect("a folder");
    set_mode(&folder.path().join("public"), 0o2750);
    for umask in [0o022, 0o077, 0o022] {
        build(&folder, umask, &[]);
        assert_eq!(mode(&folder, "public"), "2750", "{umask:o}");
        assert_eq!(mode(&folder, "public/about"), format!("{:o}", 0o2777 & !umask), "{umask:o}");
    }
}

#[test]
fn what_is_adopted_does_not_follow_the_umask() {
    let folder = site();
    build(&folder, 0o077, &[]);
    folder.write("public/mine/a.txt", "mine").write("public/about/b.txt", "mine");
    set_mode(&folder.path().join("public/mine"), 0o710);
    set_mode(&folder.path().join("public/mine/a.txt"), 0o604);
    set_mode(&folder.path().join("public/about/b.txt"), 0o640);
    build(&folder, 0o022, &["--adopt"]);
    assert_eq!(mode(&folder, "public/mine"), "710");
    assert_eq!(mode(&folder, "public/mine/a.txt"), "604");
    assert_eq!(mode(&folder, "public/about/b.txt"), "640");
    assert_eq!(mode(&folder, "public/about"), "755");
    assert_eq!(mode(&folder, "public/about/index.html"), "644");
}

/// Where a list does not say how folders were made, they stay as they are.
#[test]
fn folders_of_which_a_list_says_nothing_stay_as_they_are() {
    let folder = site();
    build(&folder, 0o077, &[]);
    let path = folder.path().join(".letterpress/public.manifest");
    let list = fs::read_to_string(&path).expect("the list");
    let lines = list.lines().filter(|line| !line.starts_with("folder") && !line.starts_with("end"));
    let lines: String = lines.map(|line| format!("{line}\n")).collect();
    let hash = xxhash_rust::xxh3::xxh3_128(lines.as_bytes());
    write_list(&path, format!("{lines}end {hash:032x}\n"));
    build(&folder, 0o022, &[]);
    assert_eq!(only_modes(&folder), ["644", "700"]);
    let told = build(&folder, 0o022, &[]).stderr;
    assert!(told.contains("Nothing has changed"), "{told}");
}

/// Stopped before it was said which of two sites is there: folders of either follow the umask, and what was closed
/// stays closed.
#[test]
fn folders_follow_the_umask_after_a_run_that_was_stopped() {
    let kept = |folder: &Folder, name: &str| folder.path().join(".letterpress").join(name);
    for is_swapped in [false, true] {
        let folder = site();
        build(&folder, 0o022, &[]);
        set_mode(&folder.path().join("public/authorities"), 0o700);
        build(&folder, 0o077, &[]);
        let last = fs::read(kept(&folder, "public.manifest")).expect("the list");
        if is_swapped {
            write_page(&folder, "Two.");
            build(&folder, 0o027, &[]);
            fs::rename(kept(&folder, "public.manifest"), kept(&folder, "public.next-manifest"))
                .expect("the next");
        } else {
            let other = site();
            write_page(&other, "Two.");
            build(&other, 0o027, &[]);
            let next = fs::read(kept(&other, "public.manifest")).expect("the next");
            write_list(&kept(&folder, "public.next-manifest"), next);
        }
        write_list(&kept(&folder, "public.manifest"), last);
        build(&folder, 0o022, &[]);
        assert_eq!(mode(&folder, "public"), "755", "swapped: {is_swapped}");
        assert_eq!(mode(&folder, "public/about"), "755", "swapped: {is_swapped}");
        assert_eq!(mode(&folder, "public/authorities"), "700", "swapped: {is_swapped}");
    }
}
