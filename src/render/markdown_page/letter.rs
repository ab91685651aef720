//! A letter's page in Markdown.

use super::body;
use super::phrases::{date, facts, paragraphs, progress, section, to_path};
use super::text::{inline, link, plain};
use crate::index::PolarityCounts;
use crate::model::{ClosedSet, FindingId, Letter, LetterId, Measure, Quote, Settings};
use crate::plan::Route;
use crate::render::facts::{FactKey, of_letter};
use crate::render::page_context::Scene;
use crate::render::regulator;
use crate::render::views::counts::counts_in_words;
use crate::render::views::parts::full_title;

pub(super) fn letter(scene: &Scene<'_>, id: LetterId) -> String {
    let letter = scene.archive.letter(id);
    let mut page = format!("# {}\n\n", plain(&full_title(scene, id, letter)));
    if letter.draft {
        page.push_str(DRAFT);
    }
    let mut known = of_letter(scene, id);
    // The letter itself has a part of its own at the end.
    known.retain(|fact| fact.key != FactKey::Source);
    facts(scene, &mut page, &known, &Route::letter(letter));
    if let Some(words) = &letter.progress {
        page.push_str(&format!("\nProgress, in the letter’s words: {}\n", progress(words)));
    }
    paragraphs(&mut page, &body(scene, &letter.source.path, &letter.body));
    findings(scene, &mut page, id);
    let measures: Vec<String> = letter.measures.iter().map(measure).collect();
    section(&mut page, "Measures", &measures);
    let quotes: Vec<String> = letter.quotes.iter().map(quote).collect();
    section(&mut page, "In their words", &quotes);
    let source = letter
        .url
        .as_ref()
        .map(|url| format!("{}: {}", letter_itself(scene.settings), link(&plain(url), url)));
    section(&mut page, "Source", &source.into_iter().collect::<Vec<String>>());
    page
}

/// What leads to the letter as its author published it.
fn letter_itself(settings: &Settings) -> String {
    let letter = plain(regulator::letter(settings).one);
    let publisher = settings.regulator.as_ref().map(|it| plain(&it.name));
    let publisher = publisher.map(|name| format!(", published by {name}"));
    format!("The {letter} itself{}", publisher.unwrap_or_default())
}

/// What the text of a draft says below its heading.
const DRAFT: &str = "**Draft.** This summary is not published yet.\n\n";

/// Whether the text of a letter in Markdown is that of a draft.
pub(super) fn is_of_draft(text: &[u8]) -> bool {
    let text = str::from_utf8(text).unwrap_or_default();
    text.split_once("\n\n").is_some_and(|(_, below)| below.starts_with(DRAFT))
}

/// By main topic, in the order in which the letter comes to them.
fn findings(scene: &Scene<'_>, page: &mut String, id: LetterId) {
    let letter = scene.archive.letter(id);
    let all = PolarityCounts::of(letter.findings.iter().map(|finding| finding.polarity));
    page.push_str(&format!(
        "\n## Findings\n\n{}\n",
        counts_in_words(&scene.archive.vocabulary, all)
    ));
    for (topic, places) in letter.findings_by_topic() {
        let topic = topic.and_then(|slug| scene.indexes.topic_id(slug));
        let topic = topic.map(|topic| scene.archive.topic(topic));
        let heading = topic.map_or("Other".to_owned(), |topic| plain(&topic.title));
        page.push_str(&format!("\n### {heading}\n\n"));
        for place in places {
            page.push_str(&finding(scene, letter, FindingId::new(id, place)));
        }
    }
}

fn finding(scene: &Scene<'_>, letter: &Letter, id: FindingId) -> String {
    let finding = scene.archive.finding(id);
    let text = inline(scene, &letter.source.path, &finding.text);
    let about = finding.subject.as_ref().map(|it| format!(" About: {}.", plain(it)));
    let path = Route::finding(scene.archive, id);
    let permalink = to_path(scene, &format!("Finding {}", id.place() + 1), &path);
    let label = scene.archive.vocabulary.label(finding.polarity);
    format!("- **{label}**: {text}{} {permalink}\n", about.unwrap_or_default())
}

fn measure(measure: &Measure) -> String {
    let Measure { id: _, label, topic: _, unit, better, points } = measure;
    let points: Vec<String> = points
        .iter()
        .map(|point| format!("{}: {}", date(&point.date), plain(&unit.words(point.value))))
        .collect();
    format!("- {} ({}): {}", plain(label), better.label(), points.join("; "))
}

fn quote(quote: &Quote) -> String {
    let Quote { words, speaker } = quote;
    let speaker = speaker.as_ref().map(|it| format!(" – {}, quoted by inspectors", plain(it)));
    format!("- “{}”{}", plain(words), speaker.unwrap_or_default())
}
