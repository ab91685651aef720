//! A letter's page in Markdown.

use super::body;
use super::phrases::{date, facts, labelled, paragraphs, progress, quoted, said, section, to_path};
use super::text::{inline, link, plain};
use crate::index::PolarityCounts;
use crate::model::{FindingId, Letter, LetterId, Measure, Message, Quote};
use crate::plan::Route;
use crate::render::facts::{FactKey, of_letter, without_link};
use crate::render::page_context::Scene;
use crate::render::regulator;
use crate::render::views::counts::counts_in_words;
use crate::render::views::parts::full_title;
use crate::render::views::word::better_label;

pub(super) fn letter(scene: &Scene<'_>, id: LetterId) -> String {
    let letter = scene.archive.letter(id);
    let mut page = format!("# {}\n\n", plain(&full_title(scene, id, letter)));
    if letter.draft {
        page.push_str(&draft(scene));
    }
    let mut known = of_letter(scene, id);
    // The letter itself has a part of its own at the end.
    known.retain(|fact| fact.key != FactKey::Source);
    facts(scene, &mut page, &known, &Route::letter(letter));
    if let Some(words) = &letter.progress {
        let label = plain(scene.text(Message::progress_in_letter));
        let progress = labelled(scene, &label, &progress(scene, words));
        page.push_str(&format!("\n{progress}\n"));
    }
    paragraphs(&mut page, &body(scene, &letter.source.path, &letter.body));
    findings(scene, &mut page, id);
    let measures: Vec<String> = letter.measures.iter().map(|it| measure(scene, it)).collect();
    section(scene, &mut page, Message::measures, &measures);
    let quotes: Vec<String> = letter.quotes.iter().map(|it| quote(scene, it)).collect();
    section(scene, &mut page, Message::in_their_words, &quotes);
    let source = match letter.url() {
        Some(url) => labelled(scene, &letter_itself(scene), &link(&plain(url), url)),
        None => plain(scene.text(without_link(letter.public_copy.as_ref()))),
    };
    section(scene, &mut page, Message::source, &[source]);
    page
}

/// What leads to the letter as its author published it.
fn letter_itself(scene: &Scene<'_>) -> String {
    let letter = plain(&regulator::letter(scene.settings, scene.messages, 1));
    match &scene.settings.regulator {
        Some(by) => {
            let given = [("letter", letter.as_str()), ("publisher", &plain(&by.name))];
            said(scene, Message::letter_published, &given)
        }
        None => said(scene, Message::letter_unpublished, &[("letter", &letter)]),
    }
}

/// What the text of a draft says below its heading.
fn draft(scene: &Scene<'_>) -> String {
    let [draft, about] = [Message::draft, Message::draft_about].map(|it| plain(scene.text(it)));
    format!("**{draft}** {about}\n\n")
}

/// Whether the text of a letter in Markdown is that of a draft: nothing else begins with strong words.
pub(super) fn is_of_draft(text: &[u8]) -> bool {
    let text = str::from_utf8(text).unwrap_or_default();
    text.split_once("\n\n").is_some_and(|(_, below)| below.starts_with("**"))
}

/// By main topic, in the order in which the letter comes to them.
fn findings(scene: &Scene<'_>, page: &mut String, id: LetterId) {
    let letter = scene.archive.letter(id);
    let all = PolarityCounts::of(letter.findings.iter().map(|finding| finding.polarity));
    let heading = plain(scene.text(Message::findings));
    page.push_str(&format!("\n## {heading}\n\n{}\n", counts_in_words(scene, all)));
    for (topic, places) in letter.findings_by_topic() {
        let topic = topic.and_then(|slug| scene.indexes.topic_id(slug));
        let topic = topic.map(|topic| scene.archive.topic(topic));
        let heading = plain(topic.map_or(scene.text(Message::other), |topic| &topic.title));
        page.push_str(&format!("\n### {heading}\n\n"));
        for place in places {
            page.push_str(&finding(scene, letter, FindingId::new(id, place)));
        }
    }
}

fn finding(scene: &Scene<'_>, letter: &Letter, id: FindingId) -> String {
    let finding = scene.archive.finding(id);
    let mut text = inline(scene, &letter.source.path, &finding.text);
    if finding.suggested {
        text = format!("*{}* {text}", plain(scene.text(Message::suggested)));
    }
    let about = finding
        .subject
        .as_ref()
        .map(|it| format!(" {}", said(scene, Message::about_subject, &[("subject", &plain(it))])));
    let path = Route::finding(scene.archive, id);
    let number = scene.say(Message::finding_number, &[("number", (id.place() + 1).into())]);
    let permalink = to_path(scene, &number, &path);
    let label = format!("**{}**", scene.label(finding.polarity));
    let claim = labelled(scene, &label, &text);
    format!("- {claim}{} {permalink}\n", about.unwrap_or_default())
}

fn measure(scene: &Scene<'_>, measure: &Measure) -> String {
    let Measure { id: _, label, topic: _, unit, better, points } = measure;
    let points: Vec<String> = points
        .iter()
        .map(|point| {
            let value = plain(&unit.words_in(point.value, scene.messages));
            labelled(scene, &date(scene, &point.date), &value)
        })
        .collect();
    let better = plain(scene.text(better_label(*better)));
    let label = said(scene, Message::in_brackets, &[("words", &plain(label)), ("more", &better)]);
    format!("- {}", labelled(scene, &label, &points.join(scene.text(Message::separator_long))))
}

fn quote(scene: &Scene<'_>, quote: &Quote) -> String {
    let Quote { words, speaker } = quote;
    let speaker = speaker.as_ref().map(|it| {
        format!(" – {}", said(scene, Message::quoted_speaker, &[("speaker", &plain(it))]))
    });
    format!("- {}{}", quoted(scene, words), speaker.unwrap_or_default())
}
