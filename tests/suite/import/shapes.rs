//! The shapes that letters have had since 2016: one opening with one thing different, and what is read in it.

use std::fs;
use std::sync::Arc;

use letterpress::diagnostics::{Diagnostic, SourceText};
use letterpress::import::{self, Draft};
use letterpress::parse::built_in_vocabulary;

use crate::folder::{Folder, load, sunderland};

pub(super) const TITLE: &str = "Monitoring visit to Rutland children’s services";
pub(super) const DAYS: &str = "on 31 January and 1 February 2023";
pub(super) const WHICH: &str = "This was the third monitoring visit since the local authority was judged inadequate in May 2021.";
pub(super) const WHO: &str =
    "His Majesty’s Inspectors for this visit were Margaret Burke and Rachel Griffiths.";
pub(super) const FINDINGS: &str = "◼ Assessments are timely.\n◼ Supervision is not yet reflective.";

/// A letter with these parts.
pub(super) fn letter(title: &str, days: &str, which: &str, who: &str, findings: &str) -> String {
    let place =
        title.split_once(" to ").map_or("Rutland children’s services", |(_, place)| place);
    format!(
        "14 March 2023\n\nDirector of Children’s Services\n\nDear colleague\n\n{title}\n\nThis letter summarises the \
         findings of the monitoring visit to {place} {days}. {which} {who}\n\nAreas covered by the visit\n\nInspectors \
         reviewed the progress made in the quality of assessments.\n\nFindings and evaluation of progress\n\n\
         {findings}\n\nI am copying this letter to the Department for Education.\n\nYours sincerely\n\nMargaret \
         Burke\nHis Majesty’s Inspector\n"
    )
}

pub(super) fn read(text: &str) -> (Draft, Vec<Diagnostic>) {
    let (site, _) = load(&sunderland());
    let source = Arc::new(SourceText::new("letter.txt", text.to_owned()));
    import::read(&source, site.archive(), None)
}

/// What is doubted, each with its line.
pub(super) fn doubts(problems: &[Diagnostic]) -> Vec<String> {
    let lines =
        problems.iter().map(|it| format!("{}: {}", it.place.positions().0.line, it.message));
    lines.collect()
}

#[test]
fn an_ordinary_letter_leaves_no_doubt() {
    let (draft, problems) = read(&letter(TITLE, DAYS, WHICH, WHO, FINDINGS));
    let words = built_in_vocabulary();
    assert_eq!(doubts(&problems), Vec::<String>::new());
    assert_eq!(draft.kind.map(|kind| words.word(kind)), Some("monitoring-visit"));
    assert_eq!(draft.visit, Some(3));
    assert_eq!(draft.inspection.map(|it| it.date.to_string()).as_deref(), Some("2021-05"));
    assert_eq!(draft.areas, ["the quality of assessments"]);
}

#[test]
fn days_are_read_in_every_shape() {
    let shapes = [
        ("on 4 and 5 August 2016", "2016-08-04/2016-08-05"),
        ("on the 15 and 16 of May 2018", "2018-05-15/2018-05-16"),
        ("on 15th and 16th May 2018", "2018-05-15/2018-05-16"),
        ("on Tuesday 15 and Wednesday 16 May 2018", "2018-05-15/2018-05-16"),
        ("on 5 & 6 July 2017", "2017-07-05/2017-07-06"),
        ("on 22–23 October 2019", "2019-10-22/2019-10-23"),
        ("on 3 to 4 December 2025", "2025-12-03/2025-12-04"),
        ("between 8 and 10 March 2022", "2022-03-08/2022-03-10"),
        ("from 3 to 5 November 2020", "2020-11-03/2020-11-05"),
        ("between 29 September and 1 October 2020", "2020-09-29/2020-10-01"),
        ("on 30 November and 1 December 2021", "2021-11-30/2021-12-01"),
        ("on 31 December 2019 and 1 January 2020", "2019-12-31/2020-01-01"),
        ("on 31 December and 1 January 2020", "2019-12-31/2020-01-01"),
        ("on 20, 21 and 22 June 2023", "2023-06-20/2023-06-22"),
        ("on 29, 30 September and 1 October 2022", "[2022-09-29,2022-09-30,2022-10-01]"),
        ("on 4 and 11 May 2021", "[2021-05-04,2021-05-11]"),
        ("on 7 November 2018", "2018-11-07"),
    ];
    for (written, meant) in shapes {
        let (draft, _) = read(&letter(TITLE, written, WHICH, WHO, FINDINGS));
        assert_eq!(draft.on_site.map(|it| it.to_string()).as_deref(), Some(meant), "{written}");
    }
}

