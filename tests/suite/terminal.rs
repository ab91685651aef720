//! What a person at a terminal is asked, with a pseudo-terminal for the person.

use std::ffi::OsStr;
use std::fs::{self, File, OpenOptions};
use std::io::{Read, Write};
use std::os::unix::ffi::OsStrExt;
use std::path::Path;
use std::process::{Command, Stdio};

use rustix::pty::{OpenptFlags, grantpt, openpt, ptsname, unlockpt};

use crate::folder::{Folder, run};

#[test]
fn a_person_at_a_terminal_is_asked_for_what_is_missing() {
    let folder = Folder::with_sunderland();
    let answers = "Atlantis\nSunderland\n7\n\n2019-02-05/2019-02-06\nyesterday\n2019-03-01\n";
    let (code, told) = type_to(folder.path(), &["new", "letter"], answers);
    assert_eq!(code, Some(2), "the address is still to be given: {told}");
    assert!(told.contains("no answer for --source; nothing was written"), "{told}");

    let (code, told) = type_to(folder.path(), &["new", "letter"], &format!("{answers}\n"));
    assert_eq!(code, Some(0), "{told}");
    assert!(told.contains("There is no authority `Atlantis`"), "{told}");
    assert!(told.contains("This is needed."), "{told}");
    assert!(told.contains("`yesterday` is not a date"), "{told}");
    let path = "content/authorities/sunderland/2019-03-01-visit-7.md";
    let text = fs::read_to_string(folder.path().join(path)).expect(path);
    assert!(text.contains("\n# source: "), "{text}");

    let letter = ["new", "letter", "sunderland", "--dated", "2019", "--on-site", "2019"];
    // Nothing is missing, so nothing is asked.
    let (code, told) = type_to(folder.path(), &letter, "");
    assert_eq!(code, Some(0), "{told}");
    let (code, _) = type_to(folder.path(), &["new", "topic"], "Kinship care\nRisk\n");
    assert_eq!(code, Some(0));
    let (code, _) = type_to(folder.path(), &["new", "authority"], "Medway\n");
    assert_eq!(code, Some(0));
    let (code, _) = type_to(folder.path(), &["init"], "other\n");
    assert_eq!(code, Some(0));
    run(&folder.path().join("other"), &["check"]).expect(0);
}

#[test]
fn a_person_at_a_terminal_is_asked_before_a_file_is_mended() {
    let folder = Folder::with_sunderland();
    let letter = "content/authorities/sunderland/letter.md";
    let slip = "---\nkind: focused-visit\non_site: 4 August 2018\ndated: 2018-09\nsource: none\n---\nThe visit.\n";
    folder.write(letter, slip);
    let text = || fs::read_to_string(folder.path().join(letter)).expect("the letter");
    for answers in ["no\n", "perhaps\nn\n", ""] {
        let (code, told) = type_to(folder.path(), &["check", "--fix"], answers);
        assert_eq!(code, Some(1), "{told}");
        assert!(told.contains("+on_site: 2018-08-04"), "{told}");
        assert!(told.contains(&format!("Write this to {letter}?")), "{told}");
        assert_eq!(text(), slip);
    }
    let (code, told) = type_to(folder.path(), &["check", "--fix"], "yes\n");
    assert_eq!(code, Some(0), "{told}");
    assert_eq!(text(), slip.replace("4 August 2018", "2018-08-04"));

    // A name that is almost a known one is asked about too.
    let (code, told) = type_to(folder.path(), &["new", "authority", "Kirkless"], "no\n");
    assert_eq!(code, Some(2), "{told}");
    assert!(told.contains("Kirkless is not known here, but Kirklees is"), "{told}");
    let (code, told) = type_to(folder.path(), &["new", "authority", "Kirkless"], "yes\n");
    assert_eq!(code, Some(0), "{told}");
}

/// What was typed comes back in a complaint, with a mark for what the terminal would obey. The terminal itself shows
/// what is typed as `^[`.
#[test]
fn what_is_typed_is_shown_and_not_obeyed() {
    let folder = Folder::with_sunderland();
    let odd = "a\u{1b}]0;PWNED\u{7}";
    let answers =
        format!("{odd}\nSunderland\n{odd}\n7\n{odd}\n2019-02-05\n{odd}\n2019-03-01\n{odd}\n\n");
    let (code, told) = type_to(folder.path(), &["new", "letter"], &answers);
    assert_eq!(code, Some(0), "{told}");
    assert_eq!(told.matches("`a␛]0;PWNED␇`").count(), 5, "{told}");
    assert!(!told.contains("\u{1b}]0;"), "{told:?}");
}

/// Runs the program with these lines typed and then the end of input. Gives its exit code, and what
/// the terminal shows.
fn type_to(folder: &Path, arguments: &[&str], typed: &str) -> (Option<i32>, String) {
    let person = openpt(OpenptFlags::RDWR | OpenptFlags::NOCTTY).expect("a terminal");
    grantpt(&person).and_then(|()| unlockpt(&person)).expect("a terminal to use");
    let name = ptsname(&person, Vec::new()).expect("its name");
    let path = Path::new(OsStr::from_bytes(name.to_bytes()));
    let side = OpenOptions::new().read(true).write(true).open(path).expect("its other side");
    let mut person = File::from(person);
    person.write_all(typed.as_bytes()).and_then(|()| person.write_all(b"\x04")).expect("typing");

    let mut command = Command::new(env!("CARGO_BIN_EXE_letterpress"));
    command.args(arguments).current_dir(folder).stdout(Stdio::null());
    command.stdin(side.try_clone().expect("a copy")).stderr(side);
    let mut program = command.spawn().expect("the program starts");
    drop(command);
    let mut shown = Vec::new();
    // Where the program has gone, reading ends with an error instead of the end of a file.
    let _ = person.read_to_end(&mut shown);
    let code = program.wait().expect("the program ends").code();
    (code, String::from_utf8_lossy(&shown).into_owned())
}
