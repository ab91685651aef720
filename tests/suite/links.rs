//! Every page of this repository's own site, read as a browser reads it: no dead link, no double anchor, no error.

use std::collections::{BTreeMap, BTreeSet};

use letterpress::diagnostics::Severity;
use letterpress::{LoadOptions, Site};
use roxmltree::Document;
use scraper::{Html, Selector};

use crate::folder::Folder;
use crate::repository_content::own_sites;

/// A site, as a web server has it: the file at each path under a mount.
struct Mounted {
    mount: String,
    files: BTreeMap<String, Vec<u8>>,
}

impl Mounted {
    fn new(site: &Site, mount: &str) -> Self {
        let files = site
            .routes()
            .into_iter()
            .map(|route| {
                let bytes = site.render(route).unwrap_or_else(|error| panic!("{route}: {error:?}"));
                (route.path().to_owned(), bytes)
            })
            .collect();
        Mounted { mount: mount.to_owned(), files }
    }

    fn pages(&self) -> impl Iterator<Item = (&String, Html)> {
        self.files
            .iter()
            .filter(|(path, _)| path.is_empty() || path.ends_with('/') || path.ends_with(".html"))
            .map(|(path, bytes)| {
                (path, Html::parse_document(std::str::from_utf8(bytes).expect("UTF-8")))
            })
    }

    /// What a link on a page leads to: a path on the site and an anchor. None for other sites.
    fn resolve(&self, page: &str, href: &str) -> Option<(String, Option<String>)> {
        let base = format!("https://host.example{}{page}", self.mount);
        let url = url::Url::parse(&base).expect("an address").join(href).expect("a link");
        if url.host_str() != Some("host.example") {
            return None;
        }
        let path = url.path().strip_prefix(&self.mount);
        let path = path.unwrap_or_else(|| panic!("{page}: {href} leads out of the site"));
        Some((path.to_owned(), url.fragment().map(str::to_owned)))
    }
}

fn select<'a>(page: &'a Html, selector: &str, attribute: &'a str) -> Vec<&'a str> {
    let selector = Selector::parse(selector).expect("a selector");
    page.select(&selector).filter_map(|element| element.attr(attribute)).collect()
}

fn check_links(site: &Site, mount: &str) -> usize {
    let mounted = Mounted::new(site, mount);
    let anchors: BTreeMap<String, BTreeSet<String>> = mounted
        .pages()
        .map(|(path, page)| {
            let ids = select(&page, "[id]", "id").into_iter().map(str::to_owned).collect();
            (path.clone(), ids)
        })
        .collect();
    let mut links = 0;
    for (path, page) in mounted.pages() {
        let hrefs = select(&page, "a[href], link[href]", "href");
        let sources = select(&page, "img[src], script[src]", "src");
        for href in hrefs.into_iter().chain(sources) {
            let canonical = href.starts_with(&site.settings().base_url);
            let Some((target, anchor)) = mounted.resolve(path, href).filter(|_| !canonical) else {
                continue;
            };
            links += 1;
            assert!(mounted.files.contains_key(&target), "{path}: {href} is dead");
            if let Some(anchor) = anchor {
                assert!(anchors[&target].contains(&anchor), "{path}: {href} has no such anchor");
            }
        }
    }
    links
}

#[test]
fn no_link_is_dead_wherever_the_site_is_mounted() {
    for folder in own_sites() {
        let under = |base_url: &str| {
            let base_url = Some(base_url.to_owned());
            let options = LoadOptions { base_url, ..LoadOptions::default() };
            Site::load(folder.path(), &options).expect("the site").0
        };
        let site = under("https://host.example/");
        let at_root = check_links(&site, "/");
        let at_path = check_links(&under("https://host.example/some/path/"), "/some/path/");
        assert!(at_root > site.routes().len(), "{at_root} links were followed");
        assert_eq!(at_root, at_path);
    }
}

#[test]
fn every_page_is_html_without_errors_and_names_each_anchor_once() {
    for folder in own_sites() {
        let (site, _) = folder.load();
        for (path, page) in Mounted::new(&site, "/").pages() {
            assert!(page.errors.is_empty(), "{path}: {:?}", page.errors);
            let ids = select(&page, "[id]", "id");
            let once: BTreeSet<&str> = ids.iter().copied().collect();
            assert_eq!(ids.len(), once.len(), "{path} names an anchor twice");
            for id in ids {
                assert!(!id.is_empty() && !id.contains(' '), "{path}: `{id}`");
            }
            let headings = page.select(&Selector::parse("h1").expect("a selector")).count();
            let moved = !select(&page, "meta[http-equiv=refresh]", "content").is_empty();
            assert!(headings == 1 || moved, "{path} has {headings} first headings");
        }
    }
}

#[test]
fn pages_load_nothing_from_elsewhere_and_run_nothing_of_others() {
    for folder in own_sites() {
        let (site, _) = folder.load();
        for (path, page) in Mounted::new(&site, "/").pages() {
            let policy = select(&page, "meta[http-equiv=Content-Security-Policy]", "content");
            assert!(
                policy.first().is_some_and(|policy| policy.contains("default-src 'none'")),
                "{path}"
            );
            for unsafe_thing in [
                "script:not([src]):not([type='application/ld+json'])",
                "style",
                "[style]",
                "iframe",
                "object",
                "embed",
                "[onclick]",
            ] {
                let selector = Selector::parse(unsafe_thing).expect("a selector");
                assert_eq!(page.select(&selector).count(), 0, "{path} has {unsafe_thing}");
            }
            let loaded = [
                select(&page, "img[src], script[src]", "src"),
                select(&page, "link[rel=stylesheet]", "href"),
            ];
            for address in loaded.concat() {
                assert!(!address.contains("//"), "{path} loads {address}");
            }
        }
    }
}

