//! Contradictions: what a file says in one place against another place of it, its name, another file or the program's table.

use std::fs;

use crate::folder::Folder;

const LETTER: &str = "---\nkind: monitoring-visit\nvisit: 2\non_site: 2018-01-23/2018-01-24\ndated: 2018-02-15\n\
    published: 2018-03-01\nsource: https://letters.example/2.pdf\nfindings:\n  - polarity: strength\n    \
    topics: [thresholds]\n    text: Plans are clear.\n---\nInspectors looked at plans.\n";

const FOLDER: &str = "content/authorities/sunderland";

/// What `check` says of a letter under this name.
fn told_of(file: &str, text: &str) -> String {
    let folder = Folder::with_sunderland();
    folder.write(&format!("{FOLDER}/{file}"), text);
    folder.run(&["check", "--quiet", "--drafts"]).stderr
}

#[test]
fn a_file_name_that_contradicts_the_facts_is_told() {
    let focused = LETTER.replace("monitoring-visit\nvisit: 2", "focused-visit");
    for (file, text, key) in [
        ("2018-02-15-visit-3.md", LETTER, ":3:8"),
        ("visit-03.md", LETTER, ":3:8"),
        ("visit_1_2018-02-15.md", LETTER, ":3:8"),
        ("2017-02-15-visit-2.md", LETTER, ":5:8"),
        ("2018-05-visit-2.md", LETTER, ":5:8"),
        ("2019-visit-2.md", LETTER, ":5:8"),
        ("visit-2-2019-01-01.md", LETTER, ":5:8"),
        ("2018-02-15-focused-visit.md", LETTER, ":2:7"),
        ("2018-02-15-monitoring-visit.md", &focused, ":2:7"),
        ("2018-02-15-visit-3.md", &focused, ":2:7"),
    ] {
        let told = told_of(file, text);
        assert_eq!(told.matches("[misleading-file-name]").count(), 1, "{file}: {told}");
        assert!(told.contains(&format!("{FOLDER}/{file}{key}\n")), "{file}: {told}");
    }
}

#[test]
fn a_file_name_that_says_the_same_or_nothing_is_not_told() {
    let about = LETTER.replace("dated: 2018-02-15", "dated: 2018-02~");
    let unnumbered = LETTER.replace("visit: 2\n", "");
    for (file, text) in [
        ("2018-02-15-visit-2.md", LETTER),
        ("2018-01-24-visit-2.md", LETTER),
        ("2018-03-01-visit-2.md", LETTER),
        ("2018-02-visit-2.md", LETTER),
        ("2018-visit-2.md", LETTER),
        ("visit-2.md", LETTER),
        ("visit-15-02-2018.md", LETTER),
        ("2018-02-15.md", LETTER),
        ("second-visit.md", LETTER),
        ("2018-13-45-visit-2.md", LETTER),
        ("50007818.md", LETTER),
        ("letter-1-of-3.md", LETTER),
        ("2018-05-visit-2.md", &about),
        ("2018-02-15-visit-6.md", &unnumbered),
        ("2018-02-15-monitoring-visit-2.md", LETTER),
    ] {
        let told = told_of(file, text);
        assert!(!told.contains("misleading-file-name"), "{file}: {told}");
    }
}

#[test]
fn a_summary_that_names_another_council_is_told() {
    for lead in [
        "Inspectors visited Kirklees for the second time.",
        "Kirklees Council's children's services had improved.",
        "The visit to Reading Borough Council was the second.",
        "In North Somerset, inspectors looked at plans.",
        "Plans in St Helens’s teams are clear.",
    ] {
        let told = told_of("letter.md", &LETTER.replace("Inspectors looked at plans.", lead));
        assert!(told.contains("warning[other-authority]"), "{lead}: {told}");
        assert!(told.contains("letter.md:13:"), "{lead}: {told}");
    }
}

