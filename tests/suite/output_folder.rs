//! Traps: folders that somebody would miss, given as the one to build into. Not a byte of them is lost.

use std::fs;
use std::path::{Path, PathBuf};

use xxhash_rust::xxh3::xxh3_128;

use crate::folder::{Folder, Run, everything, program, repository, start, write_list};

/// A folder that is not for us, and how it comes to be. All paths are from the folder around the site's, `site`.
struct Trap {
    name: &'static str,
    /// What is given as `--output`, from the site's folder.
    output: &'static str,
    set: fn(&Folder),
    /// What is said of it.
    told: &'static str,
    /// Whether `--adopt` makes a difference.
    adoptable: bool,
}

const fn trap(
    name: &'static str,
    output: &'static str,
    set: fn(&Folder),
    told: &'static str,
) -> Trap {
    Trap { name, output, set, told, adoptable: false }
}

const MADE_FROM: &str = "what the site is made from is there";

const TRAPS: &[Trap] = &[
    trap("the root", "/", |_| {}, MADE_FROM),
    trap("the project", ".", |_| {}, MADE_FROM),
    trap("the folder around the project", "..", |_| {}, MADE_FROM),
    trap("the content", "content", |_| {}, MADE_FROM),
    trap("a part of the content, by a detour", "content/../content/pages", |_| {}, MADE_FROM),
    trap("the themes", "themes", |folder| write(folder, "site/themes/a.txt", "mine"), MADE_FROM),
    trap("the messages", "i18n", |folder| write(folder, "site/i18n/a.txt", "mine"), MADE_FROM),
    trap("what we keep", ".letterpress", build, MADE_FROM),
    trap("home", "../home", |folder| write(folder, "home/me/a.txt", "mine"), "your home folder"),
    trap(
        "the folder around home",
        "../around",
        |folder| write(folder, "around/home/a.txt", "mine"),
        "your home folder",
    ),
    trap(
        "a repository",
        "../other",
        |folder| write(folder, "other/.git/HEAD", "ref: refs/heads/main"),
        "the root of a repository",
    ),
    trap(
        "a worktree",
        "public",
        |folder| {
            build(folder);
            folder.write("site/public/.git", "gitdir: /elsewhere");
        },
        "the root of a repository",
    ),
    trap(
        "a repository's own files",
        "../other/.git/hooks/site",
        |folder| write(folder, "other/.git/HEAD", "ref: refs/heads/main"),
        "a repository keeps its own files there",
    ),
    Trap {
        adoptable: true,
        ..trap(
            "a folder of others",
            "../photos",
            |folder| {
                fs::create_dir_all(folder.path().join("photos/empty")).expect("a folder");
            },
            "it holds folders not built here: empty\n",
        )
    },
    trap("a file", "../file", |folder| write(folder, "file", "mine"), "is not a folder"),
    Trap {
        adoptable: true,
        ..trap(
            "files of others",
            "../photos",
            |folder| {
                for number in 1..=7 {
                    folder.write(&format!("photos/{number}.jpg"), "mine");
                }
            },
            "7 files not built here, or changed since, such as 1.jpg, 2.jpg, 3.jpg, 4.jpg, 5.jpg\n",
        )
    },
    Trap {
        adoptable: true,
        ..trap(
            "a file of others in a folder of ours",
            "public",
            |folder| {
                build(folder);
                folder.write("site/public/about/notes.txt", "mine");
            },
            "about/notes.txt",
        )
    },
    trap(
        "a page that was changed by hand",
        "public",
        |folder| {
            build(folder);
            folder.write("site/public/index.html", "mine");
        },
        "index.html",
    ),
    trap(
        "a file where the site needs a folder",
        "../other",
        |folder| write(folder, "other/authorities", "mine"),
        "authorities",
    ),
    trap(
        "a folder where the site needs a file",
        "../other",
        |folder| write(folder, "other/index.html/mine.txt", "mine"),
        "index.html",
    ),
    trap(
        "half a manifest",
        "public",
        |folder| {
            build(folder);
            let path = folder.path().join("site/.letterpress/public.manifest");
            let text = fs::read_to_string(&path).expect("a manifest");
            let lines: Vec<&str> = text.lines().collect();
            let half = lines[..lines.len() / 2].join("\n") + "\n";
            write_list(&path, half);
        },
        "is broken or of another version",
    ),
    trap(
        "a manifest with a letter changed",
        "public",
        |folder| {
            build(folder);
            let path = folder.path().join("site/.letterpress/public.manifest");
            let text = fs::read_to_string(&path).expect("a manifest");
            write_list(&path, text.replace("index.html", "index.htm1"));
        },
        "is broken or of another version",
    ),
    trap(
        "a manifest of what is elsewhere",
        "public",
        |folder| {
            build(folder);
            let hash = xxh3_128(b"mine");
            let list = format!("letterpress manifest 4\nwritten 0\n{hash:032x} 4 ../mine.txt\n");
            let list = format!("{list}end {:032x}\n", xxh3_128(list.as_bytes()));
            folder.write("site/mine.txt", "mine");
            write_list(&folder.path().join("site/.letterpress/public.manifest"), list);
        },
        "is broken or of another version",
    ),
];

