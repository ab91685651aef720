//! Hostile names: wherever one stands, nothing is written outside the output folder, and nowhere odd in it.

use std::fs;

use letterpress::{LoadOptions, Site};

use crate::entry_points::is_plain;
use crate::folder::{Folder, tree};

/// Names that lead elsewhere, that some system keeps for itself, that look like others, or that are too long.
fn names() -> Vec<String> {
    let mut names: Vec<String> = [
        "..",
        ".",
        "../escaped",
        "../../escaped",
        "..\\escaped",
        "..\\..\\escaped",
        "/etc/escaped",
        "//escaped/x",
        "\\\\host\\share",
        "C:\\escaped",
        "C:escaped",
        "c:/escaped",
        "a/../../escaped",
        "a/../../../escaped",
        "./../escaped",
        "a/./b",
        "a//b",
        "....//escaped",
        "..;/escaped",
        "%2e%2e/escaped",
        "%2e%2e%2fescaped",
        "..%2fescaped",
        "..%5cescaped",
        "..%c0%afescaped",
        "%00",
        "~",
        "~root",
        "$HOME",
        "${HOME}",
        "`id`",
        "$(id)",
        "|id",
        "-rf",
        "--output",
        "*",
        "?",
        "a\nb",
        "a\tb",
        "a b",
        " a",
        "a ",
        "a.",
        "a..",
        ".git",
        ".htaccess",
        ".letterpress",
        ".well-known",
        "con",
        "CON",
        "nul",
        "aux",
        "prn",
        "com1",
        "lpt9",
        "con.txt",
        "NUL.",
        "a:b",
        "a::$DATA",
        "CLOCK$",
        "a\u{202e}gpj",
        "\u{ff0e}\u{ff0e}/escaped",
        "ｃon",
        "é",
        "e\u{301}",
        "ß",
        "ı",
        "K",
        "\u{0}",
        "\u{7f}",
        "<script>",
        "\"",
        "'",
        "a&b",
        "a#b",
        "a?b",
        "index.html",
        "pagefind",
        "404.html",
        "INDEX",
        "site.toml",
    ]
    .map(str::to_owned)
    .to_vec();
    names.push("a".repeat(101));
    names.push("a".repeat(256));
    names.push("../".repeat(40) + "tmp/escaped");
    names.push("a/".repeat(300) + "b");
    names
}

const LETTER: &str = "content/authorities/sunderland/letter.md";

fn letter(facts: &str, body: &str) -> String {
    format!(
        "---\nkind: focused-visit\non_site: 2017-02\ndated: 2017-02-01\nsource: https://example.org/\n{facts}---\n{body}\n"
    )
}

/// Puts a name where an editor may. `false` where no disk takes it.
fn put(folder: &Folder, way: &str, name: &str) -> bool {
    let quoted = serde_json::to_string(name).expect("JSON");
    // What a disk refuses, or takes for a way elsewhere, no editor can save.
    let is_file_name =
        !name.contains(['/', '\0']) && name.len() < 200 && ![".", ".."].contains(&name);
    match way {
        "slug" => _ = folder.write(LETTER, letter(&format!("slug: {quoted}\n"), "")),
        "alias" => {
            let alias = serde_json::to_string(&format!("/{name}")).expect("JSON");
            let alias = letter(&format!("aliases: [{alias}]\n"), "");
            folder.write(LETTER, alias);
        }
        "link" => _ = folder.write(LETTER, letter("", &format!("[a](<{name}>) ![b](<{name}>)"))),
        _ if !is_file_name => return false,
        "folder" => {
            let path = format!("content/authorities/{name}/authority.md");
            folder.write(&path, "---\nname: Other\nregion: London\n---\nOther.\n");
        }
        "file" => {
            _ = folder.write(&format!("content/authorities/sunderland/{name}.md"), letter("", ""))
        }
        "asset" => {
            folder.write(&format!("content/authorities/sunderland/{name}.png"), "a picture");
            folder.write(LETTER, letter("", &format!("![a](<{name}.png>)")));
        }
        "theme" => {
            folder.write("site.toml", "title = \"Letters\"\ntheme = \"own\"\n");
            folder.write("themes/own/theme.toml", "name = \"own\"\n");
            folder.write(&format!("themes/own/static/{name}.js"), "// a script");
            folder.write(&format!("themes/own/templates/static/{name}"), "a file");
        }
        other => panic!("{other}"),
    }
    true
}

#[test]
fn no_name_leads_out_of_the_output_folder() {
    let names = names();
    assert!(names.len() >= 60);
    let (mut refused, mut built) = (0, 0);
    for way in ["slug", "alias", "folder", "file", "asset", "link", "theme"] {
        for name in &names {
            let around = Folder::with_sunderland();
            if !put(&around, way, name) {
                continue;
            }
            let Ok((site, report)) = Site::load(around.path(), &LoadOptions::default()) else {
                refused += 1;
                continue;
            };
            if report.has_errors() {
                refused += 1;
                continue;
            }
            built += 1;
            for route in site.routes() {
                assert!(is_plain(&route.file()), "{way} {name:?}: {route}");
            }
            let before = tree(around.path());
            around.run(&["build", "--output", "public"]).expect(0);
            // What one run leaves, the next one takes for its own.
            around.run(&["build", "--output", "public"]).expect(0);
            let mut after = tree(around.path());
            after.retain(|path, _| {
                !path.starts_with("public/") && !path.starts_with(".letterpress/")
            });
            assert_eq!(before, after, "{way} {name:?}");
            let escaped = around.path().parent().expect("a folder").join("escaped");
            assert!(!escaped.exists() && fs::metadata("/etc/escaped").is_err(), "{way} {name:?}");
        }
    }
    assert!(refused >= 200 && built > 0, "{refused} refused, {built} built");
}
