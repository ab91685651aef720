//! The preview's answers, without a network: as GitHub Pages would give them, and what it adds.

use std::path::Path;

use axum::body::Bytes;
use axum::http::{Request, Response};
use letterpress::diagnostics::{Place, Report};
use letterpress::plan::Route;
use letterpress::preview::{EDITORS, Editor, Hosts, Preview, answer, try_kinds};
use letterpress::search::SearchFiles;
use letterpress::{LoadOptions, Site};

use crate::folder::{Folder, load, sunderland};

fn preview(site: Site) -> Preview {
    Preview::new(site, Report::default(), Hosts::default(), Editor::default())
}

/// A site that lives below a path.
fn below_a_path() -> Preview {
    preview(load(&sunderland()).0)
}

const BASE: &str = "/letterpress";

fn get(preview: &Preview, path: &str) -> Response<Bytes> {
    ask(preview, "GET", path, &[])
}

fn ask(preview: &Preview, method: &str, path: &str, headers: &[(&str, &str)]) -> Response<Bytes> {
    let mut request = Request::builder().method(method).uri(path);
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    let request = request.body(()).expect("a request");
    let search = SearchFiles::from([("pagefind/pagefind.js".to_owned(), b"search".to_vec())]);
    answer(&preview.shown(), &search, &Editor::default(), &request)
}

#[track_caller]
fn header<'a>(answer: &'a Response<Bytes>, name: &str) -> &'a str {
    let value = answer.headers().get(name).unwrap_or_else(|| panic!("no {name}: {answer:?}"));
    value.to_str().expect("a text")
}

#[test]
fn every_address_is_answered_with_the_bytes_that_are_published() {
    let preview = below_a_path();
    let site = preview.shown().site().clone();
    for route in site.routes() {
        let answer = get(&preview, &format!("{BASE}{route}"));
        assert_eq!(answer.status(), 200, "{route}");
        let published = site.render(route).expect("a page");
        assert!(answer.body() == &published, "{route}");
        assert_eq!(header(&answer, "content-length"), published.len().to_string());
    }
}

#[test]
fn paths_lead_where_github_pages_leads() {
    let preview = below_a_path();
    for (path, leads_to) in [
        ("/", "/letterpress/"),
        ("/letterpress", "/letterpress/"),
        ("/letterpress/authorities/sunderland", "/letterpress/authorities/sunderland/"),
        ("/letterpress/authorities?a=1&b=/x", "/letterpress/authorities/?a=1&b=/x"),
    ] {
        let answer = get(&preview, path);
        assert_eq!(answer.status(), if path == "/" { 302 } else { 301 }, "{path}");
        assert_eq!(header(&answer, "location"), leads_to);
    }
    let page = get(&preview, "/letterpress/authorities/");
    for path in
        ["/authorities/index.html", "/authorities/index", "/%61uthorities/", "/authorities/?v=2"]
    {
        let answer = get(&preview, &format!("{BASE}{path}"));
        assert_eq!((answer.status(), answer.body()), (page.status(), page.body()), "{path}");
    }
    assert_eq!(get(&preview, "/letterpress/404").status(), 200);
}

#[test]
fn an_old_address_may_name_a_file() {
    let folder = Folder::with_sunderland();
    let page = "content/pages/about.md";
    folder
        .write(page, "---\ntitle: About\naliases: [/old/index.html, /before.html]\n---\nWords.\n");
    let preview = preview(load(folder.path()).0);
    let base = preview.shown().base().trim_end_matches('/').to_owned();
    for path in ["/old/index.html", "/old/", "/before.html", "/before"] {
        let answer = get(&preview, &format!("{base}{path}"));
        assert_eq!(answer.status(), 200, "{path}");
        assert!(String::from_utf8_lossy(answer.body()).contains("about/"), "{path}");
    }
    assert_eq!(get(&preview, &format!("{base}/old")).status(), 301);
}

