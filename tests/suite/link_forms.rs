//! Links as people write them: which lead somewhere, where, and what is said of the others.

use std::fs;

use scraper::{Html, Selector};

use crate::folder::{Folder, Run, letter_with};

const LETTER: &str = "content/authorities/sunderland/visit-2.md";

/// A site whose second letter has these links, and files beside it.
fn site(links: &[&str]) -> Folder {
    let folder = Folder::with_sunderland();
    let links: Vec<String> = links.iter().map(|link| format!("[a link](<{link}>)")).collect();
    folder.write(LETTER, letter_with(&links.join("\n")));
    for name in ["report.pdf", "data.csv", "chart.png", "Chart.JPG", "SCAN.PDF", "Map.WebP"] {
        folder.write(&format!("content/authorities/sunderland/{name}"), name);
    }
    let draft = letter_with("A draft.").replace("visit: 2", "visit: 3\ndraft: true");
    folder.write("content/authorities/sunderland/later.md", draft);
    folder
}

/// Where a link leads, on the letter's page.
const WORKING: &[(&str, &str)] = &[
    ("report.pdf#page=3", "../report.pdf#page=3"),
    ("report.pdf?v=2", "../report.pdf?v=2"),
    ("report.pdf?v=2#page=3", "../report.pdf?v=2#page=3"),
    ("data.csv#row=2", "../data.csv#row=2"),
    ("chart.png#x", "../chart.png#x"),
    ("/authorities/sunderland/chart.png?x", "../chart.png?x"),
    ("Chart.JPG", "../Chart.JPG"),
    ("SCAN.PDF#page=2", "../SCAN.PDF#page=2"),
    ("Map.WebP", "../Map.WebP"),
    ("SCAN%2EPDF", "../SCAN.PDF"),
    ("/search/?q=plans&topic=Planning", "../../../search/?q=plans&topic=Planning"),
    ("/search?q=a:b/c", "../../../search/?q=a:b/c"),
    ("/about/?x#y", "../../../about/?x#y"),
    ("authority.md?plain=1", "../?plain=1"),
    ("visit-1.md?plain=1#leadership-1", "../visit-1/?plain=1#leadership-1"),
    ("authority.md?plain=1#thresholds-1", "../visit-1/?plain=1#thresholds-1"),
    ("?plain=1", "./?plain=1"),
    (".", "../"),
    ("./", "../"),
    ("../sunderland/", "../"),
    ("../sunderland", "../"),
    ("../sunderland/#leadership-1", "#leadership-1"),
    ("..", "../../"),
    ("../../topics", "../../../findings/"),
    ("../../topics/leadership", "../../../findings/leadership/"),
    ("../../pages/about", "../../../about/"),
    ("visit-1/", "../visit-1/"),
    ("tel:+441915205555", "tel:+441915205555"),
    ("TEL:0191-520-5555", "TEL:0191-520-5555"),
    ("mailto:a@example.org", "mailto:a@example.org"),
];

#[test]
fn links_of_many_forms_lead_where_they_say() {
    let folder = site(&WORKING.iter().map(|(link, _)| *link).collect::<Vec<_>>());
    let Run { stderr, .. } = folder.run(&["build"]).expect(0);
    assert!(!stderr.contains("unlinked-file"), "{stderr}");
    let page = folder.path().join("public/authorities/sunderland/visit-2/index.html");
    let page = Html::parse_document(&fs::read_to_string(page).expect("the page"));
    let selector = Selector::parse("a").expect("a selector");
    let links = page.select(&selector).filter(|link| link.text().collect::<String>() == "a link");
    let links: Vec<&str> = links.filter_map(|link| link.attr("href")).collect();
    let shown = &links[..WORKING.len()];
    for ((written, wanted), shown) in WORKING.iter().zip(shown) {
        assert_eq!(shown, wanted, "{written}");
    }
    for name in ["report.pdf", "data.csv", "chart.png", "Chart.JPG", "SCAN.PDF", "Map.WebP"] {
        assert!(folder.path().join("public/authorities/sunderland").join(name).exists(), "{name}");
    }
}

