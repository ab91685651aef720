//! Reports of inspections: what is read out of each kind, and where it goes in an authority's file.

use std::fs;
use std::path::PathBuf;

use super::table::letters;
use crate::folder::{Folder, entries};

const FILE: &str = "content/authorities/rutland/authority.md";

/// The first page of a report under the framework of today, with this table.
fn services(table: &str) -> String {
    format!(
        "Inspection of Rutland local authority\nchildren’s services\n\nInspection dates: 6 to 17 June 2022\n\n\
         Lead inspectors: Margaret Burke, Her Majesty’s Inspector, and Ann Example,\nHer Majesty’s Inspector\n\n\
         Judgement                          Grade\n\n{table}\n\
         Services are better than they were at the last inspection, when they were inadequate.\n\n\
         What needs to improve?1\n\n\
         ◼ The quality of plans: what is to be done, and by when.\n\
         ◼ Oversight of children who go missing, so that risks to them are seen early and what is\n  done about them is \
         looked at.\n\n\
         Children who need help and protection\n\n1. Children are seen.\n"
    )
}

/// The one of 2018 to 2022: grades beside the first line of what they are of.
const TABLE: &str = "The impact of leaders on social work     Good\npractice with children and families\n\n\
                     The experiences and progress of         Requires improvement to be good\n\
                     children who need help and protection\n\n\
                     The experiences and progress of         Outstanding\nchildren in care and care leavers\n\n\
                     Overall effectiveness                   Good\n\n";

/// A report under the single framework: grades between the lines of what they are of, or in two lines.
const SINGLE: &str = "Rutland County Council\n\nInspection of services for children in need of help and\nprotection, \
                      children looked after and care leavers\nand\nReview of the effectiveness of the Local Safeguarding \
                      Children\nBoard1\n\nInspection date: 2 June 2014 – 25 June 2014\nReport published: 8 August \
                      2014\n\nChildren’s services in Rutland require improvement to be\ngood\n\n\
                      \u{20}                                            Requires\n\
                      1. Children who need help and protection\n\
                      \u{20}                                            improvement\n\
                      2. Children looked after and achieving\n\
                      \u{20}                                            Good\n   permanence\n\
                      \u{20}   2.1 Adoption performance                 Good\n\
                      \u{20}   2.2 Experiences and progress of care leavers   Inadequate\n\
                      3. Leadership, management and governance    Requires improvement\n\n\
                      1 Ofsted produces this report.\n\n                     1\n\u{c}Contents\n\n\
                      Recommendations        8\nSummary for children   9\n\n\u{c}Recommendations\n\n\
                      1. Ensure that plans\n   have dates.\n\n2. Make sure that managers see:\n   • cases\n   • figures.\n\n\
                      Quality of practice\n\n3. Listen to children.\n\nThe experiences and progress of children\n\n\
                      4. Children are heard.\n\nThe Local Safeguarding Children Board (LSCB)\n\n\
                      The Local Safeguarding Children Board is good\n\nExecutive summary\n\n\
                      Lead inspector: Ann Example HMI\n";

/// What `import --print` prints of a report, and what it says.
fn printed(report: &str) -> (String, String) {
    let folder = Folder::new();
    folder.run(&["init", "."]).expect(0);
    folder.write("80547_rutland_inspection_-_05_august_2022.txt", report);
    let run = folder
        .run(&["import", "--print", "80547_rutland_inspection_-_05_august_2022.txt"])
        .expect(0);
    (run.stdout, run.stderr)
}

#[test]
fn a_report_becomes_an_entry() {
    let (entry, told) = printed(&services(TABLE));
    assert_eq!(
        entry,
        "inspections:\n  - on_site: 2022-06-06/2022-06-17\n    published: 2022-08-05\n    framework: ILACS\n    \
         overall: good\n    judgements:\n      leadership: good\n      help-and-protection: requires-improvement\n      \
         in-care-and-care-leavers: outstanding\n    lead_inspectors: [Margaret Burke, Ann Example]\n    \
         needs_to_improve:\n      - \"The quality of plans: what is to be done, and by when.\"\n      \
         - \"Oversight of children who go missing, so that risks to them are seen early and what is done about them is \
         looked at.\"\n"
    );
    assert!(!told.contains("import-"), "{told}");
}

