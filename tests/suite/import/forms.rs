//! Forms that letters have beside the usual ones: one opening, or one finding, with one thing different.

use letterpress::import::Draft;
use letterpress::parse::built_in_vocabulary;

use super::shapes::{DAYS, FINDINGS, TITLE, WHICH, WHO, doubts, letter, read};

/// The draft of an ordinary letter with other words in the place of some.
fn with(from: &str, to: &str) -> Draft {
    let plain = letter(TITLE, DAYS, WHICH, WHO, FINDINGS);
    let changed = plain.replacen(from, to, 1);
    assert_ne!(plain, changed, "there is no `{from}`");
    read(&changed).0
}

/// The draft of a letter with these findings.
fn findings(written: &str) -> Draft {
    read(&letter(TITLE, DAYS, WHICH, WHO, written)).0
}

const AREAS: &str = "Inspectors reviewed the progress made in the quality of assessments.";

#[test]
fn what_names_itself_is_refused_by_its_name() {
    let running = "The third monitoring visit to Rutland found that plans are late. A focused visit followed.";
    for (title, name) in [
        (
            "Inspection of Rutland local authority children’s services\nInspection dates: 3 to 7 June 2024",
            "an inspection",
        ),
        (
            "Rutland Council\nInspection of services for children in need of help and protection\nInspection date: 3 June 2014",
            "an inspection",
        ),
        (
            "Joint targeted area inspection of Rutland\n\nThis letter summarises the findings of the joint targeted area inspection.",
            "a joint targeted area inspection",
        ),
        ("Area SEND inspection of Rutland Local Area Partnership", "an area SEND inspection"),
    ] {
        let (draft, problems) = read(&format!("{title}\n\n{running}\n\nFindings\n\n{running}\n"));
        assert_eq!(draft, Draft::default(), "{title}");
        let told = doubts(&problems).join("\n");
        assert!(told.contains(&format!("this calls itself {name}")), "{title}: {told}");
    }
    let (draft, problems) = read(&format!("14 March 2023\n\nDear colleague\n\n{running}\n"));
    assert_eq!(draft, Draft::default());
    assert!(doubts(&problems).join("").contains("does not say that it is on"), "{problems:?}");
}

#[test]
fn the_kind_is_that_of_the_title_or_of_whose_findings_it_has() {
    let kind = |draft: &Draft| draft.kind.map(|kind| built_in_vocabulary().word(kind).to_owned());
    let without_title = with(&format!("{TITLE}\n\n"), "");
    assert_eq!(kind(&without_title).as_deref(), Some("monitoring-visit"));
    let without_summary =
        with("This letter summarises the findings of the", "You will know of the");
    assert_eq!(kind(&without_summary).as_deref(), Some("monitoring-visit"));
    let other = with(
        "judged inadequate in May 2021.",
        "judged inadequate in May 2021. A focused visit to it was in 2020.",
    );
    assert_eq!(kind(&other).as_deref(), Some("monitoring-visit"));
}

#[test]
fn without_an_authority_there_is_no_draft_and_an_error() {
    let (draft, problems) =
        read(&letter("Monitoring visit to Nowhere", DAYS, WHICH, WHO, FINDINGS));
    assert_eq!(draft.authorities, []);
    let error = problems.iter().find(|it| it.code() == "no-authority").expect("an error");
    assert!(error.message.contains("no draft was made"), "{error:?}");
}

