//! The letter's own text: every word of it, and nothing of what is not kept.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use letterpress::diagnostics::SourceText;
use letterpress::import::{self, Draft, letter_text, pdf};

use super::table::letters;
use crate::folder::{self, Folder, entries, is_update, load, repository, sunderland};

/// A letter that was made up, and what is kept of it.
fn made_up() -> [PathBuf; 2] {
    ["source.txt", "kept.txt"].map(|name| repository().join("tests/import/text").join(name))
}

/// Three pages with bullets, a footnote in the middle of a sentence, a paragraph and a bullet over the end of a page.
#[test]
fn a_letter_is_kept_without_addresses_and_with_its_pages() {
    let [source, kept] = made_up();
    let text = letter_text(&fs::read_to_string(source).expect("a letter"));
    if is_update() {
        fs::write(&kept, &text).expect("it is written");
    }
    assert_eq!(text, fs::read_to_string(kept).expect("what is kept of it"));
    assert_eq!(letter_text(&text), text);
}

#[test]
fn a_text_is_written_beside_the_draft_or_into_the_folder_of_the_site() {
    let [source, kept] = made_up().map(|path| path.to_string_lossy().into_owned());
    let kept = fs::read_to_string(kept).expect("what is kept of it");
    let letter = "rutland/2023-03-01-visit-3";
    for texts in [None, Some("texts"), Some("../texts")] {
        let outer = Folder::new();
        let site = outer.path().join("site");
        let run = |arguments: &[&str]| folder::run(&site, arguments);
        outer.run(&["init", "site"]).expect(0);
        outer.write("texts/.keep", "").write("site/texts/.keep", "");
        let settings = fs::read_to_string(site.join("site.toml")).expect("settings");
        let setting = texts.map(|texts| format!("\n[letters]\ntexts = \"{texts}\"\n"));
        outer.write("site/site.toml", settings + &setting.unwrap_or_default());
        let there = site.join(texts.unwrap_or("content/authorities")).join(format!("{letter}.txt"));

        run(&["import", "--print", &source]).expect(0);
        assert!(!there.exists());
        let told = run(&["import", &source]).expect(0).stderr;
        assert_eq!(fs::read_to_string(&there).expect("a text"), kept);
        assert!(
            told.contains(&format!("{letter}.txt")) && told.contains("is not published"),
            "{told}"
        );
        let draft = site.join(format!("content/authorities/{letter}.md"));
        let office = "addressed_to: Interim Director of Children's Services and Chief Executive\n";
        assert!(fs::read_to_string(&draft).expect("a draft").contains(office));
        run(&["check", "--drafts"]).expect(0);

        // Nothing is overwritten, and a draft is made of a text that is there.
        run(&["import", &source]).expect(2);
        fs::remove_file(&draft).expect("it is taken away");
        fs::write(&there, "mine\n").expect("it is written");
        let told = run(&["import", &source]).expect(0).stderr;
        assert!(told.contains("already, and stays as it is"), "{told}");
        assert_eq!(fs::read_to_string(&there).expect("a text"), "mine\n");
    }
}

#[test]
fn the_office_is_read_without_names_and_addresses() {
    let (site, _) = load(&sunderland());
    let kept = fs::read_to_string(&made_up()[1]).expect("what is kept of a letter");
    let (_, body) = kept.split_once("\n\nMonitoring visit").expect("a title");
    for (head, office) in [
        ("Ms A Ash\nDirector of Children’s Services\nTown Hall", "Director of Children's Services"),
        (
            "Ms A Ash Director of Children’s Services Town Hall Ash Road",
            "Director of Children's Services",
        ),
        (
            "Ms A Ash\nChief Officer for Children’s Services",
            "Chief Officer for Children's Services",
        ),
        ("A Ash\nDeputy Chief Executive\nTown Hall", "Deputy Chief Executive"),
        (
            "A Ash\nStrategic Director\nCare, Wellbeing and Learning\nTown Hall",
            "Strategic Director, Care, Wellbeing and Learning",
        ),
        ("A Ash\nExecutive Director\n2nd Floor, Town Hall", "Executive Director"),
        (
            "A Ash\nDirector – Children and Family Services",
            "Director – Children and Family Services",
        ),
        (
            "A Ash\nStrategic Director of Children and Adults Rutland",
            "Strategic Director of Children and Adults",
        ),
        ("A Ash\nDirector of Transformation\nTown Hall", "Director of Transformation"),
        (
            "A Ash, Director of Children’s Services\nB Ash, Chief Executive, Rutland Children’s Trust\nTown Hall",
            "Director of Children's Services; Chief Executive, Rutland Children's Trust",
        ),
        ("A Ash\nRutland Council\nTown Hall\nCopy to: B Ash, Chief Executive", ""),
    ] {
        let letter = format!("1 March 2023\n\n{head}\n\nDear Ms Ash\n\nMonitoring visit{body}");
        let source = Arc::new(SourceText::new("letter.txt", letter.clone()));
        let (draft, _) = import::read(&source, site.archive(), None);
        assert_eq!(
            draft.addressed_to.as_deref().unwrap_or_default().replace('–', "-"),
            office.replace('–', "-")
        );
        let text = letter_text(&letter);
        let (head, _) = text.split_once("\n\nMonitoring visit").expect("a title");
        let office = office.replace('\'', "’").replace("; ", "\n");
        assert_eq!(head, ["1 March 2023", &office].join("\n\n").trim_end(), "{letter}");
    }
}

