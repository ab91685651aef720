//! The file of a draft: its facts and suggested findings as front matter, and the letter's own summary below.

use std::fmt::Write;

use letterpress::edit::NOTE;
use letterpress::import::{Draft, LeftOut, Referred, Suggestion};
use letterpress::model::{Better, ClosedSet, Inspector, Measure, Unit, Vocabulary};

use crate::commands::new::values::{yaml, yaml_date, yaml_list};

/// In characters.
const LINE: usize = 110;

/// What stands behind the polarity of a finding whose words do not plainly sound like it.
const UNSURE: &str = " #: unsure: its words sound like more than one, or like none";

/// What stands behind the topic of a finding whose own words name none.
const CARRIED: &str = " #: carried over: its own words name none";

/// Characters that mean something in inline Markdown.
const MARKS: &[char] = &['\\', '*', '_', '[', ']', '<', '>', '`', '~', '^', '$', '&'];

/// The file's text. What was not found stands in it as a comment.
/// `source` is the address of the letter's public copy.
pub(super) fn text(draft: &Draft, source: Option<&str>, vocabulary: &Vocabulary) -> String {
    let mut text = String::from("---\n");
    facts(&mut text, draft, source, vocabulary);
    lists(&mut text, draft, vocabulary);
    text.push_str("draft: true #: take this line out when every finding is in your own words\n");
    if !draft.findings.is_empty() {
        text.push_str("suggested: true #: take this out when every finding is rewritten; `suggested: false` in one is done\n");
    }
    findings(&mut text, &draft.findings, vocabulary);
    left_out(&mut text, &draft.left_out);
    measures(&mut text, &draft.measures);
    if !draft.quotes.is_empty() {
        text.push_str("quotes: #: as printed: is each said by whom it says?\n");
    }
    for quote in &draft.quotes {
        line(&mut text, "  - words", &yaml(&quote.words));
        if let Some(speaker) = &quote.speaker {
            line(&mut text, "    speaker", &yaml(speaker));
        }
    }
    text.push_str("---\n\n");
    for words in &draft.headline {
        let _ = writeln!(text, "> {}\n", paragraph(words));
    }
    text
}

fn facts(text: &mut String, draft: &Draft, source: Option<&str>, vocabulary: &Vocabulary) {
    let missing = |key: &str| format!("{NOTE}{key}: not found in the letter\n");
    match draft.kind {
        Some(kind) => line(text, "kind", vocabulary.word(kind)),
        None => text.push_str(&missing("kind")),
    }
    if let Some(visit) = draft.visit {
        line(text, "visit", &visit.to_string());
    }
    for (key, date) in [("on_site", &draft.on_site), ("dated", &draft.dated)] {
        match date {
            Some(date) => line(text, key, &yaml_date(date)),
            None => text.push_str(&missing(key)),
        }
    }
    match source {
        Some(source) => line(text, "source", &yaml(source)),
        None => text.push_str(
            "#: source: ADDRESS of the regulator's own copy; none where no public copy is known\n",
        ),
    }
    if let Some(office) = &draft.addressed_to {
        line(text, "addressed_to", &yaml(office));
    }
    if draft.authorities.len() > 1 {
        line(text, "authorities", &yaml_list(draft.authorities.iter().map(|slug| slug.as_str())));
    }
    if let Some(Referred { date, words }) = &draft.inspection {
        comment(
            text,
            "",
            &format!("The letter goes back to an inspection of {}: {words}", date.words()),
        );
    }
}

fn lists(text: &mut String, draft: &Draft, vocabulary: &Vocabulary) {
    if !draft.inspectors.is_empty() {
        text.push_str("inspectors:\n");
    }
    for Inspector { name, role, lead } in &draft.inspectors {
        line(text, "  - name", &yaml(name));
        if let Some(role) = role {
            line(text, "    role", &yaml(role));
        }
        if *lead {
            line(text, "    lead", "true");
        }
    }
    for (key, items) in [("areas", &draft.areas), ("evidence", &draft.evidence)] {
        if !items.is_empty() {
            let _ = writeln!(text, "{key}:");
        }
        for item in items {
            let _ = writeln!(text, "  - {}", yaml(item));
        }
    }
    if let Some(progress) = &draft.progress {
        text.push_str("progress:\n");
        line(text, "  words", &yaml(&progress.words));
        if let Some(level) = progress.level {
            line(text, "  level", vocabulary.word(level));
        }
    }
}

