//! Letters that were parsed before: a site from a cache is the site that is read from the texts, whatever the cache holds.

use letterpress::parse::{CacheChange, ParseCache};
use letterpress::site::Changed;
use letterpress::{Folder, LoadOptions, Site};

use crate::edits::{Editor, Random};
use crate::incremental::Seen;

const EDITS: usize = 60;

/// Which program reads.
const PROGRAM: u128 = 7;

/// Loads a site with a cache, and gives what the cache is to be from then on.
fn load(editor: &Editor, program: u128, bytes: &[u8]) -> (Seen, CacheChange) {
    let mut folder = Folder::new(editor.root(), LoadOptions::default());
    folder.use_cache(ParseCache::new(program, bytes.to_vec()));
    let seen = Seen::of(folder.load(&Changed::Anything));
    (seen, folder.take_cache().expect("the site is small").change())
}

fn whole(editor: &Editor) -> Seen {
    Seen::of(Site::load(editor.root(), &LoadOptions::default()))
}

#[test]
fn edits_give_what_reading_all_gives() {
    let mut editor = Editor::new(3);
    let mut bytes = Vec::new();
    let (mut kept, mut added, mut replaced) = (0, 0, 0);
    let mut has_errors = false;
    for _ in 0..EDITS {
        let edit = editor.edit(has_errors);
        let expected = whole(&editor);
        has_errors = expected.report.has_errors();
        let (seen, change) = load(&editor, PROGRAM, &bytes);
        seen.expect(&expected, &edit.what);
        match change {
            CacheChange::Keep => kept += 1,
            CacheChange::Append(more) => {
                added += 1;
                bytes.extend(more);
            }
            CacheChange::Replace(others) => {
                replaced += 1;
                bytes = others;
            }
        }
    }
    assert!(kept > 10 && added > 10, "kept {kept}, added to {added}, replaced {replaced}");
    assert!(replaced > 1, "what is used no more stays in it");
}

/// What is written after half an entry, where a disk was full, would not be found.
#[test]
fn a_cache_that_was_cut_short_is_written_anew() {
    let editor = Editor::new(4);
    let (_, change) = load(&editor, PROGRAM, &[]);
    let CacheChange::Replace(bytes) = change else { panic!("{change:?} of nothing") };
    let (_, change) = load(&editor, PROGRAM, &bytes[..bytes.len() - 1]);
    let CacheChange::Replace(again) = change else { panic!("{change:?} of half an entry") };
    assert_eq!(load(&editor, PROGRAM, &again).1, CacheChange::Keep);
}

#[test]
fn a_cache_that_is_broken_or_of_another_program_is_not_believed() {
    let editor = Editor::new(4);
    let expected = whole(&editor);
    let (_, change) = load(&editor, PROGRAM, &[]);
    let CacheChange::Replace(bytes) = change else { panic!("{change:?} of nothing") };
    let (seen, change) = load(&editor, PROGRAM, &bytes);
    seen.expect(&expected, "the cache as it was");
    assert_eq!(change, CacheChange::Keep);
    let (seen, change) = load(&editor, PROGRAM + 1, &bytes);
    seen.expect(&expected, "of another program");
    assert!(matches!(change, CacheChange::Replace(_) | CacheChange::Append(_)), "{change:?}");
    let mut random = Random::new(5, 0);
    for _ in 0..200 {
        let mut broken = bytes.clone();
        let place = random.below(broken.len());
        match random.below(3) {
            0 => broken[place] ^= 1 << random.below(8),
            1 => broken.truncate(place),
            _ => broken.drain(..place).for_each(drop),
        }
        let (seen, _) = load(&editor, PROGRAM, &broken);
        seen.expect(&expected, &format!("broken at {place}"));
    }
}