#[test]
fn a_summary_that_names_others_beside_its_own_is_not_told() {
    for lead in [
        "Inspectors looked at plans.",
        "Inspectors visited Sunderland, and compared it to Kirklees.",
        "With support from Leeds, the council had improved.",
        "The service is run by Hampshire County Council.",
        "Practice follows the Leeds model.",
        "Kent Police and Greater Manchester are partners.",
        "Reading records, inspectors found plans. Bury them.",
        "Inspectors came to Kirklees and to Leeds.",
        "Inspectors came to Kirklees.\n\nSunderland had improved.",
        "Children live in Kirkleesham.",
        "Sunderland City Council works with Durham.",
    ] {
        let told = told_of("letter.md", &LETTER.replace("Inspectors looked at plans.", lead));
        assert!(!told.contains("other-authority"), "{lead}: {told}");
    }
    // Who was replaced, and who runs the services, is no other.
    let folder = Folder::with_sunderland();
    let authority = folder.path().join(FOLDER).join("authority.md");
    let text = fs::read_to_string(&authority).expect("it");
    let text = text.replace(
        "region:",
        "predecessors: [kirklees]\ndelivery: [{name: Leeds, from: 2017}]\nregion:",
    );
    folder.write(&format!("{FOLDER}/authority.md"), text);
    folder.write("content/authorities/kirklees/authority.md", "---\nname: Kirklees\n---\n");
    for lead in ["Inspectors visited Kirklees.", "Inspectors visited Leeds."] {
        let text = LETTER.replace("Inspectors looked at plans.", lead);
        folder.write(&format!("{FOLDER}/letter.md"), text);
        let told = folder.run(&["check", "--quiet"]).stderr;
        assert!(!told.contains("other-authority"), "{lead}: {told}");
    }
}

#[test]
fn a_draft_may_be_empty() {
    let empty = "---\nkind: focused-visit\non_site: 2018-01-23\ndated: 2018-02-15\n\
        source: https://letters.example/2.pdf\n---\n";
    assert!(told_of("letter.md", empty).contains("warning[empty-letter]"));
    let draft = empty.replace("kind:", "draft: true\nkind:");
    assert!(!told_of("letter.md", &draft).contains("empty-letter"));
}

#[test]
fn two_authorities_of_one_name_or_code_are_told() {
    for (facts, message) in [
        ("name: sunderland", "`sunderland` is the `name` of"),
        ("name: \"  SUNDERLAND \"", "`SUNDERLAND` is the `name` of"),
        ("name: Ayton\ngss_code: E08000024", "`E08000024` is the `gss_code` of"),
        ("name: Ayton\nla_code: 394", "`394` is the `la_code` of"),
        ("name: Ayton\nofsted_urn: 80566", "`80566` is the `ofsted_urn` of"),
    ] {
        let folder = Folder::with_sunderland();
        let path = format!("{FOLDER}/authority.md");
        let own = fs::read_to_string(folder.path().join(&path)).expect("it");
        let codes = "gss_code: E08000024\nla_code: 394\nofsted_urn: 80566\nregion:";
        folder.write(&path, own.replace("region:", codes));
        folder.write("content/authorities/wearside/authority.md", format!("---\n{facts}\n---\n"));
        let told = folder.run(&["check", "--quiet"]).expect(1).stderr;
        let errors: Vec<&str> = told.lines().filter(|line| line.starts_with("error")).collect();
        assert_eq!(errors.len(), 1, "{told}");
        assert!(errors[0].contains(message) && errors[0].contains(&path), "{told}");
        assert!(told.contains("--> content/authorities/wearside/authority.md:"), "{told}");
    }
}

#[test]
fn a_code_is_held_against_the_table_by_any_name_of_the_authority() {
    for (facts, expected) in [
        ("name: Kirklees\ngss_code: E08000034\nla_code: 382", None),
        ("name: Hull City Council\ngss_code: E06000010", None),
        ("name: North Northamptonshire\nformer_gss_codes: [E10000021]", None),
        ("name: Barnsley\ngss_code: E08000038\nformer_gss_codes: [E08000016]", None),
        ("name: Ayton\naliases: [Kirklees]\ngss_code: E08000034", None),
        ("name: Ayton\naliases: [Kirklees]\ngss_code: E08000035", Some("error[wrong-code]")),
        ("name: Kirklees\nla_code: 383", Some("error[wrong-code]")),
        ("name: Kirklees\ngss_code: E08000099", Some("warning[unknown-code]")),
        ("name: Ayton\ngss_code: E08000034", Some("warning[unknown-code]")),
        ("name: Aberwen\ngss_code: W06000015", Some("an authority elsewhere may have it")),
        ("name: Aberwen\nla_code: 681", Some("warning[unknown-code]")),
        ("name: Kirklees\nla_code: 0x17", Some("warning[bad-code]")),
        ("name: Kirklees\nofsted_urn: 80478", None),
        ("name: Kirklees\nofsted_urn: 80481", Some("error[wrong-code]")),
        ("name: Kirklees\nofsted_urn: 99999", Some("write `80478`, the code of Kirklees")),
        ("name: Kirklees\nofsted_urn: 8050", Some("warning[bad-code]")),
        ("name: Kirklees\nofsted_urn: 12345678", Some("warning[bad-code]")),
        // The table does not have that of Bournemouth.
        ("name: Bournemouth\nofsted_urn: 99999", Some("look at the code again, or take it out")),
        ("name: Bournemouth\nofsted_urn: 80481", Some("error[wrong-code]")),
        ("name: Bournemouth\nofsted_urn: x", Some("look it up where")),
        ("name: Kirklees\ngss_code: E0800003４", Some("warning[bad-code]")),
    ] {
        let folder = Folder::with_sunderland();
        folder.write("content/authorities/other/authority.md", format!("---\n{facts}\n---\n"));
        let told = folder.run(&["check", "--quiet"]).stderr;
        match expected {
            None => assert!(!told.contains("-code]"), "{facts}: {told}"),
            Some(expected) => assert!(told.contains(expected), "{facts}: {told}"),
        }
    }
}

