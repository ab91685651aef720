//! Same input, same bytes: whatever the number of threads and the order of the directory.

use crate::folder::{Folder, repository, tree};

#[test]
fn the_same_content_gives_the_same_bytes() {
    let forwards = Folder::new();
    let backwards = Folder::new();
    for name in ["content", "themes"] {
        forwards.copy(&repository().join(name), name);
        backwards.copy_backwards(&repository().join(name), name);
    }
    for folder in [&forwards, &backwards] {
        folder.copy_file(&repository().join("site.toml"), "site.toml");
    }
    forwards.run(&["build", "--jobs", "1", "--output", "one"]).expect(0);
    forwards.run(&["build", "--jobs", "2", "--output", "two"]).expect(0);
    forwards.run(&["build", "--jobs", "2", "--output", "three"]).expect(0);
    backwards.run(&["build", "--jobs", "2", "--output", "one"]).expect(0);

    let first = tree(&forwards.path().join("one"));
    assert!(first.len() > 100, "the whole site is compared");
    assert_eq!(first, tree(&forwards.path().join("two")), "with two threads");
    assert_eq!(first, tree(&forwards.path().join("three")), "a second time");
    assert_eq!(first, tree(&backwards.path().join("one")), "copied in another order");
}
