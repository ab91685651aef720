//! Whoever is not a page of the desk neither reads nor writes by it, and nobody reaches a file outside the content. Each
//! refusal is of a request that writes, or shows, if one thing in it is put right.

use std::collections::BTreeMap;
use std::net::TcpStream;
use std::path::PathBuf;

use serde_json::json;

use super::browser::{Answer, Desk, Request, answer, fingerprint, of_file, version};
use crate::folder::{Folder, everything};
use crate::preview_server::Served;

const LETTER: &str = "content/authorities/sunderland/visit-1.md";

/// What every answer of the desk says to the browser.
const HEADERS: &[&str] = &[
    "\r\ncache-control: no-store\r\n",
    "\r\nx-content-type-options: nosniff\r\n",
    "\r\nreferrer-policy: no-referrer\r\n",
    "\r\ncross-origin-resource-policy: same-origin\r\n",
    "\r\ncontent-security-policy: default-src 'none'; script-src 'self'; style-src 'self'; ",
    " base-uri 'none'; form-action 'none'; frame-ancestors 'none'\r\n",
];

/// A desk, with its folder as it was when the desk was opened.
struct Guarded {
    folder: Folder,
    before: BTreeMap<PathBuf, Vec<u8>>,
    desk: Desk,
}

impl Guarded {
    fn new() -> Self {
        Guarded::of(Folder::with_sunderland())
    }

    fn of(folder: Folder) -> Self {
        let desk = Desk::open(folder.path());
        let before = everything(folder.path());
        Guarded { folder, before, desk }
    }

    #[track_caller]
    fn is_as_before(&self, what: &str) {
        assert!(everything(self.folder.path()) == self.before, "{what} has changed a file");
    }

    /// Sends what must be refused with one of these statuses, and must change nothing.
    #[track_caller]
    fn refuses(&self, what: &str, request: &Request, statuses: &[u16]) -> Answer {
        let answer = self.desk.send(request);
        assert!(statuses.contains(&answer.status), "{what}: {answer:#?}");
        assert!(!answer.headers.contains("access-control-"), "{what}: {answer:#?}");
        self.is_as_before(what);
        answer
    }

    fn text(&self, file: &str) -> String {
        std::fs::read_to_string(self.folder.path().join(file)).expect("a text")
    }

    /// Requests that each write something, from the desk's own page.
    fn writes(&self) -> Vec<(&'static str, Request)> {
        let desk = &self.desk;
        let base = desk.open_file(LETTER, "findings");
        let act = json!({"write": {"path": "findings.0.text", "value": "Leaders know it."}});
        let edit = json!({"base": version(&base.body), "act": act}).to_string();
        let authority = json!({"authority": {"name": "Medway"}}).to_string();
        let topic = json!({"topic": {"title": "Care plans", "group": "Practice"}}).to_string();
        let import = "import?name=letter.txt&authority=sunderland&source=";
        vec![
            ("edit", desk.request("POST", &of_file("edit", LETTER), edit)),
            ("make an authority", desk.request("POST", "make", authority)),
            ("make a topic", desk.request("POST", "make", topic)),
            ("import", desk.request("POST", import, LETTER_TEXT)),
        ]
    }
}

/// As an inspector might write it.
const LETTER_TEXT: &str = "1 March 2019\n\nMonitoring visit of Sunderland children's services\n\n\
     Dear Director of Children's Services\n\n\
     This letter summarises the findings of the monitoring visit to Sunderland children's services on \
     5 and 6 February 2019. The visit was the fourth monitoring visit since the local authority was \
     judged inadequate in July 2015. The inspectors were Vera Example, HMI and Max Example, HMI.\n\n\
     Findings\n\nThresholds are now well understood by partners. Plans are not timely enough.\n";