/// The tag that a site's pages have, or what is told of it.
fn language(tag: &str) -> Result<String, String> {
    let folder = Folder::with_sunderland();
    folder.write(
        "site.toml",
        format!("title = \"Letters\"\nlanguage = \"{tag}\"\ntheme = \"plain\"\n"),
    );
    let run = folder.run(&["build", "--quiet"]);
    if run.code != Some(0) {
        return Err(run.stderr);
    }
    let page = fs::read_to_string(folder.path().join("public/index.html")).expect("a page");
    let (_, rest) = page.split_once("<html lang=\"").expect("a language");
    Ok(rest.split('"').next().expect("its end").to_owned())
}

#[test]
fn a_language_is_a_tag_that_stays_as_it_is_written() {
    for tag in [
        "en",
        "en-GB",
        "EN-gb",
        "en-latn-gb",
        "en-GB-oxendict",
        "en-scotland",
        "en-150",
        "en-GB-u-ca-gregory",
        "en-GB-x-Council",
        "cy-GB",
    ] {
        assert_eq!(language(tag).as_deref(), Ok(tag), "{tag}");
    }
}

#[test]
fn what_is_no_language_is_told_with_what_to_write() {
    for (written, help) in [
        ("en_GB", "write `en-GB`"),
        ("en GB", "write `en-GB`"),
        ("en_GB.UTF-8", "write `en-GB`"),
        ("English", "write `en`"),
        ("english-uk", "write `en-GB`"),
        ("Welsh", "write `cy`"),
        ("Welsh language", "write `cy`"),
        ("en-UK", "write `en-GB`"),
        ("uk-UK", "write `uk-GB`"),
        ("zh-cmn-Hans", "write `cmn-Hans`"),
        ("", "write it as BCP 47 does"),
        ("x", "write it as BCP 47 does"),
        ("x-ours", "write it as BCP 47 does"),
        ("en-", "write `en`"),
        ("en--GB", "write `en-GB`"),
        ("en-GB-u", "write it as BCP 47 does"),
        ("en-GB-x", "write it as BCP 47 does"),
        ("en-a-bbb-a-ccc", "write it as BCP 47 does"),
        ("en-GB-GB", "write it as BCP 47 does"),
        ("en-verylongpart", "write it as BCP 47 does"),
        ("1234", "write it as BCP 47 does"),
        ("é", "write it as BCP 47 does"),
        ("und", "write it as BCP 47 does"),
    ] {
        let told = language(written).expect_err(written);
        assert!(told.contains("error[bad-setting]") && told.contains("site.toml:2:12"), "{told}");
        assert!(told.contains(help), "{written}: {told}");
    }
}

#[test]
fn a_table_that_no_language_would_find_is_told() {
    for (file, is_told) in [("en_GB", true), ("EN", true), ("english", true), ("en-GB", false)] {
        let folder = Folder::with_sunderland();
        folder.write(&format!("i18n/{file}.ftl"), "letters = Post\n");
        let told = folder.run(&["check", "--quiet"]).stderr;
        assert_eq!(told.contains(&format!("--> i18n/{file}.ftl")), is_told, "{file}: {told}");
    }
}