/// What is said of a link that leads nowhere.
const DEAD: &[(&str, &str)] = &[
    ("a.b@example.org", "did you mean `mailto:a.b@example.org`?"),
    ("a@example.org?subject=x", "did you mean `mailto:a@example.org?subject=x`?"),
    ("www.gov.uk/x", "did you mean `https://www.gov.uk/x`?"),
    ("example.org", "did you mean `https://example.org`?"),
    ("01915205555", "did you mean `tel:01915205555`?"),
    ("later.md", "`content/authorities/sunderland/later.md` is a draft"),
    ("later.md#leadership-1", "`content/authorities/sunderland/later.md` is a draft"),
    ("/authorities/sunderland/later/", "`content/authorities/sunderland/later.md` is a draft"),
    ("chart.PNG", "did you mean `chart.png`?"),
    ("report2.pdf#page=3", "did you mean `report.pdf#page=3`?"),
    ("/serach/?q=x", "did you mean `/search/?q=x`?"),
    ("../durham/", "there is no file `content/authorities/durham`"),
    ("sms:123", "`tel:`"),
];

#[test]
fn links_that_lead_nowhere_are_told_with_what_was_meant() {
    for (link, help) in DEAD {
        let told = site(&[link, "chart.png", "data.csv"]).run(&["check"]).expect(1).stderr;
        assert!(told.contains(help), "{link}: {told}");
        assert!(told.contains("1 error"), "{link}: {told}");
    }
}

#[test]
fn a_draft_is_led_to_where_drafts_are_shown() {
    let folder = site(&["later.md"]);
    folder.run(&["check", "--drafts"]).expect(0);
    let authority = "---\nname: Sunderland\nregion: North East\ninspections:\n  - published: 2015-07\n    overall: \
                     inadequate\nevents:\n  - date: 2017-04\n    text: A change.\n    letter: later\n---\nA city.\n";
    folder.write(LETTER, letter_with("Words."));
    folder.write("content/authorities/sunderland/authority.md", authority);
    let told = folder.run(&["check"]).expect(1).stderr;
    assert!(told.contains("the letter `later` is a draft"), "{told}");
    let follows = "text: Leaders lead.\n    follows: later#leadership-1";
    folder.write(
        "content/authorities/sunderland/authority.md",
        authority.replace("    letter: later\n", ""),
    );
    folder.write(LETTER, letter_with("Words.").replace("text: Leaders lead.", follows));
    let told = folder.run(&["check"]).expect(1).stderr;
    assert!(told.contains("the letter `later` is a draft"), "{told}");
}

/// A name that cannot be published is told once, at the file, with the one to give; whichever way the link has it.
#[test]
fn names_with_spaces_are_told_once() {
    for link in ["my chart (1).PNG", "my%20chart%20(1).PNG", "my-chart-1.PNG"] {
        let folder = site(&[link]);
        folder.write("content/authorities/sunderland/my chart (1).PNG", "a picture");
        let told = folder.run(&["check"]).expect(1).stderr;
        assert!(told.contains("name it `my-chart-1.PNG`"), "{told}");
        assert!(told.contains("1 error"), "{told}");
    }
    let folder = site(&["my-chart-1.PNG"]);
    folder.write("content/authorities/sunderland/my-chart-1.PNG", "a picture");
    folder.run(&["check"]).expect(0);
}

/// Through the authority, a finding can be linked to in whatever letter it is.
#[test]
fn a_finding_of_a_draft_is_said_to_be_one() {
    let folder = site(&["authority.md#plans-late", "chart.png", "data.csv"]);
    let draft = letter_with("A draft.").replace("visit: 2", "visit: 3\ndraft: true");
    let draft = draft.replace("  - polarity", "  - id: plans-late\n    polarity");
    folder.write("content/authorities/sunderland/later.md", draft);
    let told = folder.run(&["check"]).expect(1).stderr;
    assert!(told.contains("`content/authorities/sunderland/later.md` is a draft"), "{told}");
    assert!(told.contains("1 error"), "{told}");
    folder.run(&["check", "--drafts"]).expect(0);
}

/// A `#` in the name of a branch would begin an anchor.
#[test]
fn edit_links_name_the_branch_as_an_address_does() {
    let folder = site(&[]);
    let settings = fs::read_to_string(folder.path().join("site.toml")).expect("settings");
    let repository = "[repository]\nurl = \"https://git.example/a/b\"\nbranch = \"fix/a#b é?\"\n";
    folder.write("site.toml", format!("{settings}\n{repository}"));
    folder.run(&["build"]).expect(0);
    let page = folder.path().join("public/authorities/sunderland/visit-2/index.html");
    let page = fs::read_to_string(page).expect("the page");
    let wanted = "https://git.example/a/b/edit/fix/a%23b%20%C3%A9%3F/content/authorities/sunderland/visit-2.md";
    assert!(page.contains(wanted), "{page}");
}