#[test]
fn areas_are_read_in_every_form() {
    let shapes: [(&str, &[&str]); 9] = [
        ("The focus of this visit was on children in care.", &["children in care"]),
        (
            "The focus of the monitoring visit was the local authority ‘front door’.",
            &["the local authority 'front door'"],
        ),
        (
            "The focus of this monitoring visit was children in need, including disabled children.",
            &["children in need, including disabled children"],
        ),
        (
            "The focus of this visit was care leavers. This included:\n\n• pathway plans\n• accommodation",
            &["care leavers", "pathway plans", "accommodation"],
        ),
        (
            "Inspectors looked specifically at:\n\n• pathway plans\n• accommodation",
            &["pathway plans", "accommodation"],
        ),
        (
            "Inspectors looked specifically at:\n• pathway plans\n• accommodation\nInspectors also explored the local offer.",
            &["pathway plans", "accommodation", "the local offer"],
        ),
        (
            "Inspectors reviewed the progress made in pathway plans. In addition, inspectors also explored the local offer.",
            &["pathway plans", "the local offer"],
        ),
        (
            "Inspectors looked at the local authority’s arrangements for care leavers, with a particular focus on the:\n\n• pathway plans",
            &["care leavers", "pathway plans"],
        ),
        (
            "Inspectors reviewed the progress made in the identification, assessment and management of risk.",
            &["the identification, assessment and management of risk"],
        ),
    ];
    for (written, meant) in shapes {
        assert_eq!(with(AREAS, written).areas, meant, "{written}");
    }
}

#[test]
fn evidence_keeps_people_together_and_records_apart() {
    let shapes: [(&str, &[&str]); 6] = [
        (
            "A range of evidence was considered, including discussions with social workers, managers and partners, case files and performance management information.",
            &[
                "discussions with social workers, managers and partners",
                "case files",
                "performance management information",
            ],
        ),
        (
            "Inspectors looked at children’s records, and spoke to children, parents and carers.",
            &["children's records", "spoke to children, parents and carers"],
        ),
        (
            "They also talked to a parent, a carer, and two managers.",
            &["talked to a parent, a carer, and two managers"],
        ),
        (
            "Inspectors considered local authority performance management and quality assurance information and case records.",
            &[
                "local authority performance management and quality assurance information",
                "case records",
            ],
        ),
        (
            "Inspectors considered a range of evidence, including video and telephone calls with staff.",
            &["video and telephone calls with staff"],
        ),
        (
            "Inspectors considered a range of evidence, including:\n\n• case files\n• discussions with staff and managers",
            &["case files", "discussions with staff and managers"],
        ),
    ];
    for (written, meant) in shapes {
        let draft = with(AREAS, &format!("{AREAS}\n\n{written}"));
        assert_eq!(draft.evidence, meant, "{written}");
        assert_eq!(draft.areas, ["the quality of assessments"], "{written}");
    }
}

#[test]
fn inspectors_are_read_in_every_form() {
    let (his, hmi) = ("His Majesty's Inspector", "HMI");
    let shapes: [(&str, [&str; 3]); 4] = [
        (
            "His Majesty’s Inspectors (HMI) for this visit were Margaret Burke and Rachel Griffiths, with Andrew Ash, HMI designate.",
            [his, his, "HMI designate"],
        ),
        (
            "The visit was carried out by lead inspector Margaret Burke, HMI, and team inspector(s) Rachel Griffiths, HMI, and Andrew Ash, HMI.",
            [hmi, hmi, hmi],
        ),
        (
            "The inspectors were Margaret Burke, HMI, Rachel Griffiths, HMI, who observed the visit, and Andrew Ash, HMI.",
            [hmi, hmi, hmi],
        ),
        (
            "The lead inspector was Margaret Burke, HMI, and the team inspectors were Rachel Griffiths, HMI, and Andrew Ash, HMI.",
            [hmi, hmi, hmi],
        ),
    ];
    for (written, roles) in shapes {
        let draft = with(WHO, written);
        let names: Vec<&str> = draft.inspectors.iter().map(|it| it.name.as_str()).collect();
        assert_eq!(names, ["Margaret Burke", "Rachel Griffiths", "Andrew Ash"], "{written}");
        let found: Vec<&str> =
            draft.inspectors.iter().filter_map(|it| it.role.as_deref()).collect();
        assert_eq!(found, roles, "{written}");
    }
    let plain = letter(TITLE, DAYS, WHICH, WHO, FINDINGS);
    let (draft, problems) = read(&plain.replace("Burke\nHis", "Burke.\nHis"));
    assert!(draft.inspectors[0].lead, "{draft:?}");
    assert_eq!(doubts(&problems), Vec::<String>::new());
}

