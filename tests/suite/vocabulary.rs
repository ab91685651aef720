//! A site's own words: what follows from them, and that the program's own are held as strictly.

use std::collections::BTreeSet;
use std::fs;

use letterpress::LoadOptions;
use letterpress::diagnostics::Severity;
use letterpress::model::{PolarityId, TermList};
use letterpress::parse::built_in_vocabulary;
use letterpress::plan::Route;
use letterpress::site::Changed;
use regex::Regex;
use serde_json::{Value, json};

use crate::folder::{Folder, entries, repository};

/// The site of another nation's inspectorate.
fn estyn() -> Folder {
    let folder = Folder::new();
    folder.copy(&repository().join("tests/sites/look-estyn/in"), "");
    folder
}

/// A site in which these are the kinds of finding, and nothing else is the site's own.
fn with_polarities(polarities: &str) -> Folder {
    let folder = Folder::with_sunderland();
    let settings = fs::read_to_string(folder.path().join("site.toml")).expect("settings");
    folder.write("site.toml", format!("{settings}{polarities}"));
    folder
}

fn polarity(word: &str, mark: &str, colours: &str) -> String {
    format!(
        "[[vocabulary.polarities]]\nword = \"{word}\"\nlabel = \"{word}\"\nmark = \"{mark}\"\n{colours}\n"
    )
}

const COLOURS: &str = "light = { mark = \"#1b6db3\", text = \"#0a4f86\", wash = \"#e4eff8\" }\n\
                       dark = { mark = \"#5fa8e6\", text = \"#a9d3f7\", wash = \"#14324a\" }";

#[test]
fn the_words_that_come_with_the_program_are_read_by_the_same_door() {
    let file = repository().join("src/parse/vocabulary/built_in.toml");
    let folder = Folder::with_sunderland();
    let settings = fs::read_to_string(folder.path().join("site.toml")).expect("settings");
    folder
        .write("site.toml", format!("{settings}[vocabulary]\nfile = \"vocabulary.toml\"\n"))
        .write("vocabulary.toml", fs::read_to_string(file).expect("words"));
    let (site, report) = folder.load();
    assert_eq!(report.count(Severity::Error), 0, "{report}");
    assert_eq!(site.archive().vocabulary, built_in_vocabulary());
    for list in TermList::ALL {
        assert!(!built_in_vocabulary().list(list).is_empty(), "{list:?}");
    }
}

