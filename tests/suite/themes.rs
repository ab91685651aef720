//! What a site can choose of its theme, and what readers see chosen for them by a rule.

use std::collections::BTreeSet;

use letterpress::index::{KEY_FINDINGS, key_findings};
use letterpress::plan::Route;

use crate::folder::Folder;
use crate::repository_content::own_sites;

fn text(folder: &Folder, address: &str) -> String {
    let (site, report) = folder.load();
    assert!(!report.has_errors(), "{:#?}", report.diagnostics());
    let bytes = site.render(&Route::new(address)).unwrap_or_else(|error| panic!("{error:?}"));
    String::from_utf8(bytes).expect("text")
}

fn with_settings(settings: &str) -> Folder {
    let folder = Folder::with_sunderland();
    folder.write(
        "site.toml",
        format!("title = \"Letters\"\nbase_url = \"https://letters.example/\"\n{settings}"),
    );
    folder
}

#[test]
fn a_site_without_a_theme_of_its_own_has_the_one_for_readers() {
    let home = text(&with_settings(""), "/");
    assert!(home.contains("class=\"masthead\""), "{home}");
}

#[test]
fn colours_and_fonts_are_options() {
    let plain = text(&with_settings(""), "/style.css");
    assert!(plain.contains("--link: #0B5A6B;") && plain.contains("--link: #7CCBDB;"));
    let folder = with_settings(
        "[theme]\nname = \"gazette\"\n[theme.options]\naccent = \"#123456\"\naccent_dark = \"#abcdef\"\n\
         heading_font = '\"Some Serif\", serif'\nbody_font = \"Sans\"\nfooter = \"Kept by <us>.\"\n",
    );
    let style = text(&folder, "/style.css");
    for chosen in
        ["--link: #123456;", "--link: #abcdef;", "--serif: \"Some Serif\", serif;", "--sans: Sans;"]
    {
        assert!(style.contains(chosen), "{chosen} is not in the style");
    }
    assert!(text(&folder, "/").contains("<p>Kept by &lt;us"));
}

/// They stand in the stylesheet as they are: what would end the declaration they are in could say anything there.
#[test]
fn an_option_in_a_stylesheet_is_one_value() {
    let check = |option: &str, text: &str| {
        let table = "[theme]\nname = \"gazette\"\n[theme.options]\n";
        with_settings(&format!("{table}{option} = '''{text}'''\n")).run(&["check"])
    };
    let more = [
        "red; } body { display: none",
        "red;",
        "red }",
        "red {",
        "red /*",
        "\"Serif",
        "Bob's",
        "var(--page",
        "red)",
        "calc(1px])",
        "\\",
        "red\nblue",
    ];
    for text in more {
        for option in ["accent", "accent_dark", "heading_font", "body_font"] {
            let told = check(option, text).expect(2).stderr;
            assert!(told.contains("error[wrong-option]"), "{option}, {text}: {told}");
            assert!(told.contains("site.toml:"), "{told}");
        }
        check("footer", text).expect(0);
    }
    for text in ["rgb(11 90 107 / 90%)", "var(--ink)", "\"It's\", serif"] {
        check("accent", text).expect(0);
    }
}

#[test]
fn a_theme_of_the_site_brings_its_files_and_stands_before_the_one_it_extends() {
    let folder = with_settings(
        "[theme]\nname = \"own\"\n[theme.options]\nlogo = \"logo.svg\"\nstylesheet = \"fonts.css\"\n",
    );
    folder.write("themes/own/theme.toml", "name = \"own\"\nextends = \"gazette\"\n");
    folder.write("themes/own/static/logo.svg", "<svg/>");
    folder.write("themes/own/static/fonts.css", "@font-face {}");
    let page = text(&folder, "/authorities/sunderland/");
    assert!(page.contains("<img src=\"../../logo.svg\""), "{page}");
    assert!(page.contains("<link rel=\"stylesheet\" href=\"../../fonts.css\">"), "{page}");
    assert_eq!(text(&folder, "/fonts.css"), "@font-face {}");

    folder.write("themes/own/static/style.css", "/* its own */");
    assert_eq!(text(&folder, "/style.css"), "/* its own */");
    folder.write("themes/own/templates/static/fonts.txt", "{{ site.title }}");
    assert_eq!(text(&folder, "/fonts.txt"), "Letters");
}

#[test]
fn what_tools_leave_in_a_theme_is_not_published() {
    let folder = with_settings("theme = \"own\"\n");
    folder.write("themes/own/theme.toml", "name = \"own\"\n");
    for hidden in
        ["static/.DS_Store", "static/.git/config", ".git/config", "templates/.letter.html"]
    {
        folder.write(&format!("themes/own/{hidden}"), "\u{0}");
    }
    folder.write("themes/own/static/fonts/Serif_1.woff2", "a font");
    let (site, report) = folder.load();
    assert!(!report.has_errors(), "{:#?}", report.diagnostics());
    let routes: Vec<&str> = site.routes().into_iter().map(Route::as_str).collect();
    assert!(routes.contains(&"/fonts/Serif_1.woff2"), "{routes:?}");
    assert!(!routes.iter().any(|route| route.contains("/.")), "{routes:?}");
}

#[test]
fn a_name_that_no_address_can_have_is_told_of_a_theme_too() {
    for name in ["static/a\nb.js", "static/a b/c.css", "templates/static/a?b", "static/con.js"] {
        let folder = with_settings("theme = \"own\"\n");
        folder.write("themes/own/theme.toml", "name = \"own\"\n");
        folder.write(&format!("themes/own/{name}"), "a file");
        let told = folder.run(&["check"]).expect(2).stderr;
        assert!(told.contains("error[bad-file-name]"), "{name:?}: {told}");
    }
}

#[test]
fn links_to_edit_are_there_where_the_repository_is_known() {
    let address = "/authorities/sunderland/";
    assert!(!text(&with_settings(""), address).contains("Edit this page"));
    let folder = with_settings("[repository]\nurl = \"https://example.org/repo\"\n");
    let page = text(&folder, address);
    assert!(page.contains(
        "https://example.org/repo/edit/main/content/authorities/sunderland/authority.md"
    ));
    assert!(page.contains("https://example.org/repo/new/main/content/authorities/sunderland"));
}

#[test]
fn key_findings_are_four_with_the_first_of_each_polarity() {
    for folder in own_sites() {
        let (site, _) = folder.load();
        for letter in &site.archive().letters {
            let key = key_findings(letter);
            assert_eq!(key.len(), letter.findings.len().min(KEY_FINDINGS), "{}", letter.slug);
            let polarity = |place: &usize| letter.findings[*place].polarity;
            assert!(key.is_sorted_by_key(|place| (polarity(place), *place)), "{}", letter.slug);
            let of_letter: BTreeSet<_> = letter.findings.iter().map(|it| it.polarity).collect();
            for first in of_letter {
                let place = letter.findings.iter().position(|it| it.polarity == first);
                assert!(
                    place.is_some_and(|place| key.contains(&place)),
                    "{}: {first:?}",
                    letter.slug
                );
            }
            // What is left over goes to the polarity with most findings.
            let most = |it: &usize| {
                letter.findings.iter().filter(|each| each.polarity == polarity(it)).count()
            };
            let twice: Vec<usize> = key
                .iter()
                .filter(|place| key.iter().filter(|it| polarity(it) == polarity(place)).count() > 1)
                .map(most)
                .collect();
            let largest = key.iter().map(most).max().unwrap_or(0);
            assert!(twice.is_empty() || twice.contains(&largest), "{}", letter.slug);
        }
    }
}