#[test]
fn no_other_origin_host_or_place_writes() {
    let guarded = Guarded::new();
    let host = guarded.desk.served.host.clone();
    let (_, port) = host.split_once(':').expect("a port");
    for (what, own) in guarded.writes() {
        let origin = |origin: &str| own.clone().with("Origin", origin);
        let site = |site: &str| own.clone().with("Sec-Fetch-Site", site);
        for (who, request) in [
            ("another origin", origin("https://letters.example")),
            ("the origin of no page", origin("null")),
            ("an empty origin", origin("")),
            ("another port", origin("http://127.0.0.1:1")),
            ("another scheme", origin(&format!("https://{host}"))),
            ("another name of this machine", origin(&format!("http://localhost:{port}"))),
            ("a longer name", origin(&format!("http://{host}.letters.example"))),
            ("an origin with a path", origin(&format!("http://{host}/"))),
            ("no origin", own.clone().without("Origin")),
            ("two origins", own.clone().and("Origin", "https://letters.example")),
            ("another site", site("cross-site")),
            ("a neighbour", site("same-site")),
            ("an address that was typed", site("none")),
            ("a word that no browser sends", site("SAME-ORIGIN")),
            ("no word of the place", own.clone().without("Sec-Fetch-Site")),
            ("two words of the place", own.clone().and("Sec-Fetch-Site", "same-origin")),
            ("another host", own.clone().with("Host", "letters.example")),
            (
                "a name that leads here",
                own.clone()
                    .with("Host", "letters.example")
                    .with("Origin", "http://letters.example"),
            ),
            (
                "a name that leads here, with the port",
                own.clone()
                    .with("Host", &format!("letters.example:{port}"))
                    .with("Origin", &format!("http://letters.example:{port}")),
            ),
        ] {
            guarded.refuses(&format!("{who}: {what}"), &request, &[403]);
        }
        for (who, request) in [
            ("no host", own.clone().without("Host")),
            ("two hosts", own.clone().and("Host", "letters.example")),
            ("a host that is none", own.clone().with("Host", "a b")),
        ] {
            guarded.refuses(&format!("{who}: {what}"), &request, &[400]);
        }
    }
    writes_when_put_right(&guarded);
}

/// What was refused for one thing in it is done when that is right.
#[track_caller]
fn writes_when_put_right(guarded: &Guarded) {
    for (what, own) in guarded.writes() {
        let before = everything(guarded.folder.path());
        let answer = guarded.desk.send(&own);
        assert_eq!(answer.status, 200, "{what}: {answer:#?}");
        assert!(everything(guarded.folder.path()) != before, "{what} writes: {answer:#?}");
    }
}

#[test]
fn nobody_reads_or_writes_without_the_secret_of_this_run() {
    let folder = Folder::with_sunderland();
    let earlier = Desk::open(folder.path()).secret().to_owned();
    let guarded = Guarded::of(folder);
    let desk = &guarded.desk;
    let secret = desk.secret().to_owned();
    assert_eq!(secret.len(), 32, "{secret}");
    assert_ne!(secret, earlier);
    let mut nearly = secret.clone();
    let last = nearly.pop().expect("a last");
    nearly.push(if last == '0' { '1' } else { '0' });
    let wrong = [
        earlier,
        "0".repeat(32),
        nearly,
        secret[..31].to_owned(),
        format!("{secret}0"),
        format!("{secret}%00"),
        format!("{secret}%20"),
        secret.to_uppercase().replace(|it: char| it.is_ascii_digit(), "A"),
        "x".to_owned(),
        "%2e%2e".to_owned(),
        "%ff".to_owned(),
        "a".repeat(4_000),
    ];
    let pages =
        ["", &of_file("file", LETTER), "assets/desk.js", "assets/desk.css"].map(str::to_owned);
    for wrong in &wrong {
        let root = format!("/_letterpress/desk/{wrong}/");
        for page in &pages {
            let request = desk.request("GET", "", "").at(&format!("{root}{page}"));
            let answer = guarded.refuses(&request.head(), &request, &[400, 403, 404]);
            assert!(!answer.body.contains("Leaders know"), "{answer:#?}");
            assert!(!answer.body.contains(&secret), "it is not told: {answer:#?}");
        }
        for (what, own) in guarded.writes() {
            let (_, path) = own
                .head()
                .split_once(&desk.root)
                .map(|(_, rest)| ((), rest.split(' ').next().expect("a path").to_owned()))
                .expect("the desk's path");
            guarded.refuses(
                &format!("{wrong}: {what}"),
                &own.at(&format!("{root}{path}")),
                &[400, 403],
            );
        }
    }
    for root in ["/_letterpress/desk/", "/_letterpress/desk//", "/_letterpress/", "/"] {
        let request = desk.request("GET", "", "").at(&format!("{root}{}", of_file("file", LETTER)));
        guarded.refuses(root, &request, &[400, 403, 404]);
        for (what, own) in guarded.writes() {
            let path = if what == "edit" { of_file("edit", LETTER) } else { "make".to_owned() };
            guarded.refuses(
                &format!("{root}: {what}"),
                &own.at(&format!("{root}{path}")),
                &[403, 404, 405],
            );
        }
    }
    for page in &pages {
        assert_eq!(desk.get(page).status, 200, "{page}");
    }
    writes_when_put_right(&guarded);
}