#[test]
fn what_is_not_there_is_the_page_for_errors() {
    let preview = below_a_path();
    let page = preview.shown().site().render(&Route::new("/404.html")).expect("a page");
    for path in [
        "/authorities/",
        "/favicon.ico",
        "//letterpress/",
        "/letterpress/nowhere/",
        "/letterpress/Authorities/",
        "/letterpress/feed.xml/",
        "/letterpress//",
        "/letterpress/../letterpress/",
        "/letterpress/%2e%2e/site.toml",
        "/letterpress/..%5csite.toml",
        "/letterpress/%00",
        "/letterpress/%ff/",
        "/letterpress/%zz",
        "/letterpress/authorities%",
        "/_letterpress/nothing",
        "/site.toml",
    ] {
        let answer = get(&preview, path);
        assert_eq!((answer.status().as_u16(), answer.body() == &page), (404, true), "{path}");
    }
}

#[test]
fn only_get_and_head_are_answered() {
    let preview = below_a_path();
    for path in
        ["/letterpress/", "/letterpress/feed.xml", "/letterpress/none", "/_letterpress/reload.js"]
    {
        let (get, head) = (get(&preview, path), ask(&preview, "HEAD", path, &[]));
        assert_eq!(get.headers(), head.headers(), "{path}");
        assert_eq!(get.status(), head.status());
        assert!(head.body().is_empty() && !get.body().is_empty());
    }
    for method in ["POST", "PUT", "DELETE", "OPTIONS", "PATCH"] {
        let answer = ask(&preview, method, "/letterpress/", &[]);
        assert_eq!(answer.status(), 405);
        assert_eq!(header(&answer, "allow"), "GET, HEAD");
    }
}

#[test]
fn each_file_has_its_type_and_nothing_is_guessed() {
    let folder = Folder::with_sunderland();
    folder.write("content/pages/files.md", LINKS);
    for (name, _) in FILES {
        folder.write(&format!("content/pages/{name}"), "x");
    }
    for name in ["static/a.woff2", "static/a.webmanifest", "static/a.ico", "static/a.strange"] {
        folder.write(&format!("themes/own/{name}"), "x");
    }
    folder.write("themes/own/theme.toml", "name = \"own\"\nextends = \"plain\"\n");
    let options = LoadOptions { theme: Some("own".to_owned()), ..LoadOptions::default() };
    let (site, _) = Site::load(folder.path(), &options).expect("a site");
    let routes: Vec<String> = site.routes().iter().map(ToString::to_string).collect();
    let preview = preview(site);
    let ending = |ending: &str| {
        let found = routes.iter().find(|route| route.ends_with(ending));
        found.unwrap_or_else(|| panic!("{ending} is not in {routes:#?}"))
    };
    for (name, media_type) in FILES.iter().chain(MORE) {
        let answer = get(&preview, ending(name));
        assert_eq!(header(&answer, "content-type"), *media_type, "{name}");
        assert_eq!(header(&answer, "x-content-type-options"), "nosniff");
        assert_eq!(header(&answer, "cross-origin-resource-policy"), "same-origin");
        assert_eq!(header(&answer, "cache-control"), "no-cache");
    }
}

const LINKS: &str =
    "---\ntitle: Files\n---\n[a](a.pdf) [b](a.csv) ![c](a.png) ![e](a.jpg) ![f](a.webp)\n";

const FILES: &[(&str, &str)] = &[
    ("a.pdf", "application/pdf"),
    ("a.csv", "text/csv; charset=utf-8"),
    ("a.png", "image/png"),
    ("a.jpg", "image/jpeg"),
    ("a.webp", "image/webp"),
];

const MORE: &[(&str, &str)] = &[
    ("/about/", "text/html; charset=utf-8"),
    ("/feed.xml", "text/xml; charset=utf-8"),
    ("/feed.json", "application/json; charset=utf-8"),
    ("/index.md", "text/markdown; charset=utf-8"),
    ("/robots.txt", "text/plain; charset=utf-8"),
    (".css", "text/css; charset=utf-8"),
    ("favicon.svg", "image/svg+xml; charset=utf-8"),
    (".js", "text/javascript; charset=utf-8"),
    ("a.woff2", "font/woff2"),
    ("a.webmanifest", "application/manifest+json; charset=utf-8"),
    ("a.ico", "image/x-icon"),
    ("a.strange", "application/octet-stream"),
];