#[test]
fn numbers_of_visits_are_read() {
    let shapes = [
        (
            "The visit was the first monitoring visit since the local authority was judged inadequate.",
            Some(1),
        ),
        ("This was the sixth and final monitoring visit since the inspection.", Some(6)),
        ("It was the 4th monitoring visit since the inspection in 2017.", Some(4)),
        ("This was the second visit since the inspection.", Some(2)),
        ("The authority has been judged inadequate for the second time.", None),
    ];
    for (written, meant) in shapes {
        let (draft, _) = read(&letter(TITLE, DAYS, written, WHO, FINDINGS));
        assert_eq!(draft.visit, meant, "{written}");
    }
}

#[test]
fn authorities_are_read_by_any_of_their_names() {
    let shapes = [
        ("Hull City Council", "kingston-upon-hull"),
        ("London Borough of Hackney local authority", "hackney"),
        ("the Royal Borough of Kensington and Chelsea", "kensington-and-chelsea"),
        ("St. Helens", "st-helens"),
        ("Telford & Wrekin", "telford-and-wrekin"),
        ("Bournemouth, Christchurch and Poole", "bournemouth-christchurch-and-poole"),
        ("City of York", "york"),
        ("East Riding", "east-riding-of-yorkshire"),
        ("Northumbreland", "northumberland"),
        (
            "North Northamptonshire and West Northamptonshire",
            "north-northamptonshire west-northamptonshire",
        ),
        ("Nowhere", ""),
    ];
    for (written, meant) in shapes {
        let title = format!("Monitoring visit to {written} children’s services");
        let (draft, problems) = read(&letter(&title, DAYS, WHICH, WHO, FINDINGS));
        let slugs: Vec<&str> = draft.authorities.iter().map(|slug| slug.as_str()).collect();
        assert_eq!(slugs.join(" "), meant, "{written}");
        let is_doubted = problems.iter().any(|it| it.message.contains("known"));
        assert_eq!(
            is_doubted,
            ["Northumbreland", "Nowhere"].contains(&written),
            "{written}: {problems:?}"
        );
    }
}

#[test]
fn inspectors_are_read_with_their_titles() {
    let (hmi, ours) = ("Her Majesty's Inspector", "Ofsted Inspector");
    let shapes = [
        ("The inspectors were Margaret Burke, HMI, and Rachel Griffiths, HMI.", ["HMI", "HMI"]),
        ("The inspectors were Margaret Burke HMI and Rachel Griffiths HMI.", ["HMI", "HMI"]),
        ("The inspectors were Margaret Burke and Rachel Griffiths, HMI.", ["HMI", "HMI"]),
        (
            "The inspectors were Margaret Burke and Rachel Griffiths, Her Majesty’s Inspectors.",
            [hmi, hmi],
        ),
        (
            "The visit was carried out by Her Majesty’s Inspectors, Margaret Burke and Rachel Griffiths.",
            [hmi, hmi],
        ),
        (
            "This visit was carried out by Margaret Burke, Her Majesty’s Inspector (HMI), and Rachel Griffiths, Ofsted Inspector.",
            [hmi, ours],
        ),
        (
            "The visit was carried out by Her Majesty’s Inspector Margaret Burke and Ofsted Inspector Rachel Griffiths.",
            [hmi, ours],
        ),
        (
            "The inspectors were Margaret Burke and Rachel Griffiths, both of whom are Her Majesty’s Inspectors.",
            [hmi, hmi],
        ),
        ("Her Majesty’s Inspectors were Margaret Burke and Rachel Griffiths.", [hmi, hmi]),
    ];
    for (written, titles) in shapes {
        let (draft, _) = read(&letter(TITLE, DAYS, WHICH, written, FINDINGS));
        let names: Vec<&str> = draft.inspectors.iter().map(|it| it.name.as_str()).collect();
        assert_eq!(names, ["Margaret Burke", "Rachel Griffiths"], "{written}");
        let roles: Vec<&str> =
            draft.inspectors.iter().filter_map(|it| it.role.as_deref()).collect();
        assert_eq!(roles, titles, "{written}");
        assert!(draft.inspectors[0].lead && !draft.inspectors[1].lead, "{written}");
    }
}