/// Traps that are set with links.
#[cfg(unix)]
const LINKS: &[Trap] = &[
    trap(
        "a link",
        "../link",
        |folder| {
            folder.write("photos/1.jpg", "mine");
            link("photos", &folder.path().join("link"));
        },
        "a link to another place",
    ),
    trap(
        "a link in a folder of ours",
        "public",
        |folder| {
            build(folder);
            folder.write("about.html", "mine");
            fs::remove_file(folder.path().join("site/public/about/index.html")).expect("it goes");
            link("../../../about.html", &folder.path().join("site/public/about/index.html"));
        },
        "about/index.html",
    ),
    trap(
        "the folder around a home that cannot be looked at",
        "../around",
        |folder| {
            folder.write("around/a.txt", "mine");
            link("home", &folder.path().join("around/home"));
        },
        "your home folder",
    ),
    trap(
        "a theme behind a link",
        "../elsewhere/own/static/site",
        |folder| {
            write_theme(folder);
            write(folder, "site/themes/another/theme.toml", "name = \"another\"\n");
            link("../../elsewhere/own", &folder.path().join("site/themes/own"));
        },
        MADE_FROM,
    ),
    trap(
        "a theme behind two links",
        "../elsewhere/own",
        |folder| {
            write_theme(folder);
            link("elsewhere", &folder.path().join("between"));
            fs::create_dir(folder.path().join("site/themes")).expect("a folder");
            let own = folder.path().join("between/own");
            link(own.to_str().expect("a path"), &folder.path().join("site/themes/own"));
        },
        MADE_FROM,
    ),
    trap(
        "the folder around a theme behind a link",
        "../elsewhere",
        |folder| {
            write_theme(folder);
            fs::create_dir(folder.path().join("site/themes")).expect("a folder");
            link("../../elsewhere/own", &folder.path().join("site/themes/own"));
        },
        MADE_FROM,
    ),
    trap(
        "what we keep is a link",
        "public",
        |folder| {
            folder.write("photos/1.jpg", "mine");
            link("../photos", &folder.path().join("site/.letterpress"));
        },
        "is not a folder",
    ),
];

fn write(folder: &Folder, path: &str, text: &str) {
    folder.write(path, text);
}

#[cfg(unix)]
fn write_theme(folder: &Folder) {
    let theme = "name = \"own\"\nextends = \"plain\"\n";
    folder.write("elsewhere/own/theme.toml", theme).write("elsewhere/own/static/a.txt", "mine");
}

#[cfg(unix)]
fn link(to: &str, at: &Path) {
    std::os::unix::fs::symlink(to, at).expect("a link");
}

/// A site with a page *About* and one on each topic.
fn site() -> Folder {
    let folder = Folder::new();
    folder.copy(&repository().join("tests/letters/site"), "site");
    folder.write("site/content/pages/about.md", "---\ntitle: About\n---\nAbout.\n");
    folder
}