#[test]
fn a_report_under_the_single_framework_becomes_an_entry() {
    let (entry, told) = printed(SINGLE);
    assert_eq!(
        entry,
        "inspections:\n  - on_site: 2014-06-02/2014-06-25\n    published: 2014-08-08\n    framework: SIF\n    \
         overall: requires-improvement\n    judgements:\n      help-and-protection: requires-improvement\n      \
         looked-after-and-permanence: good\n      adoption: good\n      care-leavers: inadequate\n      \
         leadership: requires-improvement\n      safeguarding-board: good\n    lead_inspectors: [Ann Example]\n    \
         needs_to_improve:\n      - Ensure that plans have dates.\n      - \"Make sure that managers see: cases figures.\"\n      \
         - Listen to children.\n"
    );
    assert!(
        told.contains("published on 2014-08-08, and its file's name says 2022-08-05"),
        "{told}"
    );
}

#[test]
fn a_recommendation_is_whole_over_the_end_of_a_line_and_of_a_page() {
    let broken = SINGLE.replace(
        "   have dates.",
        "   for safe\u{ad}\n   guarding have\n\n1 Safeguarding is more.\n\n  7\n\u{c}   dates.",
    );
    let (entry, _) = printed(&broken);
    assert!(entry.contains("      - Ensure that plans for safeguarding have dates.\n"), "{entry}");
}

#[test]
fn rows_of_other_names_are_read_where_all_of_them_are() {
    let table = TABLE.replace("children in care and care leavers", "children in care")
        + "The experiences of                      Good\nchildren care leavers\n\n";
    let (entry, _) = printed(&services(&table));
    assert!(entry.contains("      in-care: outstanding\n      care-leavers: good\n"), "{entry}");
}

/// A grade that could be of either of two areas is none.
#[test]
fn a_grade_that_is_not_certain_is_left_out_and_told() {
    for table in [
        TABLE.replace("Outstanding", ""),
        TABLE.replace("Outstanding", "Outstanding Good"),
        TABLE.replace("Requires improvement to be good", "Requires"),
        TABLE.replace("Overall effectiveness", "Good"),
    ] {
        let (entry, told) = printed(&services(&table));
        assert!(
            !entry.contains("overall") && entry.contains("# judgements: # not found"),
            "{entry}"
        );
        assert!(told.contains("the grade of leadership, help-and-protection, in-care"), "{told}");
        assert!(told.contains("the grade overall was not found in the report"), "{told}");
    }
    let other = TABLE.replace("Overall effectiveness", "Something else of it");
    let (entry, told) = printed(&services(&other));
    assert!(entry.contains("      in-care-and-care-leavers: outstanding\n    lead"), "{entry}");
    assert!(!entry.contains("overall") && told.contains("the grade overall was not"), "{told}");
    let two =
        SINGLE.replace("Executive summary", "The Local Safeguarding Children Board is inadequate");
    let (entry, told) = printed(&two);
    assert!(entry.contains("leadership:") && !entry.contains("safeguarding-board"), "{entry}");
    assert!(told.contains("two grades of the safeguarding board"), "{told}");
}

/// From April 2026 reports give no grade overall.
#[test]
fn a_report_without_a_grade_overall_lacks_nothing() {
    let table = TABLE.split("Overall").next().expect("a part");
    let (entry, told) = printed(&services(table).replace("June 2022", "June 2026"));
    assert!(!entry.contains("overall") && entry.contains("in-care-and-care-leavers"), "{entry}");
    assert!(!told.contains("overall"), "{told}");
}