#[test]
fn bullets_are_whole_however_they_were_broken() {
    let shapes = [
        "◼ Assessments are timely.\n◼ Supervision is not yet reflective.",
        "\u{f0b7} Assessments are timely.\n\n\u{f0b7} Supervision is not yet\nreflective.",
        "• Assessments are\n  timely.\n•\nSupervision is not yet reflective.",
        "- Assessments are timely.\n- Supervision is not\n\n\n\n  yet reflective.",
        "* Assessments are timely.\n* Supervision is not\n                2\n\u{c}  yet reflective.",
        "n Assessments are timely.\nn Supervision is not yet reflective.",
        "– Assessments are timely.\n– Supervision is not yet **reflective**.",
        "◼ Assessments are timely.\n◼ Supervision is not\n\nPage 2 of 6\n\n  yet reflective.",
        "\u{fffd} Assessments are timely.\n\u{fffd} Supervision is not yet reflective.",
        "§ Assessments are timely.\r\n§ Supervision is not yet reflective.",
    ];
    for written in shapes {
        let (draft, _) = read(&letter(TITLE, DAYS, WHICH, WHO, written).replace("\r\n", "\n"));
        let words: Vec<&str> = draft.findings.iter().map(|it| it.words.as_str()).collect();
        let meant = ["Assessments are timely.", "Supervision is not yet reflective."];
        assert_eq!(words, meant, "{written:?}");
        let vocabulary = built_in_vocabulary();
        let polarities = draft.findings.iter().filter_map(|it| it.polarity);
        let polarities: Vec<&str> = polarities.map(|it| vocabulary.word(it)).collect();
        assert_eq!(polarities, ["strength", "not-yet"], "{written:?}");
        assert_eq!(draft.findings[1].topics[0].as_str(), "supervision");
    }
}

#[test]
fn a_bullet_that_lost_its_mark_is_one_still() {
    let written =
        "◼ Assessments are timely.\n\nPlans are weak.\n\n◼ Supervision is not yet reflective.";
    let (draft, _) = read(&letter(TITLE, DAYS, WHICH, WHO, written));
    assert_eq!(draft.findings.iter().filter(|it| it.bullet).count(), 3);
}

#[test]
fn measures_need_two_values_and_two_dates() {
    let measured = |written: &str| {
        let (draft, _) = read(&letter(TITLE, DAYS, WHICH, WHO, written));
        let points = draft.measures.iter().flat_map(|it| &it.points);
        points.map(|it| format!("{} {}", it.date, it.value)).collect::<Vec<_>>().join(", ")
    };
    let shapes = [
        (
            "The proportion of visits in time rose from 61% in April 2022 to 88% in December 2022.",
            "2022-04 61, 2022-12 88",
        ),
        (
            "Open cases: from 1,252 cases in April 2017 to 646 cases in December 2017.",
            "2017-04 1252, 2017-12 646",
        ),
        (
            "The share of visits in time rose from 61% in 2016 to 88% in autumn 2017.",
            "2016 61, 2017-23 88",
        ),
        ("It rose from 61% in 2016 to 88% in 2017.", ""),
        ("Now 88% of visits are in time, which is good.", ""),
        ("Visits in time rose from 61% to 88% in April 2022.", ""),
        ("Of 61% in April 2022, 88 children in December 2022 were seen.", ""),
    ];
    for (written, meant) in shapes {
        assert_eq!(measured(written), meant, "{written}");
    }
}

#[test]
fn what_does_not_go_together_is_doubted_at_its_line() {
    let doubted = |text: &str| {
        let (_, problems) = read(text);
        assert!(problems.iter().all(|it| it.code() == "import-doubt"), "{problems:?}");
        doubts(&problems).join("\n")
    };
    let plain = letter(TITLE, DAYS, WHICH, WHO, FINDINGS);
    let told = doubted(&plain.replacen("2023\n\nDirector", "2023\n\n15 March 2023\n\nDirector", 1));
    assert_eq!(told, "3: the letter is dated 2023-03-14 and 2023-03-15; the first is taken");
    let told = doubted(&plain.replacen("14 March 2023", "14 March 2022", 1));
    assert_eq!(
        told,
        "9: the letter is dated 2022-03-14, and the visit was on 2023-01-31/2023-02-01"
    );
    let told = doubted(&plain.replace("1 February 2023", "1 February"));
    assert!(told.contains("9: the days of the visit have no year"), "{told}");
    let told = doubted(&plain.replacen("Monitoring visit to", "Fourth monitoring visit to", 1));
    assert!(told.contains("the letter calls this visit 4 and 3; the first is taken"), "{told}");
    let told = doubted(
        &plain.replace("\n\nMargaret Burke", "\n\nRebecca Quested").replace("Margaret \n", ""),
    );
    assert!(told.contains("Rebecca Quested signed the letter"), "{told}");
    let told = doubted(&plain.replacen("Monitoring visit to", "Focused visit to", 1));
    assert!(told.contains("do not name the same kind of visit"), "{told}");
}

