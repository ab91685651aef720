//! Machines that will not do it: real disks that are full or read-only, rights that are missing, too many open
//! files. The old site stays, byte for byte, and nothing is left behind.

#![expect(clippy::print_stdout, reason = "it tells how many there were")]

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use crate::folder::{Folder, KEPT, Run, entries, everything, program, repository, tree};

const PROGRAM: &str = env!("CARGO_BIN_EXE_letterpress");

/// How many sizes of disk are tried.
const SIZES: usize = 20;

/// A small site `one` and a larger one `two`, and a folder `disk` to mount one at.
fn two_sites() -> Folder {
    let folder = Folder::new();
    for (site, pages) in [("one", 10), ("two", 60)] {
        folder.copy(&repository().join("tests/letters/site"), site);
        for number in 0..pages {
            let text = format!("---\ntitle: Page {number}\n---\nOf site {site}.\n");
            folder.write(&format!("{site}/content/pages/page-{number}.md"), text);
        }
        folder.run(&["build", "--root", site, "--output", &format!("whole-{site}")]).expect(0);
    }
    fs::create_dir(folder.path().join("disk")).expect("a folder");
    folder
}

/// Runs a script where disks can be mounted that nobody else sees: as root, or as root of a world of its own.
pub(crate) fn with_disks(folder: &Folder, script: &str) -> Output {
    let ways: [&[&str]; 3] =
        [&["unshare", "-m"], &["unshare", "-rm"], &["sudo", "-n", "unshare", "-m"]];
    let run = |way: &[&str], script: &str| {
        let mut command = Command::new(way[0]);
        command.args(&way[1..]).args(["sh", "-eu", "-c", script, PROGRAM]);
        command.current_dir(folder.path()).output()
    };
    let can_mount = "mount -t tmpfs tmpfs disk";
    let way = ways
        .iter()
        .find(|way| run(way, can_mount).is_ok_and(|tried| tried.status.success()))
        .expect(
            "this test mounts disks: it needs root, user namespaces, or sudo without a password",
        );
    let output = run(way, script).expect("it starts");
    assert!(output.status.success(), "{output:#?}");
    output
}

fn names(folder: &Path) -> Vec<String> {
    let name =
        |path: &std::path::PathBuf| path.file_name().expect("a name").to_string_lossy().into();
    entries(folder).iter().map(name).collect()
}

/// A script that builds and writes down how that ended: `build one first` makes `first.code` and `first.told`.
const BUILD: &str = r#"
build() {
  code=0
  "$0" build --quiet --root "$1" --output disk/public 2> "$2.told" || code=$?
  echo "$code" > "$2.code"
}
"#;

fn ended(folder: &Folder, name: &str) -> (String, String) {
    let read = |kind: &str| {
        fs::read_to_string(folder.path().join(format!("{name}.{kind}"))).expect("written down")
    };
    (read("code").trim().to_owned(), read("told"))
}

#[test]
fn a_full_disk_keeps_the_old_site() {
    let folder = two_sites();
    let (one, two) =
        (tree(&folder.path().join("whole-one")), tree(&folder.path().join("whole-two")));
    let room = |files: &std::collections::BTreeMap<String, Vec<u8>>| -> usize {
        files.values().map(|bytes| bytes.len().div_ceil(4096) * 4).sum()
    };
    // From too little for the first to enough for both.
    let (least, most) = (room(&one) / 2, room(&one) + room(&two) + 64);
    let mut options: Vec<String> = (0..SIZES)
        .map(|number| format!("size={}k", least + (most - least) * number / (SIZES - 1)))
        .collect();
    options.extend(
        [20, one.len() + 40, one.len() + two.len()].map(|count| format!("nr_inodes={count}")),
    );

    let mut script = BUILD.to_owned();
    for (number, options) in options.iter().enumerate() {
        script.push_str(&format!(
            "mount -t tmpfs -o {options} tmpfs disk; build one {number}-one; build two {number}-two\n\
             mkdir {number}; cp -a disk/. {number}; umount disk\n"
        ));
    }
    with_disks(&folder, &script);

    let (mut none, mut first, mut both) = (0, 0, 0);
    for (number, options) in options.iter().enumerate() {
        let left = folder.path().join(number.to_string());
        let [built_one, built_two] =
            ["one", "two"].map(|site| ended(&folder, &format!("{number}-{site}")));
        for (code, told) in [&built_one, &built_two] {
            assert!(code == "0" || code == "3", "{options}: {code}: {told}");
            let advises = told.contains("make room on the disk");
            assert_eq!(code == "3", advises, "{options}: {told}");
        }
        let kept = if left.join(".letterpress").exists() {
            names(&left.join(".letterpress"))
        } else {
            vec![]
        };
        match (built_one.0.as_str(), built_two.0.as_str()) {
            (_, "0") => {
                assert!(tree(&left.join("public")) == two, "{options}: the new site");
                both += 1;
            }
            ("0", _) => {
                assert!(tree(&left.join("public")) == one, "{options}: the old site");
                first += 1;
            }
            _ => {
                assert!(!left.join("public").exists(), "{options}");
                none += 1;
            }
        }
        let expected: &[&str] = match left.join("public").exists() {
            true => KEPT,
            false => &["public.lock"],
        };
        assert!(kept.is_empty() || kept == expected, "{options}: {kept:?} was left");
    }
    println!(
        "{} disks: {none} took no site, {first} kept the first, {both} took the second.",
        options.len()
    );
    assert!(none > 0 && first > 5 && both > 0, "{none}, {first}, {both}");
}

