//! What the program says of names and texts of others: on neither stream is there a character that a terminal obeys or
//! that cannot be seen, or a line in which GitHub's runner finds a command. Linux lets a file be called anything.

use std::ffi::{OsStr, OsString};
use std::fs;
use std::os::unix::ffi::OsStringExt;
use std::os::unix::fs::PermissionsExt;
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use letterpress::diagnostics::is_forbidden;
use regex::Regex;

use crate::folder::{Folder, entries, repository};

const PROGRAM: &str = env!("CARGO_BIN_EXE_letterpress");

/// Sets the title and a colour of a terminal, turns the order of letters round, begins lines, and gives commands.
const ODD: &str = "a\u{1b}]0;PWNED\u{7}\u{1b}[31mPWNED\u{9b}2J\u{7f}\u{85}\u{202e}\u{200b}\r\n::error::x\n##[error]x\tb";

fn names() -> Vec<OsString> {
    let texts = [ODD, "\n::error::x", "::error::x", "a\r::error::x", " ::error::x##[group]x"];
    let not_text = b"a\xff\x1b]0;PWNED\x07\n::warning::x\xc2\x9b\xfe".to_vec();
    texts.iter().map(OsString::from).chain([OsString::from_vec(not_text)]).collect()
}

/// What was said that should not have been.
#[derive(Default)]
struct Said {
    wrong: Vec<String>,
    runs: usize,
}

impl Said {
    fn run<A: AsRef<OsStr>>(&mut self, folder: &Path, arguments: &[A]) {
        self.look(Command::new(PROGRAM).args(arguments).current_dir(folder));
    }

    /// The same as somebody who may not read what its owner has closed.
    fn run_without_rights<A: AsRef<OsStr>>(&mut self, folder: &Path, arguments: &[A]) {
        let is_root =
            Command::new("id").arg("-u").output().expect("who runs this").stdout == b"0\n";
        if !is_root {
            return self.run(folder, arguments);
        }
        let caps = "-dac_override,-dac_read_search";
        let mut command = Command::new("setpriv");
        command.args(["--bounding-set", caps, "--inh-caps", caps, PROGRAM]).args(arguments);
        self.look(command.current_dir(folder));
    }

    fn look(&mut self, command: &mut Command) {
        // With colours nothing is taken away on the way: so it would come to a terminal.
        command.env("CLICOLOR_FORCE", "1").stdin(Stdio::null());
        if !command.get_envs().any(|(name, _)| name == "GITHUB_STEP_SUMMARY") {
            command.env_remove("GITHUB_STEP_SUMMARY");
        }
        let output = command.output().expect("it starts");
        self.runs += 1;
        let is_github = command.get_args().any(|it| it == "github");
        for (stream, bytes) in [("output", &output.stdout), ("errors", &output.stderr)] {
            if let Err(what) = clean(bytes, is_github && stream == "output") {
                let arguments: Vec<&OsStr> = command.get_args().collect();
                let text = String::from_utf8_lossy(bytes);
                self.wrong.push(format!("{arguments:?}, {stream}: {what} in {text:?}"));
            }
        }
        let code = output.status.code();
        if code.is_none_or(|code| code > 3) {
            self.wrong.push(format!("{command:?} ended with {code:?}"));
        }
    }

    #[track_caller]
    fn expect_clean(self, runs: usize) {
        let Said { wrong, runs: done } = self;
        assert!(done >= runs, "{done} runs");
        assert!(wrong.is_empty(), "{} of {done} runs:\n{}", wrong.len(), wrong.join("\n\n"));
    }
}

