//! Templates that take too much: of time, of memory, of room. They are stopped, and cost nobody the site.

use std::path::Path;
use std::time::Duration;

use crate::folder::{Folder, Run, repository, sunderland, tree};

/// More steps than anybody waits for, in which nothing is written.
pub(crate) const ENDLESS: &str =
    "{% for a in range(end=100000) %}{% for b in range(end=100000) %}{% endfor %}{% endfor %}";

/// A value that becomes a gigabyte long.
pub(crate) const HUNGRY: &str = "{% set text = '0123456789abcdef' %}{% for each in range(end=26) %}{% set_global text = text ~ text %}{% endfor %}";

/// A site with a theme of its own, which is the plain one so far.
pub(crate) fn own_theme() -> Folder {
    let folder = Folder::with_sunderland();
    folder.write("site.toml", "title = \"Letters\"\ntheme = \"own\"\n");
    folder.write("themes/own/theme.toml", "name = \"own\"\n");
    folder
}

/// What `build` and `check` tell, in order, where a letter's page is made by this template. The site stays as it was.
fn told(template: &str) -> [String; 2] {
    let folder = own_theme();
    folder.run(&["build"]).expect(0);
    let before = tree(&folder.path().join("public"));
    folder.write("themes/own/templates/letter.html", template);
    ["build", "check"].map(|command| {
        let (run, took) = folder.timed(&[command]);
        assert!(took < Duration::from_secs(15), "{command} worked for {took:?}");
        let told = run.expect(1).stderr;
        assert_eq!(before, tree(&folder.path().join("public")));
        told
    })
}

#[test]
fn a_template_that_writes_without_end_is_stopped_at_its_line() {
    for told in told(
        "<h1>{{ page.title }}</h1>\n{% for a in range(end=100000) %}{% for b in range(end=100000) %}\n\
         <p>{{ b }} on and on</p>{% endfor %}{% endfor %}",
    ) {
        assert!(told.contains("error[page-too-large]"), "{told}");
        assert!(told.contains("themes/own/templates/letter.html:3:"), "{told}");
    }
}

#[test]
fn a_template_that_takes_too_long_is_stopped_at_its_line() {
    for told in told(
        "<h1>{{ page.title }}</h1>\n{% for a in range(end=100000) %}\n\
         {% for b in range(end=100000) %}{% endfor %}\nslow words{% endfor %}",
    ) {
        assert!(told.contains("error[page-too-slow]"), "{told}");
        assert!(told.contains("themes/own/templates/letter.html:4:"), "{told}");
    }
}

#[test]
fn a_template_that_never_writes_nor_ends_is_given_up() {
    for told in told(ENDLESS) {
        assert!(told.contains("error[page-too-slow]"), "{told}");
        assert!(told.contains("themes/own/templates/letter.html:1:1"), "{told}");
    }
}

#[cfg(target_os = "linux")]
#[test]
fn a_template_that_takes_ever_more_memory_is_given_up() {
    for told in told(HUNGRY) {
        assert!(told.contains("error[page-out-of-memory]"), "{told}");
        assert!(told.contains("over 512 MB of memory"), "{told}");
        assert!(told.contains("themes/own/templates/letter.html:1:1"), "{told}");
    }
}

/// The most memory that any process took which this one has started, in bytes.
#[cfg(target_os = "linux")]
fn most_memory_of_those_started_by(parent: u32) -> u64 {
    let processes = std::fs::read_dir("/proc").expect("processes").flatten();
    let status = |entry: std::fs::DirEntry| {
        // It may have ended meanwhile.
        let status = std::fs::read_to_string(entry.path().join("status")).ok()?;
        let number = |key: &str| -> Option<u64> {
            let line = status.lines().find_map(|line| line.strip_prefix(key))?;
            line.trim().trim_end_matches(" kB").parse().ok()
        };
        (number("PPid:")? == u64::from(parent)).then_some(number("VmHWM:")? << 10)
    };
    processes.filter_map(status).max().unwrap_or(0)
}

