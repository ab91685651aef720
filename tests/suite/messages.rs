//! Tables of messages: what pages say in a language, who overrules whom, and what is told of mistakes in them.

use std::fs;

use crate::folder::{Folder, Run, repository};
use crate::template_limits::own_theme;

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