/// Whether a terminal and a log can show these bytes. Commands for GitHub are only those that the program gives itself.
fn clean(bytes: &[u8], is_github: bool) -> Result<(), String> {
    let text = std::str::from_utf8(bytes).map_err(|error| error.to_string())?;
    if text.contains("\u{1b}[31mPWNED") {
        return Err("a colour".to_owned());
    }
    let colours = Regex::new("\u{1b}\\[[0-9;]*m").expect("a pattern");
    let text = colours.replace_all(text, "");
    let unseen = |it: char| it != '\n' && (it.is_control() || is_forbidden(it));
    if let Some(character) = text.chars().find(|it| unseen(*it)) {
        return Err(format!("U+{:04X}", u32::from(character)));
    }
    let own =
        ["::error file=", "::error title=", "::warning file=", "::warning title=", "::group::"];
    let is_own = |line: &str| {
        is_github && (line == "::endgroup::" || own.iter().any(|own| line.starts_with(own)))
    };
    match text.lines().find(|line| {
        line.trim_start().starts_with("::") && !is_own(line)
            || line.contains("##[") && !is_own(line)
    }) {
        Some(line) => Err(format!("the command `{line}`")),
        None => Ok(()),
    }
}

fn os(words: &[&str], name: &OsStr) -> Vec<OsString> {
    words.iter().map(|word| if *word == "NAME" { name.into() } else { word.into() }).collect()
}

/// Every command that works on a site, in every form.
const ON_SITE: [&[&str]; 21] = [
    &["check"],
    &["check", "--format", "github"],
    &["check", "--format", "json"],
    &["check", "--format", "sarif"],
    &["build"],
    &["build", "--format", "github", "--adopt"],
    &["build", "--timings"],
    &["build", "--timings=json", "--quiet"],
    &["list", "letters"],
    &["list", "letters", "--format", "json"],
    &["list", "gaps"],
    &["list", "gaps", "--format", "json"],
    &["list", "drafts"],
    &["list", "topics"],
    &["list", "topics", "--format", "json"],
    &["list", "authorities"],
    &["list", "authorities", "--format", "json"],
    &["cms", "sveltia"],
    &["cms", "pages"],
    &["ids", "--against", "public"],
    &["ids", "--against", "public", "--format", "github"],
];

/// What is made in a site, too.
const NEW: [&[&str]; 6] = [
    &["new", "letter", "sunderland", "--dated", "2019", "--on-site", "2019"],
    &["new", "letter", "Atlantis", "--dated", "2019", "--on-site", "2019"],
    &["new", "authority", "Medway"],
    &["new", "authority", "Sunderland"],
    &["new", "topic", "Kinship care", "--group", "Risk"],
    &["import", "letter.txt"],
];

/// A letter that can be imported.
fn letter_text() -> Vec<u8> {
    fs::read(repository().join("tests/import/pdf/letter.pdf")).expect("a letter")
}

fn all_on(said: &mut Said, folder: &Path, more: &[&OsStr]) {
    for words in ON_SITE.iter().chain(&NEW) {
        let words = words.iter().map(|word| OsStr::new(*word));
        said.run(folder, &words.chain(more.iter().copied()).collect::<Vec<_>>());
    }
}

#[test]
fn a_site_in_an_odd_folder() {
    let mut said = Said::default();
    for name in names() {
        let around = Folder::new();
        let root = around.path().join(&name);
        let site = Folder::with_sunderland();
        copy(site.path(), &root);
        fs::write(around.path().join("letter.txt"), letter_text()).expect("a letter");
        fs::write(root.join("content/pages/bad.md"), "---\ntitel: Bad\n---\n").expect("a mistake");
        all_on(&mut said, around.path(), &[OsStr::new("--root"), &name]);
        fs::remove_file(root.join("content/pages/bad.md")).expect("it is mended");
        all_on(&mut said, around.path(), &[OsStr::new("--root"), &name]);
        fs::remove_file(root.join("site.toml")).expect("no site");
        all_on(&mut said, around.path(), &[OsStr::new("--root"), &name]);
    }
    said.expect_clean(400);
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a folder");
    for path in entries(from) {
        let there = to.join(path.file_name().expect("a name"));
        if path.is_dir() {
            copy(&path, &there);
        } else {
            fs::copy(&path, &there).expect("a copy");
        }
    }
}