/// Who led is said beside the names, in any order of the words.
#[test]
fn the_lead_inspector_is_the_one_who_is_said_to_have_led() {
    let hmi = "HMI";
    let shapes = [
        (
            "The lead inspector Ann Example and team inspectors Bob Sample and Cara Pattern carried out the visit.",
            ["", "", ""],
        ),
        (
            "The lead inspector, Ann Example, HMI, and team inspectors Bob Sample, HMI, and Cara Pattern, HMI, carried out this visit.",
            [hmi, hmi, hmi],
        ),
        (
            "Lead inspector Ann Example (HMI) and team inspectors Bob Sample (HMI) and Cara Pattern (HMI) visited the service in May.",
            [hmi, hmi, hmi],
        ),
        (
            "Ann Example (lead inspector), Bob Sample and Cara Pattern, all HMI, conducted the visit.",
            [hmi, hmi, hmi],
        ),
        (
            "The visit was led by Ann Example, HMI, accompanied by Bob Sample and Cara Pattern, Ofsted Inspectors.",
            [hmi, "Ofsted Inspector", "Ofsted Inspector"],
        ),
        (
            "The visit was led by His Majesty’s Inspector Ann Example, who was accompanied by Ofsted Inspectors Bob Sample and Cara Pattern.",
            ["His Majesty's Inspector", "Ofsted Inspector", "Ofsted Inspector"],
        ),
        (
            "Ann Example, HMI, led the visit. She was accompanied by Bob Sample, HMI, and Cara Pattern, HMI.",
            [hmi, hmi, hmi],
        ),
        (
            "Ann Example, HMI, led this visit and was accompanied by Bob Sample, HMI, and Cara Pattern, HMI.",
            [hmi, hmi, hmi],
        ),
        (
            "Ann Example was the lead inspector. The team inspectors were Bob Sample and Cara Pattern.",
            ["", "", ""],
        ),
        (
            "The inspectors were Ann Example, HMI (lead inspector), Bob Sample, HMI, and Cara Pattern, HMI.",
            [hmi, hmi, hmi],
        ),
        (
            "On both days, the lead inspector Ann Example and inspectors Bob Sample and Cara Pattern undertook the visit.",
            ["", "", ""],
        ),
        (
            "Lead inspector: Ann Example, HMI. Team inspectors: Bob Sample, HMI, and Cara Pattern, HMI.",
            [hmi, hmi, hmi],
        ),
        (
            "His Majesty’s Inspectors Ann Example (lead), Bob Sample and Cara Pattern completed this visit.",
            ["His Majesty's Inspector"; 3],
        ),
    ];
    for (written, roles) in shapes {
        let plain = letter(TITLE, DAYS, WHICH, written, FINDINGS);
        let (draft, _) = read(plain.split("Yours").next().expect("what is before the signature"));
        let read: Vec<(&str, &str, bool)> = draft
            .inspectors
            .iter()
            .map(|it| (it.name.as_str(), it.role.as_deref().unwrap_or(""), it.lead))
            .collect();
        let [one, two, three] = roles;
        let meant = [
            ("Ann Example", one, true),
            ("Bob Sample", two, false),
            ("Cara Pattern", three, false),
        ];
        assert_eq!(read, meant, "{written}");
    }
    for (written, name) in [
        (
            "Inspectors Bob Sample and lead inspector Ann Example, both HMI, made this visit.",
            "Ann Example",
        ),
        (
            "The visit was carried out by Bob Sample, HMI, and by Ann Example, HMI, as the lead inspector.",
            "Ann Example",
        ),
        ("The visit was led by Ann Example.", ""),
        ("Two inspectors carried out the visit, accompanied by staff of Rutland Council.", ""),
        (
            "Inspectors were accompanied by Care Quality Commission staff. Rutland Council visited inspectors.",
            "",
        ),
    ] {
        let plain = letter(TITLE, DAYS, WHICH, written, FINDINGS);
        let (draft, _) = read(plain.split("Yours").next().expect("what is before the signature"));
        let leads: Vec<&str> =
            draft.inspectors.iter().filter(|it| it.lead).map(|it| it.name.as_str()).collect();
        assert_eq!(leads.join(" "), name, "{written}");
        let is_named = draft.inspectors.iter().all(|it| it.name.ends_with("ple"));
        assert!(is_named, "{written}: {:?}", draft.inspectors);
    }
    let (_, problems) = read(&letter(
        TITLE,
        DAYS,
        WHICH,
        "The visit was led by Rachel Griffiths, HMI, with Margaret Burke, HMI.",
        FINDINGS,
    ));
    let told = doubts(&problems).join("");
    assert!(told.contains("says that Rachel Griffiths led the visit"), "{told}");
}