/// Classes that its stylesheets and templates have, but for those of the kinds of finding.
#[test]
fn no_kind_of_finding_takes_the_name_of_a_part_of_pages() {
    let mut classes = BTreeSet::new();
    let in_css = Regex::new(r"\.([a-z][a-z0-9-]*)").expect("a pattern");
    let in_html = Regex::new(r#"class="([^"]*)""#).expect("a pattern");
    let not_classes = Regex::new(r#"url\("[^"]*"\)|\{\{.*?\}\}|\{%.*?%\}"#).expect("a pattern");
    let themes = repository().join("themes");
    for sheet in ["plain/static/style.css", "gazette/templates/static/style.css"] {
        let text = fs::read_to_string(themes.join(sheet)).expect("a stylesheet");
        let css = not_classes.replace_all(&text, "");
        classes.extend(in_css.captures_iter(&css).map(|it| it[1].to_owned()));
    }
    for folder in ["plain/templates", "gazette/templates"] {
        let templates = entries(&themes.join(folder)).into_iter();
        for path in templates.filter(|it| it.extension().is_some_and(|it| it == "html")) {
            let text = fs::read_to_string(path).expect("a template");
            let html = not_classes.replace_all(&text, " ");
            let lists = in_html.captures_iter(&html).map(|it| it[1].to_owned());
            let words: Vec<String> = lists.collect();
            classes.extend(words.iter().flat_map(|it| it.split_whitespace()).map(str::to_owned));
        }
    }
    assert!(classes.len() > 100, "{classes:?}");
    let classes: Vec<String> = classes.into_iter().collect();
    // Of one file a hundred problems are told.
    let refused: BTreeSet<String> = classes.chunks(20).flat_map(refused).collect();
    let missed: Vec<&String> = classes.iter().filter(|it| !refused.contains(*it)).collect();
    assert!(missed.is_empty(), "{missed:?}");
}

/// Which of these words no kind of finding can have.
fn refused(words: &[String]) -> Vec<String> {
    let polarities: Vec<String> = words.iter().map(|it| polarity(it, "tick", COLOURS)).collect();
    let folder = with_polarities(&polarities.concat());
    let told = folder.run(&["check", "--format", "json"]).expect(2).stdout;
    let refused = told.lines().filter_map(|line| {
        let problem: Value = serde_json::from_str(line).expect("JSON");
        let word =
            problem["message"].as_str()?.strip_suffix("` is the name of another part of pages")?;
        Some(word.trim_start_matches('`').to_owned())
    });
    refused.collect()
}

#[test]
fn colours_are_held_against_the_pages_of_gazette() {
    let style = repository().join("themes/gazette/templates/static/style.css");
    let style = fs::read_to_string(style).expect("a stylesheet");
    let pages: Vec<&str> = Regex::new(r"--page: (#[0-9a-f]{6});")
        .expect("a pattern")
        .captures_iter(&style)
        .map(|it| it.get(1).expect("a colour").as_str())
        .collect();
    let [light, dark] = pages[..] else { panic!("{pages:?}") };
    let same = |key: &str, colour: &str| {
        format!("{key} = {{ mark = \"{colour}\", text = \"{colour}\", wash = \"{colour}\" }}\n")
    };
    let colours = same("light", light) + &same("dark", dark);
    let folder = with_polarities(&polarity("strength", "tick", &colours));
    let told = folder.run(&["check"]).expect(2).stderr;
    for page in [light, dark] {
        let message = format!("has a contrast of 1.00 to 1 with the page, {page}");
        assert_eq!(told.matches(&message).count(), 2, "{told}");
    }
}

/// All that is kept between loads is of the words that files were read with.
#[test]
fn a_change_of_the_words_makes_a_whole_new_site() {
    let folder = estyn();
    let mut kept = letterpress::Folder::new(folder.path(), LoadOptions::default());
    let load = |kept: &mut letterpress::Folder, changed: &str| {
        let changed = Changed::Paths([changed.into()].into());
        kept.load(&changed).map(|(site, report)| (site, report.count(Severity::Error)))
    };
    let (_, report) = kept.load(&Changed::Anything).expect("a site");
    assert_eq!(report.count(Severity::Error), 0, "{report}");
    let words = fs::read_to_string(folder.path().join("vocabulary.toml")).expect("words");

    let renamed = words.replace("\"Shortcoming\"", "\"To be mended\"");
    folder.write("vocabulary.toml", &renamed);
    let (site, _) = load(&mut kept, "vocabulary.toml").expect("a site");
    let page = site.render(&Route::new("/findings/shortcoming/")).expect("a page");
    assert!(String::from_utf8_lossy(&page).contains("To be mended"));

    folder.write("vocabulary.toml", renamed.replace("\"shortcoming\"", "\"weakness\""));
    let (_, errors) = load(&mut kept, "vocabulary.toml").expect("a site");
    assert!(errors > 0, "findings have a word that is none any more");

    folder.write("vocabulary.toml", "grades = 1\n");
    assert!(load(&mut kept, "vocabulary.toml").is_err());
    folder.write("vocabulary.toml", &words);
    let (site, errors) = load(&mut kept, "vocabulary.toml").expect("a site");
    assert_eq!(errors, 0);
    let (fresh, _) = folder.load();
    for route in fresh.routes() {
        assert_eq!(site.render(route).ok(), fresh.render(route).ok(), "{route}");
    }
}

#[test]
fn a_build_after_a_change_of_the_words_is_a_clean_build() {
    let folder = estyn();
    folder.run(&["build"]).expect(0);
    let words = fs::read_to_string(folder.path().join("vocabulary.toml")).expect("words");
    folder.write("vocabulary.toml", words.replace("\"Strength\"", "\"Done well\""));
    folder.run(&["build"]).expect(0);
    let after = crate::folder::tree(&folder.path().join("public"));
    folder.run(&["build", "--output", "clean"]).expect(0);
    assert!(after == crate::folder::tree(&folder.path().join("clean")), "they differ");
}

#[test]
fn what_is_decided_of_grades_is_not_said_of_those_of_others() {
    let folder = Folder::with_sunderland();
    let inspection = "inspections: [{on_site: 2026-06, judgements: {leadership: good}}]\n";
    folder.write(
        "content/authorities/ayton/authority.md",
        format!("---\nname: Ayton\n{inspection}---\n"),
    );
    let says = |folder: &Folder| {
        let page = folder.load().0.render(&Route::new("/authorities/ayton/")).expect("a page");
        let page = String::from_utf8_lossy(&page).into_owned();
        ["No overall grade is given since", "not recorded"].map(|it| page.contains(it))
    };
    assert_eq!(says(&folder), [true, false]);
    let settings = fs::read_to_string(folder.path().join("site.toml")).expect("settings");
    let grades = "[[vocabulary.grades]]\nword = \"good\"\nlabel = \"Good\"\nrank = 1\n".to_owned();
    folder.write("site.toml", format!("{settings}{grades}"));
    assert_eq!(says(&folder), [false, true]);
    let own = "[[vocabulary.frameworks]]\nword = \"Own\"\nno_overall_from = \"2025-09-01\"\n";
    folder.write("site.toml", format!("{settings}{grades}{own}"));
    assert_eq!(says(&folder), [true, false]);
}

/// Forms and schemas ask for the site's words, in its order.
#[test]
fn schemas_and_forms_follow() {
    let folder = estyn();
    let schema = |kind: &str| -> Value {
        serde_json::from_str(&folder.run(&["schema", kind]).expect(0).stdout).expect("JSON")
    };
    let polarities = json!(["strength", "progress-made", "shortcoming", "important-shortcoming"]);
    let letter = schema("letter");
    let finding = &letter["properties"]["findings"]["items"]["properties"]["polarity"];
    assert_eq!(finding["enum"], polarities);
    assert_eq!(finding["enumDescriptions"][3], "Important shortcoming");
    let authority = schema("authority");
    for key in ["gss_code", "ofsted_urn", "statistical_neighbours"] {
        assert_eq!(authority["properties"][key], Value::Null, "{key}");
    }
    let inspection = &authority["properties"]["inspections"]["items"]["properties"];
    let areas = inspection["judgements"]["properties"].as_object().expect("areas");
    assert_eq!(
        areas.keys().collect::<Vec<_>>(),
        ["outcomes", "provision", "leadership", "prospects"]
    );
    for editor in ["sveltia", "pages"] {
        let config = folder.run(&["cms", editor]).expect(0).stdout;
        assert!(config.contains("important-shortcoming"), "{config}");
        assert!(!config.contains("requires-improvement") && !config.contains("gss_code"));
    }
}

#[test]
fn what_only_authorities_of_england_have_is_refused_elsewhere() {
    let folder = estyn();
    let facts = "la_code: 681\nofsted_urn: 80557\nstatistical_neighbours: [halton]";
    folder.write(
        "content/authorities/aberwen/authority.md",
        format!("---\nname: Aberwen\n{facts}\n---\n"),
    );
    let told = folder.run(&["check", "--quiet"]).expect(1).stderr;
    for key in ["la_code", "ofsted_urn", "statistical_neighbours"] {
        let message = format!("error[unknown-key]: `{key}` is only for England's authorities");
        assert!(told.contains(&message), "{key}: {told}");
    }
    assert_eq!(told.matches("error[").count(), 3, "{told}");
}

#[test]
fn new_files_have_the_words_of_the_site() {
    let folder = estyn();
    let made = |words: &[&str], path: &str| {
        folder.run(words).expect(0);
        fs::read_to_string(folder.path().join(path)).expect("a file")
    };
    let dates = ["--dated", "2017-02-14", "--on-site", "2017-01"];
    let letter = made(
        &[&["new", "letter", "Aberwen"], &dates[..], &["--kind", "Link-Visit"]].concat(),
        "content/authorities/aberwen/2017-02-14-link-visit.md",
    );
    assert!(letter.contains("kind: link-visit\n"), "{letter}");
    assert!(letter.contains("The polarity is one of strength, "), "{letter}");
    let authority =
        made(&["new", "authority", "Trefaes"], "content/authorities/trefaes/authority.md");
    assert!(authority.contains("The grade is one of excellent, "), "{authority}");
    assert!(!authority.contains("SIF"), "{authority}");
    made(&["new", "topic", "Youth work", "--group", "support"], "content/topics/youth-work.md");
    folder.run(&["check", "--drafts"]).expect(0);
    for words in [
        &["new", "topic", "Transport", "--group", "Access"][..],
        &[&["new", "letter", "Aberwen"], &dates[..], &["--kind", "focused-visit"]].concat(),
    ] {
        let told = folder.run(words).expect(2).stderr;
        assert!(told.contains("use one of ") || told.contains("did you mean"), "{told}");
    }
}

/// A letter of Ofsted can be imported only where a site has Ofsted's kinds of visit.
#[test]
fn an_import_says_which_word_is_not_there() {
    let letter = "5 May 2021\n\nDear colleague\n\nFocused visit to Aberwen\n\nThis letter summarises the findings of a \
                  focused visit to Aberwen on 4 May 2021.\n\nYours sincerely\n";
    let folder = estyn();
    folder.write("letter.txt", letter);
    let told = folder.run(&["import", "letter.txt"]).expect(1).stderr;
    assert!(told.contains("no kind of visit `focused-visit`"), "{told}");
}

/// Counts are called as the vocabulary says, and as the label where it says nothing.
#[test]
fn counts_are_called_as_the_vocabulary_says() {
    let folder = estyn();
    let (site, _) = folder.load();
    let vocabulary = &site.archive().vocabulary;
    let home = site.render(&Route::new("/authorities/aberwen/")).expect("a page");
    let home = String::from_utf8(home).expect("a text");
    let polarities: Vec<PolarityId> = vocabulary.ids().collect();
    assert_eq!(vocabulary[polarities[2]].counted.form("other"), "shortcomings");
    assert!(home.contains("important shortcoming"), "{home}");
}
