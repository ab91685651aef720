//! The program: its exit codes, its options, what it says where.

use std::fs;

use crate::folder::{Folder, repository, run, sunderland, tree};
use crate::preview_server::Served;

#[test]
fn a_clean_build_ends_with_0_and_a_line_of_counts() {
    let folder = Folder::with_sunderland();
    let built = folder.run(&["build"]).expect(0);
    assert_eq!(built.stdout, "");
    let line = built.stderr.lines().last().expect("a closing line");
    assert!(line.starts_with("Built "), "{line}");
    let files = tree(&folder.path().join("public"));
    let bytes: usize = files.values().map(Vec::len).sum();
    assert!(line.contains(&format!("{} files", files.len())), "{line}");
    let kilobytes = bytes as f64 / 1000.0;
    let decimals = if kilobytes < 100.0 { 1 } else { 0 };
    assert!(line.contains(&format!("({kilobytes:.decimals$} kB)")), "{line}");
    assert!(line.contains("1 letter with 2 findings on 1 authority"), "{line}");
}

#[test]
fn quiet_says_only_what_is_wrong() {
    let folder = Folder::with_sunderland();
    let built = folder.run(&["build", "--quiet"]).expect(0);
    assert_eq!((built.stdout.as_str(), built.stderr.as_str()), ("", ""));
}

#[test]
fn strict_makes_warnings_errors() {
    let folder = Folder::with_sunderland();
    let letter =
        fs::read_to_string(folder.path().join("content/authorities/sunderland/visit-1.md"));
    let without_source = letter.expect("the letter").replace("source:", "#");
    folder.write("content/authorities/sunderland/visit-1.md", without_source);
    assert!(folder.run(&["build"]).expect(0).stderr.contains("warning[missing-source]"));
    assert!(folder.run(&["build", "--strict"]).expect(1).stderr.contains("error[missing-source]"));
    assert!(folder.run(&["check", "--strict"]).expect(1).stderr.contains("error[missing-source]"));
}

#[test]
fn check_writes_nothing() {
    let folder = Folder::with_sunderland();
    let before = tree(folder.path());
    folder.run(&["check", "--output", "a/b/c"]).expect(0);
    assert_eq!(before, tree(folder.path()));
    assert!(!folder.path().join("a").exists());
}

#[test]
fn what_cannot_be_meant_ends_with_2() {
    let empty = Folder::new();
    assert!(empty.run(&["build"]).expect(2).stderr.contains("--root"));
    assert!(empty.run(&["biuld"]).expect(2).stderr.contains("build"));
    let folder = Folder::with_sunderland();
    let wrong_options: [&[&str]; 4] = [
        &["--base-url", "example.org"],
        &["--theme", "plian"],
        &["--jobs", "0"],
        &["--format", "xml"],
    ];
    for options in wrong_options {
        let arguments: Vec<&str> = ["build"].iter().chain(options).copied().collect();
        let run = folder.run(&arguments).expect(2);
        assert!(!run.stderr.is_empty(), "{options:?}");
        assert!(!folder.path().join("public").exists(), "{options:?}");
    }
}

#[test]
fn what_the_machine_refuses_ends_with_3_and_names_the_path() {
    let folder = Folder::with_sunderland();
    folder.write("file", "not a folder");
    let run = folder.run(&["build", "--output", "file/site"]).expect(3);
    assert!(run.stderr.contains("file/site") || run.stderr.contains("/file"), "{}", run.stderr);
    assert!(run.stderr.contains("help:"), "{}", run.stderr);
}

#[test]
fn drafts_are_left_out_unless_asked_for() {
    let folder = Folder::with_sunderland();
    let draft = "---\nkind: monitoring-visit\ndraft: true\non_site: 2019\ndated: 2019\n---\n";
    folder.write("content/authorities/sunderland/draft.md", draft);
    let page = folder.path().join("public/authorities/sunderland/draft/index.html");
    folder.run(&["build"]).expect(0);
    assert!(!page.exists());
    folder.run(&["build", "--drafts"]).expect(0);
    assert!(page.exists());
}

#[test]
fn the_base_url_of_the_command_line_wins() {
    let folder = Folder::with_sunderland();
    folder.run(&["build", "--base-url", "https://letters.example/a/b"]).expect(0);
    let read =
        |path: &str| fs::read_to_string(folder.path().join("public").join(path)).expect(path);
    assert!(read("robots.txt").contains("https://letters.example/a/b/sitemap.xml"));
    assert!(read("404.html").contains("href=\"/a/b/findings/\""));
    assert!(read("index.html").contains("href=\"./findings/\""));
}

#[test]
fn a_theme_of_the_site_stands_in_front_of_the_one_it_extends() {
    let folder = Folder::with_sunderland();
    folder.write("themes/own/theme.toml", "name = \"own\"\nextends = \"plain\"\n");
    folder.write("themes/own/templates/404.html", "{{ site.title }}: nothing here");
    folder.write("themes/own/static/style.css", "body { color: red }");
    folder.run(&["build", "--theme", "own"]).expect(0);
    let public = folder.path().join("public");
    assert_eq!(
        fs::read_to_string(public.join("404.html")).expect("404.html"),
        "Letters for tests: nothing here"
    );
    assert_eq!(fs::read_to_string(public.join("style.css")).expect("css"), "body { color: red }");
    let home = fs::read_to_string(public.join("index.html")).expect("index.html");
    assert!(home.contains("<h2>Latest letters</h2>"));
}

#[test]
fn a_mistake_in_a_theme_is_told_at_its_line_and_costs_nothing() {
    let folder = Folder::with_sunderland();
    folder.run(&["build"]).expect(0);
    let before = tree(&folder.path().join("public"));
    folder.write("themes/own/theme.toml", "name = \"own\"\nextends = \"plain\"\n");
    let cases = [
        ("{% if %}", "1:7"),
        ("one\n{{ letter.nmae }}", "2:11"),
        ("one\ntwo {{ nothing }}", "2:8"),
        ("{{ letter.name | shout }}", "1:18"),
    ];
    for (template, place) in cases {
        folder.write("themes/own/templates/letter.html", template);
        for command in ["build", "check"] {
            let told = folder.run(&[command, "--theme", "own"]).expect(1).stderr;
            let place = format!("themes/own/templates/letter.html:{place}");
            assert!(told.contains(&place), "{template}: {told}");
            assert!(told.contains("error[bad-template]"), "{told}");
        }
    }
    assert_eq!(before, tree(&folder.path().join("public")));
}

/// The commands that the README shows for a site are commands that work.
#[test]
fn the_commands_of_the_readme_run() {
    let readme = fs::read_to_string(repository().join("README.md")).expect("README.md");
    let is_ours = |line: &&str| line.starts_with("cargo run -- ");
    let commands: Vec<&str> = readme.lines().map(str::trim).filter(is_ours).collect();
    assert!(commands.contains(&"cargo run -- build"), "{commands:?}");
    for command in commands {
        let folder = Folder::new();
        folder.copy(&sunderland(), "").copy(&repository().join("themes"), "themes");
        folder.copy_file(&repository().join("tests/import/pdf/letter.pdf"), "letter.pdf");
        let arguments: Vec<&str> =
            command.trim_start_matches("cargo run -- ").split_whitespace().collect();
        match arguments[..] {
            // It runs until it is ended.
            ["serve", ..] => drop(Served::start(folder.path(), &arguments[1..])),
            _ => drop(run(folder.path(), &arguments).expect(0)),
        }
    }
    assert!(readme.lines().any(|line| line.trim() == "cargo test"), "the README says how to test");
}
