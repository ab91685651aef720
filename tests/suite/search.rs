//! The search index: everything is in it once, and it is made only when it has to be.

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::{env, fs, thread};

use letterpress::plan::Route;
use letterpress::render::SearchRecord;
use letterpress::search::{self, Index, SearchFiles};
use serde_json::Value;

use crate::folder::{Folder, load, repository, sunderland, tree};
use crate::repository_content::own_sites;

#[test]
fn each_letter_finding_authority_and_topic_has_one_record() {
    for folder in own_sites() {
        let (site, _) = folder.load();
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
}

#[test]
fn a_finding_can_be_narrowed_down_to() {
    let (site, _) = load(&sunderland());
    let records = site.search_records();
    let record = records
        .iter()
        .find(|record| record.passages[0].contains("health passports") && record.path.contains('#'))
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

/// The words of the site's own lists: in each line behind its stem.
fn words(files: &SearchFiles) -> BTreeSet<String> {
    let lists = files.iter().filter(|(path, _)| path.starts_with("pagefind/words/"));
    let lists = lists.map(|(_, list)| String::from_utf8(list.clone()).expect("a text"));
    let lines: Vec<String> =
        lists.flat_map(|list| list.lines().map(str::to_owned).collect::<Vec<_>>()).collect();
    lines.iter().flat_map(|line| line.split(' ').skip(1)).map(str::to_owned).collect()
}

#[test]
fn words_are_found_whatever_marks_stand_beside_them() {
    let (site, _) = load(&repository().join("tests/sites/search-marks/in"));
    let made = search::index(&site.search_records(), "en-GB", SearchFiles::new());
    let words = words(&made.expect("an index").files);
    for word in [
        "home",
        "support",
        "education",
        "leaders",
        "agency",
        "multiagency",
        "border",
        "start",
        "carers",
        "savings",
        "officer",
        "effective",
        "first",
        "0",
        "25",
        "0x25",
        "1234",
        "childinneed",
        "inhouse",
        "cafes",
        "naive",
        "childrens",
        "oneill",
        "neill",
    ] {
        assert!(words.contains(word), "{word}: {words:?}");
    }
    assert!(words.iter().all(|word| word.chars().all(char::is_alphanumeric)), "{words:?}");
    for part in ["234", "homesupport", "waitleaders", "nave", "ocer"] {
        assert!(!words.contains(part), "{part}");
    }
}

#[test]
fn what_a_page_says_of_a_letter_or_an_authority_is_searched() {
    let (site, _) = load(&repository().join("tests/sites/search-marks/in"));
    let records = site.search_records();
    let passages = |path: &str| -> Vec<&str> {
        let record = records.iter().find(|record| record.path == path).expect("a record");
        record.passages.iter().map(String::as_str).collect()
    };
    let authority = passages("authorities/ayton/");
    for passage in [
        "The council of Ayton.",
        "Ayton Metropolitan Council",
        "Borough of Ayton",
        "Roseberry Children’s Trust",
        "RCT",
        "E08000024",
        "394",
        "The county’s improvement board met first.",
        "2 March 2017",
        "20 July 2015",
    ] {
        assert!(authority.contains(&passage), "{passage}: {authority:?}");
    }
    let letter = passages("authorities/ayton/2021-03-15-visit-1/");
    for passage in [
        "the front door",
        "a meeting with the business manager of the SSCB",
        "Una O’Neill, Ofsted Inspector",
        "15 March 2021",
    ] {
        assert!(letter.contains(&passage), "{passage}: {letter:?}");
    }
    assert_eq!(
        passages("authorities/ayton/2021-03-15-visit-1/#accent"),
        ["The café’s naïve plan is liked by children’s groups. About: The café."]
    );
    assert_eq!(passages("findings/planning/"), ["On plans.", "pathway plans"]);
}

#[test]
fn no_passage_has_what_nobody_wrote() {
    let (site, _) = load(&sunderland());
    for record in site.search_records() {
        for passage in &record.passages {
            let is_text = passage.trim() == passage && !passage.is_empty();
            assert!(is_text && !passage.contains(". ."), "{}: {passage:?}", record.path);
        }
    }
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
    let text = fs::read_to_string(topic).expect("the topic");
    folder.write("content/topics/thresholds.md", format!("{text}\nAnd more.\n"));
    assert!(folder.run(&["build"]).expect(0).stderr.contains("Made the search index"));
    assert_ne!(tree(&folder.path().join("public/pagefind")), index);
}

#[test]
fn the_same_records_give_the_same_index() {
    let (site, _) = Folder::with_sunderland().load();
    let records = site.search_records();
    let made = |records: &[SearchRecord], language: &str, last: &SearchFiles| {
        search::index(records, language, last.clone()).expect("an index")
    };
    let one = made(&records, "en-GB", &SearchFiles::new());
    assert_eq!((one.parts, one.made), (1, 1));
    assert!(one == made(&records, "en-GB", &SearchFiles::new()), "byte for byte");
    let kept = made(&records, "en-GB", &one.files);
    assert_eq!(kept.made, 0);
    assert!(kept.files == one.files, "the files of the last");

    assert_eq!(made(&records, "fr", &one.files).made, 1);
    assert_eq!(made(&records[1..], "en-GB", &one.files).made, 1);
    for missing in one.files.keys().filter(|path| path.ends_with(".js") || path.contains("index/"))
    {
        let mut fewer = one.files.clone();
        fewer.remove(missing);
        let again = made(&records, "en-GB", &fewer);
        assert_eq!(again.made, 1, "{missing}");
        assert!(again.files == one.files, "{missing}");
    }
}

/// What is in a small index and in all parts of another together, as Pagefind counts it.
fn entries(files: &SearchFiles) -> Vec<(String, u64)> {
    let entries = files.iter().filter(|(path, _)| path.ends_with("/pagefind-entry.json"));
    entries
        .map(|(path, entry)| {
            let entry: Value = serde_json::from_slice(entry).expect("JSON");
            let count = entry["languages"]["unknown"]["page_count"].as_u64().expect("a number");
            (path.clone(), count)
        })
        .collect()
}

const PARTS: usize = 4;

fn in_parts(records: &[SearchRecord], last: &SearchFiles) -> Index {
    search::index_in_parts(records, PARTS, "en-GB", last.clone()).expect("an index")
}

/// The folder of the part that a file of an index belongs to: `2` of `pagefind/2/index/en_1234567.pf_index`.
fn part_of(path: &str) -> &str {
    let folder = path.split('/').nth(1).expect("a name");
    if folder == "words" || folder.parse::<usize>().is_ok() { folder } else { "1" }
}

#[test]
fn each_record_is_in_one_part() {
    let (site, _) = load(&sunderland());
    let records = site.search_records();
    let index = in_parts(&records, &SearchFiles::new());
    assert_eq!((index.parts, index.made), (PARTS, PARTS));
    let found = entries(&index.files);
    let folders: Vec<&str> = found.iter().map(|(path, _)| part_of(path)).collect();
    assert_eq!(folders, ["2", "3", "4", "1"]);
    assert!(found.iter().all(|(_, count)| *count > 0), "{found:?}");
    assert_eq!(found.iter().map(|(_, count)| count).sum::<u64>(), records.len() as u64);
    for (path, count) in found {
        let part: usize = part_of(&path).parse().expect("a number");
        let in_it = records.iter().filter(|record| record.part(PARTS) == part - 1).count();
        assert_eq!(count, in_it as u64, "{path}");
    }
    // One program searches all parts.
    let programs: BTreeSet<&str> = index
        .files
        .keys()
        .filter(|path| !path.contains(".pf_") && !path.ends_with("/pagefind-entry.json"))
        .filter(|path| !path.ends_with(".txt"))
        .map(|path| part_of(path))
        .collect();
    assert_eq!(programs, BTreeSet::from(["1"]));
}

/// The browser tests search this site as if it were a large one.
#[test]
fn a_site_kept_in_parts_has_its_index_beside_it() {
    let (site, _) = load(&sunderland());
    let index = in_parts(&site.search_records(), &SearchFiles::new());
    let form = "<div class=\"search\"";
    let page = site.render(&Route::new("/search/")).expect("a page");
    let page = String::from_utf8(page).expect("a text");
    assert!(page.contains(form) && !page.contains("data-parts"), "as a small one: {page}");
    let Some(folder) = env::var_os("LETTERPRESS_IN_PARTS").map(PathBuf::from) else {
        return;
    };
    let keep = |path: &str, bytes: &[u8]| {
        let path = folder.join(path);
        fs::create_dir_all(path.parent().expect("a folder")).expect("folders");
        fs::write(path, bytes).expect("a file");
    };
    for route in site.routes() {
        let mut bytes = site.render(route).expect("a page");
        if route.file().ends_with(".html") {
            let html = String::from_utf8(bytes).expect("a text");
            bytes = html.replace(form, &format!("{form} data-parts=\"{PARTS}\"")).into_bytes();
        }
        keep(&route.file(), &bytes);
    }
    index.files.iter().for_each(|(path, bytes)| keep(path, bytes));
}

#[test]
fn a_large_site_says_in_how_many_parts_it_is_searched() {
    let folder = Folder::with_sunderland();
    let form = |folder: &Folder| {
        let (site, _) = folder.load();
        let page = site.render(&Route::new("/search/")).expect("a page");
        let page = String::from_utf8(page).expect("a text");
        let form = page.lines().find(|line| line.contains("class=\"search\"")).expect("a form");
        (site.search_records().len(), form.to_owned())
    };
    let (before, _) = form(&folder);
    let finding = "  - polarity: strength\n    text: Good.\n";
    let letter = |place: usize, findings: usize| {
        let (month, day) = (place / 28 + 1, place % 28 + 1);
        let front = format!(
            "---\nkind: monitoring-visit\nvisit: {}\non_site: 2018-{month:02}-{day:02}\n\
             dated: 2019-{month:02}-{day:02}\nsource: https://letters.example/{place}.pdf\n\
             findings:\n{}---\nWords.\n",
            place + 2,
            finding.repeat(findings)
        );
        folder.write(&format!("content/authorities/sunderland/many-{place}.md"), front);
    };
    let missing = 20_000 - before;
    let (whole, rest) = (missing / 200, missing % 200);
    (0..whole).for_each(|place| letter(place, 199));
    letter(whole, rest - 1);
    let (entries, one) = form(&folder);
    assert_eq!(entries, 20_000);
    assert!(!one.contains("data-parts"), "{one}");
    letter(whole, rest);
    let (entries, four) = form(&folder);
    assert_eq!(entries, 20_001);
    assert!(four.contains(" data-parts=\"4\""), "{four}");
}

#[test]
fn an_edited_letter_changes_one_part() {
    let (site, _) = load(&sunderland());
    let mut records = site.search_records();
    let before = in_parts(&records, &SearchFiles::new());
    assert_eq!(in_parts(&records, &before.files).made, 0);

    let record = records.iter_mut().find(|record| record.path.contains('#')).expect("a finding");
    record.passages[0].push_str(" And more.");
    let part = (record.part(PARTS) + 1).to_string();
    let page = record.path.split('#').next().expect("a page").to_owned();
    let after = in_parts(&records, &before.files);
    assert_eq!((after.parts, after.made), (PARTS, 1));
    assert!(after.files == in_parts(&records, &SearchFiles::new()).files, "as if made anew");
    let paths: BTreeSet<&String> = before.files.keys().chain(after.files.keys()).collect();
    let changed: BTreeSet<&str> = paths
        .into_iter()
        .filter(|path| before.files.get(*path) != after.files.get(*path))
        .map(|path| part_of(path))
        .collect();
    // The record has two words that its part may not have had.
    assert!(changed.contains(&*part) && changed.is_subset(&BTreeSet::from([&*part, "words"])));
    // All that is on a page is in one part.
    let of_page = records.iter().filter(|record| record.path.starts_with(&page));
    let parts: BTreeSet<usize> = of_page.map(|record| record.part(PARTS)).collect();
    assert_eq!(parts.len(), 1);
}

#[test]
fn a_part_with_something_missing_is_made_anew() {
    let (site, _) = Folder::with_sunderland().load();
    let records = site.search_records();
    let index = in_parts(&records, &SearchFiles::new());
    for missing in index.files.keys().filter(|path| path.starts_with("pagefind/3/")) {
        let mut fewer = index.files.clone();
        fewer.remove(missing);
        let again = in_parts(&records, &fewer);
        assert_eq!(again.made, 1, "{missing}");
        assert!(again.files == index.files, "{missing}");
    }
}

#[test]
fn a_program_of_others_is_kept_with_no_part() {
    let (site, _) = Folder::with_sunderland().load();
    let records = site.search_records();
    let index = in_parts(&records, &SearchFiles::new());
    let mut theirs = index.files.clone();
    for (list, script) in [
        ("pagefind/made-from.txt", "pagefind/pagefind.js"),
        ("pagefind/made-from.txt", "pagefind/wasm.en.pagefind"),
        ("pagefind/2/made-from.txt", "pagefind/2/theirs.js"),
        ("pagefind/2/made-from.txt", "index.html"),
    ] {
        theirs.insert(script.to_owned(), b"alert(1)".to_vec());
        let list = theirs.get_mut(list).expect("a list");
        list.extend(format!("{script}\n").as_bytes());
    }
    let files = in_parts(&records, &theirs).files;
    assert!(files.values().all(|file| file != b"alert(1)"));
    assert!(files.keys().eq(index.files.keys()));
}

#[test]
fn no_part_is_empty() {
    let (site, _) = load(&sunderland());
    let mut records = site.search_records();
    records.retain(|record| record.path.starts_with("authorities/sunderland/2018-02-15-visit-6/"));
    let index = in_parts(&records, &SearchFiles::new());
    assert_eq!(index.parts, PARTS, "of {} records on one page", records.len());
    assert!(entries(&index.files).iter().all(|(_, count)| *count > 0));
    assert_eq!(in_parts(&records[..2], &SearchFiles::new()).parts, 2);
}

/// A preview may begin an index while it makes another. Each waits within itself, and must not be begun within another.
#[test]
fn indexes_can_be_made_at_the_same_time() {
    let (site, _) = Folder::with_sunderland().load();
    let records = site.search_records();
    let one = in_parts(&records, &SearchFiles::new());
    let make = || (0..40).all(|_| in_parts(&records, &SearchFiles::new()) == one);
    thread::scope(|scope| {
        let all: Vec<_> = (0..4).map(|_| scope.spawn(make)).collect();
        assert!(all.into_iter().all(|made| made.join().expect("it ends")));
    });
}

#[test]
fn a_site_can_do_without() {
    let folder = Folder::with_sunderland();
    let settings = fs::read_to_string(folder.path().join("site.toml")).expect("site.toml");
    folder.write("site.toml", format!("{settings}\n[search]\nenabled = false\n"));
    let told = folder.run(&["build"]).expect(0).stderr;
    assert!(!told.contains("search"), "{told}");
    let files = tree(&folder.path().join("public"));
    assert!(!files.keys().any(|file| file.starts_with("pagefind/") || file.starts_with("search/")));
    let home = String::from_utf8_lossy(&files["index.html"]);
    assert!(!home.contains("search/"), "{home}");
}
