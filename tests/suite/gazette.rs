//! What the pages of the theme for readers say of content that is out of the ordinary.

use letterpress::model::PolarityId;
use letterpress::parse::built_in_vocabulary;
use letterpress::plan::Route;
use scraper::{Html, Selector};

use crate::folder::Folder;

/// A site with one authority, written in YAML.
fn site(authority: &str) -> Folder {
    let folder = Folder::new();
    folder.write("site.toml", "title = \"Letters\"\nbase_url = \"https://letters.example/\"\n");
    folder.write(
        "content/authorities/medway/authority.md",
        format!("---\nname: Medway\n{authority}---\nOf a place.\n"),
    );
    folder.write(
        "content/topics/leadership.md",
        "---\ntitle: Leadership\ngroup: System\n---\nOf leaders.\n",
    );
    folder
}

fn page(folder: &Folder, address: &str) -> String {
    let (site, report) = folder.load();
    assert!(!report.has_errors(), "{:#?}", report.diagnostics());
    let bytes = site.render(&Route::new(address)).unwrap_or_else(|error| panic!("{error:?}"));
    String::from_utf8(bytes).expect("text")
}

fn words(html: &str, selector: &str) -> Vec<String> {
    let selector = Selector::parse(selector).expect("a selector");
    let html = Html::parse_document(html);
    let text = |element: scraper::ElementRef<'_>| element.text().collect::<String>();
    html.select(&selector)
        .map(|it| text(it).split_whitespace().collect::<Vec<_>>().join(" "))
        .collect()
}

#[test]
fn a_date_that_is_thousands_of_years_off_is_drawn_all_the_same() {
    let folder = site(
        "inspections:\n  - {published: 1000-01-01, overall: inadequate}\n  - {published: 9998-12-31, overall: good}\n",
    );
    let html = page(&folder, "/authorities/medway/");
    let years = words(&html, ".strip text:not(.first):not(.count)");
    assert!(years.contains(&"1000".to_owned()), "{years:?}");
    assert!((5..40).contains(&years.len()), "{years:?}");
    assert!(words(&html, ".strip desc")[0].contains("31 December 9998"));
}

#[test]
fn an_authority_is_on_the_map_by_its_code_a_former_code_or_its_name() {
    for code in
        ["", "gss_code: E06000035\n", "gss_code: E06000099\nformer_gss_codes: [E06000035]\n"]
    {
        let html = page(&site(code), "/authorities/");
        assert_eq!(words(&html, ".map a title"), ["Medway: 0 letters"], "{code}");
        let missing = words(&html, "section > .small").join(" ");
        assert!(missing.contains("Kent") && !missing.contains("Medway"), "{code}: {missing}");
    }
    let elsewhere = Folder::new();
    elsewhere.write("site.toml", "title = \"Letters\"\n");
    elsewhere.write("content/authorities/ayton/authority.md", "---\nname: Ayton\n---\n");
    let html = page(&elsewhere, "/authorities/");
    assert!(words(&html, ".map").is_empty() && !html.contains("Nothing here yet"), "{html}");
}

#[test]
fn the_map_has_north_at_the_top_and_east_on_the_right() {
    let folder = site("gss_code: E06000035\n");
    for (name, code) in [("Northumberland", "E06000057"), ("Cornwall", "E06000052")] {
        let path = format!("content/authorities/{}/authority.md", name.to_lowercase());
        folder.write(&path, format!("---\nname: {name}\ngss_code: {code}\n---\n"));
    }
    let html = Html::parse_document(&page(&folder, "/authorities/"));
    let place = |name: &str| -> (f64, f64) {
        let link = Selector::parse(&format!(".map a[aria-label^={name}] use")).expect("a selector");
        let cell = html.select(&link).next().expect("a cell");
        let number = |name: &str| cell.attr(name).and_then(|it| it.parse().ok()).expect("a number");
        (number("x"), number("y"))
    };
    let (medway, north, west) = (place("Medway"), place("Northumberland"), place("Cornwall"));
    assert!(west.0 < north.0 && north.0 < medway.0, "from the west");
    assert!(north.1 < medway.1 && medway.1 < west.1, "from the north");
}

#[test]
fn an_inspection_without_an_overall_grade_is_shown() {
    const NONE: &str = "No overall grade is given since April 2026";
    const AREAS: &str = "Inadequate: leadership, children who need help and protection";
    let folder = site(
        "inspections:\n  - {published: 2023-01-31, framework: ILACS, overall: requires-improvement}\n  - on_site: \
         2026-06-08/2026-06-19\n    published: 2026-08-03\n    framework: ILACS\n    judgements: {leadership: inadequate, \
         help-and-protection: inadequate, in-care: good}\n",
    );
    let html = page(&folder, "/authorities/medway/");
    let facts = words(&html, ".facts dd").join(" · ");
    assert!(facts.contains(AREAS) && facts.contains(&format!("{NONE} (3 August 2026)")), "{facts}");
    let entry = words(&html, ".timeline .inspection").join(" · ");
    assert!(entry.contains(AREAS) && entry.contains(NONE), "{entry}");
    assert!(!html.contains("not recorded"), "the report has no grade that is not here");
    let described = &words(&html, ".strip desc")[0];
    let said = format!("Inspection, 8–19 June 2026: {}. {NONE}.", AREAS.replace("Inad", "inad"));
    assert!(described.contains(&said), "{described}");
    let drawn = words(&html, ".strip text:not(.count)").join(" ");
    assert!(drawn.contains(&format!("Inspection {AREAS}")), "{drawn}");
    let row = words(&page(&folder, "/authorities/"), ".authorities tbody td").join(" · ");
    assert!(row.contains(&format!("{AREAS}. {NONE} (3 August 2026), being monitored")), "{row}");
}