fn findings(text: &mut String, findings: &[Suggestion], vocabulary: &Vocabulary) {
    if findings.is_empty() {
        return;
    }
    text.push_str("#: Rewrite each text against the words below it, look at its polarity and its topics; cut the words to\n");
    text.push_str("#: those that carry the claim.\nfindings:\n");
    for suggestion in findings {
        let Suggestion {
            polarity,
            has_plain_polarity,
            topics,
            has_carried_topic,
            national_framework,
            words,
            text: short,
            line: number,
            page,
            bullet: _,
        } = suggestion;
        if page.is_none() {
            comment(text, "  ", &format!("Line {number}"));
        }
        let word = polarity.map_or("", |polarity| vocabulary.word(polarity));
        let unsure = if *has_plain_polarity { "" } else { UNSURE };
        line(text, "  - polarity", &format!("{word}{unsure}"));
        let carried = if *has_carried_topic { CARRIED } else { "" };
        let list = yaml_list(topics.iter().map(|slug| slug.as_str()));
        line(text, "    topics", &format!("{list}{carried}"));
        line(text, "    text", &yaml(&escaped(short)));
        line(text, "    words", &yaml(words));
        if let Some(page) = page {
            line(text, "    page", &page.to_string());
        }
        if !national_framework.is_empty() {
            let parts = national_framework.iter().map(|part| vocabulary.word(*part));
            line(text, "    national_framework", &yaml_list(parts));
        }
    }
}

/// What stands among the findings and was taken for none, as comments.
fn left_out(text: &mut String, left_out: &[LeftOut]) {
    if !left_out.is_empty() {
        text.push_str("#: Not suggested, though it stands among the findings:\n");
    }
    for LeftOut { words, page } in left_out {
        let place = page.map_or_else(String::new, |page| format!("Page {page}: "));
        comment(text, "", &format!("{place}{words}"));
    }
}

fn measures(text: &mut String, measures: &[Measure]) {
    if !measures.is_empty() {
        text.push_str("measures: #: as stated: look at the label, and at which way is better\n");
    }
    for Measure { id, label, topic, unit, better, points } in measures {
        line(text, "  - id", id.as_str());
        line(text, "    label", &yaml(label));
        if let Some(topic) = topic {
            line(text, "    topic", topic.as_str());
        }
        if *unit == Unit::Percent {
            line(text, "    unit", unit.word());
        }
        if *better != Better::Neither {
            line(text, "    better", better.word());
        }
        let points: Vec<String> =
            points.iter().map(|point| format!("{}: {}", point.date, point.value)).collect();
        line(text, "    points", &format!("{{{}}}", points.join(", ")));
    }
}

fn line(text: &mut String, key: &str, value: &str) {
    let _ = writeln!(text, "{key}: {value}");
}

/// Words as a comment, in lines that can be read.
fn comment(text: &mut String, indent: &str, words: &str) {
    let mut length = 0;
    for word in words.split(' ') {
        if length == 0 || length + word.chars().count() > LINE {
            text.push_str(if length == 0 { "" } else { "\n" });
            text.push_str(indent);
            text.push_str(NOTE.trim_end());
            length = indent.len() + NOTE.trim_end().len();
        }
        text.push(' ');
        text.push_str(word);
        length += word.chars().count() + 1;
    }
    text.push('\n');
}

/// A text as Markdown that means just this text.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for letter in text.chars() {
        if MARKS.contains(&letter) {
            escaped.push('\\');
        }
        escaped.push(letter);
    }
    escaped
}

/// A text as a paragraph of Markdown, whatever it begins with.
fn paragraph(text: &str) -> String {
    let escaped = escaped(text);
    let number = escaped.trim_start_matches(|it: char| it.is_ascii_digit());
    let digits = escaped.len() - number.len();
    match number.chars().next() {
        Some('.' | ')') if digits > 0 => format!("{}\\{number}", &escaped[..digits]),
        Some('#' | '-' | '+' | '=' | '|') if digits == 0 => format!("\\{escaped}"),
        _ => escaped,
    }
}
