//! What the site gives away: tables that hold together, each finding everywhere once, nothing that runs.

use std::collections::{BTreeMap, BTreeSet};

use letterpress::Site;
use letterpress::plan::{DataTable, FileKind, FindingsList, PageKind, Route, Target};
use regex::Regex;
use scraper::{Html, Selector};
use serde_json::Value;

use crate::entry_points::writers::without_guards;
use crate::folder::{Folder, load, repository, sunderland};
use crate::repository_content::own_sites;

/// A table: its columns, and each row by column.
pub(crate) struct Table {
    columns: Vec<String>,
    pub(crate) rows: Vec<BTreeMap<String, String>>,
}

fn bytes(site: &Site, address: &str) -> Vec<u8> {
    let route = Route::new(address);
    site.render(&route).unwrap_or_else(|error| panic!("{address}: {}", error.message))
}

pub(crate) fn table(site: &Site, name: &str) -> Table {
    let bytes = bytes(site, &format!("/data/{name}.csv"));
    let mut reader = csv::Reader::from_reader(bytes.as_slice());
    let columns: Vec<String> = reader.headers().expect("names").iter().map(str::to_owned).collect();
    let rows = reader.into_records().map(|record| {
        let record = record.expect("a row as long as the others");
        columns.iter().cloned().zip(record.iter().map(str::to_owned)).collect()
    });
    Table { rows: rows.collect(), columns }
}

fn json(site: &Site, address: &str) -> Value {
    serde_json::from_slice(&bytes(site, address))
        .unwrap_or_else(|error| panic!("{address}: {error}"))
}

/// The columns of a table whose dates are said to be in EDTF.
pub(crate) fn columns_in_edtf(site: &Site, name: &str) -> Vec<String> {
    let package = json(site, "/data/datapackage.json");
    let resource = list(&package["resources"]).iter().find(|it| it["name"] == name);
    let fields = list(&resource.expect("the table")["schema"]["fields"]);
    let columns = fields.iter().filter(|it| text(&it["description"]).contains("EDTF"));
    columns.map(|it| text(&it["name"]).to_owned()).collect()
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_else(|| panic!("{value} is not a text"))
}

fn list(value: &Value) -> &[Value] {
    value.as_array().unwrap_or_else(|| panic!("{value} is not a list"))
}

/// The path of each finding as the content has it, with the authorities and the topics that it is on.
fn findings(site: &Site) -> BTreeMap<String, (BTreeSet<String>, BTreeSet<String>)> {
    let mut all = BTreeMap::new();
    for letter in &site.archive().letters {
        for finding in &letter.findings {
            let path = format!("authorities/{}/{}/#{}", letter.folder, letter.slug, finding.id);
            let authorities = letter.authorities.iter().map(ToString::to_string).collect();
            let topics = finding.topics.iter().map(ToString::to_string).collect();
            assert!(all.insert(path, (authorities, topics)).is_none());
        }
    }
    all
}

fn counted(paths: impl IntoIterator<Item = String>) -> BTreeMap<String, usize> {
    let mut counts = BTreeMap::new();
    for path in paths {
        *counts.entry(path).or_default() += 1;
    }
    counts
}

/// Each of the findings that is to be there, once, and no other.
fn once(paths: impl IntoIterator<Item = String>) -> BTreeMap<String, usize> {
    paths.into_iter().map(|path| (path, 1)).collect()
}

/// The findings that a page's cards link to, by their paths from the site's root.
fn permalinks(html: &[u8], route: &Route) -> Vec<String> {
    let here = url::Url::parse(&format!("https://host.example{route}")).expect("an address");
    let page = Html::parse_document(std::str::from_utf8(html).expect("UTF-8"));
    let links = Selector::parse("main .listing li > a").expect("a selector");
    let hrefs = page.select(&links).map(|link| link.attr("href").expect("an address"));
    let urls = hrefs.map(|href| here.join(href).expect("an address").to_string());
    urls.map(|it| it.trim_start_matches("https://host.example/").to_owned()).collect()
}