fn build(folder: &Folder) {
    build_into(folder, &[]).expect(0);
}

/// Builds as somebody whose home is one of two folders, whichever is there.
fn build_into(folder: &Folder, arguments: &[&str]) -> Run {
    let homes = [folder.path().join("around/home"), folder.path().join("home/me")];
    let home = homes.iter().find(|home| home.exists()).unwrap_or(&homes[0]);
    let mut program = program(&folder.path().join("site"), &["build"]);
    start(program.args(arguments).env("HOME", home))
}

/// The lock, which a build that gets as far as looking at its pages has taken.
fn is_lock(path: &Path) -> bool {
    path.ends_with(".letterpress") || path.ends_with(".letterpress/other.lock")
}

fn hold(trap: &Trap) {
    let Trap { name, output, set, told, adoptable } = trap;
    let folder = site();
    set(&folder);
    let before = everything(folder.path());
    for adopt in [false, true] {
        if adopt && *adoptable {
            continue;
        }
        let arguments = ["--output", output, "--adopt"];
        let run = build_into(&folder, &arguments[..if adopt { 3 } else { 2 }]);
        assert_eq!(run.code, Some(2), "{name}: {}", run.stderr);
        assert!(run.stderr.contains("error[output-refused]"), "{name}: {}", run.stderr);
        assert!(run.stderr.contains("left as it is"), "{name}: {}", run.stderr);
        assert!(run.stderr.contains(told), "{name}: {}", run.stderr);
        let after = everything(folder.path());
        let kept = before.iter().all(|(path, bytes)| after.get(path) == Some(bytes));
        assert!(kept, "{name}: something was lost or changed");
        let is_new = |path: &&PathBuf| !before.contains_key(*path) && !is_lock(path);
        let new: Vec<_> = after.keys().filter(is_new).collect();
        assert!(new.is_empty(), "{name}: {new:?} is new");
    }
}

#[test]
fn nothing_is_lost_in_a_trap() {
    TRAPS.iter().for_each(hold);
}

#[cfg(unix)]
#[test]
fn nothing_is_lost_behind_a_link() {
    LINKS.iter().for_each(hold);
}

/// The lock is written to; a link in its place would lead the writing somewhere else.
#[cfg(unix)]
#[test]
fn a_link_in_the_place_of_the_lock_leads_nowhere() {
    let folder = site();
    folder.write("precious.txt", "mine").write("site/.letterpress/kept", "");
    link("../../precious.txt", &folder.path().join("site/.letterpress/public.lock"));
    let told = build_into(&folder, &[]).expect(2).stderr;
    assert!(told.contains("public.lock") && told.contains("is not a file"), "{told}");
    assert_eq!(fs::read(folder.path().join("precious.txt")).expect("it"), b"mine");
}

/// Two folders whose names cannot be told apart would have one manifest.
#[cfg(target_os = "linux")]
#[test]
fn a_name_that_is_no_text_is_refused() {
    use std::os::unix::ffi::OsStrExt;
    let folder = site();
    let name = std::ffi::OsStr::from_bytes(b"public-\xff");
    let mut program = program(&folder.path().join("site"), &["build", "--output"]);
    let run = start(program.arg(name)).expect(2);
    assert!(run.stderr.contains("error[output-refused]"), "{}", run.stderr);
    assert!(!folder.path().join("site").join(name).exists());
}

/// What cannot be looked at is told by its own name.
#[cfg(target_os = "linux")]
#[test]
fn a_folder_that_may_not_be_read_is_named() {
    use std::os::unix::fs::PermissionsExt;
    let folder = site();
    build(&folder);
    let closed = folder.path().join("site/public/about");
    fs::set_permissions(&closed, fs::Permissions::from_mode(0o000)).expect("no rights");
    let run = crate::full_disk::without_rights(&folder, &["build", "--root", "site"]).expect(3);
    fs::set_permissions(&closed, fs::Permissions::from_mode(0o755)).expect("rights");
    assert!(
        run.stderr.contains("could not look at") && run.stderr.contains("public/about: "),
        "{}",
        run.stderr
    );
}

