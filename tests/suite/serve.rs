//! `serve`, running: what is saved is shown, what is wrong is told, and nothing holds it up.

use std::fs;
use std::io::{Read, Write};
use std::net::TcpListener;
#[cfg(target_os = "linux")]
use std::process::Command;

use crate::folder::{Folder, entries, tree};
use crate::preview_server::Served;

const LETTER: &str = "content/authorities/sunderland/visit-1.md";
const PAGE: &str = "authorities/sunderland/visit-1/";

fn letter(words: &str) -> String {
    format!(
        "---\nkind: monitoring-visit\nvisit: 1\non_site: 2016-08-04/2016-08-05\ndated: 2016-09-02\n\
         source: https://letters.example/visit-1.pdf\n---\n{words}\n"
    )
}

#[test]
fn what_is_saved_is_shown_and_a_mistake_leaves_the_last_good_page() {
    let folder = Folder::with_sunderland();
    let served = Served::start(folder.path(), &[]);
    let mut events = served.events();
    let first = events.next();
    assert_eq!(first["errors"], 0, "{first}");

    folder.write(LETTER, letter("The first words."));
    served.until(PAGE, |page| page.body.contains("The first words."));
    served.line(&format!("{LETTER}: shown in "));

    folder.write(LETTER, letter("The second words.").replace("visit: 1", "visit: one"));
    let news = events.until(|news| news["errors"] == 1);
    assert_eq!(news["stale"], true);
    let problem = &news["problems"][0];
    assert_eq!((&problem["severity"], &problem["file"]), (&"error".into(), &LETTER.into()));
    assert_eq!((&problem["line"], &problem["column"]), (&3.into(), &8.into()));
    let root = folder.path().canonicalize().expect("a path");
    assert_eq!(problem["href"], format!("vscode://file{}/{LETTER}:3:8", root.display()));
    assert!(served.get(PAGE).body.contains("The first words."));
    served.line("error");
    served.line("The last good site is still shown.");

    folder.write(LETTER, letter("The third words."));
    let news = events.until(|news| news["errors"] == 0);
    assert_eq!(news["stale"], false);
    assert!(served.get(PAGE).body.contains("The third words."), "it is there when it is told");
    served.line("Mended. ");
    assert_eq!(entries(folder.path()).len(), 2, "nothing is written: {:?}", entries(folder.path()));
}

#[test]
fn files_may_come_go_and_be_put_in_place_of_others() {
    let folder = Folder::with_sunderland();
    // A site that has lost its only letter would not be shown.
    folder.write("content/authorities/sunderland/visit-0.md", letter("Another."));
    let served = Served::start(folder.path(), &["--quiet"]);
    let path = |name: &str| folder.path().join(name);

    folder.write("content/authorities/sunderland/.visit-1.md.new", letter("By another name."));
    let hidden = path("content/authorities/sunderland/.visit-1.md.new");
    fs::rename(&hidden, path(LETTER)).expect("it is put in place");
    served.until(PAGE, |page| page.body.contains("By another name."));

    // Put in place and taken away at once.
    folder.write("content/authorities/sunderland/.visit-1.md.new", letter("Never seen."));
    fs::rename(&hidden, path(LETTER)).expect("it is put in place");
    fs::remove_file(path(LETTER)).expect("it is taken away");
    served.until(PAGE, |page| page.status == 404);

    folder.write("content/authorities/medway/authority.md", "---\nname: Medway\n---\n");
    folder.write("content/authorities/medway/visit-1.md", letter("In a new folder."));
    served.until("authorities/medway/visit-1/", |page| page.body.contains("In a new folder."));

    fs::rename(path("content/authorities/medway"), path("content/authorities/luton"))
        .expect("renamed");
    served.until("authorities/luton/visit-1/", |page| page.status == 200);
    folder.write("content/authorities/luton/visit-1.md", letter("In a renamed folder."));
    served.until("authorities/luton/visit-1/", |page| page.body.contains("In a renamed folder."));

    fs::rename(path("content"), path("elsewhere")).expect("renamed");
    served.line("no-content");
    assert_eq!(served.get("authorities/luton/visit-1/").status, 200, "the last good site stays");
    fs::rename(path("elsewhere"), path("content")).expect("renamed");
    folder.write("content/authorities/luton/visit-1.md", letter("Back again."));
    served.until("authorities/luton/visit-1/", |page| page.body.contains("Back again."));
}