/// What such a template takes until it is given up is not much more than it may.
#[cfg(target_os = "linux")]
#[test]
fn the_memory_of_a_template_has_a_bound() {
    let folder = own_theme();
    folder.write("themes/own/templates/letter.html", HUNGRY);
    let mut check = crate::folder::program(folder.path(), &["check"]);
    check.stderr(std::process::Stdio::null());
    let mut check = check.spawn().expect("the program starts");
    let mut most = 0;
    while check.try_wait().expect("its state").is_none() {
        most = most.max(most_memory_of_those_started_by(check.id()));
    }
    assert!(most > letterpress::render::PAGE_MEMORY / 4, "the templates have a process: {most}");
    assert!(most < letterpress::render::PAGE_MEMORY * 3 / 2, "{most} bytes");
}

/// What one page took too much of, the next would too: with one core, one is tried.
#[test]
fn after_a_page_that_takes_too_much_no_other_is_made() {
    let folder = own_theme();
    for name in ["letter", "home", "topic", "authority", "findings", "page"] {
        folder.write(&format!("themes/own/templates/{name}.html"), ENDLESS);
    }
    for command in ["build", "check"] {
        let told = folder.run(&[command, "--jobs", "1", "--format", "json"]).expect(1).stdout;
        assert_eq!(told.matches("page-too-slow").count(), 1, "{told}");
    }
}

/// Templates that did not come with the program make the same bytes where they run as others do where those run.
#[test]
fn a_page_is_the_same_wherever_its_template_runs() {
    for theme in ["plain", "gazette"] {
        let folder = Folder::new();
        folder.copy(&sunderland().join("content"), "content");
        folder.copy(&repository().join("themes"), "themes");
        let settings =
            format!("title = \"Letters\"\ntheme = \"{theme}\"\n[search]\nenabled = false\n");
        folder.write("site.toml", settings);
        folder.run(&["build", "--output", "here"]).expect(0);
        for theme in ["plain", "gazette"] {
            let templates = repository().join("themes").join(theme).join("templates");
            for (name, text) in tree(&templates) {
                let text = [&text[..], b"{# Another template by its bytes. #}"].concat();
                folder.write(&format!("themes/{theme}/templates/{name}"), text);
            }
        }
        folder.run(&["build", "--output", "apart"]).expect(0);
        let trees = ["here", "apart"].map(|output| tree(&folder.path().join(output)));
        assert!(trees[0].len() > 300);
        let differ = trees[0].iter().find(|(path, bytes)| trees[1].get(*path) != Some(bytes));
        assert_eq!(differ.map(|(path, _)| path), None, "{theme}");
        assert_eq!(trees[0].len(), trees[1].len());
    }
}

/// A mistake is told at the same words, wherever the template runs.
#[test]
fn mistakes_in_templates_have_their_places() {
    let folder = own_theme();
    folder
        .write("themes/own/templates/letter.html", "<h1>{{ page.title }}</h1>\n{{ letter.nmae }}");
    let Run { stderr: told, .. } = folder.run(&["check"]).expect(1);
    assert!(told.contains("error[bad-template]"), "{told}");
    assert!(told.contains("themes/own/templates/letter.html:2:11"), "{told}");
    let (site, _) = folder.load();
    let route = letterpress::plan::Route::new("/authorities/sunderland/visit-1/");
    let here = site.render(&route).expect_err("a mistake");
    assert!(told.contains(&here.message), "{here:?}: {told}");
}

/// The process that renders templates takes nothing else for a job.
#[test]
fn what_is_no_job_is_refused() {
    let run = Folder::new().run(&["render-templates"]);
    assert_eq!((run.code, run.stdout.as_str()), (Some(0), ""), "no job at all");
    let program = Path::new(env!("CARGO_BIN_EXE_letterpress"));
    let mut shell = std::process::Command::new("sh");
    shell
        .args(["-c", "printf '\\3\\0\\0\\0\\0\\0\\0\\0abc' | \"$0\" render-templates"])
        .arg(program);
    crate::folder::start(&mut shell).expect(3);
}