/// The findings on all pages of a topic's list, taken together.
fn on_pages_of_topic(site: &Site, slug: &str) -> Vec<String> {
    let is_of_topic = |list: &FindingsList| {
        let of = list.topic.map(|id| site.archive().topic(id).slug.as_str());
        of == Some(slug) && list.polarity.is_none()
    };
    let pages = site
        .plan()
        .routes()
        .filter(|(_, target)| matches!(target, Target::Page(PageKind::FindingsList(list)) if is_of_topic(list)));
    pages.flat_map(|(route, _)| permalinks(&site.render(route).expect("a page"), route)).collect()
}

#[test]
fn every_finding_is_everywhere_where_it_belongs_and_once() {
    for folder in own_sites() {
        let (site, _) = folder.load();
        let all = findings(&site);
        assert!(!all.is_empty(), "findings are counted");

        let root = &site.settings().base_url;
        let path = |row: BTreeMap<String, String>| row["url"].strip_prefix(root).map(str::to_owned);
        let rows = table(&site, "findings").rows.into_iter();
        assert_eq!(
            counted(rows.map(|row| path(row).expect("on the site"))),
            once(all.keys().cloned())
        );

        let records = site.search_records().into_iter().map(|record| record.path);
        let records = records.filter(|path| path.contains('#'));
        assert_eq!(counted(records), once(all.keys().cloned()), "in the search index");

        for authority in &site.archive().authorities {
            let slug = authority.slug.as_str();
            let file = json(&site, &format!("/data/authorities/{slug}.json"));
            let letters = list(&file["authority"]["letters"]);
            let path = |letter: &Value, finding: &Value| {
                format!("{}#{}", text(&letter["path"]), text(&finding["finding"]))
            };
            let paths = letters.iter().flat_map(|letter| {
                list(&letter["findings"]).iter().map(move |finding| path(letter, finding))
            });
            let here = all.iter().filter(|(_, (authorities, _))| authorities.contains(slug));
            assert_eq!(counted(paths), once(here.map(|(path, _)| path.clone())), "{slug}.json");
        }
        for topic in &site.archive().topics {
            let slug = topic.slug.as_str();
            let here = all.iter().filter(|(_, (_, topics))| topics.contains(slug));
            assert_eq!(
                counted(on_pages_of_topic(&site, slug)),
                once(here.map(|(path, _)| path.clone())),
                "the pages of {slug}"
            );
        }
        for letter in &site.archive().letters {
            let route = Route::letter(letter);
            let path = route.path();
            let page = bytes(&site, route.as_str());
            let page = Html::parse_document(std::str::from_utf8(&page).expect("UTF-8"));
            let cards = Selector::parse("main .listing li[id]").expect("a selector");
            let cards = page.select(&cards).filter_map(|card| card.attr("id"));
            let here = all.keys().filter(|finding| finding.split('#').next() == Some(path));
            let shown = counted(cards.map(|id| format!("{path}#{id}")));
            assert_eq!(shown, once(here.cloned()), "{route}");
        }
    }
}

#[test]
fn every_finding_is_counted_once_under_each_of_its_topics() {
    for folder in own_sites() {
        let (site, _) = folder.load();
        let archive = site.archive();
        let counts = &site.indexes().findings;
        let under_topics = archive.topic_ids().map(|(id, _)| counts.counts(Some(id)).total());
        let findings = || archive.letters.iter().flat_map(|letter| &letter.findings);
        let topics = findings().map(|finding| finding.topics.len());
        assert_eq!(under_topics.sum::<usize>(), topics.sum::<usize>());
        assert_eq!(counts.all().len(), findings().count());
    }
}