#[test]
fn changes_are_found_by_looking_where_the_system_tells_of_none() {
    let folder = Folder::with_sunderland();
    let served = Served::start(folder.path(), &["--poll"]);
    for words in ["Found by looking.", "Found in the same second.", "And again."] {
        folder.write(LETTER, letter(words));
        served.until(PAGE, |page| page.body.contains(words));
    }
}

#[test]
fn a_table_of_messages_that_is_new_or_changed_is_shown() {
    for arguments in [&[][..], &["--poll"]] {
        let folder = Folder::with_sunderland();
        let served = Served::start(folder.path(), arguments);
        for words in ["Post", "Mail"] {
            folder.write("i18n/en.ftl", format!("letters = {words}\n"));
            served.until("letters/", |page| page.body.contains(&format!("<h1>{words}</h1>")));
        }
    }
}

/// What a link leads to is not the site's; what takes the place of the link is.
#[cfg(unix)]
#[test]
fn what_takes_the_place_of_a_link_is_shown() {
    use std::os::unix::fs::symlink;

    for arguments in [&[][..], &["--poll"]] {
        let folder = Folder::with_sunderland();
        let path = |name: &str| folder.path().join(name);
        folder.write("themes/own/theme.toml", "name = \"own\"\nextends = \"plain\"\n");
        folder.write("themes/own/static/own.css", "main { color: red }");
        folder.write("site.toml", "title = \"Here\"\ntheme = \"own\"\n");
        let served = Served::start(folder.path(), arguments);
        for name in ["site.toml", "themes/own", "themes", "content"] {
            fs::rename(path(name), path("aside")).expect("it goes");
            symlink(path("aside"), path(name)).expect("a link");
            served.line("not shown");
            fs::remove_file(path(name)).expect("the link goes");
            fs::rename(path("aside"), path(name)).expect("it is back");
            served.line("Mended.");
        }
        folder.write("themes/own/static/own.css", "main { color: blue }");
        served.until("own.css", |style| style.body.contains("blue"));
    }
}

#[cfg(target_os = "linux")]
#[test]
fn a_folder_that_the_system_did_not_tell_of_is_watched() {
    use rustix::process::{Signal, kill_process};

    let limit = fs::read_to_string("/proc/sys/fs/inotify/max_queued_events").expect("a limit");
    let limit: usize = limit.trim().parse().expect("a number");
    let folder = Folder::with_sunderland();
    let served = Served::start(folder.path(), &["--quiet"]);
    let process = process_in(folder.path());
    kill_process(process, Signal::STOP).expect("it is told");
    let files = [LETTER, "content/authorities/sunderland/authority.md"];
    for at in 0..limit + 1000 {
        // The same event twice in a row would be one.
        drop(fs::File::open(folder.path().join(files[at % 2])).expect("it is there"));
    }
    folder.write("content/authorities/medway/authority.md", "---\nname: Medway\n---\n");
    kill_process(process, Signal::CONT).expect("it is told");
    for words in ["Made while nobody told.", "Saved later.", "And again."] {
        folder.write("content/authorities/medway/visit-1.md", letter(words));
        served.until("authorities/medway/visit-1/", |page| page.body.contains(words));
    }
}

/// The process that has this folder as its own.
#[cfg(target_os = "linux")]
fn process_in(folder: &std::path::Path) -> rustix::process::Pid {
    let folder = folder.canonicalize().expect("a path");
    let processes = fs::read_dir("/proc").expect("processes").flatten();
    processes
        .filter(|it| fs::read_link(it.path().join("cwd")).is_ok_and(|its| its == folder))
        .find_map(|it| rustix::process::Pid::from_raw(it.file_name().to_str()?.parse().ok()?))
        .expect("it runs")
}

