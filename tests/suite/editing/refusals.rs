//! What is not edited, and why.

use letterpress::edit::{Change, Refusal, Value, edited, values};
use letterpress::parse::FrontMatter;

use super::{group, path, text};

#[test]
fn a_file_that_cannot_be_read_is_refused() {
    let deep = format!("---\na: {}{}\n---\n", "[".repeat(40), "]".repeat(40));
    let many = format!("---\na: [{}]\n---\n", "b, ".repeat(6000));
    let files = [
        ("", Refusal::NoFrontMatter),
        ("Words.\n", Refusal::NoFrontMatter),
        ("---\nkind: a\n", Refusal::NoFrontMatter),
        ("---\nkind: [a\n---\n", Refusal::Syntax),
        ("---\nkind: a\n b: c\n---\n", Refusal::Syntax),
        ("---\nkind: a\nkind: b\n---\n", Refusal::RepeatedKey),
        ("---\nkind: &x a\n---\n", Refusal::Unwanted),
        ("---\nkind: &x a\ndated: *x\n---\n", Refusal::Unwanted),
        ("---\nkind: !!str a\n---\n", Refusal::Unwanted),
        ("---\nkind: \"a\\u202eb\"\n---\n", Refusal::Unwanted),
        (&deep, Refusal::TooMuch),
        (&many, Refusal::TooMuch),
    ];
    for (file, reason) in files {
        let change = Change::Set { path: path("visit"), value: text("6") };
        assert_eq!(edited(file, FrontMatter::Letter, &[change]), Err(reason), "{file}");
        assert_eq!(edited(file, FrontMatter::Letter, &[]), Err(reason), "{file}");
        assert_eq!(values(file), Err(reason), "{file}");
    }
}

#[test]
fn a_change_without_a_place_is_refused() {
    let file = "---\nkind: a\nareas: [b]\n---\n";
    let set = |at: &str, value: Value| Change::Set { path: path(at), value };
    let changes = [
        set("areas.1", text("c")),
        set("kind.b", text("c")),
        set("progress.words", text("c")),
        set("", text("c")),
        Change::Remove { path: path("visit") },
        Change::Remove { path: path("areas.1") },
        Change::Remove { path: path("") },
        Change::Insert { list: path("areas"), index: 2, value: text("c") },
        Change::Insert { list: path("evidence"), index: 1, value: text("c") },
        Change::Insert { list: path("kind"), index: 0, value: text("c") },
        Change::Move { list: path("areas"), from: 0, to: 1 },
        Change::Move { list: path("kind"), from: 0, to: 0 },
    ];
    for change in changes {
        // Nothing of what came before is kept either.
        let changes = [set("kind", text("z")), change.clone()];
        let made = edited(file, FrontMatter::Letter, &changes);
        assert_eq!(made, Err(Refusal::NoPlace), "{change:?}");
    }
}

#[test]
fn a_value_that_front_matter_cannot_hold_is_refused() {
    let file = "---\nkind: a\n---\n";
    let set = |value| {
        let change = Change::Set { path: path("kind"), value };
        edited(file, FrontMatter::Letter, &[change])
    };
    assert_eq!(set(text("a\u{202e}b")), Err(Refusal::Unwanted));
    let deep = (0..40).fold(text("a"), |value, _| Value::List(vec![value]));
    assert_eq!(set(deep), Err(Refusal::TooMuch));
    let repeated = group(&[("a", text("b")), ("a", text("c"))]);
    assert!(set(repeated).is_err());
}

#[test]
fn what_cannot_be_changed_in_place_is_refused() {
    let files = [
        ("---\n? kind\n: a\n---\n", Change::Set { path: path("kind"), value: text("b") }),
        ("---\nareas: [a: b]\n---\n", Change::Remove { path: path("areas.0.a") }),
        (
            "---\nareas:\n- - a\n  - b\n---\n",
            Change::Move { list: path("areas.0"), from: 0, to: 1 },
        ),
        (
            "---\nareas: [\n  a, # one\n  b\n]\n---\n",
            Change::Move { list: path("areas"), from: 0, to: 1 },
        ),
    ];
    for (file, change) in files {
        let made = edited(file, FrontMatter::Letter, &[change]);
        assert_eq!(made, Err(Refusal::NotInPlace), "{file}");
    }
}