#[test]
fn what_a_browser_has_is_not_sent_again() {
    let preview = below_a_path();
    let path = "/letterpress/data/findings.csv";
    let first = get(&preview, path);
    let tag = header(&first, "etag").to_owned();
    assert!(tag.starts_with('"') && tag.ends_with('"'), "{tag} is strong");
    let other = header(&get(&preview, "/letterpress/data/letters.csv"), "etag").to_owned();
    assert_ne!(tag, other);
    for known in [tag.clone(), "*".to_owned(), format!("W/{tag}"), format!("{other}, {tag}")] {
        for method in ["GET", "HEAD"] {
            let answer = ask(&preview, method, path, &[("if-none-match", &known)]);
            assert_eq!((answer.status().as_u16(), answer.body().len()), (304, 0), "{known}");
            assert_eq!(header(&answer, "etag"), tag);
            assert!(!answer.headers().contains_key("content-length"));
        }
    }
    assert_eq!(ask(&preview, "GET", path, &[("if-none-match", &other)]).status(), 200);
    let missing = ask(&preview, "GET", "/letterpress/none", &[("if-none-match", "*")]);
    assert_eq!(missing.status(), 404);
}

/// A server may answer with the whole (RFC 9110, 14.2), and no file of a site is so large that one would want less.
#[test]
fn whoever_asks_for_a_part_of_a_file_gets_the_whole() {
    let preview = below_a_path();
    let path = "/letterpress/data/findings.csv";
    let whole = get(&preview, path);
    for range in ["bytes=0-0", "bytes=-5", "bytes=99999999-", "bytes=0-1,5-6"] {
        let answer = ask(&preview, "GET", path, &[("range", range)]);
        assert!(answer.status() == 200 && answer.body() == whole.body(), "{range}");
    }
}

#[test]
fn a_browser_gets_a_line_that_keeps_the_page_as_the_files_are() {
    let preview = below_a_path();
    let path = "/letterpress/about/";
    let accept = "text/html,application/xhtml+xml,*/*;q=0.8";
    let (bare, live) = (get(&preview, path), ask(&preview, "GET", path, &[("accept", accept)]));
    for answer in [&bare, &live] {
        assert_eq!(header(answer, "vary"), "Accept");
    }
    let (bare_html, html) = (text(&bare), text(&live));
    let line =
        html.lines().find(|line| line.contains("_letterpress")).expect("the line").to_owned();
    assert_eq!(html.replace(&format!("{line}\n"), ""), bare_html, "nothing else is added");
    assert!(html.contains(&format!("{line}\n</body>")), "{line}");
    let page = line.split('"').nth(3).expect("the page's hash");
    let tag = header(&live, "etag");
    assert!(tag.starts_with(&format!("\"{page}-")) && tag != header(&bare, "etag"), "{tag}");
    assert_eq!(header(&live, "content-length"), html.len().to_string());
    for (path, accept) in [
        ("/letterpress/about/", "*/*"),
        ("/letterpress/feed.xml", "text/html"),
        ("/letterpress/style.css", "text/html"),
    ] {
        let answer = ask(&preview, "GET", path, &[("accept", accept)]);
        assert!(!text(&answer).contains("_letterpress"), "{path}");
    }
    let missing = ask(&preview, "GET", "/letterpress/none", &[("accept", accept)]);
    assert!(missing.status() == 404 && text(&missing).contains("/_letterpress/reload.js"));
}

fn text(answer: &Response<Bytes>) -> String {
    String::from_utf8(answer.body().to_vec()).expect("a text")
}

#[test]
fn a_picture_changes_the_pages_tag_and_a_style_does_not() {
    let folder = Folder::with_sunderland();
    folder.write("themes/own/theme.toml", "name = \"own\"\nextends = \"plain\"\n");
    folder
        .write("site.toml", "title = \"T\"\ntheme = \"own\"\nbase_url = \"https://x.example/\"\n");
    let page = |style: &str, picture: &str| {
        folder.write("themes/own/static/style.css", style);
        folder.write("themes/own/static/logo.png", picture);
        let answer = ask(&preview(folder.load().0), "GET", "/", &[("accept", "text/html")]);
        let tag = header(&answer, "etag").to_owned();
        let (page, styles) = tag.split_once('-').expect("two parts");
        (page.to_owned(), styles.to_owned())
    };
    let (first, style, picture) = (page("a{}", "1"), page("b{}", "1"), page("a{}", "2"));
    assert!(first.0 == style.0 && first.1 != style.1);
    assert!(first.0 != picture.0 && first.1 == picture.1);
}

