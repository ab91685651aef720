//! The command: what it writes, what it refuses, and PDFs of every kind.

use std::fs;
use std::io::Write;
use std::path::PathBuf;
use std::process::Stdio;

use crate::folder::{Folder, Run, entries, program, repository};

fn new_site() -> Folder {
    let folder = Folder::new();
    folder.run(&["init", "."]).expect(0);
    folder
}

/// The path of a PDF.
fn pdf(name: &str) -> String {
    repository().join("tests/import/pdf").join(name).to_string_lossy().into_owned()
}

const LETTER: &str = "content/authorities/rutland/2023-03-14-visit-3.md";

#[test]
fn a_pdf_becomes_a_draft_that_builds() {
    for name in ["letter.pdf", "embedded-font.pdf", "no-copying.pdf"] {
        let folder = new_site();
        let run = folder.run(&["import", &pdf(name)]).expect(0);
        assert!(run.stderr.contains("with 4 suggested findings"), "{name}: {}", run.stderr);
        let text = fs::read_to_string(folder.path().join(LETTER)).expect("a draft");
        for words in [
            "kind: monitoring-visit\nvisit: 3\non_site: 2023-01-31/2023-02-01\ndated: 2023-03-14\n",
            "  - name: Margaret Burke\n    role: His Majesty's Inspector\n    lead: true\n",
            "areas:\n  - the timeliness of assessments\n  - the quality of supervision\n",
            "  level: steady\n",
            "draft: true",
            "suggested: true",
            "    words: ",
            "Records of it do not show how decisions are made.",
            "    points: {2022-04: 61, 2022-12: 88}\n",
        ] {
            assert!(text.contains(words), "{name}: no `{words}` in\n{text}");
        }
        folder.run(&["build", "--drafts", "--quiet"]).expect(0);
        // Without drafts there is an authority, and nothing on it yet.
        folder.run(&["check"]).expect(0);
    }
}

#[test]
fn a_pdf_without_text_gets_a_clear_word() {
    let folder = new_site();
    let cases = [
        ("encrypted.pdf", "this PDF is encrypted"),
        ("scanned.pdf", "this PDF holds no text, only pictures of it"),
        ("broken.pdf", "this PDF is broken, or cannot be read here"),
    ];
    for (name, words) in cases {
        let run = folder.run(&["import", &pdf(name)]).expect(1);
        assert!(
            run.stderr.contains(&format!("error[unreadable-letter]: {words}")),
            "{}",
            run.stderr
        );
        assert!(run.stderr.contains("help: "), "{}", run.stderr);
    }
    folder.write("picture.txt", [0x89, b'P', 0, 0xff]);
    let run = folder.run(&["import", "picture.txt"]).expect(1);
    assert!(run.stderr.contains("neither text in UTF-8 nor a PDF"), "{}", run.stderr);
    folder.write("long.txt", vec![b'a'; (256 << 10) + 1]);
    let run = folder.run(&["import", "long.txt"]).expect(1);
    assert!(run.stderr.contains("this has more than 256 kB"), "{}", run.stderr);
    folder.write("report.txt", "A report on Rutland.\n");
    let run = folder.run(&["import", "report.txt"]).expect(1);
    assert!(run.stderr.contains("error[not-a-letter]"), "{}", run.stderr);
}

/// Letters as they were published, where they lie beside this repository; else one that was made for tests.
fn real_pdfs() -> Vec<PathBuf> {
    let folder = repository().join("../shared/letters/pdf");
    if folder.exists() { entries(&folder) } else { vec![PathBuf::from(pdf("letter.pdf"))] }
}