fn put(folder: &Folder, place: &str, name: &OsStr, ending: &str, text: &str) -> PathBuf {
    let mut file = name.to_owned();
    file.push(ending);
    let path = folder.path().join(place).join(file);
    fs::create_dir_all(path.parent().expect("a folder")).expect("folders");
    fs::write(&path, text).expect("a file");
    path
}

#[test]
fn odd_names_in_a_site() {
    let mut said = Said::default();
    for name in names() {
        let folder = Folder::with_sunderland();
        folder.write("letter.txt", letter_text());
        for (place, ending) in [
            ("content", ".md"),
            ("content/topics", ".md"),
            ("content/pages", ".md"),
            ("content/topics", ".pdf"),
            ("content/authorities/sunderland", ".md"),
            ("content/authorities/sunderland", ".exe"),
            ("themes", "/theme.toml"),
            ("public", ".txt"),
        ] {
            put(&folder, place, &name, ending, "---\ntitel: x\n---\nWords.\n");
        }
        put(&folder, "content/authorities", &name, "/authority.md", "---\nname: x\n---\n");
        put(&folder, "content/authorities", &name, "/visit-1.md", "---\nkind: x\n---\n");
        std::os::unix::fs::symlink(&name, folder.path().join("content").join(&name))
            .expect("a link");
        all_on(&mut said, folder.path(), &[]);
        // A theme that is not there, beside those that are.
        for words in [["check", "--theme", "x"], ["build", "--theme", "x"]] {
            said.run(folder.path(), &words);
        }
        let step = folder.path().join(&name).join("summary");
        said.look(
            Command::new(PROGRAM)
                .args(["check", "--format", "github"])
                .current_dir(folder.path())
                .env("GITHUB_STEP_SUMMARY", step),
        );
    }
    said.expect_clean(150);
}

/// Files of a theme.
#[test]
fn odd_names_and_words_in_a_theme() {
    let mut said = Said::default();
    for name in names() {
        for (place, ending, text) in [
            ("themes/own/static", ".css", "x"),
            ("themes/own/templates", ".html", "{{ nothing.at.all | nothing }}"),
            ("themes/own/templates/static", ".css", "{{ x }"),
            ("themes/own", ".txt", "x"),
        ] {
            let folder = Folder::with_sunderland();
            folder.write("themes/own/theme.toml", "name = \"own\"\nextends = \"plain\"\n");
            put(&folder, place, &name, ending, text);
            for words in [["check"], ["build"]] {
                said.run(folder.path(), &[words[0], "--theme", "own"]);
                said.run(folder.path(), &[words[0], "--theme", "own", "--format", "github"]);
            }
        }
    }
    let folder = Folder::with_sunderland();
    folder.write("themes/own/theme.toml", "name = \"own\"\nextends = \"plain\"\n");
    for template in [
        format!("{{{{ \"{ODD}\" | nothing }}}}"),
        format!("{{% include \"{ODD}\" %}}"),
        format!("{{{{ throw(message=\"{ODD}\") }}}}"),
        format!("{{{{ page.title | {ODD} }}}}"),
        format!("{{% extends \"{ODD}\" %}}"),
        format!("{{{{ x[\"{ODD}\"].y }}}}"),
    ] {
        folder.write("themes/own/templates/page.html", template);
        for format in ["text", "github", "json", "sarif"] {
            said.run(folder.path(), &["check", "--theme", "own", "--format", format]);
            said.run(folder.path(), &["build", "--theme", "own", "--format", format]);
        }
    }
    for toml in [
        format!("name = {0}\nextends = {0}\n", toml(ODD)),
        format!("name = \"own\"\n{} = 1\n", toml(ODD)),
        format!("name = \"own\"\nextends = \"{ODD}\"\n"),
        format!("name = \"own\"\n[options]\n{} = \"x\"\n", toml(ODD)),
        format!("name = \"own\"\nextends = {}\n", toml("\n::error::x")),
    ] {
        folder.write("themes/own/theme.toml", toml);
        for words in [["check"], ["build"], ["list"], ["cms"]] {
            let more = match words[0] {
                "list" => vec!["list", "topics"],
                "cms" => vec!["cms", "pages"],
                word => vec![word, "--theme", "own"],
            };
            said.run(folder.path(), &more);
        }
    }
    said.expect_clean(150);
}