#[test]
fn a_theme_may_come_and_its_styles_are_told_apart_from_its_mistakes() {
    let folder = Folder::with_sunderland();
    let served = Served::start(folder.path(), &[]);
    let mut events = served.events();
    let first = events.next();

    folder.write("themes/plain/theme.toml", "name = \"plain\"\n");
    folder.copy(&crate::folder::repository().join("themes/plain"), "themes/plain");
    folder.write("themes/plain/static/style.css", "main { color: green }");
    events.until(|news| news["styles"] != first["styles"] && news["errors"] == 0);
    let page = served.until("style.css", |style| style.body.contains("green"));
    assert_eq!(page.status, 200);

    // A template that reads well and fails only when a page is made.
    folder.write("themes/plain/templates/page.html", "{{ nothing.at.all }}");
    let broken = events.until(|news| news["errors"] != 0);
    assert_eq!(broken["problems"][0]["file"], "themes/plain/templates/page.html", "{broken}");
    // A change elsewhere does not let it through.
    folder.write(LETTER, letter("With a broken theme."));
    let still = events.until(|later| later["number"].as_u64() > broken["number"].as_u64());
    assert_eq!((&still["stale"], &still["styles"]), (&true.into(), &broken["styles"]));
    assert_eq!(served.get("about/").status, 200);

    folder.copy(
        &crate::folder::repository().join("themes/plain/templates"),
        "themes/plain/templates",
    );
    events.until(|news| news["errors"] == 0);
    served.until(PAGE, |page| page.body.contains("With a broken theme."));
}

#[test]
fn settings_that_cannot_be_used_leave_the_site_and_new_ones_are_taken() {
    let folder = Folder::with_sunderland();
    let served = Served::start(folder.path(), &[]);
    let mut events = served.events();
    folder.write("site.toml", "title = ");
    let news = events.until(|news| news["errors"] != 0);
    assert_eq!(news["problems"][0]["file"], "site.toml");
    assert_eq!(served.get("").status, 200);
    folder.write(
        "site.toml",
        "title = \"Other\"\ntheme = \"plain\"\nbase_url = \"https://x.example/deep/\"\n",
    );
    served.line("/deep/");
    assert_eq!(served.get("deep/").status, 200);
    assert!(served.get("deep/feed.xml").body.contains(&format!("http://{}/deep/", served.host)));
}

#[test]
fn a_site_with_mistakes_is_shown_as_well_as_it_can_be() {
    let folder = Folder::with_sunderland();
    folder.write(LETTER, letter("Words.").replace("visit: 1", "visit: one"));
    let served = Served::start(folder.path(), &[]);
    let news = served.events().next();
    assert_eq!((&news["errors"], &news["stale"]), (&1.into(), &false.into()), "{news}");
    assert_eq!(served.get("").status, 200);
    folder.write(LETTER, letter("Mended words."));
    served.until(PAGE, |page| page.body.contains("Mended words."));
}

#[test]
fn the_addresses_in_feeds_are_those_of_the_preview_unless_told() {
    let folder = Folder::with_sunderland();
    let served = Served::start(folder.path(), &[]);
    assert!(served.get("feed.xml").body.contains(&format!("http://{}/authorities/", served.host)));
    let served = Served::start(folder.path(), &["--base-url", "https://told.example/below/"]);
    assert_eq!(served.base, "/below/");
    assert!(served.get("feed.xml").body.contains("https://told.example/below/authorities/"));
    assert_eq!(served.ask("GET /below/ HTTP/1.1\r\nHost: told.example\r\n").status, 200);
}

#[test]
fn a_search_finds_what_is_there() {
    let folder = Folder::with_sunderland();
    let served = Served::start(folder.path(), &[]);
    assert_eq!(served.get("pagefind/pagefind.js").status, 200, "it is waited for");
    let first = served.get("pagefind/made-from.txt").body;
    folder.write(LETTER, letter("Words that change the index."));
    served.until("pagefind/made-from.txt", |made| made.status == 200 && made.body != first);
}

