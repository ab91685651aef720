//! The search index: everything is in it once, and it is made only when it has to be.

use std::collections::BTreeSet;

use letterpress::plan::Route;
use letterpress::search;

use crate::folder::{Folder, load, repository, tree};

#[test]
fn each_letter_finding_authority_and_topic_has_one_record() {
    let (site, _) = load(repository());
    let records = site.search_records();
    let paths: BTreeSet<&str> = records.iter().map(|record| record.path.as_str()).collect();
    assert_eq!(paths.len(), records.len(), "no path is there twice");
    let archive = site.archive();
    let findings: usize = archive.letters.iter().map(|letter| letter.findings.len()).sum();
    let pages = archive.letters.len() + archive.authorities.len() + archive.topics.len();
    assert_eq!(records.len(), findings + pages);
    for finding in site.indexes().findings.all() {
        assert!(paths.contains(Route::finding(archive, *finding).as_str()));
    }
    for path in paths {
        let page = path.split('#').next().expect("a page");
        assert!(site.plan().target(&Route::new(format!("/{page}"))).is_some(), "{path}");
    }
}

#[test]
fn a_finding_can_be_narrowed_down_to() {
    let (site, _) = load(repository());
    let records = site.search_records();
    let record = records
        .iter()
        .find(|record| record.text.contains("health passports") && record.path.contains('#'))
        .expect("the finding");
    let values = |name: &str| -> Vec<&str> {
        let of = record.facets.iter().filter(|(facet, _)| *facet == name);
        of.flat_map(|(_, values)| values).map(String::as_str).collect()
    };
    assert_eq!(values("kind"), ["Finding"]);
    assert_eq!(values("authority"), ["Sunderland"]);
    assert_eq!(values("region"), ["North East"]);
    assert_eq!(values("polarity"), ["Not yet good enough"]);
    assert_eq!(values("year"), ["2016"]);
    assert_eq!(values("visit"), ["Monitoring visit"]);
    assert!(values("topic").contains(&"Health"));
}

#[test]
fn the_index_is_made_once_and_again_when_a_record_changes() {
    let folder = Folder::with_sunderland();
    let first = folder.run(&["build"]).expect(0).stderr;
    assert!(first.contains("Made the search index"), "{first}");
    let index = tree(&folder.path().join("public/pagefind"));
    for file in ["pagefind.js", "pagefind-entry.json", "made-from.txt"] {
        assert!(index.contains_key(file), "{file}");
    }
    let entry = String::from_utf8_lossy(&index["pagefind-entry.json"]).into_owned();
    assert!(entry.contains("\"version\":\"1.6.0\""), "the version that the hash holds: {entry}");

    // What a footer says is in no record.
    folder.write("site.toml", "title = \"Letters\"\n[theme.options]\nfooter = \"New\"\n");
    assert!(folder.run(&["build"]).expect(0).stderr.contains("Kept the search index"));
    assert_eq!(tree(&folder.path().join("public/pagefind")), index);

    let topic = repository().join("tests/letters/site/content/topics/thresholds.md");
    let text = std::fs::read_to_string(topic).expect("the topic");
    folder.write("content/topics/thresholds.md", format!("{text}\nAnd more.\n"));
    assert!(folder.run(&["build"]).expect(0).stderr.contains("Made the search index"));
    assert_ne!(tree(&folder.path().join("public/pagefind")), index);
}

#[test]
fn the_same_records_give_the_same_index() {
    let (site, _) = Folder::with_sunderland().load();
    let records = site.search_records();
    let one = search::index(&records, "en-GB").expect("an index");
    let two = search::index(&records, "en-GB").expect("an index");
    assert!(one == two, "byte for byte");
    assert_eq!(search::still_good(&records, "en-GB", one.clone()), Some(two));

    assert_eq!(search::still_good(&records, "fr", one.clone()), None);
    assert_eq!(search::still_good(&records[1..], "en-GB", one.clone()), None);
    for missing in one.keys().filter(|path| path.ends_with(".js") || path.contains("index/")) {
        let mut fewer = one.clone();
        fewer.remove(missing);
        assert_eq!(search::still_good(&records, "en-GB", fewer), None, "{missing}");
    }
}

#[test]
fn a_site_can_do_without() {
    let folder = Folder::with_sunderland();
    let settings = std::fs::read_to_string(folder.path().join("site.toml")).expect("site.toml");
    folder.write("site.toml", format!("{settings}\n[search]\nenabled = false\n"));
    let told = folder.run(&["build"]).expect(0).stderr;
    assert!(!told.contains("search"), "{told}");
    let files = tree(&folder.path().join("public"));
    assert!(!files.keys().any(|file| file.starts_with("pagefind/") || file.starts_with("search/")));
    let home = String::from_utf8_lossy(&files["index.html"]);
    assert!(!home.contains("search/"), "{home}");
}
