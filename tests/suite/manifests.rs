//! Lists of what was published, changed at random: nothing is guessed from them, and no file is lost.

use std::cell::Cell;
use std::collections::BTreeMap;
use std::fs;

use letterpress::Site;
use letterpress::plan::Route;
use letterpress::publish::{ForeignFiles, Output, PublishError, Published, Request};
use proptest::prelude::*;
use proptest::sample::{Index, select};
use xxhash_rust::xxh3::xxh3_128;

use crate::folder::{Folder, everything, repository, tree, write_list};
use crate::fuzz::many;

const LAST: &str = ".letterpress/public.manifest";
const NEXT: &str = ".letterpress/public.next-manifest";

/// What is put into a list, at random or in the place of something else.
const PARTS: &[&str] = &[
    "",
    "\n",
    " ",
    "\0",
    "\u{ff}",
    "letterpress manifest 3\n",
    "letterpress manifest 4\n",
    "written 0\n",
    "folders 755\n",
    "end ",
    "end 00000000000000000000000000000000\n",
    "-1",
    "99999999999999999999999999",
    "0",
    "../precious.txt",
    "/",
    "index.html",
    "mine.txt",
    "./",
    "about/../mine.txt",
];

/// A change: where, how many bytes go, and what comes.
type Change = (Index, usize, Vec<u8>);

fn changes() -> impl Strategy<Value = Vec<Change>> {
    let part = prop_oneof![
        3 => select(PARTS).prop_map(|part| part.as_bytes().to_vec()),
        1 => prop::collection::vec(any::<u8>(), 1..4),
    ];
    prop::collection::vec((any::<Index>(), 0..60_usize, part), 1..4)
}

/// A list of which some is changed; or the whole of it, at random.
fn changed(list: &[u8], changes: &[Change], is_random: bool) -> Vec<u8> {
    if is_random {
        return changes.iter().flat_map(|(_, _, bytes)| bytes.clone()).collect();
    }
    let mut list = list.to_vec();
    for (at, length, bytes) in changes {
        let start = at.index(list.len() + 1);
        let end = (start + length).min(list.len());
        list.splice(start..end, bytes.iter().copied());
    }
    list
}

/// The list with a last line that says it is whole.
fn ended(mut list: Vec<u8>) -> Vec<u8> {
    let ending = list.windows(5).rposition(|bytes| bytes == b"\nend ");
    list.truncate(ending.map_or(list.len(), |at| at + 1));
    let hash = xxh3_128(&list);
    list.extend(format!("end {hash:032x}\n").bytes());
    list
}

fn publish(
    folder: &Folder,
    site: &Site,
    foreign_files: ForeignFiles,
) -> Result<Published, PublishError> {
    let public = folder.path().join("public");
    let request = Request { root: folder.path(), folder: &public, home: None, foreign_files };
    let output = Output::reserve(&request)?;
    output.stage(&site.routes(), |_| None, |route, out| site.write(route, out))?.publish()
}

/// Publishes a site with such a list beside the one that is there: that one stays as it is, or the new one is whole.
fn hold(
    folder: &Folder,
    site: &Site,
    list: (&str, &[u8]),
    foreign_files: ForeignFiles,
) -> Result<bool, TestCaseError> {
    write_list(&folder.path().join(list.0), list.1);
    if foreign_files == ForeignFiles::Adopt {
        folder.write("public/mine.txt", "mine");
    }
    let public = folder.path().join("public");
    let before = everything(&public);
    let result = publish(folder, site, foreign_files);
    let after = tree(&public);
    match &result {
        Ok(_) => {
            let page = |route: &Route| (route.file(), site.render(route).expect("a page"));
            let mut expected: BTreeMap<_, _> = site.routes().into_iter().map(page).collect();
            if foreign_files == ForeignFiles::Adopt {
                expected.insert("mine.txt".to_owned(), b"mine".to_vec());
            }
            prop_assert!(after == expected, "the new site is not whole");
        }
        Err(PublishError::Refused(_)) => {
            prop_assert!(everything(&public) == before, "{result:?}, and it is not as it was");
        }
        Err(error) => prop_assert!(false, "{error:?}"),
    }
    prop_assert_eq!(fs::read(folder.path().join("precious.txt")).expect("it"), b"mine");
    Ok(result.is_ok())
}

#[test]
fn a_changed_list_loses_no_file() {
    let folder = Folder::in_memory();
    folder.copy(&repository().join("tests/letters/site"), "");
    folder.write("site.toml", "title = \"Letters\"\n\n[search]\nenabled = false\n");
    folder.write("precious.txt", "mine");
    folder.run(&["build"]).expect(0);
    let old_site = tree(&folder.path().join("public"));
    let list = fs::read(folder.path().join(LAST)).expect("the list");
    folder.write("content/pages/new.md", "---\ntitle: New\n---\nNew.\n");
    let (site, _) = folder.load();

    let published = Cell::new(0);
    let ways = (any::<bool>(), any::<bool>(), any::<bool>(), 0..20_u8);
    many("manifest", (changes(), ways), |(changes, (is_ended, adopts, is_next, random))| {
        let bytes = changed(&list, &changes, random == 0);
        let bytes = if is_ended { ended(bytes) } else { bytes };
        let foreign_files = if adopts { ForeignFiles::Adopt } else { ForeignFiles::Refuse };
        let name = if is_next { NEXT } else { LAST };
        let is_published = hold(&folder, &site, (name, &bytes), foreign_files)?;
        prop_assert!(is_ended || bytes == list || !is_published, "a broken list was not refused");
        published.set(published.get() + usize::from(is_published));
        // For the next.
        fs::remove_dir_all(folder.path().join("public")).expect("it goes");
        for (path, bytes) in &old_site {
            folder.write(&format!("public/{path}"), bytes);
        }
        let _ = fs::remove_file(folder.path().join(NEXT));
        write_list(&folder.path().join(LAST), &list);
        Ok(())
    });
    assert!(published.get() > 0, "some lists still named what was there");
}