#[test]
fn strangers_are_sent_away() {
    let folder = Folder::with_sunderland();
    let served = Served::start(folder.path(), &[]);
    for path in ["/", "/_letterpress/events", "/_letterpress/reload.js"] {
        let answer = served.ask(&format!("GET {path} HTTP/1.1\r\nHost: evil.example\r\n"));
        assert_eq!(answer.status, 403, "{path}");
    }
    assert_eq!(served.ask("GET http://evil.example/ HTTP/1.1\r\nHost: localhost\r\n").status, 403);
    assert_eq!(served.ask("GET / HTTP/1.1\r\n").status, 400);
    let head = served.ask(&format!("HEAD / HTTP/1.1\r\nHost: {}\r\n", served.host));
    assert_eq!((head.status, head.body.as_str()), (200, ""));
    assert!(!head.headers.contains("content-length: 0"), "{}", head.headers);
    assert!(!head.headers.contains("access-control"), "{}", head.headers);
}

#[test]
fn slow_and_broken_connections_hold_up_nobody() {
    let folder = Folder::with_sunderland();
    let served = Served::start(folder.path(), &[]);
    let silent: Vec<_> = (0..40).map(|_| served.connect()).collect();
    let mut half = served.connect();
    half.write_all(b"GET / HT").expect("it is sent");
    let deaf: Vec<_> = (0..40).map(|_| served.events()).collect();
    let mut nonsense = served.connect();
    nonsense.write_all(b"\x16\x03\x01 nonsense\r\n\r\n").expect("it is sent");
    let mut answer = Vec::new();
    let _ = nonsense.read_to_end(&mut answer);
    for number in 0..5 {
        folder.write(LETTER, letter(&format!("Words number {number}.")));
        served.until(PAGE, |page| page.body.contains(&format!("Words number {number}.")));
    }
    drop((silent, half, deaf));
    assert_eq!(served.get("").status, 200);
}

#[test]
fn a_port_in_use_names_a_free_one() {
    let folder = Folder::with_sunderland();
    let taken = TcpListener::bind("127.0.0.1:0").expect("a port");
    let port = taken.local_addr().expect("an address").port().to_string();
    let run = folder.run(&["serve", "--port", &port]).expect(3);
    assert!(run.stderr.starts_with(&format!("error: port {port} is in use; ")), "{run:?}");
    assert!(run.stderr.contains(" is free: use --port "), "{run:?}");
}

#[test]
fn what_cannot_be_served_is_refused_as_by_other_commands() {
    let folder = Folder::with_sunderland();
    let run = folder.run(&["serve", "--port", "0", "--host", "192.0.2.1"]).expect(2);
    assert!(run.stderr.contains("help: leave out --host"), "{run:?}");
    let run = folder.run(&["serve", "--port", "0", "--root", "nowhere"]).expect(2);
    assert!(run.stderr.contains("there is no site.toml in nowhere"), "{run:?}");
    let run = folder.run(&["serve", "--port", "0", "--theme", "nothing"]).expect(2);
    assert!(run.stderr.contains("there is no theme `nothing`"), "{run:?}");
    folder.run(&["serve", "--editor", "notepad"]).expect(2);
}

#[cfg(target_os = "linux")]
#[test]
fn it_ends_at_once_when_asked_and_has_written_nothing() {
    let folder = Folder::with_sunderland();
    let before = tree(folder.path());
    for signal in crate::signals::signals() {
        let served = Served::start(folder.path(), &[]);
        let (mut events, _idle) = (served.events(), served.connect());
        events.next();
        assert_eq!(served.get("pagefind/pagefind.js").status, 200);
        assert_eq!(served.end(signal).code(), Some(0));
        assert!(tree(folder.path()) == before);
    }
}

#[cfg(target_os = "linux")]
#[test]
fn what_could_not_be_read_is_read_as_soon_as_it_can_be() {
    use rustix::process::{Resource, Rlimit, prlimit};

    let folder = Folder::with_sunderland();
    let served = Served::start(folder.path(), &[]);
    let process = process_in(folder.path());
    let few = |maximum| Rlimit { current: Some(4), maximum };
    let usual = rustix::process::getrlimit(Resource::Nofile);
    prlimit(Some(process), Resource::Nofile, few(usual.maximum)).expect("a limit");
    folder.write(LETTER, letter("Read at last."));
    served.line("error[machine]");
    prlimit(Some(process), Resource::Nofile, usual).expect("the limit before");
    served.line("Mended.");
    assert!(served.get(PAGE).body.contains("Read at last."));
}