#[test]
fn reports_on_other_things_are_none() {
    let folder = Folder::new();
    folder.run(&["init", "."]).expect(0);
    for title in [
        "Joint targeted area inspection of Rutland children’s services",
        "Area SEND inspection of Rutland",
    ] {
        folder.write(
            "other.txt",
            format!("{title}\n\nInspection dates: 6 to 10 June 2022\n\nGood\n"),
        );
        let run = folder.run(&["import", "--print", "other.txt"]).expect(1);
        assert!(run.stdout.is_empty() && run.stderr.contains("error["), "{run:?}");
    }
    folder.write("nobody.txt", services(TABLE).replace("Rutland", "Nowhere"));
    let run = folder.run(&["import", "--print", "nobody.txt"]).expect(1);
    assert!(run.stderr.contains("error[no-authority]: no entry was made"), "{}", run.stderr);
    folder.run(&["import", "--print", "--authority", "Rutland", "nobody.txt"]).expect(0);
}

/// A site with this front matter in Rutland's file, into which the report is imported.
struct Site(Folder);

impl Site {
    fn new(front_matter: &str) -> Self {
        let folder = Folder::new();
        folder.run(&["init", "."]).expect(0);
        folder.write(FILE, format!("---\nname: Rutland\n{front_matter}---\n\nAbout it.\n"));
        folder.write("2022-08-05.txt", services(TABLE));
        Site(folder)
    }

    fn text(&self) -> String {
        fs::read_to_string(self.0.path().join(FILE)).expect("a file")
    }

    /// What is put into the file, and the line above it: all else stays as it was.
    fn put(&self) -> (String, String) {
        let before = self.text();
        self.0.run(&["import", "2022-08-05.txt"]).expect(0);
        let after = self.text();
        let (old, new): (Vec<&str>, Vec<&str>) =
            (before.split('\n').collect(), after.split('\n').collect());
        let same = old.iter().zip(&new).take_while(|(one, other)| one == other).count();
        let count = new.len() - old.len();
        assert_eq!(old[same..], new[same + count..], "{after}");
        let check = self.0.run(&["check"]);
        assert!(check.code == Some(0), "{check:?}\n{after}");
        (new[same - 1].to_owned(), new[same..same + count].join("\n"))
    }
}

#[test]
fn an_entry_goes_where_its_date_belongs() {
    const OLDER: &str = "  - on_site: 2014-06-02/2014-06-25 # two weeks\n    framework: SIF\n    overall: good\n    \
                         # of the first\n";
    const NEWER: &str =
        "  # The last.\n  - published: 2024-05-01\n    framework: ILACS\n    overall: good\n";
    let rising = Site::new(&format!("inspections: # each\n{OLDER}{NEWER}visits: []\n"));
    let (above, entry) = rising.put();
    assert_eq!(above, "    # of the first");
    assert!(
        entry.starts_with("  - on_site: 2022-06-06/2022-06-17\n    published: 2022-08-05\n"),
        "{entry}"
    );
    let falling = Site::new(&format!("inspections:\n{NEWER}{OLDER}"));
    assert_eq!(falling.put().0, "    overall: good");
    let last = Site::new(&format!("inspections:\n{OLDER}\n# Of visits.\nvisits: []\n"));
    assert_eq!(last.put().0, "    # of the first");
    let flush =
        Site::new("inspections:\n- published: 2024-05-01\n  framework: ILACS\n  overall: good\n");
    let (above, entry) = flush.put();
    assert_eq!(above, "inspections:");
    assert!(entry.starts_with("- on_site: 2022-06-06/2022-06-17\n  published"), "{entry}");
}

#[test]
fn the_address_of_a_report_stands_in_its_entry() {
    let site = Site::new("region: East Midlands\n");
    let address = "https://example.org/report.pdf";
    site.0.run(&["import", "--source", address, "2022-08-05.txt"]).expect(0);
    let text = site.text();
    assert!(text.contains(&format!("    source: {address}\n---\n")), "{text}");
    site.0.run(&["check"]).expect(0);
}

