//! Rules: each is explained, and the program can be seen to report each, and no other.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use letterpress::plan::Route;
use letterpress::rules;
use serde_json::Value;

use crate::folder::{Folder, Run, entries, repository};
use crate::proof::{LETTER, TEXT};
use crate::template_limits::{ENDLESS, HUNGRY, own_theme};

/// The severity of each problem that was told, by its code.
type Told = BTreeMap<String, String>;

/// The problems in what is said to people.
fn in_text(text: &str) -> impl Iterator<Item = (String, String)> {
    text.lines().filter_map(|line| {
        let (severity, rest) = line.split_once('[')?;
        let (code, _) = rest.split_once("]: ")?;
        ["error", "warning"].contains(&severity).then(|| (code.to_owned(), severity.to_owned()))
    })
}

/// The problems in what is said to programs.
fn in_json(text: &str) -> impl Iterator<Item = (String, String)> {
    text.lines().filter_map(|line| {
        let problem: Value = serde_json::from_str(line).ok()?;
        let word = |key: &str| problem[key].as_str().map(str::to_owned);
        Some((word("code")?, word("severity")?))
    })
}

/// The problems that stand beside the cases.
fn of_cases() -> Told {
    let paths = entries(&repository().join("tests/letters")).into_iter();
    let texts = paths.filter(|path| path.extension().is_some_and(|it| it == "txt"));
    texts
        .flat_map(|path| in_text(&fs::read_to_string(path).expect("a text")).collect::<Vec<_>>())
        .collect()
}

/// Runs the program with these words, and adds the problems that it tells.
fn add_run(told: &mut Told, folder: &Folder, words: &str) {
    let Run { stdout, stderr, .. } = folder.run(&words.split(' ').collect::<Vec<_>>());
    told.extend(in_text(&stderr).chain(in_json(&stdout)));
}

/// The problems of themes.
fn of_themes() -> Told {
    let mut told = Told::new();
    let large =
        "{% for a in range(end=99999) %}{% for b in range(end=999) %}words{% endfor %}{% endfor %}";
    for template in [ENDLESS, HUNGRY, large, "{{ no.such }}"] {
        let folder = own_theme();
        folder.write("themes/own/templates/letter.html", template);
        add_run(&mut told, &folder, "check");
    }
    for manifest in ["", "name = \"own\"\nextends = \"own\"\n"] {
        let folder = own_theme();
        folder.write("themes/own/theme.toml", manifest);
        add_run(&mut told, &folder, "check");
    }
    told
}

/// The problems of letters beside their texts.
fn of_texts() -> Told {
    let mut told = Told::new();
    let folder = Folder::with_sunderland();
    let changes = [
        ("Most care", "Many care"),
        ("page: 2", "page: 1"),
        ("come late to some", "are 3 weeks late"),
        ("making steady", "making good"),
        (
            "looked at plans",
            "say that multi-agency meetings are well attended – but the records of them are late",
        ),
        ("    page: 2\nquotes", "    page: 2\n    follows: first#plans\nquotes"),
    ];
    for (index, (from, to)) in changes.into_iter().enumerate() {
        let path = format!("content/authorities/sunderland/visit-{index}");
        folder.write(&format!("{path}.md"), LETTER.replacen(from, to, 1));
        folder.write(&format!("{path}.txt"), TEXT);
    }
    folder.write("content/authorities/sunderland/other.txt", TEXT);
    add_run(&mut told, &folder, "check");
    folder.write("site.toml", "title = \"Letters\"\n[letters]\ntexts = \"texts\"\n");
    add_run(&mut told, &folder, "check");
    told
}

/// The problems of tables of messages.
fn of_messages() -> Told {
    let mut told = Told::new();
    for table in ["all Everything", "on_this_pag = Here"] {
        let folder = own_theme();
        folder.write("i18n/en.ftl", table);
        add_run(&mut told, &folder, "check");
    }
    let folder = own_theme();
    folder.write("site.toml", "title = \"Letters\"\nlanguage = \"de\"\n");
    folder.write("i18n/de.ftl", "all = Alle\n");
    add_run(&mut told, &folder, "check");
    told
}

/// The problems of the command line, of the output folder, of letters to import and of permalinks.
fn of_commands() -> Told {
    const VISIT: &str = "content/authorities/sunderland/visit-1.md";
    let mut told = Told::new();
    let folder = Folder::with_sunderland();
    let letter = "Focused visit to Sunderland children's services\n\nThis letter summarises the findings of a focused \
                  visit to Sunderland on 4 May 2021.\n\nYours sincerely\n";
    folder.write("letter.txt", format!("5 May 2021\n6 May 2021\n\nDear colleague\n\n{letter}"));
    folder
        .write("undated.txt", letter)
        .write("report.txt", "A report.\n")
        .write("nobody.txt", "Focused visit to Nowhere\n\nFindings\n\nPlans are late.\n")
        .write("scan.pdf", "%PDF-1.4\n");
    for words in [
        "build",
        "build --base-url nowhere",
        "build --output content",
        "build --output site.toml/site",
        "build --root content",
        "ids --against content",
        "import --print letter.txt undated.txt report.txt nobody.txt scan.pdf",
    ] {
        add_run(&mut told, &folder, words);
    }
    let text = fs::read_to_string(folder.path().join(VISIT)).expect("a letter");
    let ids = |first: &str, second: &str| {
        text.replace("- polarity: strength", &format!("- id: {first}\n    polarity: strength"))
            .replace("- polarity: not-yet", &format!("- id: {second}\n    polarity: not-yet"))
    };
    folder.write(VISIT, ids("known", "thresholds-1"));
    add_run(&mut told, &folder, "ids --against public");
    folder.write(VISIT, ids("thresholds-1", "leadership-1"));
    add_run(&mut told, &folder, "ids --against public");
    folder.write(
        VISIT,
        text.replace("kind:", "slug: other\naliases: [/authorities/sunderland/visit-1/]\nkind:"),
    );
    add_run(&mut told, &folder, "ids --against public");
    fs::remove_file(folder.path().join(VISIT)).expect("it goes");
    add_run(&mut told, &folder, "build");
    told
}