/// A site with things beside its content, in places where somebody could look for them.
#[cfg(unix)]
fn with_traps() -> Guarded {
    use std::os::unix::fs::symlink;

    let guarded = Guarded::new();
    let folder = &guarded.folder;
    let text = guarded.text(LETTER);
    for path in [
        "x.md",
        "content/x.md",
        "content/.hidden/x.md",
        "content/pages/.x.md",
        "content/authorities/sunderland/visit-1.txt",
        "content/pages/picture.png",
        "content/pages/folder.md/x.txt",
        "elsewhere/x.md",
        "elsewhere/authority.md",
        "content/authorities/sunderland/a\u{1b}b.md",
        "content/authorities/sunderland/a\u{202e}b.md",
        "content/authorities/sunderland/a:b.md",
        "content/authorities/sunderland/a\\b.md",
        "content/authorities/sunderland/%2e%2e.md",
    ] {
        folder.write(path, &text);
    }
    folder
        .write("content/authorities/sunderland/large.md", format!("{text}{}", "a".repeat(1 << 20)));
    folder
        .write("content/authorities/sunderland/bytes.md", [text.as_bytes(), b"\xff\xfe"].concat());
    let path = |path: &str| folder.path().join(path);
    symlink(path("elsewhere/x.md"), path("content/authorities/sunderland/link.md"))
        .expect("a link");
    symlink(path("content/nothing"), path("content/authorities/sunderland/dangling.md"))
        .expect("a link");
    symlink(path("elsewhere"), path("content/authorities/linked")).expect("a link");
    let pipe = path("content/authorities/sunderland/pipe.md");
    let made = std::process::Command::new("mkfifo").arg(&pipe).status();
    assert!(made.expect("mkfifo").success());
    let Guarded { folder, desk, .. } = guarded;
    let before = everything(folder.path());
    Guarded { folder, before, desk }
}

