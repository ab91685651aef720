//! Tables of messages: what pages say in a language, who overrules whom, and what is told of mistakes in them.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use fluent_syntax::ast::Entry;
use fluent_syntax::parser::parse;
use letterpress::model::Message;
use regex::Regex;

use crate::folder::{Folder, Run, entries, repository, tree};
use crate::template_limits::own_theme;

/// A message of a built-in table, as it is written.
struct Written {
    /// All that stands behind its id.
    text: String,
    comment: String,
    variables: BTreeSet<String>,
}

/// The built-in tables, by their languages.
fn built_in() -> BTreeMap<String, BTreeMap<String, Written>> {
    let tables = entries(&repository().join("themes/plain/i18n")).into_iter();
    let table = |path: &std::path::Path| {
        let text = fs::read_to_string(path).expect("a text");
        let variable = Regex::new(r"\{ \$(\w+)").expect("a pattern");
        let table = parse(text.as_str()).unwrap_or_else(|(_, errors)| panic!("{errors:?}"));
        let messages = table.body.into_iter().filter_map(|entry| match entry {
            Entry::Message(message) => Some(message),
            _ => None,
        });
        let written = |message: fluent_syntax::ast::Message<&str>| {
            let start = text.find(&format!("\n{} =", message.id.name)).expect("its line") + 1;
            let rest = &text[start + message.id.name.len() + " =".len()..];
            let lines = rest.split_inclusive('\n').enumerate();
            let goes_on = |line: &str| line.starts_with([' ', '}']);
            let own = lines.take_while(|(index, line)| *index == 0 || goes_on(line));
            let own: String = own.map(|(_, line)| line).collect();
            let variables = variable.captures_iter(&own).map(|it| it[1].to_owned()).collect();
            let comment = message.comment.map(|it| it.content.join(" ")).unwrap_or_default();
            (message.id.name.to_owned(), Written { text: own, comment, variables })
        };
        messages.map(written).collect()
    };
    let tag = |path: &std::path::Path| {
        path.file_stem().expect("a name").to_str().expect("text").to_owned()
    };
    tables.map(|path| (tag(&path), table(&path))).collect()
}

/// Variables that stand for what a language may have no use for.
const ENGLISH_ONLY: &[(&str, &str)] = &[
    ("article", "`a` or `an`: other languages have none, or others"),
    ("count", "in words that are the same for every number"),
];

#[test]
fn each_built_in_table_has_the_messages_of_the_english_one() {
    let tables = built_in();
    assert!(tables.len() > 1, "the tables are found");
    let english = &tables["en"];
    for (language, table) in &tables {
        assert!(table.keys().eq(english.keys()), "{language}");
        for (id, Written { variables, .. }) in table {
            let given = &english[id].variables;
            assert!(variables.is_subset(given), "{language}: {id} has {variables:?}");
            let mut unused = given.difference(variables);
            let is_english = |it: &String| ENGLISH_ONLY.iter().any(|(name, _)| name == it);
            assert!(unused.all(is_english), "{language}: {id} has {variables:?}");
        }
    }
}

/// Words that are the same in both languages.
const SAME_IN_WELSH: &[(&str, &str)] = &[("data", "a word that Welsh has from the same source")];

#[test]
fn each_line_in_welsh_says_that_nobody_has_read_it_and_none_is_english() {
    let tables = built_in();
    let placeable = Regex::new(r"\{[^{}]*\}").expect("a pattern");
    for (id, welsh) in &tables["cy"] {
        assert!(welsh.comment.contains("Heb ei ddarllen gan siaradwr."), "{id}");
        let words = placeable.replace_all(&welsh.text, "");
        let has_words = words.contains(char::is_alphabetic);
        let is_known = SAME_IN_WELSH.iter().any(|(known, _)| known == id);
        let is_same = welsh.text == tables["en"][id].text;
        assert!(!has_words || is_same == is_known, "{id}: {}", welsh.text);
    }
}

