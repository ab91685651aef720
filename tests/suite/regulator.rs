//! `[regulator]` of `site.toml`: a site says of its regulator what is written there, and nothing of any other.

use letterpress::Site;
use letterpress::plan::Route;

use crate::folder::{Folder, sunderland};

const REPOSITORY: &str = "[repository]\nurl = \"https://letters.example/repository\"\n";

/// A regulator elsewhere.
const ESTYN: &str = "[regulator]\n\
    name = \"Estyn & others\"\n\
    url = \"https://letters.example/regulator\"\n\
    service = \"education\"\n\
    recipient = { one = \"authority\", other = \"authorities\", all = \"authorities that run schools\" }\n\
    letter = { one = \"outcome letter\", other = \"outcome letters\" }\n\
    licence = \"Some <licence>\"\n\
    licence_id = \"CC-BY-4.0\"\n\
    licence_url = \"https://letters.example/licence?a=1&b=2\"\n\
    licence_terms = \"name us\"\n\
    licence_sentence = \"Used under the {licence} with thanks.\"\n";

fn site_with(theme: &str, settings: &str) -> Site {
    folder_with(theme, settings).load().0
}

fn folder_with(theme: &str, settings: &str) -> Folder {
    let folder = Folder::new();
    for content in ["authorities", "topics"] {
        let content = format!("content/{content}");
        folder.copy(&sunderland().join(&content), &content);
    }
    let title = "title = \"Letters\"\nbase_url = \"https://letters.example/\"\n";
    folder.write("site.toml", format!("{title}theme = \"{theme}\"\n{settings}"));
    folder
}

fn text(site: &Site, address: &str) -> String {
    let bytes = site.render(&Route::new(address));
    String::from_utf8(bytes.unwrap_or_else(|error| panic!("{address}: {}", error.message)))
        .expect("UTF-8")
}

/// All that the site says, each file with its address.
fn all(site: &Site) -> Vec<(String, String)> {
    let bytes = |route: &Route| site.render(route).expect("a file");
    let text = |route| String::from_utf8_lossy(&bytes(route)).into_owned();
    site.routes().into_iter().map(|route| (route.to_string(), text(route))).collect()
}

#[test]
fn without_a_regulator_none_is_named_and_no_licence() {
    for theme in ["plain", "gazette"] {
        let site = site_with(theme, "");
        for (address, text) in all(&site) {
            for word in ["published by", "endorsed by", "licensed under", "icence", "\"license\""] {
                assert!(!text.contains(word), "{theme} {address}: {word}");
            }
        }
        let home = text(&site, "/");
        assert!(theme == "plain" || home.contains("write a letter to the authority: "), "{home}");
        assert!(theme == "plain" || home.contains("Find an authority"), "{home}");
        let package = text(&site, "/data/datapackage.json");
        assert!(!package.contains("\"sources\"") && !package.contains("\"licenses\""), "{package}");
        let letter = text(&site, "/authorities/sunderland/2021-05-11-focused-visit/index.md");
        assert!(letter.contains("The letter itself: ["), "{letter}");
        assert!(text(&site, "/findings/").contains("What inspectors found, finding by finding"));
        assert!(text(&site, "/measures/").contains("letters state, over time"));
        assert!(text(&site, "/data/").contains("Authorities that the site has something on."));
    }
}

#[test]
fn a_regulator_is_named_in_all_that_says_who_wrote_the_letters() {
    for theme in ["plain", "gazette"] {
        let site = site_with(theme, ESTYN);
        for address in ["/", "/letters/", "/data/", "/404.html"] {
            let page = text(&site, address);
            let footer = page.split_once("<footer").expect("a footer").1;
            assert!(footer.contains("outcome letters published by Estyn &amp; others"), "{footer}");
            assert!(
                footer.contains("endorsed by Estyn &amp; others or any authority."),
                "{footer}"
            );
            assert!(
                footer.contains(
                    "Used under the <a href=\"https://letters.example/licence?a=1&amp;b=2\">Some \
                     &lt;licence&gt;</a> with thanks."
                ),
                "{footer}"
            );
        }
        let data = text(&site, "/data/");
        assert!(data.contains("Some &lt;licence&gt;</a>: name us. These files"), "{data}");
        assert!(data.contains("Authorities that run schools that the site has something on."));
        assert!(text(&site, "/findings/").contains("What inspectors found in education, finding"));
        assert!(text(&site, "/measures/").contains("letters state of education, over time"));
        for (address, text) in all(&site) {
            for words in ["by Ofsted", "\"Ofsted\"", "Open Government"] {
                assert!(!text.contains(words), "{theme} {address}: {words}");
            }
        }
    }
    let home = text(&site_with("gazette", ESTYN), "/");
    assert!(home.contains("write an outcome letter to the authority: "), "{home}");
    assert!(home.contains(" outcome letters to 2 authorities are summarised here"), "{home}");
}