#[cfg(unix)]
#[test]
fn no_file_outside_the_content_is_opened_or_written() {
    const FOLDER: &str = "content/authorities/sunderland";

    let guarded = with_traps();
    let desk = &guarded.desk;
    let own = guarded.folder.path().display().to_string();
    let in_folder = |name: &str| format!("{FOLDER}/{name}");
    let base = fingerprint(&guarded.text("x.md"));
    let act = json!({"write": {"path": "findings.0.text", "value": "Leaders know it."}});
    let file = json!({"file": {"text": "---\ntitle: Mine\n---\n"}});
    let is_refused = |file_query: &str, what: &str| {
        for path in ["file", "edit", "check"] {
            let path = format!("{path}?file={file_query}");
            if path.starts_with("file") {
                let answer = guarded.refuses(what, &desk.request("GET", &path, ""), &[404, 422]);
                assert!(!answer.body.contains("Leaders know"), "{what}: {answer:#?}");
                continue;
            }
            for act in [&act, &file] {
                let body = json!({"base": base, "act": act}).to_string();
                let answer =
                    guarded.refuses(what, &desk.request("POST", &path, body), &[404, 422, 409]);
                assert!(!answer.body.contains("Leaders know"), "{what}: {answer:#?}");
            }
        }
    };
    for path in [
        "x.md".to_owned(),
        "../x.md".to_owned(),
        "content/../x.md".to_owned(),
        "content/./x.md".to_owned(),
        "content/pages/../../x.md".to_owned(),
        "./content/pages/about.md".to_owned(),
        "elsewhere/x.md".to_owned(),
        format!("{own}/x.md"),
        format!("{own}/{LETTER}"),
        format!("/{LETTER}"),
        "content//x.md".to_owned(),
        "content/authorities//sunderland/visit-1.md".to_owned(),
        format!("{LETTER}/"),
        format!("{LETTER}/x.md"),
        "content/.hidden/x.md".to_owned(),
        "content/pages/.x.md".to_owned(),
        "content\\authorities\\sunderland\\visit-1.md".to_owned(),
        "content/..\\x.md".to_owned(),
        in_folder("a\\b.md"),
        in_folder("a:b.md"),
        "C:/x.md".to_owned(),
        "site.toml".to_owned(),
        "content/site.toml".to_owned(),
        in_folder("visit-1.txt"),
        "content/pages/picture.png".to_owned(),
        in_folder("visit-1.MD"),
        in_folder("link.md"),
        in_folder("dangling.md"),
        in_folder("pipe.md"),
        in_folder("large.md"),
        in_folder("bytes.md"),
        in_folder("not-there.md"),
        "content/authorities/linked/x.md".to_owned(),
        "content/authorities/linked/authority.md".to_owned(),
        "content/pages/folder.md".to_owned(),
        "content/pages".to_owned(),
        "content/".to_owned(),
        "content".to_owned(),
        String::new(),
        in_folder("a\u{1b}b.md"),
        in_folder("a\u{202e}b.md"),
        in_folder("visit-1.md\0"),
        in_folder("visit-1.md\0.md"),
        in_folder("visit-1\n.md"),
        in_folder("\u{7f}.md"),
        in_folder(&format!("{}.md", "a".repeat(300))),
        format!("content/{}x.md", "a/".repeat(600)),
    ] {
        let query = of_file("", &path);
        is_refused(query.split_once('=').expect("a query").1, &format!("{path:?}"));
    }
    // As it stands in the address: slashes and dots by their numbers, once and twice, and bytes that are no text.
    for query in [
        "content%2F..%2Fx.md",
        "content%2f%2e%2e%2fx.md",
        "content/%2e%2e/x.md",
        "%2e%2e/x.md",
        "content%252f..%252fx.md",
        "content/%252e%252e/x.md",
        "content%5C..%5Cx.md",
        "content/authorities/sunderland/visit-1%2Emd%00",
        "content/%c0%ae%c0%ae/x.md",
        "content/%ff.md",
        "content/authorities/sunderland/%2ehidden.md",
        "content/pages/about.md&file=x.md",
    ] {
        let request = desk.request("GET", &format!("file?file={query}"), "");
        let answer = guarded.refuses(query, &request, &[400, 404, 422]);
        assert!(!answer.body.contains("Leaders know"), "{query}: {answer:#?}");
        let body = json!({"base": base, "act": act}).to_string();
        let request = desk.request("POST", &format!("edit?file={query}"), body);
        guarded.refuses(query, &request, &[400, 404, 422]);
    }
    // No name leads out of the desk's own files either.
    for name in ["../mod.rs", "..%2fmod.rs", "%2e%2e%2fassets.rs", "desk.css%00", "", "x.js"] {
        let request = desk.request("GET", &format!("assets/{name}"), "");
        guarded.refuses(name, &request, &[403, 404]);
    }
    // A name is no way out where a document comes with it.
    for name in ["../../x.txt", "/x.txt", "content/x.txt", "..\\x.txt", "a\u{1b}b.txt", "\0.txt"] {
        let query = form_urlencoded(&[("name", name), ("authority", "../../elsewhere")]);
        let request = desk.request("POST", &format!("import?{query}"), LETTER_TEXT);
        guarded.refuses(name, &request, &[400]);
    }
    assert_eq!(desk.open_file(LETTER, "findings").status, 200);
    let told = desk.step(LETTER, &fingerprint(&guarded.text(LETTER)), &act);
    assert_eq!(told.status, 200, "the same act on the letter is one: {told:#?}");
    assert!(guarded.text(LETTER).contains("Leaders know it."));
}