fn toml(text: &str) -> String {
    serde_json::to_string(text).expect("JSON").replace('\u{7f}', "\\u007f")
}

/// Folders and files that may not be read, links that lead in circles, names that are too long.
#[test]
fn odd_names_that_cannot_be_read() {
    let mut said = Said::default();
    for name in names() {
        let closed = |path: &Path, mode| {
            fs::set_permissions(path, fs::Permissions::from_mode(mode)).expect("rights");
        };
        for place in ["content/topics", "content", "content/authorities/sunderland", "themes/plain"]
        {
            let folder = Folder::with_sunderland();
            folder.write("letter.txt", letter_text());
            folder.run(&["build"]);
            folder.write("themes/plain/theme.toml", "name = \"plain\"\n");
            let file = put(&folder, place, &name, "/file.md", "x");
            let inside = file.parent().expect("a folder");
            closed(inside, 0);
            for words in ON_SITE.iter().chain(&NEW) {
                said.run_without_rights(folder.path(), words);
            }
            closed(inside, 0o755);
            closed(&file, 0);
            for words in [&["check"][..], &["list", "topics"], &["cms", "pages"], NEW[0], NEW[5]] {
                said.run_without_rights(folder.path(), words);
            }
        }
        let folder = Folder::with_sunderland();
        std::os::unix::fs::symlink(&name, folder.path().join(&name)).expect("a link");
        fs::create_dir(folder.path().join("themes")).expect("a folder");
        std::os::unix::fs::symlink(&name, folder.path().join("themes").join(&name))
            .expect("a link");
        for words in [
            &["check", "--root", "NAME"][..],
            &["list", "topics", "--root", "NAME"],
            &["check", "--theme", "NAME"],
            &["build", "--output", "NAME"],
            &["build", "--output", "NAME/x"],
            &["import", "NAME"],
            &["ids", "--against", "NAME"],
            &["init", "NAME"],
        ] {
            let words: Vec<&str> = words.to_vec();
            let mut arguments = os(&words, &name);
            if words.contains(&"NAME/x") {
                arguments[2] = Path::new(&name).join("x").into();
            }
            said.run(folder.path(), &arguments);
        }
        let mut long = name.clone();
        long.push("x".repeat(300));
        for words in [
            &["check", "--root", "NAME"][..],
            &["build", "--output", "NAME"],
            &["import", "NAME"],
            &["ids", "--against", "NAME"],
            &["init", "NAME"],
            &["check", "--theme", "NAME"],
        ] {
            said.run(folder.path(), &os(words, &long));
        }
    }
    said.expect_clean(600);
}