/// Words that stand in one line with the greeting, or right below it, are the letter's.
#[test]
fn a_greeting_takes_no_words_of_the_letter_with_it() {
    let rest =
        "This letter summarises the findings of the monitoring visit to Rutland on 4 May 2023.";
    let title = "Monitoring visit to Rutland children’s services";
    for (letter, kept) in [
        (format!("Dear Ms Ash\n{title}\n\n{rest}\n"), format!("{title}\n\n{rest}\n")),
        (format!("Dear Ms Ash, {title} {rest}\n"), format!("{title} {rest}\n")),
        (
            format!("Dear Ms Ash, as you will know all of this is so.\n\n{rest}\n"),
            format!("as you will know all of this is so.\n\n{rest}\n"),
        ),
        (format!("{rest}\n"), format!("{rest}\n")),
        (format!("Ash House\nAsh Road\n\n{title}\n\n{rest}\n"), format!("{title}\n\n{rest}\n")),
    ] {
        assert_eq!(letter_text(&letter), kept);
    }
}

#[test]
fn bullets_without_a_space_and_notes_below_a_signature_are_whole() {
    let head = "Monitoring visit to Rutland\n\nThis letter is short.\n\n";
    let sign = "Yours sincerely\n\nA Ash\nHis Majesty’s Inspector\n\n";
    let letter = format!("{head}◼Plans are late.2\n\n{sign}cc: B Ash\n\n2 Since May.\n");
    let kept = format!("{head}• Plans are late.2\n\n{sign}2 Since May.\n");
    assert_eq!(letter_text(&letter), kept);
}

/// Wherever a letter ends, no word is made up, and none is kept twice.
#[test]
fn no_word_is_added_wherever_a_letter_ends() {
    let letter = fs::read_to_string(&made_up()[0]).expect("a letter");
    for (end, _) in letter.char_indices().step_by(7) {
        let text = letter_text(&letter[..end]);
        let mut words: Vec<&str> = letter[..end].split([' ', '\n', '\u{c}', '*']).collect();
        for word in text.split_whitespace().filter(|word| *word != "•") {
            let at = words.iter().position(|other| *other == word);
            words.swap_remove(at.unwrap_or_else(|| panic!("{end}: `{word}`")));
        }
    }
}

/// The texts of letters that lie beside the repository.
fn texts(folder: &Path) -> Vec<(PathBuf, String)> {
    let folders = ["focused", "import-dev", "monitoring"].map(|kind| entries(&folder.join(kind)));
    let texts = folders.into_iter().flatten().map(|path| {
        let text = fs::read_to_string(&path).expect("a text");
        (path, text)
    });
    let texts: Vec<_> = texts.collect();
    assert!(texts.len() > 80, "{} letters", texts.len());
    texts
}

/// A letter as somebody reads it who goes down the page: its words from the title to the signature, and its footnotes.
#[derive(Debug, Default, PartialEq)]
struct Body {
    words: Vec<String>,
    notes: Vec<String>,
}

/// What bullets begin with in these letters.
const MARKS: [char; 6] = ['◼', '•', '▪', '\u{f06e}', '\u{f0a7}', '\u{f0b7}'];

/// The body of a letter as it was published.
fn body(text: &str) -> Body {
    let text = text.trim_end();
    let has_pages = text.contains('\u{c}');
    let is_number = |line: &str| line.trim().parse::<u8>().is_ok_and(|number| number < 100);
    let mut lines: Vec<(&str, bool)> = Vec::new();
    for page in text.split('\u{c}') {
        let is_kept = |line: &&str| !line.trim().is_empty() && (has_pages || !is_number(line));
        let mut on_page: Vec<&str> = page.lines().filter(is_kept).collect();
        on_page.pop_if(|line| is_number(line));
        let note = on_page.iter().position(|line| is_number(line)).unwrap_or(on_page.len());
        lines.extend(on_page.into_iter().enumerate().map(|(at, line)| (line, at >= note)));
    }
    let begins =
        |start: &str| lines.iter().position(|(line, _)| line.trim_start().starts_with(start));
    let first = begins("Dear ").map(|at| at + 1).or_else(|| begins("This letter")).unwrap_or(0);
    let close = begins("Yours sincerely").or_else(|| begins("Your sincerely"));
    let end = close.map_or(lines.len(), |close| {
        let role = lines[close..].iter().position(|(line, _)| line.contains("Inspector"));
        close + role.expect("a role") + 1
    });
    let mut body = Body::default();
    for (line, is_note) in &lines[first..end] {
        let line = line.trim().trim_start_matches(MARKS).replace("**", "");
        let line = line.strip_prefix("- ").unwrap_or(&line);
        let words = if *is_note { &mut body.notes } else { &mut body.words };
        words.extend(line.split_whitespace().map(str::to_owned));
    }
    body
}

