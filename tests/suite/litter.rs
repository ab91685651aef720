//! What systems and editors leave by themselves is in no site, and stops none.

use std::fs;

use crate::folder::{Folder, tree};
use crate::preview_server::Served;

/// Files that nobody writes by hand: of macOS, Windows, KDE, Dropbox; backups and locks of Emacs, Vim, Kate, nano,
/// JetBrains' editors, `git mergetool`, `patch`, Word and LibreOffice.
const LITTER: &[&str] = &[
    ".DS_Store",
    "._letter.md",
    ".directory",
    ".dropbox",
    ".letter.md.swp",
    ".#letter.md",
    ".~lock.letter.docx#",
    "#letter.md#",
    "DESKTOP.INI",
    "Desktop.ini",
    "Icon\r",
    "Thumbs.db",
    "authority.md.BAK",
    "ehthumbs.db",
    "letter.md.bak",
    "letter.md.orig",
    "letter.md.rej",
    "letter.md___jb_old___",
    "letter.md~",
    "letter.md.~1~",
    "~$letter.docx",
    "~WRL0001.tmp",
    "__MACOSX/._letter.md",
    "__MACOSX/letter.md",
    ".Spotlight-V100/store.db",
    "@eaDir/chart.png/thumb.jpg",
];

const FOLDERS: &[&str] =
    &["", "authorities/", "authorities/sunderland/", "topics/", "pages/", "pages/more/"];

#[test]
fn litter_in_the_content_is_passed_over() {
    let folder = Folder::with_sunderland();
    folder.run(&["build"]).expect(0);
    let before = tree(&folder.path().join("public"));
    let told = folder.run(&["check", "--quiet"]).expect(0).stderr;
    for name in LITTER {
        for around in FOLDERS {
            folder.write(&format!("content/{around}{name}"), b"\xff\0litter");
        }
    }
    for path in ["", "authorities/", "authorities/sunderland/", "topics/", "pages/"] {
        folder.write(&format!("content/{path}README.md"), "# For whoever browses this\n");
    }
    assert_eq!(folder.run(&["check", "--quiet"]).expect(0).stderr, told);
    folder.run(&["build"]).expect(0);
    assert_eq!(tree(&folder.path().join("public")), before);
}

/// What only looks like litter is told as before.
#[test]
fn what_somebody_wrote_is_not_litter() {
    for name in ["letter.bak.docx", "~", "#1.docx", "thumbs.db.docx", "notes.tmp", "read me.md"] {
        let folder = Folder::with_sunderland();
        folder.write(&format!("content/pages/{name}"), "Notes.");
        let told = folder.run(&["check"]).expect(1).stderr;
        assert!(told.contains(name), "{name}: {told}");
    }
}

#[test]
fn litter_in_a_theme_is_not_published() {
    let folder = Folder::with_sunderland();
    folder.write("themes/own/theme.toml", "name = \"own\"\nextends = \"plain\"\n");
    folder.write("themes/own/static/mine.css", "").write("themes/own/static/Thumbs.db", "x");
    folder.write("themes/own/static/mine.css~", "x").write("themes/own/static/.DS_Store", "x");
    folder.run(&["build", "--theme", "own"]).expect(0);
    let public = tree(&folder.path().join("public"));
    let of_theme: Vec<&String> =
        public.keys().filter(|path| path.contains("mine.css") || path.contains("humbs")).collect();
    assert_eq!(of_theme, ["mine.css"]);
}

#[test]
fn litter_in_the_output_goes_with_the_old_site() {
    let folder = Folder::with_sunderland();
    let page = "content/pages/about.md";
    folder.write(page, "---\ntitle: About\n---\nFirst.\n");
    folder.run(&["build"]).expect(0);
    for (round, adopt) in [("Second.", &[][..]), ("Third.", &["--adopt"])] {
        for name in LITTER {
            for around in ["", "about/", "authorities/sunderland/"] {
                folder.write(&format!("public/{around}{name}"), "litter");
            }
        }
        // Where nothing else has changed, nothing is stopped either.
        folder.run(&[&["build"], adopt].concat()).expect(0);
        folder.write(page, format!("---\ntitle: About\n---\n{round}\n"));
        folder.run(&[&["build"], adopt].concat()).expect(0);
        let public = tree(&folder.path().join("public"));
        let left: Vec<&String> =
            public.keys().filter(|path| LITTER.iter().any(|name| path.ends_with(name))).collect();
        assert!(left.is_empty(), "{left:?}");
        assert!(String::from_utf8_lossy(&public["about/index.html"]).contains(round));
    }
    folder.write("public/notes.txt", "mine");
    let told = folder.run(&["build"]).expect(2).stderr;
    assert!(told.contains("notes.txt"), "{told}");
}

/// Where no site was built, a backup may be all that somebody has.
#[test]
fn backups_in_a_folder_that_was_never_ours_are_kept() {
    let folder = Folder::with_sunderland();
    folder.write("kept/novel.bak", "mine").write("kept/.DS_Store", "");
    let told = folder.run(&["build", "--output", "kept"]).expect(2).stderr;
    assert!(told.contains("novel.bak") && !told.contains("DS_Store"), "{told}");
    fs::remove_file(folder.path().join("kept/novel.bak")).expect("a file less");
    folder.run(&["build", "--output", "kept"]).expect(0);
    assert!(!folder.path().join("kept/.DS_Store").exists());
}

#[test]
fn litter_freezes_no_preview() {
    let folder = Folder::with_sunderland();
    let page = "content/pages/about.md";
    let path = |name: &str| folder.path().join(name);
    let text = |words: &str| format!("---\ntitle: About\n---\n{words}\n");
    folder.write(page, text("First."));
    let served = Served::start(folder.path(), &[]);
    // Emacs renames the file to its backup and writes a new one; Vim does so too, with `backup`.
    fs::write(path("content/pages/#about.md#"), text("Auto-saved.")).expect("a file");
    fs::rename(path(page), path("content/pages/about.md~")).expect("a backup");
    folder.write(page, text("Second."));
    served.until("about/", |page| page.body.contains("Second."));
    // VS Code writes in place; JetBrains' editors put a file of another name in its place.
    fs::write(path(page), text("Third.")).expect("a file");
    served.until("about/", |page| page.body.contains("Third."));
    fs::write(path("content/pages/about.md___jb_tmp___"), text("Fourth.")).expect("a file");
    fs::rename(path(page), path("content/pages/about.md___jb_old___")).expect("an old file");
    fs::rename(path("content/pages/about.md___jb_tmp___"), path(page)).expect("a new file");
    served.until("about/", |page| page.body.contains("Fourth."));
    fs::remove_file(path("content/pages/about.md___jb_old___")).expect("a file less");
    for name in ["Thumbs.db", "desktop.ini", ".DS_Store", "about.md.bak", "about.md.orig"] {
        folder.write(&format!("content/pages/{name}"), "x");
    }
    folder.write(page, text("Fifth."));
    served.until("about/", |page| page.body.contains("Fifth."));
}