/// What the command line says, where it cannot be meant.
#[test]
fn odd_words_on_the_command_line() {
    let mut said = Said::default();
    for name in names() {
        let folder = Folder::with_sunderland();
        folder.write("letter.txt", letter_text()).write("old.csv", "authority,letter,finding\n");
        put(&folder, "", &name, ".csv", &format!("path\n{ODD}\n"));
        put(&folder, "", &name, ".txt", "no letter");
        put(&folder, "", &name, ".toml", "x");
        for words in [
            &["NAME"][..],
            &["check", "NAME"],
            &["explain", "NAME"],
            &["schema", "NAME"],
            &["cms", "NAME"],
            &["list", "NAME"],
            &["list", "topics", "--format", "NAME"],
            &["new", "NAME"],
            &["new", "letter", "NAME"],
            &["new", "letter", "NAME", "--dated", "2019", "--on-site", "2019"],
            &["new", "letter", "sunderland", "--dated", "NAME"],
            &["new", "letter", "sunderland", "--on-site", "NAME"],
            &["new", "letter", "sunderland", "--visit", "NAME"],
            &["new", "letter", "sunderland", "--source", "NAME"],
            &["new", "letter", "sunderland", "--kind", "NAME"],
            &["new", "authority", "NAME"],
            &["new", "topic", "NAME", "--group", "Risk"],
            &["new", "topic", "Kinship", "--group", "NAME"],
            &["import", "NAME"],
            &["import", "letter.txt", "--authority", "NAME"],
            &["import", "letter.txt", "--root", "NAME"],
            &["ids", "--against", "NAME"],
            &["check", "--theme", "NAME"],
            &["check", "--base-url", "NAME"],
            &["check", "--jobs", "NAME"],
            &["check", "--format", "NAME"],
            &["check", "--output", "NAME"],
            &["build", "--output", "NAME"],
            &["build", "--output", "NAME", "--format", "json"],
            &["build", "--timings=NAME"],
            &["build", "--theme", "NAME", "--format", "github"],
            &["build", "--base-url", "NAME", "--format", "sarif"],
            &["serve", "--port", "NAME"],
            &["serve", "--host", "NAME"],
            &["serve", "--editor", "NAME"],
            &["serve", "--root", "NAME"],
            &["serve", "--theme", "NAME", "--port", "0"],
            &["serve", "--base-url", "NAME", "--port", "0"],
            // From here on there is a site of that name.
            &["init", "NAME"],
            &["init", "NAME"],
        ] {
            said.run(folder.path(), &os(words, &name));
        }
        for (word, ending) in [("import", ".txt"), ("ids", ".csv"), ("init", ".toml")] {
            let mut file = name.clone();
            file.push(ending);
            let flag = (word == "ids").then_some(OsStr::new("--against"));
            let words = [Some(OsStr::new(word)), flag, Some(&file)].into_iter().flatten();
            said.run(folder.path(), &words.collect::<Vec<_>>());
        }
        for start in ["--", "-", "--theme=", "--jobs=", "--root="] {
            let mut option = OsString::from(start);
            option.push(&name);
            said.run(folder.path(), &[OsStr::new("check"), &option]);
        }
        said.look(Command::new(PROGRAM).arg0(&name).arg("check").arg("--nothing"));
        said.look(Command::new(PROGRAM).arg0(&name).arg("--help"));
    }
    said.expect_clean(250);
}

/// Folders to build into, and what is kept beside them.
#[test]
fn odd_output_folders() {
    let mut said = Said::default();
    for name in names() {
        let folder = Folder::with_sunderland();
        let build = os(&["build", "--output", "NAME"], &name);
        let adopt = os(&["build", "--output", "NAME", "--adopt", "--format", "github"], &name);
        let check = os(&["check", "--output", "NAME"], &name);
        let all = |said: &mut Said| {
            for arguments in [&build, &adopt, &check] {
                said.run(folder.path(), arguments);
            }
        };
        all(&mut said);
        put(&folder, "", &name, "/mine.txt", "mine");
        all(&mut said);
        let inside = folder.path().join(&name);
        put(&folder, "", &name, "/index.html", "not ours");
        all(&mut said);
        fs::create_dir_all(inside.join(&name)).expect("a folder");
        fs::write(inside.join(&name).join("b"), "mine").expect("a file");
        all(&mut said);
        for kept in kept(&folder) {
            fs::remove_file(&kept).expect("it goes");
            fs::create_dir(&kept).expect("a folder in its place");
            all(&mut said);
            fs::remove_dir(&kept).expect("it goes");
            fs::write(&kept, ODD).expect("a broken one");
            all(&mut said);
            fs::remove_file(&kept).expect("it goes");
        }
        let _ = fs::remove_dir_all(folder.path().join(".letterpress"));
        fs::write(folder.path().join(".letterpress"), "x").expect("no folder");
        all(&mut said);
        fs::remove_dir_all(&inside).expect("it goes");
        fs::write(&inside, "no folder").expect("a file");
        all(&mut said);
    }
    said.expect_clean(100);
}