/// The lines above the title in what is kept, and its body.
fn kept(text: &str) -> (Vec<&str>, Body) {
    let paragraphs: Vec<&str> = text.split("\n\n").collect();
    let is_first = |it: &&str| it.contains(" visit ") || it.contains("This letter");
    let first = paragraphs.iter().position(is_first).unwrap_or(0);
    let mut body = Body::default();
    for paragraph in &paragraphs[first..] {
        let words = if paragraph.starts_with("1 ") { &mut body.notes } else { &mut body.words };
        let paragraph = paragraph.trim_start_matches('\u{c}').trim_start_matches('•');
        words.extend(paragraph.split_whitespace().map(str::to_owned));
    }
    (paragraphs[..first].iter().flat_map(|it| it.lines()).collect(), body)
}

fn pages(text: &str) -> usize {
    text.trim_end().matches('\u{c}').count() + 1
}

#[test]
fn every_word_of_a_letter_is_kept_and_no_other() {
    let Some(folder) = letters() else { return };
    let mut notes = 0;
    for (path, source) in texts(&folder) {
        let path = path.display();
        let source: Vec<&str> = source.lines().skip_while(|it| it.starts_with("# ")).collect();
        let source = source.join("\n");
        let text = letter_text(&source);
        let (head, found) = kept(&text);
        let expected = body(&source);
        let differ = found.words.iter().zip(&expected.words).position(|(one, other)| one != other);
        let at = differ.unwrap_or(found.words.len().min(expected.words.len()));
        let [one, other] = [&found, &expected].map(|body| {
            body.words
                .iter()
                .skip(at.saturating_sub(4))
                .take(12)
                .cloned()
                .collect::<Vec<_>>()
                .join(" ")
        });
        assert!(found.words == expected.words, "{path}: `{one}` for `{other}`");
        assert_eq!(found.notes, expected.notes, "{path}");
        assert_eq!(pages(&text), pages(&source), "{path}");
        notes += usize::from(!found.notes.is_empty());

        // A date and offices, and no name.
        let greeting = source.lines().find_map(|line| line.trim().strip_prefix("Dear "));
        let names = greeting.unwrap_or_default().split([' ', ',']).filter(|name| name.len() > 3);
        for line in head {
            let is_day = line.ends_with(|it: char| it.is_ascii_digit());
            let is_office = ["Director", "Chief"].iter().any(|office| line.contains(office));
            assert!(is_day || is_office || line.is_empty(), "{path}: {line}");
            assert!(!names.clone().any(|name| line.contains(name)), "{path}: {line}");
        }
        assert!(!text.lines().any(|line| line.starts_with("Dear ")), "{path}");
        for contact in ["T 0300", "Textphone", "@", "Piccadilly"] {
            assert!(!text.contains(contact), "{path}: {contact}");
        }
    }
    assert_eq!(notes, 3);
}

/// One word in 500 may be another: one letter has its words overprinted in one place.
#[test]
fn the_text_of_a_pdf_has_the_same_words() {
    let Some(folder) = letters() else { return };
    let pdfs = entries(&folder.join("pdf"));
    assert!(pdfs.len() > 50, "{} PDFs", pdfs.len());
    for path in pdfs {
        let name = path.file_stem().expect("a name").to_string_lossy().into_owned();
        let read = pdf::text(&fs::read(&path).expect("a PDF")).expect("a text");
        let text = folder.join(format!("import-dev/{name}.txt"));
        let text = fs::read_to_string(text).expect("a text");
        let texts = [read, text].map(|text| letter_text(&text));
        assert_eq!(pages(&texts[0]), pages(&texts[1]), "{name}");
        // Two letters have the title printed over an address.
        let [one, other] = texts.map(|text| {
            let Body { words, notes } = kept(&text).1;
            let first = words.iter().position(|word| word == "summarises").expect("an opening");
            [&words[first..], &notes[..]].concat()
        });
        let differ = one.iter().zip(&other).filter(|(one, other)| one != other).count();
        assert_eq!(one.len(), other.len(), "{name}");
        assert!(differ * 500 <= one.len(), "{name}: {differ} words of {}", one.len());
    }
}

#[test]
fn what_is_kept_is_a_letter_with_the_same_facts() {
    let Some(folder) = letters() else { return };
    let (site, _) = load(&sunderland());
    for (path, source) in texts(&folder) {
        let draft = |text: &str| -> Draft {
            let source = Arc::new(SourceText::new(path.to_string_lossy(), text.to_owned()));
            let (mut draft, _) = import::read(&source, site.archive(), None);
            draft.findings.iter_mut().for_each(|finding| finding.line = 0);
            draft
        };
        let text = letter_text(&source);
        assert_eq!(draft(&source), draft(&text), "{}", path.display());
        assert_eq!(letter_text(&text), text, "{}", path.display());
    }
}