#[test]
fn feeds_and_sitemap_are_xml_that_names_real_pages() {
    for folder in own_sites() {
        let (site, _) = folder.load();
        let mounted = Mounted::new(&site, "/");
        let base_url = &site.settings().base_url;
        let is_here = |address: &str| {
            let path = address.strip_prefix(base_url.as_str());
            path.is_some_and(|path| {
                mounted.files.contains_key(path.split('#').next().expect("a first part"))
            })
        };
        let mut feeds = 0;
        for (path, bytes) in mounted.files.iter().filter(|(path, _)| path.ends_with(".xml")) {
            let text = std::str::from_utf8(bytes).expect("UTF-8");
            let document = Document::parse(text).unwrap_or_else(|error| panic!("{path}: {error}"));
            let texts = |name: &str| -> Vec<String> {
                let named = document.descendants().filter(|node| node.tag_name().name() == name);
                named.filter_map(|node| node.text().map(str::to_owned)).collect()
            };
            for address in texts("loc") {
                assert!(is_here(&address), "{path}: {address}");
            }
            if document.root_element().tag_name().name() == "feed" {
                feeds += 1;
                for link in document.descendants().filter(|node| node.has_tag_name("link")) {
                    let address = link.attribute("href").expect("an address");
                    assert!(is_here(address), "{path}: {address}");
                }
                let ids = texts("id");
                let once: BTreeSet<&String> = ids.iter().collect();
                assert_eq!(ids.len(), once.len(), "{path} has an id twice");
                for content in texts("content") {
                    let html = Html::parse_fragment(&content);
                    for address in select(&html, "a[href]", "href") {
                        assert!(address.starts_with("http"), "{path}: {address}");
                        assert!(
                            !address.starts_with(base_url.as_str()) || is_here(address),
                            "{address}"
                        );
                    }
                }
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
fn text_is_escaped_and_html_in_markdown_is_text() {
    let folder = Folder::with_sunderland();
    let hostile = "<script>alert(1)</script> & \"quotes\" 'single' ]]> {{ site.title }} {% if %}";
    let long = "abcdefghij".repeat(11);
    let yaml = hostile.replace('\'', "''");
    folder.write(
        "content/authorities/sunderland/hostile.md",
        format!(
            "---\nkind: monitoring-visit\non_site: 2019\ndated: 2019\nsource: https://example.org/\n\
             areas: ['{yaml}']\nprogress:\n  words: '{yaml}'\nfindings:\n  - polarity: mixed\n    \
             topics: [thresholds]\n    text: '{yaml}'\n    subject: '{yaml}'\nquotes:\n  - words: \
             '{yaml}'\n    speaker: '{yaml}'\n---\n{hostile}\n\n# {hostile}\n\n# Main\n\n# Section findings\n\n# Mixed 1\n\n# Mixed 1\n\n# Thresholds 1\n\n# {long}\n\n# {long}\n\n<u onclick=\"x\">u</u>\n"
        ),
    );
    let settings = std::fs::read_to_string(folder.path().join("site.toml")).expect("site.toml");
    folder
        .write("site.toml", settings.replace("\"Letters for tests\"", &format!("'''{hostile}'''")));
    let (site, report) = folder.load();
    // HTML is told of, and is text all the same.
    let errors = report.diagnostics().iter().filter(|it| it.severity == Severity::Error);
    assert!(errors.clone().count() > 0 && errors.clone().all(|it| it.code() == "raw-html"));
    let (mut shown, mut quoted) = (0, 0);
    for (path, page) in Mounted::new(&site, "/").pages() {
        for active in ["script:not([src]):not([type='application/ld+json'])", "u", "[onclick]"] {
            let selector = Selector::parse(active).expect("a selector");
            assert_eq!(page.select(&selector).count(), 0, "{path} has {active}");
        }
        let ids = select(&page, "[id]", "id");
        let once: BTreeSet<&str> = ids.iter().copied().collect();
        assert_eq!(ids.len(), once.len(), "{path} names an anchor twice: {ids:?}");
        for script in page.select(&Selector::parse("script:not([src])").expect("a selector")) {
            let json: String = script.text().collect();
            assert!(!json.contains(['<', '>', '&']), "{path}: {json}");
            let data: serde_json::Value = serde_json::from_str(&json).expect("JSON");
            quoted += usize::from(data.to_string().contains("<script>alert(1)</script> & "));
        }
        shown +=
            page.root_element().text().filter(|text| text.contains("<script>alert(1)")).count();
    }
    assert!(shown > 10, "the text is shown as it was written");
    assert!(quoted > 0, "and is among the data for other programs");
    for route in site.routes().iter().filter(|route| route.as_str().ends_with(".xml")) {
        let bytes = site.render(route).expect("a feed");
        let text = std::str::from_utf8(&bytes).expect("UTF-8");
        Document::parse(text).unwrap_or_else(|error| panic!("{route}: {error}"));
    }
}