/// What is kept beside the output folder, where there is something.
fn kept(folder: &Folder) -> Vec<PathBuf> {
    let workshop = folder.path().join(".letterpress");
    if workshop.exists() { entries(&workshop) } else { Vec::new() }
}

/// Settings with such words, as they are or by their numbers.
#[test]
fn odd_words_in_settings() {
    let mut said = Said::default();
    let folder = Folder::with_sunderland();
    folder.write("letter.txt", letter_text());
    for value in [ODD, "a\n::error title=x::PWNED", "a\t::error::x", "\n::error::x", "::error::x"] {
        for line in [
            "output = VALUE",
            "theme = VALUE",
            "base_url = VALUE",
            "language = VALUE",
            "description = VALUE",
            "size_limit = VALUE",
            "VALUE = 1",
            "[VALUE]\nx = 1",
            "[theme]\nname = VALUE",
            "[theme.options]\nVALUE = \"x\"",
            "[theme]\nname = \"gazette\"\n[theme.options]\nfooter = VALUE\naccent = 3",
            "[repository]\nurl = VALUE",
            "[repository]\nurl = \"https://example.org/a\"\nbranch = VALUE",
            "[letters]\nper_page = VALUE",
        ] {
            let settings = format!("title = \"x\"\n{}\n", line.replace("VALUE", &toml(value)));
            folder.write("site.toml", settings);
            for words in [
                &["build"][..],
                &["build", "--format", "github"],
                &["check", "--format", "json"],
                &["list", "topics"],
                &["cms", "sveltia"],
                NEW[2],
            ] {
                said.run(folder.path(), words);
            }
        }
        folder.write("site.toml", format!("title = {}\n", toml(value)));
        for words in [&["build"][..], &["list", "topics"], &["cms", "sveltia"]] {
            said.run(folder.path(), words);
        }
        folder.write("site.toml", format!("title = '''{value}'''\ntheme = '''{value}'''\n"));
        said.run(folder.path(), &["build"]);
        folder.write("site.toml", value);
        said.run(folder.path(), &["build"]);
    }
    said.expect_clean(300);
}