#[test]
fn a_disk_that_is_read_only_and_one_in_the_way_are_left_as_they_are() {
    let folder = two_sites();
    folder.write("precious/photo.jpg", "mine");
    let script = format!(
        "{BUILD}
        mount -t tmpfs tmpfs disk
        build one first; mount -o remount,bind,ro disk; build two read-only
        mkdir after; cp -a disk/. after; mount -o remount,bind,rw disk

        mkdir disk/public/mine; mount --bind precious disk/public/mine
        code=0; \"$0\" build --root two --output disk/public --adopt 2> inside.told || code=$?
        echo $code > inside.code
        umount disk/public/mine; umount disk

        mkdir at; mount --bind precious at
        code=0; \"$0\" build --root two --output at --adopt 2> at.told || code=$?
        echo $code > at.code
        umount at"
    );
    with_disks(&folder, &script);
    assert_eq!(ended(&folder, "first").0, "0");
    let (code, told) = ended(&folder, "read-only");
    assert!(code == "3" && told.contains("choose another folder"), "{code}: {told}");
    assert!(tree(&folder.path().join("after/public")) == tree(&folder.path().join("whole-one")));
    for place in ["inside", "at"] {
        let (code, told) = ended(&folder, place);
        assert!(code == "2" && told.contains("mount point"), "{place}: {code}: {told}");
    }
    assert_eq!(names(&folder.path().join("precious")), ["photo.jpg"]);
}

/// Whoever may do anything, as root may, is first made somebody who may not.
pub(crate) fn without_rights(folder: &Folder, arguments: &[&str]) -> Run {
    let is_root = Command::new("id").arg("-u").output().expect("who runs this").stdout == b"0\n";
    if !is_root {
        return folder.run(arguments);
    }
    let caps = "-dac_override,-dac_read_search";
    let mut command = Command::new("setpriv");
    command.args(["--bounding-set", caps, "--inh-caps", caps, PROGRAM]).args(arguments);
    crate::folder::start(command.current_dir(folder.path()))
}

#[test]
fn where_nothing_may_be_written_the_old_site_stays() {
    use std::os::unix::fs::PermissionsExt;
    let folder = two_sites();
    folder.run(&["build", "--root", "one", "--output", "disk/public"]).expect(0);
    let before = everything(&folder.path().join("disk"));
    for locked in ["disk", "disk/.letterpress", "disk/public"] {
        let path = folder.path().join(locked);
        fs::set_permissions(&path, fs::Permissions::from_mode(0o555)).expect("no rights");
        let run = without_rights(&folder, &["build", "--root", "two", "--output", "disk/public"]);
        fs::set_permissions(&path, fs::Permissions::from_mode(0o755)).expect("rights");
        assert_eq!(run.code, Some(3), "{locked}: {}", run.stderr);
        assert!(run.stderr.contains("check who may"), "{locked}: {}", run.stderr);
        assert_eq!(before, everything(&folder.path().join("disk")), "{locked}");
    }
}

#[test]
fn too_many_open_files_keep_the_old_site() {
    let folder = two_sites();
    folder.run(&["build", "--root", "one", "--output", "disk/public"]).expect(0);
    let before = everything(&folder.path().join("disk"));
    let mut refused = 0;
    for limit in 4..24 {
        let mut command = Command::new("sh");
        let script =
            format!("ulimit -n {limit}; exec \"$0\" build --root two --output disk/public");
        command.args(["-c", &script, PROGRAM]).current_dir(folder.path());
        let run = crate::folder::start(&mut command);
        if run.code == Some(0) {
            break;
        }
        assert_eq!(run.code, Some(3), "{limit}: {}", run.stderr);
        assert!(run.stderr.contains("ulimit -n"), "{limit}: {}", run.stderr);
        assert_eq!(before, everything(&folder.path().join("disk")), "{limit}");
        refused += 1;
    }
    assert!(refused > 1, "{refused}");
}

#[test]
fn a_name_that_is_too_long_is_told() {
    let folder = two_sites();
    for length in [245, 300] {
        let name = "n".repeat(length);
        let mut program = program(folder.path(), &["build", "--root", "one", "--output", &name]);
        let run = crate::folder::start(&mut program).expect(3);
        assert!(run.stderr.contains("shorten the name"), "{}", run.stderr);
        assert!(!folder.path().join(&name).exists());
    }
}

/// A folder that cannot be looked at is not one that is not there: the site would be published without it. A link that
/// leads to itself is such a one, whoever looks.
#[test]
fn what_cannot_be_looked_at_is_not_taken_for_missing() {
    let left = ".letterpress/public.staging/old";
    for (path, code) in [("content", 1), ("themes/plain", 2), (left, 2)] {
        let folder = Folder::with_sunderland();
        folder.run(&["build"]).expect(0);
        folder.write("themes/other/theme.toml", "name = \"other\"\n");
        folder.write(".letterpress/public.staging/site/index.html", "of a run that was stopped");
        let place = folder.path().join(path);
        if place.exists() {
            fs::rename(&place, folder.path().join("elsewhere")).expect("it goes");
        }
        let name = place.file_name().expect("a name").to_owned();
        std::os::unix::fs::symlink(name, &place).expect("a link");
        let before = everything(folder.path());
        let told = folder.run(&["build"]).expect(code).stderr;
        assert!(told.contains(path), "{told}");
        assert_eq!(before, everything(folder.path()), "{path}");
    }
}