/// Holds a cell against what the package says of its column.
fn check_cell(field: &Value, cell: &str, place: &str) {
    let constraints = &field["constraints"];
    if cell.is_empty() {
        assert!(constraints["required"].is_null(), "{place} is empty");
        return;
    }
    let is_of_type = match text(&field["type"]) {
        "string" => true,
        "integer" => cell.parse::<i64>().is_ok_and(|number| {
            constraints["minimum"].as_i64().is_none_or(|least| number >= least)
        }),
        "number" => cell.parse::<f64>().is_ok(),
        "boolean" => cell == "true" || cell == "false",
        "date" => Regex::new(r"^\d{4}-\d\d-\d\d$").expect("a pattern").is_match(cell),
        other => panic!("{other} is not used"),
    };
    assert!(is_of_type, "{place}: {cell}");
    if let Some(words) = constraints["enum"].as_array() {
        assert!(words.iter().any(|word| word == cell), "{place}: {cell} is not of {words:?}");
    }
    if let Some(pattern) = constraints["pattern"].as_str() {
        let pattern = Regex::new(&format!("^(?:{pattern})$")).expect("a pattern");
        assert!(pattern.is_match(cell), "{place}: {cell}");
    }
}

fn columns(row: &BTreeMap<String, String>, names: &Value) -> Vec<String> {
    list(names).iter().map(|name| row[text(name)].clone()).collect()
}

/// Holds every table against the package: columns, types, words, keys.
fn check_package(site: &Site) -> usize {
    let package = json(site, "/data/datapackage.json");
    let resources = list(&package["resources"]);
    assert_eq!(resources.len(), DataTable::ALL.len());
    let tables: BTreeMap<&str, Table> =
        resources.iter().map(|it| (text(&it["name"]), table(site, text(&it["name"])))).collect();
    for resource in resources {
        let (name, schema) = (text(&resource["name"]), &resource["schema"]);
        let Table { columns: named, rows } = &tables[name];
        let fields = list(&schema["fields"]);
        assert_eq!(named, &fields.iter().map(|it| text(&it["name"])).collect::<Vec<&str>>());
        let mut keys = BTreeSet::new();
        for row in rows {
            for field in fields {
                let column = text(&field["name"]);
                check_cell(field, &row[column], &format!("{name}, {column}"));
            }
            let key = columns(row, &schema["primaryKey"]);
            assert!(keys.insert(key.clone()), "{name} has {key:?} twice");
        }
        for link in schema["foreignKeys"].as_array().unwrap_or(&Vec::new()) {
            let other = &tables[text(&link["reference"]["resource"])].rows;
            let there: BTreeSet<Vec<String>> =
                other.iter().map(|row| columns(row, &link["reference"]["fields"])).collect();
            for row in rows {
                let here = columns(row, &link["fields"]);
                let is_empty = here.iter().all(String::is_empty);
                assert!(is_empty || there.contains(&here), "{name}: {here:?} is nowhere");
            }
        }
    }
    tables.values().map(|table| table.rows.len()).sum()
}

#[test]
fn the_tables_are_what_the_package_says() {
    for folder in own_sites() {
        assert!(check_package(&folder.load().0) > 0, "the rows are looked at");
    }
    for name in ["one-letter", "two-authorities", "dates", "empty", "look-vague-dates"] {
        check_package(&load(&repository().join("tests/sites").join(name).join("in")).0);
    }
}

#[test]
fn the_index_counts_what_the_tables_hold_and_names_what_there_is() {
    for folder in own_sites() {
        let (site, _) = folder.load();
        let index = json(&site, "/data/site.json");
        for each in list(&index["tables"]) {
            assert_eq!(each["rows"], table(&site, text(&each["name"])).rows.len());
        }
        assert_eq!(list(&index["authorities"]).len(), site.archive().authorities.len());
        assert_eq!(list(&index["topics"]).len(), site.archive().topics.len());
        fn addresses(value: &Value, found: &mut Vec<String>) {
            match value {
                Value::String(text) => found.extend(text.starts_with("http").then(|| text.clone())),
                Value::Array(items) => items.iter().for_each(|item| addresses(item, found)),
                Value::Object(entries) => entries.values().for_each(|item| addresses(item, found)),
                Value::Null | Value::Bool(_) | Value::Number(_) => {}
            }
        }
        let mut found = Vec::new();
        addresses(&index, &mut found);
        let here: Vec<&str> = found
            .iter()
            .filter_map(|it| it.strip_prefix(site.settings().base_url.as_str()))
            .collect();
        assert!(!here.is_empty(), "addresses are looked at");
        for path in here {
            assert!(site.plan().target(&Route::new(format!("/{path}"))).is_some(), "{path}");
        }
    }
}

