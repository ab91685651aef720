//! What words sound like and what they are about: the rules behind the two tables.

use letterpress::parse::built_in_vocabulary;

use super::shapes::{DAYS, TITLE, WHICH, WHO, letter, read};

/// The polarity, the topics, and whether they are carried over, of each finding in a letter with these.
fn suggested(findings: &str) -> Vec<(String, Vec<String>, bool)> {
    let vocabulary = built_in_vocabulary();
    let draft = read(&letter(TITLE, DAYS, WHICH, WHO, findings)).0;
    let suggestions = draft.findings.into_iter().map(|it| {
        let polarity = it.polarity.map_or("", |polarity| vocabulary.word(polarity));
        let topics = it.topics.iter().map(ToString::to_string).collect();
        (polarity.to_owned(), topics, it.has_carried_topic)
    });
    suggestions.collect()
}

#[test]
fn only_what_changes_is_improving() {
    for (written, meant) in [
        ("Visits are regular, and their frequency increases in line with needs.", "strength"),
        ("Progress in completing actions is tracked well.", "strength"),
        ("The quality of plans could be improved.", "not-yet"),
        ("The quality of plans has improved.", "improving"),
        (
            "Since the last inspection, leaders have strengthened the oversight of plans.",
            "improving",
        ),
        ("Supervision is now regular.", "improving"),
        ("Children have made progress in school.", "strength"),
        ("It is early days for the new model.", "improving"),
    ] {
        assert_eq!(suggested(&format!("◼ {written}"))[0].0, meant, "{written}");
    }
}

#[test]
fn conditions_say_nothing_of_how_it_is() {
    for (written, meant) in [
        ("When this is not possible, relatives are assessed promptly.", "strength"),
        (
            "Children live with relatives and, when this is not safe, with well-matched carers.",
            "strength",
        ),
        ("High caseloads make it difficult to see children.", "not-yet"),
        ("Children who live far away are disadvantaged.", "not-yet"),
        ("There is more work to do to ensure that plans are clear and effective.", "not-yet"),
        ("Plans are clear, but supervision is not regular.", "mixed"),
    ] {
        assert_eq!(suggested(&format!("◼ {written}"))[0].0, meant, "{written}");
    }
}

#[test]
fn a_sentence_is_mixed_only_where_it_sets_one_thing_against_another() {
    for (written, meant) in [
        ("While direct work is strong and effective, plans are not clear enough.", "mixed"),
        ("Despite strong and effective direct work, plans are not clear enough.", "not-yet"),
        ("While direct work is done, plans are not clear enough.", "not-yet"),
        ("Visits are regular and purposeful, although records are not yet clear.", "mixed"),
        ("Visits are regular and purposeful, although few.", "strength"),
        (
            "Social workers use regular supervision to keep an oversight of strengths and weaknesses.",
            "strength",
        ),
        ("Regular time-limited support helps families in need of it.", "strength"),
        (
            "Managers know the team well, where high caseloads limit how far they can see children, and delays are frequent.",
            "not-yet",
        ),
    ] {
        assert_eq!(suggested(&format!("◼ {written}"))[0].0, meant, "{written}");
    }
}

#[test]
fn what_sounds_like_more_than_one_or_like_none_is_unsure() {
    for (written, is_plain) in [
        ("Visits are regular and purposeful.", true),
        ("Supervision is not regular.", true),
        ("Supervision has been strengthened and has improved.", true),
        ("Plans are clear, but supervision is not regular.", true),
        ("Supervision has been strengthened by clear guidance.", false),
        ("Children in care live in eleven towns.", false),
    ] {
        let draft = read(&letter(TITLE, DAYS, WHICH, WHO, &format!("◼ {written}"))).0;
        assert_eq!(draft.findings[0].has_plain_polarity, is_plain, "{written}");
    }
}

#[test]
fn social_workers_are_the_workforce_only_where_it_is_about_them() {
    let first = |written: &str| suggested(&format!("◼ {written}"))[0].1[0].clone();
    for (written, meant) in [
        ("Social workers feel well supported by their managers.", "workforce"),
        ("Social workers like working in Rutland.", "workforce"),
        ("Social workers’ caseloads are manageable.", "workforce"),
        ("Social workers write clear assessments.", "assessment"),
        ("Social workers attend strategy meetings promptly.", "child-protection-enquiries"),
        ("Social workers see children often.", "direct-work"),
        ("Work with families on the edge of care is effective.", "coming-into-care"),
        ("Family group conferences are held early.", "coming-into-care"),
        ("The local offer is clear.", "rights-and-entitlements"),
        ("The out-of-hours service responds well.", "front-door"),
        ("Kinship carers are well supported.", "placements"),
        ("Independent reviewing officers’ participation is strong.", "management-oversight"),
    ] {
        assert_eq!(first(written), meant, "{written}");
    }
}

#[test]
fn a_topic_is_carried_below_one_heading_and_says_so() {
    let all = suggested(
        "◼ Supervision is regular.\n\n◼ It is highly valued.\n\nLocal matters\n\n◼ It is good.\n\n◼ It is fair.",
    );
    let found: Vec<(&str, bool)> =
        all.iter().map(|(_, topics, carried)| (topics[0].as_str(), *carried)).collect();
    // What the letter looked at stands in for what is above the heading.
    assert_eq!(found[..3], [("supervision", false), ("supervision", true), ("assessment", true)]);
    let heading = "Findings and evaluation of progress";
    let improve =
        "What needs to improve in this area of social work practice?\n\n◼ Supervision.\n\n";
    let plain = letter(TITLE, DAYS, WHICH, WHO, "◼ It is good.\n\n◼ It is well led.");
    let draft = read(&plain.replacen(heading, &format!("{improve}{heading}"), 1)).0;
    assert_eq!(draft.findings[0].topics[0].as_str(), "supervision");
    assert_eq!(draft.findings[1].topics[0].as_str(), "assessment");
}