#[test]
fn the_search_index_stands_beside_the_site() {
    let preview = below_a_path();
    let answer = get(&preview, "/letterpress/pagefind/pagefind.js");
    assert_eq!((answer.status().as_u16(), text(&answer).as_str()), (200, "search"));
    assert_eq!(get(&preview, "/letterpress/pagefind/other").status(), 404);
}

#[test]
fn a_page_that_the_theme_cannot_make_says_so() {
    let folder = Folder::with_sunderland();
    folder.write("themes/own/theme.toml", "name = \"own\"\nextends = \"plain\"\n");
    folder.write("themes/own/templates/page.html", "{{ nothing.at.all }}");
    let options = LoadOptions { theme: Some("own".to_owned()), ..LoadOptions::default() };
    let (site, _) = Site::load(folder.path(), &options).expect("a site");
    let tried = try_kinds(&site, |route, out| site.write(route, out));
    assert!(tried.has_errors(), "a page of each kind is tried");
    let answer = ask(&preview(site), "GET", "/about/", &[("accept", "text/html")]);
    assert_eq!(answer.status(), 500);
    assert_eq!(header(&answer, "content-type"), "text/html; charset=utf-8");
    let html = text(&answer);
    for words in
        ["themes/own/templates/page.html", "/_letterpress/reload.js", "Content-Security-Policy"]
    {
        assert!(html.contains(words), "{words}: {html}");
    }
    assert!(!html.contains(" style=") && !html.contains("<script>"), "nothing inline");
}

#[test]
fn one_page_of_each_kind_can_be_made() {
    let site = load(&sunderland()).0;
    let tried = try_kinds(&site, |route, out| site.write(route, out));
    assert_eq!(tried, Report::default());
}

#[test]
fn only_names_of_this_machine_are_answered() {
    let hosts = Hosts::new(["desk.example".to_owned(), "Letters.example".to_owned()]);
    let status = |uri: &str, names: &[&str]| {
        let mut request = Request::builder().uri(uri);
        for name in names {
            request = request.header("host", *name);
        }
        let request = request.body(()).expect("a request");
        hosts.refuse(&request).map_or(200, |refusal| refusal.status().as_u16())
    };
    for name in [
        "127.0.0.1:1111",
        "127.0.0.1",
        "[::1]:1111",
        "192.168.1.20:1111",
        "localhost",
        "LOCALHOST:80",
        "localhost.",
        "a.localhost:1111",
        "desk.example:1111",
        "DESK.example",
        "letters.example",
    ] {
        assert_eq!(status("/", &[name]), 200, "{name}");
    }
    for name in
        ["evil.example", "localhost.evil.example", "notlocalhost", "127.0.0.1.evil.example:80"]
    {
        assert_eq!(status("/", &[name]), 403, "{name}");
    }
    for names in [&[][..], &[""], &["a b"], &["user@localhost"], &["localhost", "localhost"]] {
        assert_eq!(status("/", names), 400, "{names:?}");
    }
    assert_eq!(status("http://evil.example/", &["localhost"]), 403);
    assert_eq!(status("http://localhost/", &["evil.example"]), 403);
    assert_eq!(status("http://localhost/", &["localhost"]), 200);
}

#[test]
fn a_link_opens_the_file_at_its_line_in_each_editor() {
    let source = letterpress::diagnostics::SourceText::new(
        "content/a b/ü#1.md".to_owned(),
        "one\ntwo\n".to_owned(),
    );
    let place = Place::span(&source.into(), 5..7);
    let link = |name: &str| {
        Editor::named(name, Path::new("/home/me & you")).and_then(|it| it.link(&place))
    };
    let path = "/home/me%20%26%20you/content/a%20b/%C3%BC%231.md";
    assert_eq!(link("vscode"), Some(format!("vscode://file{path}:2:2")));
    assert_eq!(link("idea"), Some(format!("idea://open?file={path}&line=2&column=2")));
    assert_eq!(link("none"), None);
    assert_eq!(link("notepad"), None);
    for (name, _) in EDITORS.iter().filter(|(name, _)| *name != "none") {
        let link = link(name).expect("a link");
        assert!(link.contains(path) && !link.contains('{'), "{link}");
    }
    let editor = Editor::named("vscode", Path::new("/x")).expect("an editor");
    assert_eq!(editor.link(&Place::Nowhere), None);
}