#[test]
fn the_page_on_the_data_names_every_column_and_word() {
    let (site, _) = load(&sunderland());
    let page = String::from_utf8(bytes(&site, "/data/")).expect("UTF-8");
    for resource in list(&json(&site, "/data/datapackage.json")["resources"]) {
        assert!(page.contains(&format!("data/{}\"", text(&resource["path"]))));
        for field in list(&resource["schema"]["fields"]) {
            let words = field["constraints"]["enum"].as_array().cloned().unwrap_or_default();
            for word in words.iter().chain([&field["name"]]) {
                assert!(page.contains(&format!("<code>{}</code>", text(word))), "{word}");
            }
        }
    }
}

/// A letter whose every text would be a formula.
fn with_formulas(starts: &[&str]) -> Folder {
    let folder = Folder::with_sunderland();
    let quoted = |start: &str| serde_json::to_string(&format!("{start}1+1|x")).expect("a text");
    let each: Vec<String> = starts.iter().map(|start| quoted(start)).collect();
    let findings: String = each
        .iter()
        .map(|it| {
            format!("  - {{polarity: mixed, topics: [thresholds], text: {it}, subject: {it}}}\n")
        })
        .collect();
    folder.write(
        "content/authorities/sunderland/formulas.md",
        format!(
            "---\nkind: focused-visit\non_site: 2019\ndated: 2019\nareas: [{0}]\nprogress: {{words: {0}}}\n\
             findings:\n{findings}measures:\n  - {{id: debt, label: {0}, unit: count, better: lower, \
             points: {{2019-01: -5}}}}\n---\n",
            each[0]
        ),
    );
    folder
}

#[test]
fn no_cell_is_a_formula_and_every_number_is_one() {
    let starts = ["=", "+", "-", "@", "\t=", "\r=", "'=", " =", "＝", "''@"];
    let (site, _) = with_formulas(&starts).load();
    for name in DataTable::ALL.iter().map(|table| table.name()) {
        let Table { columns, rows } = table(&site, name);
        for (column, cell) in rows.iter().flatten() {
            let is_number = cell.parse::<f64>().is_ok();
            let is_formula = cell.starts_with(['=', '+', '-', '@', '\t', '\r', '＝']);
            assert!(!is_formula || is_number, "{name}, {column}: {cell}");
        }
        assert!(!columns.is_empty());
    }
    assert_eq!(table(&site, "measures").rows[0]["value"], "-5");
    let findings = table(&site, "findings").rows;
    let subjects: Vec<String> = findings
        .iter()
        .filter(|row| row["letter"] == "formulas")
        .inspect(|row| assert!(row["subject"].starts_with('\''), "{row:?}"))
        .map(|row| without_guards(&row["subject"]))
        .collect();
    assert_eq!(subjects.len(), starts.len());
    let file = json(&site, "/data/authorities/sunderland.json");
    let letters = list(&file["authority"]["letters"]);
    let letter = letters.iter().find(|it| it["letter"] == "formulas").expect("the letter");
    let in_json: Vec<&str> =
        list(&letter["findings"]).iter().map(|it| text(&it["subject"])).collect();
    assert_eq!(subjects, in_json, "what is left without the apostrophe is the text");
    assert_eq!(letter["areas"][0], "=1+1|x");
    let row = table(&site, "letters").rows.into_iter().find(|row| row["letter"] == "formulas");
    assert_eq!(row.expect("the letter")["areas"], "'=1+1/x");
}