#[test]
fn each_message_is_asked_for_and_each_that_is_asked_for_is_there() {
    let of_templates =
        Regex::new(r#"\bmessages\.(\w+)|\bmessage\(\s*id="(\w+)""#).expect("a pattern");
    let mut asked: BTreeSet<String> = Message::ALL.iter().map(|it| it.id().to_owned()).collect();
    for theme in ["plain", "gazette"] {
        for (name, text) in tree(&repository().join(format!("themes/{theme}"))) {
            if !name.starts_with("templates/") {
                continue;
            }
            let text = String::from_utf8(text).expect("a text");
            for found in of_templates.captures_iter(&text) {
                asked.extend(found.get(1).or(found.get(2)).map(|it| it.as_str().to_owned()));
            }
        }
    }
    let there: BTreeSet<String> = built_in()["en"].keys().cloned().collect();
    assert_eq!(asked, there);
    let sources = tree(&repository().join("src"));
    let text: String = sources.values().map(|it| String::from_utf8_lossy(it)).collect();
    for message in Message::ALL {
        let name = Regex::new(&format!(r"\bMessage::{}\b", message.id())).expect("a pattern");
        assert!(name.is_match(&text), "nothing asks for {message:?}");
    }
}

#[test]
fn a_number_has_the_plural_form_of_its_language_and_none_of_another() {
    let folder = own_theme();
    folder.write("site.toml", "title = \"Llythyrau\"\ntheme = \"own\"\nlanguage = \"cy\"\n");
    let counts = "{% for n in [0, 1, 2, 3, 6, 8] %}{{ message(id=\"count_of_letters\", count=n) }};{% endfor %}";
    folder.write("themes/own/templates/home.html", counts);
    let page = || {
        folder.run(&["build", "--quiet"]).expect(0);
        fs::read_to_string(folder.path().join("public/index.html")).expect("a page")
    };
    assert_eq!(page(), "0 llythyr;1 llythyr;2 lythyr;3 llythyr;6 llythyr;8 llythyr;");
    let forms = "[zero] dim\n    [two] dau\n   *[other] { $count }";
    folder.write("i18n/cy.ftl", format!("count_of_letters = {{ $count ->\n    {forms}\n}}\n"));
    assert_eq!(page(), "dim;1;dau;3;6;8;", "a form that is missing falls to `other`");
}

/// What is told of a table of the site's own, in the English of `site.toml`.
fn told(table: &str) -> String {
    let folder = Folder::with_sunderland();
    folder.write("i18n/en.ftl", table);
    folder.run(&["check", "--quiet"]).stderr
}

#[test]
fn mistakes_in_a_table_have_their_places() {
    let cases = [
        ("all Everything\n", "error[bad-message]", "i18n/en.ftl:1:5"),
        ("all = Everything { \n", "error[bad-message]", "i18n/en.ftl:"),
        ("all = One\nall = Two\n", "`all` stands here twice", "i18n/en.ftl:2:1"),
        ("finding_number = No { $nubmer }\n", "did you mean `number`", "i18n/en.ftl:1:24"),
        ("all = { $number }\n", "it has no variables", "i18n/en.ftl:1:10"),
        ("on_this_pag = Here\n", "did you mean `on_this_page`", "i18n/en.ftl:1:1"),
        ("all = { NUMBER(1) }\n", "there is no function `NUMBER`", "i18n/en.ftl:1:9"),
        ("all = { other }\n", "a message cannot be put into another", "i18n/en.ftl:1:9"),
        ("all = { -name }\n", "there is no term `-name`", "i18n/en.ftl:1:10"),
        ("all = { \"\\u202E\" }\n", "cannot be seen", "i18n/en.ftl:1:10"),
        ("all = a\u{7}b\n", "error[control-character]", "i18n/en.ftl:1:8"),
        ("all =\n    .title = Everything\n", "`all` has no words", "i18n/en.ftl:1:1"),
    ];
    for (table, words, place) in cases {
        let told = told(table);
        assert!(told.contains(words) && told.contains(place), "{table}: {told}");
    }
    let deep = format!("all = {}\n", "{ ".repeat(60));
    assert!(told(&deep).contains("too deep within one another"), "{}", told(&deep));
    assert_eq!(told("name = { -site } and { $what }\n-site = ours\n"), "", "a message of its own");
}

#[test]
fn the_site_overrules_the_theme_which_overrules_the_program() {
    let folder = own_theme();
    let page = || {
        folder.run(&["build", "--quiet"]).expect(0);
        fs::read_to_string(folder.path().join("public/letters/index.html")).expect("a page")
    };
    assert!(page().contains("<h1>Letters</h1>"));
    folder.write("themes/own/i18n/en.ftl", "letters = Post\n");
    assert!(page().contains("<h1>Post</h1>"), "a changed table makes pages anew");
    folder.write("i18n/en.ftl", "letters = Mail & more\n");
    assert!(page().contains("<h1>Mail &amp; more</h1>"), "words are no markup");
    folder.write("site.toml", "title = \"Letters\"\ntheme = \"own\"\nlanguage = \"en-ie\"\n");
    folder.write("i18n/en-IE.ftl", "letters = Litreacha\n");
    assert!(page().contains("<h1>Litreacha</h1>"), "the nearest language comes first");
    assert!(page().contains("<html lang=\"en-ie\">"), "the language stays as it is written");
}

#[test]
fn a_message_may_have_its_variables_in_any_order() {
    let folder = own_theme();
    folder.write("i18n/en.ftl", "labelled = { $value } [{ $label }]\n");
    folder.run(&["build", "--quiet"]).expect(0);
    let pages = tree(&folder.path().join("public"));
    let pages: Vec<String> = pages
        .into_iter()
        .filter(|(path, _)| path.ends_with("index.md"))
        .map(|(_, bytes)| String::from_utf8(bytes).expect("text"))
        .collect();
    let facts: Vec<&str> =
        pages.iter().flat_map(|it| it.lines()).filter(|it| it.starts_with("- ")).collect();
    assert!(facts.iter().any(|it| it.ends_with(" \\[On site\\]")), "{facts:?}");
    assert!(!pages.concat().contains('\u{FDD0}'), "nothing that stands for something else is left");
}

/// As RFC 5646 has it, in any case of letters.
#[test]
fn a_language_is_a_well_formed_tag() {
    let of_english = ["en", "EN", "en-gb", "en-Latn-GB", "en-GB-oxendict", "en-001", "en-x-plain"];
    let of_english = of_english.into_iter().chain(["en-u-ca-gregory-nu-latn", "en-a-bc-x-1"]);
    let none = [
        "",
        "x",
        "x-en",
        "english",
        "en_GB",
        "en GB",
        "en-",
        "en--GB",
        "-en",
        "en-UK",
        "i-klingon",
    ];
    let none = none.into_iter().chain(["en-GB-GB", "en-x", "en-u", "en-u-ca-u-nu", "en-u-cäsar"]);
    let none = none.chain(["en-oxendict-oxendict", "und", "zh-cmn", "en-abcdefghi", "e", "1n"]);
    let site = |language: &str| {
        let folder = Folder::with_sunderland();
        folder.write("site.toml", format!("title = \"Letters\"\nlanguage = \"{language}\"\n"));
        folder
    };
    for language in of_english {
        site(language).run(&["check", "--quiet"]).expect(0);
    }
    for language in none {
        let Run { stderr, .. } = site(language).run(&["check"]).expect(2);
        assert!(stderr.contains("error[bad-setting]"), "{language}: {stderr}");
        assert!(stderr.contains("site.toml:2:12") && stderr.contains("help: write"), "{stderr}");
    }
}

#[test]
fn a_language_lacks_no_message() {
    let folder = own_theme();
    folder.write("site.toml", "title = \"Letters\"\ntheme = \"own\"\nlanguage = \"de\"\n");
    folder.write("themes/own/i18n/en.ftl", "greeting = Hello\n");
    let Run { stderr, .. } = folder.run(&["check"]).expect(2);
    assert!(stderr.contains("error[unknown-language]"), "{stderr}");
    assert!(stderr.contains("site.toml:3:12"), "{stderr}");
    let english = fs::read_to_string(repository().join("themes/plain/i18n/en.ftl")).expect("it");
    folder.write("i18n/de.ftl", english.replace("\nall_letters = All letters\n", "\n"));
    let Run { stderr, .. } = folder.run(&["check"]).expect(2);
    assert!(stderr.contains("in `de` there is no `all_letters`"), "{stderr}");
    assert!(stderr.contains("i18n/de.ftl:1:1"), "{stderr}");
    assert!(stderr.contains("in `de` there is no `greeting`"), "{stderr}");
    assert!(stderr.contains("themes/own/i18n/de.ftl"), "{stderr}");
    folder.write("i18n/de.ftl", english).write("themes/own/i18n/de.ftl", "greeting = Hallo\n");
    folder.run(&["check"]).expect(0);
}

/// What a template of a theme of one's own makes of this; or what is told of it.
fn made(template: &str) -> Result<String, String> {
    let folder = own_theme();
    folder.write("themes/own/templates/home.html", template);
    let Run { code, stderr, .. } = folder.run(&["build"]);
    let page = || fs::read_to_string(folder.path().join("public/index.html")).expect("a page");
    if code == Some(0) { Ok(page()) } else { Err(stderr) }
}

#[test]
fn templates_ask_for_messages() {
    let page = made("{{ messages.all }}, {{ message(id=\"finding_number\", number=3) }}");
    assert_eq!(page.expect("a page"), "All, Finding 3");
    let page =
        made("{{ message(id=\"title_on_site\", title=\"<b>\", site=(\"<i>x</i>\" | safe)) }}");
    assert_eq!(
        page.expect("a page"),
        "&lt;b&gt; – <i>x</i>",
        "what is HTML stays, all else is not"
    );
    let cases = [
        ("{{ messages.al }}", "al"),
        ("{{ message(id=\"finding_numbr\", number=3) }}", "did you mean `finding_number`"),
        ("{{ message(id=\"finding_number\") }}", "the message `finding_number` needs `number`"),
        ("{{ message(id=\"finding_number\", number=[1]) }}", "neither a text nor a number"),
        ("{{ message(number=1) }}", "id"),
    ];
    for (template, words) in cases {
        let told = made(template).expect_err(template);
        assert!(told.contains(words), "{template}: {told}");
        assert!(told.contains("themes/own/templates/home.html:1:"), "{template}: {told}");
    }
}
