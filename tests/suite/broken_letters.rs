//! A thousand good letters of this repository, broken by slips and mended by `check --fix`: the site that they make is the
//! one that it was, or a file is left as it is and that is told.

use std::collections::BTreeMap;
use std::fs;
use std::io::Write;
use std::sync::atomic::{AtomicUsize, Ordering};

use letterpress::Site;
use letterpress::plan::Route;

use crate::folder::Folder;
use crate::repository_content::own_sites;
use crate::value_slips::{Slip, VALUE_SLIPS};

const LETTERS: usize = 1000;

/// What a page holds, as a number.
fn fingerprint(bytes: &[u8]) -> u64 {
    // FNV-1a
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(*byte)).wrapping_mul(0x100_0000_01b3)
    })
}

/// All that a site publishes.
fn pages(site: &Site) -> BTreeMap<String, u64> {
    let routes = site.routes();
    routes
        .into_iter()
        .map(|route| (route.to_string(), fingerprint(&site.render(route).expect("a page"))))
        .collect()
}

/// How many pages are others than they were.
fn different(site: &Site, good: &BTreeMap<String, u64>) -> usize {
    let count = AtomicUsize::new(site.routes().len().abs_diff(good.len()));
    let compare = |route: &Route, _: &mut dyn Write| {
        let bytes = site.render(route).expect("a page");
        if good.get(&route.to_string()) != Some(&fingerprint(&bytes)) {
            count.fetch_add(1, Ordering::Relaxed);
        }
        Ok(())
    };
    site.try_all(compare).expect("all pages");
    count.into_inner()
}

/// The letters of a site, by their paths.
fn letters(folder: &Folder) -> BTreeMap<String, String> {
    let (site, report) = folder.load();
    assert!(!report.has_errors(), "{report}");
    let paths = site.archive().letters.iter().map(|letter| letter.source.path.clone());
    paths
        .map(|path| {
            let text = fs::read_to_string(folder.path().join(&path)).expect("a letter");
            (path, text)
        })
        .collect()
}

#[test]
fn a_thousand_broken_letters_are_mended_or_left_and_told() {
    let [_, folder] = own_sites();
    let good = letters(&folder);
    let good_pages = pages(&folder.load().0);
    let mut random = 0x9e37_79b9_usize;
    let mut next = |below: usize| {
        random =
            random.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (random >> 33) % below
    };
    let (mut broken, mut mended) = (0, 0);
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    while broken < LETTERS {
        let mut written = BTreeMap::new();
        for (path, text) in &good {
            // Some letters have several slips, as people who make one make another.
            let mut slipped = text.clone();
            for _ in 0..=next(3) {
                let (name, slip): (&str, Slip) = VALUE_SLIPS[next(VALUE_SLIPS.len())];
                if let Some(text) = slip(&slipped, next(1000)) {
                    *counts.entry(name).or_default() += 1;
                    slipped = text;
                }
            }
            if slipped != *text {
                folder.write(path, &slipped);
                written.insert(path.as_str(), slipped);
            }
        }
        broken += written.len();
        let files: Vec<&str> = written.keys().copied().collect();
        let told = folder.run(&[&["check", "--fix", "--drafts"], &files[..]].concat()).stderr;
        for (path, slipped) in &written {
            let now = fs::read_to_string(folder.path().join(path)).expect("a letter");
            if now == *slipped {
                assert!(told.contains(&format!("Left {path} as it is: ")), "{path}: {told}");
                folder.write(path, &good[*path]);
            } else {
                mended += 1;
            }
        }
        let (site, report) = folder.load();
        assert!(!report.has_errors(), "{report}");
        assert_eq!(different(&site, &good_pages), 0, "pages are others than they were: {told}");
        // What is written may say the same in other words.
        good.iter().for_each(|(path, text)| _ = folder.write(path, text));
    }
    assert!(mended * 100 >= broken * 98, "{mended} of {broken}");
    assert!(counts.len() >= VALUE_SLIPS.len() - 1, "every slip is made: {counts:?}");
}