fn form_urlencoded(pairs: &[(&str, &str)]) -> String {
    url::form_urlencoded::Serializer::new(String::new()).extend_pairs(pairs).finish()
}

/// A document's own name says nothing of where what is made of it goes.
#[test]
fn what_is_imported_goes_to_its_authority_whatever_its_name() {
    for name in ["../../x.txt", "/tmp/x.txt", "..\\x.txt", "content/../../x.txt"] {
        let guarded = Guarded::new();
        let query = form_urlencoded(&[("name", name), ("authority", "sunderland")]);
        let answer = guarded.desk.send(&guarded.desk.request(
            "POST",
            &format!("import?{query}"),
            LETTER_TEXT,
        ));
        assert_eq!(answer.status, 200, "{answer:#?}");
        let mut after = everything(guarded.folder.path());
        after.retain(|path, _| !guarded.before.contains_key(path));
        assert!(!after.is_empty(), "{name}: {answer:#?}");
        let is_there = |path: &PathBuf| path.starts_with("content/authorities/sunderland");
        assert!(after.keys().all(is_there), "{name}: {after:#?}");
    }
}

#[test]
fn what_is_too_large_or_unclear_is_not_taken() {
    let guarded = Guarded::new();
    let desk = &guarded.desk;
    let edit = of_file("edit", LETTER);
    let import = "import?name=letter.txt&authority=sunderland";
    let base = fingerprint(&guarded.text(LETTER));
    let whole = |length: usize| {
        let text = format!("{}{}", guarded.text(LETTER), "a".repeat(length));
        json!({"base": base, "act": {"file": {"text": text}}}).to_string()
    };
    let large = desk.request("POST", &edit, whole(3 << 20));
    guarded.refuses("3 MB to edit", &large, &[413]);
    guarded.refuses("3 MB to make", &desk.request("POST", "make", vec![b'a'; 3 << 20]), &[413]);
    let check = of_file("check", LETTER);
    guarded.refuses("3 MB to check", &desk.request("POST", &check, whole(3 << 20)), &[413]);
    guarded.refuses(
        "100 MB to import",
        &desk.request("POST", import, vec![b'a'; 100 << 20]),
        &[413],
    );
    let foreign = large.clone().without("Origin");
    guarded.refuses("3 MB from elsewhere", &foreign, &[403]);
    // What fits into a request, and makes a file that is larger than any of the content may be.
    let told = desk.step(LETTER, &base, &json!({"file": {"text": "a".repeat(3 << 19)}}));
    assert!(!told.is_conflict && told.error.is_some_and(|why| why.contains("too large")));
    guarded.is_as_before("a file that is too large");

    for body in [
        "",
        "null",
        "[]",
        "{",
        "\u{0}",
        "{\"base\": \"x\"}",
        "{\"act\": \"undo\"}",
        "{\"base\": \"x\", \"act\": \"delete\"}",
        "{\"base\": \"x\", \"act\": {\"undo\": {\"file\": \"x.md\"}}}",
        "{\"base\": \"x\", \"act\": \"undo\", \"file\": \"x.md\"}",
        "{\"base\": \"x\", \"act\": {\"remove\": {\"list\": \"findings\", \"index\": -1}}}",
        "{\"base\": \"x\", \"act\": {\"remove\": {\"list\": \"findings\", \"index\": 99999999999999999999}}}",
    ] {
        guarded.refuses(body, &desk.request("POST", &edit, body), &[400]);
    }
    guarded.refuses("bytes", &desk.request("POST", &edit, *b"\xff\xfe"), &[400]);
    let deep = format!("{{\"base\": \"x\", \"act\": {}", "[".repeat(100_000));
    guarded.refuses("brackets", &desk.request("POST", &edit, deep), &[400]);
    for act in [
        json!({"write": {"path": "", "value": "x"}}),
        json!({"write": {"path": "..", "value": "x"}}),
        json!({"write": {"path": "no.such.key", "value": "x"}}),
        json!({"write": {"path": "findings", "value": "x"}}),
        json!({"write": {"path": "findings.0", "value": "x"}}),
        json!({"write": {"path": "findings.7.text", "value": "x"}}),
        json!({"write": {"path": "findings.x.text", "value": "x"}}),
        json!({"write": {"path": "findings.18446744073709551615.text", "value": "x"}}),
        json!({"write": {"path": "findings.0.text", "value": "a\u{7}b"}}),
        json!({"add": {"list": "areas"}}),
        json!({"add": {"list": "nothing"}}),
        json!({"remove": {"list": "findings", "index": 2}}),
        json!({"remove": {"list": "kind", "index": 0}}),
        json!({"move": {"list": "findings", "from": 0, "to": 2}}),
        json!({"move": {"list": "findings", "from": 2, "to": 0}}),
        json!({"finding": {"index": 2, "do": "discard"}}),
        json!({"finding": {"index": 1, "do": "join"}}),
        json!({"finding": {"index": 0, "do": {"split": {"behind": "no such words"}}}}),
        json!({"finding": {"index": 0, "do": {"split": {"behind": null}}}}),
        json!({"claim": {"words": " \n ", "index": 0}}),
        json!("undo"),
    ] {
        let told = desk.step(LETTER, &base, &act);
        assert!(
            told.status == 200 && told.error.is_some() && !told.is_conflict,
            "{act}: {told:#?}"
        );
        assert_eq!(version(&told.html), base, "{act}: the page is as it was");
        guarded.is_as_before(&act.to_string());
    }
    for body in [
        json!({"authority": {"name": ""}}),
        json!({"authority": {"name": "\u{202e}\u{0}"}}),
        json!({"authority": {"name": "Sunderland"}}),
        json!({"authority": {"name": "Medway", "folder": "../x"}}),
        json!({"topic": {"title": "Care plans", "group": "no such group"}}),
        json!({"topic": {"title": "Thresholds", "group": "Practice"}}),
        json!({"topic": {"title": "Plans\nchecked: [all]", "group": "Practice\nx: y"}}),
        json!({"letter": {}}),
    ] {
        let request = desk.request("POST", "make", body.to_string());
        guarded.refuses(&body.to_string(), &request, &[400, 422]);
    }
    for (name, document) in [
        ("letter.txt", &b""[..]),
        ("letter.txt", b"\xff\xfe\x00"),
        ("letter.pdf", b"%PDF-1.7 and nothing more"),
        ("letter.exe", b"MZ"),
        ("letter.txt", b"Nothing that a letter says."),
    ] {
        let request = desk.request("POST", &format!("import?name={name}"), document);
        let answer = desk.send(&request);
        assert!([200, 422].contains(&answer.status), "{name}: {answer:#?}");
        guarded.is_as_before(name);
    }
    writes_when_put_right(&guarded);
}