#[test]
fn a_paragraph_is_one_suggestion_with_all_its_words_and_its_page() {
    let written = "Assessments are timely. They are written with families. However, plans are weak.\n\n\u{c}Supervision \
                   is not yet reflective. This leaves workers without support.";
    let draft = findings(written);
    let words: Vec<(&str, Option<u32>)> =
        draft.findings.iter().map(|it| (it.words.as_str(), it.page)).collect();
    let meant = [
        (
            "Assessments are timely. They are written with families. However, plans are weak.",
            Some(1),
        ),
        ("Supervision is not yet reflective. This leaves workers without support.", Some(2)),
    ];
    assert_eq!(words, meant);
    assert_eq!(findings("Assessments are timely.").findings[0].page, None);
}

#[test]
fn numbered_paragraphs_are_paragraphs() {
    let written =
        "1. Assessments are timely.\n2. Plans are not yet clear.\n3. Supervision is regular.";
    let draft = findings(written);
    let words: Vec<&str> = draft.findings.iter().map(|it| it.words.as_str()).collect();
    assert_eq!(
        words,
        ["Assessments are timely.", "Plans are not yet clear.", "Supervision is regular."]
    );
}

#[test]
fn the_headline_is_quoted_and_nothing_is_dropped() {
    let written = "Assessments are timely.\n\n1. It is so.";
    let heading = "Findings and evaluation of progress";
    let plain = letter(TITLE, DAYS, WHICH, WHO, written);
    let (draft, _) = read(&plain.replacen(
        heading,
        &format!("Headline findings\n\nMuch is good.\n\n{heading}"),
        1,
    ));
    assert_eq!(draft.headline, ["Much is good."]);
    let draft = findings(
        "◼ Assessments are timely.\n\n◼ Supervision is not yet reflective.\n\nLeaders are not yet aware of all risks.",
    );
    assert_eq!(draft.findings.len(), 2);
    let left: Vec<&str> = draft.left_out.iter().map(|it| it.words.as_str()).collect();
    assert_eq!(left, ["Leaders are not yet aware of all risks."]);
}

#[test]
fn lists_without_marks_are_doubted() {
    for (written, told) in [
        (
            "Inspectors found that:\n\nAssessments are timely.\n\nPlans are clear.",
            "a list is announced here",
        ),
        (
            "◼\n\n◼\n\nAssessments are timely.\n\nPlans are clear.",
            "marks of bullets stand here without the words",
        ),
    ] {
        let (draft, problems) = read(&letter(TITLE, DAYS, WHICH, WHO, written));
        assert!(doubts(&problems).join("\n").contains(told), "{written}: {problems:?}");
        assert!(draft.findings.iter().all(|it| !it.words.is_empty()), "{written}");
    }
}

#[test]
fn progress_is_a_noun_and_the_authoritys() {
    for (written, meant) in [
        (
            "Leaders have made steady progress in assessments.",
            Some("made steady progress in assessments"),
        ),
        (
            "The council is making some limited, uneven progress.",
            Some("making some limited, uneven progress"),
        ),
        ("Leaders have made sure that plans progress.", None),
        ("Leaders know that children are making good progress at school.", None),
        ("The council has made decisions that progress too slowly.", None),
    ] {
        let words = findings(written).progress.map(|progress| progress.words);
        assert_eq!(words.as_deref(), meant, "{written}");
    }
}