/// As deep as the system lets paths be: what looks at them may not take memory for each level of them within the last.
#[test]
#[cfg(target_os = "linux")]
fn folders_of_others_may_lie_deep() {
    const LEVELS: usize = 1_900;
    let folder = site();
    let out = folder.path().join("out");
    let mut deep = out.join("mine");
    for _ in 0..LEVELS {
        deep.push("a");
        fs::create_dir_all(&deep).expect("a folder");
        fs::write(deep.join("b"), "mine").expect("a file");
    }
    for title in ["First", "Second"] {
        folder
            .write("site/content/pages/about.md", format!("---\ntitle: {title}\n---\n{title}.\n"));
        let told = build_into(&folder, &["--output", "../out", "--adopt"]).expect(0).stderr;
        assert!(told.contains("Kept 1900 files not built here."), "{told}");
        assert_eq!(fs::read_to_string(deep.join("b")).expect("a file"), "mine");
    }
    // What takes away the test's folder opens each folder within the last, and may not open so many.
    for _ in 0..LEVELS {
        fs::remove_file(deep.join("b")).expect("a file less");
        fs::remove_dir(&deep).expect("a folder less");
        deep.pop();
    }
}

#[test]
fn what_is_adopted_stays_as_it_is() {
    let folder = site();
    folder
        .write("out/photo.jpg", "mine")
        .write("out/about/notes.txt", "mine")
        .write("out/deep/er/a", "");
    fs::create_dir(folder.path().join("out/empty")).expect("a folder");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        link("/nowhere", &folder.path().join("out/link"));
        let nobody_else = fs::Permissions::from_mode(0o700);
        fs::set_permissions(folder.path().join("out/deep"), nobody_else).expect("rights");
    }
    let mine = everything(&folder.path().join("out"));
    for title in ["First", "Second"] {
        folder
            .write("site/content/pages/about.md", format!("---\ntitle: {title}\n---\n{title}.\n"));
        let told = build_into(&folder, &["--output", "../out", "--adopt"]).expect(0).stderr;
        assert!(told.contains("files not built here"), "{told}");
        let out = everything(&folder.path().join("out"));
        assert!(mine.iter().all(|(path, bytes)| out.get(path) == Some(bytes)), "{title}");
        let about = String::from_utf8_lossy(&out[Path::new("about/index.html")]).into_owned();
        assert!(about.contains(title), "the site is built too");
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            let deep = fs::metadata(folder.path().join("out/deep")).expect("it");
            assert_eq!(deep.permissions().mode() & 0o777, 0o700, "{title}");
        }
    }
    assert!(build_into(&folder, &["--output", "../out"]).expect(2).stderr.contains("photo.jpg"));
    // The page goes; what somebody put beside it stays.
    fs::remove_file(folder.path().join("site/content/pages/about.md")).expect("the page goes");
    build_into(&folder, &["--output", "../out", "--adopt"]).expect(0);
    assert!(!folder.path().join("out/about/index.html").exists());
    assert!(folder.path().join("out/about/notes.txt").exists());
}

#[test]
fn a_site_in_the_output_of_another_is_told_as_that() {
    let folder = site();
    build(&folder);
    folder.copy(&folder.path().join("site/content"), "other/content");
    folder.copy_file(&folder.path().join("site/site.toml"), "other/site.toml");
    let inner = ["build", "--root", "other", "--output", "site/public/other"];
    folder.run(&inner).expect(0);
    let before = everything(&folder.path().join("site/public/other"));
    let told = folder.run(&["build", "--root", "site"]).expect(2).stderr;
    assert!(told.contains("another site is built into a folder in"), "{told}");
    folder.run(&["build", "--root", "site", "--adopt"]).expect(0);
    assert!(before == everything(&folder.path().join("site/public/other")));
    folder.run(&inner).expect(0);
}