#[test]
fn every_answer_says_that_no_other_page_may_have_it() {
    let guarded = Guarded::new();
    let desk = &guarded.desk;
    let edit = of_file("edit", LETTER);
    let foreign = |request: Request| request.with("Origin", "https://letters.example");
    let preflight = foreign(desk.request("OPTIONS", &edit, ""))
        .with("Access-Control-Request-Method", "POST")
        .with("Access-Control-Request-Private-Network", "true");
    let wrong = desk.request("GET", "", "").at("/_letterpress/desk/wrong/");
    let body = json!({"base": "x", "act": {"body": {"text": "Mine."}}}).to_string();
    for (what, request, status) in [
        ("the first page", desk.request("GET", "", ""), 200),
        ("from another origin", foreign(desk.request("GET", "", "")), 200),
        ("its head", desk.request("HEAD", "", ""), 200),
        ("a file", desk.request("GET", &of_file("file", LETTER), ""), 200),
        ("a script", desk.request("GET", "assets/desk.js", ""), 200),
        ("no script", desk.request("GET", "assets/x.js", ""), 404),
        ("no file", desk.request("GET", &of_file("file", "x.md"), ""), 404),
        ("no query", desk.request("GET", "file", ""), 400),
        ("a wrong secret", wrong, 403),
        ("another method", desk.request("GET", &edit, ""), 405),
        ("one more", desk.request("PUT", &of_file("file", LETTER), ""), 405),
        ("a third", desk.request("DELETE", &of_file("file", LETTER), ""), 405),
        ("a preflight", preflight, 403),
        ("a conflict", desk.request("POST", &edit, body), 409),
        ("no step", desk.request("POST", &edit, "x"), 400),
        ("too much", desk.request("POST", &edit, vec![b' '; 3 << 20]), 413),
    ] {
        let answer = guarded.refuses(what, &request, &[status]);
        for line in HEADERS {
            assert!(answer.headers.contains(line), "{what}: {line:?} in {answer:#?}");
        }
        assert!(!answer.headers.contains("unsafe-"), "{what}: {answer:#?}");
    }
}