#[test]
fn quotes_are_of_one_and_of_several() {
    let shapes: [(&str, &[(&str, &str)]); 8] = [
        (
            "One care leaver said, ‘They never let me down.’",
            &[("They never let me down.", "a care leaver")],
        ),
        (
            "Care leavers told inspectors that staff are ‘always there’.",
            &[("always there", "care leavers")],
        ),
        (
            "One parent said ‘I was heard’, and another that she was ‘lost without them’.",
            &[("I was heard", "a parent"), ("lost without them", "a parent")],
        ),
        (
            "A manager said ‘we had lost our way’, while social workers told us ‘we can now do our jobs’.",
            &[("we had lost our way", "a manager"), ("we can now do our jobs", "social workers")],
        ),
        ("Social workers describe the team as ‘a family’.", &[("a family", "social workers")]),
        (
            "‘It has changed my life’, said a foster carer.",
            &[("It has changed my life", "a foster carer")],
        ),
        ("Parents spoke well of the ‘front door’.", &[]),
        ("Children’s plans describe a ‘team around the child’.", &[]),
    ];
    for (written, meant) in shapes {
        let draft = findings(written);
        let found: Vec<(&str, &str)> = draft
            .quotes
            .iter()
            .map(|it| (it.words.as_str(), it.speaker.as_deref().unwrap_or_default()))
            .collect();
        assert_eq!(found, meant, "{written}");
    }
}

#[test]
fn a_measure_may_go_over_two_sentences() {
    let measured = |written: &str| {
        let points = findings(written).measures.into_iter().flat_map(|it| it.points);
        points.map(|it| format!("{} {}", it.date, it.value)).collect::<Vec<_>>().join(", ")
    };
    let first = "In March 2022, there were 478 children in care.";
    assert_eq!(
        measured(&format!("{first} At the time of this visit, it had risen to 580.")),
        "2022-03 478, 2023-01 580"
    );
    assert_eq!(measured(&format!("{first} At the time of this visit, 61% had a plan.")), "");
    assert_eq!(measured(&format!("{first} It has since risen to 580.")), "");
}

#[test]
fn a_visit_that_lasts_is_doubted() {
    let (_, problems) =
        read(&letter(TITLE, "between 31 January 2022 and 1 February 2023", WHICH, WHO, FINDINGS));
    assert!(doubts(&problems).join("\n").contains("days"), "{problems:?}");
    assert!(problems.iter().any(|it| it.code() == "import-doubt"), "{problems:?}");
}

#[test]
fn the_national_framework_is_read_and_its_footnote_is_no_finding() {
    let plain = letter(TITLE, DAYS, WHICH, WHO, FINDINGS);
    let improve = "What needs to improve in this area of social work practice?1\n\n◼ The timeliness of visits. (outcome 3, \
                   national framework)\n◼ The quality of plans (outcome 1 and enabler 2, national framework).\n1\n  The areas \
                   for improvement have been cross-referenced with the outcomes and enablers in the\nchildren’s social care \
                   national framework. This guidance sets out the purpose.\n\u{c}◼ The support for workers.\n\n";
    let heading = "Findings and evaluation of progress";
    let (draft, _) = read(&plain.replacen(heading, &format!("{improve}{heading}"), 1));
    let vocabulary = built_in_vocabulary();
    let found: Vec<(&str, Vec<&str>)> = draft.findings[..3]
        .iter()
        .map(|it| {
            let parts = it.national_framework.iter().map(|part| vocabulary.word(*part));
            (it.text.as_str(), parts.collect())
        })
        .collect();
    let meant = [
        ("The timeliness of visits.", vec!["outcome-3"]),
        ("The quality of plans.", vec!["outcome-1", "enabler-2"]),
        ("The support for workers.", vec![]),
    ];
    assert_eq!(found, meant);
}
