//! Whole letters: what a draft of each comes to, and that it builds.

use std::fs;

use walkdir::WalkDir;

use super::table::{draft, letters};
use crate::folder::{Folder, load, sunderland};

#[test]
fn both_whole_monitoring_letters_are_read_in_full() {
    let Some(folder) = letters() else { return };
    let (site, _) = load(&sunderland());
    let first = draft(&folder, "monitoring/sunderland_2016-09-02_visit-1.txt", &site);
    assert_eq!(first.findings.iter().filter(|finding| finding.bullet).count(), 21);
    assert_eq!(first.findings.len(), 21);
    let sixth = draft(&folder, "monitoring/sunderland_2018-02-15_visit-6.txt", &site);
    let measures: Vec<_> = first.measures.iter().chain(&sixth.measures).collect();
    let points = |points: &[letterpress::model::MeasurePoint]| {
        points.iter().map(|it| format!("{} {}", it.date, it.value)).collect::<Vec<_>>().join(", ")
    };
    let points: Vec<String> = measures.iter().map(|measure| points(&measure.points)).collect();
    let stated = [
        "2015-11 69, 2016-06 89",
        "2015-05 30, 2016-06 82",
        "2015-05 85, 2016-06 57",
        "2017-04 252, 2017-12 646",
    ];
    assert_eq!(points, stated);
    let words =
        |draft: &letterpress::import::Draft| draft.progress.clone().expect("progress").words;
    assert_eq!(words(&first), "making significant progress to improve services for care leavers");
    assert_eq!(
        words(&sixth),
        "making steady progress in improving services for its children and young people"
    );
    let quotes: Vec<_> = first.quotes.iter().chain(&sixth.quotes).collect();
    assert_eq!(quotes.len(), 2, "{quotes:?}");
}

/// What names the texts of which only a part is known.
const PARTS: [&str; 4] = ["monitoring_", "_opening", "_extract", "_headline"];

/// All whole letters that lie beside the repository.
fn all() -> Option<Vec<String>> {
    let folder = letters()?;
    let mut paths = Vec::new();
    for kind in ["focused", "import-dev", "monitoring"] {
        for entry in WalkDir::new(folder.join(kind)).sort_by_file_name() {
            let path = entry.expect("a readable folder").into_path();
            let name = path.to_string_lossy().into_owned();
            let is_whole = !PARTS.iter().any(|part| name.contains(part));
            if path.extension().is_some_and(|it| it == "txt") && is_whole {
                paths.push(name);
            }
        }
    }
    Some(paths)
}

#[test]
fn every_letter_is_a_draft_that_builds_as_it_is() {
    let Some(paths) = all() else { return };
    assert!(paths.len() > 80, "{} letters", paths.len());
    let folder = Folder::new();
    folder.run(&["init", "."]).expect(0);
    let mut arguments = vec!["import", "--root", "."];
    arguments.extend(paths.iter().map(String::as_str));
    let (run, time) = folder.timed(&arguments);
    println!("{} letters in {} ms of a processor's time", paths.len(), time.as_millis());
    // The same letter lies in two folders.
    let made = run.stderr.lines().filter(|line| line.starts_with("Made ")).count();
    let there = run.stderr.lines().filter(|line| line.contains("is there already")).count();
    assert_eq!(made + there, paths.len(), "{}", run.stderr);
    folder.run(&["build", "--drafts", "--quiet"]).expect(0);
    // All words of all findings stand in their letters.
    let told = folder.run(&["check", "--drafts", "--format", "json"]).expect(0).stdout;
    assert!(!told.contains("\"severity\":\"error\""), "{told}");
    let strict = folder.run(&["check", "--drafts", "--strict"]).expect(1);
    assert!(strict.stderr.contains("error[suggested-finding]"), "{}", strict.stderr);
    assert!(fs::read_dir(folder.path().join("public/authorities")).expect("a folder").count() > 50);
}