/// What the policy forbids would not work.
#[test]
fn pages_have_no_scripts_or_styles_in_them() {
    let guarded = Guarded::new();
    let tabs = ["findings", "facts", "summary", "page", "file", "publish"];
    let mut pages: Vec<Answer> = tabs.map(|tab| guarded.desk.open_file(LETTER, tab)).into();
    pages.push(guarded.desk.get(&format!("{}&finding=1", of_file("file", LETTER))));
    pages.push(guarded.desk.get(""));
    for page in pages {
        assert_eq!(page.status, 200, "{page:#?}");
        let html = scraper::Html::parse_document(&page.body);
        let elements = html.tree.values().filter_map(scraper::Node::as_element);
        for element in elements {
            let is_inline = |(name, _): (&str, &str)| name == "style" || name.starts_with("on");
            assert!(!element.attrs().any(is_inline), "{element:?}");
            assert!(element.name() != "style", "{element:?}");
            assert!(element.name() != "script" || element.attr("src").is_some(), "{element:?}");
            let addresses = ["src", "href", "action"].into_iter().filter_map(|it| element.attr(it));
            for address in addresses {
                assert!(!address.contains("//"), "{element:?} leads elsewhere");
            }
        }
    }
}

#[test]
fn without_edit_there_is_no_desk() {
    let folder = Folder::with_sunderland();
    let served = Served::start(folder.path(), &[]);
    let before = everything(folder.path());
    let host = &served.host;
    let body = json!({"base": "x", "act": {"file": {"text": "Mine."}}}).to_string();
    for secret in ["", "x/", &format!("{}/", "0".repeat(32))] {
        for path in
            ["", &of_file("file", LETTER), "assets/desk.js", &of_file("edit", LETTER), "make"]
        {
            let path = format!("/_letterpress/desk/{secret}{path}");
            let get = Request::new("GET", &path, host, Vec::new());
            assert_eq!(get.send(host).expect("it answers").status, 404, "{path}");
            for method in ["POST", "PUT", "DELETE", "PATCH"] {
                let post = Request::new(method, &path, host, body.clone().into_bytes())
                    .with("Origin", &format!("http://{host}"))
                    .with("Sec-Fetch-Site", "same-origin");
                assert_eq!(post.send(host).expect("it answers").status, 405, "{method} {path}");
            }
        }
    }
    assert!(everything(folder.path()) == before);
    assert!(!String::from_utf8_lossy(&served.said()).contains("_letterpress"));
}

