//! What CONTRIBUTING tells editors to write is right, as it stands there.

use std::fs;

use crate::folder::{Folder, repository, sunderland};

const COUNCIL: &str = "content/authorities/rutland";

fn guide() -> String {
    fs::read_to_string(repository().join("CONTRIBUTING.md")).expect("the guide")
}

/// The part of the guide below a heading.
fn section(heading: &str) -> String {
    let guide = guide();
    let (_, rest) = guide.split_once(&format!("\n## {heading}\n")).expect(heading);
    rest.split("\n## ").next().unwrap_or_default().to_owned()
}

/// What is written in a block of code, from the column that it begins in.
fn code(section: &str, language: &str) -> String {
    let (before, rest) = section.split_once(&format!("```{language}\n")).expect("a block");
    let indent = before.len() - before.trim_end_matches(' ').len();
    let lines = rest.lines().take_while(|line| line.trim() != "```");
    lines.map(|line| format!("{}\n", line.get(indent..).unwrap_or_default())).collect()
}

fn letter(visit: u32, dated: &str, body: &str) -> String {
    format!(
        "---\nkind: monitoring-visit\nvisit: {visit}\non_site: {dated}\ndated: {dated}\nsource: none\nfindings:\n  \
         - id: plans-late\n    polarity: not-yet\n    topics: [Voice of the child]\n    text: Plans are late.\n---\n{body}\n"
    )
}

#[test]
fn a_council_made_by_the_guide_has_no_mistake() {
    let folder = Folder::with_sunderland();
    folder.copy(&sunderland().join("content/topics"), "content/topics");
    let steps = section("A council that is not here yet");
    assert!(steps.contains(&format!("{COUNCIL}/authority.md")), "{steps}");
    let authority = code(&steps, "yaml");
    folder.write(&format!("{COUNCIL}/authority.md"), &authority);
    folder
        .write(&format!("{COUNCIL}/2016-09-02-visit-1.md"), letter(1, "2016-09-02", "A summary."));
    // What is to be written is asked for where it was not.
    let told = folder.run(&["check"]).expect(1).stderr;
    assert!(told.contains("`DATE`"), "{told}");

    folder.write(&format!("{COUNCIL}/authority.md"), authority.replace("DATE", "2015-07-20"));
    let told = folder.run(&["check"]).expect(0).stderr;
    assert!(!told.contains("rutland"), "{told}");
}

#[test]
fn links_and_pictures_of_the_guide_work() {
    let folder = Folder::with_sunderland();
    folder.copy(&sunderland().join("content/topics"), "content/topics");
    let section = section("Links and pictures");
    let written = section.lines().filter_map(|line| line.rsplit('`').nth(1));
    let links: Vec<&str> = written.filter(|written| written.starts_with('[')).collect();
    assert!(links.len() >= 9, "{links:?}");
    let body = format!(
        "{}\n\n{}\n\n## What works\n\nMuch.",
        links.join("\n\n"),
        code(&section, "markdown")
    );
    let authority = "---\nname: Somewhere\ninspections:\n  - {published: 2015-07-20, overall: inadequate}\n---\n";
    for (council, letters) in [("rutland", &[1, 2][..]), ("medway", &[2])] {
        folder.write(
            &format!("content/authorities/{council}/authority.md"),
            authority.replace("Somewhere", council),
        );
        for &visit in letters {
            let (dated, body) = match (council, visit) {
                ("rutland", 1) => ("2016-09-02", "## What works\n\nMuch."),
                ("rutland", _) => ("2018-02-15", body.as_str()),
                _ => ("2020-01-15", "A summary."),
            };
            let path = format!("content/authorities/{council}/{dated}-visit-{visit}.md");
            folder.write(&path, letter(visit, dated, body));
        }
    }
    folder.write(&format!("{COUNCIL}/plan.pdf"), "%PDF-1.4\n");
    folder.write(&format!("{COUNCIL}/chart-2018.png"), "a picture");
    let told = folder.run(&["check"]).expect(0).stderr;
    assert!(!told.contains("rutland"), "{told}");
}