/// Whether a PDF can be read does not hang on where memory happens to lie.
#[test]
fn one_pdf_becomes_a_draft_however_often_it_is_imported() {
    let pdfs = real_pdfs();
    let smallest = pdfs.iter().min_by_key(|path| fs::metadata(path).expect("a PDF").len());
    let pdf = smallest.expect("a PDF").to_str().expect("text");
    let folder = new_site();
    let first = folder.run(&["import", "--print", pdf]).expect(0).stdout;
    assert!(first.contains("draft: true"), "{first}");
    // Many at once, as one after the other takes a minute.
    let printed = folder.run(&[&["import", "--print"][..], &[pdf; TIMES]].concat()).expect(0);
    assert_eq!(printed.stderr.matches("error").count(), 0, "{}", printed.stderr);
    assert!(printed.stdout == first.repeat(TIMES));
}

/// How often. Of a hundred, three to seven were refused once.
const TIMES: usize = 300;

/// What is wrong with the process that reads a PDF is not wrong with the PDF. Nor does it stop another letter.
#[cfg(target_os = "linux")]
#[test]
fn a_reader_that_is_ended_is_told_apart_from_a_pdf_that_is_broken() {
    use rustix::process::{Pid, Signal, kill_process};

    let folder = new_site();
    let letter = pdf("letter.pdf");
    let mut command = program(folder.path(), &["import", "--print"]);
    let [out, err] = ["out", "err"].map(|name| folder.path().join(name));
    let open = |path| Stdio::from(fs::File::create(path).expect("a file"));
    command.args([&letter; 20]).stdout(open(&out)).stderr(open(&err));
    let mut import = command.spawn().expect("it starts");
    let readers = format!("/proc/{0}/task/{0}/children", import.id());
    let status = loop {
        let numbers = fs::read_to_string(&readers).unwrap_or_default();
        for reader in numbers.split_whitespace().filter_map(|it| Pid::from_raw(it.parse().ok()?)) {
            // It may have read all there is by now.
            let _ = kill_process(reader, Signal::KILL);
        }
        if let Some(status) = import.try_wait().expect("a state") {
            break status;
        }
    };
    let told = fs::read_to_string(err).expect("what it says");
    let drafts = fs::read_to_string(out).expect("drafts").matches("draft: true").count();
    let ended = told.matches("the process that reads it was ended (signal: 9").count();
    assert_eq!((status.code(), drafts + ended), (Some(3), 20), "{told}");
    assert!(told.contains("letter.pdf") && !told.contains("broken"), "{told}");
}

/// Whatever is done to a PDF, there is an answer: a draft or a word.
#[test]
fn no_broken_pdf_takes_the_program_down() {
    let folder = new_site();
    let whole = fs::read(pdf("embedded-font.pdf")).expect("a PDF");
    let mut state: usize = 7;
    let mut next = |below: usize| {
        state =
            state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) % below
    };
    let names: Vec<String> = (0..40)
        .map(|number| {
            let mut bytes = whole.clone();
            for _ in 0..1 + number * 10 {
                let place = next(bytes.len());
                bytes[place] = u8::try_from(next(256)).expect("a byte");
            }
            if number % 3 == 0 {
                bytes.truncate(next(bytes.len()));
            }
            let name = format!("broken-{number}.pdf");
            folder.write(&name, bytes);
            name
        })
        .collect();
    let mut arguments = vec!["import", "--print"];
    arguments.extend(names.iter().map(String::as_str));
    let run = folder.run(&arguments);
    assert!(matches!(run.code, Some(0 | 1)), "{run:?}");
    assert!(!run.stderr.contains("panicked"), "{}", run.stderr);
}

#[test]
fn nothing_is_overwritten_and_no_letter_stops_another() {
    let folder = new_site();
    folder.run(&["import", &pdf("letter.pdf")]).expect(0);
    folder.write(LETTER, "---\nmine: true\n---\n");
    folder.write("report.txt", "A report on Rutland.\n");
    let missing = "there-is-none.txt";
    let run = folder.run(&["import", missing, &pdf("letter.pdf"), "report.txt"]);
    assert_ne!(run.code, Some(0), "{run:?}");
    assert!(run.stderr.contains("is there already; nothing was written"), "{}", run.stderr);
    assert!(
        run.stderr.contains(missing) && run.stderr.contains("error[not-a-letter]"),
        "{}",
        run.stderr
    );
    let text = fs::read_to_string(folder.path().join(LETTER)).expect("a file");
    assert_eq!(text, "---\nmine: true\n---\n");
}