/// The problems of files, and of how large they are.
fn of_files() -> Told {
    let mut told = Told::new();
    let folder = Folder::with_sunderland();
    folder.write("content/pages/scans.md", "---\ntitle: Scans\n---\n[A scan](scan.pdf)\n");
    for size in [4_400_000, 5_000_000] {
        folder.write(
            "site.toml",
            "title = \"Letters\"\nbase_url = \"https://letters.example/\"\nsize_limit = 5\n",
        );
        folder.write("content/pages/scan.pdf", vec![b'a'; size]);
        add_run(&mut told, &folder, "check");
    }
    let folder = Folder::with_sunderland();
    let twin = "---\nname: Sunderland\nla_code: 394\n---\n";
    folder.write("content/authorities/wearside/authority.md", twin);
    folder.write("content/authorities/wearmouth/authority.md", twin);
    let visit = folder.path().join("content/authorities/sunderland/visit-1.md");
    folder.copy_file(&visit, "content/authorities/sunderland/visit-2.md");
    add_run(&mut told, &folder, "check");
    let folder = Folder::new();
    folder.write("site.toml", "title = \"Letters\"\n");
    add_run(&mut told, &folder, "check");
    for (path, text) in [
        ("content/visit-6.md", "---\n---\n".into()),
        ("content/topics/a/b.md", "---\n---\n".into()),
        ("content/topics/Early Help.md", "---\n---\n".into()),
        ("content/authorities/St Helens/authority.md", "---\n---\n".into()),
        ("content/topics/late.md", b"---\ntitle: \xff\n---\n".to_vec()),
        ("content/topics/long.md", vec![b'a'; (1 << 20) + 1]),
        ("content/topics/many.md", format!("---\nnames: [{}]\n---\n", "a, ".repeat(5_000)).into()),
        (
            "content/topics/html.md",
            format!("---\ntitle: Late\n---\n{}", "<b>x</b>\n\n".repeat(101)).into(),
        ),
        ("content/pages/notes.docx", b"notes".to_vec()),
        ("content/pages/notes.pdf", b"notes".to_vec()),
        ("site.toml/site", b"notes".to_vec()),
    ] {
        let folder = Folder::with_sunderland();
        if path.starts_with("site.toml") {
            fs::remove_file(folder.path().join("site.toml")).expect("it goes");
        }
        folder.write(path, text);
        add_run(&mut told, &folder, "check --format json");
    }
    told
}

/// A rule that nothing can be seen to break is none, and a problem without a rule cannot be explained.
#[test]
fn the_program_reports_each_rule_and_no_other() {
    let (site, _) = Folder::with_sunderland().load();
    let problem = site.render(&Route::new("/nowhere/")).expect_err("no page");
    let mut told = Told::from([(problem.code().to_owned(), problem.severity.word().to_owned())]);
    for of in [of_cases, of_themes, of_messages, of_texts, of_commands, of_files] {
        told.extend(of());
    }
    // The system holds a process to its memory on Linux alone.
    if !cfg!(target_os = "linux") {
        told.insert("page-out-of-memory".to_owned(), "error".to_owned());
    }
    let rules = rules::all();
    let expected: Told =
        rules.iter().map(|rule| (rule.code.to_owned(), rule.severity.word().to_owned())).collect();
    assert_eq!(told, expected);
    assert_eq!(expected.len(), rules.len(), "each code stands for one rule");
}

#[test]
fn each_rule_can_be_explained() {
    let folder = Folder::new();
    for rule in rules::all() {
        let told = folder.run(&["explain", rule.code]).expect(0).stdout;
        assert!(told.starts_with(&format!("{} ({})", rule.code, rule.severity.word())), "{told}");
        for part in [rule.about, rule.example, rule.fix] {
            assert!(part.lines().all(|line| told.contains(line)), "{}: {told}", rule.code);
        }
    }
    let all = folder.run(&["explain"]).expect(0).stdout;
    assert_eq!(all.lines().count(), rules::all().len());
    let unknown = folder.run(&["explain", "unknown-topics"]).expect(2).stderr;
    assert!(unknown.contains("did you mean `unknown-topic`?"), "{unknown}");
}

#[test]
fn one_file_with_ten_mistakes_gives_ten_problems_in_one_run() {
    let folder = Folder::with_sunderland();
    let case = repository().join("tests/letters/letter-ten-mistakes.md");
    folder.copy_file(&case, "content/authorities/sunderland/letter.md");
    let told = folder.run(&["check", "--format", "json"]).expect(1).stdout;
    let codes: BTreeSet<String> = told
        .lines()
        .map(|line| serde_json::from_str::<serde_json::Value>(line).expect("JSON"))
        .filter(|one| one["severity"] == "error")
        .map(|one| one["code"].as_str().expect("a code").to_owned())
        .collect();
    assert!(codes.len() >= 10, "{codes:?}");
}