#[test]
fn a_letter_to_two_authorities_is_one_row_and_in_both_files() {
    let (site, _) = load(&repository().join("tests/sites/two-authorities/in"));
    assert_eq!(table(&site, "findings").rows.len(), 1);
    assert_eq!(table(&site, "letters").rows[0]["authorities"], "east-ayton|west-ayton");
    for slug in ["east-ayton", "west-ayton"] {
        let file = json(&site, &format!("/data/authorities/{slug}.json"));
        let letters = list(&file["authority"]["letters"]);
        assert_eq!(letters.len(), 1, "{slug}");
        assert_eq!(letters[0]["authority"], "east-ayton");
    }
}

#[test]
fn the_words_of_the_tables_are_those_of_the_content() {
    for folder in own_sites() {
        let (site, _) = folder.load();
        let rows = table(&site, "findings").rows;
        let mut places = rows.iter();
        for letter in &site.archive().letters {
            for (place, finding) in letter.findings.iter().enumerate() {
                let row = places.next().expect("a row");
                assert_eq!(row["polarity"], site.archive().vocabulary.word(finding.polarity));
                assert_eq!(row["number"], (place + 1).to_string());
                assert_eq!(row["on_site"], letter.on_site.edtf());
                assert_eq!(row["dated_latest"], letter.dated.latest().to_string());
                let path = format!("authorities/{}/{}/#{}", letter.folder, letter.slug, finding.id);
                assert_eq!(row["url"], format!("{}{path}", site.settings().base_url));
                assert!(!row["text"].is_empty() && !row["text"].contains("]("));
            }
        }
        assert!(places.next().is_none());
    }
}

#[test]
fn a_json_feed_has_the_entries_of_the_atom_feed_beside_it() {
    for folder in own_sites() {
        let (site, _) = folder.load();
        let mut feeds = 0;
        for (route, _) in
            site.plan().routes().filter(|(_, it)| matches!(it, Target::File(FileKind::JsonFeed(_))))
        {
            feeds += 1;
            let feed = json(&site, route.as_str());
            let atom = bytes(&site, &route.as_str().replace("feed.json", "feed.xml"));
            let atom = roxmltree::Document::parse(std::str::from_utf8(&atom).expect("UTF-8"));
            let atom = atom.expect("XML");
            let entries: Vec<_> =
                atom.descendants().filter(|it| it.has_tag_name("entry")).collect();
            assert_eq!(feed["version"], "https://jsonfeed.org/version/1.1");
            assert!(text(&feed["feed_url"]).ends_with(route.path()));
            assert!(!text(&feed["title"]).is_empty() && !text(&feed["home_page_url"]).is_empty());
            let items = list(&feed["items"]);
            assert_eq!(items.len(), entries.len(), "{route}");
            for (item, entry) in items.iter().zip(entries) {
                let of_atom = |name: &str| {
                    let part = entry.children().find(|it| it.tag_name().name() == name);
                    part.and_then(|it| it.text()).unwrap_or_default()
                };
                assert_eq!(text(&item["id"]), of_atom("id"));
                assert_eq!(text(&item["title"]), of_atom("title"));
                assert_eq!(text(&item["date_published"]), of_atom("updated"));
                assert_eq!(text(&item["content_html"]), of_atom("content"));
                assert!(!item["summary"].as_str().is_some_and(str::is_empty));
            }
        }
        let (authorities, topics) = (site.archive().authorities.len(), site.archive().topics.len());
        assert_eq!(
            feeds,
            1 + authorities + topics,
            "one of the site, of each authority, of each topic"
        );
    }
}

#[test]
fn the_sitemap_has_the_page_on_the_data_and_none_of_the_files() {
    let (site, _) = load(&sunderland());
    let sitemap = String::from_utf8(bytes(&site, "/sitemap.xml")).expect("UTF-8");
    assert!(sitemap.contains("/data/</loc>"));
    for ending in [".csv<", ".json<", ".md<"] {
        assert!(!sitemap.contains(ending), "{ending}");
    }
}