#[test]
fn programs_are_told_of_the_regulator_and_its_licence() {
    let site = site_with("plain", ESTYN);
    let address = "/authorities/sunderland/2021-05-11-focused-visit/";
    let page = text(&site, address);
    let publisher =
        "\"publisher\":{\"@type\":\"GovernmentOrganization\",\"name\":\"Estyn \\u0026 others\"}";
    assert!(page.contains(publisher), "{page}");
    assert!(
        page.contains("\"license\":\"https://letters.example/licence?a=1\\u0026b=2\""),
        "{page}"
    );
    assert!(page.contains(", outcome letter\""), "{page}");
    let twin = text(&site, &format!("{address}index.md"));
    assert!(twin.contains("The outcome letter itself, published by Estyn \\& others: "), "{twin}");
    let json = |address: &str| -> serde_json::Value {
        serde_json::from_str(&text(&site, address)).expect("JSON")
    };
    let package = json("/data/datapackage.json");
    assert_eq!(
        package["licenses"],
        serde_json::json!([{
            "name": "CC-BY-4.0",
            "title": "Some <licence>",
            "path": "https://letters.example/licence?a=1&b=2",
        }])
    );
    assert_eq!(
        package["sources"],
        serde_json::json!([{
            "title": "Outcome letters and reports published by Estyn & others, each named in the column `source`",
            "path": "https://letters.example/regulator",
        }])
    );
    for address in ["/data/site.json", "/data/authorities/sunderland.json"] {
        assert_eq!(json(address)["licence"], "https://letters.example/licence?a=1&b=2");
    }
}

#[test]
fn a_name_is_enough_for_a_regulator_and_for_a_licence() {
    let site = site_with("gazette", "[regulator]\nname = \"Estyn\"\nlicence = \"Any licence\"\n");
    let home = text(&site, "/");
    assert!(home.contains("Summaries of letters published by Estyn, in our own words."), "{home}");
    assert!(!home.contains("Any licence"), "no sentence is made up: {home}");
    assert!(text(&site, "/data/").contains("<p>The licence is the Any licence. These files"));
    let package = text(&site, "/data/datapackage.json");
    assert!(
        !package.contains("\"licenses\""),
        "the standard asks for a name for programs: {package}"
    );
    assert!(package.contains("\"sources\":[{\"title\":\"Letters and reports published by Estyn"));
}

#[test]
fn a_theme_can_replace_the_footer_and_what_it_says_of_the_regulator() {
    for (block, stays) in [("footer", false), ("regulator", true)] {
        for theme in ["plain", "gazette"] {
            let folder = folder_with("own", &format!("{ESTYN}{REPOSITORY}"));
            let manifest = format!("name = \"own\"\nextends = \"{theme}\"\n");
            folder.write("themes/own/theme.toml", manifest);
            folder.write(
                "themes/own/templates/base.html",
                format!(
                    "{{% extends \"themes/{theme}/templates/base.html\" %}}\n\
                     {{% block {block} %}}<p>All its own.</p>{{% endblock {block} %}}\n"
                ),
            );
            let (site, report) = folder.load();
            assert!(!report.has_errors(), "{:#?}", report.diagnostics());
            let page = text(&site, "/letters/");
            let footer = page.split_once("<footer").expect("a footer").1;
            assert!(footer.contains("<p>All its own.</p>"), "{theme} {block}: {footer}");
            assert!(!footer.contains("Estyn"), "{theme} {block}: {footer}");
            assert_eq!(footer.contains("Source of this site"), stays, "{theme} {block}: {footer}");
        }
    }
}

#[test]
fn an_unknown_setting_is_told_with_the_one_that_was_meant() {
    for (settings, meant) in [
        ("[regulator]\nname = \"a\"\nlicense = \"b\"\n", "licence"),
        ("[regulator]\nname = \"a\"\nletter = { one = \"b\", othr = \"c\" }\n", "other"),
        (
            "[regulator]\nname = \"a\"\nrecipient = { one = \"b\", other = \"c\", al = \"d\" }\n",
            "all",
        ),
        ("[regulater]\nname = \"a\"\n", "regulator"),
        ("[search]\nenable = true\n", "enabled"),
        ("[repository]\nurl = \"https://letters.example\"\nbrunch = \"main\"\n", "branch"),
        ("[feeds]\nlimits = 1\n", "limit"),
        ("[measures]\nper-page = 1\n", "per_page"),
        ("[theme]\nnam = \"plain\"\n", "name"),
        ("languages = \"cy\"\n", "language"),
    ] {
        let folder = Folder::with_sunderland();
        folder.write("site.toml", format!("title = \"Letters\"\n{settings}"));
        let told = folder.run(&["check"]).expect(2).stderr;
        assert!(told.contains(&format!("did you mean `{meant}`?")), "{settings}: {told}");
    }
}