/// A loop that depends on what the letter says, so that it is on none of the pages that are tried.
const SLOW_LETTER: &str = "{% if page.title is containing(pat=\"visit 2\") %}{% for a in range(end=100000) %}\
     {% for b in range(end=100000) %}{% endfor %}{% endfor %}{% endif %}<p>{{ page.title }}</p>";

#[test]
fn a_page_that_never_ends_holds_up_no_other() {
    let folder = Folder::with_sunderland();
    folder.write("site.toml", "title = \"Letters\"\ntheme = \"own\"\n");
    folder.write("themes/own/theme.toml", "name = \"own\"\n");
    folder.write("themes/own/templates/letter.html", SLOW_LETTER);
    let second = letter("Endless.").replace("visit: 1", "visit: 2").replace("2016-", "2017-");
    folder.write("content/authorities/sunderland/visit-2.md", second.as_str());
    let served = Served::start(folder.path(), &[]);
    let slow = "authorities/sunderland/visit-2/";
    let mut waiting = served.connect();
    let request = format!(
        "GET {}{slow} HTTP/1.1\r\nHost: {}\r\nConnection: close\r\n\r\n",
        served.base, served.host
    );
    waiting.write_all(request.as_bytes()).expect("it is sent");
    for _ in 0..20 {
        assert_eq!(served.get(PAGE).status, 200);
    }
    waiting.set_nonblocking(true).expect("a state");
    let answered = waiting.read(&mut [0]).map_err(|error| error.kind());
    assert_eq!(answered, Err(std::io::ErrorKind::WouldBlock), "the others come first");
    waiting.set_nonblocking(false).expect("a state");
    let mut answer = String::new();
    waiting.read_to_string(&mut answer).expect("it answers");
    assert!(answer.starts_with("HTTP/1.1 500"), "{answer}");
    assert!(answer.contains("takes over 5 seconds"), "{answer}");
    assert_eq!(served.get(slow).status, 500, "and at once when it is asked again");

    folder.write("themes/own/templates/letter.html", "<p>Mended</p>");
    served.until(slow, |page| page.body.contains("Mended"));
}

#[test]
fn a_theme_that_never_ends_leaves_the_last_good_site() {
    let folder = Folder::with_sunderland();
    folder.write("site.toml", "title = \"Letters\"\ntheme = \"own\"\n");
    folder.write("themes/own/theme.toml", "name = \"own\"\n");
    folder.write("themes/own/templates/letter.html", "<p>The good one</p>");
    let served = Served::start(folder.path(), &[]);
    let endless = SLOW_LETTER.replace("visit 2", "");
    folder.write("themes/own/templates/letter.html", endless);
    served.line("error[page-too-slow]");
    served.line("The last good site is still shown.");
    assert!(served.get(PAGE).body.contains("The good one"));
    folder.write("themes/own/templates/letter.html", "<p>Mended</p>");
    served.until(PAGE, |page| page.body.contains("Mended"));
}

/// Who works on the program builds it anew while the preview goes on.
#[cfg(target_os = "linux")]
#[test]
fn a_preview_goes_on_whose_program_is_gone() {
    let folder = Folder::with_sunderland();
    folder.write("site.toml", "title = \"Letters\"\ntheme = \"own\"\n");
    folder.write("themes/own/theme.toml", "name = \"own\"\n");
    folder.write("themes/own/templates/letter.html", "<p>Before</p>");
    let program = Folder::new();
    let copy = program.path().join("letterpress");
    // Not by this process: what another test starts meanwhile would hold the copy open for writing, which cannot be run.
    let copied = Command::new("cp").arg(env!("CARGO_BIN_EXE_letterpress")).arg(&copy).status();
    assert!(copied.expect("cp").success());
    let served = Served::start_program(&copy, folder.path(), &[]);
    fs::remove_file(&copy).expect("it goes");
    folder.write("themes/own/templates/letter.html", "<p>After</p>");
    served.until(PAGE, |page| page.body.contains("After"));
}