#[test]
fn a_file_without_inspections_gets_them_above_its_visits() {
    for (front_matter, above) in [
        ("region: East Midlands\n# Known ones.\nvisits: []\nevents: []\n", "region: East Midlands"),
        (
            "region: East Midlands\n## To fill in a part …\n# inspections:\n#   - on_site: DATE\n",
            "region: East Midlands",
        ),
        ("", "name: Rutland"),
    ] {
        let (line, entry) = Site::new(front_matter).put();
        assert_eq!(line, above);
        assert!(entry.starts_with("inspections:\n  - on_site: 2022-06-06"), "{entry}");
    }
    let empty = Site::new("inspections: []\nregion: East Midlands\n");
    empty.0.run(&["import", "2022-08-05.txt"]).expect(0);
    assert!(empty.text().contains("inspections:\n  - on_site: 2022-06-06"), "{}", empty.text());
}

#[test]
fn what_ends_its_lines_as_windows_does_still_does() {
    let site = Site::new("region: East Midlands\n");
    let file = site.text().replace('\n', "\r\n");
    site.0.write(FILE, &file);
    site.put();
    let text = site.text();
    assert_eq!(text.matches('\n').count(), text.matches("\r\n").count(), "{text}");
}

#[test]
fn nothing_is_written_where_it_is_there_or_the_file_is_of_another_form() {
    let known = "inspections:\n  - on_site: 2022-06/2022-07\n    framework: ILACS\n";
    let flow = "inspections: [{published: 2014-01-02, framework: SIF}]\n";
    let dateless = "inspections:\n  - framework: SIF\n";
    for (front_matter, words) in [
        (known, "has this inspection already; nothing was written"),
        (flow, "is written in a way that is not known here; nothing was written"),
        (dateless, "is written in a way that is not known here; nothing was written"),
    ] {
        let site = Site::new(front_matter);
        let before = site.text();
        let run = site.0.run(&["import", "2022-08-05.txt"]).expect(2);
        assert!(run.stderr.contains(words), "{}", run.stderr);
        assert_eq!(site.text(), before);
    }
}

#[test]
fn two_reports_go_into_the_file_of_an_authority_that_the_site_lacks() {
    let folder = Folder::new();
    folder.run(&["init", "."]).expect(0);
    folder.write("2022-08-05.txt", services(TABLE));
    folder.write("single.txt", SINGLE);
    folder.run(&["import", "2022-08-05.txt", "single.txt"]).expect(0);
    let text = fs::read_to_string(folder.path().join(FILE)).expect("a file");
    let place = |words: &str| text.find(words).unwrap_or_else(|| panic!("{words}: {text}"));
    assert!(place("2014-06-02") < place("2022-06-06"), "{text}");
    folder.run(&["check"]).expect(0);
    let file: PathBuf = folder.path().join("public/authorities/rutland/index.json");
    folder.run(&["build", "--quiet"]).expect(0);
    let data = fs::read_to_string(folder.path().join("public/data/authorities/rutland.json"))
        .or_else(|_| fs::read_to_string(file))
        .expect("data");
    assert!(data.contains("\"lead_inspectors\":[\"Margaret Burke\",\"Ann Example\"]"), "{data}");
}

#[test]
fn every_report_becomes_an_entry_that_passes() {
    let Some(folder) = letters() else { return };
    let paths = entries(&folder.join("reports-pdf"));
    let paths: Vec<&str> = paths.iter().map(|path| path.to_str().expect("text")).collect();
    assert!(paths.len() > 50, "{} reports", paths.len());
    let site = Folder::new();
    site.run(&["init", "."]).expect(0);
    let run = site.run(&[&["import"][..], &paths].concat()).expect(0);
    let put = run.stderr.lines().filter(|line| line.starts_with("Put the inspection of ")).count();
    assert_eq!(put, paths.len(), "{}", run.stderr);
    site.run(&["check"]).expect(0);
}