/// Texts of the content with such words, by their numbers.
#[test]
fn odd_words_in_content() {
    let mut said = Said::default();
    for value in [ODD, "\n::error::x", "::error::x", "a\u{202e}b"] {
        let folder = Folder::with_sunderland();
        let quoted = serde_json::to_string(value).expect("JSON").replace('\u{7f}', "\\u007f");
        folder.write("letter.txt", letter_text());
        folder.write(
            "content/authorities/medway/authority.md",
            format!(
                "---\nname: {quoted}\nformal_name: {quoted}\naliases: [{quoted}]\nvisits:\n  - {{visit: 2, \
                 on_site: 2018, source: {quoted}, note: {quoted}}}\n---\n{value}\n"
            ),
        );
        folder.write("content/topics/odd.md", format!("---\ntitle: {quoted}\ngroup: Risk\n---\n"));
        folder.write(
            "content/topics/bad.md",
            format!(
                "---\ntitle: {quoted}\ngroup: {quoted}\n{quoted}: 1\naliases: [{quoted}]\n---\n"
            ),
        );
        for key in ["kind", "visit", "on_site", "dated", "source", "slug", "authorities", "areas"] {
            let file = format!("content/authorities/medway/{}.md", key.replace('_', "-"));
            folder.write(
                &file,
                format!(
                    "---\nkind: focused-visit\non_site: 2019\ndated: 2019\n{key}: {quoted}\nareas: [{quoted}]\n\
                     findings: [{{polarity: {quoted}, topics: [{quoted}], text: {quoted}}}]\n---\n[a](<{}>)\n",
                    value.replace('\n', " ")
                ),
            );
        }
        all_on(&mut said, folder.path(), &[]);
        for name in [value, "medway"] {
            said.run(
                folder.path(),
                &["new", "letter", name, "--dated", "2019", "--on-site", "2019"],
            );
        }
        // A letter's own words, on their way into a draft.
        let letter = format!(
            "{value}\n1 March 2019\nDear {value}\nMonitoring visit of {value} children’s services\nThis letter \
             summarises the findings of the first monitoring visit to Medway children’s services on 5 and 6 \
             February 2019. The visit was carried out by {value}, Her Majesty’s Inspectors.\n\u{2022} {value}\n"
        );
        folder.write("odd.txt", letter);
        said.run(folder.path(), &["import", "odd.txt", "--print", "--authority", "medway"]);
        said.run(folder.path(), &["import", "odd.txt"]);
        folder.write("draft.txt", a_letter(value));
        let draft = folder.run(&["import", "draft.txt", "--print"]).expect(0).stdout;
        assert!(draft.contains("suggested: true"), "{draft}");
        said.run(folder.path(), &["import", "draft.txt", "--print"]);
        said.run(folder.path(), &["import", "draft.txt"]);
        said.run(folder.path(), &["list", "drafts"]);
        folder.write(
            "odd.csv",
            format!("authority,letter,finding,text\n\"{value}\",\"{value}\",\"{value}\",x\n"),
        );
        said.run(folder.path(), &["ids", "--against", "odd.csv"]);
        folder.write("odd.csv", format!("path\n\"authorities/{value}/#{value}\"\n"));
        said.run(folder.path(), &["ids", "--against", "odd.csv", "--root", "."]);
    }
    said.expect_clean(120);
}

/// A letter of which a draft can be made, with these words wherever it can have any.
fn a_letter(words: &str) -> String {
    format!(
        "14 March 2023\n\nDirector of Children’s Services {words}\n\nDear colleague\n\nMonitoring visit to Rutland \
         children’s services\n\nThis letter summarises the findings of the monitoring visit to Rutland children’s \
         services on 31 January 2023. The inspectors were Margaret Burke, His Majesty’s Inspector, and {words}, \
         Ofsted Inspector.\n\nAreas covered by the visit\n\nInspectors reviewed the progress made in the quality of \
         {words} assessments.\n\nFindings and evaluation of progress\n\nManagers oversee assessments well {words}. \
         A parent said: ‘They {words} listened.’\n\nYours sincerely\n\nMargaret Burke {words}\nHis Majesty’s \
         Inspector\n"
    )
}

/// The preview, to the line that says what came of a change.
#[cfg(feature = "preview")]
#[test]
fn odd_names_in_the_preview() {
    use crate::preview_server::Served;

    for name in names() {
        let folder = Folder::with_sunderland();
        put(&folder, "content/topics", &name, ".md", "---\ntitel: x\n---\n");
        let odd = folder.path().join("themes").join(&name);
        fs::create_dir_all(&odd).expect("a theme");
        let served = Served::start(folder.path(), &["--theme", "plain"]);
        let mut wrong = Vec::new();
        fs::remove_file(&entries(&folder.path().join("content/topics"))[0]).expect("it goes");
        let path = put(&folder, "content/pages", &name, ".md", "---\ntitel: x\n---\n");
        served.line("shown");
        fs::remove_file(&path).expect("it goes");
        served.line("is gone");
        let said = served.said();
        assert!(String::from_utf8_lossy(&said).contains("bad-file-name"), "{name:?}");
        if let Err(what) = clean(&said, false) {
            wrong.push(format!("{name:?}: {what} in {:?}", String::from_utf8_lossy(&said)));
        }
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    }
}
