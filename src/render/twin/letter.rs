//! A letter's page in Markdown.

use super::body;
use super::phrases::{
    counts, date, fact, joined, paragraphs, progress, section, to_page, to_path, whole_address,
};
use super::text::{inline, link, plain};
use crate::index::PolarityCounts;
use crate::model::{FindingId, Inspector, Letter, LetterId, Measure, Quote, Slug, Vocabulary};
use crate::plan::Route;
use crate::render::scene::Scene;
use crate::render::views::parts::full_title;

pub(super) fn letter(scene: &Scene<'_>, id: LetterId) -> String {
    let letter = scene.archive.letter(id);
    let mut page = format!("# {}\n\n", plain(&full_title(scene, id, letter)));
    facts(scene, &mut page, id);
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
        .map(|url| format!("The letter itself, published by Ofsted: {}", link(&plain(url), url)));
    section(&mut page, "Source", &source.into_iter().collect::<Vec<String>>());
    page
}

/// What the text of a draft says below its heading.
const DRAFT: &str = "**Draft.** This summary is not published yet.\n\n";

/// Whether the text of a letter in Markdown is that of a draft.
pub(super) fn is_of_draft(text: &[u8]) -> bool {
    let text = str::from_utf8(text).unwrap_or_default();
    text.split_once("\n\n").is_some_and(|(_, below)| below.starts_with(DRAFT))
}

fn facts(scene: &Scene<'_>, page: &mut String, id: LetterId) {
    let letter = scene.archive.letter(id);
    let sent_to = &scene.indexes.sent_to[id.0];
    let authorities: Vec<String> = sent_to
        .iter()
        .map(|&id| scene.archive.authority(id))
        .map(|it| to_page(scene, &it.name, &Route::authority(it)))
        .collect();
    let name = if sent_to.len() == 1 { "Authority" } else { "Authorities" };
    if letter.draft {
        page.push_str(DRAFT);
    }
    fact(page, name, Some(authorities.join(", ")));
    fact(page, "On site", Some(date(&letter.on_site)));
    fact(page, "Letter dated", Some(date(&letter.dated)));
    fact(page, "Published", letter.published.as_ref().map(date));
    fact(page, "Areas covered", joined(&letter.areas));
    let inspectors: Vec<String> = letter.inspectors.iter().map(inspector).collect();
    fact(page, "Inspectors", Some(inspectors.join("; ")));
    fact(page, "Evidence", joined(&letter.evidence));
    fact(page, "Page", whole_address(scene, &Route::letter(letter)));
}

fn inspector(inspector: &Inspector) -> String {
    let Inspector { name, role, lead } = inspector;
    let role = role.as_ref().map_or(String::new(), |role| format!(", {}", plain(role)));
    let lead = if *lead { " (lead)" } else { "" };
    format!("{}{role}{lead}", plain(name))
}

/// By main topic, in the order in which the letter comes to them.
fn findings(scene: &Scene<'_>, page: &mut String, id: LetterId) {
    let letter = scene.archive.letter(id);
    let mut groups: Vec<(Option<&Slug>, Vec<usize>)> = Vec::new();
    for (place, finding) in letter.findings.iter().enumerate() {
        let topic = finding.topics.first();
        match groups.iter_mut().find(|(of, _)| *of == topic) {
            Some((_, places)) => places.push(place),
            None => groups.push((topic, vec![place])),
        }
    }
    let all = PolarityCounts::of(letter.findings.iter().map(|finding| finding.polarity));
    page.push_str(&format!("\n## Findings\n\n{}\n", counts(all)));
    for (topic, places) in groups {
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
    let label = finding.polarity.label();
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