/// Runs the program with a text on its standard input.
fn run_on(folder: &Folder, arguments: &[&str], input: &[u8]) -> Run {
    let mut child = program(folder.path(), arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program starts");
    child.stdin.take().expect("an input").write_all(input).expect("it is read");
    let output = child.wait_with_output().expect("it ends");
    Run {
        code: output.status.code(),
        stdout: String::from_utf8(output.stdout).expect("text"),
        stderr: String::from_utf8(output.stderr).expect("text"),
    }
}

#[test]
fn a_letter_can_come_from_the_standard_input_and_be_printed() {
    let folder = new_site();
    let bytes = fs::read(pdf("letter.pdf")).expect("a PDF");
    let printed = run_on(&folder, &["import", "--print", "-"], &bytes).expect(0);
    assert!(printed.stdout.starts_with("---\nkind: monitoring-visit\n"), "{printed:?}");
    assert!(!folder.path().join("content/authorities/rutland").exists());
    let named =
        run_on(&folder, &["import", "--authority", "Hull City Council", "-"], &bytes).expect(0);
    assert!(named.stderr.contains("kingston-upon-hull"), "{named:?}");
    let unknown = folder.run(&["import", "--authority", "Nowhere", "letter.txt"]).expect(2);
    assert!(unknown.stderr.contains("there is no authority `Nowhere`"), "{}", unknown.stderr);
}

/// Words of a letter that mean something in Markdown or YAML mean nothing in a draft.
#[test]
fn words_of_a_letter_are_only_words() {
    let folder = new_site();
    let letter = "2 May 2023\n\nDear colleague\n\nFocused visit to Rutland children's services\n\nThis letter summarises the \
                  findings of a focused visit to Rutland children's services on 4 April 2023.\n\nFindings\n\n\
                  ◼ Plans are weak: [see](javascript:x) <script>alert(1)</script> and *stars* # of `code` \"quoted\".\n\
                  ◼ Staff said: 'it's --- fine'. - {a: b} & &amp; \\ ~~none~~ are good.\n";
    run_on(&folder, &["import", "-"], letter.as_bytes()).expect(0);
    folder.run(&["build", "--drafts", "--quiet"]).expect(0);
    let page = fs::read_to_string(
        folder.path().join("public/authorities/rutland/2023-05-02-focused-visit/index.html"),
    )
    .expect("a page");
    assert!(page.contains("&lt;script&gt;") && !page.contains("<script>alert"), "{page}");
    assert!(page.contains("*stars*") && page.contains("~~none~~"), "{page}");
}

/// The letter says once that its findings are suggested, and a finding that it is done.
#[test]
fn suggested_findings_are_told_once_for_a_letter() {
    let folder = new_site();
    let address = "https://example.org/letter.pdf";
    folder.run(&["import", "--source", address, &pdf("letter.pdf")]).expect(0);
    let path = folder.path().join(LETTER);
    let text = fs::read_to_string(&path).expect("a draft");
    assert!(text.contains(&format!("source: {address}\n")), "{text}");
    let told = folder.run(&["check", "--drafts"]).expect(0).stderr;
    assert_eq!(told.matches("warning[suggested-finding]").count(), 1, "{told}");
    fs::write(&path, text.replace("    topics:", "    suggested: false\n    topics:"))
        .expect("it is written");
    let told = folder.run(&["check", "--drafts"]).expect(0).stderr;
    assert_eq!(told.matches("suggested-finding").count(), 0, "{told}");
    let two =
        folder.run(&["import", "--source", address, &pdf("letter.pdf"), "other.pdf"]).expect(2);
    assert!(two.stderr.contains("have not one address"), "{}", two.stderr);
}