#[test]
fn what_the_site_has_already_is_doubted() {
    let title = "Monitoring visit to Sunderland children’s services";
    let which = "This was the sixth monitoring visit since the local authority was judged inadequate in July 2013.";
    let text = letter(title, "on 23 and 24 January 2018", which, WHO, FINDINGS);
    let (_, problems) = read(&text.replacen("14 March 2023", "14 February 2018", 1));
    let told = doubts(&problems).join("\n");
    assert!(told.contains("visit 6 has a letter already"), "{told}");
    assert!(
        told.contains(
            "no inspection in content/authorities/sunderland/authority.md is of this date"
        ),
        "{told}"
    );
}

#[test]
fn a_visit_that_the_authority_tells_of_is_told() {
    let folder = Folder::with_sunderland();
    let file = "content/authorities/sunderland/authority.md";
    let text = fs::read_to_string(folder.path().join(file)).expect("an authority");
    let known = "visits:\n  - visit: 2\n    on_site: 2023-01-31/2023-02-01\n    source: https://example.org/\n---";
    let (front, body) = text.rsplit_once("---").expect("front matter");
    let without =
        front.lines().take_while(|line| *line != "visits:").collect::<Vec<_>>().join("\n");
    folder.write(file, format!("{without}\n{known}{body}"));
    let (site, _) = folder.load();
    let title = "Monitoring visit to Sunderland children's services";
    let source = SourceText::new("letter.txt", letter(title, DAYS, "", WHO, FINDINGS));
    let (_, problems) = import::read(&Arc::new(source), site.archive(), None);
    let told = doubts(&problems).join("\n");
    assert!(told.contains("tells of this visit, below `visits:`"), "{told}");
}

#[test]
fn what_is_no_letter_gives_no_draft() {
    for text in [
        "",
        "\n\n",
        "Dear editor",
        "Inspection report: Rutland\n\nGood.\n",
        "\u{0}\u{1}",
        "◼\n◼\n◼",
    ] {
        let (draft, problems) = read(text);
        assert_eq!(draft, Draft::default(), "{text:?}");
        assert!(problems.iter().any(|it| it.code() == "not-a-letter"), "{text:?}: {problems:?}");
    }
}

#[test]
fn a_footnote_breaks_no_sentence() {
    for note in [
        "1\n  The areas have been compared with a\nframework.\n                          2\n\u{c}",
        "1\n  The areas have been compared with a\nframework.\n\u{c}",
        "1 The areas have been compared with a\nframework.\n\n\u{c}",
    ] {
        let written =
            format!("Assessments1 are timely, and plans are\n\n{note}clear to all families.");
        let (draft, _) = read(&letter(TITLE, DAYS, WHICH, WHO, &written));
        let words: Vec<&str> = draft.findings.iter().map(|it| it.words.as_str()).collect();
        assert_eq!(words, ["Assessments1 are timely, and plans are clear to all families."]);
    }
}

/// A number is that of a page only where a page ends, and what begins with one is a note only where a word has it.
#[test]
fn numbers_are_not_always_about_the_page() {
    let written = "Plans are timely for children aged over\n16\nin the whole area.\n\nVisits are timely.\n\nReviews are \
                   timely.\n\n2 Reports are timely.\n                    3\n\u{c}Assessments are timely.";
    let letter = letter(TITLE, DAYS, WHICH, WHO, written);
    let (draft, _) =
        read(&format!("Manchester\nM1 2WD\nOfsted1\n\n{}", letter.replace("14 March", "1 March")));
    assert_eq!(draft.dated.map(|date| date.to_string()).as_deref(), Some("2023-03-01"));
    let words: Vec<&str> = draft.findings.iter().map(|it| it.words.as_str()).collect();
    assert_eq!(
        words,
        [
            "Plans are timely for children aged over 16 in the whole area.",
            "Visits are timely.",
            "Reviews are timely.",
            "2 Reports are timely.",
            "Assessments are timely.",
        ]
    );
}