#[test]
fn only_this_machine_can_have_a_desk() {
    let folder = Folder::with_sunderland();
    let run = folder.run(&["serve", "--edit", "--port", "0", "--host", "0.0.0.0"]).expect(2);
    assert!(run.stderr.contains("the desk answers this machine alone"), "{run:#?}");
    assert!(!format!("{run:?}").contains("_letterpress/desk"), "{run:#?}");
}

/// How many ask at once.
const AT_ONCE: usize = 1_000;

#[test]
fn a_thousand_requests_at_once_are_answered_each() {
    raise_limit_of_open_files();
    let guarded = Guarded::new();
    let desk = &guarded.desk;
    let host = &desk.served.host;
    let (_, edit) = guarded.writes().swap_remove(0);
    let wrong = format!("/_letterpress/desk/{}/{}", "0".repeat(32), of_file("edit", LETTER));
    let stale = json!({"base": "0", "act": {"body": {"text": "Mine."}}}).to_string();
    let kinds = [
        (edit.clone().with("Origin", "https://letters.example"), 403),
        (edit.clone().with("Sec-Fetch-Site", "cross-site"), 403),
        (edit.at(&wrong), 403),
        (desk.request("POST", &of_file("edit", "content/../x.md"), stale.clone()), 404),
        (desk.request("POST", &of_file("edit", LETTER), stale), 409),
        (desk.request("GET", "", ""), 200),
        (desk.request("GET", &of_file("file", LETTER), ""), 200),
        (desk.request("GET", "assets/desk.css", ""), 200),
    ];
    // All are there before the first answer is read.
    let open: Vec<(TcpStream, u16)> = (0..AT_ONCE)
        .map(|index| {
            let (request, status) = &kinds[index % kinds.len()];
            let mut stream = TcpStream::connect(host).expect("it listens");
            request.write_to(&mut stream).expect("it is sent");
            (stream, *status)
        })
        .collect();
    assert_eq!(open.len(), AT_ONCE);
    for (stream, status) in open {
        let answer = answer(stream).expect("it answers");
        assert_eq!(answer.status, status, "{answer:#?}");
    }
    guarded.is_as_before("a thousand requests");
    assert_eq!(desk.get("").status, 200, "it goes on");
    writes_when_put_right(&guarded);
}

/// Some systems give few files to begin with. The program gets as many as this one has.
fn raise_limit_of_open_files() {
    #[cfg(target_os = "linux")]
    {
        use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};

        let Rlimit { current, maximum } = getrlimit(Resource::Nofile);
        if current != maximum {
            setrlimit(Resource::Nofile, Rlimit { current: maximum, maximum }).expect("a limit");
        }
    }
}

/// A name of many parts is one name.
#[test]
fn what_is_made_is_below_the_content_whatever_its_name() {
    for (body, folder) in [
        (json!({"authority": {"name": "../../elsewhere"}}), "content/authorities"),
        (json!({"authority": {"name": "/etc/Medway"}}), "content/authorities"),
        (json!({"topic": {"title": "../../Care plans", "group": "Practice"}}), "content/topics"),
        (
            json!({"topic": {"title": "Plans\nchecked: [all]\n---\n", "group": "Practice"}}),
            "content/topics",
        ),
    ] {
        let guarded = Guarded::new();
        let answer = guarded.desk.send(&guarded.desk.request("POST", "make", body.to_string()));
        assert_eq!(answer.status, 200, "{body}: {answer:#?}");
        let mut after = everything(guarded.folder.path());
        assert!(
            guarded.before.iter().all(|(path, bytes)| after.get(path) == Some(bytes)),
            "{body}"
        );
        after.retain(|path, _| !guarded.before.contains_key(path));
        assert!(
            !after.is_empty() && after.keys().all(|path| path.starts_with(folder)),
            "{after:#?}"
        );
        let text =
            after.into_iter().find(|(path, _)| path.extension().is_some()).expect("a file").1;
        let values =
            letterpress::edit::values(std::str::from_utf8(&text).expect("a text")).expect("values");
        assert_eq!(values.get(&[letterpress::edit::Step::Key("checked".to_owned())]), None);
    }
}