#[test]
fn measures_say_what_the_letters_say() {
    let measure = |id: &str, points: &str| {
        format!(
            "  - {{id: {id}, label: {id}, topic: leadership, unit: percent, points: {{{points}}}}}\n"
        )
    };
    let letter = |dated: &str, measures: &str| {
        format!(
            "---\nkind: focused-visit\non_site: {dated}\ndated: {dated}\nsource: https://example.org/\nfindings:\n  - {{polarity: \
             strength, topics: [leadership], text: Good.}}\nmeasures:\n{measures}quotes:\n  - {{words: 'yes', speaker: 'a parent in \
             Strood, to the MASH'}}\n---\nOn it.\n"
        )
    };
    let folder = site("");
    folder.write(
        "content/authorities/medway/one.md",
        letter(
            "2020-01-01",
            &(measure("disputed", "2019-03: 60")
                + &measure("fine", "2018: 12.34, 2019-03: 12.38")
                + &measure("year-first", "2016: 90, 2016-03: 40")),
        ),
    );
    folder.write(
        "content/authorities/medway/two.md",
        letter("2021-01-01", &measure("disputed", "2019-03: 72")),
    );
    let html = page(&folder, "/authorities/medway/");
    let cards = words(&html, ".measure").join("\n");
    assert!(cards.contains("60% or 72% Letters differ"), "{cards}");
    assert!(cards.contains("Up 0.04 points"), "{cards}");
    assert!(cards.contains("90% →then 40% Down 50 points"), "{cards}");
    assert!(
        words(&html, "figcaption")
            .contains(&"A parent in Strood, to the MASH, quoted by inspectors".to_owned())
    );

    // The chart goes down too: its last point is the lower one.
    let lines = Selector::parse(".measure .line").expect("a selector");
    let html = Html::parse_document(&html);
    let line = html.select(&lines).filter_map(|line| line.attr("points")).next().expect("a line");
    let heights: Vec<f64> = line
        .split(' ')
        .map(|point| point.split_once(',').and_then(|(_, y)| y.parse().ok()).expect("a height"))
        .collect();
    assert!(heights.first() < heights.last(), "{line}");
}

#[test]
fn footnotes_have_anchors_of_their_own() {
    let folder = site("");
    folder.write(
        "content/authorities/medway/authority.md",
        "---\nname: Medway\n---\nOne[^é] and two[^è].\n\nThree[^A].\n\n| a | b | c |\n|:-|:-:|-:|\n| 1 | 2 | 3 |\n\n[^é]: First.\n[^è]: Second.\n[^a]: Third.\n",
    );
    let html = page(&folder, "/authorities/medway/");
    for note in ["note_1", "note_2", "note_3"] {
        assert_eq!(html.matches(&format!("id=\"{note}\"")).count(), 1, "{note}");
        assert_eq!(html.matches(&format!("href=\"#{note}\"")).count(), 1, "{note}");
    }
    assert!(html.contains("<td class=\"centre\">2</td><td class=\"right\">3</td>"), "{html}");
    assert!(!html.contains("style="), "{html}");
}

/// Where all findings of a list are of one kind, its name on each card comes from the stylesheet.
#[test]
fn the_stylesheet_names_kinds_as_pages_do() {
    let site = site("");
    let style = page(&site, "/style.css");
    let vocabulary = built_in_vocabulary();
    for kind in vocabulary.ids::<PolarityId>() {
        let (word, label) = (vocabulary.word(kind), vocabulary.label(kind));
        let rule = format!(".{word} {{\n  --label: \"{label}\";");
        assert!(style.contains(&rule), "{rule}");
    }
}

#[test]
fn who_is_monitored_now_is_listed() {
    let inspected = "inspections:\n  - published: 2020-03-10\n    framework: ILACS\n    overall: inadequate\n    judgements:\n      leadership: inadequate\n      help-and-protection: good\n";
    let visited = "visits:\n  - visit: 2\n    on_site: 2021-01-12\n  - on_site: 2021-05\n";
    let now = |folder: &Folder| words(&page(folder, "/monitored/"), ".monitored tbody tr");
    let folder = site(&format!("region: South East\n{inspected}{visited}"));
    // The newest date of the content is what months are counted to.
    folder.write(
        "content/authorities/kirklees/authority.md",
        "---\nname: Kirklees\ninspections:\n  - published: 2022-01-05\n    overall: good\n---\n",
    );
    let row = "Medway South East 10 March 2020 InadequateLeadership 220 May 2021 7 months";
    assert_eq!(now(&folder), [row]);
    assert!(page(&folder, "/monitored/").contains("5 January 2022"));
    // Another inspection ends it, and so does the end of the authority.
    let better = format!("{inspected}  - published: 2021-12-01\n    overall: good\n");
    let ended = format!("successors: [kirklees]\n{inspected}");
    for (authority, is_listed) in [(better, false), (ended, false), (inspected.to_owned(), true)] {
        folder.write(
            "content/authorities/medway/authority.md",
            format!("---\nname: Medway\n{authority}---\n"),
        );
        assert_eq!(!now(&folder).is_empty(), is_listed, "{authority}");
    }
    folder.write("content/authorities/medway/authority.md", "---\nname: Medway\n---\n");
    assert!(page(&folder, "/monitored/").contains("Nobody is monitored now"));
}
